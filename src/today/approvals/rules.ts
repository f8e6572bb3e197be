/** What a person decides about, in the order of the page's tabs. */
export const approvalKinds = ['join', 'held', 'referent', 'silent', 'claim', 'offers', 'erasure'] as const
export type ApprovalKind = (typeof approvalKinds)[number]

/** What each kind is called. */
export const approvalNames: Record<ApprovalKind, string> = {
  join: 'Requests to join',
  held: 'Held mail',
  referent: 'Referents',
  silent: 'Did not answer',
  claim: 'Work elsewhere',
  offers: 'Volunteers',
  erasure: 'To be erased',
}

/** What waits, in one line. */
export const approvalLines: Record<ApprovalKind, string> = {
  join: 'asks to join',
  held: 'a mail is held',
  referent: 'is named as referent',
  silent: 'did not say whether they are still there',
  claim: 'has changed jobs, as they say',
  offers: 'the call has closed: decide about the offers',
  erasure: 'asks to be erased',
}

/** The page with the decision. */
export function approvalPath({ kind, id, slug }: { kind: ApprovalKind; id: number; slug: string | null }): string {
  if (kind === 'join') return `/lists/${slug}/requests/${id}`
  if (kind === 'held') return `/lists/${slug}/held/${id}`
  if (kind === 'offers') return `/calls/${id}`
  return { referent: '/referents', silent: '/affiliations', claim: '/affiliations/basis', erasure: '/admin/privacy' }[kind]
}
