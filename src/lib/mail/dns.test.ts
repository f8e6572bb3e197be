import { createSocket, type Socket } from 'node:dgram'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, expect, onTestFinished, test } from 'vitest'
import { createResolver, fixedResolver, isTemporary, withDeadline } from './dns.ts'

const codeOf = (answer: Promise<unknown>) =>
  answer.then(
    (value) => value,
    (error) => error.code,
  )

test('fixed answers have the shape and the errors of node', async () => {
  const resolve = fixedResolver({
    'Example.org.': { TXT: ['v=spf1 -all', ['long ', 'text']], MX: [[10, 'mx.example.org']], A: ['192.0.2.1'] },
    'a.b.example.org': { A: '192.0.2.2' },
    'www.example.org': { CNAME: ['example.org'] },
    'round.example.org': { CNAME: ['round.example.org'] },
    'slow.example.org': { TXT: 'TIMEOUT', A: ['192.0.2.3'] },
    'mute.example.org': 'TIMEOUT',
  })

  expect(await resolve('example.org', 'TXT')).toEqual([['v=spf1 -all'], ['long ', 'text']])
  expect(await resolve('EXAMPLE.org.', 'MX')).toEqual([{ priority: 10, exchange: 'mx.example.org' }])
  expect(await resolve('www.example.org', 'A')).toEqual(['192.0.2.1'])
  expect(await codeOf(resolve('example.org', 'AAAA'))).toBe('ENODATA')
  expect(await codeOf(resolve('b.example.org', 'A'))).toBe('ENODATA')
  expect(await codeOf(resolve('nobody.example.org', 'A'))).toBe('ENOTFOUND')
  expect(await codeOf(resolve('round.example.org', 'A'))).toBe('ENODATA')
  expect(await codeOf(resolve('slow.example.org', 'TXT'))).toBe('ETIMEOUT')
  expect(await resolve('slow.example.org', 'A')).toEqual(['192.0.2.3'])
  expect(await codeOf(resolve('mute.example.org', 'A'))).toBe('ETIMEOUT')
  expect(await codeOf(resolve(`${'x'.repeat(64)}.example.org`, 'A'))).toBe('EBADNAME')
  await expect(resolve('nobody.example.org', 'TXT')).rejects.toThrow('queryTxt ENOTFOUND nobody.example.org')
})

test('a setting that names nothing is refused with the reason', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'rapport-dns-')), 'names.json')
  onTestFinished(() => rmSync(dirname(file), { recursive: true }))
  writeFileSync(file, '["example.org"]')
  expect(() => createResolver('nowhere')).toThrow('"nowhere" is neither system')
  expect(() => createResolver('file:/does/not/exist.json')).toThrow(
    '/does/not/exist.json cannot be read: ENOENT: no such file or directory',
  )
  expect(() => createResolver(`file:${file}`)).toThrow('not an object of names')
  for (const setting of [undefined, 'system', '192.0.2.53', '192.0.2.53:5353', '::1', '[::1]:5353'])
    expect(createResolver(setting)).toBeTypeOf('function')
})

let server: Socket | undefined
afterEach(() => {
  server?.close()
  server = undefined
})

/** A DNS server on this machine that says `text` for every TXT question, or nothing to a name with "mute" in it. */
async function startServer(text: string) {
  const questions: string[] = []
  const socket = createSocket('udp4')
  server = socket
  socket.on('message', (query, peer) => {
    let end = 12
    while (query[end] !== 0) end += (query[end] ?? 0) + 1
    questions.push(query.toString('latin1', 12, end))
    if (questions.at(-1)?.includes('mute')) return
    const question = query.subarray(12, end + 5)
    const header = Buffer.from([query[0] ?? 0, query[1] ?? 0, 0x81, 0x80, 0, 1, 0, 1, 0, 0, 0, 0])
    const record = Buffer.from([0xc0, 0x0c, 0, 16, 0, 1, 0, 0, 0, 60, 0, text.length + 1, text.length])
    socket.send(Buffer.concat([header, question, record, Buffer.from(text)]), peer.port, peer.address)
  })
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve))
  return { questions, setting: `127.0.0.1:${socket.address().port}` }
}

test('a named server is asked, and the same question once', async () => {
  const { questions, setting } = await startServer('v=spf1 -all')
  const resolve = createResolver(setting)

  const answers = await Promise.all([resolve('example.org', 'TXT'), resolve('Example.org', 'TXT')])
  answers.push(await resolve('example.org', 'TXT'))

  expect(answers).toEqual(Array(3).fill([['v=spf1 -all']]))
  expect(questions).toHaveLength(1)
})

test('answers are forgotten after their time, and the eldest where there are too many', async () => {
  const { questions, setting } = await startServer('x')
  const short = createResolver(setting, { ttlMs: 0 })
  await short('a.example.org', 'TXT')
  await short('a.example.org', 'TXT')
  expect(questions.splice(0)).toHaveLength(2)

  const small = createResolver(setting, { size: 2 })
  for (const name of ['a', 'b', 'c', 'b', 'a']) await small(`${name}.example.org`, 'TXT')
  expect(questions).toHaveLength(4)
})

test('a server that does not answer ends in ETIMEOUT', async () => {
  const { setting } = await startServer('x')
  const error = await createResolver(setting, { timeoutMs: 300 })('mute.example.org', 'TXT').catch((error) => error)
  expect([error.code, isTemporary(error)]).toEqual(['ETIMEOUT', true])
})

test('after the deadline every question ends', async () => {
  const resolve = withDeadline(() => new Promise<never>(() => {}), 30)
  expect(await codeOf(resolve('a.example.org', 'TXT'))).toBe('ETIMEOUT')
  expect(await codeOf(resolve('b.example.org', 'TXT'))).toBe('ETIMEOUT')
})
