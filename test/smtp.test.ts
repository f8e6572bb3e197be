import { X509Certificate } from 'node:crypto'
import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import tlsOptions from 'smtp-server/lib/tls-options'
import { afterEach, beforeEach, expect, inject, onTestFinished, test, vi } from 'vitest'
import { readPacked } from '../src/archive/queries.ts'
import { type MailServer, startMailServer } from '../src/edges/smtp/server.ts'
import { connectTo, greet } from './dialogue.ts'
import { mail } from './mail.ts'
import { makeWorld, type World } from './world.ts'

let world: World
let woken = 0
const servers: MailServer[] = []

beforeEach(async () => {
  world = await makeWorld()
  woken = 0
})

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()))
  await world.end()
})

const listen = async (options?: Options): Promise<number> => (await openServer(options)).port

type Options = Partial<Parameters<typeof startMailServer>[1]>

async function openServer(options: Options = {}): Promise<MailServer> {
  const { config, database, context } = world
  const wake = () => {
    woken++
  }
  const server = await startMailServer({ host: '127.0.0.1', port: 0 }, { config, database, log: context.log, wake, ...options })
  servers.push(server)
  return server
}

const kept = () =>
  world.db
    .selectFrom('inbound')
    .innerJoin('rawMail', 'rawMail.id', 'inbound.rawId')
    .selectAll('inbound')
    .select('rawMail.bytes')
    .orderBy('inbound.id')
    .execute()
const rawOf = async (row: { bytes: Buffer | null } | undefined) => (await readPacked(row?.bytes ?? null)).toString('latin1')

// What a server puts on top of what it takes.
const traced = /^Received: from (.+)\r\n\tby (.+) with (.+) id [\w-]+(?:\r\n\tfor <(.+)>)?;\r\n\t(.+ \+0000)\r\n/

test('a mail is kept byte for byte below our trace before the sender hears 250', async () => {
  const client = await greet(await listen())
  const data = mail({ from: 'maria@maria.example', text: 'Zeile mit ü\r\n.. and dots\r\n.' })

  expect(await client.send({ data })).toBe('250 2.0.0 Kept')

  const [row] = await kept()
  const raw = await rawOf(row)
  expect(raw.replace(traced, '')).toBe(data.toString('latin1'))
  const [, from, by, how, to, date = ''] = traced.exec(raw) ?? []
  expect([from, by, how, to]).toEqual(['maria.example ([127.0.0.1])', 'lists.localhost', 'ESMTP', 'lectio-l@lists.localhost'])
  expect(Math.abs(Date.parse(date) - (row?.receivedAt.getTime() ?? 0))).toBeLessThan(60_000)
  expect(row).toMatchObject({ mailFrom: 'maria@maria.example', rcptTo: ['lectio-l@lists.localhost'], state: 'waiting', byFront: false })
  expect([row?.helo, woken]).toEqual(['maria.example', 1])
})

test.each([
  ['EHLO [192.0.2.1]', '[192.0.2.1] ([127.0.0.1])', 'ESMTP'],
  ['HELO maria', 'maria ([127.0.0.1])', 'SMTP'],
  ['EHLO bücher.example', 'xn--bcher-kva.example ([127.0.0.1])', 'ESMTP'],
  ['EHLO a;by(us)<x>', 'unknown ([127.0.0.1])', 'ESMTP'],
])('the trace says who came by what they may call themselves: %s', async (hello, from, how) => {
  const client = await connectTo(await listen())
  await client.answer()
  client.write(Buffer.from(`${hello}\r\n`))
  expect(await client.answer()).toMatch(/^250/)
  const to = ['lectio-l@lists.localhost', 'catalogo-l@lists.localhost']
  expect(await client.send({ to, data: mail({ from: 'maria@maria.example' }) })).toBe('250 2.0.0 Kept')
  // Of several recipients nobody learns by it.
  expect(traced.exec(await rawOf((await kept())[0]))?.slice(1, 5)).toEqual([from, 'lists.localhost', how, undefined])
})

test.each([`lectio-l-bounces+${'a'.repeat(26)}`, `follow-${'a'.repeat(31)}`])(
  'the trace does not repeat what opens something: %s',
  async (name) => {
    const client = await greet(await listen())
    // A file in UTF-8 may begin with a mark: it is no part of the mail.
    const data = mail({ from: 'maria@maria.example' })
    const marked = Buffer.concat([Buffer.from('\ufeff'), data])
    expect(await client.send({ from: '', to: [`${name}@lists.localhost`], data: marked })).toBe('250 2.0.0 Kept')
    const raw = await rawOf((await kept())[0])
    expect([traced.exec(raw)?.[4], raw.replace(traced, '')]).toEqual([undefined, data.toString('latin1')])
  },
)

// As Exim does, which has said all there is to say.
test.each(['in the open', 'encrypted', 'by LMTP'])('who closes their side behind QUIT hears every answer, %s', async (how) => {
  const tls = { key: join(import.meta.dirname, 'identity', 'idp.key.pem'), cert: join(import.meta.dirname, 'identity', 'idp.crt.pem') }
  const lmtp = how === 'by LMTP'
  const port = await listen(how === 'encrypted' ? { config: { ...world.config, tls } } : { lmtp })
  const client = await connectTo(port)
  await client.answer()
  if (how === 'encrypted') {
    await client.say('EHLO maria.example')
    await client.say('STARTTLS')
    await client.startTls()
  }
  await client.say(`${lmtp ? 'LHLO' : 'EHLO'} maria.example`)
  for (const line of ['MAIL FROM:<maria@maria.example>', 'RCPT TO:<lectio-l@lists.localhost>', 'DATA'])
    expect(await client.say(line)).toMatch(/^[23]/)
  client.write(Buffer.concat([mail({ from: 'maria@maria.example' }), Buffer.from('.\r\nQUIT\r\n')]))
  client.endTalk()
  expect([await client.answer(), (await client.answer()).slice(0, 3), await client.answer()]).toEqual(['250 2.0.0 Kept', '221', 'closed'])
  expect(await kept()).toHaveLength(1)
})

test.each(['', 'MAIL FROM:<maria@maria.example>\r\nRCPT TO:<lectio-l@lists.localhost>\r\nDATA\r\nSubject: half'])(
  'who closes their side before the end of a mail is let go, and nothing is kept: %j',
  async (said) => {
    const client = await greet(await listen())
    client.write(said)
    client.endTalk()
    let last = ''
    while (last !== 'closed') last = await client.answer()
    expect(await kept()).toEqual([])
  },
)

test('on loopback nobody waits for the greeting', async () => {
  const port = await listen()
  // The library waits by a timer; no other is as short here, but those of the clients that look for an answer.
  const timers = vi.spyOn(globalThis, 'setTimeout')
  onTestFinished(() => timers.mockRestore())
  const clients = await Promise.all(Array.from({ length: 5 }, () => greet(port)))
  expect(timers.mock.calls.map(([, milliseconds = 0]) => milliseconds).filter((one) => one > 10 && one <= 1_000)).toEqual([])
  for (const client of clients) client.hangUp()
})

test('the server says what it can', async () => {
  const client = await greet(await listen())
  const offers = client.whole.split('\r\n').map((line) => line.slice(4))
  expect(offers).toEqual(expect.arrayContaining(['PIPELINING', '8BITMIME', 'SMTPUTF8', 'ENHANCEDSTATUSCODES', 'SIZE 37748736']))
  expect(offers).not.toContain('STARTTLS')
})

test.each(['EHLO', 'LHLO'])('each answer after %s carries one code of its class', async (hello) => {
  const client = await greet(await listen({ lmtp: hello === 'LHLO', limits: { recipients: 2 } }), `${hello} maria.example`)
  const answers: string[] = []
  for (const line of [
    ...['RSET', 'NOOP', 'HELP', 'VRFY x', 'VRFY', 'NONSENSE', 'MAIL_FROM_OK', 'AUTH PLAIN x', 'BDAT 5', 'RCPT TO:<x>', 'DATA'],
    ...['MAIL FROM:<>', 'MAIL FROM:<>', 'RCPT TO:<>', 'RCPT TO:<x@elsewhere.example>', 'RCPT TO:<nobody@lists.localhost>', 'DATA'],
    ...['RCPT TO:<postmaster>', 'RCPT TO:<lectio-l@lists.localhost>', 'RCPT TO:<catalogo-l@lists.localhost>', 'MAIL\0', 'RSET'],
    ...['MAIL FROM:x', 'MAIL FROM:<a@b.example> SIZE=99999999', 'MAIL FROM:<a@b.example> BODY=9BIT', 'MAIL FROM:<a@b.example> SIZE=x'],
    ...['STARTTLS', ...Array<string>(4).fill('NONSENSE'), 'QUIT'],
  ])
    answers.push(await client.say(line))
  expect(answers.filter((answer) => !/^([245])\d\d \1\.\d+\.\d+ (?!\d\.)/.test(answer))).toEqual([])
  expect(answers).toContain('250 2.1.5 Accepted')
  expect(answers).toContain('452 4.5.3 Error: too many recipients')
  expect(answers.at(-1)).toBe('221 2.0.0 Bye')
  expect(client.whole).not.toMatch(/^354 \d\./m)
})

test('nobody relays through it, and unknown addresses are refused while the sender is there', async () => {
  const client = await greet(await listen())
  await client.say('MAIL FROM:<maria@maria.example>')
  expect(await client.say('RCPT TO:<victim@elsewhere.example>')).toBe('550 5.7.1 This host takes mail for lists.localhost only')
  expect(await client.say('RCPT TO:<victim%elsewhere.example@lists.localhost>')).toMatch(/^550 5\.1\.1 /)
  expect(await client.say('RCPT TO:<nobody-l@lists.localhost>')).toMatch(/^550 5\.1\.1 There is no nobody-l@lists\.localhost here/)
  // What comes back to who answers a letter that asks nothing says who does read.
  expect(await client.say('RCPT TO:<no-reply@lists.localhost>')).toMatch(/^550 5\.1\.1 .* write to postmaster@lists\.localhost/)
  expect(await client.say('RCPT TO:<Lectio-L@LISTS.localhost>')).toMatch(/^250/)
  expect(await client.say('RCPT TO:<Postmaster>')).toMatch(/^250/)
  expect(await client.say('AUTH PLAIN AGEAYg==')).toMatch(/^5/)
})

test('commands sent ahead are answered in their order', async () => {
  const client = await greet(await listen())
  const data = mail({ from: 'maria@maria.example' }).toString('latin1')
  client.write(
    'MAIL FROM:<maria@maria.example> BODY=8BITMIME SMTPUTF8\r\nRCPT TO:<lectio-l@lists.localhost>\r\nRCPT TO:<nobody@lists.localhost>\r\nDATA\r\n',
  )
  const codes = [await client.answer(), await client.answer(), await client.answer(), await client.answer()]
  expect(codes.map((line) => line.slice(0, 3))).toEqual(['250', '250', '550', '354'])
  client.write(`${data}.\r\nQUIT\r\n`)
  expect([await client.answer(), (await client.answer()).slice(0, 3)]).toEqual(['250 2.0.0 Kept', '221'])
})

test('a mail that is too large is refused as soon as its size is known', async () => {
  const client = await greet(await listen({ limits: { bytes: 10_000 } }))
  expect(await client.say('MAIL FROM:<maria@maria.example> SIZE=10001')).toMatch(/^552 /)
  expect(await client.say('MAIL FROM:<maria@maria.example> SIZE=100')).toMatch(/^250/)
  await client.say('RSET')
  const data = mail({ from: 'maria@maria.example', text: 'x'.repeat(70).concat('\r\n').repeat(200) })
  expect(await client.send({ data })).toBe('552 5.3.4 The mail is larger than 10000 bytes')
  expect(await client.send({ data: mail({ from: 'maria@maria.example' }) })).toMatch(/^250/)
  expect(await kept()).toHaveLength(1)
})

test('all mails under way together have a limit: beyond it one goes on, and the others wait until it ends or loses its place', async () => {
  type Client = Awaited<ReturnType<typeof greet>>
  const begin = async ({ bytes }: MailServer, client: Client, lines: number) => {
    for (const line of ['MAIL FROM:<maria@maria.example>', 'RCPT TO:<lectio-l@lists.localhost>', 'DATA']) await client.say(line)
    const there = bytes().now
    const begun = 'X: y\r\n'.repeat(lines)
    client.write(begun)
    // Of its end a little may be held back, that may yet be the end of the mail.
    await expect.poll(() => bytes().now - there).toBeGreaterThan(begun.length - 10)
  }
  const server = await openServer({ limits: { bytesUnderWay: 20_000, waitMs: 200 } })
  const { port } = server
  const [slow, alone] = [await greet(port), await greet(port)]
  await begin(server, slow, 3_000)
  await begin(server, alone, 2_000)
  const quick = await greet(port)
  const data = mail({ from: 'maria@maria.example', text: `${'x'.repeat(70)}\r\n`.repeat(100) })
  expect(await quick.send({ data })).toBe('452 4.3.1 Too much mail at once; please try again')
  slow.hangUp()
  await expect.poll(() => quick.send({ data })).toBe('250 2.0.0 Kept')
  alone.write('\r\n.\r\n')
  expect(await alone.answer()).toBe('250 2.0.0 Kept')

  const other = await openServer({ limits: { bytesUnderWay: 20_000, aloneMs: 50 } })
  const [first, second, third] = [await greet(other.port), await greet(other.port), await greet(other.port)]
  await begin(other, first, 3_000)
  await begin(other, second, 2_000)
  // It waits, and has its turn once the second has kept it waiting for too long.
  expect(await third.send({ data })).toBe('250 2.0.0 Kept')
  second.write('\r\n.\r\n')
  expect(await second.answer()).toMatch(/^452 /)
})

test.each([
  ['LF . CRLF', '\n.\r\n'],
  ['CRLF . LF', '\r\n.\n'],
  ['LF . LF', '\n.\n'],
  ['CR . CR', '\r.\r'],
  ['CRLF . CR', '\r\n.\rX'],
])('%s neither ends a mail nor hides in one', async (_, end) => {
  const client = await greet(await listen())
  for (const line of ['MAIL FROM:<maria@maria.example>', 'RCPT TO:<lectio-l@lists.localhost>', 'DATA']) await client.say(line)
  client.write(
    `Subject: one\r\n\r\nText${end}MAIL FROM:<boss@maria.example>\r\nRCPT TO:<lectio-l@lists.localhost>\r\nDATA\r\nforged\r\n.\r\n`,
  )
  expect(await client.answer()).toMatch(/^554 5\.6\.0 /)
  expect(await client.say('NOOP')).toMatch(/^250/)
  expect(await kept()).toEqual([])
})

test('a mail from jürgen@bücher.example is taken, sorted, shown and answered, however his domain is spelt', async () => {
  await world.db.updateTable('address').set({ email: 'jürgen@bücher.example' }).where('email', '=', 'susi@susi.example').execute()
  const client = await greet(await listen())
  const utf8 = (text: string) => Buffer.from(text).toString('latin1')
  const bring = async (from: string, to: string, subject: string) => {
    expect(await client.say(utf8(`MAIL FROM:<${from}> BODY=8BITMIME SMTPUTF8`))).toMatch(/^250 /)
    expect(await client.say(`RCPT TO:<${to}>`)).toMatch(/^250 /)
    await client.say('DATA')
    client.write(Buffer.concat([mail({ from: `Jürgen <${from}>`, to, subject, text: 'Grüße' }), Buffer.from('.\r\n')]))
    expect(await client.answer()).toBe('250 2.0.0 Kept')
    await world.settle()
    const [row] = (await kept()).slice(-1)
    return [row?.fate, row?.mailFrom, /with (\w+) id/.exec(await rawOf(row))?.[1]]
  }
  const own = 'jürgen@bücher.example'
  expect(await bring(own, 'lectio-l@lists.localhost', 'Bücher')).toEqual(['posted', own, 'UTF8SMTP'])
  expect(await bring('jürgen@xn--bcher-kva.example', 'lectio-l@lists.localhost', 'Größe')).toEqual(['posted', own, 'UTF8SMTP'])
  const posted = await world.db.selectFrom('message').select(['subject', 'personId', 'fromEmail']).orderBy('id').execute()
  expect(posted).toEqual([
    { subject: 'Bücher', personId: world.susi.personId, fromEmail: own },
    { subject: 'Größe', personId: world.susi.personId, fromEmail: 'jürgen@xn--bcher-kva.example' },
  ])
  const page = await (await world.as(world.maria)).get('/lists/lectio-l')
  const text = await page.text()
  expect([text.includes('Bücher'), text.includes('Größe'), text.includes('xn--')]).toEqual([true, true, false])

  await bring(own, 'lectio-l-request@lists.localhost', 'help')
  const letter = (await world.postbox()).at(-1)
  expect(letter?.email).toBe(own)
  expect(letter?.bytes?.toString()).toMatch(/^To: .*<?jürgen@bücher\.example>?\r$/m)
})

test('a mail domain with letters beyond ASCII is ours, by both of its names', async () => {
  const client = await greet(await listen({ config: { ...world.config, mailDomain: 'xn--bcher-kva.example' } }))
  await client.say('MAIL FROM:<maria@maria.example> SMTPUTF8')
  for (const domain of ['xn--bcher-kva.example', 'bücher.example'])
    expect(await client.say(Buffer.from(`RCPT TO:<lectio-l@${domain}>`).toString('latin1'))).toMatch(/^250 /)
})

test('who guesses at addresses, sends too much or holds too many connections is told so', async () => {
  const stranger = { isTrusted: () => false }
  const port = await listen({ ...stranger, limits: { unknownRecipients: 3, connectionsPerPeer: 2, mailsPerMinute: 4 } })
  const [one, two] = [await greet(port), await greet(port)]
  expect(await (await connectTo(port)).answer()).toBe('421 4.7.0 Too many connections from your address')
  await one.say('MAIL FROM:<maria@maria.example>')
  const codes: string[] = []
  for (let i = 0; i < 4; i++) codes.push((await one.say(`RCPT TO:<guess${i}@lists.localhost>`)).slice(0, 3))
  expect(codes).toEqual(['550', '550', '550', '421'])
  await expect.poll(() => one.closed).toBe(true)
  const answers: string[] = []
  // A new minute may begin among them.
  for (let i = 0; i < 9; i++) {
    answers.push((await two.say('MAIL FROM:<maria@maria.example>')).slice(0, 9))
    await two.say('RSET')
  }
  expect(answers).toContain('450 4.7.1')
  // What one connection gave back, the next may have, once the server has seen it go.
  await expect.poll(async () => (await (await connectTo(port)).answer()).slice(0, 3)).toBe('220')
})

test('more than a hundred recipients are too many', async () => {
  const client = await greet(await listen({ limits: { recipients: 2 } }))
  await client.say('MAIL FROM:<maria@maria.example>')
  const answers: string[] = []
  for (const to of ['lectio-l', 'catalogo-l', 'lectio-l-request'])
    answers.push((await client.say(`RCPT TO:<${to}@lists.localhost>`)).slice(0, 3))
  expect(answers).toEqual(['250', '250', '452'])
})

test('who is silent, or never comes to an end, is let go', async () => {
  /** The last word of a server: on a slow machine it may come before its client has said anything. */
  const lastWord = async (limits: Options['limits']) => {
    const client = await connectTo(await listen({ limits }))
    const answers = [await client.answer()]
    client.write('EHLO maria.example\r\n')
    while (answers.at(-1) !== 'closed') answers.push(await client.answer())
    return answers.at(-2)?.slice(0, 3)
  }
  expect(await lastWord({ idleMs: 100 })).toBe('421')
  expect(await lastWord({ lifeMs: 150 })).toBe('421')
})

test('LMTP answers for each recipient, the same one twice included', async () => {
  const client = await greet(await listen({ lmtp: true }), 'LHLO mta.example')
  await client.say('MAIL FROM:<maria@maria.example>')
  const codes: string[] = []
  for (const to of ['lectio-l', 'nobody', 'catalogo-l', 'lectio-l'])
    codes.push((await client.say(`RCPT TO:<${to}@lists.localhost>`)).slice(0, 3))
  expect(codes).toEqual(['250', '550', '250', '250'])
  await client.say('DATA')
  client.write(`${mail({ from: 'maria@maria.example' }).toString('latin1')}.\r\n`)
  expect([await client.answer(), await client.answer(), await client.answer()]).toEqual(Array(3).fill('250 2.0.0 Kept'))
  expect(await client.say('NOOP')).toMatch(/^250/)
  expect((await kept())[0]).toMatchObject({ byFront: true, rcptTo: ['lectio-l@lists.localhost', 'catalogo-l@lists.localhost'] })
  expect(await client.say('EHLO mta.example')).toMatch(/^5/)
})

test('with a certificate STARTTLS is offered, and what was said before it is forgotten', async () => {
  const [key, cert] = ['key.pem', 'cert.pem'].map((name) => join(inject('runFolder'), name)) as [string, string]
  // The library's own certificate for tests; anybody may know its key.
  const published = tlsOptions()
  writeFileSync(key, String(published.key))
  writeFileSync(cert, String(published.cert))
  const port = await listen({ config: { ...world.config, tls: { key, cert } } })
  const client = await greet(port)
  await client.say('MAIL FROM:<maria@maria.example>')
  // Commands slipped in behind STARTTLS must not be taken for encrypted ones (CVE-2011-0411).
  client.write('STARTTLS\r\nRCPT TO:<lectio-l@lists.localhost>\r\n')
  expect((await client.answer()).slice(0, 3)).toBe('220')
  await client.startTls()
  await client.say('EHLO maria.example')
  expect(await client.say('RCPT TO:<lectio-l@lists.localhost>')).toMatch(/^503 /)
  expect(await client.send({ data: mail({ from: 'maria@maria.example' }) })).toBe('250 2.0.0 Kept')
  const plain = await greet(await listen())
  expect(await plain.say('STARTTLS')).toMatch(/^5/)
})

test('a renewed certificate is served at the next connection; one that does not fit its key is not', async () => {
  const folder = inject('runFolder')
  const paths = { key: join(folder, 'renewed-key.pem'), cert: join(folder, 'renewed-cert.pem') }
  const lay = (key: string, cert: string) => {
    copyFileSync(join(import.meta.dirname, 'identity', `${key}.key.pem`), paths.key)
    copyFileSync(join(import.meta.dirname, 'identity', `${cert}.crt.pem`), paths.cert)
  }
  const served = async (port: number) => {
    const client = await greet(port)
    await client.say('STARTTLS')
    return (await client.startTls()).getPeerX509Certificate()?.fingerprint256
  }
  const of = (name: string) => new X509Certificate(readFileSync(join(import.meta.dirname, 'identity', `${name}.crt.pem`))).fingerprint256
  lay('idp', 'idp')
  const port = await listen({ config: { ...world.config, tls: paths } })
  expect(await served(port)).toBe(of('idp'))
  lay('idp', 'other')
  expect(await served(port)).toBe(of('idp'))
  lay('other', 'other')
  expect([await served(port), await served(port)]).toEqual([of('other'), of('other')])
  rmSync(paths.cert)
  expect(await served(port)).toBe(of('other'))
})

test('when the database is away the sender is asked to come again', async () => {
  const port = await listen()
  const client = await greet(port)
  await client.say('MAIL FROM:<maria@maria.example>')
  await client.say('RCPT TO:<lectio-l@lists.localhost>')
  await world.db.schema.alterTable('inbound').renameTo('away').execute()
  await client.say('DATA')
  client.write(`${mail({ from: 'maria@maria.example' }).toString('latin1')}.\r\n`)
  expect(await client.answer()).toBe('451 4.3.0 Not now; please try again')
  await world.db.schema.alterTable('away').renameTo('inbound').execute()
  expect(await client.send({ data: mail({ from: 'maria@maria.example' }) })).toMatch(/^250/)
})
