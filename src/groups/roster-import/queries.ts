import { sql } from 'kysely'
import type { Actor } from '../../actor.ts'
import { NotFound } from '../../errors.ts'
import { type Db, listRows } from '../../lib/db/rows.ts'
import { type Mapping, rowsBy } from '../../lib/sheet/rules.ts'
import type { Table } from '../../lib/sheet/table.ts'
import { dayCell, type SheetCell } from '../../lib/sheet/write.ts'
import { sayKept } from '../../lib/ui/kept.ts'
import { refusals } from '../../lib/ui/words.ts'
import { roleNames } from '../../people/rules.ts'
import { mayAppoint } from '../../policy.ts'
import { todayOf } from '../../time.ts'
import { listPastSeats, listRoleNames, listSeats } from '../roster/queries.ts'
import { yearsOf } from '../roster/rules.ts'
import { rosterFields, sinceOf } from './cells-rules.ts'
import { planRoster, type RosterGround, type RosterPlan } from './rules.ts'

/** Everybody whom a roster may speak of, the seats of the group, and the names of the register. */
export async function readRosterGround(db: Db, groupId: number): Promise<RosterGround> {
  const [people, seats, organisations, names] = await Promise.all([
    db
      .selectFrom('sharedPerson as person')
      .select(['person.id', 'person.name'])
      .select(sql<string[]>`array(select a.email from shared_address a where a.person_id = person.id)`.as('emails'))
      .select(sql<boolean>`exists (select from appointment p where p.person_id = person.id and p.group_id = ${groupId})`.as('ofGroup'))
      .where('person.erasedAt', 'is', null)
      .execute(),
    listRows(db.selectFrom('appointment'), { groupId }, ['id', 'personId', 'role', 'roleNameId', 'fromOn', 'toOn', 'byYear', 'toUnknown']),
    db
      .selectFrom('sharedOrganisation as organisation')
      .select(['organisation.id', 'organisation.name'])
      .select(sql<string[]>`array(select d.domain from organisation_domain d where d.organisation_id = organisation.id)`.as('domains'))
      .execute(),
    listRoleNames(db, groupId),
  ])
  return { people, seats, organisations, names }
}

/**
 * What a file would do to the roster of a group.
 * @throws NotFound to those who do not give its roles
 */
export async function planRosterTable(db: Db, actor: Actor, groupId: number, table: Table, mapping: Mapping): Promise<RosterPlan> {
  if (!mayAppoint(actor, groupId)) throw new NotFound(refusals.noSuchGroup)
  return planRoster(rowsBy(rosterFields, table, mapping), await readRosterGround(db, groupId), sinceOf(mapping, todayOf(actor)))
}

/** The roster of a group, past and present, in the columns in which it is taken in; addresses are not in it. */
export async function exportRoster(db: Db, actor: Actor, groupId: number): Promise<{ titles: string[]; rows: SheetCell[][] }> {
  if (!mayAppoint(actor, groupId)) throw new NotFound(refusals.noSuchGroup)
  const day = todayOf(actor)
  const seats = [...(await listSeats(db, day)), ...(await listPastSeats(db, day))].filter((one) => one.groupId === groupId)
  const titles = rosterFields.filter(({ name }) => !['family', 'given', 'email'].includes(name)).map(({ label }) => label)
  const rows = seats.map((one) => {
    const years = yearsOf(one)
    const exact = years === undefined
    return [
      one.name,
      one.title ?? roleNames[one.role],
      years ?? '',
      exact ? dayCell(one.fromOn) : '',
      exact ? dayCell(one.toOn) : '',
      one.organisation ?? '',
      sayKept(one.how),
    ]
  })
  return { titles, rows }
}
