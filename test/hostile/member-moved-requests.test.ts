import { afterEach, beforeEach, expect, test } from 'vitest'
import { acceptMail } from '../../src/edges/mailroom/actions.ts'
import { mail } from '../mail.ts'
import { fillRequests } from '../requests-world.ts'
import { makeWorld, type World } from '../world.ts'

let world: World
let filled: Awaited<ReturnType<typeof fillRequests>>
beforeEach(async () => {
  world = await makeWorld()
  const raw = mail({ from: 'Maria <maria@maria.example>', subject: 'Hello', id: 'first@maria.example', text: 'Students see gaps.' })
  await acceptMail(world.write, { raw, mailFrom: 'maria@maria.example', rcptTo: ['lectio-l@lists.localhost'], via: 'cli' })
  await world.settle()
  filled = await fillRequests(world)
  await world.db.updateTable('mergeProposal').set({ state: 'dropped' }).execute()
  await world.db.updateTable('userCase').set({ visibility: 'group' }).execute()
  const catalogo = await world.db.selectFrom('workingGroup').select('id').where('slug', '=', 'catalogo').executeTakeFirstOrThrow()
  await (await world.as(world.carla)).post(`/requests/${filled.requestId}/move`, { groupId: String(catalogo.id) })
  await world.settle()
})
afterEach(() => world.end())

test('no door tells the group that a request came to what was told, or noted, to the group before alone', async () => {
  const bruno = await world.as(world.bruno)
  const id = filled.requestId
  const doors = [
    `/requests/${id}`,
    `/requests/${id}/history`,
    `/requests/${id}/merge`,
    `/requests?group=catalogo`,
    `/requests/compare?id=${id}`,
    `/cases`,
    '/search?q=calls',
    '/search?q=secret',
    `/api/v1/requests/${id}`,
    `/api/v1/requests/${id}/cases`,
  ]
  for (const path of doors) {
    const said = await (await bruno.get(path)).text()
    expect(said, path).not.toContain('Forty calls in week two')
    expect(said, path).not.toContain('a secret of the group')
  }
  expect((await bruno.get(`/requests/${id}`)).status).toBe(200)
})

test('nor does it give that group anything to do with the case', async () => {
  const bruno = await world.as(world.bruno)
  const released = await bruno.post(`/requests/${filled.requestId}/cases/${filled.caseId}/release`)
  expect([303, 404]).toContain(released.status)
  const kept = await world.db.selectFrom('userCase').select(['groupId', 'visibility']).where('id', '=', filled.caseId).executeTakeFirst()
  expect(kept).toEqual({ groupId: world.group.groupId, visibility: 'group' })
})
