import { sql } from 'kysely'
import { program } from '../src/actor.ts'
import { appoint, foundGroup } from '../src/groups/actions.ts'
import type { Tx } from '../src/lib/db/rows.ts'
import { openList } from '../src/list/actions.ts'
import { indexDocuments } from '../src/search/actions.ts'

/** How large a made-up community is. */
export interface Size {
  communities: number
  groups: number
  lists: number
  vendors: number
  products: number
}
export const whole: Size = { communities: 2, groups: 14, lists: 40, vendors: 3, products: 6 }
export const one: Size = { communities: 1, groups: 1, lists: 1, vendors: 1, products: 1 }
/** As many, and as many people, whatever the size. */
export const institutions = 600
export const people = 5_000
const messages = 4_000
const day = '2026-01-01'
const now = new Date('2026-10-16T09:00:00Z')

/** Groups, products and lists, by the doors of the program. */
export async function found(tx: Tx, { communities, groups, lists, vendors, products }: Size) {
  const actor = program(now)
  const made: { groupId: number; communityId: number }[] = []
  for (let i = 0; i < groups; i++)
    made.push(
      await foundGroup(tx, actor, {
        community: { slug: `ug${i % communities}`, name: `User Group ${i % communities}` },
        vendor: `Vendor ${(i % products) % vendors}`,
        product: `Product ${i % products}`,
        group: { slug: `wg${i}`, name: `Working Group ${i}`, foundedOn: '2016-01-01' },
      }),
    )
  const listIds: number[] = []
  for (let i = 0; i < lists; i++) {
    const { groupId, communityId } = made[i % groups] as (typeof made)[number]
    listIds.push(
      await openList(tx, actor, {
        ...{ groupId, communityIds: [communityId], name: `list${i}`, title: `List ${i}` },
        archive: i % 3 === 2 ? 'group' : 'subscribers',
      }),
    )
  }
  return { made, listIds }
}

/** Institutions with contracts, people with workplaces and subscriptions: by the thousand, each by its number. */
export async function settle(tx: Tx, { made, listIds }: Awaited<ReturnType<typeof found>>, { products }: Size): Promise<void> {
  await sql`insert into organisation (name, kind, country, people_served) select 'University of Place ' || i, 'institution',
    (array['DE', 'GB', 'US', 'AU', 'PT'])[1 + i % 5], 1000 + i * 7 from generate_series(1, ${institutions}::int) i`.execute(tx)
  await sql`insert into contract (organisation_id, product_id, from_on) select o.id, p.id, ${day}::date
    from organisation o join product p on o.id % ${products} = p.id % ${products} where o.kind = 'institution'`.execute(tx)
  await sql`insert into membership (organisation_id, community_id, from_on) select o.id, c.id, ${day}::date
    from organisation o cross join community c where o.kind = 'institution'`.execute(tx)
  await sql`insert into person (name) select 'Person Number ' || i from generate_series(1, ${people}::int) i`.execute(tx)
  await sql`insert into address (person_id, email, verified_at) select id, 'person' || id || '@place.example', ${now} from person`.execute(
    tx,
  )
  await sql`insert into affiliation (person_id, organisation_id, from_on) select p.id, o.id, ${day}::date
    from person p join organisation o on o.name = 'University of Place ' || (1 + p.id % ${institutions})`.execute(tx)
  await sql`insert into subscription (list_id, person_id, address_id, since) select l.id, a.person_id, a.id, ${now}
    from address a join list l on (a.person_id + l.id) % ${Math.max(2, Math.ceil(listIds.length / 2))} = 0`.execute(tx)
  // Eight members each: as many people for one group as for fourteen.
  for (const [i, { groupId }] of made.entries())
    for (let seat = 0; seat < 8; seat++)
      await appoint(tx, program(now), {
        ...{ personId: 1 + i * 8 + seat, groupId, fromOn: '2024-01-01', formal: true },
        role: seat === 0 ? 'coordinator' : seat === 1 ? 'deputy' : 'member',
      })
  // One person is the liaison of all of them.
  for (const { groupId } of made) await appoint(tx, program(now), { personId: people, groupId, fromOn: '2024-01-01', role: 'liaison' })
  await appoint(tx, program(now), { personId: people - 1, fromOn: '2024-01-01', role: 'administrator' })
  await indexDocuments(
    tx,
    Array.from({ length: messages }, (_, i) => ({
      kind: 'decision',
      subjectId: 1_000_000 + i,
      audience: `group:${made[i % made.length]?.groupId}`,
      groupId: made[i % made.length]?.groupId ?? 0,
      author: '',
      at: new Date(now.getTime() - i * 3_600_000),
      title: `Decision ${i} on rollover`,
      body: `We look at the rollover of year ${i % 30} and what place ${i % institutions} says of it.`,
      language: 'en',
    })),
  )
}
