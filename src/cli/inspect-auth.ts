import { isIP } from 'node:net'
import { authenticate } from '../mail/authenticate.ts'
import { createResolver } from '../mail/dns.ts'
import { type Inspector, Usage } from './inspect.ts'

/**
 * `rapport inspect auth FILE --dns FILE --ip A --helo H --mail-from A`: SPF, DKIM, DMARC and ARC by the names of RFC 8601. Without --dns
 * the system's resolver is asked; without --ip SPF is `none`.
 */
export const inspectAuth: Inspector = async (raw, options) => {
  const { dns, ip, helo, 'mail-from': mailFrom, authserv } = options
  if (ip !== undefined && !isIP(ip)) throw new Usage(`--ip: "${ip}" is not an IP address`)
  const { spf, dkim, dmarc, arc } = await authenticate(raw, {
    ip,
    helo,
    mailFrom,
    authserv: 'localhost',
    trustedAuthserv: authserv,
    resolver: resolverOf(dns),
  })
  return { spf: spf.result, dkim: dkim.map(({ result }) => result), dmarc: dmarc.result, arc: arc.result }
}

function resolverOf(dns: string | undefined) {
  try {
    return createResolver(dns === undefined ? undefined : `file:${dns}`)
  } catch (error) {
    throw new Usage((error as Error).message.replace('RAPPORT_DNS', '--dns'))
  }
}
