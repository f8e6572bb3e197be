import { createHash, randomBytes, randomInt } from 'node:crypto'
import { sql } from 'kysely'
import { countRows, type Db, idsOf, insertOne, insertRow, listRows, type Tx } from '../../lib/db/rows.ts'
import { countedAs } from '../../lib/mail/domain.ts'
import { codeLasts, digits, keep, mayBeTyped, mostIn } from './codes-rules.ts'

/** Who asks for a code: the address, and the lane of the browser ('' for one that never held a session of the address's person). */
interface Ask {
  email: string
  lane: string
}

const whoOf = (secret: string, email: string): Buffer => keep(secret, 'who', countedAs(email))
const hash = (text: string): Buffer => createHash('sha256').update(text).digest()

/**
 * Takes a place among the codes of an hour, for a letter that is still to be written; alike for an address that is nobody's.
 * @returns undefined where they are used up: those who have them hold as many codes that still open
 */
export async function askForCode(tx: Tx, at: Date, secret: string, { email, lane }: Ask): Promise<number | undefined> {
  const who = whoOf(secret, email)
  await sql`select pg_advisory_xact_lock(${who.readBigInt64BE(0)}::bigint)`.execute(tx)
  const count = await countRows(
    tx
      .selectFrom('signInCode')
      .where('who', '=', who)
      .where('lane', '=', lane)
      .where('spentAt', 'is', null)
      .where('askedAt', '>', new Date(at.getTime() - codeLasts)),
  )
  if (count >= mostIn(lane)) return undefined
  return insertOne(tx.insertInto('signInCode'), { who, lane, askedAt: at })
}

/**
 * Makes the code of a place that was taken: digits to type, and a long key for the link.
 * @param id undefined for one that the house itself makes, which uses nobody's places up
 */
export async function makeCode(tx: Tx, at: Date, secret: string, email: string, id?: number): Promise<{ code: string; key: string }> {
  const code = String(randomInt(10 ** digits)).padStart(digits, '0')
  const key = randomBytes(24).toString('base64url')
  const made = { expiresAt: new Date(at.getTime() + codeLasts), code: keep(secret, 'code', code), key: hash(key) }
  if (id !== undefined) await tx.updateTable('signInCode').set(made).where('id', '=', id).execute()
  else await insertRow(tx.insertInto('signInCode'), { who: whoOf(secret, email), lane: 'house', askedAt: at, ...made })
  return { code, key }
}

/** What somebody typed or followed, and from where. */
interface Try {
  email: string
  typed: string
  network: string
  /** The browser, where it held a session of this address's person. */
  device?: string
}

/**
 * Spends the code that was typed, or whose link was followed. All that are alive are tried, so that a new one ends none before it; what is
 * wrong counts for each of them where it came from.
 * @returns whether it opens the account of this address
 */
export async function spendCode(tx: Tx, at: Date, secret: string, { email, typed, network, device }: Try): Promise<boolean> {
  const alive = await tx
    .selectFrom('signInCode')
    .select(['id', 'code', 'key', 'wrong'])
    .where('who', '=', whoOf(secret, email))
    .where('spentAt', 'is', null)
    .where('expiresAt', '>', at)
    .orderBy('id')
    .forUpdate()
    .execute()
  if (alive.length === 0) return false
  const spend = async (id: number) => {
    await tx.updateTable('signInCode').set({ spentAt: at }).where('id', '=', id).execute()
    return true
  }
  const key = hash(typed)
  const followed = alive.find((one) => one.key?.equals(key))
  if (followed) return spend(followed.id)

  const fromWhere = device === undefined ? `network:${network}` : `device:${device}`
  const ids = idsOf(alive)
  const tries = await listRows(tx.selectFrom('signInTry').where('codeId', 'in', ids), { fromWhere }, ['codeId', 'wrong'])
  const wrongHere = new Map(tries.map((one) => [one.codeId, one.wrong]))
  const open = alive.filter(({ id, wrong }) => mayBeTyped({ wrongHere: wrongHere.get(id) ?? 0, wrong, own: device !== undefined }))
  const code = keep(secret, 'code', typed)
  const right = open.find((one) => one.code?.equals(code))
  if (right) return spend(right.id)
  if (open.length === 0) return false
  await tx
    .insertInto('signInTry')
    .values(open.map(({ id }) => ({ codeId: id, fromWhere, wrong: 1 })))
    .onConflict((conflict) => conflict.columns(['codeId', 'fromWhere']).doUpdateSet({ wrong: sql`sign_in_try.wrong + 1` }))
    .execute()
  await tx.updateTable('signInCode').set({ wrong: sql`wrong + 1` }).where('id', 'in', idsOf(open)).execute()
  return false
}

/** Drops codes that are over, with what was tried at them. */
export async function sweepCodes(db: Db, at: Date): Promise<void> {
  await db
    .deleteFrom('signInCode')
    .where('askedAt', '<', new Date(at.getTime() - 2 * codeLasts))
    .execute()
}
