import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, inject, onTestFinished, test } from 'vitest'
import { readRaw } from '../../src/archive/queries.ts'
import { startMailServer } from '../../src/edges/smtp/server.ts'
import { connectTo, greet } from '../dialogue.ts'
import { mail } from '../mail.ts'
import { makeWorld, type World } from '../world.ts'

let world: World
const servers: { close(): Promise<void> }[] = []

beforeEach(async () => {
  world = await makeWorld()
})

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()))
  await world.end()
})

async function listen(options: Partial<Parameters<typeof startMailServer>[1]> = {}) {
  const { config, database, context } = world
  const server = await startMailServer({ host: '127.0.0.1', port: 0 }, { config, database, log: context.log, wake: () => {}, ...options })
  servers.push(server)
  return server
}

const arrived = async () => (await world.db.selectFrom('inbound').select('id').execute()).length

test.each([
  ['a bare CR', 'MAIL FROM:<maria@maria.example>\rRCPT TO:<lectio-l@lists.localhost>'],
  ['a CR at its end', 'MAIL FROM:<maria@maria.example>\r'],
  ['a NUL', 'MAIL FROM:<maria@maria.example\0@elsewhere.example>'],
])('no command with %s is carried out', async (_, line) => {
  const client = await greet((await listen()).port)
  expect(await client.say(line)).toBe('500 5.5.2 A command holds no bare CR and no NUL')
  expect(await client.say('RCPT TO:<lectio-l@lists.localhost>')).toMatch(/^503 /)
  expect(await client.send({ data: mail({ from: 'maria@maria.example' }) })).toBe('250 2.0.0 Kept')
  for (let i = 0; i < 9; i++) await client.say(line)
  expect((await client.say(line)).slice(0, 3)).toBe('421')
})

test.each([
  ['alone', 'MAIL FROM:<maria@maria.example>\n'],
  ['with another command behind it', 'MAIL FROM:<maria@maria.example>\nRCPT TO:<lectio-l@lists.localhost>\r\nDATA\r\n'],
  ['behind another command', 'NOOP\r\nMAIL FROM:<maria@maria.example>\n'],
  ['in two pieces', 'MAIL FROM:', '<maria@maria.example>', '\nRCPT TO:<lectio-l@lists.localhost>\r\n'],
  ['many times', '\n'.repeat(60_000)],
])('no command that ends with a bare LF is carried out, nor one behind it: %s', async (_, ...pieces) => {
  const client = await greet((await listen()).port)
  for (const piece of pieces) await client.pour(piece)
  let answer = await client.answer()
  if (answer === '250 2.0.0 OK') answer = await client.answer()
  expect(answer).toBe('500 5.5.2 A command ends with CR LF, not with a bare LF')
  expect(await client.answer()).toBe('closed')
  expect(await arrived()).toBe(0)
})

test('commands whose CR LF comes in two pieces, and bare LFs within a mail, are as before', async () => {
  const client = await greet((await listen()).port)
  for (const half of ['MAIL FROM:<maria@maria.example>\r', '\nRCPT TO:<lectio-l@lists.localhost>\r', '\nDATA\r', '\n']) {
    await client.pour(half)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  for (const code of [/^250 /, /^250 /, /^354 /]) expect(await client.answer()).toMatch(code)
  await client.pour('From: maria@maria.example\nSubject: x\r\n\r\none\ntwo\r\n.\r\nNOOP\r\n')
  expect(await client.answer()).toBe('250 2.0.0 Kept')
  expect(await client.answer()).toBe('250 2.0.0 OK')
  expect(await arrived()).toBe(1)
})

test('connections that only stand there keep nobody out, not those of a trusted peer either', async () => {
  const { port } = await listen({ limits: { connections: 10 } })
  const idle = []
  for (let i = 0; i < 10; i++) idle.push(await greet(port))
  // One is in the middle of a mail: that one is not let go.
  const [busy] = idle
  for (const line of ['MAIL FROM:<maria@maria.example>', 'RCPT TO:<lectio-l@lists.localhost>', 'DATA']) await busy?.say(line)
  const data = mail({ from: 'maria@maria.example' })
  for (let i = 0; i < 12; i++) expect(await (await greet(port)).send({ data })).toBe('250 2.0.0 Kept')
  expect(await idle[1]?.answer()).toBe('421 4.3.2 Others wait for this place; please come again')
  busy?.write(`${data.toString('latin1')}.\r\n`)
  expect(await busy?.answer()).toBe('250 2.0.0 Kept')

  const few = await listen({ limits: { connectionsPerTrusted: 3 } })
  for (let i = 0; i < 3; i++) await greet(few.port)
  expect(await (await connectTo(few.port)).answer()).toBe('421 4.7.0 Too many connections from your address')
})

test('twelve large mails at once are never in memory together', async () => {
  const size = 3_000_000
  const budget = 4_000_000
  const server = await listen({ limits: { bytesUnderWay: budget } })
  const data = mail({ from: 'maria@maria.example', text: `${'y'.repeat(74)}\r\n`.repeat(size / 76) })
  const clients = await Promise.all(Array.from({ length: 12 }, () => greet(server.port)))
  const answers = await Promise.all(clients.map((client) => client.send({ data })))
  expect(answers).toEqual(Array(12).fill('250 2.0.0 Kept'))
  expect(await arrived()).toBe(12)
  expect(server.bytes().now).toBe(0)
  expect(server.bytes().most).toBeLessThan(budget + data.length + 200_000)
})

test('large mails are packed as they come, and none is in memory as a whole', async () => {
  const budget = 5_000_000
  const server = await listen({ limits: { bytesUnderWay: budget } })
  const data = mail({ from: 'maria@maria.example', text: `${'y'.repeat(74)}\r\n`.repeat(200_000) })
  const clients = await Promise.all(Array.from({ length: 4 }, () => greet(server.port)))
  expect(await Promise.all(clients.map((client) => client.send({ data })))).toEqual(Array(4).fill('250 2.0.0 Kept'))
  expect(server.bytes().now).toBe(0)
  // Each is packed from its fourth megabyte on.
  expect(server.bytes().most).toBeLessThan(budget + 4_500_000)
  const kept = await world.db.selectFrom('rawMail').select(['id', 'size', 'sha256']).execute()
  expect(kept).toHaveLength(4)
  for (const { id, size, sha256 } of kept) {
    const raw = await readRaw(world.db, id)
    // Our trace stands on top.
    expect([raw.length, raw.subarray(-data.length).equals(data)]).toEqual([size, true])
    expect(createHash('sha256').update(raw).digest().equals(sha256)).toBe(true)
  }

  const hidden = Buffer.concat([data, Buffer.from('\n.\r\nMAIL FROM:<forged@elsewhere.example>\r\n')])
  expect(await clients[0]?.send({ data: hidden })).toMatch(/^554 5\.6\.0 /)
})

test('a database that does not answer keeps no sender waiting, and what it carries out late is there once', async () => {
  const { port } = await listen({ limits: { keepMs: 300 } })
  const client = await greet(port)
  const blocker = new pg.Client({ connectionString: world.url })
  await blocker.connect()
  await blocker.query('begin; lock table raw_mail in access exclusive mode')
  const data = mail({ from: 'Maria <maria@maria.example>', id: 'late@maria.example', subject: 'Late', text: 'Hello' })
  const others = await Promise.all(Array.from({ length: 3 }, () => greet(port)))
  const first = client.send({ data })
  const later = others.map((other, i) => other.send({ data: mail({ from: 'maria@maria.example', id: `other${i}@maria.example` }) }))
  expect(await Promise.all([first, ...later])).toEqual(Array(4).fill('451 4.3.0 The database does not answer; please try again'))
  await blocker.query('commit')
  await blocker.end()
  // The statement that was not waited for is carried out; the sender comes again all the same.
  await expect.poll(arrived).toBeGreaterThan(0)
  await expect.poll(() => client.send({ data })).toBe('250 2.0.0 Kept')
  await world.settle()
  const messages = await world.db.selectFrom('message').select('subject').where('subject', '=', 'Late').execute()
  expect(messages).toEqual([{ subject: 'Late' }])
})

/** A small disk of its own, where this account may make one. */
function smallDisk(): string | undefined {
  const folder = mkdtempSync(join(inject('runFolder'), 'disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=16m', 'tmpfs', folder], { stdio: 'ignore' })
  } catch {
    return undefined
  }
  onTestFinished(() => void execFileSync('umount', [folder]))
  return folder
}

test('no mail is taken until the disk is full: before that its sender is asked to come again, and then it is taken', async (context) => {
  const folder = smallDisk()
  if (!folder) return context.skip('only root may make a small disk')
  const { port } = await listen({ config: { ...world.config, databaseUrl: undefined, dataFolder: folder } })
  const client = await greet(port)
  const data = mail({ from: 'maria@maria.example' })
  expect(await client.send({ data })).toBe('250 2.0.0 Kept')
  writeFileSync(join(folder, 'fills'), Buffer.alloc(16_300_000))
  await expect
    .poll(() => client.say('MAIL FROM:<maria@maria.example>').finally(() => client.say('RSET')))
    .toMatch(/^452 4\.3\.1 There is no room for mail just now/)
  rmSync(join(folder, 'fills'))
  await expect.poll(() => client.send({ data })).toBe('250 2.0.0 Kept')
})
