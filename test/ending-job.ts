import { setTimeout as sleep } from 'node:timers/promises'
import { runOnce } from 'graphile-worker'
import { pino } from 'pino'
import { runUnlessParked } from '../src/edges/jobs/parked.ts'
import { connect } from '../src/lib/db/connect.ts'
import type { TaskContext } from '../src/task.ts'

/** A worker whose job ends the process: `node ending-job.ts DATABASE [AT ONCE]`. It runs what is due, and says which jobs it began. */
const [url = '', atOnce = '1'] = process.argv.slice(2)
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
    // As long as others run beside it, it does not end the process before they have begun.
    'test.guilty': (_, { job }) =>
      runUnlessParked(context, { id: Number(job.id), attempt: job.attempts }, async () => {
        process.stdout.write('began guilty\n')
        await sleep(500)
        process.exit(9)
      }),
    'test.innocent': (payload, { job }) =>
      runUnlessParked(context, { id: Number(job.id), attempt: job.attempts }, async () => {
        const { name } = payload as { name: string }
        process.stdout.write(`began ${name}\n`)
        await sleep(1_000)
        process.stdout.write(`done ${name}\n`)
      }),
  },
})
await database.close()
