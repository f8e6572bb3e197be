import { createHash } from 'node:crypto'
import type { Actor } from '../../actor.ts'
import { record } from '../../journal/actions.ts'
import { isToldOutside } from '../../journal/queries.ts'
import { enqueue } from '../../lib/db/enqueue.ts'
import { changeRow, insertNewRow, type Tx } from '../../lib/db/rows.ts'
import type { Locale } from '../../lib/ui/format.ts'
import { guessZone } from '../zones-actions.ts'
import { nameDevice, rememberedDays } from './rules.ts'

/** How somebody has just come in, and from where. */
export interface Arrival {
  personId: number
  /** `code`, `passkey`, or an identity provider by its slug. */
  how: string
  /** Never a whole address. */
  network: string
  /** What the browser's own cookie holds. */
  key: string
  /** Does that cookie say that this person had a session in it? One that somebody else put into a browser, or took along, does not. */
  held: boolean
  userAgent: string | undefined
  /** What the browser says of its time zone. */
  zone: string | undefined
  /** In which language the page of the sign-in spoke; undefined where nobody asked for one that we speak. */
  language: Locale | undefined
}

const day = 86_400_000

/** Notes that somebody came in: who, how, from where, with which device, in which time zone. Of a new device they are told, save the very first time. */
export async function noteSignIn(tx: Tx, actor: Actor, arrival: Arrival): Promise<void> {
  const { personId, how, network, key, held } = arrival
  const { browser = null, system = null } = nameDevice(arrival.userAgent ?? null)
  const subject = `person:${personId}`
  const isKnown = (await rememberDevice(tx, personId, key, actor.at)) && held
  const isFirst = !isKnown && (await hasNeverComeIn(tx, subject))
  const details = { how, network, browser, system, newDevice: !isKnown }
  await record(tx, { ...actor, personId }, { action: 'person.signed-in', subject, details })
  if (!isKnown && !isFirst)
    await enqueue(tx, 'people.newDevice', { personId, userAgent: arrival.userAgent ?? null, network, at: actor.at.toISOString() })
  if (isFirst && arrival.language !== undefined) await speakAsRead(tx, personId, arrival.language)
  await guessZone(tx, actor, personId, arrival.zone, { again: true })
}

/** Whoever comes in for the first time goes on in the language in which they did so: that of who entered them here was a guess. */
const speakAsRead = (tx: Tx, personId: number, locale: Locale) =>
  tx.updateTable('person').set({ locale }).where('id', '=', personId).where('locale', '!=', locale).execute()

/** Remembers the browser; answers whether it was known. */
async function rememberDevice(tx: Tx, personId: number, key: string, at: Date): Promise<boolean> {
  const keyHash = createHash('sha256').update(key).digest()
  await tx
    .deleteFrom('device')
    .where('personId', '=', personId)
    .where('lastAt', '<', new Date(at.getTime() - rememberedDays * day))
    .execute()
  const known = await changeRow(tx.updateTable('device').returning('id'), { personId, keyHash }, { lastAt: at })
  if (known) return true
  const added = await insertNewRow(tx.insertInto('device').returning('id'), { personId, keyHash, firstAt: at, lastAt: at })
  return added === undefined
}

const hasNeverComeIn = async (tx: Tx, subject: string): Promise<boolean> =>
  (await tx
    .selectFrom('sharedJournal as journal')
    .select('id')
    .where('subject', '=', subject)
    .where('action', '=', 'person.signed-in')
    .limit(1)
    .executeTakeFirst()) === undefined && !(await isToldOutside(tx, subject))
