import { sql } from 'kysely'
import type { Actor } from '../../actor.ts'
import { readPacked } from '../../archive/queries.ts'
import type { Db } from '../../lib/db/rows.ts'
import { countAuthors } from '../../lib/mail/authors.ts'
import { isAutomatic, isAutoReply } from '../../lib/mail/automatic.ts'
import { LOOP_FIELD } from '../../lib/mail/compose.ts'
import type { ParsedMessage } from '../../lib/mail/message.ts'
import { readMessage } from '../../lib/mail/parse.ts'
import { matchesPattern } from '../../lib/mail/pattern.ts'
import type { Proof } from '../../lib/mail/proof-rules.ts'
import { trimReply } from '../../lib/mail/reply.ts'
import { findSuspicion, readSpamScore } from '../../lib/mail/suspicious.ts'
import { decodeWords } from '../../lib/mail/words.ts'
import { pluck } from '../../lib/pluck.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { type Aims, loadAims } from '../bans/queries.ts'
import { isCommandMail } from '../commands/rules.ts'
import { findPosters, getModeratedList, type MailList } from '../core/queries.ts'
import { decideFate, type Fate, type MailFacts } from './fate-rules.ts'
import { chainOfWritten, type Rule, readChain } from './rules.ts'

const t = textsOf('list', 'moderationRules')

/** A mail as far as it was read. */
export interface JudgedMail {
  message: ParsedMessage
  /** In lower case; '' where there is none. */
  from: string
  size: number
  receivedAt: Date
  proof: Proof
  passedOn: boolean
  automatic?: string
  autoReply: boolean
}

type Writer = NonNullable<ReturnType<Awaited<ReturnType<typeof findPosters>>['get']>>

// Commands are short; nobody's long mail is looked through for one.
const shortText = 2_000

/** The address of who wrote on the web, in lower case: such a mail is sent as `Name via List`, and has them in Reply-To. */
export const writtenBy = ({ replyTo }: Pick<ParsedMessage, 'replyTo'>): string => replyTo[0]?.address.toLowerCase() ?? ''

/** What was written on the web, for the rules as if its writer had sent it by mail: theirs by their session. */
export function judgeWritten(message: ParsedMessage, arrived: Pick<JudgedMail, 'size' | 'receivedAt'>): JudgedMail {
  const from = writtenBy(message)
  const headers = message.headers
    .filter(({ name }) => name !== 'reply-to')
    .map((field) => (field.name === 'from' ? { ...field, value: `${message.replyTo[0]?.name ?? ''} <${from}>` } : field))
  return { ...arrived, message: { ...message, headers }, from, proof: 'proven', passedOn: false, autoReply: false }
}

/** What the rules of a list need to know of a mail to it. */
export function gatherFacts(
  list: Pick<MailList, 'id' | 'name' | 'maxSize' | 'emergency' | 'provenSenders'>,
  mailDomain: string,
  { message, from, size, receivedAt, proof, passedOn, automatic, autoReply }: JudgedMail,
  writer: Writer | undefined,
  aims: Aims,
): MailFacts {
  const address = `${list.name}@${mailDomain}`
  const recipients = [...message.to, ...message.cc]
  const subscribed = Boolean(writer?.subscriptionId && writer.reached)
  return {
    subscribed,
    writer: subscribed ? (writer?.posting ?? null) : aims.senderAction(list.id, from),
    banned: [from, ...(writer?.addresses ?? [])].some((email) => aims.isBanned(list.id, email)),
    emergency: list.emergency,
    proof,
    passedOn,
    authors: countAuthors(message.headers),
    provenSenders: list.provenSenders,
    automatic,
    autoReply,
    looped: message.headers.some(({ name, value }) => name === LOOP_FIELD.toLowerCase() && value.trim().toLowerCase() === address),
    hasFrom: from !== '',
    size,
    maxSize: list.maxSize,
    posts: writer?.posts ?? 0,
    recipients: recipients.length,
    addressed: recipients.some((one) => one.address.toLowerCase() === address),
    spamScore: readSpamScore(message.headers),
    suspicion: findSuspicion(message, receivedAt),
    command: message.text.length <= shortText && isCommandMail(message.subject, trimReply(message.text).visible),
    files: message.attachments,
    headers: message.headers.map(({ name, value }) => ({ name, value: decodeWords(value) })),
  }
}

/** What became of a mail, and what would become of it by other rules. */
export interface Tried {
  inboundId: number
  subject: string
  from: string
  receivedAt: Date
  /** As it went: `posted`, `held: spam`. */
  went: string
  fate: Fate
}

// Of a larger mail only so much is read: its header and what stands first.
const readBytes = 256 * 1024

/** A mail that was sorted, as it is kept. */
interface StoredMail {
  id: number
  receivedAt: Date
  mailFrom: string
  via: string
  fate: string | null
  proof: Proof | null
  size: number
}

/** The same for the rules: with what was found out about it when it came. */
function judgeStored(row: StoredMail, message: ParsedMessage): JudgedMail {
  const { size, receivedAt, mailFrom } = row
  if (row.via === 'web') return judgeWritten(message, { size, receivedAt })
  const byMail = row.via === 'mail'
  return {
    ...{ message, from: message.from?.address.toLowerCase() ?? '', size, receivedAt },
    proof: row.proof ?? 'nothing claimed',
    // Who brought it is not kept; only of what waits for this is it known.
    passedOn: row.fate?.includes('passed-on') ?? false,
    automatic: !byMail ? undefined : mailFrom === '' ? 'the sender is empty' : isAutomatic(message),
    autoReply: byMail && (mailFrom === '' || isAutoReply(message)),
  }
}

/**
 * Tries rules on the newest mails that a list has got: with its writers, bans and settings of today, and with what was found out about
 * each mail when it came. Nothing changes by it.
 * @throws NotFound to those who do not moderate the list
 */
export async function tryChain(db: Db, actor: Actor, listName: string, mailDomain: string, chain: Rule[]): Promise<Tried[]> {
  const list = await getModeratedList(db, actor, listName)
  const { rows } = await sql<
    StoredMail & { bytes: Buffer }
  >`select i.id, i.received_at, i.mail_from, i.via, i.fate, i.proof, r.size, r.bytes
    from shared_inbound i join shared_raw_mail r on r.id = i.raw_id
    where r.bytes is not null and i.fate is not null and (
      i.raw_id in (select m.raw_id from shared_message m where m.list_id = ${list.id} order by m.id desc limit 40)
      or i.id in (select h.inbound_id from held_mail h where h.list_id = ${list.id} order by h.id desc limit 40))
    order by i.id desc limit 40`.execute(db)
  const mails = await Promise.all(
    rows.map(async (row) => ({ row, message: readMessage((await readPacked(row.bytes)).subarray(0, readBytes)) })),
  )
  const judged = mails.map(({ row, message }) => judgeStored(row, message))
  const writers = await findPosters(db, list.id, [...new Set(pluck(judged, 'from'))], actor.at)
  const aims = await loadAims(db, [list.id], actor.at)
  const written = chainOfWritten(chain)
  return mails.map(({ row, message }, at) => {
    const mail = judged[at] as JudgedMail
    const facts = gatherFacts(list, mailDomain, mail, writers.get(mail.from), aims)
    return {
      inboundId: row.id,
      subject: message.subject || t.noSubject,
      from: message.from?.name || mail.from,
      receivedAt: row.receivedAt,
      went: row.fate ?? '',
      fate: decideFate(row.via === 'web' ? written : chain, facts, Number.MAX_SAFE_INTEGER, matchesPattern),
    }
  })
}

/** A list's chain for who looks after it. */
export async function getChain(db: Db, actor: Actor, listName: string) {
  const list = await getModeratedList(db, actor, listName)
  return { list, chain: readChain(list.rules), own: list.rules !== null }
}
