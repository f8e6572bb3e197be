import { findHolders } from '../../groups/queries.ts'
import { shorten } from '../../lib/ui/excerpt.ts'
import { languageNow } from '../../lib/ui/language.ts'
import { sendLetter } from '../../outbox/actions.ts'
import type { TaskContext } from '../../task.ts'
import { type CharterGroup, listCharterGroups } from '../clauses/queries.ts'
import { keepDigest } from './actions.ts'
import { type Change, charterChanged } from './mails.ts'
import { assess, findDigest, readWords } from './queries.ts'
import { changesBetween, type FindingState } from './rules.ts'

async function tellGroup(group: CharterGroup, { db, write, site, now }: TaskContext): Promise<void> {
  const at = now()
  const month = `${at.toISOString().slice(0, 7)}-01`
  const last = await findDigest(db, group.id, month)
  if (last?.month === month) return
  const found = await assess(db, group, at)
  if (!found) return
  const states = Object.fromEntries(found.clauses.map(({ clause, state }) => [String(clause.lineId), state]))
  const before = (last?.states ?? {}) as Record<string, FindingState>
  const changed = new Set(changesBetween(before, states))
  const words = await readWords(db, group, found, { locale: languageNow(), zone: 'UTC', now: at })
  // What was not there last month has not changed; it has begun.
  const changes = found.clauses.flatMap(({ clause, state }): Change[] => {
    const was = before[clause.lineId]
    const name = `${clause.number} ${shorten(words.get(clause.lineId) ?? '', 60)}`
    return was !== undefined && changed.has(String(clause.lineId)) ? [{ clause: name, before: was, now: state }] : []
  })
  await write(async (tx) => {
    const holders = changes.length > 0 ? await findHolders(tx, group.id, ['coordinator', 'deputy'], at) : []
    if (!(await keepDigest(tx, at, { groupId: group.id, month, states, letters: holders.length }))) return
    for (const to of holders)
      await sendLetter(tx, site, at, charterChanged(to, group.name, changes, `${site.baseUrl}/charter/overview?group=${group.slug}`))
  })
}

/** Once a month each group's clauses are looked at; who leads it hears of it only where one stands differently than the month before. */
export async function monthlyDigest(_: object, context: TaskContext): Promise<void> {
  for (const group of await listCharterGroups(context.db)) await tellGroup(group, context)
}
