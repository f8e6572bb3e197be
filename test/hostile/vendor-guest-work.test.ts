import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeVendorWorld, type VendorWorld } from '../vendor-world.ts'

let world: VendorWorld
let request: number
beforeAll(async () => {
  world = await makeVendorWorld()
  ;[request = 0] = await world.askFor({ title: 'Keep the notes' })
})
afterAll(() => world.end())

const optionOf = ({ personId }: { personId: number }) => `<option value="${personId}"`

test('the vendor’s guest is offered for none of the group’s work', async () => {
  const carla = await world.as(world.carla)
  for (const path of [`/requests/${request}`, '/requests/board', '/topics', '/actions?view=group', '/roster/lectio/handovers']) {
    const page = await (await carla.get(path)).text()
    expect([path, page.includes(optionOf(world.maria)), page.includes(optionOf(world.vera))]).toEqual([path, true, false])
  }
})

test('and gets none, whoever gives it to them', async () => {
  const carla = await world.as(world.carla)
  const to = String(world.vera.personId)
  const given: [string, Record<string, string>][] = [
    [`/requests/${request}/champion`, { personId: to }],
    ['/requests/board', { ids: String(request), act: 'champion', personId: to }],
    ['/topics', { name: 'Notes', ownerId: to }],
    ['/actions', { group: 'lectio', title: 'Write to the vendor', ownerId: to }],
    ['/roster/lectio/handovers', { role: 'member', fromId: String(world.maria.personId), toId: to }],
  ]
  for (const [path, form] of given) {
    const answer = await carla.post(path, form)
    expect([path, answer.status, (await answer.text()).includes('Vera')]).toEqual([path, 422, false])
  }
  const { championId } = await world.db.selectFrom('request').select('championId').where('id', '=', request).executeTakeFirstOrThrow()
  const tasks = await world.db.selectFrom('action').select('id').where('ownerId', '=', world.vera.personId).execute()
  expect([championId, tasks]).toEqual([null, []])
})
