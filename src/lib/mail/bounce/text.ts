import { isOfMailSystem } from '../automatic.ts'

/** More is never a notice, and bounds the work on hostile input. */
const longestNotice = 256 * 1024
const longestLine = 1000
const longestDiagnostic = 500

/** An address as it stands in running text. Lengths are bounded, so that a long line without "@" stays cheap. */
const address =
  /[^\s<>()[\]{}"',;:\\/@=|`«»„“”（）：，、；。【】《》「」][^\s<>()[\]{}",;:\\@|`«»„“”（）：，、；。【】《》「」]{0,63}@[\p{L}\p{N}](?:[\p{L}\p{N}.-]{0,250}[\p{L}\p{N}])?/gu

const joinedOn = /^[^@]*[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}](?=[\w.+-]{1,64}@)/u

/** The first line of the returned message inside the text of a notice. */
const returnedFrom = [
  /^[\W_]*(?:(?:this|here|below|included?|enclosed|attach\w*)\b.{0,40} |the (?:first |top |header and top )?(?:\d+ )?)?(?:copy|headers?|lines) of (?:the |your )(?:first part of the )?(?:original |source |returned )?(?:e-?mail|mail|message)\b/i,
  /^[\W_]*(?:start of )?(?:the )?(?:original|returned|unsent|undelivered|old|source) (?:e-?mail|mail|message)(?:[\W_]*$| (?:info|follows|below|is following|headers?)\b)/i,
  /\b(?:message|mail) (?:headers?|text) follows?\b/i,
  /^[\W_]*your (?:message|mail) reads\b/i,
  /^(?:> ?)?(?:Received: ?(?:from|by|\(|id)|Return-Path: ?<)/i,
]

/** Bytes as text; what is not UTF-8 is read as Latin-1, so that no byte is an error. */
export function decode(bytes: Uint8Array): string {
  const start = bytes.subarray(0, longestNotice)
  const text = new TextDecoder().decode(start)
  return text.includes('\uFFFD') ? Buffer.from(start).toString('latin1') : text
}

/** The lines worth reading: bounded in number and length. */
export function toLines(text: string): string[] {
  return text
    .slice(0, longestNotice)
    .split(/\r\n|\r|\n/)
    .map((line) => line.slice(0, longestLine))
}

const original =
  'origin|ursprünglich|oorspronkelijk|исходн|оригинал|первоначальн|вихідн|oryginal|pierwotn|původn|pôvodn|eredeti|orijinal|özgün|alkuperäi|opprinnelig|oprindelig|αρχικ|izvorn|元の|原始|原邮件|원본'
/** A short line that says in any language that the original follows, or words between rules. */
const heading = new RegExp(
  `^[\\W_]*(?:\\p{L}{1,20} ){0,3}(?:${original})\\p{L}{0,12}(?: (?!recip|addr|empf|destin)\\p{L}{1,20}){0,3}[\\W_]*$`,
  'iu',
)
const ruledWords = /^[\s>]{0,4}[-_=*~]{2,80}\s?\p{L}[^@]{2,80}?\s?[-_=*~]{2,80}\s*$/u
/** How the first lines of a message, or of its outline in a mail program, begin. */
const headerLine =
  /^[\s>]{0,4}(?:from|to|date|sent|subject|received|return-path|delivered-to|von|gesendet|an|datum|betreff|de|à|para|date|envoyé|objet|sujet|assunto|enviada|fecha|asunto|enviado|da|a|data|inviato|oggetto|van|aan|onderwerp|från|till|ämne|fra|til|emne|od|do|temat|předmět|komu|от|кому|дата|тема|від|feladó|címzett|tárgy|kimden|kime|konu|lähettäjä|aihe|από|προς|θέμα|差出人|宛先|件名|发件人|寄件者|收件人|보낸 ?사람)\s?[:：]/iu
const anyField = /^[\s>]{0,4}[\p{L}-]{1,40} ?[:：]/u
/** Fields that only a message has. */
const messageField =
  /^(?:message-id|mime-version|content-type|content-transfer-encoding|list-[a-z]{2,20}|in-reply-to|references|dkim-signature):/i
const fieldOrFolded = /^(?:[A-Za-z][\w-]{1,40}:|[ \t]+\S)/
const signature = /^-- ?$/

/** A heading, or a rule, and below it the first field. */
function headsMessage(lines: string[], at: number): boolean {
  const line = lines[at] ?? ''
  const next = (lines[at + 1]?.trim() ? lines[at + 1] : lines[at + 2]) ?? ''
  return heading.test(line) ? anyField.test(next) : ruledWords.test(line) && headerLine.test(next)
}

/** Where the returned message begins by its shape: what heads it, or the block of its fields; a signature ends the notice, too. */
function startByShape(lines: string[]): number {
  let block = -1
  for (const [at, line] of lines.entries()) {
    if (signature.test(line) || headsMessage(lines, at)) return at
    if (!fieldOrFolded.test(line)) block = -1
    else if (block < 0) block = at
    if (block >= 0 && messageField.test(line)) return block
  }
  return -1
}

/**
 * Splits the text of a report into what the server says and the message that it returns. Where no words divide them that servers are known
 * to write, their shape does; but then the notice must have named somebody before, and not the mail system alone.
 */
export function splitNotice(lines: string[]): { notice: string[]; returned: string[] } {
  const cut = (at: number) => ({ notice: lines.slice(0, at), returned: lines.slice(at) })
  const worded = lines.findIndex((line) => returnedFrom.some((pattern) => pattern.test(line)))
  const before = worded < 0 ? lines : lines.slice(0, worded)
  const shaped = startByShape(before)
  if (shaped > 0 && before.slice(0, shaped).some((line) => findAddresses(line).some(({ address: one }) => !isOfMailSystem(one))))
    return cut(shaped)
  return worded < 0 ? { notice: lines, returned: [] } : cut(worded)
}

/** A link, in which an address may stand that nobody is named by; a local part may hold a slash itself (RFC 5322 §3.2.3). */
const link = /(?<![\p{L}\p{N}.@_-])(?:https?:\/\/|www\.|(?:[\w-]{1,63}\.){1,6}[a-z]{2,24}\/)[^\s<>"']{0,1000}/giu

/** All addresses in a line with their places. */
export function findAddresses(line: string): { address: string; start: number; end: number }[] {
  const text = line.includes('@') && /\/|www\./i.test(line) ? line.replace(link, (one) => ' '.repeat(one.length)) : line
  return [...text.matchAll(address)].map((match) => {
    // A script without blanks runs into the address.
    const before = joinedOn.exec(match[0])?.[0].length ?? 0
    return { address: match[0].slice(before).replace(/^[.*]+/, ''), start: match.index + before, end: match.index + match[0].length }
  })
}

/** Who wrote is called so in many languages; that says of whom the line speaks. */
const writes =
  'from|sender|absend|von|exp[eé]d|[eé]metteur|remit|mitt|remet|afzend|avs|afs|nadaw|odes|отправ|відправ|подат|felad|g[oö]nder|αποστ|差出|送信|发件|寄件|发信|발신|보낸'
const label = new RegExp(`^[\\s>*•-]{0,8}(?!${writes})\\p{L}{2,24}\\s?[:：]\\s{0,20}(?=[<"'(]?[^\\s@]{1,64}@)`, 'iu')

/** A line without the label before an address: "Recipient: anna@uni.example" says nothing of a recipient. */
export const unlabelled = (line: string) => line.replace(label, '')

/** Lines as one, white space as one. */
export const joined = (lines: string[]) => lines.map(unlabelled).join(' ').slice(0, 8000).replace(/\s+/g, ' ').trim()

/** From the first SMTP reply in a text on; the whole text where there is none. */
export function answerIn(text: string): string {
  const reply = /(?:^|[\s:>])([45][0-5]\d[ -][\s\S]{0,600})/.exec(text)
  return reply?.[1] ?? text
}

/** The words without the name of the recipient before them. */
export function withoutName(words: string, address: string): string {
  const start = words.toLowerCase().indexOf(address.toLowerCase())
  return start < 0 || /\w/.test(words.slice(0, start)) ? words : words.slice(start + address.length).replace(/^[\s>"')\]:,.;-]+/, '')
}

/** On one line, and no longer than a person reads. */
export function tidy(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > longestDiagnostic ? `${line.slice(0, longestDiagnostic)}…` : line
}
