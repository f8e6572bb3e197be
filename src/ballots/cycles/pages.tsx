import type { Context } from 'hono'
import * as z from 'zod'
import { listGroups } from '../../charter/queries.ts'
import { Conflict, NotAllowed, NotFound } from '../../errors.ts'
import { mayRunBallots } from '../../policy.ts'
import { type FormBody, InvalidForm, many, readForm, refusedForm, typedIn, whole } from '../../ui/forms.ts'
import { bodyOf, done, type Env, ownPath, pages } from '../../ui/web.tsx'
import { listAboutRequests, listPairs } from '../alike/queries.ts'
import { listExtensions, listGroupCommunities, listOptions } from '../queries.ts'
import { phaseKinds } from '../rules.ts'
import { isZone, readLocal, toLocal } from '../zones.ts'
import {
  answerRewording,
  chooseConsortium,
  createCycle,
  type Decision,
  decideWish,
  moveDate,
  proposeRewording,
  setCosts,
  submitWish,
  withdrawWish,
} from './actions.ts'
import {
  countWishes,
  findRound,
  getCycle,
  getOwnCycle,
  getWish,
  listAreas,
  listConsortia,
  listCycles,
  listMergeTargets,
  listSubmitters,
  listWishes,
} from './queries.ts'
import { whyNotSubmit, wishReasons, wishStates } from './rules.ts'
import { CostingPage, CyclePage, CyclesPage, NewCyclePage, SubmitPage, TriagePage, WishPage } from './views.tsx'

const local = () => z.string().max(30)
const positive = (most: number) => whole().refine((value) => value >= 1 && value <= most, { message: `A whole number from 1 to ${most}.` })
const CycleForm = z.object({
  groupId: whole().optional(),
  title: z.string().max(160),
  note: z.string().max(2_000).optional(),
  communityIds: many(whole()),
  zone: z.string().refine(isZone, { message: 'A zone of the IANA list, for instance Europe/Lisbon.' }),
  ...Object.fromEntries(
    phaseKinds.flatMap((kind) => [
      [`${kind}-opensAt`, local()],
      [`${kind}-closesAt`, local()],
    ]),
  ),
  recordOn: z.iso.date(),
  form: z.enum(['points', 'ranks']),
  budget: positive(10_000),
  most: positive(10_000).optional(),
  shortlist: positive(500),
  capacity: positive(1_000_000),
  ruleOne: z.enum(['equal-shares-add1', 'equal-shares', 'greedy', 'scottish-stv']),
  ruleTwo: z.enum(['equal-shares-add1', 'equal-shares', 'greedy', 'scottish-stv']),
  ties: z.enum(['lot', 'seniority', 'chair']),
  secrecy: z.enum(['anonymous', 'public']),
})
const DatesForm = z.object({
  kind: z.enum(phaseKinds),
  opensAt: local().optional(),
  closesAt: local(),
  reason: z.string().max(2_000).default(''),
})
const WishForm = z.object({
  title: z.string().max(200),
  text: z.string().max(10_000),
  area: z.string().max(100).default(''),
  requestId: whole().optional(),
  organisationId: whole().optional(),
})
const DecideForm = z.discriminatedUnion('to', [
  z.object({ to: z.literal('accept'), back: z.string().max(200).optional() }),
  z.object({ to: z.literal('back') }),
  z.object({ to: z.literal('merge'), into: whole(), note: z.string().max(2_000).default(''), back: z.string().max(200).optional() }),
  z.object({ to: z.literal('set_aside'), reason: z.enum(wishReasons), note: z.string().max(2_000).default('') }),
])
const RewordForm = z.object({ title: z.string().max(200), text: z.string().max(10_000), why: z.string().max(2_000).default('') })
const AnswerForm = z.object({ rewording: whole(), agreed: z.enum(['yes', 'no']) })
const ChoiceForm = z.object({ organisationId: whole(), asOne: z.enum(['yes', 'no']) })

const idOf = (c: Context<Env>): number => Number(c.req.param('cycle')) || 0
const wishOf = (c: Context<Env>): number => Number(c.req.param('wish')) || 0
const pageOf = (c: Context<Env>): number => Math.max(1, Number(c.req.query('page')) || 1)
const day = 86_400_000

async function ownGroups(c: Context<Env>) {
  const groups = (await listGroups(c.var.db)).filter(({ id }) => mayRunBallots(c.var.actor, id))
  if (groups.length === 0) throw new NotFound('There is no such page.')
  return groups
}

/** Days from today on which the phases of a usual cycle begin and end. */
const usual = {
  submission: [14, 28],
  triage: [28, 70],
  round_one: [70, 91],
  costing: [91, 147],
  round_two: [147, 161],
  commitment: [161, 189],
} as const

async function showNew(c: Context<Env>, refused?: ReturnType<typeof refusedForm>) {
  const { db, actor } = c.var
  const groups = await ownGroups(c)
  const communities = await listGroupCommunities(
    db,
    groups.map(({ id }) => id),
  )
  const at = (days: number) => `${toLocal(new Date(actor.at.getTime() + days * day), actor.zone).slice(0, 10)}T12:00`
  const values = {
    groupId: String(groups[0]?.id ?? ''),
    communityIds: communities.map(({ id }) => String(id)),
    zone: actor.zone,
    ...Object.fromEntries(
      phaseKinds.flatMap((kind) => [
        [`${kind}-opensAt`, at(usual[kind][0])],
        [`${kind}-closesAt`, at(usual[kind][1])],
      ]),
    ),
    recordOn: at(0).slice(0, 10),
    form: 'points',
    budget: '50',
    shortlist: '25',
    capacity: '50',
    ruleOne: 'equal-shares-add1',
    ruleTwo: 'equal-shares-add1',
    ties: 'lot',
    secrecy: 'anonymous',
  }
  return c.var.page({
    title: 'New enhancement cycle',
    status: refused ? 422 : 200,
    children: <NewCyclePage {...{ groups, communities, refused, values }} />,
  })
}

async function showCycle(c: Context<Env>, refused?: ReturnType<typeof refusedForm>) {
  const { db, actor } = c.var
  const cycle = await getCycle(db, actor, idOf(c))
  const asked = c.req.query('state')
  const state = asked === 'asked' ? asked : (wishStates.find((one) => one === asked) ?? '')
  const search = c.req.query('q')?.trim().slice(0, 200) ?? ''
  const page = pageOf(c)
  const recordOn = cycle.ballots[0]?.recordOn
  const [found, counts, extensions, consortia] = await Promise.all([
    listWishes(db, cycle.id, { page, ...(state ? { state } : {}), ...(search ? { search } : {}) }),
    countWishes(db, cycle.id),
    listExtensions(db, { cycleId: cycle.id }),
    recordOn ? listConsortia(db, cycle.id, recordOn) : [],
  ])
  const whyNot = whyNotSubmit(cycle.phases, actor.at)
  const signedIn = actor.personId !== null
  return c.var.page({
    title: cycle.title,
    status: refused ? 422 : 200,
    kind: signedIn ? 'work' : 'public',
    children: (
      <CyclePage {...{ cycle, found, counts, state, search, page, whyNot, extensions, consortia, signedIn, refused }} now={actor.at} />
    ),
  })
}

async function showWish(
  c: Context<Env>,
  refused?: ReturnType<typeof refusedForm>,
  form?: string,
  status: 200 | 403 | 409 | 422 = refused ? 422 : 200,
) {
  const { db, actor } = c.var
  const wish = await getWish(db, actor, wishOf(c))
  const decides = wish.cycle.inGroup || wish.cycle.mayRun
  const compared = decides && !wish.cycle.frozen && (wish.state === 'submitted' || wish.state === 'accepted')
  const [targets, pairs, requests] = await Promise.all([
    decides ? listMergeTargets(db, wish.cycleId, wish.id) : [],
    compared ? listPairs(db, wish.cycle) : [],
    compared ? listAboutRequests(db, actor, wish.cycle.groupId, wish) : [],
  ])
  const likes = { requests, pairs: pairs.filter(({ one, other }) => one.id === wish.id || other.id === wish.id) }
  return c.var.page({
    title: wish.title,
    status,
    children: <WishPage {...{ wish, targets, likes, refused }} {...(form ? { form } : {})} />,
  })
}

/** Does what a form of a wish asks for; what is wrong comes back beside it. */
async function takeOnWish(
  c: Context<Env>,
  form: (body: FormBody) => string,
  act: (body: FormBody) => Promise<Response>,
): Promise<Response> {
  const body = await bodyOf(c)
  try {
    return await act(body)
  } catch (error) {
    const refused = refusedForm(error, body)
    if (refused) return showWish(c, refused, form(body))
    if (error instanceof Conflict || error instanceof NotAllowed)
      return showWish(c, { message: error.message, fields: {}, typed: {} }, 'page', error instanceof Conflict ? 409 : 403)
    throw error
  }
}

async function showSubmit(c: Context<Env>, refused?: ReturnType<typeof refusedForm>) {
  const { db, actor } = c.var
  const cycle = await getCycle(db, actor, idOf(c))
  if (actor.personId === null) throw new NotFound('There is no such page.')
  const whyNot = whyNotSubmit(cycle.phases, actor.at)
  if (whyNot) throw new NotAllowed(whyNot)
  const [institutions, areas] = await Promise.all([listSubmitters(db, actor.personId, actor.at), listAreas(db, cycle.groupId)])
  const request = c.req.query('request')
  const values: Record<string, string> = request && /^\d{1,9}$/.test(request) ? { requestId: request } : {}
  return c.var.page({
    title: 'Bring in a wish',
    status: refused ? 422 : 200,
    children: <SubmitPage {...{ cycle, institutions, areas, refused, values }} />,
  })
}

async function showCosting(c: Context<Env>, refused?: ReturnType<typeof refusedForm>) {
  const { db, actor } = c.var
  const cycle = await getCycle(db, actor, idOf(c))
  if (!cycle.mayCost) throw new NotFound('There is no such page.')
  const round = await findRound(db, cycle.id, 'round_two')
  const options = round ? await listOptions(db, round.id) : []
  const sum = options.reduce((total, { cost }) => total + (cost ?? 0), 0)
  return c.var.page({
    title: 'Costs',
    status: refused ? 422 : 200,
    children: <CostingPage {...{ cycle, options, sum, refused }} open={round?.state === 'preparing'} />,
  })
}

/** The costs that were typed. @throws InvalidForm beside each that is no whole number */
function readCosts(body: FormBody): { number: number; cost: number | null; solution: string }[] {
  const text = (name: string) => [body[name] ?? ''].flat().find((one) => typeof one === 'string') ?? ''
  const numbers = Object.keys(body).flatMap((name) => (/^cost-\d{1,6}$/.test(name) ? [name.slice(5)] : []))
  const wrong = numbers.filter((number) => !/^\d{0,6}$/.test(String(text(`cost-${number}`)).trim()))
  const problem = 'A whole number of development points, or nothing.'
  if (wrong.length > 0)
    throw new InvalidForm('Please look again.', Object.fromEntries(wrong.map((number) => [`cost-${number}`, problem])), typedIn(body))
  return numbers.map((number) => {
    const cost = String(text(`cost-${number}`)).trim()
    return {
      number: Number(number),
      cost: cost === '' ? null : Number(cost),
      solution: String(text(`solution-${number}`))
        .trim()
        .slice(0, 5_000),
    }
  })
}

export const cyclePages = pages()
  .get('/cycles', async (c) => {
    const groups = await listGroups(c.var.db)
    return c.var.page({
      title: 'Enhancement cycles',
      kind: c.var.actor.personId === null ? 'public' : 'work',
      children: (
        <CyclesPage
          cycles={await listCycles(c.var.db)}
          mayRun={groups.some(({ id }) => mayRunBallots(c.var.actor, id))}
          now={c.var.actor.at}
        />
      ),
    })
  })
  .get('/cycles/new', (c) => showNew(c))
  .post('/cycles', async (c) => {
    const [first] = await ownGroups(c)
    const body = await bodyOf(c)
    try {
      const form = readForm(CycleForm, body)
      const dates = form as unknown as Record<string, string>
      const phases = phaseKinds.map((kind) => ({
        kind,
        opensAt: readLocal(dates[`${kind}-opensAt`] ?? '', form.zone, `${kind}-opensAt`),
        closesAt: readLocal(dates[`${kind}-closesAt`] ?? '', form.zone, `${kind}-closesAt`),
      }))
      const {
        title,
        zone,
        communityIds,
        recordOn,
        budget,
        shortlist,
        capacity,
        ruleOne,
        ruleTwo,
        ties,
        secrecy,
        groupId = first?.id ?? 0,
      } = form
      const facts = {
        title,
        zone,
        communityIds,
        recordOn,
        budget,
        shortlist,
        capacity,
        ruleOne,
        ruleTwo,
        ties,
        secrecy,
        groupId,
        phases,
        form: form.form,
      }
      const more = { ...(form.note ? { note: form.note } : {}), ...(form.most === undefined ? {} : { most: form.most }) }
      const id = await c.var.write((tx) => createCycle(tx, c.var.actor, { ...facts, ...more }))
      return done(c, `/cycles/${id}`, 'The cycle is set up.')
    } catch (error) {
      const refused = refusedForm(error, body)
      if (!refused) throw error
      return showNew(c, refused)
    }
  })
  .get('/cycles/:cycle', (c) => showCycle(c))
  .post('/cycles/:cycle/dates', async (c) => {
    const body = await bodyOf(c)
    const cycle = await getOwnCycle(c.var.db, c.var.actor, idOf(c))
    try {
      const { kind, opensAt, closesAt, reason } = readForm(DatesForm, body)
      const date = {
        kind,
        closesAt: readLocal(closesAt, cycle.zone, 'closesAt'),
        reason,
        ...(opensAt ? { opensAt: readLocal(opensAt, cycle.zone, 'opensAt') } : {}),
      }
      await c.var.write((tx) => moveDate(tx, c.var.actor, cycle.id, date))
      return done(c, `/cycles/${cycle.id}`, 'Moved. All who vote are told.')
    } catch (error) {
      const refused = refusedForm(error, body)
      if (!refused) throw error
      return showCycle(c, refused)
    }
  })
  .post('/cycles/:cycle/consortia', async (c) => {
    const { organisationId, asOne } = readForm(ChoiceForm, await bodyOf(c))
    await c.var.write((tx) => chooseConsortium(tx, c.var.actor, idOf(c), organisationId, asOne === 'yes'))
    return done(c, `/cycles/${idOf(c)}`, 'Saved.')
  })
  .get('/cycles/:cycle/submit', (c) => showSubmit(c))
  .post('/cycles/:cycle/submit', async (c) => {
    const body = await bodyOf(c)
    try {
      const { requestId, organisationId, ...facts } = readForm(WishForm, body)
      const wish = {
        ...facts,
        ...(requestId === undefined ? {} : { requestId }),
        ...(organisationId === undefined ? {} : { organisationId }),
      }
      const id = await c.var.write((tx) => submitWish(tx, c.var.actor, idOf(c), wish))
      return done(c, `/wishes/${id}`, 'Your wish is in. You hear what the triage decides.')
    } catch (error) {
      const refused = refusedForm(error, body)
      if (!refused || c.var.actor.personId === null) throw error
      return showSubmit(c, refused)
    }
  })
  .get('/cycles/:cycle/triage', async (c) => {
    const { db, actor } = c.var
    const cycle = await getCycle(db, actor, idOf(c))
    if (!cycle.inGroup && !cycle.mayRun) throw new NotFound('There is no such page.')
    const asked = c.req.query('state')
    const state = asked === 'asked' ? asked : (wishStates.find((one) => one === asked) ?? 'submitted')
    const page = pageOf(c)
    const [found, counts, pairs] = await Promise.all([
      listWishes(db, cycle.id, { state, page }),
      countWishes(db, cycle.id),
      cycle.frozen ? [] : listPairs(db, cycle),
    ])
    return c.var.page({ title: 'Triage', children: <TriagePage {...{ cycle, found, counts, pairs, state, page }} /> })
  })
  .get('/cycles/:cycle/costing', (c) => showCosting(c))
  .post('/cycles/:cycle/costing', async (c) => {
    const body = await bodyOf(c)
    const cycle = await getCycle(c.var.db, c.var.actor, idOf(c))
    if (!cycle.mayCost) throw new NotFound('There is no such page.')
    try {
      const costs = readCosts(body)
      await c.var.write((tx) => setCosts(tx, c.var.actor, cycle.id, costs))
      return done(c, `/cycles/${cycle.id}/costing`, 'Saved.')
    } catch (error) {
      const refused = refusedForm(error, body)
      if (!refused) throw error
      return showCosting(c, refused)
    }
  })
  .get('/wishes/:wish', (c) => showWish(c))
  .post('/wishes/:wish/decide', (c) =>
    takeOnWish(
      c,
      (body) => String(body.to),
      async (body) => {
        const decision = readForm(DecideForm, body)
        await c.var.write((tx) => decideWish(tx, c.var.actor, wishOf(c), decision as Decision))
        const back = 'back' in decision ? decision.back : undefined
        return done(
          c,
          ownPath(back, `/wishes/${wishOf(c)}`),
          decision.to === 'back' ? 'It waits for a decision again.' : 'Decided. Who brought it in is told.',
        )
      },
    ),
  )
  .post('/wishes/:wish/reword', (c) =>
    takeOnWish(
      c,
      () => 'reword',
      async (body) => {
        const words = readForm(RewordForm, body)
        await c.var.write((tx) => proposeRewording(tx, c.var.actor, wishOf(c), words))
        return done(c, `/wishes/${wishOf(c)}`, 'Who brought it in is asked. Until she agrees it stays as it is.')
      },
    ),
  )
  .post('/wishes/:wish/answer', (c) =>
    takeOnWish(
      c,
      () => 'page',
      async (body) => {
        const { rewording, agreed } = readForm(AnswerForm, body)
        await c.var.write((tx) => answerRewording(tx, c.var.actor, wishOf(c), rewording, agreed === 'yes'))
        return done(c, `/wishes/${wishOf(c)}`, agreed === 'yes' ? 'It stands in the new words.' : 'It stays as you wrote it.')
      },
    ),
  )
  .post('/wishes/:wish/withdraw', (c) =>
    takeOnWish(
      c,
      () => 'page',
      async () => {
        await c.var.write((tx) => withdrawWish(tx, c.var.actor, wishOf(c)))
        return done(c, `/wishes/${wishOf(c)}`, 'Your wish is withdrawn.')
      },
    ),
  )
