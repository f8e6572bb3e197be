import { afterAll, beforeAll, expect, test } from 'vitest'
import { acceptMail } from '../src/edges/mailroom/actions.ts'
import { mail } from './mail.ts'
import { carriedOut } from './week-world.ts'
import { makeWorld, type Person, type World } from './world.ts'

let world: World
const see = async (person: Person) => {
  const { items } = (await (await (await world.as(person)).ask('GET', '/api/v1/me/today')).json()) as { items: { title: string }[] }
  return items.map(({ title }) => title)
}
const day = 86_400_000

beforeAll(async () => {
  world = await makeWorld()
  const { db, clock } = world
  // Three ask to join the group's list, one the other group's; a mail is held; somebody named a referent, somebody asks to be erased.
  for (const [i, [name, listId]] of (
    [
      ['Nora', world.listId],
      ['Olga', world.listId],
      ['Pia', world.listId],
      ['Quentin', world.otherListId],
    ] as const
  ).entries())
    await db
      .insertInto('subscriptionRequest')
      .values({
        listId,
        name,
        email: `${name.toLowerCase()}@northfield.example`,
        state: 'waiting',
        askedAt: new Date(clock.now.getTime() - (9 - i) * day),
      })
      .execute()
  const held = mail({ from: 'Xaver <xaver@elsewhere.example>', subject: 'From outside', id: 'held@x.example', text: 'Hello' })
  await acceptMail(world.write, { raw: held, mailFrom: 'xaver@elsewhere.example', rcptTo: ['lectio-l@lists.localhost'], via: 'cli' })
  await world.settle()
  const { id: organisationId } = await db
    .insertInto('organisation')
    .values({ name: 'Northfield University Library', kind: 'institution' })
    .returning('id')
    .executeTakeFirstOrThrow()
  const naming = { organisationId, communityId: world.group.communityId, name: 'Rita Ramos', email: 'rita@northfield.example' }
  await db
    .insertInto('referentNaming')
    .values({ ...naming, fromOn: '2026-10-01', namedBy: world.susi.personId, namedAt: clock.now })
    .execute()
  // Asked three times, and long ago: a person looks at it.
  const long = new Date(clock.now.getTime() - 400 * day)
  await db
    .insertInto('affiliation')
    .values({
      personId: world.susi.personId,
      organisationId,
      confirmedAt: long,
      askedAt: new Date(clock.now.getTime() - 60 * day),
      asks: 3,
    })
    .execute()
  await (await world.as(world.susi)).post('/me/erasure', { scope: 'name' })
})
afterAll(() => world.end())

test('whoever decides finds all that waits for them on one page, the longest wait first, and nothing of others', async () => {
  expect(await see(world.modesto)).toEqual([
    'Nora wants to join Lectio-L',
    'Olga wants to join Lectio-L',
    'Pia wants to join Lectio-L',
    'From outside',
  ])
  // A coordinator decides for their group; referents are the site's offices' to confirm where there are several groups.
  expect(await see(world.bruno)).toEqual(expect.arrayContaining(['Quentin wants to join Catalogo-L']))
  expect(await see(world.bruno)).not.toContain('Nora wants to join Lectio-L')
  // What those who look after a list have left for a week is an administrator's too.
  expect(await see(world.ada)).toEqual([
    'Nora wants to join Lectio-L',
    'Olga wants to join Lectio-L',
    'Pia wants to join Lectio-L',
    'Susi has not confirmed their workplace',
    'Susi asks us to erase data',
    'Rita Ramos: new referent for Northfield University Library',
  ])
  expect(await see(world.susi)).not.toContain('Nora wants to join Lectio-L')
})

test('what waits at a list that nobody looks after is for administrators at once', async () => {
  expect(await see(world.ada)).not.toContain('Quentin wants to join Catalogo-L')
  await world.db.updateTable('appointment').set({ toOn: '2026-02-01' }).where('personId', '=', world.bruno.personId).execute()
  expect(await see(world.ada)).toContain('Quentin wants to join Catalogo-L')
})

test('from the page to an approval it is one click, or two by the page of the thing', async () => {
  const modesto = await world.as(world.modesto)
  const href =
    /<a class="title" href="(\/lists\/lectio-l\/requests\/\d+)"[^>]*>Nora/.exec(await (await modesto.get('/today')).text())?.[1] ?? ''
  expect(await (await modesto.get(href)).text()).toContain('Nora')
  expect((await modesto.post(href, { decision: 'accept' })).status).toBe(303)
  expect(await carriedOut(world, world.modesto)).toBe(303)
  expect(await see(world.modesto)).not.toContain('Nora wants to join Lectio-L')
})

test('of thousands that wait ten stand on the page, and the rest is one line', async () => {
  const rows = [...Array(2_000).keys()].map((i) => ({
    listId: world.listId,
    name: `Asker ${i}`,
    email: `asker${i}@many.example`,
    state: 'waiting' as const,
    askedAt: world.clock.now,
  }))
  await world.db.insertInto('subscriptionRequest').values(rows).execute()
  const titles = await see(world.modesto)
  expect(titles).toHaveLength(12)
  expect(titles).toContain('1,992 more applications: Lectio-L')
})
