import { z } from '@hono/zod-openapi'
import { NotFound } from '../../errors.ts'
import { does, lists, makes, maybeInstant, needs, routes, says } from '../../lib/ui/api.ts'
import { line, lines } from '../../lib/ui/forms.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { getSeries, listSeries } from '../core/queries.ts'
import { changeSeries, endSeries, startSeries } from '../core/series-actions.ts'
import { arrangedKind, Host, hosts, kinds, minutesListId, placeOpen, quorumPercent, whole, zone } from '../shapes-api.ts'
import { sayCadence } from './cadence.ts'

export const seriesApi = routes()

const t = textsOf('meetings', 'api')
const Series = z
  .object({ slug: z.string(), title: z.string(), cadence: z.string(), zone: z.string(), startsAt: z.string(), minutes: z.int() })
  .extend({ everyN: z.int(), everyUnit: z.enum(['week', 'month']), weekday: z.int(), nth: z.int().nullable() })
  .extend({ firstOn: z.iso.date(), lastOn: z.iso.date().nullable(), endedAt: maybeInstant(), kind: kinds, hosts: z.array(Host) })
  .openapi('MeetingSeries')
const SeriesSlug = { series: line(80) }
const shownSeries = (one: Awaited<ReturnType<typeof listSeries>>[number]) => ({
  ...one,
  cadence: sayCadence({ n: one.everyN, unit: one.everyUnit }),
})

seriesApi.operation('listMeetingSeries', 'GET /series', {
  summary: 'Series of meetings',
  may: needs('read', { open: true }),
  answers: lists(Series, 'All series that you may see.'),
  run: async ({ db, actor }) => (await listSeries(db, actor)).map(shownSeries),
})

seriesApi.operation('getMeetingSeries', 'GET /series/{series}', {
  summary: 'A series',
  may: needs('read', { open: true }),
  params: SeriesSlug,
  answers: says(Series, 'The series.'),
  run: async ({ db, actor, params }) => shownSeries(await getSeries(db, actor, params.series)),
})

const clock = z.iso.time({ precision: -1 }).openapi({ description: 'On the clocks of the zone.', format: 'HH:MM', example: '10:00' })
const seriesFacts = {
  title: line(200).min(1),
  everyN: z.int().min(1).max(52).openapi({ description: 'Every so many weeks or months.' }),
  everyUnit: z.enum(['week', 'month']),
  weekday: z.int().min(1).max(7).openapi({ description: 'Monday is 1.' }),
  nth: z
    .union([z.literal(-1), z.int().min(1).max(4)])
    .nullable()
    .openapi({ description: 'In a monthly series the nth of the month, -1 the last.' }),
  firstOn: z.iso.date(),
  lastOn: z.iso.date().nullable().openapi({ description: 'Null: no last day.' }),
  startsAt: clock,
  minutes: z.int().min(5).max(1_440),
  zone,
  place: line(500),
  placeOpen,
  agendaDays: z.int().min(0).max(60).openapi({ description: 'The agenda is sent so many days before; 0: never.' }),
  silentDays: z.int().min(0).max(90).openapi({ description: 'Days for checking the minutes; then they are approved. 0: never.' }),
  quorumPercent,
  public: z.boolean(),
  kind: arrangedKind,
  minutesListId,
}

seriesApi.operation('createMeetingSeries', 'POST /series', {
  summary: 'Create a series: its next meetings are created, and the people expected are invited',
  may: needs('write', 'work'),
  body: {
    ...seriesFacts,
    ...hosts,
    nth: seriesFacts.nth.default(null),
    lastOn: seriesFacts.lastOn.default(null),
    place: seriesFacts.place.default(''),
    placeOpen: placeOpen.default(false),
    agendaDays: seriesFacts.agendaDays.default(7),
    silentDays: seriesFacts.silentDays.default(14),
    quorumPercent: quorumPercent.default(0),
    public: seriesFacts.public.default(true),
    kind: arrangedKind.default('meeting'),
    minutesListId: minutesListId.default(null),
  },
  answers: makes(z.object({ slug: z.string() }), 'Started; the invitations are on their way.', '/series/{slug}'),
  run: async ({ write, actor, body: { groupIds, communityIds, ...series } }) => {
    const begun = { ...whole(series), hosts: { groupIds, communityIds } }
    return { slug: await write((tx) => startSeries(tx, actor, begun)) }
  },
})

seriesApi.operation('updateMeetingSeries', 'PATCH /series/{series}', {
  summary: 'Edit a series with its upcoming meetings; each person gets one email for the whole change',
  may: needs('write', 'work'),
  params: SeriesSlug,
  body: z.object(seriesFacts).partial(),
  answers: does('Changed; whoever needs to know is told.'),
  run: async ({ db, write, actor, params, body }) => {
    const there = await getSeries(db, actor, params.series)
    if (!there.mayArrange) throw new NotFound(t.meetingSeriesNotFound)
    const { id, title, everyN, everyUnit, weekday, nth, firstOn, lastOn, startsAt, minutes, zone, place, placeOpen } = there
    const { agendaDays, silentDays, quorumPercent, kind, minutesListId } = there
    const change = whole({
      ...{ title, everyN, everyUnit, weekday, nth, firstOn, lastOn, startsAt, minutes, zone, place, placeOpen },
      ...{ agendaDays, silentDays, quorumPercent, kind, minutesListId, public: there.public },
      ...body,
    })
    await write((tx) => changeSeries(tx, actor, id, change))
  },
})

seriesApi.operation('endMeetingSeries', 'POST /series/{series}/end', {
  summary: 'End a series; its upcoming meetings are cancelled',
  may: needs('write', 'work'),
  params: SeriesSlug,
  body: { reason: lines(1_000).default('') },
  answers: does('Ended; everybody is told.'),
  run: async ({ db, write, actor, params, body }) => {
    const series = await getSeries(db, actor, params.series)
    await write((tx) => endSeries(tx, actor, series.id, body.reason))
  },
})
