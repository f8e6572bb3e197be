import { createECDH } from 'node:crypto'
import type { Actor } from '../../actor.ts'
import { Conflict, Invalid, NotFound } from '../../errors.ts'
import { record } from '../../journal/actions.ts'
import { insertNew, type Tx, upsertRow } from '../../lib/db/rows.ts'
import { findTargets, type Outward, readAddress, Unreachable } from '../../lib/outward.ts'
import { seal } from '../../lib/sealed.ts'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { isHerself, mayAdminister } from '../../policy.ts'
import { findSiteKey } from './queries.ts'
import { areKeys, forgetAfter, hashOf, mostDevices, type Subscription, toldFor } from './rules.ts'

const t = textsOf('today', 'push')

function makeSiteKey() {
  const pair = createECDH('prime256v1')
  const publicKey = pair.generateKeys('base64url')
  return { publicKey, privateKey: pair.getPrivateKey('base64url') }
}

/** Lets people have devices told, or ends it: then those that were told are forgotten. */
export async function openPush(tx: Tx, actor: Actor, secret: string, opened: boolean): Promise<void> {
  if (!mayAdminister(actor)) throw new NotFound(refusals.thereIsNoSuchPage)
  const key = (await findSiteKey(tx, secret, { closed: true })) ?? makeSiteKey()
  const values = { opened, sealed: seal(secret, JSON.stringify(key)) }
  await tx
    .insertInto('pushSetting')
    .values(values)
    .onConflict((conflict) => conflict.column('single').doUpdateSet(values))
    .execute()
  if (!opened) await tx.deleteFrom('pushDevice').execute()
  await record(tx, actor, { action: opened ? 'push.opened' : 'push.closed', subject: 'site' })
}

/**
 * Looks whether a device is where one may send, before anything is kept; asks the DNS and connects to nothing.
 * @throws Invalid with a sentence
 */
export async function checkDevice({ endpoint, ...keys }: Subscription, outward: Outward): Promise<void> {
  if (!areKeys(keys)) throw new Invalid(t.noDevice, { endpoint: t.noDevice })
  try {
    await findTargets(readAddress(endpoint), outward)
  } catch (error) {
    if (!(error instanceof Unreachable)) throw error
    throw new Invalid(error.message, { endpoint: error.message })
  }
}

/**
 * Keeps a device of somebody, until they sign out there; one that was another's is theirs now.
 * @throws Conflict when they have as many as one may have
 */
export async function addDevice(
  tx: Tx,
  actor: Actor,
  secret: string,
  { subscription, name, sessionId }: { subscription: Subscription; name: string; sessionId: string },
): Promise<void> {
  if (!isHerself(actor)) throw new NotFound(refusals.thereIsNoSuchPage)
  const { personId, at } = actor
  const hash = hashOf(subscription.endpoint)
  const { count } = await tx
    .selectFrom('pushDevice')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('personId', '=', personId)
    .where('hash', '<>', hash)
    .executeTakeFirstOrThrow()
  if (count >= mostDevices) throw new Conflict(t.tooMany({ n: mostDevices }))
  const values = {
    personId,
    name,
    sessionId,
    sealed: seal(secret, JSON.stringify(subscription)),
    madeAt: at,
    toldAt: null,
    failingSince: null,
  }
  await upsertRow(tx.insertInto('pushDevice'), { hash }, values)
  await record(tx, actor, { action: 'push.added', subject: `person:${personId}` })
}

/** Forgets a device of the actor. */
export async function removeDevice(tx: Tx, actor: Actor, id: number): Promise<void> {
  if (!isHerself(actor)) throw new NotFound(refusals.thereIsNoSuchPage)
  const gone = await tx.deleteFrom('pushDevice').where('id', '=', id).where('personId', '=', actor.personId).executeTakeFirst()
  if (gone.numDeletedRows === 0n) throw new NotFound(t.deviceNotFound)
  await record(tx, actor, { action: 'push.removed', subject: `person:${actor.personId}` })
}

/** Those who carry it say that a device is no more. */
export const dropDevice = (tx: Tx, id: number) => tx.deleteFrom('pushDevice').where('id', '=', id).execute()

/** Notes whether a device was told; one that takes nothing for weeks is forgotten. */
export async function noteDevice(tx: Tx, id: number, told: boolean, at: Date): Promise<void> {
  await tx
    .updateTable('pushDevice')
    .set((e) => (told ? { toldAt: at, failingSince: null } : { failingSince: e.fn.coalesce('failingSince', e.val(at)) }))
    .where('id', '=', id)
    .execute()
  await tx
    .deleteFrom('pushDevice')
    .where('id', '=', id)
    .where('failingSince', '<', new Date(at.getTime() - forgetAfter))
    .execute()
}

/** Remembers that these were told. */
export async function noteTold(tx: Tx, personId: number, keys: readonly string[], at: Date): Promise<void> {
  await insertNew(
    tx.insertInto('pushTold'),
    keys.map((key) => ({ personId, key, toldAt: at })),
  )
}

/** Forgets what was told long ago. */
export const dropTold = (tx: Tx, at: Date) =>
  tx
    .deleteFrom('pushTold')
    .where('toldAt', '<', new Date(at.getTime() - toldFor))
    .execute()
