import { afterEach, expect, test } from 'vitest'
import { makeWorld, type World } from '../world.ts'

let world: World
afterEach(() => world.end())

// What is the whole site's.
const siteWide = [
  '/site/look',
  '/site/menu',
  '/site/pages',
  '/people',
  '/affiliations',
  '/organisations/new',
  '/organisations/export.csv',
  '/referents',
]

test.each(siteWide)('the coordinator of one group among several does not keep %s', async (path) => {
  world = await makeWorld()
  for (const person of [world.carla, world.bruno]) expect((await (await world.as(person)).get(path)).status).toBe(404)
  expect((await (await world.as(world.ada)).get(path)).status).toBe(200)
})

test('nor does she change the look, the register or a page of the site, by page or by program', async () => {
  world = await makeWorld()
  const carla = await world.as(world.carla)
  expect((await carla.post('/site/look', { name: 'Taken over', accent: '#ff0000' })).status).toBe(404)
  expect((await carla.post('/site/pages', { title: 'T', text: 'T', language: 'en', slug: 'taken' })).status).toBe(404)
  expect((await carla.post('/organisations', { name: 'Taken', kind: 'vendor' })).status).toBe(404)
  expect((await carla.ask('POST', '/api/v1/organisations', { name: 'Taken', kind: 'vendor' })).status).toBe(404)
  expect((await carla.ask('PUT', '/api/v1/site', { name: 'Taken', tagline: '', accent: '', accentDark: '', imprint: '' })).status).toBe(404)
  // What is her group's stays hers.
  expect((await carla.get('/lists/lectio-l/settings')).status).toBe(200)
})

test.each(siteWide)('where there is one group alone, those who lead it keep %s', async (path) => {
  world = await makeWorld({ alone: true })
  expect((await (await world.as(world.carla)).get(path)).status).toBe(200)
  for (const person of [world.maria, world.modesto, world.susi, world.bruno])
    expect((await (await world.as(person)).get(path)).status).toBe(404)
})
