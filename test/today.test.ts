import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { acceptMail } from '../src/edges/mailroom/actions.ts'
import { mail } from './mail.ts'
import { askToJoin, giveAction, holdMail, letters, tenMinutesLater, weekBegins } from './week-world.ts'
import { makeWorld, type World } from './world.ts'

async function newWorld(): Promise<World> {
  const world = await makeWorld()
  onTestFinished(() => world.end())
  return world
}

const day = 86_400_000
const monday = new Date('2026-10-19T09:00:00Z')

test('a thread whose last word is one’s own is nothing new', async () => {
  const world = await newWorld()
  const [susi, carla] = [await world.as(world.susi), await world.as(world.carla)]
  const sees = async (who: typeof susi) => (await (await who.get('/today')).text()).includes('>Who has seen it?<')
  await susi.post('/lists/lectio-l/write', { subject: 'Who has seen it?', text: 'Where?' })
  await world.settle()
  expect([await sees(susi), await sees(carla)]).toEqual([false, true])
  const { messageId } = await world.db.selectFrom('message').select('messageId').executeTakeFirstOrThrow()
  world.clock.now = new Date(world.clock.now.getTime() + 60_000)
  await carla.post('/lists/lectio-l/write', { reply: messageId, subject: 'Re: Who has seen it?', text: 'Here.' })
  await world.settle()
  expect([await sees(susi), await sees(carla)]).toEqual([true, false])
})

describe('what waits by mail', () => {
  test('comes on Mondays to whom something waits for, with the entries of the page, and once', async () => {
    const world = await newWorld()
    await giveAction(world, world.maria, 'Ask around')
    await weekBegins(world, new Date(monday.getTime() - day))
    expect(await letters(world, world.maria)).toEqual([])
    await weekBegins(world)
    const [letter, ...more] = await letters(world, world.maria)
    expect([letter?.subject, more.length]).toEqual(['1 thing waits for you this week', 0])
    expect(letter?.text).toContain('1. Your task: Ask around')
    await weekBegins(world, new Date(monday.getTime() + 3_600_000))
    expect(await letters(world, world.maria)).toHaveLength(1)
    await weekBegins(world, new Date(monday.getTime() + 7 * day))
    expect(await letters(world, world.maria)).toHaveLength(2)
  })

  test('comes on the day and hour that they chose, in their zone', async () => {
    const world = await newWorld()
    const maria = await world.as(world.maria)
    await giveAction(world, world.maria, 'Ask around')
    await maria.post('/me/zone', { zone: 'Pacific/Auckland' })
    expect((await maria.post('/me/notifications/week', { wanted: 'on', weekday: '3', hour: '18' })).status).toBe(303)
    await weekBegins(world)
    // Wednesday, 17:59 and 18:00 in Auckland.
    await weekBegins(world, new Date('2026-10-21T04:59:00Z'))
    expect(await letters(world, world.maria)).toEqual([])
    await weekBegins(world, new Date('2026-10-21T05:00:00Z'))
    expect(await letters(world, world.maria)).toHaveLength(1)
  })

  test('speaks her language, and one POST of a mail program ends it', async () => {
    const world = await newWorld()
    const maria = await world.as(world.maria)
    await maria.ask('PATCH', '/api/v1/me', { locale: 'de' })
    await giveAction(world, world.maria, 'Ask around')
    await weekBegins(world)
    const [letter] = await letters(world, world.maria)
    expect(letter?.subject).toBe('1 Sache wartet diese Woche auf Sie')
    const path = /http:\/\/rapport\.test(\/unsubscribe\/today\/\w+)/.exec(letter?.text ?? '')?.[1] ?? ''
    const visitor = await world.as()
    // Looking at the link changes nothing: scanners do.
    expect((await visitor.get(path)).status).toBe(200)
    const wanted = async () => (await (await maria.ask('GET', '/api/v1/me/today')).json()) as { weekly: boolean }
    expect((await wanted()).weekly).toBe(true)
    const stopped = await visitor.post(path, { 'List-Unsubscribe': 'One-Click' }, { origin: '' })
    expect([stopped.status, await stopped.text()]).toEqual([200, expect.stringContaining('now comes in separate emails')])
    expect((await wanted()).weekly).toBe(false)
    await weekBegins(world, new Date(monday.getTime() + 7 * day))
    expect(await letters(world, world.maria)).toHaveLength(1)
  })

  test('one whose letter cannot be written costs nobody else theirs', async () => {
    const world = await newWorld()
    for (const person of [world.carla, world.maria]) await giveAction(world, person, 'Ask around')
    await sql`alter table week_letter add constraint not_carla check (person_id <> ${sql.lit(world.carla.personId)})`.execute(world.db)
    await weekBegins(world)
    expect(await letters(world, world.carla)).toEqual([])
    expect(await letters(world, world.maria)).toHaveLength(1)
    // Nothing of hers is marked: it comes once the fault is mended.
    await sql`alter table week_letter drop constraint not_carla`.execute(world.db)
    await weekBegins(world)
    expect(await letters(world, world.carla)).toHaveLength(1)
  })
})

describe('Today', () => {
  let world: World
  beforeAll(async () => {
    world = await makeWorld()
    await askToJoin(world, 'Nora')
    await askToJoin(world, 'Olga')
    await holdMail(world, 'From outside')
  })
  afterAll(() => world.end())
  const pageOf = async () => (await (await world.as(world.modesto)).get('/today')).text()
  const keyOf = async (name: string) =>
    `join:${(await world.db.selectFrom('subscriptionRequest').select('id').where('name', '=', name).executeTakeFirstOrThrow()).id}`
  const stateOf = async (name: string) =>
    (await world.db.selectFrom('subscriptionRequest').select('state').where('name', '=', name).executeTakeFirstOrThrow()).state

  test('takes a decision where the thing stands, and carries it out ten minutes later', async () => {
    const modesto = await world.as(world.modesto)
    expect((await modesto.post('/today/decide', { key: await keyOf('Nora'), choice: 'yes' })).status).toBe(303)
    const page = await (await modesto.get('/today')).text()
    expect(page).toContain('Approve application · we do this at')
    expect(page).toContain('Approve application: “Nora wants to join Lectio-L”. You can undo this for ten minutes.')
    expect(await stateOf('Nora')).toBe('waiting')
    await tenMinutesLater(world)
    expect(await stateOf('Nora')).toBe('approved')
    expect(await pageOf()).not.toContain('Nora wants to join')
  })

  test('goes on at what comes next, and from the first at the top', async () => {
    const modesto = await world.as(world.modesto)
    const ids = [...(await pageOf()).matchAll(/<li id="([^"]+)"/g)].map(([, id = '']) => id)
    const later = async (key = '') => (await modesto.post('/today/decide', { key, choice: 'later' })).headers.get('location')
    const takeBack = async () => modesto.post('/today/undo', { batch: /name="batch" value="(\d+)"/.exec(await pageOf())?.[1] ?? '' })
    expect(ids.length).toBeGreaterThan(1)
    const of = (id = '') => `/today#${encodeURIComponent(id)}`
    for (const [at, to] of [
      [0, '/today'],
      [1, of(ids[2] ?? ids[0])],
      [ids.length - 1, of(ids.at(-2))],
    ] as const) {
      expect(await later(ids[at])).toBe(to)
      await takeBack()
    }
  })

  test('asks for a reason beside the thing, and keeps what was typed', async () => {
    const modesto = await world.as(world.modesto)
    const refused = await modesto.post('/today/decide', { key: await keyOf('Olga'), choice: 'no', reason: ' ' })
    expect([refused.status, (await refused.text()).includes('Enter a reason. The people affected will read your reason.')]).toEqual([
      422,
      true,
    ])
    expect((await modesto.post('/today/decide', { key: await keyOf('Olga'), choice: 'no', reason: 'Not ours' })).status).toBe(303)
  })

  test('says why it cannot be decided there, and leads to the page that asks', async () => {
    // There are contracts, and nothing shows that the applicant works where there is one.
    const { organisationId } = await world.db.selectFrom('organisation').select('id as organisationId').limit(1).executeTakeFirstOrThrow()
    const contract = await world.db
      .insertInto('contract')
      .values({ organisationId, productId: 1, fromOn: '2020-01-01' })
      .returning('id')
      .executeTakeFirstOrThrow()
    const id = await askToJoin(world, 'Stranger')
    await world.db.updateTable('subscriptionRequest').set({ email: 'stranger@nowhere.example' }).where('id', '=', id).execute()
    const refused = await (await world.as(world.modesto)).post('/today/decide', { key: `join:${id}`, choice: 'yes', reason: '' })
    const page = await refused.text()
    expect(refused.status).toBe(422)
    expect(page).toMatch(
      new RegExp(`role="alert"[^>]*autofocus[^>]*>Some evidence is missing\\..{0,200}<a href="/lists/lectio-l/requests/${id}">`),
    )
    // It was no rejection.
    expect(page).not.toContain('<details class="why" open')
    await world.db.deleteFrom('subscriptionRequest').where('id', '=', id).execute()
    await world.db.deleteFrom('contract').where('id', '=', contract.id).execute()
  })

  test('takes it back within the ten minutes', async () => {
    const batch = /name="batch" value="(\d+)"/.exec(await pageOf())?.[1] ?? ''
    const modesto = await world.as(world.modesto)
    // Nobody else's to take back.
    expect((await (await world.as(world.carla)).post('/today/undo', { batch })).status).toBe(409)
    expect((await modesto.post('/today/undo', { batch })).status).toBe(303)
    await tenMinutesLater(world)
    expect(await stateOf('Olga')).toBe('waiting')
    expect((await modesto.post('/today/undo', { batch })).status).toBe(409)
  })

  test('waits as well where it is decided on a page of its own, and is undone from any page; a program does not wait', async () => {
    const page = `/lists/lectio-l/requests/${await askToJoin(world, 'Rosa')}`
    const no = { decision: 'reject', reason: 'Not ours' }
    const modesto = await world.as(world.modesto)
    for (const _ of [1, 2]) expect((await modesto.post(page, no)).headers.get('location')).toBe('/lists/lectio-l/requests')
    expect(await stateOf('Rosa')).toBe('waiting')
    expect(await (await modesto.get('/lists/lectio-l/requests')).text()).not.toContain(page)
    const elsewhere = await (await modesto.get('/meetings?view=past')).text()
    expect(elsewhere).toContain('<b>Rosa wants to join Lectio-L</b> · Reject application · we do this at')
    expect(elsewhere).toContain('name="next" value="/meetings?view=past"')
    expect(await (await (await world.as(world.carla)).get('/meetings')).text()).not.toContain('Rosa')
    const batch = /name="batch" value="(\d+)"/.exec(elsewhere)?.[1] ?? ''
    expect((await (await world.as(world.carla)).post('/today/now', { batch })).status).toBe(409)
    expect((await modesto.post('/today/undo', { batch, next: '/meetings' })).headers.get('location')).toBe('/meetings')
    await tenMinutesLater(world)
    expect(await stateOf('Rosa')).toBe('waiting')
    expect((await modesto.ask('POST', `/api/v1/acts${page}`, no)).status).toBe(200)
    expect(await stateOf('Rosa')).toBe('rejected')
  })

  test('has what was put off again a week later', async () => {
    const modesto = await world.as(world.modesto)
    const key = await keyOf('Olga')
    const waits = async () => (await pageOf()).includes(`name="key" value="${key}"`)
    await modesto.post('/today/decide', { key, choice: 'later' })
    expect(await waits()).toBe(false)
    // For ten minutes it stands among what was decided, and can be taken back.
    const page = await pageOf()
    expect(page).toMatch(/Olga wants to join Lectio-L<\/span><div class="meta">We show you this again in a week/)
    expect(page).not.toContain('Do this now')
    expect((await modesto.post('/today/undo', { batch: /name="batch" value="(\d+)"/.exec(page)?.[1] ?? '' })).status).toBe(303)
    expect(await waits()).toBe(true)
    await modesto.post('/today/decide', { key, choice: 'later' })
    await tenMinutesLater(world)
    expect(await pageOf()).not.toContain('Olga wants to join')
    world.clock.now = new Date(world.clock.now.getTime() + 7 * day)
    expect(await pageOf()).toContain('Olga wants to join')
  })

  test('refuses what does not wait for them, and what cannot be chosen there', async () => {
    const susi = await world.as(world.susi)
    expect((await susi.post('/today/decide', { key: await keyOf('Olga'), choice: 'yes' })).status).toBe(409)
    const modesto = await world.as(world.modesto)
    expect((await modesto.post('/today/decide', { key: await keyOf('Olga'), choice: 'discard' })).status).toBe(404)
    expect((await modesto.post('/today/decide', { key: 'join:999999', choice: 'yes' })).status).toBe(409)
    expect(await stateOf('Olga')).toBe('waiting')
  })

  test('is where the page of approvals was', async () => {
    const old = await (await world.as(world.modesto)).get('/approvals?kind=join')
    expect([old.status, old.headers.get('location')]).toEqual([301, '/today'])
  })

  test('shows ten of a kind, and the rest in one line', async () => {
    for (let i = 0; i < 12; i++) await askToJoin(world, `Asker ${i}`)
    const page = await pageOf()
    expect(page.match(/wants to join/g)?.length).toBeGreaterThanOrEqual(10)
    expect(page).toContain('3 more applications: Lectio-L')
  })
})

test('held mail says on Today how it begins; one that is large, or damaged, says nothing and hides no other', async () => {
  const world = await newWorld()
  const modesto = await world.as(world.modesto)
  const send = async (subject: string, text: string) => {
    const from = 'xaver@elsewhere.example'
    const raw = mail({ from: `Xaver <${from}>`, subject, text })
    await acceptMail(world.write, { raw, mailFrom: from, rcptTo: ['lectio-l@lists.localhost'], via: 'cli' })
    await world.settle()
    return world.db
      .selectFrom('heldMail')
      .innerJoin('inbound', 'inbound.id', 'heldMail.inboundId')
      .select(['heldMail.id', 'inbound.rawId'])
      .orderBy('heldMail.id', 'desc')
      .executeTakeFirstOrThrow()
  }
  const question = await send('Question', '> What do you think?\n\nWe use **two** templates <here>.')
  const large = await send('Large', `Never read. ${'All work and no play.\n'.repeat(5_000)}`)
  const damaged = await send('Damaged', 'Cannot be read.')
  await world.db
    .updateTable('rawMail')
    .set({ bytes: Buffer.from('nothing') })
    .where('id', '=', damaged.rawId)
    .execute()
  const page = await (await modesto.get('/today')).text()
  const entry = (id: number) => page.split('<li').find((one) => one.includes(`id="held:${id}"`)) ?? ''
  expect(entry(question.id)).toContain('We use two templates &lt;here&gt;.')
  expect(entry(question.id)).not.toContain('What do you think?')
  expect([entry(large.id), entry(damaged.id)].map((one) => [one.includes('Approve'), /Never read|Cannot be read/.test(one)])).toEqual([
    [true, false],
    [true, false],
  ])
})

describe('first weeks', () => {
  test('say what the record says, step by step, until each is settled', async () => {
    const world = await newWorld()
    // The group began here last week.
    await world.db
      .updateTable('workingGroup')
      .set({ createdAt: new Date('2026-10-09T09:00:00Z') })
      .execute()
    const carla = await world.as(world.carla)
    expect(await (await carla.get('/today')).text()).toContain('First steps: 11 steps left for Lectio Working Group')
    const page = async () => await (await carla.get('/first-weeks')).text()
    // Who leads a group brings people into its list; what administrators bring beside is said to them alone.
    const both = [await page(), await (await (await world.as(world.ada)).get('/first-weeks?group=lectio')).text()]
    expect(both.map((one) => one.includes('An administrator imports its messages'))).toEqual([true, false])
    expect(await page()).toContain('0 of 11 steps finished')
    const buttons = [...(await page()).matchAll(/class="button[^"]*" href="([^"]+)"/g)].map(([, href]) => href ?? '')
    expect(buttons).toContain('/documents/imports?group=lectio')
    for (const href of buttons) expect([href, (await carla.get(href)).status]).toEqual([href, 200])

    // Nothing can be confirmed that was not done, and nothing left out without a reason.
    const nothing = await carla.post('/first-weeks/lectio/charter', { verdict: 'confirmed' })
    expect([nothing.status, (await nothing.text()).includes('Do this step before you confirm it.')]).toEqual([422, true])
    const why = await carla.post('/first-weeks/lectio/ballot', { verdict: 'skipped', reason: ' ' })
    expect([why.status, (await why.text()).includes('Enter a reason.')]).toEqual([422, true])
    expect((await carla.post('/first-weeks/lectio/ballot', { verdict: 'skipped', reason: 'Next year' })).status).toBe(303)
    expect(await page()).toContain('Next year')

    // A meeting is arranged: the step is done by itself, with its evidence, and waits to be looked at.
    const arranged = {
      title: 'First meeting',
      hosts: `g${world.group.groupId}`,
      day: '2026-11-20',
      time: '15:00',
      zone: 'UTC',
      minutes: '60',
    }
    expect((await carla.post('/meetings', arranged)).status).toBe(303)
    expect(await page()).toContain('1 meeting in the calendar')
    expect((await carla.post('/first-weeks/lectio/meeting', { verdict: 'skipped', reason: 'No' })).status).toBe(422)
    expect((await carla.post('/first-weeks/lectio/meeting', { verdict: 'confirmed' })).status).toBe(303)
    expect(await page()).toContain('2 of 11 steps finished')
    await carla.post('/first-weeks/lectio/ballot/reopen')
    expect(await page()).not.toContain('Next year')
    expect((await (await world.as(world.maria)).get('/first-weeks')).status).toBe(404)

    // Who brings nothing says so once, and each step can be reopened.
    expect((await carla.post('/first-weeks/lectio/start-new')).status).toBe(303)
    expect(await page()).toContain('We have no old data.')
    expect(await page()).toContain('5 of 11 steps finished')
    await carla.post('/first-weeks/lectio/requests/reopen')
    expect(await page()).toContain('4 of 11 steps finished')
    // Whoever keeps the site is asked for its part as well.
    expect(await (await (await world.as(world.ada)).get('/first-weeks')).text()).toContain('Design the website')
    // A group that has run for a year is not told of first weeks.
    await world.db
      .updateTable('workingGroup')
      .set({ createdAt: new Date('2025-10-09T09:00:00Z') })
      .execute()
    expect(await (await carla.get('/today')).text()).not.toContain('First steps')
  })
})

test('who leads the group of a list sees what has had no answer for a week', async () => {
  const world = await newWorld()
  const post = async (subject: string, from: string, firstAt: Date) => {
    await acceptMail(world.write, { raw: mail({ from, subject }), mailFrom: from, rcptTo: ['lectio-l@lists.localhost'], via: 'cli' })
    await world.settle()
    await world.db.updateTable('thread').set({ firstAt }).where('subject', '=', subject).execute()
  }
  await world.db
    .updateTable('list')
    .set({ rules: JSON.stringify([]) })
    .execute()
  await post('Who knows it?', world.susi.email, new Date(monday.getTime() - 9 * day))
  await post('News of the group', world.carla.email, new Date(monday.getTime() - 9 * day))
  await post('Asked only now', world.susi.email, new Date(monday.getTime() - 2 * day))
  await weekBegins(world)
  const today = async (person = world.carla) => (await (await world.as(person)).get('/today')).text()
  expect(await today()).toContain('href="/lists/lectio-l/threads?unanswered"')
  expect(await today()).toContain('1 thread without an answer')
  expect(await today(world.susi)).not.toContain('without an answer')
  expect(await (await (await world.as(world.carla)).get('/lists/lectio-l')).text()).toContain('Without an answer</a>')
  // Long ago nobody waits any more.
  await weekBegins(world, new Date(monday.getTime() + 30 * day))
  expect(await today()).not.toContain('/threads?unanswered')
})
