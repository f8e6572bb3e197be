import { describe, expect, onTestFinished, test } from 'vitest'
import { program } from '../src/actor.ts'
import { addAction } from '../src/groups/tasks/actions.ts'
import { enqueue } from '../src/lib/db/enqueue.ts'
import { makeWorld, type World } from './world.ts'

async function newWorld(): Promise<World> {
  const world = await makeWorld()
  onTestFinished(() => world.end())
  return world
}

const monday = async (world: World) => {
  await world.write((tx) => enqueue(tx, 'site.today'))
  await world.settle()
  return (await world.postbox()).filter((mail) => mail.kind === 'site.today')
}

const giveAction = (world: World, person = world.maria) =>
  world.write((tx) =>
    addAction(tx, program(world.clock.now), { title: 'Ask around', groupId: world.group.groupId, ownerId: person.personId }),
  )

const textOf = (bytes: Buffer | null | undefined) => (bytes ?? Buffer.alloc(0)).toString('utf8').replaceAll('=\r\n', '')

describe('what waits by mail', () => {
  test('comes on Mondays to who chose it, with the entries of the page, and once', async () => {
    const world = await newWorld()
    const maria = await world.as(world.maria)
    await giveAction(world)
    expect(await (await maria.get('/today')).text()).toContain('Start Monday email')
    expect(await monday(world)).toEqual([])

    expect((await maria.post('/today/mail', { weekly: 'on' })).status).toBe(303)
    const page = await (await maria.get('/today')).text()
    expect(page).toContain('You have 1 open task')
    const [letter, ...more] = await monday(world)
    expect([letter?.email, letter?.subject, more.length]).toEqual(['maria@maria.example', '1 thing to do', 0])
    const text = textOf(letter?.bytes)
    expect(text).toContain('You have 1 open task')
    expect(text).toContain('http://rapport.test/actions')
    expect(text).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click/im)
    expect(await monday(world)).toHaveLength(1)
    world.clock.now = new Date(world.clock.now.getTime() + 7 * 86_400_000)
    expect(await monday(world)).toHaveLength(2)
  })

  test('does not come where nothing waits, nor with what waits for others', async () => {
    const world = await newWorld()
    const susi = await world.as(world.susi)
    await susi.post('/today/mail', { weekly: 'on' })
    await giveAction(world)
    expect(await monday(world)).toEqual([])
    expect(await (await susi.ask('GET', '/api/v1/me/today')).json()).toEqual({ weekly: true, items: [] })
  })

  test('speaks her language, and one POST of a mail program ends it', async () => {
    const world = await newWorld()
    const maria = await world.as(world.maria)
    await maria.ask('PATCH', '/api/v1/me', { locale: 'de' })
    await maria.ask('PUT', '/api/v1/me/today/mail', { weekly: true })
    await giveAction(world)
    const [letter] = await monday(world)
    expect(letter?.subject).toBe('1 Sache zu erledigen')
    const path =
      /List-Unsubscribe: <http:\/\/rapport\.test(\/[^>]+)>/i.exec(textOf(letter?.bytes).replaceAll(/\r\n[ \t]+/g, ' '))?.[1] ?? ''
    const visitor = await world.as()
    // Looking at the link changes nothing: scanners do.
    expect((await visitor.get(path)).status).toBe(200)
    expect(await world.db.selectFrom('todayMail').selectAll().execute()).toHaveLength(1)
    expect((await visitor.post(path, { 'List-Unsubscribe': 'One-Click' }, { origin: '' })).status).toBe(200)
    expect(await world.db.selectFrom('todayMail').selectAll().execute()).toEqual([])
    world.clock.now = new Date(world.clock.now.getTime() + 7 * 86_400_000)
    expect(await monday(world)).toHaveLength(1)
  })
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
    expect(await (await carla.get('/today')).text()).toContain('First steps: 8 steps left for Lectio Working Group')
    const page = async () => await (await carla.get('/first-weeks')).text()
    expect(await page()).toContain('0 of 8 steps finished')
    const buttons = [...(await page()).matchAll(/class="button[^"]*" href="([^"]+)"/g)].map(([, href]) => href ?? '')
    expect(buttons).toContain('/documents/imports')
    for (const href of buttons) expect([href, (await carla.get(href)).status]).toEqual([href, 200])

    // Nothing can be confirmed that was not done, and nothing left out without a reason.
    const nothing = await carla.post('/first-weeks/lectio/roster', { verdict: 'confirmed' })
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
    expect(await page()).toContain('2 of 8 steps finished')
    await carla.post('/first-weeks/lectio/ballot/reopen')
    expect(await page()).not.toContain('Next year')
    expect((await (await world.as(world.maria)).get('/first-weeks')).status).toBe(404)
  })
})
