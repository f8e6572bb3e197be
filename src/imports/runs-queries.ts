import { sql } from 'kysely'
import type { Actor } from '../actor.ts'
import { countReasons, findMailImport } from '../archive/queries.ts'
import { missing, NotFound } from '../errors.ts'
import { type Db, findRow, idsOf, listRows } from '../lib/db/rows.ts'
import { refusals, textsOf } from '../lib/ui/words.ts'
import type { Undone } from '../lib/undo.ts'
import { getModeratedList } from '../list/queries.ts'
import { mayAdminister, mayOwn } from '../policy.ts'
import { countItems, getMove, listBalances, listLeftItems } from './queries.ts'

const t = textsOf('imports', 'undo')

/** Something that was brought into a list: a list as it stood elsewhere, a file of members, or a mailbox alone. */
export interface Import {
  kind: 'move' | 'mail'
  id: number
  listId: number
  listName: string
  listTitle: string
  groupId: number
  program: 'mailman2' | 'mailman3' | 'file' | 'mbox'
  source: string
  /** It brought mail, not people alone. */
  withMail: boolean
  by: string | null
  begunAt: Date
  endedAt: Date | null
  error: string | null
  undoBegunAt: Date | null
  undoneAt: Date | null
  undoneBy: string | null
  undone: Undone | null
}

/** `move-7`, `mail-12`: an import in addresses. */
export const keyOf = ({ kind, id }: Pick<Import, 'kind' | 'id'>): string => `${kind}-${id}`

async function findImport(db: Db, key: string): Promise<Import | undefined> {
  const [, kind, digits] = /^(move|mail)-([1-9]\d{0,14})$/.exec(key) ?? []
  const id = Number(digits)
  if (kind === 'move') {
    const move = await getMove(db, id)
    const mailbox = await db.selectFrom('sharedMailImport as mailImport').select('id').where('moveId', '=', id).executeTakeFirst()
    const withMail = mailbox !== undefined
    return { ...move, withMail, kind, listName: move.name, listTitle: move.title, undone: move.undone as unknown as Undone | null }
  }
  const mail = kind === 'mail' ? await findMailImport(db, id) : undefined
  if (!mail || mail.moveId !== null) return undefined
  const undone = {
    goes: [{ what: t.messages, count: mail.undoGone }],
    stays: mail.undoLeft > 0 ? [{ what: t.messages, count: mail.undoLeft }] : [],
  }
  return {
    ...{ kind: 'mail', id, listId: mail.listId, listName: mail.listName, listTitle: mail.listTitle, groupId: mail.groupId },
    ...{ program: 'mbox', withMail: true, source: mail.file, by: mail.by, begunAt: mail.begunAt, endedAt: mail.endedAt, error: null },
    ...{ undoBegunAt: mail.undoBegunAt, undoneAt: mail.undoneAt, undoneBy: mail.undoneByName, undone: mail.undoneAt && undone },
  }
}

/**
 * An import into a list, for those who own the list.
 * @throws NotFound
 */
export async function getImport(db: Db, actor: Actor, listName: string, key: string): Promise<Import> {
  const list = await getModeratedList(db, actor, listName)
  if (!mayOwn(actor, list)) throw new NotFound(refusals.noSuchList)
  const found = await findImport(db, key)
  if (found?.listId !== list.id) throw new NotFound(refusals.thereIsNoSuchImport)
  return found
}

/** Any import, for the operator. */
export async function getAnyImport(db: Db, key: string): Promise<Import> {
  return (await findImport(db, key)) ?? missing(refusals.thereIsNoSuchImport)
}

/** What became of the parts of an import, and what was to become of them. */
export async function readParts(db: Db, brought: Pick<Import, 'kind' | 'id'>) {
  const { id } = brought
  const mail = await listBalances(db, brought)
  const reasons = await countReasons(db, idsOf(mail))
  if (brought.kind === 'mail') return { mail, reasons, counts: [], left: [], plan: [] }
  return { mail, reasons, counts: await countItems(db, id), left: await listLeftItems(db, id), plan: (await getMove(db, id)).plan }
}

/** Who takes an import back: whoever may do it. Owners bring people; whole lists and mailboxes are for administrators. */
export const mayUndo = (actor: Actor, { program, withMail }: Pick<Import, 'program' | 'withMail'>): boolean =>
  mayAdminister(actor) || (program === 'file' && !withMail)

/** Everything that was brought into a list, newest first. */
export async function listImports(db: Db, listId: number, limit = 100): Promise<Import[]> {
  const moves = await listRows(db.selectFrom('listMove').orderBy('id', 'desc').limit(limit), { listId }, ['id', 'begunAt'])
  const mails = await db
    .selectFrom('sharedMailImport as mailImport')
    .select(['id', 'begunAt'])
    .where('listId', '=', listId)
    .where('moveId', 'is', null)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  const keys = [...moves.map((one) => ({ ...one, kind: 'move' as const })), ...mails.map((one) => ({ ...one, kind: 'mail' as const }))]
    .sort((a, b) => +b.begunAt - +a.begunAt || b.id - a.id)
    .slice(0, limit)
  const all: Import[] = []
  for (const one of keys) all.push(await getAnyImport(db, keyOf(one)))
  return all
}

/** Is an import into the list of this name under way in the worker? */
export async function findRunningUpload(db: Db, listName: string): Promise<boolean> {
  const found = await findRow(db.selectFrom('moveUpload'), { listName, state: 'running' }, ['id'])
  return found !== undefined
}

/** How many mails of an import are settled by its undo, and how many are left. */
export async function countSettled(db: Db, { kind, id }: Pick<Import, 'kind' | 'id'>): Promise<{ settled: number; left: number }> {
  const { rows } = await sql<{ settled: number; left: number }>`
    with mine as (select id, undo_to, undo_gone + undo_left as settled from shared_mail_import mail_import where ${sql.ref(kind === 'mail' ? 'id' : 'move_id')} = ${id})
    select (select coalesce(sum(settled), 0) from mine)::bigint as settled,
      (select count(*) from shared_message m join mine on mine.id = m.import_id and m.id > mine.undo_to) as left`.execute(db)
  return rows[0] ?? { settled: 0, left: 0 }
}

/** Who takes an import back, where that was begun and is not done. */
export async function findUndo(db: Db, { kind, id }: Pick<Import, 'kind' | 'id'>): Promise<{ personId: number | null } | undefined> {
  const of = (table: 'listMove' | 'mailImport') =>
    db
      .selectFrom(table)
      .select('undoneBy as personId')
      .where('id', '=', id)
      .where('undoBegunAt', 'is not', null)
      .where('undoneAt', 'is', null)
      .executeTakeFirst()
  return of(kind === 'move' ? 'listMove' : 'mailImport')
}
