import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect, type Database } from '../src/lib/db/connect.ts'
import { dumpSchema } from '../src/lib/db/dump.ts'
import { createDatabase, dropDatabase } from './database.ts'

// `npm run schema` (vitest -u) writes both files anew after a migration; here they are only compared.
const root = resolve(import.meta.dirname, '..')
let url: string
let database: Database

beforeAll(async () => {
  url = await createDatabase()
  database = connect(url)
})
afterAll(async () => {
  await database.close()
  dropDatabase(url)
})

/** The columns of each view by which a domain lets others read its table `X`: it is called `shared_X`. */
async function columnsOfViews(): Promise<ReadonlyMap<string, string[]>> {
  const { rows } = await database.pool.query<{ view: string; columns: string[] }>(
    `select table_name as view, array_agg(column_name::text order by column_name) as columns from information_schema.columns
     where table_schema = 'public' and table_name like 'shared\\_%' group by table_name order by table_name`,
  )
  return new Map(rows.map(({ view, columns }) => [view, columns]))
}

const inCamel = (name: string): string => name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
const inPascal = (name: string): string => inCamel(`_${name}`)

/** Types of the views: columns of their tables. PostgreSQL calls any column of a view nullable. */
function withViews(types: string, views: ReadonlyMap<string, string[]>): string {
  const made = [...views].map(([view, columns]) => {
    const names = columns.map((column) => `"${inCamel(column)}"`).join(' | ')
    return `export type ${inPascal(view)} = Pick<${inPascal(view.replace('shared_', ''))}, ${names}>;\n`
  })
  const named = [...views.keys()].map((view) => `  ${inCamel(view)}: ${inPascal(view)};\n`)
  return types.replace('export interface DB {\n', () => `${made.join('\n')}\nexport interface DB {\n${named.join('')}`)
}

test('the dump in review is what the migrations make', async () => {
  await expect(await dumpSchema(database.pool)).toMatchFileSnapshot('../src/lib/db/schema.sql')
})

test('the types of rows are what the migrations make', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'rapport-schema-'))
  const out = join(folder, 'schema.ts')
  await promisify(execFile)(
    join(root, 'node_modules/.bin/node'),
    [
      join(root, 'node_modules/kysely-codegen/dist/cli/bin.js'),
      '--dialect=postgres',
      '--camel-case',
      '--runtime-enums=false',
      '--singularize=false',
      '--type-mapping={"int8":"number","date":"string"}',
      '--default-schema=public',
      '--include-pattern=public.*',
      '--exclude-pattern=public.{migration,shared_*}',
      `--out-file=${out}`,
      `--url=${url}`,
    ],
    { cwd: root },
  )
  const types = withViews(await readFile(out, 'utf8'), await columnsOfViews())
  await rm(folder, { recursive: true })
  await expect(types).toMatchFileSnapshot('../src/lib/db/schema.ts')
})
