import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { program } from '../src/actor.ts'
import { affiliate } from '../src/people/actions.ts'
import { reconfirm } from '../src/people/affiliations/jobs.ts'
import { saveOrganisation } from '../src/people/organisations/actions.ts'
import { lettersTo } from './letters.ts'
import { carriedOut, weekBegins, letters as weekLetters, withoutWeek } from './week-world.ts'
import { makeWorld, type World } from './world.ts'

let world: World
let northfield: number
beforeAll(async () => {
  world = await makeWorld({ alone: true })
  const keeper = { ...program(world.clock.now), grants: [{ role: 'administrator' as const, groupId: null, communityId: null }] }
  await withoutWeek(world)
  northfield = await world.write((tx) => saveOrganisation(tx, keeper, undefined, { name: 'Northfield', kind: 'institution', domains: [] }))
  for (const person of [world.susi, world.otto])
    await world.write((tx) => affiliate(tx, keeper, { personId: person.personId, organisationId: northfield, fromOn: '2020-01-01' }))
})
afterAll(() => world.end())

const later = async (days: number) => {
  world.clock.now = new Date(world.clock.now.getTime() + days * 86_400_000)
  await reconfirm({}, world.context)
}
const asks = (email: string) => lettersTo(world, email, 'people.still-there')
const see = async (path: string) => (await (await world.as(world.carla)).get(path)).text()

test('who only reads gets no letter: they are asked on Today and among their settings, and answer there', async () => {
  await later(0)
  await sql`update week_choice set wanted = true where person_id = ${world.susi.personId}`.execute(world.db)
  const now = world.clock.now
  await weekBegins(world)
  world.clock.now = now
  await withoutWeek(world)
  expect([await asks(world.susi.email), await weekLetters(world, world.susi)]).toEqual([[], []])
  expect(await see('/affiliations')).toContain('<b>1</b> <span>only read')
  const susi = await world.as(world.susi)
  expect(await (await susi.get('/today')).text()).toContain('Do you still work at Northfield?')
  const settings = await (await susi.get('/me')).text()
  expect((await susi.get(/href="(\/organisations\/\d+)"[^>]*>Do you still/.exec(settings)?.[1] ?? '')).status).toBe(200)
  expect(await (await (await world.as(world.maria)).get('/me')).text()).toContain('No workplace yet')
  const action = /\/me\/workplaces\/\d+/.exec(settings)?.[0] ?? ''
  expect((await (await world.as(world.otto)).post(action, { answer: 'stays' })).status).toBe(404)
  expect((await susi.post(action, { answer: 'perhaps' })).status).toBe(422)
  expect((await susi.post(action, { answer: 'stays' })).status).toBe(303)
  expect(await carriedOut(world, world.susi)).toBe(303)
  expect(await (await susi.get('/me')).text()).not.toContain(action)
  await sql`update affiliation set confirmed_at = null where person_id = ${world.susi.personId}`.execute(world.db)
})

/** They hold a role, so that a letter asks them. */
const appoint = (ids: number[]) =>
  world.db
    .insertInto('appointment')
    .values(ids.map((personId) => ({ personId, role: 'member' as const, groupId: world.group.groupId, fromOn: '2020-01-01' })))
    .execute()

test('who has never confirmed is asked, reminded twice, and then waits for a person; nothing ends by itself', async () => {
  await appoint([world.susi.personId])
  await later(0)
  await later(1)
  expect(await asks(world.susi.email)).toHaveLength(1)
  // Otto receives no list and holds no role: there is nothing to keep, so nobody asks.
  expect(await asks(world.otto.email)).toEqual([])
  await later(14)
  await later(14)
  await later(14)
  await later(14)
  const letters = await asks(world.susi.email)
  expect(letters.map((one) => one.subject)).toEqual([
    'Do you still work at Northfield?',
    'Reminder: do you still work at Northfield?',
    'Reminder: do you still work at Northfield?',
  ])
  expect(await see('/affiliations')).toContain('Susi, Northfield')
  const row = await world.db
    .selectFrom('affiliation')
    .select(['id', 'toOn'])
    .where('personId', '=', world.susi.personId)
    .executeTakeFirstOrThrow()
  expect(row.toOn).toBeNull()
  const carla = await world.as(world.carla)
  expect((await carla.post(`/affiliations/${row.id}/settle`, { answer: 'stays' })).status).toBe(303)
  expect(await carriedOut(world, world.carla)).toBe(303)
  expect(await see('/affiliations')).toContain('No missing answers')
})

test('the silent page by page, and by name', async () => {
  const asked = new Date(world.clock.now.getTime() - 60 * 86_400_000)
  const people = await world.db
    .insertInto('person')
    .values(Array.from({ length: 55 }, (_, i) => ({ name: `Silent ${String(i).padStart(2, '0')}` })))
    .returning('id')
    .execute()
  await world.db
    .insertInto('affiliation')
    .values(people.map(({ id }, i) => ({ personId: id, organisationId: northfield, asks: 3, askedAt: new Date(asked.getTime() + i) })))
    .execute()
  await appoint(people.map(({ id }) => id))
  expect(await see('/affiliations')).not.toContain('Silent 54')
  expect(await see('/affiliations?page=2')).toContain('Silent 54')
  const one = await see('/affiliations?q=silent+54')
  expect(one).toContain('Silent 54')
  expect(one).not.toContain('Silent 53')
  await world.db
    .deleteFrom('appointment')
    .where(
      'personId',
      'in',
      people.map(({ id }) => id),
    )
    .execute()
})

test('a thousand members from before are asked fifty a day', async () => {
  await sql`insert into person (name) select 'Legacy ' || n from generate_series(1, 1000) n`.execute(world.db)
  await sql`insert into address (person_id, email, verified_at) select id, 'p' || id || '@legacy.example', now() from person where name like 'Legacy %'`.execute(
    world.db,
  )
  await sql`insert into subscription (list_id, person_id, address_id) select ${world.listId}, person_id, id from address where email like '%@legacy.example'`.execute(
    world.db,
  )
  await sql`insert into affiliation (person_id, organisation_id) select id, ${northfield} from person where name like 'Legacy %'`.execute(
    world.db,
  )
  const legacy = await world.db.selectFrom('person').select('id').where('name', 'like', 'Legacy %').execute()
  await appoint(legacy.map(({ id }) => id))
  await withoutWeek(world)
  const count = async () => (await world.postbox()).filter((one) => one.email.endsWith('@legacy.example')).length
  await later(1)
  expect(await count()).toBe(50)
  // A job that is tried again the same day asks nobody.
  await later(0)
  expect(await count()).toBe(50)
  await later(1)
  expect(await count()).toBe(100)
})

test('an address is added by the button in the mail to it, and never taken from somebody else', async () => {
  const susi = await world.as(world.susi)
  expect((await susi.post('/me/addresses', { email: world.otto.email })).status).toBe(303)
  expect((await susi.post('/me/addresses', { email: 'no address' })).status).toBe(422)
  await world.settle()
  expect(await lettersTo(world, world.otto.email, 'people.address')).toEqual([])
  const page = await (await susi.get('/me')).text()
  expect(page).toContain('Not confirmed. Open the link')
  const claim = /\/me\/claims\/(\d+)\/withdraw/.exec(page)?.[1]
  await susi.post(`/me/claims/${claim}/withdraw`)
  expect(await (await susi.get('/me')).text()).not.toContain(world.otto.email)
  // The address that receives a list stays.
  expect((await susi.post(`/me/addresses/${world.susi.addressId}/remove`)).status).toBe(422)
})

test('an address that has to stay has no button to remove it', async () => {
  const rosa = await world.addPerson('Rosa')
  const browser = await world.as(rosa)
  const button = `/me/addresses/${rosa.addressId}/remove`
  expect(await (await browser.get('/me')).text()).not.toContain(button)
  const add = (email: string) =>
    world.db
      .insertInto('address')
      .values({ personId: rosa.personId, email, verifiedAt: world.clock.now, createdAt: world.clock.now })
      .execute()
  await add('rosa@home.example')
  expect(await (await browser.get('/me')).text()).toContain(button)
  await world.join(rosa)
  await world.db.updateTable('subscription').set({ endedAt: world.clock.now }).where('personId', '=', rosa.personId).execute()
  expect(await (await browser.get('/me')).text()).not.toContain(button)
})
