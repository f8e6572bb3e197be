import { createHash } from 'node:crypto'

export { isAsSet, type NotedRow } from './rows-rules.ts'

/** The line as it is hashed: JSON, keys in this order. Change it, and every older chain fails to verify. */
export const chainedText = (line: {
  id: number
  at: Date
  personId: number | null
  behindId: number | null
  via: string
  action: string
  subject: string
  groupId: number | null
  details: unknown
}): string =>
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
