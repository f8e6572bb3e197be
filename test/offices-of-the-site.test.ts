import { afterAll, beforeAll, expect, test } from 'vitest'
import { program } from '../src/actor.ts'
import { appoint } from '../src/groups/actions.ts'
import { lettersTo } from './letters.ts'
import { withoutWeek } from './week-world.ts'
import { makeWorld, type Person, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.end())

const status = async (path: string, person: Person) => (await (await world.as(person)).get(path)).status
const give = async (form: Record<string, string>, by = world.ada) => {
  const answer = await (await world.as(by)).post('/admin/offices', { fromOn: '2026-10-01', ...form })
  return [answer.status, await answer.text()] as const
}
const end = async (id: number, toOn: string, by = world.ada) => {
  const answer = await (await world.as(by)).post(`/admin/offices/${id}/end`, { toOn })
  return [answer.status, await answer.text()] as const
}
const termOf = async ({ personId }: Person, role: 'administrator' | 'steering') =>
  (
    await world.db
      .selectFrom('appointment')
      .select('id')
      .where('personId', '=', personId)
      .where('role', '=', role)
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
  ).id

test('an administrator names a steering committee, which oversees its groups for its days', async () => {
  const office = `c${world.group.communityId}`
  for (const [form, sentence] of [
    [{ email: 'nobody@elsewhere.example', office }, 'No account here has confirmed this address yet.'],
    [{ email: world.otto.email, office: 'c999999' }, 'Choose one of the options.'],
    [{ email: world.otto.email, office: 'king' }, 'Choose one of the options.'],
    [{ email: world.otto.email, office, toOn: '2026-09-01' }, 'Choose a last day after the first day.'],
  ] as const)
    expect(await give(form)).toEqual([422, expect.stringContaining(sentence)])
  // An address that somebody only says is hers gives her nothing.
  await world.db.updateTable('address').set({ verifiedAt: null }).where('personId', '=', world.otto.personId).execute()
  expect(await give({ email: world.otto.email, office })).toEqual([422, expect.stringContaining('confirmed this address')])
  await world.db.updateTable('address').set({ verifiedAt: world.clock.now }).where('personId', '=', world.otto.personId).execute()
  expect((await give({ email: world.otto.email, office }, world.carla))[0]).toBe(404)
  expect(await status('/overview', world.otto)).toBe(404)

  expect((await give({ email: world.otto.email, office, how: 'Elected' }))[0]).toBe(303)
  expect(await status('/overview', world.otto)).toBe(200)
  expect(await status('/lists/lectio-l/held', world.otto)).toBe(200)
  expect(await status('/admin', world.otto)).toBe(404)
  await world.settle()
  expect((await lettersTo(world, world.otto.email, 'charter.seated')).map(({ subject }) => subject)).toEqual([
    'Your new role in Library Systems Users: Member of the steering committee',
  ])
  const page = await (await (await world.as(world.ada)).get('/admin/offices')).text()
  expect(page).toContain('Otto, Steering committee: Library Systems Users')
  expect(await give({ email: world.otto.email, office })).toEqual([422, expect.stringContaining('These days overlap another entry')])

  const term = await termOf(world.otto, 'steering')
  expect((await end(term, '2026-10-15', world.carla))[0]).toBe(404)
  expect((await end(term, '2026-09-30'))[0]).toBe(422)
  expect((await end(term, '2026-10-15'))[0]).toBe(303)
  expect(await status('/overview', world.otto)).toBe(404)
  const lines = await world.db.selectFrom('journal').select('action').where('subject', '=', `appointment:${term}`).orderBy('id').execute()
  expect(lines.map(({ action }) => action)).toEqual(['appointment.made', 'appointment.ended'])
})

test('whoever holds such an office gives it up by themselves, and the administrators hear of it; the last of them stays', async () => {
  await withoutWeek(world)
  const office = `c${world.group.communityId}`
  expect((await give({ email: world.susi.email, office, fromOn: '2026-10-10', toOn: '2026-12-31' }))[0]).toBe(303)
  const [term, first] = [await termOf(world.susi, 'steering'), await termOf(world.ada, 'administrator')]
  const path = `/me/offices/${term}/step-down`
  const [susi, ada] = [await world.as(world.susi), await world.as(world.ada)]
  const today = world.clock.now.toISOString().slice(0, 10)
  expect(await (await susi.get('/me/record')).text()).toContain(`href="${path}"`)
  expect(await (await susi.get(path)).text()).toContain('An email tells Ada.')
  // Not another's, not backwards, not for longer than it was given.
  expect([(await ada.get(path)).status, (await ada.post(path, { toOn: today })).status]).toEqual([404, 404])
  expect((await susi.post(path, { toOn: '2026-10-01' })).status).toBe(422)
  expect((await susi.post(path, { toOn: '2027-01-01' })).status).toBe(422)
  expect((await susi.post(path, { toOn: today, note: 'I move to Lisbon.' })).status).toBe(303)
  await world.settle()
  const [letter] = await lettersTo(world, world.ada.email, 'charter.stepped-down')
  expect(letter?.subject).toContain('Susi steps down')
  expect([letter?.text.includes('I move to Lisbon.'), letter?.text.includes('/admin/offices')]).toEqual([true, true])

  // Nobody else is left, so that it is not offered, but said who must come first.
  const alone = await (await ada.get(`/me/offices/${first}/step-down`)).text()
  expect([alone.includes('href="/admin/offices"'), alone.includes('Appoint another one before'), alone.includes('name="toOn"')]).toEqual([
    ...[true, true, false],
  ])
  const refused = await ada.post(`/me/offices/${first}/step-down`, { toOn: today })
  expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining('Appoint another one before')])
  expect((await give({ email: world.susi.email, office: 'administrator', fromOn: '2026-12-01' }))[0]).toBe(303)
  expect(await (await ada.get(`/me/offices/${first}/step-down`)).text()).toContain('name="toOn"')
  await world.db
    .updateTable('appointment')
    .set({ fromOn: today })
    .where('personId', '=', world.susi.personId)
    .where('role', '=', 'administrator')
    .execute()
  expect((await ada.post(`/me/offices/${first}/step-down`, { toOn: today })).status).toBe(303)
  const { toOn } = await world.db.selectFrom('appointment').select('toOn').where('id', '=', first).executeTakeFirstOrThrow()
  expect(toOn).toBe(today)
  await world.db.deleteFrom('termNotice').where('appointmentId', 'in', [first, term]).execute()
  await world.db.updateTable('appointment').set({ toOn: null }).where('id', '=', first).execute()
  await world.db.deleteFrom('appointment').where('personId', '=', world.susi.personId).execute()
})

test('a referent and a guest of the vendor give up what they are as well, and whoever sees to it hears of it', async () => {
  const today = world.clock.now.toISOString().slice(0, 10)
  const { groupId, communityId } = world.group
  const organisationId = await world.db
    .insertInto('organisation')
    .values({ name: 'Old Harbour Library', kind: 'institution', country: 'PT' })
    .returning('id')
    .executeTakeFirstOrThrow()
  const actor = program(world.clock.now)
  const { referent, guest } = await world.write(async (tx) => ({
    referent: await appoint(tx, actor, {
      ...{
        personId: world.susi.personId,
        role: 'referent',
        communityId,
        organisationId: organisationId.id,
        standIn: true,
        fromOn: '2026-01-01',
      },
    }),
    guest: await appoint(tx, actor, { personId: world.susi.personId, role: 'vendor_guest', groupId, fromOn: '2026-01-01' }),
  }))
  const [susi, otto] = [await world.as(world.susi), await world.as(world.otto)]
  const record = await (await susi.get('/me/record')).text()
  for (const [term, title, told, to, link] of [
    [referent, 'Referent (stand-in): Old Harbour Library', 'Ada', world.ada, '/referents'],
    [guest, 'Vendor guest: Lectio Working Group', 'Carla', world.carla, '/desk/guests?group=lectio'],
  ] as const) {
    const path = `/me/offices/${term}/step-down`
    expect(record).toContain(`href="${path}"`)
    const page = await (await susi.get(path)).text()
    expect([page.includes(`Step down as ${title}`), page.includes(`An email tells ${told}`)]).toEqual([true, true])
    expect([(await otto.get(path)).status, (await otto.post(path, { toOn: today })).status]).toEqual([404, 404])
    expect((await susi.post(path, { toOn: today, note: 'I change my work.' })).status).toBe(303)
    await world.settle()
    const letter = (await lettersTo(world, to.email, 'charter.stepped-down')).at(-1)
    expect([letter?.text.includes('I change my work.'), letter?.text.includes(`http://rapport.test${link}`)]).toEqual([true, true])
    expect((await (await world.as(to)).get(link)).status).toBe(200)
  }
  const terms = world.db.selectFrom('appointment').select('toOn').where('id', 'in', [referent, guest])
  expect(await terms.execute()).toEqual([{ toOn: today }, { toOn: today }])
  await world.db.deleteFrom('termNotice').where('appointmentId', 'in', [referent, guest]).execute()
  await world.db.deleteFrom('appointment').where('id', 'in', [referent, guest]).execute()
})

test('the last administrator stays until there is another one', async () => {
  const first = await termOf(world.ada, 'administrator')
  const today = world.clock.now.toISOString().slice(0, 10)
  expect(await end(first, today)).toEqual([422, expect.stringContaining('The site needs an administrator after that day.')])
  // Nor is it enough that somebody did, or will some day.
  expect((await give({ email: world.susi.email, office: 'administrator', fromOn: '2026-01-01', toOn: today }))[0]).toBe(303)
  expect((await give({ email: world.maria.email, office: 'administrator', fromOn: '2027-06-01' }))[0]).toBe(303)
  expect((await end(first, today))[0]).toBe(422)
  expect(await status('/admin', world.ada)).toBe(200)

  expect((await give({ email: world.carla.email, office: 'administrator', fromOn: today }))[0]).toBe(303)
  expect((await end(first, today))[0]).toBe(303)
  world.clock.now = new Date(world.clock.now.getTime() + 86_400_000)
  expect([await status('/admin', world.ada), await status('/admin', world.carla)]).toEqual([404, 200])
  const second = await termOf(world.carla, 'administrator')
  expect((await end(second, '2026-12-31', world.carla))[0]).toBe(422)
  expect((await end(999_999, '2026-12-31', world.carla))[0]).toBe(404)
})

test('two administrators who end each other’s term at once leave one', async () => {
  const [carla, maria] = [await termOf(world.carla, 'administrator'), await termOf(world.maria, 'administrator')]
  await world.db.updateTable('appointment').set({ fromOn: '2026-01-01' }).where('id', '=', maria).execute()
  const day = world.clock.now.toISOString().slice(0, 10)
  const both = await Promise.all([end(maria, day, world.carla), end(carla, day, world.maria)])
  expect(both.map(([code]) => code).toSorted()).toEqual([303, 422])
})
