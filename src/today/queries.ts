import type { Actor } from '../actor.ts'
import type { Db } from '../lib/db/rows.ts'
import type { Locale } from '../lib/ui/format.ts'
import { type Parse, readBeginningsOf, readWarningsOf } from '../list/queries.ts'
import type { TodayKind, Waiters, Waiting } from '../waiting.ts'
import { listDecided, listPutOff } from './decisions-queries.ts'
import { keyOf, undoFor } from './decisions-rules.ts'
import { byUrgency, numbered } from './rules.ts'
import { findNumbers } from './week/queries.ts'

/** Something that waits for a person, and the part of the work that it belongs to. */
export interface TodayEntry extends Waiting {
  kind: TodayKind
  primary: boolean
}

/** The same with its number, as in the letter of this week. */
export interface Numbered extends TodayEntry {
  n: number
  key: string
}

const week = 7 * 86_400_000

/** The same person without the groups that are closed: nothing waits there. */
const awakeOf = (actor: Actor): Actor => ({
  ...actor,
  grants: actor.grants.filter(({ groupId }) => groupId === null || !actor.closedIds?.includes(groupId)),
})

/** Only on a site of several groups a thing says whose it is. There titles are alike: each group has its monthly call, and its terms. */
const tellWhose = (actor: Actor, one: Waiting): Waiting => (actor.soleGroup ? { ...one, whose: undefined } : one)

/**
 * Everything that waits for this person, the most urgent first, and nothing that is not theirs: also what they have decided and can still take
 * back, and what they have put off.
 */
export async function listWaiting(db: Db, waiters: readonly Waiters[], actor: Actor): Promise<TodayEntry[]> {
  if (actor.personId === null) return []
  const awake = awakeOf(actor)
  const all = await Promise.all(
    waiters.map(async ({ kind, list }) =>
      (await list(db, awake)).map((one) => ({ ...tellWhose(actor, one), kind, primary: one.primary ?? false })),
    ),
  )
  return byUrgency(all.flat(), actor.at)
}

/** What somebody put off a moment ago, and can still take back. */
export interface JustPutOff {
  batch: number
  title: string
}

/**
 * What waits for this person and is not decided: for the page, the week's letter and programs alike. What stood in the letter of this week keeps
 * its number.
 */
export const listToday = async (db: Db, waiters: readonly Waiters[], actor: Actor): Promise<Numbered[]> =>
  (await readToday(db, waiters, actor)).waits

/** The same with what they put off a moment ago. */
export async function readToday(
  db: Db,
  waiters: readonly Waiters[],
  actor: Actor,
): Promise<{ waits: Numbered[]; justPutOff: JustPutOff[] }> {
  if (actor.personId === null) return { waits: [], justPutOff: [] }
  const [all, decided, off, numbers] = await Promise.all([
    listWaiting(db, waiters, actor),
    listDecided(db, actor.personId),
    listPutOff(db, actor.personId, actor.at),
    findNumbers(db, actor.personId, new Date(actor.at.getTime() - week)),
  ])
  const hidden = new Set([...off.keys(), ...decided.map(({ what, thingId }) => `${what}:${thingId}`)])
  const keyed = all.map((entry) => ({ ...entry, key: keyOf(entry) }))
  const shown = keyed.filter(({ key }) => !hidden.has(key))
  const undoable = new Date(actor.at.getTime() - undoFor)
  return {
    waits: numbered(shown, numbers),
    justPutOff: keyed.flatMap(({ key, title }) => {
      const one = off.get(key)
      return one && one.putOffAt > undoable ? [{ batch: one.batch, title }] : []
    }),
  }
}

/** The held mails among what waits for somebody, by their ids. */
const heldIn = (waits: readonly Waiting[]): number[] => waits.flatMap(({ question }) => (question?.what === 'held' ? [question.id] : []))

/** Of held mail, for whom its writer can be taken, as a sentence; nothing of anything else. */
export async function warningsOf(db: Db, waits: readonly Waiting[], locale: string): Promise<(one: Waiting) => string | undefined> {
  const warnings = await readWarningsOf(db, heldIn(waits), locale as Locale)
  return ({ question }) => (question?.what === 'held' ? warnings.get(question.id) : undefined)
}

/** Of held mail, how it begins; nothing of anything else. */
export async function beginningsOf(db: Db, parse: Parse, waits: readonly Waiting[]): Promise<(one: Waiting) => string | undefined> {
  const beginnings = await readBeginningsOf(db, parse, heldIn(waits))
  return ({ question }) => (question?.what === 'held' ? beginnings.get(question.id) : undefined)
}
