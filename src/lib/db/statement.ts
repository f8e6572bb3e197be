import { type Compilable, type CompiledQuery, type RawBuilder, sql } from 'kysely'
import type { Db } from './rows.ts'

/** The place of a value in a statement. */
class Place {
  readonly name: string

  constructor(name: string) {
    this.name = name
  }
}

/**
 * A statement that is put together once, since to do so takes longer than to run it: asked again it only takes its values.
 * @param build is given a place for each value, to be used as the value itself and looked at in no way
 * @returns runs it, with the values by name
 */
export function statement<Values extends object, Row>(build: (db: Db, values: Values) => Compilable<Row>) {
  let built: CompiledQuery<Row> | undefined
  const places = new Proxy({}, { get: (_, name) => new Place(String(name)) }) as Values
  return async (db: Db, values: Values): Promise<Row[]> => {
    built ??= build(db, places).compile() as CompiledQuery<Row>
    const parameters = built.parameters.map((one) => (one instanceof Place ? values[one.name as keyof Values] : one))
    return (await db.executeQuery<Row>({ ...built, parameters })).rows
  }
}

/** What was found for each of some keys, by the places of `asked`. */
export function inPlace<Row extends { place: number }>(keys: readonly unknown[], rows: readonly Row[]): (Row | undefined)[] {
  const byPlace = new Map(rows.map((row) => [row.place, row]))
  return keys.map((_, at) => byPlace.get(at + 1))
}

/**
 * Arrays side by side, a row for each place, numbered from 1 in `place`. How many there are is kept from the planner: it would plan anew for each number of
 * them, which takes longer than to ask.
 * @param columns of the rows, with the arrays cast to their types
 */
export function asked<Row extends object>(columns: { [Column in keyof Row]: RawBuilder<unknown> }) {
  const arrays = Object.values<RawBuilder<unknown>>(columns).map((array) => sql`(select ${array})`)
  const names = [...Object.keys(columns), 'place'].map((name) => sql.ref(name))
  return sql<Row & { place: number }>`unnest(${sql.join(arrays)}) with ordinality`.as<'asked'>(sql`asked(${sql.join(names)})`)
}
