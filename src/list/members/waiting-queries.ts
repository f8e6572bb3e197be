import { sql } from 'kysely'
import type { Actor } from '../../actor.ts'
import { type Db, idsOf } from '../../lib/db/rows.ts'
import { formatDay } from '../../lib/ui/format.ts'
import { withQuery } from '../../lib/ui/paths.ts'
import { inside, isHerself, moderatesOwn } from '../../policy.ts'
import { utcDay } from '../../time.ts'
import { reaches } from '../../vendor-side-queries.ts'
import { oneByOne, type Waiting } from '../../waiting.ts'
import { readPlaces } from '../core/queries.ts'
import { membersWaiting } from './waiting-words.ts'

// Who wants them on the list has let the line stand for so many days.
const daysAfterwards = 30

/**
 * Those who are on a group's own list and not of the group: they work for the vendor by now, and get nothing; or they were of the group when they came
 * onto the list and have left it lately, and get its mail still.
 */
async function listOutsiders(db: Db, listIds: number[], at: Date) {
  const day = utcDay(at)
  const roles = sql`a.person_id = s.person_id and (a.group_id = l.group_id and a.role = any(${inside}::role[]))`
  const { rows } = await sql<{ name: string; list: string; title: string; reached: boolean; leftOn: string | null }>`
    select * from (select p.name, l.name as list, l.title, ${reaches(sql`l.archive`, sql`p.id`, at)} as reached,
        (select max(a.to_on)::text from shared_appointment a where ${roles} and a.from_on is not null and a.to_on >= s.since::date) as "leftOn"
      from subscription s join list l on l.id = s.list_id join shared_person p on p.id = s.person_id
      where l.id = any(${listIds}::bigint[]) and s.ended_at is null
        and not exists (select from shared_appointment a where (${roles} or (a.person_id = s.person_id and a.role in ('steering', 'administrator')))
          and a.from_on <= ${day}::date and (a.to_on is null or a.to_on >= ${day}::date))) outside
    where not reached or "leftOn" >= (${day}::date - ${sql.lit(daysAfterwards)}::int)::text
    order by title, name`.execute(db)
  return rows
}

/** What Today shows of groups' own lists to those who look after them: who is on one and not of the group. No letter is worth it. */
export async function listOutsideWaiting(db: Db, actor: Actor): Promise<Waiting[]> {
  if (!isHerself(actor)) return []
  const own = (await readPlaces(db)).filter((list) => list.archive === 'group' && list.closedAt === null && moderatesOwn(actor, list))
  if (own.length === 0) return []
  const words = membersWaiting(actor.locale)
  const found = await listOutsiders(db, idsOf(own), actor.at)
  return oneByOne(
    found,
    ({ name, list, title, reached, leftOn }) => ({
      ...(reached && leftOn
        ? words.left({ name, list: title, day: formatDay({ locale: actor.locale }, leftOn) })
        : words.vendor({ name, list: title })),
      href: withQuery(`/lists/${list}/subscribers`, { q: name }),
      quiet: true,
    }),
    (count) => ({ ...words.more({ count }), href: `/lists/${found.at(-1)?.list}/subscribers`, quiet: true }),
  )
}
