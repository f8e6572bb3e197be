import { Hono } from 'hono'
import { expect, test } from 'vitest'
import type { Ground } from '../../ground.ts'
import type { Env } from '../../lib/ui/variables.ts'
import { mayLag, pickReads } from './reads.ts'

test('only what is for everybody may lag, and not for who has just written', async () => {
  let lags: boolean | undefined
  const app = new Hono()
  app.use(async (c, next) => {
    lags = mayLag(c)
    await next()
  })
  for (const path of ['/', '/groups/:group', '/feed.atom', '/search', '/guests/:token/answer', '/sign-in']) app.get(path, (c) => c.text(''))
  app.post('/search', (c) => c.text(''))
  const ask = async (path: string, headers: Record<string, string> = {}, method = 'GET') => {
    await app.request(path, { headers, method })
    return lags
  }
  for (const path of ['/', '/groups/lectio', '/feed.atom', '/search?q=a']) expect([path, await ask(path)]).toEqual([path, true])
  expect(await ask('/', { cookie: 'rapport-lang=de' })).toBe(true)
  expect(await ask('/', {}, 'HEAD')).toBe(true)
  for (const cookie of ['rapport-wrote=1', 'rapport-lang=de; rapport-wrote=1', 'rapport.session_token=x'])
    expect([cookie, await ask('/', { cookie })]).toEqual([cookie, false])
  expect(await ask('/', { authorization: 'Bearer x' })).toBe(false)
  for (const path of ['/guests/abc/answer', '/sign-in', '/nowhere']) expect([path, await ask(path)]).toEqual([path, false])
  expect(await ask('/search', {}, 'POST')).toBe(false)
})

test('each form that is sent counts anew, also within the seconds of the one before', async () => {
  const ground = { database: { db: {} }, replicas: { db: {} }, context: { now: () => new Date(0) } } as unknown as Ground
  const app = new Hono<Env>().use(pickReads(ground).choose).post('/answer', (c) => c.text(''))
  for (const cookie of ['', 'rapport-wrote=1']) {
    const answer = await app.request('/answer', { method: 'POST', headers: { cookie } })
    expect(answer.headers.get('set-cookie')).toMatch(/^rapport-wrote=1; Max-Age=10;/)
  }
})
