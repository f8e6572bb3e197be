import { sql } from 'kysely'
import type { LetterWay } from '../letter-subjects.ts'
import type { Db } from '../lib/db/connect.ts'
import { normalWeek } from './choices-rules.ts'

/** When somebody gets the week's letter, and whether. */
export async function findWeekChoice(db: Db, personId: number): Promise<typeof normalWeek> {
  const row = await db.selectFrom('weekChoice').select(['wanted', 'weekday', 'hour']).where('personId', '=', personId).executeTakeFirst()
  return row ?? normalWeek
}

/** Somebody who may get the week's letter, when they want it, and the day of theirs on which it was looked at for them last. */
export interface WeekReader {
  personId: number
  zone: string
  weekday: number
  hour: number
  lookedOn: string | null
}

/** Everybody who may get the week's letter. */
export async function listWeekReaders(db: Db): Promise<WeekReader[]> {
  const { rows } = await sql<WeekReader>`
    with home as materialized (select home_zone('{}') as zone)
    select p.id as "personId", coalesce(p.zone, home.zone) as zone, coalesce(w.weekday, ${normalWeek.weekday})::int as weekday,
      coalesce(w.hour, ${normalWeek.hour})::int as hour, w.looked_on::text as "lookedOn"
    from person p cross join home left join week_choice w on w.person_id = p.id
    where p.erased_at is null and coalesce(w.wanted, true) order by p.id`.execute(db)
  return rows
}

/** How somebody gets letters, by their kinds: what they have chosen themselves. */
export async function listWays(db: Db, personId: number): Promise<Map<string, LetterWay>> {
  const rows = await db.selectFrom('letterChoice').select(['kind', 'way']).where('personId', '=', personId).execute()
  return new Map(rows.map(({ kind, way }) => [kind, way]))
}

/** Things of which somebody wants to hear nothing, as the journal names them. */
export async function listMuted(db: Db, personId: number): Promise<string[]> {
  const rows = await db.selectFrom('letterMute').select('subject').where('personId', '=', personId).orderBy('mutedAt').execute()
  return rows.map(({ subject }) => subject)
}

/**
 * What somebody chose about a letter, in one question.
 * @param group the name of who writes it, where a muted group is not heard
 */
export async function findChoice(
  db: Db,
  personId: number,
  kind: string,
  { about, group }: { about: readonly string[]; group: string | undefined },
) {
  const { rows } = await sql<{ chosen: LetterWay | null; week: boolean; muted: boolean }>`
    select (select way from letter_choice where person_id = ${personId} and kind = ${kind}) as chosen,
      coalesce((select wanted from week_choice where person_id = ${personId}), true) as week,
      exists (select from letter_mute where person_id = ${personId} and (subject = any(${about}::text[])
        or subject = (select 'group:' || g.id from working_group g where g.name = ${group ?? null} limit 1))) as muted`.execute(db)
  const [row] = rows
  return { chosen: row?.chosen ?? undefined, week: row?.week ?? true, muted: row?.muted ?? false }
}
