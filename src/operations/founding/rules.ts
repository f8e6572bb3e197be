import { textsOf } from '../../lib/ui/words.ts'

const t = textsOf('operations', 'founding')

/** What lists mostly are, each with who may join and who may read its archive. */
export const presets = {
  /** For everyone who uses the product; the group looks at who asks. */
  open: { joinPolicy: 'vetted', archive: 'subscribers' },
  /** For everyone, and for everyone to read. */
  public: { joinPolicy: 'confirm', archive: 'public' },
  /** For the working group alone. */
  group: { joinPolicy: 'closed', archive: 'group' },
} as const

export type Preset = keyof typeof presets

/** What the form of a new working group says. */
export interface NewGroupFacts {
  name: string
  slug: string
  /** A user group that is there, or the name of a new one. */
  communityId: number | undefined
  community: string
  communitySlug: string
  productId: number | undefined
  product: string
  vendor: string
  coordinator: string
  coordinatorName: string
  list: string
  listTitle: string
  preset: Preset
}

/** What is wrong where one is chosen or a new one typed. Both, and nobody knows which is meant. */
const whyNotOne = (
  facts: NewGroupFacts,
  chosen: 'communityId' | 'productId',
  needed: readonly ('community' | 'product' | 'vendor')[],
  typed: readonly (keyof NewGroupFacts)[],
  both: string,
): Record<string, string> =>
  facts[chosen] === undefined
    ? Object.fromEntries(needed.filter((field) => !facts[field]).map((field) => [field, t.errors[field]]))
    : Object.fromEntries(typed.filter((field) => facts[field]).map((field) => [field, both]))

/**
 * What is wrong with it, by field, as far as it can be seen without looking at what there is.
 * @returns an empty record where nothing is
 */
export function whyNotFound(facts: NewGroupFacts): Record<string, string> {
  const problems: Record<string, string> = {
    ...whyNotOne(facts, 'communityId', ['community'], ['community', 'communitySlug'], t.errors.bothCommunities),
    ...whyNotOne(facts, 'productId', ['product', 'vendor'], ['product', 'vendor'], t.errors.bothProducts),
  }
  if (facts.list && !facts.listTitle) problems.listTitle = t.errors.listTitle
  return problems
}
