import type { Actor } from '../../actor.ts'
import { Conflict, Invalid, NotFound } from '../../errors.ts'
import { dropFile, keepFile, takeUpload } from '../../files/actions.ts'
import type { LookedAt } from '../../files/queries.ts'
import { importTries } from '../../files/rules.ts'
import { recorderOf } from '../../journal/actions.ts'
import { dropJob, enqueue } from '../../lib/db/enqueue.ts'
import { type Db, insertOne, type Tx, updateOne } from '../../lib/db/rows.ts'
import { clipKept } from '../../lib/ui/kept.ts'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { openList } from '../../list/actions.ts'
import { findListsByName } from '../../list/queries.ts'
import type { Choices } from '../queries.ts'
import type { Step } from '../run.ts'
import { getUpload, listFiles } from './queries.ts'
import { kindOf, mostBytes, plainName } from './rules.ts'

const recordUpload = recorderOf('upload')

const t = textsOf('imports', 'uploads')

/** What a form brings: files as they are, or one that came before it in pieces. */
export interface Brought {
  files: readonly LookedAt[]
  upload: string | undefined
}

/** What somebody brings. */
interface NewUpload extends Brought {
  listName: string
  groupId: number
  fromName: string
  choices: Choices
}

/**
 * Keeps the files of an import that somebody wants to see before it is done.
 * @returns its id
 * @throws Invalid where a file is nothing that an import reads
 */
export async function keepUpload(tx: Tx, actor: Actor, { files, upload, choices, ...facts }: NewUpload): Promise<number> {
  if (actor.personId === null) throw new NotFound(refusals.thereIsNoSuchPage)
  const id = await insertOne(tx.insertInto('moveUpload'), {
    ...facts,
    personId: actor.personId,
    choices: JSON.stringify(choices),
    createdAt: actor.at,
  })
  await addFiles(tx, actor, id, { files, upload })
  return id
}

/**
 * Adds files to an import that has not begun: a large archive comes in several.
 * @throws Invalid where a file is nothing that an import reads, or all are too large together
 */
export async function addFiles(tx: Tx, actor: Actor, uploadId: number, { files, upload }: Brought): Promise<void> {
  const some = files.filter(({ name }) => name !== '')
  if (!upload && some.length === 0) refuse(t.chooseAFile)
  if (upload) await attach(tx, uploadId, await takeUpload(tx, actor, upload))
  else
    for (const file of some) {
      const name = readable(file.name)
      const kept = await keepFile(tx, { ...file, name, personId: actor.personId, at: actor.at })
      await attach(tx, uploadId, kept.id)
    }
  const all = await listFiles(tx, uploadId)
  if (all.reduce((sum, { size }) => sum + size, 0) > mostBytes) refuse(t.moreThan({ gb: mostBytes / 1024 ** 3 }))
  // What was tried and failed may go well with these.
  await updateOne(tx.updateTable('moveUpload'), uploadId, { state: 'shown', error: null, endedAt: null, stoppedAt: null })
}

const refuse = (sentence: string): never => {
  throw new Invalid(refusals.pleaseLookAgain, { file: sentence })
}

/** The name under which a file is kept, where an import reads such files. */
function readable(given: string): string {
  const name = plainName(given)
  if (kindOf(name) === undefined) refuse(t.notImportable({ name }))
  return name
}

/** Puts a kept file into an import; one of the same name goes, and with it what it held. */
async function attach(tx: Tx, uploadId: number, fileId: number): Promise<void> {
  const file = await tx.selectFrom('sharedFile as file').select('name').where('id', '=', fileId).executeTakeFirstOrThrow()
  const name = readable(file.name)
  await letGo(tx, await tx.deleteFrom('moveFile').where('uploadId', '=', uploadId).where('name', '=', name).returning('fileId').execute())
  await tx.insertInto('moveFile').values({ uploadId, name, fileId }).execute()
}

async function letGo(tx: Tx, files: readonly { fileId: number }[]): Promise<void> {
  for (const { fileId } of files) await dropFile(tx, fileId)
}

/** Takes the files of an import away: a config.pck holds passwords, so they lie nowhere longer than they must. */
const dropFiles = async (tx: Tx, uploadId: number): Promise<void> =>
  letGo(tx, await tx.deleteFrom('moveFile').where('uploadId', '=', uploadId).returning('fileId').execute())

/**
 * Begins an import: opens its list where there is none yet, and has the worker do the rest. Twice is once.
 * @throws Conflict when it has been begun or thrown away meanwhile
 */
export async function beginUpload(tx: Tx, actor: Actor, uploadId: number, { settings }: { settings: boolean }): Promise<void> {
  const upload = await getUpload(tx, actor, uploadId, { lock: true })
  if (upload.state === 'running' || upload.state === 'done') throw new Conflict(t.thisImportHasBegunAlready)
  const [list] = await findListsByName(tx, [upload.listName])
  if (!list)
    await openList(tx, actor, {
      groupId: upload.groupId,
      communityIds: [],
      name: upload.listName,
      title: upload.listName,
      archive: 'subscribers',
    })
  await tx
    .updateTable('moveUpload')
    .set({ state: 'running', begunAt: actor.at, error: null, stoppedAt: null, choices: JSON.stringify({ ...upload.choices, settings }) })
    .where('id', '=', uploadId)
    .execute()
  await recordUpload(tx, actor, upload, 'upload.begun')
  await dropJob(tx, jobOf(uploadId))
  await runSoon(tx, uploadId)
}

/** The job that carries an import out. */
export const jobOf = (uploadId: number): string => `moving.run:${uploadId}`

/** Has the worker carry an import out. */
export const runSoon = (tx: Tx, uploadId: number): Promise<void> =>
  enqueue(tx, 'moving.run', { uploadId }, { key: jobOf(uploadId), queue: 'moving', tries: importTries })

/**
 * Tries an import again that stopped; it goes on where it was.
 * @throws Conflict where it did not stop
 */
export async function tryAgain(tx: Tx, actor: Actor, uploadId: number): Promise<void> {
  const upload = await getUpload(tx, actor, uploadId, { lock: true })
  if (upload.stoppedAt === null) throw new Conflict(t.importDidNotStop)
  await tx
    .updateTable('moveUpload')
    .set({ state: 'running', stoppedAt: null, endedAt: null, error: null, step: '', done: 0, of: null })
    .where('id', '=', uploadId)
    .execute()
  await recordUpload(tx, actor, upload, 'upload.tried-again')
  await dropJob(tx, jobOf(uploadId))
  await runSoon(tx, uploadId)
}

/** An import used its last try: what came so far stays, with its files, and its page says so. */
export async function stopUpload(tx: Tx, uploadId: number, at: Date, why: string): Promise<void> {
  await tx
    .updateTable('moveUpload')
    .set({ state: 'failed', endedAt: at, stoppedAt: at, error: why })
    .where('id', '=', uploadId)
    .where('state', '=', 'running')
    .execute()
}

/** Throws an import away that has not begun, or has stopped, with its files. What came of it stays. */
export async function discardUpload(tx: Tx, actor: Actor, uploadId: number): Promise<void> {
  const upload = await getUpload(tx, actor, uploadId, { lock: true })
  if (upload.state === 'running' || upload.state === 'done') throw new Conflict(t.thisImportHasBegunAlready)
  await letGoOf(tx, uploadId)
  await recordUpload(tx, actor, upload, 'upload.discarded')
}

/** Takes an import away with its files, and with the job that has used its last try. */
async function letGoOf(tx: Tx, uploadId: number): Promise<void> {
  await dropFiles(tx, uploadId)
  await dropJob(tx, jobOf(uploadId))
  await tx.deleteFrom('moveUpload').where('id', '=', uploadId).execute()
}

/** How far an import is, for those who look at its page. */
export async function noteStep(db: Db, uploadId: number, { what, done, of }: Step): Promise<void> {
  await updateOne(db.updateTable('moveUpload'), uploadId, { step: what, done, of: of ?? null })
}

/** An import is done, or cannot be; its files are not kept when it is done. */
export async function endUpload(tx: Tx, uploadId: number, at: Date, end: { moveId: number } | { error: string }): Promise<void> {
  if ('moveId' in end) {
    await dropFiles(tx, uploadId)
    await updateOne(tx.updateTable('moveUpload'), uploadId, { state: 'done', moveId: end.moveId, endedAt: at, error: null })
  } else await updateOne(tx.updateTable('moveUpload'), uploadId, { state: 'failed', endedAt: at, error: clipKept(end.error, 1_000) })
}

/** What nobody has begun within a week, or has taken up again since it ended, goes with its files. */
export async function sweepUploads(tx: Tx, before: Date): Promise<void> {
  const over = await tx
    .selectFrom('moveUpload')
    .select('id')
    .where('state', 'in', ['shown', 'failed'])
    .where((e) => e(e.fn.coalesce('endedAt', 'createdAt'), '<', before))
    .forUpdate()
    .execute()
  for (const { id } of over) await letGoOf(tx, id)
}
