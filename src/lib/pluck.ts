/** One field of each of some rows: their ids, their names. */
export const pluck = <Row, Field extends keyof Row>(rows: readonly Row[], field: Field): Row[Field][] => rows.map((row) => row[field])
