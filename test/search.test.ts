import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { visitor } from '../src/actor.ts'
import { keepMail } from '../src/archive/inbound-actions.ts'
import { countAnew, packIndexes } from '../src/lib/db/indexes.ts'
import type { Db, Tx } from '../src/lib/db/rows.ts'
import { forgetDocuments, indexDocuments } from '../src/search/actions.ts'
import { countDocuments, findDocuments } from '../src/search/queries.ts'
import { readQuery } from '../src/search/rules.ts'
import { mail } from './mail.ts'
import { makeWorld, type World } from './world.ts'

let world: World

beforeAll(async () => {
  world = await makeWorld()
  const raw = Buffer.from(
    'From: Maria <maria@maria.example>\r\nTo: lectio-l@lists.localhost\r\nSubject: Résumé of the loans\r\nMessage-ID: <s1@maria.example>\r\nDate: Mon, 5 Oct 2026 10:00:00 +0000\r\n\r\nThe zibeline reports were renewed yesterday.\r\n',
  )
  await world.write((tx) => keepMail(tx, { raw, mailFrom: world.maria.email, rcptTo: ['lectio-l@lists.localhost'], via: 'cli' }))
  await world.settle()
})
afterAll(() => world.end())

const finds = async (path: string, person?: World['maria']) => {
  const page = await (await (await world.as(person)).get(`/search?q=${encodeURIComponent(path)}`)).text()
  return !page.includes('No results')
}

test('a private list’s message is found by a subscriber, not by a visitor, and a change of access counts at once', async () => {
  expect(await finds('zibeline', world.susi)).toBe(true)
  expect(await finds('zibeline', world.otto)).toBe(false)
  expect(await finds('zibeline')).toBe(false)
  await world.db.updateTable('list').set({ archive: 'public' }).where('id', '=', world.listId).execute()
  expect(await finds('zibeline')).toBe(true)
  await world.db.updateTable('list').set({ archive: 'group' }).where('id', '=', world.listId).execute()
  expect(await finds('zibeline', world.susi)).toBe(false)
  expect(await finds('zibeline', world.carla)).toBe(true)
  await world.db.updateTable('list').set({ archive: 'subscribers' }).where('id', '=', world.listId).execute()
})

test('of a thread the message stands that speaks of it most; where none does below its subject, the one that began it', async () => {
  const say = async (id: string, text: string, to?: string) => {
    const raw = Buffer.from(
      `From: Maria <maria@maria.example>\r\nTo: lectio-l@lists.localhost\r\nSubject: ${to ? 'Re: ' : ''}Ocelots in the stacks\r\nMessage-ID: <${id}@maria.example>\r\n${to ? `References: <${to}@maria.example>\r\n` : ''}\r\n${text}\r\n`,
    )
    await world.write((tx) => keepMail(tx, { raw, mailFrom: world.maria.email, rcptTo: ['lectio-l@lists.localhost'], via: 'cli' }))
    await world.settle()
    world.clock.now = new Date(world.clock.now.getTime() + 60_000)
  }
  const page = async () => (await (await world.as(world.susi)).get('/search?q=ocelots&sort=best')).text()
  await say('o1', 'Has anybody an idea what to do about them? They came on Monday, and nobody has heard of such a thing before.')
  await say('o2', '+1', 'o1')
  await say('o3', 'Thanks, that is a good question.', 'o1')
  expect(await page()).toContain('/m/o1%40maria.example')
  // On a phone what narrows it stands below all of it.
  expect(await page()).toMatch(/<a class="further-down" href="#counts">By type<[\s\S]*id="counts"/)
  await say('o4', 'We had ocelots in the year before, and a fence did it.', 'o1')
  expect(await page()).toContain('/m/o4%40maria.example')
  expect(await page()).not.toContain('/m/o1%40maria.example')
})

test.each([
  ['report', true],
  ['resume', true],
  ['"zibeline reports"', true],
  ['"reports zibeline"', false],
  ['zibeline -renewed', false],
  ['nowhere or zibeline', true],
  ['zibeline from:maria', true],
  ['zibeline from:carla', false],
  ['subject:loans', true],
  ['subject:zibeline', false],
  ['zibeline list:lectio-l', true],
  ['zibeline list:other', false],
  ['zibeline after:2026-10 before:2026-11', true],
  ['zibeline before:2026-10', false],
  ['zibeline has:attachment', false],
  ['zibeline is:message', true],
  ['zibeline before:0000', true],
])('Susi searches for %s', async (query, found) => {
  expect(await finds(query, world.susi)).toBe(found)
})

test('whatever is typed is read, and the database can answer it', async () => {
  const actor = visitor(world.clock.now)
  const typed = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc
      .array(
        fc.constantFrom('"', '-', 'or', 'from:', 'subject:"', 'before:', 'after:0000-01', '!', '&', ':*', '<->', '(', "'", '\\', '\0', 'a'),
        { maxLength: 20 },
      )
      .map((parts) => parts.join(' ')),
    fc
      .array(fc.constantFrom('"', '-', 'or ', 'from:', '-subject:', 'list:', 'is:', 'has:', '!', "'", '\\'), { maxLength: 20 })
      .map((parts) => parts.join('')),
    fc.constantFrom('x'.repeat(10_000), '" '.repeat(5_000), '-a '.repeat(3_400)),
  )
  await fc.assert(
    fc.asyncProperty(typed, async (text) => {
      expect(readQuery(text).words).toBeTypeOf('string')
      await findDocuments(world.db, actor, text)
      await findDocuments(world.db, actor, text, { order: 'best' })
      await countDocuments(world.db, actor, text)
    }),
    { numRuns: 150 },
  )
})

test.each([
  ['"zibeline reports', 'Add a closing quotation mark after “zibeline reports”. We searched for each word alone.', true],
  ['zibeline "renewed', 'Add a closing quotation mark after “renewed”', true],
  ['to:zibeline', 'We searched for “to:zibeline” as words.', true],
  ['zibeline has:pictures', 'We searched for “has:pictures” as words.', true],
  ['is:zibeline', '“is:zibeline” is not a type, so we searched for the words.', true],
  ['zibeline before:tomorrow', '“before:tomorrow” is not a date. Write it like before:2026-03-14.', true],
])('what cannot be read as asked is read as words, and the page says so: %s', async (q, hint, found) => {
  const susi = await world.as(world.susi)
  const html = await (await susi.get(`/search?${new URLSearchParams({ q })}`)).text()
  expect(html).toContain(hint)
  expect(html.includes('s1%40maria.example')).toBe(found)
})

test.each(['form:mara zibelin', 'fro:mara zibelin'])(
  'what was meant by a field is said as one types it, without the hint that it is none: %s',
  async (q) => {
    const html = await (await (await world.as(world.susi)).get(`/search?${new URLSearchParams({ q })}`)).text()
    expect(html).toContain('from:maria zibelin')
    expect(html).not.toContain('as words')
  },
)

test.each(['https://maria.example/zibeline', 'zibeline 12:30', '"zibeline reports"', 'is:messages zibeline', 'has:attachment zibeline'])(
  'what can be read, or is no question at all, gets no hint: %s',
  (q) => {
    expect(readQuery(q).hints).toEqual([])
  },
)

test.each(['99999999999999999.1', '1.5.2', '1e3.1e400', 'x.y'])('a place %s that no page has begins at the first', async (after) => {
  const susi = await world.as(world.susi)
  expect((await susi.get(`/search?q=zibeline&after=${after}`)).status).toBe(200)
})

describe('among twenty thousand documents', () => {
  beforeAll(async () => {
    await sql`
      insert into search_document (kind, subject_id, audience, at, author, title, vector)
      select 'request', n, 'public', '2020-01-01'::timestamptz + n * interval '1 hour', 'Ada', 'Wish ' || n,
        to_tsvector('rapport_words', 'daily bread ' || case when n % 4000 = 1 then 'quagga' else 'horse' end
          || case when n % 4000 = 2 then ' bread daily' else '' end || case when n % 20 = 4 then ' okapi' else '' end
          || case when n < 1015000 and n % 8 = 1 then ' gnu gnu gnu' when n >= 1015000 and n % 24 = 5 then ' gnu' else '' end)
        || setweight(to_tsvector('rapport_words', case when n % 5000 = 3 then 'horse' else 'wish' end), 'A')
      from generate_series(1000000, 1020000) n`.execute(world.db)
    await sql`analyze search_document`.execute(world.db)
  })

  const counters = async (tx: Tx) => {
    const { rows } = await sql<{ words: number; names: number; read: number }>`
      select pg_stat_get_xact_numscans('search_document_vector'::regclass)::int as words,
        (pg_stat_get_xact_numscans('search_document_titles'::regclass) + pg_stat_get_xact_numscans('search_document_authors'::regclass))::int as names,
        (pg_stat_get_xact_tuples_fetched('search_document'::regclass) + pg_stat_get_xact_tuples_returned('search_document'::regclass))::int as read`.execute(
      tx,
    )
    const [row] = rows
    if (!row) throw new Error('no counters')
    return row
  }

  /** How often a search asked each index, and how many documents it read, asked for the first time or so often that it is prepared. */
  const costs = (query: string, options = {}, asked = 0) =>
    world.db.transaction().execute(async (tx) => {
      for (let time = 0; time < asked; time++) await findDocuments(tx, visitor(world.clock.now), query, options)
      const before = await counters(tx)
      const { hits } = await findDocuments(tx, visitor(world.clock.now), query, options)
      const after = await counters(tx)
      return { hits: hits.length, words: after.words - before.words, names: after.names - before.names, read: after.read - before.read }
    })

  test.each([
    ['a rare word', 'quagga', { hits: 5, words: 1, names: 0 }],
    ['a word that nobody wrote', 'zzyzx', { hits: 0, words: 1, names: 0 }],
    ['a rare phrase', '"quagga daily"', { hits: 0, words: 1, names: 0 }],
    ['a word of every document that few have in the title', 'subject:horse', { hits: 4, names: 1 }],
    ['a name that stands in all titles and is nobody’s', 'from:wish', { hits: 0, words: 0, names: 1 }],
    ['a rare word beside one that all have', 'bread quagga', { hits: 5, words: 1 }],
  ])('%s is looked up in the index of words', async (_, query, expected) => {
    const cost = await costs(query)
    expect(cost).toMatchObject(expected)
    expect(cost.read).toBeLessThan(5_000)
  })

  test('a word of every day is found by walking back in time', async () => {
    const cost = await costs('bread')
    expect(cost).toMatchObject({ hits: 20, words: 0, names: 0 })
    expect(cost.read).toBeLessThan(5_000)
    // The best are looked for among a thousand hits.
    expect(await costs('bread', { order: 'best' })).toMatchObject({ hits: 20, words: 0 })
    // Behind the last page no more is looked for.
    const behind = await costs('bread', { order: 'best', from: 900 })
    expect(behind).toMatchObject({ hits: 0, words: 0 })
    expect(behind.read).toBeLessThan(5_000)
  })

  test('a word of some is looked for in the newest months alone', async () => {
    const cost = await costs('okapi', { order: 'best' })
    expect(cost).toMatchObject({ hits: 20, words: 1 })
    // A thousand have it.
    expect(cost.read).toBeLessThan(1_000)
    expect(await costs('okapi', { order: 'best' }, 20)).toEqual(cost)
  })

  /** All that a search finds, page by page. */
  const findAll = async (db: Db, query: string, asking: { order?: 'newest' | 'best'; limit?: number } = {}) => {
    const all: number[] = []
    let place: { after?: { at: Date; id: number }; from?: number } | undefined = {}
    for (let page = 0; place && page < 40; page++) {
      const { hits, next, from }: Awaited<ReturnType<typeof findDocuments>> = await findDocuments(db, visitor(world.clock.now), query, {
        ...asking,
        ...place,
      })
      all.push(...hits.map((hit) => hit.subjectId))
      place = next ? { after: next } : from === undefined ? undefined : { from }
    }
    return all
  }
  const written = { kind: 'request', audience: 'public', author: 'Ada', title: 'Wish', language: 'en' }

  test('each page of the best is of the same hits, however they lie', async () => {
    const { rows } = await sql<{ id: number }>`
      select subject_id::int as id from search_document where vector @@ 'gnu' and audience = 'public' order by at desc, id desc limit 300`.execute(
      world.db,
    )
    expect((await findAll(world.db, 'gnu', { order: 'best' })).toSorted()).toEqual(rows.map(({ id }) => id).toSorted())
  })

  test.each([
    { order: 'best' },
    { order: 'newest' },
    // The first page has room for what is named, and for nothing else.
    { order: 'newest', limit: 1 },
  ] as const)('what is named stands first and once, and takes no other its place: %j', async (asking) => {
    const tx = await world.db.startTransaction().execute()
    try {
      const others = Array.from({ length: 25 }, (_, n) => 5_000_000 + n)
      const at = (n: number) => new Date(Date.UTC(2024, 0, n + 1))
      await indexDocuments(tx, [
        { ...written, subjectId: 1_000_123, at: at(0), body: `${'Said before. '.repeat(50)} 1000123` },
        ...others.map((subjectId, n) => ({ ...written, subjectId, at: at(n + 1), body: 'See 1000123' })),
      ])
      const [first, ...all] = await findAll(tx, '1000123', asking)
      expect([first, all.toSorted()]).toEqual([1_000_123, others])
    } finally {
      await tx.rollback().execute()
    }
  })

  test('what was meant has further pages, and what was typed none behind its last', async () => {
    const tx = await world.db.startTransaction().execute()
    try {
      await sql`insert into synonym (group_id, words, changed_at) values (${world.group.groupId}, '{quaggas of old,okapi}', now())`.execute(
        tx,
      )
      const asked = [tx, visitor(world.clock.now), 'quaggas of old'] as const
      const first = await findDocuments(...asked, { order: 'best' })
      const second = await findDocuments(...asked, { order: 'best', from: first.from ?? 0 })
      expect([first.hits.length, first.instead, second.hits.length, second.instead]).toEqual([20, expect.anything(), 20, expect.anything()])
      expect(new Set([...first.hits, ...second.hits].map(({ id }) => id)).size).toBe(40)
      await indexDocuments(tx, [{ ...written, subjectId: 5_000_100, at: new Date('2024-01-01'), body: 'The quaggas of old' }])
      expect(await findDocuments(...asked, { order: 'best', from: 20 })).toMatchObject({ hits: [], instead: undefined })
    } finally {
      await tx.rollback().execute()
    }
  })

  test('the documents of a phrase are remembered, and what was written, changed or taken away since counts', async () => {
    const tx = await world.db.startTransaction().execute()
    const find = async () => {
      const before = await counters(tx)
      const { hits } = await findDocuments(tx, visitor(world.clock.now), '"bread daily"')
      const after = await counters(tx)
      return { ids: hits.map((hit) => hit.subjectId), words: after.words - before.words, read: after.read - before.read }
    }
    const common = { kind: 'request', audience: 'public', at: new Date('2024-01-01'), author: 'Ada', title: 'Wish', language: 'en' }
    const write = (subjectId: number, body: string) => indexDocuments(tx, [{ ...common, subjectId, body }])
    try {
      const first = await find()
      expect(first.ids).toHaveLength(5)
      // All have both words.
      expect(first.read).toBeGreaterThan(20_000)
      const again = await find()
      expect(again).toMatchObject({ ids: first.ids, words: 0 })
      expect(again.read).toBeLessThan(100)
      const [changed = 0, removed = 0, ...others] = first.ids
      await write(1_000_001, 'Has it now: bread daily')
      await write(2_000_000, 'Was not there: bread daily')
      await write(changed, 'Has it no longer: daily bread')
      await forgetDocuments(tx, 'request', [removed])
      expect((await find()).ids.toSorted()).toEqual([...others, 1_000_001, 2_000_000].toSorted())
    } finally {
      await tx.rollback().execute()
    }
  })

  test.each([
    ['all that hold it', 20],
    ['those of the newest months', 1],
  ])('what came since a phrase was looked for stands where it belongs, whether %s are remembered', async (_, limit) => {
    const tx = await world.db.startTransaction().execute()
    try {
      expect((await findDocuments(tx, visitor(world.clock.now), '"bread daily"', { limit })).hits.length).toBeLessThanOrEqual(5)
      for (const n of [1, 2, 3])
        await indexDocuments(tx, [{ ...written, subjectId: 4_000_000 + n, at: new Date(Date.UTC(2010, 0, n)), body: 'bread daily' }])
      expect(await findAll(tx, '"bread daily"', { limit: 1 })).toEqual([
        ...[1_016_002, 1_012_002, 1_008_002, 1_004_002, 1_000_002],
        ...[4_000_003, 4_000_002, 4_000_001],
      ])
    } finally {
      await tx.rollback().execute()
    }
  })

  test('on a replica, which shows nobody who writes, what was on its way is found once it is there', async () => {
    const [slow, reader] = [await world.db.startTransaction().execute(), await world.db.startTransaction().execute()]
    const at = new Date('2024-01-01')
    const find = async () => (await findDocuments(reader, visitor(world.clock.now), '"bread weekly"')).hits.map((hit) => hit.subjectId)
    try {
      await sql`create view pg_locks as select * from pg_catalog.pg_locks where false`.execute(reader)
      await sql`create function pg_is_in_recovery() returns boolean language sql as 'select true'`.execute(reader)
      await sql`set local search_path = public, pg_catalog`.execute(reader)
      await indexDocuments(slow, [{ ...written, at, subjectId: 3_000_003, body: 'Begun first: bread weekly' }])
      await world.write((tx) => indexDocuments(tx, [{ ...written, at, subjectId: 3_000_004, body: 'There first: bread weekly' }]))
      expect(await find()).toEqual([3_000_004])
      await slow.commit().execute()
      expect(await find()).toEqual([3_000_004, 3_000_003])
    } finally {
      if (!slow.isCommitted) await slow.rollback().execute()
      await reader.rollback().execute()
      await world.write((tx) => forgetDocuments(tx, 'request', [3_000_003, 3_000_004]))
    }
  })

  test('what was on its way while a phrase was looked for is found once it is there', async () => {
    const find = async () => (await findDocuments(world.db, visitor(world.clock.now), '"bread hourly"')).hits.map((hit) => hit.subjectId)
    const common = { kind: 'request', audience: 'public', at: new Date('2024-01-01'), author: 'Ada', title: 'Wish', language: 'en' }
    const slow = await world.db.startTransaction().execute()
    try {
      await indexDocuments(slow, [{ ...common, subjectId: 3_000_001, body: 'Begun first: bread hourly' }])
      await world.write((tx) => indexDocuments(tx, [{ ...common, subjectId: 3_000_002, body: 'There first: bread hourly' }]))
      expect(await find()).toEqual([3_000_002])
    } finally {
      await slow.commit().execute()
    }
    expect(await find()).toEqual([3_000_002, 3_000_001])
    await world.write((tx) => forgetDocuments(tx, 'request', [3_000_001, 3_000_002]))
    expect(await find()).toEqual([])
  })

  test.each([
    ['horse -quagga before:2134-06', 'horse & !quagga', '2134-06-01'],
    ['okapi', 'okapi', '9999-01-01'],
    ['okapi before:2135-03-05', 'okapi', '2135-03-05'],
  ])('the hits of %s are those of a search without any help, page by page', async (question, words, before) => {
    const all: number[] = []
    let after: { at: Date; id: number } | undefined
    do {
      const page = await findDocuments(world.db, visitor(world.clock.now), question, { after, limit: 100 })
      all.push(...page.hits.map((hit) => hit.subjectId))
      after = page.next
    } while (after)
    const { rows } = await sql<{ id: number }>`
      select subject_id::int as id from search_document where vector @@ ${words}::tsquery and audience = 'public' and at < ${before}::date order by at desc, id desc`.execute(
      world.db,
    )
    expect(all).toEqual(rows.map((row) => row.id))
    expect(all.length).toBeGreaterThan(400)
  })
})

test('what is marked in a hit is what the search finds: other forms of the word, and no others that begin alike', async () => {
  const raw = mail({
    from: 'Maria <maria@maria.example>',
    to: 'lectio-l@lists.localhost',
    subject: 'Renewals',
    id: 's2@maria.example',
    text: 'The zibeline holding holds; Holdings of the holdall hold. Résumé: a repository reports what reported a reporter.',
  })
  await world.write((tx) => keepMail(tx, { raw, mailFrom: world.maria.email, rcptTo: ['lectio-l@lists.localhost'], via: 'cli' }))
  await world.settle()
  const marked = async (query: string) => {
    const page = await (await (await world.as(world.susi)).get(`/search?${new URLSearchParams({ q: query })}`)).text()
    return [...page.matchAll(/<mark>(.*?)<\/mark>/g)].map((match) => match[1])
  }
  expect(await marked('holdings')).toEqual(['holding', 'holds', 'Holdings', 'hold'])
  expect(await marked('reports holdall')).toEqual(['holdall', 'reports', 'reported', 'reporter'])
  expect(await marked('resumes holdall')).toEqual(['holdall', 'Résumé'])
})

test('an index that is written anew finds the same, takes less, and leaves nothing of a run that was cut off', async () => {
  const { db } = world
  const size = async () =>
    (await sql<{ size: number }>`select pg_relation_size('search_document_vector') as size`.execute(db)).rows[0]?.size ?? 0
  const [before, hits] = [await size(), await findDocuments(db, visitor(world.clock.now), 'quagga')]
  await sql`create index search_document_vector_ccnew on search_document using gin (vector)`.execute(db)
  await packIndexes(db, ['search_document_vector', 'search_document_newest'])
  await countAnew(db, ['search_document', 'message'])
  expect(await size()).toBeLessThan(before)
  expect(await findDocuments(db, visitor(world.clock.now), 'quagga')).toEqual(hits)
  const { rows } = await sql`select relname from pg_class where relname like '%\\_ccnew%'`.execute(db)
  expect(rows).toEqual([])
})
