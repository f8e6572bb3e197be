import type { Db } from '../lib/db/rows.ts'

/** As whom the session's owner acts now; undefined when as themselves. */
export function findActing(db: Db, sessionId: string, now: Date) {
  return db
    .selectFrom('acting')
    .innerJoin('person', 'person.id', 'acting.personId')
    .select(['acting.id', 'acting.personId', 'acting.administratorId', 'acting.until', 'person.name'])
    .where('acting.sessionId', '=', sessionId)
    .where('acting.endedAt', 'is', null)
    .where('acting.until', '>', now)
    .executeTakeFirst()
}

/** Who has looked at the site as a person does, when and why; newest first. */
export function listActings(db: Db, personId: number) {
  return db
    .selectFrom('acting')
    .innerJoin('person', 'person.id', 'acting.administratorId')
    .select(['acting.id', 'acting.beganAt', 'acting.endedAt', 'acting.until', 'acting.reason', 'person.name'])
    .where('acting.personId', '=', personId)
    .orderBy('acting.id', 'desc')
    .limit(20)
    .execute()
}
