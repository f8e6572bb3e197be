import { addressLike, datedOpener, dateLike, opener, wrote } from './reply-words.ts'

// Nothing that is looked for is longer, and patterns stay cheap.
export const longestLine = 400

export const attributionEnd = /[:：]["*_]*\s*$/
/** Some end without a colon. */
const looseEnd = /[:：>).]["*_]*\s*$/

const bracketed = /[<(][^\s<>()@]{1,80}@[^\s<>()@]{1,120}[>)]/
/** A line that begins with a day and a time. */
export const whenFirst = /^\s*\d{1,4}[./-]\d{1,2}[./-]\d{2,4},? \d{1,2}[:.]\d\d/
const timeOfDay = /\d(?:[:.h]|[時시点]\s?)\d\d?(?![.\d])/i
const fullDate = /(?<!\d)(?:19|2[05])\d\d(?!\d)|\d[./-]\d{1,2}[./-]\d{2}/
/** Within the first words. */
const soon = 16
const dateFirst = /^\s*\d{1,4}[./年-]/
/** Nothing but a name before the address. */
const nameFirst = /^[^,<>()]{1,60}[<(][^<>()]{1,200}[>)]/

/** Without a verb, few words are left of it: a month, a day, and those that join them. */
const mostWords = 14
const mostSmall = 3
/** With a colon or without: who, and the day and time, and hardly a word besides. */
function tellsWhoAndWhen(text: string): boolean {
  if (!fullDate.test(text) || !timeOfDay.test(text) || /[?!]/.test(text)) return false
  const words = text.replace(/<?[^\s<>()@]{1,80}@[^\s<>()@]{1,120}>?/, ' ').match(/\p{L}[\p{L}\p{M}'’.-]*/gu) ?? []
  const small = words.filter((word) => /^\p{Ll}{2}/u.test(word)).length
  if (addressLike.test(text)) return words.length <= mostWords && small <= mostSmall + 1
  // A single word is a name where letters have no case.
  return (words.length > 1 || /\p{Lo}/u.test(text)) && words.length <= mostWords / 2 && small <= mostSmall
}

/** Whether a line may be the last of one. Above a quote it may end without a sign. */
export const mayEnd = (line: string, aboveQuote: boolean): boolean =>
  attributionEnd.test(line) || (aboveQuote && (looseEnd.test(line) || fullDate.test(line) || addressLike.test(line)))

/** `On Monday, Maria wrote:`, or without the verb: when, who, with an address, and a colon. Right above a quote, `Maria wrote:` is enough. */
export function isAttribution(text: string, aboveQuote: boolean): boolean {
  if (text.length > longestLine) return false
  const fully = fullDate.test(text) && timeOfDay.test(text)
  if (!attributionEnd.test(text)) {
    const known = looseEnd.test(text) && bracketed.test(text) && (wrote.test(text) || dateFirst.test(text) || fully)
    return aboveQuote && (known || tellsWhoAndWhen(text))
  }
  const address = addressLike.test(text)
  if (wrote.test(text)) return aboveQuote || address || dateLike.test(text) || opener.test(text)
  if (address && dateLike.test(text)) return true
  // In any language: a name with its address in brackets, or a line that begins with a date, right above what is marked.
  const early = fully && text.search(fullDate) < soon
  return aboveQuote && (bracketed.test(text) || early || (dateFirst.test(text) && timeOfDay.test(text)))
}

/** Unmarked text below is taken for a quotation only where the words say so: a person writes no time of day, and no address. */
export function leavesNoDoubt(text: string): boolean {
  const address = addressLike.test(text)
  if (
    wrote.test(text) &&
    (address ? dateLike.test(text) || nameFirst.test(text) : datedOpener.test(text) && timeOfDay.test(text) && fullDate.test(text))
  )
    return true
  return address && whenFirst.test(text)
}

/** An attribution that goes on with what it quotes: `On Friday, Maria <maria@example.org> wrote: Shall we?` */
export function quotesInLine(line: string): boolean {
  if (!opener.test(line) && !datedOpener.test(line)) return false
  const end = /(?<=\p{L}|>|\))\s?[:：]\s/u.exec(line)
  const text = end ? line.slice(0, end.index + end[0].trimEnd().length) : ''
  return addressLike.test(text) && dateLike.test(text) && wrote.test(text)
}
