import { Client } from 'pg'
import { expect, test } from 'vitest'
import { createDatabase, dropDatabase } from './database.ts'

test('every test gets a database of its own', async () => {
  const url = await createDatabase()
  const client = new Client({ connectionString: url })
  await client.connect()
  expect((await client.query('select current_database() as name')).rows).toEqual([{ name: new URL(url).pathname.slice(1) }])
  await client.end()
  await dropDatabase(url)
})
