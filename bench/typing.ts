// How long after the last key the browser shows the similar requests, in a group with many requests; and the list of a field that picks
// one. `asked` is counted from the browser’s request, `typed` from the key: this includes the moment in which the browser waits for more
// keys.
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
import { ensureBuilt } from '../test/crash/rapport.ts'
import { freePort } from '../test/ports.ts'
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
  /** From the key that changes a field, and from the question that follows, to the list below it: the browser's own clock. */
  const measure = async (path: string, field: string, shown: string, asks: string) => {
    const page = await browser.openPage(`${baseUrl}${path}`, { cookies })
    const times: { typed: number; asked: number }[] = []
    // The list of a field that picks comes to stand where it stays when it is first asked for.
    await page.locator(field).fill(phrase(4))
    await page.waitForTimeout(1_000)
    for (let run = 0; run < runs; run++) {
      await page.locator(field).fill('')
      await page.waitForTimeout(600)
      await page.evaluate(`globalThis.took = new Promise((done, fail) => {
        let pressed = 0
        performance.clearResourceTimings()
        document.querySelector(${JSON.stringify(field)}).addEventListener('input', () => { pressed = performance.now() }, { once: true })
        new MutationObserver(() => {
          const now = performance.now()
          // The entry of the question is there a moment after its answer.
          if (pressed) setTimeout(() => {
            const asked = performance.getEntriesByType('resource').findLast(({ name }) => name.includes(${JSON.stringify(asks)}))
            if (asked) done({ typed: now - pressed, asked: now - asked.startTime })
          }, 50)
        }).observe(document.querySelector(${JSON.stringify(shown)}), { childList: true })
        setTimeout(() => fail(new Error('No list within 30 s.')), 30_000)
      })
      // What is evaluated last is waited for: the promise is for later.
      0`)
      await page.locator(field).fill(phrase(4))
      times.push(await page.evaluate<{ typed: number; asked: number }>('globalThis.took'))
    }
    await page.close()
    const of = (one: 'typed' | 'asked') => {
      const some = times.map((time) => time[one])
      return { p50: Math.round(percentile(some, 0.5)), p95: Math.round(percentile(some, 0.95)) }
    }
    return { asked: of('asked'), typed: of('typed'), runs }
  }
  const written = ['/requests/new', 'input[name=title]', '#similar', '/requests/similar'] as const
  const cookie = Object.entries(cookies)
    .map(([name, value]) => `${name}=${value}`)
    .join('; ')
  /** From the arrival of a question to its list, without a browser. */
  const ask = async (): Promise<number> => {
    const began = performance.now()
    const asked = { method: 'POST', headers: { cookie, origin: baseUrl }, body: new URLSearchParams({ title: phrase(4) }) }
    const answer = await fetch(`${baseUrl}/requests/similar`, asked)
    await answer.text()
    if (!answer.ok)
      throw new Error(`Asked for similar requests, it says ${answer.status} after ${Math.round(performance.now() - began)} ms.`)
    return performance.now() - began
  }
  // The first question of a process reads all requests.
  const firstMs = Math.round(await ask())
  const answers: number[] = []
  for (let run = 0; run < runs; run++) answers.push(await ask())
  const answeredMs = { p50: Math.round(percentile(answers, 0.5)), p95: Math.round(percentile(answers, 0.95)), runs }
  process.stderr.write(`${JSON.stringify({ firstMs, answeredMs })}\n`)
  const similar = await measure(...written)
  const picked = await measure('/requests/1/merge', 'pick-one input[role=combobox]', 'pick-one .picks', '/requests/pick')
  process.stdout.write(
    `${JSON.stringify({ bench: 'typing', requests: count, firstMs, answeredMs, similarMs: similar, pickedMs: picked }, null, 2)}\n`,
  )
} finally {
  await browser.close()
  rapport.kill('SIGTERM')
  await once(rapport, 'exit')
  await rm(folder, { recursive: true, force: true })
}
process.exit(0)
