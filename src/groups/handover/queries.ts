import { sql } from 'kysely'
import type { Actor } from '../../actor.ts'
import { NotFound } from '../../errors.ts'
import type { Db } from '../../lib/db/rows.ts'
import type { Role } from '../../lib/db/schema.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { inside, isInGroup, mayAppoint } from '../../policy.ts'
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

/** Who may prepare and do it: those who give the group's roles, and the two whom it is about. */
const mayHandOver = (actor: Actor, handover: { groupId: number; fromId: number; toId: number }): boolean =>
  actor.personId !== null && (mayAppoint(actor, handover.groupId) || [handover.fromId, handover.toId].includes(actor.personId))

/**
 * One handover, with what it passed on; the group sees it.
 * @throws NotFound
 */
export async function getHandover(db: Db, actor: Actor, id: number) {
  const handover = await handovers(db).where('handover.id', '=', id).executeTakeFirst()
  if (!handover || !(mayHandOver(actor, handover) || isInGroup(actor, handover.groupId))) throw new NotFound(t.handoverNotFound)
  const items = await db.selectFrom('handoverItem').selectAll().where('handoverId', '=', id).orderBy('id').execute()
  return { ...handover, items, mayDo: mayHandOver(actor, handover) }
}

/** Handovers that wait for somebody, for their first page. */
export const listPreparedFor = (db: Db, personId: number) =>
  handovers(db)
    .where('handover.state', '=', 'prepared')
    .where((e) => e.or([e('handover.fromId', '=', personId), e('handover.toId', '=', personId)]))
    .orderBy('handover.id')
    .execute()

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
