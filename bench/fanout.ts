import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { program } from '../src/actor.ts'
import { readConfig } from '../src/config.ts'
import { openGround } from '../src/ground.ts'
import { foundGroup } from '../src/groups/actions.ts'
import { openList } from '../src/list/actions.ts'
import { ensureBuilt } from '../test/crash/rapport.ts'
import { freePort } from '../test/ports.ts'
import { reachable } from './ground.ts'
import { fillList, startSinkProcess, submit } from './posts.ts'

// One post to a list, from its submission by SMTP to the last acceptance by a sink in another process: intake, archive, delivery rows,
// compose, signing, the relay connection and the recording of each answer. node bench/fanout.ts [SUBSCRIBERS] [RUNS]; JSON on stdout.

const [subscribers = 10_000, runs = 3] = process.argv.slice(2).map(Number)

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

async function measure(dkim: 'on' | 'off') {
  const sink = await startSinkProcess()
  const folder = await mkdtemp(join(tmpdir(), 'rapport-bench-'))
  await writeFile(join(folder, 'dns.json'), '{}')
  const smtpPort = await freePort()
  const env = {
    RAPPORT_DATA: folder,
    RAPPORT_SMTP: `127.0.0.1:${smtpPort}`,
    RAPPORT_RELAY: `smtp://127.0.0.1:${sink.port}`,
    RAPPORT_LOG: 'error',
    RAPPORT_DKIM: dkim,
    RAPPORT_DNS: `file:${join(folder, 'dns.json')}`,
  }
  const ground = await openGround(readConfig(env))
  const actor = program(new Date())
  await ground.context.write(async (tx) => {
    const { groupId, communityId } = await foundGroup(tx, actor, {
      community: { slug: 'b', name: 'B' },
      vendor: 'V',
      product: 'P',
      group: { slug: 'g', name: 'G' },
    })
    const listId = await openList(tx, actor, { groupId, communityIds: [communityId], name: 'bench-l', title: 'Bench-L' })
    await fillList(tx, listId, subscribers)
    await sql`analyze`.execute(tx)
  })
  await ground.close()
  const rapport = spawn(join(import.meta.dirname, '../bin/rapport'), ['serve', '--roles', 'smtp,worker'], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  await reachable(smtpPort)
  const results: { perSecond: number; firstMs: number }[] = []
  for (let run = 0; run <= runs; run++) {
    const before = await sink.accepted()
    const started = performance.now()
    await submit(smtpPort, 'bench-l', run)
    let firstMs = 0
    let done = 0
    while (done < subscribers) {
      done = (await sink.accepted()) - before
      if (done > 0 && firstMs === 0) firstMs = performance.now() - started
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    // The first run warms up.
    if (run > 0)
      results.push({ perSecond: Math.round(subscribers / ((performance.now() - started) / 1_000)), firstMs: Math.round(firstMs) })
    // The answers are written down in batches; the next run begins when all lanes rest.
    await new Promise((resolve) => setTimeout(resolve, 1_500))
  }
  rapport.kill('SIGTERM')
  await once(rapport, 'exit')
  sink.end()
  await rm(folder, { recursive: true, force: true })
  const rates = results.map(({ perSecond }) => perSecond)
  return {
    perSecond: median(rates),
    lowest: Math.min(...rates),
    highest: Math.max(...rates),
    firstRecipientMs: median(results.map(({ firstMs }) => firstMs)),
  }
}

ensureBuilt()
console.log(JSON.stringify({ subscribers, runs, unsigned: await measure('off'), signed: await measure('on') }, null, 2))
process.exit(0)
