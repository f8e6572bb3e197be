import './tsx.ts'
import { mkdtempSync, rmSync } from 'node:fs'
import { Client } from 'pg'
import { startEmbedded } from '../../src/lib/db/embedded.ts'
import { withDatabase } from '../../src/lib/db/embedded-socket.ts'
import { prepareTemplate } from '../../test/template.ts'

const folder = mkdtempSync('/dev/shm/rapport-year-')
const server = await startEmbedded({
  dataFolder: folder,
  log: { info: () => {}, warn: console.warn, error: console.error },
  fast: true,
  sharedBuffers: '128MB',
})
const c = new Client({ connectionString: server.url })
await c.connect()
await c.query('create database year')
await c.end()
const url = withDatabase(server.url, 'year')
await prepareTemplate(url)
const { openYear, replay } = await import('./run.ts')
const t0 = performance.now()
const world = await openYear(url)
try {
  const m = await replay(world, Number(process.argv[2] ?? 3), (t) => console.log(((performance.now() - t0) / 1000).toFixed(0), t))
  for (const [role, hand] of Object.entries(m.hands)) {
    console.log('##', role)
    for (const w of hand.effort.weeks)
      console.log(
        JSON.stringify({ ...w, seconds: Math.round(w.seconds), spent: undefined }),
        Object.entries(w.spent)
          .sort((a, b) => b[1] - a[1])
          .slice(0, 12)
          .map(([k, v]) => `${k} ${Math.round(v)}`)
          .join('; '),
      )
    for (const s of hand.stuck) console.log('  STUCK', s.slice(0, 400))
    for (const s of hand.unknown) console.log('  UNKNOWN', s)
  }
} catch (e) {
  console.error(e)
} finally {
  await world.leave()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
  process.exit(0)
}
