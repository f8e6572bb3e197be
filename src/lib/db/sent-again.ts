import { sql } from 'kysely'
import type { Tx } from './rows.ts'

const minutes = 10

/** What somebody sends in the same words since this instant is the same form: pressed twice, or sent anew because its answer was lost. */
export const sameSince = (at: Date): Date => new Date(at.getTime() - minutes * 60_000)

/**
 * Until the end of the transaction, nobody else sends the same: two at one instant come one after the other, and the second finds the first.
 * @param what the kind of thing, whose it is and where it goes: `comment 7 request:38`
 */
export const oneByOne = (tx: Tx, what: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`sent again ${what}`}, 0))`.execute(tx)
