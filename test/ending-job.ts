import { runOnce } from 'graphile-worker'
import { pino } from 'pino'
import { runUnlessParked } from '../src/edges/jobs/parked.ts'
import { connect } from '../src/lib/db/connect.ts'
import type { TaskContext } from '../src/task.ts'

/** A worker whose job ends the process: `node ending-job.ts DATABASE`. It runs what is due, and says which jobs it began. */
const [url = ''] = process.argv.slice(2)
const database = connect(url, { size: 2 })
const context = { db: database.db, write: database.write, log: pino({ level: 'silent' }) } as TaskContext
await runOnce({
  pgPool: database.pool,
  noPreparedStatements: true,
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
  },
})
await database.close()
