import { sql } from 'kysely'
import { extractText } from 'unpdf'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { program } from '../src/actor.ts'
import { appoint } from '../src/groups/actions.ts'
import { announceTerms, tellSeated } from '../src/groups/roster/jobs.ts'
import { listTold } from '../src/groups/roster/step-down-queries.ts'
import { typeset } from '../src/lib/ui/typography.ts'
import { lettersTo } from './letters.ts'
import { withoutWeek } from './week-world.ts'
import { makeWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
  await withoutWeek(world)
})
afterAll(() => world.end())

const give = async (form: Record<string, string>) => (await world.as(world.carla)).post('/roster/lectio/seats', form)
const see = async (path: string) => (await (await world.as()).get(path)).text()

test('the public roster shows who serves, what is vacant, and nobody’s address', async () => {
  // What nobody has held yet the group may do without: only who leads it is missed at once.
  expect(await see('/roster')).not.toContain('Liaison')
  expect(await see('/groups/lectio')).not.toContain('Vacant')
  await give({ email: world.otto.email, role: 'liaison', from: '2019', to: '2020', how: '' })
  expect(await see('/groups/lectio')).toContain('Vacant')
  const page = await see('/roster')
  for (const said of ['Carla, Coordinator', 'Maria, Member', 'Vacant', 'Liaison']) expect(page).toContain(said)
  expect(page).not.toContain('carla@carla.example')
  // Who is in it comes before the choice of another day.
  expect(page.indexOf('Carla, Coordinator')).toBeLessThan(page.indexOf('<summary>Choose another date</summary>'))
})

test('whoever may open the page of somebody on the roster finds it there', async () => {
  const pageOf = (person: World['maria']) => `href="/people/${person.personId}"`
  const seenBy = async (person?: World['maria']) => (await (await world.as(person)).get('/roster')).text()
  expect(await seenBy()).not.toContain('href="/people/')
  expect(await seenBy(world.susi)).toContain(pageOf(world.maria))
  await world.db.updateTable('person').set({ profileShown: false }).where('id', '=', world.maria.personId).execute()
  expect(await seenBy(world.susi)).not.toContain(pageOf(world.maria))
  expect(await seenBy(world.maria)).toContain(pageOf(world.maria))
  expect(await seenBy(world.ada)).toContain(pageOf(world.maria))
  await world.db.updateTable('person').set({ profileShown: true }).where('id', '=', world.maria.personId).execute()
})

test('a past member stands there with the years that are known, and the roster of any day can be seen', async () => {
  expect(
    (await give({ email: world.otto.email, role: 'coordinator', formal: 'on', from: '2016', to: '2018', how: 'elected' })).status,
  ).toBe(303)
  expect(await see('/roster')).toContain('2016–2018\u00a0· elected')
  const then = await see('/roster?on=2017-05-01')
  expect(then).toContain('Otto, Coordinator')
  expect(then).not.toContain('Carla, Coordinator')
  const otto = await world.as(world.otto)
  expect(await (await otto.get('/me/record')).text()).toContain('2016–2018')
  // A role that has ended opens nothing.
  expect((await otto.get('/roster/lectio/edit')).status).toBe(404)
})

test('what somebody has done for the group goes along as a certificate, hers alone and to the year where no more is known', async () => {
  const certificateOf = async (person: World['otto']) => {
    const answer = await (await world.as(person)).get('/me/record.pdf')
    expect(answer.headers.get('content-type')).toBe('application/pdf')
    return (await extractText(new Uint8Array(await answer.arrayBuffer()), { mergePages: true })).text.replace(/\s+/g, ' ')
  }
  const ottos = await certificateOf(world.otto)
  for (const said of ['Service record', 'Otto', 'Coordinator', 'Lectio Working Group', '2016 – 2018']) expect(ottos).toContain(said)
  expect(ottos).not.toContain('Carla')
  expect(await certificateOf(world.susi)).toContain('No roles recorded.')
})

test('several hold one role, but nobody the same one twice', async () => {
  expect((await give({ email: world.susi.email, role: 'coordinator', from: '2026-02-01', to: '2026-12-31' })).status).toBe(303)
  expect(await see('/roster?on=2026-03-01')).toContain('Susi, Coordinator')
  const twice = await give({ email: world.susi.email, role: 'coordinator', from: '2026-06-01' })
  expect(twice.status).toBe(422)
  expect(await twice.text()).toContain('These days overlap another entry')
  expect(await (await give({ email: world.susi.email, role: 'deputy', from: '2026-06-01', to: '2026-05-01' })).text()).toContain(
    'Choose a last day after the first day.',
  )
  expect((await give({ email: world.susi.email, role: 'deputy', from: 'last year' })).status).toBe(422)
})

test('a group calls its roles as it wishes; each may do what the role may that it is bound to, and a term is corrected with its history', async () => {
  const carla = await world.as(world.carla)
  const name = (form: Record<string, string>) => carla.post('/roster/lectio/role-names', form)
  expect((await name({ name: 'Secretary', role: 'deputy', formal: 'on' })).status).toBe(303)
  for (const taken of ['secretary', 'Member', 'coordinator']) expect((await name({ name: taken, role: 'member' })).status).toBe(422)
  const rita = await world.addPerson('Rita')
  // She may be a member as well, and several can be secretary.
  for (const role of ['Secretary', 'member']) expect((await give({ email: rita.email, role, from: '2026-02-01' })).status).toBe(303)
  expect((await give({ email: world.maria.email, role: 'secretary', from: '2026-02-01' })).status).toBe(303)
  expect((await give({ email: rita.email, role: 'Secretary', from: '2026-03-01' })).status).toBe(422)
  expect((await give({ email: rita.email, role: 'Treasurer', from: '2026-03-01' })).status).toBe(422)
  // What she leads as is one role, whatever it is called; else ending the one would leave her the other.
  expect((await give({ email: rita.email, role: 'deputy', from: '2026-03-01' })).status).toBe(422)
  expect(await see('/roster?on=2026-03-01')).toContain('Rita, Secretary')
  // Who is bound to the deputy leads; the letter and her own record say what she is called.
  const herself = await world.as(rita)
  expect((await herself.get('/roster/lectio/edit')).status).toBe(200)
  await world.settle()
  expect((await lettersTo(world, rita.email, 'charter.seated'))[0]?.subject).toBe('Your new role in Lectio Working Group: Secretary')
  // Whoever takes it for a mistake answers it, to those who lead the group.
  const told = (await world.postbox()).find(({ email, kind }) => email === rita.email && kind === 'charter.seated')
  expect(told?.bytes?.toString()).toContain('Reply-To: lectio-l-owner@')
  expect(await (await herself.get('/me/record')).text()).toContain('Secretary, Lectio Working Group')

  const { id, roleNameId } = await world.db
    .selectFrom('appointment')
    .select(['id', 'roleNameId'])
    .where('personId', '=', rita.personId)
    .where('roleNameId', 'is not', null)
    .executeTakeFirstOrThrow()
  const correct = (form: Record<string, string>) => carla.post(`/roster/lectio/seats/${id}`, { role: 'Secretary', how: 'elected', ...form })
  expect(await (await carla.get(`/roster/lectio/seats/${id}`)).text()).toContain('value="2026-02-01"')
  expect((await correct({ from: '2026-02-01', to: '2025-01-01' })).status).toBe(422)
  // Over her other term as a member: refused.
  expect((await correct({ role: 'member', from: '2026-05-01' })).status).toBe(422)
  expect((await correct({ from: '2021', to: '2024' })).status).toBe(303)
  expect(await see('/roster')).toContain('2021–2024\u00a0· elected')
  expect((await herself.get('/roster/lectio/edit')).status).toBe(404)
  const history = await (await carla.get(`/history/appointment:${id}`)).text()
  for (const said of ['corrected a term', 'before: Secretary, 2026-02-01', 'now: Secretary, 2021–2024, elected'])
    expect(history).toContain(said)

  // Names of members run side by side; a term of another name of her role is in the way of a correction.
  expect((await name({ name: 'Webmaster', role: 'member' })).status).toBe(303)
  for (const role of ['Webmaster', 'deputy']) expect((await give({ email: rita.email, role, from: '2026-02-01' })).status).toBe(303)
  expect((await correct({ from: '2026-05-01' })).status).toBe(422)

  // A name that somebody has had stays, and can be another.
  const path = `/roster/lectio/role-names/${roleNameId}`
  expect((await carla.post(`${path}/remove`)).status).toBe(409)
  expect((await carla.post(path, { name: 'Secretariat' })).status).toBe(303)
  expect(await see('/roster?on=2026-03-01')).toContain('Maria, Secretariat')
  expect((await carla.post('/roster/lectio/role-names/999/remove')).status).toBe(404)
})

test('a term that ends is announced 90, 60 and 30 days before, once each, to the holder and the coordinators', async () => {
  const days = ['2026-10-01', '2026-10-02', '2026-10-03', '2026-11-01', '2026-11-02', '2026-12-01', '2026-12-30', '2027-01-02']
  const sent: number[] = []
  for (const day of days) {
    world.clock.now = new Date(`${day}T07:00:00Z`)
    await announceTerms({}, world.context)
    await announceTerms({}, world.context)
    sent.push((await lettersTo(world, world.susi.email, 'charter.term-ends')).length)
  }
  expect(sent).toEqual([0, 1, 1, 2, 2, 3, 3, 3])
  expect((await lettersTo(world, world.susi.email, 'charter.term-ends'))[0]?.subject).toContain('Your term ends on 31 December 2026')
  expect((await lettersTo(world, world.carla.email, 'charter.term-ends'))[0]?.subject).toContain('A term ends on 31 December 2026: Susi')
})

test('a term is ended by those who lead the group, and the role with it', async () => {
  const { id } = await world.db
    .selectFrom('appointment')
    .select('id')
    .where('personId', '=', world.modesto.personId)
    .executeTakeFirstOrThrow()
  const carla = await world.as(world.carla)
  expect((await carla.post(`/roster/lectio/seats/${id}/end`, { toOn: '2025-01-01' })).status).toBe(422)
  expect((await carla.post(`/roster/lectio/seats/${id}/end`, { toOn: '2026-12-31' })).status).toBe(303)
  expect((await (await world.as(world.modesto)).get('/lists/lectio-l/requests')).status).toBe(404)
})

test('whoever holds a role steps down from it, no earlier than today and no later than their term; those who lead are told, and nobody is asked to go on', async () => {
  world.clock.now = new Date('2026-10-16T07:00:00Z')
  const tom = await world.addPerson('Tom')
  expect((await give({ email: tom.email, role: 'liaison', from: '2026-02-01', to: '2026-12-31' })).status).toBe(303)
  const { id } = await world.db.selectFrom('appointment').select('id').where('personId', '=', tom.personId).executeTakeFirstOrThrow()
  const path = `/roster/lectio/seats/${id}/step-down`
  const [himself, maria] = [await world.as(tom), await world.as(world.maria)]
  expect(await (await himself.get('/roster')).text()).toContain(`href="${path}"`)
  for (const page of [await (await maria.get('/roster')).text(), await see('/roster')]) expect(page).not.toContain(`href="${path}"`)
  expect(await (await himself.get(path)).text()).toContain('Carla')
  for (const [toOn, problem] of [
    ['2026-10-15', 'Choose today or a later day.'],
    ['2027-01-01', 'Your term ends before that day.'],
  ] as const) {
    const refused = await himself.post(path, { toOn, note: 'I move to Lisbon.' })
    const said = await refused.text()
    expect([refused.status, said.includes(problem), said.includes('I move to Lisbon.')]).toEqual([422, true, true])
  }
  expect((await maria.post(path, { toOn: '2026-10-20' })).status).toBe(404)
  expect((await (await world.as(world.carla)).post(path, { toOn: '2026-10-20' })).status).toBe(404)

  expect((await himself.post(path, { toOn: '2026-10-20', note: 'I move to Lisbon.' })).status).toBe(303)
  expect((await himself.post(path, { toOn: '2026-10-20', note: 'I move to Lisbon.' })).status).toBe(303)
  await world.settle()
  const letters = await lettersTo(world, world.carla.email, 'charter.stepped-down')
  expect(letters.map(({ subject }) => subject)).toEqual(['Tom steps down on 20 October 2026: Lectio Working Group'])
  expect(letters[0]?.text).toContain('I move to Lisbon.')
  expect(await lettersTo(world, tom.email, 'charter.stepped-down')).toEqual([])
  await announceTerms({}, world.context)
  expect(await lettersTo(world, tom.email, 'charter.term-ends')).toEqual([])
  // Who moves their last day again and again writes to nobody again and again.
  const lettersOf = async () => (await lettersTo(world, world.carla.email, 'charter.stepped-down')).length
  for (const toOn of ['2026-10-19', '2026-10-18', '2026-10-17', '2026-10-16']) expect((await himself.post(path, { toOn })).status).toBe(303)
  await world.settle()
  expect(await lettersOf()).toBe(3)
  // Where those who lead give the term another end, that one is announced.
  const leads = await world.as(world.carla)
  expect((await leads.post(`/roster/lectio/seats/${id}/end`, { toOn: '2026-11-10' })).status).toBe(303)
  await announceTerms({}, world.context)
  expect(await lettersTo(world, tom.email, 'charter.term-ends')).toHaveLength(1)
  expect((await himself.post(path, { toOn: '2026-10-20' })).status).toBe(303)
  expect(await (await (await world.as(world.carla)).get(`/history/appointment:${id}`)).text()).toContain('Tom stepped down')

  expect(await see('/roster?on=2026-10-20')).toContain('Tom, Liaison')
  world.clock.now = new Date('2026-10-21T07:00:00Z')
  expect(await see('/roster')).toContain('<time datetime="2026-10-20">')
  expect((await himself.get(path)).status).toBe(404)
  expect((await himself.post(path, { toOn: '2026-12-01' })).status).toBe(404)
})

test('the end of a term on a steering committee is announced to the committee', async () => {
  world.clock.now = new Date('2026-10-16T07:00:00Z')
  const [ida, jan] = [await world.addPerson('Ida'), await world.addPerson('Jan')]
  for (const [person, toOn] of [
    [ida, '2026-12-31'],
    [jan, '2028-12-31'],
  ] as const)
    await world.write((tx) =>
      appoint(tx, program(world.clock.now), {
        personId: person.personId,
        role: 'steering',
        communityId: world.group.communityId,
        fromOn: '2024-01-01',
        toOn,
      }),
    )
  await announceTerms({}, world.context)
  await announceTerms({}, world.context)
  expect((await lettersTo(world, ida.email, 'charter.term-ends')).map((one) => one.subject)).toEqual([
    'Your term ends on 31 December 2026: Library Systems Users',
  ])
  expect((await lettersTo(world, jan.email, 'charter.term-ends')).map((one) => one.subject)).toEqual([
    'A term ends on 31 December 2026: Ida, Library Systems Users',
  ])
})

test('a term of which nobody knows the end, or anything, is kept as such and opens nothing', async () => {
  for (const [from, to] of [
    ['2016', '?'],
    ['?', '2014'],
    ['?', '?'],
  ])
    expect((await give({ email: world.otto.email, role: 'member', from: from as string, to: to as string })).status).toBe(303)
  expect((await give({ email: world.otto.email, role: 'member', from: '?' })).status).toBe(422)
  const page = await see('/roster')
  for (const said of ['2016–?', '?–2014', 'term not known']) expect(page).toContain(said)
  expect((await (await world.as(world.otto)).get('/actions?view=group')).status).toBe(200)
  expect((await (await world.as(world.otto)).get('/roster/lectio/handovers')).status).toBe(404)
})

test('what somebody was is kept with her institution of that day, and the same role twice is refused wherever it is given', async () => {
  const kim = await world.addPerson('Kim')
  const { id } = await world.db.selectFrom('organisation').select('id').executeTakeFirstOrThrow()
  await world.db
    .insertInto('affiliation')
    .values({ personId: kim.personId, organisationId: id, fromOn: '2020-01-01', toOn: '2022-12-31' })
    .execute()
  const make = (fromOn: string, role: 'member' | 'deputy' = 'member') =>
    world.write((tx) =>
      appoint(tx, program(world.clock.now), { personId: kim.personId, role, groupId: world.group.groupId, fromOn, toOn: '2021-12-31' }),
    )
  const made = await make('2021-01-01')
  expect(
    (await world.db.selectFrom('appointment').select('organisationId').where('id', '=', made).executeTakeFirst())?.organisationId,
  ).toBe(id)
  await expect(make('2021-06-01')).rejects.toThrow('These days overlap another entry')
  const both = await Promise.allSettled([make('2019-01-01', 'deputy'), make('2019-01-01', 'deputy')])
  expect(both.filter((one) => one.status === 'fulfilled').length).toBe(1)
})

test('the page for everybody speaks the reader’s language', async () => {
  const read = async (language: string) => (await (await world.as()).get(`/roster?lang=${language}`)).text()
  for (const [language, words] of [
    ['de', ['>Besetzung</h1>', 'Koordination', 'Frühere Amtszeiten: ']],
    ['fr', ['>Composition du groupe</h1>', 'Coordination', typeset('Mandats passés : ', 'fr')]],
    ['es', ['>Composición del grupo</h1>', 'Coordinación', 'Mandatos anteriores: ']],
    ['en', ['>Roster</h1>', 'Coordinator', 'Past terms: ']],
  ] as const) {
    const page = await read(language)
    for (const one of words) expect(page).toContain(one)
  }
})

test('whoever gets a role is told what it means; an address that nobody has is invited with a name, and refused without', async () => {
  await world.settle()
  const before = (await world.postbox()).length
  const refused = await give({ email: 'nora@new.example', role: 'member', from: '2026-10-01' })
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('Enter their name to invite them')
  expect((await give({ email: 'nora@new.example', name: 'Nora New', role: 'member', from: '2026-10-01' })).status).toBe(303)
  // A term that is over, and one of whoever gives it, need no letter.
  expect((await give({ email: world.otto.email, role: 'deputy', from: '2011', to: '2012' })).status).toBe(303)
  expect((await give({ email: world.carla.email, role: 'deputy', from: '2026-10-01' })).status).toBe(303)
  await world.settle()
  const letters = (await world.postbox()).slice(before).filter(({ kind }) => kind === 'charter.seated')
  expect(letters.map(({ email, subject }) => [email, subject])).toEqual([
    ['nora@new.example', 'Your new role in Lectio Working Group: Member'],
  ])
  const { personId } = await world.db
    .selectFrom('address')
    .select('personId')
    .where('email', '=', 'nora@new.example')
    .executeTakeFirstOrThrow()
  const nora = await world.as({ name: 'Nora', email: 'nora@new.example', personId, addressId: 0 })
  expect((await nora.get('/requests/board')).status).toBe(200)

  // A term that is corrected into a role of today is told as well; not what leaves the role as it is, nor one's own.
  const told = (await world.postbox()).length
  const correct = async (person: number, role: string, form: Record<string, string>) => {
    const { id } = await world.db
      .selectFrom('appointment')
      .select('id')
      .where('personId', '=', person)
      .where('role', '=', role as 'member')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    expect(
      (await (await world.as(world.carla)).post(`/roster/lectio/seats/${id}`, { from: '2026-10-01', to: '', how: '', ...form })).status,
    ).toBe(303)
  }
  await correct(personId, 'member', { role: 'coordinator' })
  await correct(personId, 'coordinator', { role: 'coordinator', how: 'elected' })
  await correct(world.otto.personId, 'deputy', { role: 'deputy' })
  await correct(world.carla.personId, 'deputy', { role: 'liaison' })
  await world.settle()
  const later = (await world.postbox()).slice(told).filter(({ kind }) => kind === 'charter.seated')
  expect(later.map(({ email, subject }) => [email, subject])).toEqual([
    ['nora@new.example', 'Your new role in Lectio Working Group: Coordinator'],
    [world.otto.email, 'Your new role in Lectio Working Group: Deputy coordinator'],
  ])
})

test('who is appointed from a later day stands where they were appointed', async () => {
  expect((await give({ email: world.otto.email, role: 'liaison', from: '2031-01-01' })).status).toBe(303)
  const page = await (await (await world.as(world.carla)).get('/roster/lectio/edit')).text()
  expect(page).toMatch(/<h3>Future roles<\/h3>[\s\S]{0,600}Otto, Liaison/)
  // Whoever is appointed now is so from today.
  expect(page).toMatch(/<input(?=[^>]* name="from")(?=[^>]* value="2026-10-16")/)
})

test('who is appointed from a later day is told on that day, and a term that was never true is taken off', async () => {
  const carla = await world.as(world.carla)
  const [vera, wim] = [await world.addPerson('Vera'), await world.addPerson('Wim')]
  const termOf = async ({ personId }: { personId: number }) =>
    (await world.db.selectFrom('appointment').select('id').where('personId', '=', personId).executeTakeFirst())?.id
  for (const { email } of [vera, wim]) expect((await give({ email, role: 'member', from: '2032-01-01' })).status).toBe(303)
  await world.settle()
  expect(await lettersTo(world, vera.email, 'charter.seated')).toEqual([])
  const waiting = async (id: number | undefined) =>
    (await sql<{ at: Date }>`select run_at as at from graphile_worker.jobs where key = ${`charter.seated:${id}`}`.execute(world.db)).rows
  expect(await waiting(await termOf(vera))).toEqual([{ at: new Date('2032-01-01T06:00:00Z') }])

  const wims = await termOf(wim)
  expect(await (await carla.get(`/roster/lectio/seats/${wims}`)).text()).toContain('Only if the person never had this role.')
  expect(await (await carla.get(`/roster/lectio/seats/${wims}/remove`)).text()).toMatch(
    /Remove the term of Wim[\s\S]*Member[\s\S]*Keep term/,
  )
  expect(await termOf(wim)).toBe(wims)
  expect((await (await world.as(vera)).post(`/roster/lectio/seats/${wims}/remove`)).status).toBe(404)
  expect((await carla.post(`/roster/lectio/seats/${wims}/remove`)).status).toBe(303)
  expect(await termOf(wim)).toBeUndefined()
  expect(await (await carla.get('/roster/lectio/edit')).text()).not.toContain('Wim')
  expect(await (await carla.get(`/history/appointment:${wims}`)).text()).toMatch(/removed a term[\s\S]*member, 2032-01-01/)
  expect((await carla.post(`/roster/lectio/seats/${wims}/remove`)).status).toBe(404)

  world.clock.now = new Date('2032-01-01T07:00:00Z')
  await tellSeated({ appointmentId: (await termOf(vera)) ?? 0 }, world.context)
  expect((await lettersTo(world, vera.email, 'charter.seated')).map(({ subject }) => subject)).toEqual([
    'Your new role in Lectio Working Group: Member',
  ])
})

test('where nobody else leads a group, its steering committee hears that a role is given up', async () => {
  world.clock.now = new Date('2026-10-21T09:00:00Z')
  const eve = await world.addPerson('Eve')
  const appointed = { personId: eve.personId, fromOn: '2026-01-01' }
  await world.write((tx) => appoint(tx, program(world.clock.now), { ...appointed, role: 'steering', communityId: world.group.communityId }))
  const held = { groupId: world.group.groupId, personId: world.carla.personId }
  expect((await listTold(world.db, held, world.clock.now)).map(({ name }) => name)).not.toContain('Eve')
  await world.db
    .updateTable('appointment')
    .set({ toOn: '2026-10-20' })
    .where('groupId', '=', held.groupId)
    .where('role', 'in', ['coordinator', 'deputy'])
    .where('personId', '<>', held.personId)
    .where((e) => e.or([e('toOn', 'is', null), e('toOn', '>', '2026-10-20')]))
    .execute()
  expect((await listTold(world.db, held, world.clock.now)).map(({ name }) => name)).toEqual(expect.arrayContaining(['Eve']))
})
