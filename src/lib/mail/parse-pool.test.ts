import { afterEach, expect, test } from 'vitest'
import { ParsePool, type ParsePoolOptions } from './parse-pool.ts'

const pools: ParsePool[] = []

function makePool(options: ParsePoolOptions = {}) {
  const pool = new ParsePool(options)
  pools.push(pool)
  return pool
}

afterEach(() => Promise.all(pools.splice(0).map((pool) => pool.close())))

const mail = (subject: string, body = 'Hello') => Buffer.from(`From: maria@example.org\r\nSubject: ${subject}\r\n\r\n${body}`)

/** Costs a reader seconds, many of them on a slow machine: UTF-7 is decoded character by character. */
const slow = Buffer.from(`From: otto@example.org\r\nContent-Type: text/plain; charset=utf-7\r\n\r\n${'+AGE-'.repeat(4_000_000)}`)

test('many mails are parsed by few workers, each for its sender', async () => {
  const pool = makePool({ workers: 2 })
  const subjects = Array.from({ length: 50 }, (_, i) => `Letter ${i}`)

  const messages = await Promise.all(subjects.map((subject) => pool.parse(mail(subject))))

  expect(messages.map((message) => message.subject)).toEqual(subjects)
})

test('a mail that takes too long is given up, and the next one is parsed', async () => {
  const pool = makePool({ milliseconds: 1_000 })
  const late = pool.parse(slow)
  const next = pool.parse(mail('Next'))

  await expect(late).rejects.toThrow('The message took longer than 1000 ms to parse.')
  expect((await next).subject).toBe('Next')
})

test('a mail that takes too much memory is given up, and the next one is parsed', async () => {
  const pool = makePool({ megabytes: 20, milliseconds: 120_000 })

  await expect(pool.parse(slow)).rejects.toThrow('The message took more than 20 MB to parse.')
  expect((await pool.parse(mail('Next'))).subject).toBe('Next')
})

test('the contents of attachments arrive whole, large and small', async () => {
  const pool = makePool()
  const large = Buffer.alloc(300_000, 'picture')
  const part = (name: string, encoding: string, content: string) =>
    `--b\r\nContent-Type: image/png; name=${name}\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${content}\r\n`
  const raw = Buffer.from(
    `Content-Type: multipart/mixed; boundary=b\r\n\r\n${part('a', 'base64', large.toString('base64'))}${part('b', '8bit', large.toString())}${part('c', '8bit', 'small')}--b--\r\n`,
  )
  const before = Buffer.from(raw)

  const message = await pool.parse(raw)

  expect(message.attachments.map((file) => [file.filename, file.size])).toEqual([
    ['a', 300_000],
    ['b', 300_000],
    ['c', 5],
  ])
  expect(message.attachments.map((file) => Buffer.from(file.content).equals(file.filename === 'c' ? Buffer.from('small') : large))).toEqual(
    [true, true, true],
  )
  expect(raw.equals(before)).toBe(true)
})

test('who closes the pool is told which mails were not parsed', async () => {
  const pool = makePool()
  const waiting = [pool.parse(slow), pool.parse(mail('Later'))]
  const outcomes = Promise.allSettled(waiting)
  await pool.close()

  expect((await outcomes).map((outcome) => outcome.status)).toEqual(['rejected', 'rejected'])
  await expect(pool.parse(mail('After'))).rejects.toThrow('The parser is closed.')
})
