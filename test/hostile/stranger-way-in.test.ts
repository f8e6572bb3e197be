import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { lettersTo, linkTo } from '../letters.ts'
import { makeWorld, type World } from '../world.ts'

// Somebody has taken the session of a browser that was left open, and wants to keep the account.
let world: World
beforeEach(async () => {
  world = await makeWorld()
})
afterEach(() => world.end())

const thief = 'thief@evil.example'
const kind = 'people.new-way-in'
const told = (email: string) => lettersTo(world, email, kind)
const hour = 3_600_000
const later = (hours: number) => {
  world.clock.now = new Date(world.clock.now.getTime() + hours * hour)
}

/** The thief adds an address from the stolen session and confirms it. */
async function addAddress(person = world.otto, email = thief) {
  const stolen = await world.as(person)
  expect((await stolen.post('/me/addresses', { email })).status).toBe(303)
  await world.settle()
  const page = await (await world.as()).post(await linkTo(world, email, 'people.address', '/addresses/'))
  expect(page.status).toBe(200)
  await world.settle()
  return { stolen, said: await page.text() }
}

/** How many letters to sign in with this address gets when it asks. */
async function asks(email: string): Promise<number> {
  await world.db.deleteFrom('rateWindow').execute()
  const before = (await lettersTo(world, email, 'people.sign-in')).length
  await (await world.as()).post('/sign-in', { email })
  await world.settle()
  return (await lettersTo(world, email, 'people.sign-in')).length - before
}

test('a new address opens nothing for a day, and the old one is told', async () => {
  const { stolen, said } = await addAddress()
  expect(said).toContain('open the link in our email to your other addresses')
  expect(await (await stolen.get('/me')).text()).toMatch(/You can sign in with this address from/)
  const [letter, ...more] = await told(world.otto.email)
  expect([letter?.text, more]).toEqual([expect.stringContaining(`Address added: ${thief}.`), []])
  expect(await told(thief)).toEqual([])
  expect(await asks(thief)).toBe(0)
  later(23)
  expect(await asks(thief)).toBe(0)
  expect(await asks(world.otto.email)).toBe(1)
  later(2)
  expect(await asks(thief)).toBe(1)
})

test('the old address is not removed while the new one waits', async () => {
  const { stolen } = await addAddress()
  expect((await stolen.post(`/me/addresses/${world.otto.addressId}/remove`)).status).toBe(422)
  expect(await asks(world.otto.email)).toBe(1)
})

test('following the link to the old address changes nothing; its button opens the new one at once', async () => {
  await addAddress()
  const link = await linkTo(world, world.otto.email, kind, '/ways-in/')
  const visitor = await world.as()
  for (let scan = 0; scan < 3; scan++) expect((await visitor.get(link)).status).toBe(200)
  expect(await asks(thief)).toBe(0)
  expect((await visitor.post(link, { answer: 'open' })).status).toBe(200)
  expect(await asks(thief)).toBe(1)
  expect((await visitor.post(link, { answer: 'refuse' })).status).toBe(404)
})

test('the old address refuses the new one: it is gone, and so is every session', async () => {
  const { stolen } = await addAddress()
  const link = await linkTo(world, world.otto.email, kind, '/ways-in/')
  expect((await (await world.as()).post(link, { answer: 'refuse' })).status).toBe(200)
  expect((await stolen.get('/me')).status).toBe(303)
  later(48)
  expect(await asks(thief)).toBe(0)
  expect(await asks(world.otto.email)).toBe(1)
  const lines = await world.db.selectFrom('journal').select('action').where('subject', '=', `person:${world.otto.personId}`).execute()
  expect(lines.map(({ action }) => action)).toContain('way-in.refused')
})

test('the link of another address, and one that was made up, open nothing', async () => {
  await addAddress()
  const link = await linkTo(world, world.otto.email, kind, '/ways-in/')
  const other = link.replace(/.(?=.{9}$)/, (one) => (one === 'a' ? 'b' : 'a'))
  expect((await (await world.as()).post(other, { answer: 'open' })).status).toBe(404)
  const claim = await linkTo(world, thief, 'people.address', '/addresses/')
  expect((await (await world.as()).post(claim.replace('/addresses/', '/ways-in/'), { answer: 'open' })).status).toBe(404)
  expect(await asks(thief)).toBe(0)
})

test('a token, and the loss of an address, are told to every other address, and to the one that was lost', async () => {
  await addAddress(world.otto, 'private@home.example')
  later(25)
  const otto = await world.as(world.otto)
  expect((await otto.post('/me/tokens', { name: 'Sync', scope: 'write', days: '9' })).status).toBe(200)
  expect((await otto.post(`/me/addresses/${world.otto.addressId}/remove`)).status).toBe(303)
  await world.settle()
  for (const email of [world.otto.email, 'private@home.example']) {
    const texts = (await told(email)).map(({ text }) => text)
    // Each letter leads to where the thing itself can be undone.
    expect(texts.find((text) => text.includes('Access token created: Sync.'))).toContain('/me/tokens')
    expect(texts.find((text) => text.includes(`Address removed: ${world.otto.email}.`))).toContain('/me/addresses')
  }
})

test('an address that others wrote down, and its reader confirms by joining a list, waits as well', async () => {
  const now = world.clock.now
  await world.db.insertInto('address').values({ personId: world.otto.personId, email: thief, createdAt: now }).execute()
  await world.db.updateTable('list').set({ joinPolicy: 'confirm' }).where('id', '=', world.listId).execute()
  const visitor = await world.as()
  await visitor.post('/lists/lectio-l/join', { email: thief, name: 'Otto' })
  await world.settle()
  await visitor.post(await linkTo(world, thief, 'list.confirm-join', '/confirm/'))
  await world.settle()
  expect(await told(world.otto.email)).toHaveLength(1)
  expect(await asks(thief)).toBe(0)
})

test.each([
  ['de', 'Anmeldeweg zu Ihrem Konto hinzugefügt'],
  ['fr', 'Moyen de connexion ajouté à votre compte'],
  ['es', 'Método de acceso añadido a su cuenta'],
])('the letter is in her language: %s', async (locale, subject) => {
  await world.db.updateTable('person').set({ locale }).where('id', '=', world.otto.personId).execute()
  await addAddress()
  expect((await told(world.otto.email)).map((one) => one.subject)).toEqual([subject])
})

test('a change that waited to be told while Rapport was renewed is told all the same', async () => {
  // As the version before queued it: one job for all addresses.
  const payload = { personId: world.otto.personId, way: 'passkey', name: 'A thief’s phone' }
  await sql`select graphile_worker.add_job('people.newWayIn', ${JSON.stringify(payload)}::json)`.execute(world.db)
  await world.settle()
  expect((await told(world.otto.email)).map(({ text }) => text)).toEqual([expect.stringContaining('A thief’s phone')])
})
