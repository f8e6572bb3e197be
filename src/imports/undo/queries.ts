import { sql } from 'kysely'
import { planMailUndo } from '../../archive/import/undo/queries.ts'
import { listRows } from '../../journal/rows/queries.ts'
import { isAsSet, type NotedRow } from '../../journal/rows/rules.ts'
import type { Db } from '../../lib/db/connect.ts'
import { findPointedAt, theseIds } from '../../lib/db/references.ts'
import { findLoosePeople } from '../../people/undo/queries.ts'
import type { UndoPlan } from '../../undo.ts'
import { settingsOf } from '../rules.ts'

/** A subscription that an import began, as it stands. */
interface Subscribed {
  id: number
  personId: number
  /** Ended by now; nothing is left to take back. */
  ended: boolean
  /** They or a moderator changed it since, or they have been here themselves. */
  touched: boolean
  /** Mail went out to them: their row stays as history, and ends. */
  used: boolean
}

/** What of an import of a list, but for its mail, stands as the import left it, and what was touched since. */
export interface MoveRows {
  subscriptions: Subscribed[]
  /** People whom the import brought. */
  people: number[]
  /** Who was taken off the list and can come back to it; others have come back by themselves. */
  leavers: { back: number[]; staying: number }
  bans: { going: number[]; staying: number }
  senders: { going: number[]; staying: number }
  held: { going: number[]; staying: number }
  applicants: { going: number[]; staying: number }
  /** Columns of the list with what they were before. */
  settings: { back: Record<string, unknown>; staying: string[] }
  oldNames: string[]
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
  const { rows } = await sql<{ id: number; personId: number; ended: boolean; acted: boolean } & Parameters<typeof settingsOf>[0]>`
    with changed (id) as materialized (
      select (j.details->>'subscriptionId')::bigint from journal j
      where j.subject in (select distinct 'list:' || list_id from subscription where id = any(${ids}::bigint[]))
        and j.action like 'subscription.%' and j.action <> 'subscription.begun' and j.person_id is not null)
    select s.id, s.person_id, s.ended_at is not null as ended, s.address_id, s.receiving, s.own_posts, s.when_addressed, s.posting,
      s.paused_until, s.only_topics,
      -- Whom the import brought has been here where they did anything; of others it counts what was done with this subscription.
      s.id in (select id from changed) or (b.brought and exists (select from journal j where j.person_id = s.person_id))
        or (b.brought and exists (select from auth_user u where u.person_id = s.person_id))
        or exists (select from message m where m.person_id = s.person_id and m.import_id is null
          and (b.brought or (m.list_id = s.list_id and m.received_at > s.since))) as acted
    from subscription s cross join lateral (select s.person_id = any(${people}::bigint[]) as brought) b
    where s.id = any(${ids}::bigint[]) order by s.id`.execute(db)
  const chosen = await findPointedAt(db, 'subscription', theseIds(ids), byItself)
  const used = await findPointedAt(db, 'subscription', theseIds(ids))
  return rows.map((row) => ({
    ...{ id: row.id, personId: row.personId, ended: row.ended, used: used.has(row.id) },
    touched: row.acted || chosen.has(row.id) || !isAsSet(settingsOf(row), became.get(row.id) ?? null),
  }))
}

async function readSettings(db: Db, noted: NotedRow[]): Promise<MoveRows['settings']> {
  const settings: MoveRows['settings'] = { back: {}, staying: [] }
  for (const { rowId, was, became } of noted) {
    const now = await db.selectFrom('list').selectAll().where('id', '=', rowId).executeTakeFirst()
    for (const [name, value] of Object.entries(became ?? {}))
      if (now && isAsSet(now, { [name]: value })) settings.back[name] = was?.[name] ?? null
      else settings.staying.push(name)
  }
  return settings
}

async function readNotices(db: Db, noted: NotedRow[]): Promise<MoveRows['notices']> {
  const going: MoveRows['notices']['going'] = []
  for (const { rowId, became } of noted) {
    const now = await db
      .selectFrom('noticeTemplate')
      .select(['notice', 'locale', 'body'])
      .where('listId', '=', rowId)
      .where('notice', '=', String(became?.notice))
      .where('locale', '=', String(became?.locale))
      .executeTakeFirst()
    if (now && isAsSet(now, became)) going.push({ notice: now.notice, locale: now.locale })
  }
  return { going, staying: noted.length - going.length }
}

async function readWaiting(db: Db, rows: NotedRow[]): Promise<Pick<MoveRows, 'held' | 'applicants'>> {
  const held = of(rows, 'held')
  const open = await db
    .selectFrom('heldMail')
    .select('id')
    .where('id', 'in', idsOf(held))
    .where('state', '=', 'held')
    .where('claimedBy', 'is', null)
    .where('note', '=', '')
    .execute()
  const applicants = of(rows, 'applicant')
  const asked = await findPointedAt(db, 'subscription_request', theseIds(idsOf(applicants)))
  const waiting = await db
    .selectFrom('subscriptionRequest')
    .select('id')
    .where('id', 'in', idsOf(applicants))
    .where('state', '=', 'waiting')
    .where('claimedBy', 'is', null)
    .execute()
  const going = waiting.map(({ id }) => id).filter((id) => !asked.has(id))
  return {
    held: { going: open.map(({ id }) => id), staying: held.length - open.length },
    applicants: { going, staying: applicants.length - going.length },
  }
}

async function readSenders(db: Db, rows: NotedRow[]): Promise<Pick<MoveRows, 'bans' | 'senders'>> {
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
async function readLeavers(db: Db, noted: NotedRow[]): Promise<MoveRows['leavers']> {
  const { rows } = await sql<{ id: number }>`select s.id from subscription s where s.id = any(${idsOf(noted)}::bigint[])
    and s.ended_how = 'owner' and not exists (select from subscription n where n.list_id = s.list_id and n.person_id = s.person_id
      and n.ended_at is null)
    and exists (select from person p where p.id = s.person_id and p.erased_at is null) order by s.id`.execute(db)
  return { back: rows.map(({ id }) => id), staying: noted.length - rows.length }
}

/** All of it, as it stands now. */
export async function readMoveRows(db: Db, moveId: number): Promise<MoveRows> {
  const rows = await listRows(db, { moveId })
  const people = of(rows, 'person').map(({ rowId }) => rowId)
  return {
    people,
    subscriptions: await readSubscriptions(db, of(rows, 'subscription'), people),
    leavers: await readLeavers(db, of(rows, 'leaver')),
    ...(await readSenders(db, rows)),
    ...(await readWaiting(db, rows)),
    settings: await readSettings(db, of(rows, 'settings')),
    notices: await readNotices(db, of(rows, 'notice')),
    oldNames: of(rows, 'old-name').flatMap(({ became }) => (typeof became?.name === 'string' ? [became.name] : [])),
  }
}

/** Mailboxes that were read as parts of an import, or one that was read alone. */
export async function listMailImportsOf(db: Db, moveId: number): Promise<number[]> {
  const rows = await db.selectFrom('mailImport').select('id').where('moveId', '=', moveId).orderBy('id').execute()
  return rows.map(({ id }) => id)
}

/** What of an import of a list goes and what stays: its rows as they stand, people nobody else knows, and its mail. */
export function sidesOf(rows: MoveRows, people: number, mail: readonly UndoPlan[]): UndoPlan {
  const open = rows.subscriptions.filter(({ ended }) => !ended)
  const touched = open.filter((one) => one.touched)
  return {
    goes: [
      { what: 'Subscriptions', count: open.length - touched.length },
      { what: 'People nobody else knows', count: people },
      { what: 'Bans', count: rows.bans.going.length },
      { what: 'Rules for strangers', count: rows.senders.going.length },
      { what: 'Held mails', count: rows.held.going.length },
      { what: 'Requests to join', count: rows.applicants.going.length },
      { what: 'Settings, set back', count: Object.keys(rows.settings.back).length },
      { what: 'Words of notices', count: rows.notices.going.length },
      { what: 'People taken off the list, who come back', count: rows.leavers.back.length },
      ...mail.flatMap(({ goes }) => goes),
    ],
    stays: [
      { what: 'Subscriptions', count: touched.length, why: 'They have been here themselves since, or their settings were changed.' },
      { what: 'Bans', count: rows.bans.staying, why: 'Changed since.' },
      { what: 'Rules for strangers', count: rows.senders.staying, why: 'Changed since.' },
      { what: 'Held mails', count: rows.held.staying, why: 'Decided on, or somebody looks at them.' },
      { what: 'Requests to join', count: rows.applicants.staying, why: 'Decided on, or somebody looks at them.' },
      { what: 'Settings', count: rows.settings.staying.length, why: 'Changed since.' },
      { what: 'Words of notices', count: rows.notices.staying, why: 'Changed since.' },
      { what: 'People taken off the list', count: rows.leavers.staying, why: 'They are on it again, or were erased.' },
      ...mail.flatMap(({ stays }) => stays),
    ],
  }
}

/** What taking an import of a list back would do now, its mail included. */
async function planMoveUndo(db: Db, moveId: number): Promise<UndoPlan> {
  const rows = await readMoveRows(db, moveId)
  const mail = await Promise.all((await listMailImportsOf(db, moveId)).map((id) => planMailUndo(db, id)))
  return sidesOf(rows, await countLoose(db, moveId, rows), mail)
}

/** How many of the people whom an import brought go with it: those who are nowhere but in what goes. */
async function countLoose(db: Db, moveId: number, { people, subscriptions }: MoveRows): Promise<number> {
  const loose = await findLoosePeople(db, people, ['subscription.person_id', 'subscription.address_id', 'message.person_id'])
  const going = subscriptions.filter(({ ended, touched, used }) => !ended && !touched && !used).map(({ id }) => id)
  const { rows } = await sql<{ count: number }>`select count(*) as count from unnest(${loose}::bigint[]) as p (id)
    where not exists (select from subscription s where s.person_id = p.id and s.id <> all(${going}::bigint[]))
      and not exists (select from message m left join mail_import i on i.id = m.import_id
        where m.person_id = p.id and i.move_id is distinct from ${moveId})`.execute(db)
  return rows[0]?.count ?? 0
}

/** What taking an import back would do now, whichever kind it is. */
export const planUndo = (db: Db, { kind, id }: { kind: 'move' | 'mail'; id: number }): Promise<UndoPlan> =>
  kind === 'mail' ? planMailUndo(db, id) : planMoveUndo(db, id)
