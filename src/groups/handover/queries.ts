import { sql } from 'kysely'
import type { Actor } from '../../actor.ts'
import { NotFound } from '../../errors.ts'
import type { Db } from '../../lib/db/rows.ts'
import type { Role } from '../../lib/db/schema.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { inside, isInGroup, mayAppoint, mayReadDesk } from '../../policy.ts'
import { todayOf } from '../../time.ts'
import type { handedRoles } from './rules.ts'

const t = textsOf('groups', 'handoverPage')

/** What a role has elsewhere, which cannot move by itself. */
export const listHoldings = (db: Db, groupId: number, role?: Role) =>
  db
    .selectFrom('roleHolding')
    .selectAll()
    .where('groupId', '=', groupId)
    .where('endedAt', 'is', null)
    .$if(role !== undefined, (query) => query.where('role', '=', role as Role))
    .orderBy('role')
    .orderBy('title')
    .execute()

const handovers = (db: Db) =>
  db
    .selectFrom('handover')
    .innerJoin('workingGroup', 'workingGroup.id', 'handover.groupId')
    .innerJoin('sharedPerson as giver', 'giver.id', 'handover.fromId')
    .innerJoin('sharedPerson as taker', 'taker.id', 'handover.toId')
    .selectAll('handover')
    .select(['workingGroup.name as group', 'workingGroup.slug as groupSlug', 'giver.name as giver', 'taker.name as taker'])
    .$narrowType<{ role: (typeof handedRoles)[number] }>()

/** Handovers of a group, the open ones first. */
export const listHandovers = (db: Db, groupId: number) =>
  handovers(db)
    .where('handover.groupId', '=', groupId)
    .where('handover.state', '<>', 'withdrawn')
    .orderBy(sql`handover.state = 'done'`)
    .orderBy('handover.id', 'desc')
    .limit(100)
    .execute()

const parties = ({ fromId, toId }: { fromId: number; toId: number }) => [fromId, toId]

/** Who is of a handover as things stand: the group, who gives its roles, and whoever takes one that begins later. */
async function standsIn(db: Db, actor: Actor, { groupId, role, toId }: { groupId: number; role: Role; toId: number }): Promise<boolean> {
  if (isInGroup(actor, groupId) || mayAppoint(actor, groupId)) return true
  return (
    actor.personId === toId && stillHolds(await listHoldersAround(db, groupId, todayOf(actor)), { personId: toId, role }, todayOf(actor))
  )
}

/** Does somebody hold a role, of which these are the holders, today or later? */
export const stillHolds = (
  holders: readonly { personId: number; role: Role; toOn: string | null }[],
  { personId, role }: { personId: number; role: Role },
  today: string,
): boolean => holders.some((one) => one.personId === personId && one.role === role && (one.toOn === null || one.toOn >= today))

// One exchange of letters at the address of a role.
const exchange = /^\/correspondence\/[^/]+\/\d+$/

/** What of a role's things is known to this person: its letters are those of who reads them, and so is the way to its address. */
export function knownTo<T extends { path: string }>(actor: Actor, { groupId, role }: { groupId: number; role: Role }, things: T[]): T[] {
  if (mayReadDesk(actor, { role, groupId, communityId: null })) return things
  return things
    .filter(({ path }) => !exchange.test(path))
    .map((one) => (one.path.startsWith('/correspondence/') ? { ...one, path: '' } : one))
}

/**
 * One handover, with what it passed on; the group sees it, and the two whom it is about what they have done.
 * @throws NotFound
 */
export async function getHandover(db: Db, actor: Actor, id: number) {
  const handover = await handovers(db).where('handover.id', '=', id).executeTakeFirst()
  const stands = handover !== undefined && (await standsIn(db, actor, handover))
  const concerned = handover !== undefined && actor.personId !== null && parties(handover).includes(actor.personId)
  if (!handover || !(stands || (concerned && handover.state === 'done'))) throw new NotFound(t.handoverNotFound)
  const items = await db.selectFrom('handoverItem').selectAll().where('handoverId', '=', id).orderBy('id').execute()
  return { ...handover, items: knownTo(actor, handover, items), mayDo: stands && (concerned || mayAppoint(actor, handover.groupId)) }
}

/** Handovers that wait for somebody, for their first page. */
export async function listPreparedFor(db: Db, actor: Actor & { personId: number }) {
  const prepared = await handovers(db)
    .where('handover.state', '=', 'prepared')
    .where((e) => e.or([e('handover.fromId', '=', actor.personId), e('handover.toId', '=', actor.personId)]))
    .orderBy('handover.id')
    .execute()
  const theirs = await Promise.all(prepared.map(async (one) => ((await standsIn(db, actor, one)) ? [one] : [])))
  return theirs.flat()
}

/** Who holds a role of a group on a day or later, and who has held it within a year. */
export function listHoldersAround(db: Db, groupId: number, day: string) {
  return db
    .selectFrom('appointment')
    .innerJoin('sharedPerson as person', 'person.id', 'appointment.personId')
    .select(['appointment.personId', 'appointment.role', 'person.name', 'appointment.fromOn', 'appointment.toOn'])
    .where('appointment.groupId', '=', groupId)
    .where('appointment.role', 'in', inside)
    .where('person.erasedAt', 'is', null)
    .where('appointment.fromOn', 'is not', null)
    .where(sql<boolean>`(appointment.to_on is null or appointment.to_on >= ${day}::date - 365)`)
    .orderBy('person.name')
    .execute()
}
