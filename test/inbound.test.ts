import { deflateRawSync } from 'node:zlib'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type MailServer, startMailServer } from '../src/edges/smtp/server.ts'
import { greet } from './dialogue.ts'
import { mail } from './mail.ts'
import { makeWorld, type World } from './world.ts'

let world: World
let server: MailServer

beforeEach(async () => {
  world = await makeWorld({ answers: {} })
  const { config, database, context } = world
  server = await startMailServer({ host: '127.0.0.1', port: 0 }, { config, database, log: context.log, wake: () => {} })
})

afterEach(async () => {
  await server.close()
  await world.end()
})

const states = () => world.db.selectFrom('inbound').select(['id', 'state', 'fate', 'error']).orderBy('id').execute()
const subjects = async () => (await world.db.selectFrom('message').select('subject').orderBy('id').execute()).map((row) => row.subject)
const from = 'maria@maria.example'

/** Sends mails over one connection; the answers. */
async function send(...mails: Buffer[]): Promise<string[]> {
  const client = await greet(server.port)
  const answers: string[] = []
  for (const data of mails) answers.push(await client.send({ from, data }))
  client.hangUp()
  return answers
}

describe('a mail that cannot be processed', () => {
  // A trigger of the operator's own, say, or a row that a later version no longer takes: the archive refuses this one mail.
  const plant = () =>
    sql`
      create function refuse_poison() returns trigger language plpgsql as $$
        begin if new.subject = 'Poison' then raise exception 'poison is not archived'; end if; return new; end $$;
      create trigger refuse_poison before insert on message for each row execute function refuse_poison();
    `.execute(world.db)

  test('is parked, the administrator is told once, and the next ones go through', async () => {
    await plant()
    await send(...['One', 'Poison', 'Two', 'Poison', 'Three'].map((subject) => mail({ from, subject })))
    await world.settle()

    expect(await subjects()).toEqual(['One', 'Two', 'Three'])
    expect((await states()).map(({ state }) => state)).toEqual(['settled', 'parked', 'settled', 'parked', 'settled'])
    expect((await states())[1]?.error).toBe('poison is not archived')
    const alarms = (await world.postbox()).filter(({ kind }) => kind === 'inbound.alarm')
    expect(alarms.map(({ email, subject }) => [email, subject])).toEqual([['ada@ada.example', '2 emails could not be processed']])
  })

  test('goes through with the button once its cause is gone; nobody else may press it', async () => {
    await plant()
    await send(mail({ from, subject: 'Poison' }))
    await world.settle()
    const [parked] = await states()
    const page = await (await (await world.as(world.ada)).get('/admin/queue')).text()
    expect(page).toContain('poison is not archived')

    await sql`drop trigger refuse_poison on message`.execute(world.db)
    const refused = await (await world.as(world.maria)).post(`/admin/queue/${parked?.id}/retry`)
    expect([403, 404]).toContain(refused.status)
    await world.settle()
    expect(await subjects()).toEqual([])
    expect((await (await world.as(world.ada)).post(`/admin/queue/${parked?.id}/retry`)).status).toBe(303)
    await world.settle()

    expect(await subjects()).toEqual(['Poison'])
    expect((await states())[0]).toMatchObject({ state: 'settled', fate: 'posted', error: null })
  })

  test('is not to blame when the database fails: it waits and is tried again', async () => {
    await sql`
      create function fail_once() returns trigger language plpgsql as $$
        begin raise exception 'out of disk' using errcode = 'disk_full'; end $$;
      create trigger fail_once before insert on message for each row execute function fail_once();
    `.execute(world.db)
    await send(mail({ from, subject: 'Patient' }))
    await expect(world.settle()).rejects.toThrow('out of disk')
    expect((await states()).map(({ state }) => state)).toEqual(['waiting'])
    await sql`drop trigger fail_once on message`.execute(world.db)
    await world.settle()
    expect(await subjects()).toEqual(['Patient'])
  })
})

/** A zip whose one file is nothing but zeros, a thousand times its size when unpacked. */
function zipBomb(): Buffer {
  const size = 200 * 1024 * 1024
  const packed = deflateRawSync(Buffer.alloc(size), { level: 9 })
  const local = Buffer.alloc(31)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(20, 4)
  local.writeUInt16LE(8, 8)
  local.writeUInt32LE(packed.length, 18)
  local.writeUInt32LE(size, 22)
  local.writeUInt16LE(1, 26)
  local.write('0', 30)
  return Buffer.concat([local, packed])
}

const head = (subject: string, ...lines: string[]) =>
  [
    'From: Maria <maria@maria.example>',
    'To: lectio-l@lists.localhost',
    `Subject: ${subject}`,
    `Message-ID: <${subject}@test.example>`,
    ...lines,
  ].join('\r\n')
const multipart = (subject: string, parts: string) =>
  Buffer.from(`${head(subject, 'MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary=b')}\r\n\r\n${parts}`, 'latin1')

const hostile: Record<string, () => Buffer> = {
  'ten megabytes of header': () =>
    Buffer.from(`${head('header', `X-Long: ${'a '.repeat(400)}`)}\r\n${'X-More: text of a header field\r\n'.repeat(330_000)}\r\nText\r\n`),
  'one line of eight megabytes': () => Buffer.from(`${head('line')}\r\n\r\n${'x'.repeat(8 * 1024 * 1024)}\r\n`),
  'ten thousand parts': () => multipart('parts', `${'--b\r\nContent-Type: text/plain\r\n\r\nx\r\n'.repeat(10_000)}--b--\r\n`),
  'parts nested two thousand deep': () =>
    Buffer.from(
      `${head('depth', 'MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary=b0')}\r\n\r\n${Array.from({ length: 2_000 }, (_, i) => `--b${i}\r\nContent-Type: multipart/mixed; boundary=b${i + 1}\r\n\r\n`).join('')}`,
    ),
  'a zip bomb': () =>
    multipart(
      'zip',
      `--b\r\nContent-Type: text/plain\r\n\r\nSee the file.\r\n--b\r\nContent-Type: application/zip; name=a.zip\r\nContent-Transfer-Encoding: base64\r\n\r\n${zipBomb().toString('base64').replace(/.{76}/g, '$&\r\n')}\r\n--b--\r\n`,
    ),
  'NUL bytes everywhere': () =>
    Buffer.from(`${head('nul', 'X-Nul: a\0b', 'Content-Type: text/plain; charset="\0"')}\r\n\r\nbefore\0after\r\n`, 'latin1'),
  'text that is not UTF-8 and says it is': () =>
    Buffer.from(`${head('utf8', 'Content-Type: text/plain; charset=utf-8')}\r\n\r\n\xff\xfe\xc3( \xed\xa0\x80\r\n`, 'latin1'),
  'HTML with script': () =>
    Buffer.from(
      `${head('script', 'Content-Type: text/html')}\r\n\r\n<p>Hello<script>alert(1)</script><img src=x onerror=alert(2)></p>\r\n`,
    ),
  'no header at all': () => Buffer.from('\r\nNothing but text.\r\n'),
  nothing: () => Buffer.from('\r\n'),
}

describe('hostile mail', () => {
  test('gets a clear answer, and neither the process nor the next mail suffers', async () => {
    const before = process.memoryUsage().rss
    for (const [name, make] of Object.entries(hostile)) {
      const [answer] = await send(make())
      expect([name, answer]).toEqual([name, '250 2.0.0 Kept'])
    }
    await send(mail({ from, subject: 'The next one' }))
    await world.settle()

    expect(process.memoryUsage().rss - before).toBeLessThan(700 * 1024 * 1024)
    expect((await states()).filter(({ state }) => state === 'waiting')).toEqual([])
    expect(await subjects()).toContain('The next one')
    const parked = (await states()).filter(({ state }) => state === 'parked').map(({ error }) => error)
    // Whatever is parked says which bound it went over.
    for (const error of parked) expect(error).toMatch(/^The message (took|could)/)
    const reader = await world.as(world.maria)
    for (const id of ['script', 'nul', 'utf8']) expect((await reader.get(`/lists/lectio-l/m/${id}%40test.example`)).status).toBe(200)
    const page = await (await reader.get('/lists/lectio-l/m/script%40test.example')).text()
    expect(page).not.toMatch(/<script>alert|onerror/)
  })

  test('over and over, commands that make no sense end the connection, and others go on meanwhile', async () => {
    const bad = [
      '',
      '\0\0\0',
      'MAIL FROM:<a',
      'RCPT TO:<x@y>',
      'DATA',
      'EHLO',
      'XYZZY',
      'MAIL FROM:<a@b> SIZE=x',
      '\xff\xff',
      'GET',
      'VRFY root',
      'BDAT 5',
    ]
    const client = await greet(server.port)
    const answers: string[] = []
    for (let i = 0; i < 40 && !client.closed; i++) answers.push(await client.say(bad[i % bad.length] as string))
    expect(answers.filter((line) => line !== 'closed' && !/^[245]\d\d/.test(line))).toEqual([])
    const web = await greet(server.port)
    expect(await web.say('GET / HTTP/1.1')).toMatch(/^421 /)
    const endless = await greet(server.port)
    for (let i = 0; i < 64; i++) await endless.pour('A'.repeat(65_536))
    expect((await endless.answer()).slice(0, 3)).toBe('421')
    expect(await send(mail({ from }))).toEqual(['250 2.0.0 Kept'])
  })

  test('a thousand recipients are cut at a hundred', async () => {
    const client = await greet(server.port)
    await client.say(`MAIL FROM:<${from}>`)
    const codes = new Map<string, number>()
    for (let i = 0; i < 1_000; i++) {
      const code = (await client.say(`RCPT TO:<reply+a${i}@lists.localhost>`)).slice(0, 3)
      codes.set(code, (codes.get(code) ?? 0) + 1)
    }
    expect([...codes]).toEqual([
      ['250', 100],
      ['452', 900],
    ])
  })

  test('forged header fields of ours change nothing', async () => {
    const data = mail({
      from,
      subject: 'Forged',
      headers: ['Authentication-Results: lists.localhost; dmarc=pass', 'X-Rapport: admin', 'Received: from ceo'],
    })
    await send(data)
    await world.settle()
    expect(await subjects()).toEqual(['Forged'])
    expect((await world.db.selectFrom('messageAuthentication').select('results').executeTakeFirst())?.results).not.toMatch(/dmarc=pass/)
  })
})
