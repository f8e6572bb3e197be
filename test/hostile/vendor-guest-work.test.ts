import { afterAll, beforeAll, expect, test } from 'vitest'
import { program } from '../../src/actor.ts'
import { affiliate } from '../../src/people/actions.ts'
import { makeVendorWorld, type VendorWorld } from '../vendor-world.ts'

let world: VendorWorld
let request: number
beforeAll(async () => {
  world = await makeVendorWorld()
  ;[request = 0] = await world.askFor({ title: 'Keep the notes' })
  await modestoGoes()
})
afterAll(() => world.end())

/** Modesto has a role in the group still, and works for the vendor by now. */
async function modestoGoes(): Promise<void> {
  const { personId } = world.modesto
  const { id: organisationId } = await world.db
    .selectFrom('organisation')
    .select('id')
    .where('kind', '=', 'vendor')
    .executeTakeFirstOrThrow()
  await world.write((tx) => affiliate(tx, program(world.clock.now), { personId, organisationId, fromOn: '2020-01-01' }))
}

const optionOf = ({ personId }: { personId: number }) => `<option value="${personId}"`

test('the vendor’s guest is offered for none of the group’s work', async () => {
  const carla = await world.as(world.carla)
  for (const path of [`/requests/${request}`, '/requests/board', '/topics', '/actions?view=group', '/roster/lectio/handovers']) {
    const page = await (await carla.get(path)).text()
    expect([path, page.includes(optionOf(world.maria)), page.includes(optionOf(world.vera))]).toEqual([path, true, false])
    if (!path.startsWith('/roster')) expect([path, page.includes(optionOf(world.modesto))]).toEqual([path, false])
  }
})

test.each(['Vera', 'Modesto'] as const)('and %s gets none, whoever gives it to them', async (name) => {
  const carla = await world.as(world.carla)
  const { personId } = name === 'Vera' ? world.vera : world.modesto
  const to = String(personId)
  const given: (readonly [string, Record<string, string>])[] = [
    [`/requests/${request}/champion`, { personId: to }],
    ['/requests/board', { ids: String(request), act: 'champion', personId: to }],
    ['/topics', { name: 'Notes', ownerId: to }],
    ['/actions', { group: 'lectio', title: 'Write to the vendor', ownerId: to }],
    ...(name === 'Vera' ? [['/roster/lectio/handovers', { role: 'member', fromId: String(world.maria.personId), toId: to }] as const] : []),
  ]
  for (const [path, form] of given) {
    const answer = await carla.post(path, form)
    expect([path, answer.status, (await answer.text()).includes(name)]).toEqual([path, 422, false])
  }
  const { championId } = await world.db.selectFrom('request').select('championId').where('id', '=', request).executeTakeFirstOrThrow()
  const tasks = await world.db.selectFrom('action').select('id').where('ownerId', '=', personId).execute()
  expect([championId, tasks]).toEqual([null, []])
})

test('what the vendor asks about a package goes to its champion only while they work in the group', async () => {
  const submission = await world.handOver([request])
  await world.db.updateTable('brief').set({ championId: world.maria.personId }).execute()
  const ask = async (question: string) => {
    expect((await (await world.as(world.vera)).post(`${submission}/requests/${request}/questions`, { question })).status).toBe(303)
    await world.settle()
    const told = (await world.postbox()).filter(({ bytes }) => `${bytes}`.includes(question))
    return told.map(({ email }) => email).toSorted()
  }
  expect(await ask('Which notes?')).toEqual([world.carla.email, world.maria.email])
  await world.db.updateTable('appointment').set({ toOn: '2026-10-01' }).where('personId', '=', world.maria.personId).execute()
  expect(await ask('Since when?')).toEqual([world.carla.email])
})
