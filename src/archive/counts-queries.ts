import { type Db, orNoId } from '../lib/db/rows.ts'

/** How many messages and threads each of these lists has; what has none is not among them. Counted by month as they come and go, so that it costs the same in a large archive. */
export async function countArchives(db: Db, listIds: readonly number[]): Promise<Map<number, { messages: number; threads: number }>> {
  const rows = await db
    .selectFrom('listMonth')
    .select(['listId', (e) => e.fn.sum<number>('messages').as('messages'), (e) => e.fn.sum<number>('threads').as('threads')])
    .where('listId', 'in', orNoId(listIds))
    .groupBy('listId')
    .execute()
  return new Map(rows.map(({ listId, messages, threads }) => [listId, { messages: Number(messages), threads: Number(threads) }]))
}

/**
 * How many messages these lists together have in each month that has any, from one on.
 * @param since the first day of a month
 * @returns by month as YYYY-MM
 */
export async function countMonths(db: Db, listIds: readonly number[], since: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('listMonth')
    .select(['month', (e) => e.fn.sum<number>('messages').as('messages')])
    .where('listId', 'in', orNoId(listIds))
    .where('month', '>=', since)
    .groupBy('month')
    .execute()
  return new Map(rows.map(({ month, messages }) => [String(month).slice(0, 7), Number(messages)]))
}
