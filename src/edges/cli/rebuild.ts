import { forgetLostDocuments, type Reread, refreshMessages, rethread } from '../../archive/rebuild-actions.ts'
import { listArchives, listRaw } from '../../archive/rebuild-queries.ts'
import type { Database } from '../../lib/db/connect.ts'
import { indexPeople } from '../../people/actions.ts'
import { forgetLost } from '../../search/rebuild-actions.ts'
import { listIds } from '../../search/rebuild-queries.ts'
import { utcDay } from '../../time.ts'
import { gathered } from '../gathered.ts'
import { reread } from '../mailroom/actions.ts'
import { withGround } from './ground.ts'
import { Usage } from './inspect.ts'
import { counted, progressLine, say, warn } from './open.ts'

export interface Rebuilt {
  messages: number
  failed: { messageId: string; error: string }[]
}

/** Makes anew what is derived from the raw mail of a list: each batch in a transaction of its own, the threads in one at the end. */
export async function rebuildList(
  { db, write }: Database,
  list: { id: number; language: string },
  progress: (messages: number) => void = () => {},
): Promise<Rebuilt> {
  const done: Rebuilt = { messages: 0, failed: [] }
  for (let after = 0; ; ) {
    const batch = await listRaw(db, list.id, after)
    const last = batch.at(-1)
    if (!last) break
    after = last.id
    const read: Reread[] = []
    for (const kept of batch) {
      try {
        read.push(reread(kept))
      } catch (error) {
        done.failed.push({ messageId: kept.messageId, error: String(error) })
      }
    }
    await write((tx) => refreshMessages(tx, list, read))
    done.messages += read.length
    progress(done.messages)
  }
  await write(async (tx) => {
    await rethread(tx, list.id)
    await forgetLostDocuments(tx, list.id)
  })
  return done
}

/** Puts everything besides mail into search anew, each batch in a transaction of its own, and takes out what is not there any more. */
export async function rebuildFound({ db, write }: Database, at: Date, progress: (kind: string) => void = () => {}): Promise<void> {
  for (const { kind, table, walk = table, index, ofMail } of gathered.finders) {
    if (ofMail) continue
    progress(kind)
    for (let after = 0; ; ) {
      const ids = await listIds(db, walk, after)
      const last = ids.at(-1)
      if (last === undefined) break
      after = last
      await write(async (tx) => {
        for (const id of ids) await index(tx, id, at)
      })
    }
    await write((tx) => forgetLost(tx, kind, table))
  }
  progress('person')
  await write((tx) => indexPeople(tx, utcDay(at)))
}

/**
 * `rapport rebuild [--list L]`: makes text, threads and attachments anew from raw mail and, without a list, all that search finds, also
 * beside a running Rapport. Interrupted, it is simply run again: what is right is left as it is.
 */
export async function rebuild(args: string[]): Promise<number> {
  const [flag, name, ...more] = args
  if (flag !== undefined && (flag !== '--list' || name === undefined || more.length > 0)) throw new Usage('rebuild takes only --list NAME')
  const line = progressLine()
  return withGround(async (ground) => {
    let failures = 0
    const lists = await listArchives(ground.context.db, name)
    if (name !== undefined && lists.length === 0) throw new Usage(`there is no list ${name}`)
    for (const list of lists) {
      const start = performance.now()
      const rate = (messages: number) => Math.round((messages * 1_000) / (performance.now() - start))
      const total = list.messages ?? 0
      const done = await rebuildList(ground.database, list, (messages) =>
        line.say(`${list.name}: ${messages} of ${total} messages, ${rate(messages)} a second`),
      )
      line.clear()
      say(`${list.name}: ${counted(done.messages, 'message', 'messages')}, ${rate(done.messages)} a second.`)
      for (const { messageId, error } of done.failed) warn(`<${messageId}> cannot be read, so it was not changed: ${error}`)
      failures += done.failed.length
    }
    if (name === undefined) {
      await rebuildFound(ground.database, ground.context.now(), (kind) => line.say(`search: ${kind}`))
      line.clear()
      say('The search index is complete.')
    }
    return failures > 0 ? 1 : 0
  }, 4)
}
