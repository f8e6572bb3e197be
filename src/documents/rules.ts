import type { DocumentCategory, DocumentState, Role, Visibility } from '../lib/db/schema.ts'
import { foldAddress, freeAddress } from '../lib/fold.ts'
import { laterDay } from '../lib/typed-day.ts'
import { textsOf } from '../lib/ui/words.ts'
import { documentRefusals as refusals } from './refusals.ts'

const names = textsOf('documents', 'pages')

/** What a document is, in words. */
export const categories: Record<DocumentCategory, string> = names.categories

/** Who reads the approved version, in words. */
export const readers: Record<Visibility, string> = names.readers

/** The roles that may own a document of a group; a user group's own belongs to its steering committee. */
export const ownerRoles = ['coordinator', 'deputy', 'liaison', 'moderator', 'member'] as const satisfies readonly Role[]

/** A role that owns a document, in words. */
export const roleNames: Partial<Record<Role, string>> = names.owners

// Addresses below /documents that are no document.
const reserved = new Set(['new', 'imports', 'templates', 'export', 'files'])

/**
 * The address of a document, from its title: letters and digits with hyphens, at most 80 characters.
 * @param taken addresses that are given already
 */
export const slugOf = (title: string, taken: ReadonlySet<string>): string =>
  freeAddress(foldAddress(title) || 'document', reserved.union(taken))

/** A day some months later; the last of the month where that month is shorter. */
export const addMonths = (day: string, months: number): string => laterDay(day, { months })

/** What decides how pressing a review is. */
export interface ReviewFacts {
  state: DocumentState
  reviewOn: string | null
}

/** How pressing the review of a document is on a day: late, within 60 days, or neither. */
export function decideReview({ state, reviewOn }: ReviewFacts, today: string): 'late' | 'soon' | undefined {
  if (state !== 'live' || reviewOn === null) return undefined
  if (reviewOn < today) return 'late'
  return Temporal.PlainDate.from(today).until(reviewOn).total('days') <= 60 ? 'soon' : undefined
}

/** Days before a review on which the holders of the role are reminded; the last is the day itself. */
export const reminders = [60, 30, 0] as const

/**
 * Which reminder of a review is to be sent now.
 * @param told the last one that was sent for this review
 * @returns undefined where none is due, or it was sent
 */
export function decideReminder(reviewOn: string, told: number | null, today: string): number | undefined {
  const left = Temporal.PlainDate.from(today).until(reviewOn).total('days')
  const due = reminders.filter((days) => left <= days).at(-1)
  return due === undefined || (told !== null && told <= due) ? undefined : due
}

/** Is it time to ask whether a document goes? */
export const isKeptLongEnough = ({ state, keepUntil }: { state: DocumentState; keepUntil: string | null }, today: string): boolean =>
  state !== 'removed' && keepUntil !== null && keepUntil <= today

/** What decides whether a version can be approved. */
export interface ApprovalFacts {
  state: DocumentState
  approvedNumber: number | null
  number: number
  erased: boolean
  /** A file that the virus scanner has not let through. */
  held: boolean
}

/** Why a version cannot be approved, as a sentence; undefined where it can. */
export function whyNotApprove({ state, approvedNumber, number, erased, held }: ApprovalFacts): string | undefined {
  if (state === 'removed' || erased) return refusals.versionRemoved
  if (state === 'withdrawn') return refusals.approveWithdrawn
  if (held) return refusals.held
  if (approvedNumber === number) return refusals.approved
  if (approvedNumber !== null && approvedNumber > number) return refusals.newerApproved({ number: approvedNumber })
  return undefined
}

/** Why a document takes no new version, as a sentence. */
export function whyNotWrite(state: DocumentState): string | undefined {
  if (state === 'removed') return refusals.removed
  if (state === 'withdrawn') return refusals.withdrawn
  if (state === 'archived') return refusals.archived
  return undefined
}
