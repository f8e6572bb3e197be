import type { AnswerClass } from '../../lib/db/schema.ts'
import { answerClasses } from '../answers/rules.ts'
import { daysBetween, median, type Passage, splitWait } from '../rules.ts'

/** A request on its way to the vendor and back. Days as YYYY-MM-DD. */
export interface Crossing extends Passage {
  dueOn: string
  /** Of its first answer. */
  class?: AnswerClass
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
  /** Days that the vendor took, by what it said in the end; the middle of each. */
  byClass: { class: AnswerClass; count: number; days: number }[]
  /** The middle of all waits of the vendor's that have ended. */
  vendorDays?: number
  /** Of the group's own: to answer questions, and to tell back. */
  questionDays?: number
  tellingDays?: number
  /** By quarter, oldest first: `2026 Q3`. */
  quarters: { name: string; handed: number; answered: number }[]
}

const quarterOf = (day: string): string => `${day.slice(0, 4)} Q${Math.floor((Number(day.slice(5, 7)) - 1) / 3) + 1}`

/** The relationship in numbers. The vendor's delays stand apart from the group's own. */
export function picture(crossings: Crossing[], today: string): Picture {
  const waits = crossings.map((one) => ({ ...one, ...splitWait(one, today) }))
  const done = waits.filter(({ answeredOn }) => answeredOn !== undefined)
  const questions = crossings.flatMap((one) => one.questions)
  const asking = questions.flatMap(({ askedOn, answeredOn }) => (answeredOn ? [daysBetween(askedOn, answeredOn)] : []))
  const telling = done.flatMap(({ answeredOn, toldOn }) => (answeredOn && toldOn ? [Math.max(0, daysBetween(answeredOn, toldOn))] : []))
  const byClass = answerClasses.flatMap((name) => {
    const of = done.filter((one) => one.class === name).map(({ vendor }) => vendor)
    const days = median(of)
    return days === undefined ? [] : [{ class: name, count: of.length, days }]
  })
  const asked = ({ questions: of }: Crossing) => of.some(({ answeredOn }) => answeredOn === undefined)
  const names = [
    ...new Set([...crossings.map((one) => quarterOf(one.submittedOn)), ...done.map((one) => quarterOf(one.answeredOn ?? today))]),
  ].sort()
  return {
    handed: crossings.length,
    answered: done.length,
    late: waits.filter((one) => one.answeredOn === undefined && one.dueOn < today && !asked(one)).length,
    answeredLate: done.filter((one) => (one.answeredOn ?? '') > one.dueOn).length,
    byClass,
    vendorDays: median(done.map(({ vendor }) => vendor)),
    questionDays: median(asking),
    tellingDays: median(telling),
    quarters: names.map((name) => ({
      name,
      handed: crossings.filter((one) => quarterOf(one.submittedOn) === name).length,
      answered: done.filter((one) => quarterOf(one.answeredOn ?? today) === name).length,
    })),
  }
}
