import * as z from 'zod'
import { Invalid, NotFound } from '../../errors.ts'
import type { Db } from '../../lib/db/rows.ts'
import { type FormBody, line, readForm, tick, usually, whole } from '../../lib/ui/forms.ts'
import { languageNow } from '../../lib/ui/language.ts'
import { type C, done, mailed, pages, refusable, twin } from '../../lib/ui/web.tsx'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { zoneField } from '../../lib/ui/zone-field.ts'
import { todayOf } from '../../time.ts'
import {
  getSeries,
  hostIds,
  listArrangeable,
  listComing,
  listExpected,
  listMeetings,
  listTakenDays,
  type Meeting,
} from '../core/queries.ts'
import { changeSeries, endSeries, type NewSeries, startSeries } from '../core/series-actions.ts'
import { listsOf, readHosts } from '../pages.tsx'
import { readLedger } from '../polls/queries.ts'
import { keptOpen, proposeTimes, rotate } from '../rules.ts'
import { type Cadence, cadenceIn, readCadence, sayCadence } from './cadence.ts'
import { planSeries } from './rules.ts'
import { SeriesFormPage, SeriesPage, SeriesPreviewPage, type Turn } from './views.tsx'

const times = textsOf('meetings', 'times')
const t = textsOf('meetings', 'series')

const SeriesForm = z.object({
  title: line(200),
  hosts: z.union([line(20), z.array(line(20))]).optional(),
  cadence: line(60),
  weekday: z.coerce.number().int().min(1).max(7),
  nth: z.coerce
    .number()
    .int()
    .refine((n) => [-1, 1, 2, 3, 4].includes(n))
    .default(1),
  time: z.iso.time({ precision: -1 }),
  minutes: z.coerce.number().int().min(5).max(1_440),
  zone: zoneField(() => times.zone),
  kind: z.enum(['meeting', 'call', 'conference']).default('meeting'),
  place: line(500).default(''),
  firstOn: z.iso.date(),
  lastOn: z.iso.date().optional(),
  agendaDays: usually(z.coerce.number().int().min(0).max(60), 7),
  silentDays: usually(z.coerce.number().int().min(0).max(90), 14),
  quorumPercent: usually(z.coerce.number().int().min(0).max(100), 0),
  public: tick(),
  placeOpen: tick(),
  minutesListId: whole().optional(),
  /** Which of the two meanings of “bi-monthly” is meant. */
  meaning: line(60).optional(),
  confirmed: line(20).optional(),
})

/** Of two meanings the one that was chosen; both where none was. */
const chooseMeaning = (meanings: Cadence[], said: string | undefined): Cadence[] => {
  const chosen = meanings.find((one) => sayCadence(one) === said)
  return chosen ? [chosen] : meanings
}

/** Reads a series; who wrote a word with two meanings is asked which of them they mean. */
function readSeries(body: FormBody): { series: Omit<NewSeries, 'hosts'>; confirmed: boolean; hosts: ReturnType<typeof readHosts> } {
  const { cadence, meaning, time, lastOn, hosts, confirmed, nth, minutesListId, ...form } = readForm(SeriesForm, body)
  const meanings = chooseMeaning(readCadence(cadence), meaning)
  if (meanings.length > 1) {
    const [two = '', twice = ''] = meanings.map((one) => cadenceIn(languageNow(), one))
    const sentence = t.hasTwoMeaningsOrSayWhich({ cadence, two, twice })
    throw new Invalid(sentence, { cadence: sentence, meaning: t.chooseOneOfTheTwo })
  }
  const [meant] = meanings
  if (!meant) throw new Invalid(refusals.lookAgain, { cadence: t.writeHowOftenLikeEvery2 })
  if (lastOn && lastOn < form.firstOn) throw new Invalid(refusals.lookAgain, { lastOn: t.theLastDayIsBeforeThe })
  return {
    series: {
      ...keptOpen(form),
      everyN: meant.n,
      everyUnit: meant.unit,
      nth: meant.unit === 'month' ? nth : null,
      startsAt: time,
      lastOn: lastOn ?? null,
      minutesListId: minutesListId ?? null,
    },
    confirmed: confirmed === 'yes',
    hosts: readHosts(hosts),
  }
}

async function showForm(c: C, slug?: string) {
  const { db, actor } = c.var
  const hosts = await listArrangeable(db, actor)
  const series = slug === undefined ? undefined : await getSeries(db, actor, slug)
  if (series ? !series.mayArrange : hosts.length === 0) throw new NotFound(refusals.thereIsNoSuchPage)
  return c.var.page(
    series ? t.change({ title: series.title }) : t.aNewSeries,
    <SeriesFormPage hosts={hosts} series={series} lists={await listsOf(c, hosts, series)} zone={actor.zone} today={todayOf(actor)} />,
  )
}

/** The hours of the same days that would share the burden; none where the hours they have do it already. */
async function rotationOf(db: Db, series: Awaited<ReturnType<typeof getSeries>>, meetings: Meeting[], at: Date): Promise<Turn[]> {
  const { people: ledger } = await readLedger(db, hostIds(series.hosts), at)
  // In a crowd no hour is fair, and weighing each for everybody takes long; where nobody's zone is known all hours would be.
  if (ledger.length === 0 || ledger.length > 60) return []
  // Where the hours that they have burden nobody, others would only be other hours.
  const burdens = meetings.flatMap(({ startsAt }) => proposeTimes([startsAt], series.minutes, ledger, 1)[0]?.burdens ?? [])
  if (burdens.every(({ points }) => points === 0)) return []
  const days = meetings.map(({ startsAt }) => {
    const midnight = Temporal.Instant.fromEpochMilliseconds(startsAt.getTime()).toZonedDateTimeISO(series.zone).startOfDay()
    return Array.from({ length: 24 }, (_, hour) => new Date(midnight.add({ hours: hour }).epochMilliseconds))
  })
  const rotated = rotate(days, series.minutes, ledger)
  const turns = rotated.flatMap((proposal, i) => (meetings[i] ? [{ meeting: meetings[i], proposal }] : []))
  return turns.some(({ meeting, proposal }) => +meeting.startsAt !== +proposal.startsAt) ? turns : []
}

export const seriesPages = pages()
  .get('/series/new', (c) => showForm(c))
  .post('/series', twin('work', 'POST /series'), async (c) => {
    const { db, write, actor } = c.var
    if ((await listArrangeable(db, actor)).length === 0) throw new NotFound(refusals.thereIsNoSuchPage)
    return refusable(c, () => showForm(c, undefined)).run(async (body) => {
      const { series, hosts } = readSeries(body)
      const slug = await write((tx) => startSeries(tx, actor, { ...series, hosts }))
      return done(c, `/series/${slug}`, mailed(c, t.theSeriesBeginsTheInvitationsAre), slug)
    })
  })
  .get('/series/:series', async (c) => {
    const { db, actor } = c.var
    const series = await getSeries(db, actor, c.req.param('series'))
    const upcoming = await listMeetings(db, actor, { when: 'upcoming', seriesId: series.id, page: 1 })
    const past = await listMeetings(db, actor, { when: 'past', seriesId: series.id, page: 1 })
    return c.var.page(
      series.title,
      <SeriesPage
        series={series}
        upcoming={upcoming.meetings}
        past={past.meetings}
        people={series.atTable ? await listExpected(db, hostIds(series.hosts), actor.at) : []}
        rotation={series.mayArrange ? await rotationOf(db, series, upcoming.meetings.slice(0, 4), actor.at) : []}
      />,
    )
  })
  .get('/series/:series/edit', (c) => showForm(c, c.req.param('series')))
  .post('/series/:series', twin('work', 'PATCH /series/{series}'), async (c) => {
    const { db, write, actor } = c.var
    const series = await getSeries(db, actor, c.req.param('series'))
    if (!series.mayArrange) throw new NotFound(t.thereIsNoSuchSeries)
    return refusable(c, () => showForm(c, series.slug)).run(async (body) => {
      const { series: change, confirmed } = readSeries(body)
      if (!confirmed) {
        const coming = await listComing(db, series.id, actor.at)
        const plan = planSeries(change, coming, actor.at, await listTakenDays(db, series.id, coming))
        const people = await listExpected(db, hostIds(series.hosts), actor.at)
        return c.var.page(
          t.change({ title: series.title }),
          <SeriesPreviewPage series={series} change={change} plan={plan} people={people} body={body} />,
        )
      }
      await write((tx) => changeSeries(tx, actor, series.id, change))
      return done(c, `/series/${series.slug}`, t.changedEachPersonGetsOneMail)
    })
  })
  .post('/series/:series/end', twin('work', 'POST /series/{series}/end'), async (c) => {
    const { db, write, actor } = c.var
    const series = await getSeries(db, actor, c.req.param('series'))
    if (!series.mayArrange) throw new NotFound(t.thereIsNoSuchSeries)
    await write((tx) => endSeries(tx, actor, series.id, ''))
    return done(c, `/series/${series.slug}`, t.theSeriesHasEndedItsMeetings)
  })
