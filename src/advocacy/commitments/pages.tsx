import type { Context } from 'hono'
import * as z from 'zod'
import { NotFound } from '../../errors.ts'
import { act } from '../../lib/ui/acts.ts'
import { type FormBody, picked, type Refused, readForm, whole } from '../../lib/ui/forms.ts'
import type { Station } from '../../lib/ui/parts.tsx'
import { refusals } from '../../lib/ui/refusals.ts'
import { line, lines } from '../../lib/ui/texts.ts'
import { bodyOf, done, type Env, idOf, pages, refusable } from '../../lib/ui/web.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { listPicks } from '../../requests/queries.ts'
import { todayOf } from '../../time.ts'
import { findStations } from '../provenance/queries.ts'
import { getWorkGroup } from '../queries.ts'
import { findResultOf } from '../winners/queries.ts'
import { carryOver, commit, dropCommitment, setCapacity } from './actions.ts'
import { getCommitment, listCapacities, listCommitments, listProducts } from './queries.ts'
import { ledger } from './rules.ts'
import { CommitmentPage, CommitmentsPage, commitmentStates } from './views.tsx'

const t = textsOf('advocacy', 'commitments')

const DropForm = z.object({ reason: lines(2_000) })

const year = whole().refine((value) => value >= 1990 && value <= 2200, { error: () => t.aYear })

const points = (least: number) => whole().refine((value) => value >= least && value <= 100_000, { error: () => t.aWholeNumberOfPoints })

const CommitForm = z.object({
  group: line(40).optional(),
  requestId: picked(),
  productId: whole(),
  year,
  points: points(0),
  dueOn: z.iso.date().optional(),
})

const CapacityForm = z.object({
  group: line(40).optional(),
  productId: whole(),
  year,
  points: points(1),
  note: lines(300).default(''),
})

const CarryForm = z.object({ year, dueOn: z.iso.date().optional(), reason: lines(2_000).default('') })

export const slugOf = (body: FormBody): string | undefined => (typeof body.group === 'string' ? body.group : undefined)

/** Does what a form asks for; a refusal shows its page again with everything that was typed. */
export async function take(
  c: Context<Env>,
  act: (body: FormBody) => Promise<Response>,
  again: (refused: Refused | undefined, body: FormBody) => Promise<Response>,
): Promise<Response> {
  const body = await bodyOf(c)
  return refusable(c, (refused) => again(refused, body)).run(async () => {
    return await act(body)
  })
}

const perPage = 30

async function showCommitments(c: Context<Env>, slug: string | undefined, refused?: Refused | undefined, form?: 'commit' | 'capacity') {
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
    return years.length > 0 ? [{ product: name, years }] : []
  })
  const years = [...new Set(rows.map(({ year }) => String(year)))]
  const year = years.find((one) => one === c.req.query('year'))
  const state = commitmentStates.find((one) => one === c.req.query('state'))
  const fitting = rows.filter((row) => (!year || String(row.year) === year) && (!state || row.state === state))
  const pages = Math.max(1, Math.ceil(fitting.length / perPage))
  const page = Math.min(pages, Math.max(1, Number(c.req.query('page')) || 1))
  const shown = { year, state, years, page, pages }
  return c.var.page({
    title: t.commitments,
    status: refused ? 422 : 200,
    children: (
      <CommitmentsPage
        {...{ group, products, picks, ledgers, shown, today, refused, form }}
        rows={fitting.slice((page - 1) * perPage, page * perPage)}
      />
    ),
  })
}

export const stationsOfRequest = async (c: Context<Env>, requestId: number): Promise<Station[]> => {
  return findStations(c.var.db, c.var.actor, requestId)
}

export const kindOf = (c: Context<Env>) => (c.var.actor.personId === null ? 'public' : 'work')

async function showCommitment(c: Context<Env>, refused?: Refused | undefined, form?: 'drop' | 'carry') {
  const commitment = await getCommitment(c.var.db, c.var.actor, idOf(c, 'commitment'))
  const [stations, result] = await Promise.all([stationsOfRequest(c, commitment.requestId), findResultOf(c.var.db, commitment.optionId)])
  return c.var.page({
    title: commitment.title,
    kind: kindOf(c),
    status: refused ? 422 : 200,
    children: <CommitmentPage {...{ commitment, stations, result, refused, form }} today={todayOf(c.var.actor)} />,
  })
}

export const commitmentPages = pages()
  .get('/commitments', (c) => showCommitments(c, c.req.query('group')))
  .post('/commitments', act('will', 'Record a commitment', CommitForm), (c) =>
    take(
      c,
      async (body) => {
        const { db, actor, write } = c.var
        const group = await getWorkGroup(db, actor, slugOf(body))
        if (!group.leads) throw new NotFound(refusals.thereIsNoSuchPage)
        const { group: _, ...facts } = readForm(CommitForm, body)
        const id = await write((tx) => commit(tx, actor, group.id, facts))
        return done(c, `/commitments/${id}`, t.promiseSaved, id)
      },
      (refused, body) => showCommitments(c, slugOf(body), refused, 'commit'),
    ),
  )
  .post('/commitments/capacity', act('will', 'Agree on the capacity of a year', CapacityForm), (c) =>
    take(
      c,
      async (body) => {
        const { db, actor, write } = c.var
        const group = await getWorkGroup(db, actor, slugOf(body))
        if (!group.leads) throw new NotFound(refusals.thereIsNoSuchPage)
        const { group: _, ...facts } = readForm(CapacityForm, body)
        await write((tx) => setCapacity(tx, actor, group.id, facts))
        return done(c, `/commitments?group=${group.slug}`, t.saved)
      },
      (refused, body) => showCommitments(c, slugOf(body), refused, 'capacity'),
    ),
  )
  .get('/commitments/:commitment', (c) => showCommitment(c))
  .post('/commitments/:commitment/drop', act('will', 'Drop a commitment', DropForm), (c) =>
    take(
      c,
      async (body) => {
        const { db, actor, write } = c.var
        if (!(await getCommitment(db, actor, idOf(c, 'commitment'))).leads) throw new NotFound(t.promiseNotFound)
        const { reason } = readForm(DropForm, body)
        await write((tx) => dropCommitment(tx, actor, idOf(c, 'commitment'), reason))
        return done(c, `/commitments/${idOf(c, 'commitment')}`, t.promiseSaved)
      },
      (refused) => showCommitment(c, refused, 'drop'),
    ),
  )
  .post('/commitments/:commitment/carry', act('will', 'Carry a commitment over', CarryForm), (c) =>
    take(
      c,
      async (body) => {
        const { db, actor, write } = c.var
        if (!(await getCommitment(db, actor, idOf(c, 'commitment'))).leads) throw new NotFound(t.promiseNotFound)
        const facts = readForm(CarryForm, body)
        const id = await write((tx) => carryOver(tx, actor, idOf(c, 'commitment'), facts))
        return done(c, `/commitments/${id}`, t.itGoesOn, id)
      },
      (refused) => showCommitment(c, refused, 'carry'),
    ),
  )
