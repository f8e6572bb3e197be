import { isIPv6 } from 'node:net'
import { domainToASCII } from 'node:url'
import type { SMTPServerSession } from 'smtp-server'
import { readDestination } from '../../list/rules.ts'

const literal = (address: string): string => `[${isIPv6(address) ? 'IPv6:' : ''}${address}]`

/** What somebody says of themselves, where it is a name or an address literal: it may say anything. */
function named(said: string): string {
  if (/^\[[\da-f:.]+\]$/i.test(said) || /^\[ipv6:[\da-f:.]+\]$/i.test(said)) return said
  const ascii = /^[\w.-]+$/.test(said) ? said : domainToASCII(said)
  return /^[\w.-]{1,255}$/.test(ascii) ? ascii : 'unknown'
}

/** RFC 3848, RFC 6531 §4.3. */
function protocolOf({ openingCommand, secure, envelope }: SMTPServerSession, lmtp: boolean): string {
  if (openingCommand === 'HELO') return 'SMTP'
  const name = envelope.smtpUtf8 ? `UTF8${lmtp ? 'L' : 'S'}MTP` : `${lmtp ? 'L' : 'ES'}MTP`
  return secure ? `${name}S` : name
}

/** Is this an address like others? What comes to an address that nobody can guess is believed. */
const opensNothing = (address: string): boolean =>
  /^[\w.-]+@[\w.-]+$/.test(address) && readDestination(address.slice(0, address.lastIndexOf('@')), new Set())?.kind !== 'follow'

/**
 * The line that a host puts on top of what it takes (RFC 5321 §4.4). The recipient stands in it where it is one, so that nobody learns
 * of others, and where its address opens nothing: the line goes on with the mail, and a reply address is a key.
 */
export function traceOf(session: SMTPServerSession, { host, lmtp, at }: { host: string; lmtp: boolean; at: Date }): Buffer {
  const [one, ...others] = session.envelope.rcptTo.map(({ address }) => address)
  const to = others.length === 0 && one !== undefined && opensNothing(one) ? `\r\n\tfor <${one}>` : ''
  const from = `from ${named(session.hostNameAppearsAs || '')} (${literal(session.remoteAddress)})`
  const by = `by ${host} with ${protocolOf(session, lmtp)} id ${session.id}-${session.transaction}`
  return Buffer.from(`Received: ${from}\r\n\t${by}${to};\r\n\t${at.toUTCString().replace('GMT', '+0000')}\r\n`)
}
