import { beginningWith, saidIn, wordsOf } from '../../lib/ui/words.ts'
import { burden, type LedgerEntry } from '../rules.ts'

/** What somebody says to one of the times. Who says nothing has not answered: that is no "no". */
export type Availability = 'yes' | 'maybe' | 'no'

/** What was answered to one time. */
export interface SlotAnswers {
  slotId: number
  startsAt: Date
  yes: number
  maybe: number
  no: number
}

/** A time with what it would cost people. */
export interface Rated extends SlotAnswers {
  costs: { name: string; points: number }[]
  /** The largest sum in the ledger that anybody would then have: the smaller, the fairer. */
  largest: number
}

/** Times with what each would cost those in the ledger, whom it costs most first. */
export const rateSlots = (slots: readonly SlotAnswers[], minutes: number, ledger: readonly (LedgerEntry & { name: string })[]): Rated[] =>
  slots.map((slot) => {
    const ends = new Date(slot.startsAt.getTime() + minutes * 60_000)
    const costs = ledger.map((entry) => ({ name: entry.name, before: entry.points, points: burden(slot.startsAt, ends, entry) }))
    const largest = Math.max(0, ...costs.map(({ before, points }) => before + points))
    return { ...slot, costs: costs.sort((a, b) => b.points - a.points).map(({ name, points }) => ({ name, points })), largest }
  })

/** The best for all first: most who can, then most who perhaps can, fewest who cannot; of equal ones the fairest, then the earliest. */
export const bestSlots = <S extends Omit<Rated, 'costs'>>(slots: readonly S[]): S[] =>
  slots.toSorted(
    (a, b) => b.yes - a.yes || b.maybe - a.maybe || a.no - b.no || a.largest - b.largest || a.startsAt.getTime() - b.startsAt.getTime(),
  )

/** The one that is best for all; undefined while nobody can at any. */
export const bestOf = <S extends Omit<Rated, 'costs'>>(slots: readonly S[]): S | undefined =>
  bestSlots(slots).find(({ yes, maybe }) => yes + maybe > 0)

const said = wordsOf('meetings', 'said')
const escaped = (words: string[]) =>
  words
    .toSorted((a, b) => b.length - a.length)
    .map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
    .join('|')
const greets = beginningWith(saidIn((locale) => said(locale).greeting))
const no = escaped(saidIn((locale) => `${said(locale).no}, ${said(locale).cannot}`))
const yes = escaped(saidIn((locale) => `${said(locale).yes}, ${said(locale).can}`))
const maybe = escaped(saidIn((locale) => said(locale).perhaps))
const all = escaped(saidIn((locale) => said(locale).all))
const and = escaped(saidIn((locale) => said(locale).and))
const none = new RegExp(String.raw`^(?:${escaped(saidIn((locale) => said(locale).none))})(?!\p{L})`, 'iu')

// What stands between two numbers, and between numbers and their word.
const apart = String.raw`(?:\s*(?:[,/+&]|(?<!\p{L})(?:${and})(?!\p{L}))\s*|\s+)`
const between = String.raw`\s*(?:[:=).–-]+\s*)?`
const one = String.raw`\d{1,2}(?:\s*[-–]\s*\d{1,2})?(?![\d:.]\d|\d)`
const numbers = `(?<all>${all})|(?<list>${one}(?:${apart}${one}){0,39})`
const word = (name: string) => String.raw`(?:(?<no${name}>${no})|(?<yes${name}>${yes})|(?<maybe${name}>${maybe}))(?!\p{L})`
// “1, 3 yes” or “yes: 1, 3”. No two parts take the same: time stays linear.
const numberFirst = new RegExp(String.raw`^(?:${numbers})(?!\p{L})${between}${word('1')}`, 'iu')
const wordFirst = new RegExp(String.raw`^${word('1')}${between}(?:${numbers})(?!\p{L})`, 'iu')
// “No. 2: yes” is no “no”.
const numbered = /^(?:#|n(?:o|r|um|º|°)?\.?|option|date|datum|fecha|data)\s*(?=\d)/iu

function expand(list: string, count: number): number[] {
  return [...list.matchAll(/(\d{1,2})(?:\s*[-–]\s*(\d{1,2}))?/g)].flatMap(([, from = '0', to = from]) => {
    const [first, last] = [Number(from), Math.min(Number(to), count)]
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i)
  })
}

/** One answer: which numbers, what, and where the rest begins. */
interface Clause {
  numbers: number[]
  answer: Availability
  length: number
}

/** The answer at the beginning of a text. */
function readClause(text: string, count: number): Clause | undefined {
  const everyOne = Array.from({ length: count }, (_, i) => i + 1)
  const ofNone = none.exec(text)
  if (ofNone) return { numbers: everyOne, answer: 'no', length: ofNone[0].length }
  const prefix = numbered.exec(text)?.[0].length ?? 0
  const after = prefix > 0 ? numberFirst.exec(text.slice(prefix)) : null
  const found = numberFirst.exec(text) ?? after ?? wordFirst.exec(text)
  const groups = found?.groups
  if (!found || !groups) return undefined
  const length = found[0].length + (found === after ? prefix : 0)
  const answer = groups.no1 ? 'no' : groups.yes1 ? 'yes' : 'maybe'
  const named = groups.all ? everyOne : expand(groups.list ?? '', count)
  return named.length > 0 && named.every((n) => n >= 1 && n <= count) ? { numbers: named, answer, length } : undefined
}

const longestLine = 300

/** The answers of a line that begins with one; what is said beside an answer ends with a comma or the like. */
function readLine(line: string, count: number): Clause[] {
  const clauses: Clause[] = []
  let rest = line
  while (rest !== '') {
    const clause = readClause(rest, count)
    if (!clause && clauses.length === 0) break
    if (clause) clauses.push(clause)
    rest = /(?:[,;.|]|\s(?=\d))\s*(.*)$/s.exec(rest.slice(clause?.length ?? 0))?.[1] ?? ''
  }
  return clauses
}

/**
 * Reads what somebody answers to the numbered times of a date poll, in words: “1 yes, 2 maybe”, “3-5: nein”, “yes: 1 and 4”, “all yes”. Of a
 * number that is said twice the later counts. A line that begins with no answer is a comment, whatever numbers it has.
 * @param text without what it quotes
 * @param count of the times
 * @returns undefined where no line is an answer
 */
export function readDates(text: string, count: number): { answers: Map<number, Availability>; comment: string } | undefined {
  const answers = new Map<number, Availability>()
  const comments: string[] = []
  for (const line of text.replaceAll("'", '’').split('\n').slice(0, 100)) {
    const typed = line.trim().slice(0, longestLine)
    const clauses = readLine(greets(typed) ? typed.replace(/^[^,;:.!\d]*[,;:.!]+\s*(?=.)/u, '') : typed, count)
    for (const { numbers: named, answer } of clauses) for (const n of named) answers.set(n, answer)
    if (clauses.length === 0 && line.trim() !== '') comments.push(line.trim())
  }
  return answers.size > 0 ? { answers, comment: comments.join(' ').slice(0, 500) } : undefined
}
