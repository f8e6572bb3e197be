import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test, vi } from 'vitest'
import { enqueue } from '../src/lib/db/enqueue.ts'
import { takePlace } from '../src/webhooks/send.ts'
import { makeWorld, type World } from './world.ts'

/** A program that is called: which deliveries it heard of. One without an answer keeps each call open. */
async function program(port: { answers: boolean; silent?: () => void }) {
  const heard: string[] = []
  const open: ServerResponse[] = []
  const server = createServer((request, response) => {
    heard.push(String(request.headers['webhook-id']))
    request.resume()
    if (port.answers) return void response.end()
    open.push(response)
    port.silent?.()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    for (const response of open) response.destroy()
    server.close()
  })
  return { heard, url: `http://hook.example:${(server.address() as AddressInfo).port}/in` }
}

async function newWorld() {
  const world = await makeWorld({ answers: { 'hook.example': { A: ['127.0.0.1'] } }, env: { RAPPORT_WEBHOOK_NETWORKS: '127.0.0.0/8' } })
  onTestFinished(() => world.end())
  return world
}

async function addHook(world: World, url: string): Promise<number> {
  const carla = await world.as(world.carla)
  const page = await (await carla.post('/admin/webhooks', { name: 'A program', url, events: 'action.*' })).text()
  return Number(/admin\/webhooks\/(\d+)/.exec(page)?.[1])
}

async function happen(world: World, times: number) {
  const carla = await world.as(world.carla)
  for (let n = 0; n < times; n++) await carla.post('/actions', { group: 'lectio', title: `Ask the vendor, ${n}` })
  await world.write((tx) => enqueue(tx, 'journal.chain'))
  await world.settle()
  await world.write((tx) => enqueue(tx, 'webhooks.turn'))
  await world.settle()
}

const attempts = async (world: World, webhookId: number) =>
  (
    await world.db.selectFrom('webhookDelivery').select(['state', 'attempts']).where('webhookId', '=', webhookId).orderBy('id').execute()
  ).map(({ state, attempts }) => `${state} ${attempts}`)

const later = async (world: World, webhookId: number, seconds: number) => {
  world.clock.now = new Date(world.clock.now.getTime() + seconds * 1_000)
  await world.write((tx) => enqueue(tx, 'webhooks.send', { webhookId }))
  await world.settle()
}

test('a program that never answers is given up for the round after one delivery, and another hears all of its own', async () => {
  // The time that an answer may take is over once the silent one has heard the call.
  const waiting: AbortController[] = []
  vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => {
    const controller = new AbortController()
    waiting.push(controller)
    return controller.signal
  })
  onTestFinished(() => void vi.restoreAllMocks())
  const port = { answers: false, silent: () => waiting.at(-1)?.abort(new DOMException('It is over.', 'TimeoutError')) }
  const silent = await program(port)
  const lively = await program({ answers: true })
  const world = await newWorld()
  const [first, second] = [await addHook(world, silent.url), await addHook(world, lively.url)]
  await happen(world, 3)
  expect([silent.heard.length, lively.heard.length]).toEqual([1, 3])
  expect(await attempts(world, first)).toEqual(['waiting 1', 'waiting 0', 'waiting 0'])
  expect(await attempts(world, second)).toEqual(['delivered 1', 'delivered 1', 'delivered 1'])

  // In the next round it is another's turn: it may be the one delivery alone. The rest waits longer the longer it lasts.
  await later(world, first, 5)
  await later(world, first, 5)
  expect(new Set(silent.heard).size).toBe(silent.heard.length)
  expect(await attempts(world, first)).toEqual(['waiting 1', 'waiting 1', 'waiting 1'])
  await later(world, first, 5)
  expect(silent.heard).toHaveLength(3)

  port.answers = true
  await later(world, first, 300)
  expect(await attempts(world, first)).toEqual(['delivered 2', 'delivered 2', 'delivered 2'])
})

test('of webhooks that lead to one program two are under way at once, and who comes then is told later', async () => {
  const lively = await program({ answers: true })
  const well = (url: string) => takePlace({ url, failingSince: null })
  const leave = [well(lively.url), well(`${lively.url}/other`)]
  expect(leave).not.toContain(undefined)
  expect(well(lively.url)).toBeUndefined()
  const elsewhere = well('http://elsewhere.example/in')
  expect(elsewhere).toBeDefined()
  elsewhere?.()
  const world = await newWorld()
  const id = await addHook(world, lively.url)
  await happen(world, 1)
  expect([lively.heard.length, await attempts(world, id)]).toEqual([0, ['waiting 0']])
  leave[0]?.()
  await later(world, id, 5)
  expect([lively.heard.length, await attempts(world, id)]).toEqual([1, ['delivered 1']])
  leave[1]?.()
})

test('of programs that fail one at a time is asked, and the others hear all of their own meanwhile', async () => {
  const [failing, lively] = [await program({ answers: true }), await program({ answers: true })]
  const world = await newWorld()
  const [first, second] = [await addHook(world, failing.url), await addHook(world, lively.url)]
  await world.db.updateTable('webhook').set({ failingSince: world.clock.now }).where('id', '=', first).execute()
  // Somewhere else one is waited for.
  const leave = takePlace({ url: 'http://silent.example/in', failingSince: world.clock.now })
  await happen(world, 2)
  expect([failing.heard.length, lively.heard.length]).toEqual([0, 2])
  expect([await attempts(world, first), await attempts(world, second)]).toEqual([
    ['waiting 0', 'waiting 0'],
    ['delivered 1', 'delivered 1'],
  ])
  leave?.()
  await later(world, first, 5)
  expect(await attempts(world, first)).toEqual(['delivered 1', 'delivered 1'])
})
