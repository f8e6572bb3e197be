import { sql } from 'kysely'
import { containing } from '../lib/db/like.ts'
import { type Db, isThere, orNoText } from '../lib/db/rows.ts'
import { suffixesOf } from '../lib/mail/domain.ts'

const columns = (db: Db) =>
  db
    .selectFrom('knownInstitution')
    .select(['knownInstitution.id', 'knownInstitution.source', 'knownInstitution.name', 'knownInstitution.country'])
    .select(['knownInstitution.website', 'knownInstitution.ror'])
    .select(
      sql<string[]>`array(select d.domain from known_domain d where d.institution_id = known_institution.id order by d.domain)`.as(
        'domains',
      ),
    )
    // What stands in the register already is no suggestion.
    .select(
      sql<number | null>`(select o.id from organisation o where (o.ror is not null and o.ror = known_institution.ror)
        or exists (select from organisation_domain r join known_domain d on d.domain = r.domain
          where r.organisation_id = o.id and d.institution_id = known_institution.id) order by o.id limit 1)`.as('registered'),
    )
    // They know universities and little else: a user group says whether they fit.
    .where(sql<boolean>`exists (select from shared_community community where uses_directories)`)

export type Suggestion = Awaited<ReturnType<typeof searchInstitutions>>[number]

/** Does a user group of this site want suggestions from directories that others publish? */
export const usesDirectories = (db: Db): Promise<boolean> =>
  isThere(db.selectFrom('sharedCommunity as community').select('id').where('usesDirectories', '=', true))

/** Institutions that others publish, by a part of a name or of a domain; ROR's before Hipo's, short names first. */
export function searchInstitutions(db: Db, search: string, limit = 20) {
  return columns(db)
    .where(
      sql<boolean>`(unaccent(lower(known_institution.name)) like unaccent(${containing(search)})
        or exists (select from unnest(known_institution.names) other where unaccent(lower(other)) like unaccent(${containing(search)}))
        or exists (select from known_domain d where d.institution_id = known_institution.id and d.domain like ${containing(search)}))`,
    )
    .orderBy('knownInstitution.source', 'desc')
    .orderBy(sql`length(known_institution.name)`)
    .orderBy('knownInstitution.id')
    .limit(limit)
    .execute()
}

/** All domains of the register, each with whose it is. */
export const listDomainNames = (db: Db) =>
  db
    .selectFrom('organisationDomain')
    .innerJoin('organisation', 'organisation.id', 'organisationDomain.organisationId')
    .select(['organisationDomain.domain', 'organisationDomain.organisationId', 'organisation.name'])
    .orderBy('organisationDomain.domain')
    .execute()

/** To whom a domain, or what it is part of, belongs as others publish it; the longest domain first. */
export async function suggestByDomain(db: Db, domain: string) {
  const domains = suffixesOf(domain)
  const rows = await columns(db)
    .innerJoin('knownDomain', 'knownDomain.institutionId', 'knownInstitution.id')
    .where('knownDomain.domain', 'in', orNoText(domains))
    .orderBy(sql`length(known_domain.domain) desc`)
    .orderBy('knownInstitution.source', 'desc')
    .orderBy('knownInstitution.id')
    .limit(12)
    .execute()
  const distinct = [...new Map(rows.map((row) => [row.id, row])).values()]
  // The same place in both sources is one suggestion: ROR's, which has its id.
  const seen = new Set<string>()
  return distinct
    .filter((row) => {
      const key = `${row.country}:${[...row.domains].sort()[0] ?? row.name}`
      return seen.has(key) ? false : seen.add(key)
    })
    .slice(0, 3)
}

/** One institution of the directory. */
export const findInstitution = (db: Db, id: number) => columns(db).where('knownInstitution.id', '=', id).executeTakeFirst()
