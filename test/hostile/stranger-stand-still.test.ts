import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startMailServer } from '../../src/edges/smtp/server.ts'
import { relaxedBodyHash } from '../../src/lib/mail/canonical.ts'
import { greet } from '../dialogue.ts'
import { mail } from '../mail.ts'
import { makeWorld, type World } from '../world.ts'

// Nobody looks at a clock here: what took minutes before would run into the limit of the test.

let world: World
let server: Awaited<ReturnType<typeof startMailServer>>
beforeAll(async () => {
  world = await makeWorld()
  const { config, database, context } = world
  server = await startMailServer({ host: '127.0.0.1', port: 0 }, { config, database, log: context.log, wake: () => {} })
})
afterAll(async () => {
  await server.close()
  await world.end()
})

/** A mail to the list through the door, and an honest one behind it. */
async function send(data: Buffer, to = 'lectio-l@lists.localhost'): Promise<void> {
  const client = await greet(server.port)
  expect(await client.send({ from: 'mallory@elsewhere.example', to: [to], data })).toBe('250 2.0.0 Kept')
  expect(await client.send({ from: world.maria.email, data: mail({ from: world.maria.email, subject: 'Behind it' }) })).toBe(
    '250 2.0.0 Kept',
  )
  await world.settle()
}

const waiting = () => world.db.selectFrom('inbound').select('id').where('state', '=', 'waiting').execute()

const letters = 'a'.repeat(300_000)
const blanks = ' '.repeat(300_000)
const hostile: readonly (readonly [what: string, data: Buffer])[] = [
  ['a name of 300,000 letters in From', mail({ from: `"${letters}" <mallory@elsewhere.example>` })],
  ['a name of 300,000 letters with signs of an address', mail({ from: `"${'a@'.repeat(150_000)}" <mallory@elsewhere.example>` })],
  ['a line of 300,000 blanks that is no field', mail({ from: 'mallory@elsewhere.example', headers: [`x${blanks}y`] })],
  ['a field of 300,000 blanks', mail({ from: 'mallory@elsewhere.example', headers: [`X-Spam-Status: ${blanks}x`] })],
  ['an address of 300,000 dots', mail({ from: `mallory@${'.'.repeat(300_000)}example` })],
  ['a subject of 300,000 brackets', mail({ from: 'mallory@elsewhere.example', subject: '['.repeat(300_000) })],
  [
    'a charset of 300,000 quotation marks',
    mail({ from: 'mallory@elsewhere.example', headers: [`Content-Type: text/plain; charset=a${"'".repeat(300_000)}b`] }),
  ],
  ['600,000 dashes in its text', mail({ from: 'mallory@elsewhere.example', text: '-'.repeat(600_000) })],
  ['8 MB of blanks in its text', mail({ from: 'mallory@elsewhere.example', text: `x${' '.repeat(8_000_000)}y` })],
  [
    'results of another host that never end',
    mail({ from: 'mallory@elsewhere.example', headers: [`Authentication-Results: a; ${'a="\\"'.repeat(60_000)}`] }),
  ],
]

describe.each(hostile)('a mail with %s', (_, data) => {
  test('does not hold up the mail behind it', async () => {
    await send(data)
    expect(await waiting()).toEqual([])
  })
})

test('a hostile mail to the machine of a list does not hold up the mail behind it', async () => {
  await send(
    mail({ from: 'mallory@elsewhere.example', subject: `${'.'.repeat(300_000)}x`, text: `${'!'.repeat(300_000)}x` }),
    'lectio-l-request@lists.localhost',
  )
  expect(await waiting()).toEqual([])
})

test('a forwarded text of dashes and blanks does not hold up a mail that is made into a user case', async () => {
  const text = `${'-'.repeat(300_000)}\n${'- '.repeat(100_000)}\nFrom: ${'a@'.repeat(50_000)}\nSubject: x\n\n#usercase ${blanks}x`
  await send(mail({ from: world.maria.email, subject: 'Fwd: #usercase', text }))
  expect(await waiting()).toEqual([])
})

test('a body of blanks and empty lines is hashed as RFC 6376 says, looking at each byte once', () => {
  const lines = (text: string) => relaxedBodyHash(Buffer.from(text, 'latin1'))
  expect(lines(' C \r\nD \t E\r\n\r\n\r\n')).toBe(lines(' C\nD E\n'))
  expect(lines('')).toBe('47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=')
  expect(lines(' \r\n\t\n')).toBe(lines(''))
  expect(lines(`x${' \t'.repeat(4_000_000)}y`)).toBe(lines('x y\r\n'))
  expect(lines(`x${' \n'.repeat(4_000_000)}`)).toBe(lines('x'))
})

test('HTML of elements inside one another is shown as its text, and holds up no page', async () => {
  for (const [subject, tag] of [
    ['Deep', '<div>'],
    ['Deeper', '<b><i>'],
    ['Never closed', '<form><p>'],
  ] as const) {
    const raw = mail({
      from: world.maria.email,
      subject,
      headers: ['Content-Type: text/html; charset=utf-8'],
      text: `Look here${tag.repeat(1_900_000 / tag.length)}`,
    })
    await send(raw)
    const { id, listId } = await world.db
      .selectFrom('message')
      .select(['messageId as id', 'listId'])
      .where('subject', '=', subject)
      .executeTakeFirstOrThrow()
    expect(listId).toBe(world.listId)
    const page = await (await world.as(world.carla)).get(`/lists/lectio-l/m/${encodeURIComponent(id)}/html`)
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('This is its text.')])
  }
})
