import type { Role } from '../../lib/db/schema.ts'
import { readDayIn } from '../../lib/typed-day.ts'
import { languageNow } from '../../lib/ui/language.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { readMonth } from './months-rules.ts'

const t = textsOf('groups', 'roster')

/** Roles that a working group gives, in the order of a roster. */
export const groupRoles = ['coordinator', 'deputy', 'liaison', 'member', 'moderator'] as const satisfies Role[]

/** What somebody is: as the group calls it, else by the role's own name. */
export const nameOf = (role: string, title?: string | null): string =>
  title || (Object.hasOwn(t.roles, role) ? t.roles[role as keyof typeof t.roles] : role)

/** A role as a group calls it, and the one whose permissions it has. */
export interface RoleName {
  id: number
  name: string
  role: Role
  formal: boolean
}

const same = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase()

/**
 * Which role is meant by its key or by what the group calls it.
 * @returns undefined where there is none
 */
export function readRole(text: string, names: readonly RoleName[]): { role: Role; named?: RoleName } | undefined {
  const named = names.find(({ name }) => same(name, text))
  if (named) return { role: named.role, named }
  const role = groupRoles.find((one) => same(one, text))
  return role && { role }
}

/** Why a group cannot call a role so: one is called that already. */
export const whyNotRoleName = (name: string, names: readonly RoleName[], own?: number): string | undefined =>
  groupRoles.some((role) => same(role, name) || same(t.roles[role], name)) || names.some((one) => one.id !== own && same(one.name, name))
    ? t.nameTaken
    : undefined

/** Roles whose end is announced: those of a group, and of the steering committee of a user group. */
export const announcedRoles = [...groupRoles, 'steering'] as const satisfies Role[]

/** Roles whose holders are told that they hold them: those of a group, of a user group and of the site. */
export const toldRoles = [...groupRoles, 'steering', 'administrator'] as const satisfies Role[]

/** Whoever was invited is left alone for a day: the letter may be on its way, and the button pressed twice. */
export const mayInvite = (invitedAt: Date | undefined, now: Date): boolean =>
  invitedAt === undefined || now.getTime() - invitedAt.getTime() >= 86_400_000

/** Roles without which a group lacks something. */
const neededRoles = ['coordinator', 'deputy', 'liaison'] as const satisfies Role[]

/**
 * Roles whose vacancies are shown: who leads the group, and others that it has had before. Not every group has a deputy, or a liaison of a steering
 * committee.
 * @param held today
 * @param before that somebody held once
 */
export const vacantRoles = (held: readonly { role: Role }[], before: readonly { role: Role }[]) =>
  neededRoles.filter(
    (needed) => !held.some(({ role }) => role === needed) && (needed === 'coordinator' || before.some(({ role }) => role === needed)),
  )

const unknownWords = /^(\?+|unknown|n\/?k|not known)$/i

/**
 * Reads one end of a term as people write it: a day, a month, a year, or `?` for what nobody knows (`on` is null then).
 * @returns undefined for what is neither
 */
export function readTermEnd(text: string, end: 'first' | 'last'): { on: string | null; byYear: boolean } | undefined {
  if (unknownWords.test(text)) return { on: null, byYear: false }
  if (/^(19|20)\d\d$/.test(text)) return { on: end === 'first' ? `${text}-01-01` : `${text}-12-31`, byYear: true }
  const on = readDayIn(text, languageNow()) ?? readMonth(text, end)
  return on === undefined ? undefined : { on, byYear: false }
}

/** A term as it is kept. Without a first day it is over, and nobody knows since when it was. */
export interface Term {
  fromOn: string | null
  toOn: string | null
  byYear: boolean
  toUnknown: boolean
}

/**
 * Reads a term from its two ends.
 * @param to undefined while it goes on
 * @returns what to keep, or which end is wrong and why
 */
export function readTerm(from: string, to: string | undefined): Term | { field: 'from' | 'to'; problem: string } {
  const first = readTermEnd(from, 'first')
  if (!first) return { field: 'from', problem: t.termEnd }
  const last = to === undefined ? undefined : readTermEnd(to, 'last')
  if (to !== undefined && !last) return { field: 'to', problem: t.termEnd }
  if (first.on === null && last === undefined) return { field: 'from', problem: t.startNeeded }
  const byYear = first.byYear || last?.byYear === true
  if (last?.on !== null) return { fromOn: first.on, toOn: last?.on ?? null, byYear, toUnknown: false }
  // Of the years 2016 to nobody knows, 2016 is certain.
  const certain = first.byYear && first.on ? `${first.on.slice(0, 4)}-12-31` : first.on
  return { fromOn: first.on, toOn: certain, byYear, toUnknown: true }
}

/** The ends of a term as its form takes them: a day, a year, `?`, or nothing while it goes on. */
export function writeTerm({ fromOn, toOn, byYear, toUnknown }: Term): { from: string; to: string } {
  const written = (on: string | null): string => (on === null ? '' : byYear ? on.slice(0, 4) : on)
  return { from: fromOn === null ? '?' : written(fromOn), to: toUnknown || (fromOn === null && toOn === null) ? '?' : written(toOn) }
}

/** A term that is not known to the day, as people say it: 2016–2018, 2016, since 2016, 2016–?; undefined for one that is. */
export function yearsOf({ fromOn, toOn, byYear, toUnknown }: Term): string | undefined {
  if (fromOn === null && toOn === null) return t.termNotKnown
  const [from, to] = byYear ? [fromOn?.slice(0, 4), toOn?.slice(0, 4)] : [fromOn, toOn]
  if (toUnknown) return `${from ?? '?'}–?`
  if (fromOn === null) return `?–${to}`
  if (!byYear) return undefined
  if (!to) return t.sinceYear({ year: from ?? '?' })
  return from === to ? from : `${from}–${to}`
}

/** Days before the end of a term on which it is announced. */
const noticeDays = [90, 60, 30] as const

/** The last of them: once it is noted, none is due. */
export const lastNotice = Math.min(...noticeDays)

/**
 * Which notice about the end of a term is due: the nearest one that has come and was not sent. Earlier ones that were missed are not
 * made up for; a term that has ended, or is known only to the year, is not announced.
 */
export function decideNotice(
  { toOn, byYear, toUnknown }: Pick<Term, 'toOn' | 'byYear' | 'toUnknown'>,
  sent: number[],
  today: string,
): number | undefined {
  if (toOn === null || byYear || toUnknown || toOn < today) return undefined
  const left = Temporal.PlainDate.from(today).until(toOn).days
  const due = noticeDays.filter((days) => left <= days).at(-1)
  return due === undefined || sent.some((days) => days <= due) ? undefined : due
}
