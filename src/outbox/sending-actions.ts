import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { mostLosses } from '../guard.ts'
import { endedSilently, mayWorkLater } from '../lib/db/away.ts'
import { alive, commandOf } from '../lib/db/embedded-postmaster.ts'
import { longMissing } from '../lib/db/leases.ts'
import { lapse, seemsUnheld, unheld } from '../lib/db/listen.ts'
import type { Db, Tx } from '../lib/db/rows.ts'
import type { TaskContext } from '../task.ts'
import { recordRefusals, reserveQuota } from './actions.ts'
import { settleDeliveries, stillWaiting } from './delivery-actions.ts'
import { type Courier, couriersHere, type Lane, readBooks, type Taken, type Unsettled } from './sending.ts'

// Nobody holds the lease of this holder.
const free = sql.raw(unheld('s.holder'))
const seemsFree = sql.raw(seemsUnheld('s.holder'))
// Longer than a courier takes to notice that it was cut off, and to stop (`lapse` in lib/db/listen.ts), and than one that was killed takes to be
// there again on a busy machine: it alone knows what had been taken.
const grace = 120_000
// A lease is free for a moment after each failover, until its courier has connected again.
const moment = 2 * lapse

/** Says that a lane is about to send these, in a statement of its own: nobody else takes them until it says that it is done. */
export async function noteSending(db: Db, { holder, number }: Lane, ids: readonly number[]): Promise<void> {
  await sql`insert into sending (holder, lane, deliveries)
    select ${holder}, ${number}::smallint, range_agg(int8range(id, id, '[]')) from unnest(${ids}::bigint[]) as id
    on conflict (holder, lane) do update set deliveries = excluded.deliveries`.execute(db)
}

/** What a lane sent is written down, in this transaction. */
export async function doneSending(tx: Tx, { holder, number }: Lane): Promise<void> {
  await sql`update sending set deliveries = '{}' where holder = ${holder} and lane = ${number} and deliveries <> '{}'`.execute(tx)
}

/**
 * Writes down what a lane sent when the database went away before it could be: the process lives, and knows. What has meanwhile been written down,
 * by that very transaction or by another one, stays as it is.
 * @throws what keeps the database from it just now, such as its loss; the lane knows it still
 */
export async function writeDownLate({ write, now, log }: TaskContext, lane: Lane, unsettled: Unsettled): Promise<void> {
  const { attempts, refusals, quota } = unsettled
  const ids = attempts.map(({ id }) => id)
  try {
    await write(async (tx) => {
      const waiting = new Set(await stillWaiting(tx, ids))
      const left = attempts.filter(({ id }) => waiting.has(id))
      const refused = refusals.filter(({ deliveryId }) => waiting.has(deliveryId))
      await settleDeliveries(tx, left, now())
      await recordRefusals(tx, refused, now())
      // What the lane had reserved went with it.
      if (quota !== undefined) await reserveQuota(tx, quota, left.filter(({ state }) => state === 'sent').length, now())
      await doneSending(tx, lane)
    })
  } catch (error) {
    // It may be this that ends the database.
    if (mayWorkLater(error) && !(endedSilently(error) && ++unsettled.ends >= mostLosses)) throw error
    log.error({ err: error, deliveries: ids.length }, 'what had just been sent could not be written down, and is sent again')
  }
  lane.unsettled = undefined
  lane.book?.clear()
}

/** Writes down what a courier that is gone had noted as taken, of what it was sending; the rest waits for whoever comes. */
async function settleLeft(tx: Tx, holder: string, taken: Taken[], at: Date): Promise<number> {
  const { rows } = await sql<{ id: number }>`select t.id from unnest(${taken.map(({ id }) => id)}::bigint[]) as t(id)
    where exists (select from sending s where s.holder = ${holder} and s.deliveries @> t.id)`.execute(tx)
  const waiting = new Set(await stillWaiting(tx, [0, ...rows.map(({ id }) => id)]))
  const left = taken.filter(({ id }) => waiting.delete(id))
  const sent = left.map((one) => ({ ...one, state: 'sent' as const, nextAt: at }))
  await settleDeliveries(tx, sent, at)
  await sql`delete from sending where holder = ${holder}`.execute(tx)
  return left.length
}

/** Does a Rapport run under this number? It may be another program's by now, or another Rapport's: its lease is free then. */
const runs = (pid: number): boolean => alive(pid) && / serve\b/.test(commandOf(pid))

/**
 * Looks after what couriers were sending that are gone: those of this machine at once, by what they noted, or after half a minute where their number
 * tells nothing; those elsewhere once their lease has been free for two minutes.
 * @param alone no other process can be on this database
 * @returns looks once; `now` in milliseconds of any clock that only goes on
 */
export function watchCouriers({ db, write, now: date, log }: TaskContext, courier: Courier, alone: boolean) {
  const [since, sinceShort] = [longMissing(grace), longMissing(moment)]
  const unread = new Set<string>()
  const settle = async (name: string) => {
    const folder = join(courier.folder, name)
    const settled = await write((tx) => settleLeft(tx, name, readBooks(folder), date()))
    rmSync(folder, { recursive: true, force: true })
    if (settled > 0) log.warn({ deliveries: settled }, 'what a worker that is gone had sent is written down')
  }
  const forget = async (name: string) => {
    // Asked once more in the statement itself: it may have come back just now.
    const { rows } = await sql<{
      some: boolean
    }>`with lease as materialized (select ${free} as free from (select ${name}::text as holder) s)
      delete from sending where holder = ${name} and (${alone} or (select free from lease)) returning deliveries <> '{}' as some`.execute(
      db,
    )
    // One that ended in order was sending nothing.
    if (rows.some(({ some }) => some)) log.warn({ courier: name }, 'what a worker was sending that is gone is sent by others')
  }
  return async (now: number): Promise<void> => {
    const here = couriersHere(courier.folder).filter(({ name }) => name !== courier.name && !unread.has(name))
    const names = here.map(({ name }) => name)
    const { rows } = await sql<{ holder: string }>`select s.holder from (select holder from sending where holder <> ${courier.name}
      union select unnest(${names}::text[])) s where ${alone} or ${seemsFree}`.execute(db)
    const missing = rows.map(({ holder }) => holder)
    const [gone, lost] = alone ? [missing, missing] : [since(missing, now), sinceShort(missing, now)]
    // In a container each has the same number: its lease alone says then whether it lives.
    const hasEnded = (name: string, pid: number) => gone.includes(name) || !runs(pid) || (pid === process.pid && lost.includes(name))
    const ended = here.filter(({ name, pid }) => missing.includes(name) && hasEnded(name, pid))
    for (const { name } of ended)
      await settle(name).catch((error: unknown) => {
        if (mayWorkLater(error)) throw error
        // From now on it is as one elsewhere, of which nothing is known. One that is not there any more was another worker's here.
        unread.add(name)
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
        log.error({ err: error, courier: name }, 'what a worker that is gone had noted cannot be read')
      })
    for (const name of gone.filter((one) => !names.includes(one))) await forget(name)
  }
}
