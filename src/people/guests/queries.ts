import type { Actor } from '../../actor.ts'
import { type Db, findRow } from '../../lib/db/rows.ts'
import type { Jwk } from '../../lib/identity/authority.ts'
import type { KnownClient, Payload } from '../../lib/identity/authority-store.ts'
import { unseal } from '../../lib/sealed.ts'
import { hashOf } from './rules.ts'

const known = (db: Db) => db.selectFrom('oauthClient').selectAll().where('removedAt', 'is', null)

type Row = Awaited<ReturnType<typeof listGuests>>[number]

/** The programs and sites that may ask here, for who keeps them: those of the site first. */
export function listGuests(db: Db) {
  return known(db)
    .select((e) =>
      e
        .selectFrom('apiToken')
        .select((f) => f.fn.countAll<number>().as('n'))
        .whereRef('clientId', '=', 'oauthClient.id')
        .where('revokedAt', 'is', null)
        .as('agreements'),
    )
    .orderBy('introduced')
    .orderBy('name')
    .limit(500)
    .execute()
}

/** One of them; undefined where there is none (any more). */
export const findGuest = async (db: Db, id: number) => known(db).where('id', '=', id).executeTakeFirst()

const asClient = ({ client, kind, name, redirects, secretHash }: Omit<Row, 'agreements'>): KnownClient => ({
  client,
  kind: kind === 'site' ? 'site' : 'program',
  name,
  redirects,
  secretHash,
})

/** Who calls itself so. */
export async function findClient(db: Db, client: string): Promise<(KnownClient & { id: number; introduced: boolean }) | undefined> {
  const row = await known(db).where('client', '=', client).executeTakeFirst()
  return row && { ...asClient(row), id: row.id, introduced: row.introduced }
}

/** When what a program says of itself was read, also of one that was removed; undefined where it never was. */
export const findDocument = (db: Db, client: string) =>
  db.selectFrom('oauthClient').select(['readAt', 'removedAt']).where('client', '=', client).executeTakeFirst()

/** May programs that nobody here knows introduce themselves? */
export async function areIntroductionsOpen(db: Db): Promise<boolean> {
  return (await db.selectFrom('oauthSetting').select('introductions').executeTakeFirst())?.introductions === true
}

/** What rests sealed; what was sealed under another secret is none. */
function opened<Kept>(secret: string, sealed: Buffer): Kept | undefined {
  try {
    return JSON.parse(unseal(secret, sealed)) as Kept
  } catch {
    return undefined
  }
}

const standing = (db: Db, at: Date) =>
  db
    .selectFrom('apiToken')
    .where('apiToken.revokedAt', 'is', null)
    .where('apiToken.expiresAt', '>', at)
    .where('apiToken.agreement', 'is not', null)

/** Something that the provider keeps, by what its holder shows; what was agreed to is there for as long as its person lets it. */
export async function findArtefact(db: Db, secret: string, { kind, id, at }: { kind: string; id: string; at: Date }) {
  const row = await findRow(db.selectFrom('oauthArtefact').where('expiresAt', '>', at), { kind, hash: hashOf(id) }, [
    'sealed',
    'consumedAt',
    'hash',
  ])
  if (!row) return undefined
  if (kind === 'Grant' && !(await standing(db, at).select('id').where('agreement', '=', row.hash).executeTakeFirst())) return undefined
  const payload = opened<Payload>(secret, row.sealed)
  return payload && row.consumedAt ? { ...payload, consumed: Math.floor(row.consumedAt.getTime() / 1_000) } : payload
}

/** What this person has agreed to tell this site, where it covers what is asked; known by a name that only the provider takes. */
export async function findAgreement(
  db: Db,
  secret: string,
  actor: Actor & { personId: number },
  { clientId, scopes }: { clientId: number; scopes: readonly string[] },
): Promise<string | undefined> {
  const rows = await standing(db, actor.at)
    .innerJoin('oauthArtefact', (join) =>
      join.onRef('oauthArtefact.hash', '=', 'apiToken.agreement').on('oauthArtefact.kind', '=', 'Grant'),
    )
    .select('oauthArtefact.sealed')
    .where('apiToken.personId', '=', actor.personId)
    .where('apiToken.clientId', '=', clientId)
    .where('oauthArtefact.expiresAt', '>', actor.at)
    .orderBy('apiToken.id', 'desc')
    .execute()
  const agreements = rows.flatMap(({ sealed }) => opened<{ jti: string; openid?: { scope?: string } }>(secret, sealed) ?? [])
  return agreements.find(({ openid }) => scopes.every((one) => openid?.scope?.split(' ').includes(one)))?.jti
}

/** The keys that sign who somebody is, the newest first; one that was sealed under another secret is none. */
export async function listSigningKeys(db: Db, secret: string): Promise<Jwk[]> {
  const rows = await db.selectFrom('oauthKey').select('sealed').orderBy('id', 'desc').limit(3).execute()
  return rows.map(({ sealed }) => opened<Jwk>(secret, sealed)).filter((key) => key !== undefined)
}
