import type { Tx } from './lib/db/rows.ts'

/** How a kind of thing gets into search: which rows to go through, and the function that indexes one of them. */
export interface Finder {
  kind: string
  /** The table of the things themselves. */
  table: string
  /** The table whose rows are walked, where one of them holds many things. */
  walk?: string
  /** Written anew with the raw mail that it is made of: a rebuild of all that is found does not walk it. */
  ofMail?: boolean
  index: (tx: Tx, id: number, at: Date) => Promise<unknown>
}
