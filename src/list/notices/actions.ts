import type { Actor } from '../../actor.ts'
import { Invalid } from '../../errors.ts'
import { findRow, insertRow, type Tx, upsertRow } from '../../lib/db/rows.ts'
import type { Locale } from '../../lib/ui/format.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { recordList } from '../core/history-actions.ts'
import { getOwnedList } from '../settings/queries.ts'
import type { NoticeKind } from './catalogue.ts'
import { defaultTemplate, findTemplateFaults, type Template } from './templates.ts'

const t = textsOf('list', 'notices')

/**
 * Gives a notice of a list words of its own in one language; null takes them back.
 * @throws Invalid where the words name what is not known, or leave out what whoever gets them needs
 */
export async function wordNotice(
  tx: Tx,
  actor: Actor,
  listName: string,
  notice: NoticeKind,
  locale: string,
  template: Template | null,
): Promise<void> {
  const list = await getOwnedList(tx, actor, listName)
  const old = await findRow(tx.selectFrom('noticeTemplate').forUpdate(), { listId: list.id, notice, locale }, ['subject', 'body'])
  if (template === null) {
    if (!old) return
    await tx.deleteFrom('noticeTemplate').where('listId', '=', list.id).where('notice', '=', notice).where('locale', '=', locale).execute()
  } else {
    const faults = findTemplateFaults(notice, template)
    if (Object.keys(faults).length > 0) throw new Invalid(t.checkTheMarkedFields, faults)
    const row = { ...template, changedAt: actor.at, changedBy: actor.personId }
    await upsertRow(tx.insertInto('noticeTemplate'), { listId: list.id, notice, locale }, row)
  }
  await insertRow(tx.insertInto('settingChange'), {
    listId: list.id,
    personId: actor.personId,
    via: actor.via,
    at: actor.at,
    setting: `notice ${notice} (${locale})`,
    before: JSON.stringify(old ? `${old.subject}\n${old.body}` : null),
    after: JSON.stringify(template ? `${template.subject}\n${template.body}` : null),
  })
  await recordList(tx, actor, list, template ? 'notice.worded' : 'notice.reset', { notice, locale })
}

/**
 * Gives the welcome of a list words that stand before those of Rapport, where it has none of its own in this language.
 * @returns the words as they are now; undefined where it had some, or these cannot be used
 */
export async function prefaceWelcome(
  tx: Tx,
  actor: Actor,
  listId: number,
  locale: Locale,
  words: string,
): Promise<{ notice: string; locale: string; body: string } | undefined> {
  const { subject, body: plain } = defaultTemplate('welcome', locale)
  const [notice, body] = ['welcome', `${words}\n\n${plain}`] as const
  if (Object.keys(findTemplateFaults(notice, { subject, body })).length > 0) return undefined
  return tx
    .insertInto('noticeTemplate')
    .values({ listId, notice, locale, subject, body, changedAt: actor.at, changedBy: actor.personId })
    .onConflict((conflict) => conflict.columns(['listId', 'notice', 'locale']).doNothing())
    .returning(['notice', 'locale', 'body'])
    .executeTakeFirst()
}
