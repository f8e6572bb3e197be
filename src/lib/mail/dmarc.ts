import { evaluateDmarc } from 'mailauth/lib/dmarc/index.js'
import { getAlignment } from 'mailauth/lib/tools.js'
import type { Resolver } from './dns.ts'

export type Policy = 'none' | 'quarantine' | 'reject'

/** What a domain asks of those who get mail that claims to be from it and is not. */
export interface DmarcPolicy {
  /** As published for this domain, in test mode (`t=y`) too, since receivers that follow the older RFC 7489 act on it; null where there is none. */
  policy: Policy | null
  /** Where the record stands: the domain itself, its organisation or its registry. */
  domain: string | null
  /** The DNS gave no answer: there may be a policy. */
  temporary: boolean
}

/** Finds the DMARC policy of a From domain by the tree walk of RFC 9989 §4.10. Never rejects. */
export async function findDmarcPolicy(domain: string, resolver: Resolver): Promise<DmarcPolicy> {
  const { verdict, published } = await evaluate({ from: [domain], fromFields: 1, spf: [], dkim: [], resolver })
  return { ...(published ?? nothingPublished), temporary: verdict === 'temperror' }
}

const nothingPublished: Omit<DmarcPolicy, 'temporary'> = { policy: null, domain: null }

/** RFC 8601 §2.7.2 and RFC 9989 §9.1. */
export type DmarcVerdict = 'none' | 'pass' | 'fail' | 'temperror' | 'permerror'

export interface DmarcQuestion {
  /** The addresses in From, or the bare domain. */
  from: string[]
  /** How many From fields there are. */
  fromFields: number
  /** Domains for which SPF passed. */
  spf: string[]
  /** Domains whose signatures passed. */
  dkim: string[]
  resolver: Resolver
}

export interface DmarcAnswer {
  verdict: DmarcVerdict
  /** The one domain of From; null where there is none, or several. */
  fromDomain: string | null
  published: Omit<DmarcPolicy, 'temporary'> | null
  /** Those of the question that speak for the From domain. Without a record: same organisation by the Public Suffix List. */
  alignedSpf: string[]
  alignedDkim: string[]
  comment: string
}

const MOST_ADDRESS = 1_000
const nobody = { fromDomain: null, published: null, alignedSpf: [], alignedDkim: [] }

/** Decides DMARC (RFC 9989 §5.3). More than one domain in From is `permerror`, since nobody can tell whom the reader sees. */
export async function evaluate({ from, fromFields, spf, dkim, resolver }: DmarcQuestion): Promise<DmarcAnswer> {
  // No domain is so long; what is not looked up must not be looked through either.
  const longest = Math.max(0, ...from.map(({ length }) => length))
  if (longest > MOST_ADDRESS)
    return { ...nobody, verdict: 'permerror', comment: `an address of more than ${MOST_ADDRESS} characters in From` }
  const dkimDomains = dkim.map((domain) => ({ domain }))
  const { response, reason, dkimAligned } = await evaluateDmarc({ headerFrom: from, fromFields, spfDomains: spf, dkimDomains, resolver })
  if (!response)
    return { ...nobody, verdict: reason === 'no-author-domain' ? 'none' : 'permerror', comment: reason?.replaceAll('-', ' ') ?? '' }

  const fromDomain = response.status.header?.from ?? null
  const verdict = response.status.result as DmarcVerdict
  const comment = response.error ?? ''
  if (!response.alignment) {
    const shares = (domain: string) => fromDomain !== null && getAlignment(fromDomain, [domain]) !== false
    return { ...nobody, verdict, comment, fromDomain, alignedSpf: spf.filter(shares), alignedDkim: dkim.filter(shares) }
  }
  return {
    verdict,
    comment,
    fromDomain,
    published: { policy: publishedPolicy(response, fromDomain), domain: response.policyDomain ?? null },
    alignedSpf: spf.filter((domain) => domain === response.alignment.spf.result),
    alignedDkim: dkim.filter((domain) => dkimAligned?.has(domain.toLowerCase())),
  }
}

/** `policy` is what is in force; in test mode it stands one step below what is published. */
function publishedPolicy(
  found: { policy: string; p: string; sp: string; np?: string; policyDomain?: string; testMode: boolean },
  from: string | null,
): Policy {
  if (!found.testMode) return found.policy as Policy
  if (found.policyDomain === from) return found.p as Policy
  const below: Record<string, string> = { reject: 'quarantine', quarantine: 'none', none: 'none' }
  const published = [found.np, found.sp].find((policy) => policy !== undefined && below[policy] === found.policy)
  return (published ?? found.sp) as Policy
}
