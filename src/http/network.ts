import { BlockList, isIP } from 'node:net'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import type { Env } from '../ui/web.tsx'

/** Networks in CIDR notation or single addresses. */
function blockList(networks: string[]): BlockList {
  const list = new BlockList()
  for (const network of networks) {
    const [address = '', bits] = network.split('/')
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    if (isIP(address) === 0) continue
    if (bits === undefined) list.addAddress(address, family)
    else list.addSubnet(address, Number(bits), family)
  }
  return list
}

const plain = (address: string): string => address.replace(/^::ffff:/, '')

/** The peer's network, /24 or /48, for limits: an address alone is too easily changed. Forwarding headers count only from trusted proxies. */
export function findNetwork(c: Context<Env>, trusted: string[]): string {
  let address = 'unknown'
  try {
    address = plain(getConnInfo(c).remote.address ?? 'unknown')
  } catch {
    // Requests of tests have no connection.
  }
  if (trusted.length > 0 && isIP(address)) {
    const proxies = blockList(trusted)
    const hops = (c.req.header('x-forwarded-for') ?? '')
      .split(',')
      .map((hop) => plain(hop.trim()))
      .filter(Boolean)
    const isProxy = (hop: string) => isIP(hop) > 0 && proxies.check(hop, isIP(hop) === 6 ? 'ipv6' : 'ipv4')
    while (isProxy(address) && hops.length > 0) address = hops.pop() as string
  }
  if (isIP(address) === 4) return `${address.split('.').slice(0, 3).join('.')}.0/24`
  if (isIP(address) === 6) return `${address.split(':').slice(0, 3).join(':')}::/48`
  return address
}
