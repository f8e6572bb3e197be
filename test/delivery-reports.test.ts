import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateRawSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readMessage } from '../src/lib/mail/parse.ts'
import { ReportError, readReport } from '../src/lib/reading/delivery-report.ts'
import { sweepReports } from '../src/operations/doctor/actions.ts'
import { checkReports } from '../src/operations/doctor/reports.ts'
import { type MailDoor, openMailDoor, signing } from './mail-door.ts'
import { sharedData } from './shared.ts'

const address = 'mail-reports@lists.localhost'
const begin = Date.parse('2026-10-15T00:00:00Z') / 1_000

interface Row {
  ip: string
  count: number
  dkim?: string
  spf?: string
  disposition?: string
}

const rowOf = ({ ip, count, dkim = 'fail', spf = 'fail', disposition = 'none' }: Row) => `<record><row><source_ip>${ip}</source_ip>
  <count>${count}</count><policy_evaluated><disposition>${disposition}</disposition><dkim>${dkim}</dkim><spf>${spf}</spf></policy_evaluated></row>
  <identifiers><header_from>lists.localhost</header_from></identifiers>
  <auth_results><dkim><domain>lists.localhost</domain><result>${dkim}</result></dkim><spf><domain>lists.localhost</domain><result>${spf}</result></spf></auth_results></record>`

const dmarc = (rows: Row[], { number = '1', domain = 'lists.localhost', from = begin } = {}) => `<?xml version="1.0"?><feedback>
  <report_metadata><org_name>Quillon Mail</org_name><report_id>${number}</report_id>
  <date_range><begin>${from}</begin><end>${from + 86_399}</end></date_range></report_metadata>
  <policy_published><domain>${domain}</domain><p>none</p></policy_published>${rows.map(rowOf).join('')}</feedback>`

const tls = (more: object = {}) =>
  JSON.stringify({
    'organization-name': 'Quillon Mail',
    'date-range': { 'start-datetime': '2026-10-15T00:00:00Z', 'end-datetime': '2026-10-15T23:59:59Z' },
    'report-id': 't1',
    policies: [
      {
        policy: { 'policy-type': 'sts', 'policy-domain': 'lists.localhost' },
        summary: { 'total-successful-session-count': 40, 'total-failure-session-count': 3 },
        'failure-details': [
          { 'result-type': 'certificate-expired', 'receiving-mx-hostname': 'mx.example.org', 'failed-session-count': 2 },
          { 'result-type': 'certificate-expired', 'receiving-mx-hostname': 'MX.example.org.', 'failed-session-count': 1 },
        ],
      },
      {
        policy: { 'policy-type': 'sts', 'policy-domain': 'elsewhere.example' },
        summary: { 'total-successful-session-count': 500, 'total-failure-session-count': 0 },
      },
    ],
    ...more,
  })

/** An archive with one file, as a sender packs a report. */
function zipped(name: string, content: Buffer): Buffer {
  const packed = deflateRawSync(content)
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(8, 8)
  local.writeUInt16LE(name.length, 26)
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt16LE(8, 10)
  entry.writeUInt32LE(packed.length, 20)
  entry.writeUInt16LE(name.length, 28)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt32LE(30 + name.length + packed.length, 16)
  return Buffer.concat([local, Buffer.from(name), packed, entry, Buffer.from(name), end])
}

describe('a report', () => {
  const rows: Row[] = [
    { ip: '192.0.2.25', count: 120, dkim: 'pass' },
    { ip: '192.0.2.25', count: 3, spf: 'pass' },
    { ip: '203.0.113.9', count: 4, disposition: 'quarantine' },
    { ip: '203.0.113.9', count: 1 },
    { ip: 'no address', count: 2, disposition: 'reject' },
    { ip: '2001:db8::1', count: -5 },
  ]

  test('on mails says how many were ours, and which server sent the others', async () => {
    expect(await readReport([Buffer.from(dmarc(rows))])).toEqual({
      ...{ kind: 'sent', organisation: 'Quillon Mail', number: '1', domain: 'lists.localhost' },
      ...{ from: new Date('2026-10-15T00:00:00Z'), until: new Date('2026-10-15T23:59:59Z') },
      ...{ good: 123, bad: 7, refused: 6 },
      sources: [
        { source: '203.0.113.9', good: 0, bad: 5, refused: 4, dkim: 'fail lists.localhost', spf: 'fail lists.localhost' },
        { source: '192.0.2.25', good: 123, bad: 0, refused: 0, dkim: '', spf: '' },
        { source: '2001:db8::1', good: 0, bad: 0, refused: 0, dkim: 'fail lists.localhost', spf: 'fail lists.localhost' },
      ],
    })
  })

  test('on connections says how many were encrypted, and why the others were not', async () => {
    expect(await readReport([Buffer.from(tls())])).toEqual({
      ...{ kind: 'encryption', organisation: 'Quillon Mail', number: 't1', domain: 'lists.localhost' },
      ...{ from: new Date('2026-10-15T00:00:00Z'), until: new Date('2026-10-15T23:59:59Z') },
      ...{ good: 40, bad: 3, failures: [{ kind: 'certificate-expired', host: 'mx.example.org', count: 3 }] },
    })
  })

  test('is read as it comes: alone, by gzip with something behind, in an archive, after a text', async () => {
    const xml = Buffer.from(dmarc(rows))
    const packed = [
      xml,
      Buffer.concat([gzipSync(xml), Buffer.from('\r\n')]),
      zipped('a!b!1!2.xml', xml),
      zipped('a.json', Buffer.from(tls())),
    ]
    for (const file of packed) expect((await readReport([Buffer.from('This is a report.'), file])).domain).toBe('lists.localhost')
  })

  const bomb = gzipSync(Buffer.alloc(11 * 1024 * 1024, ' '))
  test.each([
    ['nothing', []],
    ['a text', [Buffer.from('Dear all')]],
    ['other XML', [Buffer.from('<rss><feedback/></rss>')]],
    ['XML that ends too soon', [Buffer.from(dmarc(rows).slice(0, -30))]],
    ['a document type that declares entities', [Buffer.from(`<!DOCTYPE a [<!ENTITY b "c">]>${dmarc(rows).slice(21)}`)]],
    ['elements without end', [Buffer.from(`<feedback>${'<a>'.repeat(100_000)}`)]],
    ['days that are none', [Buffer.from(dmarc(rows).replace(`${begin}`, 'soon'))]],
    ['other JSON', [Buffer.from('{"policies": []}')]],
    ['JSON without end', [Buffer.from(`{"a":${'['.repeat(200_000)}`)]],
    ['more than it may be, unpacked', [bomb]],
    ['more than it may be, packed', [Buffer.alloc(3 * 1024 * 1024, '<')]],
    ['an archive of nothing', [Buffer.from('PK\x05\x06')]],
    ['a gzip file without an end to its name', [Buffer.from([0x1f, 0x8b, 8, 8, 0, 0, 0, 0, 0, 0, 65])]],
  ])('is none: %s', async (_, files) => {
    await expect(readReport(files)).rejects.toThrow(ReportError)
  })
})

const folder = sharedData('mailauth')
describe.skipIf(!folder)('reports of real servers', () => {
  // Invalid on purpose, or on one mail that failed, which is another kind.
  const none = ['DMARC_Failure', 'exim_plain_text', 'bad.com']
  const places = ['dmarc-reports/aggregate', 'dmarc-reports/failure', 'dmarc-reports/smtp_tls', 'mox-reports/dmarc-reports']
  const files = [...places, 'mox-reports/tlsreports', 'opendmarc-reports'].flatMap((place) =>
    readdirSync(join(folder ?? '', place)).map((name) => [name, join(folder ?? '', place, name)] as const),
  )

  test.each(files)('%s', async (name, path) => {
    const bytes = readFileSync(path)
    const read = readReport(name.endsWith('.eml') ? readMessage(bytes).attachments.map(({ content }) => content) : [bytes])
    if (none.some((one) => name.startsWith(one))) return expect(read).rejects.toThrow(ReportError)
    const report = await read
    expect(report.good + report.bad).toBeGreaterThan(0)
    expect(report.domain).toMatch(/\.(?:com|net|nl|org|id\.au)$/)
  })
})

describe('reports that come by mail', () => {
  let door: MailDoor
  beforeAll(async () => {
    door = await openMailDoor({ ...signing('quillon.example', 'reject'), ...signing('nova.example') })
  })
  afterAll(() => door.end())

  const bring = (content: string | Buffer, by?: string, from = `reports@${by ?? 'quillon.example'}`) =>
    door.send(from, address, { ...(by ? { by } : {}), attachment: { name: 'report.xml', content } })
  const page = async () => (await (await door.world.as(door.world.ada)).get('/admin/doctor')).text()

  test('are believed of a domain that stands for them, and each once', async () => {
    expect(await page()).toContain(address)
    const first = dmarc([
      { ip: '192.0.2.25', count: 1_200, dkim: 'pass' },
      { ip: '203.0.113.9', count: 14, disposition: 'reject' },
    ])
    expect(await bring(first, 'quillon.example')).toBe('read: a report')
    expect(await bring(first, 'quillon.example')).toBe('dropped: reported before')
    expect(await bring(first, 'nova.example')).toBe('read: a report')
    expect(await bring(dmarc([{ ip: '192.0.2.9', count: 9 }], { number: '2' }))).toBe('refused: not proven to be theirs')
    expect(await bring(dmarc([{ ip: '192.0.2.9', count: 9 }], { number: '2' }), 'nova.example', 'reports@quillon.example')).toBe(
      'refused: not proven to be theirs',
    )
    expect(await bring(gzipSync(tls()), 'quillon.example')).toBe('read: a report')
    // What was read is not kept.
    const mails = await door.world.db
      .selectFrom('inbound')
      .innerJoin('rawMail', 'rawMail.id', 'inbound.rawId')
      .select(['inbound.fate', 'rawMail.bytes'])
      .execute()
    for (const { fate, bytes } of mails) expect([fate, bytes === null]).toEqual([fate, !fate?.startsWith('refused')])
  })

  test('are of this domain and of days that can have been', async () => {
    const of = (more: Parameters<typeof dmarc>[1]) =>
      bring(dmarc([{ ip: '192.0.2.9', count: 9 }], { number: '3', ...more }), 'nova.example')
    expect(await of({ domain: 'example.org' })).toBe('dropped: a report on other mail')
    // The domain above has mail of its own.
    expect(await of({ domain: 'localhost' })).toBe('dropped: a report on other mail')
    expect(await of({ from: begin - 500 * 86_400 })).toBe('dropped: a report on other mail')
    expect(await of({ from: begin + 50 * 86_400 })).toBe('dropped: a report on other mail')
    const ages = dmarc([{ ip: '192.0.2.9', count: 9 }], { number: '3' }).replace(`<begin>${begin}<`, '<begin>-1000000000000<')
    expect(await bring(ages, 'nova.example')).toBe('dropped: a report on other mail')
    expect(await bring('Dear all', 'nova.example')).toBe('dropped: no report')
  })

  test('are what administrators see, and the checks say', async () => {
    const html = await page()
    expect(html).toContain('2,400 of 2,428 emails proved to be from you. 28 were refused or treated as spam.')
    expect(html).toContain('203.0.113.9')
    expect(html).toContain('SPF fail lists.localhost, DKIM fail lists.localhost')
    expect(html).not.toContain('192.0.2.9')
    expect(html).toContain('40 of 43 connections were encrypted as your policy asks.')
    expect(html).toContain('The certificate has expired')
    const { db, config, context } = door.world
    expect((await checkReports(db, config, context.now())).map(({ level, text }) => `${level} ${text}`)).toEqual([
      'ok Of 2,428 emails in the name of lists.localhost, other servers accepted 2,400 as yours (reports of 30 days).',
      'note 40 of 43 connections to lists.localhost were encrypted as your policy asks (reports of 30 days).',
    ])
    expect((await (await door.world.as(door.world.maria)).get('/admin/doctor')).status).toBe(404)
  })

  test('of one sender are twenty a day', async () => {
    const fates: string[] = []
    for (let i = 0; i < 22; i++) fates.push(await bring('Dear all', 'quillon.example'))
    expect(fates.filter((fate) => fate === 'dropped: no report').length).toBeLessThan(20)
    expect(fates.at(-1)).toBe('dropped: too many reports')
    expect(await bring('Dear all', 'nova.example')).toBe('dropped: no report')
  })

  test('keep nothing of the mail, and go after a year and a month', async () => {
    const { db, write, context } = door.world
    const kept = await db
      .selectFrom('inbound')
      .innerJoin('rawMail', 'rawMail.id', 'inbound.rawId')
      .select('bytes')
      .where('fate', 'like', 'read:%')
      .execute()
    expect(kept.map(({ bytes }) => bytes)).toEqual([null, null, null])
    const later = (days: number) => new Date(context.now().getTime() + days * 86_400_000)
    const left = async () => (await db.selectFrom('deliveryReport').select('id').execute()).length
    await write((tx) => sweepReports(tx, later(390)))
    expect(await left()).toBe(3)
    await write((tx) => sweepReports(tx, later(410)))
    expect(await left()).toBe(0)
  })
})
