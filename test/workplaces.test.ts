import { afterAll, beforeAll, expect, test } from 'vitest'
import { program, visitor } from '../src/actor.ts'
import { readMessage } from '../src/lib/mail/parse.ts'
import { answerAffiliation, confirmAffiliation } from '../src/people/affiliations/actions.ts'
import { addMembership, saveOrganisation } from '../src/people/organisations/actions.ts'
import { listOrganisationsOf } from '../src/people/organisations/queries.ts'
import { suspendByAddress } from '../src/people/workplaces/actions.ts'
import { lettersTo, linkTo } from './letters.ts'
import { words } from './upload.ts'
import { carriedOut, withoutWeek } from './week-world.ts'
import { makeWorld, type World } from './world.ts'

let world: World
let corrib: number
let norrvik: number
const actor = () => ({ ...program(world.clock.now), grants: [{ role: 'administrator' as const, groupId: null, communityId: null }] })
const facts = { kind: 'institution' as const }

beforeAll(async () => {
  world = await makeWorld({ alone: true })
  await withoutWeek(world)
  corrib = await world.write((tx) =>
    saveOrganisation(tx, actor(), undefined, { ...facts, name: 'Corrib Institute', domains: ['corrib.example'] }),
  )
  norrvik = await world.write((tx) =>
    saveOrganisation(tx, actor(), undefined, { ...facts, name: 'Norrvik University', domains: ['norrvik.example'] }),
  )
  await world.write((tx) => addMembership(tx, actor(), corrib, { communityId: world.group.communityId, fromOn: '2020-01-01' }))
})
afterAll(() => world.end())

const staff = async (name: string, email: string, organisationId: number) => {
  const person = await world.addPerson(name, { email })
  await world.write((tx) => confirmAffiliation(tx, actor(), { personId: person.personId, organisationId, basis: 'address' }))
  return person
}
const affiliationsOf = (personId: number) =>
  world.db.selectFrom('affiliation').selectAll().where('personId', '=', personId).orderBy('id').execute()

test('a dead address lets the affiliation rest, not the person’s history; a second address there keeps it', async () => {
  const aoife = await staff('Aoife', 'aoife@corrib.example', corrib)
  const brian = await staff('Brian', 'brian@lib.corrib.example', corrib)
  await world.db
    .insertInto('address')
    .values({ personId: brian.personId, email: 'b.k@corrib.example', verifiedAt: world.clock.now, createdAt: world.clock.now })
    .execute()
  for (const email of [aoife.email, brian.email]) await world.write((tx) => suspendByAddress(tx, program(world.clock.now), email))
  expect((await affiliationsOf(aoife.personId))[0]).toMatchObject({ suspendedWhy: 'address', toOn: null })
  expect((await affiliationsOf(brian.personId))[0]?.suspendedAt).toBeNull()
  // Who rests vouches for nobody.
  expect(await listOrganisationsOf(world.db, aoife.personId, world.clock.now)).toEqual([])
  const [{ id } = { id: 0 }] = await affiliationsOf(aoife.personId)
  // A link of the yearly question says what they say, and ends no rest.
  await world.write((tx) => answerAffiliation(tx, visitor(world.clock.now), id, true))
  expect((await affiliationsOf(aoife.personId))[0]).toMatchObject({
    suspendedWhy: 'address',
    basis: 'own word',
    confirmedAt: world.clock.now,
  })
  const carla = await world.as(world.carla)
  expect(words(await (await carla.get('/affiliations/basis')).text())).toContain('emails to their work address come back')
  expect((await carla.post(`/affiliations/${id}/settle`, { answer: 'stays' })).status).toBe(303)
  expect(await carriedOut(world, world.carla)).toBe(303)
  expect((await affiliationsOf(aoife.personId))[0]?.suspendedAt).toBeNull()
})

test('a domain that an institution gives up lets those rest who have no other address there', async () => {
  const cleo = await staff('Cleo', 'cleo@old.norrvik.example', norrvik)
  const dora = await staff('Dora', 'dora@norrvik.example', norrvik)
  const save = (domains: string[]) =>
    world.write((tx) => saveOrganisation(tx, actor(), norrvik, { ...facts, name: 'Norrvik University', domains }))
  await save(['norrvik.example', 'norrvik-old.example'])
  await world.db.updateTable('address').set({ email: 'cleo@norrvik-old.example' }).where('personId', '=', cleo.personId).execute()
  await save(['norrvik.example'])
  expect((await affiliationsOf(cleo.personId))[0]).toMatchObject({ suspendedWhy: 'domain' })
  expect((await affiliationsOf(dora.personId))[0]?.suspendedAt).toBeNull()
})

test('changing jobs is one act: the workplace and the lists change, posts and terms stay, the referent’s place falls vacant', async () => {
  const eve = await staff('Eve', 'eve@corrib.example', corrib)
  await world.join(eve)
  await world.give(eve, 'member', world.group.groupId)
  await world.db
    .insertInto('appointment')
    .values({
      personId: eve.personId,
      role: 'referent',
      communityId: world.group.communityId,
      organisationId: corrib,
      fromOn: '2026-01-01',
    })
    .execute()
  const { addressId } = await world.write(async (tx) => {
    const row = await tx
      .insertInto('address')
      .values({ personId: eve.personId, email: 'eve@norrvik.example', verifiedAt: world.clock.now, createdAt: world.clock.now })
      .returning('id')
      .executeTakeFirstOrThrow()
    return { addressId: row.id }
  })
  const browser = await world.as(eve)
  const page = words(await (await browser.get('/me/move')).text())
  expect(page).toContain('Referent of Corrib Institute')
  const [old] = await affiliationsOf(eve.personId)
  const move = { leaving: String(old?.id), leftOn: '2026-10-15', addressId: String(addressId), fromOn: '2026-10-16', moveLists: 'on' }
  expect((await browser.post('/me/move', { ...move, leftOn: '2026-10-17' })).status).toBe(422)
  expect((await browser.post('/me/move', { ...move, addressId: '999999' })).status).toBe(422)
  // She began today, as far as the record knows.
  await world.db
    .updateTable('affiliation')
    .set({ fromOn: '2022-01-01' })
    .where('id', '=', old?.id ?? 0)
    .execute()
  expect((await browser.post('/me/move', move)).status).toBe(303)
  expect((await affiliationsOf(eve.personId)).map((one) => [one.organisationId, one.fromOn, one.toOn])).toEqual([
    [corrib, '2022-01-01', '2026-10-15'],
    [norrvik, '2026-10-16', null],
  ])
  const posts = await world.db
    .selectFrom('appointment')
    .select(['role', 'toOn'])
    .where('personId', '=', eve.personId)
    .orderBy('id')
    .execute()
  expect(posts).toEqual([
    { role: 'member', toOn: null },
    { role: 'referent', toOn: '2026-10-15' },
  ])
  expect(
    (await world.db.selectFrom('subscription').select('addressId').where('personId', '=', eve.personId).executeTakeFirst())?.addressId,
  ).toBe(addressId)
})

test('who has no workplace is asked where they work, and not for a last day', async () => {
  const nils = await world.addPerson('Nils', { email: 'nils@norrvik.example' })
  const browser = await world.as(nils)
  const page = await (await browser.get('/me/move')).text()
  expect(words(page)).toContain('Enter workplace')
  expect(words(page)).not.toContain('Last day there')
  const [address] = await world.db.selectFrom('address').select('id').where('personId', '=', nils.personId).execute()
  expect(page).toMatch(new RegExp(`<option value="${address?.id}" selected`))
  const nothing = await browser.post('/me/move', { fromOn: '2026-10-01' })
  expect([nothing.status, words(await nothing.text()).includes('Enter where you work.')]).toEqual([422, true])
  expect((await browser.post('/me/move', { fromOn: '2026-10-01', addressId: String(address?.id) })).status).toBe(303)
  expect(await affiliationsOf(nils.personId)).toMatchObject([{ organisationId: norrvik, fromOn: '2026-10-01', toOn: null }])
})

test('a new workplace that the register does not know waits for a person', async () => {
  const browser = await world.as(world.otto)
  const move = { leftOn: '2026-10-15', fromOn: '2026-10-16', organisation: 'University of Nowhere' }
  expect((await browser.post('/me/move', move)).status).toBe(303)
  const carla = await world.as(world.carla)
  const { id } = await world.db.selectFrom('workplaceClaim').select('id').executeTakeFirstOrThrow()
  expect(words(await (await carla.get('/affiliations/basis')).text())).toContain('Otto: University of Nowhere')
  expect((await carla.post(`/affiliations/claims/${id}/settle`, { answer: 'found', organisation: 'University of Nowhere' })).status).toBe(
    422,
  )
  expect((await carla.post(`/affiliations/claims/${id}/settle`, { answer: 'found', organisation: 'norrvik.example' })).status).toBe(303)
  expect((await carla.post(`/affiliations/claims/${id}/settle`, { answer: 'nothing' })).status).toBe(409)
  expect((await affiliationsOf(world.otto.personId))[0]).toMatchObject({ organisationId: norrvik, fromOn: '2026-10-16' })
})

test('subscribers without a basis are counted, found by domain, asked, and excused, but never dropped', async () => {
  const fay = await world.addPerson('Fay', { email: 'fay@lib.corrib.example' })
  const gus = await world.addPerson('Gus', { email: 'gus@students.corrib.example' })
  for (const one of [fay, gus]) await world.join(one)
  const carla = await world.as(world.carla)
  await world.db.updateTable('community').set({ checksStudents: true }).execute()
  const before = await world.db.selectFrom('subscription').select('id').where('endedAt', 'is', null).execute()
  expect((await carla.post('/affiliations/basis/match')).status).toBe(303)
  expect((await affiliationsOf(fay.personId))[0]).toMatchObject({ organisationId: corrib, basis: 'domain', confirmedAt: null })
  expect(await affiliationsOf(gus.personId)).toEqual([])
  expect((await carla.post('/affiliations/basis/ask')).status).toBe(303)
  await world.settle()
  expect((await lettersTo(world, gus.email, 'people.where-do-you-work')).length).toBe(1)
  expect((await lettersTo(world, fay.email, 'people.where-do-you-work')).length).toBe(0)
  const link = await linkTo(world, gus.email, 'people.where-do-you-work', '/workplace/')
  const nobody = await world.as()
  const question = await nobody.get(link)
  expect(question.status).toBe(200)
  // Which list asks, and until when; what others publish is offered while they type.
  expect((await lettersTo(world, gus.email, 'people.where-do-you-work'))[0]?.text).toMatch(
    /Open this page by \w+day,? [\s\S]*You are subscribed to Lectio-L\. This list is for staff/,
  )
  const shown = await question.text()
  expect(shown).toContain('You are subscribed to Lectio-L. This list is for staff')
  expect(shown).toContain('<offer-words from="/lists/lectio-l/institutions"')
  expect((await nobody.post(link, { organisation: '' })).status).toBe(422)
  expect((await nobody.post(link, { organisation: 'Corrib Institute' })).status).toBe(200)
  expect(
    (await world.db.selectFrom('workplaceClaim').select('organisation').where('settledAt', 'is', null).executeTakeFirst())?.organisation,
  ).toBe('Corrib Institute')
  expect((await carla.post(`/affiliations/basis/${world.maria.personId}/excuse`)).status).toBe(303)
  expect(words(await (await carla.get('/affiliations/basis?view=unknown')).text())).not.toContain('Maria')
  expect(await world.db.selectFrom('subscription').select('id').where('endedAt', 'is', null).execute()).toEqual(before)
})

test('an institution names its referent, the user group confirms, and the one before makes room', async () => {
  const [hal, ida] = [await staff('Hal', 'hal@corrib.example', corrib), await world.addPerson('Ida', { email: 'ida@corrib.example' })]
  const path = `/organisations/${corrib}/referent`
  const form = { name: 'Ida', email: ida.email, communityId: String(world.group.communityId), fromOn: '2026-11-01' }
  const browser = await world.as(hal)
  expect((await (await world.as(world.susi)).get(path)).status).toBe(404)
  expect((await browser.post(path, { ...form, toOn: '2026-10-01' })).status).toBe(422)
  expect((await browser.post(path, { ...form, communityId: '999' })).status).toBe(422)
  expect((await browser.post(path, form)).status).toBe(303)
  expect((await browser.post(path, form)).status).toBe(409)
  await world.settle()
  expect((await lettersTo(world, world.ada.email, 'people.referent-named')).length).toBe(1)
  const [naming] = await world.db.selectFrom('referentNaming').select('id').execute()
  await world.db
    .insertInto('appointment')
    .values({
      personId: world.maria.personId,
      role: 'referent',
      communityId: world.group.communityId,
      organisationId: corrib,
      fromOn: '2025-01-01',
    })
    .execute()
  const ada = await world.as(world.ada)
  expect((await ada.post(`/referents/${naming?.id}`, { decision: 'refuse' })).status).toBe(422)
  expect((await ada.post(`/referents/${naming?.id}`, { decision: 'confirm' })).status).toBe(303)
  expect(await (await ada.get('/referents')).text()).toContain('Confirm referent · we do this at')
  expect(await carriedOut(world, world.ada)).toBe(303)
  expect((await ada.post(`/referents/${naming?.id}`, { decision: 'confirm' })).status).toBe(409)
  const referents = await world.db
    .selectFrom('appointment')
    .select(['personId', 'fromOn', 'toOn'])
    .where('organisationId', '=', corrib)
    .where('role', '=', 'referent')
    .where('fromOn', 'in', ['2025-01-01', '2026-11-01'])
    .orderBy('fromOn')
    .execute()
  expect(referents).toEqual([
    { personId: world.maria.personId, fromOn: '2025-01-01', toOn: '2026-10-31' },
    { personId: ida.personId, fromOn: '2026-11-01', toOn: null },
  ])
  await world.settle()
  expect((await lettersTo(world, ida.email, 'people.referent-decided'))[0]?.text).toContain('Referent: Ida')
  expect((await lettersTo(world, hal.email, 'people.referent-decided')).length).toBe(1)
  // Its members are written to by the user group, whose decision it is.
  const { name } = await world.db.selectFrom('community').select('name').where('id', '=', world.group.communityId).executeTakeFirstOrThrow()
  const sent = (await world.postbox()).filter(({ kind }) => kind?.startsWith('people.referent-'))
  expect(new Set(sent.map(({ bytes }) => readMessage(bytes ?? Buffer.alloc(0)).from?.name))).toEqual(new Set([name]))
})

test('a consortium’s membership counts for the days on which one belonged to it', async () => {
  const carla = await world.as(world.carla)
  const consortium = await world.write((tx) =>
    saveOrganisation(tx, actor(), undefined, { kind: 'consortium', name: 'Great Lakes', domains: [] }),
  )
  await world.write((tx) => addMembership(tx, actor(), consortium, { communityId: world.group.communityId, fromOn: '2020-01-01' }))
  const belong = (form: Record<string, string>) =>
    carla.post(`/organisations/${norrvik}/consortia`, { parentId: String(consortium), ...form })
  expect((await belong({ fromOn: '2021-01-01', toOn: '2020-12-31' })).status).toBe(422)
  expect((await belong({ fromOn: '2021-01-01', toOn: '2022-12-31' })).status).toBe(303)
  expect((await belong({ fromOn: '2022-06-01' })).status).toBe(422)
  const page = async () => words(await (await carla.get(`/organisations/${norrvik}`)).text())
  expect(await page()).toContain('1 January 2021 to 31 December 2022 · ended')
  expect(words(await (await carla.get('/organisations?members=on')).text())).not.toContain('Norrvik University')
  expect((await belong({ fromOn: '2025-01-01' })).status).toBe(303)
  expect(words(await (await carla.get('/organisations?members=on')).text())).toContain('Norrvik University')
})

test('each list of what is to be settled pages, filters, and is gone back to where it was', async () => {
  const { db, clock } = world
  const carla = await world.as(world.carla)
  const see = async (query: string) => words(await (await carla.get(`/affiliations/basis${query}`)).text())
  const people = await db
    .insertInto('person')
    .values(Array.from({ length: 60 }, (_, i) => ({ name: `Quiet ${String(i).padStart(2, '0')}` })))
    .returning('id')
    .execute()
  await db
    .insertInto('affiliation')
    .values(
      people.map(({ id }, i) => ({
        personId: id,
        organisationId: corrib,
        suspendedAt: new Date(clock.now.getTime() + i * 1_000),
        suspendedWhy: 'domain',
      })),
    )
    .execute()
  await db
    .insertInto('workplaceClaim')
    .values(people.map(({ id }, i) => ({ personId: id, organisation: `Place ${i}`, fromOn: '2026-09-01', askedAt: clock.now })))
    .execute()

  const first = await see('?view=resting')
  expect(first).toContain('Quiet 10, Corrib Institute')
  expect(first).not.toContain('Quiet 59')
  expect(await see('?view=resting&page=2')).toContain('Quiet 59, Corrib Institute')
  const one = await see('?view=resting&q=quiet+59')
  expect(one).toContain('Quiet 59')
  expect(one).not.toContain('Quiet 58')
  expect(await see('?view=resting&q=nobody+such')).toContain('No people match.')

  expect(await see('?view=said')).toContain('Quiet 10: Place 10')
  expect(await see('?view=said&page=2')).toContain('Quiet 59: Place 59')
  expect(await see('?view=said&q=place+59')).not.toContain('Place 58')

  const [last, other] = await db.selectFrom('affiliation').select('id').where('suspendedAt', 'is not', null).orderBy('id', 'desc').execute()
  const back = '/affiliations/basis?view=resting&q=quiet'
  const settle = async (id: number | undefined, to: string) =>
    (await carla.post(`/affiliations/${id}/settle`, { answer: 'left', back: to })).headers.get('location')
  expect(await settle(last?.id, back)).toBe(back)
  expect(await settle(other?.id, '//elsewhere.example/')).toBe('/affiliations')
})
