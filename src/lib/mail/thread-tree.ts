import type { Referring } from './thread-claims.ts'

/** What threading needs to know of a message; `thread-claims.ts` has the rules. */
export interface ThreadInput extends Referring {
  /** Decoded. */
  subject: string
}

/** A place in a tree: a message, or a ghost, which others refer to and nobody has. */
export interface ThreadNode<T extends ThreadInput = ThreadInput> {
  /** Null for a ghost that only holds messages of one subject together. */
  messageId: string | null
  /** Null for a ghost. */
  message: T | null
  children: ThreadNode<T>[]
  /** Its place in the order of dates, or that of the first message below a ghost: siblings stand by it. */
  rank: number
}

/** A ghost without a place of its own yet; `arrange` gives it one. */
export function ghostNode<T extends ThreadInput>(messageId: string | null, children: ThreadNode<T>[] = []): ThreadNode<T> {
  return { messageId, message: null, children, rank: Number.POSITIVE_INFINITY }
}

/** All nodes of these trees, each before those below it. Without recursion: a thread can be deeper than the stack. */
export function nodesOf<T extends ThreadInput>(roots: readonly ThreadNode<T>[]): ThreadNode<T>[] {
  const nodes = [...roots]
  for (let i = 0; i < nodes.length; i++) for (const child of (nodes[i] as ThreadNode<T>).children) nodes.push(child)
  return nodes
}

/** Drops ghosts without a message below, and sorts siblings by rank. */
export function arrange<T extends ThreadInput>(roots: ThreadNode<T>[]): ThreadNode<T>[] {
  const settle = (siblings: ThreadNode<T>[]) =>
    siblings.filter((node) => node.message !== null || node.children.length > 0).sort((a, b) => a.rank - b.rank)
  for (const node of nodesOf(roots).reverse()) {
    node.children = settle(node.children)
    if (node.message === null) node.rank = node.children[0]?.rank ?? Number.POSITIVE_INFINITY
  }
  return settle(roots)
}

/**
 * Keeps ghosts only where they hold several messages together at the root; what other ghosts hold takes their place
 * (RFC 5256, step 3). Takes arranged trees.
 */
export function pruneGhosts<T extends ThreadInput>(roots: ThreadNode<T>[]): ThreadNode<T>[] {
  // Of ghosts in a row the innermost stays: it is the one that the messages answer.
  const standing = roots.map((root) => {
    let node = root
    while (node.message === null && node.children.length === 1) node = node.children[0] as ThreadNode<T>
    return node
  })
  for (const node of nodesOf(standing).reverse()) {
    if (!node.children.some((child) => child.message === null)) continue
    node.children = node.children.flatMap((child) => (child.message === null ? child.children : [child]))
    node.children.sort((a, b) => a.rank - b.rank)
  }
  return standing
}
