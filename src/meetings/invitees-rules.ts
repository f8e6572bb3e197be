import type { Role } from '../lib/db/schema.ts'

/** Several people by what they are: the members of a group, or who holds a role in a group or a user group. */
export interface Seat {
  groupId: number | null
  communityId: number | null
  /** Of a group none: its members. */
  role: Role | null
}

/** Who is invited besides the hosts. */
export interface Whom {
  seats: Seat[]
  people: { email: string; name: string }[]
}

/** The roles of a group that are invited as such. */
export const seatRoles = ['vendor_guest', 'coordinator', 'deputy', 'liaison', 'moderator'] as const satisfies readonly Role[]

/** A seat in a form: `g3`, `g3.vendor_guest`, `c1.steering`. */
export const seatKey = ({ groupId, communityId, role }: Seat): string =>
  `${groupId === null ? `c${communityId}` : `g${groupId}`}${role === null ? '' : `.${role}`}`

/** @returns the seat of a key; undefined where it is none */
export function readSeat(key: string): Seat | undefined {
  const [, kind, digits = '', role = null] = /^([gc])(\d{1,15})(?:\.([a-z_]{1,20}))?$/.exec(key) ?? []
  const id = Number(digits)
  if (kind === 'c') return role === 'steering' ? { groupId: null, communityId: id, role } : undefined
  const named = seatRoles.find((one) => one === role) ?? null
  return kind === undefined || (role !== null && named === null) ? undefined : { groupId: id, communityId: null, role: named }
}

/** So many are invited by their address at once: enough for a talk with anybody, too few for a flood. */
export const mostPeople = 50

/** Is somebody with these roles in an invitation a guest: not of those whose table it is? They read what the public reads, and where it is. */
export const isGuest = (roles: readonly string[]): boolean => roles.includes('registered') || roles.includes('guest')
