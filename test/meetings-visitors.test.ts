import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.end())

const room = 'https://meet.example/room'

async function arrange(kind: 'meeting' | 'show_and_tell') {
  const { id } = await world.db.selectFrom('workingGroup').select('id').where('slug', '=', 'lectio').executeTakeFirstOrThrow()
  const { headers } = await (await world.as(world.carla)).post(kind === 'meeting' ? '/meetings' : '/show-and-tell/sessions', {
    ...{
      title: 'Open meeting',
      hosts: kind === 'meeting' ? `g${id}` : String(id),
      day: '2026-10-23',
      time: '10:00',
      minutes: '60',
      zone: 'Europe/Lisbon',
      public: 'on',
    },
    place: room,
  })
  return (headers.get('location') ?? '').replace('/show-and-tell/sessions', '/meetings').replace(/\?.*/, '')
}

/** A calendar file in one piece: its long lines are folded. */
const unfolded = (file: string) => file.replaceAll(/\r?\n /g, '')

it('tells who is not invited whom to ask, on the page and in calendars, and never where the room is', async () => {
  const path = await arrange('meeting')
  const [visitor, outsider, coordinator] = [await world.as(), await world.as(world.susi), await world.as(world.carla)]
  for (const one of [visitor, outsider]) {
    const page = await (await one.get(path)).text()
    expect(page).toContain('To attend as a guest, ask <a href="/roster">Carla</a>.')
    expect(page).not.toContain(room)
  }
  expect(await (await coordinator.get(path)).text()).not.toContain('To attend as a guest')
  for (const file of [`${path}.ics`, '/meetings.ics'])
    expect(unfolded(await (await visitor.get(file)).text())).toContain('Guests: our page says how to attend.')
  expect(unfolded(await (await coordinator.get(`${path}.ics`)).text())).not.toContain('Guests:')
  // An address that follows the role is there for those who write from outside.
  await coordinator.post('/role-addresses', { name: 'lead', title: 'Coordinator', role: 'coordinator', owner: `g${world.group.groupId}` })
  expect(await (await visitor.get(path)).text()).toMatch(/ask <a href="mailto:lead@[^"]+">lead@[^<]+<\/a>\./)
})

it('sends who would come to a session to its registration', async () => {
  const path = await arrange('show_and_tell')
  const visitor = await world.as()
  expect(await (await visitor.get(path)).text()).toContain('>Register for the session to attend</a>')
  expect(unfolded(await (await visitor.get(`${path}.ics`)).text())).toContain(path.replace('/meetings/', '/show-and-tell/sessions/'))
})
