import { sql } from 'kysely'
import { movedUntil } from '../journal/queries.ts'
import { isAsSet, type NotedRow } from '../journal/rules.ts'
import { findPointedAt, theseIds } from '../lib/db/references.ts'
import { type Db, findRow, listRows, orNoId } from '../lib/db/rows.ts'
import { settingsOf } from './import-rules.ts'

/** What is known of these addresses, and of their people on a list. */
export async function findStandings(db: Db, listId: number, emails: string[]) {
  const { rows } = await sql<{
    email: string
    personId: number
    addressId: number
    verified: boolean
    erased: boolean
    current: boolean
    leftAt: Date | null
  }>`
    select a.email, p.id as person_id, a.id as address_id, a.verified_at is not null as verified, p.erased_at is not null as erased,
      exists (select from subscription s where s.list_id = ${listId} and s.person_id = p.id and s.ended_at is null) as current,
      (select max(s.ended_at) from subscription s where s.list_id = ${listId} and s.person_id = p.id
        and s.ended_how is distinct from 'undone') as left_at
    from shared_address a join shared_person p on p.id = a.person_id where a.email = any(${emails}::text[])`.execute(db)
  return new Map(rows.map((row) => [row.email, row]))
}

/** A subscriber who is taken off a list. */
export interface Leaver {
  id: number
  email: string
}

/** Subscribers none of whose addresses is among these. */
export async function findLeavers(db: Db, listId: number, emails: string[]): Promise<Leaver[]> {
  const { rows } = await sql<Leaver>`
    select s.id, a.email from subscription s join shared_address a on a.id = s.address_id
    where s.list_id = ${listId} and s.ended_at is null
      and not exists (select from shared_address mine where mine.person_id = s.person_id and mine.email = any(${emails}::text[]))
    order by a.email`.execute(db)
  return rows
}

/** Who of these is on the list, by one of her addresses. */
export async function findMembers(db: Db, listId: number, emails: string[]): Promise<Set<string>> {
  const { rows } = await sql<{ email: string }>`
    select mine.email from shared_address mine join subscription s on s.person_id = mine.person_id and s.list_id = ${listId} and s.ended_at is null
    where mine.email = any(${emails}::text[])`.execute(db)
  return new Set(rows.map(({ email }) => email))
}

/** A subscription that an import began, as it stands. */
interface Subscribed {
  id: number
  personId: number
  /** Ended by now; nothing is left to take back. */
  ended: boolean
  /** She or a moderator changed it since, or she has been here herself. */
  touched: boolean
  /** Mail went out to her: her row stays as history, and ends. */
  used: boolean
}

/** What an import brought to a list, but for its mail: what stands as the import left it, and what was touched since. */
export interface BroughtRows {
  subscriptions: Subscribed[]
  /** Who was taken off the list and can come back to it; others have come back by themselves. */
  leavers: { back: number[]; staying: number }
  bans: { going: number[]; staying: number }
  senders: { going: number[]; staying: number }
  held: { going: number[]; staying: number }
  applicants: { going: number[]; staying: number }
  /** Columns of the list with what they were before. */
  settings: { back: Record<string, unknown>; staying: string[] }
  /** Words of notices that nobody has changed since. */
  notices: { going: { notice: string; locale: string }[]; staying: number }
}

const of = (rows: NotedRow[], thing: string): NotedRow[] => rows.filter((row) => row.thing === thing)
const idsOf = (rows: NotedRow[]): number[] => [0, ...rows.map(({ rowId }) => rowId)]

// What is made for a subscription by the program itself.
const byItself = ['delivery.subscription_id', 'last_digest.subscription_id', 'mail_command.subscription_id']

async function readSubscriptions(db: Db, noted: NotedRow[], people: number[]): Promise<Subscribed[]> {
  const ids = noted.map(({ rowId }) => rowId)
  const became = new Map(noted.map((row) => [row.rowId, row.became]))
  const { rows } = await sql<{ id: number; personId: number; ended: boolean; herself: boolean } & Parameters<typeof settingsOf>[0]>`
    with changed (id) as materialized (
      select (j.details->>'subscriptionId')::bigint from shared_journal j
      where j.subject in (select distinct 'list:' || list_id from subscription where id = any(${ids}::bigint[]))
        and j.action like 'subscription.%' and j.action <> 'subscription.begun' and j.person_id is not null)
    select s.id, s.person_id, s.ended_at is not null as ended, s.address_id, s.receiving, s.own_posts, s.when_addressed, s.posting,
      s.paused_until, s.only_topics,
      -- Whom the import brought has been here where she did anything; of others it counts what was done with this subscription.
      s.id in (select id from changed) or (b.brought and exists (select from shared_journal j where j.person_id = s.person_id))
        or (b.brought and exists (select from auth_user u where u.person_id = s.person_id))
        or exists (select from shared_message m where m.person_id = s.person_id and m.import_id is null
          and (b.brought or (m.list_id = s.list_id and m.received_at > s.since)))
        -- What happened since stands in a file: nobody looks into it, and nothing is taken away.
        or s.since < ${(await movedUntil(db)) ?? null}::timestamptz as herself
    from subscription s cross join lateral (select s.person_id = any(${people}::bigint[]) as brought) b
    where s.id = any(${ids}::bigint[]) order by s.id`.execute(db)
  const chosen = await findPointedAt(db, 'subscription', theseIds(ids), byItself)
  const used = await findPointedAt(db, 'subscription', theseIds(ids))
  return rows.map((row) => ({
    ...{ id: row.id, personId: row.personId, ended: row.ended, used: used.has(row.id) },
    touched: row.herself || chosen.has(row.id) || !isAsSet(settingsOf(row), became.get(row.id) ?? null),
  }))
}

async function readSettings(db: Db, noted: NotedRow[]): Promise<BroughtRows['settings']> {
  const settings: BroughtRows['settings'] = { back: {}, staying: [] }
  for (const { rowId, was, became } of noted) {
    const now = await db.selectFrom('list').selectAll().where('id', '=', rowId).executeTakeFirst()
    for (const [name, value] of Object.entries(became ?? {}))
      if (now && isAsSet(now, { [name]: value })) settings.back[name] = was?.[name] ?? null
      else settings.staying.push(name)
  }
  return settings
}

async function readNotices(db: Db, noted: NotedRow[]): Promise<BroughtRows['notices']> {
  const going: BroughtRows['notices']['going'] = []
  for (const { rowId, became } of noted) {
    const now = await findRow(
      db.selectFrom('noticeTemplate'),
      { listId: rowId, notice: String(became?.notice), locale: String(became?.locale) },
      ['notice', 'locale', 'body'],
    )
    if (now && isAsSet(now, became)) going.push({ notice: now.notice, locale: now.locale })
  }
  return { going, staying: noted.length - going.length }
}

async function readWaiting(db: Db, rows: NotedRow[]): Promise<Pick<BroughtRows, 'held' | 'applicants'>> {
  const held = of(rows, 'held')
  const open = await listRows(db.selectFrom('heldMail').where('id', 'in', idsOf(held)), { state: 'held', claimedBy: null, note: '' }, [
    'id',
  ])
  const applicants = of(rows, 'applicant')
  const asked = await findPointedAt(db, 'subscription_request', theseIds(idsOf(applicants)))
  const waiting = await listRows(
    db.selectFrom('subscriptionRequest').where('id', 'in', idsOf(applicants)),
    { state: 'waiting', claimedBy: null },
    ['id'],
  )
  const going = waiting.map(({ id }) => id).filter((id) => !asked.has(id))
  return {
    held: { going: open.map(({ id }) => id), staying: held.length - open.length },
    applicants: { going, staying: applicants.length - going.length },
  }
}

async function readSenders(db: Db, rows: NotedRow[]): Promise<Pick<BroughtRows, 'bans' | 'senders'>> {
  const [bans, senders] = [of(rows, 'ban'), of(rows, 'sender')]
  const asSet = (noted: NotedRow[], now: { id: number }[]) =>
    now.filter((row) => isAsSet(row, noted.find(({ rowId }) => rowId === row.id)?.became ?? null)).map(({ id }) => id)
  const bansNow = await db.selectFrom('ban').select(['id', 'value', 'until']).where('id', 'in', idsOf(bans)).execute()
  const sendersNow = await db.selectFrom('listSender').select(['id', 'action']).where('id', 'in', idsOf(senders)).execute()
  const [goingBans, goingSenders] = [asSet(bans, bansNow), asSet(senders, sendersNow)]
  return {
    bans: { going: goingBans, staying: bansNow.length - goingBans.length },
    senders: { going: goingSenders, staying: sendersNow.length - goingSenders.length },
  }
}

/** Who was taken off the list by the import, and is still away. */
async function readLeavers(db: Db, noted: NotedRow[]): Promise<BroughtRows['leavers']> {
  const { rows } = await sql<{ id: number }>`select s.id from subscription s where s.id = any(${idsOf(noted)}::bigint[])
    and s.ended_how = 'owner' and not exists (select from subscription n where n.list_id = s.list_id and n.person_id = s.person_id
      and n.ended_at is null)
    and exists (select from shared_person p where p.id = s.person_id and p.erased_at is null) order by s.id`.execute(db)
  return { back: rows.map(({ id }) => id), staying: noted.length - rows.length }
}

/** What an import brought to a list, as it stands now. */
export const readBrought = async (db: Db, rows: NotedRow[], people: number[]): Promise<BroughtRows> => ({
  subscriptions: await readSubscriptions(db, of(rows, 'subscription'), people),
  leavers: await readLeavers(db, of(rows, 'leaver')),
  ...(await readSenders(db, rows)),
  ...(await readWaiting(db, rows)),
  settings: await readSettings(db, of(rows, 'settings')),
  notices: await readNotices(db, of(rows, 'notice')),
})

/** Of these people, those who have a subscription besides some. */
export async function listOnOtherLists(db: Db, people: readonly number[], but: readonly number[]): Promise<Set<number>> {
  const rows = await db
    .selectFrom('subscription')
    .select('personId')
    .distinct()
    .where('personId', 'in', orNoId(people))
    .where('id', 'not in', orNoId(but))
    .execute()
  return new Set(rows.map(({ personId }) => personId))
}
