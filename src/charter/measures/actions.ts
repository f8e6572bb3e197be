import type { Actor } from '../../actor.ts'
import { Invalid, NotFound } from '../../errors.ts'
import { record } from '../../journal/actions.ts'
import { insertOne, type Tx, updateOne } from '../../lib/db/rows.ts'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { withSaid } from '../../lib/with-said.ts'
import type { Actions } from '../../signed.ts'
import { getClause, getVersionById, listClauses } from '../clauses/queries.ts'
import { getMeasure, listSeries } from './queries.ts'
import { type Measure, type MeasureSaid, suggestMeasures, tidyMeasure, whyNotMeasure } from './rules.ts'

const t = textsOf('charter', 'measuresPage')

const most = 8

async function check(tx: Tx, groupId: number, measure: Measure): Promise<Measure> {
  const problems = whyNotMeasure(measure)
  if (measure.seriesId !== null && !(await listSeries(tx, groupId)).some(({ id }) => id === measure.seriesId))
    problems.seriesId = t.errors.series
  if (Object.keys(problems).length > 0) throw new Invalid(refusals.lookAgain, problems)
  return tidyMeasure(measure)
}

/**
 * Says what a clause is measured by, of a draft or of the version in force: that is how the group looks, not what the charter says.
 * @throws Invalid with a sentence for each field, NotFound for who does not keep the charter
 */
export async function attachMeasure(tx: Tx, actor: Actor, clauseId: number, given: Measure): Promise<number> {
  const clause = await getClause(tx, actor, clauseId, { keep: true })
  await tx.selectFrom('charterClause').select('id').where('id', '=', clauseId).forUpdate().execute()
  const measure = await check(tx, clause.version.groupId, given)
  const present = await tx.selectFrom('clauseMeasure').selectAll().where('clauseId', '=', clauseId).execute()
  if (present.length >= most) throw new Invalid(refusals.lookAgain, { subject: t.aClauseHasAtMostMeasures({ most }) })
  const same = present.some(
    (one) => one.kind === measure.kind && one.subject === measure.subject && one.role === measure.role && one.seriesId === measure.seriesId,
  )
  if (same) throw new Invalid(refusals.lookAgain, { subject: t.clauseAlreadyHasMeasure })
  const id = await insertOne(tx.insertInto('clauseMeasure'), {
    ...measure,
    clauseId,
    position: Math.max(0, ...present.map(({ position }) => position)) + 1,
  })
  await note(tx, actor, 'charter.measure-added', clause, measure)
  return id
}

type Clause = Awaited<ReturnType<typeof getClause>>

const note = (tx: Tx, actor: Actor, action: keyof Actions, clause: Clause, { kind, subject }: Pick<Measure, 'kind' | 'subject'>) =>
  record(tx, actor, {
    action,
    subject: `charter:${clause.version.id}`,
    groupId: clause.version.groupId,
    details: { number: clause.number, kind, subject },
  })

async function lockMeasure(tx: Tx, actor: Actor, id: number) {
  await tx.selectFrom('clauseMeasure').select('id').where('id', '=', id).forUpdate().execute()
  return getMeasure(tx, actor, id)
}

/** Changes the parameters of a measure; what is left out stays. */
export async function changeMeasure(tx: Tx, actor: Actor, id: number, said: MeasureSaid): Promise<void> {
  const { clause, measure: held } = await lockMeasure(tx, actor, id)
  const { kind, subject, everyN, everyUnit, target, graceDays, role, seriesId } = withSaid<Measure>(held, said)
  const measure = await check(tx, clause.version.groupId, { kind, subject, everyN, everyUnit, target, graceDays, role, seriesId })
  await updateOne(tx.updateTable('clauseMeasure'), id, measure)
  await note(tx, actor, 'charter.measure-changed', clause, measure)
}

/** Takes a measure away. */
export async function removeMeasure(tx: Tx, actor: Actor, id: number): Promise<Clause> {
  const { clause, measure } = await lockMeasure(tx, actor, id)
  await tx.deleteFrom('clauseMeasure').where('id', '=', id).execute()
  await note(tx, actor, 'charter.measure-removed', clause, measure)
  return clause
}

/**
 * Attaches to each clause of a draft that has no measure what its words speak for. Words with two meanings are left to a person.
 * @returns how many measures
 */
export async function attachSuggested(tx: Tx, actor: Actor, draftId: number): Promise<number> {
  const draft = await getVersionById(tx, actor, draftId, { keep: true })
  if (draft.adoptedAt !== null) throw new NotFound(t.thereIsNoSuchDraft)
  let attached = 0
  for (const clause of await listClauses(tx, [draftId])) {
    if (clause.measures.length > 0) continue
    const found = suggestMeasures(clause.text).map(({ measure }) => measure)
    const rhythms = found.filter(({ kind }) => kind === 'cadence')
    for (const measure of found)
      if (measure.kind !== 'cadence' || rhythms.length === 1) {
        await attachMeasure(tx, actor, clause.id, measure)
        attached++
      }
  }
  return attached
}
