import { sql } from 'kysely'
import { enqueue } from '../lib/db/enqueue.ts'
import { changeRow, type Tx } from '../lib/db/rows.ts'
import { pluck } from '../lib/pluck.ts'
import { readingLimits } from '../lib/reading/limits.ts'
import { hideAddresses } from '../lib/ui/hidden.ts'

const these = (hashes: readonly Buffer[]) => sql`${hashes}::bytea[]`
const holding = (hashes: readonly Buffer[]) => sql`hashes && ${these(hashes)} and hashes <> '{}'`

/** Has contents read that nobody has read yet; what they are of is found by their words then. */
export async function askForTexts(tx: Tx, hashes: readonly Buffer[]): Promise<void> {
  if (hashes.length === 0) return
  const { rows } = await sql`insert into file_text (sha256) select distinct * from unnest(${these(hashes)}) h order by 1
    on conflict do nothing returning id`.execute(tx)
  if (rows.length > 0) await readOn(tx)
}

/** Goes on reading, from the newest on: what could not be read yet can be. */
export const readOn = (tx: Tx): Promise<void> => enqueue(tx, 'files.read', {}, { key: 'files.read', queue: 'files.read' })

/** Contents that nothing names any more that is found are forgotten. */
export async function forgetTexts(tx: Tx, hashes: readonly Buffer[]): Promise<void> {
  if (hashes.length === 0) return
  await sql`delete from file_text t where t.sha256 = any(${these(hashes)})
    and not exists (select from search_document d where d.hashes @> array[t.sha256] and d.hashes <> '{}')`.execute(tx)
}

/** Makes it good where two did the one and the other at one instant. */
export async function tidyTexts(tx: Tx): Promise<void> {
  await sql`delete from file_text t
    where not exists (select from search_document d where d.hashes @> array[t.sha256] and d.hashes <> '{}')`.execute(tx)
  const { rows } = await sql<{ hash: Buffer }>`select distinct h as hash from search_document d, unnest(d.hashes) h
    where d.hashes <> '{}' and h is not null and not exists (select from file_text t where t.sha256 = h)`.execute(tx)
  await askForTexts(tx, pluck(rows, 'hash'))
  // Written while its file was being read: neither knew of the other.
  await sql`update search_document d set cut = false where d.hashes <> '{}' and length(ts_filter(d.vector, '{c}')) = 0
    and exists (select from file_text t where t.sha256 = any(d.hashes) and t.words <> '')`.execute(tx)
}

// A reader of foreign bytes that ends its process each time is not asked for ever.
const { tries: mostTries, characters: longestText } = readingLimits.found

/** Says that a content is about to be read. @returns false where it was read meanwhile, or has ended who read it too often */
export async function beginText(tx: Tx, id: number): Promise<boolean> {
  const row = await tx
    .updateTable('fileText')
    .set((e) => ({ tries: e('tries', '+', 1) }))
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .returning(['tries', 'sha256'])
    .executeTakeFirst()
  if (row && row.tries > mostTries) await noteText(tx, row.sha256, { words: '', note: '' })
  return row !== undefined && row.tries <= mostTries
}

/** What was begun was nobody's fault but of where it lies: it is read another time. */
export const putOffText = (tx: Tx, id: number) =>
  tx
    .updateTable('fileText')
    .set((e) => ({ tries: e('tries', '-', 1) }))
    .where('id', '=', id)
    .execute()

/** Notes what a content says, or why nobody can tell; once, whatever it is, and not where it was stopped meanwhile. Addresses in it are hidden, as an archive hides them. */
export async function noteText(tx: Tx, sha256: Buffer, { words: read, note }: { words: string; note: string }): Promise<void> {
  const words = hideAddresses(read.slice(0, longestText * 2))
    .slice(0, longestText)
    .toWellFormed()
    .replaceAll('\0', '')
  const noted = await changeRow(
    tx.updateTable('fileText').returning('id'),
    { sha256, state: 'waiting' },
    { words, note, state: words === '' ? 'none' : 'read' },
  )
  if (noted && words !== '') await cutAnew(tx, [sha256])
}

/** What these contents hang on is indexed anew: their words are there, or the virus scanner let them through. */
export async function cutAnew(tx: Tx, hashes: readonly Buffer[]): Promise<void> {
  const { rows } = await sql`update search_document set cut = false where ${holding(hashes)} returning id`.execute(tx)
  if (rows.length > 0) await enqueue(tx, 'search.cut', {}, { key: 'search.cut' })
}

/** Takes the words of contents out at once, with their names; what they hang on is indexed anew without them, or with what is left to it. */
export async function dropTexts(tx: Tx, hashes: readonly Buffer[]): Promise<void> {
  await sql`delete from file_text where sha256 = any(${these(hashes)})`.execute(tx)
  await stripFiles(tx, holding(hashes), sql`files = '', hashes = '{}'`)
}

/** The same, and nobody reads these again. */
export async function stopTexts(tx: Tx, hashes: readonly Buffer[]): Promise<void> {
  await sql`insert into file_text (sha256, state) select h, 'none' from unnest(${these(hashes)}) h
    on conflict (sha256) do update set state = 'none', words = '', note = ''`.execute(tx)
  await stripFiles(tx, holding(hashes), sql`files = '', hashes = '{}'`)
}

/** These things have other files than before, or others are found: at once they are found by no words of files, and then by those that they have. */
export const dropFiles = (tx: Tx, kind: string, subjectIds: readonly number[]): Promise<void> =>
  stripFiles(tx, sql`kind = ${kind} and subject_id = any(${subjectIds}::bigint[])`, sql`hashes = '{}'`)

// The words of files have a weight of their own. What is written anew is a new document, here too.
async function stripFiles(tx: Tx, which: ReturnType<typeof sql>, set: ReturnType<typeof sql>): Promise<void> {
  const { rows } = await sql`update search_document set id = default, vector = ts_filter(vector, '{a,b,d}'), cut = false, ${set}
    where ${which} returning id`.execute(tx)
  if (rows.length > 0) await enqueue(tx, 'search.cut', {}, { key: 'search.cut' })
}

// By one statement so many are looked through, each of up to half a million characters: whoever asks in a browser has seconds for each.
const atOnce = 100

/** The texts `t` of which something is so, one after another. */
async function* listTexts(tx: Tx, which: ReturnType<typeof sql>): AsyncGenerator<number> {
  for (let last: number | undefined = 0; last !== undefined; ) {
    const { rows } = await sql<{ id: number; wanted: boolean }>`select t.id::float8 as id, t.words <> '' and ${which} as wanted
      from (select * from file_text where id > ${last} order by id limit ${atOnce}) t order by t.id`.execute(tx)
    for (const { id, wanted } of rows) if (wanted) yield id
    last = rows.at(-1)?.id
  }
}

/**
 * Cuts words out of what files say, as far as search tells it.
 * @param which of the texts `t`
 */
export async function cutTexts(tx: Tx, which: ReturnType<typeof sql>, cut: (text: string) => string): Promise<void> {
  for await (const id of listTexts(tx, which)) {
    const { words, sha256 } = await tx.selectFrom('fileText').select(['words', 'sha256']).where('id', '=', id).executeTakeFirstOrThrow()
    const left = cut(words)
    if (left === words) continue
    await tx.updateTable('fileText').set({ words: left }).where('id', '=', id).execute()
    await stripFiles(tx, holding([sha256]), sql`files = files`)
  }
}
