import type { Db } from '../../lib/db/rows.ts'
import type { Place } from '../../lib/ui/format.ts'
import { utcDay } from '../../time.ts'
import { tellText } from './fields.ts'
import { readFieldFacts } from './fields-queries.ts'
import { findInForce, listCharterGroups, listClauses } from './queries.ts'

// What a clause about joining is measured by: that a list takes people in, and whom its moderators approve.
const aboutJoining: readonly string[] = ['list_open', 'list_vetted']

/** Who may join the lists of a group, in its own words: the clauses of its charter in force that say so. */
export async function listJoiningRules(db: Db, groupId: number, place: Place): Promise<{ number: string; text: string }[]> {
  const version = await findInForce(db, groupId, utcDay(place.now))
  if (!version) return []
  const clauses = (await listClauses(db, [version.id])).filter(({ measures }) =>
    measures.some(({ subject }) => aboutJoining.includes(subject)),
  )
  const group = clauses.length > 0 ? (await listCharterGroups(db)).find(({ id }) => id === groupId) : undefined
  if (!group) return []
  const facts = await readFieldFacts(db, group, place.now)
  return clauses.map(({ number, text }) => ({ number, text: tellText(text, facts, version, place, { markdown: false }) }))
}
