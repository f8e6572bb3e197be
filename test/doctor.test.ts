import { createPublicKey, X509Certificate } from 'node:crypto'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, inject, onTestFinished, test } from 'vitest'
import { readConfig } from '../src/config.ts'
import { examine } from '../src/edges/cli/doctor.ts'
import { acceptMail } from '../src/edges/mailroom/actions.ts'
import { chainJournal } from '../src/journal/actions.ts'
import { dkimDnsRecord } from '../src/lib/mail/dkim.ts'
import { fixedResolver } from '../src/lib/mail/dns.ts'
import { stsId } from '../src/lib/mail/mta-sts.ts'
import { inLanguage } from '../src/lib/ui/language.ts'
import { checkBackup } from '../src/operations/doctor/backup.ts'
import { checkDns, linesToPublish, reverseName } from '../src/operations/doctor/dns.ts'
import { dnsQuestion } from '../src/operations/doctor/examine.ts'
import { type Finding, inWords } from '../src/operations/doctor/finding.ts'
import { checkRelay, probeFrom } from '../src/operations/doctor/relay.ts'
import { checkVersions } from '../src/operations/doctor/versions.ts'
import { ensureSigningKeys } from '../src/outbox/actions.ts'
import { startTokens } from './identity/tokens.ts'
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
  // The disk of this machine may be rather full.
  const look = async (dns: object = good, now = new Date()) =>
    (await examine(config, world.database, fixedResolver(dns), now)).filter(({ text }) => !text.includes(' free on the disk of '))
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
  expect(told(findings, 'of the activity log are unchanged')?.level).toBe('ok')
  expect(told(findings, 'SPF: v=spf1 mx -all')?.level).toBe('ok')
  expect(told(findings, 'mx.example.org and 192.0.2.7 refer to each other')?.level).toBe('ok')
  expect(sink?.commands.filter((line) => /^(RCPT|DATA|BDAT)/.test(line))).toEqual([])
  expect(sink?.commands).toContain('MAIL FROM:<>')
  // Its headings are the words of the operators' manual.
  expect(inWords(findings).match(/^\S.*$/gm)).toEqual([
    ...['database', 'activity log', 'incoming email', 'outbox', 'files', 'backups', 'versions'],
    ...['DNS records', 'signing key', 'relay', 'this server', 'No problems found.'],
  ])
})

test('names what the domain does not publish, and what to publish', async () => {
  const { look } = await setting()
  const { rsa: key, ed25519 } = await world.write((tx) => ensureSigningKeys(tx, { ...world.site, mailDomain: domain }, new Date()))
  const findings = await look({ [domain]: { TXT: ['nothing'] } })
  expect(wrong(findings).map((line) => line.replace(/:.*/s, ''))).toEqual(['dns', 'dns', 'dns', 'keys'])
  expect(told(findings, 'no SPF')?.todo).toContain(`${domain}. IN TXT "v=spf1 mx -all"`)
  expect(told(findings, 'no DMARC')?.todo).toContain(`_dmarc.${domain}. IN TXT`)
  expect(told(findings, 'There is no key at')?.todo).toContain(`${key.selector}._domainkey.${domain}. IN TXT ( "v=DKIM1`)
  expect(findings.map(({ todo }) => todo)).toContainEqual(
    expect.stringContaining(`${ed25519.selector}._domainkey.${domain}. IN TXT ( "v=DKIM1; k=ed25519; p=`),
  )

  const other = await look({ ...good, [`${key.selector}._domainkey.${domain}`]: { TXT: ['v=DKIM1; p=AAAA'] } })
  expect(wrong(other)).toEqual([expect.stringContaining('There is another key at')])
})

test('tells two SPF records, a null MX, a missing address and a foreign reverse name', async () => {
  const { look } = await setting()
  expect(wrong(await look({ ...good, [domain]: { MX: [[0, '.']], TXT: ['v=spf1 mx', 'v=spf1 -all'] } }))).toEqual([
    expect.stringContaining('accepts no email'),
    expect.stringContaining('2 SPF records'),
  ])
  expect(wrong(await look({ ...good, 'mx.example.org': { TXT: ['-'] } }))).toEqual(['dns: mx.example.org has no address.'])
  expect(
    told(await look({ ...good, '7.2.0.192.in-addr.arpa': { PTR: ['host7.provider.example'] } }), 'host7.provider.example')?.level,
  ).toBe('note')
  expect(wrong(await look({ ...good, [domain]: 'TIMEOUT' }))).toEqual([
    expect.stringContaining('does not answer when asked for the MX record'),
    expect.stringContaining('does not answer when asked for the SPF record'),
  ])
})

test('says where the DMARC record names nobody who is told who sends in its name', async () => {
  const ask = (dns: object) => checkDns({ domain, resolver: fixedResolver(dns) }, ['dmarc'])
  const record = (text: string, at = domain) => ({ [`_dmarc.${at}`]: { TXT: [text] } })
  expect((await ask(record('v=DMARC1; p=reject'))).map(({ level, todo }) => [level, todo])).toEqual([
    ['ok', undefined],
    ['note', `Add to it:  rua=mailto:mail-reports@${domain}`],
  ])
  expect(await ask(record('v=DMARC1; p=none; rua=mailto:you@example.net'))).toHaveLength(1)
  // What the domain above publishes is not ours to change.
  expect(await ask(record('v=DMARC1; p=none', 'example.org'))).toMatchObject([{ level: 'ok' }])
  expect((await ask({}))[0]?.todo).toBe(`Publish:  _dmarc.${domain}. IN TXT "v=DMARC1; p=none; rua=mailto:mail-reports@${domain}"`)
})

test('names what lets mail travel encrypted, and tells a policy that is another, or names other hosts', async () => {
  const sts = { mode: 'enforce', mx: ['mx.example.org', '*.example.net'] } as const
  const question = { domain, tlsReports: 'mailto:tls@example.org', sts, webHost: 'rapport.example.org' }
  const ask = (dns: object, more: object = {}) =>
    checkDns({ ...question, ...more, resolver: fixedResolver({ ...good, ...dns }) }, ['sts', 'tlsrpt'])
  const id = stsId(sts)
  const published = { [`_mta-sts.${domain}`]: { TXT: [`v=STSv1; id=${id};`] } }
  const none = await ask({})
  expect(none.map(({ level }) => level)).toEqual(['note', 'note'])
  expect(none.map(({ todo }) => todo)).toEqual([
    `Publish:\n_mta-sts.${domain}. IN TXT "v=STSv1; id=${id}"\nmta-sts.${domain}. IN CNAME rapport.example.org.`,
    `Publish:  _smtp._tls.${domain}. IN TXT "v=TLSRPTv1; rua=mailto:tls@example.org"`,
  ])
  // The host is looked for by the same name server, and one inside is not asked.
  const inside = { ...published, [`mta-sts.${domain}`]: { A: ['127.0.0.1'] } }
  expect(wrong(await ask(inside))).toEqual([expect.stringContaining(`cannot be read at https://mta-sts.${domain}/.well-known/mta-sts.txt`)])
  const elsewhere = {
    [domain]: {
      MX: [
        [10, 'mx.example.org'],
        [20, 'A.Example.Net'],
        [30, 'a.b.example.net'],
      ],
    },
  }
  expect(wrong(await ask({ ...inside, ...elsewhere }))[0]).toMatch(/does not name a\.b\.example\.net, .* do not send email there/)
  expect(wrong(await ask({ [`_mta-sts.${domain}`]: { TXT: ['v=STSv1; id=1'] } }))).toEqual([expect.stringContaining('id of another')])
  expect(wrong(await ask({ [`_mta-sts.${domain}`]: { TXT: ['v=STSv1; id=1', 'v=STSv1; id=2', 'other'] } }))[0]).toContain(
    '2 MTA-STS records',
  )
  expect(wrong(await ask(published, { sts: undefined }))).toEqual([expect.stringContaining('this site serves none')])
  const reports = async (...TXT: string[]) => (await ask({ [`_smtp._tls.${domain}`]: { TXT } })).at(-1)
  expect(await reports('v=TLSRPTv1; rua=https://x.example/,mailto:tls@example.org')).toMatchObject({ level: 'ok' })
  expect(await reports('v=TLSRPTv1;rua=mailto:a@x.example')).toMatchObject({ level: 'note' })
  expect(await reports(`v=TLSRPTv1; rua=mailto:lectio-l@${domain}`)).toMatchObject({ level: 'wrong' })
  expect(await reports('v=TLSRPTv1; rua=a', 'v=TLSRPTv1; rua=b')).toMatchObject({ level: 'wrong' })
  // Without an address elsewhere, they are read here.
  const here = (TXT: string[]) => ask({ [`_smtp._tls.${domain}`]: { TXT } }, { tlsReports: undefined })
  expect((await here([])).at(-1)?.todo).toBe(`Publish:  _smtp._tls.${domain}. IN TXT "v=TLSRPTv1; rua=mailto:mail-reports@${domain}"`)
  expect((await here([`v=TLSRPTv1; rua=mailto:Mail-Reports@${domain}`])).at(-1)).toMatchObject({ level: 'ok' })
  expect((await here([`v=TLSRPTv1; rua=mailto:tls@${domain}`])).at(-1)).toMatchObject({ level: 'wrong' })
  expect(wrong(await ask({ [`_mta-sts.${domain}`]: 'TIMEOUT', [`_smtp._tls.${domain}`]: 'TIMEOUT' }))).toHaveLength(2)

  const lines = linesToPublish({ ...question, mx: ['mx.example.org', 'mx2.example.org'] })
  expect(lines.filter(({ record }) => ['mx', 'sts', 'tlsrpt'].includes(record)).map(({ line }) => line)).toEqual([
    `${domain}. IN MX 10 mx.example.org.`,
    `${domain}. IN MX 20 mx2.example.org.`,
    `_mta-sts.${domain}. IN TXT "v=STSv1; id=${id}"`,
    `mta-sts.${domain}. IN CNAME rapport.example.org.`,
    `_smtp._tls.${domain}. IN TXT "v=TLSRPTv1; rua=mailto:tls@example.org"`,
  ])
  expect(id).not.toBe(stsId({ ...sts, mode: 'testing' }))
  // An address or this very machine is no name to publish.
  for (const webHost of ['127.0.0.1', '::1', 'localhost'])
    expect(linesToPublish({ ...question, sts: undefined, mx: [webHost], webHost })[0]?.line).toBe(
      `${domain}. IN MX 10 <name of this server>.`,
    )
})

test('asks of the relay that sends all mail what SPF says of it, not of the hosts that take mail', async () => {
  const question = { domain, tlsReports: undefined, sts: undefined, webHost: 'rapport.example.org' }
  const suggested = (relay?: string) => linesToPublish({ ...question, relay, mx: [] }).find(({ record }) => record === 'spf')?.line
  expect(suggested()).toBe(`${domain}. IN TXT "v=spf1 mx -all"`)
  expect(suggested('relay.example')).toBe(`${domain}. IN TXT "v=spf1 <include: or ip4: of relay.example> -all"`)
  expect(suggested('198.51.100.7')).toBe(`${domain}. IN TXT "v=spf1 ip4:198.51.100.7 -all"`)
  expect(suggested('2606:4700::1')).toBe(`${domain}. IN TXT "v=spf1 ip6:2606:4700::1 -all"`)
  expect(suggested('10.0.0.7')).toContain('of 10.0.0.7>')
  const ask = async (...TXT: string[]) =>
    (await checkDns({ ...question, relay: 'relay.example', resolver: fixedResolver({ ...good, [domain]: { TXT } }) }, ['spf']))[0]
  expect(await ask('v=spf1 mx -all')).toMatchObject({ level: 'note', todo: expect.stringContaining('include: or ip4: of relay.example') })
  expect(await ask('v=spf1 include:_spf.relay.example -all')).toMatchObject({ level: 'ok' })
  expect((await ask('nothing'))?.todo).toBe(`Publish:  ${suggested('relay.example')}`)
  // The setting leads there, without its password; a program on this very machine is no other host.
  const relayIn = (relay: string) => dnsQuestion(readConfig({ RAPPORT_RELAY: relay }), fixedResolver({})).relay
  expect(['smtp://me:secret@relay.example:587', 'smtp://[2606:4700::1]', 'smtp://localhost:25', 'smtp://[::1]'].map(relayIn)).toEqual([
    'relay.example',
    '2606:4700::1',
    undefined,
    undefined,
  ])
})

test('tells whether backups are scheduled, how old the newest is, why the last failed, and whether its folder is there', async () => {
  const { data, look } = await setting()
  const backups = async (to: string, now = new Date()) =>
    (await checkBackup(world.db, { backupTo: to }, now)).map(({ level, text }) => `${level} ${text}`)
  expect(told(await look(), 'No backups are scheduled')).toMatchObject({ area: 'backup', level: 'note' })

  const folder = join(data, 'backups')
  expect(await backups(folder)).toEqual([expect.stringMatching(/^note There is no backup in .* yet/)])
  const began = new Date('2026-10-16T02:30:00Z')
  const note = (beganAt: Date, more: { bytes?: number; error?: string }) =>
    world.db
      .insertInto('backupRun')
      .values({ beganAt, endedAt: beganAt, ...more })
      .execute()
  await note(began, { error: 'The disk is full' })
  expect(await backups(folder)).toEqual([expect.stringMatching(/^wrong .*The disk is full/)])

  mkdirSync(folder)
  await note(new Date('2026-10-17T02:30:00Z'), { bytes: 5_000_000 })
  const noon = new Date('2026-10-17T12:00:00Z')
  expect(await backups(folder, noon)).toEqual([
    expect.stringMatching(/^ok The newest backup in .* is 9 hours old\. Size: 5/),
    expect.stringMatching(/^(ok The next backup fits|wrong The next backup does not fit)/),
  ])
  await note(new Date('2026-10-18T02:30:00Z'), { error: 'No such host' })
  expect(await backups(folder, new Date('2026-10-18T03:00:00Z'))).toEqual([
    expect.stringMatching(/^ok /),
    'note The last backup failed: No such host',
    expect.anything(),
  ])
  expect(await backups(folder, new Date('2026-10-18T12:00:00Z'))).toContainEqual(expect.stringMatching(/^wrong .* is 33 hours old/))
  rmSync(folder, { recursive: true })
  expect((await backups(folder, noon)).at(-1)).toBe(`wrong The folder for backups does not exist: ${folder}`)
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
    expect.stringContaining('refuses email from senders like doctor-bounces+'),
    expect.stringContaining('refuses email without a sender address: 550 Not your domain'),
  ])
  expect(told(findings, 'PIPELINING')?.level).toBe('note')
  await sink?.close()
  sink = undefined
  expect(wrong(await look())).toEqual([expect.stringContaining('No connection to the relay')])
  // The page of the administrators says it in the language of its reader.
  const [unset] = await inLanguage('de', () => checkRelay({ relay: undefined, relayTokens: undefined, mailDomain: domain }))
  expect(unset).toMatchObject({ level: 'note', text: expect.stringContaining('bleiben ausgehende E-Mails im Postausgang') })
})

test('signs in at the relay by a token, and names the setting where it gets none', async () => {
  const tokens = await startTokens()
  onTestFinished(() => void tokens.close())
  let takes = true
  const { config } = await setting({
    offers: ['8BITMIME', 'SMTPUTF8', 'AUTH XOAUTH2'],
    answerAuth: (line) => (!line.startsWith('AUTH ') ? '535 5.7.3 Not yours' : takes ? '235 2.7.0 Yes' : '334 e30='),
  })
  const by = (relayTokens: typeof tokens.settings) =>
    checkRelay({ ...config, relay: `smtp://lists%40example.org@127.0.0.1:${sink?.port}`, relayTokens })
  const good = await by(tokens.settings)
  expect([wrong(good), told(good, 'accepts a token from 127.0.0.1')?.level]).toEqual([[], 'ok'])
  expect(wrong(await by({ ...tokens.settings, secret: 'wrong' }))).toEqual([
    expect.stringContaining('(RAPPORT_RELAY_CLIENT and RAPPORT_RELAY_SECRET)'),
  ])
  takes = false
  const [refused] = await by(tokens.settings)
  expect(refused).toMatchObject({ text: expect.stringContaining('535 Not yours'), todo: expect.stringContaining('RAPPORT_RELAY') })
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
    'queue: 1 incoming email waits, the oldest for 62 minutes.',
    'queue: 1 incoming email could not be processed.',
    expect.stringContaining('outgoing: An outgoing email is late by'),
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
  expect(told(soon, 'expires in 13 days')).toMatchObject({ level: 'note', todo: expect.stringContaining('reads the new file') })
  expect(told(soon, `Node.js ${process.versions.node}`)?.area).toBe('versions')
  expect(told(soon, 'PostgreSQL 18')?.level).toBe('ok')
  expect(told(await look(good, new Date(end.getTime() + 86_400_000)), 'expired on')?.level).toBe('wrong')
  const late = checkVersions({ postgres: '18.4' }, new Date('2026-11-28T09:00:00Z'))
  expect(late).toMatchObject([
    {
      level: 'note',
      text: 'PostgreSQL 18.4 has been out of date since 13 August 2026, for 107 days.',
      todo: expect.stringContaining('18.6'),
    },
  ])
})

test('tells a journal that somebody has changed', async () => {
  const { look } = await setting()
  await world.write((tx) => chainJournal(tx))
  await world.database.pool.query(`alter table journal disable trigger user; update journal set subject = 'list:99' where id = (select min(id) from journal);
    alter table journal enable trigger user`)
  expect(wrong(await look())).toEqual([expect.stringContaining('of the activity log was changed')])
})

test('tells a folder and a secret that others may read, and a public address without HTTPS', async () => {
  const { look, data } = await setting({}, { RAPPORT_BASE_URL: 'http://rapport.example.org' })
  chmodSync(data, 0o755)
  writeFileSync(join(data, 'secret'), 'x', { mode: 0o644 })
  expect(wrong(await look()).map((line) => line.replace(data, 'DATA'))).toEqual([
    'machine: Other accounts can read or write the data folder DATA.',
    'machine: Other accounts can read DATA/secret, which signs all links and sessions.',
    expect.stringContaining('sign-in is not encrypted'),
  ])
})

test('tells a schema of another step, and an empty database, and goes on with the rest', async () => {
  const { look } = await setting()
  await world.database.pool.query('delete from migration where id = (select max(id) from migration)')
  expect(wrong(await look())).toEqual(['database: The database lacks 1 update of this version.'])
  await world.database.pool.query('drop table migration')
  const findings = await look()
  expect(told(findings, 'The database is empty.')?.level).toBe('note')
  expect(told(findings, 'accepts email without a sender address')?.level).toBe('ok')
})

test('sends one mail in a foreign name where that is asked for, and says what the relay thinks of it', async () => {
  const { config } = await setting()
  expect(await probeFrom(config, 'op@example.org', new Date())).toMatchObject([{ level: 'ok' }])
  const [sent] = sink?.messages ?? []
  expect([sent?.from, sent?.to]).toEqual([expect.stringMatching(/^doctor-bounces\+/), ['op@example.org']])
  expect(sent?.data.toString()).toMatch(/^From: .*<author@example\.com>/m)
  await sink?.close()

  sink = await startSink({ keep: true, answer: () => '553 5.7.1 Sender address rejected: not owned by user' })
  const [refused] = await probeFrom({ ...config, relay: `smtp://127.0.0.1:${sink.port}` }, 'op@example.org', new Date())
  expect(refused).toMatchObject({
    level: 'wrong',
    text: expect.stringContaining('not owned by user'),
    todo: expect.stringContaining('RAPPORT_RELAY_FROM=own'),
  })
  expect(await probeFrom({ ...config, relay: undefined }, 'op@example.org', new Date())).toMatchObject([{ level: 'note' }])
})
