import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { acceptMail } from '../src/edges/mailroom/actions.ts'
import { enqueue } from '../src/lib/db/enqueue.ts'
import { cutWords, wholeOf } from '../src/search/cut-rules.ts'
import { mail } from './mail.ts'
import { makeWorld, type World } from './world.ts'

let world: World
const post = async (id: string, subject: string, text: string, attachment?: { name: string; content: string }) => {
  const raw = mail({ from: 'Maria <maria@maria.example>', subject, id: `${id}@maria.example`, text, attachment })
  await acceptMail(world.write, { raw, mailFrom: 'maria@maria.example', rcptTo: ['lectio-l@lists.localhost'], via: 'cli' })
}
beforeAll(async () => {
  world = await makeWorld()
  await post('paths', 'Alma/Leganto sync', 'See exports/citations.csv and git-quiltimport(1), or call gethostbyname_r <foo> here.', {
    name: 'summer-plan.odt',
    content: 'x',
  })
  await post('near', 'Names', 'gethostbyname r is not one word; foo, bar and a-b_c are.')
  await post('kana', '図書館のリーディングリスト', '図書館カードをサービスで使う。ห้องสมุดมหาวิทยาลัย 2026年のカード')
  await post('points', 'שָׁלוֹם', 'شكرًا على المكتبة. Новый читательский билет.')
  await world.settle()
})
afterAll(() => world.end())

const found = async (q: string, person: World['maria'] | undefined = world.susi) => {
  const answer = await (await world.as(person)).ask('GET', `/api/v1/search?${new URLSearchParams({ q })}`)
  const { items } = (await answer.json()) as { items: { path: string }[] }
  return items.map(({ path }) => decodeURIComponent(path).replace(/.*\/m\/|@.*/g, '')).toSorted()
}

const questions: [string, string[]][] = [
  ['leganto', ['paths']],
  ['citations', ['paths']],
  ['csv', ['paths']],
  ['citations.csv', ['paths']],
  ['csv.citations', []],
  ['quiltimport', ['paths']],
  ['git-quiltimport', ['paths']],
  ['gethostbyname_r', ['paths']],
  ['gethostbyname', ['near', 'paths']],
  ['"gethostbyname r"', ['near', 'paths']],
  ['foo', ['near', 'paths']],
  ['図書館', ['kana']],
  ['リーディングリスト', ['kana']],
  ['カード', ['kana']],
  ['ｶｰﾄﾞ', ['kana']],
  ['サービス', ['kana']],
  ['図書館サービス', ['kana']],
  ['館', ['kana']],
  ['書図', []],
  ['ห้องสมุด', ['kana']],
  ['from:maria.example', ['kana', 'near', 'paths', 'points']],
  ['summer-plan.odt', ['paths']],
  ['sumer plan', ['paths']],
  ['שלום', ['points']],
  ['المكتبه شكرا', ['points']],
  ['новый читателский', ['points']],
  ['новый elephant билет', ['points']],
  ['in:lectio-1 forom:mara quiltimport', ['paths']],
  ['from: mara foo', ['near', 'paths']],
  ['"hebrew новый билет"', []],
]

test.each(questions)('%s finds %j', async (question, ids) => {
  expect(await found(question)).toEqual(ids)
})

test('what was found of a text without spaces is marked in it', async () => {
  const page = await (await (await world.as(world.susi)).get(`/search?${new URLSearchParams({ q: 'カード' })}`)).text()
  expect(page).toContain('図書館<mark>カード</mark>をサービス')
  // What begins with a number or a name in plain letters is one of them.
  expect(page).toContain('2026年の<mark>カード</mark>')
})

test.each([
  ['peff@peff.net writes', 'peff peff net writes'],
  ['a/b.c_d:e-f', 'a b c d e f'],
  ['Zürich 東京都 x', 'Zürich 東京 京都 x'],
  ['مكتبة کتاب', 'مكتبه كتاب'],
  ['<foo>&amp;', 'foo amp'],
])('%s is cut into %s', (text, words) => {
  expect(cutWords(text)).toBe(words)
})

test('only an identifier, or one sign alone, is looked up whole', () => {
  expect(['gethostbyname_r', '__init__', '本', 'a-b_c', 'word', '日本'].map(wholeOf)).toEqual([
    'gethostbyname_r',
    undefined,
    '本',
    undefined,
    undefined,
    undefined,
  ])
})

test('what was indexed before words were cut is indexed anew by a job, and nothing else is written', async () => {
  const documents = () => world.db.selectFrom('searchDocument').selectAll().orderBy('kind').orderBy('subjectId').execute()
  await world.settle()
  const before = await documents()
  await sql`update search_document set vector = to_tsvector('english', title), cut = false where kind = 'message'`.execute(world.db)
  expect(await found('quiltimport')).toEqual([])
  await world.write((tx) => enqueue(tx, 'search.cut'))
  await world.settle()
  expect(await found('quiltimport')).toEqual(['paths'])
  const bare = (rows: typeof before) => rows.map(({ id: _, ...row }) => row)
  const after = await documents()
  expect(bare(after)).toEqual(bare(before))
  await world.write((tx) => enqueue(tx, 'search.cut'))
  await world.settle()
  expect(await documents()).toEqual(after)
})
