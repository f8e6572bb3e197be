import type { Selectable } from 'kysely'
import type { DB } from './schema.ts'

/** A list, as far as its pages show it and it decides who reads them. */
export type ShownList = Selectable<DB['sharedList']> & { groupName: string; groupSlug: string; communityIds: number[] }

/** What pages show, as it stood when it was asked. */
export interface Shown {
  /** Stands for what is around every page, the groups, lists, look, menu and own pages of the site: another one after each change of them. */
  around: string
  /** Stands for what the pages of every list show: another one after each change that is no list's alone. */
  everywhere: string
  /** Every list by its name. Whose archive may be read, a policy says. */
  lists: ReadonlyMap<string, ShownList>
  /** What stands for all that the pages of a list show. Mail to another list does not change it. */
  versionOf(list: { id: number }): string
}
