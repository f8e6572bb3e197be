import { fold } from '../../lib/fold.ts'
import { type Choice, choices } from '../../lib/ui/waits.ts'
import { saidIn, wordsOf } from '../../lib/ui/words.ts'
import { inZone } from '../../outbox/rules.ts'

/** What somebody answers to a number of the week's letter. */
export type Said = Choice | 'later'

/** What an answer says to one number; without a word it is what the letter names for it. */
export interface Order {
  n: number
  said: Said | undefined
  reason: string
}

/** What was read of an answer. */
export interface Read {
  orders: Order[]
  /** Lines that were not understood, as they were written. */
  unclear: string[]
}

const words = wordsOf('today', 'said')
const heard = (pick: (said: ReturnType<typeof words>) => string) => saidIn((locale) => pick(words(locale)))
const meaning = new Map<string, Said>([
  ...choices.flatMap((choice) => heard((said) => said[choice]).map((word): [string, Said] => [plain(word), choice])),
  ...heard(({ later }) => later).map((word): [string, Said] => [plain(word), 'later']),
])
const all = new Set(heard((said) => said.all).map(plain))
const greetings = heard((said) => said.greeting).map(plain)
const closings = heard((said) => said.closing).map(plain)

function plain(text: string): string {
  return fold(text).replaceAll('’', "'").trim()
}

const longestReason = 2_000
const longestLine = 4_000
const mostNumbers = 200
/** All numbers with a reason of full length each; what stands behind is no answer to a letter. */
const longestAnswer = mostNumbers * longestReason

/** `1`, `1 3`, `2-5`, `1 and 2`. */
const several = String.raw`#?\d{1,3}(?:(?:\s*(?:[-–+&]|and|und|et|y|e)\s*|\s+)#?\d{1,3})*`
// What follows is whatever stands there: a separator that is no end of a line to us would have every number tried as the last one.
const numbersFirst = new RegExp(`^(${several})(?!\\d)(.*)$`, 'isu')
const numbersLast = new RegExp(`^(\\p{L}[\\p{L}\\p{M}]*)[ :]+(${several})(?!\\d)(?:[.!]|\\s*[:–—-](.*))?$`, 'isu')

/** The numbers that are meant by `1`, `1 3` or `2-5`. */
function numbersOf(text: string): number[] {
  const found: number[] = []
  for (const [, from = '', to] of text.matchAll(/(\d{1,3})(?:\s*[-–]\s*#?(\d{1,3}))?/g)) {
    const last = Number(to ?? from)
    for (let n = Number(from); n <= last && found.length < mostNumbers; n++) found.push(n)
  }
  return found
}

interface Part {
  ns: number[] | 'all'
  said: Said | undefined
  reason: string
}

/** No word of ours, nor two of them with what stands between, is as long. */
const longestWord = 100

/** The word at the beginning of a text, and what follows it. */
function leadingWord(text: string): { said: Said; rest: string } | undefined {
  const parts = text.slice(0, longestWord).split(/(?<=[\p{L}\p{M}])(?![\p{L}\p{M}])/u)
  // A word may be two: not now.
  for (const size of [3, 2, 1]) {
    const first = parts.slice(0, size).join('')
    const said = meaning.get(plain(first.replaceAll(/\s+/g, ' ')))
    if (said) return { said, rest: text.slice(first.length) }
  }
  return undefined
}

const reasonOf = (rest: string): string => rest.replace(/^[\s:,.;!–—-]+/u, '').trim()

/** One part of an answer; undefined where it is no order. */
function readPart(text: string): Part | undefined {
  const reversed = numbersLast.exec(text)
  const before = reversed?.[1] && meaning.get(plain(reversed[1]))
  if (before) return { ns: numbersOf(reversed?.[2] ?? ''), said: before, reason: reasonOf(reversed?.[3] ?? '') }
  const [, numbers = '', more = ''] = numbersFirst.exec(text) ?? []
  const [everything = ''] = /^[\p{L}\p{M}]+/u.exec(text) ?? []
  const ns = numbers ? numbersOf(numbers) : all.has(plain(everything)) ? ('all' as const) : undefined
  if (ns === undefined) return undefined
  const rest = reasonOf(ns === 'all' ? text.slice(everything.length) : more.replace(/^\s*[)=]/, ''))
  if (rest === '') return { ns, said: undefined, reason: '' }
  const word = leadingWord(rest)
  return word && { ns, said: word.said, reason: reasonOf(word.rest) }
}

/** `1 yes 2 no`: what looks like the reason of one is the next. */
function apart(part: Part): Part[] {
  const parts = [part]
  for (let last = part; /^#?\d/.test(last.reason) && parts.length < mostNumbers; ) {
    const next = readPart(last.reason)
    if (next?.said === undefined) break
    last.reason = ''
    parts.push(next)
    last = next
  }
  return parts
}

const begins = (text: string, words: readonly string[]): boolean =>
  words.some((word) => plain(text).startsWith(word) && !/^\p{L}/u.test(plain(text).slice(word.length)))

/** `1, 2, 4 yes`: the word is said of all of them. */
function shareWords(parts: readonly Part[]): void {
  for (let at = parts.length - 2; at >= 0; at--) {
    const [one, next] = [parts[at], parts[at + 1]]
    if (one && next && one.said === undefined && next.said !== undefined && one.ns !== 'all')
      Object.assign(one, { said: next.said, reason: next.reason })
  }
}

/** The parts of a line: what belongs to a reason stays with it, commas and all, and numbers that are none of the letter's. */
function readLine(line: string): { parts: Part[]; unclear: boolean } {
  const parts: Part[] = []
  for (const [, mark = '', piece = ''] of line.matchAll(/(^|[,;])([^,;]*)/g)) {
    const last = parts.at(-1)
    const reasoned = last?.said !== undefined && last.reason !== '' ? last : undefined
    const part = readPart(piece.trim())
    if (part && !(reasoned && part.said === undefined)) parts.push(...apart(part))
    else if (reasoned) reasoned.reason += `${mark}${piece.trimEnd()}`
    else if (piece.trim() !== '') return { parts, unclear: true }
  }
  shareWords(parts)
  return { parts, unclear: false }
}

/** What is read of an answer, line by line. */
class Reading {
  readonly orders = new Map<number, Order>()
  readonly unclear: string[] = []
  /** Whose reason the next line may go on with. */
  #open: Order[] = []
  /** What stands between the last line and the next, where that goes on with what is said. */
  #between = ''
  readonly #count: number
  readonly #says: ReadonlySet<number>

  constructor(count: number, says: ReadonlySet<number>) {
    this.#count = count
    this.#says = says
  }

  endReason(): void {
    this.#open = []
  }

  /** A reason ends with its paragraph; what is written to others may have several. */
  endParagraph(): void {
    this.#open = this.#open.filter(({ n, said }) => said === 'yes' && this.#says.has(n))
    this.#between = '\n\n'
  }

  take(line: string): void {
    const { parts, unclear } = readLine(line)
    if (unclear && parts.length === 0 && this.#goesOn(line)) return
    if (unclear && !(parts.length === 0 && this.orders.size === 0 && begins(line, greetings))) this.unclear.push(line.slice(0, 200))
    this.endReason()
    this.#between = ''
    for (const part of parts) this.#note(part)
  }

  /** Does a line go on with a reason? */
  #goesOn(line: string): boolean {
    if (this.#open.length === 0 || /^#?\d/.test(line)) return false
    for (const order of this.#open) {
      const between = order.said === 'yes' && this.#says.has(order.n) ? this.#between || '\n' : ' '
      order.reason = `${order.reason}${between}${line}`.slice(0, longestReason)
    }
    this.#between = ''
    return true
  }

  #note({ ns, said, reason }: Part): void {
    const numbers = ns === 'all' ? Array.from({ length: this.#count }, (_, at) => at + 1) : ns
    for (const n of numbers) {
      const order = { n, said, reason: reason.slice(0, longestReason) }
      this.orders.delete(n)
      this.orders.set(n, order)
      if (order.reason) this.#open.push(order)
    }
  }
}

/**
 * Reads an answer to the week's letter, in any of our languages: `1 yes, 2 no: reason, 3 later`, on one line or several. A number alone means what
 * the letter names for it. Of what is said twice the last counts. A line that goes on after a reason belongs to it.
 * @param text what somebody says, without what they quote
 * @param count how many numbers the letter has
 * @param says the numbers whose yes says something to others, in as many paragraphs as it needs
 */
export function readAnswers(text: string, count: number, says: ReadonlySet<number> = new Set()): Read {
  const reading = new Reading(count, says)
  const lines = text.slice(0, longestAnswer).split('\n')
  for (const line of lines.map((one) =>
    one
      .slice(0, longestLine)
      .trim()
      .replace(/^[-*•]\s+/, ''),
  )) {
    // Quoted between the lines of an answer.
    if (line.startsWith('>')) reading.endReason()
    else if (line === '') reading.endParagraph()
    else if (begins(line, closings)) break
    else reading.take(line)
  }
  return { orders: [...reading.orders.values()].slice(0, mostNumbers), unclear: reading.unclear.slice(0, 20) }
}

/** Their day, if it is the hour of their letter or later on that day; undefined where it is not. A zone that is none any more is UTC. */
export function weekDayDue({ weekday, hour }: { weekday: number; hour: number }, zone: string, now: Date): string | undefined {
  const there = inZone(zone, now)
  return there.dayOfWeek === weekday && there.hour >= hour ? there.toPlainDate().toString() : undefined
}
