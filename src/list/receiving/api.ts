import { z } from '@hono/zod-openapi'
import type { Actor } from '../../actor.ts'
import type { Db } from '../../lib/db/rows.ts'
import { does, instant, maybeInstant, named, needs, routes, says } from '../../lib/ui/api.ts'
import { line } from '../../lib/ui/forms.ts'
import { changeReceiving, chooseTopic } from './actions.ts'
import { getMine, listTopicChoices } from './queries.ts'
import { receivings } from './rules.ts'

const Receiving = named('Receiving', {
  id: z.int(),
  list: z.string(),
  email: z.string(),
  addressId: z.int(),
  receiving: z.enum(receivings),
  pausedUntil: maybeInstant(),
  ownPosts: z.boolean(),
  whenAddressed: z.boolean(),
  onlyTopics: z.boolean(),
  topics: z.array(z.object({ topic: z.string(), choice: z.enum(['follow', 'mute']) })),
})
const Change = z
  .object({
    receiving: z.enum(receivings),
    addressId: z.int().openapi({ description: 'One of my confirmed addresses.' }),
    pausedUntil: instant().nullable().openapi({ description: 'Null takes mail up again.' }),
    ownPosts: z.boolean(),
    whenAddressed: z.boolean().openapi({ description: 'A copy also where I stand in To or Cc.' }),
    onlyTopics: z.boolean(),
  })
  .partial()

const shown = async (db: Db, actor: Actor, subscription: number) => {
  const mine = await getMine(db, actor, subscription)
  return { ...mine, topics: await listTopicChoices(db, mine.id) }
}

/** How I receive my lists. */
export const receivingApi = routes()

receivingApi.operation('getMySubscription', 'GET /me/subscriptions/{subscription}', {
  summary: 'How I receive a list',
  may: needs('read'),
  answers: says(Receiving, 'The settings of my subscription.'),
  run: ({ db, actor, params }) => shown(db, actor, params.subscription),
})

receivingApi.operation('updateMySubscription', 'PATCH /me/subscriptions/{subscription}', {
  summary: 'Change some of how I receive a list',
  may: needs('write', 'will'),
  body: Change,
  answers: says(Receiving, 'The settings as they are now.'),
  run: async ({ db, write, actor, params, body: { pausedUntil, ...change } }) => {
    const mine = await getMine(db, actor, params.subscription)
    const until = pausedUntil === undefined ? {} : { pausedUntil: pausedUntil === null ? null : new Date(pausedUntil) }
    await write((tx) => changeReceiving(tx, actor, mine.id, { ...change, ...until }))
    return shown(db, actor, mine.id)
  },
})

receivingApi.operation('setMyTopic', 'PUT /me/subscriptions/{subscription}/topics/{topic}', {
  summary: 'Follow or mute a topic, or neither any more',
  may: needs('write', 'will'),
  params: { topic: line(60).min(1) },
  body: { choice: z.enum(['follow', 'mute', 'none']) },
  answers: does('Chosen.'),
  run: async ({ db, write, actor, params: { subscription, topic }, body: { choice } }) => {
    const mine = await getMine(db, actor, subscription)
    await write((tx) => chooseTopic(tx, actor, mine, topic, choice === 'none' ? null : choice))
  },
})
