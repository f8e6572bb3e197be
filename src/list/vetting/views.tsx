import { showDomain } from '../../lib/mail/domain.ts'
import { countryName } from '../../lib/ui/countries.ts'
import { Check, Choices, Select, TextArea } from '../../lib/ui/fields.tsx'
import { Form } from '../../lib/ui/form.tsx'
import type { Refused } from '../../lib/ui/forms.ts'
import { Thing, Things } from '../../lib/ui/lists.tsx'
import { Button, Empty, Facts, Heading, type Mood, Note, PostButton, Section, Split, State } from '../../lib/ui/parts.tsx'
import { foreignRel } from '../../lib/ui/text.tsx'
import { Time } from '../../lib/ui/time.tsx'
import { kindNames } from '../../people/organisations/rules.ts'
import { LookAfter } from '../nav.tsx'
import type { getModeratedList } from '../queries.ts'
import type { getCard, listWaiting } from './queries.ts'
import { chooseHost, isClaimed, isEligible, type RungState } from './rules.ts'

type Card = Awaited<ReturnType<typeof getCard>>
type List = Awaited<ReturnType<typeof getModeratedList>>

const moods: Record<RungState, Mood | undefined> = { proved: 'good', person: 'wait', open: undefined }
const rungWords: Record<RungState, string> = { proved: 'Proved', person: 'For you to say', open: 'Open' }

const policies = [
  { value: 'never', label: 'Nobody: a person decides each request' },
  { value: 'vouched', label: 'Who is at a known institution with a contract, and for whom a colleague or referent vouches' },
  { value: 'recognised', label: 'Who is at a known institution with a contract' },
]

/** Requests that wait, and what the list lets in by itself. */
export function WaitingPage(props: { list: List; requests: Awaited<ReturnType<typeof listWaiting>>; mayOwn: boolean; now: Date }) {
  const { list, requests, mayOwn, now } = props
  return (
    <>
      <Heading title="Requests to join" meta={list.title}>
        <LookAfter list={list} current="requests" />
      </Heading>
      {requests.length === 0 ? (
        <Empty title="Nobody waits.">Requests come here once their address is confirmed.</Empty>
      ) : (
        <Things label="Requests to join">
          {requests.map((request) => (
            <Thing
              title={request.name || request.email}
              href={`/lists/${list.name}/requests/${request.id}`}
              meta={
                <>
                  {request.email}
                  {request.confirmedAt && (
                    <>
                      {' '}
                      · address confirmed <Time at={request.confirmedAt} relative />
                    </>
                  )}
                </>
              }
              act={request.claimer && isClaimed(request, now) ? <State mood="wait">{request.claimer} is looking</State> : undefined}
            />
          ))}
        </Things>
      )}
      {mayOwn && (
        <Section title="Without a person">
          <Form action={`/lists/${list.name}/approval`} values={{ approval: list.approval }}>
            <Choices
              name="approval"
              label="Whom the list lets in by itself"
              hint="Addresses that look like students’ or alumni’s, free mail, doubtful domains and people who were rejected before always go to a person."
              options={policies}
            />
            <div class="row">
              <Button>Save</Button>
            </div>
          </Form>
        </Section>
      )}
    </>
  )
}

function domainSentence({ evidence, ladder }: Card): string {
  const shown = showDomain(evidence.domain)
  const [first] = evidence.candidates
  switch (ladder.reading) {
    case 'free':
      return `${shown} gives addresses to anybody: it says nothing about where somebody works.`
    case 'student':
      return `${shown} looks like a domain of students or alumni${first ? ` of ${first.name}` : ''}.`
    case 'unknown':
      return `Nobody in the register has ${shown}. That is nothing unusual: look at the evidence, ask, or add the organisation.`
    case 'several':
      return `Several organisations have a part of ${shown}: ${evidence.candidates.map((one) => `${one.name} (${showDomain(one.domain)})`).join(', ')}.`
    default:
      return `${showDomain(first?.domain ?? shown)} belongs to ${first?.name}, ${kindNames[first?.kind ?? 'institution'].toLowerCase()}.`
  }
}

function contractSentence({ evidence, ladder }: Card): string {
  const eligible = evidence.candidates.filter(isEligible).map((one) => one.name)
  if (eligible.length === 0)
    return evidence.candidates.length > 0 ? 'No contract is recorded for today.' : 'Without an organisation there is none to look for.'
  if (ladder.contract === 'proved' && evidence.candidates[0]?.contract !== true)
    return `${eligible[0]} is the vendor’s side; no contract is needed.`
  return `${[...new Set(eligible)].join(', ')}: in force today.`
}

function StaffEvidence({ card }: { card: Card }) {
  const { given, list, request, referents } = card
  const asked = new Set(given.map((one) => one.personId))
  return (
    <>
      {given.map((one) => (
        <p>
          {one.kind === 'staff_page' && (
            <>
              Staff page:{' '}
              <a href={one.text} rel={foreignRel} class="break">
                {one.text}
              </a>
            </>
          )}
          {one.kind === 'note' && <>Says: {one.text}</>}
          {one.kind === 'question' && (
            <>
              {one.person} asked: {one.text}
            </>
          )}
          {one.kind === 'federated' && (
            <>
              {one.organisation ?? 'The institution'}’s own sign-on says: <span class="break">{one.text}</span>
            </>
          )}
          {one.kind === 'vouch' && vouchSentence(one)}
        </p>
      ))}
      {request.state === 'waiting' &&
        referents
          .filter((one) => !asked.has(one.id))
          .map((one) => (
            <PostButton action={`/lists/${list.name}/requests/${request.id}/referents/${one.id}`}>
              Ask {one.name}, {one.standIn ? 'stand-in' : 'referent'} of {one.organisation}
            </PostButton>
          ))}
    </>
  )
}

function vouchSentence(one: Card['given'][number]): string {
  if (one.personId === null) return `Named ${one.text}, who is not known to work there; nobody was asked.`
  const who = `${one.person}${one.organisation ? `, ${one.organisation}` : ''}`
  if (one.answer === null) return `${who} was asked and has not answered yet.`
  return one.answer ? `${who} vouches.` : `${who} does not vouch.`
}

const Rung = ({
  title,
  state,
  sentence,
  children,
}: {
  title: string
  state: RungState
  sentence: string
  children?: Parameters<typeof Thing>[0]['children']
}) => (
  <Thing title={title} meta={sentence} act={<State mood={moods[state]}>{rungWords[state]}</State>}>
    {children}
  </Thing>
)

const Earlier = ({ card: { earlier, request } }: { card: Card }) => (
  <Section title="Earlier requests">
    <Things label="Earlier requests">
      {earlier.map((one) => (
        <Thing
          title={`${one.title}: ${one.state}`}
          meta={
            <>
              <Time at={one.askedAt} style="date" />
              {one.email !== request.email && `, as ${one.email}`}
              {one.decider && `, by ${one.decider}`}
              {one.reason && `: ${one.reason}`}
            </>
          }
        />
      ))}
    </Things>
  </Section>
)

const Settled = ({ request }: Pick<Card, 'request'>) => (
  <Note mood={request.state === 'approved' ? 'good' : 'late'}>
    {request.state === 'approved' ? 'Accepted' : 'Rejected'}
    {request.reason && `: ${request.reason}`}
  </Note>
)

/** What others publish about a domain that the register does not have, and the way to add it. */
const Unknown = ({ card: { suggestions }, mayKeep }: { card: Card; mayKeep: boolean }) => (
  <>
    {suggestions.map((one) => (
      <p>
        {one.source === 'ror' ? 'ROR' : 'Hipo’s list'} has it as {one.name}
        {one.country && `, ${countryName(one.country)}`}.{' '}
        {mayKeep && (
          <a href={one.registered ? `/organisations/${one.registered}/edit` : `/organisations/new?pick=${one.id}`}>
            {one.registered ? 'Add the domain to what the register has' : 'Add it to the register'}
          </a>
        )}
      </p>
    ))}
    {mayKeep && (
      <p>
        <a href="/organisations/new">{suggestions.length > 0 ? 'Add another organisation' : 'Add the organisation to the register'}</a>
      </p>
    )}
  </>
)

/** The card of one request. */
export function CardPage({ card, refused, now, mayKeep }: { card: Card; refused?: Refused; now: Date; mayKeep: boolean }) {
  const { list, request, ladder, evidence, claimer, known, earlier } = card
  const path = `/lists/${list.name}/requests/${request.id}`
  const waiting = request.state === 'waiting'
  return (
    <>
      <Heading title={request.name || request.email} meta={`${list.title} · request to join`}>
        {waiting && <Claim path={path} claimer={isClaimed(request, now) ? claimer : undefined} />}
      </Heading>
      <Split
        aside={
          <>
            <Facts
              items={[
                { term: 'Address', value: <span class="break">{request.email}</span> },
                { term: 'Asked', value: <Time at={request.askedAt} /> },
                { term: 'Known here as', value: known && known.name !== request.name ? known.name : undefined },
                { term: 'Decided by', value: card.decider },
                { term: 'Organisation', value: card.organisation },
                { term: 'Answers for the data', value: card.host },
                { term: 'Proved', value: waiting ? undefined : request.proved.map((one) => one.replace('_', ' ')).join(', ') },
              ]}
            />
            {earlier.length > 0 && <Earlier card={card} />}
          </>
        }
      >
        {waiting ? (
          <>
            <Things label="What is known">
              <Rung title="Address" state={ladder.address} sentence="The address is confirmed by a mail that was answered." />
              <Rung title="Domain" state={ladder.domain} sentence={domainSentence(card)}>
                {ladder.reading === 'unknown' && <Unknown card={card} mayKeep={mayKeep} />}
              </Rung>
              <Rung title="Contract" state={ladder.contract} sentence={contractSentence(card)} />
              <Rung
                title="Staff"
                state={ladder.staff}
                sentence={
                  evidence.statedBy.length > 0
                    ? 'The institution itself says so.'
                    : evidence.vouchedFor.length > 0
                      ? 'Somebody vouches.'
                      : 'What shows that they work there today.'
                }
              >
                <StaffEvidence card={card} />
              </Rung>
            </Things>
            <DecisionForm card={card} path={path} refused={refused} />
          </>
        ) : (
          <Settled request={request} />
        )}
      </Split>
    </>
  )
}

/** Who looks at it, or the button to say that one does. */
const Claim = ({ path, claimer }: { path: string; claimer: string | undefined }) =>
  claimer === undefined ? (
    <PostButton action={`${path}/claim`} fields={{ take: 'yes' }}>
      I am looking at it
    </PostButton>
  ) : (
    <Note>
      {claimer} is looking at this request.{' '}
      <PostButton action={`${path}/claim`} fields={{ take: 'no' }} kind="quiet">
        Let others look
      </PostButton>
    </Note>
  )

function DecisionForm({ card, path, refused }: { card: Card; path: string; refused?: Refused }) {
  const { evidence, ladder, hosts } = card
  const candidates = [...new Map(evidence.candidates.map((one) => [one.id, one])).values()]
  const chosen = ladder.reading === 'recognised' ? candidates[0] : undefined
  const host = chooseHost(
    hosts.map((one) => one.id),
    chosen,
  )
  return (
    <Form action={path} refused={refused} values={{ organisationId: String(chosen?.id ?? ''), hostId: String(host ?? '') }}>
      {candidates.length > 0 && (
        <Select
          name="organisationId"
          label="Place of work"
          empty="None of these"
          options={candidates.map((one) => ({ value: String(one.id), label: one.name }))}
          optional
        />
      )}
      {hosts.length > 1 && (
        <Select
          name="hostId"
          label="Who answers for the data"
          hint="The user groups that host the list and for which you decide."
          options={hosts.map((one) => ({ value: String(one.id), label: one.name }))}
        />
      )}
      {evidence.staffPages > 0 && <Check name="staffPageRead" label="I have read the staff page, and it names this person" />}
      <TextArea
        name="reason"
        label="To the applicant"
        hint="The reason, when you reject; your question, when you ask for more."
        rows={3}
        optional
      />
      <div class="row">
        <Button kind="primary" name="decision" value="accept">
          Accept
        </Button>
        <Button name="decision" value="ask">
          Ask for more
        </Button>
        <Button name="decision" value="reject">
          Reject
        </Button>
      </div>
    </Form>
  )
}
