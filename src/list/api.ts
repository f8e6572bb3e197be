import { z } from '@hono/zod-openapi'
import { getMessage } from '../archive/queries.ts'
import { Invalid, NotAllowed, NotFound } from '../errors.ts'
import { takeTurn } from '../lib/db/limit.ts'
import { does, instant, lists, makes, maybeInstant, named, needs, routes, says } from '../lib/ui/api.ts'
import { line, lines } from '../lib/ui/forms.ts'
import { refusals, textsOf } from '../lib/ui/words.ts'
import { askToJoin, subscribeSelf, unsubscribe, writePost } from './core/actions.ts'
import { findSubscription, getList, getWritableList, listLists, listSubscriptionsOf } from './core/queries.ts'

const t = textsOf('list', 'api')

const List = named('List', {
  name: z.string(),
  title: z.string(),
  description: z.string(),
  address: z.string(),
  language: z.string(),
  group: z.string(),
  archive: z.enum(['public', 'subscribers', 'group']),
  joinPolicy: z.enum(['open', 'confirm', 'vetted', 'closed']),
  subscribers: z.int(),
  mayRead: z.boolean(),
  subscribed: z.boolean(),
  closedAt: maybeInstant().openapi({ description: 'Since when the list can only be read; null while it is open.' }),
})
const Subscription = named('Subscription', {
  id: z.int(),
  list: z.string(),
  title: z.string(),
  email: z.string(),
  since: instant(),
  receiving: z.string(),
})
const inList = { list: line(40) }
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

const shown = <L extends { name: string; groupSlug: string }>(list: L, mailDomain: string) => ({
  ...list,
  group: list.groupSlug,
  address: `${list.name}@${mailDomain}`,
})

/** Lists, joining, leaving and writing. */
export const listApi = routes()

listApi.operation('listLists', 'GET /lists', {
  summary: 'The mailing lists of this site',
  may: needs('read', { open: true }),
  answers: lists(List, 'All of them.'),
  run: async ({ db, actor, site }) => (await listLists(db, actor)).map((list) => shown(list, site.mailDomain)),
})

listApi.operation('getList', 'GET /lists/{list}', {
  summary: 'One list',
  may: needs('read', { open: true }),
  params: inList,
  answers: says(List, 'The list.'),
  run: async ({ db, actor, site, params }) => shown(await getList(db, actor, params.list), site.mailDomain),
})

listApi.operation('askToJoinList', 'POST /lists/{list}/requests', {
  summary: 'Ask to join, for an address that confirms it by mail',
  may: needs('write', 'will'),
  params: inList,
  body: Join,
  answers: does('A mail is on its way to the address. The answer is the same for known and unknown addresses.'),
  run: async ({ db, write, actor, network, site, token, params, body: { name, email: typed, institution, occupation, ...evidence } }) => {
    const list = await getList(db, actor, params.list)
    const email = typed.toLowerCase()
    if (email.endsWith(`@${site.mailDomain}`)) throw new Invalid(t.addressBelongsMailingList, { email: t.addressBelongsMailingList2 })
    const grounds = list.joinPolicy === 'vetted' ? { institution, occupation, evidence } : {}
    const free =
      (await takeTurn(db, `join:token:${token?.id}`, joinsPerToken, hour, actor.at)) &&
      (await takeTurn(db, `join:${email}`, joinsPerAddress, hour, actor.at))
    if (free) await write((tx) => askToJoin(tx, actor, list, { ...grounds, email, name, locale: actor.locale, network }))
  },
})

listApi.operation('subscribeMe', 'POST /lists/{list}/subscribers', {
  summary: 'Join with my own confirmed address',
  may: needs('write', 'will'),
  params: inList,
  answers: does('I am on the list.'),
  run: async ({ db, write, actor, params }) => {
    const list = await getList(db, actor, params.list)
    await write((tx) => subscribeSelf(tx, actor, list))
  },
})

listApi.operation('writeMessage', 'POST /lists/{list}/messages', {
  summary: 'Write to a list',
  may: needs('write', 'will'),
  params: inList,
  body: Post,
  answers: makes(
    z.object({ messageId: z.string() }),
    'The message is on its way to all subscribers, as a mail. It can be read there once it has been sorted.',
    '/lists/{list}/messages/{messageId}',
  ),
  run: async ({ db, write, actor, site, params, body: { subject, text: written, reply } }) => {
    const list = await getWritableList(db, actor, params.list)
    const answered = reply ? await getMessage(db, list.id, reply) : undefined
    if (!(await takeTurn(db, `write:${actor.personId}`, postsPerPerson, hour, actor.at))) throw new NotAllowed(refusals.thatIsALotInAn)
    const messageId = await write((tx) => writePost(tx, actor, site, list, { subject, text: written, answered }))
    return { messageId, list: list.name }
  },
})

listApi.operation('listMySubscriptions', 'GET /me/subscriptions', {
  summary: 'My subscriptions',
  may: needs('read'),
  answers: lists(Subscription, 'My subscriptions.'),
  run: async ({ db, actor }) => (await listSubscriptionsOf(db, actor.personId ?? 0, actor.at)).map((row) => ({ ...row, list: row.name })),
})

listApi.operation('endMySubscription', 'DELETE /me/subscriptions/{subscription}', {
  summary: 'Leave a list; leaving twice changes nothing',
  may: needs('write', 'will'),
  answers: does('I have left the list.'),
  run: async ({ db, write, actor, params }) => {
    const subscription = await findSubscription(db, params.subscription)
    if (!subscription || subscription.personId !== actor.personId) throw new NotFound(t.subscriptionNotFound)
    await write((tx) => unsubscribe(tx, actor, subscription.id, 'page'))
  },
})
