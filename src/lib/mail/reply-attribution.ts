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
/** No person writes the zone as a number. */
const zoned = /\d[:.]\d\d(?: ?[AP]M)? ?\(?(?:UTC|GMT)?[+-]\d\d:?\d\d\)?(?!\d)/
/** `Quoting maria@example.org:` */
const onlyAddress = /^\s*\p{L}{1,14}(?: \p{L}{1,5})? [^\s<>()@:]{1,80}@[^\s<>()@:]{1,120}\.\p{L}{2,} ?[:：]\s*$/u
/** Within the first words. */
const soon = 16
const dateFirst = /^\s*\d{1,4}[./年-]/
/** Nor the second, with a day in full, in a line of so few words that it is no sentence. */
function tellsSecond(text: string): boolean {
  if (!/\d[:.]\d\d[:.]\d\d(?!\d)/.test(text) || /[?!]|\p{L}{4}\. \p{Lu}/u.test(text)) return false
  return (text.match(/\p{L}[\p{L}\p{M}'’.-]*/gu)?.length ?? 0) <= mostWords + 2
}
/** Nothing but a name before an address: `I asked Maria <maria@example.org>` has a word that is none. */
const isAfterName = (text: string): boolean =>
  !/^\s*(?!In (?:article|message) <)\S+ [^<(]{0,60}?(?<!\p{L})\p{Ll}{4}[^<(]{0,60}[<(]/u.test(text.slice(0, longestName))
const longestName = 130
/** Nothing but a name before the address; of whom something more is said behind it, an author tells. */
const nameFirst =
  /^[^,<>()]{1,60}[<(][^<>()]{1,200}[>)](?!>?,? (?:who|welcher?|d(?:er|ie)|qui|que|quien|che|quem|som|któr[ya]|kter[ýá]|котор\p{L}{2,3}|aki|joka)(?!\p{L}))/iu

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

const goesOn = /[<(][^\s<>()@]{1,80}@[^\s<>()@]{1,120}[>)]+,? \S/
/** Whether a line names who wrote, and a date in the next ends it. */
export const namesWriter = (line: string): boolean =>
  line.length <= longestLine && goesOn.test(line) && !/[.?!]$/.test(line.trim().replace(/\d\.$/, ''))

/** `Maria wrote:`, `maria@example.org wrote:`: whether a line begins with whom it names, so that nothing need stand above it. */
export const namesFirst = (line: string): boolean =>
  /^\s*["'“„«]?(?:\p{Lu}|\p{Lo}|[^\s<>@]{1,64}@[^\s<>()@]{3,120}\s)/u.test(line) && wrote.test(line)

/** `Quoting Maria <maria@example.org>:` Whether a line is whole: it begins with a capital, and names somebody with an address, or a zone. */
export const tellsAlone = (line: string): boolean =>
  line.length <= longestLine && /^\s*[*[]?\s?["'“„«]?[\p{Lu}\p{Lo}\d]/u.test(line) && (bracketed.test(line) || zoned.test(line))

const onlyName = /^\s*["'“„«]?(?:\p{Lu}|\p{Lo})[^\s.?!]*(?: (?:\p{Lu}|\p{Lo}|\p{Ll}{1,3}(?!\p{L})|[(&])[^\s?!]*){0,5}["'”“»,]?\s*$/u
/** The first line of one that a mailer broke: it says who or when, or, right `above` the last one, nothing but a name; what an author says does not. */
export const tellsWhoOrWhen = (line: string, above: boolean): boolean =>
  line.length <= longestLine && (addressLike.test(line) || dateLike.test(line) || (above && onlyName.test(line)) || opensBroken(line))

/** `On Monday,`, `Am Montag schrieb`: the words that many begin with, a day, and what goes on in the next line. */
export const opensBroken = (line: string): boolean =>
  line.length <= longestOpening && dayFirst.test(line) && (/,\s*$/.test(line) || wrote.test(line))
const longestOpening = 40
const dayFirst = /^\s*(?:on|am|le|el|il|em|op|den|på|dne|w|v|в|la)\s+\p{L}{3,14}/iu

/** Whether a line may be the last of one. Above a quote it may end without a sign. */
export const mayEnd = (line: string, aboveQuote: boolean): boolean =>
  attributionEnd.test(line) || (aboveQuote && (looseEnd.test(line) || fullDate.test(line) || addressLike.test(line)))

/** Behind a month, or the dots of a date: four digits behind other words are a time of day. */
const anyYear = /(?<=\p{L}{3}[.,]{0,2} |(?<!\p{L})d[ei] |\d[./-]|\d, )(?:1\d|20|25)\d\d(?![\d:])/gu
const firstMail = 1970
/** `On 3 May 1849, Emily Brontë wrote:` Years of the Hijra and of Persia begin with such numbers as well. */
function isOlderThanMail(text: string): boolean {
  if (addressLike.test(text) || timeOfDay.test(text) || /\p{Script=Arabic}/u.test(text)) return false
  const years = text.match(anyYear) ?? []
  return years.length > 0 && years.every((year) => Number(year) < firstMail)
}

/** Whether nothing follows the verb, or nothing but a colon and when it was. */
function closesWithVerb(text: string): boolean {
  const said = text.replace(/[:：] ?\d[^?!:：]{5,60}[:.]\d\d(?::\d\d)?[^?!:：]{0,40}$/u, '')
  if (said !== text) return wrote.test(said)
  const verb = wrote.exec(text)
  return verb !== null && bareEnd(text).length === verb.index + verb[0].length
}

const tellsAll = (text: string): boolean => fullDate.test(text) && timeOfDay.test(text)

/** Without a colon, right above a quote. */
function introducesOpenly(text: string): boolean {
  const fully = tellsAll(text)
  const known = looseEnd.test(text) && bracketed.test(text) && (wrote.test(text) || dateFirst.test(text) || fully)
  return known || tellsWhoAndWhen(text) || (fully && closesWithVerb(text))
}

/** In any language, right above what is marked: a name with its address in brackets, or a line that begins with a date, or says when as no person does. */
function introducesByForm(text: string): boolean {
  const fully = tellsAll(text)
  if (bracketed.test(text) || (fully && text.search(fullDate) < soon) || (dateFirst.test(text) && timeOfDay.test(text))) return true
  return tellsWhoAndWhen(text) || (fully && (zoned.test(text) || tellsSecond(text))) || onlyAddress.test(text)
}

/** Of a text of any length and time. */
function introduces(text: string, aboveQuote: boolean): boolean {
  if (!attributionEnd.test(text)) return aboveQuote && introducesOpenly(text)
  const address = addressLike.test(text)
  if (wrote.test(text)) return aboveQuote || address || dateLike.test(text) || opener.test(text)
  return (address && dateLike.test(text)) || (aboveQuote && introducesByForm(text))
}

/** `On Monday, Maria wrote:`, or without the verb: when, who, with an address, and a colon. Right above a quote, `Maria wrote:` is enough. */
export const isAttribution = (text: string, aboveQuote: boolean): boolean =>
  text.length <= longestLine && introduces(text, aboveQuote) && !isOlderThanMail(text)

/** `On 3 May I wrote:` Whoever quotes themselves tells of it; programs name who wrote. Other languages have another verb then. */
export const tellsOfOneself =
  /(?<!\p{L})(?:I (?:wrote|said)|schrieb ich|(?:habe|hatte) ich geschrieben|schreef ik|skrev (?:jag|jeg|eg))["*_]*\s*[:：]["*_]*\s*$/u

/** `Maria Example je 24. 11. 2021 ob 9:17`: a full name, hardly a word, and when. */
const nameThenWhen =
  /^\s*\p{Lu}[\p{L}\p{M}'’-]*(?: \p{Lu}[\p{L}\p{M}.'’-]*){1,3},?(?: \p{Ll}{1,8}\.?){0,3},? \(?(?:\p{L}{2,12}\.?,? ){0,2}\d/u
const endsWithTime = /\d[:.h]\d\d(?:[:.]\d\d)?(?: ?\p{L}{1,2}\.? ?(?:\p{L}\.)?)?\)?["*_]*\s*[:：]["*_]*\s*$/u
const endsWithAddress = /@[^\s<>()@]{1,120}[>)](?:[,，]? \p{L}{1,14}){0,3}\s?[:：]["*_]*\s*$/u
const mostBefore = 4
const mostBeside = 5
const smallWords = (text: string): number => text.match(/(?<!\p{L})\p{Ll}{2}/gu)?.length ?? 0
/** Of several people, with an address each, only a person tells. */
const namesSeveral = (text: string): boolean =>
  new Set(text.toLowerCase().match(/[^\s<>()@:"]{1,80}@[^\s<>()@,;:"]{1,120}/g) ?? []).size > 1
/** In any language: a name before its address, few words, and when, up to the colon; or when, and at the end who. */
function tellsByForm(text: string): boolean {
  const who = /^[^<>()]{1,80}[<(]+[^\s<>()@]{1,80}@/.exec(text)?.[0]
  if (who === undefined || !attributionEnd.test(text) || !fullDate.test(text) || !timeOfDay.test(text)) return false
  if (/[?!]|\p{L}{4}\. \p{Lu}/u.test(text) || namesSeveral(text)) return false
  const before = who.slice(0, who.search(/[<(]/)).trim().split(/\s+/)
  // A name begins with a capital, and so does what stands before it; a nickname stands alone.
  const capital = /^["'“„«\p{Lu}\p{Lo}]/u
  if (endsWithTime.test(text)) return before.length <= mostBefore && [before[0], before.at(-1)].every((word) => capital.test(word ?? ''))
  return endsWithAddress.test(text) && /^\s*(?:\p{L}{1,4} |\p{L}{1,12}[.,]{1,2} ?)?\d/u.test(text)
}

/** What stands behind a time, and is nobody. */
const notNames = /(?<!\p{L})(?:[AaPp]\.?[Mm]\.?|Uhr|UTC|[A-Z]{1,3}[TZ]|kl|GMT[+-]\d+)(?!\p{L})\.?/gu
/** `der Server`: what has no name has an article before it, or no capital. */
const person = /(?<!\p{L})(?:\p{Lu}[\p{L}\p{M}'’.-]*|\p{Lo}+)/u
const article =
  /(?<!\p{L})(?:the|our|a|an|der|die|das|unser|unsere|mein|meine|ein|eine|le|la|el|il|lo|un|une|una|de|het|een|nuestro|nuestra|notre|nosso|o) \p{L}+(?: \p{L}+)?$/iu
const fullCapitals = /\p{Lu}[^\s\p{Lu}]* (?:\p{Ll}{1,3} )*\p{Lu}/u
/** A text without the signs and spaces at its end. */
function bareEnd(text: string): string {
  let end = text.length
  while (end > 0 && /[\s:："*_]/u.test(text[end - 1] as string)) end--
  return text.slice(0, end)
}
/** Who is spoken of as `he` was named before, by the author. */
const nickname =
  /^[\s,]*(?!(?:it|he|she|they|es|er|sie|il|elle|ils|él|ella|lui|lei|ele|ela|hij|zij|ze|han|hon|hun|on|ona|ono|он|она|они)(?!\p{L}))[\p{Ll}\d._-]+[\s:：]*$/u
/** Whether somebody is named: before the date, or from the time on, the verb aside. */
function namesPerson(text: string): boolean {
  if (!opener.test(text) && nameThenWhen.test(text)) return true
  const rest = text
    .slice((/^.*\d/su.exec(text)?.[0] ?? '').length)
    .replace(notNames, ' ')
    .replace(wrote, ' ')
  const name = person.exec(rest)
  if (!name) return nickname.test(rest) || !(opener.test(text) || /\p{L}/u.test(rest))
  return /^\p{Lo}/u.test(name[0]) || fullCapitals.test(rest) || !article.test(bareEnd(rest.slice(0, name.index) + name[0]))
}

/** Indented lines below which somebody goes on without: a log of which they tell, or what they answer. */
export function goesOnBelow(lines: string[]): boolean {
  const filled = lines.filter((line) => line.trim() !== '')
  return /^(?: {2}|\t)/.test(filled[0] ?? '') && filled.some((line) => /^\S/.test(line))
}

/** Unmarked text below is taken for a quotation only where the words say so: a person writes no time of day, and no address. */
export function leavesNoDoubt(text: string): boolean {
  const address = addressLike.test(text)
  const whole = timeOfDay.test(text) && fullDate.test(text)
  if (
    wrote.test(text) &&
    (address
      ? dateLike.test(text) || (nameFirst.test(text) && isAfterName(text))
      : whole && namesPerson(text) && (datedOpener.test(text) || (nameThenWhen.test(text) && smallWords(text) <= mostBeside)))
  )
    return true
  // As Japan has it, the day of the week in brackets.
  const plain = text.replace(/ ?\(\p{Lo}\)/u, ' ')
  return address && (whenFirst.test(plain) || tellsByForm(plain))
}

/** An attribution that goes on with what it quotes: `On Friday, Maria <maria@example.org> wrote: Shall we?` */
export function quotesInLine(line: string): boolean {
  if (!opener.test(line) && !datedOpener.test(line)) return false
  const end = /(?<=\p{L}|>|\))\s?[:：]\s/u.exec(line)
  const text = end ? line.slice(0, end.index + end[0].trimEnd().length) : ''
  return addressLike.test(text) && dateLike.test(text) && wrote.test(text)
}
