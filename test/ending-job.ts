import { setTimeout as sleep } from 'node:timers/promises'
import { runOnce } from 'graphile-worker'
import { pino } from 'pino'
import { runUnlessParked } from '../src/edges/jobs/parked.ts'
import { connect } from '../src/lib/db/connect.ts'
import type { TaskContext } from '../src/task.ts'

/**
 * A worker whose job ends the process: `node ending-job.ts DATABASE [AT ONCE [together]]`. It runs what is due, and says which jobs it
 * began. Together: nothing ends before as many have begun as run at once.
 */
const [url = '', atOnce = '1', together = ''] = process.argv.slice(2)
let begun = 0
const allBegun = async () => {
  begun++
  while (together && begun < Number(atOnce)) await sleep(20)
}
const database = connect(url, { size: Number(atOnce) + 1 })
const context = { db: database.db, write: database.write, log: pino({ level: 'silent' }) } as TaskContext
await runOnce({
  pgPool: database.pool,
  noPreparedStatements: true,
  concurrency: Number(atOnce),
  taskList: {
    'test.ends': (_, { job }) =>
      runUnlessParked(context, { id: Number(job.id), attempt: job.attempts }, async () => {
        process.stdout.write('began\n')
        process.exit(9)
      }),
    'test.fails': (_, { job }) =>
      runUnlessParked(context, { id: Number(job.id), attempt: job.attempts }, async () => {
        process.stdout.write('failed\n')
        throw new Error('It rains.')
      }),
    'test.guilty': (_, { job }) =>
      runUnlessParked(context, { id: Number(job.id), attempt: job.attempts }, async () => {
        process.stdout.write('began guilty\n')
        await allBegun()
        process.exit(9)
      }),
    'test.innocent': (payload, { job }) =>
      runUnlessParked(context, { id: Number(job.id), attempt: job.attempts }, async () => {
        const { name } = payload as { name: string }
        process.stdout.write(`began ${name}\n`)
        await allBegun()
        // It is the other one that ends it.
        if (together) await sleep(60_000)
        process.stdout.write(`done ${name}\n`)
      }),
  },
})
await database.close()
