import type { Db } from '../../lib/db/rows.ts'
import { languageNow } from '../../lib/ui/language.ts'
import { lookupKey } from '../findings/rules.ts'
import { suggestMeasures } from '../measures/rules.ts'
import { lookUp } from '../records-queries.ts'
import { listListNames } from './fields-queries.ts'
import type { CharterGroup, Clause } from './queries.ts'
import { type TemplateClause, workingGroupTemplate } from './template-rules.ts'

/** Every clause of the template as it is for a group. */
export async function templateFor(db: Db, group: Pick<CharterGroup, 'id' | 'communityIds'>): Promise<TemplateClause[]> {
  const [list] = await listListNames(db, group.id)
  return workingGroupTemplate({ list, hosts: group.communityIds.length, locale: languageNow() })
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
