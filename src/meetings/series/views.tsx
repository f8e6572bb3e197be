import { MoreFields } from '../../lib/ui/field-parts.tsx'
import { Check, Choices, Field, Form, Hidden, Select } from '../../lib/ui/form.tsx'
import { formatDay, type Locale } from '../../lib/ui/format.ts'
import type { FormBody, Typed } from '../../lib/ui/forms.ts'
import { languageNow } from '../../lib/ui/language.ts'
import { Listing, Table, Thing, Things } from '../../lib/ui/lists.tsx'
import { About, Button, Cancel, Empty, Facts, PostButton, Section, Split, State, Submit, Titled } from '../../lib/ui/parts.tsx'
import { useReader, useRefused } from '../../lib/ui/reader.ts'
import { MeetingTime } from '../../lib/ui/time.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { zoneCity } from '../../lib/ui/zone-cities.ts'
import { ZoneFold } from '../../lib/ui/zones.tsx'
import type { Expected, getSeries, HostName, listComing, Meeting } from '../core/queries.ts'
import type { NewSeries } from '../core/series-actions.ts'
import { hostOptions, KindField, ListField, OpenPlaceField } from '../form-views.tsx'
import { lengthOf } from '../lengths.ts'
import type { MinutesList } from '../minutes/lists-queries.ts'
import { pageWords } from '../page-words.ts'
import { hasZone, type Proposal, wallShift } from '../rules.ts'
import { hostsOf } from '../views.tsx'
import { cadenceIn, readCadence, sayCadence } from './cadence.ts'
import type { SeriesPlan } from './rules.ts'
import { describeChanges } from './settings.ts'

const t = textsOf('meetings', 'series')

type Series = Awaited<ReturnType<typeof getSeries>>

// What a new series begins with.
const usual = { agendaDays: '7', silentDays: '14', quorumPercent: '0' }

const weekdays = [1, 2, 3, 4, 5, 6, 7]
const nths = () => [
  { value: '1', label: t.nths.first },
  { value: '2', label: t.nths.second },
  { value: '3', label: t.nths.third },
  { value: '4', label: t.nths.fourth },
  { value: '-1', label: t.nths.last },
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
    { term: words.howOften, value: cadenceIn(locale, { n: series.everyN, unit: series.everyUnit }) },
    { term: words.when, value: words.at({ day, time: series.startsAt.slice(0, 5), city: zoneCity(series.zone, locale) }) },
    { term: words.howLong, value: pageWords(locale).minutesLong({ n: series.minutes }) },
    { term: words.goesOn, value: series.lastOn ? formatDay({ locale }, series.lastOn) : words.open },
  ]
}

/** Whose clocks move from one meeting to the next, though the meeting does not: from the last one that was to the first that comes, too. */
function Shifts({ meetings, people, zone }: { meetings: Meeting[]; people: Expected[]; zone: string }) {
  const moves = meetings.flatMap((meeting, i) => {
    const before = meetings[i - 1]
    if (!before) return []
    const shifts = people
      .filter(hasZone)
      .map((person) => ({ name: person.name, shift: wallShift(before.startsAt, meeting.startsAt, zone, person.zone) }))
    return [...Map.groupBy(shifts, ({ shift }) => shift)]
      .filter(([shift]) => shift !== 0)
      .map(([shift, moved]) => ({ meeting, shift, names: moved.map(({ name }) => name) }))
  })
  if (moves.length === 0) return null
  return (
    <Listing title={t.whereClocksChange}>
      {moves.map(({ meeting, names, shift }) => (
        <Thing
          title={t.shift({
            length: lengthOf(languageNow(), shift),
            later: shift > 0,
            names: names.length > 6 ? [...names.slice(0, 6), t.others({ count: names.length - 6 })] : names,
          })}
          meta={<MeetingTime at={meeting.startsAt} zone={zone} />}
        />
      ))}
    </Listing>
  )
}

/** Hours for the next meetings that share the burden, where the fixed hour leaves it with some. */
function Rotation({ rotation, zone, names }: { rotation: Turn[]; zone: string; names: Map<number, string> }) {
  if (rotation.length === 0) return null
  return (
    <Section title={t.aFairRotation}>
      <p class="soft">{t.eachHourIsTheFairestAfter}</p>
      <Things label={t.aFairRotation}>
        {rotation.map(({ meeting, proposal }) => (
          <Thing
            title={<MeetingTime at={proposal.startsAt} zone={zone} />}
            meta={
              proposal.burdens
                .filter(({ points }) => points > 0)
                .sort((a, b) => b.points - a.points)
                .slice(0, 4)
                .map(({ personId, points }) => `${names.get(personId) ?? ''} ${points}`)
                .join(', ') || t.withinHours
            }
            act={
              <a href={`/meetings/${meeting.slug}/edit`}>
                {t.changeThisMeeting}
                <About>
                  <MeetingTime at={proposal.startsAt} zone={zone} />
                </About>
              </a>
            }
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
  const { locale, alone } = useReader()
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
    <Titled
      title={series.title}
      meta={hostsOf(series.hosts, locale, alone)}
      actions={series.mayArrange && !series.endedAt && <Button href={`/series/${series.slug}/edit`}>{t.change2}</Button>}
    >
      {series.endedAt && <State>{words.series.hasEnded}</State>}
      <Split
        aside={
          <>
            <Facts items={factsOf(series, locale)} />
            {series.mayArrange && !series.endedAt && (
              <details class="fold">
                <summary>{t.endTheSeries}</summary>
                <div class="stack">
                  <p class="soft">{t.itsMeetingsToComeAreCancelled}</p>
                  <PostButton action={`/series/${series.slug}/end`} kind="danger" text={t.endTheSeries} />
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
        <Shifts meetings={[...past.slice(0, 1), ...upcoming]} people={people} zone={series.zone} />
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
    </Titled>
  )
}

/** Begins or changes a series. */
export function SeriesFormPage(props: {
  hosts: HostName[]
  series?: Series | undefined
  lists: MinutesList[]
  zone: string
  today: string
}) {
  const refused = useRefused()
  const { hosts, series, lists, zone, today } = props
  const options = hostOptions(hosts)
  const { locale } = useReader()
  const values: Typed = series
    ? {
        title: series.title,
        cadence: cadenceIn(locale, { n: series.everyN, unit: series.everyUnit }),
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
        cadence: cadenceIn(locale, { n: 2, unit: 'month' }),
        minutes: '60',
        zone,
        firstOn: today,
        ...usual,
        hosts: options[0]?.value ?? '',
      }
  return (
    <Titled title={series ? t.change({ title: series.title }) : t.aNewSeries}>
      <Form action={series ? `/series/${series.slug}` : '/series'} values={values}>
        <Field name="title" label={t.whatItIsCalled} maxlength={200} />
        <KindField />
        {!series && <Choices name="hosts" label={t.whoMeets} many options={options} hint={t.severalMeetTogetherOneMeeting} />}
        <Field name="cadence" label={t.howOften} hint={t.likeEvery2MonthsOrEvery} maxlength={60} short />
        {refused?.fields.meaning && (
          <Choices
            name="meaning"
            label={t.whichDoYouMean}
            options={readCadence(String(refused.typed.cadence ?? '')).map((meaning) => ({
              value: sayCadence(meaning),
              label: cadenceIn(locale, meaning),
            }))}
          />
        )}
        <div class="fields">
          <Select
            name="weekday"
            label={t.dayOfTheWeek}
            options={weekdays.map((weekday) => ({ value: String(weekday), label: weekdayIn(locale, weekday) }))}
            empty={false}
          />
          <Select name="nth" label={t.whichOfTheMonthIfBy} options={nths()} empty={false} />
        </div>
        <div class="fields">
          <Field name="time" type="time" label={t.time} short />
          <Field name="minutes" type="number" label={t.minutes} min={5} max={1_440} short />
        </div>
        <ZoneFold name="zone" label={t.timeZone} hint={t.whereTheMeetingIsAtHome} />
        <Field name="place" label={t.where} maxlength={500} optional />
        <div class="fields">
          <Field name="firstOn" type="date" label={t.beginsOnOrAfter} short />
          <Field name="lastOn" type="date" label={t.lastDay} short optional />
        </div>
        <p class="hint">{t.withoutALastDayItGoes}</p>
        <MoreFields title={t.agendaQuorumAndMinutes} names={['agendaDays', 'silentDays', 'quorumPercent', 'minutesListId']} usual={usual}>
          <Field name="agendaDays" type="number" label={t.agendaGoesOutSoManyDays} min={0} max={60} short />
          <Field
            name="silentDays"
            type="number"
            label={t.minutesCountAsApprovedAfterSo}
            hint={t.n0OnlyAtTheNextMeeting}
            min={0}
            max={90}
            short
          />
          <Field name="quorumPercent" type="number" label={t.quorumInPercentOfThoseExpected} hint={t.n0ForNone} min={0} max={100} short />
          <ListField lists={lists} />
        </MoreFields>
        <Check name="public" label={t.thePublicSeesThatItMeets} checked={series ? series.public : true} />
        <OpenPlaceField of={series} />
        <Submit kind="primary" beside={<Cancel href={series ? `/series/${series.slug}` : '/meetings'}>{t.back}</Cancel>}>
          {series ? t.preview : t.create}
        </Submit>
      </Form>
    </Titled>
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
  const settings = describeChanges(languageNow(), series, change)
  const moved = plan.moves.filter(({ meeting, startsAt }) => +startsAt !== +meeting.startsAt)
  // Calendars show name, place and times; of the rest nobody is mailed.
  const told =
    moved.length + plan.drops.length > 0 ||
    series.title !== change.title ||
    series.place !== change.place ||
    series.minutes !== change.minutes
  const parts = [
    moved.length === 0 ? t.noDateChanges : t.moved({ count: moved.length }),
    ...(plan.drops.length > 0 ? [t.dropped({ count: plan.drops.length })] : []),
    told ? t.told({ people: people.length }) : t.noOneTold,
  ]
  return (
    <Titled title={t.change3({ title: series.title })} lead={parts.join(' · ')}>
      {settings.length > 0 && (
        <Table caption={t.whatChanges} columns={[{ label: t.whatChanges }, { label: t.now }, { label: t.then }]} rows={settings} />
      )}
      {moved.length + plan.drops.length > 0 && (
        <Table
          caption={t.dates}
          columns={[{ label: t.now }, { label: t.then }]}
          rows={[
            ...moved.map(({ meeting, startsAt }) => [
              <MeetingTime at={meeting.startsAt} zone={meeting.zone} />,
              <MeetingTime at={startsAt} zone={change.zone} />,
            ]),
            ...plan.drops.map((meeting) => [<MeetingTime at={meeting.startsAt} zone={meeting.zone} />, t.cancelled]),
          ]}
        />
      )}
      <form method="post" action={`/series/${series.slug}`} class="row">
        {typed.map(([name, value]) => (
          <Hidden name={name} value={value} />
        ))}
        <Hidden name="confirmed" value="yes" />
        <Button kind="primary">{told ? t.changeAndEmail : t.changeAndTell}</Button>
        <Button kind="quiet" href={`/series/${series.slug}/edit`} text={t.keepSeries} />
      </form>
    </Titled>
  )
}
