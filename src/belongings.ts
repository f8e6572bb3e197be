import type { Actor } from './actor.ts'
import type { Db, Tx } from './lib/db/rows.ts'
import type { Role } from './lib/db/schema.ts'

/**
 * One thing that a role owns, and what becomes of it: it passes to the successor, follows the role by itself, or needs them to do
 * something.
 */
export interface Owned {
  kind: string
  title: string
  path: string
  way: 'passes' | 'follows' | 'action'
}

/** A role of a group that passes from one person to another. */
export interface Passing {
  groupId: number
  role: Role
  fromId: number
  toId: number
}

/**
 * What a domain knows of a role's belongings: what it lists, and, for what passes, how.
 * Both run in the handover's transaction; `pass` is called once.
 */
export interface Keeper {
  list(db: Db, passing: Passing): Promise<Owned[]>
  pass?(tx: Tx, actor: Actor, passing: Passing): Promise<unknown>
}
