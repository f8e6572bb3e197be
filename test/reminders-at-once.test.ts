import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Actor, program } from '../src/actor.ts'
import { moveDue } from '../src/advocacy/desk/actions.ts'
import { reviewUnchanged } from '../src/documents/keeping-actions.ts'
import { tasks } from '../src/edges/jobs/tasks.ts'
import { appoint } from '../src/groups/actions.ts'
import { endSeat } from '../src/groups/roster/actions.ts'
import { addAction, changeAction } from '../src/groups/tasks/actions.ts'
import type { Tx } from '../src/lib/db/rows.ts'
import { changeMeeting } from '../src/meetings/core/actions.ts'
import { carlaOf } from './charter.ts'
import { makeVendorWorld, type VendorWorld } from './vendor-world.ts'
import { behind } from './waiting.ts'

// A day is moved at the very instant at which a job reminds of it: nobody is told of the old day, and of the new one they are told in time.
let world: VendorWorld
let carla: Actor
beforeAll(async () => {
  world = await makeVendorWorld()
  carla = await carlaOf(world)
})
afterAll(() => world.end())

const remind = async (job: keyof typeof tasks, move: (tx: Tx) => Promise<unknown>) => {
  const before = await world.postbox()
  await behind(world, move, async () => tasks[job]?.({} as never, world.context))
  return (await world.postbox()).slice(before.length).map(({ kind }) => kind)
}
const post = async (path: string, form: Record<string, string>) => {
  const answer = await (await world.as(world.carla)).post(path, form)
  return answer.headers.get('location')?.split('/').at(-1) ?? `${answer.status}`
}

test('a task', async () => {
  const facts = { title: 'Count', groupId: world.group.groupId, ownerId: world.maria.personId }
  const id = await world.write((tx) => addAction(tx, program(world.clock.now), { ...facts, dueOn: '2026-10-18' }))
  const move = (tx: Tx) => changeAction(tx, carla, id, { ...facts, note: '', dueOn: '2026-12-01' })
  expect(await remind('charter.remindActions', move)).toEqual([])
  expect(await world.db.selectFrom('action').select('remindedOn').where('id', '=', id).execute()).toEqual([{ remindedOn: null }])
})

test('a term', async () => {
  const facts = { personId: world.susi.personId, role: 'member' as const, groupId: world.group.groupId, fromOn: '2026-01-01' }
  const id = await world.write((tx) => appoint(tx, program(world.clock.now), { ...facts, toOn: '2026-11-10' }))
  expect(await remind('charter.announceTerms', (tx) => endSeat(tx, carla, id, '2027-11-10'))).toEqual([])
  expect(await world.db.selectFrom('termNotice').select('days').where('appointmentId', '=', id).execute()).toEqual([])
})

test('the review of a document', async () => {
  const facts = { title: 'Guide', body: 'Text.', host: 'lectio', category: 'key', ownerRole: 'coordinator', visibility: 'public' }
  const slug = await post('/documents', { ...facts, datedOn: '2026-10-01', reviewMonths: '12', reviewOn: '2026-10-20' })
  expect(await remind('documents.remindReviews', (tx) => reviewUnchanged(tx, carla, slug, { nextOn: '2027-10-20' }))).toEqual([])
  expect(await world.db.selectFrom('document').select('reviewTold').where('slug', '=', slug).execute()).toEqual([{ reviewTold: null }])
})

test('an answer of the vendor’s', async () => {
  const [request = 0] = await world.askFor({ title: 'Deep links' })
  const submission = Number((await world.handOver([request])).split('/').at(-1))
  await world.write((tx) => moveDue(tx, carla, submission, request, '2026-10-18'))
  expect(await remind('vendor.remind', (tx) => moveDue(tx, carla, submission, request, '2027-01-16'))).toEqual([])
  expect(await world.db.selectFrom('submissionItem').select('reminded').execute()).toEqual([{ reminded: [] }])
})

test('a meeting', async () => {
  const form = {
    title: 'Soon',
    day: '2026-10-17',
    time: '08:00',
    minutes: '60',
    zone: 'Europe/Lisbon',
    place: 'https://meet.example/',
    quorumPercent: '50',
  }
  const slug = await post('/meetings', { ...form, hosts: `g${world.group.groupId}` })
  await world.settle()
  world.clock.now = new Date('2026-10-16T12:00:00Z')
  const meeting = () => world.db.selectFrom('meeting').selectAll().where('slug', '=', slug).executeTakeFirstOrThrow()
  const { title, startsAt, endsAt, zone, place, quorumPercent, minutesListId, placeOpen, public: open } = await meeting()
  const [from, to] = [startsAt, endsAt].map((at) => new Date(at.getTime() + 7 * 86_400_000)) as [Date, Date]
  const change = { title, startsAt: from, endsAt: to, zone, place, placeOpen, quorumPercent, minutesListId, public: open }
  expect(await remind('meetings.remind', (tx) => changeMeeting(tx, carla, slug, change))).toEqual([])
  expect((await meeting()).remindedAt).toBeNull()
})
