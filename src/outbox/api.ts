import { createRoute, z } from '@hono/zod-openapi'
import { retryMails } from '../archive/actions.ts'
import { inboundState } from '../archive/queries.ts'
import { NotFound } from '../errors.ts'
import { record } from '../journal/actions.ts'
import { does, id, instant, maybeInstant, needs, Paging, pageOf, pointNext, readCursor, routes, says } from '../lib/ui/api.ts'
import { sayKept } from '../lib/ui/kept.ts'
import { refusals } from '../lib/ui/refusals.ts'
import { line } from '../lib/ui/texts.ts'
import { textsOf } from '../lib/ui/words.ts'
import { mayAdminister } from '../policy.ts'
import { listParked } from './parked-queries.ts'
import { countDeliveries, getDelivery, listDeliveries } from './queries.ts'

const t = textsOf('outbox', 'api')

const states = ['queued', 'sent', 'deferred', 'failed', 'cancelled'] as const
const Delivery = z
  .object({
    id: z.number().int(),
    kind: z.string(),
    subject: z.string(),
    email: z.string(),
    state: z.enum(states),
    attempts: z.number().int(),
    queuedAt: instant(),
    nextAt: instant(),
    settledAt: maybeInstant(),
    code: z.number().int().nullable(),
    answer: z.string().nullable().openapi({ description: 'What the server said.' }),
  })
  .openapi('Delivery')
const Parked = z
  .object({
    id: z.number().int(),
    receivedAt: instant(),
    mailFrom: z.string(),
    rcptTo: z.array(z.string()),
    attempts: z.number().int(),
    error: z.string().nullable(),
  })
  .openapi('ParkedMail')

/** The site's mail, in and out, for who administers it; to others these addresses do not exist. */
export const outboxApi = routes()
outboxApi.use('/admin/*', async (c, next) => {
  if (!mayAdminister(c.var.actor)) throw new NotFound(refusals.thereIsNoSuchAddress)
  await next()
})

/** With what the server answered, or why none was asked. */
const said = <D extends { answer: string | null }>(one: D): D => ({ ...one, answer: one.answer && sayKept(one.answer) })

outboxApi.openapi(
  createRoute({
    method: 'get',
    path: '/admin/outbox',
    operationId: 'listOutgoingMail',
    summary: 'Outgoing emails, one entry for each recipient, newest first',
    ...needs('admin'),
    request: {
      query: Paging.extend({ state: z.enum(states).optional(), q: line(254).default('').openapi({ description: 'Part of an address.' }) }),
    },
    responses: says(
      pageOf(Delivery).extend({ counts: z.record(z.enum(states), z.number().int()) }),
      'A page of deliveries, and how many there are by state. A page of a search may hold few or none and still have a next one.',
    ),
  }),
  async (c) => {
    const { cursor, state, q, limit } = c.req.valid('query')
    const [before] = readCursor(cursor, 1) ?? []
    const [counts, { deliveries, next }] = await Promise.all([
      countDeliveries(c.var.db),
      listDeliveries(c.var.db, { state, search: q, before, limit }),
    ])
    return c.json(
      { ...pageOf(Delivery).parse({ items: deliveries.map(said), next: pointNext(c, next === undefined ? undefined : [next]) }), counts },
      200,
    )
  },
)

outboxApi.openapi(
  createRoute({
    method: 'get',
    path: '/admin/outbox/{delivery}',
    operationId: 'getOutgoingMail',
    summary: 'One delivery',
    ...needs('admin'),
    request: { params: z.object({ delivery: id() }) },
    responses: says(Delivery, 'The delivery.'),
  }),
  async (c) => {
    const delivery = await getDelivery(c.var.db, c.req.valid('param').delivery)
    return c.json(Delivery.parse(said({ ...delivery, kind: delivery.kind ?? 'list.post' })), 200)
  },
)

outboxApi.openapi(
  createRoute({
    method: 'get',
    path: '/admin/queue',
    operationId: 'getIncomingQueue',
    summary: 'Incoming email: how much waits, and what could not be processed, with the error',
    ...needs('admin'),
    request: { query: Paging },
    responses: says(
      pageOf(Parked).extend({ waiting: z.number().int(), parked: z.number().int(), oldest: maybeInstant() }),
      'Parked mail, newest first; since when the oldest mail waits.',
    ),
  }),
  async (c) => {
    const { cursor, limit } = c.req.valid('query')
    const [before] = readCursor(cursor, 1) ?? []
    const [{ waiting, parked, oldest }, page] = await Promise.all([inboundState(c.var.db), listParked(c.var.db, { before, limit })])
    const items = z.array(Parked).parse(page.parked)
    const next = pointNext(c, page.next === undefined ? undefined : [page.next])
    return c.json({ items, next, waiting, parked, oldest: maybeInstant().parse(oldest) }, 200)
  },
)

outboxApi.openapi(
  createRoute({
    method: 'post',
    path: '/admin/queue/{mail}/retry',
    operationId: 'retryIncomingMail',
    summary: 'Retry an email that could not be processed',
    ...needs('admin'),
    request: { params: z.object({ mail: id() }) },
    responses: does('The mail is tried again.'),
  }),
  async (c) => {
    const { write, actor } = c.var
    const { mail } = c.req.valid('param')
    await write(async (tx) => {
      if ((await retryMails(tx, [mail])) === 0) throw new NotFound(t.unprocessedEmailNotFound)
      await record(tx, actor, { action: 'mail.retried', subject: `inbound:${mail}` })
    })
    return c.body(null, 204)
  },
)
