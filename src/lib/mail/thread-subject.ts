import { readSubject, type Subject } from './subject.ts'
import { ghostNode, type ThreadInput, type ThreadNode } from './thread-tree.ts'

interface Entry<T extends ThreadInput> extends Subject {
  node: ThreadNode<T>
}

/** A thread's subject is that of its root, or of the first message below a ghost. */
function entryOf<T extends ThreadInput>(node: ThreadNode<T>): Entry<T> {
  const { base, isReply } = readSubject((node.message ?? node.children[0]?.message)?.subject ?? '')
  return { node, base: base.toLowerCase(), isReply }
}

/** Step 5B: a ghost speaks for a subject rather than a message, and an opening rather than an answer. */
function speaksRather<T extends ThreadInput>(entry: Entry<T>, known: Entry<T>): boolean {
  return known.node.message !== null && (entry.node.message === null || (known.isReply && !entry.isReply))
}

/** Gathers threads of one subject (RFC 5256, step 5). Takes sorted and pruned trees; answers with roots to arrange anew. */
export function mergeBySubject<T extends ThreadInput>(roots: ThreadNode<T>[]): ThreadNode<T>[] {
  const entries = roots.map(entryOf)
  const hosts = new Map<string, Entry<T>>()
  for (const entry of entries) {
    const known = hosts.get(entry.base)
    if (!known || speaksRather(entry, known)) hosts.set(entry.base, entry)
  }
  const standing = entries.filter((entry) => {
    const host = entry.base === '' ? entry : (hosts.get(entry.base) ?? entry)
    if (host !== entry) mergeInto(host, entry)
    return host === entry
  })
  return standing.map((entry) => entry.node)
}

/** Step 5C. */
function mergeInto<T extends ThreadInput>(host: Entry<T>, { node, isReply }: Entry<T>): void {
  if (host.node.message === null && node.message === null) host.node.children.push(...node.children)
  else if (host.node.message === null || (isReply && !host.isReply)) host.node.children.push(node)
  else host.node = ghostNode(null, [host.node, node])
}
