import type { Door, Role, ZoneSource } from './lib/db/schema.ts'
import type { Locale } from './lib/ui/format.ts'

/** A role that somebody holds today: of one group, of one user group (community), or of the whole site. */
export interface Grant {
  role: Role
  groupId: number | null
  communityId: number | null
}

/**
 * Who acts, and when. Loaded once per request or mail; domains never ask the clock or the session.
 * A visitor has no personId.
 */
export interface Actor {
  personId: number | null
  name: string
  locale: Locale
  /** Where times are shown: their own zone; that of their groups while theirs is not known. */
  zone: string
  /** Is it their own? */
  zoneKnown: boolean
  /** What they have not said themselves: their zone is a guess, of their browser or of their institution's country; or there is none yet. */
  zoneGuess?: Exclude<ZoneSource, 'person'> | 'none' | undefined
  theme: 'system' | 'light' | 'dark'
  singleKeys: boolean
  /** Sentences for the first time at a place that they need no more, by their names; `all` of them. */
  hiddenHints?: readonly string[]
  grants: Grant[]
  /** Lists that this person is subscribed to today. */
  listIds: number[]
  /** Works for the vendor, an affiliate or a reseller, or is its guest: sees a list as every subscriber does, and nothing of the group's own counting. */
  vendorSide?: boolean
  /** Is there something that they decided and can still take back? Undefined where that was not asked. */
  decided?: boolean | undefined
  at: Date
  via: Door
  /** The site has one working group alone: who leads it keeps the site as well. */
  soleGroup?: boolean
  /** Groups that are closed: they are read, nothing is done there. */
  closedIds?: readonly number[]
  /** The administrator behind this actor, when they act as somebody else. */
  behind?: number
}

/** Somebody who is not signed in. */
export const visitor = (at: Date, via: Door = 'web', locale: Locale = 'en'): Actor => ({
  personId: null,
  name: '',
  locale,
  zone: 'UTC',
  zoneKnown: false,
  theme: 'system',
  singleKeys: true,
  grants: [],
  listIds: [],
  at,
  via,
})

/** The program itself, for jobs that nobody asked for. It holds no role: what it may do is in the job. */
export const program = (at: Date): Actor => visitor(at, 'job')
