import { Choices, Field, TextArea } from '../../lib/ui/fields.tsx'
import { Bars } from '../../lib/ui/figures.tsx'
import { Form } from '../../lib/ui/form.tsx'
import type { Refused, Typed } from '../../lib/ui/forms.ts'
import { Thing, Things } from '../../lib/ui/lists.tsx'
import { renderMarkdown } from '../../lib/ui/markdown.ts'
import { Button, Empty, Facts, Heading, Note, PostButton, Section, Split, State } from '../../lib/ui/parts.tsx'
import { MeetingTime, Time } from '../../lib/ui/time.tsx'
import type { Event } from '../queries.ts'
import { callStateOf, whyNotPlace } from '../rules.ts'
import type { Proposal } from './queries.ts'

const states = {
  proposed: { mood: 'wait', words: 'Being read' },
  accepted: { mood: 'good', words: 'accepted' },
  waiting: { mood: 'wait', words: 'on the waiting list' },
  declined: { mood: 'late', words: 'declined' },
  withdrawn: { mood: 'late', words: 'withdrawn' },
} as const

const ProposalState = ({ state }: { state: Proposal['state'] }) => <State mood={states[state].mood}>{states[state].words}</State>

/** What was proposed for an event: all of it at the table, with what the group thinks, else one's own. */
export function ProposalsPage({ event, proposals, today }: { event: Event; proposals: Proposal[]; today: string }) {
  const untold = proposals.filter(
    ({ toldAt, state }) => toldAt === null && (state === 'accepted' || state === 'waiting' || state === 'declined'),
  ).length
  const scored = proposals.filter(({ mean }) => mean !== undefined)
  const open = callStateOf(event, today) === 'open'
  return (
    <>
      <Heading
        title="Proposals"
        meta={<a href={`/events/${event.slug}`}>{event.title}</a>}
        actions={
          open &&
          event.mayPropose && (
            <Button kind="primary" href={`/events/${event.slug}/propose`}>
              Propose something
            </Button>
          )
        }
      />
      {event.mayArrange && untold > 0 && (
        <Note mood="wait">
          <p>{untold === 1 ? 'One proposer does not know what was decided.' : `${untold} proposers do not know what was decided.`}</p>
          <PostButton action={`/events/${event.slug}/proposals/tell`} kind="primary">
            Tell the proposers
          </PostButton>
        </Note>
      )}
      {proposals.length === 0 && <Empty title={event.atTable ? 'Nothing was proposed yet.' : 'You have proposed nothing yet.'} />}
      <Things label="Proposals">
        {proposals.map((one) => (
          <Thing
            title={one.title}
            href={`/events/${event.slug}/proposals/${one.id}`}
            meta={[
              one.mine ? 'yours' : one.proposer,
              `${one.minutes} minutes`,
              one.mean === undefined ? '' : `${one.mean} of 5, ${one.reviews.length} read it`,
              event.mayArrange && whyNotPlace(one) === undefined ? 'no place in the programme yet' : '',
            ]
              .filter(Boolean)
              .join(' · ')}
            act={<ProposalState state={one.state} />}
          />
        ))}
      </Things>
      {scored.length > 1 && (
        <Section title="What the group thinks">
          <Bars
            label="Mean of the scores, of 5"
            max={5}
            items={scored.map(({ title, mean = 0, id }) => ({
              label: title,
              value: mean,
              shown: String(mean),
              href: `/events/${event.slug}/proposals/${id}`,
            }))}
          />
        </Section>
      )}
    </>
  )
}

const scores = [
  { value: '5', label: '5: must be in it' },
  { value: '4', label: '4' },
  { value: '3', label: '3' },
  { value: '2', label: '2' },
  { value: '1', label: '1: not this time' },
]

function Review({
  event,
  proposal,
  own,
  refused,
}: {
  event: Event
  proposal: Proposal
  own: Proposal['reviews'][number] | undefined
  refused: Refused | undefined
}) {
  const values: Typed = own ? { score: String(own.score), comment: own.comment } : {}
  return (
    <Section title={own ? 'What you think of it' : 'What do you think of it?'}>
      <Form id="review" action={`/events/${event.slug}/proposals/${proposal.id}/review`} refused={refused} values={values}>
        <Choices name="score" label="Should it be in the programme?" options={scores} />
        <TextArea name="comment" label="Why" rows={3} maxlength={2_000} optional hint="The group reads it; the proposer does not." />
        <div class="row">
          <Button kind="primary">Save</Button>
        </div>
      </Form>
    </Section>
  )
}

function Decide({ event, proposal, refused }: { event: Event; proposal: Proposal; refused: Refused | undefined }) {
  return (
    <Section title="Decide">
      <Form
        id="decide"
        action={`/events/${event.slug}/proposals/${proposal.id}/decide`}
        refused={refused}
        values={{ reason: proposal.reason }}
      >
        <TextArea name="reason" label="A word to the proposer" rows={3} maxlength={2_000} optional hint="Sent when all are told." />
        <div class="row">
          <Button kind="primary" name="to" value="accepted">
            Accept
          </Button>
          <Button name="to" value="waiting">
            Waiting list
          </Button>
          <Button name="to" value="declined">
            Decline
          </Button>
        </div>
      </Form>
    </Section>
  )
}

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
export function ProposalPage(props: {
  event: Event
  proposal: Proposal
  personId: number | null
  today: string
  refused?: Refused | undefined
  form: string
}) {
  const { event, proposal, personId, today, refused, form } = props
  const open = callStateOf(event, today) === 'open'
  const base = `/events/${event.slug}/proposals/${proposal.id}`
  const only = (name: string) => (form === name ? refused : undefined)
  return (
    <>
      <Heading
        title={proposal.title}
        meta={<a href={`/events/${event.slug}/proposals`}>{event.title}: proposals</a>}
        lead={proposal.proposer}
        actions={<ProposalState state={proposal.state} />}
      />
      <Split
        aside={
          <Facts
            items={[
              { term: 'Proposed', value: <Time at={proposal.proposedAt} style="date" /> },
              { term: 'Length', value: `${proposal.minutes} minutes` },
              { term: 'With', value: proposal.withWhom },
              proposal.startsAt !== null && { term: 'In the programme', value: <Place event={event} proposal={proposal} /> },
            ]}
          />
        }
      >
        <div class="prose stack">{renderMarkdown(proposal.text)}</div>
        {proposal.reason && <Note>{proposal.reason}</Note>}
        {event.mayArrange && !event.cancelledAt && whyNotPlace(proposal) === undefined && (
          <p class="row">
            <Button kind="primary" href={`/events/${event.slug}/sessions/new?proposal=${proposal.id}`}>
              Give it a place in the programme
            </Button>
          </p>
        )}
        {proposal.mine && proposal.state !== 'withdrawn' && (
          <div class="row">
            {open && proposal.state === 'proposed' && <Button href={`${base}/edit`}>Change it</Button>}
            <PostButton action={`${base}/withdraw`} kind="quiet">
              Withdraw it
            </PostButton>
          </div>
        )}
        {proposal.reviews.length > 0 && (
          <Section title={`${proposal.mean} of 5`} aside={`${proposal.reviews.length} read it`}>
            <Things label="Reviews">
              {proposal.reviews.map((one) => (
                <Thing title={`${one.name}: ${one.score}`} meta={one.comment} />
              ))}
            </Things>
          </Section>
        )}
        {proposal.mayReview && (
          <Review
            event={event}
            proposal={proposal}
            own={proposal.reviews.find((one) => one.personId === personId)}
            refused={only('review')}
          />
        )}
        {event.mayArrange && !proposal.mine && proposal.state !== 'withdrawn' && proposal.toldAt === null && !open && (
          <Decide event={event} proposal={proposal} refused={only('decide')} />
        )}
      </Split>
    </>
  )
}

/** Proposes something for an event, or changes what one has proposed. */
export function ProposalFormPage({ event, proposal, refused }: { event: Event; proposal?: Proposal; refused?: Refused | undefined }) {
  const values: Typed = proposal
    ? { title: proposal.title, text: proposal.text, withWhom: proposal.withWhom, minutes: String(proposal.minutes) }
    : { minutes: '30' }
  const base = `/events/${event.slug}/proposals`
  return (
    <>
      <Heading
        title={proposal ? `Change “${proposal.title}”` : 'Propose something'}
        meta={<a href={`/events/${event.slug}`}>{event.title}</a>}
      />
      {event.callText && !proposal && <div class="prose stack">{renderMarkdown(event.callText)}</div>}
      <Form action={proposal ? `${base}/${proposal.id}` : base} refused={refused} values={values}>
        <Field name="title" label="Title" maxlength={200} />
        <TextArea
          name="text"
          label="What it is about"
          rows={8}
          maxlength={5_000}
          hint="The group reads it before it decides. Markdown is read."
        />
        <Field name="withWhom" label="With whom" maxlength={300} optional />
        <Field name="minutes" type="number" label="Minutes" min={5} max={240} short />
        <div class="row">
          <Button kind="primary">{proposal ? 'Save' : 'Propose'}</Button>
          <Button kind="quiet" href={`/events/${event.slug}`}>
            Back
          </Button>
        </div>
      </Form>
    </>
  )
}
