import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createAdaptorServer } from '@hono/node-server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { acceptMail } from '../../src/edges/mailroom/actions.ts'
import { makeFurnishedWorld } from '../access/furnished.ts'
import { mail } from '../mail.ts'
import type { World } from '../world.ts'
import { missing, run } from './programs.ts'

const none = missing('newsboat')
let world: World
let folder: string
const server = createAdaptorServer({ fetch: (request: Request) => world.app.fetch(request) })
let base: string

beforeAll(async () => {
  if (none) return
  world = await makeFurnishedWorld()
  await world.db.updateTable('list').set({ archive: 'public' }).execute()
  for (const n of [1, 2]) {
    const raw = mail({ from: 'Maria <maria@maria.example>', subject: `Grüße & <${n}>`, id: `feed-${n}@maria.example`, text: `Ä ${n} ]]>` })
    await acceptMail(world.write, { raw, mailFrom: 'maria@maria.example', rcptTo: ['lectio-l@lists.localhost'], via: 'cli' })
  }
  await world.settle()
  folder = await mkdtemp(join(tmpdir(), 'rapport-feeds-'))
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  if (none) return
  server.close()
  await rm(folder, { recursive: true })
  await world.end()
})

/** Reads a feed again with the reader that knows it from before: how many articles are unread. */
async function unreadOf(path: string): Promise<number> {
  const of = (name: string) => join(folder, `${path.replaceAll('/', '_')}.${name}`)
  await writeFile(of('urls'), `${base}${path}\n`)
  await writeFile(of('config'), 'reload-threads 1\n')
  const ask = (act: string) =>
    run('newsboat', ['-u', of('urls'), '-c', of('cache'), '-C', of('config'), '-x', act], { env: { HOME: folder } })
  await ask('reload')
  return Number(/^(\d+)/m.exec((await ask('print-unread')).output)?.[1])
}

describe.skipIf(none)(`newsboat${none ? ` (skipped: ${none})` : ''}`, () => {
  const entries = async (path: string) => (await (await fetch(`${base}${path}`)).text()).split('<entry').length - 1

  test.each([
    '/feed.atom',
    '/lists/lectio-l/feed.atom',
    '/lists/lectio-l/t/first%40maria.example/feed.atom',
    '/news/feed.atom',
    '/events/feed.atom',
    '/show-and-tell/feed.atom',
  ])('reads every entry of %s', async (path) => {
    const expected = await entries(path)
    expect(expected).toBeGreaterThan(0)
    expect(await unreadOf(path)).toBe(expected)
  })

  test('a second look finds nothing new, and one more message once', async () => {
    const path = '/lists/lectio-l/feed.atom'
    const before = await unreadOf(path)
    const raw = mail({ from: 'Maria <maria@maria.example>', subject: 'One more', id: 'feed-more@maria.example', text: 'More' })
    await acceptMail(world.write, { raw, mailFrom: 'maria@maria.example', rcptTo: ['lectio-l@lists.localhost'], via: 'cli' })
    await world.settle()
    expect(await unreadOf(path)).toBe(before + 1)
    expect(await unreadOf(path)).toBe(before + 1)
  })
})
