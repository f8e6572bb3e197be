import { afterAll, beforeAll, expect, test } from 'vitest'
import { addInstitution } from './ballots.ts'
import { makeWorld, type Person, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.end())

type Entry = { id: number; person: string }
/** What the answers of these tests have of it. */
interface Said {
  id: number
  errors: { field: string }[]
  items: Entry[]
  past: Entry[]
}

const ask = async (person: Person | undefined, method: string, path: string, body?: object) => {
  const answer = await (await world.as(person)).ask(method, `/api/v1${path}`, body)
  const type = answer.headers.get('content-type') ?? ''
  return { status: answer.status, body: (type.includes('json') ? await answer.json() : {}) as Said }
}
const termsOf = async (on: string) => (await ask(undefined, 'GET', `/groups/lectio/terms?on=${on}`)).body

test('a program gives a role and ends it, and the roster of each day says so', async () => {
  const seat = { email: world.otto.email, role: 'member', from: '2026-10-01', how: 'by the committee' }
  expect((await ask(world.maria, 'POST', '/groups/lectio/terms', seat)).status).toBe(404)
  expect((await ask(world.carla, 'POST', '/groups/lectio/terms', seat)).status).toBe(201)
  const twice = await ask(world.carla, 'POST', '/groups/lectio/terms', seat)
  expect([twice.status, twice.body.errors[0]?.field]).toEqual([422, 'from'])

  const term = (await termsOf('2026-10-16')).items.find((one) => one.person === 'Otto')!
  expect(term).toMatchObject({ role: 'member', fromOn: '2026-10-01', toOn: null, how: 'by the committee' })
  expect((await ask(world.bruno, 'POST', `/terms/${term.id}/end`, { toOn: '2026-10-20' })).status).toBe(404)
  const early = await ask(world.carla, 'POST', `/terms/${term.id}/end`, { toOn: '2026-09-01' })
  expect([early.status, early.body.errors[0]?.field]).toEqual([422, 'toOn'])
  expect((await ask(world.carla, 'POST', `/terms/${term.id}/end`, { toOn: '2026-10-20' })).status).toBe(204)

  const later = await termsOf('2026-10-21')
  expect(later.items.map(({ person }) => person)).not.toContain('Otto')
  expect(later.past.map(({ person }) => person)).toContain('Otto')
})

test('a program prepares a handover and does it once', async () => {
  await ask(world.carla, 'POST', '/groups/lectio/terms', { email: world.maria.email, role: 'coordinator', from: '2026-10-16' })
  await ask(world.carla, 'POST', '/groups/lectio/holdings', { role: 'coordinator', title: 'The meeting account' })
  const facts = { role: 'coordinator', fromId: world.carla.personId, toId: world.maria.personId }
  const { body: made } = await ask(world.carla, 'POST', '/groups/lectio/handovers', facts)
  expect((await ask(world.otto, 'POST', `/handovers/${made.id}/state`, { state: 'done' })).status).toBe(404)
  expect((await ask(world.maria, 'POST', `/handovers/${made.id}/state`, { state: 'done' })).status).toBe(204)
  expect((await ask(world.maria, 'POST', `/handovers/${made.id}/state`, { state: 'withdrawn' })).status).toBe(409)
  const { body: done } = await ask(world.maria, 'GET', `/handovers/${made.id}`)
  expect(done).toMatchObject({ state: 'done', giver: 'Carla', taker: 'Maria' })
  expect(done.items).toContainEqual(expect.objectContaining({ title: 'The meeting account', outcome: 'action' }))
})

test('an institution names its referent, and the user group confirms', async () => {
  const id = await addInstitution(world, 'Old Harbour University', [world.susi])
  const naming = { communityId: world.group.communityId, standIn: true, name: 'Otto', email: world.otto.email, fromOn: '2026-10-16' }
  expect((await ask(world.bruno, 'POST', `/organisations/${id}/referent`, naming)).status).toBe(404)
  const elsewhere = await ask(world.susi, 'POST', `/organisations/${id}/referent`, { ...naming, communityId: 999 })
  expect([elsewhere.status, elsewhere.body.errors[0]?.field]).toEqual([422, 'communityId'])
  expect((await ask(world.susi, 'POST', `/organisations/${id}/referent`, naming)).status).toBe(201)

  const { body: waiting } = await ask(world.ada, 'GET', '/referents')
  expect(waiting.items).toMatchObject([{ organisation: 'Old Harbour University', name: 'Otto', standIn: true, namer: 'Susi' }])
  const decide = (decision: string) => ask(world.ada, 'POST', `/referents/${waiting.items[0]?.id}/decision`, { decision })
  // Who is refused is told why, so a reason is needed.
  expect((await decide('refuse')).status).toBe(422)
  expect((await decide('confirm')).status).toBe(204)
  expect((await decide('confirm')).status).toBe(409)
  expect((await ask(world.ada, 'GET', '/referents')).body.items).toEqual([])
})
