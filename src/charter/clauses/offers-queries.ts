import { type Db, orNoId } from '../../lib/db/rows.ts'
import { languageNow } from '../../lib/ui/language.ts'
import { lookupKey } from '../findings/rules.ts'
import { suggestMeasures } from '../measures/rules.ts'
import { lookUp } from '../records-queries.ts'
import { listListNames } from './fields-queries.ts'
import type { CharterGroup, Clause } from './queries.ts'
import { type TemplateClause, workingGroupTemplate } from './template-rules.ts'

/** Every clause of the template as it is for a group. */
export async function templateFor(db: Db, group: Pick<CharterGroup, 'id' | 'communityIds'>): Promise<TemplateClause[]> {
  const [[list], founded, steered] = await Promise.all([listListNames(db, group.id), isFounded(db, group.id), isSteered(db, group)])
  return workingGroupTemplate({ list, hosts: group.communityIds.length, locale: languageNow(), founded, steered })
}

/** Is it known when a group was founded? */
async function isFounded(db: Db, groupId: number): Promise<boolean> {
  const row = await db.selectFrom('sharedWorkingGroup as workingGroup').select('foundedOn').where('id', '=', groupId).executeTakeFirst()
  return Boolean(row?.foundedOn)
}

/** Has a group had a liaison, or its user groups a steering committee? */
export async function isSteered(db: Db, { id, communityIds }: Pick<CharterGroup, 'id' | 'communityIds'>): Promise<boolean> {
  const seat = await db
    .selectFrom('sharedAppointment as appointment')
    .select('id')
    .where((e) =>
      e.or([
        e.and([e('role', '=', 'liaison'), e('groupId', '=', id)]),
        e.and([e('role', '=', 'steering'), e('communityId', 'in', orNoId(communityIds))]),
      ]),
    )
    .limit(1)
    .executeTakeFirst()
  return seat !== undefined
}

/**
 * Clauses of the template that a charter lacks although the group has records of what they are about. A clause that nothing measures yet is about
 * what is suggested for it.
 */
export async function offerClauses(
  db: Db,
  group: Pick<CharterGroup, 'id' | 'communityIds'>,
  clauses: readonly Pick<Clause, 'number' | 'text' | 'measures'>[],
  at: Date,
): Promise<TemplateClause[]> {
  const measuresOf = ({ text, measures }: (typeof clauses)[number]) =>
    measures.length > 0 ? measures : suggestMeasures(text).map(({ measure }) => measure)
  const measured = new Set(clauses.flatMap((clause) => measuresOf(clause).map(({ subject }) => subject as string)))
  const lacking = (await templateFor(db, group)).filter(({ measures }) => !measures.some(({ subject }) => measured.has(subject)))
  // No clause yet, so nothing can have been attested of it.
  const lineId = 0
  const looked = await lookUp(
    db,
    group.id,
    at,
    lacking.flatMap(({ measures }) => measures.map((measure) => ({ measure, lineId }))),
  )
  return lacking.filter(({ measures }) => measures.some((measure) => (looked.get(lookupKey(measure, lineId))?.marks.length ?? 0) > 0))
}
