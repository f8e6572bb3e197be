import { enqueue } from '../../lib/db/enqueue.ts'
import { inLanguage, unsaid } from '../../lib/ui/language.ts'
import type { TaskContext } from '../../task.ts'
import { noteListReading } from './actions.ts'
import { readList } from './ask.ts'
import { findFederation, listDueFederations } from './queries.ts'

/** Begins the readings whose time has come. */
export async function readFederations(_: object, { db, write, now }: TaskContext): Promise<void> {
  const due = await listDueFederations(db, now())
  await write(async (tx) => {
    for (const { id } of due) await enqueue(tx, 'people.readFederation', { federationId: id }, { key: `people.readFederation:${id}` })
  })
}

/** Reads the list of a federation, outside of any transaction, and keeps what it says. */
export async function readFederation({ federationId }: { federationId: number }, context: TaskContext): Promise<void> {
  const { db, write, now, resolver, webhookNetworks = [] } = context
  const federation = await findFederation(db, federationId)
  if (!federation?.enabled) return
  const listed = { ...federation, kind: federation.kind as 'mdq' | 'file' }
  const reading = await inLanguage(unsaid, () => readList(listed, now(), { resolver, allowed: webhookNetworks }))
  await write((tx) => noteListReading(tx, now(), federationId, reading))
}
