import { enqueue } from '../lib/db/enqueue.ts'
import type { Tx } from '../lib/db/rows.ts'
import { audienceOf } from '../policy.ts'
import { narrower } from '../requests/rules.ts'
import { indexDocument } from '../search/actions.ts'
import { indexAnswer } from './answers/actions.ts'

const stateWords = { committed: '', delivered: 'Delivered.', dropped: 'Withdrawn.', carried: 'Moved to a later year.' }

/** Puts a brief into the index, for its group alone: what of it went to the vendor is read there. */
export async function indexBrief(tx: Tx, id: number): Promise<void> {
  const brief = await tx
    .selectFrom('brief')
    .innerJoin('sharedWorkingGroup as workingGroup', 'workingGroup.id', 'brief.groupId')
    .leftJoin('sharedPerson as person', 'person.id', 'brief.championId')
    .selectAll('brief')
    .select('person.name as champion')
    .where('brief.id', '=', id)
    .executeTakeFirst()
  if (!brief) return
  const asks = await tx
    .selectFrom('briefRequest')
    .innerJoin('sharedRequest as request', 'request.id', 'briefRequest.requestId')
    .select(['request.title', 'briefRequest.ask', 'briefRequest.evidence'])
    .where('briefRequest.briefId', '=', id)
    .orderBy('briefRequest.position')
    .execute()
  await indexDocument(tx, {
    kind: 'brief',
    subjectId: id,
    audience: audienceOf(brief.groupId, 'group'),
    groupId: brief.groupId,
    at: brief.createdAt,
    author: brief.champion ?? '',
    title: brief.title,
    body: [brief.purpose, ...asks.flatMap(({ title, ask, evidence }) => [title, ask, evidence])].filter(Boolean).join('\n\n'),
    markdown: true,
    language: 'en',
  })
}

/**
 * Puts a commitment into the index for those who may hear of it at this instant, and comes back when more may. One from before Rapport
 * is no news, and stays with its group.
 */
export async function indexCommitment(tx: Tx, id: number, at: Date): Promise<void> {
  const commitment = await tx
    .selectFrom('commitment')
    .innerJoin('sharedRequest as request', 'request.id', 'commitment.requestId')
    .innerJoin('sharedProduct as product', 'product.id', 'commitment.productId')
    .leftJoin('tellingEvent', (join) =>
      join.onRef('tellingEvent.subjectId', '=', 'commitment.id').on('tellingEvent.kind', '=', 'commitment'),
    )
    .selectAll('commitment')
    .select(['request.title', 'request.visibility', 'request.language', 'product.name as product'])
    .select(['tellingEvent.readers', 'tellingEvent.readersFrom'])
    .where('commitment.id', '=', id)
    .executeTakeFirst()
  if (!commitment) return
  const { groupId, readers, readersFrom, visibility, points, year, state } = commitment
  const heard = readers !== null && readersFrom !== null && readersFrom <= at ? narrower(readers, visibility) : 'group'
  await indexDocument(tx, {
    kind: 'commitment',
    subjectId: id,
    audience: audienceOf(groupId, heard),
    groupId,
    at: commitment.madeAt,
    author: '',
    title: `Promise: ${commitment.title}`,
    body: [`${points} points in ${year}, ${commitment.product}.`, stateWords[state], commitment.reason].filter(Boolean).join(' '),
    language: commitment.language,
  })
  if (readersFrom !== null && readersFrom > at)
    await enqueue(tx, 'vendor.refind', { requestId: commitment.requestId }, { key: `vendor.refind:${id}`, runAt: readersFrom })
}

/** What the vendor said and promised about a request, indexed anew: who may read the request has changed, or more may hear of it. */
export async function indexAround(tx: Tx, requestId: number, at: Date): Promise<void> {
  const answers = await tx.selectFrom('answer').select('id').where('requestId', '=', requestId).execute()
  for (const { id } of answers) await indexAnswer(tx, id, at)
  const commitments = await tx.selectFrom('commitment').select('id').where('requestId', '=', requestId).execute()
  for (const { id } of commitments) await indexCommitment(tx, id, at)
}
