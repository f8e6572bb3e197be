import { createRoute, z } from '@hono/zod-openapi'
import { readRaw } from '../../archive/queries.ts'
import { NotFound } from '../../errors.ts'
import { readMessage } from '../../lib/mail/parse.ts'
import {
  cut,
  does,
  id,
  instant,
  maybeInstant,
  needs,
  Paging,
  pageOf,
  pointNext,
  readCursor,
  routes,
  says,
  takes,
} from '../../lib/ui/api.ts'
import { line, lines } from '../../lib/ui/texts.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { unsubscribe } from '../core/actions.ts'
import { findSubscription, getModeratedList, listSubscribers } from '../core/queries.ts'
import { invite } from '../invitations/actions.ts'
import { decideRequest } from '../vetting/actions.ts'
import { listWaiting } from '../vetting/queries.ts'
import { decideHeld } from './actions.ts'
import { getHeld, listHeld } from './queries.ts'

const t = textsOf('list', 'moderationPage')

const HeldLine = z
  .object({
    id: z.number().int(),
    reason: z.string(),
    fromName: z.string(),
    fromEmail: z.string(),
    subject: z.string(),
    heldAt: instant(),
    state: z.enum(['held', 'approved', 'rejected', 'discarded', 'expired']),
    decidedAt: maybeInstant(),
    note: z.string(),
  })
  .openapi('HeldLine')
const Held = HeldLine.extend({
  mailFrom: z.string(),
  to: z.array(z.string()),
  text: z.string(),
  attachments: z.array(z.object({ filename: z.string(), type: z.string(), size: z.number().int() })),
}).openapi('HeldMail')
const Request = z
  .object({
    id: z.number().int(),
    email: z.string(),
    name: z.string(),
    locale: z.string(),
    askedAt: instant(),
    confirmedAt: maybeInstant(),
  })
  .openapi('Request')
const Subscriber = z
  .object({ id: z.number().int(), name: z.string(), email: z.string(), since: instant(), receiving: z.string() })
  .openapi('Subscriber')

export const inList = z.object({ list: line(40) })
export const moderate = needs('moderate')

/** What moderators decide and owners set; to others there is nothing to moderate. */
export const moderationApi = routes()

moderationApi.openapi(
  createRoute({
    method: 'get',
    path: '/lists/{list}/held',
    operationId: 'listHeldMails',
    summary: 'Held emails, oldest first',
    ...moderate,
    request: { params: inList, query: Paging.extend({ state: HeldLine.shape.state.default('held') }) },
    responses: says(pageOf(HeldLine), 'A page of held mail.'),
  }),
  async (c) => {
    const { db, actor } = c.var
    const { cursor, limit, state } = c.req.valid('query')
    const list = await getModeratedList(db, actor, c.req.valid('param').list)
    const [after] = readCursor(cursor, 1) ?? []
    const { held, next } = await listHeld(db, list.id, { state, after, limit })
    return c.json(pageOf(HeldLine).parse({ items: held, next: pointNext(c, next === undefined ? undefined : [next]) }), 200)
  },
)

moderationApi.openapi(
  createRoute({
    method: 'get',
    path: '/lists/{list}/held/{held}',
    operationId: 'getHeldMail',
    summary: 'One held email with its text',
    ...moderate,
    request: { params: inList.extend({ held: id() }) },
    responses: says(Held, 'The mail.'),
  }),
  async (c) => {
    const { db, actor } = c.var
    const { list: name, held: heldId } = c.req.valid('param')
    const list = await getModeratedList(db, actor, name)
    const held = await getHeld(db, list.id, heldId)
    const message = readMessage(await readRaw(db, held.rawId))
    const to = message.to.map((one) => one.address)
    return c.json(Held.parse({ ...held, to, text: message.text, attachments: message.attachments }), 200)
  },
)

moderationApi.openapi(
  createRoute({
    method: 'post',
    path: '/lists/{list}/held/{held}/decision',
    operationId: 'decideHeldMail',
    summary: 'Approve, reject with a note to the writer, or discard without a note',
    ...moderate,
    request: {
      params: inList.extend({ held: id() }),
      body: takes(
        z.object({
          decision: z.enum(['approve', 'reject', 'discard']),
          note: lines(2_000).default(''),
          allow: z.boolean().default(false).openapi({ description: 'With an approval: the writer’s mail goes to the list from now on.' }),
        }),
      ),
    },
    responses: does('Decided.'),
  }),
  async (c) => {
    const { write, actor } = c.var
    const { list, held } = c.req.valid('param')
    const decision = c.req.valid('json')
    await write((tx) => decideHeld(tx, actor, list, held, decision))
    return c.body(null, 204)
  },
)

moderationApi.openapi(
  createRoute({
    method: 'get',
    path: '/lists/{list}/requests',
    operationId: 'listJoinRequests',
    summary: 'Confirmed requests to join that wait for a decision, oldest first',
    ...moderate,
    request: { params: inList, query: Paging },
    responses: says(pageOf(Request), 'At most 200.'),
  }),
  async (c) => {
    const { db, actor } = c.var
    const list = await getModeratedList(db, actor, c.req.valid('param').list)
    return c.json(cut(c, c.req.valid('query'), z.array(Request).parse(await listWaiting(db, list.id))), 200)
  },
)

moderationApi.openapi(
  createRoute({
    method: 'post',
    path: '/lists/{list}/requests/{request}/decision',
    operationId: 'decideJoinRequest',
    summary: 'Accept or reject a request to join',
    ...moderate,
    request: {
      params: inList.extend({ request: id() }),
      body: takes(
        z.object({
          decision: z.enum(['accept', 'reject']),
          reason: lines(2_000).default(''),
          organisationId: z
            .number()
            .int()
            .optional()
            .openapi({ description: 'The workplace: of the organisations that the domain may belong to, or that the applicant names.' }),
          hostId: z
            .number()
            .int()
            .optional()
            .openapi({ description: 'The user group that answers for the person’s data, where several host the list.' }),
          sure: z.boolean().default(false).openapi({
            description:
              'Accepts someone without an organisation, a contract or evidence. Without it the answer is 422 and says what that means.',
          }),
          staffPageRead: z.boolean().default(false).openapi({ description: 'The staff page was read and names the person.' }),
        }),
      ),
    },
    responses: does('Decided; a mail tells it.'),
  }),
  async (c) => {
    const { write, actor } = c.var
    const { list, request } = c.req.valid('param')
    const { decision, ...rest } = c.req.valid('json')
    await write((tx) => decideRequest(tx, actor, list, request, { accept: decision === 'accept', ...rest }))
    return c.body(null, 204)
  },
)

moderationApi.openapi(
  createRoute({
    method: 'get',
    path: '/lists/{list}/subscribers',
    operationId: 'listSubscribers',
    summary: 'Current subscribers, by name',
    ...moderate,
    request: { params: inList, query: Paging.extend({ q: line(254).default('').openapi({ description: 'Part of a name or address.' }) }) },
    responses: says(pageOf(Subscriber).extend({ total: z.number().int() }), 'A page of subscribers.'),
  }),
  async (c) => {
    const { db, actor } = c.var
    const { cursor, limit, q } = c.req.valid('query')
    const list = await getModeratedList(db, actor, c.req.valid('param').list)
    const [page = 1] = readCursor(cursor, 1) ?? []
    const { people, total, pages } = await listSubscribers(db, list.id, { search: q, page, limit })
    const next = pointNext(c, page < pages ? [page + 1] : undefined)
    return c.json({ ...pageOf(Subscriber).parse({ items: people, next }), total }, 200)
  },
)

moderationApi.openapi(
  createRoute({
    method: 'delete',
    path: '/lists/{list}/subscribers/{subscription}',
    operationId: 'removeSubscriber',
    summary: 'Remove a subscriber; they get an email',
    ...moderate,
    request: { params: inList.extend({ subscription: id() }) },
    responses: does('The person is no longer on the list.'),
  }),
  async (c) => {
    const { db, write, actor } = c.var
    const { list: name, subscription: subscriptionId } = c.req.valid('param')
    const list = await getModeratedList(db, actor, name)
    const subscription = await findSubscription(db, subscriptionId)
    if (!subscription || subscription.listId !== list.id) throw new NotFound(t.subscriberNotFound)
    await write((tx) => unsubscribe(tx, actor, subscription.id, 'owner'))
    return c.body(null, 204)
  },
)

moderationApi.openapi(
  createRoute({
    method: 'post',
    path: '/lists/{list}/invitations',
    operationId: 'inviteToList',
    summary: 'Invite people; each gets one mail and is on the list after accepting',
    ...moderate,
    request: {
      params: inList,
      body: takes(z.object({ people: z.array(line(300).min(1)).min(1).max(100), words: lines(1_000).default('') })),
    },
    responses: says(
      z.object({ invited: z.number().int(), left: z.array(z.object({ email: z.string(), why: z.string() })) }),
      'How many were invited, and who was not and why.',
    ),
  }),
  async (c) => {
    const { people, words } = c.req.valid('json')
    const result = await c.var.write((tx) => invite(tx, c.var.actor, c.req.valid('param').list, { text: people.join('\n'), words }))
    return c.json(result, 200)
  },
)
