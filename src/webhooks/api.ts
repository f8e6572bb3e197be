import { z } from '@hono/zod-openapi'
import { does, instant, lists, makes, maybeInstant, named, needs, pagesAfter, routes, says } from '../lib/ui/api.ts'
import { line, lines } from '../lib/ui/forms.ts'
import { addHook, changeHook, checkHook, endHook, pauseHook, renewSecret, resumeHook, sendAgain, testHook } from './actions.ts'
import { hookForms } from './chats.ts'
import { getHook, listHookDeliveries, listHooks } from './queries.ts'
import { stateOf } from './rules.ts'
import { sayAnswer } from './words.ts'

const Hook = named('Webhook', {
  id: z.int(),
  name: z.string(),
  url: z.string(),
  events: z.array(z.string()),
  form: z.enum(hookForms),
  templates: z.string(),
  owner: z.string(),
  state: z.enum(['well', 'failing', 'paused']),
  pausedWhy: z.string(),
  waiting: z.int().openapi({ description: 'Deliveries that wait.' }),
  createdAt: instant(),
})
const Delivery = named('WebhookDelivery', {
  id: z.int(),
  kind: z.string(),
  subject: z.string().nullable(),
  state: z.enum(['waiting', 'delivered', 'failed', 'dropped']),
  attempts: z.int(),
  queuedAt: instant(),
  nextAt: instant(),
  settledAt: maybeInstant(),
  code: z.int().nullable(),
  answer: z.string(),
  tookMs: z.int().nullable(),
})
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
/** What is left out stays as it is. */
const Change = z.object({
  ...Wanted.shape,
  form: Wanted.shape.form.unwrap().optional(),
  templates: Wanted.shape.templates.unwrap().optional(),
})
const Secret = z.object({ secret: z.string().openapi({ description: 'Shown this once; signs as Standard Webhooks has it.' }) })

/** Programs that are told what happens here. */
export const hookApi = routes()

hookApi.operation('listWebhooks', 'GET /webhooks', {
  summary: 'My webhooks',
  may: needs('read'),
  answers: lists(Hook, 'All of them.'),
  run: async ({ db, actor }) => (await listHooks(db, actor)).map((hook) => ({ ...hook, state: stateOf(hook) })),
})

hookApi.operation('createWebhook', 'POST /webhooks', {
  summary: 'Create a webhook',
  may: needs('write', 'work'),
  body: Wanted,
  answers: makes(Secret.extend({ id: z.int() }), 'Kept.', '/webhooks/{id}'),
  run: async ({ write, actor, site, gathered, resolver, config, body: wanted }) => {
    await checkHook(actor, wanted, { resolver, allowed: config.webhookNetworks, verbs: gathered.verbs })
    return write((tx) => addHook(tx, actor, site.secret, wanted))
  },
})

hookApi.operation('getWebhook', 'GET /webhooks/{webhook}', {
  summary: 'One webhook',
  may: needs('read'),
  answers: says(Hook, 'How it is.'),
  run: async ({ db, actor, params }) => {
    const hook = await getHook(db, actor, params.webhook)
    return { ...hook, state: stateOf(hook) }
  },
})

hookApi.operation('updateWebhook', 'PUT /webhooks/{webhook}', {
  summary: 'Change a webhook',
  may: needs('write', 'work'),
  body: Change,
  answers: does('Saved.'),
  run: async ({ db, write, actor, site, gathered, resolver, config, params, body: wanted }) => {
    await getHook(db, actor, params.webhook)
    await checkHook(actor, wanted, { resolver, allowed: config.webhookNetworks, verbs: gathered.verbs })
    await write((tx) => changeHook(tx, actor, site.secret, params.webhook, wanted))
  },
})

hookApi.operation('setWebhookState', 'POST /webhooks/{webhook}/state', {
  summary: 'Pause, resume or test a webhook',
  may: needs('write', 'work'),
  body: { do: z.enum(['pause', 'resume', 'test']) },
  answers: does('Done.'),
  run: async ({ write, actor, params: { webhook }, body }) => {
    const act = { pause: pauseHook, resume: resumeHook, test: testHook }[body.do]
    await write(async (tx) => void (await act(tx, actor, webhook)))
  },
})

hookApi.operation('renewWebhookSecret', 'POST /webhooks/{webhook}/secret', {
  summary: 'Make a new secret; the old one works for one more day',
  may: needs('write', 'work'),
  answers: says(Secret, 'The secret.'),
  run: async ({ write, actor, site, params }) => ({ secret: await write((tx) => renewSecret(tx, actor, site.secret, params.webhook)) }),
})

hookApi.operation('deleteWebhook', 'DELETE /webhooks/{webhook}', {
  summary: 'End a webhook',
  may: needs('write', 'work'),
  answers: does('Ended.'),
  run: ({ write, actor, params }) => write((tx) => endHook(tx, actor, params.webhook)),
})

hookApi.operation('listWebhookDeliveries', 'GET /webhooks/{webhook}/deliveries', {
  summary: 'Events sent to a webhook, newest first',
  may: needs('read'),
  query: { state: Delivery.shape.state.optional() },
  answers: pagesAfter(1, Delivery, 'A page of deliveries.'),
  run: async ({
    db,
    actor,
    params,
    query: {
      after: [before],
      limit,
      state,
    },
  }) => {
    const hook = await getHook(db, actor, params.webhook)
    const { deliveries, next } = await listHookDeliveries(db, hook.id, { state, before, limit })
    return { items: deliveries.map((one) => ({ ...one, answer: sayAnswer(one) })), next }
  },
})

hookApi.operation('resendWebhookDelivery', 'POST /webhooks/{webhook}/deliveries/{delivery}/again', {
  summary: 'Send an event again',
  may: needs('write', 'work'),
  answers: does('It waits to be sent.'),
  run: ({ write, actor, params: { webhook, delivery } }) => write((tx) => sendAgain(tx, actor, webhook, delivery)),
})
