import { type Db, findRow } from '../lib/db/rows.ts'
import type { Locale } from '../lib/ui/format.ts'

/** What a version says, by language; in English at least. */
export type Wording = Partial<Record<Locale, string | undefined>> & { en: string }

/** The wording in force on a day. */
export async function getNotice(db: Db, now: Date) {
  const notice = await db
    .selectFrom('privacyNotice')
    .select(['version', 'wording', 'fromAt'])
    .where('fromAt', '<=', now)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  return { ...notice, wording: notice.wording as unknown as Wording }
}

/** One version, as it was and is; undefined where there is none. */
export async function findNotice(db: Db, version: number) {
  const notice = await findRow(db.selectFrom('privacyNotice'), { version }, ['version', 'wording', 'fromAt'])
  return notice && { ...notice, wording: notice.wording as unknown as Wording }
}

/** All versions, newest first, and how many have agreed to each. */
export function listNotices(db: Db) {
  return db
    .selectFrom('privacyNotice')
    .select(['version', 'fromAt'])
    .select((e) =>
      e
        .selectFrom('consent')
        .whereRef('consent.version', '=', 'privacyNotice.version')
        .select(e.fn.countAll<number>().as('n'))
        .as('agreed'),
    )
    .orderBy('version', 'desc')
    .execute()
}

/** What somebody has agreed to: version, day and door; newest first. */
export function listConsents(db: Db, personId: number) {
  return db.selectFrom('consent').select(['version', 'agreedAt', 'via']).where('personId', '=', personId).orderBy('id', 'desc').execute()
}

/** The wording in a language, or in English where it has none; and which of them it is. */
export function wordingIn(wording: Wording, locale: Locale): { text: string; language: Locale } {
  const own = Object.hasOwn(wording, locale) ? wording[locale] : undefined
  return own ? { text: own, language: locale } : { text: wording.en, language: 'en' }
}
