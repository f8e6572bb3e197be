import { readTypedDay, typedDay } from '../../lib/typed-day.ts'
import { saidIn, wordsOf } from '../../lib/ui/words.ts'

/** What an action is made of. It belongs to a group, or to a person alone. */
export interface NewAction {
  title: string
  note?: string
  groupId?: number
  ownerId?: number
  /** YYYY-MM-DD */
  dueOn?: string
  /** The thing that it came from, as in the journal: `meeting:12`, `handover:3`; and the address of that thing here. */
  source?: string
  sourcePath?: string
}

/** What of an action its form shows and changes, with its state, which others change too. */
export interface Shown {
  title: string
  note: string
  ownerId: string
  dueOn: string
  state: string
}

/** What of a task its readers see, to tell whether a colleague changed it meanwhile. */
export const shownOf = (action: { title: string; note: string; ownerId: number | null; dueOn: string | null; state: string }): Shown => ({
  ...{ title: action.title, note: action.note, state: action.state },
  ...{ ownerId: String(action.ownerId ?? ''), dueOn: action.dueOn ?? '' },
})

const facts = ['title', 'ownerId', 'dueOn', 'note', 'state'] as const

/** What a form says that it showed; undefined of a program, which was shown none. */
export function readShown(text = ''): Shown | undefined {
  try {
    const said = Object(JSON.parse(text)) as Partial<Record<keyof Shown, unknown>>
    return facts.every((fact) => typeof said[fact] === 'string') ? (said as Shown) : undefined
  } catch {
    return undefined
  }
}

/** What was said anew of an action since a form showed it; undefined where nothing was. */
export function changedSince(seen: Shown, now: Shown): (keyof Shown)[] | undefined {
  const changed = facts.filter((fact) => seen[fact] !== now[fact])
  return changed.length > 0 ? changed : undefined
}

/** The form after somebody else changed its action: what was typed stays, what was left as it was shown follows the action. */
export const followed = (typed: Partial<Shown>, seen: Shown, now: Shown): Shown =>
  Object.fromEntries(
    facts.map((fact) => [fact, typed[fact] === undefined || typed[fact] === seen[fact] ? now[fact] : typed[fact]]),
  ) as unknown as Shown

/** How pressing an open action is on a day. */
export function decideUrgency(dueOn: string | null, today: string): 'late' | 'soon' | 'later' | 'undated' {
  if (dueOn === null) return 'undated'
  if (dueOn < today) return 'late'
  return Temporal.PlainDate.from(today).until(dueOn).days <= 7 ? 'soon' : 'later'
}

/** Days before an action is due on which its owner hears of it, and again once it is late. */
export const remindDays = 3

/** What an owner wants with one of the actions in their reminder. */
export type Order = { n: number; to: 'done' | 'dropped'; dueOn?: undefined } | { n: number; to: 'moved'; dueOn: string }

/** What became of one action by an answer. */
export interface Became {
  n: number
  as: 'done' | 'dropped' | 'moved' | 'settled'
  dueOn?: string
}

/** Why an answer cannot be followed, by a word that the letter about it explains. */
export type AnswerProblem = 'nothing' | 'which' | 'number' | 'past' | 'reason'

const said = wordsOf('groups', 'said')
/** What people write for a word in any language of our letters, as part of an expression; an apostrophe is either of the two. */
const words = (name: Exclude<keyof ReturnType<typeof said>, 'roles'>): string =>
  saidIn((locale) => said(locale)[name])
    .map((word) => RegExp.escape(word.normalize('NFC')).replaceAll(/’|'/g, "[’']"))
    .join('|')
const numbers = String.raw`\d{1,2}(?:\s*(?:,|&|${words('and')})\s*\d{1,2})*`
const done = new RegExp(`^(?:(?:${words('done')})[ :]*(${numbers}|${words('all')})?|(${numbers})[ :]*(?:${words('done')}))[.!]?$`, 'iu')
const drop = new RegExp(`^(?:${words('drop')})[ :]*(${numbers})?(?:[ :,–-]+(.*))?$`, 'isu')
const move = new RegExp(String.raw`^(?:(${numbers})[ :]+)?(?:(?:${words('until')})\s+)?(${typedDay})[.!]?$`, 'iu')

const listed = (said: string | undefined): number[] => (said?.match(/\d+/g) ?? []).map(Number)

/** One line of an answer; undefined where it is no order. Without a number it means the only one there is. */
function readLine(line: string): { ns: number[]; all?: boolean; to: Order['to']; dueOn?: string; reason?: string } | undefined {
  const finished = done.exec(line)
  if (finished) {
    const which = finished[1] ?? finished[2]
    return { ns: listed(which), all: which !== undefined && !/\d/.test(which), to: 'done' }
  }
  const moved = move.exec(line)
  const dueOn = moved?.[2] && readTypedDay(moved[2])
  if (moved && dueOn) return { ns: listed(moved[1]), to: 'moved', dueOn }
  const dropped = drop.exec(line)
  return dropped ? { ns: listed(dropped[1]), to: 'dropped', reason: dropped[2]?.trim() ?? '' } : undefined
}

type Line = NonNullable<ReturnType<typeof readLine>>

/** The actions that a line is about. */
const meant = ({ ns }: Line, count: number): number[] => (ns.length > 0 ? ns : Array.from({ length: count }, (_, i) => i + 1))

function whyNotLine(line: Line, count: number, today: string): AnswerProblem | undefined {
  if (line.ns.length === 0 && !line.all && count > 1) return 'which'
  if (meant(line, count).some((n) => n < 1 || n > count)) return 'number'
  if (line.dueOn !== undefined && line.dueOn <= today) return 'past'
  return line.reason === '' ? 'reason' : undefined
}

/**
 * Reads what somebody wrote under a reminder of their actions: `done`, `done 3`, `3 done`, `2 2026-12-01`, `drop 2: why`. Quoted text is
 * cut off before. Other lines are a remark.
 * @param count how many actions the reminder has
 */
export function readReminderAnswer(
  text: string,
  count: number,
  today: string,
): { orders: Order[]; remark: string } | { problem: AnswerProblem } {
  const lines = text
    .normalize('NFC')
    .split('\n')
    .map((one) => one.trim().replace(/^[-*•]\s*/, ''))
  const read = lines.map((line) => readLine(line) ?? line)
  const orders = read.filter((one) => typeof one !== 'string')
  for (const order of orders) {
    const problem = whyNotLine(order, count, today)
    if (problem) return { problem }
  }
  if (orders.length === 0) return { problem: 'nothing' }
  const byNumber = new Map<number, Order>()
  for (const order of orders)
    for (const n of meant(order, count))
      byNumber.set(n, order.to === 'moved' ? { n, to: 'moved', dueOn: order.dueOn ?? '' } : { n, to: order.to })
  const remark = read.flatMap((one) => (typeof one === 'string' ? one : (one.reason ?? '')) || []).join(' ')
  return { orders: [...byNumber.values()], remark: remark.slice(0, 1_000) }
}
