import { sql } from 'kysely'
import type { Db } from '../../lib/db/rows.ts'
import type { Role } from '../../lib/db/schema.ts'

/** A role that somebody gets in a group that another goes into; with what it is called there, where it has a name of its own. */
export interface Place {
  role: Extract<Role, 'member' | 'moderator' | 'liaison' | 'vendor_guest'>
  title: string | null
  formal: boolean
}

/** Somebody of a group that goes into another, with the roles that end and those that they get there. */
export interface Joining {
  id: number
  personId: number
  name: string
  /** Is in the other group already: stays what they are there, and is besides what they alone may bring. */
  there: boolean
  places: Place[]
  seats: Seat[]
}

interface Seat {
  id: number
  role: Role
  title: string | null
  formal: boolean
}

/**
 * Who comes from one group into another today. Who led the one is a member of the other: it is led already. What the group called its roles goes
 * along, unless the other calls another role so.
 */
export async function listJoining(db: Db, from: number, to: number, day: string): Promise<Joining[]> {
  const { rows } = await sql<Omit<Joining, 'places'> & { held: string[]; roles: Role[] }>`
    select p.id, p.id as "personId", p.name,
      json_agg(json_build_object('id', a.id, 'role', a.role, 'formal', a.formal, 'title', case when t.id is null or t.role = n.role then coalesce(t.name, n.name) end)
        order by a.id) as seats,
      exists (select from appointment o where o.person_id = p.id and o.group_id = ${to}
        and o.from_on <= ${day}::date and (o.to_on is null or o.to_on >= ${day}::date)) as there,
      array(select tn.name from appointment o join role_name tn on tn.id = o.role_name_id where o.person_id = p.id and o.group_id = ${to}
        and o.from_on <= ${day}::date and (o.to_on is null or o.to_on >= ${day}::date)) as held,
      array(select distinct o.role::text from appointment o where o.person_id = p.id and o.group_id = ${to}
        and (o.to_on is null or o.to_on >= ${day}::date)) as roles
    from appointment a join shared_person p on p.id = a.person_id
      left join role_name n on n.id = a.role_name_id left join role_name t on t.group_id = ${to} and lower(t.name) = lower(n.name)
    where a.group_id = ${from} and a.from_on <= ${day}::date and (a.to_on is null or a.to_on >= ${day}::date) and p.erased_at is null
      and a.stands_for is null
    group by p.id, p.name order by p.name, p.id`.execute(db)
  return rows.map(({ held, roles, ...one }) => ({ ...one, places: placesThere(one, held, roles) }))
}

// What somebody does for all: the lists come along, and so does whoever moderates them.
const brought = ['liaison', 'moderator'] as const

/** Who holds several roles comes once, and under each name that a member had; who is there already brings what they are not yet there. */
function placesThere({ there, seats }: { there: boolean; seats: Seat[] }, held: string[], roles: Role[]): Place[] {
  const named = seats
    .filter(({ role, title }) => role === 'member' && title !== null && !held.includes(title))
    .map(({ title, formal }): Place => ({ role: 'member', title, formal }))
  const come = (role: Place['role']): Place => {
    const own = seats.find((one) => one.role === role)
    return { role, title: own?.title ?? null, formal: own?.formal ?? false }
  }
  const besides = brought.filter((role) => seats.some((one) => one.role === role) && !roles.includes(role)).map(come)
  if (there) return [...besides, ...named]
  const role = roleThere(seats.map((one) => one.role))
  const first = role === 'member' && named.length > 0 ? [] : [come(role)]
  return [...first, ...besides.filter((one) => one.role !== role), ...named]
}

function roleThere(held: Role[]): Place['role'] {
  if (held.includes('liaison')) return 'liaison'
  if (held.includes('coordinator') || held.includes('deputy') || held.includes('member')) return 'member'
  return held.includes('vendor_guest') ? 'vendor_guest' : 'moderator'
}
