import { addressLike, datedOpener, dateLike, opener, wrote } from './reply-words.ts'

// Nothing that is looked for is longer, and patterns stay cheap.
export const longestLine = 400

export const attributionEnd = /[:：]["*_]*\s*$/
/** Some end without a colon. */
export const looseEnd = /[:：>).]["*_]*\s*$/

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

/** `On Monday, Maria wrote:`, or without the verb: when, who, with an address, and a colon. Right above a quote, `Maria wrote:` is enough. */
export function isAttribution(text: string, aboveQuote: boolean): boolean {
  if (text.length > longestLine) return false
  const fully = fullDate.test(text) && timeOfDay.test(text)
  if (!attributionEnd.test(text)) return aboveQuote && bracketed.test(text) && (wrote.test(text) || dateFirst.test(text) || fully)
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
