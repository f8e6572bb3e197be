import { Select } from '../../lib/ui/fields.tsx'
import { Bars, Figures } from '../../lib/ui/figures.tsx'
import { Filters, Form, Hidden } from '../../lib/ui/form.tsx'
import { formatDay, plural } from '../../lib/ui/format.ts'
import type { Refused } from '../../lib/ui/forms.ts'
import { NumberedPager, Thing, Things } from '../../lib/ui/lists.tsx'
import { Button, Empty, Heading, PostButton, Section } from '../../lib/ui/parts.tsx'
import { Quarters } from '../../lib/ui/quarters.tsx'
import { Time } from '../../lib/ui/time.tsx'
import { utcDay } from '../../time.ts'
import { classNames } from '../answers/rules.ts'
import { verdictNames } from '../commitments/rules.ts'
import { count } from '../parts.tsx'
import type { DeskGroup } from '../queries.ts'
import type { countPromises, listOtherMeetings, meetingRhythm } from './queries.ts'
import { type Moment, type MomentKind, momentKinds, type OwnWait, type Picture } from './rules.ts'

const days = (value: number): string => (value === 1 ? '1 day' : `${Math.round(value * 10) / 10} days`)
const share = (part: number, of: number): string => (of === 0 ? '–' : `${Math.round((part / of) * 100)} %`)

const kindNames: Record<MomentKind, string> = {
  handed: 'Handed over',
  question: 'The vendor asked',
  answer: 'Answers',
  commitment: 'Commitments',
  dropped: 'Commitments dropped',
  delivery: 'Deliveries',
  checked: 'Deliveries checked',
  told: 'Told back',
  meeting: 'Meetings',
}

const words: Record<MomentKind, (detail: string) => string> = {
  handed: (detail) => `Handed over, ${count(Number(detail), 'request', 'requests')}`,
  answer: (detail) => `Answered: ${classNames[detail as keyof typeof classNames] ?? detail}`,
  question: () => 'The vendor asked',
  commitment: (detail) => `Committed: ${detail.replace('/', ' points of ')}`,
  dropped: (detail) => `Commitment dropped: ${detail}`,
  delivery: (detail) => `Said to be delivered with ${detail}`,
  checked: (detail) => `Checked by the group: ${verdictNames[detail as keyof typeof verdictNames]?.toLowerCase() ?? detail}`,
  told: (detail) => `Told back to ${detail}`,
  meeting: (detail) => {
    const [guests = '0'] = detail.split('/')
    return guests === '0' ? 'Meeting with the vendor' : `Meeting, ${count(Number(guests), 'guest', 'guests')} of the vendor invited`
  },
}

/** Quarters: up what was handed over, down what was answered. */
function QuartersPlot({ quarters }: { quarters: Picture['quarters'] }) {
  const shown = quarters.slice(-16)
  return (
    <Quarters
      label={`By quarter: ${shown.map(({ name, handed, answered }) => `${name} ${handed} handed over, ${answered} answered`).join('; ')}`}
      items={shown.map(({ name, handed, answered }) => ({ name: `${name.slice(5)} ${name.slice(2, 4)}`, up: handed, down: answered }))}
    />
  )
}

const rhythmOf = ({ meetings, days: gap }: Awaited<ReturnType<typeof meetingRhythm>>): string =>
  `${meetings === 1 ? 'meeting' : 'meetings'}${gap === undefined ? '' : `, a median of ${days(gap)} apart`}`

const ownDays = ({ days: value, waiting }: OwnWait): string =>
  [value !== undefined && days(value), waiting > 0 && (waiting === 1 ? '1 waits' : `${waiting} wait`)].filter(Boolean).join(', ')

/** The group's own delays. */
function WeTake({ seen, checking }: { seen: Picture; checking: OwnWait }) {
  const items = [
    { label: 'to answer its questions', wait: seen.asking },
    { label: 'to tell the list', wait: seen.telling },
    { label: 'to check a delivery', wait: checking },
  ].flatMap(({ label, wait }) =>
    wait.done + wait.waiting === 0
      ? []
      : [{ label: `${label} (${wait.done + wait.waiting})`, value: wait.days ?? 0, shown: ownDays(wait) }],
  )
  return (
    <Section title="We take">
      {items.length === 0 ? (
        <p class="soft">Nothing has waited for us yet.</p>
      ) : (
        <Bars label="Median days that the group takes, and what waits" items={items} />
      )}
    </Section>
  )
}

/** One of the group's meetings was with the vendor, though nobody of it was invited by name. */
const Mark = ({
  group,
  others,
  refused,
}: {
  group: DeskGroup
  others: Awaited<ReturnType<typeof listOtherMeetings>>
  refused?: Refused | undefined
}) => (
  <details open={refused !== undefined}>
    <summary>Another meeting was with {group.vendor}</summary>
    <Form action="/relationship/meetings" refused={refused} id="meeting">
      <Hidden name="group" value={group.slug} />
      <Select
        name="meetingId"
        label="Meeting"
        options={others.map(({ id, title, startsAt }) => ({
          value: String(id),
          label: `${title}, ${formatDay({ locale: 'en' }, utcDay(startsAt))}`,
        }))}
      />
      <div class="row">
        <Button>Show it here</Button>
      </div>
    </Form>
  </details>
)

function Unmark({ group, moment }: { group: DeskGroup; moment: Moment }) {
  const [, marked = '0'] = moment.kind === 'meeting' ? moment.detail.split('/') : []
  if (marked === '0') return null
  return (
    <PostButton
      kind="quiet"
      action="/relationship/meetings"
      fields={{ group: group.slug, meetingId: marked, with: 'no' }}
      label={`It was not: ${moment.title}`}
    >
      It was not
    </PostButton>
  )
}

/** Everything between a group and its vendor, in one picture. */
export function RelationshipPage({
  group,
  seen,
  promises,
  rhythm,
  others,
  moments,
  kind,
  page,
  pages,
  open,
  refused,
}: {
  group: DeskGroup
  seen: Picture
  /** What everybody sees of it, where the group shows it. */
  open?: Picture | undefined
  promises: Awaited<ReturnType<typeof countPromises>>
  rhythm: Awaited<ReturnType<typeof meetingRhythm>>
  /** Meetings that may have been with the vendor, for those who can say so. */
  others: Awaited<ReturnType<typeof listOtherMeetings>>
  moments: Moment[]
  /** The only kind that is shown. */
  kind?: MomentKind | undefined
  page: number
  pages: number
  refused?: Refused | undefined
}) {
  return (
    <>
      <Heading
        title={`${group.name} and ${group.vendor}`}
        lead="What was handed over, what came back, what was promised and kept. The vendor’s delays stand apart from our own."
        meta={
          open && (
            <a href={`/relationship?group=${group.slug}&as=everybody`}>
              These figures count all requests of the group; everybody sees {open.handed} of {seen.handed} requests.
            </a>
          )
        }
        actions={
          <>
            <Button href={`/desk?group=${group.slug}`}>With the vendor</Button>
            <Button href={`/commitments?group=${group.slug}`}>Commitments</Button>
          </>
        }
      />
      {seen.handed === 0 && moments.length === 0 && kind === undefined ? (
        <Empty title="Nothing was handed over yet.">
          <Button href={`/briefs?group=${group.slug}`}>Begin a brief</Button>
        </Empty>
      ) : (
        <>
          <Figures
            items={[
              { value: seen.handed, label: plural('en', seen.handed, { one: 'request handed over', other: 'requests handed over' }) },
              {
                value: share(seen.answered, seen.handed),
                label: plural('en', seen.handed, { one: 'of # answered with a reason', other: 'of # answered with a reason' }),
              },
              { value: seen.late, label: seen.late === 1 ? 'answer is late' : 'answers are late', href: `/desk?group=${group.slug}` },
              {
                value: share(promises.delivered, promises.commitments),
                label: plural('en', promises.commitments, { one: 'of # commitment delivered', other: 'of # commitments delivered' }),
              },
              ...(rhythm.meetings > 0 ? [{ value: rhythm.meetings, label: rhythmOf(rhythm) }] : []),
            ]}
          />
          {seen.quarters.length > 0 && (
            <Section title="By quarter" aside="above: handed over, below: answered">
              <QuartersPlot quarters={seen.quarters} />
            </Section>
          )}
          <div class="columns">
            <Section
              title={`${group.vendor} takes`}
              aside={
                seen.vendorDays === undefined
                  ? undefined
                  : `median ${days(seen.vendorDays)} of ${count(seen.answered, 'answer', 'answers')}`
              }
            >
              {seen.byClass.length === 0 ? (
                <p class="soft">No answer has come yet.</p>
              ) : (
                <Bars
                  label="Median days until an answer, by what it was"
                  items={seen.byClass.map((one) => ({
                    label: `${classNames[one.class]} (${one.count})`,
                    value: one.days,
                    shown: days(one.days),
                  }))}
                />
              )}
              <p class="meta">{count(seen.answeredLate, 'answer', 'answers')} came after their day.</p>
            </Section>
            <WeTake seen={seen} checking={promises.checking} />
          </div>
          <Section title="What happened">
            <Filters action="/relationship" label="What happened" values={{ kind: kind ?? '' }}>
              <input type="hidden" name="group" value={group.slug} />
              <Select
                name="kind"
                label="What"
                empty="Everything"
                options={momentKinds.map((one) => ({ value: one, label: kindNames[one] }))}
              />
            </Filters>
            {moments.length === 0 && <Empty title="Nothing of this kind has happened." />}
            <Things label="What happened">
              {moments.map((moment) => (
                <Thing
                  title={moment.title}
                  href={moment.href}
                  meta={
                    <>
                      <Time at={moment.at} style="date" /> · {words[moment.kind](moment.detail)}
                    </>
                  }
                  act={group.leads && <Unmark {...{ group, moment }} />}
                />
              ))}
            </Things>
            <NumberedPager
              current={page}
              count={pages}
              hrefFor={(to) => `/relationship?${new URLSearchParams({ group: group.slug, ...(kind ? { kind } : {}), page: String(to) })}`}
            />
            {others.length > 0 && <Mark {...{ group, others, refused }} />}
          </Section>
        </>
      )}
    </>
  )
}
