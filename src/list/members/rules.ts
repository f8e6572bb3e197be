import type { ArchiveAccess, MailAction, Receiving } from '../../lib/db/schema.ts'
import { textsOf } from '../../lib/ui/words.ts'

const t = textsOf('list', 'membersPage')

/** How subscribers get the list's mail, in words. */
export const receivingWords: Record<Receiving, string> = textsOf('list', 'commands').receiving

/** What becomes of a subscriber's own mail, in words. */
export const postingWords: Record<MailAction | 'rules', string> = t.posting

/** Where a subscription stands. */
export const states = ['active', 'paused', 'suspended', 'bouncing', 'vendor'] as const
type MemberState = (typeof states)[number]

/** The states in which somebody can be on a list: only a group's own is not for everybody who is on it. */
export const statesOf = ({ archive }: { archive: ArchiveAccess }): readonly MemberState[] =>
  archive === 'group' ? states : states.filter((one) => one !== 'vendor')

/** Where somebody's subscription stands today. */
export function stateOf(person: Standing, now: Date): MemberState {
  if (!person.reached) return 'vendor'
  if (person.suspendedAt) return 'suspended'
  if (person.receiving === 'none' || (person.pausedUntil && person.pausedUntil > now)) return 'paused'
  return person.bouncing ? 'bouncing' : 'active'
}

interface Standing {
  reached: boolean
  suspendedAt: Date | null
  receiving: Receiving
  pausedUntil: Date | null
  bouncing: boolean
}

export const stateWords: Record<MemberState, string> = t.states

/** Whom to show. */
export interface MemberFilter {
  search: string
  receiving?: Receiving | undefined
  state?: MemberState | undefined
  posting?: MailAction | 'rules' | undefined
  /** Subscribed on or after this day (YYYY-MM-DD, UTC). */
  since?: string | undefined
}

/** The most that is done at once: a list's whole membership. */
export const mostAtOnce = 20_000

/**
 * The addresses in a text that somebody pasted: one a line, with or without names, or parted by commas; each once, in lower case.
 * @returns and what is no address, as it was written
 */
export function readAddresses(text: string): { emails: string[]; wrong: string[] } {
  const emails = new Set<string>()
  const wrong: string[] = []
  for (const part of text.split(/[\n,;]+/)) {
    const written = part.trim()
    const email = (/<([^<>]*)>/.exec(written)?.[1] ?? written).trim().toLowerCase()
    if (/^[^\s@<>"]+@[^\s@<>"]+$/.test(email)) emails.add(email)
    else if (email.includes('@')) wrong.push(written)
    // A name alone: of “Chen, Mei <mei@…>” it is the part before the comma.
    else if (written !== '' && !/^["\p{L}\p{M}\s.'’-]+$/u.test(written)) wrong.push(written)
  }
  return { emails: [...emails], wrong }
}
