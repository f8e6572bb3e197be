import { afterAll, beforeAll, expect, test } from 'vitest'
import { areasIn, inTestOrder, type Touched } from '../src/advocacy/commitments/touched-rules.ts'
import { ensureArea, makeRequest } from '../src/requests/actions.ts'
import { raiseVoice } from '../src/requests/support/actions.ts'
import { actorOf, employ } from './requests-world.ts'
import { makeWorld, type World } from './world.ts'

let world: World
let places: Awaited<ReturnType<typeof employ>>
const ids = { asked: 0, concern: 0 }
beforeAll(async () => {
  world = await makeWorld()
  places = await employ(world)
  const { groupId, productId } = await world.db
    .selectFrom('workingGroup')
    .select(['id as groupId', 'productId'])
    .where('slug', '=', 'lectio')
    .executeTakeFirstOrThrow()
  const [carla, maria, susi] = [await actorOf(world, world.carla), await actorOf(world, world.maria), await actorOf(world, world.susi)]
  await world.write(async (tx) => {
    const areaId = await ensureArea(tx, carla, groupId, 'Course rollover')
    const facts = { text: '', visibility: 'subscribers' as const }
    ids.asked = await makeRequest(tx, carla, groupId, { ...facts, kind: 'idea', title: 'Keep the library notes of a list in each copy' })
    ids.concern = await makeRequest(tx, carla, groupId, { ...facts, kind: 'concern', title: 'Copies are slow', areaId })
    await raiseVoice(tx, maria, ids.asked, { strength: 'must', reason: '' })
    await raiseVoice(tx, susi, ids.concern, { strength: 'should', reason: '' })
  })
  const { harbour, northfield } = places
  await world.db.insertInto('productUse').values({ organisationId: harbour, productId, stage: 'early_adopter' }).execute()
  await world.db.insertInto('productUse').values({ organisationId: northfield, productId, stage: 'live' }).execute()
  await world.db.insertInto('organisationArea').values({ organisationId: harbour, area: 'course Rollover' }).execute()
})
afterAll(() => world.end())

const notes = 'Course rollover: the library notes of a list are kept in each copy.'
/** The rows of the table in the page, as text. */
const rowsOf = (page: string) =>
  [...(/id="touched"[\s\S]*?<\/section>/.exec(page)?.[0] ?? '').matchAll(/<tr[^>]*>([\s\S]*?)<\/tr>/g)].slice(1).map(([, row = '']) =>
    row
      .replaceAll(/<[^>]+>/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim(),
  )

test('a release says which institution it touches, and who tests it first', async () => {
  const carla = await world.as(world.carla)
  const facts = { group: 'lectio', productId: '1', name: '2027 R1', onDay: '2027-02-01', notes }
  const path = (await carla.post('/releases', facts)).headers.get('location') ?? ''
  expect(rowsOf(await (await carla.get(path)).text())).toEqual([
    'Old Harbour University Tests first Early adopter Course rollover',
    `Northfield University Library Live #${ids.asked} Keep the library notes of a list in each copy`,
    `Corrib Institute – #${ids.concern} Copies are slow`,
  ])
  // Each who speaks for one of them hears it once, with what is theirs; asked again, nobody hears it twice.
  for (let round = 0; round < 2; round++) {
    expect((await carla.post(`${path}/tell`)).status).toBe(303)
    await world.settle()
  }
  const told = (await world.postbox()).filter(({ kind }) => kind === 'vendor.release')
  expect(told.map(({ email }) => email).sort()).toEqual([world.maria.email, world.susi.email].sort())
  const toMaria = told.find(({ email }) => email === world.maria.email)?.bytes?.toString() ?? ''
  expect(toMaria).toContain(`/requests/${ids.asked}`)
  expect(toMaria).not.toContain(`/requests/${ids.concern}`)
  expect(await (await carla.get(path)).text()).toContain('2 people got an email')
  expect((await (await world.as(world.maria)).post(`${path}/tell`)).status).toBe(404)
  // After its day nobody tests before the others.
  await carla.post(path, { ...facts, onDay: '2026-10-01' })
  expect(await (await carla.get(path)).text()).not.toContain('Tests first')
})

test('notes come as a file, and a file that says nothing is refused beside its field', async () => {
  const carla = await world.as(world.carla)
  const send = async (name: string, file: File) => {
    const form = new FormData()
    for (const [key, value] of Object.entries({ group: 'lectio', productId: '1', name })) form.set(key, value)
    form.set('file', file)
    const cookie = [...carla.cookies].map(([key, value]) => `${key}=${value}`).join('; ')
    return world.app.request('http://rapport.test/releases', {
      method: 'POST',
      headers: { cookie, origin: 'http://rapport.test' },
      body: form,
    })
  }
  const made = await send('2027 R2', new File([`# R2\n\n${notes}`], 'notes.md'))
  expect(made.status).toBe(303)
  expect(await (await carla.get(made.headers.get('location') ?? '')).text()).toContain('the library notes of a list are kept')
  const refused = await send('2027 R3', new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47])], 'picture.png', { type: 'image/png' }))
  expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining('This file is a picture.')])
})

test('areas are named by their whole words; the order is by who tests first, stage and how much', () => {
  const areas = ['Rollover', 'Roll', 'UI', 'Course page'].map((name) => ({ name }))
  expect(areasIn('ROLLOVER of the course-page is faster. UI', areas).map(({ name }) => name)).toEqual(['Rollover', 'Course page'])
  const one = (name: string, stage: Touched['stage'], more: Partial<Touched> = {}): Touched => ({
    ...{ organisationId: 1, name, stage, pilot: false, requests: [], concerns: [], areas: [] },
    ...more,
  })
  const request = { id: 1, title: 'One' }
  const order = inTestOrder([
    one('none', null),
    one('live', 'live'),
    one('much', 'live', { requests: [request] }),
    one('early', 'early_adopter'),
    one('pilot', null, { pilot: true }),
    one('partner', 'development_partner'),
  ])
  expect(order.map(({ name }) => name)).toEqual(['partner', 'early', 'pilot', 'much', 'live', 'none'])
})
