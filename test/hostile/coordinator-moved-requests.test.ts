import { afterEach, beforeEach, expect, test } from 'vitest'
import { acceptMail } from '../../src/edges/mailroom/actions.ts'
import { mail } from '../mail.ts'
import { fillRequests } from '../requests-world.ts'
import { makeWorld, type World } from '../world.ts'

// A request goes to another group, and who leads the one that it left keeps trying the doors that stood open before.
let world: World
let filled: Awaited<ReturnType<typeof fillRequests>>
let carla: Awaited<ReturnType<World['as']>>
let brief = ''
let release = ''
const theirs = ['A name of the other group', 'Words of the other group']

beforeEach(async () => {
  world = await makeWorld()
  const raw = mail({ from: 'Maria <maria@maria.example>', subject: 'Hello', id: 'first@maria.example', text: 'Students see gaps.' })
  await acceptMail(world.write, { raw, mailFrom: 'maria@maria.example', rcptTo: ['lectio-l@lists.localhost'], via: 'cli' })
  await world.settle()
  filled = await fillRequests(world)
  carla = await world.as(world.carla)
  const made = async (path: string, form: Record<string, string>) => {
    const answer = await carla.post(path, form)
    expect([path, answer.status]).toEqual([path, 303])
    return answer.headers.get('location') ?? ''
  }
  await world.db.updateTable('mergeProposal').set({ decideOn: '2026-10-01' }).execute()
  await made(`/merges/${filled.mergeId}`, { act: 'carry-out' })
  brief = await made('/briefs', { group: 'lectio', title: 'For the spring', purpose: 'What hurts next.' })
  await made(`${brief}/requests`, { requestId: String(filled.requestId) })
  const notes = 'A hint while items are being processed: a hint for students in the library review.'
  release = await made('/releases', { group: 'lectio', productId: '1', name: '2027 R1', notes })
  expect(await (await carla.get(release)).text()).toContain('A hint while items')
  const catalogo = await world.db.selectFrom('workingGroup').select('id').where('slug', '=', 'catalogo').executeTakeFirstOrThrow()
  await made(`/requests/${filled.requestId}/move`, { groupId: String(catalogo.id) })
  const [title = '', text = ''] = theirs
  await world.db.updateTable('request').set({ title, text, visibility: 'group' }).where('rootId', '=', filled.requestId).execute()
  await world.settle()
})
afterEach(() => world.end())

test('no merge, package or release of before tells what it is called or says there', async () => {
  const id = filled.requestId
  for (const path of [
    '/merges',
    `/merges/${filled.mergeId}`,
    `/api/v1/groups/lectio/merges`,
    '/briefs',
    brief,
    `${brief}/requests/${id}`,
    `/api/v1${brief}`,
    release,
    `/api/v1${release}`,
    '/releases',
    '/cases',
    `/cases/${filled.caseId}`,
    '/requests',
    '/today',
    '/search?q=name',
  ]) {
    const said = await (await carla.get(path)).text()
    for (const one of theirs) expect(said, path).not.toContain(one)
  }
})

test('nor is it anybody’s there to undo, to keep a copy of or to hand to the vendor', async () => {
  const before = await world.db.selectFrom('request').selectAll().orderBy('id').execute()
  expect((await carla.post(`/merges/${filled.mergeId}`, { act: 'undo' })).status).toBe(404)
  await carla.post(`${brief}/versions`)
  await carla.post(`${brief}/hand-over`, { toName: 'Vera', on: '2026-10-16', dueOn: '2027-01-16' })
  const versions = await world.db.selectFrom('briefVersion').select('content').execute()
  for (const one of theirs) expect(JSON.stringify(versions)).not.toContain(one)
  expect(await world.db.selectFrom('request').selectAll().orderBy('id').execute()).toEqual(before)
  expect(await world.db.selectFrom('submissionItem').select('id').execute()).toEqual([])
})

test('its own people undo there what was one before', async () => {
  const bruno = await world.as(world.bruno)
  expect((await bruno.post(`/merges/${filled.mergeId}`, { act: 'undo' })).status).toBe(303)
  const source = await world.db.selectFrom('request').select('mergedIntoId').where('id', '=', filled.otherId).executeTakeFirst()
  expect(source).toEqual({ mergedIntoId: null })
})

test('a post that was drafted before tells no list of it any more, and says nothing of it', async () => {
  const of = { groupId: world.group.groupId, requestId: filled.requestId, readersFrom: world.clock.now, madeAt: world.clock.now }
  const tell = { kind: 'answer' as const, subjectId: 1, readers: 'public' as const }
  const event = await world.db
    .insertInto('tellingEvent')
    .values({ ...of, ...tell })
    .returning('id')
    .executeTakeFirstOrThrow()
  await world.db.updateTable('list').set({ archive: 'public' }).where('id', '=', world.listId).execute()
  const post = await world.db
    .insertInto('tellingPost')
    .values({ groupId: of.groupId, listId: world.listId, subject: 'What became of it', body: 'As it was.', madeAt: of.madeAt })
    .returning('id')
    .executeTakeFirstOrThrow()
  await world.db.insertInto('tellingPostEvent').values({ postId: post.id, eventId: event.id }).execute()
  await world.db.updateTable('request').set({ visibility: 'public' }).where('rootId', '=', filled.requestId).execute()
  const path = `/telling/${post.id}`
  expect(await (await carla.get(path)).text()).toContain(theirs[0])
  // As the move does it, where it comes after the draft.
  const { id: groupId } = await world.db.selectFrom('workingGroup').select('id').where('slug', '=', 'catalogo').executeTakeFirstOrThrow()
  await world.db.updateTable('tellingEvent').set({ groupId }).where('id', '=', event.id).execute()
  const page = await carla.get(path)
  expect([page.status, (await page.text()).includes(theirs[0] as string)]).toEqual([200, false])
  const sent = await carla.post(path, { act: 'send', subject: 'What became of it', body: 'As it was.' })
  expect(sent.status).toBe(409)
  expect(await world.db.selectFrom('tellingPost').select('sentAt').execute()).toEqual([{ sentAt: null }])
})
