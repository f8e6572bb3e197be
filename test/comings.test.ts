import { afterEach, beforeEach, expect, test } from 'vitest'
import { program } from '../src/actor.ts'
import { moveIn, planOf } from '../src/imports/run.ts'
import { openMembers } from '../src/imports/source.ts'
import { sealToken } from '../src/lib/token/seal.ts'
import { tellChanges } from '../src/list/membership-mail/jobs.ts'
import { findListsByName } from '../src/list/queries.ts'
import { lettersTo } from './letters.ts'
import { makeWorld, type World } from './world.ts'

let world: World
beforeEach(async () => {
  world = await makeWorld()
})
afterEach(() => world.end())

const modesto = 'modesto@modesto.example'
const hours = (count: number) => {
  world.clock.now = new Date(world.clock.now.getTime() + count * 3_600_000)
}
const told = () => lettersTo(world, modesto, 'list.comings-moderators')
const wish = async (on: boolean) =>
  (await world.as(world.carla)).post('/lists/lectio-l/settings', {
    ...{ title: 'Lectio-L', archive: 'subscribers', joinPolicy: 'vetted', maxSizeMb: '10' },
    ...(on ? { tellChanges: 'on' } : {}),
  })
const subscriptionOf = async (email: string) =>
  (
    await world.db
      .selectFrom('subscription')
      .innerJoin('address', 'address.id', 'subscription.addressId')
      .select('subscription.id')
      .where('address.email', '=', email)
      .where('listId', '=', world.listId)
      .executeTakeFirstOrThrow()
  ).id
const leave = async (email: string) =>
  (await world.as()).post(`/unsubscribe/${sealToken(world.site.secret, 'unsubscribe', await subscriptionOf(email))}`)

test('those who look after a list hear once a day who joined and who left, where they wish it', async () => {
  hours(2)
  await tellChanges({}, world.context)
  expect(await told()).toEqual([])
  expect((await wish(true)).status).toBe(303)
  await tellChanges({}, world.context)
  expect((await told()).map(({ text }) => text.includes('- Maria <maria@maria.example>'))).toEqual([true])

  hours(1)
  await world.join(await world.addPerson('Nora'))
  await world.join(await world.addPerson('Guest'))
  await leave('susi@susi.example')
  const removed = await (await world.as(world.carla)).post('/lists/lectio-l/subscribers/remove', {
    ids: String(await subscriptionOf('maria@maria.example')),
  })
  expect(removed.status).toBe(303)
  hours(1)
  await leave('guest@guest.example')
  hours(22)
  await tellChanges({}, world.context)
  await tellChanges({}, world.context)
  const [, letter, ...more] = await told()
  expect([letter?.subject, more]).toEqual(['1 joined, 2 left: Lectio-L', []])
  expect(letter?.text).toContain(
    'Joined:\n- Nora <nora@nora.example>\n\nLeft:\n- Maria <maria@maria.example> (removed by a moderator)\n- Susi <susi@susi.example>\n\n',
  )
  expect(letter?.text).toContain('http://rapport.test/lists/lectio-l/subscribers')
  expect(await lettersTo(world, 'carla@carla.example', 'list.comings-moderators')).toHaveLength(2)
  expect(await lettersTo(world, 'nora@nora.example', 'list.comings-moderators')).toEqual([])

  // A day without changes has no letter.
  hours(24)
  await tellChanges({}, world.context)
  expect(await told()).toHaveLength(2)
})

test('whom an import brings is in its balance and in no letter, and a long silence does not end with a long letter', async () => {
  expect((await wish(true)).status).toBe(303)
  hours(2)
  await tellChanges({}, world.context)
  const [list] = await findListsByName(world.db, ['lectio-l'])
  if (!list) throw new Error('no list')
  const choices = { settings: true, sync: false }
  const source = await openMembers('members', Buffer.from('anna@a.example\nben@b.example\n'), 'lectio-l', 'each')
  await moveIn(world.database, { ...program(world.clock.now), via: 'cli' }, list, source, planOf(source, true, choices), {
    choices,
    mailDomain: world.site.mailDomain,
  })
  await wish(false)
  hours(24)
  await world.join(await world.addPerson('Olga'))
  hours(24 * 30)
  await wish(true)
  await tellChanges({}, world.context)
  expect(await told()).toHaveLength(1)
  // Who came with the import and leaves by herself is told of like everybody.
  await leave('anna@a.example')
  hours(24)
  await tellChanges({}, world.context)
  expect((await told()).at(-1)?.text).toContain('<anna@a.example>')
})
