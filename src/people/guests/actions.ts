import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { type Actor, program } from '../../actor.ts'
import { missing, NotFound, refuse } from '../../errors.ts'
import { record } from '../../journal/actions.ts'
import { changeRow, type Db, insertOne, insertRow, type Tx, updateOne, upsertRow } from '../../lib/db/rows.ts'
import type { Jwk } from '../../lib/identity/authority.ts'
import type { KnownClient, Payload } from '../../lib/identity/authority-store.ts'
import { seal } from '../../lib/sealed.ts'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { onlyAdministrators } from '../../only.ts'
import { isHerself } from '../../policy.ts'
import { tellOfChange } from '../ways-in/actions.ts'
import { findGuest, listSigningKeys } from './queries.ts'
import { agreementLasts, type GuestKind, hashOf, introducedLasts, redirectsIn, signInScope, whyNotRedirects } from './rules.ts'

const t = textsOf('people', 'guests')

const name128 = () => randomBytes(16).toString('base64url')
const newSecret = () => `rapport_site_${randomBytes(32).toString('base64url')}`

/** A program or site as an administrator types it. */
export interface TypedGuest {
  name: string
  redirects: string
}

function redirectsOf(kind: GuestKind, typed: string): string[] {
  const redirects = redirectsIn(typed)
  const why = whyNotRedirects(kind, redirects)
  if (why !== undefined) refuse('redirects', why)
  return redirects
}

/**
 * Lets a program or site ask here.
 * @returns the secret of a site, which nobody can be shown again
 * @throws Invalid by field
 */
export async function addGuest(
  tx: Tx,
  actor: Actor,
  { kind, name, redirects }: TypedGuest & { kind: GuestKind },
): Promise<{ id: number; client: string; secret: string | undefined }> {
  onlyAdministrators(actor)
  const secret = kind === 'site' ? newSecret() : undefined
  const client = name128()
  const id = await insertOne(tx.insertInto('oauthClient'), {
    client,
    kind,
    name,
    redirects: redirectsOf(kind, redirects),
    secretHash: secret === undefined ? null : hashOf(secret),
    madeAt: actor.at,
  })
  await record(tx, actor, { action: 'guest.added', subject: `guest:${id}` })
  return { id, client, secret }
}

async function guestFor(tx: Tx, actor: Actor, id: number) {
  onlyAdministrators(actor)
  return (await findGuest(tx, id)) ?? missing(t.notFound)
}

/** Changes what it is called and where answers go. @throws Invalid by field */
export async function changeGuest(tx: Tx, actor: Actor, id: number, { name, redirects }: TypedGuest): Promise<void> {
  const { kind } = await guestFor(tx, actor, id)
  await updateOne(tx.updateTable('oauthClient'), id, { name, redirects: redirectsOf(kind as GuestKind, redirects) })
  await record(tx, actor, { action: 'guest.changed', subject: `guest:${id}` })
}

/** Gives a site another secret; the one before opens nothing any more. */
export async function renewSecret(tx: Tx, actor: Actor, id: number): Promise<string> {
  const { kind } = await guestFor(tx, actor, id)
  if (kind !== 'site') throw new NotFound(t.notFound)
  const secret = newSecret()
  await updateOne(tx.updateTable('oauthClient'), id, { secretHash: hashOf(secret) })
  await record(tx, actor, { action: 'guest.secret-made', subject: `guest:${id}` })
  return secret
}

/** Ends it, and everything that people agreed to with it. */
export async function removeGuest(tx: Tx, actor: Actor, id: number): Promise<void> {
  await guestFor(tx, actor, id)
  const removed = await changeRow(tx.updateTable('oauthClient').returning('id'), { id, removedAt: null }, { removedAt: actor.at })
  if (!removed) missing(t.notFound)
  const ended = await tx
    .updateTable('apiToken')
    .set({ revokedAt: actor.at })
    .where('clientId', '=', id)
    .where('revokedAt', 'is', null)
    .returning('agreement')
    .execute()
  await dropArtefacts(
    tx,
    ended.flatMap(({ agreement }) => agreement ?? []),
  )
  await record(tx, actor, { action: 'guest.removed', subject: `guest:${id}`, details: { agreements: ended.length } })
}

/** May programs that nobody here knows introduce themselves? */
export async function allowIntroductions(tx: Tx, actor: Actor, introductions: boolean): Promise<void> {
  onlyAdministrators(actor)
  await tx
    .insertInto('oauthSetting')
    .values({ introductions })
    .onConflict((conflict) => conflict.column('single').doUpdateSet({ introductions }))
    .execute()
  await record(tx, actor, { action: introductions ? 'guest.introductions-opened' : 'guest.introductions-closed', subject: 'site' })
}

/** A program introduces itself (RFC 7591). @throws Invalid by field */
export async function introduce(tx: Tx, at: Date, { name, redirects }: { name: string; redirects: string[] }): Promise<string> {
  const why = whyNotRedirects('introduced', redirects)
  if (why !== undefined) refuse('redirect_uris', why)
  const client = name128()
  await tx.insertInto('oauthClient').values({ client, kind: 'program', name, redirects, introduced: true, madeAt: at }).execute()
  return client
}

/** Keeps what a program says of itself at the address that it is known by; one that was removed stays so. */
export async function keepDocument(
  tx: Tx,
  at: Date,
  client: string,
  { name, redirects }: { name: string; redirects: string[] },
): Promise<void> {
  const values = { name, redirects, readAt: at }
  await tx
    .insertInto('oauthClient')
    .values({ client, kind: 'program', introduced: true, madeAt: at, ...values })
    .onConflict((conflict) => conflict.column('client').doUpdateSet(values).where('oauthClient.introduced', '=', true))
    .execute()
}

/**
 * A person agrees that a program acts for them, or that a site is told who they are: it stands among their tokens.
 * @param agreement what it is known by to the provider; only its hash is kept
 * @throws Invalid where nothing was allowed
 */
export async function keepAgreement(
  tx: Tx,
  actor: Actor,
  { client, agreement, scopes }: { client: KnownClient & { id: number }; agreement: string; scopes: readonly string[] },
): Promise<void> {
  if (!isHerself(actor)) throw new NotFound(refusals.thereIsNoSuchPage)
  const { personId, at } = actor
  const id = await insertOne(tx.insertInto('apiToken'), {
    personId,
    name: client.name,
    scopes: client.kind === 'site' ? [signInScope] : [...scopes],
    clientId: client.id,
    agreement: hashOf(agreement),
    createdAt: at,
    expiresAt: new Date(at.getTime() + agreementLasts[client.kind]),
  })
  await record(tx, actor, {
    action: client.kind === 'site' ? 'guest.told' : 'guest.let-in',
    subject: `person:${personId}`,
    details: { tokenId: id, ...(client.kind === 'program' ? { scopes: scopes.join(' ') } : {}) },
  })
  if (client.kind === 'program') await tellOfChange(tx, at, personId, { way: 'program', name: client.name })
}

/** What the provider keeps for a while. A token of a door says in plain which, and what for. */
export async function keepArtefact(
  tx: Tx,
  secret: string,
  { kind, id, payload, until, at }: { kind: string; id: string; payload: Payload; until: Date; at: Date },
): Promise<void> {
  const agreement = payload.grantId === undefined ? null : hashOf(payload.grantId)
  const values = {
    sealed: seal(secret, JSON.stringify(payload)),
    agreement,
    audience: [payload.aud ?? []].flat()[0] ?? null,
    scopes: (payload.scope ?? '').split(' ').filter(Boolean),
    expiresAt: until,
  }
  await upsertRow(tx.insertInto('oauthArtefact'), { kind, hash: hashOf(id) }, values)
  if (kind !== 'AccessToken' || agreement === null) return
  const used = await changeRow(tx.updateTable('apiToken').returning('clientId'), { agreement }, { usedAt: at })
  if (used?.clientId) await tx.updateTable('oauthClient').set({ usedAt: at }).where('id', '=', used.clientId).execute()
}

/** Uses something up. @returns false where it was used up before */
export async function consumeArtefact(tx: Tx, { kind, id, at }: { kind: string; id: string; at: Date }): Promise<boolean> {
  const consumed = await tx
    .updateTable('oauthArtefact')
    .set({ consumedAt: at })
    .where('kind', '=', kind)
    .where('hash', '=', hashOf(id))
    .where('consumedAt', 'is', null)
    .executeTakeFirst()
  return consumed.numUpdatedRows > 0n
}

/** It is no more. */
export async function dropArtefact(tx: Tx, kind: string, id: string): Promise<void> {
  await tx.deleteFrom('oauthArtefact').where('kind', '=', kind).where('hash', '=', hashOf(id)).execute()
}

async function dropArtefacts(tx: Tx, agreements: readonly Buffer[]): Promise<void> {
  if (agreements.length === 0) return
  await tx
    .deleteFrom('oauthArtefact')
    .where((e) => e.or([e('agreement', 'in', agreements), e.and([e('kind', '=', 'Grant'), e('hash', 'in', agreements)])]))
    .execute()
}

/** A program gives back what it was allowed, or what it shows was stolen: all that came of the agreement ends with it. */
export async function endAgreement(tx: Tx, at: Date, agreement: string): Promise<void> {
  const hash = hashOf(agreement)
  const ended = await changeRow(
    tx.updateTable('apiToken').returning(['id', 'personId']),
    { agreement: hash, revokedAt: null },
    { revokedAt: at },
  )
  await dropArtefacts(tx, [hash])
  if (ended) await record(tx, program(at), { action: 'guest.ended', subject: `person:${ended.personId}`, details: { tokenId: ended.id } })
}

/** Keeps a key that signs who somebody is, where there is none that this site can read. */
export async function keepSigningKey(tx: Tx, secret: string, key: Jwk, at: Date): Promise<void> {
  await sql`lock table oauth_key in exclusive mode`.execute(tx)
  if ((await listSigningKeys(tx, secret)).length > 0) return
  await insertRow(tx.insertInto('oauthKey'), { sealed: seal(secret, JSON.stringify(key)), madeAt: at })
}

/** Drops what is out of time, and programs that introduced themselves and were never let in. */
export async function sweepGuests(tx: Db, now: Date): Promise<void> {
  await tx.deleteFrom('oauthArtefact').where('expiresAt', '<', now).execute()
  await tx
    .deleteFrom('oauthClient')
    .where('introduced', '=', true)
    .where('madeAt', '<', new Date(now.getTime() - introducedLasts))
    .where((e) => e.not(e.exists(e.selectFrom('apiToken').select('id').whereRef('apiToken.clientId', '=', 'oauthClient.id'))))
    .execute()
}
