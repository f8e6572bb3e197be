import { checkedAddress, encodeMailbox, fieldLine } from './encode-header.ts'
import { breakLongLines } from './long-lines.ts'
import type { Mailbox } from './message.ts'
import { type RawField, readRaw } from './raw.ts'
import { rewriteFrom, traceFields } from './rewrite.ts'

/** Says through which of our addresses a mail was passed on: one that comes back with it is a loop. */
export const PASSED_FIELD = 'X-Rapport-Passed'

// RFC 5321 §6.3 counts Received fields to find a loop, and asks for a large number: mail that went through so many hops goes round.
const mostHops = 50

/** Has a mail been passed on by this address before, or gone through so many hosts that it must be going round? */
export const isGoingRound = (headers: { name: string; value: string }[], address: string): boolean =>
  headers.filter(({ name }) => name === 'received').length > mostHops ||
  headers.some(({ name, value }) => name === PASSED_FIELD.toLowerCase() && value.trim().toLowerCase() === address.toLowerCase())

// Beside the traces, signatures that the new From breaks, and where answers went.
const dropped = new Set([...traceFields, 'dkim-signature', 'authentication-results', 'sender', 'reply-to'])

const assemble = (fields: RawField[], lines: string[], body: Buffer): Buffer =>
  Buffer.concat([...fields.map((field) => field.bytes), Buffer.from(`${lines.join('')}\r\n`), body])

/**
 * A mail passed on in the name of an address of ours, so that its author's domain cannot have it refused: From becomes
 * `Name via Title <address>`, answers go where `replyTo` says. Subject, text and all else stay.
 */
export function passOn(raw: Uint8Array, { as, replyTo }: { as: Mailbox; replyTo: string }): Buffer {
  const { fields, body } = breakLongLines(readRaw(raw))
  const kept = fields.filter(({ name }) => !dropped.has(name))
  const rewritten = rewriteFrom(kept, as).filter(({ name }) => name !== 'reply-to')
  return assemble(rewritten, [fieldLine('Reply-To', checkedAddress(replyTo)), fieldLine(PASSED_FIELD, checkedAddress(as.address))], body)
}

// What a person's answer is made of; everything else may tell where and who they are in private.
const ofAnAnswer = new Set([
  ...['subject', 'date', 'message-id', 'in-reply-to', 'references', 'mime-version'],
  ...['content-type', 'content-transfer-encoding', 'content-language', 'content-disposition'],
])

/** A person's mail sent out again from an address of ours: nothing of its header but what the answer needs. */
export function sendAs(raw: Uint8Array, { from, to }: { from: Mailbox; to: Mailbox }): Buffer {
  const { fields, body } = breakLongLines(readRaw(raw))
  return assemble(
    fields.filter(({ name }) => ofAnAnswer.has(name)),
    [fieldLine('From', encodeMailbox(from)), fieldLine('To', encodeMailbox(to)), fieldLine(PASSED_FIELD, checkedAddress(from.address))],
    body,
  )
}
