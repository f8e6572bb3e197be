import * as z from 'zod'
import { visitor } from '../actor.ts'
import { listThreads } from '../archive/queries.ts'
import { Invalid, missing, NotFound } from '../errors.ts'
import { takeTurn } from '../lib/db/limit.ts'
import type { Db } from '../lib/db/rows.ts'
import { openToken } from '../lib/token/open.ts'
import { line, lines, mailAddress } from '../lib/ui/forms.ts'
import { Offers } from '../lib/ui/picker.tsx'
import type { SettingsPart } from '../lib/ui/variables.ts'
import { act, bodyOf, type C, done, idOf, moderatorAct, onlyPages, pages, refusable, toSettings } from '../lib/ui/web.tsx'
import { refusals, textsOf } from '../lib/ui/words.ts'
import { zoneSaid } from '../lib/ui/zone-names.ts'
import { listMuted } from '../outbox/queries.ts'
import { findReader, listVerifiedOf, searchInstitutions } from '../people/queries.ts'
import { isHerself } from '../policy.ts'
import { applyAtOnce, askToJoin, confirmRequest, subscribeSelf, unsubscribe } from './core/actions.ts'
import { findLeft, findWorkplace } from './core/applications-queries.ts'
import {
  countOpenRequests,
  findRequest,
  findSubscription,
  getList,
  getModeratedList,
  listLists,
  listSubscriptionsOf,
} from './core/queries.ts'
import { findDirectory } from './directory-queries.ts'
import { countHeld } from './moderation/queries.ts'
import { mayReturn } from './rules.ts'
import { hasUnanswered } from './unanswered-queries.ts'
import { applicationPath } from './vetting/links.ts'
import { findWaitingOf } from './vetting/queries.ts'
import { ConfirmPage, JoinedPage, LeavePage, LeftPage, ListPage, ListsPage, Subscriptions, SubscriptionsNow } from './views.tsx'

const t = textsOf('list', 'pagesPage')
const words = textsOf('list', 'pages')
const vetting = textsOf('list', 'vettingPage')

const JoinForm = z.object({
  email: mailAddress(),
  name: line(200).default(''),
  institution: line(300).optional(),
  occupation: line(200).optional(),
  staffPage: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .optional(),
  colleague: mailAddress().optional(),
  note: lines(2_000).optional(),
})
// Subscription forms are used to bomb third parties; nobody joins ten lists an hour from one network.
const joinsPerNetwork = 30
const joinsPerAddress = 4
const suggestionsPerNetwork = 600
const hour = 3_600
const offered = 8

/** Names of institutions as others publish them, each once. */
async function offerInstitutions(db: Db, words: string): Promise<string[]> {
  const found = await searchInstitutions(db, words, offered * 2)
  return [...new Set(found.map(({ name }) => name))].slice(0, offered)
}

/** Where somebody who is signed in sees how their application to this list stands. */
async function applicationOf(c: C, listId: number): Promise<string | undefined> {
  const { db, actor, site } = c.var
  // Somebody else in their name does not answer for them.
  if (!isHerself(actor)) return undefined
  const waiting = await findWaitingOf(db, listId, actor.personId)
  return waiting && applicationPath(site, actor.at, waiting.id)
}

/** What the form to join knows of who is signed in; nothing where somebody else looks in their name, who does not see their addresses. */
async function joinerOf({ var: { db, actor } }: C, { subscribed }: { subscribed: boolean }) {
  if (actor.personId === null || subscribed) return
  const reader = isHerself(actor) ? await findReader(db, actor.personId) : undefined
  const institution = reader && (await findWorkplace(db, actor.personId, actor.at))
  return { name: reader?.name ?? '', email: reader?.email ?? '', institution: institution ?? '' }
}

/** When somebody who may come back without an application left the list. */
async function leftOf({ var: { db, actor } }: C, { id, subscribed }: { id: number; subscribed: boolean }) {
  const left = isHerself(actor) && !subscribed ? await findLeft(db, id, actor.personId) : undefined
  return mayReturn(left, actor.at) ? left?.endedAt : undefined
}

/** What somebody receives, among their settings. */
export const subscriptionSettings: SettingsPart = {
  name: 'lists',
  show: async ({ var: { db, actor } }) => {
    const received = { subscriptions: await listSubscriptionsOf(db, actor.personId ?? 0, actor.at), now: actor.at }
    return { now: <SubscriptionsNow {...received} />, content: <Subscriptions {...received} /> }
  },
}

/** @throws Invalid for an address of the site's own, and for a colleague who is the applicant */
function checkAddresses(email: string, colleague: string | undefined, mailDomain: string): void {
  if (colleague?.toLowerCase() === email) throw new Invalid(refusals.pleaseLookAgain, { colleague: vetting.enterAddressColleagueNotOwn })
  if (email.endsWith(`@${mailDomain}`)) throw new Invalid(t.addressBelongsMailingList, { email: t.addressBelongsMailingList2 })
}

export const listPages = pages()
  .get('/lists', async (c) => c.var.page(words.lists, <ListsPage lists={await listLists(c.var.db, c.var.actor)} />))

  .get('/me/subscriptions', toSettings('lists'))
  .post('/me/subscriptions/:subscription/end', act('will', 'leaveList', 'Leave a list'), async (c) => {
    const { db, write, actor } = c.var
    const subscription = await findSubscription(db, idOf(c, 'subscription'))
    if (!subscription || subscription.personId !== actor.personId) throw new NotFound(t.subscriptionNotFound)
    await write((tx) => unsubscribe(tx, actor, subscription.id, 'page'))
    return done(c, '/me#lists', t.youHaveLeft({ title: subscription.title }))
  })

  .get('/lists/:list', async (c) => {
    const { db, actor } = c.var
    const list = await getList(db, actor, c.req.param('list'))
    const newest = list.mayRead ? (await listThreads(db, list.id, { personId: actor.personId, limit: 6 })).threads : []
    const unanswered = newest.length > 0 && (await hasUnanswered(db, list.id))
    const waiting = list.mayModerate && { held: await countHeld(db, [list.id]), requests: await countOpenRequests(db, [list.id]) }
    return c.var.page(
      list.title,
      <ListPage
        list={list}
        newest={newest}
        unanswered={unanswered}
        joining={await c.var.offers.listJoiningRules(db, list.groupId, { ...actor, now: actor.at })}
        application={await applicationOf(c, list.id)}
        directory={await findDirectory(db, actor, list.groupId)}
        muted={isHerself(actor) ? (await listMuted(db, actor.personId)).includes(`group:${list.groupId}`) : undefined}
        waiting={waiting || undefined}
        mailDomain={c.var.site.mailDomain}
        joiner={await joinerOf(c, list)}
        left={await leftOf(c, list)}
      />,
    )
  })

  // While an applicant types where they work: what others publish, and nothing of this site's own register.
  .get('/lists/:list/institutions', async (c) => {
    const { db, actor, network } = c.var
    await getList(db, actor, c.req.param('list'))
    const words = (c.req.query('q') ?? '').trim().slice(0, 100)
    const free = words.length >= 3 && (await takeTurn(db, `institutions:${network}`, suggestionsPerNetwork, hour, actor.at))
    return c.html(<Offers offers={free ? await offerInstitutions(db, words) : []} />)
  })

  // Where a refused form stands: who comes back to it, or changes the language there, finds the form again.
  .get('/lists/:list/join', (c) => c.redirect(`/lists/${encodeURIComponent(c.req.param('list'))}${new URL(c.req.raw.url).search}`))
  .post('/lists/:list/join', onlyPages('will', 'A form of who is not signed in.'), async (c) => {
    const { db, write, actor, network, site } = c.var
    const list = await getList(db, actor, c.req.param('list'))
    const joining = await c.var.offers.listJoiningRules(db, list.groupId, { ...actor, now: actor.at })
    return refusable(c, async () =>
      c.var.page(list.title, <ListPage joining={joining} list={list} mailDomain={site.mailDomain} joiner={await joinerOf(c, list)} />),
    ).take(JoinForm, async (typed) => {
      const zone = zoneSaid((await bodyOf(c)).browserZone)
      const { name, institution, occupation, ...evidence } = typed
      const email = typed.email.toLowerCase()
      checkAddresses(email, evidence.colleague, site.mailDomain)
      const free =
        (await takeTurn(db, `join:${network}`, joinsPerNetwork, hour, actor.at)) &&
        (await takeTurn(db, `join:${email}`, joinsPerAddress, hour, actor.at))
      // Where nobody looks at who asks, nothing of it is kept.
      const grounds = list.joinPolicy === 'vetted' ? { institution, occupation, evidence } : {}
      const wanted = { ...grounds, name, email, locale: actor.locale, network, zone }
      // Of whom it is known that the address is theirs, nothing is left to confirm by mail.
      const own = isHerself(actor) && !list.subscribed && (await listVerifiedOf(db, actor.personId)).includes(email)
      const asked = free && own ? await write((tx) => applyAtOnce(tx, actor, list, wanted)) : undefined
      if (asked) {
        const application = applicationPath(site, actor.at, asked.id)
        return c.var.page(list.title, <ConfirmPage request={asked} confirmed application={application} />, { kind: 'bare' })
      }
      if (free && !own) await write((tx) => askToJoin(tx, actor, list, wanted))
      // The page is the same for known and unknown addresses, and for one that asks too often.
      return c.var.page(list.title, <JoinedPage list={list} email={email} />, { kind: 'bare' })
    })
  })

  .get('/confirm/:token', async (c) => {
    const id = openToken(c.var.site.secret, 'confirm', c.req.param('token'), c.var.actor.at)
    const request = (id === undefined ? undefined : await findRequest(c.var.db, id)) ?? missing(refusals.thisLinkIsOutOfDate)
    return c.var.page(
      request.title,
      <ConfirmPage request={request} application={applicationPath(c.var.site, c.var.actor.at, request.id)} />,
      {
        kind: 'bare',
      },
    )
  })
  .post('/confirm/:token', onlyPages('will', 'A link from a mail is its own key.'), async (c) => {
    const { write, actor, site } = c.var
    const id = openToken(site.secret, 'confirm', c.req.param('token'), actor.at)
    if (id === undefined) throw new NotFound(refusals.thisLinkIsOutOfDate)
    const zone = zoneSaid((await bodyOf(c)).browserZone)
    const request = await write((tx) => confirmRequest(tx, actor, id, zone))
    return c.var.page(
      request.title,
      <ConfirmPage request={request} confirmed application={applicationPath(site, actor.at, request.id)} />,
      {
        kind: 'bare',
      },
    )
  })

  .get('/unsubscribe/:token', async (c) => {
    const id = openToken(c.var.site.secret, 'unsubscribe', c.req.param('token'), c.var.actor.at)
    const subscription = (id === undefined ? undefined : await findSubscription(c.var.db, id)) ?? missing(refusals.thisLinkIsOutOfDate)
    return c.var.page(subscription.title, <LeavePage subscription={subscription} />, { kind: 'bare' })
  })
  // RFC 8058: one POST from the mail program, without cookies, ends the subscription.
  .post('/unsubscribe/:token', onlyPages('will', 'A link from a mail is its own key.'), async (c) => {
    const { db, write, site, actor } = c.var
    const id = openToken(site.secret, 'unsubscribe', c.req.param('token'), actor.at)
    const subscription = (id === undefined ? undefined : await findSubscription(db, id)) ?? missing(refusals.thisLinkIsOutOfDate)
    await write((tx) => unsubscribe(tx, { ...visitor(actor.at), personId: subscription.personId }, subscription.id, 'link'))
    return c.var.page(subscription.title, <LeftPage subscription={subscription} />, { kind: 'bare' })
  })

  .post('/lists/:list/subscribe', act('will', 'joinList', 'Join a list'), async (c) => {
    const { db, write, actor } = c.var
    const list = await getList(db, actor, c.req.param('list'))
    if (actor.personId === null) throw new NotFound(refusals.thereIsNoSuchPage)
    await write((tx) => subscribeSelf(tx, actor, list))
    return done(c, `/lists/${list.name}`, t.youHaveJoined({ title: list.title }))
  })

  .post('/lists/:list/subscribers/:subscription/remove', moderatorAct('deleteSubscriber', 'Remove a subscriber from a list'), async (c) => {
    const { db, write, actor } = c.var
    const list = await getModeratedList(db, actor, c.req.param('list'))
    const subscription = await findSubscription(db, idOf(c, 'subscription'))
    if (!subscription || subscription.listId !== list.id) throw new NotFound(t.subscriberNotFound)
    await write((tx) => unsubscribe(tx, actor, subscription.id, 'owner'))
    return done(c, `/lists/${list.name}/subscribers`, t.removedFromTheList({ name: subscription.name }))
  })
