import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Visibility } from '../../src/lib/db/schema.ts'
import { affiliate } from '../../src/people/actions.ts'
import { saveOrganisation } from '../../src/people/organisations/actions.ts'
import { makeRequest } from '../../src/requests/actions.ts'
import { inPairs, keeper } from '../ballots.ts'
import { lettersTo } from '../letters.ts'
import { actorOf } from '../requests-world.ts'
import { withoutWeek } from '../week-world.ts'
import { makeWorld, type Person, type World } from '../world.ts'

let world: World
let inner: number
let open: number
beforeAll(async () => {
  world = await makeWorld()
  await withoutWeek(world)
  const carla = await actorOf(world, world.carla)
  const ask = (title: string, visibility: Visibility) =>
    world.write((tx) => makeRequest(tx, carla, world.group.groupId, { kind: 'idea', title, text: `What ${title} is for.`, visibility }))
  inner = await ask('Kept among us', 'group')
  open = await ask('Said to all', 'public')
})
afterAll(() => world.end())

const form = (more: Record<string, string | string[]> = {}) => ({
  title: 'Which first?',
  requestId: [inner, open].map(String),
  electorate: 'group',
  closesAt: '2026-10-30T12:00',
  zone: 'UTC',
  ...more,
})
const post = async (person: Person | undefined, more: Record<string, string | string[]> = {}) =>
  (await world.as(person)).post('/ballots', inPairs(form(more)))

test('who leads another group puts nothing of this one to the vote, and learns of nothing by trying', async () => {
  for (const more of [{ groupId: '' }, { groupId: String(world.group.groupId) }]) {
    const answer = await post(world.bruno, more)
    const text = await answer.text()
    expect(answer.status).toBeGreaterThanOrEqual(404)
    expect(text).not.toContain('Kept among us')
  }
  const shown = await (await world.as(world.bruno)).get(`/ballots/new?request=${inner}&request=${open}`)
  expect([shown.status, await shown.text()]).toEqual([200, expect.not.stringContaining('Kept among us')])
  expect((await (await world.as(world.bruno)).get('/ballots/new?group=lectio')).status).toBe(404)
  for (const person of [undefined, world.maria, world.modesto, world.ada, world.otto, world.susi])
    expect((await post(person)).status).toBe(404)
  expect(await world.db.selectFrom('ballot').select('id').execute()).toEqual([])
})

test('a member who works for the vendor neither votes on what is the group’s own nor reads it', async () => {
  const vendor = await world.write((tx) =>
    saveOrganisation(tx, keeper(world), undefined, { name: 'Another vendor', kind: 'vendor', country: 'PT', domains: [] }),
  )
  await world.write((tx) => affiliate(tx, keeper(world), { personId: world.maria.personId, organisationId: vendor, fromOn: '2020-01-01' }))
  const answer = await post(world.carla)
  expect(answer.status).toBe(303)
  const path = answer.headers.get('location') ?? ''
  await world.settle()
  expect((await (await world.as(world.maria)).get(path)).status).toBe(404)
  expect(await lettersTo(world, world.maria.email, 'ballots.opened')).toEqual([])
  expect(await lettersTo(world, world.carla.email, 'ballots.opened')).toHaveLength(1)
  const voters = await world.db.selectFrom('voter').select('personId').execute()
  expect(voters.map(({ personId }) => personId)).toEqual([world.carla.personId])
})

test('two who press the button at once make two ballots of the same requests, never half of one', async () => {
  const answers = await Promise.all([post(world.carla), post(world.carla)])
  expect(answers.map(({ status }) => status)).toEqual([303, 303])
  const options = await world.db
    .selectFrom('ballotOption')
    .select((e) => ['ballotId' as const, e.fn.countAll<number>().as('n')])
    .groupBy('ballotId')
    .execute()
  expect(options.map(({ n }) => n)).toEqual([2, 2, 2])
})
