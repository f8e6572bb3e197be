import { BlockList, isIP } from 'node:net'
import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import type { C } from '../../lib/ui/web.tsx'

const familyOf = (address: string) => (isIP(address) === 6 ? 'ipv6' : 'ipv4')

/** Networks in CIDR notation or single addresses. */
function blockList(networks: string[]): BlockList {
  const list = new BlockList()
  for (const network of networks) {
    const [address = '', bits] = network.split('/')
    if (isIP(address) === 0) continue
    if (bits === undefined) list.addAddress(address, familyOf(address))
    else list.addSubnet(address, Number(bits), familyOf(address))
  }
  return list
}

const plain = (address: string): string => address.replace(/^::ffff:/, '')

const near = blockList(['127.0.0.0/8', '10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '::1', 'fc00::/7', 'fe80::/10'])

/** Is it an address of this machine, or of a private network? */
export const isPrivate = (address: string): boolean => near.check(address, familyOf(address))

// What is asked in process, as by an archive, has no connection.
const peerOf = (c: Context): string => plain((c.env as Partial<HttpBindings> | undefined)?.incoming?.socket?.remoteAddress ?? 'unknown')

/** Is it from this machine or its private network, and not handed on by a proxy? */
export function isNear(c: Context): boolean {
  if (c.req.header('x-forwarded-for') || c.req.header('forwarded')) return false
  const peer = peerOf(c)
  return isIP(peer) === 0 || isPrivate(peer)
}

// Some proxies say the port of their client too, and IPv6 in brackets (RFC 7239 §6).
const withPort = /^(?:\[([\da-f:.]+)\](?::\d+)?|(\d+(?:\.\d+){3}):\d+)$/i

/** The peer's network, /24 or /48, for limits: an address alone is too easily changed. Forwarding headers count only from trusted proxies. */
export function findNetwork(c: C, trusted: string[]): string {
  let address = peerOf(c)
  if (trusted.length > 0 && isIP(address)) {
    const proxies = blockList(trusted)
    const hops = (c.req.header('x-forwarded-for') ?? '')
      .split(',')
      .map((hop) => plain(hop.trim().replace(withPort, '$1$2')))
      .filter(Boolean)
    const isProxy = (hop: string) => isIP(hop) > 0 && proxies.check(hop, familyOf(hop))
    while (isProxy(address) && hops.length > 0) {
      const hop = hops.pop() as string
      // What is no address speaks for nobody: whoever can say it would be another one each time.
      if (isIP(hop) === 0) break
      address = hop
    }
  }
  if (isIP(address) === 4) return `${address.split('.').slice(0, 3).join('.')}.0/24`
  if (isIP(address) === 6) return `${network48(address)}::/48`
  return address
}

/**
 * The first three groups of an IPv6 address, however it is written. Zeros that it leaves out are said: so the network is an address as well, and one
 * for all that is in it.
 */
function network48(address: string): string {
  const [head = [], tail] = address.split('::').map((part) => part.split(':').filter(Boolean))
  const left = tail === undefined ? 0 : Math.max(0, 8 - head.length - tail.length)
  const groups = [...head, ...Array<string>(left).fill('0'), ...(tail ?? [])]
  return groups
    .slice(0, 3)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')
}
