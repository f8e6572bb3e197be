import { afterEach, beforeEach, expect, test } from 'vitest'
import { addRequests, startBrief } from '../src/advocacy/briefs/actions.ts'
import { acceptMail } from '../src/edges/mailroom/actions.ts'
import { mail } from './mail.ts'
import { actorOf, fillRequests } from './requests-world.ts'
import { makeWorld, type World } from './world.ts'

let world: World
let filled: Awaited<ReturnType<typeof fillRequests>>
let catalogo: number
beforeEach(async () => {
  world = await makeWorld()
  const raw = mail({ from: 'Maria <maria@maria.example>', subject: 'Hello', id: 'first@maria.example', text: 'Students see gaps.' })
  await acceptMail(world.write, { raw, mailFrom: 'maria@maria.example', rcptTo: ['lectio-l@lists.localhost'], via: 'cli' })
  await world.settle()
  filled = await fillRequests(world)
  catalogo = (await world.db.selectFrom('workingGroup').select('id').where('slug', '=', 'catalogo').executeTakeFirstOrThrow()).id
})
afterEach(() => world.end())

const move = async (id: number, groupId: number | string = catalogo, person = world.carla) =>
  (await world.as(person)).post(`/requests/${id}/move`, { groupId: String(groupId) })

test('a request goes to another group with its chain; both sides say so, and consent stays as given', async () => {
  await world.db.updateTable('mergeProposal').set({ state: 'dropped' }).execute()
  // One case for everybody, one for the group's people alone.
  await world.db.updateTable('userCase').set({ visibility: 'public' }).where('id', '=', filled.caseId).execute()
  const consent = await world.db.selectFrom('userCase').select(['id', 'consent', 'visibility']).orderBy('id').execute()
  const [support, comments] = await Promise.all([
    world.db.selectFrom('support').selectAll().orderBy('id').execute(),
    world.db.selectFrom('requestComment').selectAll().orderBy('id').execute(),
  ])
  const carla = await world.as(world.carla)
  const bruno = await world.as(world.bruno)
  await (await world.as(world.susi)).post(`/requests/${filled.requestId}/follow`, { following: 'yes' })
  expect((await bruno.get(`/requests/${filled.requestId}`)).status).toBe(404)
  expect(await (await carla.get(`/requests/${filled.requestId}/move`)).text()).toContain('1 public user case')

  // Both groups read one portal, and this one has an entry that reads like the request.
  for (const groupId of [world.group.groupId, catalogo])
    await world.db
      .insertInto('portalCase')
      .values({ groupId, number: 'idea-1', label: 'A hint', requestId: groupId === catalogo ? null : filled.requestId })
      .execute()
  await world.db
    .insertInto('portalCase')
    .values({ groupId: world.group.groupId, number: 'idea-2', label: 'Another hint', proposedId: filled.requestId, why: 'hint' })
    .execute()

  expect((await move(filled.requestId)).headers.get('location')).toBe('/requests')
  await world.settle()
  expect(
    await world.db.selectFrom('portalCase').select(['groupId', 'number', 'requestId', 'proposedId']).orderBy('number').execute(),
  ).toEqual([
    { groupId: catalogo, number: 'idea-1', requestId: filled.requestId, proposedId: null },
    { groupId: world.group.groupId, number: 'idea-2', requestId: null, proposedId: null },
  ])

  const there = await (await bruno.get(`/requests/${filled.requestId}`)).text()
  expect(there).toContain('Moved from Lectio Working Group to Catalogo Working Group')
  expect(there).toContain('We would test it.')
  expect(there).toContain('Forty calls in week two')
  // What the other group noted for itself is not for this one.
  expect(there).not.toContain('a secret of the group')
  // Who followed it here and may not read it there hears of it no more, and what it is called now is not said here.
  await bruno.post(`/requests/${filled.requestId}/comments`, { text: 'Only for the other group.' })
  await world.db.updateTable('request').set({ title: 'A name of the other group' }).where('id', '=', filled.requestId).execute()
  await world.settle()
  const told = (await world.postbox()).filter(({ kind }) => kind === 'requests.commented')
  expect(told.filter(({ bytes }) => bytes?.toString().includes('Only for the other group.'))).toEqual([])
  expect(await (await carla.get('/requests')).text()).not.toContain('A name of the other group')
  await world.db
    .updateTable('request')
    .set({ title: 'A hint while items are being processed' })
    .where('id', '=', filled.requestId)
    .execute()
  const here = await (await carla.get('/requests')).text()
  expect(here).toContain('Moved to other groups')
  expect(here).toContain('Now with Catalogo Working Group')
  expect(await (await bruno.get('/requests?group=catalogo')).text()).toContain('A hint while items are being processed')
  expect(await world.db.selectFrom('userCase').select(['id', 'consent', 'visibility']).orderBy('id').execute()).toEqual(consent)
  expect(await world.db.selectFrom('support').selectAll().orderBy('id').execute()).toEqual(support)
  expect(
    await world.db.selectFrom('requestComment').selectAll().where('text', '<>', 'Only for the other group.').orderBy('id').execute(),
  ).toEqual(comments)
  const lines = await world.db.selectFrom('journal').select('groupId').where('action', '=', 'request.moved').orderBy('id').execute()
  expect(lines.map(({ groupId }) => groupId)).toEqual([world.group.groupId, catalogo])
  expect(await (await bruno.get('/search?q=hint')).text()).toContain('while items are being processed')
  // The other group gives it back.
  expect((await move(filled.requestId, world.group.groupId, world.bruno)).status).toBe(303)
  expect(await (await carla.get('/requests')).text()).not.toContain('Moved to other groups')
  expect(await (await carla.get(`/requests/${filled.requestId}`)).text()).toContain('a secret of the group')
})

test('what its author shared with one group alone stays there and still counts', async () => {
  await world.db.updateTable('mergeProposal').set({ state: 'dropped' }).execute()
  await world.db.updateTable('userCase').set({ visibility: 'group' }).execute()
  expect((await move(filled.requestId)).status).toBe(303)
  await world.settle()
  const bruno = await world.as(world.bruno)
  const page = await (await bruno.get(`/requests/${filled.requestId}`)).text()
  expect(page).not.toContain('Forty calls in week two')
  expect((await bruno.get(`/cases/${filled.caseId}`)).status).toBe(404)
  expect((await (await world.as(world.carla)).get(`/cases/${filled.caseId}`)).status).toBe(200)
  expect(await world.db.selectFrom('requestCase').select('caseId').where('requestId', '=', filled.requestId).execute()).toHaveLength(1)
})

test('not what a merge is proposed for, the vendor has or a cycle holds; not to nowhere; not by others', async () => {
  const merged = await move(filled.requestId)
  expect([merged.status, await merged.text()]).toEqual([409, expect.stringContaining('Decide on the merge first')])
  await world.db.updateTable('request').set({ stage: 'submitted' }).where('id', '=', filled.concernId).execute()
  expect((await move(filled.concernId)).status).toBe(409)
  await world.db.updateTable('request').set({ stage: 'gathering' }).where('id', '=', filled.concernId).execute()
  for (const nowhere of [999, world.group.groupId, 'soon', '']) expect((await move(filled.concernId, nowhere)).status).toBe(422)
  const { personId } = await actorOf(world, world.carla)
  const cycle = await world.db
    .insertInto('cycle')
    .values({ groupId: world.group.groupId, title: '2027', zone: 'UTC', createdAt: world.clock.now })
    .returning('id')
    .executeTakeFirstOrThrow()
  await world.db
    .insertInto('wish')
    .values({
      cycleId: cycle.id,
      requestId: filled.concernId,
      title: 'Notes',
      organisationId: filled.corrib,
      personId,
      submittedAt: world.clock.now,
    })
    .execute()
  const put = await move(filled.concernId)
  expect([put.status, await put.text()]).toEqual([409, expect.stringContaining('put forward in a cycle')])
  for (const person of [world.bruno, world.susi, world.otto, world.ada]) {
    expect((await move(filled.concernId, catalogo, person)).status, person.name).toBe(404)
    const browser = await world.as(person)
    expect((await browser.ask('POST', `/api/v1/acts/requests/${filled.concernId}/move`, { groupId: catalogo })).status).toBe(404)
  }
  expect(await world.db.selectFrom('requestMove').select('id').execute()).toEqual([])
})

test('it leaves what the group before had in mind with it, which is said there and to who moves it', async () => {
  await world.db.updateTable('mergeProposal').set({ state: 'dropped' }).execute()
  const [actor, carla] = [await actorOf(world, world.carla), await world.as(world.carla)]
  const { groupId } = world.group
  const brief = await world.write((tx) => startBrief(tx, actor, { groupId, title: 'For spring', purpose: '' }))
  await world.write((tx) => addRequests(tx, actor, brief, [filled.requestId, filled.concernId]))
  const { productId } = await world.db.selectFrom('workingGroup').select('productId').where('id', '=', groupId).executeTakeFirstOrThrow()
  const release = await world.db
    .insertInto('release')
    .values({ groupId, productId, name: '2027 R1', madeAt: world.clock.now })
    .returning('id')
    .executeTakeFirstOrThrow()
  await world.db
    .insertInto('releaseSuggestion')
    .values({ releaseId: release.id, requestId: filled.requestId, passage: 'Hints', score: 1, why: '' })
    .execute()
  const page = await (await carla.get(`/requests/${filled.requestId}/move`)).text()
  expect(page).toContain('The request leaves the packages that Lectio Working Group is preparing')
  expect((await move(filled.requestId)).status).toBe(303)
  await world.settle()
  expect(await world.db.selectFrom('releaseSuggestion').select('requestId').execute()).toEqual([])
  expect(await world.db.selectFrom('briefRequest').select('requestId').execute()).toEqual([{ requestId: filled.concernId }])
  const said = await world.db
    .selectFrom('journal')
    .select(['groupId', 'subject', 'details'])
    .where('action', '=', 'brief.shortened')
    .execute()
  expect(said).toEqual([{ groupId, subject: `brief:${brief}`, details: { requestId: filled.requestId } }])
})
