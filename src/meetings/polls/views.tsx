import { assetPath } from '../../lib/ui/assets.ts'
import { Sparkbars } from '../../lib/ui/figures.tsx'
import { Check, Choices, Field, Form, TextArea } from '../../lib/ui/form.tsx'
import { languageNow } from '../../lib/ui/language.ts'
import { Cancel, Fold, Heading, Note, Section, Split, Submit, Titled } from '../../lib/ui/parts.tsx'
import { useReader, useRefused } from '../../lib/ui/reader.ts'
import { Time } from '../../lib/ui/time.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { ZoneFold, ZoneSelect } from '../../lib/ui/zones.tsx'
import type { HostName } from '../core/queries.ts'
import { hostOptions } from '../form-views.tsx'
import { InviteesSection, UnreachedNotes, WhomFold } from '../invitees-fields.tsx'
import type { Invitee, SeatChoice, Unreached } from '../invitees-queries.ts'
import type { Proposal } from '../rules.ts'
import { hostsOf } from '../views.tsx'
import { AnswerForm, Grid, Links, Ranking } from './parts.tsx'
import type { Ledger, Poll } from './queries.ts'
import { bestOf, rateSlots } from './rules.ts'

const t = textsOf('meetings', 'polls')
const formWords = textsOf('meetings', 'views')

/** What the last twelve months cost each of them, month by month on one scale. */
function UnsocialHours({ ledger }: { ledger: Ledger }) {
  const { people, expected } = ledger
  // Of nobody's hours there is nothing to compare.
  if (people.length === 0) return null
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

/** The possible times: a calendar to choose days in; without script a time a line. */
const SlotsField = ({ from }: { from: string }) => (
  <pick-dates
    from={from}
    words={JSON.stringify({
      ...{
        time: t.picker.time,
        add: t.picker.addTime,
        previous: t.picker.previousMonth,
        next: t.picker.nextMonth,
        chosen: t.picker.chosen({ n: '{n}' }),
      },
      ...{ remove: t.picker.remove, none: t.picker.none, days: t.picker.days, times: t.picker.times, lines: t.picker.lines },
    })}
  >
    <TextArea name="slots" label={t.possibleTimes} hint={t.oneTimePerLineExample} rows={7} />
    <script type="module" src={assetPath('dates.js')} />
  </pick-dates>
)

/** The usual last day to answer: three days before the first of the times that are offered, where that is to come. */
function lastDayFor([first]: string[], from: string): { closesOn?: string } {
  const day = first && Temporal.PlainDate.from(first.slice(0, 10)).subtract({ days: 3 }).toString()
  return day && day > from ? { closesOn: day } : {}
}

/** Begins a date poll; times that would be fair are offered. */
export function PollFormPage(props: {
  hosts: HostName[]
  choices: SeatChoice[]
  zone: string
  ledger: Ledger
  proposals: Proposal[]
  /** The first day that can be chosen. */
  from: string
}) {
  const { hosts, choices, zone, ledger, proposals, from } = props
  const options = hostOptions(hosts)
  const slots = proposals.map(({ startsAt }) => slotText(startsAt, zone)).sort()
  const values = { zone, minutes: '60', hosts: options[0]?.value ?? '', slots: slots.join('\n'), ...lastDayFor(slots, from) }
  return (
    <Titled title={t.startADatePoll} lead={t.everyoneChoosesTimesSuitThem}>
      <Split aside={<UnsocialHours ledger={ledger} />}>
        <Form action="/polls" values={values}>
          <Field name="title" label={t.title} maxlength={200} />
          <Choices name="hosts" label={t.whoMeets} many options={options} />
          <WhomFold choices={choices} />
          <Field name="minutes" type="number" label={t.minutes} min={5} max={1_440} short />
          <ZoneFold name="zone" label={t.timeZone} hint={t.timeZoneTimesBelow} />
          <SlotsField from={from} />
          <Field name="closesOn" type="date" label={t.closesAfter} hint={t.reminderHint} short />
          <Field name="place" label={t.where} hint={formWords.roomVideoLinkOnlyPeople} maxlength={500} optional />
          <TextArea name="note" label={t.noteToTheMembers} rows={2} maxlength={2_000} optional />
          <Check name="guestsSeeNames" label={t.guestsSeeNames} />
          <Check name="public" label={t.meetingIsPublic} checked />
          <Submit kind="primary" beside={<Cancel href="/meetings">{t.back}</Cancel>}>
            {t.askEverybody}
          </Submit>
        </Form>
      </Split>
    </Titled>
  )
}

/** Shows the hours of another zone, on a page that is opened by a link. */
const ZoneChoice = ({ zone }: { zone: string }) => (
  <Fold title={t.otherZone}>
    <Form method="get" values={{ zone }} id="zone">
      <ZoneSelect name="zone" label={t.timeZone} />
      <Submit>{t.showTimes}</Submit>
    </Form>
  </Fold>
)

/** While nobody has chosen, the times that can still be: what is over is the best for nobody. */
const ratedOf = ({ slots, poll }: Poll, ledger: Ledger, now: Date) => {
  const coming = poll.closedAt === null ? slots.filter(({ startsAt }) => startsAt > now) : slots
  return rateSlots(
    (coming.length > 0 ? coming : slots).map(({ id, ...slot }) => ({ slotId: id, ...slot })),
    poll.minutes,
    ledger.people,
  )
}

const nobody: Ledger = { people: [], expected: 0 }

/** A date poll: my answer, everybody's, and what each time would cost whom. */
export function PollPage(props: {
  found: Poll
  /** For those at the table alone. */
  ledger: Ledger | undefined
  invitees: Invitee[]
  unreached: Unreached[]
  choices: SeatChoice[]
  personId: number
  now: Date
}) {
  const refused = useRefused()
  const { locale, alone } = useReader()
  const { found, ledger, invitees, unreached, choices, personId, now } = props
  const { poll } = found
  const open = poll.closedAt === null && poll.closesAt > now
  const rated = ratedOf(found, ledger ?? nobody, now)
  const aside = (
    <>
      {poll.mayArrange && poll.closedAt === null && (
        <InviteesSection action={`/polls/${poll.slug}/invitees`} invitees={invitees} choices={choices} />
      )}
      {poll.mayArrange && poll.closedAt === null && <Links found={found} />}
      {ledger && <UnsocialHours ledger={ledger} />}
    </>
  )
  return (
    <Titled title={poll.title} meta={hostsOf(poll.hosts, locale, alone)} lead={poll.note}>
      {refused?.form === '' && <Note mood="late">{Object.values(refused.fields)[0] ?? refused.message}</Note>}
      {poll.meetingSlug && (
        <Note mood="good">{t.thisPollIsClosedTheMeeting({ link: (words) => <a href={`/meetings/${poll.meetingSlug}`}>{words}</a> })}</Note>
      )}
      <UnreachedNotes open={open} unreached={unreached} />
      <Split aside={aside}>
        {open && <AnswerForm action={`/polls/${poll.slug}`} found={found} personId={personId} />}
        <Section title={t.soFar} aside={t.answeredOf({ answered: found.answered, all: found.expected })}>
          {poll.names && found.answered > 0 && <Grid found={found} best={bestOf(rated)?.slotId} />}
          <Ranking found={found} rated={rated} expected={ledger?.expected} personId={personId} />
        </Section>
      </Split>
    </Titled>
  )
}

/** The page behind the link of a poll's letter: whom it asks answers there without signing in. To look at it changes nothing. */
export function DatesPage(props: { found: Poll; name: string; personId: number; token: string; zone: string | undefined; now: Date }) {
  const refused = useRefused()
  const { found, name, personId, token, zone, now } = props
  const { poll } = found
  const open = poll.closedAt === null && poll.closesAt > now
  const taken = found.slots.find(({ startsAt }) => poll.meetingStartsAt !== null && +startsAt === +poll.meetingStartsAt)
  const rated = ratedOf(found, nobody, now)
  return (
    <div class="stack-l">
      <Heading title={poll.title} meta={hostsOf(poll.hosts, languageNow())} lead={poll.note} />
      <p>{t.linkIsYours({ name })}</p>
      {refused && <Note mood="late">{Object.values(refused.fields)[0] ?? refused.message}</Note>}
      {poll.closedAt !== null && (
        <Note mood="good">{taken ? t.chosen({ time: <Time at={taken.startsAt} style="full" /> }) : t.thisPollIsClosed}</Note>
      )}
      {!open && poll.closedAt === null && <Note>{t.thisPollIsClosed}</Note>}
      {open && <AnswerForm action={`/dates/${token}`} found={found} personId={personId} />}
      <ZoneChoice zone={zone ?? ''} />
      <Section title={t.soFar} aside={t.answeredOf({ answered: found.answered, all: found.expected })}>
        {poll.names && found.answered > 0 && <Grid found={found} best={bestOf(rated)?.slotId} />}
        <Ranking found={found} rated={rated} personId={personId} />
      </Section>
    </div>
  )
}
