import type { Actor } from './actor.ts'
import type { Db } from './lib/db/rows.ts'

/** A kind of text that contains addresses of files: everyone who may read the text may have the files. */
export interface TextKind {
  /** What the journal calls it: `story` of `story:3`. */
  kind: string
  /**
   * The text as this person reads it now; undefined where there is none for them.
   * @throws NotFound, which says the same
   */
  read(db: Db, actor: Actor, id: number): Promise<string | undefined>
}
