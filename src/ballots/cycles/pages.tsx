import * as z from 'zod'
import { Invalid, NotFound } from '../../errors.ts'
import { findAsked, listGroups, listOpenGroups } from '../../groups/queries.ts'
import { idsOf } from '../../lib/db/rows.ts'
import { ifSent, line, lines, many, readForm, whole } from '../../lib/ui/forms.ts'
import { act, askedFirst, bodyOf, type C, done, idOf, mailed, pageOf, pages, refusable } from '../../lib/ui/web.tsx'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { zoneField } from '../../lib/ui/zone-field.ts'
import { mayRank, mayRunBallots } from '../../policy.ts'
import { listGroupCommunities } from '../core/people-queries.ts'
import { listExtensions, listOptions } from '../core/queries.ts'
import { phaseKinds, roundRules } from '../rules.ts'
import { countWishes, listWishes, standingTo } from '../wishes/queries.ts'
import { whyNotSubmit, wishStates } from '../wishes/rules.ts'
import { notAZone, readLocal, toLocal } from '../zones.ts'
import { chooseConsortium, createCycle, moveDate, setCosts } from './actions.ts'
import { CostingPage } from './costing.tsx'
import { NewCyclePage } from './form-views.tsx'
import { CyclesPage } from './list-views.tsx'
import { findRound, getChosenCycle, getCycle, getOwnCycle, listConsortia, listCycles, speaksFor } from './queries.ts'
import { CyclePage } from './views.tsx'

const t = textsOf('ballots', 'cyclesPage')
const pageWords = textsOf('ballots', 'pages')

/** `cost-NUMBER` and `solution-NUMBER`, by the numbers of the options. */
const CostsForm = z.object({}).catchall(lines(5_000).optional())

const local = () => line(30)

const positive = (most: number) => whole().refine((value) => value >= 1 && value <= most, { error: () => t.aWholeNumberFrom1To({ most }) })

const CycleForm = z.object({
  groupId: whole().optional(),
  title: line(160),
  note: lines(2_000).optional(),
  communityIds: many(whole()),
  zone: zoneField(notAZone),
  ...Object.fromEntries(
    phaseKinds.flatMap((kind) => [
      [`${kind}-opensAt`, local()],
      [`${kind}-closesAt`, local()],
    ]),
  ),
  recordOn: z.iso.date(),
  budget: positive(10_000),
  most: positive(10_000).optional(),
  shortlist: positive(500),
  capacity: positive(1_000_000),
  ruleOne: z.enum(roundRules.round_one),
  ruleTwo: z.enum(roundRules.round_two),
  ties: z.enum(['lot', 'seniority', 'chair']),
  secrecy: z.enum(['anonymous', 'public']),
})

const DatesForm = z.object({
  kind: z.enum(phaseKinds),
  opensAt: ifSent(local()),
  closesAt: local(),
  reason: lines(2_000).default(''),
})

const ChoiceForm = z.object({ organisationId: whole(), asOne: z.enum(['yes', 'no']) })

const day = 86_400_000

async function ownGroups(c: C) {
  const groups = (await listOpenGroups(c.var.db)).filter(({ id }) => mayRunBallots(c.var.actor, id))
  if (groups.length === 0) throw new NotFound(refusals.thereIsNoSuchPage)
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

async function showNew(c: C) {
  const { db, actor } = c.var
  const groups = askedFirst(c, await ownGroups(c))
  const communities = await listGroupCommunities(db, idsOf(groups))
  const hosts = await listGroupCommunities(db, idsOf(groups.slice(0, 1)))
  const at = (days: number) => `${toLocal(new Date(actor.at.getTime() + days * day), actor.zone).slice(0, 10)}T12:00`
  const values = {
    groupId: String(groups[0]?.id ?? ''),
    communityIds: hosts.map(({ id }) => String(id)),
    zone: actor.zone,
    ...Object.fromEntries(
      phaseKinds.flatMap((kind) => [
        [`${kind}-opensAt`, at(usual[kind][0])],
        [`${kind}-closesAt`, at(usual[kind][1])],
      ]),
    ),
    recordOn: at(0).slice(0, 10),
    budget: '50',
    shortlist: '25',
    capacity: '50',
    ruleOne: 'equal-shares-add1',
    ruleTwo: 'equal-shares-add1',
    ties: 'lot',
    secrecy: 'anonymous',
  }
  return c.var.page(
    t.newEnhancementCycle,
    <NewCyclePage {...{ groups, communities, values }} mayRank={groups.some(({ id }) => mayRank(actor, id))} />,
  )
}

async function showCycle(c: C) {
  const { db, actor } = c.var
  const cycle = await getCycle(db, actor, idOf(c, 'cycle'))
  const asked = c.req.query('state')
  const state = asked === 'asked' ? asked : (wishStates.find((one) => one === asked) ?? '')
  const search = c.req.query('q')?.trim().slice(0, 200) ?? ''
  const page = pageOf(c)
  const recordOn = cycle.ballots[0]?.recordOn
  const [found, counts, extensions, consortia] = await Promise.all([
    listWishes(db, actor, cycle, { page, state: state || undefined, search }),
    countWishes(db, actor, cycle),
    listExtensions(db, { cycleId: cycle.id }),
    recordOn ? listConsortia(db, cycle.id, recordOn) : [],
  ])
  const { personId, at } = actor
  const spoken = personId === null ? [] : await Promise.all(consortia.map(({ id }) => speaksFor(db, cycle.id, personId, id, at)))
  const chosenBy = new Set(idsOf(consortia.filter((_, place) => cycle.mayRun || spoken[place])))
  const whyNot = whyNotSubmit(cycle, actor.at)
  const signedIn = actor.personId !== null
  const opened = new Set(idsOf(found.wishes.filter((wish) => standingTo(actor, cycle, wish))))
  return c.var.page(
    cycle.title,
    <CyclePage
      {...{ cycle, found, counts, state, search, page, whyNot, extensions, consortia, chosenBy, signedIn, opened }}
      now={actor.at}
    />,
    { kind: signedIn ? 'work' : 'public' },
  )
}

async function showCosting(c: C) {
  const { db, actor } = c.var
  const cycle = await getCycle(db, actor, idOf(c, 'cycle'))
  if (!cycle.mayCost) throw new NotFound(refusals.thereIsNoSuchPage)
  const round = await findRound(db, cycle.id, 'round_two')
  const options = round ? await listOptions(db, round.id) : []
  const sum = options.reduce((total, { cost }) => total + (cost ?? 0), 0)
  return c.var.page(t.costs, <CostingPage {...{ cycle, options, sum }} open={round?.state === 'preparing'} />)
}

/** The costs that were typed. @throws Invalid beside each that is no whole number */
function readCosts(typed: Record<string, string | undefined>): { number: number; cost: number | null; solution: string }[] {
  const numbers = Object.keys(typed).flatMap((name) => (/^cost-\d{1,6}$/.test(name) ? [name.slice(5)] : []))
  const wrong = numbers.filter((number) => !/^\d{0,6}$/.test(typed[`cost-${number}`] ?? ''))
  const problem = t.aWholeNumberOfDevelopmentPoints
  if (wrong.length > 0) throw new Invalid(refusals.pleaseLookAgain, Object.fromEntries(wrong.map((number) => [`cost-${number}`, problem])))
  return numbers.map((number) => {
    const cost = typed[`cost-${number}`] ?? ''
    return { number: Number(number), cost: cost === '' ? null : Number(cost), solution: typed[`solution-${number}`] ?? '' }
  })
}

export const cyclePages = pages()
  .get('/cycles', async (c) => {
    const groups = await listGroups(c.var.db)
    const group = await findAsked(c.var.db, c.req.query('group'))
    return c.var.page(
      pageWords.cycles,
      <CyclesPage
        cycles={await listCycles(c.var.db, group?.id)}
        group={group}
        // The form opens with the group that is looked at.
        mayRun={(group ? [group] : groups).some(({ id }) => mayRunBallots(c.var.actor, id))}
        now={c.var.actor.at}
      />,
    )
  })
  .get('/cycles/new', (c) => showNew(c))
  .post('/cycles', act('work', 'createCycle', 'Create a cycle', CycleForm), async (c) => {
    const [first] = await ownGroups(c)
    return refusable(c, () => showNew(c)).take(CycleForm, async (form) => {
      const dates = form as unknown as Record<string, string>
      const phases = phaseKinds.map((kind) => ({
        kind,
        opensAt: readLocal(dates[`${kind}-opensAt`] ?? '', form.zone, `${kind}-opensAt`),
        closesAt: readLocal(dates[`${kind}-closesAt`] ?? '', form.zone, `${kind}-closesAt`),
      }))
      const id = await c.var.write((tx) => createCycle(tx, c.var.actor, { ...form, groupId: form.groupId ?? first?.id ?? 0, phases }))
      return done(c, `/cycles/${id}`, t.cycleCreated, id)
    })
  })
  .get('/cycles/:cycle', (c) => showCycle(c))
  .post('/cycles/:cycle/dates', act('work', 'setCycleDates', 'Change the dates of a cycle', DatesForm), async (c) => {
    const cycle = await getOwnCycle(c.var.db, c.var.actor, idOf(c, 'cycle'))
    const { kind: phase } = await bodyOf(c)
    return refusable(c, () => showCycle(c), `dates-${phase}`).take(DatesForm, async ({ kind, opensAt, closesAt, reason }) => {
      const date = {
        kind,
        closesAt: readLocal(closesAt, cycle.zone, 'closesAt'),
        reason,
        opensAt: opensAt ? readLocal(opensAt, cycle.zone, 'opensAt') : undefined,
      }
      await c.var.write((tx) => moveDate(tx, c.var.actor, cycle.id, date))
      return done(c, `/cycles/${cycle.id}`, mailed(c, t.datesChangedEveryoneWhoCan))
    })
  })
  .post('/cycles/:cycle/consortia', act('will', 'setConsortiumVotes', 'Say how a consortium votes', ChoiceForm), async (c) => {
    const body = await bodyOf(c)
    await getChosenCycle(c.var.db, c.var.actor, idOf(c, 'cycle'), Number(body.organisationId) || 0)
    const { organisationId, asOne } = readForm(ChoiceForm, body)
    await c.var.write((tx) => chooseConsortium(tx, c.var.actor, idOf(c, 'cycle'), organisationId, asOne === 'yes'))
    return done(c, `/cycles/${idOf(c, 'cycle')}`, t.saved)
  })
  .get('/cycles/:cycle/costing', (c) => showCosting(c))
  .post('/cycles/:cycle/costing', act('will', 'setCosts', 'Enter costs and solutions', CostsForm), async (c) => {
    const cycle = await getCycle(c.var.db, c.var.actor, idOf(c, 'cycle'))
    if (!cycle.mayCost) throw new NotFound(refusals.thereIsNoSuchPage)
    return refusable(c, () => showCosting(c)).take(CostsForm, async (typed) => {
      const costs = readCosts(typed)
      await c.var.write((tx) => setCosts(tx, c.var.actor, cycle.id, costs))
      return done(c, `/cycles/${cycle.id}/costing`, t.saved)
    })
  })
