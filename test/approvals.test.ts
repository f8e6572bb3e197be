import { afterAll, beforeAll, expect, test } from 'vitest'
import { acceptMail } from '../src/edges/mailroom/actions.ts'
import { mail } from './mail.ts'
import { makeWorld, type Person, type World } from './world.ts'

let world: World
let pageOfAda: string
const see = async (person: Person, path = '/approvals') => (await (await world.as(person)).get(path)).text()
const titles = (page: string) => [...page.matchAll(/<a class="title"[^>]*>([^<]*)</g)].map(([, title]) => title)
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
  pageOfAda = await see(world.ada)
})
afterAll(() => world.end())

test('whoever decides finds all that waits for her on one page, the longest wait first, and nothing of others', async () => {
  expect(titles(await see(world.modesto))).toEqual([
    'Nora asks to join Lectio-L',
    'Olga asks to join Lectio-L',
    'Pia asks to join Lectio-L',
    'From outside',
  ])
  // A coordinator decides for her group; referents are the site's offices' to confirm where there are several groups.
  expect(titles(await see(world.bruno))).toEqual(['Quentin asks to join Catalogo-L'])
  expect(titles(pageOfAda)).toEqual([
    'Susi did not say whether they are still there',
    'Nora asks to join Lectio-L',
    'Olga asks to join Lectio-L',
    'Pia asks to join Lectio-L',
    'Quentin asks to join Catalogo-L',
    'Susi asks to be erased',
    'From outside',
    'Rita Ramos is named as referent',
  ])
  expect((await (await world.as(world.susi)).get('/approvals')).status).toBe(404)
})

test('kinds, lists and words narrow it down, each with its count; what was found has an address', async () => {
  expect(pageOfAda).toMatch(/Requests to join<span class="count"> 4/)
  expect(titles(await see(world.ada, '/approvals?kind=join&place=Catalogo-L'))).toEqual(['Quentin asks to join Catalogo-L'])
  expect(titles(await see(world.ada, '/approvals?q=olga'))).toEqual(['Olga asks to join Lectio-L'])
  expect(await see(world.ada, '/approvals?q=nobody-of-this-name')).toContain('Nothing fits.')
  expect(titles(await see(world.ada, '/approvals?page=2'))).toEqual([])
})

test('from the page to an approval it is two clicks: the card, and the decision', async () => {
  const href = /<a class="title" href="(\/lists\/lectio-l\/requests\/\d+)"[^>]*>Nora/.exec(await see(world.modesto))?.[1] ?? ''
  const modesto = await world.as(world.modesto)
  expect(await (await modesto.get(href)).text()).toContain('Nora')
  expect((await modesto.post(href, { decision: 'accept' })).status).toBe(303)
  expect(titles(await see(world.modesto))).not.toContain('Nora asks to join Lectio-L')
})

test('thousands that wait are paged', async () => {
  const rows = [...Array(2_000).keys()].map((i) => ({
    listId: world.listId,
    name: `Asker ${i}`,
    email: `asker${i}@many.example`,
    state: 'waiting' as const,
    askedAt: world.clock.now,
  }))
  await world.db.insertInto('subscriptionRequest').values(rows).execute()
  const page = await see(world.modesto, '/approvals?page=3')
  expect(titles(page)).toHaveLength(50)
  expect(page).toContain('href="/approvals?page=4"')
})
