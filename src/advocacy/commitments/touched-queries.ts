import { sql } from 'kysely'
import { listAreasUsed } from '../../ballots/queries.ts'
import { type Db, idsOf } from '../../lib/db/rows.ts'
import { listUsersOf } from '../../people/queries.ts'
import { listAreas, listBehind, listHaving, type TouchedLine } from '../../requests/queries.ts'
import { areasIn, inTestOrder, sameArea, type Touched } from './touched-rules.ts'

/** Requests of the release: what it delivers, and what its notes seem to deliver. */
const listOfRelease = async (db: Db, releaseId: number) =>
  (
    await sql<{ id: number; areaId: number | null }>`select r.id, r.area_id from shared_request r
      where r.id in (select request_id from delivery_claim where release_id = ${releaseId}
        union select request_id from release_suggestion where release_id = ${releaseId} and state <> 'no')`.execute(db)
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
  const [ofRelease, areas, users, used, pilots] = await Promise.all([
    listOfRelease(db, release.id),
    listAreas(db, release.groupId),
    listUsersOf(db, release.productId, at),
    listAreasUsed(db),
    db
      .selectFrom('commitmentPilot')
      .innerJoin('deliveryClaim', 'deliveryClaim.commitmentId', 'commitmentPilot.commitmentId')
      .select('commitmentPilot.organisationId')
      .where('deliveryClaim.releaseId', '=', release.id)
      .execute(),
  ])
  const requestIds = idsOf(ofRelease)
  const ownAreas = new Set(ofRelease.map(({ areaId }) => areaId))
  const named = [...new Set([...areasIn(release.notes, areas), ...areas.filter(({ id }) => ownAreas.has(id))])]
  const areaIds = idsOf(named)
  const [behind, concerned] = await Promise.all([listBehind(db, requestIds), listHaving(db, release.groupId, areaIds, requestIds)])
  const of = (lines: readonly TouchedLine[], id: number) =>
    lines.filter(({ organisationId }) => organisationId === id).map(({ requestId, title }) => ({ id: requestId, title }))
  const touched = users.map(({ id, name, stage, contracts }): Touched => {
    const theirs = used.get(id) ?? []
    const uses = contracts || stage !== null
    const shared = named.filter((area) => uses && theirs.some((one) => sameArea(one, area.name))).map((area) => area.name)
    const pilot = pilots.some(({ organisationId }) => organisationId === id)
    return { organisationId: id, name, stage, pilot, requests: of(behind, id), concerns: of(concerned, id), areas: shared }
  })
  const counts = ({ requests, concerns, areas: shared, pilot }: Touched) => requests.length + concerns.length + shared.length > 0 || pilot
  return inTestOrder(touched.filter(counts))
}

/** A release with what is told of it, for the program itself. */
export const findReleaseToTell = (db: Db, id: number) =>
  db
    .selectFrom('release')
    .innerJoin('sharedProduct as product', 'product.id', 'release.productId')
    .innerJoin('sharedWorkingGroup as workingGroup', 'workingGroup.id', 'release.groupId')
    .select(['release.id', 'release.groupId', 'release.productId', 'release.name', 'release.onDay', 'release.notes', 'release.link'])
    .select(['product.name as product', 'workingGroup.name as group'])
    .where('release.id', '=', id)
    .executeTakeFirst()

/** How many people were told of a release, and when last. */
export const countTold = (db: Db, releaseId: number) =>
  db
    .selectFrom('releaseNotice')
    .select((e) => [e.fn.count<number>('personId').distinct().as('people'), e.fn.max('toldAt').as('at')])
    .where('releaseId', '=', releaseId)
    .executeTakeFirstOrThrow()
