import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readMessage } from '../../src/lib/mail/parse.ts'
import { sealReply, sealToken } from '../../src/lib/token/seal.ts'
import { makeWorld, type Person, type World } from '../world.ts'

let world: World
let vera: Person
let asked = ''
let other = ''
let meeting = ''
const facts = { zone: 'Europe/Lisbon', minutes: '30' }
beforeAll(async () => {
  world = await makeWorld()
  vera = await world.addPerson('Vera')
  await world.give(vera, 'vendor_guest', world.group.groupId)
  const carla = await world.as(world.carla)
  const make = async (path: string, form: Record<string, string>) =>
    (await carla.post(path, { ...facts, hosts: `g${world.group.groupId}`, ...form })).headers.get('location') ?? ''
  const poll = { closesOn: '2026-10-20', slots: '2026-11-18 10:00\n2026-11-19 08:30' }
  asked = await make('/polls', { ...poll, title: 'Asked', seats: `g${world.group.groupId}.vendor_guest` })
  other = await make('/polls', { ...poll, title: 'Tactics' })
  meeting = await make('/meetings', { title: 'Inner', day: '2026-11-23', time: '10:00' })
  await world.settle()
})
afterAll(() => world.end())

const slotsOf = (slug: string) =>
  world.db
    .selectFrom('datePollSlot')
    .innerJoin('datePoll', 'datePoll.id', 'datePollSlot.pollId')
    .select('datePollSlot.id')
    .where('datePoll.slug', '=', slug.split('/').at(-1) ?? '')
    .execute()
const answers = () => world.db.selectFrom('datePollAnswer').select(['slotId', 'personId', 'answer']).execute()

describe('who is asked by one date poll', () => {
  test('learns of no other poll, meeting or series of the group, by page or program', async () => {
    const guest = await world.as(vera)
    for (const path of [other, meeting, `${meeting}/minutes`, `${asked}/links/1`]) expect((await guest.get(path)).status).toBe(404)
    for (const path of [other, meeting]) expect((await guest.ask('GET', `/api/v1${path}`)).status).toBe(404)
    const list = await (await guest.ask('GET', '/api/v1/polls')).text()
    expect(list).toContain('Asked')
    expect(list).not.toContain('Tactics')
    for (const page of ['/meetings', '/today']) expect(await (await guest.get(page)).text()).not.toContain('Tactics')
  })

  test('closes nothing, asks nobody, removes nobody and replaces no link', async () => {
    const guest = await world.as(vera)
    const [slot] = await slotsOf(asked)
    const ids = await world.db.selectFrom('datePollInvitation').select('id').execute()
    const tried = [
      [`${asked}/close`, { slot: String(slot?.id) }],
      [`${asked}/invitees`, { people: 'friend@vendor.example' }],
      [`${asked}/invitees/1/remove`, {}],
      ...ids.map(({ id }) => [`${asked}/links/${id}`, {}]),
    ] as [string, Record<string, string>][]
    for (const [path, form] of tried) expect([path, (await guest.post(path, form)).status]).toEqual([path, 404])
    expect(await world.db.selectFrom('invitee').select('id').execute()).toHaveLength(1)
  })

  test('answers for nobody else, and no time of another poll', async () => {
    const guest = await world.as(vera)
    const [own] = await slotsOf(asked)
    const [foreign] = await slotsOf(other)
    await guest.post(asked, { [`s${own?.id}`]: 'yes', [`s${foreign?.id}`]: 'no', personId: String(world.maria.personId) })
    expect(await answers()).toEqual([{ slotId: own?.id, personId: vera.personId, answer: 'yes' }])
  })

  test('gets no foot in through the token of a reply address, another purpose, another id or another secret', async () => {
    const visitor = await world.as()
    const { id } = await world.db
      .selectFrom('datePollInvitation')
      .select('id')
      .where('personId', '=', world.maria.personId)
      .orderBy('id')
      .executeTakeFirstOrThrow()
    const { secret } = world.site
    const forged = [
      sealReply(secret, 'poll', id),
      sealToken(secret, 'calendar', id),
      sealToken('another secret, long enough', 'poll', id),
      `${sealToken(secret, 'poll', id).slice(0, -2)}aa`,
    ]
    for (const token of forged) expect((await visitor.post(`/dates/${token}`, { [`s${id}`]: 'no' })).status).toBe(404)
    expect((await visitor.get(`/dates/${sealToken(secret, 'poll', id)}`)).status).toBe(200)
    // A key to a poll is none to a meeting.
    expect((await visitor.post(`/rsvp/${sealToken(secret, 'poll', id)}`, { answer: 'declined' })).status).toBe(404)
  })

  test('sees it no more once the role has ended', async () => {
    const letter = (await world.postbox()).filter(({ email, kind }) => email === vera.email && kind === 'meetings.poll').at(-1)
    const link = new URL(/http\S+\/dates\/\S+/.exec(readMessage(letter?.bytes ?? Buffer.from('')).text)?.[0] ?? '').pathname
    await world.db.updateTable('appointment').set({ toOn: '2026-10-15' }).where('personId', '=', vera.personId).execute()
    const { tasks } = await import('../../src/edges/jobs/tasks.ts')
    await tasks['meetings.keepUp']?.({} as never, world.context)
    expect((await (await world.as(vera)).get(asked)).status).toBe(404)
    expect((await (await world.as()).post(link, {})).status).toBe(404)
  })
})

describe('who arranges for one group', () => {
  test('invites no vendor’s guest of another, and no group that there is none of', async () => {
    const bruno = await world.as(world.bruno)
    const otherGroup = await world.db.selectFrom('workingGroup').select('id').where('slug', '=', 'catalogo').executeTakeFirstOrThrow()
    const poll = {
      ...facts,
      title: 'Theirs',
      closesOn: '2026-10-20',
      slots: '2026-11-18 10:00\n2026-11-19 08:30',
      hosts: `g${otherGroup.id}`,
    }
    for (const seats of [`g${world.group.groupId}.vendor_guest`, 'g999999', 'c1.administrator', 'g1.administrator', 'x', 'g1.member'])
      expect([seats, (await bruno.post('/polls', { ...poll, seats })).status]).toEqual([seats, 422])
  })

  test('sends no header with a name, and writes to no address that is none', async () => {
    const carla = await world.as(world.carla)
    const people = 'Eve\u0085Bcc: all@x.example <eve@x.example>'
    const made = await carla.post(`${asked}/invitees`, { people })
    expect([303, 422]).toContain(made.status)
    await world.settle()
    for (const { bytes } of await world.postbox()) expect(bytes?.toString() ?? '').not.toMatch(/^Bcc:/im)
    for (const bad of ['a@b c.example', '@x.example', 'x@', 'a\u0001@x.example', `${'x'.repeat(300)}@x.example`])
      expect([bad, (await carla.post(`${asked}/invitees`, { people: bad })).status]).toEqual([bad, 422])
  })
})
