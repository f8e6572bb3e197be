import { createRoute, z } from '@hono/zod-openapi'
import { NotFound } from '../../errors.ts'
import { cut, does, made, makes, maybeInstant, needs, Paging, pageOf, routes, says, takes } from '../../lib/ui/api.ts'
import { line, lines } from '../../lib/ui/texts.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { getSeries, listSeries } from '../core/queries.ts'
import { changeSeries, endSeries, startSeries } from '../core/series-actions.ts'
import { arrangedKind, Host, hosts, kinds, minutesListId, quorumPercent, whole, zone } from '../shapes-api.ts'
import { sayCadence } from './cadence.ts'

export const seriesApi = routes()

const t = textsOf('meetings', 'api')
const Series = z
  .object({ slug: z.string(), title: z.string(), cadence: z.string(), zone: z.string(), startsAt: z.string(), minutes: z.number().int() })
  .extend({ everyN: z.number().int(), everyUnit: z.enum(['week', 'month']), weekday: z.number().int(), nth: z.number().int().nullable() })
  .extend({ firstOn: z.iso.date(), lastOn: z.iso.date().nullable(), endedAt: maybeInstant(), kind: kinds, hosts: z.array(Host) })
  .openapi('MeetingSeries')
const shownSeries = (one: Awaited<ReturnType<typeof listSeries>>[number]) =>
  Series.parse({ ...one, cadence: sayCadence({ n: one.everyN, unit: one.everyUnit }) })

seriesApi.openapi(
  createRoute({
    method: 'get',
    path: '/series',
    operationId: 'listMeetingSeries',
    summary: 'Series of meetings',
    ...needs('read', { open: true }),
    request: { query: Paging },
    responses: says(pageOf(Series), 'All series that you may see.'),
  }),
  async (c) => c.json(cut(c, c.req.valid('query'), (await listSeries(c.var.db, c.var.actor)).map(shownSeries)), 200),
)

seriesApi.openapi(
  createRoute({
    method: 'get',
    path: '/series/{series}',
    operationId: 'getMeetingSeries',
    summary: 'A series',
    ...needs('read', { open: true }),
    request: { params: z.object({ series: line(80) }) },
    responses: says(Series, 'The series.'),
  }),
  async (c) => c.json(shownSeries(await getSeries(c.var.db, c.var.actor, c.req.valid('param').series)), 200),
)

const SeriesSlug = z.object({ series: line(80) })
const clock = z.iso.time({ precision: -1 }).openapi({ description: 'On the clocks of the zone.', format: 'HH:MM', example: '10:00' })
const seriesFacts = {
  title: line(200).min(1),
  everyN: z.number().int().min(1).max(52).openapi({ description: 'Every so many weeks or months.' }),
  everyUnit: z.enum(['week', 'month']),
  weekday: z.number().int().min(1).max(7).openapi({ description: 'Monday is 1.' }),
  nth: z
    .union([z.literal(-1), z.number().int().min(1).max(4)])
    .nullable()
    .openapi({ description: 'In a monthly series the nth of the month, -1 the last.' }),
  firstOn: z.iso.date(),
  lastOn: z.iso.date().nullable().openapi({ description: 'Null: no last day.' }),
  startsAt: clock,
  minutes: z.number().int().min(5).max(1_440),
  zone,
  place: line(500),
  agendaDays: z.number().int().min(0).max(60).openapi({ description: 'The agenda is sent so many days before; 0: never.' }),
  silentDays: z.number().int().min(0).max(90).openapi({ description: 'Days for checking the minutes; then they are approved. 0: never.' }),
  quorumPercent,
  public: z.boolean(),
  kind: arrangedKind,
  minutesListId,
}

seriesApi.openapi(
  createRoute({
    method: 'post',
    path: '/series',
    operationId: 'createMeetingSeries',
    summary: 'Create a series: its next meetings are created, and the people expected are invited',
    ...needs('write', 'work'),
    request: {
      body: takes(
        z.object({
          ...seriesFacts,
          ...hosts,
          nth: seriesFacts.nth.default(null),
          lastOn: seriesFacts.lastOn.default(null),
          place: seriesFacts.place.default(''),
          agendaDays: seriesFacts.agendaDays.default(7),
          silentDays: seriesFacts.silentDays.default(14),
          quorumPercent: quorumPercent.default(0),
          public: seriesFacts.public.default(true),
          kind: arrangedKind.default('meeting'),
          minutesListId: minutesListId.default(null),
        }),
      ),
    },
    responses: makes(z.object({ slug: z.string() }), 'Started; the invitations are on their way.'),
  }),
  async (c) => {
    const { groupIds, communityIds, ...series } = c.req.valid('json')
    const begun = { ...whole(series), hosts: { groupIds, communityIds } }
    return made(c, { slug: await c.var.write((tx) => startSeries(tx, c.var.actor, begun)) }, ({ slug }) => `/series/${slug}`)
  },
)

seriesApi.openapi(
  createRoute({
    method: 'patch',
    path: '/series/{series}',
    operationId: 'updateMeetingSeries',
    summary: 'Edit a series with its upcoming meetings; each person gets one email for the whole change',
    ...needs('write', 'work'),
    request: { params: SeriesSlug, body: takes(z.object(seriesFacts).partial()) },
    responses: does('Changed; whoever needs to know is told.'),
  }),
  async (c) => {
    const { db, write, actor } = c.var
    const there = await getSeries(db, actor, c.req.valid('param').series)
    if (!there.mayArrange) throw new NotFound(t.meetingSeriesNotFound)
    const { id, title, everyN, everyUnit, weekday, nth, firstOn, lastOn, startsAt, minutes, zone, place } = there
    const { agendaDays, silentDays, quorumPercent, kind, minutesListId } = there
    const said = Object.fromEntries(Object.entries(c.req.valid('json')).filter(([, value]) => value !== undefined))
    const change = whole({
      ...{ title, everyN, everyUnit, weekday, nth, firstOn, lastOn, startsAt, minutes, zone, place },
      ...{ agendaDays, silentDays, quorumPercent, kind, minutesListId, public: there.public },
      ...said,
    })
    await write((tx) => changeSeries(tx, actor, id, change))
    return c.body(null, 204)
  },
)

seriesApi.openapi(
  createRoute({
    method: 'post',
    path: '/series/{series}/end',
    operationId: 'endMeetingSeries',
    summary: 'End a series; its upcoming meetings are cancelled',
    ...needs('write', 'work'),
    request: { params: SeriesSlug, body: takes(z.object({ reason: lines(1_000).default('') })) },
    responses: does('Ended; everybody is told.'),
  }),
  async (c) => {
    const { db, write, actor } = c.var
    const series = await getSeries(db, actor, c.req.valid('param').series)
    await write((tx) => endSeries(tx, actor, series.id, c.req.valid('json').reason))
    return c.body(null, 204)
  },
)
