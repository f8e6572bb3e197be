import { type IncomingMessage, request as plain, type RequestOptions } from 'node:http'
import { request as secure } from 'node:https'
import { BlockList, isIP, isIPv6, type LookupFunction } from 'node:net'
import type { Resolver } from './mail/dns.ts'
import { textsOf } from './ui/words.ts'

const t = textsOf('lib', 'outward')

// What is not of the whole world (RFC 6890 and its successors): this machine, its neighbours, providers' inner networks, the addresses
// by which clouds tell a machine its secrets, groups, and forms of IPv6 that carry an IPv4 address.
const inner = new BlockList()
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  inner.addSubnet(network, bits, 'ipv4')

// Everything but what is given out to the world, and of that the tunnels.
const outer6 = new BlockList()
outer6.addSubnet('2000::', 3, 'ipv6')
for (const [network, bits] of [
  ['2001::', 23],
  ['2002::', 16],
] as const)
  inner.addSubnet(network, bits, 'ipv6')

/** Networks inside one's own that may be called, as the operator names them. */
export function networksOf(names: readonly string[]): BlockList {
  const list = new BlockList()
  for (const name of names) {
    const [address = '', bits] = name.split('/')
    const family = isIPv6(address) ? 'ipv6' : 'ipv4'
    list.addSubnet(address, bits === undefined ? (family === 'ipv6' ? 128 : 32) : Number(bits), family)
  }
  return list
}

/** Is this a network as `networksOf` takes it? */
export function isNetwork(name: string): boolean {
  const [address = '', bits, more] = name.split('/')
  const kind = isIP(address)
  const most = kind === 6 ? 128 : 32
  return kind !== 0 && more === undefined && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most))
}

/** Does an address lead into a network that is not everybody's? */
export function isInner(address: string): boolean {
  if (!isIPv6(address)) return inner.check(address, 'ipv4')
  // A mapped IPv4 address is checked as what it is: BlockList does that for `inner`.
  return !outer6.check(address, 'ipv6') || inner.check(address, 'ipv6')
}

/** An address that may be connected to. */
export interface Target {
  address: string
  family: 4 | 6
}

/** What may be called, and by whose names. */
export interface Outward {
  resolver: Resolver
  /** Networks of one's own that may be called all the same. */
  allowed: readonly string[]
}

/** An address that may not be called, or cannot be found. The message is a sentence for who typed it. */
export class Unreachable extends Error {}

const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '')

async function lookUp(resolver: Resolver, host: string): Promise<string[]> {
  const kind = isIP(host)
  if (kind !== 0) return [host]
  const answers = await Promise.allSettled([resolver(host, 'A'), resolver(host, 'AAAA')])
  return answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value.flat().map(String) : []))
}

/**
 * The addresses that a URL leads to, all of which may be called. Asked before each connection, which then goes to these and no others:
 * a name that leads elsewhere a second later leads nobody inside.
 * @throws Unreachable with the sentence
 */
export async function findTargets(url: URL, { resolver, allowed }: Outward): Promise<Target[]> {
  const host = hostOf(url)
  const own = networksOf(allowed)
  const found = await lookUp(resolver, host)
  if (found.length === 0) throw new Unreachable(t.noDns({ host }))
  const targets = found.map((address): Target => ({ address, family: isIPv6(address) ? 6 : 4 }))
  const isOwn = ({ address, family }: Target) => own.check(address, family === 6 ? 'ipv6' : 'ipv4')
  if (targets.some((target) => isInner(target.address) && !isOwn(target))) throw new Unreachable(t.inner({ host }))
  if (url.protocol !== 'https:' && !targets.every(isOwn)) throw new Unreachable(t.onlyHttps)
  return targets
}

/**
 * Reads an address that was typed.
 * @throws Unreachable with the sentence
 */
export function readAddress(text: string): URL {
  let url: URL
  try {
    url = new URL(text)
  } catch {
    throw new Unreachable(t.noAddress)
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new Unreachable(t.noAddress)
  if (url.username || url.password) throw new Unreachable(t.noPassword)
  return url
}

/** Connects to addresses that were checked, whatever the name leads to by now. */
const connectOnly =
  (targets: Target[]): LookupFunction =>
  (_, options, done) => {
    const [first] = targets
    if (options.all) done(null, targets)
    else if (first) done(null, first.address, first.family)
  }

/**
 * Asks another site at addresses that were checked, and follows nothing.
 * @returns the answer, of which the body is still to be read
 * @throws what the connection failed with
 */
export async function askOutward(
  url: URL,
  targets: Target[],
  { body, ...options }: Pick<RequestOptions, 'method' | 'headers' | 'signal'> & { body?: string | Uint8Array },
): Promise<IncomingMessage> {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
  // A connection kept from before goes to where the name led then.
  const connection = { ...options, lookup: connectOnly(targets), agent: false }
  const sent = (url.protocol === 'https:' ? secure : plain)(url, connection, resolve)
  sent.on('error', reject)
  sent.end(body)
  return promise
}

/** The body of an answer, or its beginning: until it is whole, longer than so many bytes, or breaks off. */
export async function readBody(answer: IncomingMessage, most: number): Promise<{ body: Buffer; end: 'whole' | 'long' | 'broken' }> {
  const parts: Buffer[] = []
  let size = 0
  const read = (end: 'whole' | 'long' | 'broken') => ({ body: Buffer.concat(parts), end })
  try {
    for await (const part of answer as AsyncIterable<Buffer>) {
      parts.push(part)
      size += part.length
      if (size > most) return read('long')
    }
  } catch {
    return read('broken')
  }
  return read('whole')
}
