import { Choices, Field, TextArea } from '../../lib/ui/fields.tsx'
import { Sparkbars } from '../../lib/ui/figures.tsx'
import { Form } from '../../lib/ui/form.tsx'
import { formatList } from '../../lib/ui/format.ts'
import type { Refused } from '../../lib/ui/forms.ts'
import { languageNow } from '../../lib/ui/language.ts'
import { Thing, Things } from '../../lib/ui/lists.tsx'
import { Button, Heading, Note, PostButton, Section, Split } from '../../lib/ui/parts.tsx'
import { MeetingTime, Time } from '../../lib/ui/time.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { BrowserZone, ZoneSelect } from '../../lib/ui/zones.tsx'
import type { HostName } from '../core/queries.ts'
import { bestSlots, burden, type Proposal } from '../rules.ts'
import { hostOptions } from '../views.tsx'
import type { getPoll, Ledger } from './queries.ts'

const t = textsOf('meetings', 'polls')

/** What the last twelve months cost each of them, month by month on one scale. */
function UnsocialHours({ ledger }: { ledger: Ledger }) {
  const { people, expected } = ledger
  const most = Math.max(1, ...people.flatMap(({ months }) => months))
  return (
    <Section title={t.unsocialHours} aside={t.last12Months}>
      <p class="soft">{t.pointsMeetingsOutsideWorking}</p>
      <ul class="bars ledger" aria-label={t.pointsLast12Months}>
        {people
          .toSorted((a, b) => b.points - a.points || a.name.localeCompare(b.name))
          .map(({ name, points, months }) => (
            <li>
              <span class="name">{name}</span>
              <Sparkbars values={months} most={most} label={t.monthByMonth({ name, months: months.join(', ') })} />
              <span class="value">{points}</span>
            </li>
          ))}
      </ul>
      {people.length < expected && <p class="soft">{t.zoneUnknown({ count: expected - people.length })}</p>}
    </Section>
  )
}

const slotText = (at: Date, zone: string) => {
  const wall = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone)
  return `${wall.toPlainDate()} ${wall.toPlainTime().toString({ smallestUnit: 'minute' })}`
}

/** Begins a date poll; times that would be fair are offered. */
export function PollFormPage(props: {
  hosts: HostName[]
  chosen: HostName | undefined
  zone: string
  ledger: Ledger
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
      <Heading title={t.startADatePoll} lead={t.everyoneChoosesTimesSuitThem} />
      <Split aside={<UnsocialHours ledger={ledger} />}>
        <Form action="/polls" refused={refused} values={values}>
          <Field name="title" label={t.title} maxlength={200} />
          <Choices name="hosts" label={t.whoMeets} many options={options} />
          <Field name="minutes" type="number" label={t.minutes} min={5} max={1_440} short />
          <ZoneSelect name="zone" label={t.timeZone} hint={t.timeZoneTimesBelow} />
          <TextArea name="slots" label={t.possibleTimes} hint={t.oneTimePerLineExample} rows={7} />
          <Field name="closesOn" type="date" label={t.closesAfter} short />
          <Field name="place" label={t.where} maxlength={500} optional />
          <TextArea name="note" label={t.noteToTheMembers} rows={2} maxlength={2_000} optional />
          <div class="row">
            <Button kind="primary">{t.askEverybody}</Button>
            <Button kind="quiet" href="/meetings">
              {t.back}
            </Button>
          </div>
        </Form>
      </Split>
    </>
  )
}

/** Whom a time costs most, and the largest sum that anybody would then have; of whose zone is not known nothing is said. */
function costOf(people: { name: string; points: number }[], largest: number, expected: number): string {
  const outside = people.filter(({ points }) => points > 0).slice(0, 4)
  if (people.length === 0) return ''
  if (outside.length === 0) return people.length === expected ? t.withinEveryonesWorkingHours : t.withinCountedHours
  return t.outside({ people: outside.map(({ name, points }) => `${name} ${points}`).join(', '), largest })
}

type Given = Awaited<ReturnType<typeof getPoll>>['answers']

const said = (answers: Given, answer: Given[number]['answer']): number => answers.filter((one) => one.answer === answer).length

/** A date poll: my answer, everybody's, and what each time would cost whom. */
export function PollPage(
  props: Awaited<ReturnType<typeof getPoll>> & { ledger: Ledger; personId: number; now: Date; refused?: Refused | undefined },
) {
  const { poll, slots, answers, ledger, personId, now, refused } = props
  const open = poll.closedAt === null && poll.closesAt > now
  const count = (slotId: number, answer: 'yes' | 'maybe' | 'no') =>
    answers.filter((one) => one.slotId === slotId && one.answer === answer).length
  const rated = bestSlots(
    slots.map(({ id, startsAt }) => ({ slotId: id, startsAt, yes: count(id, 'yes'), maybe: count(id, 'maybe'), no: count(id, 'no') })),
  )
  const costs = (startsAt: Date) =>
    ledger.people
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
      <Heading
        title={poll.title}
        meta={formatList(
          languageNow(),
          poll.hosts.map(({ name }) => name),
        )}
        lead={poll.note}
      />
      {refused && <Note mood="late">{refused.message}</Note>}
      {poll.meetingSlug && (
        <Note mood="good">{t.thisPollIsClosedTheMeeting({ link: (words) => <a href={`/meetings/${poll.meetingSlug}`}>{words}</a> })}</Note>
      )}
      <Split aside={<UnsocialHours ledger={ledger} />}>
        {open && (
          <Section title={t.yourAnswer} aside={t.until({ time: <Time at={poll.closesAt} /> })}>
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
                    { value: 'yes', label: t.iCan },
                    { value: 'maybe', label: t.perhaps },
                    { value: 'no', label: t.iCannot },
                  ]}
                />
              ))}
              <BrowserZone />
              <div class="row">
                <Button kind="primary">{t.save}</Button>
              </div>
            </Form>
          </Section>
        )}
        <Section title={t.soFar} aside={t.answeredOf({ answered: new Set(answers.map((one) => one.personId)).size, all: ledger.expected })}>
          <Things label={t.timesBestFirst}>
            {rated.map(({ slotId, startsAt, yes, maybe }) => (
              <Thing
                title={<MeetingTime at={startsAt} zone={poll.zone} />}
                meta={
                  <>
                    {t.canPerhaps({ yes, maybe })}
                    <br />
                    {costOf(costs(startsAt), largest(startsAt), ledger.expected)}
                  </>
                }
                act={
                  poll.mayArrange &&
                  poll.closedAt === null && (
                    <PostButton action={`/polls/${poll.slug}/close`} fields={{ slot: String(slotId) }}>
                      {t.takeThis}
                    </PostButton>
                  )
                }
              />
            ))}
          </Things>
        </Section>
        {answers.length > 0 && (
          <Section title={t.answersByPerson}>
            <ul class="links">
              {[...Map.groupBy(answers, ({ name }) => name)].map(([name, own]) => (
                <li>
                  {name}: <span class="meta">{t.answersOf({ yes: said(own, 'yes'), maybe: said(own, 'maybe'), no: said(own, 'no') })}</span>
                </li>
              ))}
            </ul>
          </Section>
        )}
      </Split>
    </>
  )
}
