import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeWorld, type World } from '../world.ts'

// Ada sees the site as Maria does, and tries what is beside the way.
let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.end())

async function adaAsMaria() {
  const ada = await world.as(world.ada)
  expect((await ada.post('/admin/acting', { email: world.maria.email, reason: 'To help' })).status).toBe(303)
  return ada
}

describe('an administrator who acts as somebody', () => {
  test('sees nothing that is theirs alone, however its address is written', async () => {
    const ada = await adaAsMaria()
    for (const path of [
      '/me',
      '/me/',
      '/%6de',
      '/m%65/tokens',
      '/me?x',
      '/me/tokens',
      '/ME',
      '/./me',
      '/x/../me',
      '//me',
      '/me%2ftokens',
      '/me;x',
    ])
      expect([path, [403, 404].includes((await ada.get(path)).status)]).toEqual([path, true])
  })

  test('is herself again as soon as they are an administrator too', async () => {
    const ada = await adaAsMaria()
    expect(await (await ada.get('/today')).text()).toContain('Maria')
    const { personId } = world.maria
    await world.give(world.maria, 'administrator')
    expect((await ada.get('/me')).status).toBe(200)
    expect(await (await ada.get('/today')).text()).not.toContain('<b>Maria</b>')
    await world.db.deleteFrom('appointment').where('personId', '=', personId).where('role', '=', 'administrator').execute()
  })
})
