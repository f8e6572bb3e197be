import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { program } from '../src/actor.ts'
import { appoint } from '../src/groups/actions.ts'
import { listGroups } from '../src/groups/queries.ts'
import { arrangeMeeting } from '../src/meetings/core/actions.ts'
import { ensurePerson } from '../src/people/actions.ts'
import { makeToken } from '../src/people/tokens-actions.ts'
import { ensureBuilt } from '../test/crash/rapport.ts'
import { freePort } from '../test/ports.ts'
import { openBenchGround, percentile, reachable } from './ground.ts'

// Ten people write minutes at once: how long it takes over HTTP until a line is saved, and whether one is lost. Each writer begins a line
// and changes it twice, as the page does during typing. node bench/minutes.ts [WRITERS] [LINES EACH]; JSON on stdout.

const [writers = 10, lines = 20] = process.argv.slice(2).map(Number)
ensureBuilt()
const folder = await mkdtemp(join(tmpdir(), 'rapport-bench-minutes-'))
const { ground } = await openBenchGround(folder)
const { db, write } = ground.database
const now = new Date()
const [group] = await listGroups(db)
const groupId = group?.id ?? 0
const tokens: string[] = []
await write(async (tx) => {
  for (let i = 0; i < writers; i++) {
    const { personId } = await ensurePerson(tx, program(now), { name: `Writer ${i}`, email: `writer${i}@place.example`, verified: true })
    await appoint(tx, program(now), { personId, role: 'member', groupId, fromOn: '2020-01-01' })
    tokens.push((await makeToken(tx, program(now), { personId, name: 'A bench', scopes: ['read', 'write'], days: 1 })).token)
  }
})
const administrator = { ...program(now), grants: [{ role: 'administrator' as const, groupId: null, communityId: null }] }
const { slug } = await write((tx) =>
  arrangeMeeting(tx, administrator, {
    ...{ title: 'A bench', zone: 'UTC', place: '', public: false },
    startsAt: now,
    endsAt: new Date(now.getTime() + 3_600_000),
    hosts: { groupIds: [groupId], communityIds: [] },
  }),
)
await ground.close()

const port = await freePort()
const rapport = spawn(join(import.meta.dirname, '../bin/rapport'), ['serve', '--roles', 'web'], {
  env: { ...process.env, RAPPORT_DATA: folder, RAPPORT_HTTP: `127.0.0.1:${port}`, RAPPORT_LOG: 'warn' },
  stdio: ['ignore', 'inherit', 'inherit'],
})
await reachable(port)
const times: number[] = []
const kept = new Set<string>()

async function put(token: string, key: string, text: string, version: number): Promise<number> {
  const begun = performance.now()
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1/meetings/${slug}/lines/${key}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ text, version }),
  })
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`)
  const saved = (await answer.json()) as { version: number }
  times.push(performance.now() - begun)
  return saved.version
}

await Promise.all(
  tokens.map(async (token, writer) => {
    for (let line = 0; line < lines; line++) {
      const key = crypto.randomUUID()
      let version = 0
      for (const words of ['What was', 'What was said', `What was said, ${writer}.${line}`]) {
        version = await put(token, key, words, version)
        // Half a second of typing lies between two changes of a line.
        await sleep(400 + Math.random() * 200)
      }
      kept.add(`What was said, ${writer}.${line}`)
    }
  }),
)
const answer = await fetch(`http://127.0.0.1:${port}/api/v1/meetings/${slug}/lines`, { headers: { authorization: `Bearer ${tokens[0]}` } })
const { items } = (await answer.json()) as { items: { text: string }[] }
for (const { text } of items) kept.delete(text)
rapport.kill('SIGTERM')
await once(rapport, 'exit')
const at = (share: number) => Number(percentile(times, share).toFixed(1))
process.stdout.write(
  `${JSON.stringify({ writers, saves: times.length, p50Ms: at(0.5), p95Ms: at(0.95), mostMs: at(1), lost: kept.size }, null, 2)}\n`,
)
await rm(folder, { recursive: true, force: true })
