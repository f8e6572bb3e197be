import { sql } from 'kysely'
import type { Db } from '../../lib/db/connect.ts'
import type { ProductStage } from '../../lib/db/schema.ts'
import { areasIn, inTestOrder, sameArea, type Touched } from './touched-rules.ts'

interface Line {
  organisationId: number
  requestId: number
  title: string
}

/** Requests of the release: what it delivers, and what its notes seem to deliver. */
const listOfRelease = async (db: Db, releaseId: number) =>
  (
    await sql<{ id: number; areaId: number | null }>`select r.id, r.area_id from request r
      where r.id in (select request_id from delivery_claim where release_id = ${releaseId}
        union select request_id from release_suggestion where release_id = ${releaseId} and state <> 'no')`.execute(db)
  ).rows

/** Who supports some requests. */
const listBehind = async (db: Db, requestIds: number[]) =>
  (
    await sql<Line>`select s.organisation_id, r.id as request_id, r.title from request r
      join standing_support s on s.family_id = r.root_id and s.request_id = r.id
      where r.id = any(${requestIds}::bigint[]) and s.strength <> 'not_for_us' order by r.id`.execute(db)
  ).rows

/** Who has an open concern of some product areas: who supports it, and whom it affects. */
const listConcerned = async (db: Db, groupId: number, areaIds: number[], besides: number[]) =>
  (
    await sql<Line>`select distinct t.organisation_id, r.id as request_id, r.title from request r join lateral (
        select a.organisation_id from request_affected a where a.request_id = r.id
        union select s.organisation_id from standing_support s where s.family_id = r.root_id and s.request_id = r.id
          and s.strength <> 'not_for_us') t on true
      where r.group_id = ${groupId} and r.kind = 'concern' and r.stage not in ('accepted', 'set_aside', 'merged')
        and r.area_id = any(${areaIds}::bigint[]) and r.id <> all(${besides}::bigint[]) order by r.id`.execute(db)
  ).rows

/** Institutions with what decides whether a product touches them: who contracts it or has a stage with it. */
const listUsers = async (db: Db, productId: number, at: Date) =>
  (
    await sql<{ id: number; name: string; stage: ProductStage | null; areas: string[]; contracts: boolean }>`
      select o.id, o.name, u.stage, array(select a.area from organisation_area a where a.organisation_id = o.id) as areas,
        exists (select from contract c where c.organisation_id = o.id and c.product_id = ${productId} and c.from_on <= ${at}::date
          and (c.to_on is null or c.to_on >= ${at}::date)) as contracts
      from organisation o left join product_use u on u.organisation_id = o.id and u.product_id = ${productId}
      where o.kind = 'institution' order by o.name, o.id`.execute(db)
  ).rows

/**
 * What a release touches, institution by institution, in the order in which they are asked to test it: requests of it that they support, open
 * concerns of its areas that they have, and areas that they use. Who has none of the three is left out, but for those who try it first.
 */
export async function listTouchedBy(
  db: Db,
  release: { id: number; groupId: number; productId: number; notes: string },
  at: Date,
): Promise<Touched[]> {
  const [ofRelease, areas, users, pilots] = await Promise.all([
    listOfRelease(db, release.id),
    db.selectFrom('productArea').select(['id', 'name']).where('groupId', '=', release.groupId).execute(),
    listUsers(db, release.productId, at),
    db
      .selectFrom('commitmentPilot')
      .innerJoin('deliveryClaim', 'deliveryClaim.commitmentId', 'commitmentPilot.commitmentId')
      .select('commitmentPilot.organisationId')
      .where('deliveryClaim.releaseId', '=', release.id)
      .execute(),
  ])
  const requestIds = ofRelease.map(({ id }) => id)
  const ownAreas = new Set(ofRelease.map(({ areaId }) => areaId))
  const named = [...new Set([...areasIn(release.notes, areas), ...areas.filter(({ id }) => ownAreas.has(id))])]
  const areaIds = named.map(({ id }) => id)
  const [behind, concerned] = await Promise.all([listBehind(db, requestIds), listConcerned(db, release.groupId, areaIds, requestIds)])
  const of = (lines: readonly Line[], id: number) =>
    lines.filter(({ organisationId }) => organisationId === id).map(({ requestId, title }) => ({ id: requestId, title }))
  const touched = users.map(({ id, name, stage, contracts, areas: theirs }): Touched => {
    const uses = contracts || stage !== null
    const shared = named.filter((area) => uses && theirs.some((one) => sameArea(one, area.name))).map((area) => area.name)
    const pilot = pilots.some(({ organisationId }) => organisationId === id)
    return { organisationId: id, name, stage, pilot, requests: of(behind, id), concerns: of(concerned, id), areas: shared }
  })
  const counts = ({ requests, concerns, areas: shared, pilot }: Touched) => requests.length + concerns.length + shared.length > 0 || pilot
  return inTestOrder(touched.filter(counts))
}
