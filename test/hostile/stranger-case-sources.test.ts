import { afterAll, beforeAll, expect, test } from 'vitest'
import { acceptMail } from '../../src/edges/mailroom/actions.ts'
import { tellStory } from '../../src/requests/stories-actions.ts'
import { mail } from '../mail.ts'
import { actorOf, fillRequests } from '../requests-world.ts'
import { makeWorld, type World } from '../world.ts'

// Maria lets everybody quote what she wrote to a list whose archive is not for everybody.
let world: World
let filled: Awaited<ReturnType<typeof fillRequests>>
let story = 0
const hidden = /Why we may leave Quillon|hush@maria|between-us/
beforeAll(async () => {
  world = await makeWorld()
  await world.db.updateTable('list').set({ archive: 'subscribers' }).where('id', '=', world.listId).execute()
  const text = 'Students see gaps, and call us in week two.'
  const raw = mail({ from: 'Maria <maria@maria.example>', subject: 'Why we may leave Quillon', id: 'hush@maria.example', text })
  await acceptMail(world.write, { raw, mailFrom: 'maria@maria.example', rcptTo: ['lectio-l@lists.localhost'], via: 'cli' })
  await world.settle()
  filled = await fillRequests(world)
  await world.db.updateTable('userCase').set({ consent: 'public', visibility: 'public' }).where('id', '=', filled.caseId).execute()
  await world.db.updateTable('request').set({ visibility: 'public' }).where('id', '=', filled.requestId).execute()
  const maria = await actorOf(world, world.maria)
  const facts = { kind: 'success' as const, title: 'How it went', text: 'Well.', visibility: 'public' as const }
  const { messageId } = filled
  story = await world.write((tx) => tellStory(tx, maria, world.group.groupId, facts, { messageId }))
})
afterAll(() => world.end())

const doors = () => [`/cases/${filled.caseId}`, `/requests/${filled.requestId}`, `/api/v1/requests/${filled.requestId}`]

test.each(['visitor', 'otto', 'bruno'] as const)('%s reads what she said, not where, nor what the mail was called', async (name) => {
  const reader = await world.as(name === 'visitor' ? undefined : world[name])
  for (const path of doors()) {
    const answer = await reader.get(path)
    const said = await answer.text()
    expect([path, answer.status, said.includes('Students see gaps')]).toEqual([path, 200, true])
    expect(said, path).not.toMatch(hidden)
  }
})

test('who is on the list reads that too', async () => {
  const susi = await world.as(world.susi)
  expect(await (await susi.get(`/cases/${filled.caseId}`)).text()).toContain('Why we may leave Quillon')
  expect(await (await susi.get(`/requests/${filled.requestId}`)).text()).toContain('hush%40maria')
})

test('a story does not name the list that its group keeps to itself', async () => {
  await world.db.updateTable('list').set({ archive: 'group', name: 'between-us' }).where('id', '=', world.listId).execute()
  for (const reader of [await world.as(), await world.as(world.otto)]) {
    const answer = await reader.get(`/stories/${story}`)
    expect(answer.status).toBe(200)
    expect(await answer.text()).not.toMatch(hidden)
  }
  expect(await (await (await world.as(world.carla)).get(`/stories/${story}`)).text()).toContain('between-us')
})
