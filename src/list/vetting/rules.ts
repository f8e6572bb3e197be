import type { ApprovalPolicy, OrganisationKind } from '../../lib/db/schema.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { looksLikeStudents } from '../../people/rules.ts'

const t = textsOf('list', 'vettingPage').errors

/** An organisation that a part of the applicant's domain is registered for. */
export interface Candidate {
  domain: string
  id: number
  name: string
  kind: OrganisationKind
  /** It has a contract for the group's product today, by itself or through its consortium. */
  contract: boolean
  /** User groups that it is a member of today, by itself or through its consortium. */
  communityIds: number[]
}

/** What is on record about a request when its ladder is computed. */
export interface Evidence {
  confirmed: boolean
  /** The domain of the address. */
  domain: string
  freeMail: boolean
  /** A host of the list leaves addresses that look like a student's to a person. */
  studentsChecked: boolean
  /** The longest domain first. */
  candidates: Candidate[]
  /** Organisations for which a colleague or referent has vouched. */
  vouchedFor: number[]
  /** Organisations whose own sign-on says that the applicant is staff there. */
  statedBy: number[]
  /** The same, with what is known of them. */
  stated: Candidate[]
  staffPages: number
  /** An earlier request of the same person was rejected. */
  rejectedBefore: boolean
}

export type RungState = 'proved' | 'open' | 'person'
/** `stated`: whatever the address, one organisation's own sign-on says that they are its staff. */
export type DomainReading = 'recognised' | 'stated' | 'several' | 'unknown' | 'free' | 'student'

/** How far a request has come. `person` on a rung: no program may take it, whatever else is proved. */
export interface Ladder {
  address: RungState
  domain: RungState
  reading: DomainReading
  contract: RungState
  staff: RungState
}

/** Working for one of these is reason enough; an institution needs a contract. */
const ofTheVendor: readonly OrganisationKind[] = ['vendor', 'affiliate', 'reseller']

/** May staff of this organisation be on a list of the product's users? */
export const isEligible = ({ kind, contract }: Pick<Candidate, 'kind' | 'contract'>): boolean => ofTheVendor.includes(kind) || contract

function readAddress({ freeMail, domain, studentsChecked, candidates }: Evidence): DomainReading {
  if (freeMail) return 'free'
  if (studentsChecked && looksLikeStudents(domain)) return 'student'
  const [first] = candidates
  if (!first) return 'unknown'
  return candidates.every((one) => one.id === first.id) ? 'recognised' : 'several'
}

/** What an organisation says of its own staff counts before their address; where the two name different ones, a person looks. */
function readDomain(evidence: Evidence): DomainReading {
  const reading = readAddress(evidence)
  const [stated] = evidence.stated
  if (!stated) return reading
  if (evidence.stated.some((one) => one.id !== stated.id)) return 'several'
  if (reading !== 'recognised') return 'stated'
  return evidence.candidates[0]?.id === stated.id ? reading : 'several'
}

/** The organisation that all that is on record means; undefined where it is for a person to say. */
export const meantBy = ({ reading }: Pick<Ladder, 'reading'>, { candidates, stated }: Pick<Evidence, 'candidates' | 'stated'>) =>
  reading === 'recognised' ? candidates[0] : reading === 'stated' ? stated[0] : undefined

/**
 * Computes the rungs of a request: address, domain, contract, staff.
 * The terms of reference ask for current staff of an institution with a contract, or of the vendor, an affiliate or a reseller.
 */
export function climb(evidence: Evidence): Ladder {
  const { candidates, vouchedFor, statedBy } = evidence
  const reading = readDomain(evidence)
  const meant = meantBy({ reading }, evidence)
  const shown = reading === 'stated' || candidates.some((one) => vouchedFor.includes(one.id) || statedBy.includes(one.id))
  return {
    address: evidence.confirmed ? 'proved' : 'open',
    domain: meant ? 'proved' : 'person',
    reading,
    contract: meant && isEligible(meant) ? 'proved' : candidates.some(isEligible) ? 'person' : 'open',
    // A page is read by a person; a colleague's word is an answer by itself.
    staff: shown ? 'proved' : evidence.staffPages > 0 || vouchedFor.length > 0 || statedBy.length > 0 ? 'person' : 'open',
  }
}

/** May the list's policy let this request in without a person? Student domains and free mail only where an organisation's own sign-on speaks for them. */
export function mayApproveAlone(policy: ApprovalPolicy, ladder: Ladder, { rejectedBefore }: Pick<Evidence, 'rejectedBefore'>): boolean {
  if (policy === 'never' || rejectedBefore) return false
  if (ladder.address !== 'proved' || ladder.domain !== 'proved' || ladder.contract !== 'proved') return false
  return policy === 'recognised' || ladder.staff === 'proved'
}

/** What the ladder proved, as it is kept when the evidence goes. */
export const provedBy = (
  ladder: Ladder,
  { statedBy }: Pick<Evidence, 'statedBy'>,
  { staffPage = false, byHand = false }: { staffPage?: boolean; byHand?: boolean } = {},
): string[] => [
  ...(['address', 'domain', 'contract'] as const).filter((rung) => ladder[rung] === 'proved'),
  ...(ladder.staff === 'proved' ? [statedBy.length > 0 ? 'federated' : 'vouch'] : []),
  ...(staffPage ? ['staff_page'] : []),
  ...(byHand ? ['by_hand'] : []),
]

/** Why an approver is asked once more before somebody is accepted: what they will not be able to do, or what nothing shows. */
export type Doubt = 'noOrganisation' | 'noContract' | 'notShown'

/**
 * What speaks against accepting somebody at once.
 * @param shown organisations for which something shows that the applicant works there
 * @param contracts is any contract on record? Without one there is nothing that anybody would lack
 */
export function doubtsOf(candidate: Candidate | undefined, shown: readonly number[], contracts: boolean): Doubt[] {
  if (!candidate) return contracts ? ['noOrganisation'] : []
  const lacks = contracts && !isEligible(candidate)
  return [...(lacks ? ['noContract' as const] : []), ...(shown.includes(candidate.id) ? [] : ['notShown' as const])]
}

/** The organisations for which something shows that the applicant works there: their domain, a colleague's word, what an approver read or asked. */
export function shownFor(
  ladder: Ladder,
  { candidates, vouchedFor, statedBy }: Pick<Evidence, 'candidates' | 'vouchedFor' | 'statedBy'>,
  seenAt: number | undefined,
): number[] {
  const byDomain = ladder.reading === 'recognised' || ladder.reading === 'several' ? candidates.map(({ id }) => id) : []
  return [...byDomain, ...vouchedFor, ...statedBy, ...(seenAt === undefined ? [] : [seenAt])]
}

export interface Voucher {
  personId: number
  /** Their address is confirmed. */
  verified: boolean
  /** Organisations where they work today, or for which they are referent. */
  organisationIds: number[]
}

/** Why this person cannot vouch for the applicant; undefined means they can. */
export function whyNotVouch(voucher: Voucher | undefined, applicantId: number | undefined, candidateIds: number[]): string | undefined {
  if (!voucher?.verified) return t.unknown
  if (voucher.personId === applicantId) return t.self
  if (candidateIds.length > 0 && !voucher.organisationIds.some((id) => candidateIds.includes(id))) return t.elsewhere
  if (voucher.organisationIds.length === 0) return t.nowhere
}

/** The user group that answers for an applicant's data: theirs among the hosts, else the only host; undefined: a person says. */
export function chooseHost(hostIds: number[], candidate: Pick<Candidate, 'communityIds'> | undefined): number | undefined {
  if (hostIds.length <= 1) return hostIds[0]
  const fitting = hostIds.filter((id) => candidate?.communityIds.includes(id))
  return fitting.length === 1 ? fitting[0] : undefined
}
