import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { acceptMail } from '../../src/edges/mailroom/actions.ts'
import { setRequestRule } from '../../src/requests/actions.ts'
import { openAffirmation, raiseVoice } from '../../src/requests/support/actions.ts'
import { mail } from '../mail.ts'
import { actorOf, fillRequests } from '../requests-world.ts'
import { withoutWeek } from '../week-world.ts'
import { makeWorld, type World } from '../world.ts'

// What many may read hangs together with what fewer may: a user case with the requests it is in, a request with what became one with it.
let world: World
let filled: Awaited<ReturnType<typeof fillRequests>>
const secret = 'A plan of few'
beforeAll(async () => {
  world = await makeWorld()
  await withoutWeek(world)
  await world.db.updateTable('list').set({ archive: 'public' }).where('id', '=', world.listId).execute()
  const raw = mail({ from: 'Maria <maria@maria.example>', subject: 'Hello', id: 'first@maria.example', text: 'Students see gaps.' })
  await acceptMail(world.write, { raw, mailFrom: 'maria@maria.example', rcptTo: ['lectio-l@lists.localhost'], via: 'cli' })
  await world.settle()
  filled = await fillRequests(world)
  await world.db.updateTable('mergeProposal').set({ decideOn: '2026-10-01' }).execute()
  await world.db.updateTable('userCase').set({ visibility: 'public', consent: 'public', state: 'open' }).execute()
  await (await world.as(world.carla)).post(`/merges/${filled.mergeId}`, { act: 'carry-out' })
})
afterAll(() => world.end())
beforeEach(() => world.db.deleteFrom('rateWindow').execute())

const show = (id: number, visibility: 'public' | 'subscribers' | 'group') =>
  world.db.updateTable('request').set({ title: secret, visibility }).where('id', '=', id).execute()

test.each([
  ['subscribers', 'otto'],
  ['group', 'otto'],
  ['group', 'susi'],
] as const)('a user case names no request of the %s to %s, who reads the case', async (visibility, name) => {
  await show(filled.requestId, visibility)
  const reader = await world.as(world[name])
  expect((await reader.get(`/requests/${filled.requestId}`)).status).toBe(404)
  const page = await reader.get(`/cases/${filled.caseId}`)
  expect([page.status, (await page.text()).includes(secret)]).toEqual([200, false])
  const list = await (await reader.get('/cases?group=lectio')).text()
  expect([list.includes('Forty calls'), list.includes(`/requests/${filled.requestId}`)]).toEqual([true, false])
  const { items } = (await (await reader.get('/api/v1/user-cases?group=lectio')).json()) as { items: { requests: number[] }[] }
  expect(items.map(({ requests }) => requests)).toEqual([[]])
})

test('a request names nothing that is one with it and is for fewer', async () => {
  await show(filled.requestId, 'public')
  await world.db.updateTable('request').set({ title: 'For everybody' }).where('id', '=', filled.requestId).execute()
  await show(filled.otherId, 'group')
  for (const person of [undefined, world.otto, world.susi]) {
    const page = await (await world.as(person)).get(`/requests/${filled.requestId}`)
    expect([page.status, (await page.text()).includes(secret)]).toEqual([200, false])
  }
  expect(await (await (await world.as(world.maria)).get(`/requests/${filled.requestId}`)).text()).toContain(secret)
})

test('no letter names a request to an author, or to who once put it there, who does not read it', async () => {
  const sent = async () => (await world.postbox()).filter(({ bytes }) => bytes?.toString().includes(secret)).map(({ email }) => email)
  const secretly = { kind: 'idea' as const, text: 'Few', visibility: 'subscribers', title: secret }
  await world.db.updateTable('userCase').set({ authorId: world.otto.personId }).execute()
  const carla = await world.as(world.carla)
  const path = (await carla.post('/requests', { ...secretly, group: 'lectio' })).headers.get('location') ?? ''
  const id = path.replace(/\D+/, '')
  expect((await carla.post(`/cases/${filled.caseId}/join`, { requestId: id })).status).toBe(303)
  expect(await (await carla.get(path)).text()).toContain('Forty calls')
  await world.settle()
  expect(await sent()).toEqual([])

  // Maria put it there, and is in no group by now.
  await world.db.updateTable('requestCase').set({ addedBy: world.maria.personId }).execute()
  await world.db.updateTable('request').set({ visibility: 'group' }).where('title', '=', secret).execute()
  await world.db.updateTable('appointment').set({ toOn: '2026-10-01' }).where('personId', '=', world.maria.personId).execute()
  await (await world.as(world.otto)).post(`/cases/${filled.caseId}/withdraw`)
  await world.settle()
  expect(await world.db.selectFrom('userCase').select('state').where('id', '=', filled.caseId).execute()).toEqual([{ state: 'withdrawn' }])
  expect((await sent()).filter((email) => email === world.maria.email)).toEqual([])
})

test('nor to who speaks for an institution that stands behind it', async () => {
  const carla = await actorOf(world, world.carla)
  await world.db.deleteFrom('delivery').execute()
  await world.db.updateTable('request').set({ visibility: 'group' }).where('id', 'in', [filled.concernId, filled.requestId]).execute()
  await world.db.updateTable('request').set({ title: secret }).where('id', 'in', [filled.concernId, filled.requestId]).execute()
  // Otto, on no list, is the referent of the institution where Carla works.
  const speaks = { role: 'referent' as const, organisationId: filled.harbour, communityId: world.group.communityId, formal: true }
  await world.db
    .insertInto('appointment')
    .values({ personId: world.otto.personId, ...speaks, fromOn: '2026-01-01' })
    .execute()
  await world.write((tx) => setRequestRule(tx, carla, world.group.groupId, { referentConfirms: true, mergeDays: 14 }))
  await world.write((tx) => raiseVoice(tx, carla, filled.concernId, { strength: 'must', reason: '' }))
  await world.settle()
  const otto = await world.as(world.otto)
  for (const path of ['/today', '/api/v1/me/today']) {
    const said = await (await otto.get(path)).text()
    expect([path, said.includes(secret), said.includes(`equest ${filled.concernId}`)]).toEqual([path, false, true])
  }
  await world.db.updateTable('support').set({ state: 'standing' }).execute()
  world.clock.now = new Date(world.clock.now.getTime() + 86_400_000)
  const later = { ...carla, at: world.clock.now }
  await world.write((tx) => openAffirmation(tx, later, world.group.groupId, { name: 'Cycle 2027', closesOn: '2027-11-10' }))
  await world.settle()
  const letters = (await world.postbox()).filter(({ email }) => email === world.otto.email)
  expect(letters.map(({ kind }) => kind).sort()).toEqual(['requests.affirm-support', 'requests.confirm-support'])
  for (const { kind, bytes } of letters) {
    expect(`${kind} ${bytes}`).not.toContain(secret)
    expect(`${kind} ${bytes}`).toContain(`equest ${filled.concernId}`)
  }
})

test('what was written for the group alone is not in the history that others read once the request is for them', async () => {
  const carla = await world.as(world.carla)
  const facts = { kind: 'idea', title: 'Prices', visibility: 'group' }
  const made = await carla.post('/requests', { ...facts, text: 'We would pay ninety.', group: 'lectio' })
  const path = (made.headers.get('location') ?? '').replace(/\?.*/, '')
  const change = { ...facts, text: 'Say what it costs.', visibility: 'public', seen: '1' }
  expect((await carla.post(path, change)).status).toBe(303)
  const history = async (name: 'carla' | 'susi') => {
    const page = await (await world.as(world[name])).get(`${path}/history`)
    const text = await page.text()
    return [page.status, text.includes('costs'), text.includes('ninety')]
  }
  expect([await history('susi'), await history('carla')]).toEqual([
    [200, true, false],
    [200, true, true],
  ])
})
