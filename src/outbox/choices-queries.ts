import { sql } from 'kysely'
import type { LetterWay } from '../letter-subjects.ts'
import type { Db } from '../lib/db/rows.ts'
import { nextWeekLetter, normalWeek } from './choices-rules.ts'

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
    from shared_person p cross join home left join week_choice w on w.person_id = p.id
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
  { about, group, at }: { about: readonly string[]; group: string | undefined; at: Date },
) {
  const { rows } = await sql<{
    chosen: LetterWay | null
    week: boolean
    weekday: number
    hour: number
    zone: string
    own: string | null
    locale: string | null
    muted: boolean
  }>`
    select (select way from letter_choice where person_id = ${personId} and kind = ${kind}) as chosen,
      coalesce(w.wanted, true) as week, coalesce(w.weekday, ${normalWeek.weekday})::int as weekday, coalesce(w.hour, ${normalWeek.hour})::int as hour,
      coalesce(p.zone, home_zone('{}')) as zone, p.zone as own, p.locale,
      exists (select from letter_mute where person_id = ${personId} and (subject = any(${about}::text[])
        or subject = (select 'group:' || g.id from shared_working_group g where g.name = ${group ?? null} limit 1))) as muted
    from (select) as one left join shared_person p on p.id = ${personId} left join week_choice w on w.person_id = ${personId}`.execute(db)
  const [row] = rows
  return {
    chosen: row?.chosen ?? undefined,
    week: row?.week ?? true,
    next: nextWeekLetter(row ?? normalWeek, row?.zone ?? 'UTC', at),
    muted: row?.muted ?? false,
    /** Where they live, as far as that is known. */
    zone: row?.own ?? undefined,
    locale: row?.locale ?? 'en',
  }
}
