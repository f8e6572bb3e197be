import { afterAll, beforeAll, expect, test } from 'vitest'
import { decideWish, proposeRewording, submitWish } from '../../src/ballots/wishes/actions.ts'
import { openCycle } from '../ballots.ts'
import { actorOf, employ } from '../requests-world.ts'
import { makeWorld, type Person, type World } from '../world.ts'

// On the page of a cycle everybody reads the titles of what was put forward; its words are for the group, its list and its author.
let world: World
let cycleId: number
beforeAll(async () => {
  world = await makeWorld()
  await employ(world)
  cycleId = (await openCycle(world)).cycleId
  const [carla, susi] = [await actorOf(world, world.carla), await actorOf(world, world.susi)]
  const put = (title: string, text: string) => world.write((tx) => submitWish(tx, susi, cycleId, { title, text, area: '' }))
  await put('Longer loans', 'Our provost shouted.')
  const withdrawn = await put('Shorter loans', 'The rector resigned.')
  await world.db.updateTable('wish').set({ state: 'withdrawn' }).where('id', '=', withdrawn).execute()
  const asked = await put('Fairer loans', 'Nobody pays.')
  await world.write((tx) => proposeRewording(tx, carla, asked, { title: 'Fair loans', text: 'All pay.', why: 'Clearer.' }))
  await world.write(async (tx) =>
    decideWish(tx, carla, await submitWish(tx, susi, cycleId, { title: 'Any', text: 'Any.', area: '' }), { to: 'accept' }),
  )
})
afterAll(() => world.end())

const titles = ['Longer loans', 'Shorter loans', 'Fairer loans']
const found = async (person: Person | undefined, query: Record<string, string>) => {
  const page = await (await (await world.as(person)).get(`/cycles/${cycleId}?${new URLSearchParams(query)}`)).text()
  return titles.filter((title) => page.includes(title))
}
const counted = async (person: Person | undefined) => {
  const page = await (await (await world.as(person)).get(`/cycles/${cycleId}`)).text()
  return /<option value="asked"[^>]*>[^<]*\((\d+)\)/.exec(page)?.[1]
}

test('by words that they do not read nobody finds what was put forward: so they could spell them out', async () => {
  for (const person of [undefined, world.otto, world.bruno]) {
    expect(await found(person, { q: 'provost' })).toEqual([])
    expect(await found(person, { q: 'rector' })).toEqual([])
    expect(await found(person, { q: 'longer' })).toEqual(['Longer loans'])
  }
  const nelly = await world.addPerson('Nelly')
  await world.join(nelly)
  expect(await found(nelly, { q: 'provost' })).toEqual(['Longer loans'])
  expect(await found(nelly, { q: 'rector' })).toEqual([])
  for (const person of [world.susi, world.maria]) expect(await found(person, { q: 'rector' })).toEqual(['Shorter loans'])
})

test('whose author is asked about other words is known to the author and to those who ask', async () => {
  for (const person of [undefined, world.otto, world.bruno]) {
    expect(await found(person, { state: 'asked' })).toEqual([])
    expect(await counted(person)).toBe('0')
  }
  for (const person of [world.susi, world.carla]) {
    expect(await found(person, { state: 'asked' })).toEqual(['Fairer loans'])
    expect(await counted(person)).toBe('1')
  }
})
