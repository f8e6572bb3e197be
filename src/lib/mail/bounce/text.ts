/** More is never a notice, and bounds the work on hostile input. */
const longestNotice = 256 * 1024
const longestLine = 1000
const longestDiagnostic = 500

/** An address as it stands in running text. Lengths are bounded, so that a long line without "@" stays cheap. */
const address =
  /[^\s<>()[\]{}"',;:\\@=|`（）：，、；。【】《》「」][^\s<>()[\]{}",;:\\@|`（）：，、；。【】《》「」]{0,63}@[\p{L}\p{N}](?:[\p{L}\p{N}.-]{0,250}[\p{L}\p{N}])?/gu

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

/** Splits the text of a report into what the server says and the message that it returns. */
export function splitNotice(lines: string[]): { notice: string[]; returned: string[] } {
  const at = lines.findIndex((line) => returnedFrom.some((pattern) => pattern.test(line)))
  return at < 0 ? { notice: lines, returned: [] } : { notice: lines.slice(0, at), returned: lines.slice(at) }
}

/** All addresses in a line with their places. */
export function findAddresses(line: string): { address: string; start: number; end: number }[] {
  return [...line.matchAll(address)].map((match) => {
    // A script without blanks runs into the address.
    const before = joinedOn.exec(match[0])?.[0].length ?? 0
    return {
      address: match[0].slice(before).replace(/^[.*]+/, ''),
      start: match.index + before,
      end: match.index + match[0].length,
    }
  })
}

/** Lines as one, white space as one. */
export const joined = (lines: string[]) => lines.join(' ').slice(0, 8000).replace(/\s+/g, ' ').trim()

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
