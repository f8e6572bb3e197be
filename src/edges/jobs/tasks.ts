import { domains } from '../../domains.ts'
import type { PayloadsOf } from '../../nameplate.ts'
import type { Task } from '../../task.ts'
import { alarm } from '../mailroom/alarm.ts'
import { notTaken, notYours } from '../mailroom/gate/jobs.ts'

const mailroom = { 'inbound.alarm': alarm, 'inbound.notTaken': notTaken, 'inbound.notYours': notYours }

declare module '../../lib/db/enqueue.ts' {
  interface Jobs extends PayloadsOf<typeof mailroom> {}
}

const times: Record<string, string> = Object.assign({ 'inbound.alarm': '40 6 * * *' }, ...domains.map(({ schedule }) => schedule))

/** Every job there is, by the name that it is queued with. */
export const tasks: Record<string, Task> = Object.assign({}, mailroom, ...domains.map(({ jobs }) => jobs))

/** What happens by itself, and when, in the syntax of cron (UTC). A time that was missed is not made up for. */
export const schedule = Object.entries(times).map(([task, match]) => ({ task, match, options: { jobKey: task } }))
