import type { Actor } from '../../actor.ts'
import { NotAllowed, NotFound } from '../../errors.ts'
import { recordOf } from '../../journal/actions.ts'
import { enqueue } from '../../lib/db/enqueue.ts'
import { insertNew, type Tx } from '../../lib/db/rows.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { getRelease } from './releases-queries.ts'
import { listTouchedBy } from './touched-queries.ts'

const t = textsOf('advocacy', 'releases')

/**
 * Institutions hear what a release touches of theirs; who was told before is told nothing twice, so that it can be done again.
 * @throws NotFound for who does not lead the group; NotAllowed where it touches nobody
 */
export async function tellTouched(tx: Tx, actor: Actor, releaseId: number): Promise<void> {
  const release = await getRelease(tx, actor, releaseId)
  if (!release.leads) throw new NotFound(t.releaseNotFound)
  if ((await listTouchedBy(tx, release, actor.at)).length === 0) throw new NotAllowed(t.touched.nobody)
  await recordOf(tx, actor, 'release.told', { id: releaseId, groupId: release.groupId })
  await enqueue(tx, 'vendor.releaseTold', { releaseId }, { key: `vendor.releaseTold:${releaseId}` })
}

/** Notes that a person is told of a release for an institution. @returns false where they were before */
export const noteTold = (tx: Tx, releaseId: number, organisationId: number, personId: number, at: Date): Promise<boolean> =>
  insertNew(tx.insertInto('releaseNotice'), { releaseId, organisationId, personId, toldAt: at })
