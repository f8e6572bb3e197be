import { type Actor, program } from '../../actor.ts'
import { type ClaimedMail, claimMails, parkMail, postponeMail, settleMails, takeOnce } from '../../archive/inbound-actions.ts'
import { readMemberWord } from '../../groups/user-groups/queries.ts'
import { type Guard, writeGuarded } from '../../guard.ts'
import { mayWorkLater } from '../../lib/db/away.ts'
import { enqueue } from '../../lib/db/enqueue.ts'
import { takeTurn } from '../../lib/db/limit.ts'
import { onOccasion } from '../../lib/db/occasion.ts'
import { idsOf, type Tx } from '../../lib/db/rows.ts'
import { isLeavingByButton } from '../../lib/mail/automatic.ts'
import { clipped, oneLine } from '../../lib/mail/one-line.ts'
import { matchesPattern } from '../../lib/mail/pattern.ts'
import { isDoubtful, mayWait, signaturesOf } from '../../lib/mail/proof-rules.ts'
import { trimReply } from '../../lib/mail/reply.ts'
import { largeMails } from '../../lib/semaphore.ts'
import type { Locale } from '../../lib/ui/format.ts'
import { keptOf } from '../../lib/ui/kept.ts'
import { inLanguage } from '../../lib/ui/language.ts'
import { withMemberWord } from '../../lib/ui/member-word.ts'
import { askToJoin, postMail, unsubscribe } from '../../list/actions.ts'
import { loadAims } from '../../list/bans/queries.ts'
import { runCommands } from '../../list/commands/actions.ts'
import { readCommands } from '../../list/commands/rules.ts'
import { settleByRule } from '../../list/moderation/actions.ts'
import { listApproved } from '../../list/moderation/queries.ts'
import { decideFate, type Fate, type HoldReason, laterBy, mayTellAuthor } from '../../list/moderation-rules/fate-rules.ts'
import { gatherFacts, judgeWritten, writtenBy } from '../../list/moderation-rules/queries.ts'
import { chainOfWritten, readChain } from '../../list/moderation-rules/rules.ts'
import { findListsByName, findPosters, listNames, type MailList } from '../../list/queries.ts'
import { listDeskNames } from '../../list/role-addresses/queries.ts'
import { type Destination, readDestination, whyNotJoin } from '../../list/rules.ts'
import { keepVerdicts } from '../../outbox/actions.ts'
import { findPersonByEmail } from '../../people/queries.ts'
import type { TaskContext } from '../../task.ts'
import { toMessage } from './digest.ts'
import { takeFromElsewhere } from './followed.ts'
import { whyKeptBack } from './kept-back.ts'
import { isMeantFor } from './named.ts'
import { passToAdministrators, passToOwners } from './passing.ts'
import { type ReadMail, readMail } from './read.ts'
import { repeatsItself } from './repeats.ts'
import {
  answersPerAddress,
  type Batch,
  hour,
  takeBounce,
  takeCase,
  takeDeliveryReport,
  takeForRole,
  takeReply,
  type Writer,
} from './takers.ts'

const batchSize = 50
// Who stands further back in a list of hundreds gets a second copy.
const mostAddressed = 200
// As much of what a mail calls itself and follows is handed on.
const longestThread = 10
const longestSubject = 300
const longestId = 300

/**
 * Sorts mails that wait: reads, authenticates, decides and archives them, a batch in one transaction.
 * A batch that fails is sorted mail by mail; the one that throws is parked and the queue goes on.
 * @returns how many were taken
 */
export async function sortMails(context: TaskContext): Promise<number> {
  try {
    return await writeGuarded(context, (tx, guard) => sortBatch(tx, guard, context, batchSize))
  } catch (error) {
    context.log.warn({ err: error }, 'a batch of mails failed; sorting them one by one')
    return sortOneByOne(context)
  }
}

async function sortOneByOne(context: TaskContext): Promise<number> {
  let taken = 0
  for (; taken < batchSize; taken++) {
    let id: number | undefined
    try {
      const found = await writeGuarded(context, (tx, guard) => sortBatch(tx, guard, context, 1, (claimed) => (id = claimed)))
      if (found === 0) break
    } catch (error) {
      // Trouble of the database is not the mail's: it waits and is tried again.
      if (id === undefined || mayWorkLater(error)) throw error
      const parked = id
      context.log.error({ err: error, inboundId: parked }, 'a mail could not be sorted and is parked')
      await context.write((tx) => parkMail(tx, parked, messageOf(error), context.now()))
    }
  }
  return taken
}

const messageOf = (error: unknown): string => String(error instanceof Error ? error.message : error)

// A mail that is read is in memory several times: as it came, in the parser's thread, in its parts. One batch of these at a time.
const largeBatch = 4 * 1024 * 1024

const endedTwice = keptOf('edges', 'parked')('endedTwice')

async function sortBatch(tx: Tx, guard: Guard, context: TaskContext, limit: number, told?: (id: number) => void): Promise<number> {
  let leave = (): void => {}
  let parked = 0
  const choose = async (mails: { id: number; size: number }[]): Promise<number> => {
    const items = mails.map(({ id }) => ({ key: `sort:${id}` }))
    // Before they are noted: while they wait for their turn they end no process.
    if (mails.reduce((bytes, { size }) => bytes + size, 0) > largeBatch) leave = await largeMails.take()
    const { ended, take } = await guard.begin(tx, items)
    for (const { id } of mails.slice(0, ended)) await parkMail(tx, id, endedTwice, context.now())
    await guard.setAside(tx, items.slice(0, ended))
    parked = ended
    return take
  }
  try {
    const sorted = await sortClaimed(tx, context, await claimMails(tx, limit, context.now(), choose), told)
    return parked + sorted
  } finally {
    leave()
  }
}

async function sortClaimed(tx: Tx, context: TaskContext, mails: ClaimedMail[], told = (_id: number): void => {}): Promise<number> {
  const now = context.now()
  if (mails.length === 0) return 0
  if (mails[0]) told(mails[0].id)
  const [names, deskNames] = [await listNames(tx), await listDeskNames(tx)]
  const reads: ReadMail[] = []
  for (const [i, read] of (await Promise.allSettled(mails.map((mail) => readMail(mail, context)))).entries()) {
    if (read.status === 'fulfilled') reads.push(read.value)
    else await parkMail(tx, mails[i]?.id as number, messageOf(read.reason), now)
  }
  const destinations = new Map(
    reads.map(({ mail }) => [
      mail.id,
      mail.rcptTo.map((address) => readDestination(address.slice(0, address.lastIndexOf('@')), names, deskNames)),
    ]),
  )
  const batch: Batch = { tx, context, now, ...(await findLists(tx, reads, destinations, now)), posts: new Map(), fates: [] }
  // What is answered at once says what a member is called, as letters do.
  await withMemberWord(await readMemberWord(tx), async () => {
    for (const read of reads) await sortMail(batch, read, destinations.get(read.mail.id) ?? [])
    await postAll(batch)
  })
  await settleMails(tx, batch.fates, now)
  return mails.length
}

/** Posts what the batch has for each list, in the order of the lists, so that two lanes never wait for each other's. */
async function postAll({ tx, now, posts }: Batch): Promise<void> {
  for (const { list, messages, verdicts, addressed } of [...posts.values()].sort((a, b) => a.list.id - b.list.id)) {
    const stored = await postMail(tx, { ...program(now), via: 'mail' }, list, messages, addressed)
    const found = stored.flatMap(({ id, duplicate }, i) => {
      const verdict = verdicts[i]
      // Without an answer of the DNS, nothing is sealed: neither that the chain holds, nor that it is broken.
      return duplicate || !verdict || verdict.arc.unanswered ? [] : [{ messageId: id, results: verdict.header, arc: verdict.arc.result }]
    })
    await keepVerdicts(tx, found)
  }
}

const listOf = (destination: Destination | undefined): string | undefined =>
  destination && 'list' in destination ? destination.list : undefined

/** What is asked of the database once for a whole batch: the lists that are written to, who writes to each, what was approved. */
async function findLists(
  tx: Tx,
  reads: ReadMail[],
  destinations: Map<number, (Destination | undefined)[]>,
  on: Date,
): Promise<Pick<Batch, 'lists' | 'writers' | 'approved' | 'aims'>> {
  const wanted = new Set([...destinations.values()].flat().flatMap((destination) => listOf(destination) ?? []))
  const lists = new Map((await findListsByName(tx, [...wanted])).map((list) => [list.name, list]))
  const writers: Batch['writers'] = new Map()
  for (const list of lists.values()) {
    const mine = reads.filter(({ mail }) => destinations.get(mail.id)?.some((destination) => listOf(destination) === list.name))
    writers.set(list.id, await findPosters(tx, list.id, [...new Set(mine.map(writerOf))], on))
  }
  const ids = reads.map(({ mail }) => mail.id)
  const approved = await listApproved(tx, ids)
  const aims = await loadAims(tx, idsOf([...lists.values()]), on)
  return { lists, writers, approved, aims }
}

async function sortMail(batch: Batch, read: ReadMail, destinations: (Destination | undefined)[]): Promise<void> {
  const fates: string[] = []
  const left = remaining(batch, read, destinations)
  const postpone = () => postponeMail(batch.tx, read.mail.id, new Date(batch.now.getTime() + laterBy(read.mail.attempts)))
  // Before anything is done, so that what waits for an answer of the name server is not done twice.
  if (mayWait(read.proof, read.mail.attempts) && left.some((destination) => destination && asksWhoWrote.has(destination.kind)))
    return postpone()
  for (const destination of left) {
    const language = destination && (await languageOf(batch, read, destination))
    const fate = language
      ? await onOccasion(occasionOf(read), () => inLanguage(language, () => sortTo(batch, read, destination)))
      : 'nobody'
    if (fate === 'later') return postpone()
    fates.push(fate)
  }
  batch.fates.push({ id: read.mail.id, fate: fates.join(', ') || 'nobody', proof: read.proof })
}

/** What is written to its author because of a mail stands in the thread of it. */
const occasionOf = ({ from, message: { subject, references, messageId } }: ReadMail) => ({
  from,
  subject: clipped(oneLine(subject), longestSubject),
  thread: messageId === null ? [] : [...references.slice(-longestThread), messageId].filter(({ length }) => length <= longestId),
})

/**
 * Where the mail still has to go. One that comes back by a moderator's decision goes to their list alone: elsewhere it has its
 * fate. Posts come first, since only they can be put off, and what was done for a mail that is put off is done again.
 */
function remaining({ approved, lists }: Batch, { mail }: ReadMail, destinations: (Destination | undefined)[]): (Destination | undefined)[] {
  if (mail.fate !== null)
    return destinations.filter(
      (destination) =>
        // Which list is followed there is asked when it is taken.
        destination?.kind === 'follow' || (destination?.kind === 'post' && approved.has(`${mail.id}:${lists.get(destination.list)?.id}`)),
    )
  return destinations.toSorted((a, b) => rankOf(a) - rankOf(b))
}

// What somebody's mail to these does depends on who wrote it. A post decides by its own rules whether it waits.
const asksWhoWrote = new Set<Destination['kind']>([
  'reply',
  'request',
  'subscribe',
  'unsubscribe',
  'owner',
  'postmaster',
  'report',
  'case',
  'desk',
])

/** What is answered to a mail, and why it is not taken, is in its writer's language; in the list's where nobody knows them. */
async function languageOf({ tx, lists }: Batch, { from }: ReadMail, destination: Destination): Promise<Locale> {
  if (!asksWhoWrote.has(destination.kind)) return 'en'
  const list = lists.get(listOf(destination) ?? '')
  const writer = from === '' ? undefined : await findPersonByEmail(tx, from)
  return (writer?.locale ?? list?.language ?? 'en') as Locale
}

// What can be put off comes first.
const rankOf = (destination: Destination | undefined): number => (destination?.kind === 'post' ? 0 : destination?.kind === 'desk' ? 1 : 2)

async function sortTo(batch: Batch, read: ReadMail, destination: Destination): Promise<string> {
  if (destination.kind === 'bounces') return takeBounce(batch, read, destination.token)
  if (destination.kind === 'reply') return takeReply(batch, read, destination.token)
  if (destination.kind === 'follow') return takeFromElsewhere(batch, read, destination.token)
  if (destination.kind === 'report') return takeDeliveryReport(batch, read)
  if (destination.kind === 'postmaster') return passToAdministrators(batch, read)
  if (destination.kind === 'desk') return takeForRole(batch, read, destination.name)
  const list = batch.lists.get(destination.list)
  if (!list) return 'nobody'
  if (cameTooLate(batch, read, list, destination)) return 'refused: the list is closed'
  if (destination.kind === 'post') return takePost(batch, read, list)
  if (destination.kind === 'owner') return passToOwners(batch, read, list)
  if (destination.kind === 'case') return takeCase(batch, read, list)
  return takeCommand(batch, read, list, destination.kind)
}

/** Did the list close while the mail was on its way? What a moderator had let through by then still goes there. */
const cameTooLate = ({ approved }: Batch, { mail }: ReadMail, list: MailList, { kind }: Destination): boolean =>
  list.closedAt !== null && (kind === 'case' || (kind === 'post' && !approved.has(`${mail.id}:${list.id}`)))

/** What becomes of a mail to a list by its rules; one that answers in the same words again and again waits for a moderator. */
async function judgePost(batch: Batch, read: ReadMail, list: MailList, writer: Writer): Promise<Fate> {
  const { mail, message, from, automatic, autoReply, proof } = read
  const byHand = mail.personId !== null
  const passedOn = proof === 'proven' && !isMeantFor(read, list.name)
  const arrived = { size: mail.raw.length, receivedAt: mail.receivedAt }
  const judged = byHand ? judgeWritten(message, arrived) : { ...arrived, message, from, proof, passedOn, automatic, autoReply }
  const facts = gatherFacts(list, batch.context.site.mailDomain, judged, writer, batch.aims)
  const chain = readChain(list.rules)
  const fate = decideFate(byHand ? chainOfWritten(chain) : chain, facts, mail.attempts, matchesPattern)
  if (fate.fate !== 'post') return fate
  const kept = await whyKeptBack(batch, read, list)
  if (kept) return { fate: 'hold', reason: kept }
  if (byHand || facts.writer === 'accept') return fate
  return (await repeatsItself(batch.tx, read, `list:${list.id}`, batch.now)) ? { fate: 'hold', reason: 'repeats' } : fate
}

/** By which address its writer is known. */
const writerOf = ({ mail, message, from }: ReadMail): string => (mail.personId === null ? from : writtenBy(message))

/** Keeps a post back, or sends it back, as its fate is; of what was written on the web the writer stands in Reply-To. */
async function settlePost(batch: Batch, read: ReadMail, list: MailList, fate: Extract<Fate, { reason: HoldReason }>): Promise<string> {
  const { mail, message, automatic, proof } = read
  const byHand = mail.personId !== null
  const [writer] = byHand ? message.replyTo : [message.from]
  const fromEmail = writerOf(read)
  // Who wrote here by their own session hears of it: nobody's mail is answered by that, and they have no copy.
  const action = byHand && fate.fate === 'discard' ? 'reject' : fate.fate
  await settleByRule(batch.tx, program(batch.now), list, action, {
    inboundId: mail.id,
    reason: fate.reason,
    fromName: writer?.name || fromEmail,
    fromEmail,
    subject: message.subject,
    tellAuthor: byHand || mayTellAuthor({ proof, automatic, mailFrom: mail.mailFrom }),
    tellAtOnce: byHand || (proof === 'proven' && mail.mailFrom !== ''),
  })
  return `${({ hold: 'held', reject: 'rejected', discard: 'discarded' } as const)[action]}: ${fate.reason}`
}

async function takePost(batch: Batch, read: ReadMail, list: MailList): Promise<string> {
  const { mail, message, authentication } = read
  const writer = batch.writers.get(list.id)?.get(writerOf(read))
  const person = mail.personId ?? writer?.personId ?? null
  if (!batch.approved.has(`${mail.id}:${list.id}`)) {
    const fate = await judgePost(batch, read, list, writer)
    if (fate.fate === 'later') return 'later'
    if (fate.fate === 'drop') return `dropped: ${fate.reason}`
    if (fate.fate !== 'post') return settlePost(batch, read, list, fate)
  }
  const posts = batch.posts.get(list.id) ?? { list, messages: [], verdicts: [], addressed: [] }
  batch.posts.set(list.id, posts)
  posts.messages.push(toMessage(mail, message, person))
  posts.verdicts.push(authentication)
  posts.addressed.push([...message.to, ...message.cc].slice(0, mostAddressed).map(({ address }) => address.toLowerCase()))
  return 'posted'
}

/** Whoever pressed a button and is proven leaves at once; anyone else is asked first, since anyone can write in their name. */
async function takeLeaving(
  tx: Tx,
  actor: Actor,
  { list, email, writer, sure }: { list: MailList; email: string; writer: Writer; sure: boolean },
): Promise<string> {
  if (sure && writer?.subscriptionId) {
    await unsubscribe(tx, { ...actor, personId: writer.personId }, writer.subscriptionId, 'mail')
    return 'left'
  }
  await enqueue(tx, 'list.confirmLeave', { listId: list.id, email, subscriptionId: writer?.subscriptionId ?? null })
  return 'asked to leave'
}

/** So many messages are looked for in the archive, to know the thread that a mail answers. */
const mostAnswered = 20

/** What a mail answers and refers to, the nearest first. */
const answeredBy = ({ inReplyTo, references }: ReadMail['message']): string[] =>
  [...new Set([...(inReplyTo ? [inReplyTo] : []), ...references.toReversed()])].slice(0, mostAnswered)

/** Commands, once: a copy of a signed mail that is brought again asks for nothing. */
async function takeLines(
  { tx, now, writers, context }: Pick<Batch, 'tx' | 'now' | 'writers' | 'context'>,
  read: ReadMail,
  list: MailList,
  lines: ReturnType<typeof readCommands>,
): Promise<string> {
  const { message, from, proof, authentication } = read
  if (!(await takeOnce(tx, `commands ${list.id}`, signaturesOf(authentication), now))) return 'dropped: taken before'
  const commander = {
    email: from,
    name: message.from?.name ?? '',
    writer: writers.get(list.id)?.get(from),
    proven: proof === 'proven' && isMeantFor(read, `${list.name}-request`, context.site.mailDomain),
    answers: answeredBy(message),
  }
  await runCommands(tx, { ...program(now), via: 'mail' as const }, list, commander, lines)
  return `commands: ${lines.length}`
}

async function takeCommand(
  { tx, now, writers, context }: Batch,
  read: ReadMail,
  list: MailList,
  kind: 'request' | 'subscribe' | 'unsubscribe',
): Promise<string> {
  const { mail, message, from, automatic, proof } = read
  const pressed = kind === 'unsubscribe' && isLeavingByButton(message)
  // An answer goes out to From: never to an automatic mail, never without a sender (RFC 3834 §2), never to a forged one.
  if ((automatic && !pressed) || mail.mailFrom === '' || from === '') return 'dropped: automatic'
  if (isDoubtful(proof)) return 'refused: not proven to be theirs'
  // Where a domain publishes nothing anybody can write in its people's name, and each mail would make us write to them.
  if (!(await takeTurn(tx, `answer:${from}`, answersPerAddress, hour, now))) return 'dropped: too many from this address'
  const actor = { ...program(now), via: 'mail' as const }
  const isNew = () => takeOnce(tx, `leave ${list.id}`, signaturesOf(read.authentication), now)
  if (kind === 'subscribe' && !whyNotJoin(list)) {
    await askToJoin(tx, actor, list, { email: from, name: message.from?.name ?? '', locale: list.language })
    return 'asked to join'
  }
  if (kind === 'unsubscribe')
    return takeLeaving(tx, actor, {
      list,
      email: from,
      writer: writers.get(list.id)?.get(from),
      sure: pressed && proof === 'proven' && isMeantFor(read, `${list.name}-unsubscribe`, context.site.mailDomain) && (await isNew()),
    })
  const lines = kind === 'request' ? readCommands(message.subject, trimReply(message.text).visible, list.name) : []
  if (lines.length > 0) return takeLines({ tx, now, writers, context }, read, list, lines)
  await enqueue(tx, 'list.help', { listId: list.id, email: from })
  return 'helped'
}
