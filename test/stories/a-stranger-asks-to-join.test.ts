import { afterAll, beforeAll, expect, test } from 'vitest'
import { program } from '../../src/actor.ts'
import { acceptMail } from '../../src/edges/mailroom/actions.ts'
import { reconfirm } from '../../src/people/affiliations/jobs.ts'
import { addContract, saveOrganisation } from '../../src/people/organisations/actions.ts'
import { lettersTo, linkTo } from '../letters.ts'
import { mail } from '../mail.ts'
import { carriedOut, withoutWeek } from '../week-world.ts'
import { makeWorld, type World } from '../world.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
  await withoutWeek(world)
})
afterAll(() => world.end())

const lara = 'lara@northfield.example'

test('A stranger asks to join', async () => {
  // Given an institution with a contract and a known domain
  const keeper = { ...program(world.clock.now), grants: [{ role: 'administrator' as const, groupId: null, communityId: null }] }
  const northfield = await world.write(async (tx) => {
    const id = await saveOrganisation(tx, keeper, undefined, { name: 'Northfield', kind: 'institution', domains: ['northfield.example'] })
    await addContract(tx, keeper, id, { productId: 1, fromOn: '2020-01-01' })
    return id
  })

  // when a librarian asks on the public page and confirms her address
  const visitor = await world.as()
  expect((await visitor.get('/lists/lectio-l')).status).toBe(200)
  await visitor.post('/lists/lectio-l/join', { email: lara, name: 'Lara Lind' })
  await world.settle()
  await visitor.post(await linkTo(world, lara, 'list.confirm-join', '/confirm/'))
  await world.settle()

  // then an approver sees one card with the evidence, decides with one button
  const approver = await world.as(world.modesto)
  const card = await linkTo(world, world.modesto.email, 'list.join-moderators', '/lists/')
  const page = await (await approver.get(card)).text()
  expect(page).toContain('northfield.example belongs to Northfield')
  expect(page).toContain('in force today')
  expect((await approver.post(card, { decision: 'accept', organisationId: String(northfield) })).status).toBe(303)
  expect(await carriedOut(world, world.modesto)).toBe(303)
  await world.settle()
  expect(await lettersTo(world, lara, 'list.welcome')).toHaveLength(1)

  // and the librarian's first post reaches the list
  const raw = mail({ from: `Lara Lind <${lara}>`, subject: 'Good day from Northfield', id: 'first@northfield.example' })
  await acceptMail(world.write, { raw, mailFrom: lara, rcptTo: ['lectio-l@lists.localhost'], via: 'mail' })
  await world.settle()
  const post = (await world.postbox()).filter((one) => one.post === 'Good day from Northfield').map((one) => one.email)
  expect(post).toContain(world.susi.email)

  // a year later one click keeps her in
  world.clock.now = new Date('2027-10-18T09:00:00Z')
  await reconfirm({}, world.context)
  const question = await linkTo(world, lara, 'people.still-there', '/still-there/')
  expect(await (await visitor.get(question)).text()).toContain('Do you still work at Northfield?')
  expect(await (await visitor.post(question, { answer: 'stays' })).text()).toContain('We will ask again in a year.')
  world.clock.now = new Date('2028-09-01T09:00:00Z')
  await reconfirm({}, world.context)
  expect(await lettersTo(world, lara, 'people.still-there')).toHaveLength(1)

  // she adds a private address, then leaves
  const herself = await world.as({ name: 'Lara', email: lara, personId: 0, addressId: 0 })
  await herself.post('/me/addresses', { email: 'lara@home.example' })
  await world.settle()
  await visitor.post(await linkTo(world, 'lara@home.example', 'people.address', '/addresses/'))
  world.clock.now = new Date('2028-11-01T09:00:00Z')
  await reconfirm({}, world.context)
  const again = await linkTo(world, lara, 'people.still-there', '/still-there/')
  expect((await visitor.post(again, { answer: 'left' })).status).toBe(200)
  expect((await visitor.get(again)).status).toBe(404)

  // after she has left the institution she still reads her own service record
  const atHome = await world.as({ name: 'Lara', email: 'lara@home.example', personId: 0, addressId: 0 })
  const record = await (await atHome.get('/me/record')).text()
  expect(record).toContain('Northfield')
  expect(record).toContain('1 November 2028')
})
