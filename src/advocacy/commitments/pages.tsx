import * as z from 'zod'
import { visitor } from '../../actor.ts'
import { NotFound } from '../../errors.ts'
import { findAsked } from '../../groups/queries.ts'
import { pagesOf } from '../../lib/db/rows.ts'
import { line, lines, orEmpty, picked, whole } from '../../lib/ui/forms.ts'
import { act, bodyOf, type C, done, idOf, pageOf, pages, refusable } from '../../lib/ui/web.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { groupsOf, mayCollate } from '../../policy.ts'
import { listPicks } from '../../requests/queries.ts'
import { todayOf } from '../../time.ts'
import { ledGroup, slugOf } from '../group-pages.tsx'
import { findStations } from '../provenance-queries.ts'
import { getWorkGroup } from '../queries.ts'
import { sideOf } from '../signing/actions.ts'
import { CommitmentWord, takeWord } from '../signing/pages.tsx'
import { findSigned } from '../signing/queries.ts'
import { findResultOf } from '../winners/queries.ts'
import { carryOver, commit, dropCommitment, namePilot, setCapacity } from './actions.ts'
import { ComingPage } from './coming.tsx'
import { CommitmentPage } from './one.tsx'
import {
  getCommitment,
  listCapacities,
  listComing,
  listCommitments,
  listDelivered,
  listPilotChoices,
  listPilots,
  listProducts,
} from './queries.ts'
import { ledger, promisedYear } from './rules.ts'
import { CommitmentsPage, commitmentStates } from './views.tsx'

const t = textsOf('advocacy', 'commitments')
const words = textsOf('advocacy', 'coming')

const DropForm = z.object({ reason: lines(2_000) })

const year = whole().refine((value) => value >= 1990 && value <= 2200, { error: () => t.aYear })

const points = (least: number) => whole().refine((value) => value >= least && value <= 100_000, { error: () => t.aWholeNumberOfPoints })

/** What is promised, whoever records it; without points where the two count none. */
export const promiseFields = { productId: whole(), year, points: points(0).default(0), dueOn: z.iso.date().optional() }

const CommitForm = z.object({ group: line(40).optional(), requestId: picked(), ...promiseFields })

const CapacityForm = z.object({
  group: line(40).optional(),
  productId: whole(),
  year,
  points: points(1),
  note: orEmpty(lines(300)),
})

const CarryForm = z.object({ year, dueOn: z.iso.date().optional(), reason: lines(2_000).default('') })

const PilotForm = z.object({ organisationId: whole(), named: z.enum(['yes', 'no']).default('yes') })

const perPage = 30

async function showCommitments(c: C, slug: string | undefined) {
  const { db, actor } = c.var
  const group = await getWorkGroup(db, actor, slug)
  const today = todayOf(actor)
  const [rows, capacities, products, picks] = await Promise.all([
    listCommitments(db, group.id),
    listCapacities(db, group.id),
    listProducts(db, group.vendorId),
    group.leads ? listPicks(db, actor, group.id) : [],
  ])
  const ledgers = products.flatMap(({ id, name }) => {
    const entries = rows.filter(({ productId }) => productId === id).map((row) => ({ ...row, carriedIn: row.carriedFrom !== null }))
    const years = ledger(
      entries,
      capacities.filter(({ productId }) => productId === id),
      today,
    )
    // Where nobody counts points there is no account of them.
    return years.some(({ committed, capacity }) => committed > 0 || capacity !== null) ? [{ product: name, years }] : []
  })
  const years = [...new Set(rows.map(({ year }) => String(year)))]
  const year = years.find((one) => one === c.req.query('year'))
  const state = commitmentStates.find((one) => one === c.req.query('state'))
  const fitting = rows.filter((row) => (!year || String(row.year) === year) && (!state || row.state === state))
  const pages = pagesOf(fitting.length, perPage)
  const page = pageOf(c)
  const shown = { year, state, years, page, pages, total: fitting.length }
  const begun = { requestId: c.req.query('request'), year: promisedYear(c.req.query('release')) }
  return c.var.page(
    t.commitments,
    <CommitmentsPage
      {...{ group, products, picks, ledgers, shown, begun, today }}
      rows={fitting.slice((page - 1) * perPage, page * perPage)}
    />,
  )
}

async function showCommitment(c: C) {
  const { db, actor } = c.var
  const commitment = await getCommitment(db, actor, idOf(c, 'commitment'))
  const names = commitment.leads || commitment.guest
  const [stations, result, signed, pilots, choices] = await Promise.all([
    findStations(db, actor, commitment.requestId),
    findResultOf(db, actor, commitment.optionId),
    findSigned(db, actor, commitment.groupId, { commitmentId: commitment.id }),
    listPilots(db, commitment.id),
    names ? listPilotChoices(db, commitment.id) : [],
  ])
  return c.var.page(
    commitment.title,
    <CommitmentPage {...{ commitment, stations, result, signed, pilots, choices }} today={todayOf(actor)} />,
  )
}

/** For everybody else, and for who asks how everybody sees it: what is coming. */
async function showComing(c: C) {
  const { db, actor } = c.var
  // Somebody of the group who looks at it sees what a stranger would.
  const reader = c.req.query('as') === 'everybody' ? visitor(actor.at) : actor
  const group = await findAsked(db, c.req.query('group'))
  const [promised, delivered] = await Promise.all([listComing(db, reader, group?.id), listDelivered(db, reader, group?.id)])
  return c.var.page(words.title, <ComingPage {...{ promised, delivered, group }} today={todayOf(actor)} />, { description: words.lead })
}

async function ledCommitment(c: C) {
  const commitment = await getCommitment(c.var.db, c.var.actor, idOf(c, 'commitment'))
  if (!commitment.leads) throw new NotFound(t.promiseNotFound)
  return commitment
}

export const commitmentPages = pages()
  .get('/commitments', async (c) => {
    const { db, actor } = c.var
    const group = await findAsked(db, c.req.query('group'))
    // Who works for other groups sees of this one what everybody does.
    const inside = (group ? [group.id] : groupsOf(actor)).some((id) => mayCollate(actor, id))
    return inside && c.req.query('as') !== 'everybody' ? showCommitments(c, c.req.query('group')) : showComing(c)
  })
  .post('/commitments', act('will', 'recordCommitment', 'Record a promise of the vendor', CommitForm), async (c) => {
    const group = await ledGroup(c, slugOf(await bodyOf(c)))
    return refusable(c, () => showCommitments(c, group.slug), 'commit').take(CommitForm, async ({ group: _, ...facts }) => {
      const id = await c.var.write((tx) => commit(tx, c.var.actor, group.id, facts))
      return done(c, `/commitments/${id}`, t.promiseSaved, id)
    })
  })
  .post('/commitments/capacity', act('will', 'setCapacity', 'Set the agreed capacity of a year', CapacityForm), async (c) => {
    const group = await ledGroup(c, slugOf(await bodyOf(c)))
    return refusable(c, () => showCommitments(c, group.slug), 'capacity').take(CapacityForm, async ({ group: _, ...facts }) => {
      await c.var.write((tx) => setCapacity(tx, c.var.actor, group.id, facts))
      return done(c, `/commitments?group=${group.slug}`, t.saved)
    })
  })
  .get('/commitments/:commitment', (c) => showCommitment(c))
  .post(
    '/commitments/:commitment/sign',
    act('will', 'signCommitment', 'Confirm, correct or dispute a promise', CommitmentWord),
    async (c) => {
      const { actor, db } = c.var
      sideOf(actor, (await getCommitment(db, actor, idOf(c, 'commitment'))).groupId)
      const { act: said } = await bodyOf(c)
      return refusable(c, () => showCommitment(c), String(said)).take(CommitmentWord, (word) =>
        takeWord(c, 'commitment', idOf(c, 'commitment'), word),
      )
    },
  )
  .post('/commitments/:commitment/pilots', act('work', 'namePilotSite', 'Name a pilot site of a promise', PilotForm), async (c) => {
    const { actor, db, write } = c.var
    const { leads, guest } = await getCommitment(db, actor, idOf(c, 'commitment'))
    if (!leads && !guest) throw new NotFound(t.promiseNotFound)
    return refusable(c, () => showCommitment(c), 'pilot').take(PilotForm, async ({ organisationId, named }) => {
      await write((tx) => namePilot(tx, actor, idOf(c, 'commitment'), organisationId, named === 'yes'))
      return done(c, `/commitments/${idOf(c, 'commitment')}#pilots`, named === 'yes' ? t.pilots.named : t.pilots.removed)
    })
  })
  .post('/commitments/:commitment/drop', act('will', 'dropCommitment', 'Record that a promise was dropped', DropForm), async (c) => {
    const { id } = await ledCommitment(c)
    return refusable(c, () => showCommitment(c), 'drop').take(DropForm, async ({ reason }) => {
      await c.var.write((tx) => dropCommitment(tx, c.var.actor, id, reason))
      return done(c, `/commitments/${id}`, t.promiseSaved)
    })
  })
  .post(
    '/commitments/:commitment/carry',
    act('will', 'carryCommitmentOver', 'Carry a promise over to another release', CarryForm),
    async (c) => {
      const before = await ledCommitment(c)
      return refusable(c, () => showCommitment(c), 'carry').take(CarryForm, async (facts) => {
        const id = await c.var.write((tx) => carryOver(tx, c.var.actor, before.id, facts))
        return done(c, `/commitments/${id}`, t.itGoesOn, id)
      })
    },
  )
