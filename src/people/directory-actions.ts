import { sql } from 'kysely'
import type { Actor } from '../actor.ts'
import { record } from '../journal/actions.ts'
import { orNoId, type Tx } from '../lib/db/rows.ts'
import type { Published, Source } from './directory-rules.ts'

const chunk = 2_000

// Two imports of one source must not delete each other's rows.
const directoryLock = 7_276

/**
 * Keeps what a source publishes, in place of what it published before. The register is not touched.
 * @returns how many are new, how many were there and how many the source has no longer
 */
export async function keepInstitutions(tx: Tx, actor: Actor, source: Source, institutions: Published[]) {
  await sql`select pg_advisory_xact_lock(${directoryLock})`.execute(tx)
  let added = 0
  for (let at = 0; at < institutions.length; at += chunk) {
    const part = institutions.slice(at, at + chunk)
    const column = <T>(pick: (one: Published) => T) => part.map(pick)
    const { rows } = await sql<{ id: number; key: string; fresh: boolean }>`
      insert into known_institution (source, key, name, names, country, website, ror, kept_at)
      select ${source}, i.key, i.name, array(select json_array_elements_text(i.names::json)), i.country, i.website, i.ror, ${actor.at}
      from unnest(${column((one) => one.key)}::text[], ${column((one) => one.name)}::text[], ${column((one) => JSON.stringify(one.names))}::text[],
        ${column((one) => one.country)}::text[], ${column((one) => one.website)}::text[], ${column((one) => one.ror)}::text[])
        as i (key, name, names, country, website, ror)
      on conflict (source, key) do update set name = excluded.name, names = excluded.names, country = excluded.country,
        website = excluded.website, ror = excluded.ror, kept_at = excluded.kept_at
      returning id, key, xmax = 0 as fresh`.execute(tx)
    added += rows.filter((row) => row.fresh).length
    const ids = new Map(rows.map((row) => [row.key, Number(row.id)]))
    await tx.deleteFrom('knownDomain').where('institutionId', 'in', orNoId(ids.values())).execute()
    const domains = part.flatMap((one) => one.domains.map((domain) => ({ domain, institutionId: ids.get(one.key) ?? 0 })))
    await sql`insert into known_domain (domain, institution_id)
      select * from unnest(${domains.map((one) => one.domain)}::text[], ${domains.map((one) => one.institutionId)}::bigint[]) on conflict do nothing`.execute(
      tx,
    )
  }
  const gone = await tx.deleteFrom('knownInstitution').where('source', '=', source).where('keptAt', '<', actor.at).executeTakeFirst()
  const balance = { added, known: institutions.length - added, gone: Number(gone.numDeletedRows) }
  await record(tx, actor, { action: 'directory.imported', subject: `directory:${source}`, details: balance })
  return balance
}
