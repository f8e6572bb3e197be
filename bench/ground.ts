import { existsSync } from 'node:fs'
import net from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { program } from '../src/actor.ts'
import { importMailbox, openMailbox } from '../src/archive/import/mailbox-actions.ts'
import { readConfig } from '../src/config.ts'
import { openGround } from '../src/ground.ts'
import { foundGroup } from '../src/groups/actions.ts'
import { openList } from '../src/list/actions.ts'
import { findListsByName } from '../src/list/queries.ts'
import { isEmpty } from '../src/people/queries.ts'
import { ensureBuilt } from '../test/crash/rapport.ts'
import { writeCorpus } from './corpus.ts'

/** An embedded database of its own in a folder, with one public list; both are found again in a folder that has them. */
export async function openBenchGround(folder: string) {
  const config = readConfig({ RAPPORT_DATA: folder, RAPPORT_LOG: 'error', RAPPORT_SECRET: 'a secret for benches, long enough' })
  const ground = await openGround(config)
  const { db, write } = ground.database
  const actor = program(new Date())
  if ((await findListsByName(db, ['lectio-l'])).length === 0)
    await write(async (tx) => {
      const { groupId, communityId } = await foundGroup(tx, actor, {
        community: { slug: 'lsui', name: 'Library Systems Users' },
        vendor: 'Quillon',
        product: 'Lectio',
        group: { slug: 'lectio', name: 'Lectio Working Group' },
      })
      await openList(tx, actor, { groupId, communityIds: [communityId], name: 'lectio-l', title: 'Lectio-L', archive: 'public' })
    })
  // Where nobody is known yet, the home page asks for the first account.
  if (await isEmpty(db)) await write((tx) => tx.insertInto('person').values({ name: 'Maria Fernandez' }).execute())
  const [list] = await findListsByName(db, ['lectio-l'])
  if (!list) throw new Error('the list is not there')
  return { ground, list }
}

/** What the edges put together of all domains, compiled: their pages are written in what Node.js does not read. */
export async function builtEdges() {
  ensureBuilt()
  const edge = (name: string) => import(new URL(`../dist/edges/${name}.js`, import.meta.url).href)
  const { offers }: typeof import('../src/edges/offers.ts') = await edge('offers')
  const { consequences }: typeof import('../src/edges/consequences.ts') = await edge('consequences')
  return { offers, consequences }
}

/** The median of some runs, with the lowest and the highest. */
export function spread(values: number[], digits = 0) {
  const sorted = values.toSorted((a, b) => a - b)
  const round = (value: number | undefined) => Number((value ?? Number.NaN).toFixed(digits))
  return { median: round(sorted[sorted.length >> 1]), lowest: round(sorted[0]), highest: round(sorted.at(-1)), runs: values.length }
}

/** The smallest value that a share of all values does not exceed (nearest rank). */
export function percentile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}

/** The ground in a folder with an archive of so many messages: the one that is there, or one imported now. */
export async function fillBenchGround(folder: string, messages: number, { orMore = false } = {}) {
  const { ground, list } = await openBenchGround(folder)
  const { rows } = await ground.database.pool.query<{ count: number }>('select count(*) as count from message')
  if (rows[0]?.count === messages || (orMore && (rows[0]?.count ?? 0) > messages)) return ground
  if (rows[0]?.count !== 0) throw new Error(`${folder} has ${rows[0]?.count} messages, not ${messages}`)
  const corpus = join(tmpdir(), `rapport-bench-${messages}.mbox`)
  if (!existsSync(corpus)) await writeCorpus(corpus, messages)
  await importMailbox(ground.database, { ...program(new Date()), via: 'cli' }, list, await openMailbox(corpus))
  await ground.database.pool.query('vacuum analyze')
  return ground
}

/**
 * Waits until somebody listens at a port.
 * @throws after five minutes
 */
export async function reachable(port: number): Promise<void> {
  for (let tries = 0; tries < 3_000; tries++) {
    const up = await new Promise<boolean>((resolve) => {
      const socket = net.connect(port, '127.0.0.1', () => resolve(true)).on('error', () => resolve(false))
      socket.on('connect', () => socket.destroy())
    })
    if (up) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('rapport serve did not start')
}
