import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { type Actor, program } from '../actor.ts'
import type { MailedAnswer } from '../answer.ts'
import { packRaw, type RawMail, storeRaw } from '../archive/actions.ts'
import type { Site } from '../config.ts'
import { Invalid } from '../errors.ts'
import { findDeskHolders, findDeskWriter } from '../groups/queries.ts'
import { recorderOf } from '../journal/actions.ts'
import { enqueue } from '../lib/db/enqueue.ts'
import { insertOne, type Tx, updateRows } from '../lib/db/rows.ts'
import { oneByOne, sameSince } from '../lib/db/sent-again.ts'
import { composeLetter } from '../lib/mail/compose.ts'
import { type Digest, digest } from '../lib/mail/digest.ts'
import type { Mailbox, ParsedMessage } from '../lib/mail/message.ts'
import { readMessage } from '../lib/mail/parse.ts'
import { passOn, sendAs } from '../lib/mail/pass-on.ts'
import { readSubject } from '../lib/mail/subject.ts'
import { pluck } from '../lib/pluck.ts'
import { sealReply } from '../lib/token/seal.ts'
import { refusals, textsOf } from '../lib/ui/words.ts'
import { getDesk, type RoleAddress } from '../list/queries.ts'
import { queueMail } from '../outbox/actions.ts'
import { deskAudience } from '../policy.ts'
import { indexDocuments } from '../search/actions.ts'
import { utcDay } from '../time.ts'
import { type LetterFile, letterFiles } from './files-rules.ts'
import { findExchange, findMail, getExchange, isKept } from './queries.ts'
import { type KeptBack, stateAfter } from './rules.ts'

/** Writes what happened to an exchange. */
export const recordExchange = recorderOf('correspondence')

const t = textsOf('correspondence', 'actions')

interface Kept {
  direction: 'in' | 'out'
  digest: Digest
  /** Bytes that are kept already, or to be kept. */
  raw: number | RawMail
  counterpart: Mailbox
  to: string[]
  sentAt: Date
  personId?: number
  letterId?: number
  keptBack?: KeptBack
  /** From an old mailbox: whatever it asked was answered long ago. */
  imported?: boolean
  /** The import that brought it, and can be taken back. */
  importId?: number
  answerExpected?: boolean
  /** The exchange that it is written into; found where not given. */
  exchangeId?: number
}

const day = 86_400_000
/** Days until an answer of ours is due, unless somebody says otherwise. */
const answerWithin = 14

/**
 * Keeps one mail of an address in its exchange, and finds or begins that.
 * @returns undefined when the address has this very mail already
 */
export async function keepExchangeMail(
  tx: Tx,
  actor: Actor,
  desk: RoleAddress,
  kept: Kept,
): Promise<{ id: number; exchangeId: number } | undefined> {
  // Two mails of one exchange at the same instant must not both begin it.
  await tx.selectFrom('sharedRoleAddress as roleAddress').select('id').where('id', '=', desk.id).forUpdate().execute()
  const { direction, counterpart, sentAt, imported = false, keptBack = '' } = kept
  const { messageId, contentHash, refs, subject, fromName, fromEmail, text, attachments } = kept.digest
  if (await isKept(tx, desk.id, kept.digest)) return undefined
  const { base } = readSubject(subject)
  const lookup = { ids: [messageId, ...refs], counterpart: counterpart.address.toLowerCase(), base: base.toLowerCase() }
  const found = kept.exchangeId ?? (await findExchange(tx, desk.id, lookup))
  const exchangeId = found ?? (await beginExchange(tx, desk, kept, base || subject))
  const id = await insertOne(tx.insertInto('correspondenceMail'), {
    correspondenceId: exchangeId,
    addressId: desk.id,
    rawId: typeof kept.raw === 'number' ? kept.raw : await storeRaw(tx, kept.raw),
    messageId,
    contentHash,
    refs,
    direction,
    subject,
    fromName,
    fromEmail,
    toEmails: kept.to,
    text,
    attachments: attachments.length,
    files: JSON.stringify(letterFiles(attachments)),
    personId: kept.personId ?? null,
    letterId: kept.letterId ?? null,
    keptBack,
    imported,
    importId: kept.importId ?? null,
    sentAt,
    keptAt: actor.at,
  })
  await tx
    .updateTable('correspondence')
    .set((e) => ({
      mails: e('mails', '+', 1),
      firstAt: e.fn('least', [e.ref('firstAt'), e.val(sentAt)]),
      lastAt: e.fn('greatest', [e.ref('lastAt'), e.val(sentAt)]),
    }))
    .where('id', '=', exchangeId)
    .execute()
  if (!imported && keptBack === '') await turn(tx, exchangeId, direction, kept.answerExpected ?? false, actor.at)
  await indexLetter(tx, id)
  return { id, exchangeId }
}

/** Puts a mail of a role's correspondence into the index, for the holders of the role. */
export async function indexLetter(tx: Tx, id: number): Promise<void> {
  const letter = await tx
    .selectFrom('correspondenceMail')
    .innerJoin('sharedRoleAddress as roleAddress', 'roleAddress.id', 'correspondenceMail.addressId')
    .selectAll('correspondenceMail')
    .select(['roleAddress.role', 'roleAddress.groupId', 'roleAddress.communityId'])
    .where('correspondenceMail.id', '=', id)
    .executeTakeFirst()
  if (!letter) return
  const files = (letter.files ?? []) as unknown as LetterFile[]
  await indexDocuments(tx, [
    {
      kind: 'correspondence',
      subjectId: id,
      audience: deskAudience(letter),
      ...(letter.groupId === null ? {} : { groupId: letter.groupId }),
      at: letter.sentAt,
      author: letter.fromName,
      title: letter.subject,
      body: letter.text,
      language: 'en',
      attachment: letter.attachments > 0,
      files: files.map(({ name, sha256 }) => ({ name, sha256: sha256 === undefined ? undefined : Buffer.from(sha256, 'hex') })),
    },
  ])
}

/** Notes the files of a letter that was kept before they were noted. */
export async function noteFiles(tx: Tx, id: number, files: LetterFile[]): Promise<void> {
  await updateRows(tx.updateTable('correspondenceMail'), { id, files: null }, { files: JSON.stringify(files) })
  await indexLetter(tx, id)
}

async function beginExchange(tx: Tx, desk: { id: number }, { counterpart, sentAt, imported, keptBack }: Kept, subject: string) {
  return insertOne(tx.insertInto('correspondence'), {
    addressId: desk.id,
    counterpart: counterpart.address.toLowerCase(),
    counterpartName: counterpart.name,
    subject,
    // What was kept back waits for nobody; a person may open it.
    state: imported || keptBack ? 'answered' : 'open',
    firstAt: sentAt,
    lastAt: sentAt,
  })
}

/** After a mail it is another's turn, with two weeks for an answer. */
export async function turn(tx: Tx, exchangeId: number, direction: 'in' | 'out', answerExpected: boolean, at: Date): Promise<void> {
  const state = stateAfter(direction, answerExpected)
  const answerBy = state === 'answered' ? null : utcDay(new Date(at.getTime() + answerWithin * day))
  await tx.updateTable('correspondence').set({ state, answerBy }).where('id', '=', exchangeId).execute()
}

export interface Incoming {
  raw: Uint8Array
  rawId: number
  message: ParsedMessage
  receivedAt: Date
  keptBack?: KeptBack
}

const plausible = (date: Date | null, receivedAt: Date): Date => (date && date.getTime() <= receivedAt.getTime() + day ? date : receivedAt)

/**
 * A mail has come for a role: it is kept, and passed on to those who hold the role today.
 * @returns what became of it, in a few words
 */
export async function receiveForRole(tx: Tx, actor: Actor, site: Site, desk: RoleAddress, incoming: Incoming): Promise<string> {
  const { raw, rawId, message, receivedAt, keptBack } = incoming
  const read = digest(message, raw)
  const counterpart = message.replyTo[0] ?? message.from ?? { name: read.fromName, address: read.fromEmail }
  const kept = await keepExchangeMail(tx, actor, desk, {
    direction: 'in',
    digest: read,
    raw: rawId,
    counterpart,
    to: [...message.to, ...message.cc].map(({ address }) => address.toLowerCase()),
    sentAt: plausible(message.date, receivedAt),
    keptBack,
  })
  if (!kept) return 'correspondence: kept before'
  if (keptBack) return `correspondence: kept back, ${keptBack}`
  return `correspondence: passed on to ${await passToHolders(tx, actor, site, desk, { id: kept.id, subject: read.subject, raw })}`
}

/** A mail goes on to those who hold the role today. @returns how many they are */
export async function passToHolders(
  tx: Tx,
  actor: Actor,
  site: Site,
  desk: RoleAddress,
  { id, subject, raw }: { id: number; subject: string; raw: Uint8Array },
): Promise<number> {
  const to = pluck(await findDeskHolders(tx, desk, actor.at), 'email')
  const replyTo = `reply+${sealReply(site.secret, 'correspondence', id)}@${site.mailDomain}`
  const bytes = passOn(raw, { as: { name: desk.title, address: `${desk.name}@${site.mailDomain}` }, replyTo })
  await queueMail(tx, site, { kind: 'office.passed-on', subject, bytes, to }, actor.at)
  return to.length
}

/** What is written to a counterpart. */
export interface Outgoing {
  subject: string
  text: string
  /** An answer is expected; without a day within two weeks. */
  answerExpected: boolean
  answerBy?: string
}

/**
 * Somebody who holds a role writes from its address: an answer, or, without `exchangeId`, something new.
 * @returns the exchange
 * @throws NotFound to those who do not read the address
 */
export async function writeFromRole(
  tx: Tx,
  actor: Actor,
  site: Site,
  deskName: string,
  target: { exchangeId: number } | { to: Mailbox },
  { subject, text, answerExpected, answerBy }: Outgoing,
): Promise<number> {
  const desk = await getDesk(tx, actor, deskName)
  if (desk.closedAt !== null) throw new Invalid(t.roleMailboxClosedCantSend)
  const exchange = 'exchangeId' in target ? await getExchange(tx, desk, target.exchangeId) : undefined
  const to = exchange ? { name: exchange.counterpartName, address: exchange.counterpart } : (target as { to: Mailbox }).to
  if (to.address.toLowerCase().endsWith(`@${site.mailDomain}`) && !('exchangeId' in target))
    throw new Invalid(refusals.pleaseLookAgain, { to: t.addressBelongsSiteWriteOwn })
  // Their newest mail is what is answered; where they have not written yet, ours is followed up.
  const newest = exchange?.mails.toSorted((a, b) => a.id - b.id)
  const last = newest?.findLast((mail) => mail.direction === 'in') ?? newest?.at(-1)
  const raw = await composeLetter({
    from: { name: `${actor.name}, ${desk.title}`, address: `${desk.name}@${site.mailDomain}` },
    to,
    subject,
    text: `${text}\n`,
    // Written by a person: an automatic mark would let others' programs ignore it (RFC 3834 §5).
    headers: { 'Auto-Submitted': 'no' },
    messageId: `${randomUUID()}@${site.mailDomain}`,
    inReplyTo: last?.messageId,
    references: last && [...last.refs.slice(-20), last.messageId],
    date: actor.at,
  })
  const before = await findSame(tx, actor, desk, to, digest(readMessage(raw), raw))
  return before ?? sendOut(tx, actor, site, desk, { raw, to, exchangeId: exchange?.id, answerExpected, answerBy })
}

/** Where a letter stands that a form has sent already which comes again: nobody outside gets it twice. Undefined for a new one. */
async function findSame(
  tx: Tx,
  { personId, at }: Actor,
  desk: RoleAddress,
  to: Mailbox,
  { subject, text }: Digest,
): Promise<number | undefined> {
  await oneByOne(tx, `letter ${personId} role-address:${desk.id}`)
  const same = await tx
    .selectFrom('correspondenceMail')
    .select('correspondenceId')
    .where((e) => e.and({ addressId: desk.id, personId: personId ?? 0, direction: 'out', subject, text }))
    .where(sql<boolean>`${to.address.toLowerCase()} = any(to_emails)`)
    .where('keptAt', '>', sameSince(at))
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return same?.correspondenceId
}

interface Sending {
  raw: Buffer
  to: Mailbox
  exchangeId?: number
  answerExpected: boolean
  answerBy?: string
}

async function sendOut(
  tx: Tx,
  actor: Actor,
  site: Site,
  desk: RoleAddress,
  { raw, to, exchangeId, answerExpected, answerBy }: Sending,
): Promise<number> {
  const read = digest(readMessage(raw), raw)
  const personId = actor.personId as number
  const letterId = await queueMail(
    tx,
    site,
    { kind: 'office.written', subject: read.subject, bytes: raw, to: [to.address], personId },
    actor.at,
  )
  const kept = await keepExchangeMail(tx, actor, desk, {
    direction: 'out',
    digest: read,
    raw: await packRaw(raw),
    counterpart: to,
    to: [to.address.toLowerCase()],
    sentAt: actor.at,
    personId,
    letterId,
    exchangeId,
    answerExpected,
  })
  if (!kept) throw new Invalid(t.emailAlreadySent)
  if (answerBy) await tx.updateTable('correspondence').set({ answerBy }).where('id', '=', kept.exchangeId).execute()
  await recordExchange(tx, actor, { id: kept.exchangeId, groupId: desk.groupId }, 'correspondence.written', { mailId: kept.id })
  return kept.exchangeId
}

/**
 * The answer of a holder to a mail that was passed on to them: it goes out from the role's address, and is kept.
 * @returns what became of it, in a few words
 */
export async function answerByMail(tx: Tx, site: Site, { id, from, at }: MailedAnswer<'correspondence'>, raw: Uint8Array): Promise<string> {
  const actor: Actor = { ...program(at), via: 'mail' }
  const answered = await findMail(tx, id)
  const desk =
    answered &&
    (await tx.selectFrom('sharedRoleAddress as roleAddress').selectAll().where('id', '=', answered.addressId).executeTakeFirst())
  if (!answered || !desk) return 'dropped: the exchange is gone'
  const writer = desk.closedAt === null ? await findDeskWriter(tx, desk, from, actor.at) : undefined
  if (!writer) return 'dropped: the writer does not hold this role'
  const address: RoleAddress = { ...desk, group: null, groupSlug: null, community: null }
  const to = { name: answered.counterpartName, address: answered.counterpart }
  const bytes = sendAs(raw, { from: { name: `${writer.name}, ${desk.title}`, address: `${desk.name}@${site.mailDomain}` }, to })
  const exchangeId = answered.correspondenceId
  // A mail program that sends twice, or a front that hands over twice, must not write to the counterpart twice.
  if (await isKept(tx, desk.id, digest(readMessage(bytes), bytes))) return 'correspondence: sent before'
  await sendOut(tx, { ...actor, personId: writer.id }, site, address, { raw: bytes, to, exchangeId, answerExpected: false })
  return 'correspondence: answered'
}

/** The gate has refused an answer to a mail of a role: who is proven to have written it hears that it did not go out. */
export async function refuseAnswerByMail(tx: Tx, mailId: number, from: string): Promise<void> {
  const answered = await findMail(tx, mailId)
  if (answered) await enqueue(tx, 'office.notSent', { email: from, deskId: answered.addressId })
}

/**
 * Notes that those whom it concerns hear that an answer is late.
 * @returns false where it is late no more, or they have heard of it
 */
export async function noteLateTold(tx: Tx, id: number, today: string): Promise<boolean> {
  const row = await tx
    .updateTable('correspondence')
    .set((e) => ({ lateTold: e.ref('answerBy') }))
    .where('id', '=', id)
    .where('state', '<>', 'answered')
    .where('answerBy', '<', today)
    .where((e) => e('lateTold', 'is distinct from', e.ref('answerBy')))
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}
