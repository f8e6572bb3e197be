/** What a moderator has made of threads, as it bears on who hangs together with whom. */
export interface Edits {
  /** Message-IDs that begin a thread of their own. */
  cuts: ReadonlySet<string>
  /** Pairs of Message-IDs whose threads are one. */
  links: readonly (readonly [string, string])[]
}

/** Under which cut a message stands: its Message-ID, '' for none; undefined where the message is not known. */
export type SideOf = (messageId: string) => string | undefined

/**
 * Sides by what messages refer to: a message stands where the last one that it refers to does, however few of those before it are named.
 * @param refs of each message that is known, oldest first
 */
export function sidesOf(refs: ReadonlyMap<string, readonly string[]>, cuts: ReadonlySet<string>): SideOf {
  const known = new Map<string, string>()
  const before = (messageId: string) => refs.get(messageId)?.findLast((ref) => cuts.has(ref) || refs.has(ref))
  return (messageId) => {
    if (cuts.has(messageId)) return messageId
    if (!refs.has(messageId)) return undefined
    const way = new Set<string>()
    let at: string | undefined = messageId
    for (; at !== undefined && !cuts.has(at) && !known.has(at) && !way.has(at); at = before(at)) way.add(at)
    const side = at === undefined ? '' : cuts.has(at) ? at : (known.get(at) ?? '')
    for (const one of way) known.set(one, side)
    return side
  }
}

/**
 * The Message-IDs that a message hangs together with: what stands before a cut, itself or one of those that it answers, is another thread.
 * Mail programs leave some of them out: where those stand that are named says on which side of a cut the message is.
 * @param refs oldest first, its parent last
 */
export function cutRefs(messageId: string, refs: readonly string[], cuts: ReadonlySet<string>, sideOf: SideOf = () => undefined): string[] {
  if (cuts.has(messageId)) return []
  const sides = refs.map((ref) => (cuts.has(ref) ? ref : sideOf(ref)))
  const own = sides.findLast((side) => side !== undefined)
  const other = sides.findLastIndex((side) => side !== undefined && side !== own)
  const cut = refs.findLastIndex((ref) => cuts.has(ref))
  return refs.slice(Math.max(0, cut, other + 1))
}
