import { z } from '@hono/zod-openapi'
import { readRaw } from '../../archive/queries.ts'
import { NotFound } from '../../errors.ts'
import { does, instant, lists, maybeInstant, named, needs, pages, pagesAfter, routes, says } from '../../lib/ui/api.ts'
import type { Locale } from '../../lib/ui/format.ts'
import { line, lines } from '../../lib/ui/forms.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { unsubscribe } from '../core/actions.ts'
import { findSubscription, getModeratedList, listSubscribers } from '../core/queries.ts'
import { invite } from '../invitations/actions.ts'
import { decideRequest } from '../vetting/actions.ts'
import { listWaiting } from '../vetting/queries.ts'
import { decideHeld } from './actions.ts'
import { readWarnings } from './hints-queries.ts'
import { getHeld, listHeld } from './queries.ts'

const t = textsOf('list', 'moderationPage')

const HeldLine = named('HeldLine', {
  id: z.int(),
  reason: z.string(),
  fromName: z.string(),
  fromEmail: z.string(),
  subject: z.string(),
  heldAt: instant(),
  state: z.enum(['held', 'approved', 'rejected', 'discarded', 'expired']),
  decidedAt: maybeInstant(),
  note: z.string(),
  warning: z.string().nullable().openapi({ description: 'For whom its writer can be taken by mistake, while it waits.' }),
})
const Held = HeldLine.extend({
  mailFrom: z.string(),
  to: z.array(z.string()),
  text: z.string(),
  attachments: z.array(z.object({ filename: z.string(), type: z.string(), size: z.int() })),
}).openapi('HeldMail')
const Request = named('JoinRequest', {
  id: z.int(),
  email: z.string(),
  name: z.string(),
  locale: z.string(),
  askedAt: instant(),
  confirmedAt: maybeInstant(),
})
const Subscriber = named('Subscriber', { id: z.int(), name: z.string(), email: z.string(), since: instant(), receiving: z.string() })

const waitingOf = <T extends { state: string }>(mails: readonly T[]): T[] => mails.filter(({ state }) => state === 'held')

export const inList = { list: line(40) }
export const moderate = needs('moderate')

/** What moderators decide and owners set; to others there is nothing to moderate. */
export const moderationApi = routes()

moderationApi.operation('listHeldMails', 'GET /lists/{list}/held', {
  summary: 'Held emails, oldest first',
  may: moderate,
  params: inList,
  query: { state: HeldLine.shape.state.default('held') },
  answers: pagesAfter(1, HeldLine, 'A page of held mail.'),
  run: async ({ db, actor, params, query: { after, limit, state } }) => {
    const list = await getModeratedList(db, actor, params.list)
    const { held, next } = await listHeld(db, list.id, { state, after: after[0], limit })
    const warnings = await readWarnings(db, waitingOf(held), actor.locale as Locale)
    return { items: held.map((mail) => ({ ...mail, warning: warnings.get(mail.id) ?? null })), next }
  },
})

moderationApi.operation('getHeldMail', 'GET /lists/{list}/held/{held}', {
  summary: 'One held email with its text',
  may: moderate,
  params: inList,
  answers: says(Held, 'The mail.'),
  run: async ({ db, actor, parse, params: { list: name, held: heldId } }) => {
    const list = await getModeratedList(db, actor, name)
    const held = await getHeld(db, list.id, heldId)
    const message = await parse(await readRaw(db, held.rawId))
    const to = message.to.map((one) => one.address)
    const warning = (await readWarnings(db, waitingOf([held]), actor.locale as Locale)).get(held.id) ?? null
    return { ...held, to, text: message.text, attachments: message.attachments, warning }
  },
})

moderationApi.operation('decideHeldMail', 'POST /lists/{list}/held/{held}/decision', {
  summary: 'Approve, reject with a note to the writer, or discard without a note',
  may: moderate,
  params: inList,
  body: {
    decision: z.enum(['approve', 'reject', 'discard']),
    note: lines(2_000).default(''),
    allow: z.boolean().default(false).openapi({ description: 'With an approval: the writer’s mail goes to the list from now on.' }),
  },
  answers: does('Decided.'),
  run: ({ write, actor, params: { list, held }, body: decision }) => write((tx) => decideHeld(tx, actor, list, held, decision)),
})

moderationApi.operation('listJoinRequests', 'GET /lists/{list}/requests', {
  summary: 'Confirmed requests to join that wait for a decision, oldest first',
  may: moderate,
  params: inList,
  answers: lists(Request, 'At most 200.'),
  run: async ({ db, actor, params }) => {
    const list = await getModeratedList(db, actor, params.list)
    return listWaiting(db, list.id)
  },
})

moderationApi.operation('decideJoinRequest', 'POST /lists/{list}/requests/{request}/decision', {
  summary: 'Accept or reject a request to join',
  may: moderate,
  params: inList,
  body: {
    decision: z.enum(['accept', 'reject']),
    reason: lines(2_000).default(''),
    organisationId: z
      .int()
      .optional()
      .openapi({ description: 'The workplace: of the organisations that the domain may belong to, or that the applicant names.' }),
    hostId: z.int().optional().openapi({ description: 'The user group that answers for the person’s data, where several host the list.' }),
    sure: z.boolean().default(false).openapi({
      description:
        'Accepts someone without an organisation, a contract or evidence. Without it the answer is 422 and says what that means.',
    }),
    staffPageRead: z.boolean().default(false).openapi({ description: 'The staff page was read and names the person.' }),
  },
  answers: does('Decided; a mail tells it.'),
  run: ({ write, actor, params: { list, request }, body: { decision, ...rest } }) =>
    write((tx) => decideRequest(tx, actor, list, request, { accept: decision === 'accept', ...rest })),
})

moderationApi.operation('listSubscribers', 'GET /lists/{list}/subscribers', {
  summary: 'Current subscribers, by name',
  may: moderate,
  params: inList,
  query: { q: line(254).default('').openapi({ description: 'Part of a name or address.' }) },
  answers: pages(Subscriber, 'A page of subscribers.', { total: z.int() }),
  run: async ({ db, actor, params, query: { page, limit, q } }) => {
    const list = await getModeratedList(db, actor, params.list)
    const { people, total, pages } = await listSubscribers(db, list.id, { search: q, page, limit })
    return { items: people, total, pages }
  },
})

moderationApi.operation('removeSubscriber', 'DELETE /lists/{list}/subscribers/{subscription}', {
  summary: 'Remove a subscriber; they get an email',
  may: moderate,
  params: inList,
  answers: does('The person is no longer on the list.'),
  run: async ({ db, write, actor, params: { list: name, subscription: subscriptionId } }) => {
    const list = await getModeratedList(db, actor, name)
    const subscription = await findSubscription(db, subscriptionId)
    if (!subscription || subscription.listId !== list.id) throw new NotFound(t.subscriberNotFound)
    await write((tx) => unsubscribe(tx, actor, subscription.id, 'owner'))
  },
})

moderationApi.operation('inviteToList', 'POST /lists/{list}/invitations', {
  summary: 'Invite people; each gets one mail and is on the list after accepting',
  may: moderate,
  params: inList,
  body: { people: z.array(line(300).min(1)).min(1).max(100), words: lines(1_000).default('') },
  answers: says(
    z.object({ invited: z.int(), left: z.array(z.object({ email: z.string(), why: z.string() })) }),
    'How many were invited, and who was not and why.',
  ),
  run: ({ write, actor, site, params, body: { people, words } }) =>
    write((tx) => invite(tx, actor, params.list, { text: people.join('\n'), words, mailDomain: site.mailDomain })),
})
