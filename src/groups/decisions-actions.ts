import { sql } from 'kysely'
import type { Actor } from '../actor.ts'
import { Invalid } from '../errors.ts'
import { record, recordOf } from '../journal/actions.ts'
import { insertOne, type Tx } from '../lib/db/rows.ts'
import { sayKept } from '../lib/ui/kept.ts'
import { refusals, textsOf } from '../lib/ui/words.ts'
import { forgetDocuments, indexDocuments } from '../search/actions.ts'
import { todayOf, utcDay } from '../time.ts'
import { getKeptDecision } from './decisions-queries.ts'

const t = textsOf('groups', 'decisions')

/** A decision as it is written down. */
export interface NewDecision {
  groupId: number | null
  communityId: number | null
  meetingId?: number | null
  text: string
  rationale?: string
  decidedOn: string
  reviewOn?: string | null
  votesFor?: number | null
  votesAgainst?: number | null
  abstained?: number | null
  internal?: boolean
  /** `motion:12`, and its page, where it was decided elsewhere. */
  source?: string
  sourcePath?: string
}

/** Writes a decision down under the next number of its group. Who may is the caller's question: minutes and motions have different answers. */
export async function addDecision(tx: Tx, actor: Actor, decision: NewDecision): Promise<{ id: number; number: number }> {
  if (decision.reviewOn && decision.reviewOn < decision.decidedOn)
    throw new Invalid(refusals.lookAgain, { reviewOn: t.theReviewComesAfterTheDecision })
  await sql`select pg_advisory_xact_lock(7_276)`.execute(tx)
  const last = await tx
    .selectFrom('decision')
    .select((eb) => eb.fn.max('number').as('number'))
    .where('groupId', decision.groupId === null ? 'is' : '=', decision.groupId)
    .where('communityId', decision.communityId === null ? 'is' : '=', decision.communityId)
    .executeTakeFirst()
  const number = (last?.number ?? 0) + 1
  const id = await insertOne(tx.insertInto('decision'), { ...decision, number, createdAt: actor.at, createdBy: actor.personId })
  await indexDecision(tx, id)
  await recordOf(tx, actor, 'decision.made', { id, groupId: decision.groupId }, { number })
  return { id, number }
}

/** Puts a decision into the index, for those who may read it. */
export async function indexDecision(tx: Tx, id: number): Promise<void> {
  const decision = await tx
    .selectFrom('decision')
    .selectAll()
    .select(sql<string>`decision_audience(decision)`.as('audience'))
    .where('id', '=', id)
    .executeTakeFirst()
  if (!decision) return
  await indexDocuments(tx, [
    {
      kind: 'decision',
      subjectId: id,
      audience: decision.audience,
      ...(decision.groupId === null ? {} : { groupId: decision.groupId }),
      // Where it was taken long before it was written down, that is its day.
      at: new Date(`${decision.decidedOn}T12:00:00Z`),
      author: '',
      title: `Decision D-${decision.number}`,
      body: `${decision.text}\n${sayKept(decision.rationale, 'en')}`,
      language: 'en',
    },
  ])
}

/** A decision says what its line of the minutes says, while that is written. */
export async function rewordDecision(tx: Tx, id: number, { text, internal }: { text: string; internal: boolean }): Promise<void> {
  await tx.updateTable('decision').set({ text, internal }).where('id', '=', id).execute()
  await indexDecision(tx, id)
}

const lockChangeable = async (tx: Tx, actor: Actor, id: number) => {
  await tx.selectFrom('decision').select('id').where('id', '=', id).forUpdate().execute()
  return getKeptDecision(tx, actor, id)
}

/** Looks at a decision again and keeps it, until another day or for good. */
export async function reviewDecision(tx: Tx, actor: Actor, id: number, reviewOn: string | null): Promise<void> {
  const decision = await lockChangeable(tx, actor, id)
  if (reviewOn !== null && reviewOn <= todayOf(actor)) throw new Invalid(refusals.lookAgain, { reviewOn: t.chooseReviewDateAfterToday })
  await tx.updateTable('decision').set({ reviewOn, reviewedAt: actor.at, reviewToldOn: null }).where('id', '=', id).execute()
  await record(tx, actor, { action: 'decision.reviewed', subject: `decision:${id}`, groupId: decision.groupId ?? undefined })
}

/** Puts a newer decision of the same hosts in the place of an older one. */
export async function supersedeDecision(tx: Tx, actor: Actor, id: number, byNumber: number): Promise<void> {
  const decision = await lockChangeable(tx, actor, id)
  const later = await tx
    .selectFrom('decision')
    .select(['id', 'supersededBy'])
    .where('number', '=', byNumber)
    .where('groupId', decision.groupId === null ? 'is' : '=', decision.groupId)
    .where('communityId', decision.communityId === null ? 'is' : '=', decision.communityId)
    .executeTakeFirst()
  if (!later || later.id <= id) throw new Invalid(refusals.lookAgain, { byNumber: t.onlyALaterDecisionOfThe })
  await tx.updateTable('decision').set({ supersededBy: later.id }).where('id', '=', id).execute()
  await recordOf(tx, actor, 'decision.superseded', { id, groupId: decision.groupId }, { by: later.id })
}

const noticeDays = 7

/** Takes the decisions whose review is near and of which nobody was told; each is told of once for each review. */
export function claimDueDecisions(tx: Tx, at: Date) {
  const today = utcDay(at)
  return tx
    .updateTable('decision')
    .set({ reviewToldOn: today })
    .where('supersededBy', 'is', null)
    .where('reviewToldOn', 'is', null)
    .where('reviewOn', '<=', utcDay(new Date(at.getTime() + noticeDays * 86_400_000)))
    .returning(['id', 'number', 'text', 'reviewOn', 'groupId', 'communityId'])
    .returning(
      sql<string>`coalesce((select g.name from working_group g where g.id = decision.group_id),
        (select c.name from community c where c.id = decision.community_id))`.as('group'),
    )
    .execute()
}

/** A decision that was an adoption alone goes with it, and is not found any more. */
export async function dropDecision(tx: Tx, id: number): Promise<void> {
  await forgetDocuments(tx, 'decision', [id])
  await tx.deleteFrom('decision').where('id', '=', id).execute()
}
