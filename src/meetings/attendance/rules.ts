import { textsOf } from '../../lib/ui/words.ts'
import { roleNames } from '../../people/rules.ts'

const t = textsOf('meetings', 'attendance')

/** What was recorded of somebody, in words. */
export const attendanceWords = t.states

function roleWord(role: string): string {
  if (role === 'registered' || role === 'guest') return t.guest
  if (role === 'speaker') return t.speaker
  return roleNames[role as keyof typeof roleNames] ?? role
}

/** The roles in which somebody is invited, in words; a guest who speaks is a speaker. */
export const roleWords = (roles: readonly string[]): string =>
  roles
    .filter((role) => !((role === 'registered' && roles.includes('speaker')) || (role === 'guest' && roles.includes('vendor_guest'))))
    .map(roleWord)
    .join(', ')

/** One person at one meeting, as it was noted. */
export interface Noted {
  personId: number
  name: string
  /** Null: it is not known. */
  zone: string | null
  formal: boolean
  roles: string[]
  meetingId: number
  startsAt: Date
  kind: string
  attendance: 'present' | 'late' | 'apologies' | 'absent' | null
  reasonAccepted: boolean | null
}

/** How often somebody was where they were expected. */
export interface Count {
  expected: number
  attended: number
  late: number
  apologies: number
  absent: number
  /** Away with a reason that was accepted. */
  excused: number
  unnoted: number
}

/** Counts what was noted of one person, or of many. */
export function countNoted(rows: readonly Noted[]): Count {
  const of = (...kinds: Noted['attendance'][]) => rows.filter(({ attendance }) => kinds.includes(attendance)).length
  return {
    expected: rows.length,
    attended: of('present', 'late'),
    late: of('late'),
    apologies: of('apologies'),
    absent: of('absent'),
    excused: rows.filter(({ attendance, reasonAccepted }) => attendance !== 'present' && attendance !== 'late' && reasonAccepted === true)
      .length,
    unnoted: of(null),
  }
}

/** The share that was there, of those of whom it was noted; undefined where nothing was. */
export function shareOf({ expected, unnoted, attended }: Count): number | undefined {
  const noted = expected - unnoted
  return noted === 0 ? undefined : attended / noted
}

/** What the terms of reference expect of somebody. */
export interface Rule {
  perYear: number | null
  sharePercent: number | null
  formalOnly: boolean
}

/** What a rule makes of a count: how many were to be attended, and whether that was kept; undefined while nothing was noted. */
export interface Judged {
  wanted: number
  attended: number
  kept: boolean | undefined
}

/**
 * Holds what happened in one year against what is expected. What was away with an accepted reason is not asked of them, and nobody is asked
 * to come more often than there was a meeting.
 */
export function judge(rule: Rule, count: Count): Judged {
  const held = count.expected - count.unnoted
  const open = held - count.excused
  const wanted = rule.perYear === null ? Math.ceil((open * (rule.sharePercent ?? 0)) / 100) : Math.min(rule.perYear, open)
  return { wanted, attended: count.attended, kept: held === 0 ? undefined : count.attended >= wanted }
}

/** The part of the world of a time zone: Europe, America, Australia. */
export const regionOf = (zone: string): string => (zone.includes('/') ? (zone.split('/')[0] ?? 'Elsewhere') : 'Elsewhere')
