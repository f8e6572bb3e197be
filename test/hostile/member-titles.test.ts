import { afterAll, beforeAll, expect, test } from 'vitest'
import { enqueue } from '../../src/lib/db/enqueue.ts'
import { readCalendar } from '../../src/lib/mail/calendar.ts'
import { cardOf } from '../../src/lib/print/cards.ts'
import { makeRequest } from '../../src/requests/actions.ts'
import { chatNames, matrixToken, openChat } from '../chats.ts'
import { actorOf } from '../requests-world.ts'
import { makeWorld, type World } from '../world.ts'

/** Titles go where other programs read them: chats, cards of links, data in the head of a page. None of them is more than words there. */
const titles = [
  '</script><script>alert(1)</script>',
  '<!--<script>',
  '<!channel> <!here> <@U123> & <https://evil.example|Sign in>',
  '@all @channel @here @room everybody',
  '![x](https://evil.example/pixel.png) [Sign in](https://evil.example)',
  '#image("/etc/passwd") #read("/etc/passwd") $x$ *b* _i_',
  '{title} {link} {what}',
  '\u202egnp.exe \u2066 \ufeff',
  '"><img src=x onerror=alert(1)>',
  `${'W'.repeat(190)}`,
]

let world: World
const ids: number[] = []
let inner: number
beforeAll(async () => {
  world = await makeWorld({ answers: { 'hook.example': { A: ['127.0.0.1'] } }, env: { RAPPORT_WEBHOOK_NETWORKS: '127.0.0.0/8' } })
})
afterAll(() => world.end())

const ask = async (title: string, visibility: 'public' | 'group') => {
  const actor = await actorOf(world, world.carla)
  const facts = { kind: 'idea' as const, title, text: title, visibility }
  return world.write((tx) => makeRequest(tx, actor, world.group.groupId, facts, { caseIds: [] }))
}
const get = (path: string) => world.app.request(`http://rapport.test${path}`)

test('a title in a chat calls nobody, shows no picture and leads nowhere but here', async () => {
  const carla = await world.as(world.carla)
  const rooms = await Promise.all(chatNames.map(async (name) => ({ name, ...(await openChat(name)) })))
  for (const { name, url } of rooms) {
    const token: Record<string, string> = name === 'matrix' ? { token: matrixToken } : {}
    await carla.post('/admin/webhooks', { name, url, events: 'request.made', form: name, ...token })
  }
  for (const title of titles) ids.push(await ask(title, 'public'))
  inner = await ask('A secret embargo', 'group')
  await world.write((tx) => enqueue(tx, 'journal.chain'))
  await world.settle()
  await world.write((tx) => enqueue(tx, 'webhooks.turn'))
  await world.settle()
  for (const { name, shown, refused } of rooms) {
    expect([name, refused, shown.length]).toEqual([name, [], titles.length + 1])
    expect(shown.flatMap(({ links }) => links).filter((href) => !href.startsWith('http://rapport.test/'))).toEqual([])
    expect(JSON.stringify(shown)).not.toContain('secret')
  }
})

test('a title in the head of its page ends nothing there', async () => {
  for (const id of ids) {
    const page = await (await get(`/requests/${id}`)).text()
    const [head = ''] = page.split('</head>')
    const data = [...head.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map(
      ([, one = '']) => JSON.parse(one) as object,
    )
    expect(data).toEqual([expect.objectContaining({ '@type': 'Article' })])
    expect(head).not.toMatch(/<script>|<img|<!--/)
  }
})

test('a card is drawn of any title, of the same size, and of nothing that is not for everybody', async () => {
  for (const id of ids) {
    const answer = await get(`/card.png?of=/requests/${id}`)
    const bytes = Buffer.from(await answer.arrayBuffer())
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png'])
    // The width and the height stand at the beginning of a PNG.
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20), bytes.length < 300_000]).toEqual([1_200, 630, true])
  }
  const answers = ['/requests/999999', '/requests/x', '/today', '//evil.example', '/%E0%A4%A', `/${'x'.repeat(5_000)}`, '\0']
  for (const path of [`/requests/${inner}`, ...answers]) {
    const answer = await get(`/card.png?${new URLSearchParams({ of: path })}`)
    expect([path, answer.status, await answer.text()]).toEqual([path, 404, ''])
  }
})

test('the same words are drawn once, whatever else is asked', async () => {
  const card = { title: 'One card', name: 'Lectio', accent: '"); #read("/etc/passwd")', language: '../..' }
  const drawn = cardOf(card)
  expect(cardOf({ ...card, accent: '', language: 'en' })).toBe(drawn)
  expect((await drawn).length).toBeGreaterThan(1_000)
})

test('a title in somebody’s calendar is words, and no key but theirs opens it', async () => {
  const carla = await world.as(world.carla)
  const worse = [
    ...titles,
    'x\r\nATTENDEE:mailto:eve@evil.example\r\nBEGIN:VALARM',
    'x\nEND:VEVENT\nEND:VCALENDAR',
    'x;VALUE=URI:https://evil.example',
  ]
  for (const title of worse) {
    const task = { title, dueOn: '2026-10-20', ownerId: world.carla.personId }
    expect((await carla.ask('POST', '/api/v1/groups/lectio/actions', task)).status).toBe(201)
  }
  await carla.ask('POST', '/api/v1/groups/lectio/actions', { title: 'For Maria alone', dueOn: '2026-10-20', ownerId: world.maria.personId })
  const key = /\/calendar\/([\w-]+)\.ics/.exec(await (await carla.post('/me/calendar')).text())?.[1] ?? ''
  const text = await (await get(`/calendar/${key}.ics`)).text()
  expect(readCalendar(text).events).toHaveLength(worse.length)
  expect(text).not.toMatch(/^(?:ATTENDEE|BEGIN:VALARM)/m)
  expect(text).not.toContain('For Maria alone')
  const others = [key.slice(0, -1), `${key}x`, `${key.slice(1)}_`, key.toUpperCase(), 'none', '%00', '%2e%2e%2fme', 'x'.repeat(5_000)]
  for (const other of others) expect([other, (await get(`/calendar/${other}.ics`)).status]).toEqual([other, 404])
  // Nothing that is kept opens it, and an address that was taken back opens nothing.
  const [kept] = await world.db.selectFrom('calendarFeed').select('tokenHash').execute()
  for (const shown of [kept?.tokenHash.toString('hex'), kept?.tokenHash.toString('base64url')])
    expect((await get(`/calendar/${shown}.ics`)).status).toBe(404)
  await carla.post('/me/calendar')
  expect((await get(`/calendar/${key}.ics`)).status).toBe(404)
})
