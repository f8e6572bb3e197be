import { sql } from 'kysely'
import { containing } from '../../lib/db/like.ts'
import type { Db } from '../../lib/db/rows.ts'
import type { OurKeys } from '../../lib/identity/saml.ts'
import type { Ourselves } from '../../lib/identity/saml-metadata.ts'
import type { Provider } from '../../lib/identity/statement.ts'
import { tryUnseal } from '../../lib/sealed.ts'
import { hiding, mostShown, nameIn } from './rules.ts'

/** The federations of this site, for who keeps them. */
export function listFederations(db: Db) {
  return db
    .selectFrom('federation')
    .selectAll()
    .select((e) =>
      e
        .selectFrom('federationIdp')
        .select((f) => f.fn.countAll<number>().as('n'))
        .whereRef('federationId', '=', 'federation.id')
        .as('institutions'),
    )
    .orderBy('label')
    .execute()
}

/** One of them; undefined where there is none. */
export const findFederation = async (db: Db, id: number) => (await listFederations(db)).find((one) => one.id === id)

/** What those that are switched on are called. */
export const listOpenFederations = (db: Db) =>
  db.selectFrom('federation').select(['slug', 'label']).where('enabled', '=', true).orderBy('label').execute()

/** Those whose list is due to be read. */
export const listDueFederations = (db: Db, now: Date) =>
  db.selectFrom('federation').select('id').where('enabled', '=', true).where('nextAt', '<=', now).orderBy('id').execute()

const offered = (db: Db) =>
  db
    .selectFrom('federationIdp')
    .innerJoin('federation', 'federation.id', 'federationIdp.federationId')
    .where('federation.enabled', '=', true)
    .where(sql<boolean>`not (${hiding} = any (federation_idp.categories))`)

type Named = { id: number; names: unknown }
const named = (locale: string) => (one: Named) => ({ id: one.id, name: nameIn(one.names as Record<string, string>, locale) })

/**
 * Institutions whose name, keywords or domain has each of these words, those that begin so first; without words, all where they fit a page.
 * @returns one more than a page shows, where there are more
 */
export async function searchInstitutionLogins(db: Db, words: string, locale: string) {
  const each = words.trim().split(/\s+/).filter(Boolean).slice(0, 8)
  const begins = each.join(' ').toLowerCase()
  const found = await offered(db)
    .select(['federationIdp.id', 'federationIdp.names'])
    .distinctOn('federationIdp.entityId')
    .where((e) => e.and(each.map((word) => sql<boolean>`federation_idp.sought like unaccent(${containing(word)})`)))
    .orderBy('federationIdp.entityId')
    .orderBy('federationIdp.federationId')
    // Without words no page shows more than one of them.
    .limit(each.length === 0 ? mostShown + 1 : 2_000)
    .execute()
  const rank = ({ name }: { name: string }) => (name.toLowerCase().startsWith(begins) ? 0 : 1)
  return found
    .map(named(locale))
    .sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, locale))
    .slice(0, mostShown + 1)
}

/** The institutions that a browser remembers, in its order. */
export async function listRemembered(db: Db, ids: readonly number[], locale: string) {
  if (ids.length === 0) return []
  const found = await offered(db)
    .select(['federationIdp.id', 'federationIdp.names'])
    .where('federationIdp.id', 'in', [...ids])
    .execute()
  return found.map(named(locale)).sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
}

/** An identity provider of a federation that is switched on, by number or by what it calls itself. */
export function findInstitutionLogin(db: Db, which: { id: number } | { slug: string; entityId: string }) {
  const query = db
    .selectFrom('federationIdp')
    .innerJoin('federation', 'federation.id', 'federationIdp.federationId')
    .selectAll('federationIdp')
    .select(['federation.slug', 'federation.kind', 'federation.address', 'federation.assured'])
    .select('federation.certificates as signers')
    .where('federation.enabled', '=', true)
  return 'id' in which
    ? query.where('federationIdp.id', '=', which.id).executeTakeFirst()
    : query.where('federation.slug', '=', which.slug).where('federationIdp.entityId', '=', which.entityId).executeTakeFirst()
}

export type InstitutionLogin = NonNullable<Awaited<ReturnType<typeof findInstitutionLogin>>>

/** The same as the provider that it is; undefined where no signed metadata vouches for it now. */
export function providerOf(login: InstitutionLogin, now: Date, locale: string): Provider | undefined {
  if (login.validUntil === null || login.validUntil <= now || login.login === '') return undefined
  const name = nameIn(login.names as unknown as Record<string, string>, locale)
  return {
    slug: login.slug,
    kind: 'saml',
    label: name,
    institution: name,
    enabled: true,
    issuer: login.entityId,
    client: login.login,
    certificates: login.certificates,
    domains: login.scopes,
    signs: login.signs,
    assured: login.assured,
  }
}

/** Our keys, newest first; one that another RAPPORT_SECRET sealed is none. */
export async function listKeys(db: Db, secret: string): Promise<OurKeys> {
  const rows = await db.selectFrom('samlKey').select(['certificate', 'sealed']).orderBy('id', 'desc').execute()
  return rows.flatMap(({ certificate, sealed }) => {
    const privateKey = tryUnseal(secret, sealed)
    return privateKey === undefined ? [] : [{ certificate, privateKey }]
  })
}

/** Since when the newest of them is used; undefined where there is none. */
export const findKeyMade = async (db: Db): Promise<Date | undefined> =>
  (await db.selectFrom('samlKey').select('madeAt').orderBy('id', 'desc').executeTakeFirst())?.madeAt

/** How this site presents itself; undefined where nobody has said. */
export const findOurselves = async (db: Db): Promise<Ourselves | undefined> =>
  db.selectFrom('samlSelf').select(['name', 'about', 'contact', 'categories']).executeTakeFirst()
