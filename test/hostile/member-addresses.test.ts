import { afterAll, beforeAll, expect, test } from 'vitest'
import { acceptMail } from '../../src/edges/mailroom/actions.ts'
import { address, telltale } from '../access/plant.ts'
import { makeWorld, type World } from '../world.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
  await world.db.updateTable('list').set({ archive: 'public' }).where('id', '=', world.listId).execute()
  await acceptMail(world.write, {
    raw: telltale,
    mailFrom: 'maria@maria.example',
    rcptTo: ['lectio-l@lists.localhost'],
    via: 'cli',
  })
  await world.settle()
})
afterAll(() => world.end())

const at = '/lists/lectio-l/m/whole%40x.example'
const api = '/api/v1/lists/lectio-l/messages/whole%40x.example'
const places = [
  at,
  `${at}/html`,
  `${at}/raw`,
  `${at}/author`,
  ...[0, 1, 2, 3].map((position) => `${at}/a/${position}`),
  '/lists/lectio-l/t/whole%40x.example',
  '/lists/lectio-l/t/whole%40x.example/mbox',
  '/lists/lectio-l/t/whole%40x.example/feed.atom',
  '/lists/lectio-l/threads',
  '/lists/lectio-l/mbox',
  '/search?q=write',
  '/search/mbox?q=write',
  api,
  `${api}/raw`,
  ...[0, 1, 2, 3].map((position) => `${api}/attachments/${position}`),
  '/api/v1/lists/lectio-l/threads',
  '/api/v1/lists/lectio-l/threads/whole%40x.example',
  '/api/v1/search?q=write',
]

test.each(places)('no account that is not on the list, and no visitor, reads the address of an author at %s', async (path) => {
  for (const person of [undefined, world.otto, world.bruno]) {
    await world.db.deleteFrom('rateWindow').execute()
    const answer = await (await world.as(person)).get(path)
    const said = await answer.text()
    const named = answer.headers.get('content-disposition') ?? ''
    const led = answer.headers.get('location') ?? ''
    for (const hidden of [address, 'maria.sec', 'mária.sec', 'maria@maria.example']) expect(said + named + led).not.toContain(hidden)
  }
})

test('nor where a mail program puts the address in the place of the name: search tells the writer without it', async () => {
  await world.db.updateTable('searchDocument').set({ author: address }).where('kind', '=', 'message').execute()
  for (const person of [undefined, world.otto])
    for (const path of ['/search?q=write', '/api/v1/search?q=write']) {
      await world.db.deleteFrom('rateWindow').execute()
      const said = await (await (await world.as(person)).get(path)).text()
      expect([said.includes('m…@maria.example'), said.includes('maria.sec')]).toEqual([true, false])
    }
})

test('mail as it came is for those on the list, and said to be', async () => {
  const otto = await world.as(world.otto)
  const susi = await world.as(world.susi)
  for (const path of [`${at}/raw`, '/lists/lectio-l/mbox', '/lists/lectio-l/t/whole%40x.example/mbox', `${api}/raw`]) {
    expect((await otto.get(path)).status).toBe(403)
    const whole = await susi.get(path)
    expect([whole.status, (await whole.text()).includes(address)]).toEqual([200, true])
  }
  // What hangs on it is served, without addresses; attached mail is not.
  const files = await Promise.all([0, 1, 2].map(async (position) => otto.get(`${at}/a/${position}`)))
  expect(files.map(({ status }) => status).toSorted()).toEqual([200, 403, 403])
  expect(await (await otto.get(`${at}/html`)).text()).toContain('m…@maria.example')
})
