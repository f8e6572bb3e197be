import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Actor } from '../../actor.ts'
import { Conflict, Invalid, NotFound } from '../../errors.ts'
import { recorderOf } from '../../journal/actions.ts'
import { insertNew, insertOne, orNoId, type Tx, updateOne } from '../../lib/db/rows.ts'
import { freeAddress } from '../../lib/fold.ts'
import { pluck } from '../../lib/pluck.ts'
import { keptOf } from '../../lib/ui/kept.ts'
import { inLanguage, unsaid } from '../../lib/ui/language.ts'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { sumsOf, type Undone, undoneOf } from '../../lib/undo.ts'
import { mayPublishNews } from '../../policy.ts'
import { forgetDocuments } from '../../search/actions.ts'
import { indexItem, indexOwnPage } from '../actions.ts'
import { findSlugs } from '../queries.ts'
import { slugOf } from '../rules.ts'
import { getImport, planWebUndo, planWxr, readTaken } from './queries.ts'
import type { Entry } from './rules.ts'
import type { Wxr } from './wxr.ts'

const recordImport = recorderOf('web-import')

const reasons = keptOf('news', 'leftOut')

const t = textsOf('news', 'imports')

export interface NewImport {
  groupId: number
  filename: string
  bytes: Uint8Array
  /** What the bytes say (`readExport`). */
  wxr: Wxr
}

/**
 * Keeps what would become of each thing in an export of WordPress; nothing of it is taken yet.
 * @returns the import
 * @throws Invalid with the sentence beside the field `file` where there is nothing in it
 */
export async function showImport(tx: Tx, actor: Actor, { groupId, filename, bytes, wxr }: NewImport): Promise<number> {
  if (actor.via !== 'cli' && !mayPublishNews(actor, groupId)) throw new NotFound(refusals.thereIsNoSuchPage)
  const entries = await planWxr(tx, wxr)
  if (entries.length === 0) throw new Invalid(t.thisFileCannotBeTaken, { file: t.thereIsNothingInIt })
  const sha256 = createHash('sha256').update(bytes).digest()
  const id = await insertOne(tx.insertInto('webImport'), {
    groupId,
    filename,
    sha256,
    siteTitle: wxr.title,
    siteUrl: wxr.url,
    personId: actor.personId,
    at: actor.at,
  })
  for (let at = 0; at < entries.length; at += 500)
    await tx
      .insertInto('webImportEntry')
      .values(entries.slice(at, at + 500).map((entry) => ({ importId: id, ...entry })))
      .execute()
  await recordImport(tx, actor, { id, groupId }, 'web-import.shown', { found: entries.length })
  return id
}

type Taken = Pick<Entry, 'title' | 'text' | 'slug' | 'language' | 'origin' | 'authorName' | 'at'>

/** Takes in what was shown: pages and news with their dates, their authors' names, and where they stood before. Nobody is mailed. */
export async function takeImport(tx: Tx, actor: Actor, id: number): Promise<void> {
  const found = await lockImport(tx, actor, id)
  if (found.state !== 'shown') throw new Conflict(t.itWasTakenInAlready)
  const entries = await tx
    .selectFrom('webImportEntry')
    .selectAll()
    .where('importId', '=', id)
    .where('outcome', 'in', ['page', 'news'])
    .orderBy('position')
    .execute()
  for (const entry of entries) {
    const made = entry.outcome === 'page' ? await makePage(tx, actor, found, entry) : await makeNews(tx, actor, found, entry)
    // Another import has brought it since it was shown.
    if (!made) {
      await updateOne(tx.updateTable('webImportEntry'), entry.id, { outcome: 'known', reason: reasons('otherImport') })
      continue
    }
    await tx.updateTable('webImportEntry').set(made).where('id', '=', entry.id).execute()
    if (entry.oldPath !== '') await insertNew(tx.insertInto('oldPage'), { path: entry.oldPath, importId: id, ...made })
  }
  await tx.updateTable('webImport').set({ state: 'taken', takenAt: actor.at }).where('id', '=', id).execute()
  await recordImport(tx, actor, { id, groupId: found.groupId }, 'web-import.taken', { taken: entries.length })
}

const lockImport = (tx: Tx, actor: Actor, id: number) =>
  actor.via === 'cli'
    ? tx.selectFrom('webImport').selectAll().where('id', '=', id).forUpdate().executeTakeFirstOrThrow()
    : getImport(tx, actor, id, { lock: true })

async function makeNews(tx: Tx, actor: Actor, { groupId, at: readAt }: { groupId: number; at: Date }, entry: Taken) {
  const start = slugOf(entry.slug || entry.title)
  const slug = slugOf(entry.slug || entry.title, await findSlugs(tx, start))
  const row = await tx
    .insertInto('newsItem')
    .values({
      ...{ slug, groupId, title: entry.title, text: entry.text, language: entry.language, origin: entry.origin },
      ...{ authorName: entry.authorName, state: 'published', publishedAt: entry.at ?? readAt },
      ...{ createdAt: actor.at, createdBy: actor.personId, changedAt: actor.at },
    })
    .onConflict((conflict) => conflict.column('origin').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!row) return undefined
  await indexItem(tx, row.id)
  return { itemId: row.id }
}

async function makePage(tx: Tx, actor: Actor, { groupId }: { groupId: number }, entry: Taken) {
  const slug = await freePageSlug(tx, entry.slug)
  const row = await tx
    .insertInto('sitePage')
    .values({
      ...{ slug, groupId, title: entry.title, text: entry.text, language: entry.language, origin: entry.origin },
      ...{ authorName: entry.authorName, createdAt: actor.at, createdBy: actor.personId, changedAt: actor.at, changedBy: actor.personId },
    })
    .onConflict((conflict) => conflict.column('origin').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!row) return undefined
  await tx
    .insertInto('sitePageVersion')
    .values({ pageId: row.id, number: 1, title: entry.title, text: entry.text, changedBy: actor.personId, changedAt: actor.at })
    .execute()
  await indexOwnPage(tx, row.id)
  return { pageId: row.id }
}

async function freePageSlug(tx: Tx, wanted: string): Promise<string> {
  const rows = await tx.selectFrom('sitePage').select('slug').where(sql<boolean>`starts_with(slug, ${wanted})`).execute()
  return freeAddress(wanted, new Set(pluck(rows, 'slug')))
}

/** The import is as it should be: from now on it cannot be undone. */
export async function confirmImport(tx: Tx, actor: Actor, id: number): Promise<void> {
  const found = await getImport(tx, actor, id, { lock: true })
  if (found.state !== 'taken') throw new Conflict(t.thereIsNothingToConfirm)
  await updateOne(tx.updateTable('webImport'), id, { state: 'confirmed', settledAt: actor.at, settledBy: actor.personId })
  await recordImport(tx, actor, { id, groupId: found.groupId }, 'web-import.confirmed')
}

/** Takes an import back, or discards one that was only shown. What somebody has worked on since stays. */
export async function undoImport(tx: Tx, actor: Actor, id: number): Promise<Undone> {
  const found = await getImport(tx, actor, id, { lock: true })
  if (found.state !== 'taken' && found.state !== 'shown') throw new Conflict(t.itCannotBeUndoneAnyMore)
  const taken = await readTaken(tx, id, { lock: true })
  const undone = undoneOf(inLanguage(unsaid, () => planWebUndo(taken)))
  for (const [table, kind, rows] of [
    ['newsItem', 'news', taken.items],
    ['sitePage', 'page', taken.pages],
  ] as const) {
    const going = rows.filter(({ goes }) => goes).map((row) => row.id)
    await tx.deleteFrom(table).where('id', 'in', orNoId(going)).execute()
    await forgetDocuments(tx, kind, going)
  }
  await tx.updateTable('webImport').set({ state: 'undone', settledAt: actor.at, settledBy: actor.personId }).where('id', '=', id).execute()
  const { stayed } = sumsOf(undone)
  await recordImport(tx, actor, { id, groupId: found.groupId }, 'web-import.undone', { stayed })
  return undone
}
