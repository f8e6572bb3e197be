import { type Actor, program } from '../../actor.ts'
import { conflictIf, NotFound } from '../../errors.ts'
import { eraseContent, keepFile } from '../../files/actions.ts'
import { findHomeZone } from '../../groups/queries.ts'
import { record } from '../../journal/actions.ts'
import { enqueue } from '../../lib/db/enqueue.ts'
import { changeRow, insertOne, type Tx } from '../../lib/db/rows.ts'
import type { Locale } from '../../lib/ui/format.ts'
import { refusals } from '../../lib/ui/words.ts'
import { zip } from '../../lib/zip.ts'
import { isHerself } from '../../policy.ts'
import { utcDay } from '../../time.ts'
import { exportParts } from './parts.ts'
import { type ExportFile, listExports } from './queries.ts'
import { writeReadme } from './readme.ts'
import { keptFor, largestCopy, whyNotExport } from './rules.ts'

const day = 86_400_000

/**
 * A person asks for a copy of everything about them; a job makes it and a mail says when it is there.
 * @throws Conflict when one is being made, or was asked for within a day
 */
export async function askExport(tx: Tx, actor: Actor): Promise<void> {
  if (!isHerself(actor)) throw new NotFound(refusals.thereIsNoSuchPage)
  // Locked, so that two clicks make one copy.
  await tx.selectFrom('sharedPerson as person').select('id').where('id', '=', actor.personId).forUpdate().execute()
  conflictIf(whyNotExport(await listExports(tx, actor.personId), actor.at))
  const id = await insertOne(tx.insertInto('personalExport'), { personId: actor.personId, askedAt: actor.at })
  await record(tx, actor, { action: 'export.asked', subject: `person:${actor.personId}`, details: { exportId: id } })
  await enqueue(tx, 'privacy.export', { exportId: id })
}

async function* filesOf(tx: Tx, personId: number, at: Date): AsyncGenerator<ExportFile> {
  const { locale, zone } = await tx
    .selectFrom('sharedPerson as person')
    .select(['locale', 'zone'])
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
  const names: string[] = []
  for (const part of exportParts)
    for await (const file of part(tx, personId, at)) {
      names.push(file.name)
      yield file
    }
  yield { name: 'README.txt', content: writeReadme({ locale: locale as Locale, zone: zone ?? (await findHomeZone(tx)), now: at }, names) }
}

/** Makes a copy that waits; undefined where there is none (any more). */
export async function makeExport(tx: Tx, at: Date, id: number): Promise<number | undefined> {
  const wanted = await tx.selectFrom('personalExport').select(['personId', 'state']).where('id', '=', id).forUpdate().executeTakeFirst()
  if (wanted?.state !== 'waiting') return undefined
  const { personId } = wanted
  const name = `rapport-${utcDay(at)}.zip`
  const { id: fileId } = await keepFile(tx, {
    name,
    content: zip(filesOf(tx, personId, at), at),
    type: 'application/zip',
    personId,
    at,
    largest: largestCopy,
  })
  await tx
    .updateTable('personalExport')
    .set({ state: 'ready', madeAt: at, expiresAt: new Date(at.getTime() + keptFor * day), fileId })
    .where('id', '=', id)
    .execute()
  await record(tx, program(at), { action: 'export.made', subject: `person:${personId}`, details: { exportId: id } })
  return personId
}

/** Notes that a copy could not be made; answers with whose it was. */
export async function failExport(tx: Tx, id: number): Promise<number | undefined> {
  const row = await changeRow(tx.updateTable('personalExport').returning('personId'), { id, state: 'waiting' }, { state: 'failed' })
  return row?.personId
}

/** Notes that the owner has fetched their copy. */
export async function noteFetched(tx: Tx, actor: Actor, id: number): Promise<void> {
  await tx.updateTable('personalExport').set({ fetchedAt: actor.at }).where('id', '=', id).execute()
  await record(tx, actor, { action: 'export.fetched', subject: `person:${actor.personId}`, details: { exportId: id } })
}

/** Takes copies away whose time is over. */
export async function expireExports(tx: Tx, at: Date): Promise<void> {
  const over = await tx
    .updateTable('personalExport')
    .set({ state: 'expired' })
    .where('state', '=', 'ready')
    .where('expiresAt', '<=', at)
    .returning('fileId')
    .execute()
  for (const { fileId } of over) if (fileId !== null) await eraseContent(tx, fileId, at)
}
