import type { Selectable } from 'kysely'
import type { Actor } from '../../actor.ts'
import { idsOf, insertAll, type Tx } from '../../lib/db/rows.ts'
import type { DB, Visibility } from '../../lib/db/schema.ts'
import type { OldAnswer } from '../../offers.ts'
import { audienceOf } from '../../policy.ts'
import { narrower } from '../../requests/rules.ts'
import { type Document, forgetDocuments, indexDocuments } from '../../search/actions.ts'
import { utcDay } from '../../time.ts'
import { getVendorGroup } from '../queries.ts'
import { classNames, fingerprintOf, noAnswer, readAnswer } from './rules.ts'

/**
 * Keeps answers that came in with requests of the years before, many at once. They stand among all the vendor's answers; nobody is told,
 * and the requests stand where they were brought in.
 * @returns those that do not count: they have no class that is known, or no reason
 */
export async function keepOldAnswers(tx: Tx, actor: Actor, groupId: number, old: OldAnswer[]): Promise<OldAnswer[]> {
  const { rule } = await getVendorGroup(tx, groupId)
  const read = old.map((one) => {
    return { one, answer: readAnswer({ ...noAnswer, ...one }, one.on, { history: true }).answer }
  })
  const values = read.flatMap(({ one, answer }) => {
    if (!answer) return []
    const givenAt = new Date(`${one.on}T12:00:00Z`)
    return [
      {
        ...{ groupId, requestId: one.requestId, class: answer.class, reason: answer.reason, releaseName: answer.release },
        ...{ door: 'import' as const, givenAt, recordedBy: actor.personId, recordedAt: actor.at },
        ...{ readers: rule.readers, readersFrom: givenAt, fingerprint: `${utcDay(givenAt)}|${fingerprintOf(answer)}` },
      },
    ]
  })
  if (values.length > 0) {
    const kept = await tx
      .insertInto('answer')
      .values(values)
      .onConflict((conflict) => conflict.columns(['groupId', 'requestId', 'fingerprint']).doNothing())
      .returning(['id', 'requestId', 'readersFrom', 'class', 'reason', 'releaseName'])
      .execute()
    await followUp(tx, actor, groupId, rule.readers, kept)
  }
  return read.flatMap(({ one, answer }) => (answer ? [] : [one]))
}

type Kept = Pick<Selectable<DB['answer']>, 'id' | 'requestId' | 'readersFrom' | 'class' | 'reason' | 'releaseName'>

/** News that is none any more, who has said so, and what search finds. */
async function followUp(tx: Tx, actor: Actor, groupId: number, readers: Visibility, kept: Kept[]): Promise<void> {
  if (kept.length === 0) return
  const said = { groupId, side: 'group' as const, act: 'claimed' as const, personId: actor.personId, at: actor.at, quiet: true }
  await insertAll(
    tx.insertInto('signingWord'),
    kept.map(({ id }) => ({ ...said, answerId: id })),
  )
  await insertAll(
    tx.insertInto('tellingEvent').onConflict((conflict) => conflict.columns(['kind', 'subjectId']).doNothing()),
    kept.map(({ id, requestId, readersFrom }) => ({
      ...{ kind: 'answer' as const, subjectId: id, groupId, requestId, readers, readersFrom },
      ...{ madeAt: actor.at, quiet: true },
    })),
  )
  const requests = await tx
    .selectFrom('sharedRequest as request')
    .select(['id', 'title', 'visibility', 'language'])
    .where(
      'id',
      'in',
      kept.map(({ requestId }) => requestId),
    )
    .execute()
  const byId = new Map(requests.map((request) => [request.id, request]))
  await indexDocuments(
    tx,
    kept.flatMap(({ id, requestId, readersFrom, class: name, reason, releaseName }): Document[] => {
      const request = byId.get(requestId)
      if (!request) return []
      const audience = audienceOf(groupId, narrower(readers, request.visibility))
      const body = [reason, releaseName].filter(Boolean).join('\n\n')
      const title = `${classNames[name]}: ${request.title}`
      return [{ kind: 'answer', subjectId: id, audience, groupId, at: readersFrom, author: '', title, body, language: request.language }]
    }),
  )
}

/** Requests that a file brought go as if they had never come, and their answers with them. */
export async function forgetRequests(tx: Tx, requestIds: readonly number[]): Promise<void> {
  const ids = [0, ...requestIds]
  await tx.deleteFrom('tellingEvent').where('requestId', 'in', ids).execute()
  const answers = await tx.deleteFrom('answer').where('requestId', 'in', ids).returning('id').execute()
  await forgetDocuments(tx, 'answer', idsOf(answers))
}
