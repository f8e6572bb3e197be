// How long after the last key the similar requests are there, in a browser, in a group of many requests; and those of a field that picks one.
// JSON, in milliseconds. node bench/typing.ts [--requests 10000] [--runs 30]
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Actor, program } from '../src/actor.ts'
import { createAuth } from '../src/auth.ts'
import { appoint } from '../src/groups/actions.ts'
import { ensurePerson } from '../src/people/actions.ts'
import { makeRequest } from '../src/requests/actions.ts'
import { startBrowser } from '../test/browser/browser.ts'
import { ensureBuilt, freePort } from '../test/crash/rapport.ts'
import { openBenchGround, percentile, reachable } from './ground.ts'

const { values } = parseArgs({ options: { requests: { type: 'string', default: '10000' }, runs: { type: 'string', default: '30' } } })
const [count, runs] = [Number(values.requests), Number(values.runs)]

// Made up, and always the same: words of the field, so that some requests look alike.
const words =
  'list section citation rollover status complete library note copyright permission digitise chapter export import syllabus instructor student view button keyboard drag reorder analytics reading essential broken link report department purchase request number locate catalogue campus queue processing decline reason owner course term archive annotation'.split(
    ' ',
  )
let state = 1
const next = (below: number): number => {
  state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
  return state % below
}
const phrase = (length: number): string => Array.from({ length }, () => words[next(words.length)]).join(' ')

ensureBuilt()
const folder = await mkdtemp(join(tmpdir(), 'rapport-bench-typing-'))
const port = await freePort()
const baseUrl = `http://127.0.0.1:${port}`
const { ground, list } = await openBenchGround(folder)
const { db, write, pool } = ground.database
const at = new Date()
const actor: Actor = { ...program(at), grants: [{ role: 'coordinator', groupId: list.groupId, communityId: null }] }
const email = 'carla@oldharbour.example'
await write(async (tx) => {
  const { personId } = await ensurePerson(tx, actor, { name: 'Carla', email, verified: true })
  await appoint(tx, actor, { personId, role: 'coordinator', groupId: list.groupId, fromOn: '2026-01-01' })
})
for (let made = 0; made < count; made += 200)
  await write(async (tx) => {
    for (let i = made; i < Math.min(count, made + 200); i++)
      await makeRequest(tx, actor, list.groupId, { kind: 'idea', title: phrase(6), text: phrase(40), visibility: 'public', language: 'en' })
  })
await pool.query('vacuum analyze')
const { config } = ground
const secret = config.secret ?? ''
const auth = createAuth({ db, write, site: { baseUrl, mailDomain: config.mailDomain, secret }, now: () => new Date() })
const code = await auth.createCode(email)
const { headers } = await auth.signIn(email, code?.code ?? '', new Headers())
const cookies = Object.fromEntries(
  headers.getSetCookie().map((cookie) => [cookie.slice(0, cookie.indexOf('=')), /=([^;]*)/.exec(cookie)?.[1] ?? '']),
)
await ground.close()

const rapport = spawn(join(import.meta.dirname, '../bin/rapport'), ['serve'], {
  env: {
    ...process.env,
    RAPPORT_DATA: folder,
    RAPPORT_SECRET: secret,
    RAPPORT_BASE_URL: baseUrl,
    RAPPORT_HTTP: `127.0.0.1:${port}`,
    RAPPORT_SMTP: `127.0.0.1:${await freePort()}`,
    RAPPORT_LOG: 'error',
  },
  stdio: ['ignore', 'inherit', 'inherit'],
})
const browser = await startBrowser()
try {
  await reachable(port)
  /** From the key that changes a field to the list below it: the browser's own clock, which begins with the event. */
  const measure = async (path: string, field: string, shown: string) => {
    const page = await browser.openPage(`${baseUrl}${path}`, { cookies })
    const times: number[] = []
    for (let run = 0; run < runs; run++) {
      await page.locator(field).fill('')
      await page.waitForTimeout(400)
      await page.evaluate(`globalThis.took = new Promise((done) => {
        let pressed = 0
        document.querySelector(${JSON.stringify(field)}).addEventListener('input', () => { pressed = performance.now() })
        new MutationObserver(() => { if (pressed) done(performance.now() - pressed) })
          .observe(document.querySelector(${JSON.stringify(shown)}), { childList: true })
      })`)
      await page.locator(field).fill(phrase(4))
      times.push(await page.evaluate<number>('globalThis.took'))
    }
    await page.close()
    return { p50: Math.round(percentile(times, 0.5)), p95: Math.round(percentile(times, 0.95)), runs }
  }
  // The first question of a process reads all requests.
  await measure('/requests/new', 'input[name=title]', '#similar')
  const similar = await measure('/requests/new', 'input[name=title]', '#similar')
  const picked = await measure('/requests/1/merge', 'pick-one input[role=combobox]', 'pick-one .picks')
  process.stdout.write(`${JSON.stringify({ bench: 'typing', requests: count, similarMs: similar, pickedMs: picked }, null, 2)}\n`)
} finally {
  await browser.close()
  rapport.kill('SIGTERM')
  await once(rapport, 'exit')
  await rm(folder, { recursive: true, force: true })
}
process.exit(0)
