/** What a moderator has made of threads, as it bears on who hangs together with whom. */
export interface Edits {
  /** Message-IDs that begin a thread of their own. */
  cuts: ReadonlySet<string>
  /** Pairs of Message-IDs whose threads are one. */
  links: readonly (readonly [string, string])[]
}

/**
 * The Message-IDs that a message hangs together with: what stands before a cut, itself or one of those that it answers, is another thread.
 * @param refs oldest first, its parent last
 */
export function cutRefs(messageId: string, refs: readonly string[], cuts: ReadonlySet<string>): string[] {
  if (cuts.has(messageId)) return []
  return refs.slice(
    Math.max(
      0,
      refs.findLastIndex((ref) => cuts.has(ref)),
    ),
  )
}
