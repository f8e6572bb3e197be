import { sql } from 'kysely'
import type { Actor } from '../../actor.ts'
import type { Db } from '../../lib/db/rows.ts'
import { inside, isHerself, mayAppoint } from '../../policy.ts'
import { todayOf } from '../../time.ts'
import { isVendorSide } from '../../vendor-side-queries.ts'
import { oneByOne, type Waiting } from '../../waiting.ts'
import { listSeats, seats } from './queries.ts'
import { nameOf } from './rules.ts'
import { rosterWaiting } from './waiting-words.ts'

/** Seats inside groups that are held today by somebody who works for the vendor, with the group. */
const listGone = (db: Db, { at, zone }: Actor) => {
  const today = todayOf({ at, zone })
  return seats(db)
    .innerJoin('workingGroup', 'workingGroup.id', 'appointment.groupId')
    .select(['workingGroup.id as group', 'workingGroup.name as groupName', 'workingGroup.slug'])
    .where('workingGroup.closedAt', 'is', null)
    .where('appointment.role', 'in', inside)
    .where(sql<boolean>`appointment.from_on <= ${today}::date and (appointment.to_on is null or appointment.to_on > ${today}::date)`)
    .where(isVendorSide(sql.ref('person.id'), at))
    .orderBy('person.name')
    .orderBy('appointment.id')
    .execute()
}

/**
 * What Today shows of a roster: whoever works for the vendor by now and holds a role still, whose end is to be said. To those who lead the group;
 * where nobody leads it who does not work there themselves, to the administrators. No letter is worth it.
 */
export async function listGoneSeats(db: Db, actor: Actor): Promise<Waiting[]> {
  if (!isHerself(actor) || actor.vendorSide) return []
  const gone = (await listGone(db, actor)).filter(({ group }) => mayAppoint(actor, group))
  if (gone.length === 0) return []
  const words = rosterWaiting(actor.locale)
  const led = await listLed(db, actor, new Set(gone.map(({ personId }) => personId)))
  const theirs = gone.filter(({ group }) => actor.grants.some(({ groupId }) => groupId === group) || !led.has(group))
  return oneByOne(
    theirs,
    ({ name, role, title, groupName, slug }) => ({
      ...words.gone({ name, role: nameOf(role, title), group: groupName }),
      href: `/roster/${slug}/edit`,
      quiet: true,
    }),
    (count) => ({ ...words.moreGone({ count }), href: `/roster/${theirs.at(-1)?.slug}/edit`, quiet: true }),
  )
}

/** The groups that somebody leads today who is none of these people. */
async function listLed(db: Db, actor: Actor, but: ReadonlySet<number>): Promise<Set<number | null>> {
  const leaders = (await listSeats(db, todayOf(actor))).filter(({ role }) => role === 'coordinator' || role === 'deputy')
  return new Set(leaders.filter(({ personId }) => !but.has(personId)).map(({ groupId }) => groupId))
}
