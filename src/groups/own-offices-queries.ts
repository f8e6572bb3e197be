import type { Actor } from '../actor.ts'
import { NotFound } from '../errors.ts'
import type { Db } from '../lib/db/rows.ts'
import { textsOf } from '../lib/ui/words.ts'
import { isHerself } from '../policy.ts'
import { todayOf } from '../time.ts'

const t = textsOf('groups', 'stepDown')

/** The roles that are the site's or a user group's, not a working group's. */
export const officeRoles = ['administrator', 'steering'] as const

/** Those that somebody gives up by themselves on a page of their own: what stands on a group's roster is given up there. */
const ownRoles = [...officeRoles, 'referent', 'vendor_guest'] as const

/** Terms of people who are there, with the user group that they are of. */
export const terms = (db: Db) =>
  db
    .selectFrom('appointment')
    .innerJoin('sharedPerson as person', 'person.id', 'appointment.personId')
    .leftJoin('community', 'community.id', 'appointment.communityId')
    .select(['appointment.id', 'appointment.role', 'appointment.fromOn', 'appointment.toOn', 'appointment.how'])
    .select(['person.name', 'community.name as community'])
    .where('person.erasedAt', 'is', null)

/** What somebody holds today, or will, and gives up by themselves; nobody does that for them, nor in a group that is closed. */
const ownTerms = (db: Db, actor: Actor) =>
  terms(db)
    .leftJoin('workingGroup', 'workingGroup.id', 'appointment.groupId')
    .leftJoin('sharedOrganisation as organisation', 'organisation.id', 'appointment.organisationId')
    .select(['appointment.personId', 'appointment.communityId', 'appointment.groupId', 'appointment.standIn'])
    .select(['organisation.name as organisation', 'workingGroup.name as group', 'workingGroup.slug as groupSlug'])
    .where('appointment.role', 'in', ownRoles)
    .where('appointment.personId', '=', isHerself(actor) ? actor.personId : 0)
    .where('workingGroup.closedAt', 'is', null)
    .where('appointment.fromOn', 'is not', null)
    .where((e) => e.or([e('appointment.toOn', 'is', null), e('appointment.toOn', '>=', todayOf(actor))]))
    .$narrowType<{ role: (typeof ownRoles)[number] }>()

/** The terms that their reader gives up on a page of its own. */
export const listOwnOffices = async (db: Db, actor: Actor): Promise<ReadonlySet<number>> =>
  new Set((await ownTerms(db, actor).execute()).map(({ id }) => id))

/**
 * Somebody's own such term that is not over.
 * @throws NotFound for anybody else's, and where an administrator looks at the site as they see it
 */
export const getOwnOffice = (db: Db, actor: Actor, id: number) =>
  ownTerms(db, actor)
    .where('appointment.id', '=', id)
    .executeTakeFirstOrThrow(() => new NotFound(t.notYours))

export type OwnOffice = Awaited<ReturnType<typeof getOwnOffice>>
