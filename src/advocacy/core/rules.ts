import type { AnswerClass, VendorSide, Visibility } from '../../lib/db/schema.ts'
import { laterDay } from '../../lib/typed-day.ts'

/** How a group and its vendor work where nothing else was agreed. */
export const defaultRule = { answerMonths: 3, remindDays: [14, 3], readers: 'subscribers' as Visibility, holdDays: 0 }

/**
 * The day until which an answer is due.
 * @param submittedOn YYYY-MM-DD
 * @param months as the group has agreed; the end of a short month stands for days that it lacks
 */
export const dueOn = (submittedOn: string, months: number): string => laterDay(submittedOn, { months })

/** A guest is away: who stands in for them, and until when. */
export interface Away {
  personId: number
  name: string
  /** YYYY-MM-DD; the last day. */
  until: string
}

/** Whom letters to some guests reach, each once: in place of who is away, whoever stands in for them, or for that one in turn. */
export function reached<G extends { id: number; away: Away | null }>(all: readonly G[], wanted: readonly G[]): G[] {
  const found = new Map<number, G>()
  for (const one of wanted) {
    const passed = new Set<number>()
    let here: G = one
    while (here.away !== null && !passed.has(here.id)) {
      passed.add(here.id)
      const next = all.find(({ id }) => id === here.away?.personId)
      if (!next) break
      here = next
    }
    found.set(here.id, here)
  }
  return [...found.values()]
}

/** Of the group and its vendor, the one or the other. */
export const otherSide = (side: VendorSide): VendorSide => (side === 'group' ? 'vendor' : 'group')

/** An answer or a commitment: what both sides sign. */
export type Signable = { answerId: number } | { commitmentId: number }

/** So long what one side has said can be undone, and the other side hears of it together with what comes meanwhile. */
export const signingQuiet = 10 * 60_000

/** Whole days from one day to another; negative when the other is earlier. */
export const daysBetween = (from: string, to: string): number => Temporal.PlainDate.from(from).until(to).days

/**
 * Which reminder is due before an answer is: the nearest one that has come and was not sent. What was missed is not made up for,
 * and once it is late the page says so instead.
 * @returns the number of days before the due day, or undefined
 */
export function decideReminder({ dueOn: due, reminded }: { dueOn: string; reminded: number[] }, remindDays: number[], today: string) {
  const left = daysBetween(today, due)
  if (left < 0) return undefined
  const nearest = remindDays.filter((days) => left <= days).sort((a, b) => a - b)[0]
  return nearest === undefined || reminded.some((days) => days <= nearest) ? undefined : nearest
}

/** Where an item that was handed over stands. */
export type ItemState = 'answered' | 'waiting' | 'late' | 'asked' | 'withdrawn'

/** An open question of the vendor stops the clock: then it is the group's turn. */
export function itemState(item: { dueOn: string; answered: boolean; openQuestions: number; withdrawn: boolean }, today: string): ItemState {
  if (item.answered) return 'answered'
  if (item.withdrawn) return 'withdrawn'
  if (item.openQuestions > 0) return 'asked'
  return item.dueOn < today ? 'late' : 'waiting'
}

/** Who may read an answer, as sheets offer it and forms send it: in English, whoever reads. */
export const readersNames: Record<Visibility, string> = { group: 'Working group only', subscribers: 'Subscribers', public: 'Everyone' }

/** Who somebody is to a group, as far as answers are concerned. */
export interface Hearer {
  inGroup: boolean
  subscribed: boolean
  /** A guest of the vendor's, and the answer was given to what was handed over. */
  answering: boolean
}

/**
 * May they read it? The group always; the vendor's guests what they have answered; the others as it says, from the instant that it says.
 */
export function mayHear(
  { inGroup, subscribed, answering }: Hearer,
  { readers, readersFrom }: { readers: Visibility; readersFrom: Date },
  at: Date,
): boolean {
  if (inGroup || answering) return true
  if (readersFrom > at || readers === 'group') return false
  return readers === 'public' || subscribed
}

/** The middle of some numbers; of an even count the mean of the two in the middle. Undefined of none. */
export function median(numbers: number[]): number | undefined {
  if (numbers.length === 0) return undefined
  const sorted = numbers.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const [low, high] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle] ?? 0, sorted[middle] ?? 0]
  return (low + high) / 2
}

/** What happened between handing over and telling back; days as YYYY-MM-DD. */
export interface Passage {
  submittedOn: string
  answeredOn?: string
  /** When the vendor asked, and when the group answered. */
  questions: { askedOn: string; answeredOn?: string }[]
  toldOn?: string
}

/**
 * Days of waiting, the vendor's apart from the group's: while a question of the vendor's is open, and from the answer until it
 * was told back, the group is waited for; all other days from handing over to the answer are the vendor's.
 */
export function splitWait({ submittedOn, answeredOn, questions, toldOn }: Passage, today: string): { vendor: number; group: number } {
  const end = answeredOn ?? today
  const spans = questions
    .map(({ askedOn, answeredOn: until }) => ({ from: max(askedOn, submittedOn), to: min(until ?? end, end) }))
    .filter(({ from, to }) => from < to)
    .sort((a, b) => (a.from < b.from ? -1 : 1))
  let asked = 0
  let reached = submittedOn
  for (const { from, to } of spans) {
    const begin = max(from, reached)
    if (begin < to) asked += daysBetween(begin, to)
    reached = max(reached, to)
  }
  const whole = Math.max(0, daysBetween(submittedOn, end))
  const telling = answeredOn === undefined ? 0 : Math.max(0, daysBetween(answeredOn, toldOn ?? today))
  return { vendor: whole - asked, group: asked + telling }
}

const max = (a: string, b: string): string => (a > b ? a : b)
const min = (a: string, b: string): string => (a < b ? a : b)

/** What is known of a request's way; what did not happen is absent, for stations are optional and none is faked. */
export interface Way {
  messages: number
  cases: number
  request: { href?: string; concern: boolean }
  /** The round, or the ballot without a cycle, that it was on, where there was one. */
  ballot?: { href: string; round: 'round_one' | 'round_two' | 'alone'; won?: boolean }
  handed?: { href: string; on: string; dueOn: string; late: boolean; asked: boolean }
  answer?: { href: string; class: AnswerClass; release: string }
  commitment?: { href: string; points: number; year: number; state: 'committed' | 'delivered' | 'dropped' | 'carried' }
  delivery?: { href: string; release: string; verdict: 'full' | 'partly' | 'no' | null }
  told?: { href?: string; on: string }
}

/** A station as the chain shows it. */
export interface WayStation {
  key: 'messages' | 'cases' | 'request' | 'ballot' | 'handed' | 'answer' | 'commitment' | 'delivery' | 'told'
  href?: string
  state: 'done' | 'now'
}

/**
 * The stations of a request's way in their order, and where it stands now: at the first one that still waits for somebody.
 * One that is behind us is done; those that never were are left out.
 */
export function stationsOf(way: Way): WayStation[] {
  const { handed, answer, commitment, delivery, told, ballot } = way
  const waits: Partial<Record<WayStation['key'], boolean>> = {
    handed: handed !== undefined && answer === undefined,
    commitment: commitment?.state === 'committed' && delivery === undefined,
    delivery: delivery !== undefined && delivery.verdict !== 'full',
  }
  const all: (WayStation | false | undefined)[] = [
    way.messages > 0 && { key: 'messages', state: 'done' },
    way.cases > 0 && { key: 'cases', state: 'done' },
    { key: 'request', href: way.request.href, state: 'done' },
    ballot && { key: 'ballot', href: ballot.href, state: 'done' },
    handed && { key: 'handed', href: handed.href, state: 'done' },
    answer && { key: 'answer', href: answer.href, state: 'done' },
    commitment && { key: 'commitment', href: commitment.href, state: 'done' },
    delivery && { key: 'delivery', href: delivery.href, state: 'done' },
    told && { key: 'told', href: told.href, state: 'done' },
  ]
  const stations = all.filter((one): one is WayStation => Boolean(one))
  const standing = stations.find(({ key }) => waits[key]) ?? (handed ? undefined : stations.find(({ key }) => key === 'request'))
  return stations.map((one) => (one === standing ? { ...one, state: 'now' } : one))
}
