import { sql } from 'kysely'
import type { Actor } from '../../actor.ts'
import { Invalid, NotFound } from '../../errors.ts'
import { keepFile, takeUpload } from '../../files/actions.ts'
import type { LookedAt } from '../../files/queries.ts'
import { recordOf } from '../../journal/actions.ts'
import { changeRow, insertAll, insertRow, type Tx, upsertRow } from '../../lib/db/rows.ts'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { indexRequest } from '../actions.ts'
import { getCollatedRequest } from '../core/queries.ts'

const t = textsOf('requests', 'record')

interface Held {
  requestId: number
  groupId: number
  /** With which comment it came. */
  commentId?: number
}

/** A file as it is brought: with the form, or in pieces before it. */
export type Brought = LookedAt | { upload: string }

/** Hangs a file on a request, or on a comment of it; who may is asked before. */
export async function addFile(tx: Tx, actor: Actor, { requestId, groupId, commentId }: Held, brought: Brought): Promise<void> {
  const { personId, at } = actor
  const fileId = 'upload' in brought ? await takeUpload(tx, actor, brought.upload) : (await keepFile(tx, { ...brought, personId, at })).id
  await insertRow(tx.insertInto('requestFile'), { requestId, commentId, fileId, addedBy: personId, addedAt: at })
  await recordOf(tx, actor, 'request.file-added', { id: requestId, groupId }, { fileId })
  if (commentId === undefined) await indexRequest(tx, requestId)
}

/** Takes a file off a request. */
export async function removeFile(tx: Tx, actor: Actor, requestId: number, fileId: number): Promise<void> {
  const { groupId } = await getCollatedRequest(tx, actor, requestId)
  if (
    !(await changeRow(tx.updateTable('requestFile').returning('fileId'), { requestId, fileId, removedAt: null }, { removedAt: actor.at }))
  )
    throw new NotFound(refusals.thereIsNoSuchFile)
  await recordOf(tx, actor, 'request.file-removed', { id: requestId, groupId }, { fileId })
  await indexRequest(tx, requestId)
}

/** An institution is affected by a concern; said again, its version is the new one. */
export async function addAffected(tx: Tx, actor: Actor, requestId: number, name: string, versions: string): Promise<void> {
  const { groupId } = await getCollatedRequest(tx, actor, requestId)
  const organisation = await tx
    .selectFrom('sharedOrganisation as organisation')
    .select('id')
    .where(sql<string>`lower(name)`, '=', name.toLowerCase())
    .orderBy('id')
    .executeTakeFirstOrThrow(() => new Invalid(refusals.pleaseLookAgain, { institution: t.directoryHasNoOrganisation }))
  await upsertRow(tx.insertInto('requestAffected'), { requestId, organisationId: organisation.id }, { versions })
  await recordOf(tx, actor, 'request.affects', { id: requestId, groupId }, { organisationId: organisation.id })
}

/** The numbers of the vendor's support cases of a request, all of them. */
export async function setRequestNumbers(tx: Tx, actor: Actor, requestId: number, numbers: string[]): Promise<void> {
  await getCollatedRequest(tx, actor, requestId)
  await tx.deleteFrom('caseNumber').where('requestId', '=', requestId).execute()
  await insertAll(
    tx.insertInto('caseNumber'),
    numbers.slice(0, 50).map((number) => ({ requestId, number: number.slice(0, 60) })),
  )
  await indexRequest(tx, requestId)
}
