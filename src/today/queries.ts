import type { Actor } from '../actor.ts'
import type { Db } from '../lib/db/connect.ts'
import type { TodayKind, Waiters, Waiting } from '../waiting.ts'
import { byUrgency } from './rules.ts'

/** Something that waits for a person, and the part of the work that it belongs to. */
export interface TodayEntry extends Waiting {
  kind: TodayKind
  primary: boolean
}

/**
 * Everything that waits for this person, the most urgent first, and nothing that is not theirs: for the page, the weekly mail and programs
 * alike.
 */
export async function listToday(db: Db, waiters: readonly Waiters[], actor: Actor): Promise<TodayEntry[]> {
  if (actor.personId === null) return []
  const all = await Promise.all(
    waiters.map(async ({ kind, list }) => (await list(db, actor)).map((one) => ({ ...one, kind, primary: one.primary ?? false }))),
  )
  return byUrgency(all.flat(), actor.at)
}

/** Since when they have had what waits by mail; undefined where they have not. */
export const findTodayMail = (db: Db, personId: number) =>
  db.selectFrom('todayMail').select('chosenAt').where('personId', '=', personId).executeTakeFirst()

/** Those who have what waits by mail and did not get it on or after a day. */
export const listTodayReaders = (db: Db, since: string) =>
  db
    .selectFrom('todayMail')
    .innerJoin('person', 'person.id', 'todayMail.personId')
    .select('todayMail.personId')
    .where('person.erasedAt', 'is', null)
    .where((e) => e.or([e('sentOn', 'is', null), e('sentOn', '<', since)]))
    .orderBy('todayMail.personId')
    .execute()
