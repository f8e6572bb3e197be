import { afterAll, beforeAll, expect, test } from 'vitest'
import { tasks } from '../src/edges/jobs/tasks.ts'
import { adoptTemplate } from './charter.ts'
import { letterTo, makeVendorWorld, type VendorWorld } from './vendor-world.ts'
import type { Person } from './world.ts'

let world: VendorWorld
beforeAll(async () => {
  world = await makeVendorWorld()
})
afterAll(() => world.end())

const post = async (person: Person, path: string, form: Record<string, string> = {}) => (await world.as(person)).post(path, form)
const read = async (person: Person | undefined, path: string) => (await (await world.as(person)).get(path)).text()
const facts = { time: '10:00', minutes: '60', zone: 'Europe/Lisbon', public: 'on' }
const arrange = async (title: string, day: string) =>
  (await post(world.carla, '/meetings', { ...facts, title, day, hosts: `g${world.group.groupId}` })).headers.get('location') ?? ''

test('an agenda gathers all that waits, and goes out by itself some days before', async () => {
  // A charter that is not kept, a vendor that owes an answer, a document and a decision that are due, somebody who asks to join,
  const lectio = await world.db.selectFrom('list').selectAll().where('name', '=', 'lectio-l').executeTakeFirstOrThrow()
  await adoptTemplate(world)
  const [request] = await world.askFor({
    title: 'Rollover in one step',
    cases: [{ by: world.maria, problem: 'Copying takes three days.' }],
  })
  await world.handOver([request as number])
  await world.db
    .insertInto('subscriptionRequest')
    .values({ listId: lectio.id, email: 'new@place.example', state: 'waiting', askedAt: world.clock.now })
    .execute()
  const paper = {
    host: 'lectio',
    category: 'key',
    ownerRole: 'coordinator',
    visibility: 'public',
    datedOn: '2026-10-01',
    title: 'Our guide',
  }
  const document = await (await world.as(world.carla)).request('POST', '/documents', {
    ...{ ...paper, body: 'Read it.', reviewMonths: '12', reviewOn: '2027-02-01' },
  })
  expect(document.status).toBe(303)
  // an earlier meeting with a topic that was not reached, a decision and minutes that wait for approval
  const earlier = await arrange('Autumn meeting', '2026-10-20')
  await post(world.carla, `${earlier}/agenda`, { title: 'Not reached', minutes: '15' })
  const later = await arrange('Winter meeting', '2027-02-10')
  const item = await world.db.selectFrom('agendaItem').select('id').where('title', '=', 'Not reached').executeTakeFirstOrThrow()
  await post(world.carla, `${earlier}/agenda/${item.id}/state`, { to: 'carried' })
  await post(world.carla, `${earlier}/lines`, { key: crypto.randomUUID(), text: 'We meet at ten.', version: '0' })
  const line = await world.db.selectFrom('minuteLine').select('id').executeTakeFirstOrThrow()
  await post(world.carla, `${earlier}/lines/${line.id}/decision`, { reviewOn: '2027-02-01' })
  await post(world.carla, `${earlier}/lines`, { key: crypto.randomUUID(), text: 'Ask for the figures.', version: '0' })
  const act = await world.db.selectFrom('minuteLine').select('id').orderBy('id', 'desc').limit(1).executeTakeFirstOrThrow()
  await post(world.carla, `${earlier}/lines/${act.id}/action`, { ownerId: String(world.maria.personId), dueOn: '2027-01-10' })
  await post(world.carla, `${earlier}/minutes/circulate`)
  await world.settle()

  world.clock.now = new Date('2027-02-04T09:00:00Z')
  await tasks['meetings.agendas']?.({} as never, world.context)
  const { text } = await letterTo(world, world.maria, 'meetings.agenda')
  for (const words of [
    'Not reached (15′)',
    'Minutes of Autumn meeting to approve',
    'Open tasks: 1',
    'Late answers from the vendor: 1',
    'Decision D-2 to review',
    'Document due for review: Our guide',
    '1 application to join',
    'of the charter to review',
  ])
    expect(text).toContain(words)
  const page = await read(world.maria, `${later}/minutes`)
  expect(page).toContain('Ask for the figures. (Maria, due 10 January 2027)')
  // Whoever sits at the table gets to what an item is about.
  const about = [...page.matchAll(/<a href="([^"]+)">View related page/g)].map(([, to = '']) => to.replaceAll('&amp;', '&'))
  expect(about).toContain('/lists/lectio-l')
  for (const to of about) expect([to, (await (await world.as(world.maria)).get(to)).status]).toEqual([to, 200])
  // What is nobody else's business stays inside; a topic does not.
  const outside = await read(undefined, later)
  expect(outside).toContain('Not reached')
  for (const words of ['Late answers', 'to join', 'of the charter', 'Ask for the figures']) expect(outside).not.toContain(words)
})

test('what somebody asks to be corrected is met where one prepares, and minutes without attendance say so', async () => {
  const [earlier, later] = ['/meetings/2026-10-20', '/meetings/2027-02-10']
  expect(await read(world.carla, `${later}/minutes`)).not.toContain('waiting for an answer')
  const without = 'No attendance is recorded'
  expect(await read(world.carla, `${earlier}/minutes`)).toContain(without)
  expect((await post(world.maria, `${earlier}/corrections`, { text: 'We meet at eleven.' })).status).toBe(303)
  // On the agenda of the meeting that is to approve them, for those at its table.
  for (const path of [later, `${later}/minutes`])
    expect(await read(world.maria, path)).toMatch(
      new RegExp(`<a href="${earlier}/minutes#checking">1 correction of these minutes is waiting`),
    )
  expect(await read(undefined, later)).not.toContain('of these minutes')
  expect(await read(world.carla, `${later}/minutes`)).toMatch(/<button[^>]*disabled[^>]*>\s*Approve these minutes/)
  // On Today of who leads the group, whether they were invited to that meeting or not.
  const today = async () => (await read(world.carla, '/today')).includes('1 correction to answer: Autumn meeting')
  expect(await today()).toBe(true)
  const ofCarla = world.db.updateTable('meetingInvitation').where('personId', '=', world.carla.personId)
  await ofCarla.set({ withdrawnAt: world.clock.now }).execute()
  expect(await today()).toBe(true)
  expect(await read(world.maria, '/today')).not.toContain('to answer: Autumn meeting')
  await ofCarla.set({ withdrawnAt: null }).execute()
  const { id } = await world.db.selectFrom('minutesCorrection').select('id').executeTakeFirstOrThrow()
  expect((await post(world.carla, `${earlier}/corrections/${id}`, { to: 'left' })).status).toBe(303)
  expect([await today(), (await read(world.carla, later)).includes('waiting for an answer')]).toEqual([false, false])
  await post(world.carla, `${earlier}/attendance`, { from: 'minutes', [`p${world.maria.personId}`]: 'present' })
  expect(await read(world.carla, `${earlier}/minutes`)).not.toContain(without)
})

test('items are ordered by buttons and by place, and each keeps the one that it was given', async () => {
  const path = await arrange('Ordered', '2027-03-10')
  for (const title of ['One', 'Two', 'Three']) await post(world.carla, `${path}/agenda`, { title })
  const items = async () =>
    world.db
      .selectFrom('agendaItem')
      .innerJoin('meeting', 'meeting.id', 'agendaItem.meetingId')
      .select(['agendaItem.id', 'agendaItem.title'])
      .where('meeting.title', '=', 'Ordered')
      .orderBy('agendaItem.position')
      .execute()
  const titles = async () => (await items()).map(({ title }) => title)
  const move = async (title: string, to: string) =>
    post(world.carla, `${path}/agenda/${(await items()).find((one) => one.title === title)?.id}/move`, { to })
  await move('Three', 'up')
  expect(await titles()).toEqual(['One', 'Three', 'Two'])
  await move('One', '3')
  expect(await titles()).toEqual(['Three', 'Two', 'One'])
  await move('Three', 'up')
  expect(await titles()).toEqual(['Three', 'Two', 'One'])
  expect((await move('One', 'nowhere')).status).toBe(422)
})

test('minutes and votes that cannot be are answered in words, whichever form they stand in, and change nothing', async () => {
  const path = await arrange('Counted', '2027-04-14')
  const said = async (form: string, typed: Record<string, string>) => {
    const answer = await post(world.carla, `${path}/${form}`, typed)
    return [answer.status, await answer.text()]
  }
  for (const minutes of ['0', '-5', '601', '99999'])
    expect(await said('agenda', { title: 'Too long', minutes })).toEqual([
      422,
      expect.stringContaining('Enter a whole number from 1 to 600.'),
    ])
  await post(world.carla, `${path}/agenda`, { title: 'Rollover', minutes: '600' })
  const item = await world.db.selectFrom('agendaItem').selectAll().where('minutes', '=', 600).executeTakeFirstOrThrow()
  const change = { title: 'Rollover', minutes: '0' }
  expect(await said(`agenda/${item.id}`, change)).toEqual([422, expect.stringContaining('Enter a whole number from 1 to 600.')])
  expect(await said(`agenda/${item.id}`, { title: '' })).toEqual([422, expect.stringContaining('Fill in this field.')])
  await post(world.carla, `${path}/lines`, { key: crypto.randomUUID(), text: 'We go on.', version: '0' })
  const line = await world.db.selectFrom('minuteLine').select('id').where('text', '=', 'We go on.').executeTakeFirstOrThrow()
  for (const votesFor of ['-1', '99999999999'])
    expect(await said(`lines/${line.id}/decision`, { votesFor })).toEqual([
      422,
      expect.stringContaining('Enter a whole number from 0 to 100000.'),
    ])
  expect(await world.db.selectFrom('decision').select('id').where('text', '=', 'We go on.').execute()).toEqual([])
  expect(await world.db.selectFrom('agendaItem').select('minutes').where('id', '=', item.id).execute()).toEqual([{ minutes: 600 }])
  expect((await post(world.carla, `${path}/lines/${line.id}/decision`, { votesFor: '0' })).status).toBe(303)
})

test('who may add to an agenda is led there while it is empty', async () => {
  const path = await arrange('Empty yet', '2027-12-17')
  expect(await read(world.carla, path)).toContain(`<a href="${path}/minutes#add-item">Add an agenda item</a>`)
  expect(await read(undefined, path)).not.toContain('#add-item')
  expect(await read(world.carla, `${path}/minutes`)).toMatch(
    /<a href="#add-item">Add agenda item<[\s\S]*<section class="stack" id="add-item">/,
  )
})

test('a request comes to the agenda of its group’s next meeting with one click, once, and to the group alone while not everybody reads it', async () => {
  const [open, inner] = await world.askFor(
    { title: 'For everybody', visibility: 'public' },
    { title: 'For ourselves', visibility: 'group' },
  )
  const path = await arrange('Next of all', new Date(world.clock.now.getTime() + 2 * 86_400_000).toISOString().slice(0, 10))
  const button = `action="${path}/agenda"`
  for (const person of [world.carla, world.maria]) expect(await read(person, `/requests/${open}`)).toContain(button)
  for (const person of [world.susi, undefined]) expect(await read(person, `/requests/${open}`)).not.toContain(button)
  const bring = (person: Person, id: unknown, title: string) => post(person, `${path}/agenda`, { title, request: String(id) })
  const brought = (await bring(world.carla, open, 'For everybody')).headers.get('location') ?? ''
  expect(brought).toMatch(new RegExp(`^${path}/minutes#item-\\d+$`))
  expect(await read(world.carla, `${path}/minutes`)).toContain(`id="${brought.split('#')[1]}"`)
  await bring(world.maria, open, 'Something else')
  await bring(world.maria, inner, 'For ourselves')
  const items = await world.db
    .selectFrom('agendaItem')
    .select(['title', 'state', 'internal', 'sourcePath'])
    .where('source', 'like', 'request:%')
    .orderBy('id')
    .execute()
  expect(items).toEqual([
    { title: 'For everybody', state: 'open', internal: false, sourcePath: `/requests/${open}` },
    { title: 'For ourselves', state: 'proposed', internal: true, sourcePath: `/requests/${inner}` },
  ])
  // What was set aside comes back by whoever arranges.
  const first = world.db.selectFrom('agendaItem').select(['id', 'state']).where('source', '=', `request:${open}`)
  await post(world.carla, `${path}/agenda/${(await first.executeTakeFirstOrThrow()).id}/state`, { to: 'dropped' })
  await bring(world.maria, open, 'For everybody')
  expect((await first.executeTakeFirstOrThrow()).state).toBe('dropped')
  await bring(world.carla, open, 'For everybody')
  expect((await first.executeTakeFirstOrThrow()).state).toBe('open')
  // Who sits at no table of the group brings nothing, and nobody brings what they do not read.
  expect((await bring(world.susi, open, 'For everybody')).status).toBe(404)
  expect((await bring(world.carla, 999_999, 'Nothing')).status).toBe(404)
})
