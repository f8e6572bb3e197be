import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeWorld, type Person, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
  await sql`insert into person (name) select 'Reader number ' || n from generate_series(1, 10000) n`.execute(world.db)
  await sql`insert into address (person_id, email) select id, 'reader' || id || '@readers.example' from person where name like 'Reader number %'`.execute(
    world.db,
  )
  await sql`analyze`.execute(world.db)
})
afterAll(() => world.end())

const see = async (person: Person, path: string) => {
  const answer = await (await world.as(person)).get(path)
  const page = await answer.text()
  return { status: answer.status, page, names: [...page.matchAll(/href="\/people\/\d+" dir="auto">([^<]+)</g)].map(([, name]) => name) }
}

test('ten thousand people stand in pages, and are found by name, address, role and list', async () => {
  const first = await see(world.ada, '/people')
  expect(first.names).toHaveLength(50)
  expect(first.page).toContain('10,007 people')
  const last = await see(world.ada, '/people?page=201')
  expect(last.names).toHaveLength(7)
  expect(last.names.filter((name) => first.names.includes(name))).toEqual([])
  expect((await see(world.ada, '/people?q=r%C3%A9ader+number+7777')).names).toEqual(['Reader number 7777'])
  expect((await see(world.ada, '/people?q=susi%40susi')).names).toEqual(['Susi'])
  expect((await see(world.ada, '/people?role=coordinator')).names).toEqual(['Bruno', 'Carla'])
  expect((await see(world.ada, '/people?subscribed=on')).names).toEqual(['Bruno', 'Carla', 'Maria', 'Susi'])
  expect((await see(world.ada, '/people?q=nobody+at+all')).page).toContain('No people match.')
})

test('a page of a person shows no address, and none at all of who shows none', async () => {
  const path = `/people/${world.maria.personId}`
  const shown = await see(world.susi, path)
  expect(shown.page).toContain('Lectio Working Group')
  expect(shown.page).not.toContain('maria@maria.example')
  const hers = await world.as(world.maria)
  const about = { about: 'Ask me at maria@maria.example or on the list.', worksFrom: '08:00', worksTo: '16:00' }
  expect((await hers.post('/me/profile', { ...about, profileShown: 'on' })).status).toBe(303)
  const said = await see(world.susi, path)
  expect(said.page).toContain('on the list.')
  expect(said.page).not.toContain('maria@maria.example')

  expect((await hers.post('/me/profile', about)).status).toBe(303)
  expect((await see(world.susi, path)).status).toBe(404)
  expect((await see(world.ada, path)).status).toBe(200)
  expect((await see(world.maria, path)).page).toContain('Only you and the people who manage the directory can see this page.')
})
