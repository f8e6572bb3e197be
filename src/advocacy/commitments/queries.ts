import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../../actor.ts'
import { NotFound } from '../../errors.ts'
import { type Db, orNoId } from '../../lib/db/rows.ts'
import type { Visibility } from '../../lib/db/schema.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { isVendorGuest, mayCollate, mayLead } from '../../policy.ts'
import { guestOf, newestAnswer, readableBy } from '../answers/queries.ts'
import { isHandedOver, signedAs } from '../core/queries.ts'
import { getVendorGroup } from '../queries.ts'

const t = textsOf('advocacy', 'commitments')

const commitments = (db: Db) =>
  db
    .selectFrom('commitment')
    .innerJoin('sharedRequest as request', 'request.id', 'commitment.requestId')
    .innerJoin('sharedProduct as product', 'product.id', 'commitment.productId')
    .innerJoin('sharedWorkingGroup as workingGroup', 'workingGroup.id', 'commitment.groupId')
    .selectAll('commitment')
    .select(['request.title', 'request.stage', 'product.name as product', 'workingGroup.slug as groupSlug'])
    .select(signedAs('commitment_id', sql.ref('commitment.id')).as('signed'))
    .select(isHandedOver(sql.ref('commitment.requestId')).as('handedOver'))

/** What a group's vendor has promised, newest first; the group's own view. */
export const listCommitments = (db: Db, groupId: number, productId?: number) =>
  commitments(db)
    .where('commitment.groupId', '=', groupId)
    .$if(productId !== undefined, (query) => query.where('commitment.productId', '=', productId ?? 0))
    .orderBy('commitment.year', 'desc')
    .orderBy('commitment.state')
    .orderBy('commitment.id', 'desc')
    .execute()
export type CommitmentRow = Awaited<ReturnType<typeof listCommitments>>[number]

/** What was agreed for each year. */
export const listCapacities = (db: Db, groupId: number) =>
  db
    .selectFrom('capacity')
    .innerJoin('sharedProduct as product', 'product.id', 'capacity.productId')
    .select(['capacity.year', 'capacity.points', 'capacity.note', 'capacity.productId', 'product.name as product'])
    .where('capacity.groupId', '=', groupId)
    .orderBy('capacity.year', 'desc')
    .execute()

/** The products of a group's vendor. */
export const listProducts = (db: Db, vendorId: number) =>
  db.selectFrom('sharedProduct as product').select(['id', 'name']).where('vendorId', '=', vendorId).orderBy('name').execute()

/** What happened to something, as far as this person may hear of it though they are not of the group; joined with `request`. */
const heard = (actor: Actor, kinds: ('commitment' | 'dropped' | 'delivery' | 'acceptance')[], subject: RawBuilder<unknown>) =>
  sql<boolean>`exists (select from telling_event where telling_event.subject_id = ${subject}
    and telling_event.kind in (${sql.join(kinds)}) and ${readableBy(actor, 'tellingEvent', { guests: false })})`

/** Does this person answer for the vendor what was handed over? Then they read what it promised about it, whoever else may. */
const answering = (actor: Actor) =>
  sql<boolean>`(commitment.group_id = any(${guestOf(actor)}::bigint[]) and ${isHandedOver(sql.ref('commitment.requestId'))})`

/** What is promised and not delivered yet, as far as this person may hear of it; what is due first comes first. */
export const listComing = (db: Db, actor: Actor, groupId?: number) =>
  commitments(db)
    .$if(groupId !== undefined, (query) => query.where('commitment.groupId', '=', groupId ?? 0))
    .select(sql<number>`(select count(*) from commitment_pilot t where t.commitment_id = commitment.id)`.as('pilots'))
    .where('commitment.state', '=', 'committed')
    .where(sql<boolean>`(${heard(actor, ['commitment'], sql.ref('commitment.id'))} or ${answering(actor)})`)
    .orderBy(sql`coalesce(commitment.due_on, make_date(commitment.year, 12, 31))`)
    .orderBy('commitment.id')
    .limit(500)
    .execute()
export type Coming = Awaited<ReturnType<typeof listComing>>[number]

/** What was delivered within a year, by release, the newest first, as far as this person may hear of it. */
export const listDelivered = (db: Db, actor: Actor, groupId?: number) =>
  db
    .selectFrom('deliveryClaim')
    .innerJoin('sharedRequest as request', 'request.id', 'deliveryClaim.requestId')
    .innerJoin('release', 'release.id', 'deliveryClaim.releaseId')
    .select(['deliveryClaim.id', 'deliveryClaim.requestId', 'request.title', 'deliveryClaim.verdict', 'release.id as releaseId'])
    .select(['release.name as release', 'release.onDay', 'release.link'])
    .$if(groupId !== undefined, (query) => query.where('deliveryClaim.groupId', '=', groupId ?? 0))
    .where('deliveryClaim.saidAt', '>', new Date(actor.at.getTime() - 366 * 86_400_000))
    .where(heard(actor, ['delivery', 'acceptance'], sql.ref('deliveryClaim.id')))
    .orderBy(sql`release.on_day desc nulls first`)
    .orderBy('release.id', 'desc')
    .orderBy('deliveryClaim.id')
    .limit(200)
    .execute()
export type Delivered = Awaited<ReturnType<typeof listDelivered>>[number]

/** Who tries first what was promised. */
export const listPilots = (db: Db, commitmentId: number) =>
  db
    .selectFrom('commitmentPilot')
    .innerJoin('sharedOrganisation as organisation', 'organisation.id', 'commitmentPilot.organisationId')
    .select(['organisation.id', 'organisation.name'])
    .where('commitmentPilot.commitmentId', '=', commitmentId)
    .orderBy('organisation.name')
    .execute()

/** Institutions that could try it: all that are not named yet. */
export const listPilotChoices = (db: Db, commitmentId: number) =>
  db
    .selectFrom('sharedOrganisation as organisation')
    .select(['organisation.id', 'organisation.name'])
    .where('organisation.kind', '=', 'institution')
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom('commitmentPilot')
            .select('commitmentPilot.commitmentId')
            .whereRef('commitmentPilot.organisationId', '=', 'organisation.id')
            .where('commitmentPilot.commitmentId', '=', commitmentId),
        ),
      ),
    )
    .orderBy('organisation.name')
    .execute()

/**
 * One commitment, for the group, for the vendor's guests where they were handed the request, and for those who may hear of it.
 * @throws NotFound
 */
export async function getCommitment(db: Db, actor: Actor, id: number) {
  const commitment = await commitments(db)
    .select(heard(actor, ['commitment', 'dropped'], sql.ref('commitment.id')).as('heard'))
    .where('commitment.id', '=', id)
    .executeTakeFirstOrThrow(() => new NotFound(t.promiseNotFound))
  const inGroup = mayCollate(actor, commitment.groupId)
  const guest = !inGroup && isVendorGuest(actor, commitment.groupId) && commitment.handedOver
  if (!(inGroup || guest || commitment.heard)) throw new NotFound(t.promiseNotFound)
  return { ...commitment, inGroup, guest, leads: inGroup && mayLead(actor, commitment.groupId) }
}

/**
 * A delivery with the check against the user cases; those who are not of the group see what came of it, not who said what.
 * @throws NotFound
 */
export async function getDelivery(db: Db, actor: Actor, id: number) {
  const delivery = await db
    .selectFrom('deliveryClaim')
    .innerJoin('sharedRequest as request', 'request.id', 'deliveryClaim.requestId')
    .innerJoin('release', 'release.id', 'deliveryClaim.releaseId')
    .selectAll('deliveryClaim')
    .select(['request.title', 'request.rootId', 'release.name as release', 'release.onDay', 'release.link', 'release.productId'])
    .select(heard(actor, ['delivery', 'acceptance'], sql.ref('deliveryClaim.id')).as('heard'))
    .where('deliveryClaim.id', '=', id)
    .executeTakeFirstOrThrow(() => new NotFound(t.deliveryNotFound))
  const inGroup = mayCollate(actor, delivery.groupId)
  if (!inGroup && !delivery.heard) throw new NotFound(t.deliveryNotFound)
  const checks = inGroup
    ? await db
        .selectFrom('collatedCase')
        .innerJoin('sharedUserCase as userCase', 'userCase.id', 'collatedCase.caseId')
        .leftJoin('sharedOrganisation as organisation', 'organisation.id', 'userCase.organisationId')
        .leftJoin('acceptance', (join) => join.onRef('acceptance.caseId', '=', 'userCase.id').on('acceptance.deliveryId', '=', id))
        .leftJoin('sharedPerson as tester', 'tester.id', 'acceptance.testerId')
        .select(['userCase.id as caseId', 'userCase.title', 'userCase.problem', 'userCase.workflow', 'organisation.name as institution'])
        .select(['acceptance.verdict', 'acceptance.note', 'acceptance.at', 'tester.name as tester'])
        .where('collatedCase.familyId', '=', delivery.rootId)
        .where('collatedCase.requestId', '=', delivery.requestId)
        .orderBy('userCase.id')
        .execute()
    : []
  return { ...delivery, checks, inGroup }
}

/** Deliveries that wait for the group's check, the oldest first. */
export const listUnchecked = (db: Db, groupIds: number[]) =>
  db
    .selectFrom('deliveryClaim')
    .innerJoin('sharedRequest as request', 'request.id', 'deliveryClaim.requestId')
    .innerJoin('release', 'release.id', 'deliveryClaim.releaseId')
    .select(['deliveryClaim.id', 'deliveryClaim.requestId', 'deliveryClaim.saidAt', 'request.title', 'release.name as release'])
    .where('deliveryClaim.groupId', 'in', orNoId(groupIds))
    .where('deliveryClaim.closedAt', 'is', null)
    .orderBy('deliveryClaim.id')
    .execute()

/** Promises whose day has passed and of which nothing was delivered, the longest first. */
export const listLatePromises = (db: Db, groupId: number, today: string) =>
  commitments(db)
    .where('commitment.groupId', '=', groupId)
    .where('commitment.state', '=', 'committed')
    .where('request.stage', '<>', 'delivered')
    .where(sql<boolean>`coalesce(commitment.due_on, make_date(commitment.year, 12, 31)) < ${today}::date`)
    .orderBy(sql`coalesce(commitment.due_on, make_date(commitment.year, 12, 31))`)
    .orderBy('commitment.id')
    .execute()

/** Who may hear what follows from an answer: as the newest answer says, else by the group's rule. */
export async function findReaders(
  db: Db,
  groupId: number,
  requestId: number,
  at: Date,
): Promise<{ readers: Visibility; readersFrom: Date }> {
  const answer = await newestAnswer(db, requestId).select(['answer.readers', 'answer.readersFrom']).executeTakeFirst()
  if (answer) return { readers: answer.readers, readersFrom: answer.readersFrom > at ? answer.readersFrom : at }
  const { rule } = await getVendorGroup(db, groupId)
  return { readers: rule.readers, readersFrom: new Date(at.getTime() + rule.holdDays * 86_400_000) }
}
