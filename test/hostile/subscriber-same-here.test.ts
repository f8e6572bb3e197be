import { afterAll, beforeAll, expect, test } from 'vitest'
import { acceptMail } from '../../src/edges/mailroom/actions.ts'
import { makeRequest } from '../../src/requests/actions.ts'
import { lettersTo } from '../letters.ts'
import { mail } from '../mail.ts'
import { actorOf, employ } from '../requests-world.ts'
import { makeWorld, type Person, type World } from '../world.ts'

let world: World
const ids = { open: 0, inner: 0 }
beforeAll(async () => {
  world = await makeWorld({ answers: {} })
  await employ(world)
  const carla = await actorOf(world, world.carla)
  const make = (title: string, visibility: 'group' | 'subscribers') =>
    world.write((tx) => makeRequest(tx, carla, world.group.groupId, { kind: 'concern', title, text: title, visibility }))
  ids.open = await make('Lists do not open', 'subscribers')
  ids.inner = await make('A secret of the group', 'group')
})
afterAll(() => world.end())

let count = 0
async function send(
  person: Pick<Person, 'name' | 'email'>,
  { to = 'lectio-l', ...parts }: { subject: string; text: string; to?: string; headers?: string[] },
) {
  const raw = mail({ from: `${person.name} <${person.email}>`, id: `h${++count}@messages.example`, ...parts })
  const rcptTo = [`${to}@lists.localhost`]
  await acceptMail(world.write, { raw, mailFrom: person.email, rcptTo, via: 'mail', peer: '192.0.2.7', helo: 'mail.example' })
  await world.settle()
}
const asked = (person: Person) => lettersTo(world, person.email, 'requests.same-here')
const counted = () => world.db.selectFrom('requestAffected').selectAll().execute()

test('a concern of the group alone is named to no subscriber who guesses its number', async () => {
  await send(world.susi, { subject: `#${ids.inner}`, text: 'Same here.' })
  expect(await asked(world.susi)).toEqual([])
})

test('an absence notice, a mail of a stranger and one that names two concerns ask nobody', async () => {
  await send(world.susi, { subject: `#${ids.open}`, text: 'Same here.', headers: ['Auto-Submitted: auto-replied'] })
  await send({ name: 'Eve', email: 'eve@evil.example' }, { subject: `#${ids.open}`, text: 'Same here.' })
  await send(world.maria, { subject: `#${ids.open} #${ids.inner}`, text: 'Same here.' })
  expect((await world.postbox()).filter(({ kind }) => kind === 'requests.same-here')).toEqual([])
})

test('nobody says yes for somebody else: the answer of another is not taken, its address opens no page', async () => {
  await send(world.susi, { subject: `#${ids.open}`, text: 'Same here.' })
  const [letter] = await asked(world.susi)
  const [question] = await world.db.selectFrom('sameHere').select('id').execute()
  const row = (await world.postbox()).find(({ kind }) => kind === 'requests.same-here')
  const reply = /reply\+([a-z2-7]+)@/.exec(String(row?.bytes))?.[1] ?? ''
  expect([Boolean(letter), Boolean(question), reply.length]).toEqual([true, true, 31])
  for (const other of [world.maria, world.otto, { name: 'Eve', email: 'eve@evil.example' }])
    await send(other, { to: `reply+${reply}`, subject: 'Re', text: 'Yes' })
  const otto = await world.as(world.otto)
  expect((await otto.get(`/same-here/${reply}`)).status).toBe(404)
  expect((await otto.post(`/same-here/${reply}`, { answer: 'yes' })).status).toBe(404)
  expect((await otto.post('/today', { [`sameHere-${question?.id}`]: 'yes' })).status).not.toBe(200)
  expect(await counted()).toEqual([])
})

test('whoever has left the institution counts it no more', async () => {
  const link = /\/same-here\/(\S+)/.exec((await asked(world.susi))[0]?.text ?? '')?.[1]
  await world.db.updateTable('affiliation').set({ toOn: '2026-10-01' }).where('personId', '=', world.susi.personId).execute()
  expect((await (await world.as(undefined)).post(`/same-here/${link}`, { answer: 'yes' })).status).toBe(404)
  expect(await counted()).toEqual([])
})
