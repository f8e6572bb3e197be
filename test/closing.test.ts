import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { acceptMail } from '../src/edges/mailroom/actions.ts'
import { startMailServer } from '../src/edges/smtp/server.ts'
import { postApproved } from '../src/list/moderation/jobs.ts'
import { greet } from './dialogue.ts'
import { mail } from './mail.ts'
import { seenIn, upload } from './upload.ts'
import { makeWorld, type World } from './world.ts'

let world: World
beforeEach(async () => {
  world = await makeWorld()
})
afterEach(() => world.end())

const post = async (from: string, id: string) => {
  const raw = mail({ from, subject: 'Hello', id, text: 'Hello all' })
  await acceptMail(world.write, { raw, mailFrom: from, rcptTo: ['lectio-l@lists.localhost'], via: 'mail' })
  await world.settle()
}
const postsOf = async (name: string) =>
  (
    await world.db
      .selectFrom('post')
      .innerJoin('list', 'list.id', 'post.listId')
      .select('post.messageId')
      .where('name', '=', name)
      .execute()
  ).length
const lettersSent = async () => (await world.postbox()).length

describe('a list is closed', () => {
  test('by whoever owns it: its archive is read, nobody posts, joins or gets a letter', async () => {
    const carla = await world.as(world.carla)
    const maria = await world.as(world.maria)
    expect((await maria.post('/lists/lectio-l/write', { subject: 'Before', text: 'The last post.' })).status).toBe(303)
    await world.settle()
    const before = await postsOf('lectio-l')
    expect(before).toBe(1)

    expect(await (await carla.get('/lists/lectio-l/close')).text()).toContain('The archive stays readable. 3 subscribers get')
    expect((await carla.post('/lists/lectio-l/close')).headers.get('location')).toBe('/lists/lectio-l')
    const letters = await lettersSent()

    const page = await (await maria.get('/lists/lectio-l')).text()
    expect(page).toContain('This list has been closed since')
    expect(page).toContain('Before')
    for (const gone of ['/lists/lectio-l/reopen', 'lectio-l@lists.localhost']) expect(page).not.toContain(gone)
    expect((await maria.get('/lists/lectio-l/threads')).status).toBe(200)
    const written = await maria.post('/lists/lectio-l/write', { subject: 'After', text: 'Not heard.' })
    expect(written.status).toBe(403)
    expect(await written.text()).toContain('This list is closed')
    await post('maria@maria.example', 'late@maria.example')
    const otto = await world.as(world.otto)
    expect((await otto.post('/lists/lectio-l/join', { email: 'otto@otto.example' })).status).toBe(403)
    expect((await otto.post('/lists/lectio-l/subscribe')).status).toBe(403)
    await world.settle()
    expect(await postsOf('lectio-l')).toBe(before)
    expect(await lettersSent()).toBe(letters)
    // Leaving is always possible.
    const mine = await world.db
      .selectFrom('subscription')
      .select('id')
      .where('personId', '=', world.susi.personId)
      .where('listId', '=', world.listId)
      .executeTakeFirstOrThrow()
    expect((await (await world.as(world.susi)).post(`/me/subscriptions/${mine.id}/end`)).status).toBe(303)
  })

  test('and its address refuses mail while the sender is connected, until it is open again', async () => {
    const server = await startMailServer(
      { host: '127.0.0.1', port: 0 },
      { config: world.config, database: world.database, log: world.context.log, wake: () => {} },
    )
    const carla = await world.as(world.carla)
    await carla.post('/lists/lectio-l/close')
    const client = await greet(server.port)
    await client.say('MAIL FROM:<maria@maria.example>')
    expect(await client.say('RCPT TO:<lectio-l@lists.localhost>')).toMatch(/^550 5\.7\.1 .*closed/)
    expect(await client.say('RCPT TO:<lectio-l-subscribe@lists.localhost>')).toMatch(/^550/)
    expect(await client.say('RCPT TO:<lectio-l-unsubscribe@lists.localhost>')).toMatch(/^250/)
    await server.close()

    expect((await carla.post('/lists/lectio-l/reopen')).status).toBe(303)
    await post('maria@maria.example', 'again@maria.example')
    expect(await postsOf('lectio-l')).toBe(1)
    const lines = await world.db.selectFrom('journal').select('action').where('action', 'like', 'list.%ed').orderBy('id').execute()
    expect(lines.map(({ action }) => action).filter((action) => action !== 'list.opened')).toEqual(['list.closed', 'list.reopened'])
  })

  test('not while something waits there', async () => {
    await post('stranger@elsewhere.example', 'held@elsewhere.example')
    const carla = await world.as(world.carla)
    expect(await (await carla.get('/lists/lectio-l/close')).text()).toContain('Held messages: 1')
    expect((await carla.post('/lists/lectio-l/close')).status).toBe(409)
  })

  test('and what waits there all the same is rejected or discarded: nobody is offered to approve it', async () => {
    await post('stranger@elsewhere.example', 'held@elsewhere.example')
    await post('stranger@elsewhere.example', 'more@elsewhere.example')
    const carla = await world.as(world.carla)
    const held = await world.db.selectFrom('heldMail').select('id').execute()
    const paths = ['/lists/lectio-l/held', `/lists/lectio-l/held/${held[0]?.id}`]
    const pages = () => Promise.all(paths.map(async (path) => (await carla.get(path)).text()))
    for (const page of await pages()) expect(page).toMatch(/<button[^>]*value="approve"/)
    await world.db.updateTable('list').set({ closedAt: world.clock.now }).where('name', '=', 'lectio-l').execute()
    const closed = 'This list is closed. You can reject or discard messages, but not approve them.'
    for (const page of await pages()) {
      expect(page).toContain(closed)
      expect(page).toMatch(/<button[^>]*value="reject"/)
      for (const gone of ['value="approve"', 'name="allow"']) expect(page).not.toContain(gone)
    }
    // Nor where it waits for them with everything else.
    const today = await (await carla.get('/today')).text()
    expect(today).toContain('the list is closed')
    for (const [does, offered] of [
      ['Approve', false],
      ['Reject', true],
      ['Discard', true],
    ] as const)
      expect([does, today.includes(`${does} message`)]).toEqual([does, offered])
    expect((await carla.post('/today/decide', { key: `held:${held[0]?.id}`, choice: 'yes' })).status).toBe(404)
    const refused = await carla.post(paths[1] ?? '', { decision: 'approve' })
    expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining(closed)])
    // What was decided stays so: the page offers no undo that would be refused.
    expect((await carla.post(paths[1] ?? '', { decision: 'reject', note: 'Closed.' })).status).toBe(303)
    expect(await (await carla.get(paths[0] ?? '')).text()).not.toContain('/held/undo')
  })

  test('nor while an approved mail has its minute; one that has left by then arrives', async () => {
    // Ahead of the database's own clock, so that what is for later waits.
    world.clock.now = new Date('2099-01-01T09:00:00Z')
    await post('stranger@elsewhere.example', 'held@elsewhere.example')
    const carla = await world.as(world.carla)
    const { id } = await world.db.selectFrom('heldMail').select('id').executeTakeFirstOrThrow()
    await carla.post(`/lists/lectio-l/held/${id}`, { decision: 'approve' })
    await world.settle()
    expect(await (await carla.get('/lists/lectio-l/close')).text()).toContain('Approved messages still on their way to it: 1')
    expect((await carla.post('/lists/lectio-l/close')).status).toBe(409)
    const group = await carla.post('/groups/lectio/close')
    expect([group.status, await group.text()]).toEqual([409, expect.stringContaining('within 1 minute: 1')])
    await postApproved({ heldId: id, allow: false }, world.context)
    expect((await carla.post('/lists/lectio-l/close')).status).toBe(303)
    await world.settle()
    expect(await postsOf('lectio-l')).toBe(1)
  })
})

describe('a group is closed', () => {
  test('with its lists: it is read, nothing is done or waits there, and it opens again as it was', async () => {
    const carla = await world.as(world.carla)
    await carla.post('/groups/lectio/lists/new', { list: 'old-l', listTitle: 'Old', preset: 'group' })
    await carla.post('/lists/old-l/close')
    world.clock.now = new Date(world.clock.now.getTime() + 60_000)
    const asked = await carla.post('/groups/lectio/close')
    expect(asked.headers.get('location')).toBe('/groups/lectio/facts')

    expect(await (await carla.get('/groups/lectio/facts')).text()).toContain('has been closed since')
    expect((await (await world.as(world.maria)).get('/roster')).status).toBe(200)
    const refused = await carla.post('/groups/lectio/facts', { name: 'Changed' })
    expect(refused.status).toBe(403)
    expect(await refused.text()).toContain('This group is closed')
    expect((await carla.ask('POST', '/api/v1/acts/groups/lectio/facts', { name: 'Changed' })).status).toBe(403)
    expect(await world.db.selectFrom('workingGroup').select('name').where('slug', '=', 'lectio').executeTakeFirst()).toEqual({
      name: 'Lectio Working Group',
    })
    expect(await (await carla.get('/today')).text()).not.toContain('/first-weeks')
    const listed = (await (await world.as()).ask('GET', '/api/v1/groups').then((answer) => answer.json())) as {
      items: { closedAt: string | null }[]
    }
    expect(listed.items.map(({ closedAt }) => closedAt !== null)).toEqual([true, false])

    expect((await carla.post('/groups/lectio/reopen')).status).toBe(303)
    const lists = await world.db
      .selectFrom('list')
      .select(['name', 'closedAt'])
      .where('groupId', '=', world.group.groupId)
      .orderBy('name')
      .execute()
    // What was closed before stays so.
    expect(lists.map(({ name, closedAt }) => [name, closedAt === null])).toEqual([
      ['lectio-l', true],
      ['old-l', false],
    ])
    expect((await carla.post('/groups/lectio/facts', { name: 'Changed' })).status).toBe(303)
  })
})

describe('a product', () => {
  test('of a vendor that is there or new is added, and a contract names it', async () => {
    const ada = await world.as(world.ada)
    const vendor = await world.db.selectFrom('organisation').select('id').where('name', '=', 'Quillon').executeTakeFirstOrThrow()
    expect((await ada.post('/admin/products/new', { product: 'Examina', vendorId: String(vendor.id) })).status).toBe(303)
    expect((await ada.ask('POST', '/api/v1/acts/admin/products/new', { product: 'Alma', vendor: 'Ex Libra' })).status).toBeLessThan(300)
    for (const [form, says] of [
      [{ product: 'Examina', vendorId: String(vendor.id) }, 'another product with this name'],
      [{ product: '', vendorId: String(vendor.id) }, 'Enter'],
      [{ product: 'Other' }, 'Choose a vendor above'],
      [{ product: 'Other', vendorId: '999' }, 'Choose one'],
    ] as const) {
      const answer = await ada.post('/admin/products/new', form)
      expect(answer.status).toBe(422)
      expect(await answer.text()).toContain(says)
    }
    expect((await (await world.as(world.carla)).post('/admin/products/new', { product: 'X', vendor: 'Y' })).status).toBe(404)

    const sheet =
      'Name,Kind,Product,Contract from\nNorth College,institution,Lectio,2025-01-01\nNorth College,institution,Examina,2026-01-01\nSouth College,institution,Lectio,2024-01-01\n'
    // A sheet of before says the old name.
    await ada.post('/admin/products/1/name', { name: 'Lectio Next', on: '2026-10-01' })
    const handed = await upload(world, ada, '/organisations/import', 'register.csv', sheet)
    const path = handed.headers.get('location') ?? ''
    await ada.post(`${path}/apply`, { seen: seenIn(await (await ada.get(path)).text()) })
    const contracts = await world.db
      .selectFrom('contract')
      .innerJoin('product', 'product.id', 'contract.productId')
      .select('product.name')
      .orderBy('product.name')
      .execute()
    expect(contracts.map(({ name }) => name)).toEqual(['Examina', 'Lectio Next', 'Lectio Next'])
  })
})
