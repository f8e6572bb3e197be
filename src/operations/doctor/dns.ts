import { createPublicKey } from 'node:crypto'
import { isIP, isIPv4 } from 'node:net'
import { type DkimDnsRecord, dkimDnsRecord } from '../../lib/mail/dkim.ts'
import { findDmarcPolicy } from '../../lib/mail/dmarc.ts'
import type { Resolver } from '../../lib/mail/dns.ts'
import { isInner } from '../../lib/outward.ts'
import { reportsAddress } from '../../list/rules.ts'
import { type Finding, findingsOf, found, unanswered } from './finding.ts'
import { ask, checkSts, checkTlsReports, reportLine, stsLines, type TransportQuestion, textsAt } from './transport.ts'

/** What is said of a key that is not published. */
type Lacking = (text: string, todo: string) => Finding

const say = findingsOf('dns')
const signing = findingsOf('keys')

interface SigningKey {
  selector: string
  publicKey: string
}

export interface DnsQuestion extends TransportQuestion {
  /** The keys that sign, where there are some already. */
  keys?: { rsa?: SigningKey; ed25519?: SigningKey }
  /** False where the relay signs, with a key of its own. */
  signs?: boolean
  /** The host that all mail leaves through, where it is another one than this. */
  relay?: string | undefined
}

/** What is looked up, each by itself. The reverse name belongs to the mail exchange. */
export const dnsRecords = ['mx', 'spf', 'dmarc', 'dkim', 'sts', 'tlsrpt'] as const
export type DnsRecord = (typeof dnsRecords)[number]

/** What the domain of lists publishes, for mail to come in and to be believed. */
export async function checkDns(question: DnsQuestion, only: readonly DnsRecord[] = dnsRecords): Promise<Finding[]> {
  const { domain, resolver, keys, signs = true } = question
  if (domain === 'localhost' || domain.endsWith('.localhost')) return [say.note(found.dns.test({ domain }), found.dns.testTodo)]
  const checks: Record<DnsRecord, () => Promise<Finding[]> | Finding[]> = {
    mx: () => checkExchanges(domain, resolver),
    spf: async () => [await checkSpf(question)],
    dmarc: () => checkDmarc(domain, resolver),
    dkim: () => (signs ? checkKeys(domain, resolver, keys) : [signing.note(found.dns.nobodySigns)]),
    sts: () => checkSts(question),
    tlsrpt: () => checkTlsReports(question),
  }
  return (await Promise.all(only.map((one) => checks[one]()))).flat()
}

/** What the lines are made of that a domain of lists publishes. */
export interface Published extends Pick<DnsQuestion, 'domain' | 'keys' | 'relay' | 'sts' | 'tlsReports'> {
  /** The hosts that take its mail. */
  mx: readonly string[]
  webHost: string
}

/** What is to be published, as a zone file has it. The reverse name is set by whoever gives the machine its address. */
export function linesToPublish({
  domain,
  mx,
  webHost,
  keys,
  relay,
  sts,
  tlsReports,
}: Published): { record: DnsRecord | 'ptr'; line: string }[] {
  // Neither an address nor this very machine is a name by which others find it.
  const isName = (host: string) => isIP(host) === 0 && host !== 'localhost'
  const named = mx.filter((host) => !host.startsWith('*.') && isName(host))
  const fallback = isName(webHost) ? `${webHost}.` : `<${found.dns.thisServer}>.`
  const hosts = named.length > 0 ? named.map((host) => `${host}.`) : [fallback]
  const [host] = hosts
  return [
    ...hosts.map((one, i) => ({ record: 'mx' as const, line: `${domain}. IN MX ${10 * (i + 1)} ${one}` })),
    { record: 'spf', line: spfLine(domain, relay) },
    ...[keys?.rsa ?? [], keys?.ed25519 ?? []].flat().map((key) => ({
      record: 'dkim' as const,
      line: dkimDnsRecord(createPublicKey(key.publicKey), key.selector, domain).zoneLine,
    })),
    { record: 'dmarc', line: dmarcLine(domain) },
    ...(sts ? stsLines(domain, webHost, sts) : []).map((line) => ({ record: 'sts' as const, line })),
    { record: 'tlsrpt', line: reportLine(domain, tlsReports) },
    { record: 'ptr', line: `<${found.dns.thisAddress}> IN PTR ${host}` },
  ]
}

/** Who sends is allowed: the hosts that take mail, unless a relay sends all of it. Of one with a name, its operator knows the addresses. */
function spfLine(domain: string, relay: string | undefined): string {
  const senderOf = (host: string): string =>
    isIP(host) === 0 || isInner(host) ? `<${found.dns.relayHosts({ host })}>` : `ip${isIP(host)}:${host}`
  return `${domain}. IN TXT "v=spf1 ${relay === undefined ? 'mx' : senderOf(relay)} -all"`
}

async function checkExchanges(domain: string, resolver: Resolver): Promise<Finding[]> {
  const records = await ask(resolver(domain, 'MX'))
  if (!records) return [unanswered(domain, 'mx')]
  const hosts = records.toSorted((a, b) => a.priority - b.priority).map(({ exchange }) => exchange)
  if (hosts.length === 0)
    return [say.wrong(found.dns.noMx({ domain }), found.dns.publish({ line: `${domain}. IN MX 10 <${found.dns.thisServer}>.` }))]
  if (hosts.includes('') || hosts.includes('.')) return [say.wrong(found.dns.nullMx({ domain }), found.dns.nullMxTodo)]
  const each = await Promise.all(hosts.map((host) => checkExchange(host, resolver)))
  return [say.ok(found.dns.mx({ domain, hosts: hosts.join(', ') })), ...each.flat()]
}

async function checkExchange(host: string, resolver: Resolver): Promise<Finding[]> {
  const answers = await Promise.all(['A', 'AAAA'].map((type) => ask(resolver(host, type) as Promise<string[]>)))
  if (answers.every((answer) => !answer)) return [unanswered(host, 'addresses')]
  const addresses = answers.flatMap((answer) => answer ?? [])
  if (addresses.length === 0) return [say.wrong(found.dns.noAddress({ host }), found.dns.noAddressTodo({ host }))]
  return Promise.all(addresses.map((address) => checkReverse(host, address, resolver)))
}

/** The name under which the reverse name of an address stands (RFC 1035 §3.5, RFC 3596 §2.5). */
export function reverseName(address: string): string {
  if (isIPv4(address)) return `${address.split('.').toReversed().join('.')}.in-addr.arpa`
  const [left = '', right = ''] = address.split('::')
  const groups = (text: string) => (text === '' ? [] : text.split(':'))
  const [head, tail] = [groups(left), groups(right)]
  const middle = address.includes('::') ? Array.from({ length: 8 - head.length - tail.length }, () => '0') : []
  const digits = [...head, ...middle, ...tail].map((group) => group.padStart(4, '0')).join('')
  return `${[...digits].toReversed().join('.')}.ip6.arpa`
}

async function checkReverse(host: string, address: string, resolver: Resolver): Promise<Finding> {
  if (isIP(address) === 0) return say.wrong(found.dns.noIp({ host, address }), found.dns.noIpTodo)
  const records = await ask(resolver(reverseName(address), 'PTR') as Promise<string[]>)
  if (!records) return unanswered(address, 'reverse')
  const names = records.map((name) => name.replace(/\.$/, '').toLowerCase())
  if (names.includes(host.toLowerCase())) return say.ok(found.dns.reverse({ host, address }))
  return say.note(found.dns.otherReverse({ host, address, found: names.join(', ') }), found.dns.otherReverseTodo)
}

/** An SPF record that allows none but the hosts that take mail. */
const ownHostsOnly = /^v=spf1(?: +[+?~-]?(?:mx|all))*$/i

async function checkSpf({ domain, resolver, relay }: DnsQuestion): Promise<Finding> {
  const records = (await textsAt(domain, resolver))?.filter((text) => /^v=spf1(?: |$)/i.test(text))
  if (!records) return unanswered(domain, 'spf')
  const [record] = records
  if (record === undefined)
    return say.wrong(
      found.dns.noSpf({ domain }),
      found.dns[relay === undefined ? 'noSpfTodo' : 'publish']({ line: spfLine(domain, relay) }),
    )
  if (records.length > 1) return say.wrong(found.dns.manySpf({ domain, n: records.length }), found.dns.keepOne)
  if (relay !== undefined && ownHostsOnly.test(record))
    return say.note(found.dns.spfWithoutRelay({ record, host: relay }), found.dns.spfWithoutRelayTodo({ host: relay }))
  return say.ok(found.dns.spf({ record }))
}

const dmarcLine = (domain: string): string => `_dmarc.${domain}. IN TXT "v=DMARC1; p=none; rua=mailto:${reportsAddress(domain)}"`

async function checkDmarc(domain: string, resolver: Resolver): Promise<Finding[]> {
  const { policy, domain: at, temporary } = await findDmarcPolicy(domain, resolver)
  if (temporary) return [unanswered(domain, 'dmarc')]
  if (policy === null) return [say.wrong(found.dns.noDmarc({ domain }), found.dns.publish({ line: dmarcLine(domain) }))]
  const published = say.ok(found.dns.dmarc({ policy, at: at ?? domain }))
  // Of a record that stands higher, whoever has that domain knows where reports go.
  const records = at === null || at === domain ? await textsAt(`_dmarc.${domain}`, resolver) : undefined
  if (!records || records.some((text) => /;\s*rua\s*=\s*[^\s;]/i.test(text))) return [published]
  return [published, say.note(found.dns.dmarcUnreported({ domain }), found.dns.dmarcUnreportedTodo({ address: reportsAddress(domain) }))]
}

async function checkKeys(domain: string, resolver: Resolver, keys: DnsQuestion['keys']): Promise<Finding[]> {
  if (!keys?.rsa) return [signing.note(found.dns.noKey({ domain }), found.dns.noKeyTodo)]
  // Who finds no second key believes the first (RFC 8463 §3): it is worth publishing, and nothing is wrong without.
  const each = await Promise.all([
    checkKey(domain, resolver, keys.rsa, signing.wrong),
    ...(keys.ed25519 ? [checkKey(domain, resolver, keys.ed25519, signing.note)] : []),
  ])
  if (keys.ed25519) return each
  return [...each, signing.note(found.dns.noSecondKey, found.dns.noSecondKeyTodo)]
}

async function checkKey(domain: string, resolver: Resolver, key: SigningKey, lacking: Lacking): Promise<Finding> {
  const record = dkimDnsRecord(createPublicKey(key.publicKey), key.selector, domain)
  const published = await textsAt(record.name, resolver)
  return published ? compareKey(record, published, lacking) : unanswered(record.name)
}

const keyIn = (text: string): string | undefined => /(?:^|;)\s*p=([^;]*)/.exec(text)?.[1]?.replaceAll(/\s/g, '')

function compareKey(record: DkimDnsRecord, published: string[], lacking: Lacking): Finding {
  if (published.some((text) => keyIn(text) === keyIn(record.value))) return signing.ok(found.dns.key({ name: record.name }))
  const text = found.dns[published.length > 0 ? 'keyOther' : 'keyMissing']({ name: record.name })
  return lacking(text, found.dns.publishLines({ lines: record.zoneLine }))
}
