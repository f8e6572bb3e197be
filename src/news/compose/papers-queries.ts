import type { Actor } from '../../actor.ts'
import type { Db } from '../../lib/db/rows.ts'
import { visibleTo } from '../../requests/queries.ts'

/** Documents of a group of which a version was approved on days of a period, as readers may see them; each with the last one. */
export const listApproved = (
  { db, audience, groupId }: { db: Db; audience: Actor; groupId: number },
  { fromOn, toOn }: { fromOn: string; toOn: string },
) =>
  db
    .selectFrom('sharedDocument as document')
    .innerJoin('documentVersion', 'documentVersion.documentId', 'document.id')
    .innerJoin('documentApproval', 'documentApproval.versionId', 'documentVersion.id')
    .select(['document.slug', 'document.title', 'documentVersion.number'])
    .distinctOn('document.slug')
    .where('document.groupId', '=', groupId)
    .where('document.state', '=', 'live')
    .where('documentApproval.approvedOn', '>=', fromOn)
    .where('documentApproval.approvedOn', '<=', toOn)
    .where(visibleTo(audience, 'document'))
    .orderBy('document.slug')
    .orderBy('documentVersion.number', 'desc')
    .execute()
