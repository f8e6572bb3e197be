import { sql } from 'kysely'
import type { Actor } from '../actor.ts'
import { recordOf } from '../journal/actions.ts'
import { enqueue } from '../lib/db/enqueue.ts'
import { changeRow, insertNew, type Tx } from '../lib/db/rows.ts'
import { captureMessage } from './cases/actions.ts'
import { excerptOf, isMarked } from './cases/excerpt.ts'
import { findLearnt, getJudgedMessage, listUnread } from './reading-queries.ts'
import { judge, suggestFrom, wordsOf } from './reading-rules.ts'
import { saysSameHere } from './same-here/rules.ts'

/** Reads new messages: those with the mark become user cases, those that read like one are suggested. Reading twice changes nothing. */
export async function readMessages(tx: Tx, actor: Actor, messageIds: number[]): Promise<void> {
  for (const { id, listId, subject, text } of await listUnread(tx, messageIds)) {
    if (isMarked(subject, text)) {
      await captureMessage(tx, actor, id, { origin: 'hashtag' })
      continue
    }
    await enqueue(tx, 'requests.mayHelp', { messageId: id })
    const own = excerptOf(text)
    if (saysSameHere(own)) await enqueue(tx, 'requests.sameHere', { messageId: id })
    const { score, signs } = judge(`${subject}\n${own}`, await findLearnt(tx, listId, wordsOf(own)))
    if (score < suggestFrom) continue
    await insertNew(tx.insertInto('caseSuggestion'), {
      messageId: id,
      listId,
      score,
      reasons: JSON.stringify(signs),
      suggestedAt: actor.at,
    })
  }
}

/** What a curator says of a message is learnt: each of its words counts once. */
async function learn(tx: Tx, listId: number, text: string, yes: boolean): Promise<void> {
  const words = wordsOf(excerptOf(text)).sort()
  if (words.length === 0) return
  await sql`insert into case_word as w (list_id, word, yes, no) select ${listId}, word, ${yes ? 1 : 0}, ${yes ? 0 : 1} from unnest(${words}::text[]) word
    on conflict (list_id, word) do update set yes = w.yes + excluded.yes, no = w.no + excluded.no`.execute(tx)
}

const noteFound = (tx: Tx, { personId, at }: Actor, messageId: number, listId: number): Promise<boolean> =>
  insertNew(tx.insertInto('caseSuggestion'), {
    ...{ messageId, listId, score: 0, reasons: '[]', suggestedAt: at },
    ...{ verdict: 'yes', decidedBy: personId, decidedAt: at },
  })

/**
 * A curator says whether a suggested message is a user case: yes makes it one, and both are learnt, once.
 * @returns the case, where it is one
 */
export async function decideSuggestion(tx: Tx, actor: Actor, messageId: number, yes: boolean, called: { title?: string } = {}) {
  const message = await getJudgedMessage(tx, actor, messageId)
  const decided = await changeRow(
    tx.updateTable('caseSuggestion').returning('listId'),
    { messageId, verdict: 'open' },
    { verdict: yes ? 'yes' : 'no', decidedBy: actor.personId, decidedAt: actor.at },
  )
  // What somebody found by themselves teaches as well.
  if (decided || (yes && (await noteFound(tx, actor, messageId, message.list.id)))) {
    await learn(tx, decided?.listId ?? message.list.id, `${message.subject}\n${message.text}`, yes)
    await recordOf(tx, actor, yes ? 'suggestion.yes' : 'suggestion.no', { of: 'message', id: messageId, groupId: message.list.groupId })
  }
  return yes ? captureMessage(tx, actor, messageId, called) : undefined
}
