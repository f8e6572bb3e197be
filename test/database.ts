import { randomUUID } from 'node:crypto'
import { Client, escapeLiteral, type QueryResult, type QueryResultRow } from 'pg'
import { withDatabase } from '../src/lib/db/embedded-socket.ts'
import { sealTemplate } from './template.ts'

// Benches open worlds too, outside of a run.
const serverUrl = async () => (await import('vitest')).inject('serverUrl')

/** A fresh copy of the template, for one test or one file; the URL is for `pg`. */
export async function createDatabase(): Promise<string> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await onServer(`create database ${name} template template strategy file_copy`)
  return withDatabase(await serverUrl(), name)
}

/**
 * A copy of a database that the first who asks for it fills, once a run: what many files begin with is not made anew by each.
 * @param name of the database that is copied
 * @param fill fills an empty one and answers what is to be known of it, as plain data; it closes what it opened
 * @returns the copy's URL, and what was known when its model had been filled
 */
export async function copyFilled<Known>(name: string, fill: (url: string) => Promise<Known>): Promise<{ url: string; known: Known }> {
  const copy = `test_${randomUUID().replaceAll('-', '')}`
  const { known } = (await knownOf<Known>(name)) ?? (await fillOnce(name, fill))
  await onServer(`create database ${copy} template ${name} strategy file_copy`)
  return { url: withDatabase(await serverUrl(), copy), known }
}

/** Two workers may ask for it at once: one fills it, the other waits. */
async function fillOnce<Known>(name: string, fill: (url: string) => Promise<Known>): Promise<{ known: Known }> {
  const client = new Client({ connectionString: await serverUrl() })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(hashtext($1))', [name])
    return (await knownOf<Known>(name)) ?? { known: await fillModel(client, name, fill) }
  } finally {
    await client.end()
  }
}

/** What is known of a model is kept as its comment, so that every worker of the run reads it. */
async function knownOf<Known>(name: string): Promise<{ known: Known } | undefined> {
  const { rows } = await onServer<{ said: string | null }>(
    `select shobj_description(oid, 'pg_database') as said from pg_database where datname = ${escapeLiteral(name)} and datistemplate`,
  )
  return rows[0]?.said ? { known: JSON.parse(rows[0].said) as Known } : undefined
}

async function fillModel<Known>(client: Client, name: string, fill: (url: string) => Promise<Known>): Promise<Known> {
  await client.query(`drop database if exists ${name} with (force)`)
  await client.query(`create database ${name} template template strategy file_copy`)
  // As every copy gets it: what a date was is a text to all alike.
  const said = JSON.stringify(await fill(withDatabase(await serverUrl(), name)))
  await analyze(withDatabase(await serverUrl(), name))
  await client.query(`comment on database ${name} is ${escapeLiteral(said)}`)
  await sealTemplate(client, name)
  return JSON.parse(said) as Known
}

/** What is copied tells its planner how much there is: no copy is there long enough to find out. */
async function analyze(url: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query('analyze')
  await client.end()
}

/**
 * Removes a copy, whoever is still connected to it. Nobody waits for it: PostgreSQL looks but each tenth of a second whether the last of them has
 * gone, and it is a connection of its own that stands still meanwhile.
 */
export function dropDatabase(url: string): void {
  onServer(`drop database if exists ${new URL(url).pathname.slice(1)} with (force)`, removing).catch((error: Error & { code?: string }) => {
    // It may be the end of the run, and of the server with all its copies.
    if (error.code && error.code !== '57P01') console.error(error)
  })
}

interface Line {
  client?: Promise<Client>
}
const asking: Line = {}
const removing: Line = {}

/** By a connection that stays as long as this process, and does not keep it. */
async function onServer<Row extends QueryResultRow>(statement: string, line = asking): Promise<QueryResult<Row>> {
  line.client ??= openServer()
  return (await line.client).query<Row>(statement)
}

async function openServer(): Promise<Client> {
  const client = new Client({ connectionString: await serverUrl() })
  // It may outlive the server at the end of the run.
  client.on('error', () => {})
  await client.connect()
  ;(client as Client & { unref(): void }).unref()
  return client
}
