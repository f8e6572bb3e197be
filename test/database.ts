import { randomUUID } from 'node:crypto'
import { Client, escapeLiteral } from 'pg'
import { inject } from 'vitest'
import { withDatabase } from '../src/lib/db/embedded-socket.ts'
import { sealTemplate } from './template.ts'

/** A fresh copy of the template, for one test or one file; the URL is for `pg`. */
export async function createDatabase(): Promise<string> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await onServer(`create database ${name} template template strategy file_copy`)
  return withDatabase(inject('serverUrl'), name)
}

/**
 * A copy of a database that the first who asks for it fills, once a run: what many files begin with is not made anew by each.
 * @param name of the database that is copied
 * @param fill fills an empty one and answers what is to be known of it, as plain data; it closes what it opened
 * @returns the copy's URL, and what was known when its model had been filled
 */
export async function copyFilled<Known>(name: string, fill: (url: string) => Promise<Known>): Promise<{ url: string; known: Known }> {
  const copy = `test_${randomUUID().replaceAll('-', '')}`
  const known = await withServer(async (client) => {
    // Two workers may ask for it at once: one fills it, the other waits.
    await client.query('select pg_advisory_lock(hashtext($1))', [name])
    const answer = await knownOf<Known>(client, name)
    const found = answer ?? { known: await fillModel(client, name, fill) }
    await client.query(`create database ${copy} template ${name} strategy file_copy`)
    return found.known
  })
  return { url: withDatabase(inject('serverUrl'), copy), known }
}

/** What is known of a model is kept as its comment, so that every worker of the run reads it. */
async function knownOf<Known>(client: Client, name: string): Promise<{ known: Known } | undefined> {
  const { rows } = await client.query<{ said: string | null }>(
    "select shobj_description(oid, 'pg_database') as said from pg_database where datname = $1 and datistemplate",
    [name],
  )
  return rows[0]?.said ? { known: JSON.parse(rows[0].said) as Known } : undefined
}

async function fillModel<Known>(client: Client, name: string, fill: (url: string) => Promise<Known>): Promise<Known> {
  await client.query(`drop database if exists ${name} with (force)`)
  await client.query(`create database ${name} template template strategy file_copy`)
  // As every copy gets it: what a date was is a text to all alike.
  const said = JSON.stringify(await fill(withDatabase(inject('serverUrl'), name)))
  await client.query(`comment on database ${name} is ${escapeLiteral(said)}`)
  await sealTemplate(client, name)
  return JSON.parse(said) as Known
}

/** Removes a copy, whoever is still connected to it. */
export async function dropDatabase(url: string): Promise<void> {
  await onServer(`drop database if exists ${new URL(url).pathname.slice(1)} with (force)`)
}

const onServer = (statement: string): Promise<unknown> => withServer((client) => client.query(statement))

async function withServer<Answer>(act: (client: Client) => Promise<Answer>): Promise<Answer> {
  const client = new Client({ connectionString: inject('serverUrl') })
  await client.connect()
  try {
    return await act(client)
  } finally {
    await client.end()
  }
}
