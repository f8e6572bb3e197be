import { sql } from 'kysely'
import type { Actor } from '../actor.ts'
import { missing } from '../errors.ts'
import { type Db, orNoId } from '../lib/db/rows.ts'
import { refusals } from '../lib/ui/words.ts'
import { isVendorGuest, mayCollate, mayLead } from '../policy.ts'
import { type Away, defaultRule, reached } from './core/rules.ts'

export { listAnswers, readableBy } from './answers/queries.ts'
export { signedAs } from './core/queries.ts'
export { findShowing, listPairs, listShowing, type PublicFigures, readPublicFigures } from './relationship/queries.ts'

const groupColumns = (db: Db) =>
  db
    .selectFrom('sharedWorkingGroup as workingGroup')
    .innerJoin('sharedProduct as product', 'product.id', 'workingGroup.productId')
    .innerJoin('sharedOrganisation as vendor', 'vendor.id', 'product.vendorId')
    .leftJoin('vendorRule', 'vendorRule.groupId', 'workingGroup.id')
    .select(['workingGroup.id', 'workingGroup.slug', 'workingGroup.name', 'workingGroup.productId', 'product.name as product'])
    .select(['vendor.id as vendorId', 'vendor.name as vendor'])
    .select(['vendorRule.answerMonths', 'vendorRule.remindDays', 'vendorRule.readers', 'vendorRule.holdDays'])

type GroupRow = NonNullable<Awaited<ReturnType<ReturnType<typeof groupColumns>['executeTakeFirst']>>>

const withRule = ({ answerMonths, remindDays, readers, holdDays, ...group }: GroupRow) => ({
  ...group,
  rule: {
    answerMonths: answerMonths ?? defaultRule.answerMonths,
    remindDays: remindDays ?? defaultRule.remindDays,
    readers: readers ?? defaultRule.readers,
    holdDays: holdDays ?? defaultRule.holdDays,
  },
})

/** A group as it works with its vendor, by its id; for the program itself. */
export async function getVendorGroup(db: Db, groupId: number) {
  const row = (await groupColumns(db).where('workingGroup.id', '=', groupId).executeTakeFirst()) ?? missing(refusals.noSuchGroup)
  return withRule(row)
}

export type VendorGroup = Awaited<ReturnType<typeof getVendorGroup>>

/** The groups in which this person works with a vendor: as one of the group, or as the vendor's guest. */
export async function listDeskGroups(db: Db, actor: Actor) {
  const ids = [...new Set(actor.grants.flatMap(({ groupId }) => groupId ?? []))].filter(
    (id) => mayCollate(actor, id) || isVendorGuest(actor, id),
  )
  const rows = await groupColumns(db).where('workingGroup.id', 'in', orNoId(ids)).orderBy('workingGroup.id').execute()
  // Who is both works for the group: they are no guest of it.
  const groups = rows.map((row) => ({ ...withRule(row), inGroup: mayCollate(actor, row.id) }))
  return groups.map((group) => ({
    ...group,
    leads: mayLead(actor, group.id),
    guest: !group.inGroup,
    /** All of them, to choose among. */
    siblings: groups.map(({ id, slug, name, inGroup }) => ({ id, slug, name, inGroup })),
  }))
}

export type DeskGroup = Awaited<ReturnType<typeof listDeskGroups>>[number]

/**
 * One of their groups, by its address; the first where none is named.
 * @throws NotFound
 */
export async function getDeskGroup(db: Db, actor: Actor, slug?: string): Promise<DeskGroup> {
  const groups = await listDeskGroups(db, actor)
  return (slug ? groups.find((one) => one.slug === slug) : groups[0]) ?? missing(refusals.thereIsNoSuchPage)
}

/**
 * The same for those of the group alone: to the vendor's guests there is no such page.
 * @throws NotFound
 */
export async function getWorkGroup(db: Db, actor: Actor, which?: string | number): Promise<DeskGroup> {
  const groups = (await listDeskGroups(db, actor)).filter(({ inGroup }) => inGroup)
  return (which ? groups.find(({ slug, id }) => which === slug || which === id) : groups[0]) ?? missing(refusals.thereIsNoSuchPage)
}

/** The guests whom the vendor has with a group on a day, with the address that mail goes to. */
export async function listGuests(db: Db, groupId: number, on: Date) {
  return (
    db
      .selectFrom('sharedAppointment as appointment')
      .innerJoin('sharedPerson as person', 'person.id', 'appointment.personId')
      .innerJoin('sharedAddress as address', 'address.personId', 'person.id')
      .select(['person.id', 'person.name', 'person.locale', 'person.zone', 'address.email', 'appointment.fromOn', 'appointment.toOn'])
      .select(['appointment.id as appointmentId', 'appointment.standIn'])
      .select(
        sql<Away | null>`(select json_build_object('personId', s.person_id, 'name', p.name, 'until', s.to_on) from shared_appointment s
        join shared_appointment own on own.id = s.stands_for join shared_person p on p.id = s.person_id
        where own.person_id = person.id and own.group_id = ${groupId} and s.from_on <= ${on}::date and s.to_on >= ${on}::date
          and p.erased_at is null order by s.id limit 1)`.as('away'),
      )
      .distinctOn('person.id')
      .where('appointment.groupId', '=', groupId)
      .where('appointment.role', '=', 'vendor_guest')
      .where('person.erasedAt', 'is', null)
      .where(sql<boolean>`appointment.from_on <= ${on}::date and (appointment.to_on is null or appointment.to_on >= ${on}::date)`)
      .orderBy('person.id')
      // Who is a guest themselves is so first of all, also while they stand in for somebody.
      .orderBy('appointment.standIn')
      .orderBy(sql`address.verified_at is null`)
      .orderBy('address.id')
      .execute()
  )
}

export type Guest = Awaited<ReturnType<typeof listGuests>>[number]

/**
 * The guests whom letters reach on a day: in place of who is away, whoever stands in for them.
 * @param personIds those to whom it is written; all of them where nobody is named
 */
export async function listReached(db: Db, groupId: number, on: Date, personIds?: readonly number[]): Promise<Guest[]> {
  const guests = await listGuests(db, groupId, on)
  return reached(guests, personIds ? guests.filter(({ id }) => personIds.includes(id)) : guests)
}

/** The lists of a group that its subscribers are on, the widest first. */
export function listGroupLists(db: Db, groupId: number) {
  return db
    .selectFrom('sharedList as list')
    .select(['id', 'name', 'title', 'archive', 'language', 'groupId'])
    .where('groupId', '=', groupId)
    .orderBy(sql`archive = 'group'`)
    .orderBy(sql`(select count(*) from shared_subscription s where s.list_id = list.id and s.ended_at is null)`, 'desc')
    .execute()
}
