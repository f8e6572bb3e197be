import { program } from '../actor.ts'
import type { NewMessage } from '../archive/actions.ts'
import type { Tx } from '../db/connect.ts'
import { enqueue } from '../db/enqueue.ts'
import { askToJoin, confirmRequest, holdMail, postMail, unsubscribe } from '../list/actions.ts'
import { findListsByName, findWriters, listApproved, listNames, type MailList } from '../list/queries.ts'
import { type Destination, decideFate, laterBy, readDestination, whyNotJoin } from '../list/rules.ts'
import { type Authentication, authenticate } from '../mail/authenticate.ts'
import { isAutomatic, isAutoReply } from '../mail/automatic.ts'
import { readBounce } from '../mail/bounce.ts'
import { LOOP_FIELD } from '../mail/compose.ts'
import type { ParsedMessage } from '../mail/message.ts'
import { readMessage } from '../mail/parse.ts'
import { forwardMail, keepVerdicts, recordBounces } from '../outbox/actions.ts'
import type { TaskContext } from '../task.ts'
import { openToken } from '../token.ts'
import { type ClaimedMail, claimMails, parkMail, postponeMail, settleMails } from './actions.ts'
import { toMessage } from './digest.ts'

interface Read {
  mail: ClaimedMail
  message: ParsedMessage
  from: string
  automatic: string | undefined
  autoReply: boolean
  authentication: Authentication | undefined
}

interface Batch {
  tx: Tx
  context: TaskContext
  now: Date
  lists: Map<string, MailList>
  approved: Set<string>
  posts: Map<number, { list: MailList; messages: NewMessage[]; verdicts: (Authentication | undefined)[] }>
  fates: { id: number; fate: string }[]
}

// Larger mails are parsed one at a time: a batch holds its rows and its bytes until it ends.
const batchSize = 50

/**
 * Sorts mails that wait: reads, authenticates, decides and archives them, a batch in one transaction.
 * A batch that fails is sorted mail by mail; the one that throws is parked and the queue goes on.
 * @returns how many were taken
 */
export async function sortMails(context: TaskContext, limit = batchSize): Promise<number> {
  try {
    return await context.write((tx) => sortBatch(tx, context, limit))
  } catch (error) {
    context.log.warn({ err: error }, 'a batch of mails failed; sorting them one by one')
    return sortOneByOne(context, limit)
  }
}

async function sortOneByOne(context: TaskContext, limit: number): Promise<number> {
  let taken = 0
  for (; taken < limit; taken++) {
    let id: number | undefined
    try {
      const found = await context.write((tx) => sortBatch(tx, context, 1, (claimed) => (id = claimed)))
      if (found === 0) break
    } catch (error) {
      if (id === undefined) throw error
      const parked = id
      context.log.error({ err: error, inboundId: parked }, 'a mail could not be sorted and is parked')
      await context.write((tx) => parkMail(tx, parked, String(error instanceof Error ? error.message : error), context.now()))
    }
  }
  return taken
}

async function sortBatch(tx: Tx, context: TaskContext, limit: number, told = (_id: number): void => {}): Promise<number> {
  const now = context.now()
  const mails = await claimMails(tx, limit, now)
  if (mails.length === 0) return 0
  if (mails[0]) told(mails[0].id)
  const names = await listNames(tx)
  const reads = await Promise.all(mails.map((mail) => readMail(mail, context)))
  const destinations = reads.map(({ mail }) =>
    mail.rcptTo.map((address) => readDestination(address.slice(0, address.lastIndexOf('@')), names)),
  )
  const wanted = destinations
    .flat()
    .flatMap((destination) => (destination && 'list' in destination && destination.list ? [destination.list] : []))
  const lists = new Map((await findListsByName(tx, [...new Set(wanted)])).map((list) => [list.name, list]))
  const batch: Batch = {
    tx,
    context,
    now,
    lists,
    approved: await listApproved(
      tx,
      mails.map((mail) => mail.id),
    ),
    posts: new Map(),
    fates: [],
  }
  for (const [i, read] of reads.entries()) await sortMail(batch, read, destinations[i] ?? [])
  for (const { list, messages, verdicts } of batch.posts.values()) {
    const stored = await postMail(tx, { ...program(now), via: 'mail' }, list, messages)
    await keepVerdicts(
      tx,
      stored.flatMap(({ id, duplicate }, i) => {
        const verdict = verdicts[i]
        return duplicate || !verdict ? [] : [{ messageId: id, results: verdict.header, arc: verdict.arc.result }]
      }),
    )
  }
  await settleMails(tx, batch.fates, now)
  return mails.length
}

/** Parses and authenticates. What was written on the web is authenticated by its session. */
async function readMail(mail: ClaimedMail, { resolver, authserv, site }: TaskContext): Promise<Read> {
  const message = readMessage(mail.raw)
  const automatic = mail.via !== 'mail' ? undefined : mail.mailFrom === '' ? 'the sender is empty' : isAutomatic(message)
  const authentication =
    mail.via === 'mail'
      ? await authenticate(mail.raw, {
          // Behind an MTA the peer is that MTA: what it says about SPF would be about itself.
          ip: mail.byFront ? undefined : (mail.peer ?? undefined),
          helo: mail.helo ?? undefined,
          mailFrom: mail.mailFrom,
          resolver,
          authserv: site.mailDomain,
          trustedAuthserv: mail.byFront ? authserv : undefined,
          at: mail.receivedAt,
          timeLimitMs: 5_000,
        })
      : undefined
  const autoReply = mail.via === 'mail' && (mail.mailFrom === '' || isAutoReply(message))
  return { mail, message, autoReply, from: message.from?.address.toLowerCase() ?? '', automatic, authentication }
}

async function sortMail(batch: Batch, read: Read, destinations: (Destination | undefined)[]): Promise<void> {
  const fates: string[] = []
  for (const destination of destinations) {
    const fate = destination ? await sortTo(batch, read, destination) : 'nobody'
    if (fate === 'later') {
      await postponeMail(batch.tx, read.mail.id, new Date(batch.now.getTime() + laterBy(read.mail.attempts)))
      return
    }
    fates.push(fate)
  }
  batch.fates.push({ id: read.mail.id, fate: fates.join(', ') || 'nobody' })
}

async function sortTo(batch: Batch, read: Read, destination: Destination): Promise<string> {
  if (destination.kind === 'bounces') return takeBounce(batch, read, destination.token)
  if (destination.kind === 'reply') return takeReply(batch, read, destination.token)
  const list = batch.lists.get(destination.list)
  if (!list) return 'nobody'
  if (destination.kind === 'post') return takePost(batch, read, list)
  return takeCommand(batch, read, list, destination.kind)
}

async function takePost(
  batch: Batch,
  { mail, message, from, automatic, autoReply, authentication }: Read,
  list: MailList,
): Promise<string> {
  const writer = (await findWriters(batch.tx, list.id, [from])).get(from)
  const person = mail.personId ?? writer?.personId ?? null
  if (mail.personId === null && !batch.approved.has(`${mail.id}:${list.id}`)) {
    const looped = message.headers.some(
      ({ name, value }) => name === LOOP_FIELD.toLowerCase() && value.trim() === `${list.name}@${batch.context.site.mailDomain}`,
    )
    const fate = decideFate(
      {
        subscribed: Boolean(writer?.subscriptionId),
        dmarc: authentication?.dmarc.result ?? 'none',
        automatic,
        autoReply,
        looped,
        hasFrom: from !== '',
        size: mail.raw.length,
        maxSize: list.maxSize,
      },
      mail.attempts,
    )
    if (fate.fate === 'later') return 'later'
    if (fate.fate === 'drop') return `dropped: ${fate.reason}`
    if (fate.fate === 'hold') {
      const tellAuthor = authentication?.dmarc.result === 'pass' && mail.mailFrom !== ''
      await holdMail(batch.tx, program(batch.now), list, {
        inboundId: mail.id,
        reason: fate.reason,
        fromName: message.from?.name || from,
        fromEmail: from,
        subject: message.subject,
        tellAuthor,
      })
      return `held: ${fate.reason}`
    }
  }
  const posts = batch.posts.get(list.id) ?? { list, messages: [], verdicts: [] }
  batch.posts.set(list.id, posts)
  posts.messages.push(toMessage(mail, message, person))
  posts.verdicts.push(authentication)
  return 'posted'
}

async function takeCommand(
  { tx, now }: Batch,
  { mail, message, from, automatic, authentication }: Read,
  list: MailList,
  kind: 'request' | 'subscribe' | 'unsubscribe' | 'owner',
): Promise<string> {
  if (kind === 'owner') {
    await forwardMail(tx, list, mail.raw, message.subject, now)
    return 'forwarded'
  }
  // An answer goes out to From: never to an automatic mail, never without a sender (RFC 3834 §2), never to a forged one.
  if (automatic || mail.mailFrom === '' || from === '') return 'dropped: automatic'
  if (authentication?.dmarc.result === 'fail') return 'dropped: forged'
  const actor = { ...program(now), via: 'mail' as const }
  if (kind === 'subscribe' && !whyNotJoin(list)) {
    await askToJoin(tx, actor, list, { email: from, name: message.from?.name ?? '', locale: list.language })
    return 'asked to join'
  }
  if (kind === 'unsubscribe') {
    const writer = (await findWriters(tx, list.id, [from])).get(from)
    await enqueue(tx, 'list.confirmLeave', { listId: list.id, email: from, subscriptionId: writer?.subscriptionId ?? null })
    return 'asked to leave'
  }
  await enqueue(tx, 'list.help', { listId: list.id, email: from })
  return 'helped'
}

/** An answer to one of our mails. Automatic answers never act (DESIGN of the addresses, docs/mail.md). */
async function takeReply({ tx, context, now }: Batch, { automatic }: Read, token: string): Promise<string> {
  if (automatic) return 'dropped: automatic'
  const actor = { ...program(now), via: 'mail' as const }
  const requestId = openToken(context.site.secret, 'confirm', token, now)
  if (requestId !== undefined) {
    await confirmRequest(tx, actor, requestId)
    return 'confirmed'
  }
  const subscriptionId = openToken(context.site.secret, 'unsubscribe', token, now)
  if (subscriptionId !== undefined) {
    await unsubscribe(tx, actor, subscriptionId, 'mail')
    return 'left'
  }
  return 'dropped: the token is unknown or out of date'
}

async function takeBounce({ tx, context, now }: Batch, { mail, message }: Read, token: string): Promise<string> {
  const report = readBounce(message)
  const deliveryId = openToken(context.site.secret, 'bounce', token, now)
  if (deliveryId === undefined) return 'dropped: a bounce of nothing'
  await recordBounces(tx, { inboundId: mail.id, deliveryId, kind: report.kind, recipients: report.recipients, at: now })
  return report.kind === 'none' ? 'a mail to the bounce address' : report.kind
}
