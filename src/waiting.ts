import type { Actor } from './actor.ts'
import type { Db } from './lib/db/connect.ts'
import type { Waits } from './lib/ui/waits.ts'

/** Parts of the work, as the navigation names them; of two that are equally urgent the first stands first. */
export const todayKinds = ['ballots', 'vendor', 'lists', 'requests', 'meetings', 'documents', 'news', 'group'] as const
export type TodayKind = (typeof todayKinds)[number]

/** Something that waits for a person, with the page that has its one button. */
export interface Waiting extends Waits {
  href: string
  /** Theirs alone to do, or somebody is kept waiting by it. */
  primary?: boolean
  /** It should have been done. */
  late?: boolean
  /** When it is too late. */
  until?: Date
}

/** What of a part of the work waits for whom. */
export interface Waiters {
  kind: TodayKind
  list(db: Db, actor: Actor): Promise<readonly Waiting[]>
}
