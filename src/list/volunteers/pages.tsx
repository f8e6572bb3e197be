import * as z from 'zod'
import { Invalid, NotFound } from '../../errors.ts'
import { getGroup, listOpenGroups } from '../../groups/queries.ts'
import { handedRoles } from '../../groups/rules.ts'
import { line, lines, whole } from '../../lib/ui/forms.ts'
import { act, type C, done, idOf, mailed, pages, refusable } from '../../lib/ui/web.tsx'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { mayAppoint, mayPost } from '../../policy.ts'
import { todayOf } from '../../time.ts'
import { listLists } from '../core/queries.ts'
import { appointRunnerUp, decideCall, offer, openCall, withdrawCall, withdrawOffer } from './actions.ts'
import { getCall, listCalls } from './queries.ts'
import type { Choice } from './rules.ts'
import { CallPage, CallsPage } from './views.tsx'

const t = textsOf('list', 'volunteersPage')

const CallForm = z.object({
  group: line(40),
  role: z.enum(handedRoles),
  seats: whole().refine((count) => count >= 1 && count <= 50, { error: () => t.errors.seats }),
  text: lines(10_000),
  list: line(40).optional(),
  fromOn: z.iso.date(),
  toOn: z.iso.date().optional(),
  closesOn: z.iso.date(),
})
/** `outcome-12` and, for runners-up, `place-12`: the decision on each offer by its number. */
const ChoicesForm = z.object({}).catchall(line(20).optional())
const OfferForm = z.object({ text: lines(5_000) })
const outcomes = ['appointed', 'runner_up', 'declined'] as const

async function showCalls(c: C) {
  const { db, actor } = c.var
  if (actor.personId === null) throw new NotFound(refusals.thereIsNoSuchPage)
  const groups = (await listOpenGroups(db)).filter((group) => mayAppoint(actor, group.id))
  const lists = (await listLists(db, actor)).filter((list) => mayPost(actor, list))
  return c.var.page(t.callsForVolunteers, <CallsPage calls={await listCalls(db, actor)} today={todayOf(actor)} {...{ groups, lists }} />)
}

async function showCall(c: C) {
  const { db, actor } = c.var
  const call = await getCall(db, actor, idOf(c, 'call'))
  return c.var.page(t.callForVolunteers({ group: call.group }), <CallPage call={call} today={todayOf(actor)} />)
}

/** The decision on each offer, as the form sends it: `outcome-12`, `place-12`. */
function choicesOf(typed: Record<string, string | undefined>): Choice[] {
  return Object.entries(typed).flatMap(([name, value]): Choice[] => {
    const offerId = Number(/^outcome-(\d{1,15})$/.exec(name)?.[1] ?? 0)
    const outcome = outcomes.find((one) => one === value)
    if (offerId === 0 || outcome === undefined) return []
    const place = Number(typed[`place-${offerId}`]) || undefined
    return [{ offerId, outcome, ...(place === undefined ? {} : { place }) }]
  })
}

/** Subscribers offer, the committee appoints. */
export const volunteerPages = pages()
  .get('/calls', (c) => showCalls(c))
  .post('/calls', act('work', 'openCall', 'Open a call for volunteers', CallForm), async (c) => {
    const { db, write, actor, site } = c.var
    if (actor.personId === null || !(await listOpenGroups(db)).some((group) => mayAppoint(actor, group.id)))
      throw new NotFound(refusals.thereIsNoSuchPage)
    return refusable(c, () => showCalls(c)).take(CallForm, async ({ group: slug, ...call }) => {
      const group = (await listOpenGroups(db)).find((one) => one.slug === slug && mayAppoint(actor, one.id))
      if (!group) throw new Invalid(refusals.chooseAgain, { group: t.chooseOneOfYourGroups })
      const { id, name } = await getGroup(db, slug)
      const callId = await write((tx) => openCall(tx, actor, site, { id, name }, call))
      return done(c, `/calls/${callId}`, t.callForVolunteersStarted, callId)
    })
  })
  .get('/calls/:call', (c) => showCall(c))
  .post('/calls/:call/offer', act('will', 'offerToVolunteer', 'Offer to volunteer', OfferForm), async (c) => {
    const { write, actor } = c.var
    await getCall(c.var.db, actor, idOf(c, 'call'))
    return refusable(c, () => showCall(c)).take(OfferForm, async ({ text }) => {
      await write((tx) => offer(tx, actor, idOf(c, 'call'), text))
      return done(c, `/calls/${idOf(c, 'call')}`, t.offerSentWillEmailDecision)
    })
  })
  .post('/calls/:call/offer/withdraw', act('will', 'withdrawOffer', 'Withdraw an offer'), async (c) => {
    await c.var.write((tx) => withdrawOffer(tx, c.var.actor, idOf(c, 'call')))
    return done(c, `/calls/${idOf(c, 'call')}`, t.takenBack)
  })
  .post('/calls/:call/decide', act('work', 'decideOffers', 'Decide about the offers', ChoicesForm), async (c) => {
    const { write, actor } = c.var
    const call = await getCall(c.var.db, actor, idOf(c, 'call'))
    if (!call.mayDecide) throw new NotFound(t.callVolunteersNotFound)
    return refusable(c, () => showCall(c), 'decision').take(ChoicesForm, async (typed) => {
      await write((tx) => decideCall(tx, actor, idOf(c, 'call'), choicesOf(typed)))
      return done(c, `/calls/${idOf(c, 'call')}`, mailed(c, t.decisionsSavedEveryoneWho))
    })
  })
  .post('/calls/:call/runners-up/:offer', act('work', 'appointRunnerUp', 'Appoint a runner-up'), async (c) => {
    await c.var.write((tx) => appointRunnerUp(tx, c.var.actor, idOf(c, 'call'), idOf(c, 'offer')))
    return done(c, `/calls/${idOf(c, 'call')}`, t.appointed)
  })
  .post('/calls/:call/withdraw', act('work', 'withdrawCall', 'Withdraw a call'), async (c) => {
    await c.var.write((tx) => withdrawCall(tx, c.var.actor, idOf(c, 'call')))
    return done(c, '/calls', t.withdrawn)
  })
