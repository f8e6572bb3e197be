import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeVendorWorld, type VendorWorld } from '../vendor-world.ts'
import type { Person } from '../world.ts'

// Who stands in for a guest sees what the guest does: nobody gets in by that who is not the vendor's, and nobody stays in.
let world: VendorWorld
let wanda: Person
let oskar: Person
let handed: string
let request: number
const days = { group: 'lectio', fromOn: '2026-10-16', toOn: '2026-10-30' }
beforeAll(async () => {
  world = await makeVendorWorld()
  wanda = await world.addPerson('Wanda', { email: 'wanda@quillon.example' })
  oskar = await world.addPerson('Oskar', { email: 'oskar@quillon.example' })
  const elsewhere = world.db.selectFrom('workingGroup').select('id').where('id', '<>', world.group.groupId)
  await world.give(wanda, 'vendor_guest', world.group.groupId)
  await world.give(oskar, 'vendor_guest', (await elsewhere.executeTakeFirstOrThrow()).id)
  request = (await world.askFor({ title: 'Handed over' }))[0] ?? 0
  handed = await world.handOver([request])
})
afterAll(() => world.end())

const post = async (person: Person, path: string, form: Record<string, string>) => (await world.as(person)).post(path, form)
const rows = () => world.db.selectFrom('appointment').select(['id', 'personId']).where('standsFor', 'is not', null).execute()

test('a guest puts nobody in their place who is not the same vendor’s guest, is one of the group, or is they themselves', async () => {
  for (const one of [world.susi, world.carla, world.maria, world.bruno, world.ada, world.vera]) {
    const said = await post(world.vera, '/desk/stand-ins', { ...days, personId: String(one.personId) })
    expect([said.status, await said.text()]).toEqual([422, expect.stringContaining('Choose a colleague from the list.')])
  }
  // One of the other vendor group who works for this group as well is the group's own.
  await world.give(world.bruno, 'vendor_guest', world.group.groupId)
  await world.give(oskar, 'member', world.group.groupId)
  expect((await post(world.vera, '/desk/stand-ins', { ...days, personId: String(oskar.personId) })).status).toBe(422)
  await world.db.deleteFrom('appointment').where('personId', '=', oskar.personId).where('role', '=', 'member').execute()
  await world.db.deleteFrom('appointment').where('personId', '=', world.bruno.personId).where('role', '=', 'vendor_guest').execute()
  expect(await rows()).toEqual([])
})

test('nobody else names a stand-in for a guest, nor asks for one, nor ends one; not for ever, nor for days that were', async () => {
  for (const one of [world.susi, world.carla, world.maria, world.ada, world.bruno, oskar]) {
    expect((await post(one, '/desk/stand-ins', { ...days, personId: String(wanda.personId) })).status).toBe(404)
    expect((await post(one, '/desk/stand-ins/ask', { ...days, name: 'Xenia', email: 'xenia@elsewhere.example' })).status).toBe(404)
  }
  for (const wrong of [{ fromOn: '2026-10-15' }, { toOn: '2027-10-17' }, { toOn: '9999-12-31' }])
    expect((await post(world.vera, '/desk/stand-ins', { ...days, ...wrong, personId: String(oskar.personId) })).status).toBe(422)
  expect(await rows()).toEqual([])
  expect((await post(world.vera, '/desk/stand-ins', { ...days, personId: String(oskar.personId) })).status).toBe(303)
  const [one] = await rows()
  for (const person of [world.susi, world.maria, wanda, oskar])
    expect((await post(person, `/desk/stand-ins/${one?.id}/end`, { group: 'lectio' })).status).toBe(404)
  // The number of somebody's own term is none of a stand-in.
  const own = await world.db.selectFrom('appointment').select('id').where('personId', '=', wanda.personId).executeTakeFirstOrThrow()
  expect((await post(world.vera, `/desk/stand-ins/${own.id}/end`, { group: 'lectio' })).status).toBe(404)
  expect(await rows()).toHaveLength(1)
})

test('who stands in sees what was handed over and nothing of the group’s own, and passes it on to nobody', async () => {
  const browser = await world.as(oskar)
  expect((await browser.get(handed)).status).toBe(200)
  for (const path of [`/requests/${request}`, '/briefs', '/desk/guests', '/roster/lectio/handovers', '/telling'])
    expect([path, (await browser.get(path)).status >= 400]).toEqual([path, true])
  expect((await post(oskar, '/desk/stand-ins', { ...days, personId: String(wanda.personId) })).status).toBe(404)
  expect((await post(oskar, '/desk/stand-ins/ask', { ...days, name: 'Xenia', email: 'xenia@elsewhere.example' })).status).toBe(404)
})

test('with the guest’s own role it ends at once, also where the guest is erased', async () => {
  const term = world.db.selectFrom('appointment').select('id').where('personId', '=', world.vera.personId).where('standsFor', 'is', null)
  const { id } = await term.executeTakeFirstOrThrow()
  expect((await post(world.carla, `/desk/guests/${id}/end`, { group: 'lectio' })).status).toBe(303)
  expect((await (await world.as(oskar)).get(handed)).status).toBe(404)
  expect(await rows()).toEqual([])

  expect((await post(wanda, '/desk/stand-ins', { ...days, personId: String(oskar.personId) })).status).toBe(303)
  expect((await (await world.as(oskar)).get(handed)).status).toBe(200)
  const { endTermsOf } = await import('../../src/groups/core/actions.ts')
  await world.write((tx) => endTermsOf(tx, wanda.personId, world.clock.now))
  expect((await (await world.as(oskar)).get(handed)).status).toBe(404)
})

test('who leads another group invites nobody in the place of this group’s guest', async () => {
  const gast = await world.addPerson('Gast', { email: 'gast@quillon.example' })
  await world.give(gast, 'vendor_guest', world.group.groupId)
  const { id } = await world.db.selectFrom('appointment').select('id').where('personId', '=', gast.personId).executeTakeFirstOrThrow()
  const invited = { name: 'Xenia', email: 'xenia@elsewhere.example', fromOn: days.fromOn, toOn: days.toOn, termId: String(id) }
  const { slug } = await world.db.selectFrom('workingGroup').select('slug').where('id', '<>', world.group.groupId).executeTakeFirstOrThrow()
  expect((await post(world.bruno, '/desk/guests', { ...invited, group: slug })).status).toBe(404)
  expect((await post(world.bruno, '/desk/guests', { ...invited, group: 'lectio' })).status).toBe(404)
  expect(await rows()).toEqual([])
})

test('a promise is made of what was handed over alone, by the vendor’s guests alone', async () => {
  const vera = await world.addPerson('Viola', { email: 'viola@quillon.example' })
  await world.give(vera, 'vendor_guest', world.group.groupId)
  const product = await world.db
    .selectFrom('workingGroup')
    .select('productId')
    .where('id', '=', world.group.groupId)
    .executeTakeFirstOrThrow()
  const form = { productId: String(product.productId), year: '2027', points: '3' }
  const [inner = 0] = await world.askFor({ title: 'Inner matter', visibility: 'public' })
  expect((await post(vera, `${handed}/requests/${inner}/promise`, form)).status).toBe(404)
  for (const one of [world.susi, world.maria, world.carla, world.ada, world.bruno, oskar])
    expect((await post(one, `${handed}/requests/${request}/promise`, form)).status).toBe(404)
  // Nor by the group's own form.
  expect((await post(vera, '/commitments', { ...form, group: 'lectio', requestId: String(request) })).status).toBe(404)
  const foreign = await post(vera, `${handed}/requests/${request}/promise`, { ...form, productId: '999999' })
  expect(foreign.status).toBe(422)
  // What was taken back is promised by nobody any more.
  expect((await post(world.carla, `${handed}/withdraw`, {})).status).toBe(303)
  expect((await post(vera, `${handed}/requests/${request}/promise`, form)).status).toBe(404)
  expect(await world.db.selectFrom('commitment').select('id').execute()).toEqual([])
})
