import { afterAll, beforeAll, expect, test } from 'vitest'
import { tell, weekly } from '../../src/advocacy/telling/jobs.ts'
import { makeVendorWorld, type VendorWorld } from '../vendor-world.ts'
import { withoutWeek } from '../week-world.ts'

// What became of a request is told to who asked for it, later: who may hear it is asked when the letter is written, of the request as well.
let world: VendorWorld
beforeAll(async () => {
  world = await makeVendorWorld()
  await withoutWeek(world)
})
afterAll(() => world.end())

const hour = 3_600_000
const later = (hours: number) => {
  world.clock.now = new Date(world.clock.now.getTime() + hours * hour)
}
const told = async (title: string) =>
  (await world.postbox())
    .filter(({ kind, bytes }) => kind?.startsWith('telling.') && bytes?.toString().includes(title))
    .map(({ email }) => email)

async function answered(title: string) {
  const [id = 0] = await world.askFor({ title, cases: [{ by: world.susi, problem: `Words behind ${title}.` }] })
  const submission = await world.handOver([id], title)
  await (await world.as(world.vera)).post(`${submission}/requests/${id}`, { class: 'Declined', reason: `Reason of ${title}.` })
  return id
}

test('who asked for what is the group’s alone by now hears nothing of it', async () => {
  const id = await answered('Kept among few')
  await answered('Open to all')
  await world.db.updateTable('request').set({ visibility: 'group' }).where('id', '=', id).execute()
  later(1)
  await tell({}, world.context)
  expect(await told('Open to all')).toEqual([world.susi.email])
  expect(await told('Kept among few')).toEqual([])
  // Nor is it drafted for a list.
  const carla = await world.as(world.carla)
  const post = await carla.post('/telling', { group: 'lectio', listId: String(world.listId) })
  const draft = await (await carla.get(post.headers.get('location') ?? '')).text()
  expect([draft.includes('Open to all'), draft.includes('Kept among few')]).toEqual([true, false])
})

test('who leaves the list before their summary reads nothing of what waited for it', async () => {
  expect((await (await world.as(world.susi)).post('/me/telling', { choice: 'weekly' })).status).toBe(303)
  await answered('Told too late')
  later(1)
  await tell({}, world.context)
  await world.db
    .updateTable('subscription')
    .set({ endedAt: world.clock.now, endedHow: 'page' })
    .where('personId', '=', world.susi.personId)
    .execute()
  await weekly({}, world.context)
  expect(await told('Told too late')).toEqual([])
  // It waits for nobody any more.
  await weekly({}, world.context)
  expect(await world.db.selectFrom('told').select('eventId').where('letterId', 'is', null).execute()).toEqual([])
})
