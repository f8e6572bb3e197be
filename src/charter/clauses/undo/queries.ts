import { sql } from 'kysely'
import type { Db } from '../../../lib/db/connect.ts'
import { findPointedAt, theseIds } from '../../../lib/db/references.ts'
import type { UndoPlan } from '../../../lib/undo.ts'
import { listVersions, type Version } from '../queries.ts'

/** Why a version that was adopted cannot become a draft again; undefined where it can. */
export async function whyNotUnadopt(
  db: Db,
  version: Pick<Version, 'id' | 'groupId' | 'number' | 'adoptedAt'>,
): Promise<string | undefined> {
  if (version.adoptedAt === null) return 'This version is a draft.'
  const later = (await listVersions(db, version.groupId, { drafts: true })).find(({ number }) => number > version.number)
  if (later) return 'The next version was begun. Throw that draft away first.'
  const { rows } = await sql<{ built: number }>`
    select (select count(*) from clause_waiver w join charter_clause c on c.line_id = w.line_id
        where c.version_id = ${version.id} and w.made_at >= ${version.adoptedAt})
      + (select count(*) from clause_attestation a join charter_clause c on c.line_id = a.line_id
        where c.version_id = ${version.id} and a.made_at >= ${version.adoptedAt})
      + (select count(*) from charter_notice n where n.version_id = ${version.id}) as built`.execute(db)
  return (rows[0]?.built ?? 0) > 0 ? 'Something was decided on it since: a waiver, an attestation or a review.' : undefined
}

/** The decision that was written down with an adoption, where nothing else hangs on it; it goes with the adoption. */
export async function findItsDecision(db: Db, version: Pick<Version, 'adoptedAt' | 'decisionId'>): Promise<number | undefined> {
  if (version.decisionId === null) return undefined
  const decision = await db
    .selectFrom('decision')
    .select(['id', 'groupId', 'number', 'source', 'createdAt', 'reviewedAt', 'supersededBy'])
    .where('id', '=', version.decisionId)
    .executeTakeFirst()
  if (!decision?.source.startsWith('charter:') || decision.createdAt.getTime() !== version.adoptedAt?.getTime()) return undefined
  if (decision.reviewedAt !== null || decision.supersededBy !== null) return undefined
  // A number that was given out is not given to another decision while later ones stand.
  const later = await db
    .selectFrom('decision')
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
      { what: 'The adoption', count: 1 },
      { what: 'The decision that was written down with it', count: decision === undefined ? 0 : 1 },
    ],
    stays: [
      { what: 'Clauses', count: version.clauses, why: 'They are a draft again, to be changed and adopted anew.' },
      { what: 'The decision by which it was adopted', count: decision === undefined ? 1 : 0, why: 'It stands in the register by itself.' },
    ],
  }
}
