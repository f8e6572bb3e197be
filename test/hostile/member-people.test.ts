import { afterAll, beforeAll, expect, test } from 'vitest'
import { enqueue } from '../../src/lib/db/enqueue.ts'
import { makeFurnishedWorld } from '../access/furnished.ts'
import type { Person, World } from '../world.ts'

let world: World
let vera: Person
beforeAll(async () => {
  const furnished = await makeFurnishedWorld()
  world = furnished
  vera = furnished.vera
  await world.write((tx) => enqueue(tx, 'people.index'))
  await world.settle()
})
afterAll(() => world.end())

const finds = async (person: Person | undefined) => {
  const answer = await (await world.as(person)).ask('GET', '/api/v1/search?q=is:person%20maria')
  return ((await answer.json()) as { items: unknown[] }).items.length
}

test('an account that belongs to no list and no group finds nobody, and opens no profile', async () => {
  for (const person of [undefined, world.otto, vera]) {
    expect(await finds(person)).toBe(0)
    expect((await (await world.as(person)).get(`/people/${world.maria.personId}`)).status).not.toBe(200)
  }
  for (const person of [world.susi, world.modesto, world.bruno]) {
    expect(await finds(person)).toBe(1)
    expect((await (await world.as(person)).get(`/people/${world.maria.personId}`)).status).toBe(200)
  }
})

test('what is made for somebody signed in is kept by no browser and nothing in between', async () => {
  for (const person of [world.otto, world.susi, world.ada]) {
    const browser = await world.as(person)
    for (const path of ['/today', '/me', '/requests', '/lists/lectio-l/threads', '/nothing-here', '/api/v1/search?q=x']) {
      const { headers } = await browser.get(path)
      expect([path, headers.get('cache-control')]).toEqual([path, 'private, no-store'])
      expect(headers.get('vary')).toContain(path.startsWith('/api/') ? 'authorization' : 'cookie')
    }
  }
  const visitor = await world.as()
  for (const path of ['/today', '/sign-in', `/confirm/${'a'.repeat(31)}`])
    expect((await visitor.get(path)).headers.get('cache-control')).toBe('private, no-store')
  // The first page is everybody's who brings no cookie, and kept ready.
  expect((await (await world.as()).get('/')).headers.get('cache-control')).toBe('public, no-cache')
})
