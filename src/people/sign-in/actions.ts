import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Actor } from '../../actor.ts'
import { Conflict, Invalid, NotAllowed, NotFound } from '../../errors.ts'
import { record } from '../../journal/actions.ts'
import { changeOne, countRows, type Db, findRow, insertRow, type Tx } from '../../lib/db/rows.ts'
import type { KeptPasskey, NewPasskey } from '../../lib/identity/passkey.ts'
import { type Statement, staffScopes } from '../../lib/identity/statement.ts'
import { suffixesOf } from '../../lib/mail/domain.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { onlyHerself } from '../../only.ts'
import { confirmAffiliation, doubtAffiliations } from '../affiliations/actions.ts'
import { listOrganisationsOf } from '../organisations/queries.ts'
import { tellOfChange } from '../ways-in/actions.ts'
import { sweepCodes } from './codes-actions.ts'
import { findByStatement, listOrganisationsAt, oldSessions } from './queries.ts'
import { mostPasskeys } from './rules.ts'

const t = textsOf('people', 'signInPage')

/** What began in a browser and is to end there. */
export interface Flow {
  kind: 'passkey' | 'passkey-new' | 'oidc' | 'saml' | 'answer' | 'statement'
  /** What the browser's own cookie holds, or the hash of it. */
  browser: string | Buffer
  provider?: string
  /** Whose passkey is made, or who links an account elsewhere. */
  personId?: number | null
  facts?: object
  next?: string
}

const flowLasts = 15 * 60_000
const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest()

/** Remembers what was begun; answers with its id, which nobody guesses. */
export async function beginFlow(tx: Tx, at: Date, { kind, browser, provider, personId, facts, next }: Flow, id?: string): Promise<string> {
  const flow = id ?? randomBytes(24).toString('base64url')
  await insertRow(tx.insertInto('signInFlow'), {
    id: flow,
    kind,
    browser: typeof browser === 'string' ? hashOf(browser) : browser,
    provider: provider ?? null,
    personId: personId ?? null,
    facts: JSON.stringify(facts ?? {}),
    next: next ?? '/today',
    expiresAt: new Date(at.getTime() + flowLasts),
  })
  return flow
}

/**
 * Takes what was begun, once: it is gone afterwards, whatever comes of it.
 * @param browser undefined for an answer that another site posts, which browsers send without cookies
 * @throws NotAllowed when there is no such thing, it is out of time, or another browser began it
 */
export async function takeFlow(tx: Db, at: Date, kinds: Flow['kind'][], id: string, browser: string | undefined) {
  const flow = await tx.deleteFrom('signInFlow').where('id', '=', id).where('kind', 'in', kinds).returningAll().executeTakeFirst()
  const fits = flow && flow.expiresAt > at && (browser === undefined || flow.browser.equals(hashOf(browser)))
  if (!fits) throw new NotAllowed(t.signHasExpiredAlreadyUsed)
  return flow
}

/** Drops what was begun and never ended, and codes that are over. */
export async function sweepFlows(db: Db, at: Date): Promise<void> {
  await db.deleteFrom('signInFlow').where('expiresAt', '<', at).execute()
  await sweepCodes(db, at)
}

/** How a session begins: the way in, the network, and what the browser calls itself. */
interface Beginning {
  how: string
  network: string
  browser: string
  expiresAt: Date
}

/** Keeps a new session of an account. */
export const startSession = (tx: Tx, userId: string, { how, network, browser, expiresAt }: Beginning) =>
  tx
    .insertInto('authSession')
    .values({
      id: randomUUID(),
      userId,
      token: randomBytes(24).toString('base64url'),
      expiresAt,
      ipAddress: '',
      userAgent: browser,
      how,
      network: network || null,
    })
    .returningAll()
    .executeTakeFirstOrThrow()

/**
 * Ends sessions of the actor: one of them, or all but the one they use.
 * @throws NotFound when it is none of theirs
 */
export async function endSessions(tx: Tx, actor: Actor, which: { only: string } | { allBut: string }): Promise<number> {
  const personId = onlyHerself(actor)
  const ended = await tx
    .deleteFrom('authSession')
    .where((e) => e('userId', 'in', e.selectFrom('authUser').select('id').where('personId', '=', personId)))
    .where('id', 'only' in which ? '=' : '<>', 'only' in which ? which.only : which.allBut)
    .returning('id')
    .execute()
  if ('only' in which && ended.length === 0) throw new NotFound(t.deviceNotFound)
  if (ended.length > 0)
    await record(tx, actor, { action: 'session.ended', subject: `person:${personId}`, details: { sessions: ended.length } })
  return ended.length
}

/**
 * Keeps a passkey that was just made and checked, and tells its owner by mail.
 * @throws Conflict when the key is somebody's already; Invalid when there are too many
 */
export async function addPasskey(tx: Tx, actor: Actor, passkey: NewPasskey, name: string): Promise<void> {
  const personId = onlyHerself(actor)
  const count = await countRows(tx.selectFrom('passkey').where('personId', '=', personId))
  if (count >= mostPasskeys) throw new Invalid(t.canHaveUpPasskeysRemove({ mostPasskeys }))
  const added = await tx
    .insertInto('passkey')
    .values({ ...passkey, personId, name: name.slice(0, 80) || 'A passkey', createdAt: actor.at })
    .onConflict((conflict) => conflict.column('credential').doNothing())
    .returning('id')
    .executeTakeFirstOrThrow(() => new Conflict(t.alreadyHavePasskey))
  await record(tx, actor, { action: 'passkey.added', subject: `person:${personId}`, details: { passkeyId: added.id } })
  await tellOfChange(tx, actor.at, personId, { way: 'passkey', name: name.slice(0, 80) })
}

/** A person calls their passkey something else. @returns whether that changed anything */
export async function renamePasskey(tx: Tx, actor: Actor, id: number, name: string): Promise<boolean> {
  if (!(await findRow(tx.selectFrom('passkey'), { id, personId: onlyHerself(actor) }, ['id']))) throw new NotFound(t.passkeyNotFound)
  if (!(await changeOne(tx.updateTable('passkey'), id, { name }))) return false
  await record(tx, actor, { action: 'passkey.renamed', subject: `person:${actor.personId}`, details: { passkeyId: id } })
  return true
}

/** A person gives up a passkey; the mail with the code always remains. */
export async function removePasskey(tx: Tx, actor: Actor, id: number): Promise<void> {
  const personId = onlyHerself(actor)
  const removed = await tx.deleteFrom('passkey').where('id', '=', id).where('personId', '=', personId).returning('name').executeTakeFirst()
  if (!removed) throw new NotFound(t.passkeyNotFound)
  await record(tx, actor, { action: 'passkey.removed', subject: `person:${personId}`, details: { passkeyId: id } })
  await tellOfChange(tx, actor.at, personId, { way: 'passkey-removed', name: removed.name })
}

/** The passkey of a credential with its owner, locked: two answers at once must not both be the next. */
export function lockPasskey(tx: Tx, credential: string): Promise<(KeptPasskey & { id: number; personId: number }) | undefined> {
  return tx
    .selectFrom('passkey')
    .innerJoin('person', 'person.id', 'passkey.personId')
    .select(['passkey.id', 'passkey.personId', 'passkey.credential', 'passkey.publicKey', 'passkey.counter', 'passkey.transports'])
    .where('passkey.credential', '=', credential)
    .where('person.erasedAt', 'is', null)
    .forUpdate('passkey')
    .executeTakeFirst()
}

/** Notes that a passkey has just been used. */
export async function notePasskey(tx: Tx, at: Date, id: number, counter: number): Promise<void> {
  await tx.updateTable('passkey').set({ counter, usedAt: at }).where('id', '=', id).execute()
}

/**
 * Finds whom a provider means and, the first time, links the account there to theirs.
 * @param personId who is signed in and asks for the link; null: whoever is meant signs in
 * @returns the person; undefined when the statement is of nobody here
 * @throws NotAllowed when the account there is another person's, or its address is none that they have confirmed
 */
export async function takeStatement(tx: Tx, actor: Actor, statement: Statement, personId: number | null): Promise<number | undefined> {
  const found = await findByStatement(tx, actor.at, statement)
  if (personId !== null && found?.id !== personId) throw new NotAllowed(t.accountHasNoAddressHave)
  if (!found) return undefined
  const self = { ...actor, personId: found.id }
  const { provider, issuer, subject, email = '', institution } = statement
  if (found.identityId !== null) {
    await tx.updateTable('federatedIdentity').set({ usedAt: actor.at }).where('id', '=', found.identityId).execute()
  } else if (subject !== undefined) {
    const linked = await tx
      .insertInto('federatedIdentity')
      .values({ personId: found.id, provider, issuer, subject, email, linkedAt: actor.at, usedAt: actor.at })
      .onConflict((conflict) => conflict.columns(['provider', 'issuer', 'subject']).doNothing())
      .returning('id')
      .executeTakeFirst()
    if (linked) {
      await record(tx, self, { action: 'identity.linked', subject: `person:${found.id}`, details: { provider } })
      await tellOfChange(tx, actor.at, found.id, { way: 'identity', name: institution ?? provider })
    }
  }
  await freshenAffiliations(tx, self, found.id, statement)
  return found.id
}

/** What an institution says of its staff is the freshest evidence that there is: where they work today is confirmed by it, or doubted. */
async function freshenAffiliations(tx: Tx, actor: Actor, personId: number, { affiliations, issuer }: Statement): Promise<void> {
  const works = await listOrganisationsOf(tx, personId, actor.at)
  const still: number[] = []
  for (const scope of staffScopes(affiliations)) {
    const [organisationId, ...others] = await listOrganisationsAt(tx, suffixesOf(scope))
    // Several candidates are for a person to tell apart; a new place of work is for them to say.
    if (organisationId === undefined || others.length > 0 || !works.includes(organisationId)) continue
    await confirmAffiliation(tx, actor, { personId, organisationId, basis: 'federated', issuer })
    still.push(organisationId)
  }
  await doubtAffiliations(tx, actor, personId, issuer, still)
}

/** A person cuts the link to an account elsewhere. */
export async function unlinkIdentity(tx: Tx, actor: Actor, id: number): Promise<void> {
  const personId = onlyHerself(actor)
  const removed = await tx
    .deleteFrom('federatedIdentity')
    .where('id', '=', id)
    .where('personId', '=', personId)
    .returning('provider')
    .executeTakeFirstOrThrow(() => new NotFound(t.accountNotFound))
  await record(tx, actor, { action: 'identity.unlinked', subject: `person:${personId}`, details: { provider: removed.provider } })
  await tellOfChange(tx, actor.at, personId, { way: 'identity-removed', name: removed.provider })
}

/** Forgets one portion of sessions that ended before a day; answers with how many there were. */
export const dropOldSessions = async (tx: Tx, before: Date, limit: number): Promise<bigint | undefined> =>
  (await sql`delete from auth_session where ctid in (select t.ctid ${oldSessions(before)} limit ${limit})`.execute(tx)).numAffectedRows
