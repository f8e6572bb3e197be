import { afterEach, beforeEach, expect, test } from 'vitest'
import { acceptMail } from '../../src/edges/mailroom/actions.ts'
import { linkTo } from '../letters.ts'
import { mail } from '../mail.ts'
import { makeWorld, type World } from '../world.ts'

let world: World
beforeEach(async () => {
  world = await makeWorld()
})
afterEach(() => world.end())

const subscribed = () =>
  world.db
    .selectFrom('subscription')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('listId', '=', world.listId)
    .where('endedAt', 'is', null)
    .executeTakeFirstOrThrow()

test('nobody comes onto a closed list by a link or an invitation of before', async () => {
  await world.db.updateTable('list').set({ joinPolicy: 'confirm' }).where('id', '=', world.listId).execute()
  const otto = await world.as()
  await otto.post('/lists/lectio-l/join', { email: 'new@newcomer.example' })
  await (await world.as(world.modesto)).post('/lists/lectio-l/invitations', { people: 'mei@mei.example', words: '' })
  await world.settle()
  const confirm = await linkTo(world, 'new@newcomer.example', 'list.confirm-join', '/confirm/')
  const invited = await linkTo(world, 'mei@mei.example', 'list.invitation', '/invitations/')
  const before = await subscribed()
  await (await world.as(world.carla)).post('/lists/lectio-l/close')

  expect((await otto.post(confirm)).status).toBe(403)
  expect((await otto.post(invited, { answer: 'accept' })).status).toBe(403)
  expect((await (await world.as(world.otto)).ask('POST', '/api/v1/lists/lectio-l/subscribers')).status).toBe(403)
  expect(await subscribed()).toEqual(before)
})

test('no program and no mail writes to a closed list, not even one that was under way', async () => {
  const maria = await world.as(world.maria)
  const raw = mail({ from: 'maria@maria.example', subject: 'Under way', id: 'way@maria.example', text: 'Late' })
  await acceptMail(world.write, { raw, mailFrom: 'maria@maria.example', rcptTo: ['lectio-l@lists.localhost'], via: 'mail' })
  await (await world.as(world.carla)).post('/lists/lectio-l/close')
  await world.settle()
  expect((await maria.ask('POST', '/api/v1/lists/lectio-l/messages', { subject: 'A', text: 'B' })).status).toBe(403)
  await world.settle()
  expect(await world.db.selectFrom('post').select('messageId').where('listId', '=', world.listId).execute()).toEqual([])
})

test('nobody of another group, and no member, closes or opens a list or a group', async () => {
  for (const person of [world.bruno, world.maria, world.modesto, world.susi, world.otto]) {
    const browser = await world.as(person)
    for (const path of ['/lists/lectio-l/close', '/groups/lectio/close', '/groups/lectio/reopen', '/lists/lectio-l/reopen']) {
      expect((await browser.post(path)).status, `${person.name} ${path}`).toBe(404)
      expect((await browser.ask('POST', `/api/v1/acts${path}`)).status, `${person.name} ${path}`).toBe(404)
    }
  }
  expect(await world.db.selectFrom('list').select('name').where('closedAt', 'is not', null).execute()).toEqual([])
})

test('a list of a closed group is not opened again before the group is', async () => {
  const carla = await world.as(world.carla)
  expect((await carla.post('/groups/lectio/close')).status).toBe(303)
  expect((await carla.post('/lists/lectio-l/reopen')).status).toBe(409)
  expect((await carla.post('/groups/lectio/lists/new', { list: 'more-l', listTitle: 'More' })).status).toBe(403)
})
