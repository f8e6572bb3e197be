import { sql } from 'kysely'
import { Conflict } from '../../errors.ts'
import { countRows, type Db, type Tx } from '../../lib/db/rows.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { mostQuestions, questionLasts } from './rules.ts'

const t = textsOf('people', 'proposals')

/** Where those who wait for answers hear that one has come. */
export const answersChannel = 'rapport_answers'

/** Of whom a tool asks something: the program that called it, by its token. */
export interface Caller {
  tokenId: number
  personId: number
}

/**
 * Notes that a tool waits for an answer of its caller.
 * @param call that waits
 * @returns by what the answer names it
 * @throws Conflict where too many of this token wait
 */
export async function askCaller(tx: Tx, { tokenId, personId }: Caller, call: string, at: Date): Promise<string> {
  // Two calls at a time count one after the other.
  await tx.selectFrom('apiToken').select('id').where('id', '=', tokenId).forUpdate().execute()
  await tx
    .deleteFrom('toolQuestion')
    .where('tokenId', '=', tokenId)
    .where('askedAt', '<', new Date(at.getTime() - questionLasts))
    .execute()
  const waiting = await countRows(tx.selectFrom('toolQuestion').where('tokenId', '=', tokenId))
  if (waiting >= mostQuestions) throw new Conflict(t.tooManyQuestionsWait({ most: mostQuestions }))
  const question = { tokenId, personId, askedAt: at, call }
  const { id } = await tx.insertInto('toolQuestion').values(question).returning('id').executeTakeFirstOrThrow()
  return id
}

/**
 * Keeps an answer for whoever waits for it, in whatever process.
 * @returns false where nobody waits: it is another's question, was answered, or is over
 */
export async function answerTool(tx: Tx, { tokenId }: Caller, id: string, answer: string, at: Date): Promise<boolean> {
  if (!/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/.test(id)) return false
  const kept = await tx
    .updateTable('toolQuestion')
    .set({ answer })
    .where('id', '=', id)
    .where('tokenId', '=', tokenId)
    .where('answer', 'is', null)
    .where('askedAt', '>=', new Date(at.getTime() - questionLasts))
    .executeTakeFirst()
  if (kept.numUpdatedRows === 0n) return false
  await sql`select pg_notify(${answersChannel}, ${id})`.execute(tx)
  return true
}

/** Its program has cancelled a call: what it waits for is answered with that. */
export async function cancelCall(tx: Tx, { tokenId }: Caller, call: string): Promise<void> {
  const ended = await tx
    .updateTable('toolQuestion')
    .set({ answer: JSON.stringify({ jsonrpc: '2.0', error: { code: -32_800, message: 'The call was cancelled.' } }) })
    .where('tokenId', '=', tokenId)
    .where('call', '=', call)
    .where('answer', 'is', null)
    .returning('id')
    .execute()
  for (const { id } of ended) await sql`select pg_notify(${answersChannel}, ${id})`.execute(tx)
}

/** Takes answers that have come. @returns each by its question */
export async function takeAnswers(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .deleteFrom('toolQuestion')
    .where('id', 'in', [...ids])
    .where('answer', 'is not', null)
    .returning(['id', 'answer'])
    .execute()
  return new Map(rows.map(({ id, answer }) => [id, answer ?? '']))
}

/** Nobody waits any more. */
export async function dropQuestions(db: Db, ids: readonly string[]): Promise<void> {
  await db
    .deleteFrom('toolQuestion')
    .where('id', 'in', [...ids])
    .execute()
}

/** Deletes questions whose process has ended without a word. */
export async function sweepQuestions(db: Db, now: Date): Promise<void> {
  await db
    .deleteFrom('toolQuestion')
    .where('askedAt', '<', new Date(now.getTime() - questionLasts))
    .execute()
}
