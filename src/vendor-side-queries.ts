import { type RawBuilder, sql } from 'kysely'
import { utcDay } from './time.ts'

type Sql = RawBuilder<unknown>

/**
 * Says of a person, in SQL, whether they work for the vendor, an affiliate or a reseller on a day, or are its guest.
 * @param on the day, or an instant of it
 */
export const isVendorSide = (personId: Sql, on: Sql | Date): RawBuilder<boolean> =>
  sql<boolean>`exists (select from vendor_side(${personId}, ${on instanceof Date ? sql`${utcDay(on)}::date` : on}))`

/**
 * Says of a list and of somebody, in SQL, whether it is there for them at all: a group's own list is not for who works for the vendor, whatever
 * place or role they still hold there. It sends them nothing and takes no mail of theirs as a subscriber's; for pages the policy says the same.
 * @param archive who reads the archive of the list
 */
export const reaches = (archive: Sql, personId: Sql, at: Date): RawBuilder<boolean> =>
  sql<boolean>`(${archive} <> 'group' or not ${isVendorSide(personId, at)})`
