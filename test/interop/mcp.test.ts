import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openMcpDoor } from '../../src/edges/http/mcp-door.ts'
import { questionsHere } from '../../src/edges/http/mcp-questions.ts'
import { NotAllowed } from '../../src/errors.ts'
import { makeWorld, tokenOf, type World } from '../world.ts'
import { conformingServer } from './mcp-fixtures.ts'
import { missing, run } from './programs.ts'

/**
 * The official suite of the Model Context Protocol (`conformance`) at our door. It calls tools, prompts and resources of its own names, so that a server
 * that has them stands behind it; it knows no token: here, it is a program of Maria's.
 */
const absent = missing('conformance')

let folder = ''
let server: ReturnType<typeof serve>
let base = ''
let world: World
beforeAll(async () => {
  if (absent) return
  world = await makeWorld()
  folder = mkdtempSync(join(tmpdir(), 'rapport-mcp-'))
  await world.write((tx) => tokenOf(tx, world.clock.now, world.maria))
  const { id: tokenId } = await world.db.selectFrom('apiToken').select('id').executeTakeFirstOrThrow()
  const { log } = world.context
  const caller = { tokenId, personId: world.maria.personId }
  const questions = questionsHere(world.database, world.url, log)(caller, world.clock.now)
  await new Promise<void>((ready) => {
    server = serve(
      {
        hostname: '127.0.0.1',
        port: 0,
        async fetch(request) {
          try {
            return await openMcpDoor({ baseUrl: base, log, secret: world.site.secret, tokenId, questions }, conformingServer)(request)
          } catch (error) {
            if (error instanceof NotAllowed) return new Response(error.message, { status: 403 })
            throw error
          }
        },
      },
      ({ port }) => {
        base = `http://127.0.0.1:${port}`
        ready()
      },
    )
  })
})
afterAll(async () => {
  server?.close()
  if (folder) rmSync(folder, { recursive: true, force: true })
  await world?.end()
})

test.skipIf(absent)(`each scenario passes${absent ? ` (skipped: ${absent})` : ''}`, async () => {
  const args = ['server', '--url', `${base}/mcp`, '--suite', 'all', '--output-dir', folder]
  const { output } = await run('conformance', args, { seconds: 500 })
  const ended = (sign: string) => [...output.matchAll(new RegExp(`^${sign} ([\\w-]+): `, 'gm'))].map(([, name]) => name)
  expect([ended('✗'), ended('✓').length]).toEqual([[], 32])
})
