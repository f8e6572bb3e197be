import { createPublicKey } from 'node:crypto'
import { isIP, isIPv4 } from 'node:net'
import { type DkimDnsRecord, dkimDnsRecord } from '../../lib/mail/dkim.ts'
import { findDmarcPolicy } from '../../lib/mail/dmarc.ts'
import { isTemporary, type Resolver } from '../../lib/mail/dns.ts'
import { type Finding, findingsOf, unanswered } from './finding.ts'
import { checkSts, checkTlsReports, reportLine, stsLines, type TransportQuestion } from './transport.ts'

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
}

/** What is looked up, each by itself. The reverse name belongs to the mail exchange. */
export const dnsRecords = ['mx', 'spf', 'dmarc', 'dkim', 'sts', 'tlsrpt'] as const
export type DnsRecord = (typeof dnsRecords)[number]

type Answer<T> = { records: T[] } | { silent: true }

/** No such record is an answer; no answer is another matter. */
async function ask<T>(question: Promise<T[]>): Promise<Answer<T>> {
  try {
    return { records: await question }
  } catch (error) {
    return isTemporary(error) ? { silent: true } : { records: [] }
  }
}

/** What the domain of lists publishes, for mail to come in and to be believed. */
export async function checkDns(question: DnsQuestion, only: readonly DnsRecord[] = dnsRecords): Promise<Finding[]> {
  const { domain, resolver, keys, signs = true } = question
  if (domain === 'localhost' || domain.endsWith('.localhost'))
    return [say.note(`${domain} is a test domain, so DNS is not checked.`, 'Set RAPPORT_MAIL_DOMAIN to the domain of your lists.')]
  const checks: Record<DnsRecord, () => Promise<Finding[]> | Finding[]> = {
    mx: () => checkExchanges(domain, resolver),
    spf: async () => [await checkSpf(domain, resolver)],
    dmarc: async () => [await checkDmarc(domain, resolver)],
    dkim: () =>
      signs
        ? checkKeys(domain, resolver, keys)
        : [signing.note('RAPPORT_DKIM is off, so the mail server (relay) must sign outgoing email.')],
    sts: () => checkSts(question),
    tlsrpt: () => checkTlsReports(question),
  }
  return (await Promise.all(only.map((one) => checks[one]()))).flat()
}

/** What the lines are made of that a domain of lists publishes. */
export interface Published extends Pick<DnsQuestion, 'domain' | 'keys' | 'sts' | 'tlsReports'> {
  /** The hosts that take its mail. */
  mx: readonly string[]
  webHost: string
}

/** What is to be published, as a zone file has it. The reverse name is set by whoever gives the machine its address. */
export function linesToPublish({ domain, mx, webHost, keys, sts, tlsReports }: Published): { record: DnsRecord | 'ptr'; line: string }[] {
  const hosts = mx.filter((host) => !host.startsWith('*.'))
  const [host] = hosts.length > 0 ? hosts : [webHost]
  return [
    ...(hosts.length > 0 ? hosts : [webHost]).map((one, i) => ({
      record: 'mx' as const,
      line: `${domain}. IN MX ${10 * (i + 1)} ${one}.`,
    })),
    { record: 'spf', line: `${domain}. IN TXT "v=spf1 mx -all"` },
    ...[keys?.rsa ?? [], keys?.ed25519 ?? []].flat().map((key) => ({
      record: 'dkim' as const,
      line: dkimDnsRecord(createPublicKey(key.publicKey), key.selector, domain).zoneLine,
    })),
    { record: 'dmarc', line: `_dmarc.${domain}. IN TXT "v=DMARC1; p=none"` },
    ...(sts ? stsLines(domain, webHost, sts) : []).map((line) => ({ record: 'sts' as const, line })),
    { record: 'tlsrpt', line: reportLine(domain, tlsReports) },
    { record: 'ptr', line: `<address of this server> IN PTR ${host}.` },
  ]
}

async function checkExchanges(domain: string, resolver: Resolver): Promise<Finding[]> {
  const answer = await ask(resolver(domain, 'MX'))
  if ('silent' in answer) return [unanswered(`the MX record of ${domain}`)]
  const hosts = answer.records.toSorted((a, b) => a.priority - b.priority).map(({ exchange }) => exchange)
  if (hosts.length === 0)
    return [
      say.wrong(
        `${domain} has no MX record, so email to its lists does not reach this server.`,
        `Publish:  ${domain}. IN MX 10 <name of this server>.`,
      ),
    ]
  if (hosts.includes('') || hosts.includes('.'))
    return [
      say.wrong(
        `The MX record of ${domain} says that it accepts no email (RFC 7505).`,
        'Replace the record `MX 0 .` with the name of this server.',
      ),
    ]
  const found = await Promise.all(hosts.map((host) => checkExchange(host, resolver)))
  return [say.ok(`Email to ${domain} goes to ${hosts.join(', ')}.`), ...found.flat()]
}

async function checkExchange(host: string, resolver: Resolver): Promise<Finding[]> {
  const answers = await Promise.all(['A', 'AAAA'].map((type) => ask(resolver(host, type) as Promise<string[]>)))
  if (answers.every((answer) => 'silent' in answer)) return [unanswered(`the addresses of ${host}`)]
  const addresses = answers.flatMap((answer) => ('records' in answer ? answer.records : []))
  if (addresses.length === 0) return [say.wrong(`${host} has no address.`, `Publish an A or AAAA record for ${host}.`)]
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
  if (isIP(address) === 0) return say.wrong(`${host} has the address ${address}, which is not an IP address.`, 'Correct the record.')
  const answer = await ask(resolver(reverseName(address), 'PTR') as Promise<string[]>)
  if ('silent' in answer) return unanswered(`the reverse name of ${address}`)
  const names = answer.records.map((name) => name.replace(/\.$/, '').toLowerCase())
  if (names.includes(host.toLowerCase())) return say.ok(`${host} and ${address} refer to each other.`)
  const found = names.length > 0 ? `is ${names.join(', ')}` : 'does not exist'
  return say.note(
    `The reverse name of ${address} ${found}, not ${host}.`,
    'If this server itself sends email, ask its provider to set the reverse name. Many servers refuse email without it.',
  )
}

async function checkSpf(domain: string, resolver: Resolver): Promise<Finding> {
  const answer = await ask(resolver(domain, 'TXT'))
  if ('silent' in answer) return unanswered(`the SPF record of ${domain}`)
  const records = answer.records.map((strings) => strings.join('')).filter((text) => /^v=spf1(?: |$)/i.test(text))
  const [record] = records
  if (record === undefined)
    return say.wrong(
      `${domain} has no SPF record, so other servers cannot check who can send email for it.`,
      `Publish:  ${domain}. IN TXT "v=spf1 mx -all"   (add include: or ip4: of the relay if it sends from another address)`,
    )
  if (records.length > 1) return say.wrong(`${domain} has ${records.length} SPF records, so none of them counts.`, 'Keep only one of them.')
  return say.ok(`SPF: ${record}`)
}

async function checkDmarc(domain: string, resolver: Resolver): Promise<Finding> {
  const { policy, domain: at, temporary } = await findDmarcPolicy(domain, resolver)
  if (temporary) return unanswered(`the DMARC record of ${domain}`)
  if (policy === null)
    return say.wrong(
      `${domain} has no DMARC record. Large email providers require it from lists.`,
      `Publish:  _dmarc.${domain}. IN TXT "v=DMARC1; p=none"`,
    )
  return say.ok(`DMARC: ${policy}, from the record of ${at ?? domain}.`)
}

async function checkKeys(domain: string, resolver: Resolver, keys: DnsQuestion['keys']): Promise<Finding[]> {
  if (!keys?.rsa)
    return [
      signing.note(
        `There is no signing key for ${domain} yet.`,
        'Rapport creates the key when it first sends email. Then check again to see the record to publish.',
      ),
    ]
  // Who finds no second key believes the first (RFC 8463 §3): it is worth publishing, and nothing is wrong without.
  const found = await Promise.all([
    checkKey(domain, resolver, keys.rsa, signing.wrong),
    ...(keys.ed25519 ? [checkKey(domain, resolver, keys.ed25519, signing.note)] : []),
  ])
  if (keys.ed25519) return found
  return [...found, signing.note('There is no Ed25519 key yet.', 'Rapport creates the key when it sends email again. Then check again.')]
}

async function checkKey(domain: string, resolver: Resolver, key: SigningKey, lacking: Lacking): Promise<Finding> {
  const record = dkimDnsRecord(createPublicKey(key.publicKey), key.selector, domain)
  const answer = await ask(resolver(record.name, 'TXT'))
  if ('silent' in answer) return unanswered(record.name)
  const found = answer.records.map((strings) => strings.join(''))
  return compareKey(record, found, lacking)
}

const keyIn = (text: string): string | undefined => /(?:^|;)\s*p=([^;]*)/.exec(text)?.[1]?.replaceAll(/\s/g, '')

function compareKey(record: DkimDnsRecord, published: string[], lacking: Lacking): Finding {
  if (published.some((text) => keyIn(text) === keyIn(record.value))) return signing.ok(`The signing key is published at ${record.name}.`)
  const what = published.length > 0 ? 'another key' : 'no key'
  return lacking(`There is ${what} at ${record.name}, so other servers cannot verify signatures.`, `Publish:\n${record.zoneLine}`)
}
