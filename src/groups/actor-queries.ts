import { type RawBuilder, sql } from 'kysely'
import type { Actor, Grant } from '../actor.ts'
import type { Db } from '../lib/db/rows.ts'
import type { Door } from '../lib/db/schema.ts'
import { asked, inPlace, statement } from '../lib/db/statement.ts'
import { together } from '../lib/db/together.ts'
import type { Locale } from '../lib/ui/format.ts'
import { canonicalZone } from '../lib/ui/zone-names.ts'
import { sessionBy } from '../people/queries.ts'
import { isVendorSide } from '../vendor-side-queries.ts'

/** Says something of a person, in SQL. */
type Says = (personId: RawBuilder<unknown>) => RawBuilder<boolean>

/**
 * Who this person is today: roles from the appointments of this day, also in groups that went into theirs, lists from current subscriptions. One
 * query for all who ask at a time, since every request does.
 * @returns undefined when there is no such person (any more)
 */
export async function loadActor(db: Db, personId: number, at: Date, via: Door): Promise<Actor | undefined> {
  const row = await readPerson(db, { personId, token: null, until: null, day: dayOf(at) })
  return row && actorOf(row, at, via)
}

/**
 * Reads who sends a request by the token of their session, both at once.
 * @param hasDecided says of a person, in SQL, whether they decided something that they can still take back
 * @returns undefined where there is no such session that goes on until then at least, or its person is no more
 */
export function sessionReader(hasDecided: Says) {
  const read = personReader(hasDecided)
  return async (db: Db, { token, until }: { token: string; until: Date }, at: Date) => {
    const row = await read(db, { personId: null, token, until, day: dayOf(at) })
    return row?.sessionId ? { sessionId: row.sessionId, actor: actorOf(row, at, 'web') } : undefined
  }
}

const dayOf = (at: Date): string => at.toISOString().slice(0, 10)

const actorOf = (row: NonNullable<Awaited<ReturnType<typeof readPerson>>>, at: Date, via: Door): Actor => ({
  personId: row.id,
  name: row.name,
  // One that we lack is English wherever words are picked.
  locale: row.locale as Locale,
  zone: canonicalZone(row.shownIn) ?? row.shownIn,
  zoneKnown: row.zone !== null,
  zoneGuess: row.zoneFrom === 'person' ? undefined : (row.zoneFrom ?? (row.zone === null ? 'none' : undefined)),
  theme: row.theme,
  singleKeys: row.singleKeys,
  hiddenHints: row.hiddenHints,
  grants: row.grants,
  listIds: row.listIds,
  vendorSide: row.vendorSide,
  soleGroup: row.soleGroup,
  closedIds: row.closedIds,
  decided: row.decided,
  at,
  via,
})

/** Somebody by their number, or by the token of a session. */
interface Whom {
  personId: number | null
  token: string | null
  until: Date | null
  /** YYYY-MM-DD, UTC. */
  day: string
}

type Each<Value> = { [Name in keyof Value as `${Name & string}s`]: Value[Name][] }

const peopleAsked = (hasDecided?: Says) =>
  statement((db, { personIds, tokens, untils, days }: Each<Whom>) =>
    db
      .selectFrom(
        asked<Whom>({
          personId: sql`${personIds}::bigint[]`,
          token: sql`${tokens}::text[]`,
          until: sql`${untils}::timestamptz[]`,
          day: sql`${days}::date[]`,
        }),
      )
      .leftJoinLateral(sessionBy(sql.ref('asked.token'), sql.ref('asked.until')), (join) => join.onTrue())
      .innerJoinLateral(
        (one) =>
          one
            .selectFrom('sharedPerson')
            .selectAll('sharedPerson')
            .where('sharedPerson.id', '=', sql<number>`coalesce(asked.person_id, session.person_id)`)
            // By its key for each: a plan of the day when there were few reads everybody.
            .offset(sql<number>`0`)
            .as('person'),
        (join) => join.onTrue(),
      )
      .select('session.id as sessionId')
      .select('asked.place')
      .select(['person.id', 'person.name', 'person.locale', 'person.zone', 'person.zoneFrom', 'person.theme', 'person.singleKeys'])
      .select(['person.hiddenHints'])
      // Asked only of those whose own zone is not known.
      .select(
        sql<string>`coalesce(person.zone, home_zone(array(select a.group_id from appointment a where a.person_id = person.id and a.group_id is not null
          and a.from_on <= asked.day and (a.to_on is null or a.to_on >= asked.day))))`.as('shownIn'),
      )
      .select(
        sql<Grant[]>`coalesce((select json_agg(json_build_object('role', a.role, 'groupId', g.id, 'communityId', a.community_id))
        from appointment a cross join lateral (select a.group_id as id union all select w.id from working_group w where w.merged_into = a.group_id) g
        where a.person_id = person.id and a.from_on <= asked.day and (a.to_on is null or a.to_on >= asked.day)), '[]')`.as('grants'),
      )
      .select(
        sql<
          number[]
        >`coalesce((select json_agg(s.list_id) from shared_subscription s where s.person_id = person.id and s.ended_at is null), '[]')`.as(
          'listIds',
        ),
      )
      .select(isVendorSide(sql.ref('person.id'), sql.ref('asked.day')).as('vendorSide'))
      .select(sql<boolean>`(select count(*) = 1 from working_group)`.as('soleGroup'))
      .select(sql<number[]>`array(select id::int from working_group where closed_at is not null)`.as('closedIds'))
      .$if(hasDecided !== undefined, (query) => query.select((hasDecided as Says)(sql.ref('person.id')).as('decided')))
      .where('person.erasedAt', 'is', null),
  )

function personReader(hasDecided?: Says) {
  const ask = peopleAsked(hasDecided)
  return together(async (db, keys: Whom[]) => {
    const rows = await ask(db, {
      personIds: keys.map(({ personId }) => personId),
      tokens: keys.map(({ token }) => token),
      untils: keys.map(({ until }) => until),
      days: keys.map(({ day }) => day),
    })
    return inPlace(keys, rows)
  })
}

const readPerson = personReader()
