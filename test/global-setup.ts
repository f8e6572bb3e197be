import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '../src/lib/db/embedded.ts'
import { withDatabase } from '../src/lib/db/embedded-socket.ts'
import { prepareTemplate } from './template.ts'

declare module 'vitest' {
  interface ProvidedContext {
    serverUrl: string
    /** Whatever a test leaves here is gone after the run. */
    runFolder: string
  }
}

/** One PostgreSQL for the whole run, with a template that every test's own database is copied from. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'rapport-test-'))
  // Other accounts may pass through to what a test gives them; the database keeps its own door shut.
  chmodSync(folder, 0o711)
  const guard = guardAgainstKill(folder)
  const quiet = { info: () => {}, warn: console.warn, error: console.error }
  const server = await startEmbedded({ dataFolder: folder, log: quiet, fast: true, sharedBuffers: '128MB' })
  const teardown = async () => {
    await server.stop()
    guard.kill()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    await makeTemplate(server.url)
  } catch (error) {
    await teardown()
    throw error
  }
  project.provide('serverUrl', server.url)
  project.provide('runFolder', folder)
  return teardown
}

async function makeTemplate(url: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('create database template')
    await prepareTemplate(withDatabase(url, 'template'))
    // Nobody may be connected to a database while it is copied.
    await client.query('alter database template with is_template true allow_connections false')
    await client.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = 'template'")
  } finally {
    await client.end()
  }
}

/** A shell that outlives a run that is killed: its input closes with the run, and it then stops the server and removes the folder. */
function guardAgainstKill(folder: string) {
  const script = `read -r _
    pid=$(head -n 1 "$1/postgres/postmaster.pid") && kill -QUIT "$pid"
    n=0; while [ -e "$1/postgres/postmaster.pid" ] && [ $n -lt 100 ]; do n=$((n + 1)); sleep 0.1; done
    # Workers may go on for a moment and write once more.
    n=0; until rm -rf "$1" && sleep 1 && [ ! -e "$1" ] || [ $n -ge 30 ]; do n=$((n + 1)); done`
  const guard = spawn('/bin/sh', ['-c', script, 'guard', folder], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] })
  guard.unref()
  return guard
}
