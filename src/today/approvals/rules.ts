/** What a person decides about, in the order of the page's tabs. */
export const approvalKinds = ['join', 'held', 'referent', 'silent', 'claim', 'offers', 'erasure'] as const
export type ApprovalKind = (typeof approvalKinds)[number]

/** The place of what belongs to no list and no group. */
export const siteItself = 'The site'

/** The page with the decision. */
export function approvalPath({ kind, id, slug }: { kind: ApprovalKind; id: number; slug: string | null }): string {
  if (kind === 'join') return `/lists/${slug}/requests/${id}`
  if (kind === 'held') return `/lists/${slug}/held/${id}`
  if (kind === 'offers') return `/calls/${id}`
  return { referent: '/referents', silent: '/affiliations', claim: '/affiliations/basis', erasure: '/admin/privacy' }[kind]
}
