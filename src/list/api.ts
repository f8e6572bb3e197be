import { createRoute, z } from '@hono/zod-openapi'
import { getMessage } from '../archive/queries.ts'
import { Invalid, NotAllowed, NotFound } from '../errors.ts'
import { takeTurn } from '../lib/db/limit.ts'
import { cut, does, id, instant, made, makes, maybeInstant, needs, Paging, pageOf, routes, says, takes } from '../lib/ui/api.ts'
import { refusals } from '../lib/ui/refusals.ts'
import { line, lines } from '../lib/ui/texts.ts'
import { textsOf } from '../lib/ui/words.ts'
import { askToJoin, subscribeSelf, unsubscribe, writePost } from './core/actions.ts'
import { findSubscription, getList, getWritableList, listLists, listSubscriptionsOf } from './core/queries.ts'

const t = textsOf('list', 'api')

const List = z
  .object({
    name: z.string(),
    title: z.string(),
    description: z.string(),
    address: z.string(),
    language: z.string(),
    group: z.string(),
    archive: z.enum(['public', 'subscribers', 'group']),
    joinPolicy: z.enum(['open', 'confirm', 'vetted', 'closed']),
    subscribers: z.number().int(),
    mayRead: z.boolean(),
    subscribed: z.boolean(),
    closedAt: maybeInstant().openapi({ description: 'Since when the list can only be read; null while it is open.' }),
  })
  .openapi('List')
const Subscription = z
  .object({ id: z.number().int(), list: z.string(), title: z.string(), email: z.string(), since: instant(), receiving: z.string() })
  .openapi('Subscription')
const inList = z.object({ list: line(40) })
const Join = z.object({
  email: z.email().max(254),
  name: line(200).default(''),
  institution: line(300).optional().openapi({ description: 'Where the person works. Kept where moderators decide who joins.' }),
  occupation: line(200).optional(),
  staffPage: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .optional()
    .openapi({ description: 'A page of the institution that names the person.' }),
  colleague: z.email().max(254).optional().openapi({ description: 'Someone known here, who is asked once the address is confirmed.' }),
  note: lines(2_000).optional(),
})
const Post = z.object({
  subject: line(300).min(1),
  text: lines(100_000).min(1),
  reply: line(1_000).optional().openapi({ description: 'Message-ID of the message that this one answers.' }),
})

const joinsPerToken = 30
const joinsPerAddress = 4
const postsPerPerson = 30
const hour = 3_600

const shown = (list: { name: string; groupSlug: string }, mailDomain: string) =>
  List.parse({ ...list, group: list.groupSlug, address: `${list.name}@${mailDomain}` })

/** Lists, joining, leaving and writing. */
export const listApi = routes()

listApi.openapi(
  createRoute({
    method: 'get',
    path: '/lists',
    operationId: 'listLists',
    summary: 'Lists',
    ...needs('read', { open: true }),
    request: { query: Paging },
    responses: says(pageOf(List), 'All of them.'),
  }),
  async (c) => {
    const lists = await listLists(c.var.db, c.var.actor)
    return c.json(
      cut(
        c,
        c.req.valid('query'),
        lists.map((list) => shown(list, c.var.site.mailDomain)),
      ),
      200,
    )
  },
)

listApi.openapi(
  createRoute({
    method: 'get',
    path: '/lists/{list}',
    operationId: 'getList',
    summary: 'One list',
    ...needs('read', { open: true }),
    request: { params: inList },
    responses: says(List, 'The list.'),
  }),
  async (c) => c.json(shown(await getList(c.var.db, c.var.actor, c.req.valid('param').list), c.var.site.mailDomain), 200),
)

listApi.openapi(
  createRoute({
    method: 'post',
    path: '/lists/{list}/requests',
    operationId: 'askToJoinList',
    summary: 'Ask to join, for an address that confirms it by mail',
    ...needs('write', 'will'),
    request: { params: inList, body: takes(Join) },
    responses: does('A mail is on its way to the address. The answer is the same for known and unknown addresses.'),
  }),
  async (c) => {
    const { db, write, actor, network, site, token } = c.var
    const list = await getList(db, actor, c.req.valid('param').list)
    const { name, email: typed, institution, occupation, ...evidence } = c.req.valid('json')
    const email = typed.toLowerCase()
    if (email.endsWith(`@${site.mailDomain}`)) throw new Invalid(t.addressBelongsMailingList, { email: t.addressBelongsMailingList2 })
    const grounds = list.joinPolicy === 'vetted' ? { institution, occupation, evidence } : {}
    const free =
      (await takeTurn(db, `join:token:${token?.id}`, joinsPerToken, hour, actor.at)) &&
      (await takeTurn(db, `join:${email}`, joinsPerAddress, hour, actor.at))
    if (free) await write((tx) => askToJoin(tx, actor, list, { ...grounds, email, name, locale: actor.locale, network }))
    return c.body(null, 204)
  },
)

listApi.openapi(
  createRoute({
    method: 'post',
    path: '/lists/{list}/subscribers',
    operationId: 'subscribeMe',
    summary: 'Join with my own confirmed address',
    ...needs('write', 'will'),
    request: { params: inList },
    responses: does('I am on the list.'),
  }),
  async (c) => {
    const { db, write, actor } = c.var
    const list = await getList(db, actor, c.req.valid('param').list)
    await write((tx) => subscribeSelf(tx, actor, list))
    return c.body(null, 204)
  },
)

listApi.openapi(
  createRoute({
    method: 'post',
    path: '/lists/{list}/messages',
    operationId: 'writeMessage',
    summary: 'Write to a list',
    ...needs('write', 'will'),
    request: { params: inList, body: takes(Post) },
    responses: makes(
      z.object({ messageId: z.string() }),
      'The message is on its way to all subscribers, as a mail. It can be read there once it has been sorted.',
    ),
  }),
  async (c) => {
    const { db, write, actor, site } = c.var
    const list = await getWritableList(db, actor, c.req.valid('param').list)
    const { subject, text: written, reply } = c.req.valid('json')
    const answered = reply ? await getMessage(db, list.id, reply) : undefined
    if (!(await takeTurn(db, `write:${actor.personId}`, postsPerPerson, hour, actor.at))) throw new NotAllowed(refusals.thatIsALotInAn)
    const messageId = await write((tx) => writePost(tx, actor, site, list, { subject, text: written, answered }))
    return made(c, { messageId }, () => `/lists/${list.name}/messages/${encodeURIComponent(messageId)}`)
  },
)

listApi.openapi(
  createRoute({
    method: 'get',
    path: '/me/subscriptions',
    operationId: 'listMySubscriptions',
    summary: 'My subscriptions',
    ...needs('read'),
    request: { query: Paging },
    responses: says(pageOf(Subscription), 'My subscriptions.'),
  }),
  async (c) => {
    const rows = await listSubscriptionsOf(c.var.db, c.var.actor.personId ?? 0)
    return c.json(
      cut(
        c,
        c.req.valid('query'),
        rows.map((row) => Subscription.parse({ ...row, list: row.name })),
      ),
      200,
    )
  },
)

listApi.openapi(
  createRoute({
    method: 'delete',
    path: '/me/subscriptions/{subscription}',
    operationId: 'endMySubscription',
    summary: 'Leave a list; leaving twice changes nothing',
    ...needs('write', 'will'),
    request: { params: z.object({ subscription: id() }) },
    responses: does('I have left the list.'),
  }),
  async (c) => {
    const { db, write, actor } = c.var
    const subscription = await findSubscription(db, c.req.valid('param').subscription)
    if (!subscription || subscription.personId !== actor.personId) throw new NotFound(t.subscriptionNotFound)
    await write((tx) => unsubscribe(tx, actor, subscription.id, 'page'))
    return c.body(null, 204)
  },
)
