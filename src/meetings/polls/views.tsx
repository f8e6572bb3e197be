import { Choices, Field, TextArea } from '../../lib/ui/fields.tsx'
import { Sparkbars } from '../../lib/ui/figures.tsx'
import { Form } from '../../lib/ui/form.tsx'
import type { Refused } from '../../lib/ui/forms.ts'
import { Thing, Things } from '../../lib/ui/lists.tsx'
import { Button, Heading, Note, PostButton, Section, Split } from '../../lib/ui/parts.tsx'
import { MeetingTime, Time } from '../../lib/ui/time.tsx'
import { Zones } from '../../lib/ui/zones.tsx'
import type { HostName } from '../queries.ts'
import { bestSlots, burden, type Proposal } from '../rules.ts'
import { hostOptions } from '../views.tsx'
import type { getPoll, LedgerRow } from './queries.ts'

/** What the last twelve months cost each of them, month by month on one scale. */
function Ledger({ ledger }: { ledger: LedgerRow[] }) {
  const most = Math.max(1, ...ledger.flatMap(({ months }) => months))
  return (
    <Section title="Who has borne how much" aside="last 12 months">
      <p class="soft">
        Points by the hour: none within working hours, more the further outside, most from midnight to six. A bar is a month.
      </p>
      <ul class="bars ledger" aria-label="Points of the last twelve months">
        {ledger
          .toSorted((a, b) => b.points - a.points || a.name.localeCompare(b.name))
          .map(({ name, points, months }) => (
            <li>
              <span class="name">{name}</span>
              <Sparkbars values={months} most={most} label={`${name}, month by month: ${months.join(', ')}`} />
              <span class="value">{points}</span>
            </li>
          ))}
      </ul>
    </Section>
  )
}

const answeredOf = (answered: number, all: number): string => `${answered} of ${all} ${answered === 1 ? 'has' : 'have'} answered`

const slotText = (at: Date, zone: string) => {
  const wall = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone)
  return `${wall.toPlainDate()} ${wall.toPlainTime().toString({ smallestUnit: 'minute' })}`
}

/** Begins a date poll; times that would be fair are offered. */
export function PollFormPage(props: {
  hosts: HostName[]
  chosen: HostName | undefined
  zone: string
  ledger: LedgerRow[]
  proposals: Proposal[]
  refused?: Refused | undefined
}) {
  const { hosts, chosen, zone, ledger, proposals, refused } = props
  const options = hostOptions(hosts)
  const values = {
    zone,
    minutes: '60',
    hosts: chosen ? (hostOptions([chosen])[0]?.value ?? '') : '',
    slots: proposals
      .map(({ startsAt }) => slotText(startsAt, zone))
      .sort()
      .join('\n'),
  }
  return (
    <>
      <Heading title="Find a date" lead="Everybody says when they can; closing the poll makes the meeting and sends the invitations." />
      <Split aside={<Ledger ledger={ledger} />}>
        <Form action="/polls" refused={refused} values={values}>
          <Field name="title" label="What it is called" maxlength={200} />
          <Choices name="hosts" label="Who meets" many options={options} />
          <Field name="minutes" type="number" label="Minutes" min={5} max={1_440} short />
          <Field name="zone" label="Time zone" list="zones" hint="The times below are on its clocks; for instance Europe/Lisbon." />
          <Zones />
          <TextArea
            name="slots"
            label="Times to choose from"
            hint="One a line, like 2026-11-18 10:00. Those here spare whoever has borne most."
            rows={7}
          />
          <Field name="closesOn" type="date" label="Answers until the end of" short />
          <Field name="place" label="Where" maxlength={500} optional />
          <TextArea name="note" label="A word to it" rows={2} maxlength={2_000} optional />
          <div class="row">
            <Button kind="primary">Ask everybody</Button>
            <Button kind="quiet" href="/meetings">
              Back
            </Button>
          </div>
        </Form>
      </Split>
    </>
  )
}

const outsideOf = (people: { name: string; points: number }[]): string =>
  people
    .slice(0, 4)
    .map(({ name, points }) => `${name} ${points}`)
    .join(', ') || 'nobody'

const words = { yes: 'can', maybe: 'perhaps', no: 'cannot' } as const

/** A date poll: my answer, everybody's, and what each time would cost whom. */
export function PollPage(
  props: Awaited<ReturnType<typeof getPoll>> & { ledger: LedgerRow[]; personId: number; now: Date; refused?: Refused | undefined },
) {
  const { poll, slots, answers, ledger, personId, now, refused } = props
  const open = poll.closedAt === null && poll.closesAt > now
  const count = (slotId: number, answer: 'yes' | 'maybe' | 'no') =>
    answers.filter((one) => one.slotId === slotId && one.answer === answer).length
  const rated = bestSlots(
    slots.map(({ id, startsAt }) => ({ slotId: id, startsAt, yes: count(id, 'yes'), maybe: count(id, 'maybe'), no: count(id, 'no') })),
  )
  const costs = (startsAt: Date) =>
    ledger
      .map((entry) => ({
        name: entry.name,
        before: entry.points,
        points: burden(startsAt, new Date(startsAt.getTime() + poll.minutes * 60_000), entry),
      }))
      .sort((a, b) => b.points - a.points)
  /** The largest sum that anybody would then have: the smaller, the fairer. */
  const largest = (startsAt: Date) => Math.max(0, ...costs(startsAt).map(({ before, points }) => before + points))
  return (
    <>
      <Heading title={poll.title} meta={poll.hosts.map(({ name }) => name).join(' and ')} lead={poll.note} />
      {refused && <Note mood="late">{refused.message}</Note>}
      {poll.meetingSlug && (
        <Note mood="good">
          This poll is closed: <a href={`/meetings/${poll.meetingSlug}`}>the meeting</a>.
        </Note>
      )}
      <Split aside={<Ledger ledger={ledger} />}>
        {open && (
          <Section
            title="When can you?"
            aside={
              <>
                until <Time at={poll.closesAt} />
              </>
            }
          >
            <Form
              action={`/polls/${poll.slug}`}
              id="answer"
              values={Object.fromEntries(
                answers.filter((one) => one.personId === personId).map(({ slotId, answer }) => [`s${slotId}`, answer]),
              )}
            >
              {slots.map(({ id, startsAt }) => (
                <Choices
                  name={`s${id}`}
                  beside
                  label={<MeetingTime at={startsAt} zone={poll.zone} />}
                  options={[
                    { value: 'yes', label: 'I can' },
                    { value: 'maybe', label: 'Perhaps' },
                    { value: 'no', label: 'I cannot' },
                  ]}
                />
              ))}
              <div class="row">
                <Button kind="primary">Save</Button>
              </div>
            </Form>
          </Section>
        )}
        <Section title="So far" aside={answeredOf(new Set(answers.map((one) => one.personId)).size, ledger.length)}>
          <Things label="Times, the best first">
            {rated.map(({ slotId, startsAt, yes, maybe }) => (
              <Thing
                title={<MeetingTime at={startsAt} zone={poll.zone} />}
                meta={
                  <>
                    {yes} can, {maybe} perhaps
                    <br />
                    Outside working hours: {outsideOf(costs(startsAt).filter(({ points }) => points > 0))}; nobody has borne more than{' '}
                    {largest(startsAt)} then
                  </>
                }
                act={
                  poll.mayArrange &&
                  poll.closedAt === null && (
                    <PostButton action={`/polls/${poll.slug}/close`} fields={{ slot: String(slotId) }}>
                      Take this
                    </PostButton>
                  )
                }
              />
            ))}
          </Things>
        </Section>
        {answers.length > 0 && (
          <Section title="Who said what">
            <ul class="links">
              {[...Map.groupBy(answers, ({ name }) => name)].map(([name, own]) => (
                <li>
                  {name}:{' '}
                  <span class="meta">
                    {(['yes', 'maybe', 'no'] as const)
                      .map((answer) => `${words[answer]} ${own.filter((one) => one.answer === answer).length}`)
                      .join(', ')}
                  </span>
                </li>
              ))}
            </ul>
          </Section>
        )}
      </Split>
    </>
  )
}
