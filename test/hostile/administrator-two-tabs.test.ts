import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fieldsOf } from '../clicks.ts'
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

test('a form is sent by nobody but whom it was shown, whoever signed in or acts in another tab since', async () => {
  const formOf = async (session: Awaited<ReturnType<World['as']>>) => {
    const html = await (await session.get('/me')).text()
    return fieldsOf(/<form [^>]*action="\/me"[^>]*>[\s\S]*?<\/form>/.exec(html)?.[0] ?? '')
  }
  const ada = await world.as(world.ada)
  const otto = await world.as(world.otto)
  const shown = Object.fromEntries([...(await formOf(otto))].flatMap(([name, [value]]) => (value === undefined ? [] : [[name, value]])))
  const changed = { ...shown, name: 'Otto the Second' }
  const names = () =>
    world.db.selectFrom('person').select('name').where('id', 'in', [world.ada.personId, world.otto.personId]).orderBy('id').execute()
  const before = await names()
  const answer = await ada.post('/me', changed)
  expect([answer.status, await answer.text()]).toEqual([409, expect.stringContaining('when you were signed in as someone else')])
  expect(await names()).toEqual(before)
  expect((await otto.post('/me', changed)).status).toBe(303)
  // A task that Carla's own page showed is not made in her name by who acts as her now, nor the other way round.
  const acting = await world.as(world.ada)
  const task = { title: 'A task', 'signed-in-as': String(world.ada.personId) }
  expect((await acting.post('/admin/acting', { email: world.carla.email, reason: 'To help' })).status).toBe(303)
  expect((await acting.post('/actions', task)).status).toBe(409)
})
