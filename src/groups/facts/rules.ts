import { textsOf } from '../../lib/ui/words.ts'

const t = textsOf('groups', 'facts')

/** Who may see which people are on the lists of a group. */
export const directories = ['none', 'group', 'subscribers'] as const
type Directory = (typeof directories)[number]

/** What a group says of itself; what is left out stays. */
export interface GroupFacts {
  name: string
  /** One sentence, under the name on the first page. */
  tagline?: string
  foundedOn?: string | null
  /** Who sees which people are on its lists. */
  directory?: Directory
}

/** What is wrong with the facts of a group, by field. */
export const whyNotFacts = ({ foundedOn }: Pick<GroupFacts, 'foundedOn'>, today: string): Record<string, string> =>
  foundedOn && foundedOn > today ? { foundedOn: t.errors.foundedOn } : {}

/** Which user group hosts which list, as a form says it: `3-1` is list 3 by user group 1. */
export const hostKey = (listId: number, communityId: number): string => `${listId}-${communityId}`
