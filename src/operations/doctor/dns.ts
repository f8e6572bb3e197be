import { createPublicKey } from 'node:crypto'
import { isIP, isIPv4 } from 'node:net'
import { type DkimDnsRecord, dkimDnsRecord } from '../../lib/mail/dkim.ts'
import { findDmarcPolicy } from '../../lib/mail/dmarc.ts'
import { isTemporary, type Resolver } from '../../lib/mail/dns.ts'
import { type Finding, findingsOf } from './finding.ts'

/** What is said of a key that is not published. */
type Lacking = (text: string, todo: string) => Finding

const say = findingsOf('dns')
const signing = findingsOf('keys')

interface SigningKey {
  selector: string
  publicKey: string
}

export interface DnsQuestion {
  domain: string
  resolver: Resolver
  /** The keys that sign, where there are some already. */
  keys?: { rsa?: SigningKey; ed25519?: SigningKey }
  /** False where the relay signs, with a key of its own. */
  signs?: boolean
}

/** What is looked up, each by itself. The reverse name belongs to the mail exchange. */
export const dnsRecords = ['mx', 'spf', 'dmarc', 'dkim'] as const
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

const unanswered = (what: string): Finding =>
  say.wrong(`The name server gives no answer about ${what}.`, 'Look at the name server, or at RAPPORT_DNS, and try again.')

/** What the domain of lists publishes, for mail to come in and to be believed. */
export async function checkDns(
  { domain, resolver, keys, signs = true }: DnsQuestion,
  only: readonly DnsRecord[] = dnsRecords,
): Promise<Finding[]> {
  if (domain === 'localhost' || domain.endsWith('.localhost'))
    return [
      say.note(`${domain} is for trying out; no name server is asked.`, 'Set RAPPORT_MAIL_DOMAIN to the domain that your lists have.'),
    ]
  const checks: Record<DnsRecord, () => Promise<Finding[]> | Finding[]> = {
    mx: () => checkExchanges(domain, resolver),
    spf: async () => [await checkSpf(domain, resolver)],
    dmarc: async () => [await checkDmarc(domain, resolver)],
    dkim: () => (signs ? checkKeys(domain, resolver, keys) : [signing.note('RAPPORT_DKIM is off: the relay must sign what it sends.')]),
  }
  return (await Promise.all(only.map((one) => checks[one]()))).flat()
}

/** What is to be published for a domain of lists, as a zone file has it. The reverse name is set by whoever gives the machine its address. */
export const linesToPublish = (domain: string, host: string, keys?: DnsQuestion['keys']): { record: DnsRecord | 'ptr'; line: string }[] => [
  { record: 'mx', line: `${domain}. IN MX 10 ${host}.` },
  { record: 'spf', line: `${domain}. IN TXT "v=spf1 mx -all"` },
  ...[keys?.rsa ?? [], keys?.ed25519 ?? []].flat().map((key) => ({
    record: 'dkim' as const,
    line: dkimDnsRecord(createPublicKey(key.publicKey), key.selector, domain).zoneLine,
  })),
  { record: 'dmarc', line: `_dmarc.${domain}. IN TXT "v=DMARC1; p=none"` },
  { record: 'ptr', line: `<address of this machine> IN PTR ${host}.` },
]

async function checkExchanges(domain: string, resolver: Resolver): Promise<Finding[]> {
  const answer = await ask(resolver(domain, 'MX'))
  if ('silent' in answer) return [unanswered(`the mail exchanges of ${domain}`)]
  const hosts = answer.records.toSorted((a, b) => a.priority - b.priority).map(({ exchange }) => exchange)
  if (hosts.length === 0)
    return [
      say.wrong(
        `${domain} has no MX record: mail to its lists does not find this machine.`,
        `Publish:  ${domain}. IN MX 10 <name of this machine>.`,
      ),
    ]
  if (hosts.includes('') || hosts.includes('.'))
    return [
      say.wrong(
        `${domain} says by its MX record that it takes no mail (RFC 7505).`,
        'Replace the record `MX 0 .` by the name of this machine.',
      ),
    ]
  const found = await Promise.all(hosts.map((host) => checkExchange(host, resolver)))
  return [say.ok(`Mail for ${domain} goes to ${hosts.join(', ')}.`), ...found.flat()]
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
  if (isIP(address) === 0) return say.wrong(`${host} has the address ${address}, which is none.`, 'Correct the record.')
  const answer = await ask(resolver(reverseName(address), 'PTR') as Promise<string[]>)
  if ('silent' in answer) return unanswered(`the reverse name of ${address}`)
  const names = answer.records.map((name) => name.replace(/\.$/, '').toLowerCase())
  if (names.includes(host.toLowerCase())) return say.ok(`${host} is ${address}, and back.`)
  const found = names.length > 0 ? `is ${names.join(', ')}` : 'does not exist'
  return say.note(
    `The reverse name of ${address} ${found}, not ${host}.`,
    'Where this machine itself sends, have its provider set it: many refuse mail without.',
  )
}

async function checkSpf(domain: string, resolver: Resolver): Promise<Finding> {
  const answer = await ask(resolver(domain, 'TXT'))
  if ('silent' in answer) return unanswered(`the SPF record of ${domain}`)
  const records = answer.records.map((strings) => strings.join('')).filter((text) => /^v=spf1(?: |$)/i.test(text))
  const [record] = records
  if (record === undefined)
    return say.wrong(
      `${domain} has no SPF record: what the lists send is not known to be theirs.`,
      `Publish:  ${domain}. IN TXT "v=spf1 mx -all"   (with include: or ip4: of the relay, where it sends from another address)`,
    )
  if (records.length > 1) return say.wrong(`${domain} has ${records.length} SPF records, which counts as none.`, 'Leave one of them.')
  return say.ok(`SPF: ${record}`)
}

async function checkDmarc(domain: string, resolver: Resolver): Promise<Finding> {
  const { policy, domain: at, temporary } = await findDmarcPolicy(domain, resolver)
  if (temporary) return unanswered(`the DMARC record of ${domain}`)
  if (policy === null)
    return say.wrong(
      `${domain} has no DMARC record; large providers ask for one of who sends lists.`,
      `Publish:  _dmarc.${domain}. IN TXT "v=DMARC1; p=none"`,
    )
  return say.ok(`DMARC: ${policy}, by the record of ${at ?? domain}.`)
}

async function checkKeys(domain: string, resolver: Resolver, keys: DnsQuestion['keys']): Promise<Finding[]> {
  if (!keys?.rsa)
    return [
      signing.note(
        `There is no signing key for ${domain} yet.`,
        'It is made when Rapport first sends; ask again then for the record to publish.',
      ),
    ]
  // Who finds no second key believes the first (RFC 8463 §3): it is worth publishing, and nothing is wrong without.
  const found = await Promise.all([
    checkKey(domain, resolver, keys.rsa, signing.wrong),
    ...(keys.ed25519 ? [checkKey(domain, resolver, keys.ed25519, signing.note)] : []),
  ])
  if (keys.ed25519) return found
  return [...found, signing.note('There is no Ed25519 key yet.', 'It is made when Rapport next starts to send; ask again then.')]
}

async function checkKey(domain: string, resolver: Resolver, key: SigningKey, lacking: Lacking): Promise<Finding> {
  const record = dkimDnsRecord(createPublicKey(key.publicKey), key.selector, domain)
  const answer = await ask(resolver(record.name, 'TXT'))
  if ('silent' in answer) return unanswered(record.name)
  return compareKey(
    record,
    answer.records.map((strings) => strings.join('')),
    lacking,
  )
}

const keyIn = (text: string): string | undefined => /(?:^|;)\s*p=([^;]*)/.exec(text)?.[1]?.replaceAll(/\s/g, '')

function compareKey(record: DkimDnsRecord, published: string[], lacking: Lacking): Finding {
  if (published.some((text) => keyIn(text) === keyIn(record.value))) return signing.ok(`The signing key stands at ${record.name}.`)
  const what = published.length > 0 ? 'another key' : 'no key'
  return lacking(`At ${record.name} stands ${what}: what is signed by it cannot be verified.`, `Publish:\n${record.zoneLine}`)
}
