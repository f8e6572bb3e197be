import { createRoute, z } from '@hono/zod-openapi'
import {
  cut,
  does,
  id,
  instant,
  made,
  makes,
  maybeInstant,
  needs,
  Paging,
  pageOf,
  pointNext,
  readCursor,
  routes,
  says,
  takes,
} from '../lib/ui/api.ts'
import { line, lines } from '../lib/ui/texts.ts'
import { addHook, changeHook, checkAddress, endHook, pauseHook, renewSecret, resumeHook, sendAgain, testHook } from './actions.ts'
import { hookForms } from './chats.ts'
import { getHook, listHookDeliveries, listHooks } from './queries.ts'
import { stateOf } from './rules.ts'
import { sayAnswer } from './words.ts'

const Hook = z
  .object({
    id: z.number().int(),
    name: z.string(),
    url: z.string(),
    events: z.array(z.string()),
    form: z.enum(hookForms),
    templates: z.string(),
    owner: z.string(),
    state: z.enum(['well', 'failing', 'paused']),
    pausedWhy: z.string(),
    waiting: z.number().int().openapi({ description: 'Deliveries that wait.' }),
    createdAt: instant(),
  })
  .openapi('Webhook')
const Delivery = z
  .object({
    id: z.number().int(),
    kind: z.string(),
    subject: z.string().nullable(),
    state: z.enum(['waiting', 'delivered', 'failed', 'dropped']),
    attempts: z.number().int(),
    queuedAt: instant(),
    nextAt: instant(),
    settledAt: maybeInstant(),
    code: z.number().int().nullable(),
    answer: z.string(),
    tookMs: z.number().int().nullable(),
  })
  .openapi('WebhookDelivery')
const Wanted = z.object({
  name: line(100).min(1),
  url: line(1_000).min(1).openapi({ description: 'https:// in the public internet.' }),
  events: z
    .array(line(100).min(1))
    .max(50)
    .openapi({ description: '`request.made`, `request.*`, or `*`.', example: ['request.*', 'answer.given'] }),
  form: z.enum(hookForms).default('json').openapi({ description: 'Our signed JSON, or a line for people as this chat takes it.' }),
  templates: lines(10_000)
    .default('')
    .openapi({ description: 'What a chat is told of a kind of event, a line each.', example: 'request.made: New: {title} {link}' }),
  token: line(1_000)
    .default('')
    .openapi({ description: 'The access token of a Matrix account; never shown again. Empty leaves the one that was given.' }),
})
const Secret = z.object({ secret: z.string().openapi({ description: 'Shown this once; signs as Standard Webhooks has it.' }) })
const at = z.object({ webhook: id() })
const deliveryAt = at.extend({ delivery: id() })

/** Programs that are told what happens here. */
export const hookApi = routes()

hookApi.openapi(
  createRoute({
    method: 'get',
    path: '/webhooks',
    operationId: 'listWebhooks',
    summary: 'My webhooks',
    ...needs('read'),
    request: { query: Paging },
    responses: says(pageOf(Hook), 'All of them.'),
  }),
  async (c) => {
    const hooks = await listHooks(c.var.db, c.var.actor)
    return c.json(
      cut(
        c,
        c.req.valid('query'),
        hooks.map((hook) => Hook.parse({ ...hook, state: stateOf(hook) })),
      ),
      200,
    )
  },
)

hookApi.openapi(
  createRoute({
    method: 'post',
    path: '/webhooks',
    operationId: 'createWebhook',
    summary: 'Create a webhook',
    ...needs('write', 'work'),
    request: { body: takes(Wanted) },
    responses: makes(Secret.extend({ id: z.number().int() }), 'Kept.'),
  }),
  async (c) => {
    const { write, actor, site, resolver, config } = c.var
    const wanted = c.req.valid('json')
    await checkAddress(actor, wanted.url, { resolver, allowed: config.webhookNetworks })
    return made(c, await write((tx) => addHook(tx, actor, site.secret, wanted)), ({ id }) => `/webhooks/${id}`)
  },
)

hookApi.openapi(
  createRoute({
    method: 'get',
    path: '/webhooks/{webhook}',
    operationId: 'getWebhook',
    summary: 'One webhook',
    ...needs('read'),
    request: { params: at },
    responses: says(Hook, 'How it is.'),
  }),
  async (c) => {
    const hook = await getHook(c.var.db, c.var.actor, c.req.valid('param').webhook)
    return c.json(Hook.parse({ ...hook, state: stateOf(hook) }), 200)
  },
)

hookApi.openapi(
  createRoute({
    method: 'put',
    path: '/webhooks/{webhook}',
    operationId: 'updateWebhook',
    summary: 'Change a webhook',
    ...needs('write', 'work'),
    request: { params: at, body: takes(Wanted) },
    responses: does('Saved.'),
  }),
  async (c) => {
    const { db, write, actor, site, resolver, config } = c.var
    const wanted = c.req.valid('json')
    await getHook(db, actor, c.req.valid('param').webhook)
    await checkAddress(actor, wanted.url, { resolver, allowed: config.webhookNetworks })
    await write((tx) => changeHook(tx, actor, site.secret, c.req.valid('param').webhook, wanted))
    return c.body(null, 204)
  },
)

hookApi.openapi(
  createRoute({
    method: 'post',
    path: '/webhooks/{webhook}/state',
    operationId: 'setWebhookState',
    summary: 'Pause, resume or test a webhook',
    ...needs('write', 'work'),
    request: { params: at, body: takes(z.object({ do: z.enum(['pause', 'resume', 'test']) })) },
    responses: does('Done.'),
  }),
  async (c) => {
    const { write, actor } = c.var
    const { webhook } = c.req.valid('param')
    const act = { pause: pauseHook, resume: resumeHook, test: testHook }[c.req.valid('json').do]
    await write(async (tx) => void (await act(tx, actor, webhook)))
    return c.body(null, 204)
  },
)

hookApi.openapi(
  createRoute({
    method: 'post',
    path: '/webhooks/{webhook}/secret',
    operationId: 'renewWebhookSecret',
    summary: 'Make a new secret; the old one works for one more day',
    ...needs('write', 'work'),
    request: { params: at },
    responses: says(Secret, 'The secret.'),
  }),
  async (c) => {
    const { write, actor, site } = c.var
    return c.json({ secret: await write((tx) => renewSecret(tx, actor, site.secret, c.req.valid('param').webhook)) }, 200)
  },
)

hookApi.openapi(
  createRoute({
    method: 'delete',
    path: '/webhooks/{webhook}',
    operationId: 'deleteWebhook',
    summary: 'End a webhook',
    ...needs('write', 'work'),
    request: { params: at },
    responses: does('Ended.'),
  }),
  async (c) => {
    const { write, actor } = c.var
    await write((tx) => endHook(tx, actor, c.req.valid('param').webhook))
    return c.body(null, 204)
  },
)

hookApi.openapi(
  createRoute({
    method: 'get',
    path: '/webhooks/{webhook}/deliveries',
    operationId: 'listWebhookDeliveries',
    summary: 'Events sent to a webhook, newest first',
    ...needs('read'),
    request: { params: at, query: Paging.extend({ state: Delivery.shape.state.optional() }) },
    responses: says(pageOf(Delivery), 'A page of deliveries.'),
  }),
  async (c) => {
    const { db, actor } = c.var
    const { cursor, limit, state } = c.req.valid('query')
    const hook = await getHook(db, actor, c.req.valid('param').webhook)
    const [before] = readCursor(cursor, 1) ?? []
    const { deliveries, next } = await listHookDeliveries(db, hook.id, { state, before, limit })
    return c.json(
      {
        items: deliveries.map((one) => Delivery.parse({ ...one, answer: sayAnswer(one) })),
        next: pointNext(c, next === undefined ? undefined : [next]),
      },
      200,
    )
  },
)

hookApi.openapi(
  createRoute({
    method: 'post',
    path: '/webhooks/{webhook}/deliveries/{delivery}/again',
    operationId: 'resendWebhookDelivery',
    summary: 'Send an event again',
    ...needs('write', 'work'),
    request: { params: deliveryAt },
    responses: does('It waits to be sent.'),
  }),
  async (c) => {
    const { write, actor } = c.var
    const { webhook, delivery } = c.req.valid('param')
    await write((tx) => sendAgain(tx, actor, webhook, delivery))
    return c.body(null, 204)
  },
)
