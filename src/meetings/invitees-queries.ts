import { sql } from 'kysely'
import type { Actor } from '../actor.ts'
import { countUnreached, listHeldSeats, listSeated } from '../groups/queries.ts'
import type { Db } from '../lib/db/rows.ts'
import type { Role } from '../lib/db/schema.ts'
import { listReaders } from '../people/queries.ts'
import { type Hosts, mayAppoint, mayArrange } from '../policy.ts'
import { todayOf } from '../time.ts'
import { type Expected, type HostName, listExpected } from './core/queries.ts'
import { type Seat, seatRoles } from './invitees-rules.ts'

/** What people are invited to. */
export type To = { meetingId: number; pollId?: undefined } | { pollId: number; meetingId?: undefined }

const rowsOf = (db: Db, { meetingId, pollId }: To) =>
  db
    .selectFrom('invitee')
    .where('revokedAt', 'is', null)
    .where('invitee.meetingId', meetingId === undefined ? 'is' : '=', meetingId ?? null)
    .where('invitee.pollId', pollId === undefined ? 'is' : '=', pollId ?? null)

export interface Unreached {
  slug: string
  count: number
}

/** The hosts with people whom no invitation reaches, for who can see to it. */
export async function listUnreachedOf(db: Db, actor: Actor, hosts: readonly HostName[]): Promise<Unreached[]> {
  const counted = hosts.map(async ({ groupId, slug }) =>
    groupId !== null && mayAppoint(actor, groupId) ? [{ slug, count: await countUnreached(db, groupId, todayOf(actor)) }] : [],
  )
  return (await Promise.all(counted)).flat().filter(({ count }) => count > 0)
}

/** Who is invited besides the hosts, as it was said: people, groups, roles. */
export const listInvitees = (db: Db, to: To) =>
  rowsOf(db, to)
    .leftJoin('sharedPerson as person', 'person.id', 'invitee.personId')
    .leftJoin('sharedWorkingGroup as workingGroup', 'workingGroup.id', 'invitee.groupId')
    .leftJoin('sharedCommunity as community', 'community.id', 'invitee.communityId')
    .select(['invitee.id', 'invitee.personId', 'invitee.groupId', 'invitee.communityId', 'invitee.role', 'person.name'])
    .select(sql<string | null>`coalesce(working_group.name, community.name)`.as('host'))
    .orderBy('invitee.id')
    .execute()

export type Invitee = Awaited<ReturnType<typeof listInvitees>>[number]

/** The people behind that on a day. Who has no confirmed address is written to where they were invited. */
async function listInvited(db: Db, to: To, on: Date): Promise<Expected[]> {
  const invitees = await rowsOf(db, to).select(['personId', 'groupId', 'communityId', 'role']).execute()
  const offices = invitees.filter(({ personId }) => personId === null)
  const seated = await listSeated(db, offices, on)
  const roles = Map.groupBy(seated, ({ personId }) => personId)
  const ids = new Set([...invitees.flatMap(({ personId }) => personId ?? []), ...roles.keys()])
  const people = await listReaders(db, [...ids])
  return people.map((person) => {
    const held = new Set((roles.get(person.personId) ?? []).map(({ role }) => role))
    return { ...person, roles: ['guest', ...[...held].sort()], formal: false }
  })
}

/** Somebody who is expected, by right of the hosts or as a guest. */
export interface AtTable extends Expected {
  guest: boolean
}

/** Everybody who is expected: those of the hosts, and as guests who was invited besides. */
export async function listTable(db: Db, to: To, hosts: Hosts, on: Date): Promise<AtTable[]> {
  const own = await listExpected(db, hosts, on)
  const known = new Set(own.map(({ personId }) => personId))
  const guests = (await listInvited(db, to, on)).filter(({ personId }) => !known.has(personId))
  return [...own.map((one) => ({ ...one, guest: false })), ...guests.map((one) => ({ ...one, guest: true }))]
}

/** A group or a role that can be invited. */
export interface SeatChoice extends Seat {
  host: string
}

/**
 * The groups and roles that an actor can invite: any group and its roles, the steering committees; the vendor's guests of the groups for
 * which they arrange alone, where there are some.
 */
export async function listSeatChoices(db: Db, actor: Actor): Promise<SeatChoice[]> {
  const groups = await db
    .selectFrom('sharedWorkingGroup as workingGroup')
    .select(['id', 'name'])
    .where('closedAt', 'is', null)
    .orderBy('name')
    .execute()
  const communities = await db.selectFrom('sharedCommunity as community').select(['id', 'name']).orderBy('name').execute()
  const held = await listHeldSeats(db, [...seatRoles, 'steering'], actor.at)
  const isHeld = (role: Role, groupId: number | null, communityId: number | null) =>
    held.some((one) => one.role === role && one.groupId === groupId && one.communityId === communityId)
  return [
    ...groups.flatMap(({ id, name }) => {
      const mine = mayArrange(actor, { groupIds: [id], communityIds: [] })
      const roles = seatRoles.filter((role) => isHeld(role, id, null) && (mine || role !== 'vendor_guest'))
      return [null, ...roles].map((role): SeatChoice => ({ groupId: id, communityId: null, role, host: name }))
    }),
    ...communities.flatMap(({ id, name }): SeatChoice[] =>
      isHeld('steering', null, id) ? [{ groupId: null, communityId: id, role: 'steering', host: name }] : [],
    ),
  ]
}
