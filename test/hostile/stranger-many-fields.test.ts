import { afterAll, beforeAll, expect, test } from 'vitest'
import { hasMoreValues } from '../../src/edges/http/json-values.ts'
import { makeWorld, type World } from '../world.ts'

// Each field, and each value of JSON, costs time before anybody knows what it is: a million of them in two megabytes kept the process from all
// others for half a minute.
let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.end())

const tooMany = 'This form has too many fields.'

/** Sends a body as it is, signed in or not. */
async function send(path: string, body: string, type: string, cookie = '') {
  const answer = await world.app.request(`http://rapport.test${path}`, {
    method: 'POST',
    headers: { origin: 'http://rapport.test', 'content-type': type, ...(cookie ? { cookie } : {}) },
    body,
  })
  return { status: answer.status, text: await answer.text() }
}

const urlencoded = 'application/x-www-form-urlencoded'
const multipart = 'multipart/form-data; boundary=b'
const partsOf = (count: number): string => `${'--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n'.repeat(count)}--b--\r\n`

test.each(['/sign-in', '/sign-in/code', '/sign-in/with/nobody', '/sign-in/saml', '/lists/lectio-l/join'])(
  'a form of more fields than a stranger’s has is not read at %s',
  async (path) => {
    for (const [body, type] of [
      ['a&'.repeat(1_001), urlencoded],
      [partsOf(1_001), multipart],
      [partsOf(1_001), 'Multipart/Form-Data; charset=utf-8; boundary="b"'],
    ] as const) {
      const { status, text } = await send(path, body, type)
      expect([status, text.includes(tooMany)]).toEqual([422, true])
    }
  },
)

test('nor is one handed back to who is signed out, which is no mistake of ours', async () => {
  for (const [body, type] of [
    ['a&'.repeat(1_001), urlencoded],
    ['--b\r\n\r\nx', multipart],
  ] as const) {
    const { status, text } = await send('/requests/1/comments', body, type)
    expect([status, text.includes('You are not signed in')]).toEqual([404, true])
  }
})

test('nor one of more than any form of a member has; what fits is read', async () => {
  const susi = await world.as(world.susi)
  const cookie = [...susi.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const longest = await send('/me', 'a&'.repeat(20_001), urlencoded, cookie)
  expect([longest.status, longest.text.includes(tooMany)]).toEqual([422, true])
  const fits = await send('/me', 'a&'.repeat(2_000), urlencoded, cookie)
  expect([fits.status, fits.text.includes(tooMany)]).toEqual([422, false])
})

test.each(['multipart/form-data', 'multipart/form-data; boundary=', 'multipart/form-data; boundary=b'])(
  'a form that is cut off is refused in words, and is no mistake of ours: %s',
  async (type) => {
    const { status, text } = await send('/sign-in', '--b\r\n\r\nx', type)
    expect([status, text.includes('Part of the form did not arrive.')]).toEqual([422, true])
  },
)

test('a program’s body of more values than any operation takes is not read, and a hundred of what does not fit are said', async () => {
  const susi = await world.as(world.susi)
  const values = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, i) => [`k${i}`, 1]))
  for (const path of ['/api/v1/acts/me/hints', '/api/v1/webhooks']) {
    const many = await susi.ask('POST', path, values(50_001))
    expect([many.status, await many.json()]).toMatchObject([422, { detail: 'This form has too many fields. Send less at once.' }])
    const unknown = await susi.ask('POST', path, values(1_000))
    const { errors } = (await unknown.json()) as { errors: unknown[] }
    expect([unknown.status, errors.length]).toEqual([422, 100])
  }
})

test.each([
  ['["a,b,c,d"]', 2],
  ['{"a":"\\",[[[","b":1}', 3],
  ['[[],[]]', 5],
])('what stands in strings is no value: %s', (text, values) => {
  expect([hasMoreValues(text, values), hasMoreValues(text, values - 1)]).toEqual([false, true])
})
