import { afterAll, beforeAll, expect, test } from 'vitest'
import { lastWord, letterTo, makeSigningWorld, promise, replyTo, say } from '../signing-world.ts'
import type { VendorWorld } from '../vendor-world.ts'
import { withoutWeek } from '../week-world.ts'

let world: VendorWorld
let handed: string
let hidden: string
beforeAll(async () => {
  world = await makeSigningWorld()
  await withoutWeek(world)
  const [one = 0, two = 0] = await world.askFor({ title: 'Handed over' }, { title: 'Inner matter', visibility: 'group' })
  await world.handOver([one], 'For October')
  handed = await promise(world, one)
  hidden = await promise(world, two)
  world.clock.now = new Date(world.clock.now.getTime() + 660_000)
  await world.settle()
})
afterAll(() => world.end())

const tokenOf = async (email: 'vera') => (await letterTo(world, world[email], 'vendor.sign')).answerTo

test('the group confirms nothing that it has claimed itself, whoever of it tries, on the web, with a token or by mail', async () => {
  await world.give(world.modesto, 'deputy', world.group.groupId)
  for (const person of [world.carla, world.modesto]) {
    expect((await say(world, person, handed, 'confirmed')).status).toBe(403)
    expect((await say(world, person, handed, 'disputed', { note: 'No.' })).status).toBe(403)
    const { id } = await lastWord(world, handed)
    const answer = await (await world.as(person)).ask('POST', `/api/v1/acts${handed}/sign`, { word: String(id), act: 'confirmed' })
    expect(answer.status).toBe(403)
  }
  for (const person of [world.maria, world.susi]) expect((await say(world, person, handed, 'confirmed')).status).toBe(404)
  const to = await tokenOf('vera')
  expect(await replyTo(world, world.carla, to, 'yes')).not.toBe('a word on what the other side has said')
  expect(await lastWord(world, handed)).toMatchObject({ act: 'claimed', side: 'group' })
})

test('who has said it for the group does not confirm it as a guest later', async () => {
  await world.db.updateTable('appointment').set({ toOn: '2026-10-01' }).where('personId', '=', world.carla.personId).execute()
  await world.give(world.carla, 'vendor_guest', world.group.groupId)
  const answer = await say(world, world.carla, handed, 'confirmed')
  expect([answer.status, await answer.text()]).toEqual([403, expect.stringContaining('You made this statement yourself')])
  await world.db.deleteFrom('appointment').where('personId', '=', world.carla.personId).where('role', '=', 'vendor_guest').execute()
  await world.db.updateTable('appointment').set({ toOn: null }).where('personId', '=', world.carla.personId).execute()
})

test('an administrator who acts as the vendor’s guest, or as the coordinator, signs nothing', async () => {
  const { id } = await lastWord(world, handed)
  for (const person of [world.vera, world.carla]) {
    const ada = await world.as(world.ada)
    await ada.post('/admin/acting', { email: person.email, reason: 'To help' })
    for (const act of ['confirmed', 'corrected', 'disputed', 'undo'])
      expect((await ada.post(`${handed}/sign`, { word: String(id), act, note: 'So.', points: '1', year: '2027' })).status).toBe(403)
    expect(await (await ada.get(handed)).text()).not.toContain('Mark statement as wrong')
  }
  expect(await lastWord(world, handed)).toMatchObject({ act: 'claimed', id })
})

test('a mail that only says it is from the guest signs nothing', async () => {
  const to = await tokenOf('vera')
  expect(await replyTo(world, world.vera, to, 'yes', 'otto.example')).not.toBe('a word on what the other side has said')
  expect(await replyTo(world, world.otto, to, 'yes')).not.toBe('a word on what the other side has said')
  expect((await lastWord(world, handed)).act).toBe('claimed')
})

test('a guest learns of no promise for a request that they were not handed, and signs none', async () => {
  const vera = await world.as(world.vera)
  expect((await vera.get(hidden)).status).toBe(404)
  expect((await say(world, world.vera, hidden, 'confirmed')).status).toBe(404)
  expect((await vera.post(`${hidden}/pilots`, { organisationId: '1' })).status).toBe(404)
  for (const path of ['/desk', '/today']) expect(await (await vera.get(path)).text()).not.toContain('Inner matter')
  expect((await letterTo(world, world.vera, 'vendor.sign')).text).not.toContain('Inner matter')
  expect((await lastWord(world, hidden)).act).toBe('claimed')
})

test('a guest of the day before signs nothing any more, nor by an old letter', async () => {
  const to = await tokenOf('vera')
  await world.db.updateTable('appointment').set({ toOn: '2026-10-15' }).where('personId', '=', world.vera.personId).execute()
  expect((await say(world, world.vera, handed, 'confirmed')).status).toBe(404)
  expect(await replyTo(world, world.vera, to, 'yes')).not.toBe('a word on what the other side has said')
  expect((await lastWord(world, handed)).act).toBe('claimed')
  await world.db.updateTable('appointment').set({ toOn: null }).where('personId', '=', world.vera.personId).execute()
})

test('nobody takes back a word that is not theirs', async () => {
  expect((await say(world, world.vera, handed, 'confirmed')).status).toBe(303)
  expect((await say(world, world.carla, handed, 'undo')).status).toBe(409)
  const wanda = await world.addPerson('Wanda', { email: 'wanda@quillon.example' })
  await world.give(wanda, 'vendor_guest', world.group.groupId)
  expect((await say(world, wanda, handed, 'undo')).status).toBe(409)
  expect((await lastWord(world, handed)).act).toBe('confirmed')
})
