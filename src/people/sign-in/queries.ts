import { createHash } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import type { Config, Site } from '../../config.ts'
import { NotFound } from '../../errors.ts'
import { type Db, findRow, listRows, orNoText } from '../../lib/db/rows.ts'
import { providersOf } from '../../lib/identity/providers.ts'
import type { Provider, Statement } from '../../lib/identity/statement.ts'
import { tryUnseal } from '../../lib/sealed.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { readCertificates } from './rules.ts'

const t = textsOf('people', 'signInPage')

/** In SQL, the session of a token, with its person, where it goes on for longer than until then. */
export const sessionBy = (token: RawBuilder<unknown>, until: RawBuilder<unknown>) =>
  sql<{ id: string; personId: number }>`(select s.id, u.person_id from auth_session s join auth_user u on u.id = s.user_id
    where s.token = ${token} and s.expires_at > ${until} offset 0)`.as('session')

/** The passkeys of a person, oldest first. */
export function listPasskeys(db: Db, personId: number) {
  return db
    .selectFrom('passkey')
    .select(['id', 'credential', 'publicKey', 'counter', 'transports', 'synced', 'name', 'createdAt', 'usedAt'])
    .where('personId', '=', personId)
    .orderBy('id')
    .execute()
}

/** Accounts elsewhere that open a person's. */
export function listIdentities(db: Db, personId: number) {
  return listRows(db.selectFrom('federatedIdentity').orderBy('id'), { personId }, ['id', 'provider', 'email', 'linkedAt', 'usedAt'])
}

/** Where a person is signed in today, last used first. */
export function listSessions(db: Db, personId: number, now: Date) {
  return db
    .selectFrom('authSession')
    .innerJoin('authUser', 'authUser.id', 'authSession.userId')
    .select(['authSession.id', 'authSession.userAgent', 'authSession.network', 'authSession.how'])
    .select(['authSession.createdAt', 'authSession.updatedAt', 'authSession.expiresAt'])
    .where('authUser.personId', '=', personId)
    .where('authSession.expiresAt', '>', now)
    .orderBy('authSession.updatedAt', 'desc')
    .execute()
}

/** Has this person a session of this id that has not expired? */
export async function isSessionOpen(db: Db, personId: number, id: string, now: Date): Promise<boolean> {
  const found = await db
    .selectFrom('authSession')
    .innerJoin('authUser', 'authUser.id', 'authSession.userId')
    .select('authSession.id')
    .where('authSession.id', '=', id)
    .where('authSession.expiresAt', '>', now)
    .where('authUser.personId', '=', personId)
    .executeTakeFirst()
  return found !== undefined
}

/** The providers that an administrator has set up, their secrets opened; one whose secret another RAPPORT_SECRET sealed is off until it is typed again. */
export async function listKeptProviders(db: Db, secret: string): Promise<(Provider & { id: number })[]> {
  const rows = await db.selectFrom('signInProvider').selectAll().orderBy('id').execute()
  return rows.map(({ sealed, ...row }) => {
    const opened = sealed ? tryUnseal(secret, sealed) : undefined
    return { ...row, enabled: row.enabled && !(sealed && opened === undefined), ...(opened === undefined ? {} : { secret: opened }) }
  })
}

/** All providers that are switched on: those of the environment, and those that an administrator set up. */
export async function listProviders({ db, config, site }: { db: Db; config: Config; site: Site }): Promise<Provider[]> {
  return [...providersOf(config, readCertificates), ...(await listKeptProviders(db, site.secret))].filter((one) => one.enabled)
}

/**
 * Is there another way in of this short name? Accounts are linked by it; “oidc” and “saml” are those of the environment.
 * @param own the provider or the federation that has it already, of which it may stay
 */
export async function isWayTaken(db: Db, slug: string, own: { provider?: number | undefined; federation?: number | undefined }) {
  const others = (table: 'signInProvider' | 'federation', id = 0) =>
    db.selectFrom(table).select('id').where('slug', '=', slug).where('id', '<>', id).executeTakeFirst()
  if (slug === 'oidc' || slug === 'saml') return true
  return Boolean((await others('signInProvider', own.provider)) ?? (await others('federation', own.federation)))
}

/** What a provider said to this browser a moment ago, for the page that it was asked for; undefined when it is out of time. */
export async function findStatement(db: Db, at: Date, id: string, browser: string): Promise<Statement | undefined> {
  const flow = await findRow(db.selectFrom('signInFlow').where('expiresAt', '>', at), { id, kind: 'statement' }, ['facts', 'browser'])
  return flow?.browser.equals(createHash('sha256').update(browser).digest()) ? (flow.facts as unknown as Statement) : undefined
}

/** A passkey of this person. @throws NotFound for another's */
export async function getPasskey(db: Db, personId: number, id: number) {
  return db
    .selectFrom('passkey')
    .select(['id', 'name'])
    .where('id', '=', id)
    .where('personId', '=', personId)
    .executeTakeFirstOrThrow(() => new NotFound(t.passkeyNotFound))
}

/** Whom a provider's statement is of: by its subject, once linked; else by an address that they have confirmed. */
export async function findByStatement(
  db: Db,
  at: Date,
  { provider, issuer, subject, email }: Pick<Statement, 'provider' | 'issuer' | 'subject' | 'email'>,
) {
  if (subject !== undefined) {
    const linked = await db
      .selectFrom('federatedIdentity')
      .innerJoin('person', 'person.id', 'federatedIdentity.personId')
      .select(['person.id', 'federatedIdentity.id as identityId'])
      .where('provider', '=', provider)
      .where('issuer', '=', issuer)
      .where('subject', '=', subject)
      .where('person.erasedAt', 'is', null)
      .executeTakeFirst()
    if (linked) return linked
  }
  if (email === undefined) return undefined
  return db
    .selectFrom('address')
    .innerJoin('person', 'person.id', 'address.personId')
    .select(['person.id', sql<number | null>`null::bigint`.as('identityId')])
    .where('address.email', '=', email)
    .where('address.verifiedAt', 'is not', null)
    .where((e) => e.or([e('address.opensAt', 'is', null), e('address.opensAt', '<=', at)]))
    .where('person.erasedAt', 'is', null)
    .executeTakeFirst()
}

/** The organisations that a domain, or the longest part of it that is registered, belongs to. */
export async function listOrganisationsAt(db: Db, suffixes: string[]): Promise<number[]> {
  const rows = await db
    .selectFrom('organisationDomain')
    .select(['organisationId', 'domain'])
    .where('domain', 'in', orNoText(suffixes))
    .execute()
  const longest = Math.max(0, ...rows.map((row) => row.domain.length))
  return [...new Set(rows.filter((row) => row.domain.length === longest).map((row) => row.organisationId))]
}

/** Sessions that ended before a day: a condition on the rows `t`. */
export const oldSessions = (before: Date) => sql`from auth_session t where t.expires_at < ${before}`
