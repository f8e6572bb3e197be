import { sql } from 'kysely'
import type { Actor } from '../actor.ts'
import { missing } from '../errors.ts'
import { type Db, listRows, orNoId, readPage } from '../lib/db/rows.ts'
import { findMessageForCase } from './cases/queries.ts'
import { getCollatedGroup } from './core/queries.ts'
import type { Learnt } from './reading-rules.ts'
import { requestRefusals } from './refusals.ts'

/** What curators have taught a list, for these words. */
export async function findLearnt(db: Db, listId: number, words: string[]): Promise<Learnt> {
  const [counts, rows] = await Promise.all([
    db
      .selectFrom('caseSuggestion')
      .select((e) => [
        e.fn.countAll<number>().filterWhere('verdict', '=', 'yes').as('yes'),
        e.fn.countAll<number>().filterWhere('verdict', '=', 'no').as('no'),
      ])
      .where('listId', '=', listId)
      .executeTakeFirstOrThrow(),
    words.length === 0
      ? []
      : listRows(db.selectFrom('caseWord').where('word', '=', sql<string>`any(${words}::text[])`), { listId }, ['word', 'yes', 'no']),
  ])
  return { ...counts, words: new Map(rows.map(({ word, yes, no }) => [word, { yes, no }])) }
}

/** Messages with what decides whether they are looked at. */
export const listUnread = (db: Db, messageIds: number[]) =>
  db
    .selectFrom('sharedMessage as message')
    .innerJoin('sharedList as list', 'list.id', 'message.listId')
    .select(['message.id', 'message.listId', 'message.subject', 'message.text', 'list.groupId'])
    .where('message.id', 'in', orNoId(messageIds))
    .where(sql<boolean>`not exists (select from case_suggestion s where s.message_id = message.id)`)
    .orderBy('message.id')
    .execute()

/**
 * A message that begins a conversation, of somebody who is known; undefined for others, and for one whose words were told as a user case
 * meanwhile.
 */
export const findBeginning = (db: Db, messageId: number) =>
  db
    .selectFrom('sharedMessage as message')
    .innerJoin('sharedList as list', 'list.id', 'message.listId')
    .select(['message.id', 'message.subject', 'message.text', 'message.personId', 'message.sentAt', 'message.threadId', 'list.groupId'])
    .select('message.messageId as mailId')
    .where('message.id', '=', messageId)
    .where('message.personId', 'is not', null)
    .where(sql<boolean>`cardinality(message.refs) = 0`)
    .where(sql<boolean>`not exists (select from user_case_source s where s.message_id = message.id)`)
    .executeTakeFirst()

/** A message whose suggestion the actor judges. @throws NotFound to who does not collate for its list's group */
export async function getJudgedMessage(db: Db, actor: Actor, messageId: number) {
  const message = (await findMessageForCase(db, messageId)) ?? missing(requestRefusals.message)
  await getCollatedGroup(db, actor, { id: message.list.groupId })
  return message
}

/** Messages that read like a user case and wait for a curator's word, the likeliest first. */
export async function listSuggestions(db: Db, groupId: number, { page = 1, limit = 20 }: { page?: number; limit?: number } = {}) {
  const base = db
    .selectFrom('caseSuggestion')
    .innerJoin('sharedMessage as message', 'message.id', 'caseSuggestion.messageId')
    .innerJoin('sharedList as list', 'list.id', 'message.listId')
    .where('list.groupId', '=', groupId)
    .where('caseSuggestion.verdict', '=', 'open')
    .where(sql<boolean>`not exists (select from user_case_source s where s.message_id = message.id)`)
  const likeliest = base
    .select(['message.id', 'message.messageId', 'message.variant', 'message.subject', 'message.text', 'message.fromName', 'message.sentAt'])
    .select(['message.threadId', 'list.name as list', 'list.title as listTitle', 'list.language'])
    .select(['caseSuggestion.score', 'caseSuggestion.reasons'])
    .orderBy('caseSuggestion.score', 'desc')
    .orderBy('message.id', 'desc')
  const { rows: suggestions, ...found } = await readPage(likeliest, { page, limit })
  return { suggestions, ...found }
}

/** What the lists of a group have learnt: the words that speak the most for and against, with how often. */
export async function listLearnt(db: Db, groupId: number, limit = 40) {
  const [words, counts] = await Promise.all([
    db
      .selectFrom('caseWord')
      .innerJoin('sharedList as list', 'list.id', 'caseWord.listId')
      .select(['caseWord.word', 'caseWord.yes', 'caseWord.no', 'list.title as list'])
      .where('list.groupId', '=', groupId)
      .where(sql<boolean>`case_word.yes + case_word.no >= 3`)
      .orderBy(sql`abs(ln((case_word.yes + 0.5) / (case_word.no + 0.5)))`, 'desc')
      .orderBy('caseWord.word')
      .limit(limit)
      .execute(),
    db
      .selectFrom('caseSuggestion')
      .innerJoin('sharedList as list', 'list.id', 'caseSuggestion.listId')
      .select((e) => [
        'list.title as list' as const,
        e.fn.countAll<number>().filterWhere('verdict', '=', 'yes').as('yes'),
        e.fn.countAll<number>().filterWhere('verdict', '=', 'no').as('no'),
        e.fn.countAll<number>().filterWhere('verdict', '=', 'open').as('open'),
      ])
      .where('list.groupId', '=', groupId)
      .groupBy('list.title')
      .execute(),
  ])
  return { words, counts }
}
