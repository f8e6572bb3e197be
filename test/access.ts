import type { World } from './world.ts'

/**
 * Those whose view of each address is checked. `bruno` coordinates another group: to him this one's inner doors do not exist.
 * `susi` speaks for an institution, `lena` is the liaison, `stella` of the steering committee, `vera` is the vendor's guest.
 */
export const roles = ['visitor', 'otto', 'susi', 'maria', 'modesto', 'carla', 'ada', 'bruno', 'lena', 'stella', 'vera'] as const
export type RoleName = (typeof roles)[number]

/** What each role gets at one address: a status, the same for all or by role; `in` means sent to sign-in (303). */
export type Row = {
  /** The address that is asked; the route's pattern filled in. */
  path: (world: World) => string
  form?: Record<string, string>
  headers?: Record<string, string>
  /** Makes what is asked for anew: what somebody before did to it must not hide it from who asks next. What was refused did nothing. */
  renew?: (world: World) => Promise<unknown>
  expect: Partial<Record<RoleName, number>> & { others: number }
  /** Words that are there to be found, and who finds them in the answer: they alone, whatever its status. */
  only?: Record<string, readonly RoleName[]>
  /** It says the same to everybody, and may be kept in between. */
  alike?: true
}

/** Rows by `METHOD pattern`, as the app lists its routes. */
export type Access = Record<string, Row>
