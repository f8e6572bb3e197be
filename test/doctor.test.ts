import { createPublicKey, X509Certificate } from 'node:crypto'
import { chmodSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, inject, onTestFinished, test } from 'vitest'
import { readConfig } from '../src/config.ts'
import { examine } from '../src/edges/cli/doctor.ts'
import { acceptMail } from '../src/edges/mailroom/actions.ts'
import { chainJournal } from '../src/journal/actions.ts'
import { dkimDnsRecord } from '../src/lib/mail/dkim.ts'
import { fixedResolver } from '../src/lib/mail/dns.ts'
import { reverseName } from '../src/operations/doctor/dns.ts'
import { type Finding, inWords } from '../src/operations/doctor/finding.ts'
import { probeFrom } from '../src/operations/doctor/relay.ts'
import { checkVersions } from '../src/operations/doctor/versions.ts'
import { ensureSigningKeys } from '../src/outbox/actions.ts'
import { mail } from './mail.ts'
import { type Sink, type SinkOptions, startSink } from './sink.ts'
import { makeWorld, type World } from './world.ts'

const domain = 'lists.example.org'
const good = {
  [domain]: { MX: [[10, 'mx.example.org']], TXT: ['v=spf1 mx -all', 'unrelated'] },
  [`_dmarc.${domain}`]: { TXT: ['v=DMARC1; p=none'] },
  'mx.example.org': { A: ['192.0.2.7'] },
  '7.2.0.192.in-addr.arpa': { PTR: ['mx.example.org'] },
}

let world: World
let sink: Sink | undefined
afterEach(() => sink?.close())

async function setting(options: SinkOptions = {}, env: Record<string, string> = {}) {
  world = await makeWorld({ env: { RAPPORT_MAIL_DOMAIN: domain } })
  onTestFinished(() => world.end())
  sink = await startSink({ keep: true, ...options })
  const data = mkdtempSync(join(inject('runFolder'), 'doctor-'))
  const config = readConfig({
    RAPPORT_DATA: data,
    RAPPORT_DATABASE_URL: world.url,
    RAPPORT_MAIL_DOMAIN: domain,
    RAPPORT_RELAY: `smtp://127.0.0.1:${sink.port}`,
    ...env,
  })
  const look = (dns: object = good, now = new Date()) => examine(config, world.database, fixedResolver(dns), now)
  return { data, config, look }
}

const wrong = (findings: Finding[]) => findings.filter((finding) => finding.level === 'wrong').map(({ area, text }) => `${area}: ${text}`)
const told = (findings: Finding[], text: string) => findings.find((finding) => finding.text.includes(text))

test('where all is well, nothing is wrong, and nothing was sent', async () => {
  const { look } = await setting()
  const keys = await world.write((tx) => ensureSigningKeys(tx, { ...world.site, mailDomain: domain }, new Date()))
  const records = Object.values(keys).map((key) => dkimDnsRecord(createPublicKey(key.publicKey), key.selector, domain))
  const published = Object.fromEntries(
    records.map(({ name, value }) => [name, { TXT: [[value.slice(0, 255), value.slice(255)].filter(Boolean)] }]),
  )
  await world.write((tx) => chainJournal(tx))
  const findings = await look({ ...good, ...published })

  expect(wrong(findings)).toEqual([])
  expect(told(findings, 'the chain holds')?.level).toBe('ok')
  expect(told(findings, 'SPF: v=spf1 mx -all')?.level).toBe('ok')
  expect(told(findings, 'mx.example.org is 192.0.2.7, and back')?.level).toBe('ok')
  expect(sink?.commands.filter((line) => /^(RCPT|DATA|BDAT)/.test(line))).toEqual([])
  expect(sink?.commands).toContain('MAIL FROM:<>')
  expect(inWords(findings)).toContain('Nothing is wrong.')
})

test('names what the domain does not publish, and what to publish', async () => {
  const { look } = await setting()
  const { rsa: key, ed25519 } = await world.write((tx) => ensureSigningKeys(tx, { ...world.site, mailDomain: domain }, new Date()))
  const findings = await look({ [domain]: { TXT: ['nothing'] } })
  expect(wrong(findings).map((line) => line.replace(/:.*/s, ''))).toEqual(['dns', 'dns', 'dns', 'keys'])
  expect(told(findings, 'no SPF')?.todo).toContain(`${domain}. IN TXT "v=spf1 mx -all"`)
  expect(told(findings, 'no DMARC')?.todo).toContain(`_dmarc.${domain}. IN TXT`)
  expect(told(findings, 'stands no key')?.todo).toContain(`${key.selector}._domainkey.${domain}. IN TXT ( "v=DKIM1`)
  expect(findings.map(({ todo }) => todo)).toContainEqual(
    expect.stringContaining(`${ed25519.selector}._domainkey.${domain}. IN TXT ( "v=DKIM1; k=ed25519; p=`),
  )

  const other = await look({ ...good, [`${key.selector}._domainkey.${domain}`]: { TXT: ['v=DKIM1; p=AAAA'] } })
  expect(wrong(other)).toEqual([expect.stringContaining('stands another key')])
})

test('tells two SPF records, a null MX, a missing address and a foreign reverse name', async () => {
  const { look } = await setting()
  expect(wrong(await look({ ...good, [domain]: { MX: [[0, '.']], TXT: ['v=spf1 mx', 'v=spf1 -all'] } }))).toEqual([
    expect.stringContaining('takes no mail'),
    expect.stringContaining('2 SPF records'),
  ])
  expect(wrong(await look({ ...good, 'mx.example.org': { TXT: ['-'] } }))).toEqual(['dns: mx.example.org has no address.'])
  expect(
    told(await look({ ...good, '7.2.0.192.in-addr.arpa': { PTR: ['host7.provider.example'] } }), 'host7.provider.example')?.level,
  ).toBe('note')
  expect(wrong(await look({ ...good, [domain]: 'TIMEOUT' }))).toEqual([
    expect.stringContaining('no answer about the mail exchanges'),
    expect.stringContaining('no answer about the SPF'),
  ])
})

test('writes reverse names as the DNS has them', () => {
  expect(reverseName('192.0.2.7')).toBe('7.2.0.192.in-addr.arpa')
  expect(reverseName('2001:db8::567:89ab')).toBe('b.a.9.8.7.6.5.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa')
  expect(reverseName('::1')).toBe(`1.${'0.'.repeat(31)}ip6.arpa`)
})

test('tells a relay that is slow, that re-codes, that refuses our senders, or that is not there', async () => {
  const { look } = await setting({ pipelining: false, offers: ['SIZE 1000'], answerMail: () => '550 5.7.1 Not your domain' })
  const findings = await look()
  expect(wrong(findings)).toEqual([
    expect.stringContaining('8BITMIME'),
    expect.stringContaining('refuses senders like doctor-bounces+'),
    expect.stringContaining('refuses the empty sender: 550 Not your domain'),
  ])
  expect(told(findings, 'PIPELINING')?.level).toBe('note')
  await sink?.close()
  sink = undefined
  expect(wrong(await look())).toEqual([expect.stringContaining('No connection to the relay')])
})

test('tells mail that waits too long, parked mail and deliveries that nobody makes', async () => {
  const { look } = await setting()
  const arrive = () =>
    acceptMail(world.write, {
      raw: mail({ from: 'Susi <susi@susi.example>' }),
      mailFrom: 'susi@susi.example',
      rcptTo: [`lectio-l@${domain}`],
      via: 'mail',
      personId: world.susi.personId,
    })
  await arrive()
  await world.settle()
  await arrive()
  await arrive()
  await world.database.pool.query("update inbound set state = 'parked', error = 'odd' where id = (select max(id) from inbound)")
  const hour = new Date(Date.now() + 3_700_000)
  // The clock of the question is an hour ahead; what waits has waited that long.
  expect(wrong(await look(good, hour))).toEqual([
    'queue: 1 mail waits, the oldest for 62 minutes.',
    'queue: 1 mail could not be sorted and is parked.',
    expect.stringContaining('outgoing: A delivery that is due has waited'),
  ])
})

test('tells what runs and what it lacks, and of a certificate when it ends', async () => {
  const { look } = await setting(
    {},
    Object.fromEntries(
      [
        ['CERT', 'crt'],
        ['KEY', 'key'],
      ].map(([name, ending]) => [`RAPPORT_TLS_${name}`, join(import.meta.dirname, `identity/idp.${ending}.pem`)]),
    ),
  )
  const end = new X509Certificate(readFileSync(join(import.meta.dirname, 'identity/idp.crt.pem'))).validToDate
  const soon = await look(good, new Date(end.getTime() - 13.5 * 86_400_000))
  expect(told(soon, 'ends in 13 days')).toMatchObject({ level: 'note', todo: expect.stringContaining('read by itself') })
  expect(told(soon, `Node.js ${process.versions.node} runs`)?.area).toBe('versions')
  expect(told(soon, 'PostgreSQL 18')?.level).toBe('ok')
  expect(told(await look(good, new Date(end.getTime() + 86_400_000)), 'ended on')?.level).toBe('wrong')
  const late = checkVersions({ postgres: '18.4' }, new Date('2026-11-28T09:00:00Z'))
  expect(late).toMatchObject([{ level: 'note', text: 'PostgreSQL 18.4 runs; 18.6 is out, and what this one lacks for 107 days.' }])
})

test('tells a journal that somebody has changed', async () => {
  const { look } = await setting()
  await world.write((tx) => chainJournal(tx))
  await world.database.pool.query(`alter table journal disable trigger user; update journal set subject = 'list:99' where id = (select min(id) from journal);
    alter table journal enable trigger user`)
  expect(wrong(await look())).toEqual([expect.stringContaining('is not what was written')])
})

test('tells a folder and a secret that others may read, and a public address without HTTPS', async () => {
  const { look, data } = await setting({}, { RAPPORT_BASE_URL: 'http://rapport.example.org' })
  chmodSync(data, 0o755)
  writeFileSync(join(data, 'secret'), 'x', { mode: 0o644 })
  expect(wrong(await look()).map((line) => line.replace(data, 'DATA'))).toEqual([
    'machine: Others may read or write the data folder DATA.',
    'machine: Others may read DATA/secret, which signs all links and sessions.',
    expect.stringContaining('sign-in travels unencrypted'),
  ])
})

test('tells a schema of another step, and an empty database, and goes on with the rest', async () => {
  const { look } = await setting()
  await world.database.pool.query('delete from migration where id = (select max(id) from migration)')
  expect(wrong(await look())).toEqual(['database: 1 step of the schema is missing.'])
  await world.database.pool.query('drop table migration')
  const findings = await look()
  expect(told(findings, 'It is empty.')?.level).toBe('note')
  expect(told(findings, 'It takes the empty sender')?.level).toBe('ok')
})

test('sends one mail in a foreign name where that is asked for, and says what the relay thinks of it', async () => {
  await setting()
  const relay = `smtp://127.0.0.1:${sink?.port}`
  expect(await probeFrom(relay, domain, 'op@example.org', new Date())).toMatchObject([{ level: 'ok' }])
  const [sent] = sink?.messages ?? []
  expect([sent?.from, sent?.to]).toEqual([expect.stringMatching(/^doctor-bounces\+/), ['op@example.org']])
  expect(sent?.data.toString()).toMatch(/^From: .*<author@example\.com>/m)
  await sink?.close()

  sink = await startSink({ keep: true, answer: () => '553 5.7.1 Sender address rejected: not owned by user' })
  const [refused] = await probeFrom(`smtp://127.0.0.1:${sink.port}`, domain, 'op@example.org', new Date())
  expect(refused).toMatchObject({
    level: 'wrong',
    text: expect.stringContaining('not owned by user'),
    todo: expect.stringContaining('RAPPORT_RELAY_FROM=own'),
  })
  expect(await probeFrom(undefined, domain, 'op@example.org', new Date())).toMatchObject([{ level: 'note' }])
})
