import { Check, Choices, Field, Select } from '../../lib/ui/fields.tsx'
import { Form, Hidden } from '../../lib/ui/form.tsx'
import { formatDay, formatList, type Locale, zoneCity } from '../../lib/ui/format.ts'
import type { FormBody, Refused, Typed } from '../../lib/ui/forms.ts'
import { Table, Thing, Things } from '../../lib/ui/lists.tsx'
import { Button, Empty, Facts, Heading, PostButton, Section, Split, State } from '../../lib/ui/parts.tsx'
import { useReader } from '../../lib/ui/reader.ts'
import { MeetingTime } from '../../lib/ui/time.tsx'
import { Zones } from '../../lib/ui/zones.tsx'
import type { NewSeries } from '../actions.ts'
import type { MinutesList } from '../minutes/lists/queries.ts'
import { pageWords } from '../page-words.ts'
import type { Expected, getSeries, HostName, listComing, Meeting } from '../queries.ts'
import { type Proposal, readCadence, type SeriesPlan, sayCadence, sayShift, seriesInstant, wallShift } from '../rules.ts'
import { hostOptions, KindField, ListField } from '../views.tsx'
import { describeChanges } from './rules.ts'

type Series = Awaited<ReturnType<typeof getSeries>>

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const nths = [
  { value: '1', label: 'first' },
  { value: '2', label: 'second' },
  { value: '3', label: 'third' },
  { value: '4', label: 'fourth' },
  { value: '-1', label: 'last' },
]

/** `Donnerstag`: any week has one. */
const weekdayIn = (locale: Locale, weekday: number): string =>
  Temporal.PlainDate.from('2024-01-01')
    .add({ days: weekday - 1 })
    .toLocaleString(locale, { weekday: 'long' })

function factsOf(series: Series, locale: Locale) {
  const words = pageWords(locale).series
  const weekday = weekdayIn(locale, series.weekday)
  const day = series.nth === null ? weekday : words.nth({ nth: series.nth, weekday })
  return [
    { term: words.howOften, value: series.everyUnit === 'week' ? words.weeks({ n: series.everyN }) : words.months({ n: series.everyN }) },
    { term: words.when, value: words.at({ day, time: series.startsAt.slice(0, 5), city: zoneCity(series.zone) }) },
    { term: words.howLong, value: pageWords(locale).minutesLong({ n: series.minutes }) },
    { term: words.goesOn, value: series.lastOn ? words.until({ day: formatDay({ locale }, series.lastOn) }) : words.open },
  ]
}

/** Whose clocks move from one meeting to the next, though the meeting does not. */
function Shifts({ meetings, people, zone }: { meetings: Meeting[]; people: Expected[]; zone: string }) {
  const moves = meetings.flatMap((meeting, i) => {
    const before = meetings[i - 1]
    if (!before) return []
    const shifts = people.map((person) => ({ name: person.name, shift: wallShift(before.startsAt, meeting.startsAt, zone, person.zone) }))
    return [...Map.groupBy(shifts, ({ shift }) => shift)]
      .filter(([shift]) => shift !== 0)
      .map(([shift, moved]) => ({ meeting, shift, names: moved.map(({ name }) => name) }))
  })
  if (moves.length === 0) return null
  return (
    <Section title="Where clocks change">
      <Things label="Where clocks change">
        {moves.map(({ meeting, names, shift }) => (
          <Thing
            title={
              <>
                {sayShift(shift)} than the time before for {names.slice(0, 6).join(', ')}
                {names.length > 6 && ` and ${names.length - 6} more`}
              </>
            }
            meta={<MeetingTime at={meeting.startsAt} zone={zone} />}
          />
        ))}
      </Things>
    </Section>
  )
}

/** Hours for the next meetings that share the burden, where the fixed hour leaves it with some. */
function Rotation({ rotation, zone, names }: { rotation: Turn[]; zone: string; names: Map<number, string> }) {
  if (rotation.length === 0) return null
  return (
    <Section title="A fair rotation">
      <p class="soft">Each hour is the fairest after those before it, counted with the last twelve months. Nothing changes by itself.</p>
      <Things label="A fair rotation">
        {rotation.map(({ meeting, proposal }) => (
          <Thing
            title={<MeetingTime at={proposal.startsAt} zone={zone} />}
            meta={
              proposal.burdens
                .filter(({ points }) => points > 0)
                .sort((a, b) => b.points - a.points)
                .slice(0, 4)
                .map(({ personId, points }) => `${names.get(personId) ?? ''} ${points}`)
                .join(', ') || 'within everybody’s working hours'
            }
            act={<a href={`/meetings/${meeting.slug}/edit`}>Change this meeting</a>}
          />
        ))}
      </Things>
    </Section>
  )
}

/** A meeting and the hour that a rotation would give it. */
export interface Turn {
  meeting: Meeting
  proposal: Proposal
}

/** A series: how often, and its meetings. */
export function SeriesPage(props: { series: Series; upcoming: Meeting[]; past: Meeting[]; people: Expected[]; rotation: Turn[] }) {
  const { series, upcoming, past, people, rotation } = props
  const { locale } = useReader()
  const words = pageWords(locale)
  const list = (meetings: Meeting[], label: string) => (
    <Things label={label}>
      {meetings.map((meeting) => (
        <Thing
          title={<MeetingTime at={meeting.startsAt} zone={meeting.zone} />}
          href={`/meetings/${meeting.slug}`}
          {...(meeting.title === series.title ? {} : { meta: meeting.title })}
        />
      ))}
    </Things>
  )
  return (
    <>
      <Heading
        title={series.title}
        meta={formatList(
          locale,
          series.hosts.map(({ name }) => name),
        )}
        actions={series.mayArrange && !series.endedAt && <Button href={`/series/${series.slug}/edit`}>Change</Button>}
      />
      {series.endedAt && <State>{words.series.hasEnded}</State>}
      <Split
        aside={
          <>
            <Facts items={factsOf(series, locale)} />
            {series.mayArrange && !series.endedAt && (
              <details class="fold">
                <summary>End the series</summary>
                <div class="stack">
                  <p class="soft">Its meetings to come are cancelled and everybody is told. What has been stays.</p>
                  <PostButton action={`/series/${series.slug}/end`} kind="danger">
                    End the series
                  </PostButton>
                </div>
              </details>
            )}
          </>
        }
      >
        <Section title={words.toCome}>
          {upcoming.length === 0 && <Empty title={words.none} />}
          {list(upcoming, words.toCome)}
        </Section>
        <Shifts meetings={upcoming} people={people} zone={series.zone} />
        <Rotation rotation={rotation} zone={series.zone} names={new Map(people.map(({ personId, name }) => [personId, name]))} />
        {past.length > 0 && (
          <Section
            title={words.past}
            aside={past.length > 6 && <a href={`/meetings?when=past&series=${series.slug}`}>{words.series.allPast}</a>}
          >
            {list(past.slice(0, 6), words.past)}
          </Section>
        )}
      </Split>
    </>
  )
}

/** Begins or changes a series. */
export function SeriesFormPage(props: {
  hosts: HostName[]
  series?: Series | undefined
  lists: MinutesList[]
  zone: string
  today: string
  refused?: Refused | undefined
}) {
  const { hosts, series, lists, zone, today, refused } = props
  const options = hostOptions(hosts)
  const values: Typed = series
    ? {
        title: series.title,
        cadence: sayCadence({ n: series.everyN, unit: series.everyUnit }),
        weekday: String(series.weekday),
        nth: String(series.nth ?? 1),
        time: series.startsAt.slice(0, 5),
        minutes: String(series.minutes),
        zone: series.zone,
        place: series.place,
        firstOn: series.firstOn,
        lastOn: series.lastOn ?? '',
        agendaDays: String(series.agendaDays),
        silentDays: String(series.silentDays),
        quorumPercent: String(series.quorumPercent),
        kind: series.kind,
        minutesListId: String(series.minutesListId ?? ''),
      }
    : {
        cadence: 'every 2 months',
        minutes: '60',
        zone,
        firstOn: today,
        agendaDays: '7',
        silentDays: '14',
        quorumPercent: '0',
        hosts: options[0]?.value ?? '',
      }
  return (
    <>
      <Heading title={series ? `Change ${series.title}` : 'A new series'} />
      <Form action={series ? `/series/${series.slug}` : '/series'} refused={refused} values={values}>
        <Field name="title" label="What it is called" maxlength={200} />
        <KindField />
        {!series && (
          <Choices name="hosts" label="Who meets" many options={options} hint="Several meet together: one meeting with several groups." />
        )}
        <Field name="cadence" label="How often" hint="Like “every 2 months” or “every week”." maxlength={60} short />
        {refused?.fields.meaning && (
          <Choices
            name="meaning"
            label="Which do you mean"
            options={readCadence(String(refused.typed.cadence ?? ''))
              .map(sayCadence)
              .map((value) => ({ value, label: value }))}
          />
        )}
        <div class="fields">
          <Select
            name="weekday"
            label="Day of the week"
            options={weekdays.map((label, i) => ({ value: String(i + 1), label }))}
            empty={false}
          />
          <Select name="nth" label="Which of the month, if by months" options={nths} empty={false} />
        </div>
        <div class="fields">
          <Field name="time" type="time" label="Time" short />
          <Field name="minutes" type="number" label="Minutes" min={5} max={1_440} short />
        </div>
        <Field name="zone" label="Time zone" list="zones" hint="Where the meeting is at home; for instance Europe/Lisbon." />
        <Zones />
        <Field name="place" label="Where" maxlength={500} optional />
        <div class="fields">
          <Field name="firstOn" type="date" label="Begins on or after" short />
          <Field name="lastOn" type="date" label="Last day" short optional />
        </div>
        <p class="hint">Without a last day it goes on until it is ended; meetings are made a year ahead at most.</p>
        <Field name="agendaDays" type="number" label="Agenda goes out so many days before" min={0} max={60} short />
        <Field
          name="silentDays"
          type="number"
          label="Minutes count as approved after so many days"
          hint="0: only at the next meeting."
          min={0}
          max={90}
          short
        />
        <Field name="quorumPercent" type="number" label="Quorum, in percent of those expected" hint="0 for none." min={0} max={100} short />
        <ListField lists={lists} />
        <Check name="public" label="The public sees that it meets, and its approved minutes" checked={series ? series.public : true} />
        <div class="row">
          <Button kind="primary">{series ? 'See what changes' : 'Begin the series'}</Button>
          <Button kind="quiet" href={series ? `/series/${series.slug}` : '/meetings'}>
            Back
          </Button>
        </div>
      </Form>
    </>
  )
}

/** What a change of the series does, before it is done. */
export function SeriesPreviewPage(props: {
  series: Series
  change: Omit<NewSeries, 'hosts'>
  plan: SeriesPlan<Awaited<ReturnType<typeof listComing>>[number]>
  people: Expected[]
  body: FormBody
}) {
  const { series, change, plan, people, body } = props
  const typed = Object.entries(body).flatMap(([name, value]) =>
    [value].flat().flatMap((one) => (typeof one === 'string' ? [[name, one] as const] : [])),
  )
  const settings = describeChanges(series, change)
  const moved = plan.moves.flatMap(({ meeting, day }) => {
    const to = seriesInstant(day, change.startsAt, change.zone)
    return +to === +meeting.startsAt ? [] : [{ meeting, to }]
  })
  // Calendars show name, place and times; of the rest nobody is mailed.
  const told =
    moved.length + plan.drops.length > 0 ||
    series.title !== change.title ||
    series.place !== change.place ||
    series.minutes !== change.minutes
  const parts = [
    moved.length === 0
      ? 'No date changes'
      : `${moved.length} ${moved.length === 1 ? 'meeting gets this date' : 'meetings get these dates'}`,
    ...(plan.drops.length > 0 ? [`${plan.drops.length} ${plan.drops.length === 1 ? 'is' : 'are'} cancelled`] : []),
  ]
  return (
    <>
      <Heading
        title={`Change ${series.title}?`}
        lead={`${parts.join(', ')}; ${told ? `${people.length} people get one mail each` : 'nobody needs to be told'}.`}
      />
      {settings.length > 0 && (
        <Table
          caption="What changes"
          hideCaption
          columns={[{ label: 'What changes' }, { label: 'Now' }, { label: 'Then' }]}
          rows={settings}
        />
      )}
      {moved.length + plan.drops.length > 0 && (
        <Table
          caption="Dates"
          hideCaption
          columns={[{ label: 'Now' }, { label: 'Then' }]}
          rows={[
            ...moved.map(({ meeting, to }) => [
              <MeetingTime at={meeting.startsAt} zone={meeting.zone} />,
              <MeetingTime at={to} zone={change.zone} />,
            ]),
            ...plan.drops.map((meeting) => [<MeetingTime at={meeting.startsAt} zone={meeting.zone} />, 'cancelled']),
          ]}
        />
      )}
      <form method="post" action={`/series/${series.slug}`} class="row">
        {typed.map(([name, value]) => (
          <Hidden name={name} value={value} />
        ))}
        <Hidden name="confirmed" value="yes" />
        <Button kind="primary">Change and tell</Button>
        <Button kind="quiet" href={`/series/${series.slug}/edit`}>
          Back
        </Button>
      </form>
    </>
  )
}
