/** What a person decides about. */
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

/** The page with all of a kind at a place. */
export function allPath({ kind, slug }: { kind: ApprovalKind; slug: string | null }): string {
  if (kind === 'join') return `/lists/${slug}/requests`
  if (kind === 'held') return `/lists/${slug}/held`
  return {
    referent: '/referents',
    silent: '/affiliations',
    claim: '/affiliations/basis?view=said',
    offers: '/calls',
    erasure: '/admin/privacy',
  }[kind]
}

/** The part of the work that a decision belongs to: what comes to lists, or all else. */
export type Part = 'lists' | 'group'
