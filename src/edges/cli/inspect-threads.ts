import { contentHash, stableMessageId } from '../../lib/mail/identity.ts'
import { readMbox } from '../../lib/mail/mbox.ts'
import { readMessage } from '../../lib/mail/parse.ts'
import { plausibleDate } from '../../lib/mail/plausible-date.ts'
import { buildThreads, type ThreadOptions } from '../../lib/mail/thread.ts'
import { nodesOf, type ThreadInput, type ThreadNode } from '../../lib/mail/thread-tree.ts'

interface Printed {
  messageId: string | null
  missing?: true
  children: Printed[]
}

const subjects: ThreadOptions['bySubject'][] = ['never', 'rfc5256']
const ghosts: ThreadOptions['ghosts'][] = ['all', 'needed']

/** One of the values that an option may have. */
function choose<V extends string | undefined>(options: Record<string, string>, name: string, values: V[], otherwise: V): V {
  const given = options[name]
  const value = given === undefined ? otherwise : values.find((known) => known === given)
  if (value === undefined) throw new Error(`--${name} is one of ${values.join(', ')}, not "${given}"`)
  return value
}

/**
 * The threads of a mailbox, copies of one message once. As an IMAP server answers (THREAD=REFERENCES, RFC 5256), which is what a
 * mailbox by itself is compared with; `--subject never --ghosts all` shows what the archive makes of the same messages.
 */
export async function inspectThreads(raw: Uint8Array, options: Record<string, string>): Promise<Printed[]> {
  const how = { bySubject: choose(options, 'subject', subjects, 'rfc5256'), ghosts: choose(options, 'ghosts', ghosts, 'needed') }
  const messages = await readInputs(raw)
  if (messages.length === 0) throw new Error('There is no message in it.')
  return print(buildThreads(messages, how))
}

async function readInputs(raw: Uint8Array): Promise<ThreadInput[]> {
  const now = new Date()
  const messages = new Map<string, ThreadInput>()
  for await (const { kind, envelopeLine, raw: mail } of readMbox(raw)) {
    if (kind === 'stray') continue
    const message = readMessage(mail)
    const messageId = stableMessageId(message, mail)
    const received = message.headers.filter((field) => field.name === 'received').map((field) => field.value)
    const { date } = plausibleDate(message.date, envelopeLine, received, now)
    const key = JSON.stringify([messageId, contentHash(message).toString('hex')])
    if (messages.has(key)) continue
    // The place in the mailbox decides between variants of the same date, as it does in IMAP.
    messages.set(key, { ...message, messageId, date, id: messages.size })
  }
  return [...messages.values()]
}

/** Without recursion: a thread can be deeper than the stack. */
function print(roots: ThreadNode[]): Printed[] {
  const printed = new Map<ThreadNode, Printed>()
  for (const node of nodesOf(roots).reverse()) {
    const children = node.children.map((child) => printed.get(child) as Printed)
    const { messageId } = node
    printed.set(node, node.message ? { messageId, children } : { messageId, missing: true, children })
  }
  return roots.map((root) => printed.get(root) as Printed)
}
