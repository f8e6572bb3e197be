import { sql } from 'kysely'
import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createApp } from '../src/edges/http/app.tsx'
import { acceptMail } from '../src/edges/mailroom/actions.ts'
import { loadActor } from '../src/groups/queries.ts'
import { sealToken } from '../src/lib/token/seal.ts'
import { isAdministrator } from '../src/policy.ts'
import { makeWorld, tokenOf, type World } from './world.ts'

let world: World
beforeEach(async () => {
  world = await makeWorld()
})
afterEach(() => world.end())

const withHtml = Buffer.from(
  [
    'From: Maria <maria@maria.example>',
    'To: lectio-l@lists.localhost',
    'Subject: Hostile',
    'Message-ID: <hostile@maria.example>',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=limit',
    '',
    '--limit',
    'Content-Type: text/html; charset=utf-8',
    '',
    '<p>Hello</p>',
    '--limit',
    'Content-Type: text/html; name="evil.html"',
    'Content-Disposition: attachment; filename="evil.html"',
    '',
    '<script>alert(document.domain)</script>',
    '--limit--',
    '',
  ].join('\r\n'),
)

describe('what strangers put into mails', () => {
  test('is sent with a policy of its own: a sandbox in which nothing runs and nothing is fetched', async () => {
    await acceptMail(world.write, {
      raw: withHtml,
      mailFrom: world.maria.email,
      rcptTo: ['lectio-l@lists.localhost'],
      peer: '203.0.113.9',
      helo: 'mx.maria.example',
      via: 'mail',
    })
    await world.settle()
    const reader = await world.as(world.susi)
    const policies = []
    for (const part of ['html', 'raw', 'a/0', 'a/1']) {
      const answer = await reader.get(`/lists/lectio-l/m/hostile%40maria.example/${part}`)
      if (answer.status === 200) policies.push(answer.headers.get('content-security-policy') ?? '')
    }
    expect(policies.length).toBeGreaterThanOrEqual(3)
    for (const policy of policies) expect(policy).toMatch(/sandbox/)
    const frame = await reader.get('/lists/lectio-l/m/hostile%40maria.example/html')
    expect(frame.headers.get('referrer-policy')).toBe('no-referrer')
    expect((await reader.get('/lists')).headers.get('content-security-policy')).toMatch(/script-src 'self'/)
  })
})

describe('an address that somebody made up', () => {
  test('leads nobody to another site after sign-in', async () => {
    const browser = await world.as()
    for (const next of ['/\t/elsewhere.example', '/\n/elsewhere.example', '//elsewhere.example', '/\\elsewhere.example'])
      expect((await browser.post('/sign-in', { email: 'susi@susi.example', next })).headers.get('location')).toMatch(/&next=%2Ftoday$/)
  })

  test('is not found, and nobody is told that we made a mistake', async () => {
    const ada = await world.as(world.ada)
    for (const path of [
      '/admin/outbox/1e30',
      '/admin/outbox?before=1e30',
      '/lists/lectio-l/held/1e30',
      '/lists/lectio-l%00/threads',
      '/lists/lectio-l/threads?month=0000-01',
    ])
      expect((await ada.get(path)).status, path).toBe(404)
    // Nor does a page beyond the last one, which leads back.
    expect((await ada.get('/lists/lectio-l/subscribers?page=1e30')).status).toBe(404)
    // A date that no calendar knows is a hint beside the hits.
    expect((await ada.get('/search?q=after:0000')).status).toBe(200)
    expect((await ada.get('/lists/lectio-l/threads?after=99999999999999999.3')).status).toBe(200)
  })
})

test('a day is a day of UTC, wherever the machine stands', async () => {
  const zone = process.env.TZ
  process.env.TZ = 'America/Los_Angeles'
  try {
    // Half past four in the afternoon of the day before, there.
    const at = new Date('2026-01-01T00:30:00Z')
    const ada = await loadActor(world.db, world.ada.personId, at, 'web')
    expect(ada && isAdministrator(ada)).toBe(true)
    const { rows } = await sql<{ day: string }>`select ${at}::timestamptz::date::text as day`.execute(world.db)
    expect(rows).toEqual([{ day: '2026-01-01' }])
  } finally {
    if (zone === undefined) delete process.env.TZ
    else process.env.TZ = zone
  }
})

test('no token of a link in a mail stands in the log', async () => {
  const lines: string[] = []
  const log = pino({ level: 'info' }, { write: (line) => void lines.push(line) })
  const app = createApp({ ...world.ground, context: { ...world.context, log } })
  const token = sealToken(world.site.secret, 'vouch', 1)
  for (const place of ['confirm', 'unsubscribe', 'vouch', 'applications', 'still-there', 'addresses']) {
    await app.request(`http://rapport.test/${place}/${token}`)
    expect(lines.join(''), place).toContain(`/${place}/…`)
  }
  expect(lines.join('')).not.toContain(token)
})

test('who leaves in the midst of what they send is no fault of ours in the log', async () => {
  const lines: string[] = []
  const log = pino({ level: 'error' }, { write: (line) => void lines.push(line) })
  const app = createApp({ ...world.ground, context: { ...world.context, log } })
  const token = await world.write((tx) => tokenOf(tx, world.clock.now, world.ada))
  // As Node's server says it of a body that breaks off.
  const leaving = () =>
    new ReadableStream({ pull: (body) => body.error(Object.assign(new Error('aborted'), { code: 'ECONNRESET' })) }, { highWaterMark: 0 })
  for (const path of ['/api/v1/groups/lectio/actions', '/sign-in']) {
    const headers = {
      authorization: `Bearer ${token}`,
      'content-type': path === '/sign-in' ? 'application/x-www-form-urlencoded' : 'application/json',
    }
    const asked = { method: 'POST', headers: { ...headers, origin: 'http://rapport.test' }, body: leaving(), duplex: 'half' }
    expect((await app.request(`http://rapport.test${path}`, asked as RequestInit)).status, path).toBeGreaterThanOrEqual(400)
  }
  expect(lines).toEqual([])
})
