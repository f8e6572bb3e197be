import type { Actor } from '../../actor.ts'
import { Conflict, Invalid } from '../../errors.ts'
import { keepFile, takeUpload } from '../../files/actions.ts'
import { findUploaded, type LookedAt } from '../../files/queries.ts'
import { fileName, importTries } from '../../files/rules.ts'
import { recorderOf } from '../../journal/actions.ts'
import { dropJob, enqueue } from '../../lib/db/enqueue.ts'
import { type Db, type Tx, updateOne } from '../../lib/db/rows.ts'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import type { RoleAddress } from '../../list/queries.ts'
import { holdsMail } from '../import.ts'
import { beginMailbox, jobOf } from '../undo-actions.ts'
import { getMailbox } from '../undo-queries.ts'

const recordDesk = recorderOf('role-address')

const t = textsOf('correspondence', 'bringing')

/** What a form brings: a file as it is, or one that came before it in pieces. */
interface Brought {
  file: LookedAt | undefined
  upload: string | undefined
  /** Addresses from which the role wrote before. */
  own: string[]
}

const refuse = (sentence: string): never => {
  throw new Invalid(refusals.pleaseLookAgain, { file: sentence })
}

/**
 * Looks for a mail in what a form brings, before the transaction that keeps it.
 * @throws Invalid where there is none
 */
export async function checkMailbox(db: Db, actor: Actor, { file, upload }: { file: File | undefined; upload: string | undefined }) {
  const brought = upload
    ? await findUploaded(db, actor, upload)
    : file && file.size > 0
      ? { name: fileName(file.name), bytes: file.stream() }
      : undefined
  if (brought && !(await holdsMail(brought.bytes))) refuse(t.noMail({ name: brought.name }))
}

/**
 * Keeps an old mailbox until the worker has taken it in, and has it taken in; its page says how far that is.
 * @returns the import's id
 * @throws Invalid where the form brings no file; then nothing of it is kept
 */
export async function bringMailbox(tx: Tx, actor: Actor, desk: RoleAddress, { file, upload, own }: Brought): Promise<number> {
  if (desk.closedAt !== null) throw new Invalid(t.roleMailboxClosedCantImport)
  const fileId = upload ? await takeUpload(tx, actor, upload) : await keep(tx, actor, file)
  const { name } = await tx.selectFrom('sharedFile as file').select('name').where('id', '=', fileId).executeTakeFirstOrThrow()
  const id = await beginMailbox(tx, actor, desk, { file: name, fileId, ownEmails: own })
  await recordDesk(tx, actor, desk, 'correspondence.import-begun', { importId: id })
  await takeSoon(tx, id)
  return id
}

async function keep(tx: Tx, actor: Actor, file: LookedAt | undefined): Promise<number> {
  if (!file) return refuse(t.chooseFile)
  return (await keepFile(tx, { ...file, personId: actor.personId, at: actor.at })).id
}

/** Has the worker take a mailbox in. They come one after the other, so that two files of one mailbox know of each other. */
export const takeSoon = (tx: Tx, importId: number, runAt?: Date): Promise<void> =>
  enqueue(
    tx,
    'office.bringMailbox',
    { importId },
    { key: jobOf(importId), queue: 'mailboxes', tries: importTries, ...(runAt && { runAt }) },
  )

/**
 * Tries a mailbox again that stopped; what it has brought counts as brought.
 * @throws Conflict where it did not stop
 */
export async function tryAgain(tx: Tx, actor: Actor, desk: RoleAddress, importId: number): Promise<void> {
  await tx.selectFrom('correspondenceImport').select('id').where('id', '=', importId).forUpdate().execute()
  const box = await getMailbox(tx, desk, importId)
  if (box.stoppedAt === null || box.fileId === null) throw new Conflict(t.thisMailboxHasNotStopped)
  await updateOne(tx.updateTable('correspondenceImport'), importId, { stoppedAt: null, error: null })
  await recordDesk(tx, actor, desk, 'correspondence.import-tried-again', { importId })
  await dropJob(tx, jobOf(importId))
  await takeSoon(tx, importId)
}
