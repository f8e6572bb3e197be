import { foldsOf } from './folds.ts'
import { contentHash, stableMessageId } from './identity.ts'
import type { Mailbox, ParsedMessage } from './message.ts'

// A thread of hundreds refers to all of them; the first and the nearest ones hold it together.
const mostReferences = 30

/** The Message-IDs a mail refers to, parent last. */
function referencesOf({ references, inReplyTo, messageId }: ParsedMessage): string[] {
  const ids = [...new Set([...references, ...(inReplyTo && references.length === 0 ? [inReplyTo] : [])])].filter(
    (id) => id !== messageId && id.length <= 900,
  )
  return ids.length <= mostReferences ? ids : [ids[0] as string, ...ids.slice(1 - mostReferences)]
}

// PostgreSQL keeps no NUL in a text.
const clean = (text: string): string => text.replaceAll('\0', '')

/** A name without its path, whatever system wrote it: a path of the sender means nothing to the reader. */
const lastPart = (name: string): string => (name.split(/[/\\]/).pop() ?? '').trim()

/** What an archive keeps of a mail by what the mail alone says. */
export interface Digest {
  messageId: string
  contentHash: Buffer
  /** Message-IDs it refers to, its parent last. */
  refs: string[]
  subject: string
  fromName: string
  fromEmail: string
  text: string
  /** How its text is divided (`folded`). */
  folds: string
  hasHtml: boolean
  size: number
  defects: string[]
  attachments: { filename: string; type: string; size: number; sha256: Buffer; inline: boolean }[]
}

/**
 * A read mail as an archive keeps it, but for when it came and whose it is.
 * @param writer who wrote it; From, unless it went out in somebody else's name
 */
export function digest(message: ParsedMessage, raw: Uint8Array, writer: Mailbox | null | undefined = message.from): Digest {
  const from = clean(writer?.address.toLowerCase() ?? '')
  return {
    messageId: stableMessageId(message, raw),
    contentHash: contentHash(message),
    refs: referencesOf(message),
    subject: message.subject || '(no subject)',
    fromName: clean(writer?.name ?? '') || from.split('@')[0] || 'Unknown',
    fromEmail: from,
    text: message.text,
    folds: foldsOf(message.text),
    hasHtml: message.html !== null,
    size: raw.length,
    defects: message.defects,
    attachments: message.attachments.map(({ filename, type, size, sha256, inline }) => ({
      filename: lastPart(clean(filename)),
      type: clean(type),
      size,
      sha256: Buffer.from(sha256, 'hex'),
      inline,
    })),
  }
}
