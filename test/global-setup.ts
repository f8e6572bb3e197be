import { execFileSync, spawn } from 'node:child_process'
import { accessSync, chmodSync, constants, mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Client } from 'pg'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '../src/lib/db/embedded.ts'
import { withDatabase } from '../src/lib/db/embedded-socket.ts'
import { prepareTemplate, sealTemplate } from './template.ts'

declare module 'vitest' {
  interface ProvidedContext {
    serverUrl: string
    /** Whatever a test leaves here is gone after the run. */
    runFolder: string
  }
}

/** One PostgreSQL for the whole run, with a template that every test's own database is copied from. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  // What pages count with in the browser, as the rules are now.
  execFileSync(process.execPath, [fileURLToPath(new URL('../bin/browser.mjs', import.meta.url))])
  const folder = mkdtempSync(join(tmpdir(), 'rapport-test-'))
  // Other accounts may pass through to what a test gives them; the database keeps its own door shut.
  chmodSync(folder, 0o711)
  // What is compiled of the program and its packages, once for all that start it.
  process.env.NODE_COMPILE_CACHE ??= join(folder, 'compiled')
  const serverFolder = mkdtempSync(join(inMemory() ?? tmpdir(), 'rapport-test-'))
  chmodSync(serverFolder, 0o711)
  const guard = guardAgainstKill(serverFolder, folder)
  const quiet = { info: () => {}, warn: console.warn, error: console.error }
  const server = await startEmbedded({ dataFolder: serverFolder, log: quiet, fast: true, sharedBuffers: '128MB' })
  const teardown = async () => {
    await server.stop()
    guard.kill()
    for (const one of [serverFolder, folder]) rmSync(one, { recursive: true, force: true })
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

const gigabyte = 1024 ** 3

/**
 * A folder in memory, where the machine has one with room: each test's database is some hundred files, copied in a quarter of the time there.
 * What the tests themselves lay down stays on the disk.
 */
function inMemory(): string | undefined {
  const folder = '/dev/shm'
  try {
    const { bavail, bsize } = statfsSync(folder)
    const room = Math.min(bavail * bsize, process.availableMemory() / 2)
    accessSync(folder, constants.W_OK)
    return room > 3 * gigabyte ? folder : undefined
  } catch {
    return undefined
  }
}

async function makeTemplate(url: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('create database template')
    await prepareTemplate(withDatabase(url, 'template'))
    await sealTemplate(client, 'template')
  } finally {
    await client.end()
  }
}

/** A shell that outlives a run that is killed: its input closes with the run, and it then stops the server and removes the folders. */
function guardAgainstKill(serverFolder: string, folder: string) {
  const script = `read -r _
    pid=$(head -n 1 "$1/postgres/postmaster.pid") && kill -QUIT "$pid"
    n=0; while [ -e "$1/postgres/postmaster.pid" ] && [ $n -lt 100 ]; do n=$((n + 1)); sleep 0.1; done
    # Workers may go on for a moment and write once more.
    n=0; until rm -rf "$@" && sleep 1 && [ ! -e "$1" ] && [ ! -e "$2" ] || [ $n -ge 30 ]; do n=$((n + 1)); done`
  const folders = [serverFolder, folder]
  const guard = spawn('/bin/sh', ['-c', script, 'guard', ...folders], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] })
  guard.unref()
  return guard
}
