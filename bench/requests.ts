// Requests of a large group: a CSV of 10,000 with 40 faulty rows, refused by line and then imported without them; similar requests among
// all of them, for the coordinator and for a subscriber who cannot see the user case behind every second request; the database queries of a
// page of the board. JSON; medians of the runs.
// node bench/requests.ts [--requests 10000] [--runs 20]
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Actor, program } from '../src/actor.ts'
import { tableIn } from '../src/lib/ui/upload.ts'
import { bringRequests, FaultyRows } from '../src/requests/imports/actions.ts'
import { listRequestChoices, listRequests } from '../src/requests/queries.ts'
import { findSimilar } from '../src/requests/similar-queries.ts'
import { builtEdges, openBenchGround, percentile, spread } from './ground.ts'

const { values } = parseArgs({ options: { requests: { type: 'string', default: '10000' }, runs: { type: 'string', default: '20' } } })
const [count, runs] = [Number(values.requests), Number(values.runs)]

const { offers } = await builtEdges()
const folder = await mkdtemp(join(tmpdir(), 'rapport-bench-requests-'))
const { ground, list } = await openBenchGround(folder)
const { db, write, pool } = ground.database
const actor: Actor = { ...program(new Date()), grants: [{ role: 'coordinator', groupId: list.groupId, communityId: null }] }

// Made up, and always the same: words of the field in sentences, so that some rows look alike.
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
const faulty = new Set(Array.from({ length: 40 }, (_, i) => Math.floor(((i + 0.5) * count) / 40)))
const lines = Array.from({ length: count }, (_, i) => {
  const day = faulty.has(i) ? '3/4/2019' : `20${10 + (i % 14)}-0${1 + (i % 9)}-1${i % 10}`
  const answer = i % 5 === 0 ? `Declined,It does not fit ${phrase(4)}.` : ','
  return `R-${i},${phrase(6)},${phrase(40)},Area ${i % 12},${day},${answer}`
})
const bytes = Buffer.from(`Number,Title,Description,Product area,Submitted on,Answer class,Answer\n${lines.join('\n')}\n`)

const timed = async <T>(act: () => Promise<T>): Promise<[T, number]> => {
  const start = performance.now()
  const value = await act()
  return [value, performance.now() - start]
}
const bring = async (goodOnes: boolean) => {
  const table = await tableIn(bytes)
  return write((tx) => bringRequests(tx, actor, list.groupId, { filename: 'old.csv', bytes, table }, { ...offers, goodOnes }))
}

try {
  const [refused, refusedMs] = await timed(() => bring(false).catch((error: unknown) => error))
  if (!(refused instanceof FaultyRows)) throw refused
  const [taken, takenMs] = await timed(() => bring(true))
  await pool.query("update request set visibility = 'public'")
  const { rows: behind } = await pool.query<{ id: number }>('select id from request where id % 2 = 0 order by id')
  for (const { id } of behind) {
    const made = await pool.query<{ id: number }>(
      `insert into user_case (group_id, title, problem, origin, said_at, captured_at, changed_at, visibility, consent)
       values ($1, $2, $3, 'web', now(), now(), now(), 'group', 'no') returning id`,
      [list.groupId, phrase(6), phrase(40)],
    )
    await pool.query('insert into request_case (request_id, case_id, added_at) values ($1, $2, now())', [id, made.rows[0]?.id])
  }
  await pool.query('vacuum analyze')
  const subscriber: Actor = { ...program(new Date()), listIds: [list.id] }
  const entry = () => ({ title: phrase(6), text: phrase(40), language: 'en' })
  const [, firstMs] = await timed(() => findSimilar(db, actor, list.groupId, entry()))
  const [likeness, ofSubscriber, board, search]: number[][] = [[], [], [], []]
  for (let run = 0; run < runs; run++) {
    likeness?.push((await timed(() => findSimilar(db, actor, list.groupId, entry())))[1])
    ofSubscriber?.push((await timed(() => findSimilar(db, subscriber, list.groupId, entry())))[1])
    const page = { groupId: list.groupId, page: 1 + next(20), limit: 50 }
    board?.push(
      (
        await timed(() =>
          Promise.all([listRequestChoices(db, list.groupId, actor.at), listRequests(db, actor, { ...page, order: 'support' })]),
        )
      )[1],
    )
    search?.push((await timed(() => listRequests(db, actor, { ...page, page: 1, search: words[next(words.length)] })))[1])
  }
  const figures = {
    requests: taken.requests,
    faultyRowsNamed: refused.faults.length,
    refusedInMs: Math.round(refusedMs),
    takenInMs: Math.round(takenMs),
    likenessFirstMs: Math.round(firstMs),
    likenessMs: { ...spread(likeness ?? [], 1), p95: Number(percentile(likeness ?? [], 0.95).toFixed(1)) },
    likenessOfSubscriberMs: { ...spread(ofSubscriber ?? [], 1), p95: Number(percentile(ofSubscriber ?? [], 0.95).toFixed(1)) },
    boardPageMs: spread(board ?? [], 1),
    boardSearchMs: spread(search ?? [], 1),
  }
  process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`)
} finally {
  await ground.close()
  await rm(folder, { recursive: true, force: true })
}
