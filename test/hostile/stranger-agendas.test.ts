import { afterAll, beforeAll, expect, test } from 'vitest'
import { inPairs } from '../ballots.ts'
import { makeWorld, type Person, type World } from '../world.ts'

// What a meeting that not everybody knows of has on its table comes to the agenda of one that everybody sees.
let world: World
const zone = 'Europe/Lisbon'
const arrange = async (who: Person, title: string, day: string, open: boolean, hosts: string[]) => {
  const form = { title, day, time: '10:00', minutes: '60', zone, ...(open ? { public: 'on' } : {}) }
  const answer = await (await world.as(who)).post('/meetings', inPairs({ ...form, hosts }))
  expect(answer.status).toBe(303)
  return (answer.headers.get('location') ?? '').replace(/^.*\/meetings\/([\w-]+).*$/, '$1')
}
const post = async (path: string, form: Record<string, string> = {}) => {
  const answer = await (await world.as(world.carla)).post(path, form)
  expect([path, answer.status]).toEqual([path, 303])
}
const itemOf = async (title: string) => world.db.selectFrom('agendaItem').selectAll().where('title', '=', title).orderBy('id').execute()

const made = { inner: '', open: '' }
beforeAll(async () => {
  world = await makeWorld()
  const ours = [`g${world.group.groupId}`]
  made.inner = await arrange(world.carla, 'Between us alone', '2026-11-10', false, ours)
  made.open = await arrange(world.carla, 'For all', '2026-11-20', true, ours)
  await post(`/meetings/${made.inner}/agenda`, { title: 'How we bargain' })
  await post(`/meetings/${made.inner}/lines`, { key: crypto.randomUUID(), text: 'Said.', version: '0' })
  await post(`/meetings/${made.inner}/minutes/circulate`)
  await post(`/meetings/${made.open}/agenda`, { title: 'Rollover' })
  await post(`/meetings/${made.open}/agenda/fill`)
})
afterAll(() => world.end())

const doors = () => [`/meetings/${made.open}`, `/api/v1/meetings/${made.open}/agenda`, '/search?q=between', '/search?q=bargain']
const strangers = ['visitor', 'otto', 'susi', 'bruno'] as const
const reads = async (name: (typeof strangers)[number], hidden: RegExp) => {
  const reader = await world.as(name === 'visitor' ? undefined : world[name])
  for (const path of doors()) expect(await (await reader.get(path)).text(), path).not.toMatch(hidden)
}

test.each(strangers)('%s does not read there what was not for them, by the minutes that wait', async (name) => {
  await reads(name, /Between us|between-us/)
})

test.each(strangers)('%s does not read who proposed what stands there, nor where it came from', async (name) => {
  const reader = await world.as(name === 'visitor' ? undefined : world[name])
  const { items } = (await (await reader.get(`/api/v1/meetings/${made.open}/agenda`)).json()) as { items: unknown[] }
  expect(items).toEqual([expect.objectContaining({ title: 'Rollover', proposer: null, source: '' })])
})

test('who is at the table reads both', async () => {
  const answer = await (await world.as(world.maria)).get(`/api/v1/meetings/${made.open}/agenda`)
  const { items } = (await answer.json()) as { items: unknown[] }
  expect(items).toMatchObject([
    { title: 'Rollover', proposer: 'Carla' },
    { title: expect.stringContaining('Between us alone'), internal: true, source: expect.stringContaining('minutes:') },
  ])
})

test('what is carried on from such a meeting stays with its group, and goes past a meeting that others host as well', async () => {
  const { id: other } = await world.db.selectFrom('workingGroup').select('id').where('slug', '=', 'catalogo').executeTakeFirstOrThrow()
  const joint = await arrange(world.ada, 'Together', '2026-11-15', true, [`g${world.group.groupId}`, `g${other}`])
  const [item] = await itemOf('How we bargain')
  await post(`/meetings/${made.inner}/agenda/${item?.id}/state`, { to: 'carried' })
  for (const name of strangers) await reads(name, /How we bargain/)
  const bruno = await world.as(world.bruno)
  expect(await (await bruno.get(`/meetings/${joint}`)).text()).not.toContain('How we bargain')
  expect(await (await (await world.as(world.maria)).get(`/meetings/${made.open}`)).text()).toContain('How we bargain')
})
