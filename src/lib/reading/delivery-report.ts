import { isIP } from 'node:net'
import { inflateRawSync } from 'node:zlib'
import sax from 'sax'
import { z } from 'zod'
import { clipped, oneLine } from '../mail/one-line.ts'
import { entriesOf } from '../unzip.ts'
import { callBounded } from './bounded.ts'
import { readingLimits } from './limits.ts'

/** What other servers report is none that can be taken. */
export class ReportError extends Error {}

/** What became of the mails that one address brought in the name of a domain. */
export interface SentFrom {
  source: string
  /** Mails that proved to be the domain's own, by SPF or by a signature. */
  good: number
  bad: number
  /** Of the bad ones, those that went to spam or were refused. */
  refused: number
  /** What was found of a bad one: a result and the domain that it is about, `fail lists.example.org`. */
  dkim: string
  spf: string
}

/** A way in which connections to a mail server failed (RFC 8460 §4.3). */
export interface NotEncrypted {
  /** As the RFC names it: `certificate-expired`. */
  kind: string
  /** The mail server that was asked; '' where the report names none. */
  host: string
  count: number
}

/** What a large provider tells once a day of the mail of a domain. */
export type DeliveryReport = {
  organisation: string
  /** Its number, which is its sender's own. */
  number: string
  from: Date
  until: Date
  /** The domain that it is about. */
  domain: string
  good: number
  bad: number
} & ({ kind: 'sent'; refused: number; sources: SentFrom[] } | { kind: 'encryption'; failures: NotEncrypted[] })

const { unpacked: mostBytes, sources: mostSources, files: mostFiles } = readingLimits.report
const longest = { text: 200, result: 100 }
const mostCount = 1_000_000_000
const deepest = 20

const text = (value: string | undefined, most = longest.text): string => clipped(oneLine(value ?? ''), most)
const domainOf = (value: string | undefined): string => text(value, 255).toLowerCase().replace(/\.$/, '')
const countOf = (value: string | number | undefined): number => {
  const count = Math.trunc(Number(value))
  return count > 0 ? Math.min(count, mostCount) : 0
}

/** @throws ReportError for a day that is none */
function spanOf(from: Date, until: Date): { from: Date; until: Date } {
  if (!(from <= until)) throw new ReportError('no days')
  return { from, until }
}

// Seconds, which some write with a fraction or as milliseconds.
const instantOf = (value: string | undefined): Date => {
  const seconds = Number(value?.trim() || Number.NaN)
  return new Date(seconds > 100_000_000_000 ? seconds : seconds * 1_000)
}

/** Adds up what the rows of a report say, by the address that brought the mails. */
class Rows {
  readonly sources = new Map<string, SentFrom>()
  readonly sums = { good: 0, bad: 0, refused: 0 }

  add(row: Record<string, string>): void {
    const count = countOf(row['row/count'])
    const good = [row['row/policy_evaluated/dkim'], row['row/policy_evaluated/spf']].some((one) => one?.trim().toLowerCase() === 'pass')
    const refused = !good && /^(?:quarantine|reject)$/i.test(row['row/policy_evaluated/disposition']?.trim() ?? '')
    const more = { good: good ? count : 0, bad: good ? 0 : count, refused: refused ? count : 0 }
    addTo(this.sums, more)
    const source = row['row/source_ip']?.trim() ?? ''
    if (isIP(source) === 0 || (!this.sources.has(source) && this.sources.size >= mostSources)) return
    const known = this.sources.get(source) ?? { source, good: 0, bad: 0, refused: 0, dkim: '', spf: '' }
    this.sources.set(source, known)
    addTo(known, more)
    if (good || known.dkim) return
    const found = (name: string) =>
      text(`${row[`auth_results/${name}/result`] ?? 'none'} ${row[`auth_results/${name}/domain`] ?? ''}`, longest.result)
    Object.assign(known, { dkim: found('dkim'), spf: found('spf') })
  }
}

const addTo = (sums: { good: number; bad: number; refused: number }, more: { good: number; bad: number; refused: number }): void => {
  for (const key of ['good', 'bad', 'refused'] as const) sums[key] = Math.min(mostCount, sums[key] + more[key])
}

/**
 * Reads an aggregate report on mails that name a domain as their sender (RFC 7489 Appendix C, RFC 9990), and the drafts of before.
 * @throws ReportError for what is none
 */
function readSent(xml: string): DeliveryReport {
  const rows = new Rows()
  const said: Record<string, string> = {}
  let row: Record<string, string> | undefined
  const path: string[] = []
  let words = ''
  // No entities but XML's own: one that is declared could stand for a thousand others.
  const parser = sax.parser(true, { strictEntities: true, position: false } as sax.SAXOptions)
  parser.onerror = (error) => {
    throw error
  }
  parser.ondoctype = () => {
    throw new ReportError('no report')
  }
  parser.onopentag = ({ name }) => {
    const local = name.slice(name.indexOf(':') + 1).toLowerCase()
    if ((path.length === 0 && local !== 'feedback') || path.length >= deepest) throw new ReportError('no report')
    path.push(local)
    if (path.length === 2 && local === 'record') row = {}
    words = ''
  }
  parser.ontext = (more) => {
    if (words.length < longest.text * 4) words += more
  }
  parser.oncdata = parser.ontext
  parser.onclosetag = () => {
    const where = path.slice(row ? 2 : 1).join('/')
    // The first that is said counts: of several signatures, the one that stands first.
    if (row) row[where] ??= words
    else said[where] ??= words
    if (path.length === 2 && row) {
      rows.add(row)
      row = undefined
    }
    path.pop()
    words = ''
  }
  const piece = 64 * 1024
  for (let at = 0; at < xml.length; at += piece) parser.write(xml.slice(at, at + piece))
  parser.close()
  const domain = domainOf(said['policy_published/domain'])
  if (domain === '') throw new ReportError('no domain')
  const sources = [...rows.sources.values()].toSorted((a, b) => b.bad - a.bad || b.good - a.good)
  return {
    kind: 'sent',
    organisation: text(said['report_metadata/org_name']),
    number: text(said['report_metadata/report_id']),
    ...spanOf(instantOf(said['report_metadata/date_range/begin']), instantOf(said['report_metadata/date_range/end'])),
    domain,
    ...rows.sums,
    sources,
  }
}

const Count = z.coerce.number().catch(0)
const Said = z.string().catch('')
const Encryption = z.object({
  'organization-name': Said,
  'report-id': Said,
  'date-range': z.object({ 'start-datetime': z.string(), 'end-datetime': z.string() }),
  policies: z
    .array(
      z.object({
        policy: z.object({ 'policy-domain': Said }),
        summary: z.object({ 'total-successful-session-count': Count, 'total-failure-session-count': Count }),
        'failure-details': z
          .array(z.object({ 'result-type': Said, 'receiving-mx-hostname': Said, 'failed-session-count': Count }))
          .max(10_000)
          .catch([]),
      }),
    )
    .min(1)
    .max(1_000),
})

/**
 * Reads a report on how connections to a domain's mail servers were encrypted (RFC 8460 §4).
 * @throws ReportError for what is none
 */
function readEncryption(json: string): DeliveryReport {
  const parsed = Encryption.safeParse(JSON.parse(json))
  if (!parsed.success) throw new ReportError('no report')
  const { policies: all, ...report } = parsed.data
  const domain = domainOf(all[0]?.policy['policy-domain'])
  // A domain may have several, by MTA-STS and by DANE.
  const policies = all.filter(({ policy }) => domainOf(policy['policy-domain']) === domain)
  const failures = new Map<string, NotEncrypted>()
  const sums = { good: 0, bad: 0, refused: 0 }
  for (const { summary, 'failure-details': details } of policies) {
    const more = { good: countOf(summary['total-successful-session-count']), bad: countOf(summary['total-failure-session-count']) }
    addTo(sums, { ...more, refused: 0 })
    for (const detail of details) {
      const [kind, host] = [text(detail['result-type'], 60).toLowerCase(), domainOf(detail['receiving-mx-hostname'])]
      const key = `${kind} ${host}`
      const known = failures.get(key) ?? { kind, host, count: 0 }
      if (!failures.has(key) && failures.size >= mostSources) continue
      failures.set(key, known)
      known.count = Math.min(mostCount, known.count + countOf(detail['failed-session-count']))
    }
  }
  const range = report['date-range']
  return {
    kind: 'encryption',
    organisation: text(report['organization-name']),
    number: text(report['report-id']),
    ...spanOf(new Date(range['start-datetime']), new Date(range['end-datetime'])),
    domain,
    good: sums.good,
    bad: sums.bad,
    failures: [...failures.values()].toSorted((a, b) => b.count - a.count),
  }
}

const begins = (bytes: Buffer, ...first: number[]): boolean => first.every((byte, i) => bytes[i] === byte)

/** What a gzip file holds (RFC 1952 §2.3); what stands behind it, as the line breaks of some senders do, is not read. */
function gunzip(bytes: Buffer): Buffer {
  const [flags = 0, extra, name, comment, check] = [bytes[3], 4, 8, 16, 2]
  let at = 10
  if (flags & extra) at += 2 + bytes.readUInt16LE(at)
  for (const part of [name, comment]) if (flags & part) at = bytes.indexOf(0, at) + 1
  if (flags & check) at += 2
  return inflateRawSync(bytes.subarray(at), { maxOutputLength: mostBytes })
}

/** What is packed in a file: XML or JSON as it is, in a gzip file or in an archive. */
function* unpacked(bytes: Buffer): Generator<Buffer> {
  if (begins(bytes, 0x50, 0x4b)) for (const { content } of entriesOf(bytes, /\.(?:xml|json)$/i, mostBytes)) yield content
  else if (begins(bytes, 0x1f, 0x8b)) yield gunzip(bytes)
  else if (bytes.length <= mostBytes) yield bytes
}

/** The reader that the worker calls: the first of these files that is a report. */
export function reportIn(...files: Uint8Array[]): DeliveryReport {
  for (const file of files) {
    try {
      for (const content of unpacked(Buffer.from(file.buffer, file.byteOffset, file.byteLength))) {
        const said = new TextDecoder().decode(content).trimStart()
        if (said.startsWith('<')) return readSent(said)
        if (said.startsWith('{')) return readEncryption(said)
      }
    } catch {
      // What cannot be unpacked or read is no report; another file may be one.
    }
  }
  throw new ReportError('no report')
}

/**
 * Reads what came with a mail as a report of another server on our mail, in a worker with bounded time and memory.
 * @param files as they came, packed or not
 * @throws ReportError where none of them is a report, or reading one takes too much
 */
export async function readReport(files: readonly Uint8Array[]): Promise<DeliveryReport> {
  const { size, time: milliseconds } = readingLimits.report
  const given = files.filter(({ length }) => length > 0 && length <= size).slice(0, mostFiles)
  if (given.length === 0) throw new ReportError('no report')
  return callBounded({ module: import.meta.url, reader: reportIn.name, given, refusal: ReportError, milliseconds })
}
