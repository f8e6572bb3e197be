import { chooseParent, cutsOf, type Referring, strongestClaims, timeOf } from './thread-claims.ts'
import { mergeBySubject } from './thread-subject.ts'
import { arrange, ghostNode, pruneGhosts, type ThreadInput, type ThreadNode } from './thread-tree.ts'

/** How to build trees. */
export interface ThreadOptions {
  /**
   * Whether threads of one subject are joined.
   * `never`, the default and what the archive does: in an archive of many years the same words ("Question", "Minutes") are no sign
   * of one talk, and a later message could rearrange what people have linked to. Pipermail's own pages do without it, too: of the
   * 1,436 messages of the months that were compared, it joined none by subject.
   * `rfc5256`: as IMAP servers do (THREAD=REFERENCES, step 5); fits a mailbox of limited span.
   */
  bySubject?: 'never' | 'rfc5256'
  /**
   * `all` keeps every ghost that has a message below it. `needed`, always so where subjects join, keeps those that hold several messages
   * together at the root (RFC 5256, step 3), and puts what other ghosts hold in their place.
   */
  ghosts?: 'all' | 'needed'
}

/**
 * Builds the trees of these messages: each message stands in them exactly once, and their order plays no part.
 * Further messages of one Message-ID stand as leaves under the parent that they name themselves.
 */
export function buildThreads<T extends ThreadInput>(messages: readonly T[], options: ThreadOptions = {}): ThreadNode<T>[] {
  const { bySubject = 'never', ghosts = 'all' } = options
  const roots = arrange(link(messages))
  if (bySubject === 'never') return ghosts === 'all' ? roots : pruneGhosts(roots)
  return arrange(mergeBySubject(pruneGhosts(roots)))
}

/** Hangs every message under its parent; answers with the nodes that have none. */
function link<T extends ThreadInput>(messages: readonly T[]): ThreadNode<T>[] {
  const nodes = new Map<string, ThreadNode<T>>()
  const variants: { node: ThreadNode<T>; parent: string | null }[] = []
  for (const [rank, message] of messages.toSorted(compareMessages).entries()) {
    const node: ThreadNode<T> = { messageId: message.messageId, message, children: [], rank }
    if (nodes.has(message.messageId)) variants.push({ node, parent: chooseParent(message) })
    else nodes.set(message.messageId, node)
  }
  const nodeOf = (messageId: string): ThreadNode<T> => {
    const node = nodes.get(messageId) ?? ghostNode(messageId)
    nodes.set(messageId, node)
    return node
  }
  const roots: ThreadNode<T>[] = []
  const hang = (node: ThreadNode<T>, parent: string | null) => (parent === null ? roots : nodeOf(parent).children).push(node)
  const claims = strongestClaims(messages)
  const cuts = cutsOf(claims)
  for (const { child, parent } of claims.values()) hang(nodeOf(child), cuts.has(child) ? null : parent)
  for (const { node, parent } of variants) hang(node, parent)
  // The outermost ancestor of a chain has nobody who speaks about it.
  for (const [messageId, node] of nodes) if (!claims.has(messageId)) roots.push(node)
  return roots
}

function compareMessages(a: Referring, b: Referring): number {
  const [timeA, timeB] = [timeOf(a), timeOf(b)]
  if (timeA !== timeB) return timeA - timeB
  if (a.messageId !== b.messageId) return a.messageId < b.messageId ? -1 : 1
  return a.id === b.id ? 0 : a.id < b.id ? -1 : 1
}
