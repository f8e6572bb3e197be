import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Tree } from '../src/lib/ui/message.ts'
import { makeLanguage } from '../src/lib/ui/words.ts'
import { makeWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.end())

test('what a page says in English because its language lacks it is marked as English, and nothing else is', async () => {
  // A language in which nothing has been said yet but who is there.
  makeLanguage('qaa', (english): Tree => ('chrome' in english ? { chrome: { signedInAs: 'Heruun' } } : {}))
  await world.db.updateTable('person').set({ locale: 'qaa' }).where('id', '=', world.maria.personId).execute()
  const maria = await world.as(world.maria)
  const html = await (await maria.get('/me')).text()
  expect(html).toContain('<html lang="qaa"')
  expect(html).toMatch(/<h1 [^>]*lang="en">[^<]+<\/h1>/)
  expect(html).toMatch(/<button[^>]* lang="en">Sign out<\/button>|<button[^>]*>\s*Sign out/)
  expect(html.match(/ lang="en"/g)?.length).toBeGreaterThan(30)
  expect(html).toMatch(/Heruun <b>Maria<\/b>/)
  // Another's page, in a language that lacks nothing.
  expect(await (await (await world.as(world.carla)).get('/me')).text()).not.toMatch(/<h1 [^>]*lang="en"/)
})
