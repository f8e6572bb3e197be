import { afterEach, beforeEach, expect, test } from 'vitest'
import { program } from '../../src/actor.ts'
import { acceptMail } from '../../src/edges/mailroom/actions.ts'
import { openList, unsubscribe } from '../../src/list/actions.ts'
import { findAnswerAddress } from '../../src/outbox/queries.ts'
import { lettersTo } from '../letters.ts'
import { mail } from '../mail.ts'
import { makeWorld, type World } from '../world.ts'

// Who has left wants back where they are not wanted, and a stranger writes in the name of somebody whose address they know.
let world: World
beforeEach(async () => {
  world = await makeWorld()
  await setList({ joinPolicy: 'vetted' })
})
afterEach(() => world.end())

const setList = (values: { joinPolicy?: 'vetted' | 'closed'; closedAt?: Date | null; archive?: 'group' | 'subscribers' }) =>
  world.db.updateTable('list').set(values).where('id', '=', world.listId).execute()
const again = '/lists/lectio-l/subscribe'

async function leave(): Promise<number> {
  const { id } = await world.db
    .selectFrom('subscription')
    .select('id')
    .where('personId', '=', world.susi.personId)
    .where('endedAt', 'is', null)
    .executeTakeFirstOrThrow()
  await (await world.as(world.susi)).post(`/me/subscriptions/${id}/end`)
  return id
}
const returns = async (): Promise<number> => (await (await world.as(world.susi)).post(again)).status
const offers = async () => (await (await (await world.as(world.susi)).get('/lists/lectio-l')).text()).includes('without a new application')

test('nobody comes back onto a list that is closed or by invitation, nor whom it blocks', async () => {
  await leave()
  await setList({ joinPolicy: 'closed' })
  expect([await offers(), await returns()]).toEqual([false, 403])
  await setList({ joinPolicy: 'vetted', closedAt: world.clock.now })
  expect([await offers(), await returns()]).toEqual([false, 403])
  await setList({ closedAt: null })
  const moderator = await world.as(world.modesto)
  expect((await moderator.post('/lists/lectio-l/bans', { kind: 'address', value: world.susi.email })).status).toBe(303)
  expect(await returns()).toBe(403)
})

test('nobody comes back whose application was rejected since they left', async () => {
  await leave()
  expect(await offers()).toBe(true)
  const at = new Date(world.clock.now.getTime() + 60_000)
  await world.db
    .insertInto('subscriptionRequest')
    .values({ listId: world.listId, email: world.susi.email, name: 'Susi', locale: 'en', state: 'rejected', askedAt: at, decidedAt: at })
    .execute()
  expect([await offers(), await returns()]).toEqual([false, 403])
})

test('nobody comes back whom a moderator removed, nor a stranger, nor an administrator in their name', async () => {
  const ada = await world.as(world.ada)
  const id = await leave()
  expect((await (await world.as()).post(again)).status).toBe(404)
  expect((await (await world.as(world.otto)).post(again)).status).toBe(403)
  await ada.post('/admin/acting', { email: world.susi.email, reason: 'A test' })
  expect((await ada.post(again)).status).not.toBe(303)
  expect(await (await ada.get('/lists/lectio-l')).text()).not.toContain('without a new application')
  await world.db.updateTable('subscription').set({ endedAt: null, endedHow: null }).where('id', '=', id).execute()
  await world.write((tx) => unsubscribe(tx, program(world.clock.now), id, 'owner'))
  expect([await offers(), await returns()]).toEqual([false, 403])
})

const victim = 'lara@northfield.example'
const join = async (more: Record<string, string>) => {
  const answer = await (await world.as()).post('/lists/lectio-l/join', { email: victim, name: 'Lara', ...more })
  await world.settle()
  return [answer.status, await answer.text()] as const
}
const keys = async () =>
  (await lettersTo(world, victim, 'list.confirm-join')).map(({ text }) => /http:\/\/rapport\.test(\/confirm\/\S+)/.exec(text)?.[1] ?? '')
const applications = () => world.db.selectFrom('subscriptionRequest').select(['id', 'state', 'occupation']).orderBy('id').execute()

test('a stranger who knows an address learns nothing of its application and adds nothing to it', async () => {
  const first = await join({})
  await (await world.as()).post((await keys())[0] ?? '')
  await world.settle()
  const second = await join({ occupation: 'Spy', note: 'Do not let me in.', colleague: 'eve@evil.example' })
  expect(second).toEqual(first)
  expect(await keys()).toHaveLength(1)
  expect(await applications()).toMatchObject([
    { state: 'waiting', occupation: '' },
    { state: 'unconfirmed', occupation: 'Spy' },
  ])
  const [one] = await applications()
  expect(await (await (await world.as(world.modesto)).get(`/lists/lectio-l/requests/${one?.id}`)).text()).not.toContain('Do not let me in.')
})

test('a second key opens no application again that is decided', async () => {
  const visitor = await world.as()
  await join({})
  await join({ note: 'I said this twice.' })
  const [one = '', other = ''] = await keys()
  await Promise.all([visitor.post(one), visitor.post(other)])
  expect((await applications()).map(({ state }) => state).toSorted()).toEqual(['unconfirmed', 'waiting'])
  await world.db
    .updateTable('subscriptionRequest')
    .set({ state: 'rejected', decidedAt: new Date(world.clock.now.getTime() + 60_000) })
    .where('state', '=', 'waiting')
    .execute()
  for (const key of [one, other]) expect(await (await visitor.post(key)).text()).toContain('did not accept this application')
  expect((await applications()).map(({ state }) => state).toSorted()).toEqual(['rejected', 'unconfirmed'])
})

test('the attachment of a held message opens for nobody by another list, another mail or an odd number, and whatever it is called', async () => {
  const raw = mail({ from: 'otto@otto.example', subject: 'Odd', attachment: { name: `a${'𝒜'.repeat(80)}.vbs`, content: 'MsgBox 1' } })
  await acceptMail(world.write, { raw, mailFrom: 'otto@otto.example', rcptTo: ['lectio-l@lists.localhost'], via: 'mail' })
  await world.settle()
  const { id } = await world.db.selectFrom('heldMail').select('id').executeTakeFirstOrThrow()
  await world.write((tx) =>
    openList(tx, program(world.clock.now), { groupId: world.group.groupId, communityIds: [], name: 'other-l', title: 'Other-L' }),
  )
  const moderator = await world.as(world.modesto)
  const at = `/lists/lectio-l/held/${id}/files`
  for (const path of [`/lists/other-l/held/${id}/files/1`, `/lists/lectio-l/held/${id + 1}/files/1`, `${at}/0`, `${at}/-1`, `${at}/1.5`])
    expect([path, (await moderator.get(path)).status]).toEqual([path, 404])
  for (const person of [world.susi, world.maria, world.bruno, world.otto])
    expect((await (await world.as(person)).get(`${at}/1`)).status).toBe(404)
  const file = await moderator.get(`${at}/1`)
  expect([file.status, await file.text()]).toEqual([200, 'MsgBox 1'])
  expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''a%F0/)
})

test('no letter names a list of the group’s own as the one to answer to', async () => {
  const asked = () => findAnswerAddress(world.db, 'lists.localhost', { groupId: world.group.groupId })
  expect(await asked()).toBe('lectio-l-owner@lists.localhost')
  await setList({ archive: 'group' })
  expect(await asked()).toBe('postmaster@lists.localhost')
})
