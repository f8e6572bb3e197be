import { type Insertable, sql } from 'kysely'
import type { Site } from '../config.ts'
import { enqueue } from '../lib/db/enqueue.ts'
import { insertAll, insertNew, insertOne, insertRow, listRows, type Tx, updateRows } from '../lib/db/rows.ts'
import type { DB } from '../lib/db/schema.ts'
import { generateDkimKey } from '../lib/mail/dkim.ts'
import { withCrlf } from '../lib/mail/header-block.ts'
import { clipped, oneLine } from '../lib/mail/one-line.ts'
import { PASSED_FIELD } from '../lib/mail/pass-on.ts'
import { seal } from '../lib/sealed.ts'
import { reaches } from '../vendor-side-queries.ts'
import type { DueFacts } from '../waiting.ts'
import { asWanted } from './choices-actions.ts'
import { letterKey } from './once.ts'
import { parkLetter } from './parked-actions.ts'
import { findAnswerAddress, findSigningKeys, findSiteName, forwardedKind } from './queries.ts'
import { domainOf, type Letter, type LetterKind } from './rules.ts'
import { closeLetter } from './secrecy-actions.ts'
import { withoutTokens } from './secrecy-rules.ts'
import type { Refusal } from './sending.ts'
import { closeWritten, writeLetter } from './write.ts'

export { chooseWay, chooseWeek, mute, takeWeek, takeWeekLines } from './choices-actions.ts'
export { cancelDeliveries, noteIncident, pullDeliveriesForward, queueForSubscriptions, withdrawWaiting } from './delivery-actions.ts'
export { cancelPosts, eraseLettersTo, letGo, removeLetters, rewordLetter } from './erasure-actions.ts'
export { mayAnswerWriter, mayConfirm, tellNotDone } from './not-done-actions.ts'

// Of a subject so much is kept beside the mail itself.
const longestSubject = 500

/**
 * Puts a letter into the outbox, composed; it leaves once the transaction has committed. What does not say that it is plain, or carries a
 * token, is its reader's alone: it rests sealed and is shown to nobody. One that cannot be composed is parked with its reason: it costs
 * nobody else a letter, and undoes nothing of what it tells.
 * It comes as its reader wants letters of its kind: what comes weekly, or not at all, does not go out; what can wait leaves in their morning.
 * @returns the letter's id; 0 where none goes out
 */
export async function sendLetter(tx: Tx, site: Site, at: Date, written: Letter): Promise<number> {
  const wanted = await asWanted(tx, site, at, written)
  if (!wanted) return 0
  const { asks, replyTo } = wanted.letter
  const letter = asks && !replyTo ? { ...wanted.letter, replyTo: await findAnswerAddress(tx, site.mailDomain, asks) } : wanted.letter
  const { kind, personId = null, listId = null, to } = letter
  const subject = clipped(withoutTokens(oneLine(letter.subject)), longestSubject)
  const bytes = await writeLetter(site, at, letter, await findSiteName(tx)).catch((error: Error) => error)
  const kept = closeWritten(site, letter, bytes instanceof Error ? Buffer.alloc(0) : bytes, at)
  const key = letterKey(site.secret, { kind, to: to.email }, withoutTokens(`${subject}\n${letter.text}`))
  const { id, known } = await keepLetter(tx, { ...kept, kind, personId, listId, subject, createdAt: at, key })
  if (known) return id
  if (bytes instanceof Error) await parkLetter(tx, site, id, letter, bytes, at)
  else await queueLetter(tx, id, to.email, at, wanted.leavesAt)
  if (letter.whileDue && wanted.leavesAt > at) await lookAgain(tx, { letterId: id, kind, of: letter.whileDue }, wanted.leavesAt)
  return id
}

// Long enough before it leaves that no lane holds it already.
const lookedAtBefore = 2 * 60_000

/** Just before a letter leaves that waits for the morning, its domain is asked whether it still has to. */
const lookAgain = (tx: Tx, waiting: { letterId: number; kind: LetterKind; of: DueFacts }, leavesAt: Date): Promise<void> =>
  enqueue(tx, 'outbox.lookAgain', waiting, { runAt: new Date(leavesAt.getTime() - lookedAtBefore) })

/** Keeps a letter, unless the same job has kept it in an earlier run. */
async function keepLetter(tx: Tx, letter: Insertable<DB['letter']> & { key: string | null }): Promise<{ id: number; known: boolean }> {
  const row = await tx
    .insertInto('letter')
    .values(letter)
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (row) return { id: row.id, known: false }
  const { id } = await tx.selectFrom('letter').select('id').where('key', '=', letter.key).executeTakeFirstOrThrow()
  return { id, known: true }
}

/**
 * Puts a mail that is composed already into the outbox, for some addresses; it is theirs alone.
 * @returns the letter's id
 */
export async function queueMail(
  tx: Tx,
  site: Site,
  { kind, subject, bytes, to, personId }: { kind: string; subject: string; bytes: Uint8Array; to: string[]; personId?: number },
  at: Date,
): Promise<number> {
  const raw = Buffer.from(bytes)
  const kept = closeLetter(site.secret, { kind, bytes: raw, secret: true, at })
  const said = clipped(withoutTokens(oneLine(subject)), longestSubject)
  const key = letterKey(site.secret, { kind, to: to.join(' ') }, raw)
  const { id, known } = await keepLetter(tx, { ...kept, kind, subject: said, personId: personId ?? null, createdAt: at, key })
  if (known) return id
  for (const email of new Set(to.map((one) => one.toLowerCase()))) await queueLetter(tx, id, email, at)
  return id
}

/** Queues a kept letter for one more address, to leave at once or later. */
export async function queueLetter(tx: Tx, letterId: number, email: string, at: Date, nextAt = at): Promise<void> {
  await insertRow(tx.insertInto('delivery'), { letterId, email: email.toLowerCase(), domain: domainOf(email), queuedAt: at, nextAt })
}

/**
 * Queues posts of a list for everyone who receives each mail and wants these: not while they pause, not their own where they do not want
 * them, not those of threads and topics that they mute, not of a list that is not for them; whoever follows a thread gets each mail of it. One statement, however many subscribers there are. What was posted is noted for the digests.
 * @param addressed who stands in To or Cc of which post, and may not want a second copy
 */
export async function queuePosts(
  tx: Tx,
  listId: number,
  messageIds: number[],
  at: Date,
  addressed: { messageId: number; email: string }[] = [],
): Promise<number> {
  await sql`insert into post (message_id, list_id, posted_at) select id, ${listId}, ${at} from unnest(${messageIds}::bigint[]) as m (id)
    on conflict do nothing`.execute(tx)
  const follows = sql`exists (select from thread_choice c
    where c.person_id = s.person_id and c.thread_id = m.thread_id and c.choice = 'follow')`
  const { numAffectedRows } = await sql`
    insert into delivery (message_id, subscription_id, email, domain, queued_at, next_at)
    select m.id, s.id, a.email, split_part(a.email, '@', 2), ${at}, ${at}
    from shared_message m
    cross join shared_subscription s join shared_address a on a.id = s.address_id
    where m.id = any(${messageIds}::bigint[])
      and s.list_id = ${listId} and s.ended_at is null and s.suspended_at is null
      and ${reaches(sql`(select l.archive from shared_list l where l.id = ${listId})`, sql.ref('s.person_id'), at)}
      and not exists (select from thread_choice c where c.person_id = s.person_id and c.thread_id = m.thread_id and c.choice = 'mute')
      and (s.receiving = 'each' or ${follows})
      and (s.paused_until is null or s.paused_until <= ${at})
      and (s.own_posts or m.person_id is distinct from s.person_id)
      and (s.when_addressed or not exists (
        select from unnest(${addressed.map((one) => one.messageId)}::bigint[], ${addressed.map((one) => one.email)}::text[]) as x (id, email)
        join shared_address own on own.email = x.email where x.id = m.id and own.person_id = s.person_id and own.verified_at is not null))
      and (${follows}
        or not exists (select from subscription_topic t where t.subscription_id = s.id and t.choice = 'mute' and t.topic = any(m.topics)))
      and (not s.only_topics or ${follows} or exists (
        select from subscription_topic t where t.subscription_id = s.id and t.choice = 'follow' and t.topic = any(m.topics)))
    order by m.id, s.id`.execute(tx)
  return Number(numAffectedRows ?? 0)
}

/**
 * Forwards a mail as it is, to those who see to a list or to the site; the envelope is ours, so its bounces come to us.
 * @param list the list whose matter it is; null: the site's
 * @param through the address it came to; the mail says so, and is known when it comes back
 */
export async function forwardMail(
  tx: Tx,
  site: Site,
  list: { id: number } | null,
  raw: Uint8Array,
  { to, subject, through, at }: { to: readonly { email: string }[]; subject: string; through: string; at: Date },
): Promise<void> {
  const letterId = await insertOne(tx.insertInto('letter'), {
    // Answers to letters of ours end here too, with all that they quote.
    ...closeLetter(site.secret, {
      kind: forwardedKind,
      bytes: withCrlf(Buffer.concat([Buffer.from(`${PASSED_FIELD}: ${through}\r\n`), raw])),
      secret: true,
      at,
    }),
    kind: forwardedKind,
    listId: list?.id,
    subject: withoutTokens(subject),
    createdAt: at,
  })
  for (const { email } of to) await queueLetter(tx, letterId, email, at)
}

/** Keeps what was found about posts at the door; their ARC set repeats it when they go out. */
export async function keepVerdicts(tx: Tx, verdicts: { messageId: number; results: string; arc: string }[]): Promise<void> {
  await insertNew(tx.insertInto('messageAuthentication'), verdicts)
}

export interface BounceReport {
  inboundId: number
  deliveryId: number
  kind: string
  recipients: { address: string; permanent: boolean; class: string; status: string | null; diagnostic: string | null }[]
  at: Date
}

/** Words of another server as they can be kept: without what acts, and without zeros, of which the database has none. */
const keptWords = (text: string): string => withoutTokens(text.replaceAll('\0', ' '))

/** Keeps what a bounce says as evidence. The recipient is the one of our delivery; what the bounce claims is only read, not believed. */
export async function recordBounces(tx: Tx, { inboundId, deliveryId, kind, recipients, at }: BounceReport): Promise<void> {
  const delivery = await tx.selectFrom('delivery').select('email').where('id', '=', deliveryId).executeTakeFirst()
  const [first] = recipients
  if (!delivery || kind === 'none') return
  await insertRow(tx.insertInto('bounce'), {
    inboundId,
    deliveryId,
    kind,
    email: delivery.email,
    class: first?.class ?? 'unknown',
    permanent: first?.permanent ?? false,
    status: first?.status ?? null,
    diagnostic: keptWords(first?.diagnostic ?? ''),
    at,
  })
}

/** Refusals by the relay while it talks to us: evidence like a bounce that comes by mail. */
export async function recordRefusals(tx: Tx, refusals: Refusal[], at: Date): Promise<void> {
  const known = { inboundId: null, kind: 'bounce', permanent: true, at }
  const rows = refusals.map((refusal) => ({ ...refusal, ...known, diagnostic: keptWords(refusal.diagnostic) }))
  await insertAll(tx.insertInto('bounce'), rows)
}

// Any constant will do, as long as all processes take the same: with a quota, lanes take turns.
const quotaLock = 7_274

/**
 * Takes up to `wanted` messages out of what the relay still takes within 24 hours; a negative number gives back what was not used.
 * @returns how many may be sent
 */
export async function reserveQuota(tx: Tx, quota: number, wanted: number, now: Date): Promise<number> {
  await sql`select pg_advisory_xact_lock(${quotaLock})`.execute(tx)
  const { rows } = await sql<{
    sent: number
  }>`select coalesce(sum(sent), 0)::int as sent from relay_hour where hour > ${now}::timestamptz - interval '24 hours'`.execute(tx)
  const granted = Math.min(wanted, Math.max(0, quota - (rows[0]?.sent ?? 0)))
  if (granted !== 0)
    await sql`insert into relay_hour (hour, sent) values (date_trunc('hour', ${now}::timestamptz), ${granted})
      on conflict (hour) do update set sent = relay_hour.sent + ${granted}`.execute(tx)
  return granted
}

/** All lanes wait until then; a longer pause stays. */
export async function pauseRelay(tx: Tx, until: Date, reason: string): Promise<void> {
  await sql`insert into relay_pause (until, reason) values (${until}, ${reason.slice(0, 500)})
    on conflict (id) do update set until = greatest(relay_pause.until, excluded.until), reason = excluded.reason`.execute(tx)
}

/** The operator knows; they are not told again for a day. */
export async function markPauseTold(tx: Tx, at: Date): Promise<void> {
  await tx.updateTable('relayPause').set({ toldAt: at }).execute()
}

/** A key as others may know it. */
interface PublishedKey {
  selector: string
  publicKey: string
}

/**
 * The keys that sign for our mail domain, each made once: what has the first alone gets the second. What another secret sealed signs no more:
 * then others do.
 */
export async function ensureSigningKeys(tx: Tx, site: Site, at: Date): Promise<{ rsa: PublishedKey; ed25519: PublishedKey }> {
  await sql`select pg_advisory_xact_lock(${quotaLock})`.execute(tx)
  const newest = await findSigningKeys(tx, site.mailDomain)
  const usable = await findSigningKeys(tx, site.mailDomain, site.secret)
  const signing = async (type: 'rsa' | 'ed25519') => {
    const found = usable[type]
    if (!found) return makeSigningKey(tx, site, type, at)
    // Of a secret that came back: who looks for what is to be published takes the newest.
    if (found.selector !== newest[type]?.selector)
      await updateRows(tx.updateTable('signingKey'), { domain: site.mailDomain, selector: found.selector }, { createdAt: at })
    return found
  }
  return { rsa: await signing('rsa'), ed25519: await signing('ed25519') }
}

async function makeSigningKey(tx: Tx, site: Site, type: 'rsa' | 'ed25519', at: Date): Promise<PublishedKey> {
  const { privatePem, publicPem } = await generateDkimKey(type)
  const month = `${type[0]}${at.toISOString().slice(0, 7).replace('-', '')}`
  const taken = await listRows(tx.selectFrom('signingKey').where('selector', 'like', `${month}%`), { domain: site.mailDomain }, [
    'selector',
  ])
  const selector = taken.length === 0 ? month : `${month}-${taken.length + 1}`
  await tx
    .insertInto('signingKey')
    .values({ domain: site.mailDomain, selector, privateKey: seal(site.secret, privatePem), publicKey: publicPem, createdAt: at })
    .execute()
  return { selector, publicKey: publicPem }
}
