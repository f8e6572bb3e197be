import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { acceptMail } from '../../src/edges/mailroom/actions.ts'
import { listPlaces } from '../../src/privacy/places-queries.ts'
import { findPlaceWords, worded } from '../../src/privacy/places-words.ts'
import { mail } from '../mail.ts'
import { makeWorld, type World } from '../world.ts'

let world: World
let folder: string
beforeAll(async () => {
  world = await makeWorld()
  folder = await mkdtemp(join(tmpdir(), 'rapport-story-'))
})
afterAll(async () => {
  await world.end()
  await rm(folder, { recursive: true, force: true })
})

const deliver = async (options: Parameters<typeof mail>[0], from: string) => {
  await acceptMail(world.write, { raw: mail(options), mailFrom: from, rcptTo: ['lectio-l@lists.localhost'], via: 'cli' })
  await world.settle()
}

const name = 'Jane Doolittle'
// In whatever form: the two words, however they are written together.
const trace = /jane[^a-z]+doolittle|janedoolittle/i

/** Every value of every table that still tells the name, as `table.column`. */
async function traces(): Promise<string[]> {
  const { rows } = await world.database.pool.query<{ t: string; c: string; ty: string }>(
    `select c.relname as t, a.attname as c, format_type(a.atttypid, null) as ty from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped`,
  )
  const found: string[] = []
  const { zstdDecompressSync } = await import('node:zlib')
  for (const { t, c, ty } of rows) {
    if (ty === 'bytea') {
      const values = await world.database.pool.query<{ v: Buffer | null }>(`select "${c}" as v from "${t}"`)
      for (const { v } of values.rows) {
        if (!v) continue
        const bytes = v.subarray(0, 4).equals(Buffer.from([0x28, 0xb5, 0x2f, 0xfd])) ? zstdDecompressSync(v) : v
        const plain = bytes.toString('utf8').replaceAll('=\r\n', '')
        const inBase64 = [...plain.matchAll(/(?:[A-Za-z0-9+/]{20,}={0,2}\r?\n?)+/g)].map((match) =>
          Buffer.from(match[0], 'base64').toString('utf8'),
        )
        if ([plain, ...inBase64].some((text) => trace.test(text))) found.push(`${t}.${c}`)
      }
    } else {
      const { rowCount } = await world.database.pool.query(`select from "${t}" where "${c}"::text ~* 'jane[^a-z]+doolittle'`)
      if (rowCount) found.push(`${t}.${c}`)
    }
  }
  return [...new Set(found)].sort()
}

test('a student’s name posted by mistake is gone from page, raw message, search, feeds and exports, and the thread still reads', async () => {
  await deliver(
    {
      from: 'Maria <maria@maria.example>',
      subject: `Reading list of ${name}`,
      id: 'first@maria.example',
      text: `Hello all,\n\nthe list of Jane\nDoolittle has vanished. Any idea?`,
      attachment: { name: `${name}.txt`, content: 'A screenshot of her list' },
    },
    'maria@maria.example',
  )
  await deliver(
    {
      from: 'Susi <susi@susi.example>',
      subject: `Re: Reading list of ${name}`,
      id: 'second@susi.example',
      inReplyTo: 'first@maria.example',
      text: `Did you look into the archive?\n\n> the list of Jane\n> Doolittle has vanished. Any idea?`,
    },
    'susi@susi.example',
  )
  // Held, since its writer is no subscriber.
  await deliver(
    { from: 'Otto <otto@otto.example>', subject: `I know ${name}`, id: 'held@otto.example', text: `JANE DOOLITTLE is my neighbour.` },
    'otto@otto.example',
  )
  expect(await traces()).toEqual(expect.arrayContaining(['message.text', 'held_mail.subject', 'raw_mail.bytes', 'attachment.filename']))

  const carla = await world.as(world.carla)
  const page = '/lists/lectio-l/m/first%40maria.example'
  const form = { kind: 'words', words: name, reason: 'A student’s name' }
  const preview = await (await carla.post(`${page}/remove`, form)).text()
  expect(preview).toContain('2 messages in the archive')
  expect(preview).toContain('1 email held')
  expect(preview).toContain('1 time in held messages (subject)')
  // Nothing has happened yet.
  expect(await (await carla.get(page)).text()).toContain('Doolittle')

  // What a mirror has read of the message: when it was changed last, and what it said.
  const mirrored = async () => {
    const feed = await (await carla.get('/lists/lectio-l/feed.atom')).text()
    const [entry = ''] = feed.match(/<entry>(?:(?!<\/entry>)[\s\S])*first%40maria\.example[\s\S]*?<\/entry>/) ?? []
    return { updated: /<updated>([^<]*)/.exec(entry)?.[1] ?? '', named: entry.includes('Doolittle') }
  }
  const before = await mirrored()
  expect(before).toMatchObject({ updated: expect.stringMatching(/^2026-/), named: true })

  expect((await carla.post(`${page}/remove`, { ...form, step: 'remove' })).status).toBe(303)
  await world.settle()
  const after = await mirrored()
  expect(after).toEqual({ updated: world.clock.now.toISOString(), named: false })
  expect(await traces()).toEqual([])

  const thread = await (await carla.get('/lists/lectio-l/t/first%40maria.example')).text()
  expect(thread).toContain('Hello all')
  expect(thread).toContain('Did you look into the archive?')
  expect(thread).toContain('has vanished')
  expect(thread).toMatch(/Words were deleted by Carla, .*A student’s name/)
  for (const path of [
    `${page}/raw`,
    '/lists/lectio-l/feed.atom',
    '/lists/lectio-l/mbox',
    '/search?q=Doolittle',
    '/lists/lectio-l/held',
    page,
  ]) {
    const answer = await carla.get(path)
    expect([path, answer.status]).toEqual([path, 200])
    expect((await answer.text()).replaceAll('value="Doolittle"', '').replaceAll('Doolittle</', '</')).not.toMatch(trace)
  }
  expect(await (await carla.get(`${page}/raw`)).text()).toContain('[removed]')
  // The attachment is still there, under another name.
  expect(await (await carla.get(`${page}/a/0`)).text()).toBe('A screenshot of her list')

  // A second copy that was late does not bring it back.
  await deliver(
    {
      from: 'Maria <maria@maria.example>',
      subject: `Reading list of ${name}`,
      id: 'first@maria.example',
      text: `Hello all,\n\nthe list of Jane\nDoolittle has vanished. Any idea?`,
      attachment: { name: `${name}.txt`, content: 'A screenshot of her list' },
    },
    'maria@maria.example',
  )
  expect(await (await carla.get(page)).text()).not.toMatch(trace)
  expect(await traces()).toEqual([])
  const lines = await world.db.selectFrom('journal').select(['action', 'details']).where('action', 'like', '%.removed').execute()
  expect(lines).toEqual([{ action: 'words.removed', details: expect.objectContaining({ messages: 2 }) }])
})

test('every place where words are cut has a name in people’s words', async () => {
  const places = (await listPlaces(world.db)).flatMap((place) => place.columns.map((column) => ({ table: place.table, column })))
  expect(places.filter(({ table, column }) => findPlaceWords(table, column) === undefined)).toEqual([])
  // And no word is left of what is there no more.
  expect(worded.tables.filter((table) => !places.some((one) => one.table === table))).toEqual([])
  expect(worded.columns.filter((column) => !places.some((one) => one.column === column))).toEqual([])
})
