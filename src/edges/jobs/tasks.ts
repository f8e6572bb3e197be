import { domains } from '../../domains.ts'
import type { PayloadsOf } from '../../nameplate.ts'
import type { Task, TaskContext } from '../../task.ts'
import { consequences } from '../consequences.ts'
import { gathered } from '../gathered.ts'
import { alarm } from '../mailroom/alarm.ts'
import { notDone, notTaken, notYours } from '../mailroom/gate/jobs.ts'
import { offers } from '../offers.ts'

const mailroom = { 'inbound.alarm': alarm, 'inbound.notDone': notDone, 'inbound.notTaken': notTaken, 'inbound.notYours': notYours }

declare module '../../signed.ts' {
  interface Jobs extends PayloadsOf<typeof mailroom> {}
}

const times: Record<string, string> = Object.assign({ 'inbound.alarm': '40 6 * * *' }, ...domains.map(({ schedule }) => schedule))

const jobs: [string, Task][] = [mailroom, ...domains.map((domain) => domain.jobs ?? {})].flatMap((some) => Object.entries(some))

/** Every job there is, by the name that it is queued with. */
export const tasks = Object.fromEntries(
  jobs.map(([name, task]) => [
    name,
    (payload: never, context: TaskContext) => task(payload, { ...context, gathered, offers, consequences }),
  ]),
)

const day = 86_400_000

/** For so long a time that was missed is made up for: a day where it comes each day, three where it is of some weekdays, not at all where it comes each hour. */
function madeUpFor(match: string): number {
  const [, hours, , , weekdays] = match.split(' ')
  if (hours === '*') return 0
  return weekdays === '*' ? day : 3 * day
}

/**
 * What happens by itself, and when, in the syntax of cron (UTC). A machine that is off at six each Monday, or each night, does what falls there
 * once it runs: once, however many times were missed.
 */
export const schedule = Object.entries(times).map(([task, match]) => ({
  task,
  match,
  options: { jobKey: task, backfillPeriod: madeUpFor(match) },
}))
