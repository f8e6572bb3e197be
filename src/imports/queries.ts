import { NotFound } from '../errors.ts'
import { type Db, findRow } from '../lib/db/rows.ts'
import type { MoveOutcome } from '../lib/db/schema.ts'
import { refusals } from '../lib/ui/words.ts'
import type { PlanRow } from './plan-rules.ts'

/** What was chosen for an import. */
export interface Choices {
  settings: boolean
  /** Members whom the source does not have leave the list. */
  sync?: boolean
}

/** The import of this very source into this list that was begun and not ended, if any. */
export const findOpenMove = (db: Db, listId: number, fingerprint: Buffer) =>
  findRow(db.selectFrom('listMove').selectAll(), { listId, fingerprint, endedAt: null, undoBegunAt: null })

/** Is an import into a list being taken back just now? */
export async function isBeingTakenBack(db: Db, listId: number): Promise<boolean> {
  const found = await findRow(db.selectFrom('listMove').where('undoBegunAt', 'is not', null), { listId, undoneAt: null }, ['id'])
  return found !== undefined
}

/**
 * An import with its list, plan and balance.
 * @throws NotFound
 */
export async function getMove(db: Db, id: number) {
  const move = await db
    .selectFrom('listMove')
    .innerJoin('sharedList as list', 'list.id', 'listMove.listId')
    .leftJoin('sharedPerson as person', 'person.id', 'listMove.personId')
    .leftJoin('sharedPerson as undoer', 'undoer.id', 'listMove.undoneBy')
    .select(['listMove.id', 'listMove.listId', 'listMove.program', 'listMove.source', 'listMove.plan', 'listMove.choices'])
    .select(['listMove.begunAt', 'listMove.endedAt', 'listMove.error', 'listMove.undoBegunAt', 'listMove.undoneAt', 'listMove.undone'])
    .select(['undoer.name as undoneBy', 'list.name', 'list.title', 'list.groupId', 'person.name as by'])
    .where('listMove.id', '=', id)
    .executeTakeFirstOrThrow(() => new NotFound(refusals.thereIsNoSuchImport))
  return { ...move, plan: move.plan as unknown as PlanRow[], choices: move.choices as unknown as Choices }
}

/** What became of the parts of a source: how many of each kind with each outcome. */
export function countItems(db: Db, moveId: number): Promise<{ kind: string; outcome: MoveOutcome; items: number }[]> {
  return db
    .selectFrom('listMoveItem')
    .select(['kind', 'outcome', (e) => e.fn.countAll<number>().as('items')])
    .where('moveId', '=', moveId)
    .groupBy(['kind', 'outcome'])
    .orderBy('kind')
    .orderBy('outcome')
    .execute()
}

/** Parts that did not come along, each with its reason. */
export const listLeftItems = (db: Db, moveId: number, limit = 500) =>
  db
    .selectFrom('listMoveItem')
    .select(['kind', 'key', 'outcome', 'reason'])
    .where('moveId', '=', moveId)
    .where('outcome', 'in', ['left', 'wrong'])
    .orderBy('kind')
    .orderBy('key')
    .limit(limit)
    .execute()

/** The keys of a kind that an import has settled already. */
export async function settledKeys(db: Db, moveId: number, kind: string): Promise<Set<string>> {
  const rows = await db.selectFrom('listMoveItem').select('key').where('moveId', '=', moveId).where('kind', '=', kind).execute()
  return new Set(rows.map(({ key }) => key))
}

/** The balances of the mailboxes that an import read, or of the one that it is. */
export const listBalances = (db: Db, { kind, id }: { kind: 'move' | 'mail'; id: number }) =>
  db
    .selectFrom('sharedMailImport as mailImport')
    .select(['id', 'file', 'imported', 'repaired', 'duplicate', 'quarantined'])
    .where(kind === 'mail' ? 'id' : 'moveId', '=', id)
    .orderBy('id')
    .execute()
