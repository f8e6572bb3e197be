import { Invalid } from '../../errors.ts'
import type { Tx } from '../../lib/db/rows.ts'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import type { Measure } from '../measures/rules.ts'
import { listListNames } from './fields-queries.ts'
import { isSteered, templateFor } from './offers-queries.ts'
import { splitText } from './paste-rules.ts'
import { type CharterGroup, findInForce, listClauses, listVersions } from './queries.ts'
import { type ClauseText, inForceOn } from './rules.ts'
import { firstClauses } from './template-rules.ts'

const t = textsOf('charter', 'clausesPage')
const templateWords = textsOf('charter', 'template')

/** What a draft begins with. */
export type Beginning =
  | { from: 'in_force' | 'few' | 'template' | 'empty' }
  | { from: 'other'; other: number }
  | { from: 'paste'; text: string }

/** A clause that comes into a draft. */
export type NewClause = ClauseText & { lineId?: number; heading?: string; kindGuessed?: boolean; measures: readonly Measure[] }

/** The clauses of another group’s charter as they would be here: its lists and series are its own. */
async function clausesOfOther(tx: Tx, group: CharterGroup, other: number, today: string): Promise<NewClause[]> {
  const version = other === group.id ? undefined : await findInForce(tx, other, today)
  if (!version) throw new Invalid(refusals.lookAgain, { other: refusals.chooseOneOfThoseThatAre })
  const [list] = await listListNames(tx, group.id)
  const here = (text: string) => text.replaceAll(/\{\{\s*list:[^{}]*\}\}/g, list ? `{{list:${list}}}` : templateWords.theList)
  return (await listClauses(tx, [version.id])).map(({ number, kind, text, heading, measures }) => ({
    ...{ number, kind, heading, text: here(text) },
    measures: measures.map((measure) => ({ ...measure, seriesId: null })),
  }))
}

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
  if (beginning.from === 'template') return { preamble: '', clauses: await templateFor(tx, group) }
  if (beginning.from === 'few') {
    const few = firstClauses({ steered: await isSteered(tx, group) })
    return { preamble: '', clauses: (await templateFor(tx, group)).filter(({ number }) => few.includes(number)) }
  }
  if (beginning.from === 'paste') {
    const { clauses, preamble } = splitText(beginning.text)
    if (clauses.length === 0) throw new Invalid(refusals.lookAgain, { text: t.noClauseFound })
    return { preamble, clauses: clauses.map((clause) => ({ ...clause, measures: [] })) }
  }
  if (beginning.from === 'other') return { preamble: '', clauses: await clausesOfOther(tx, group, beginning.other, today) }
  if (beginning.from === 'empty') return { preamble: '', clauses: [] }
  const current = inForceOn(await listVersions(tx, group.id), today)
  if (!current) throw new Invalid(refusals.lookAgain, { from: t.noVersionIsInForceYet })
  return { preamble: current.preamble, clauses: await listClauses(tx, [current.id]) }
}
