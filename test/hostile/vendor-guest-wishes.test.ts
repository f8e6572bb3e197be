import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeFurnishedWorld } from '../access/furnished.ts'
import type { Person, World } from '../world.ts'

let world: World
let vera: Person
beforeAll(async () => {
  const furnished = await makeFurnishedWorld()
  world = furnished
  vera = furnished.vera
  const carla = await world.as(world.carla)
  const other = { title: 'Other words for it', text: 'A draft of the group.', why: 'Clearer.' }
  expect((await carla.post('/wishes/1/reword', other)).status).toBe(303)
  expect((await carla.post('/wishes/1/decide', { to: 'set_aside', reason: 'bug', note: 'Told in private.' })).status).toBe(303)
})
afterAll(() => world.end())

const inner = ['Other words for it', 'A draft of the group.', 'Told in private.', 'Decided by', 'Put to the vote']

test('neither the vendor’s guest nor any account reads a wish, its drafts, or who decided on it', async () => {
  for (const person of [undefined, vera, world.otto, world.bruno]) {
    const answer = await (await world.as(person)).get('/wishes/1')
    expect(answer.status).toBe(person === undefined ? 303 : 404)
    const said = await answer.text()
    for (const words of inner) expect(said).not.toContain(words)
    const { cycleId } = await world.db.selectFrom('wish').select('cycleId').where('id', '=', 1).executeTakeFirstOrThrow()
    expect(await (await (await world.as(person)).get(`/cycles/${cycleId}`)).text()).not.toContain('href="/wishes/')
  }
})

test('who brought it in, and the group, read all of it', async () => {
  for (const person of [world.susi, world.maria]) {
    const said = await (await (await world.as(person)).get('/wishes/1')).text()
    for (const words of ['Other words for it', 'Told in private.', 'Decided by']) expect(said).toContain(words)
  }
})

test('who is on the list reads its words alone', async () => {
  const nina = await world.addPerson('Nelly')
  await world.join(nina)
  const answer = await (await world.as(nina)).get('/wishes/1')
  expect(answer.status).toBe(200)
  const said = await answer.text()
  expect(said).toContain('For what.')
  for (const words of inner) expect(said).not.toContain(words)
})
