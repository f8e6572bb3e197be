import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeWorld, type World } from '../world.ts'

// Forms that an address fills in: a coordinator of another group asks for what is not theirs, and a stranger sends a link.
let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.end())

async function make(path: string, form: Record<string, string>): Promise<number> {
  const made = await (await world.as(world.carla)).post(path, { ...form, visibility: 'group' })
  expect(made.status).toBe(303)
  return Number(/\/(\d+)/.exec(made.headers.get('location') ?? '')?.[1])
}

test('no form shows the requests or user cases of another group, asked for or sent', async () => {
  const request = await make('/requests', { kind: 'idea', title: 'Secret plan' })
  const told = await make('/cases', { title: 'Secret case', problem: 'Nobody else reads it.', consent: 'no' })
  const bruno = await world.as(world.bruno)
  const seen = async (answer: Promise<Response>) => (await (await answer).text()).match(/Secret (?:plan|case)/)?.[0]
  for (const path of [
    `/briefs/new?group=catalogo&request=${request}`,
    `/briefs/new?group=lectio&request=${request}`,
    `/requests/new?group=catalogo&case=${told}`,
    `/answers/record?group=catalogo&request=${request}`,
  ])
    expect([path, await seen(bruno.get(path))]).toEqual([path, undefined])
  const sent = bruno.post('/briefs', { group: 'catalogo', title: '', requestId: String(request) })
  expect([(await sent).status, await seen(sent)]).toEqual([422, undefined])
  expect(
    await seen(bruno.post('/requests', { group: 'catalogo', kind: 'idea', title: '', visibility: 'group', cases: String(told) })),
  ).toBe(undefined)
  expect((await bruno.post(`/cases/${told}/join`, { requestId: '' })).status).toBe(404)
})

test('a new organisation is filled in for who keeps the register alone, and nothing of it is more than text', async () => {
  const path = `/organisations/new?${new URLSearchParams({ name: '"><script>x()</script>', domain: '"><b>evil.example' })}`
  for (const person of [undefined, world.susi, world.modesto]) expect((await (await world.as(person)).get(path)).status).not.toBe(200)
  const page = await (await (await world.as(world.ada)).get(path)).text()
  expect(page).toContain('evil.example')
  expect(page).not.toMatch(/<script>x|"><b>evil/)
})

test('a message to a list begins with an address of this site alone, as text, and opening it sends and keeps nothing', async () => {
  const susi = await world.as(world.susi)
  const page = async (query: Record<string, string>) => (await susi.get(`/lists/lectio-l/write?${new URLSearchParams(query)}`)).text()
  for (const about of ['https://evil.example/', '//evil.example/', '/\\evil.example', '/\t/evil.example', 'javascript:x()'])
    expect([about, (await page({ about })).includes('evil.example') || (await page({ about })).includes('x()')]).toEqual([about, false])
  const odd = await page({ about: '/documents/x"><script>x()</script>', subject: '"><b>evil.example'.repeat(100) })
  expect(odd).not.toMatch(/<script>x|"><b>evil/)
  expect(/name="subject"[^>]* value="([^"]*)"/.exec(odd)?.[1]?.replaceAll(/&\w+;/g, 'x').length).toBeLessThanOrEqual(300)
  await world.settle()
  expect(await world.db.selectFrom('draft').selectAll().execute()).toEqual([])
  expect(await world.db.selectFrom('message').selectAll().execute()).toEqual([])
})
