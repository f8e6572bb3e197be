import { afterAll, beforeAll, expect, test } from 'vitest'
import { Walk } from './clicks.ts'
import { makeWorld, type Person, type World } from './world.ts'

let world: World
let task: string
beforeAll(async () => {
  world = await makeWorld()
  const carla = await world.as(world.carla)
  await carla.post('/actions', { title: 'Ask for the dates', group: 'lectio', ownerId: String(world.carla.personId) })
  task = /"(\/actions\/\d+)"/.exec(await (await carla.get('/actions')).text())?.[1] ?? ''
})
afterAll(() => world.end())

const walkOf = async (person: Person, path: string): Promise<Walk> =>
  new Walk(await world.as(person)).open(path === 'the task' ? task : path)
const linesOf = async () => (await world.db.selectFrom('journal').select('id').execute()).length

test.for([
  ['a task', 'carla', 'the task', /^Save/],
  ['who joins a list without being asked', 'carla', '/lists/lectio-l/requests', /^Save/],
  ['the settings of a list', 'carla', '/lists/lectio-l/settings', /^Save/],
  ['how long things are kept', 'ada', '/admin/privacy', /^Save periods/],
  ['the rhythm of the newsletter', 'carla', '/news/issues/rhythm', /^Save/],
  ['the rule for the answers of the vendor', 'carla', '/desk/guests?group=lectio', /^Save/],
] as const)('%s: a form that is sent as it was shown changes nothing, and says so', async ([, who, path, button]) => {
  const walk = await walkOf(world[who], path)
  const before = await linesOf()
  await walk.press(button)
  expect(walk.html).toContain('Nothing changed.')
  expect(await linesOf()).toBe(before)
})

test('what is changed is saved, and what a colleague changed meanwhile stays', async () => {
  const approval = async () =>
    (await world.db.selectFrom('list').select('approval').where('id', '=', world.listId).executeTakeFirst())?.approval
  const [mine, hers] = [await walkOf(world.carla, '/lists/lectio-l/requests'), await walkOf(world.ada, '/lists/lectio-l/requests')]
  expect(await approval()).not.toBe('recognised')
  await hers.press(/^Save/, { approval: 'recognised' })
  expect(hers.html).not.toContain('Nothing changed.')
  await mine.press(/^Save/)
  expect(mine.html).toContain('Nothing changed.')
  expect(await approval()).toBe('recognised')
})

test('who may not change a thing is refused, changed or not', async () => {
  const walk = await walkOf(world.carla, '/lists/lectio-l/requests')
  const form = /<form[^>]*\/approval"[\s\S]*?<\/form>/.exec(walk.html)?.[0] ?? ''
  const approval = /value="(\w+)" checked/.exec(form)?.[1] ?? ''
  const mark = /name="as-shown" value="([^"]+)"/.exec(form)?.[1] ?? ''
  const post = async (person: Person) => (await world.as(person)).post('/lists/lectio-l/approval', { approval, 'as-shown': mark })
  const answer = await post(world.carla)
  expect([answer.status, decodeURIComponent(answer.headers.get('set-cookie') ?? '')]).toEqual([
    303,
    expect.stringContaining('Nothing changed.'),
  ])
  expect((await post(world.otto)).status).toBe(404)
})
