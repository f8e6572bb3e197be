import { sql } from 'kysely'
import type { Db } from '../../lib/db/connect.ts'
import type { Role } from '../../lib/db/schema.ts'

/** Somebody of a group that goes into another, with the roles that end and the one that they get there; null for who has one. */
export interface Joining {
  id: number
  personId: number
  name: string
  role: Extract<Role, 'member' | 'moderator' | 'liaison' | 'vendor_guest'> | null
  seats: { id: number; role: Role }[]
}

/** Who comes from one group into another today. Who led the one is a member of the other: it is led already. */
export async function listJoining(db: Db, from: number, to: number, day: string): Promise<Joining[]> {
  const { rows } = await sql<Omit<Joining, 'role'> & { there: boolean }>`
    select p.id, p.id as "personId", p.name, json_agg(json_build_object('id', a.id, 'role', a.role) order by a.id) as seats,
      exists (select from appointment o where o.person_id = p.id and o.group_id = ${to}
        and o.from_on <= ${day}::date and (o.to_on is null or o.to_on >= ${day}::date)) as there
    from appointment a join person p on p.id = a.person_id
    where a.group_id = ${from} and a.from_on <= ${day}::date and (a.to_on is null or a.to_on >= ${day}::date) and p.erased_at is null
    group by p.id, p.name order by p.name, p.id`.execute(db)
  return rows.map(({ there, ...one }) => ({ ...one, role: there ? null : roleThere(one.seats.map(({ role }) => role)) }))
}

function roleThere(held: Role[]): Exclude<Joining['role'], null> {
  if (held.includes('liaison')) return 'liaison'
  if (held.includes('coordinator') || held.includes('deputy') || held.includes('member')) return 'member'
  return held.includes('vendor_guest') ? 'vendor_guest' : 'moderator'
}
