import { globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { visitor } from '../src/actor.ts'
import { domains } from '../src/domains.ts'
import { figures } from '../src/figure.ts'
import { record } from '../src/journal/actions.ts'
import type { Tx } from '../src/lib/db/rows.ts'
import { foreignReads } from './foreign-reads.ts'
import { kept, listForeign, listKept, readNamed, tables, views } from './tables.ts'

const root = resolve(import.meta.dirname, '..')
// What the database library keeps for itself.
const ofNobody = ['api_answer', 'begun', 'job_end', 'migration', 'rate_window']

test('each table has one owner, and each nameplate names tables that there are', () => {
  const owned = domains.flatMap((domain) => domain.tables ?? [])
  expect(owned.filter((table, at) => owned.indexOf(table) !== at)).toEqual([])
  expect(owned.filter((table) => !tables.includes(table))).toEqual([])
  expect(tables.filter((table) => !owned.includes(table) && !ofNobody.includes(table))).toEqual([])
})

test('the border checker knows the same domains in the same order', () => {
  const written = readFileSync(join(root, '.dependency-cruiser.cjs'), 'utf8')
  const list = /const domains = \[([^\]]*)\]/.exec(written)?.[1] ?? ''
  expect([...list.matchAll(/'(\w+)'/g)].map(([, name]) => name)).toEqual(domains.map(({ name }) => name))
})

test('each domain stands in the folder of its name', () => {
  for (const { name } of domains) expect(readFileSync(join(root, 'src', name, 'domain.ts'), 'utf8')).toContain(`name: '${name}'`)
})

test.each(['jobs', 'verbs', 'answers'] as const)('no two domains sign the same of their %s', (field) => {
  const signed = domains.flatMap((domain) => Object.keys(domain[field] ?? {}))
  expect(signed.filter((name, at) => signed.indexOf(name) !== at)).toEqual([])
})

test('each reply address that a letter carries leads to a domain that takes the answer', () => {
  const sealed = globSync('src/**/*.ts', { cwd: root })
    .map((file) => readFileSync(join(root, file), 'utf8'))
    .flatMap((text) => [...text.matchAll(/seal(?:Reply|Keys)\([^,()]+, '(\w+)'/g)].map(([, purpose = '']) => purpose))
  expect(sealed.length).toBeGreaterThan(12)
  const answered = domains.flatMap((domain) => Object.keys(domain.answers ?? {}))
  expect(sealed.filter((purpose) => !answered.includes(purpose))).toEqual([])
})

test('what is done without words, and a figure that is named and not read, do not compile', () => {
  const forgotten = () => {
    // @ts-expect-error no domain has words for it
    void record({} as Tx, visitor(new Date(0), 'web'), { action: 'thing.forgotten', subject: 'thing:1' })
    // @ts-expect-error one is named and not read
    figures({ told: ['Read'], untold: ['Not read'] }, async () => ({ told: 1 }))
  }
  expect(forgotten).toBeTypeOf('function')
})

test('the picture of the house shows each domain as its nameplate says it', () => {
  const picture = readFileSync(join(root, 'docs/images/house.svg'), 'utf8')
  const shown = [...picture.matchAll(/<text class="name"[^>]*>(\w+)<\/text><text class="about"[^>]*>([^<]*)<\/text><text class="figures"/g)]
  expect(shown.map(([, name, about]) => [name, about])).toEqual(domains.map(({ name, about }) => [name, about]))
})

test('what a nameplate publishes for reading are views of its own tables, and few of all', () => {
  for (const { name, tables: owned = [], published = [] } of domains)
    expect(
      published.filter((view) => !owned.includes(view.replace(/^shared_/, ''))),
      name,
    ).toEqual([])
  const all = domains.flatMap((domain) => domain.published ?? [])
  expect(all.toSorted()).toEqual(views.toSorted())
  expect(all.length).toBeLessThanOrEqual(40)
})

const placeOf = ({ file, line, table, owner }: { file: string; line: number; table: string; owner: string }) =>
  `${file}:${line} names ${table} of ${owner}`

test('a table is written by its owner alone', () => {
  expect(
    listForeign()
      .filter(({ writes }) => writes)
      .map(placeOf),
  ).toEqual([])
})

test('a table is read by its owner alone, others read what it publishes; where one still does not, it may only become less', () => {
  const reads = listForeign().filter(({ writes }) => !writes)
  const byPair = Map.groupBy(reads, ({ home, owner }) => `${home} of ${owner}`)
  // More than the number: these lines, or others beside them, are to ask the owner. Fewer: lower the number in test/foreign-reads.ts.
  const more = [...byPair].filter(([pair, found]) => found.length > (foreignReads[pair] ?? 0)).flatMap(([, found]) => found.map(placeOf))
  expect(more).toEqual([])
  const fewer = Object.entries(foreignReads).filter(([pair, allowed]) => allowed !== (byPair.get(pair)?.length ?? 0))
  expect(fewer.map(([pair, allowed]) => `${pair}: ${byPair.get(pair)?.length ?? 0}, not ${allowed}`)).toEqual([])
})

test('what is read abroad is a column that its owner publishes', () => {
  expect(kept.get('ballot')).toContain('seed')
  expect(listKept('x.ts', "db.selectFrom('sharedBallot as b').select('b.seed')")).toEqual(['x.ts asks shared_ballot for seed'])
  expect(listKept('x.ts', 'sql`select b.tie_order from shared_ballot b`')).toEqual(['x.ts asks shared_ballot for tie_order'])
  const files = globSync('src/**/*.{ts,tsx}', { cwd: root })
  expect(files.flatMap((file) => listKept(file, readFileSync(join(root, file), 'utf8')))).toEqual([])
})

test('a table is seen in the words of Kysely and in those of SQL, and nowhere else', () => {
  const seen = (code: string) => readNamed('x.ts', code).map(({ line, table, writes }) => [line, table, writes])
  expect(seen("db.selectFrom('heldMail as h')\n.innerJoin('person', 'a', 'b').selectFrom(['list', 'ban as b'])")).toEqual([
    [1, 'held_mail', false],
    [2, 'person', false],
    [2, 'list', false],
    [2, 'ban', false],
  ])
  expect(seen("tx.updateTable('list').from('person')\ntx\n  .deleteFrom('ban')")).toEqual([
    [1, 'list', true],
    [1, 'person', false],
    [3, 'ban', true],
  ])
  const sql = (text: string) => seen(`import { sql } from 'kysely'\nsql\`${text}\``)
  expect(sql('select 1 from list l\njoin person p on true, ban')).toEqual([
    [2, 'list', false],
    [3, 'person', false],
  ])
  expect(sql("with x as (insert into list (name) values ('from ban')) delete from person using ban")).toEqual([
    [2, 'list', true],
    [2, 'person', true],
    [2, 'ban', false],
  ])
  expect(sql('select from list l, person p where true')).toEqual([
    [2, 'list', false],
    [2, 'person', false],
  ])
  expect(seen("import { sql } from 'kysely'\n// join person\n/* from list */\nconst words = 'from list to person'")).toEqual([])
})
