import { domains } from '../../domains.ts'
import type { PayloadsOf } from '../../nameplate.ts'
import type { Task, TaskContext } from '../../task.ts'
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
  jobs.map(([name, task]) => [name, (payload: never, context: TaskContext) => task(payload, { ...context, gathered, offers })]),
)

/** What happens by itself, and when, in the syntax of cron (UTC). A time that was missed is not made up for. */
export const schedule = Object.entries(times).map(([task, match]) => ({ task, match, options: { jobKey: task } }))
