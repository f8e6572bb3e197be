import { afterAll, beforeAll, expect, test } from 'vitest'
import { acceptMail } from '../../src/edges/mailroom/actions.ts'
import { mail } from '../mail.ts'
import { makeWorld, type World } from '../world.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.end())

test.each([
  ['what reads the other way round', 'report-\u202etxt.fdp', 'report-txt.fdp'],
  ['isolates', '\u2067txt.\u2069fdp', 'txt.fdp'],
  ['what ends a header field', 'a\r\nX-Evil: yes\r\n\r\n.txt', 'aX-Evil: yes.txt'],
  ['a name of which a character would be cut in two', `x${'😀'.repeat(200)}.txt`, `${'😀'.repeat(125)}.txt`],
])('a file is called what it is: %s', async (_, given, shown) => {
  const id = `${crypto.randomUUID()}@susi.example`
  const name = `=?utf-8?B?${Buffer.from(given).toString('base64')}?=`
  const raw = mail({ from: `Susi <${world.susi.email}>`, subject: 'A file', id, text: 'See it.', attachment: { name, content: 'x' } })
  await acceptMail(world.write, { raw, mailFrom: world.susi.email, rcptTo: ['lectio-l@lists.localhost'], via: 'cli' })
  await world.settle()
  const carla = await world.as(world.carla)
  const path = `/lists/lectio-l/m/${encodeURIComponent(id)}`
  const answer = await carla.get(`${path}/a/0`)
  expect([answer.status, answer.headers.get('x-evil')]).toEqual([200, null])
  const page = await (await carla.get(path)).text()
  expect(page).toContain(shown)
  expect(decodeURIComponent(answer.headers.get('content-disposition') ?? '') + page).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/)
})
