import { isIP } from 'node:net'
import { isTemporary, type Resolver } from '../../lib/mail/dns.ts'
import { type StsPolicy, stsHost, stsId, stsNames, stsPath, stsText } from '../../lib/mail/mta-sts.ts'
import { NotRead, readOutward } from '../../lib/outward-read.ts'
import { reportsAddress } from '../../list/rules.ts'
import { type Finding, findingsOf, found, unanswered } from './finding.ts'

const say = findingsOf('dns')

export interface TransportQuestion {
  domain: string
  resolver: Resolver
  /** What this site serves; undefined where it serves none. */
  sts?: StsPolicy | undefined
  /** The host that serves our pages. */
  webHost?: string
  /** Where reports of others go, as in `rua`, if not to this site. */
  tlsReports?: string | undefined
  /** Networks of one's own that may be asked. */
  allowed?: readonly string[]
}

/** No such record is an answer; undefined: the name server was silent. */
export const ask = <T>(question: Promise<T[]>): Promise<T[] | undefined> => question.catch((error) => (isTemporary(error) ? undefined : []))

/** The records of text at a name. */
export const textsAt = async (name: string, resolver: Resolver): Promise<string[] | undefined> =>
  (await ask(resolver(name, 'TXT')))?.map((strings) => strings.join(''))

/** The lines by which others learn of the policy, and where it is read. */
export function stsLines(domain: string, webHost: string, policy: StsPolicy): string[] {
  const kind = isIP(webHost)
  const leads = kind === 0 ? `CNAME ${webHost}.` : `${kind === 4 ? 'A' : 'AAAA'} ${webHost}`
  return [`_mta-sts.${domain}. IN TXT "v=STSv1; id=${stsId(policy)}"`, `${stsHost(domain)}. IN ${leads}`]
}

/** The line by which others learn where to report. */
export const reportLine = (domain: string, tlsReports: string | undefined): string =>
  `_smtp._tls.${domain}. IN TXT "v=TLSRPTv1; rua=${tlsReports ?? readHere(domain)}"`

const readHere = (domain: string): string => `mailto:${reportsAddress(domain)}`

/** Whether others can know that mail to us travels encrypted to the right host (RFC 8461). It is worth having, and nothing is wrong without. */
export async function checkSts(question: TransportQuestion): Promise<Finding[]> {
  const { domain, resolver, sts } = question
  const name = `_mta-sts.${domain}`
  const records = (await textsAt(name, resolver))?.filter((text) => /^v=STSv1\s*;/.test(text))
  if (!records) return [unanswered(name)]
  if (records.length > 1) return [say.wrong(found.transport.manySts({ name, n: records.length }), found.dns.keepOne)]
  const [record] = records
  if (!sts)
    return record === undefined
      ? [say.note(found.transport.noSts, found.transport.noStsTodo)]
      : [say.wrong(found.transport.announced({ name }), found.transport.announcedTodo)]
  const [publish = '', ...more] = stsLines(domain, question.webHost ?? `<${found.dns.webHost}>`, sts)
  if (record === undefined)
    return [say.note(found.transport.unannounced({ domain }), found.dns.publishLines({ lines: [publish, ...more].join('\n') }))]
  if (/;\s*id=([A-Za-z0-9]{1,32})\s*(?:;|$)/.exec(record)?.[1] !== stsId(sts))
    return [say.wrong(found.transport.otherId({ name }), found.dns.publish({ line: publish }))]
  return [...(await checkStsHosts(question, sts)), await checkStsDoor(question, sts)]
}

/** The hosts that the DNS names and the policy does not: in earnest, mail to them is not handed over. */
async function checkStsHosts({ domain, resolver }: TransportQuestion, sts: StsPolicy): Promise<Finding[]> {
  const exchanges = await resolver(domain, 'MX').catch(() => [])
  const left = exchanges.map(({ exchange }) => exchange).filter((host) => !stsNames(sts, host))
  if (sts.mode === 'none' || left.length === 0) return []
  const facts = { hosts: left.join(', '), domain }
  const todo = found.transport.unnamedTodo
  return [sts.mode === 'enforce' ? say.wrong(found.transport.unnamedEnforced(facts), todo) : say.note(found.transport.unnamed(facts), todo)]
}

const mostSeconds = 5
const mostBytes = 65_536

async function checkStsDoor({ domain, resolver, allowed = [] }: TransportQuestion, sts: StsPolicy): Promise<Finding> {
  const url = `https://${stsHost(domain)}${stsPath}`
  const todo = found.transport.stsTodo({ host: stsHost(domain) })
  try {
    const limits = { most: mostBytes, now: new Date(), milliseconds: mostSeconds * 1_000 }
    const read = await readOutward(url, { etag: '', modified: '' }, limits, { resolver, allowed })
    if (read.fresh && read.body.toString() === stsText(sts)) return say.ok(found.transport.sts({ mode: sts.mode, url }))
    return say.wrong(found.transport.stsOther({ url }), todo)
  } catch (error) {
    if (!(error instanceof NotRead)) throw error
    return say.wrong(found.transport.stsUnread({ url, why: error.message }), todo)
  }
}

/** Whether others are told where to report that mail to us did not travel encrypted (RFC 8460). */
export async function checkTlsReports({ domain, resolver, tlsReports }: TransportQuestion): Promise<Finding[]> {
  const name = `_smtp._tls.${domain}`
  const records = (await textsAt(name, resolver))?.filter((text) => /^v=TLSRPTv1\s*;/.test(text))
  if (!records) return [unanswered(name)]
  const publish = found.dns.publish({ line: reportLine(domain, tlsReports) })
  if (records.length > 1) return [say.wrong(found.transport.manyReports({ name, n: records.length }), found.dns.keepOne)]
  const [record] = records
  if (record === undefined) return [say.note(found.transport.noReports({ domain }), publish)]
  const reported = (/;\s*rua=([^;]*)/.exec(record)?.[1] ?? '').split(',').map((one) => one.trim())
  const ours = tlsReports ?? readHere(domain)
  const isRead = (one: string) => one.toLowerCase() === readHere(domain)
  const unread = reported.find((one) => !isRead(one) && one.toLowerCase().startsWith('mailto:') && one.toLowerCase().endsWith(`@${domain}`))
  if (unread !== undefined)
    return [say.wrong(found.transport.reportsNotRead({ address: unread }), found.transport.reportsNotReadTodo({ ours }))]
  const addresses = reported.join(', ')
  if (tlsReports !== undefined && !reported.includes(ours))
    return [say.note(found.transport.reportsElsewhere({ addresses, ours }), publish)]
  return [say.ok(found.transport.reports({ addresses }))]
}
