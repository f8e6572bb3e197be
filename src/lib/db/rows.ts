// The database as it is handed to those who read and write, and what many of them do with its rows.
import type {
  InsertObject,
  InsertQueryBuilder,
  InsertResult,
  Kysely,
  Selectable,
  SelectQueryBuilder,
  Transaction,
  UpdateObject,
  UpdateQueryBuilder,
  UpdateResult,
} from 'kysely'
import type { DB, Generated } from './schema.ts'

/** Reads. A transaction is one too, so what reads takes either. */
export type Db = Kysely<DB>
/** Writes: only inside a transaction. */
export type Tx = Transaction<DB>
/** Runs one transaction; commits when the function answers, rolls back when it throws. */
export type Write = <T>(act: (tx: Tx) => Promise<T>) => Promise<T>

/** The numbers of some rows. */
export const idsOf = <Id>(rows: readonly { id: Id }[]): Id[] => rows.map(({ id }) => id)

/** Ids for a condition with `in`, which takes no empty list; nothing has the id 0. */
export const orNoId = <Id>(ids: Iterable<Id>): (Id | number)[] => [0, ...ids]

/** Texts for a condition with `in`, which takes no empty list; where nothing is empty. */
export const orNoText = <Text extends string>(texts: Iterable<Text>): (Text | '')[] => ['', ...texts]

/** Whether a query finds anything. */
export const isThere = async (query: { limit(most: number): { executeTakeFirst(): Promise<unknown> } }): Promise<boolean> =>
  (await query.limit(1).executeTakeFirst()) !== undefined

/** How many pages so many rows fill; nothing fills one, too. */
export const pagesOf = (total: number, limit: number): number => Math.max(1, Math.ceil(total / limit))

/** Tables whose rows have a number. */
type Numbered = { [T in keyof DB]: DB[T] extends { id: Generated<number> } ? T : never }[keyof DB]

/**
 * Makes a row: `insertOne(tx.insertInto('brief'), { groupId, title })`.
 * @returns its number
 */
export async function insertOne<T extends Numbered>(
  into: InsertQueryBuilder<DB, T, InsertResult>,
  values: InsertObject<DB, T>,
): Promise<number> {
  const { id } = await into
    .values(values)
    .returning('id' as never)
    .$castTo<{ id: number }>()
    .executeTakeFirstOrThrow()
  return id
}

/** Makes a row whose number nobody asks for: `insertRow(tx.insertInto('answerDraft'), { itemId, text })`. */
export async function insertRow<T extends keyof DB>(
  into: InsertQueryBuilder<DB, T, InsertResult>,
  values: InsertObject<DB, T>,
): Promise<void> {
  await into.values(values).execute()
}

/** Makes rows; none of none. */
export async function insertAll<T extends keyof DB>(
  into: InsertQueryBuilder<DB, T, InsertResult>,
  rows: readonly InsertObject<DB, T>[],
): Promise<void> {
  if (rows.length > 0) await into.values(rows).execute()
}

/**
 * Makes a row, or several, unless they are there.
 * @returns whether any was not
 */
export async function insertNew<T extends keyof DB>(
  into: InsertQueryBuilder<DB, T, InsertResult>,
  values: InsertObject<DB, T> | readonly InsertObject<DB, T>[],
): Promise<boolean> {
  if (Array.isArray(values) && values.length === 0) return false
  const { numInsertedOrUpdatedRows = 0n } = await into
    .values(values)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows > 0n
}

/** Makes a row unless it is there, and says of it what is asked for: `insertNewRow(tx.insertInto('passkey').returning('id'), values)`. */
export const insertNewRow = <T extends keyof DB, Row>(
  into: InsertQueryBuilder<DB, T, Row>,
  values: InsertObject<DB, T>,
): Promise<Row | undefined> =>
  into
    .values(values)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst() as Promise<Row | undefined>

/**
 * Makes the row of a key, or changes the one that is there: `upsertRow(tx.insertInto('capacity'), { groupId, year }, { points })`.
 * @param first what only a new row is given
 */
export async function upsertRow<T extends keyof DB>(
  into: InsertQueryBuilder<DB, T, InsertResult>,
  key: Partial<InsertObject<DB, T>>,
  values: UpdateObject<DB, T, T>,
  first: Partial<InsertObject<DB, T>> = {},
): Promise<void> {
  await into
    .values({ ...key, ...first, ...values } as InsertObject<DB, T>)
    .onConflict((conflict) => conflict.columns(Object.keys(key) as never).doUpdateSet(values as never))
    .execute()
}

/** What columns of a table may be asked to hold. */
type Held<T extends keyof DB> = { [C in keyof Selectable<DB[T]>]?: Selectable<DB[T]>[C] | null }
/** No other columns, and null only where it says so: what may or may not be null would find now a row and now all that hold nothing. */
type Surely<T extends keyof DB, Is> = {
  [C in keyof Is]: C extends keyof DB[T] ? ([Is[C]] extends [null] ? null : Exclude<Is[C], null | undefined>) : never
}

/** The rows of a query whose columns hold this. */
function whose<Query>(query: Query, is: object): Query {
  let asked = query as { where(column: string, is: string, value: unknown): typeof asked }
  for (const [column, value] of Object.entries(is)) asked = asked.where(column, value === null ? 'is' : '=', value)
  return asked as Query
}

const asking = <T extends keyof DB, Said, C extends keyof Selectable<DB[T]>>(
  from: SelectQueryBuilder<DB, T, Said>,
  is: object,
  columns: readonly C[],
) => whose(columns.length > 0 ? from.select(columns as never) : from, is) as SelectQueryBuilder<DB, T, Said & Pick<Selectable<DB[T]>, C>>

/** The row whose columns hold this: `findRow(db.selectFrom('brief'), { groupId, year, endedAt: null }, ['id', 'title'])`. */
export const findRow = <T extends keyof DB, Said, const Is extends Held<T>, C extends keyof Selectable<DB[T]> = never>(
  from: SelectQueryBuilder<DB, T, Said>,
  is: Is & Surely<T, Is>,
  columns: readonly C[] = [],
) => asking(from, is, columns).executeTakeFirst()

/** The row that is there for sure. */
export const needRow = <T extends keyof DB, Said, const Is extends Held<T>, C extends keyof Selectable<DB[T]> = never>(
  from: SelectQueryBuilder<DB, T, Said>,
  is: Is & Surely<T, Is>,
  columns: readonly C[] = [],
) => asking(from, is, columns).executeTakeFirstOrThrow()

/** The rows whose columns hold this: `listRows(db.selectFrom('brief').orderBy('year'), { groupId }, ['id', 'title'])`. */
export const listRows = <T extends keyof DB, Said, const Is extends Held<T>, C extends keyof Selectable<DB[T]> = never>(
  from: SelectQueryBuilder<DB, T, Said>,
  is: Is & Surely<T, Is>,
  columns: readonly C[] = [],
) => asking(from, is, columns).execute()

/** Does every column stay as it is? */
const saysNothing = (values: object): boolean => Object.values(values).every((value) => value === undefined)

/** Changes the row of this number: `updateOne(tx.updateTable('brief'), id, { title })`; what is undefined stays. */
export async function updateOne<T extends Numbered>(
  table: UpdateQueryBuilder<DB, T, T, UpdateResult>,
  id: number,
  values: UpdateObject<DB, T, T>,
): Promise<void> {
  if (saysNothing(values)) return
  await table
    .set(values)
    .where('id' as never, '=', id as never)
    .execute()
}

/**
 * Changes the rows whose columns hold this: `updateRows(tx.updateTable('brief'), { groupId, endedAt: null }, { endedAt: at })`.
 * @returns how many there were; none where nothing is to change
 */
export async function updateRows<T extends keyof DB, const Is extends Held<T>>(
  table: UpdateQueryBuilder<DB, T, T, UpdateResult>,
  is: Is & Surely<T, Is>,
  values: UpdateObject<DB, T, T>,
): Promise<number> {
  if (saysNothing(values)) return 0
  const { numUpdatedRows } = await whose(table.set(values), is).executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}

/**
 * Changes the row whose columns hold this and says of it what is asked for: `changeRow(tx.updateTable('brief').returning('id'), { id, state }, { state: 'sent' })`.
 * @returns nothing where there is no such row (any more)
 */
export const changeRow = <T extends keyof DB, Row, const Is extends Held<T>>(
  table: UpdateQueryBuilder<DB, T, T, Row>,
  is: Is & Surely<T, Is>,
  values: UpdateObject<DB, T, T>,
) => whose(table.set(values), is).executeTakeFirst()

/**
 * Changes the row of this number, unless it is so already: what is noted and told of a change follows only where there was one.
 * @param besides what is written with a change and makes none, such as its time
 * @returns whether that changed anything
 */
export async function changeOne<T extends Numbered>(
  table: UpdateQueryBuilder<DB, T, T, UpdateResult>,
  id: number,
  values: UpdateObject<DB, T, T>,
  besides: UpdateObject<DB, T, T> = {},
): Promise<boolean> {
  if (saysNothing(values)) return false
  const { numUpdatedRows } = await table
    .set({ ...values, ...besides })
    .where('id' as never, '=', id as never)
    .where((e) =>
      e.or(
        Object.entries(values).flatMap(([column, value]) =>
          value === undefined ? [] : [e(column as never, 'is distinct from', value as never)],
        ),
      ),
    )
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** How many rows a query finds, whatever it selects of them. */
export async function countRows<Tables, From extends keyof Tables, Row>(query: SelectQueryBuilder<Tables, From, Row>): Promise<number> {
  const counted = query
    .clearSelect()
    .clearOrderBy()
    .select((e) => e.fn.countAll<number>().as('count'))
  // The compiler does not see through the select of a query that it does not know.
  return ((await counted.executeTakeFirstOrThrow()) as { count: number }).count
}

/** A page of what a query finds in its order, how much there is of it, and on how many pages. */
export async function readPage<Tables, From extends keyof Tables, Row>(
  query: SelectQueryBuilder<Tables, From, Row>,
  { page, limit }: { page: number; limit: number },
) {
  const total = await countRows(query)
  const rows = await query
    .limit(limit)
    .offset((page - 1) * limit)
    .execute()
  return { rows, total, pages: pagesOf(total, limit) }
}
