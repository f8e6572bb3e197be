import type { Role } from '../../db/schema.ts'

/** Roles that a working group gives, in the order of a roster. */
export const groupRoles = ['coordinator', 'deputy', 'liaison', 'member', 'moderator'] as const satisfies Role[]

/** Roles without which a group lacks something: their vacancies are shown. */
export const neededRoles = ['coordinator', 'deputy', 'liaison'] as const satisfies Role[]

/**
 * Reads one end of a term as people write it: a day, or a year.
 * @returns undefined for what is neither
 */
export function readTermEnd(text: string, end: 'first' | 'last'): { on: string; byYear: boolean } | undefined {
  if (/^(19|20)\d\d$/.test(text)) return { on: end === 'first' ? `${text}-01-01` : `${text}-12-31`, byYear: true }
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return undefined
  try {
    return { on: Temporal.PlainDate.from(text, { overflow: 'reject' }).toString(), byYear: false }
  } catch {
    return undefined
  }
}

export interface Term {
  fromOn: string
  toOn: string | null
  byYear: boolean
}

/** A term known to the year, as people say it: 2016–2018, 2016, since 2016; undefined for one that is known to the day. */
export function yearsOf({ fromOn, toOn, byYear }: Term): string | undefined {
  if (!byYear) return undefined
  const [from, to] = [fromOn.slice(0, 4), toOn?.slice(0, 4)]
  if (to === undefined) return `since ${from}`
  return from === to ? from : `${from}–${to}`
}

/** Days before the end of a term on which it is announced. */
const noticeDays = [90, 60, 30] as const

/**
 * Which notice about the end of a term is due: the nearest one that has come and was not sent. Earlier ones that were missed are not
 * made up for; a term that has ended, or is known only to the year, is not announced.
 */
export function decideNotice({ toOn, byYear }: Pick<Term, 'toOn' | 'byYear'>, sent: number[], today: string): number | undefined {
  if (toOn === null || byYear || toOn < today) return undefined
  const left = Temporal.PlainDate.from(today).until(toOn).days
  const due = noticeDays.filter((days) => left <= days).at(-1)
  return due === undefined || sent.some((days) => days <= due) ? undefined : due
}
