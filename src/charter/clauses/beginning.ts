import { Invalid } from '../../errors.ts'
import type { Tx } from '../../lib/db/connect.ts'
import { languageNow } from '../../lib/ui/language.ts'
import { refusals } from '../../lib/ui/refusals.ts'
import { textsOf } from '../../lib/ui/words.ts'
import type { Measure } from '../measures/rules.ts'
import { splitText } from './paste/rules.ts'
import { type CharterGroup, listClauses, listListNames, listVersions } from './queries.ts'
import { type ClauseText, inForceOn } from './rules.ts'
import { workingGroupTemplate } from './template-rules.ts'

const t = textsOf('charter', 'clausesPage')

/** What a draft begins with. */
export type Beginning = { from: 'in_force' | 'template' | 'empty' } | { from: 'paste'; text: string }

/** A clause that comes into a draft. */
export type NewClause = ClauseText & { lineId?: number; heading?: string; kindGuessed?: boolean; measures: readonly Measure[] }

/**
 * The clauses that a draft begins with, and what stands before them.
 * @throws Invalid where there are none to begin with
 */
export async function readBeginning(
  tx: Tx,
  group: CharterGroup,
  beginning: Beginning,
  today: string,
): Promise<{ preamble: string; clauses: NewClause[] }> {
  if (beginning.from === 'template') {
    const [list] = await listListNames(tx, group.id)
    return { preamble: '', clauses: workingGroupTemplate({ list, hosts: group.communityIds.length, locale: languageNow() }) }
  }
  if (beginning.from === 'paste') {
    const { clauses, preamble } = splitText(beginning.text)
    if (clauses.length === 0) throw new Invalid(refusals.lookAgain, { text: t.noClauseFound })
    return { preamble, clauses: clauses.map((clause) => ({ ...clause, measures: [] })) }
  }
  if (beginning.from === 'empty') return { preamble: '', clauses: [] }
  const current = inForceOn(await listVersions(tx, group.id), today)
  if (!current) throw new Invalid(refusals.lookAgain, { from: t.noVersionIsInForceYet })
  return { preamble: current.preamble, clauses: await listClauses(tx, [current.id]) }
}
