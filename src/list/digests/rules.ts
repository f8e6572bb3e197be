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

/** The volume of a list's digests: its first year is the first. */
export const volumeOf = (createdAt: Date, at: Date): number => Math.max(1, at.getUTCFullYear() - createdAt.getUTCFullYear() + 1)
