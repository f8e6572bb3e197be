import { sql } from 'kysely'
import type { Actor } from '../../actor.ts'
import { NotFound } from '../../errors.ts'
import { findPointedAt } from '../../lib/db/references.ts'
import { type Db, idsOf, orNoId } from '../../lib/db/rows.ts'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import type { Undone, UndoPlan } from '../../lib/undo.ts'
import { getCollatedGroup } from '../core/queries.ts'
import { findLike } from '../similar-queries.ts'
import type { Fault } from './rules.ts'

const t = textsOf('requests', 'imports')

const imports = (db: Db) =>
  db
    .selectFrom('requestImport')
    .leftJoin('sharedPerson as person', 'person.id', 'requestImport.personId')
    .leftJoin('sharedPerson as undoer', 'undoer.id', 'requestImport.undoneBy')
    .selectAll('requestImport')
    .select(['person.name as by', 'undoer.name as undoneByName'])

/** The files of old requests that were brought in to a group, newest first. */
export const listImports = (db: Db, groupId: number) =>
  imports(db).where('groupId', '=', groupId).orderBy('requestImport.id', 'desc').limit(50).execute()

/**
 * A file of old requests that was brought in, for those who may bring one.
 * @throws NotFound
 */
export async function getRequestImport(db: Db, actor: Actor, id: number, { lock = false } = {}) {
  const row = await imports(db)
    .where('requestImport.id', '=', id)
    .$if(lock, (query) => query.forUpdate('requestImport'))
    .executeTakeFirstOrThrow(() => new NotFound(refusals.thereIsNoSuchImport))
  await getCollatedGroup(db, actor, { id: row.groupId })
  return { ...row, faults: row.faults as unknown as Fault[], undone: row.undone as unknown as Undone | null }
}

// What came with a request, and goes with it; each is looked at by itself.
const itsOwn = ['request_version', 'past_vote', 'past_answer', 'case_number', 'answer', 'telling_event', 'support'].map(
  (table) => `${table}.request_id`,
)

/**
 * Requests of an import that are like one that is there besides, the likest first. The first rows of a long file are looked at: these tell
 * whether it was brought in before.
 */
export async function listTwins(db: Db, actor: Actor, importId: number, { rows: most = 100, limit = 20 } = {}) {
  const rows = await db
    .selectFrom('request')
    .select(['id', 'groupId', 'title', 'importId'])
    .where('importId', '=', importId)
    .where('stage', '<>', 'merged')
    .orderBy('id')
    .limit(most)
    .execute()
  const twins = []
  for (const { id, groupId, title } of rows) {
    const like = await findLike(db, actor, groupId, id, { limit: 3 })
    const found = await listImported(db, idsOf(like))
    const other = like.find((one) => found.get(one.id) !== importId && one.stage !== 'merged')
    if (other) twins.push({ id, title, other })
  }
  return twins.sort((a, b) => b.other.likeness - a.other.likeness || a.id - b.id).slice(0, limit)
}

/** With which import each of some requests came. */
async function listImported(db: Db, ids: number[]): Promise<Map<number, number | null>> {
  const rows = await db.selectFrom('request').select(['id', 'importId']).where('id', 'in', orNoId(ids)).execute()
  return new Map(rows.map(({ id, importId }) => [id, importId]))
}

/** The requests of an import that stand as it left them, and those upon which somebody has built since. */
export async function readRequests(db: Db, importId: number): Promise<{ going: number[]; staying: number }> {
  const mine = sql`select id from request where import_id = ${importId}`
  const built = await findPointedAt(db, 'request', mine, [...itsOwn, 'request.root_id'])
  const answers = await findPointedAt(db, 'answer', sql`select id from shared_answer answer where request_id in (${mine})`, [
    'signing_word.answer_id',
  ])
  const supports = await findPointedAt(db, 'support', sql`select id from support where request_id in (${mine})`)
  const { rows } = await sql<{ id: number; touched: boolean }>`
    select r.id, r.changed_at <> coalesce(r.untouched_at, i.at) or r.stage_at <> r.created_at or r.version <> 1 or r.champion_id is not null or r.topic_id is not null
      or r.merged_into_id is not null or r.stage_why <> ''
      or exists (select from request_version v where v.request_id = r.id and v.number > 1)
      or exists (select from support s where s.request_id = r.id and (s.said_by is not null or s.confirmed_by is not null
        or s.affirmation_id is not null or s.ended_at is not null or s.affirmed_at <> s.since or s.id = any(${[...supports]}::bigint[])))
      or exists (select from shared_answer a where a.request_id = r.id and (a.door <> 'import' or a.recorded_at <> i.at or a.reviewed_at is not null
        or a.id = any(${[...answers]}::bigint[]) or exists (select from signing_word w where w.answer_id = a.id and w.act <> 'claimed')))
      or exists (select from telling_event e where e.request_id = r.id and (not e.quiet or e.kind <> 'answer' or e.told_at is not null))
      or exists (select from correspondence c where c.about = 'request:' || r.id) as touched
    from request r join request_import i on i.id = r.import_id where r.import_id = ${importId} order by r.id`.execute(db)
  const going = idsOf(rows.filter(({ id, touched }) => !touched && !built.has(id)))
  return { going, staying: rows.length - going.length }
}

/** What taking a file of old requests back would do now. */
export async function planRequestsUndo(db: Db, importId: number): Promise<UndoPlan> {
  const { going, staying } = await readRequests(db, importId)
  const { rows } = await sql<{ votes: number; answers: number; supports: number }>`
    select (select count(*) from past_vote where request_id = any(${going}::bigint[])) as votes,
      (select count(*) from shared_answer answer where request_id = any(${going}::bigint[]))
        + (select count(*) from past_answer where request_id = any(${going}::bigint[])) as answers,
      (select count(*) from support where request_id = any(${going}::bigint[])) as supports`.execute(db)
  const { votes = 0, answers = 0, supports = 0 } = rows[0] ?? {}
  return {
    goes: [
      { what: t.goes.requests, count: going.length },
      { what: t.goes.votes, count: votes },
      { what: t.goes.answers, count: answers },
      { what: t.goes.support, count: supports },
    ],
    stays: [{ what: t.goes.requests, count: staying, why: t.stays }],
  }
}
