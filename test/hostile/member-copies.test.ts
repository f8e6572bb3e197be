import { unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { acceptMail } from '../../src/edges/mailroom/actions.ts'
import { mail } from '../mail.ts'
import { makeWorld, type World } from '../world.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.end())

test('a copy of what is kept about somebody has no word that moderators wrote for one another', async () => {
  const { email } = world.otto
  const raw = mail({ from: email, subject: 'An offer', text: 'Buy now.' })
  await acceptMail(world.write, {
    raw,
    mailFrom: email,
    rcptTo: ['lectio-l@lists.localhost'],
    peer: '203.0.113.9',
    helo: 'mx',
    via: 'mail',
  })
  await world.settle()
  const modesto = await world.as(world.modesto)
  const { id } = await world.db.selectFrom('heldMail').select('id').executeTakeFirstOrThrow()
  expect((await modesto.post(`/lists/lectio-l/held/${id}/memo`, { memo: 'Modesto suspects a salesman.' })).status).toBe(303)
  const ban = { kind: 'address', value: email, reason: 'Modesto had enough of this.' }
  expect((await modesto.post('/lists/lectio-l/bans', ban)).status).toBe(303)

  const otto = await world.as(world.otto)
  expect((await otto.post('/me/exports')).status).toBe(303)
  await world.settle()
  const copy = await world.db.selectFrom('personalExport').select('id').executeTakeFirstOrThrow()
  const files = unzipSync(new Uint8Array(await (await otto.get(`/me/exports/${copy.id}/file`)).arrayBuffer()))
  const told = Object.entries(files).map(([name, bytes]) => `${name}: ${Buffer.from(bytes).toString('utf8')}`)
  // That it was held, and that they are blocked, is told.
  expect(told.filter((text) => /by-address\/(?:held_mail|ban)\.json/.test(text) && text.includes(email))).toHaveLength(2)
  expect(told.filter((text) => text.includes('Modesto'))).toEqual([])
})
