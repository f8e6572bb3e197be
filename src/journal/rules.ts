import { createHash } from 'node:crypto'
import type { Actor } from '../actor.ts'

export { isAsSet, type NotedRow } from './rows-rules.ts'

// What is always possible: somebody leaves, withdraws what they said, takes their data away; and the way back.
const alwaysPossible =
  /^(?:group\.(?:closed|reopened|merged)|list\.(?:closed|reopened)|subscription\.(?:ended|changed|moved|resumed)|(?:case|talk)\.consent[a-z-]*|erasure\.|export\.|person\.|retention\.|notice\.agreed|[a-z-]+\.(?:withdrawn|removed|ended))/

/** Is this refused because its group is closed? What the program does by itself is not: it is told by its jobs. */
export const isRefusedIn = (actor: Pick<Actor, 'via' | 'closedIds'>, action: string, groupId: number): boolean =>
  actor.via !== 'job' && (actor.closedIds?.includes(groupId) ?? false) && !alwaysPossible.test(action)

/** A line of the journal, as it was written. */
export interface JournalLine {
  id: number
  at: Date
  personId: number | null
  behindId: number | null
  via: string
  action: string
  subject: string
  groupId: number | null
  details: unknown
}

/** The line as it is hashed: JSON, keys in this order. Change it, and every older chain fails to verify. */
export const chainedText = (line: JournalLine): string =>
  JSON.stringify([
    line.id,
    line.at.toISOString(),
    line.personId,
    line.behindId,
    line.via,
    line.action,
    line.subject,
    line.groupId,
    line.details,
  ])

/** One link: SHA-256 over the link before and the line. */
export const linkHash = (before: Uint8Array, text: string): Buffer => createHash('sha256').update(before).update(text).digest()
