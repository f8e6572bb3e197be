import { sql } from 'kysely'
import type { Actor } from '../actor.ts'
import { NoSuchGroup, NotFound } from '../errors.ts'
import { type Db, findRow } from '../lib/db/rows.ts'
import type { Role } from '../lib/db/schema.ts'
import { refusals, textsOf } from '../lib/ui/words.ts'
import { type Hosts, isInGroup, mayArrange } from '../policy.ts'
import type { Asking } from '../tool.ts'
import { isVendorSide } from '../vendor-side-queries.ts'

export { loadActor, sessionReader } from './actor-queries.ts'
export { type Joining, listJoining } from './core/merging-queries.ts'
export { getDecision, getKeptDecision, listDecisions, listDueForReview, listLeaders, mostDecisions } from './decisions-queries.ts'
export { listPreparedFor } from './handover/queries.ts'
export { listOwnOffices } from './own-offices-queries.ts'
export { namesOfRoles } from './roles-queries.ts'
export { countUnreached, listRolesKnown, listRosterDays, listSeats } from './roster/queries.ts'
export { findOwnTerm, findStandIn, listColleagues, listStandIns, type StandIn } from './stand-ins-queries.ts'
export { listActions, listOwners, listTasksLeft } from './tasks/queries.ts'

const t = textsOf('groups', 'rosterImport')

/** The zone of some groups, for those whose own is not known; of the site, where none are named. */
export async function findHomeZone(db: Db, groupIds: readonly number[] = []): Promise<string> {
  const { rows } = await sql<{ zone: string }>`select home_zone(${[...groupIds]}::bigint[]) as zone`.execute(db)
  return rows[0]?.zone ?? 'UTC'
}

const groups = (db: Db) =>
  db
    .selectFrom('workingGroup')
    .innerJoin('product', 'product.id', 'workingGroup.productId')
    .innerJoin('sharedOrganisation as vendor', 'vendor.id', 'product.vendorId')
    .select(['workingGroup.id', 'workingGroup.slug', 'workingGroup.name', 'workingGroup.tagline', 'workingGroup.closedAt'])
    .select(['product.name as product', 'vendor.name as vendor'])
    .select(
      sql<string[]>`array(select c.name from group_community g join community c on c.id = g.community_id
        where g.group_id = working_group.id order by c.name)`.as('communities'),
    )

/** A group by its address, with its product, vendor and user groups. Groups are public: the roster of a group is on the site. */
export async function getGroup(db: Db, slug: string) {
  return groups(db)
    .select('workingGroup.foundedOn')
    .select(sql<string | null>`(select h.slug from working_group h where h.id = working_group.merged_into)`.as('mergedInto'))
    .where('workingGroup.slug', '=', slug)
    .executeTakeFirstOrThrow(() => new NotFound(refusals.noSuchGroup))
}

/** All groups of the site, oldest first. */
export const listGroups = (db: Db) => groups(db).orderBy('workingGroup.id').execute()

const mayBeSlug = (slug: string) => /^[\w-]{1,60}$/.test(slug)

/**
 * The group that an address asks for among several; undefined where it asks for none, and where there is no other.
 * @throws NoSuchGroup
 */
export async function findAsked(db: Db, slug: string | undefined) {
  if (!slug) return undefined
  const group = await db
    .selectFrom('workingGroup')
    .select(['id', 'slug', 'name'])
    .select(sql<boolean>`not exists (select from working_group other where other.id <> working_group.id)`.as('alone'))
    .where('slug', '=', mayBeSlug(slug) ? slug : '')
    .executeTakeFirstOrThrow(() => new NoSuchGroup(refusals.noSuchGroup))
  return group.alone ? undefined : group
}

/**
 * Where an address asks for a group or a user group, it is there.
 * @throws NoSuchGroup
 */
export async function checkHost(db: Db, slug: string | undefined): Promise<void> {
  if (!slug) return
  const hosts = db.selectFrom('workingGroup').select('slug').unionAll(db.selectFrom('community').select('slug'))
  await db
    .selectFrom(hosts.as('host'))
    .select('slug')
    .where('slug', '=', mayBeSlug(slug) ? slug : '')
    .executeTakeFirstOrThrow(() => new NoSuchGroup(refusals.noSuchGroup))
}

/** The groups that work, oldest first: whoever chooses one for something new chooses among them. */
export const listOpenGroups = async (db: Db) => (await listGroups(db)).filter(({ closedAt }) => closedAt === null)

/** A group for something new of this person: one of those that work in which they are. */
export const chooseGroup: Asking = {
  reads: 'listGroups',
  among: async (db, actor) =>
    (await listOpenGroups(db)).filter(({ id }) => isInGroup(actor, id)).map(({ slug, name }) => ({ value: slug, title: name })),
}

/**
 * Groups and user groups that host something together: they exist, and the actor may arrange for each of them; others are invited.
 * @throws NotFound where not
 */
export async function checkHosts(db: Db, actor: Actor, hosts: Hosts): Promise<void> {
  const there = async (table: 'workingGroup' | 'community', ids: readonly number[]) => {
    if (ids.length === 0) return true
    const rows = await db.selectFrom(table).select('id').where('id', 'in', ids).execute()
    return rows.length === new Set(ids).size
  }
  const each = [
    ...hosts.groupIds.map((id) => ({ groupIds: [id], communityIds: [] })),
    ...hosts.communityIds.map((id) => ({ groupIds: [], communityIds: [id] })),
  ]
  if (
    !each.every((one) => mayArrange(actor, one)) ||
    !(await there('workingGroup', hosts.groupIds)) ||
    !(await there('community', hosts.communityIds))
  )
    throw new NotFound(refusals.noSuchGroup)
}

/** The user groups of the site. */
export const listCommunities = (db: Db) => db.selectFrom('community').select(['id', 'slug', 'name']).orderBy('name').execute()

const heldOn = (on: Date) =>
  sql<boolean>`appointment.from_on <= ${on}::date and (appointment.to_on is null or appointment.to_on >= ${on}::date)`

/** Who holds which role in a group on a day, formal roles first. */
export function listRoster(db: Db, groupId: number, on: Date) {
  return db
    .selectFrom('appointment')
    .innerJoin('sharedPerson as person', 'person.id', 'appointment.personId')
    .select(['appointment.id', 'appointment.role', 'appointment.formal', 'appointment.fromOn', 'appointment.toOn'])
    .select(['person.id as personId', 'person.name'])
    .select(sql<boolean>`named_to_all(appointment.person_id, appointment.group_id)`.as('namedToAll'))
    .where('appointment.groupId', '=', groupId)
    .where(heldOn(on))
    .orderBy('appointment.role')
    .orderBy('person.name')
    .execute()
}

/** What is written to a role of a group is the group's own: not for who works for the vendor, though their term runs on. */
const notGone = (on: Date) => sql<boolean>`not ${isVendorSide(sql.ref('person.id'), on)}`

/** Whoever holds a role on a day and can be written to, once each. */
export const reachable = (db: Db, on: Date) =>
  db
    .selectFrom('appointment')
    .innerJoin('sharedPerson as person', 'person.id', 'appointment.personId')
    .innerJoin('sharedAddress as address', 'address.personId', 'person.id')
    .select(['person.id', 'person.name', 'person.locale', 'person.zone', 'address.email'])
    .distinctOn('person.id')
    .where('address.verifiedAt', 'is not', null)
    .where('person.erasedAt', 'is', null)
    .where(heldOn(on))
    .orderBy('person.id')
    .orderBy('address.id')

/** The people to write to who hold one of these roles in a group, or on the site when the group is null. Of a closed group nobody is written to. */
export function findHolders(
  db: Db,
  groupId: number | null,
  roles: ('administrator' | 'coordinator' | 'deputy' | 'moderator' | 'liaison' | 'member')[],
  on: Date,
) {
  return reachable(db, on)
    .select('person.id as personId')
    .$if(groupId !== null, (query) => query.where(notGone(on)))
    .where('appointment.groupId', groupId === null ? 'is' : '=', groupId)
    .where('appointment.role', 'in', roles)
    .where(sql<boolean>`not exists (select from working_group g where g.id = appointment.group_id and g.closed_at is not null)`)
    .execute()
}

/** Who leads a group, with where mail reaches them; where nobody does, who runs the site. */
export async function listInCharge(db: Db, groupId: number, at: Date) {
  const leaders = await findHolders(db, groupId, ['coordinator', 'deputy'], at)
  return leaders.length > 0 ? leaders : findHolders(db, null, ['administrator'], at)
}

// Who leads a group, where nobody holds the role that was written to.
const fallbacks: readonly Role[] = ['coordinator', 'deputy']

/** Which of these roles are held by somebody on a day, and where. */
export const listHeldSeats = (db: Db, roles: readonly Role[], on: Date) =>
  db
    .selectFrom('appointment')
    .select(['groupId', 'communityId', 'role'])
    .distinct()
    .where(heldOn(on))
    .where('role', 'in', [...roles])
    .execute()

/** Who sits on some seats on a day: holds a role in a group or user group; where no role is said, is a member of the group. */
export async function listSeated(
  db: Db,
  seats: readonly { groupId: number | null; communityId: number | null; role: Role | null }[],
  on: Date,
): Promise<{ personId: number; role: Role }[]> {
  if (seats.length === 0) return []
  const members: Role[] = ['coordinator', 'deputy', 'liaison', 'member']
  return db
    .selectFrom('appointment')
    .select(['personId', 'role'])
    .where(heldOn(on))
    .where((eb) =>
      eb.or(
        seats.map(({ groupId, communityId, role }) =>
          eb.and([
            groupId === null ? eb('communityId', '=', communityId) : eb('groupId', '=', groupId),
            eb('role', 'in', role === null ? members : [role]),
          ]),
        ),
      ),
    )
    .orderBy('personId')
    .execute()
}

/** A role in a group or in a user group, which people write to. */
interface Desk {
  role: Role
  groupId: number | null
  communityId: number | null
}

const atDesk = ({ role, groupId, communityId }: Desk) =>
  sql<boolean>`appointment.role = ${role} and appointment.group_id is not distinct from ${groupId}
    and appointment.community_id is not distinct from ${communityId}`

/** Who gets the mail to a role on a day: its holders; where there is none, those who lead the group; at last the administrators. */
export async function findDeskHolders(db: Db, desk: Desk, on: Date) {
  const own = await reachable(db, on).where(atDesk(desk)).where(notGone(on)).execute()
  if (own.length > 0) return own
  const { groupId } = desk
  const leaders = reachable(db, on).where('groupId', '=', groupId).where('role', 'in', fallbacks).where(notGone(on))
  const leading = groupId === null ? [] : await leaders.execute()
  return leading.length > 0 ? leading : reachable(db, on).where('role', '=', 'administrator').execute()
}

/** Does this person hold the role, or deputise for it, on a day? By any of their confirmed addresses. */
export async function findDeskWriter(db: Db, desk: Desk, email: string, on: Date) {
  const deputises = sql<boolean>`appointment.role = 'deputy' and appointment.group_id = ${desk.groupId}`
  return reachable(db, on)
    .where('address.email', '=', email.toLowerCase())
    .where((e) => e.or([atDesk(desk), deputises]))
    .where(notGone(on))
    .executeTakeFirst()
}

/** All addresses of those who hold or have held a role: what comes from them in an old mailbox went out. */
export async function listPastHolders(db: Db, desk: Desk): Promise<string[]> {
  const rows = await db
    .selectFrom('appointment')
    .innerJoin('sharedAddress as address', 'address.personId', 'appointment.personId')
    .select('address.email')
    .distinct()
    .where(atDesk(desk))
    .execute()
  return rows.map((row) => row.email)
}

/** A step of a group's first weeks that brings or begins something. */
export type FirstStep = 'list' | 'roster' | 'mailbox' | 'documents' | 'requests' | 'charter' | 'meeting' | 'ballot'

/** Why nothing of a step can be taken back: somebody has looked at it and said that it is right. */
export async function whyNotUndoStep(db: Db, groupId: number, step: FirstStep): Promise<string | undefined> {
  const settled = await findRow(db.selectFrom('firstStep'), { groupId, step, verdict: 'confirmed' }, ['verdict'])
  return settled && t.undo.confirmed
}
