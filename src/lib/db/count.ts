import type { SelectQueryBuilder } from 'kysely'

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
  return { rows, total, pages: Math.max(1, Math.ceil(total / limit)) }
}
