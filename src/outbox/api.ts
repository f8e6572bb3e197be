import { z } from '@hono/zod-openapi'
import { retryMails } from '../archive/actions.ts'
import { inboundState } from '../archive/queries.ts'
import { NotFound } from '../errors.ts'
import { record } from '../journal/actions.ts'
import { does, instant, maybeInstant, named, needs, pagesAfter, routes, says } from '../lib/ui/api.ts'
import { line } from '../lib/ui/forms.ts'
import { sayKept } from '../lib/ui/kept.ts'
import { refusals, textsOf } from '../lib/ui/words.ts'
import { mayAdminister } from '../policy.ts'
import { listParked } from './parked-queries.ts'
import { countDeliveries, getDelivery, listDeliveries } from './queries.ts'
import { deliveryStates } from './rules.ts'

const t = textsOf('outbox', 'api')

const Delivery = named('Delivery', {
  id: z.int(),
  kind: z.string(),
  subject: z.string(),
  email: z.string(),
  state: z.enum(deliveryStates),
  attempts: z.int(),
  queuedAt: instant(),
  nextAt: instant(),
  settledAt: maybeInstant(),
  code: z.int().nullable(),
  answer: z.string().nullable().openapi({ description: 'What the server said.' }),
})
const Parked = named('ParkedMail', {
  id: z.int(),
  receivedAt: instant(),
  mailFrom: z.string(),
  rcptTo: z.array(z.string()),
  attempts: z.int(),
  error: z.string().nullable(),
})

/** The site's mail, in and out, for who administers it; to others these addresses do not exist. */
export const outboxApi = routes()
outboxApi.use('/admin/*', async (c, next) => {
  if (!mayAdminister(c.var.actor)) throw new NotFound(refusals.thereIsNoSuchAddress)
  await next()
})

/** With what the server answered, or why none was asked. */
const said = <D extends { answer: string | null }>(one: D): D => ({ ...one, answer: one.answer && sayKept(one.answer) })

outboxApi.operation('listOutgoingMail', 'GET /admin/outbox', {
  summary: 'Outgoing emails, one entry for each recipient, newest first',
  may: needs('admin'),
  query: { state: z.enum(deliveryStates).optional(), q: line(254).default('').openapi({ description: 'Part of an address.' }) },
  answers: pagesAfter(
    1,
    Delivery,
    'A page of deliveries, and how many there are by state. A page of a search may hold few or none and still have a next one.',
    { counts: z.record(z.enum(deliveryStates), z.int()) },
  ),
  run: async ({ db, query: { after, state, q, limit } }) => {
    const [before] = after
    const [counts, { deliveries, next }] = await Promise.all([countDeliveries(db), listDeliveries(db, { state, search: q, before, limit })])
    return { items: deliveries.map(said), next, counts }
  },
})

outboxApi.operation('getOutgoingMail', 'GET /admin/outbox/{delivery}', {
  summary: 'One delivery',
  may: needs('admin'),
  answers: says(Delivery, 'The delivery.'),
  run: async ({ db, params }) => {
    const delivery = await getDelivery(db, params.delivery)
    return said({ ...delivery, kind: delivery.kind ?? 'list.post' })
  },
})

outboxApi.operation('getIncomingQueue', 'GET /admin/queue', {
  summary: 'Incoming email: how much waits, and what could not be processed, with the error',
  may: needs('admin'),
  answers: pagesAfter(1, Parked, 'Parked mail, newest first; since when the oldest mail waits.', {
    waiting: z.int(),
    parked: z.int(),
    oldest: maybeInstant(),
  }),
  run: async ({ db, query: { after, limit } }) => {
    const [state, { parked, next }] = await Promise.all([inboundState(db), listParked(db, { before: after[0], limit })])
    return { ...state, items: parked, next }
  },
})

outboxApi.operation('retryIncomingMail', 'POST /admin/queue/{mail}/retry', {
  summary: 'Retry an email that could not be processed',
  may: needs('admin'),
  answers: does('The mail is tried again.'),
  run: ({ write, actor, params: { mail } }) =>
    write(async (tx) => {
      if ((await retryMails(tx, [mail])) === 0) throw new NotFound(t.unprocessedEmailNotFound)
      await record(tx, actor, { action: 'mail.retried', subject: `inbound:${mail}` })
    }),
})
