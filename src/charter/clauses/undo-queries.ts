import { sql } from 'kysely'
import { findPointedAt, theseIds } from '../../lib/db/references.ts'
import type { Db } from '../../lib/db/rows.ts'
import { textsOf } from '../../lib/ui/words.ts'
import type { UndoPlan } from '../../lib/undo.ts'
import { listVersions, type Version } from './queries.ts'

const t = textsOf('charter', 'undo')

/** Why a version that was adopted cannot become a draft again; undefined where it can. */
export async function whyNotUnadopt(db: Db, version: Pick<Version, 'id' | 'groupId' | 'number' | 'adoptedAt'>) {
  if (version.adoptedAt === null) return t.isDraft
  const later = (await listVersions(db, version.groupId, { drafts: true })).find(({ number }) => number > version.number)
  if (later) return t.nextBegun
  const { rows } = await sql<{ built: number }>`
    select (select count(*) from clause_waiver w join charter_clause c on c.line_id = w.line_id
        where c.version_id = ${version.id} and w.made_at >= ${version.adoptedAt})
      + (select count(*) from clause_attestation a join charter_clause c on c.line_id = a.line_id
        where c.version_id = ${version.id} and a.made_at >= ${version.adoptedAt})
      + (select count(*) from charter_notice n where n.version_id = ${version.id}) as built`.execute(db)
  return (rows[0]?.built ?? 0) > 0 ? t.builtOn : undefined
}

/** The decision that was written down with an adoption, where nothing else hangs on it; it goes with the adoption. */
export async function findItsDecision(db: Db, version: Pick<Version, 'adoptedAt' | 'decisionId'>): Promise<number | undefined> {
  if (version.decisionId === null) return undefined
  const decision = await db
    .selectFrom('sharedDecision as decision')
    .select(['id', 'groupId', 'number', 'source', 'createdAt', 'reviewedAt', 'supersededBy'])
    .where('id', '=', version.decisionId)
    .executeTakeFirst()
  if (!decision?.source.startsWith('charter:') || decision.createdAt.getTime() !== version.adoptedAt?.getTime()) return undefined
  if (decision.reviewedAt !== null || decision.supersededBy !== null) return undefined
  // A number that was given out is not given to another decision while later ones stand.
  const later = await db
    .selectFrom('sharedDecision as decision')
    .select('id')
    .where('groupId', '=', decision.groupId)
    .where('number', '>', decision.number)
    .executeTakeFirst()
  if (later) return undefined
  const pointed = await findPointedAt(db, 'decision', theseIds([decision.id]))
  const { rows } = await sql<{
    versions: number
  }>`select count(*) as versions from charter_version where decision_id = ${decision.id}`.execute(db)
  const elsewhere = await findPointedAt(db, 'decision', theseIds([decision.id]), ['charter_version.decision_id'])
  return pointed.size === 1 && elsewhere.size === 0 && rows[0]?.versions === 1 ? decision.id : undefined
}

/** What taking an adoption back would do now. */
export async function planUnadopt(db: Db, version: Version): Promise<UndoPlan> {
  const decision = await findItsDecision(db, version)
  return {
    goes: [
      { what: t.goes.adoption, count: 1 },
      { what: t.goes.decision, count: decision === undefined ? 0 : 1 },
    ],
    stays: [
      { what: t.stays.clauses, count: version.clauses, why: t.stays.clausesWhy },
      { what: t.stays.decision, count: decision === undefined ? 1 : 0, why: t.stays.decisionWhy },
    ],
  }
}
