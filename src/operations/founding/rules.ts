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

/**
 * What is wrong with it, by field, as far as it can be seen without looking at what there is.
 * @returns an empty record where nothing is
 */
export function whyNotFound(facts: NewGroupFacts): Record<string, string> {
  const problems: Record<string, string> = {}
  // One that is chosen and another one that is typed: nobody knows which is meant.
  if ((facts.communityId === undefined) !== Boolean(facts.community)) problems.community = t.errors.community
  if (facts.communityId === undefined && !facts.communitySlug) problems.communitySlug = t.errors.communitySlug
  if ((facts.productId === undefined) !== Boolean(facts.product)) problems.product = t.errors.product
  if (facts.productId === undefined && !facts.vendor) problems.vendor = t.errors.vendor
  if (facts.list && !facts.listTitle) problems.listTitle = t.errors.listTitle
  if (facts.listTitle && !facts.list) problems.list = t.errors.list
  return problems
}
