import { createRoute, z } from '@hono/zod-openapi'
import type { Actor } from '../../actor.ts'
import type { Db } from '../../lib/db/connect.ts'
import { does, id, instant, maybeInstant, needs, routes, says, takes } from '../../lib/ui/api.ts'
import { line } from '../../lib/ui/texts.ts'
import { changeReceiving, chooseTopic } from './actions.ts'
import { getMine, listTopicChoices } from './queries.ts'
import { receivings } from './rules.ts'

const Receiving = z
  .object({
    id: z.number().int(),
    list: z.string(),
    email: z.string(),
    addressId: z.number().int(),
    receiving: z.enum(receivings),
    pausedUntil: maybeInstant(),
    ownPosts: z.boolean(),
    whenAddressed: z.boolean(),
    onlyTopics: z.boolean(),
    topics: z.array(z.object({ topic: z.string(), choice: z.enum(['follow', 'mute']) })),
  })
  .openapi('Receiving')
const Change = z
  .object({
    receiving: z.enum(receivings),
    addressId: z.number().int().openapi({ description: 'One of my confirmed addresses.' }),
    pausedUntil: instant().nullable().openapi({ description: 'Null takes mail up again.' }),
    ownPosts: z.boolean(),
    whenAddressed: z.boolean().openapi({ description: 'A copy also where I stand in To or Cc.' }),
    onlyTopics: z.boolean(),
  })
  .partial()
const of = z.object({ subscription: id() })

const shown = async (db: Db, actor: Actor, subscription: number) => {
  const mine = await getMine(db, actor, subscription)
  return Receiving.parse({ ...mine, topics: await listTopicChoices(db, mine.id) })
}

/** How I receive my lists. */
export const receivingApi = routes()

receivingApi.openapi(
  createRoute({
    method: 'get',
    path: '/me/subscriptions/{subscription}',
    operationId: 'getMySubscription',
    summary: 'How I receive a list',
    ...needs('read'),
    request: { params: of },
    responses: says(Receiving, 'The settings of my subscription.'),
  }),
  async (c) => c.json(await shown(c.var.db, c.var.actor, c.req.valid('param').subscription), 200),
)

receivingApi.openapi(
  createRoute({
    method: 'patch',
    path: '/me/subscriptions/{subscription}',
    operationId: 'updateMySubscription',
    summary: 'Change some of how I receive a list',
    ...needs('write', 'will'),
    request: { params: of, body: takes(Change) },
    responses: says(Receiving, 'The settings as they are now.'),
  }),
  async (c) => {
    const { db, write, actor } = c.var
    const mine = await getMine(db, actor, c.req.valid('param').subscription)
    const { pausedUntil, ...change } = c.req.valid('json')
    const until = pausedUntil === undefined ? {} : { pausedUntil: pausedUntil === null ? null : new Date(pausedUntil) }
    await write((tx) => changeReceiving(tx, actor, mine.id, { ...change, ...until }))
    return c.json(await shown(db, actor, mine.id), 200)
  },
)

receivingApi.openapi(
  createRoute({
    method: 'put',
    path: '/me/subscriptions/{subscription}/topics/{topic}',
    operationId: 'setMyTopic',
    summary: 'Follow or mute a topic, or neither any more',
    ...needs('write', 'will'),
    request: {
      params: of.extend({ topic: line(60).min(1) }),
      body: takes(z.object({ choice: z.enum(['follow', 'mute', 'none']) })),
    },
    responses: does('Chosen.'),
  }),
  async (c) => {
    const { db, write, actor } = c.var
    const { subscription, topic } = c.req.valid('param')
    const mine = await getMine(db, actor, subscription)
    const { choice } = c.req.valid('json')
    await write((tx) => chooseTopic(tx, actor, mine, topic, choice === 'none' ? null : choice))
    return c.body(null, 204)
  },
)
