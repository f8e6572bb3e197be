import { sql } from 'kysely'
import type { Db } from '../../lib/db/connect.ts'

/** A subscriber who is taken off a list. */
export interface Leaver {
  id: number
  email: string
}

/** Subscribers none of whose addresses is among these. */
export async function findLeavers(db: Db, listId: number, emails: string[]): Promise<Leaver[]> {
  const { rows } = await sql<Leaver>`
    select s.id, a.email from subscription s join address a on a.id = s.address_id
    where s.list_id = ${listId} and s.ended_at is null
      and not exists (select from address mine where mine.person_id = s.person_id and mine.email = any(${emails}::text[]))
    order by a.email`.execute(db)
  return rows
}

/** Who of these is on the list, by one of their addresses. */
export async function findMembers(db: Db, listId: number, emails: string[]): Promise<Set<string>> {
  const { rows } = await sql<{ email: string }>`
    select mine.email from address mine join subscription s on s.person_id = mine.person_id and s.list_id = ${listId} and s.ended_at is null
    where mine.email = any(${emails}::text[])`.execute(db)
  return new Set(rows.map(({ email }) => email))
}
