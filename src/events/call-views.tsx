import { Choices, Field, Form, TextArea } from '../lib/ui/form.tsx'
import type { Typed } from '../lib/ui/forms.ts'
import { Listing, Thing, Things } from '../lib/ui/lists.tsx'
import { renderMarkdown } from '../lib/ui/markdown.ts'
import { Button, Cancel, Empty, Facts, FormSection, Note, PostButton, Split, State, Submit, Titled } from '../lib/ui/parts.tsx'
import { MeetingTime, Time } from '../lib/ui/time.tsx'
import { textsOf } from '../lib/ui/words.ts'
import type { Proposal } from './call-queries.ts'
import type { Event } from './queries.ts'
import { callStateOf, whyNotChange, whyNotDecide, whyNotPlace, whyNotWithdraw } from './rules.ts'

const t = textsOf('events', 'call')

const moods = { proposed: 'wait', accepted: 'good', waiting: 'wait', declined: 'late', withdrawn: 'late' } as const

const ProposalState = ({ state }: { state: Proposal['state'] }) => <State mood={moods[state]}>{t.states[state]}</State>

/** What was proposed for an event: all of it at the table, with what the group thinks, else one's own. */
export function ProposalsPage({ event, proposals, today }: { event: Event; proposals: Proposal[]; today: string }) {
  const untold = proposals.filter(
    ({ toldAt, state }) => toldAt === null && (state === 'accepted' || state === 'waiting' || state === 'declined'),
  ).length
  const open = callStateOf(event, today) === 'open'
  return (
    <Titled
      title={t.proposals2}
      meta={<a href={`/events/${event.slug}`}>{event.title}</a>}
      actions={open && event.mayPropose && <Button kind="primary" href={`/events/${event.slug}/propose`} text={t.proposeSomething} />}
    >
      {event.mayArrange && untold > 0 && (
        <Note mood="wait">
          <p>{t.decisionsNotSentYet({ count: untold })}</p>
          <PostButton action={`/events/${event.slug}/proposals/tell`} kind="primary" text={t.sendDecisions} />
        </Note>
      )}
      <Things label={t.proposals2} none={<Empty title={event.atTable ? t.noProposalsYet : t.haveNoProposalsYet} />}>
        {proposals.map((one) => (
          <Thing
            title={one.title}
            href={`/events/${event.slug}/proposals/${one.id}`}
            meta={[
              one.mine ? t.yours : one.proposer,
              t.minutes({ minutes: one.minutes }),
              one.mean === undefined ? '' : t.n5FromReviews({ mean: one.mean, reviews: one.reviews.length }),
              event.mayArrange && whyNotPlace(one) === undefined ? t.notProgrammeYet : '',
            ]
              .filter(Boolean)
              .join(' · ')}
            act={<ProposalState state={one.state} />}
          />
        ))}
      </Things>
    </Titled>
  )
}

const scores = () => [
  { value: '5', label: t.best },
  { value: '4', label: '4' },
  { value: '3', label: '3' },
  { value: '2', label: '2' },
  { value: '1', label: t.worst },
]

function Review({ event, proposal, own }: { event: Event; proposal: Proposal; own: Proposal['reviews'][number] | undefined }) {
  const values: Typed = own ? { score: String(own.score), comment: own.comment } : {}
  return (
    <FormSection title={t.yourReview} id="review" action={`/events/${event.slug}/proposals/${proposal.id}/review`} values={values}>
      <Choices name="score" label={t.score} options={scores()} />
      <TextArea name="comment" label={t.why} rows={3} maxlength={2_000} optional hint={t.onlyGroupCanRead} />
      <Submit kind="primary">{t.save}</Submit>
    </FormSection>
  )
}

const Decide = ({ event, proposal }: { event: Event; proposal: Proposal }) => (
  <FormSection
    title={t.decide}
    id="decide"
    action={`/events/${event.slug}/proposals/${proposal.id}/decide`}
    values={{ reason: proposal.reason }}
  >
    <TextArea name="reason" label={t.messagePersonWhoProposed} rows={3} maxlength={2_000} optional hint={t.sentTogetherDecision} />
    <div class="row">
      <Button kind="primary" name="to" value="accepted" text={t.accept} />
      {proposal.toldAt === null && <Button name="to" value="waiting" text={t.waitingList} />}
      <Button name="to" value="declined" text={t.decline} />
    </div>
  </FormSection>
)

/** Where a proposal stands in the programme. */
const Place = ({ event, proposal }: { event: Event; proposal: Proposal }) => (
  <>
    <a href={event.mayArrange ? `/events/${event.slug}/sessions/${proposal.sessionId}` : `/events/${event.slug}`}>
      <MeetingTime at={proposal.startsAt ?? event.createdAt} zone={event.zone} />
    </a>
    {proposal.room && `, ${proposal.room}`}
  </>
)

/** A proposal: its words; for the group what it thinks; for its author the way back. */
export function ProposalPage(props: { event: Event; proposal: Proposal; personId: number | null; today: string }) {
  const { event, proposal, personId, today } = props
  const open = callStateOf(event, today) === 'open'
  const base = `/events/${event.slug}/proposals/${proposal.id}`
  return (
    <Titled
      title={proposal.title}
      meta={<a href={`/events/${event.slug}/proposals`}>{t.proposals3({ title: event.title })}</a>}
      lead={proposal.proposer}
      actions={<ProposalState state={proposal.state} />}
    >
      <Split
        aside={
          <Facts
            items={[
              { term: t.proposed, value: <Time at={proposal.proposedAt} style="date" /> },
              { term: t.length, value: t.minutes({ minutes: proposal.minutes }) },
              { term: t.withIt, value: proposal.withWhom },
              proposal.startsAt !== null && { term: t.inTheProgramme, value: <Place event={event} proposal={proposal} /> },
            ]}
          />
        }
      >
        <div class="prose stack">{renderMarkdown(proposal.text)}</div>
        {proposal.reason && <Note>{proposal.reason}</Note>}
        {event.mayArrange && !event.cancelledAt && whyNotPlace(proposal) === undefined && (
          <p class="row">
            <Button kind="primary" href={`/events/${event.slug}/sessions/new?proposal=${proposal.id}`} text={t.addToProgramme} />
          </p>
        )}
        {proposal.mine && proposal.state !== 'withdrawn' && (
          <div class="row">
            {whyNotChange(proposal, event, today) === undefined && <Button href={`${base}/edit`}>{t.changeIt}</Button>}
            {proposal.sessionId !== null && <Button href={`/events/${event.slug}/sessions/${proposal.sessionId}`}>{t.addSlides}</Button>}
            {whyNotWithdraw(proposal, event, today) === undefined && (
              <PostButton action={`${base}/withdraw`} kind="quiet" text={t.withdrawIt} />
            )}
          </div>
        )}
        <Listing
          title={t.of5({ mean: proposal.mean ?? 0 })}
          aside={t.readIt({ count: proposal.reviews.length })}
          label={t.reviews}
          of={proposal.reviews}
          none={null}
        >
          {(one) => <Thing title={`${one.name}: ${one.score}`} meta={one.comment} />}
        </Listing>
        {proposal.mayReview && <Review event={event} proposal={proposal} own={proposal.reviews.find((one) => one.personId === personId)} />}
        {event.mayArrange && !proposal.mine && whyNotDecide(proposal, 'accepted') === undefined && !open && (
          <Decide event={event} proposal={proposal} />
        )}
      </Split>
    </Titled>
  )
}

/** Proposes something for an event, or changes what one has proposed. */
export function ProposalFormPage({ event, proposal }: { event: Event; proposal?: Proposal }) {
  const values: Typed = proposal
    ? { title: proposal.title, text: proposal.text, withWhom: proposal.withWhom, minutes: String(proposal.minutes) }
    : { minutes: '30' }
  const base = `/events/${event.slug}/proposals`
  return (
    <Titled
      title={proposal ? t.change({ title: proposal.title }) : t.proposeSomething}
      meta={<a href={`/events/${event.slug}`}>{event.title}</a>}
    >
      {event.callText && !proposal && <div class="prose stack">{renderMarkdown(event.callText)}</div>}
      <Form action={proposal ? `${base}/${proposal.id}` : base} values={values}>
        <Field name="title" label={t.title} maxlength={200} />
        <TextArea name="text" label={t.description} rows={8} maxlength={5_000} hint={t.theGroupReadsItBeforeIt} />
        <Field name="withWhom" label={t.withWhom} maxlength={300} optional />
        <Field name="minutes" type="number" label={t.minutes2} min={5} max={240} short />
        <Submit kind="primary" beside={<Cancel href={`/events/${event.slug}`}>{t.back}</Cancel>}>
          {proposal ? t.saveProposal : t.sendProposal}
        </Submit>
      </Form>
    </Titled>
  )
}
