import { gunzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import type { Env } from '../../lib/ui/variables.ts'
import { compress, encodingOf } from './compress.ts'

test.each([
  ['', undefined],
  ['identity', undefined],
  ['gzip', 'gzip'],
  ['gzip, deflate, br, zstd', 'zstd'],
  ['gzip;q=1.0, br;q=0.5', 'br'],
  ['br;q=0, gzip', 'gzip'],
  ['zstd;q=0.000, *', 'br'],
  ['*;q=0', undefined],
  ['GZIP', 'gzip'],
])('of %j this is taken: %s', (accepted, taken) => {
  expect(encodingOf(accepted)).toBe(taken)
})

describe('an answer', () => {
  const page = 'A page of words, again and again. '.repeat(200)
  const app = new Hono<Env>()
    .use(compress)
    .get('/page', (c) => c.html(page, 200, { etag: '"one"', vary: 'cookie' }))
    .get('/short', (c) => c.html('Short.'))
    .get('/file', (c) => c.body(page, 200, { 'content-type': 'application/zip' }))
    .get('/large', (c) =>
      c.body(ReadableStream.from(pieces()), 200, { 'content-type': 'text/html', 'content-disposition': 'attachment; filename="log.html"' }),
    )
  let taken = 0
  async function* pieces() {
    for (; taken < 1_000; taken++) yield Buffer.alloc(100_000, 97)
  }
  const get = (path: string, headers: Record<string, string> = {}) =>
    app.request(path, { headers: { 'accept-encoding': 'gzip', ...headers } })

  test('is packed for whoever takes it so, and says so', async () => {
    const answer = await get('/page')
    const bytes = Buffer.from(await answer.arrayBuffer())
    expect(gunzipSync(bytes).toString()).toBe(page)
    expect([...answer.headers].filter(([name]) => name !== 'content-type')).toEqual([
      ['content-encoding', 'gzip'],
      ['content-length', String(bytes.length)],
      ['etag', 'W/"one"'],
      ['vary', 'cookie, accept-encoding'],
    ])
  })

  test('is whole for whoever takes nothing else', async () => {
    const answer = await get('/page', { 'accept-encoding': '' })
    expect([answer.headers.get('content-encoding'), answer.headers.get('etag'), await answer.text()]).toEqual([null, '"one"', page])
  })

  test('is left alone where it is short, or a file', async () => {
    expect(await (await get('/short')).text()).toBe('Short.')
    expect(await (await get('/file')).text()).toBe(page)
  })

  test('is a file in pieces where it is one, and not held whole', async () => {
    const answer = await get('/large')
    expect(answer.headers.get('content-encoding')).toBe(null)
    const reader = answer.body?.getReader()
    await reader?.read()
    expect(taken).toBeLessThan(10)
    await reader?.cancel()
  })

  test.each([
    ['another site asks', 'cross-site', null],
    ['a neighbour asks', 'same-site', null],
    ['a browser does not say who asks', undefined, null],
    ['our own page asks', 'same-origin', 'gzip'],
    ['the person types the address', 'none', 'gzip'],
  ])('of somebody signed in, where %s', async (_, site, encoding) => {
    const answer = await get('/page', { cookie: 'session=one', ...(site ? { 'sec-fetch-site': site } : {}) })
    expect(answer.headers.get('content-encoding')).toBe(encoding)
  })
})
