import { sql } from 'kysely'
import type { Actor } from '../../actor.ts'
import type { Consequences } from '../../consequences.ts'
import { NotFound } from '../../errors.ts'
import { type Event, recordAll } from '../../journal/actions.ts'
import type { Tx } from '../../lib/db/rows.ts'
import { type Applying, portions, requireSound, sameWords } from '../../lib/sheet/rules.ts'
import { refusals } from '../../lib/ui/words.ts'
import { mayKeepRegister } from '../../policy.ts'
import { todayOf } from '../../time.ts'
import { calledBy } from '../actions.ts'
import { lockRegister, nameReferent } from '../organisations/actions.ts'
import type { RegisterRow } from './file-rules.ts'
import { readRegister } from './queries.ts'
import { planRegister, type RegisterWrite } from './rules.ts'

/**
 * Applies a file to the register, all of it or nothing; where it was said so, without the rows that have a problem.
 * @returns how many were added, changed and left as they were
 * @throws Invalid when a row has a problem; Conflict when the register has changed since the differences were shown
 */
export async function applyRegister(
  tx: Tx,
  actor: Actor,
  consequences: readonly Consequences[],
  rows: RegisterRow[],
  applying: Applying = {},
) {
  if (!mayKeepRegister(actor)) throw new NotFound(refusals.thereIsNoSuchPage)
  await lockRegister(tx)
  const plan = planRegister(rows, await readRegister(tx, actor, rows))
  requireSound(plan, applying)
  const ids = await writeFacts(tx, actor, plan.writes)
  const idOf = (write: RegisterWrite): number => write.id ?? (ids.get(write.of ?? write.line) as number)
  await writeDomains(tx, plan.writes, idOf)
  const consortia = await addConsortia(tx, actor, plan.writes)
  await writeParents(tx, plan.writes, idOf, (parent) =>
    'id' in parent ? parent.id : 'line' in parent ? ids.get(parent.line) : consortia.get(sameWords(parent.name)),
  )
  await writeTerms(tx, 'membership', plan.writes, idOf)
  await writeTerms(tx, 'contract', plan.writes, idOf)
  await writeStages(tx, plan.writes, idOf)
  for (const write of plan.writes)
    if (write.referent) {
      const { of: communityId, email, tomorrow } = write.referent
      const fromOn = Temporal.PlainDate.from(todayOf(actor))
        .add({ days: tomorrow ? 1 : 0 })
        .toString()
      await nameReferent(tx, actor, consequences, idOf(write), { email, communityId, standIn: false, fromOn })
    }
  // Several rows may speak of one organisation.
  const organisations = new Map(plan.writes.toReversed().map((write) => [idOf(write), write]))
  const events = [...organisations].map(
    ([id, write]): Event => ({
      action: isNew(write) ? 'organisation.added' : 'organisation.changed',
      subject: `organisation:${id}`,
      details: { by: 'import' },
    }),
  )
  const balance = { added: ids.size, changed: organisations.size - ids.size, unchanged: plan.unchanged }
  await recordAll(tx, actor, [...events, { action: 'register.imported', subject: 'register', details: balance }])
  return balance
}

const isNew = (write: RegisterWrite): boolean => write.id === undefined && write.of === undefined

async function writeFacts(tx: Tx, actor: Actor, writes: RegisterWrite[]): Promise<Map<number, number>> {
  const ids = new Map<number, number>()
  for (const part of portions(writes.filter(isNew))) {
    const rows = await tx
      .insertInto('organisation')
      .values(part.map(({ facts }) => ({ ...facts, name: calledBy(facts.name), createdAt: actor.at })))
      .returning('id')
      .execute()
    for (const [i, { id }] of rows.entries()) ids.set((part[i] as RegisterWrite).line, id)
  }
  for (const part of portions(writes.filter((write) => write.id !== undefined && write.factsChanged))) {
    const column = <T>(pick: (write: RegisterWrite) => T) => part.map(pick)
    await sql`update organisation o set name = f.name, kind = f.kind::organisation_kind, country = f.country, website = f.website, ror = f.ror
      from unnest(${column((w) => w.id)}::bigint[], ${column((w) => calledBy(w.facts.name))}::text[], ${column((w) => w.facts.kind)}::text[],
        ${column((w) => w.facts.country)}::text[], ${column((w) => w.facts.website)}::text[], ${column((w) => w.facts.ror)}::text[])
        as f (id, name, kind, country, website, ror) where o.id = f.id`.execute(tx)
  }
  return ids
}

type IdOf = (write: RegisterWrite) => number

async function writeDomains(tx: Tx, writes: RegisterWrite[], idOf: IdOf): Promise<void> {
  const rows = writes.flatMap((write) => write.addDomains.map((domain) => ({ domain, organisationId: idOf(write) })))
  for (const part of portions(rows)) await tx.insertInto('organisationDomain').values(part).execute()
}

/** Consortia that the file names and the register does not have, each once. */
async function addConsortia(tx: Tx, actor: Actor, writes: RegisterWrite[]): Promise<Map<string, number>> {
  const named = new Map(
    // Written as the first row has it.
    writes.toReversed().flatMap(({ parent }) => (parent && 'name' in parent ? [[sameWords(parent.name), parent.name] as const] : [])),
  )
  const ids = new Map<string, number>()
  for (const part of portions([...named])) {
    const rows = await tx
      .insertInto('organisation')
      .values(part.map(([, name]) => ({ name: calledBy(name), kind: 'consortium' as const, createdAt: actor.at })))
      .returning('id')
      .execute()
    for (const [i, { id }] of rows.entries()) ids.set((part[i] as (typeof part)[number])[0], id)
  }
  await recordAll(
    tx,
    actor,
    [...ids.values()].map((id) => ({ action: 'organisation.added', subject: `organisation:${id}`, details: { by: 'import' } })),
  )
  return ids
}

type ParentOf = (parent: NonNullable<RegisterWrite['parent']>) => number | undefined

async function writeParents(tx: Tx, writes: RegisterWrite[], idOf: IdOf, parentOf: ParentOf): Promise<void> {
  const rows = writes.flatMap((write) => {
    if (!write.parent) return []
    const parentId = parentOf(write.parent)
    return parentId === undefined ? [] : [{ organisationId: idOf(write), parentId, fromOn: write.membership?.fromOn ?? null }]
  })
  for (const part of portions(rows)) await tx.insertInto('belonging').values(part).execute()
}

async function writeTerms(tx: Tx, what: 'membership' | 'contract', writes: RegisterWrite[], idOf: IdOf): Promise<void> {
  const terms = writes.flatMap((write) => (write[what] ? [{ organisationId: idOf(write), term: write[what] }] : []))
  const fresh = terms.filter(({ term }) => term.id === undefined)
  for (const part of portions(fresh)) {
    if (what === 'membership')
      await tx
        .insertInto('membership')
        .values(part.map(({ organisationId, term }) => ({ organisationId, communityId: term.of, fromOn: term.fromOn, toOn: term.toOn })))
        .execute()
    else
      await tx
        .insertInto('contract')
        .values(part.map(({ organisationId, term }) => ({ organisationId, productId: term.of, fromOn: term.fromOn, toOn: term.toOn })))
        .execute()
  }
  for (const { term } of terms)
    if (term.id !== undefined) await tx.updateTable(what).set({ toOn: term.toOn }).where('id', '=', term.id).execute()
}

async function writeStages(tx: Tx, writes: RegisterWrite[], idOf: IdOf): Promise<void> {
  const rows = writes.flatMap((write) =>
    write.stage ? [{ organisationId: idOf(write), productId: write.stage.of, stage: write.stage.stage }] : [],
  )
  for (const part of portions(rows))
    await tx
      .insertInto('productUse')
      .values(part)
      .onConflict((conflict) => conflict.columns(['organisationId', 'productId']).doUpdateSet((e) => ({ stage: e.ref('excluded.stage') })))
      .execute()
}
