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
  await dropDatabase(url)
})

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
      '--exclude-pattern=public.migration',
      `--out-file=${out}`,
      `--url=${url}`,
    ],
    { cwd: root },
  )
  const types = await readFile(out, 'utf8')
  await rm(folder, { recursive: true })
  await expect(types).toMatchFileSnapshot('../src/lib/db/schema.ts')
})
