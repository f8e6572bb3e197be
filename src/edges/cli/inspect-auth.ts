import { isIP } from 'node:net'
import { authenticate } from '../../lib/mail/authenticate.ts'
import { createResolver } from '../../lib/mail/dns.ts'

/**
 * `rapport inspect auth FILE --dns FILE --ip A --helo H --mail-from A`: SPF, DKIM, DMARC and ARC by the names of RFC 8601. Without --dns
 * the system's resolver is asked; without --ip SPF is `none`, or what the host named with --authserv has written into the mail.
 * Rejects where an option cannot be read.
 */
export async function inspectAuth(raw: Uint8Array, options: Record<string, string>) {
  const { dns, ip, helo, 'mail-from': mailFrom, authserv } = options
  if (ip !== undefined && !isIP(ip)) throw new Error(`--ip: "${ip}" is not an IP address`)
  const resolver = createResolver(dns === undefined ? undefined : `file:${dns}`)
  const envelope = { ip, helo, mailFrom: mailFrom?.replace(/^<(.*)>$/, '$1') }
  const { spf, dkim, dmarc, arc } = await authenticate(raw, { ...envelope, resolver, authserv: 'localhost', trustedAuthserv: authserv })
  return { spf: spf.result, dkim: dkim.map(({ result }) => result), dmarc: dmarc.result, arc: arc.result }
}
