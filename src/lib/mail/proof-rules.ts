import { domainToASCII } from 'node:url'
import type { Authentication } from './authenticate.ts'

/**
 * How far it is proven that a mail comes from whom From names.
 * `proven`: DMARC passes, or where the domain publishes none an aligned signature or SPF does. `nothing claimed`: the domain publishes
 * nothing, and nothing speaks for it or against it. `not proven`: the domain disowns the mail, nobody can tell who is meant, or From names
 * several. `unanswered`: a name server was silent, the same mail may fare better later.
 */
export type Proof = 'proven' | 'nothing claimed' | 'not proven' | 'unanswered'

/** So often a mail is looked at again before an unanswered question counts as no proof: about an hour. */
export const patience = 6

/**
 * Is it proven by signatures alone? Then it can come from anybody who got a copy of it, at any time and to any address, and is still what
 * was written. SPF speaks for the host that brings it.
 */
export const isCarried = (authentication: Pick<Authentication, 'spf'> | undefined): boolean =>
  authentication !== undefined && !(authentication.spf.result === 'pass' && authentication.spf.aligned)

/** May a field have been changed by who brings it? Not where a signature that speaks for who wrote covers it, or nobody knows what it covers. */
export const isSigned = (authentication: Pick<Authentication, 'dkim'> | undefined, field: string): boolean =>
  (authentication?.dkim ?? []).some(
    ({ result, aligned, weak, signs }) => result === 'pass' && aligned && !weak && (signs?.includes(field) ?? true),
  )

/** Numbers of the signatures that speak for who wrote: a mail that has one of them is the same mail. */
export const signaturesOf = (authentication: Pick<Authentication, 'dkim'> | undefined): string[] =>
  (authentication?.dkim ?? []).flatMap(({ aligned, number }) => (aligned && number !== null ? [number] : []))

/** A domain that stands for having sent a mail. */
export interface Sender {
  domain: string
  /** It stands for who is named in From, and so need not be the host that sent the mail on. */
  ofAuthor: boolean
}

/**
 * Which domains stand for having sent a mail: by SPF, or by a signature that covers one of these fields. A seal (ARC) says no more than that
 * its host passed the mail on, whoever wrote it.
 */
export const sendersOf = ({ spf, dkim }: Pick<Authentication, 'spf' | 'dkim'>, fields: readonly string[]): Sender[] => [
  ...(spf.result === 'pass' && spf.domain !== null ? [{ domain: spf.domain, ofAuthor: spf.aligned }] : []),
  ...dkim.flatMap(({ result, weak, domain, signs, aligned }) =>
    result === 'pass' && !weak && domain !== null && (signs === null ? fields.length > 0 : fields.some((field) => signs.includes(field)))
      ? [{ domain, ofAuthor: aligned }]
      : [],
  ),
]

/** Is this domain the other one, or below it? */
export const isWithin = (domain: string, other: string): boolean => domain === other || domain.endsWith(`.${other}`)

/** May this mail wait for an answer of the name server? */
export const mayWait = (proof: Proof, attempts: number): boolean => proof === 'unanswered' && attempts < patience

/** Nothing may be done in the name of who wrote this, now that no answer is waited for. */
export const isDoubtful = (proof: Proof): boolean => proof === 'not proven' || proof === 'unanswered'

/** The domain of an address, in ASCII and lower case. */
export const domainOf = (address: string): string => domainToASCII(address.slice(address.lastIndexOf('@') + 1)).toLowerCase()

/**
 * The one judgement of a sender that decisions build on; verdicts are compared here and nowhere else.
 * @param authentication undefined for what was written on the web, which a session proves
 * @param from the address that the decision will be about, in lower case; '' where there is none
 * @param authors how many From names
 */
export function judgeSender(
  authentication: Pick<Authentication, 'dmarc' | 'spf' | 'dkim' | 'fromDomain'> | undefined,
  from: string,
  authors: number,
): Proof {
  if (authentication === undefined) return 'proven'
  const { dmarc, spf, dkim, fromDomain } = authentication
  if (authors > 1) return 'not proven'
  if (dmarc.result === 'temperror') return 'unanswered'
  if (dmarc.result !== 'pass' && dmarc.result !== 'none') return 'not proven'
  if (from === '') return 'nothing claimed'
  // Else the verdict would be about another than the one who is taken for the writer.
  if (fromDomain === null || domainOf(from) !== domainOf(fromDomain)) return 'not proven'
  const speaksForIt =
    dmarc.result === 'pass' ||
    (spf.result === 'pass' && spf.aligned) ||
    dkim.some(({ result, aligned, weak }) => result === 'pass' && aligned && !weak)
  return speaksForIt ? 'proven' : 'nothing claimed'
}
