import type { AnswerClass, SigningAct } from '../../lib/db/schema.ts'
import { answerClasses } from '../answers/rules.ts'
import { daysBetween, median, type Passage, splitWait } from '../core/rules.ts'

/** A request on its way to the vendor and back. Days as YYYY-MM-DD. */
export interface Crossing extends Passage {
  dueOn: string
  /** Of its first answer. */
  class?: AnswerClass
  /** What both sides say of that answer. */
  signed?: SigningAct
  /** The answer should be told back, and was not. */
  untold?: boolean
}

/** What waits for the group, or did. */
export interface OwnWait {
  /** The middle of all waits, with those that go on as long as they are today; undefined where that would say less than is true. */
  days?: number
  /** How many have ended, and how many go on. */
  done: number
  waiting: number
}

export const momentKinds = ['handed', 'question', 'answer', 'commitment', 'dropped', 'delivery', 'checked', 'told', 'meeting'] as const
export type MomentKind = (typeof momentKinds)[number]

/** Something that happened between group and vendor. */
export interface Moment {
  at: Date
  kind: MomentKind
  title: string
  href: string
  detail: string
}

export interface Picture {
  handed: number
  answered: number
  /** Overdue today, and with the vendor's clock running. */
  late: number
  /** Answers that came after their day. */
  answeredLate: number
  /** Of the answers, those that both sides have confirmed, and those that one disputes. */
  confirmed: number
  disputed: number
  /** Days that the vendor took, by what it said in the end; the middle of each. */
  byClass: { class: AnswerClass; count: number; days: number }[]
  /** The middle of all waits of the vendor's that have ended. */
  vendorDays?: number
  /** Of the group's own: to answer questions, and to tell back. */
  asking: OwnWait
  telling: OwnWait
  /** By quarter, from the first to today's, those without anything as well; oldest first: `2026 Q3`. */
  quarters: { name: string; handed: number; answered: number }[]
}

const quarterOf = (day: string): string => `${day.slice(0, 4)} Q${Math.floor((Number(day.slice(5, 7)) - 1) / 3) + 1}`

/** All quarters between two days, theirs included. */
function quartersBetween(first: string, last: string): string[] {
  const number = (day: string) => Number(day.slice(0, 4)) * 4 + Math.floor((Number(day.slice(5, 7)) - 1) / 3)
  const from = number(first)
  return Array.from({ length: Math.max(0, number(last) - from + 1) }, (_, i) => `${Math.floor((from + i) / 4)} Q${((from + i) % 4) + 1}`)
}

/** How long something waits for the group, by the days of what has ended and of what goes on. While something waits it is never "0 days". */
export function ownWait(done: number[], waiting: number[]): OwnWait {
  const days = median([...done, ...waiting])
  const none = days === undefined || (waiting.length > 0 && Math.round(days * 10) === 0)
  return { ...(none ? {} : { days }), done: done.length, waiting: waiting.length }
}

/** The relationship in numbers. The vendor's delays stand apart from the group's own. */
export function picture(crossings: Crossing[], today: string): Picture {
  const waits = crossings.map((one) => ({ ...one, ...splitWait(one, today) }))
  const done = waits.filter(({ answeredOn }) => answeredOn !== undefined)
  const questions = crossings.flatMap((one) => one.questions)
  const asking = ownWait(
    questions.flatMap(({ askedOn, answeredOn }) => (answeredOn ? [daysBetween(askedOn, answeredOn)] : [])),
    questions.flatMap(({ askedOn, answeredOn }) => (answeredOn ? [] : [daysBetween(askedOn, today)])),
  )
  const since = (from: string | undefined, to: string) => (from ? [Math.max(0, daysBetween(from, to))] : [])
  const telling = ownWait(
    done.flatMap(({ answeredOn, toldOn }) => (toldOn ? since(answeredOn, toldOn) : [])),
    done.flatMap(({ answeredOn, toldOn, untold }) => (untold && !toldOn ? since(answeredOn, today) : [])),
  )
  const byClass = answerClasses.flatMap((name) => {
    const of = done.filter((one) => one.class === name).map(({ vendor }) => vendor)
    const days = median(of)
    return days === undefined ? [] : [{ class: name, count: of.length, days }]
  })
  const asked = ({ questions: of }: Crossing) => of.some(({ answeredOn }) => answeredOn === undefined)
  const days = [...crossings.map((one) => one.submittedOn), ...done.map((one) => one.answeredOn ?? today)].sort()
  const [first] = days
  const last = [today, days.at(-1) ?? today].sort().at(-1) ?? today
  const names = first === undefined ? [] : quartersBetween(first, last)
  return {
    handed: crossings.length,
    answered: done.length,
    late: waits.filter((one) => one.answeredOn === undefined && one.dueOn < today && !asked(one)).length,
    answeredLate: done.filter((one) => (one.answeredOn ?? '') > one.dueOn).length,
    confirmed: done.filter(({ signed }) => signed === 'confirmed').length,
    disputed: done.filter(({ signed }) => signed === 'disputed').length,
    byClass,
    vendorDays: median(done.map(({ vendor }) => vendor)),
    asking,
    telling,
    quarters: names.map((name) => ({
      name,
      handed: crossings.filter((one) => quarterOf(one.submittedOn) === name).length,
      answered: done.filter((one) => quarterOf(one.answeredOn ?? today) === name).length,
    })),
  }
}
