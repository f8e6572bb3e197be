import { whenThere } from '../../lib/db/away.ts'
import { pullForward } from '../../operations/watch/actions.ts'
import type { TaskContext } from '../../task.ts'

const minute = 60_000
const hour = 60 * minute

/** By how much the clock of the wall and the one that only counts on are apart. */
const apartNow = (): number => Date.now() - performance.now()

/**
 * Looks each minute whether the clock was set by more than an hour. What it had put off for days is due then, and the schedule, which
 * sleeps until an instant of the old clock, begins anew.
 * @returns a function that ends it
 */
export async function keepTime({ write, now, log }: TaskContext, beginAnew: () => Promise<void>): Promise<() => void> {
  const pull = async () => {
    const count = await write((tx) => pullForward(tx, now()))
    if (count > 0) log.warn({ count }, 'the clock was ahead: what it had put off is due now')
  }
  let before = apartNow()
  const look = async () => {
    const apart = apartNow()
    await pull()
    if (Math.abs(apart - before) >= hour) {
      log.warn({ seconds: Math.round((apart - before) / 1_000) }, 'the clock was set; the schedule begins anew')
      await beginAnew()
    }
    // Not sooner: where the database is away, as it mostly is when a machine wakes up, the next look finds it still.
    before = apart
  }
  await whenThere(pull)
  let looking = false
  const timer = setInterval(() => {
    if (looking) return
    looking = true
    look()
      .catch((error) => log.error({ err: error }, 'the clock was not looked at; looking again soon'))
      .finally(() => (looking = false))
  }, minute)
  timer.unref()
  return () => clearInterval(timer)
}
