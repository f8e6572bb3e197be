import { afterAll, beforeAll, expect, test } from 'vitest'
import { adoptTemplate } from './charter.ts'
import { seenIn, upload } from './upload.ts'
import { makeWorld, type Person, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld({ alone: true })
})
afterAll(() => world.end())

const page = async (path: string, person?: Person) => (await (await world.as(person)).get(path)).text()

/** Where strangers read who holds which role. */
const places = ['/', '/roster', '/api/v1/groups/lectio/terms', '/api/v1/groups/lectio/roster']
/** Where else they could: pages that say who holds it today, in a sentence, and what happened to a term. */
const sentences = ['/groups/lectio/charter', '/groups/lectio/charter/1', '/charter/overview?group=lectio']
const namedAt = async (name: string, person?: Person) => {
  const shown: string[] = []
  for (const path of places) if ((await page(path, person)).includes(name)) shown.push(path)
  return shown
}

test('whom a sheet brought is named to strangers, or, where their group wants it so, once they confirmed an address', async () => {
  const carla = await world.as(world.carla)
  const sheet = 'Name,Email,Role,Term\nNora Imported,nora@imported.example,Member,2020-\nOld Hand,,Coordinator,2016-2018\n'
  const at = (await upload(world, carla, '/roster/lectio/import', 'roster.csv', sheet)).headers.get('location') ?? ''
  expect((await carla.post(`${at}/apply`, { seen: seenIn(await (await carla.get(at)).text()) })).status).toBe(303)

  expect([await namedAt('Nora Imported'), await page('/roster')]).toEqual([places, expect.stringContaining('Old Hand')])
  expect(await page('/roster/lectio/edit', world.carla)).toContain('2 people of this roster have not confirmed an address. Everyone')
  expect((await carla.post('/roster/lectio/unasked', { shown: 'off' })).status).toBe(303)
  expect([await namedAt('Nora Imported'), await namedAt('Old Hand'), await namedAt('Carla')]).toEqual([[], [], places])
  expect(await page('/roster')).toContain('Name not shown yet, Member')
  // Somebody with an account alone is a stranger; the group and its subscribers read them.
  expect(await page('/roster', world.otto)).not.toContain('Nora Imported')
  for (const person of [world.carla, world.maria, world.susi]) expect(await page('/roster', person)).toContain('Nora Imported')

  expect(await page('/roster/lectio/edit', world.carla)).toContain('2 people of this roster have not confirmed an address. Only')
  expect((await carla.post('/roster/lectio/unasked', { shown: 'on' })).status).toBe(303)
  expect([await namedAt('Nora Imported'), await page('/roster')]).toEqual([places, expect.stringContaining('Old Hand')])
  expect((await carla.post('/roster/lectio/unasked', { shown: 'off' })).status).toBe(303)
  expect(await namedAt('Nora Imported')).toEqual([])

  const confirmed = world.db.updateTable('address').set({ verifiedAt: world.clock.now }).where('email', '=', 'nora@imported.example')
  await confirmed.execute()
  expect([await namedAt('Nora Imported'), await namedAt('Old Hand')]).toEqual([places, []])
})

test('nor does a charter name them, nor the history of a term', async () => {
  const carla = await world.as(world.carla)
  const nora = await world.addPerson('Nora Unasked')
  await world.give(nora, 'liaison', world.group.groupId)
  await world.db.updateTable('address').set({ verifiedAt: null }).where('personId', '=', nora.personId).execute()
  await adoptTemplate(world)
  const seat = await world.db.selectFrom('appointment').select('id').where('personId', '=', nora.personId).executeTakeFirstOrThrow()
  const told = async (person?: Person) => {
    const found: string[] = []
    for (const path of [...sentences, `/history/appointment:${seat.id}`, '/search?q=liaison'])
      if ((await page(path, person)).includes('Nora Unasked')) found.push(path)
    return found
  }
  expect((await carla.post('/roster/lectio/unasked', { shown: 'on' })).status).toBe(303)
  const shown = await told()
  expect(shown).toContain('/groups/lectio/charter')
  await carla.post('/roster/lectio/unasked', { shown: 'off' })
  for (const person of [undefined, world.otto]) expect(await told(person)).toEqual([])
  const charter = await page('/groups/lectio/charter')
  expect(charter).toContain('>name not shown yet</a>')
  expect(await page('/groups/lectio/charter', world.susi)).toContain('Nora Unasked')
})
