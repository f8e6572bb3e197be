import { parseMessage } from '../../lib/mail/parse.ts'
import { trimReply } from '../../lib/mail/reply.ts'

const firstField = /^(?:From [^\n]*\n)?[!-9;-~]+:/
const usualField = /^(?:from|to|subject|date|received|return-path|delivered-to|message-id|mime-version|content-type):/im

/** A mail begins with fields, and then comes an empty line. */
function isMail(text: string): boolean {
  const head = text.split(/\n[ \t]*\n/, 1)[0] ?? ''
  return head.length < text.length && firstField.test(head) && usualField.test(head)
}

/** `rapport inspect reply FILE`: a mail or a bare text, divided into what is said, what is quoted, and the signature. */
export async function inspectReply(raw: Uint8Array) {
  const text = new TextDecoder().decode(raw).replace(/\r\n?/g, '\n')
  if (!isMail(text)) return trimReply(text)
  const message = await parseMessage(raw)
  return trimReply(message.text, message.html)
}
