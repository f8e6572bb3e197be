import type { Actor } from '../actor.ts'
import type { Site } from '../config.ts'
import { Invalid, NotFound } from '../errors.ts'
import { record } from '../journal/actions.ts'
import { type LetterSubject, type LetterWay, letterSubjects, maySilence, usualWay } from '../letter-subjects.ts'
import { insertNew, type Tx, upsertRow } from '../lib/db/rows.ts'
import { refusals } from '../lib/ui/words.ts'
import { isHerself } from '../policy.ts'
import { findChoice, findWeekChoice } from './choices-queries.ts'
import { decideWay, nextDaytime } from './choices-rules.ts'
import type { Letter } from './rules.ts'
import { withoutTokens } from './secrecy-rules.ts'
import { withStop } from './stop.ts'

/** Whether somebody gets the week's letter, and on which day and hour of theirs; what is not named stays. */
export interface WeekChoice {
  wanted?: boolean | undefined
  /** ISO: Monday is 1. */
  weekday?: number | undefined
  hour?: number | undefined
}

/**
 * They choose whether and when what waits comes to them by mail.
 * @returns whether it was otherwise; saying it twice changes nothing
 */
export async function chooseWeek(tx: Tx, actor: Actor, { wanted, weekday, hour }: WeekChoice): Promise<boolean> {
  if (!isHerself(actor)) throw new NotFound(refusals.thereIsNoSuchPage)
  const { personId } = actor
  const before = await findWeekChoice(tx, personId)
  const chosen = { wanted: wanted ?? before.wanted, weekday: weekday ?? before.weekday, hour: hour ?? before.hour }
  if (chosen.weekday < 1 || chosen.weekday > 7 || chosen.hour < 0 || chosen.hour > 23) throw new Invalid(refusals.chooseAgain)
  if (chosen.wanted === before.wanted && chosen.weekday === before.weekday && chosen.hour === before.hour) return false
  await upsertRow(tx.insertInto('weekChoice'), { personId }, chosen)
  await record(tx, actor, {
    action: 'person.changed',
    subject: `person:${personId}`,
    details: { week: `${chosen.wanted} ${chosen.weekday} ${chosen.hour}` },
  })
  return true
}

/**
 * Notes that what waits for somebody was looked at on this day of theirs.
 * @returns false where it was before, or they do not want the letter any more
 */
export async function takeWeek(tx: Tx, personId: number, day: string): Promise<boolean> {
  const row = await tx
    .insertInto('weekChoice')
    .values({ personId, lookedOn: day })
    .onConflict((conflict) =>
      conflict
        .column('personId')
        .doUpdateSet({ lookedOn: day })
        .where('weekChoice.wanted', '=', true)
        .where((e) => e.or([e('weekChoice.lookedOn', 'is', null), e('weekChoice.lookedOn', '<', day)])),
    )
    .returning('personId')
    .executeTakeFirst()
  return row !== undefined
}

/**
 * They choose how letters about a subject come to them.
 * @param kinds all kinds of letters, each with its subject
 * @returns whether they had not chosen that before
 * @throws Invalid for a way that there is not for this subject
 */
export async function chooseWay(
  tx: Tx,
  actor: Actor,
  kinds: Readonly<Record<string, LetterSubject>>,
  subject: LetterSubject,
  way: LetterWay,
): Promise<boolean> {
  if (!isHerself(actor)) throw new NotFound(refusals.thereIsNoSuchPage)
  const ways: readonly LetterWay[] = letterSubjects[subject]
  if (ways.length < 2 || !ways.includes(way)) throw new Invalid(refusals.chooseAgain)
  const { personId } = actor
  const own = Object.entries(kinds).flatMap(([kind, of]) => (of === subject ? [{ personId, kind, way }] : []))
  if (own.length === 0) return false
  const changed = await tx
    .insertInto('letterChoice')
    .values(own)
    .onConflict((conflict) => conflict.columns(['personId', 'kind']).doUpdateSet({ way }).where('letterChoice.way', '<>', way))
    .returning('kind')
    .execute()
  if (changed.length === 0) return false
  await record(tx, actor, { action: 'person.changed', subject: `person:${personId}`, details: { letters: subject, way } })
  return true
}

/** They want to hear nothing of a thing any more, or again. */
export async function mute(tx: Tx, actor: Actor, subject: string, muted: boolean): Promise<void> {
  if (!isHerself(actor)) throw new NotFound(refusals.thereIsNoSuchPage)
  const { personId } = actor
  if (muted) await insertNew(tx.insertInto('letterMute'), { personId, subject, mutedAt: actor.at })
  else await tx.deleteFrom('letterMute').where('personId', '=', personId).where('subject', '=', subject).execute()
}

/** The page that a letter leads to, as far as it is on this site and its address lets nobody act. */
function pathIn({ text }: Letter, baseUrl: string): string {
  const at = text.indexOf(`${baseUrl}/`)
  if (at < 0) return ''
  const path = /^[^\s<>"]*/.exec(text.slice(at + baseUrl.length, at + baseUrl.length + 500))?.[0] ?? ''
  return withoutTokens(path) === path ? path : ''
}

const isGroup = (subject: string): boolean => subject.startsWith('group:')

/**
 * Whether a letter goes out now, as its reader wants it. Whoever mutes a group hears nothing that it writes, as far as that may be silenced. What is to come weekly is kept as a line of the week's letter: its subject, which carries no
 * secret, and its page.
 * @returns as it goes out, with what ends its kind, and when: what can wait does not leave in their night; undefined where it does not go out
 */
export async function asWanted(tx: Tx, site: Site, at: Date, letter: Letter): Promise<{ letter: Letter; leavesAt: Date } | undefined> {
  const { kind, personId, subject, about = [], repeats, byDay = repeats, group = letter.from?.name } = letter
  if (personId === undefined) return { letter, leavesAt: at }
  // Groups may bear the same name: it tells which is meant only where nothing else does.
  const muted = maySilence(kind)
    ? { about, group: about.some(isGroup) ? undefined : group }
    : { about: about.filter((one) => !isGroup(one)), group: undefined }
  const choice = await findChoice(tx, personId, kind, { ...muted, at })
  const way = decideWay({ ...choice, usual: usualWay(kind), repeats }, at)
  if (way === 'line')
    await tx
      .insertInto('weekLine')
      .values({ personId, kind, subject: withoutTokens(subject).slice(0, 500), path: pathIn(letter, site.baseUrl), at })
      .execute()
  if (way !== 'now') return undefined
  return { letter: withStop(letter, site, choice.locale), leavesAt: byDay ? nextDaytime(choice.zone, at, byDay.until) : at }
}

/** Takes the lines that wait for somebody's letter of the week, in their order. */
export async function takeWeekLines(tx: Tx, personId: number): Promise<{ subject: string; path: string }[]> {
  const rows = await tx.deleteFrom('weekLine').where('personId', '=', personId).returning(['id', 'subject', 'path']).execute()
  return rows.sort((a, b) => a.id - b.id)
}
