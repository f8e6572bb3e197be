export { isLikeMail, mayBeFound, shownToStrangers } from './files-rules.ts'
export { type ImportFault, keptFaults } from './import/faults-rules.ts'
export { type Balance, type Finding, nothing, sumOf } from './import/rules.ts'
/** Days for which a mail that became nothing is kept, with its envelope: it was refused, discarded, or has done what it came for. */
export const keptDays = 730

/** What joins one new message to threads: itself and what it refers to. */
export interface Linked {
  messageId: string
  refs: string[]
}

/** Message-IDs that hang together, and the threads that some of them are in already. */
export interface Component {
  ids: Set<string>
  threadIds: Set<number>
}

/**
 * Which of these messages and the threads they refer to are one thread: all that is connected by references. The order
 * plays no part, so any order of arrival ends in the same threads; who answers whom within one is decided when it is shown.
 * @param known thread ids of the Message-IDs that the list has seen, as a message or as a reference
 */
export function connect(messages: Linked[], known: Map<string, number>): Component[] {
  const parent = new Map<string, string>()
  const find = (id: string): string => {
    let root = id
    while (parent.has(root) && parent.get(root) !== root) root = parent.get(root) as string
    let at = id
    while (at !== root) {
      const next = parent.get(at) as string
      parent.set(at, root)
      at = next
    }
    return root
  }
  const join = (a: string, b: string) => {
    for (const id of [a, b]) if (!parent.has(id)) parent.set(id, id)
    parent.set(find(a), find(b))
  }
  const threadNode = (threadId: number) => `\0${threadId}`
  for (const { messageId, refs } of messages) {
    join(messageId, messageId)
    for (const ref of refs) join(messageId, ref)
    for (const id of [messageId, ...refs]) {
      const threadId = known.get(id)
      if (threadId !== undefined) join(id, threadNode(threadId))
    }
  }
  const components = new Map<string, Component>()
  for (const id of parent.keys()) {
    const root = find(id)
    const component = components.get(root) ?? { ids: new Set(), threadIds: new Set() }
    components.set(root, component)
    if (id.startsWith('\0')) component.threadIds.add(Number(id.slice(1)))
    else component.ids.add(id)
  }
  return [...components.values()]
}

/** Where a mail program begins an answer to whoever wrote a message, in its thread (RFC 6068). */
export function answerTo({ fromEmail, subject, messageId }: { fromEmail: string; subject: string; messageId: string }): string {
  const answer = { subject: /^re:/i.test(subject) ? subject : `Re: ${subject}`, 'in-reply-to': `<${messageId}>` }
  const query = Object.entries(answer).map(([field, value]) => `${field}=${encodeURIComponent(value)}`)
  return `mailto:${encodeURIComponent(fromEmail).replaceAll('%40', '@')}?${query.join('&')}`
}
