import { sql } from 'kysely'
import type { Actor } from '../../actor.ts'
import { missing, NotFound, refuse } from '../../errors.ts'
import { record } from '../../journal/actions.ts'
import { enqueue } from '../../lib/db/enqueue.ts'
import { idsOf, insertOne, insertRow, type Tx, updateOne } from '../../lib/db/rows.ts'
import type { KeyPair } from '../../lib/identity/certificate.ts'
import type { Ourselves } from '../../lib/identity/saml-metadata.ts'
import type { Institution, Metadata } from '../../lib/identity/statement.ts'
import { findTargets, type Outward, readAddress, Unreachable } from '../../lib/outward.ts'
import { seal } from '../../lib/sealed.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { onlyAdministrators } from '../../only.ts'
import { isWayTaken } from '../sign-in/queries.ts'
import { readCertificates } from '../sign-in/rules.ts'
import { afterFailure, type FederationKind, nextReading } from './rules.ts'

const t = textsOf('people', 'federations')

/** A federation as an administrator types it. */
export interface TypedFederation {
  slug: string
  label: string
  kind: FederationKind
  address: string
  directory: string
  certificates: string
  assured: boolean
  enabled: boolean
}

/**
 * Looks whether the addresses may be called, before anything is kept; asks the DNS and connects to nothing.
 * @throws Invalid with the sentence at its field
 */
export async function checkAddresses(
  { address, directory }: Pick<TypedFederation, 'address' | 'directory'>,
  outward: Outward,
): Promise<void> {
  for (const [field, text] of Object.entries({ address, directory }))
    try {
      if (text !== '') await findTargets(readAddress(text), outward)
    } catch (error) {
      if (!(error instanceof Unreachable)) throw error
      refuse(field, error.message)
    }
}

/**
 * Sets up a federation, or changes one; its list is read at once.
 * @param pair a key for the site, which is kept where it has none yet
 * @throws Invalid with the sentence at its field
 */
export async function keepFederation(
  tx: Tx,
  actor: Actor,
  secret: string,
  typed: TypedFederation,
  { id, pair }: { id?: number | undefined; pair?: KeyPair | undefined },
): Promise<number> {
  onlyAdministrators(actor)
  const { slug, enabled } = typed
  const certificates = readCertificates(typed.certificates)
  if (certificates.length === 0) refuse('certificates', t.pasteCertificate)
  if (await isWayTaken(tx, slug, { federation: id })) refuse('slug', t.slugTaken)
  const values = { ...typed, certificates, changedAt: actor.at, nextAt: actor.at, etag: '', modified: '' }
  const before = id === undefined ? undefined : await tx.selectFrom('federation').selectAll().where('id', '=', id).executeTakeFirst()
  if (id !== undefined && !before) throw new NotFound(t.notFound)
  if (before) await updateOne(tx.updateTable('federation'), before.id, values)
  const kept = before?.id ?? (await insertOne(tx.insertInto('federation'), { ...values, createdAt: actor.at }))
  if (before && before.slug !== slug)
    await tx.updateTable('federatedIdentity').set({ provider: slug }).where('provider', '=', before.slug).execute()
  // What the certificates of before have signed is believed no longer.
  if (before && before.certificates.join() !== certificates.join())
    await tx.deleteFrom('federationIdp').where('federationId', '=', kept).execute()
  if (pair && !(await tx.selectFrom('samlKey').select('id').executeTakeFirst())) await addKey(tx, actor, secret, pair)
  await record(tx, actor, {
    action: before ? 'federation.changed' : 'federation.added',
    subject: `federation:${slug}`,
    details: { enabled },
  })
  if (enabled) await enqueue(tx, 'people.readFederation', { federationId: kept }, { key: `people.readFederation:${kept}` })
  return kept
}

/** Takes a federation away; whoever came in by it still comes in by mail. */
export async function removeFederation(tx: Tx, actor: Actor, id: number): Promise<void> {
  onlyAdministrators(actor)
  const removed = (await tx.deleteFrom('federation').where('id', '=', id).returning('slug').executeTakeFirst()) ?? missing(t.notFound)
  await tx.deleteFrom('federatedIdentity').where('provider', '=', removed.slug).execute()
  await record(tx, actor, { action: 'federation.removed', subject: `federation:${removed.slug}` })
}

async function addKey(tx: Tx, actor: Actor, secret: string, { privateKey, certificate }: KeyPair): Promise<void> {
  await insertRow(tx.insertInto('samlKey'), { certificate, sealed: seal(secret, privateKey), madeAt: actor.at })
  const old = await tx.selectFrom('samlKey').select('id').orderBy('id', 'desc').offset(2).execute()
  // Institutions take a day or two to learn of the new one: the one before opens what they encrypt meanwhile.
  if (old.length > 0) await tx.deleteFrom('samlKey').where('id', 'in', idsOf(old)).execute()
  await record(tx, actor, { action: 'federation.key-made', subject: 'site' })
}

/** Another key takes the place of the site's; the one before still opens answers. */
export async function renewKey(tx: Tx, actor: Actor, secret: string, pair: KeyPair): Promise<void> {
  onlyAdministrators(actor)
  await addKey(tx, actor, secret, pair)
}

/** Says how this site presents itself to institutions. */
export async function keepOurselves(tx: Tx, actor: Actor, { name, about, contact, categories }: Ourselves): Promise<void> {
  onlyAdministrators(actor)
  const values = { name, about, contact, categories: [...categories] }
  await tx
    .insertInto('samlSelf')
    .values(values)
    .onConflict((conflict) => conflict.column('single').doUpdateSet(values))
    .execute()
  await record(tx, actor, { action: 'federation.self-changed', subject: 'site' })
}

const portion = 500

/**
 * Keeps what signed metadata says of institutions.
 * @param signed undefined for a list that is not signed: it says only what they are called, and by what they are found
 */
export async function keepInstitutions(
  tx: Tx,
  at: Date,
  federationId: number,
  institutions: readonly Institution[],
  signed: Pick<Metadata, 'validUntil'> | undefined,
): Promise<void> {
  for (let from = 0; from < institutions.length; from += portion) {
    const rows = institutions.slice(from, from + portion).map((one) => ({
      entity_id: one.entityId,
      names: one.names,
      sought: [...Object.values(one.names), ...one.keywords, ...one.scopes, one.entityId].join('\n').slice(0, 20_000),
      scopes: signed ? one.scopes : [],
      login: signed ? one.login : '',
      certificates: signed ? one.certificates : [],
      categories: one.categories,
      signs: one.signs,
      valid_until: signed ? [one.validUntil ?? signed.validUntil, signed.validUntil].sort()[0] : null,
    }))
    await sql`
      insert into federation_idp (federation_id, entity_id, names, sought, scopes, login, certificates, categories, signs, valid_until, read_at)
      select ${federationId}::bigint, x.entity_id, x.names, unaccent(lower(x.sought)), x.scopes, x.login, x.certificates, x.categories, x.signs,
        x.valid_until, case when x.valid_until is null then null else ${at}::timestamptz end
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x(entity_id text, names jsonb, sought text, scopes text[], login text,
        certificates text[], categories text[], signs boolean, valid_until timestamptz)
      on conflict (federation_id, entity_id) do update set sought = excluded.sought,
        names = case when excluded.valid_until is null and federation_idp.read_at is not null then federation_idp.names else excluded.names end,
        scopes = case when excluded.valid_until is null then federation_idp.scopes else excluded.scopes end,
        login = case when excluded.valid_until is null then federation_idp.login else excluded.login end,
        certificates = case when excluded.valid_until is null then federation_idp.certificates else excluded.certificates end,
        categories = case when excluded.valid_until is null then federation_idp.categories else excluded.categories end,
        signs = case when excluded.valid_until is null then federation_idp.signs else excluded.signs end,
        valid_until = coalesce(excluded.valid_until, federation_idp.valid_until),
        read_at = coalesce(excluded.read_at, federation_idp.read_at)`.execute(tx)
  }
}

/** What a reading of a federation's list came to. */
export type ListReading =
  | { problem: string }
  | { etag: string; modified: string; cacheFor: number | undefined; institutions: Institution[]; signed: Metadata | undefined }
  | undefined

/** Notes what a reading came to; `undefined` is nothing new. Who is not listed any more is not offered any more. */
export async function noteListReading(tx: Tx, at: Date, id: number, reading: ListReading): Promise<void> {
  const federation = await tx.selectFrom('federation').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
  if (!federation) return
  const note = (values: { nextAt: Date; problem: string; readAt?: Date; etag?: string; modified?: string }) =>
    tx.updateTable('federation').set(values).where('id', '=', id).execute()
  if (reading === undefined) return void (await note({ nextAt: nextReading(at, undefined), readAt: at, problem: '' }))
  if ('problem' in reading) return void (await note({ nextAt: afterFailure(at), problem: reading.problem.slice(0, 1_000) }))
  const { etag, modified, cacheFor, institutions, signed } = reading
  await keepInstitutions(tx, at, id, institutions, signed)
  const listed = institutions.map((one) => one.entityId)
  await sql`delete from federation_idp where federation_id = ${id} and not (entity_id = any (${listed}::text[]))`.execute(tx)
  await note({ etag, modified, nextAt: nextReading(at, cacheFor), readAt: at, problem: '' })
}

/** An institution that its federation knows no longer opens nothing any more. */
export async function dropInstitution(tx: Tx, id: number): Promise<void> {
  await tx.deleteFrom('federationIdp').where('id', '=', id).execute()
}
