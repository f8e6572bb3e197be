import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Actor } from '../actor.ts'
import { type Db, idsOf } from '../lib/db/rows.ts'
import type { RequestStage } from '../lib/db/schema.ts'
import { type Entry, type Reason, SimilarIndex, type Suggestion } from '../lib/similar/similar.ts'
import { isBelieved } from '../lib/similar/why.ts'
import type { AlikeThing } from '../lib/ui/alike.tsx'
import { mayCollate } from '../policy.ts'
import { readsCase } from './cases/queries.ts'
import { visibleTo } from './core/queries.ts'
import { isKept, packIndex, readIndex } from './similar-index-queries.ts'
import { alikeThings, shownFrom } from './similar-rules.ts'

/**
 * What is compared of a group's requests, kept in this process and brought up to date when it is asked: what each says itself, under its
 * number, and what it says with its user cases, under its number below zero. What many people tell at length would hide what it is about.
 */
interface Kept {
  stamp: string
  synonyms: string
  index: SimilarIndex
  changed: Map<number, number>
  filling?: Promise<void>
}

const kept = new WeakMap<Db, Map<number, Kept>>()

/** A request as it is compared: with what its user cases say; `own` and `ownNumbers` are what it says itself. */
type Compared = Entry & { own: string; ownNumbers: string[] }

async function readEntries(db: Db, groupId: number, ids: number[]): Promise<Compared[]> {
  const { rows } = await sql<Entry & { ownNumbers: string[]; cases: string | null }>`
    select r.id, r.title, concat_ws(E'\n', r.text, r.reproduction, r.workaround) as text, r.language, a.name as area,
      array(select n.number from case_number n where n.request_id = r.id) as own_numbers,
      array(select n.number from case_number n where n.request_id = r.id
        union select n.number from case_number n join request_case c on c.case_id = n.case_id
          join user_case u on u.id = c.case_id and u.state <> 'withdrawn' where c.request_id = r.id) as numbers,
      array(select distinct m.thread_id::int from request_case c join user_case u on u.id = c.case_id and u.state <> 'withdrawn'
        join user_case_source s on s.case_id = c.case_id join shared_message m on m.id = s.message_id where c.request_id = r.id) as threads,
      (select string_agg(concat_ws(' ', u.title, u.problem, left((select s.excerpt from user_case_source s where s.case_id = u.id order by s.id limit 1), 1200)), E'\n')
        from request_case c join user_case u on u.id = c.case_id and u.state <> 'withdrawn' where c.request_id = r.id) as cases
    from request r left join product_area a on a.id = r.area_id
    where r.group_id = ${groupId} and r.id = any(${ids}::bigint[])`.execute(db)
  return rows.map(({ cases, text, ...row }) => ({ ...row, text: [text, cases].filter(Boolean).join('\n'), own: text }))
}

/** What comes of user cases stands below zero alone: not everybody who reads a request reads all of those. */
function putEntry(index: SimilarIndex, { own, ownNumbers, ...whole }: Compared): void {
  index.put({ ...whole, text: own, numbers: ownNumbers, threads: [] })
  if (whole.text === own) index.remove(-whole.id)
  else index.put({ ...whole, id: -whole.id })
}

/** The index of a group's requests as they stand. Two cheap questions tell whether anything changed since it was asked last. */
async function indexOf(db: Db, groupId: number): Promise<SimilarIndex> {
  const groups = kept.get(db) ?? new Map<number, Kept>()
  kept.set(db, groups)
  const { rows } = await sql<{ stamp: string; synonyms: string }>`
    select (select count(*) || ' ' || coalesce(max(changed_at)::text, '') || ' ' || coalesce(sum(version), 0) from request where group_id = ${groupId}) as stamp,
      (select coalesce(string_agg(id || ':' || version, ' ' order by id), '') from synonym where group_id = ${groupId} and removed_at is null) as synonyms`.execute(
    db,
  )
  const { stamp = '', synonyms = '' } = rows[0] ?? {}
  let known = groups.get(groupId)
  if (!known || known.synonyms !== synonyms) known = { stamp: '', synonyms, index: new SimilarIndex(), changed: new Map() }
  groups.delete(groupId)
  groups.set(groupId, known)
  makeRoom(groups)
  // Who asks while it is being filled waits for that, instead of filling it once more.
  await known.filling?.catch(() => undefined)
  if (known.stamp !== stamp) {
    known.filling = fill(db, groupId, known)
    await known.filling
    known.stamp = stamp
    known.filling = undefined
  }
  return known.index
}

/** Begins with what an earlier process kept, or with nothing. */
async function begin(db: Db, groupId: number, known: Kept): Promise<void> {
  const sets = (await listSynonyms(db, groupId)).map(({ words }) => words)
  const read = await readIndex(db, groupId, known.synonyms, sets)
  known.index = read?.index ?? new SimilarIndex(sets)
  known.changed = read?.changed ?? new Map()
}

// Some 10 kB each.
const mostTexts = 50_000

/** Lets go of the groups that nobody asked for longest, where too much is kept: it is read again from what the job keeps. */
function makeRoom(groups: Map<number, Kept>): void {
  let texts = 0
  for (const [groupId, { index, filling }] of [...groups].toReversed()) {
    texts += index.size
    if (texts > mostTexts && texts > index.size && filling === undefined) groups.delete(groupId)
  }
}

/** Puts in what is new or was changed, a few at a time: others are answered in between. What has gone goes. */
async function fill(db: Db, groupId: number, known: Kept): Promise<void> {
  if (known.stamp === '') await begin(db, groupId, known)
  const { changed, index } = known
  // A request says what its user cases say, too.
  const { rows: now } = await sql<{ id: number; changedAt: Date }>`
    select r.id, greatest(r.changed_at, (select max(greatest(c.added_at, u.changed_at)) from request_case c
      join user_case u on u.id = c.case_id where c.request_id = r.id)) as changed_at
    from request r where r.group_id = ${groupId}`.execute(db)
  const there = new Set(idsOf(now))
  for (const id of [...changed.keys()].filter((one) => !there.has(one))) {
    changed.delete(id)
    index.remove(id)
    index.remove(-id)
  }
  const fresh = now.filter(({ id, changedAt }) => changed.get(id) !== changedAt.getTime())
  for (let at = 0; at < fresh.length; at += 1_000) {
    const part = fresh.slice(at, at + 1_000)
    const ids = idsOf(part)
    for (const [i, entry] of (await readEntries(db, groupId, ids)).entries()) {
      putEntry(index, entry)
      if (i % 20 === 19) await setImmediate()
    }
    for (const { id, changedAt } of part) changed.set(id, changedAt.getTime())
  }
}

/** The index of a group's requests as they stand, to be kept for the next process. */
export async function readWhole(db: Db, groupId: number): Promise<{ key: string; parts: Buffer[] } | undefined> {
  // Where an erasure has taken it away, what this process has may still hold the words.
  if (!(await isKept(db, groupId))) kept.get(db)?.delete(groupId)
  const index = await indexOf(db, groupId)
  const known = kept.get(db)?.get(groupId)
  return known && packIndex({ index, changed: known.changed }, known.synonyms)
}

/** Begins to read what is compared while somebody still looks at a form. What fails now is read when it is asked. */
export function readAhead(db: Db, groupId: number): void {
  indexOf(db, groupId).catch(() => undefined)
}

export interface SimilarRequest {
  id: number
  title: string
  stage: RequestStage
  mergedIntoId: number | null
  likeness: number
  byWords: number
  why: Reason[]
}

/**
 * Of a group's requests what this person may not read: requests, and (below zero) those that stand there with user cases not for them. A word of
 * these would be a reason, and their likeness would keep another from being shown.
 */
async function listClosed(db: Db, actor: Actor, groupId: number): Promise<number[]> {
  if (mayCollate(actor, groupId)) return []
  const { rows } = await sql<{ id: number }>`
    select distinct -request.id as id from request join request_case c on c.request_id = request.id join user_case on user_case.id = c.case_id
      where request.group_id = ${groupId} and user_case.state <> 'withdrawn' and ${readsCase(actor)} is not true
    union select unnest(array[request.id, -request.id]) from request
      where request.group_id = ${groupId} and ${visibleTo(actor, 'request')} is not true`.execute(db)
  return idsOf(rows)
}

/**
 * The requests of a group most like a text, as this person may see them, each with the reasons. What somebody has said to be
 * something else is left out.
 * @param of the thing that is compared, for what was said of it before
 */
export async function findSimilar(
  db: Db,
  actor: Actor,
  groupId: number,
  entry: Omit<Entry, 'id'> & { id?: number },
  { limit = 5, atLeast = shownFrom, of }: { limit?: number; atLeast?: number; of?: { kind: string; id: number } } = {},
): Promise<SimilarRequest[]> {
  const index = await indexOf(db, groupId)
  const except = await listClosed(db, actor, groupId)
  if (entry.id !== undefined) except.push(-entry.id)
  const hits = index.find({ ...entry, id: entry.id ?? 0 }, { limit: limit * 8, atLeast, except })
  if (hits.length === 0) return []
  // The likest first, of the two that one request may be.
  const found = [...Map.groupBy(hits, ({ id }) => Math.abs(id))].map(([id, [best]]) => ({ ...(best as Suggestion), id }))
  const rows = await db
    .selectFrom('request')
    .select(['id', 'title', 'stage', 'mergedIntoId'])
    .where('id', 'in', idsOf(found))
    .where(visibleTo(actor, 'request'))
    .$if(of !== undefined, (query) =>
      query.where(
        sql<boolean>`not exists (select from likeness l where l.kind = ${of?.kind} and l.subject_id = ${of?.id} and l.request_id = request.id and not l.same)`,
      ),
    )
    .execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  return found
    .flatMap(({ id, likeness, byWords, why }) => {
      const row = byId.get(id)
      // What is alike for no reason that somebody would believe is a chance.
      return row && isBelieved(why, entry) ? [{ ...row, likeness, byWords, why }] : []
    })
    .slice(0, limit)
}

/**
 * The requests most like one of them, as this person may see them. Its own words are compared as well as those with its user cases, and the
 * greater likeness counts: what many people tell at length is never half as much said by another request, however much the two are one.
 */
export async function findLike(db: Db, actor: Actor, groupId: number, id: number, { limit = 5 } = {}): Promise<SimilarRequest[]> {
  const [read] = await readEntries(db, groupId, [id])
  if (!read) return []
  const { own, ownNumbers: _, ...whole } = read
  const of = { kind: 'request', id }
  const found = new Map<number, SimilarRequest>()
  for (const entry of [{ ...whole, text: own }, ...(whole.text === own ? [] : [whole])])
    for (const one of await findSimilar(db, actor, groupId, entry, { limit, of }))
      if ((found.get(one.id)?.likeness ?? 0) < one.likeness) found.set(one.id, one)
  return [...found.values()].sort((a, b) => b.likeness - a.likeness || a.id - b.id).slice(0, limit)
}

/** The requests that a message to a list is like, as those who collate are shown them before they decide what becomes of it. */
export async function findAlike(db: Db, actor: Actor, groupId: number, message: { title: string; text: string }): Promise<AlikeThing[]> {
  if (!mayCollate(actor, groupId)) return []
  const found = await findSimilar(db, actor, groupId, { ...message, mail: true }, { limit: 3 })
  return alikeThings(found.filter(({ stage }) => stage !== 'merged'))
}

/** Texts that are compared with requests one after another, for what brings many at once: release notes, options of a ballot. */
export async function findSimilarMany(
  db: Db,
  actor: Actor,
  groupId: number,
  entries: Omit<Entry, 'id'>[],
  options: { limit?: number; atLeast?: number } = {},
): Promise<SimilarRequest[][]> {
  const found: SimilarRequest[][] = []
  for (const entry of entries) found.push(await findSimilar(db, actor, groupId, entry, options))
  return found
}

/** The sets of words that mean the same in a group. */
export const listSynonyms = (db: Db, groupId: number) =>
  db
    .selectFrom('synonym')
    .leftJoin('sharedPerson as person', 'person.id', 'synonym.changedBy')
    .select(['synonym.id', 'synonym.words', 'synonym.version', 'synonym.changedAt', 'person.name as changer'])
    .where('groupId', '=', groupId)
    .where('removedAt', 'is', null)
    .orderBy('synonym.id')
    .execute()

/** Who changed which synonyms when, newest first. */
export const listSynonymHistory = (db: Db, groupId: number, limit = 200) =>
  db
    .selectFrom('synonymVersion')
    .innerJoin('synonym', 'synonym.id', 'synonymVersion.synonymId')
    .leftJoin('sharedPerson as person', 'person.id', 'synonymVersion.changedBy')
    .select(['synonymVersion.number', 'synonymVersion.words', 'synonymVersion.removed', 'synonymVersion.changedAt'])
    .select('person.name as changer')
    .where('synonym.groupId', '=', groupId)
    .orderBy('synonymVersion.changedAt', 'desc')
    .orderBy('synonymVersion.synonymId', 'desc')
    .orderBy('synonymVersion.number', 'desc')
    .limit(limit)
    .execute()
