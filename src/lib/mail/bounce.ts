import { isAutoReply, isFromMailSystem, isReceipt } from './automatic.ts'
import { readClosed } from './bounce/closed.ts'
import { readComplaint } from './bounce/complaint.ts'
import { type Around, describeStatus, describeWords, namedIn } from './bounce/describe.ts'
import { readDeliveryStatus } from './bounce/dsn.ts'
import { readEvents } from './bounce/events.ts'
import { deniesDelivery, hasFailureWord, isFailureSubject, isReturnSubject, saysPlainly, speaksOfMail } from './bounce/failure.ts'
import { findForwarded, ofHouse } from './bounce/forwarded.ts'
import { isLure } from './bounce/lure.ts'
import { wordsAbout } from './bounce/notice.ts'
import { asksForProof, asksToPress, isByPerson, isForMany } from './bounce/person.ts'
import { isOfProgram, returnsPost, stopsMail } from './bounce/programs.ts'
import type { Report } from './bounce/report.ts'
import { isAboutStream } from './bounce/streams.ts'
import { decode, findAddresses, joined, splitNotice, tidy, toLines } from './bounce/text.ts'
import { findBeside } from './bounce/whom.ts'
import type { ParsedMessage } from './message.ts'
import { readMessage } from './parse.ts'

/** Whether the notice has an answer of a server with its status code, as nobody writes who is away. */
const quotesServer = ({ text }: ParsedMessage) => statusReply.test(joined(splitNotice(toLines(text)).notice))
const statusReply = /(?:^|[\s:>;])[45]\d\d[ -]#?[45]\.\d{1,3}\.\d{1,3}\b/

const quotesReply = ({ text }: ParsedMessage) => smtpReply.test(text.slice(0, 4000))
const smtpReply = /(?:^|[\s:>])[45][0-5]\d[ -]#?(?:[45]\.\d|\p{L})/u

const header = (message: ParsedMessage, name: string) => message.headers.find((field) => field.name === name)?.value ?? ''

/** Nobody can answer it: it came so, or a program wrote it and nothing tells how it came. */
function isFromNobody(message: ParsedMessage): boolean {
  const path = header(message, 'return-path')
  return /^\s*<\s*>/.test(path) || (!path && message.from !== null && isOfProgram(message.from))
}

/** How sure it is that a mail is a notice in words. */
type Sure = 'surely' | 'perhaps' | 'a returned post'

/** A mail system wrote it, it begins by telling a failure, or only nobody can answer it. */
function asNotice(message: ParsedMessage): Sure | undefined {
  if (isFromMailSystem(message)) {
    // A postmaster is a person, too, who answers under their own address.
    const answers = /^\s*(?:re|aw|sv|antw|ré)\s*:/i.test(message.subject) && /@/.test(header(message, 'return-path'))
    return answers ? undefined : 'surely'
  }
  if (isReceipt(message)) return undefined
  if (header(message, 'x-failed-recipients') || /^\s*multipart\/report\b/i.test(header(message, 'content-type'))) return 'surely'
  const top = toLines(message.text).filter((line) => /\p{L}/u.test(line))
  const first = top.slice(0, 12).join(' ')
  const told = joined(splitNotice(top).notice)
  if (isByPerson(message, first) || asksForProof(told) || isForMany(told) || isOfAbsence(message)) return undefined
  if (returnsPost(message, first) || stopsMail(message, first)) return 'a returned post'
  if (tellsFailure(message, first)) return 'surely'
  return mayRefuse(message, first) ? 'perhaps' : undefined
}

/** Who is away may tell of failures, and name whom to ask; a filter answers by itself, too. */
const isOfAbsence = (message: ParsedMessage) =>
  isAutoReply(message) &&
  !(
    isFromNobody(message) &&
    ((message.from !== null && isOfProgram(message.from)) || (isFailureSubject(message.subject) && quotesServer(message)))
  )

/** How it came is not known, and its subject returns a mail without a question or a quote. */
const returnsUnasked = ({ headers, subject, text }: ParsedMessage) =>
  headers.every(({ name }) => name !== 'return-path') && isReturnSubject(subject) && !/[?？]|^>/m.test(`${subject}\n${text.slice(0, 4000)}`)

/** Whether nobody can answer it, and it asks for nothing. */
const mayRefuse = (message: ParsedMessage, first: string) =>
  (isFromNobody(message) || returnsUnasked(message)) &&
  (quotesServer(message) || (speaksOfMail(`${message.subject}\n${first}`) && !asksToPress(first)))

/** Whether the subject, the sender and the first words of a mail that no mail system signed tell together of a failed delivery. */
function tellsFailure(message: ParsedMessage, first: string): boolean {
  const toldInSubject = isFailureSubject(message.subject)
  if (!isFromNobody(message)) return toldInSubject && saysPlainly(first)
  if (saysPlainly(first) || ([message.subject, first].some(deniesDelivery) && !asksToPress(first))) return true
  return toldInSubject && (isReturnSubject(message.subject) || speaksOfMail(`${message.subject}\n${first}`))
}

/** What precedes the returned message in a report whose MIME parts stand in one text. */
function beforeReturned(lines: string[]): string {
  const at = lines.findIndex((line) => /^Content-Type:\s{0,9}(?:message\/rfc822|text\/rfc822-headers)/i.test(line))
  return (at < 0 ? lines : lines.slice(0, at)).join('\n')
}

const statusPart = /^Content-Type:\s{0,9}message\/(?:global-)?delivery-status/i

/** What is needed to believe that words report a failure: nothing more, a word for it or a reason that is known, a word, or a reason alone. */
type Trust = 'certain' | 'reason' | 'word' | 'reason only'

const listing =
  /^[\s>*•"'(<[-]{0,10}(?:[^\s<>:@]{1,64}@[^\s<>:@]{1,255}[>"')\]]{0,2}\s{0,3}[:：]|\p{L}{2,24}\s?[:：]\s{0,9}<?[^\s<>:@]{1,64}@[^\s<>:@]{1,255}>?\s*$)/u

/** From fields that stand in a text, else from its words. */
function readText(around: Around, trust: Trust): Report | undefined {
  const { notice } = splitNotice(around.lines)
  // Fields below the notice are the report's only where its MIME parts stand in the text; else they are in the mail that it returns.
  const parts = around.lines.some((line) => statusPart.test(line))
  const groups = readDeliveryStatus(beforeReturned(parts ? around.lines : notice))
  if (groups.length) return describeStatus(groups, around)
  const report = describeWords(namedIn(notice, around), notice)
  const reasoned =
    trust.startsWith('reason') &&
    report?.recipients.some((one) => one.class !== 'unknown' && !around.own.includes(one.address.toLowerCase()))
  // As no one writes but a mail system: whom it is about, and then why.
  const listed = trust === 'reason' && notice.some((line) => listing.test(line))
  return trust === 'certain' || reasoned || listed || (trust !== 'reason only' && hasFailureWord(joined(notice))) ? report : undefined
}

// The second of each, of a message with a header in UTF-8 (RFC 6533).
const returnedTypes = /^(?:message\/(?:rfc822|global|global-headers)$|text\/rfc822-header)/
const statusTypes = /^message\/(?:global-)?delivery-status$/

/** The message that the report returns: a part of its own, or the rest of its text. */
function findReturned(message: ParsedMessage): ParsedMessage | undefined {
  const attached = message.attachments.find(({ type }) => returnedTypes.test(type))
  if (attached) return readMessage(attached.content)
  const { returned } = splitNotice(toLines(message.text))
  const start = returned.findIndex((line) => /^[A-Za-z-]{2,40}:/.test(line))
  return start < 0 ? undefined : readMessage(Buffer.from(returned.slice(start).join('\n')))
}

const listMark = /^(?:list-|x-beenthere$|x-mailman|newsgroups$)/

/**
 * From the returned message, where the notice names nobody. It may be a report itself, passed on by a filter. Else its
 * recipient, if it went to one person: the mail of a list names the list or somebody else in To, so it tells nothing.
 */
function readReturned(message: ParsedMessage, { lines, own }: Around, sure: Sure, depth: number): Report | undefined {
  const returned = findReturned(message)
  if (!returned || sure === 'perhaps') return undefined
  if (depth < 2 && isFromMailSystem(returned)) return readReport(returned, undefined, depth + 1)
  if (returned.headers.some(({ name }) => listMark.test(name))) return undefined
  const addresses = returned.to.map(({ address }) => address).filter((address) => address && !own.includes(address.toLowerCase()))
  const { notice } = splitNotice(lines)
  return addresses.length === 1 ? describeWords(wordsAbout(notice, addresses), notice) : undefined
}

const statusField = /^(?:Final|Original)-Recipient:/im

/** The parts for the fields; mail systems also attach them as plain text. */
function statusTexts(message: ParsedMessage): string[] {
  const { attachments } = message
  const meant = attachments.filter(({ type }) => statusTypes.test(type)).map(({ content }) => decode(content))
  if (meant.length || !isFromMailSystem(message)) return meant
  return attachments.flatMap(({ type, content }) => (type === 'text/plain' && statusField.test(decode(content)) ? decode(content) : []))
}

function readStructured(message: ParsedMessage, around: Around): Report | undefined {
  const events = readEvents(jsonOf(message))
  const groups = events?.groups ?? statusTexts(message).flatMap(readDeliveryStatus)
  // A notification says of each recipient what there is to say, and nothing beside.
  const report = groups.length ? describeStatus(groups, events ? { ...around, lines: [] } : around) : undefined
  return report && events?.complaint
    ? { kind: 'complaint', recipients: report.recipients.map((one) => ({ ...one, class: 'content' })) }
    : report
}

/** What may be JSON: the text, or a part of that type. */
function jsonOf({ text, attachments }: ParsedMessage): string {
  const part = attachments.find(({ type }) => type === 'application/json')
  return part ? decode(part.content) : text
}

/** A notice stands at the top, and says what it has to say in much less. */
const longestRaw = 256 << 10

/** How much is asked of the words of a notice, by who sent it. */
function trustIn(message: ParsedMessage, sure: Sure, failed: string[]): Trust {
  if (sure === 'perhaps') return 'reason only'
  const { address = '', name = '' } = message.from ?? {}
  const nobodySent = isFromNobody(message)
  const certain =
    [address, name].some((who) => /^mailer-?daemon/i.test(who)) ||
    (isFailureSubject(message.subject) && (isFromMailSystem(message) || !nobodySent)) ||
    failed.length > 0
  return certain ? 'certain' : nobodySent ? 'reason' : 'word'
}

function readWords(message: ParsedMessage, around: Around, raw: Uint8Array | undefined, depth: number): Report | undefined {
  const sure = asNotice(message)
  if (!sure) return undefined
  const trust = trustIn(message, sure, around.failed)
  const told = readText(around, trust) ?? readReturned(message, around, sure, depth)
  if (told && sure === 'a returned post') return asRefusal(told)
  if (told || !raw || message.attachments.some(({ type }) => type.startsWith('message/'))) return told
  // Its MIME structure is broken, or it has none: the mail as it came.
  return readText({ ...around, lines: toLines(decode(raw.subarray(0, longestRaw)).replace(/^[\s\S]*?\r?\n\r?\n/, '')) }, trust)
}

/** Whoever manages a list and gives no reason has one of their own. */
const asRefusal = ({ kind, recipients }: Report): Report => ({
  kind,
  recipients: recipients.map((one) => (one.class === 'unknown' ? { ...one, class: 'policy' } : one)),
})

/**
 * A report that names nobody, not even in the mail that it returns. Whom it is about, the address tells that it came to; so it counts
 * where it gives a reason.
 */
function readNameless(message: ParsedMessage, around: Around): Report | undefined {
  const groups = statusTexts(message)
    .flatMap(readDeliveryStatus)
    .filter(({ outcome }) => outcome !== 'delivered')
  if (groups.length) return describeStatus(groups, around, around.beside ?? '')
  const { notice } = splitNotice(around.lines)
  const words = joined(notice)
  // Nobody is named who would show that it is one: it has to say so itself, and to come from nobody.
  const told =
    [message.subject, words].some(saysPlainly) || isReturnSubject(message.subject) || deniesDelivery(words) || smtpReply.test(words)
  const bySystem = isFromMailSystem(message)
  const sentBy = header(message, 'return-path')
  const fromNobody = isFromNobody(message) ? bySystem || !isAutoReply(message) : bySystem && sentBy === ''
  const asks = !bySystem && /[?？]/.test(words)
  const report =
    told && fromNobody && !asks && asNotice(message) ? describeWords([{ address: around.beside ?? '', words: '' }], notice) : undefined
  return report?.recipients[0]?.class === 'unknown' ? undefined : report
}

/** Somebody of the house of the recipient passes on to us what came back to them. */
function readForwarded(message: ParsedMessage): Report | undefined {
  const inner = findForwarded(message)
  return inner && ofHouse(message, readReport(inner, undefined, 1))
}

/** A complaint, a bounce or a delay; undefined when the mail reports none. */
function readReport(message: ParsedMessage, raw: Uint8Array | undefined, depth: number): Report | undefined {
  if (isAboutStream(message)) return undefined
  const own = [...message.to, ...message.cc].map(({ address }) => address.toLowerCase())
  const around: Around = {
    // Some servers put the words into the part for the fields, too.
    lines: toLines(message.text.trim() ? message.text : statusTexts(message).join('\n') || message.subject),
    failed: findAddresses(header(message, 'x-failed-recipients')).map(({ address }) => address),
    own,
    beside: findBeside(message, findReturned(message), own),
  }
  const told = readComplaint(message) ?? readStructured(message, around)
  if (told || isLure(message, own, statusTexts(message).length > 0 || quotesReply(message) || findReturned(message) !== undefined))
    return told
  return readWords(message, around, raw, depth) ?? (depth === 0 ? (readForwarded(message) ?? readNameless(message, around)) : undefined)
}

/**
 * What a mail reports about a delivery: a bounce, a delay, a complaint, an automatic answer, or nothing. `raw`: the
 * bytes of the mail, read as text where its MIME structure is broken. Never throws.
 *
 * A feedback report (RFC 5965) and a delivery status notification (RFC 3464) go before words; a notice in words is
 * read by the places in which mail servers name recipients. A report of success is an `auto-reply`. An automatic answer by
 * which an address says that it is closed is a `bounce`.
 */
export function readBounce(message: ParsedMessage, raw?: Uint8Array): Report {
  const report = readReport(message, raw, 0)
  if (report) return report
  const closed = readClosed(message)
  if (closed) return closed
  if (!isAutoReply(message)) return { kind: 'none', recipients: [] }
  const away = message.from?.address
  const recipient = { permanent: false, class: 'unknown', status: null, diagnostic: tidy(message.subject) } as const
  return { kind: 'auto-reply', recipients: away ? [{ address: away, ...recipient }] : [] }
}
