export interface Sized {
  id: number
  size: number
}

// A larger post counts as its text, since that is how it stands in a digest.
const lightSize = 8 * 1_024

/** The largest post that stands whole in a digest of this fullness, in bytes. */
export const largestWhole = (digestKb: number): number => (digestKb * 1_024) / 2

/**
 * Cuts posts into issues, in their order: an issue is full at so many posts, or where one more would make it larger than it may be. A
 * single post is an issue, however large.
 */
export function cutIssues<P extends Sized>(
  posts: readonly P[],
  { digestKb, digestMessages }: { digestKb: number; digestMessages: number },
): P[][] {
  const issues: P[][] = []
  let bytes = 0
  for (const post of posts) {
    const counts = post.size > largestWhole(digestKb) ? lightSize : post.size
    const current = issues.at(-1)
    if (current && current.length < digestMessages && bytes + counts <= digestKb * 1_024) {
      current.push(post)
      bytes += counts
    } else {
      issues.push([post])
      bytes = counts
    }
  }
  return issues
}

/** The last time that the clock of a zone showed a full hour of the day. An hour that a change of clocks leaves out counts as the one after it. */
export function lastHour(at: Date, hour: number, zone: string): Date {
  const local = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone)
  const today = local.with({ hour, minute: 0, second: 0, millisecond: 0, microsecond: 0, nanosecond: 0 })
  const last = Temporal.ZonedDateTime.compare(today, local) <= 0 ? today : today.subtract({ days: 1 })
  return new Date(last.epochMilliseconds)
}

export interface DigestClock {
  digestHour: number
  digestZone: string
  digestedAt: Date | null
}

/** Whether the day of a list is full: its hour came, and what had gathered then was not sent yet. */
export const isDue = ({ digestHour, digestZone, digestedAt }: DigestClock, at: Date): boolean =>
  digestedAt === null || digestedAt < lastHour(at, digestHour, digestZone)

// A digest is begun minutes after its hour; what is not there two hours later has stalled.
const patience = 2 * 3_600_000

/** Whether the digest of a list should have gone out long ago. */
export const isLate = (clock: DigestClock, at: Date): boolean =>
  clock.digestedAt !== null && isDue(clock, new Date(at.getTime() - patience))

/** The volume of a list's digests: its first year is the first. */
export const volumeOf = (createdAt: Date, at: Date): number => Math.max(1, at.getUTCFullYear() - createdAt.getUTCFullYear() + 1)
