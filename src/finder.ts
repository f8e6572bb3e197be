import type { Tx } from './lib/db/rows.ts'

/** How a kind of thing comes into search: whose rows are looked through, and what puts one of them in. */
export interface Finder {
  kind: string
  /** The table of the things themselves. */
  table: string
  /** The table whose rows are walked, where one of them holds many things. */
  walk?: string
  index: (tx: Tx, id: number, at: Date) => Promise<unknown>
}
