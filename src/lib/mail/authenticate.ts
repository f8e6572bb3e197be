import type { ARCData } from 'mailauth'
import { arc as verifyArc } from 'mailauth/lib/arc/index.js'
import { dkimVerify } from 'mailauth/lib/dkim/verify.js'
import { spf as verifySpf } from 'mailauth/lib/spf/index.js'
import { type AuthResult, believedResults, formatAuthResults } from './auth-results.ts'
import { type DmarcAnswer, type DmarcVerdict, evaluate, type Policy } from './dmarc.ts'
import { isTemporary, type Resolver, withDeadline } from './dns.ts'
import { fieldsOf, splitMessage, toVerify, whyNotReadHeader } from './header-block.ts'
import { type DkimCheck, MIN_KEY_BITS, unsigned, verifyDkim } from './verify-dkim.ts'

/** RFC 8601 §2.7.2. */
export type SpfVerdict = 'none' | 'pass' | 'fail' | 'softfail' | 'neutral' | 'temperror' | 'permerror'
/** RFC 8617 §4.4. */
export type ArcVerdict = 'none' | 'pass' | 'fail'

export interface Envelope {
  /** The address of the host that brought the mail; undefined where it is hidden, then SPF is `none`. */
  ip?: string | undefined
  /** What it called itself. */
  helo?: string | undefined
  /** The envelope sender, '' for a bounce. */
  mailFrom?: string | undefined
}

export interface AuthenticateOptions extends Envelope {
  resolver: Resolver
  /** Our name in Authentication-Results (RFC 8601 §2.5). */
  authserv: string
  /**
   * The name under which a host in front of us, which alone saw the peer, writes its Authentication-Results: its SPF is believed, and
   * signatures that it saw pass though it changed the mail afterwards. Give it only for mail that this host handed over.
   */
  trustedAuthserv?: string | undefined
  /** When the mail came; signatures expire. */
  at?: Date
  /** All questions to the DNS end after so long. */
  timeLimitMs?: number
}

/** How far a mail is what it claims to be. */
export interface Authentication {
  spf: { result: SpfVerdict; domain: string | null; comment: string; aligned: boolean }
  /** One for each signature; a single `none` for an unsigned mail. */
  dkim: DkimCheck[]
  dmarc: { result: DmarcVerdict; policy: Policy | null; policyDomain: string | null; comment: string }
  /** `instance`: how many sets there are; `sealedBy`: the domain of the last; `unanswered`: it fails only as far as the DNS told. */
  arc: { result: ArcVerdict; instance: number; sealedBy: string | null; comment: string; unanswered?: true }
  /** The one domain in From, lower case; null where there is none, or more than one. */
  fromDomain: string | null
  /** Some answer of the DNS was missing: the same mail may fare better later. */
  temporary: boolean
  /** The value of an Authentication-Results field that says all this, also for the ARC set. */
  header: string
}

/**
 * Evaluates SPF (RFC 7208), DKIM (RFC 6376), DMARC (RFC 9989) and ARC (RFC 8617) of a message. Never rejects and ends in time: what the
 * DNS does not answer is `temperror`, what cannot be read is `permerror`; ARC knows only `fail` (§5.2) and then `temporary` tells.
 */
export async function authenticate(raw: Uint8Array, options: AuthenticateOptions): Promise<Authentication> {
  let temporary = false
  const resolver = watched(withDeadline(options.resolver, options.timeLimitMs ?? 20_000), () => {
    temporary = true
  })

  const { header } = splitMessage(raw)
  const refusal = whyNotReadHeader(header)
  const believed = options.trustedAuthserv && !refusal ? believedResults(header, options.trustedAuthserv) : undefined
  const [spf, { checks, from, fromFields }, arc] = await Promise.all([
    believed ? believedSpf(believed, options) : checkSpf(options, resolver),
    refusal ? unreadable(refusal) : checkDkim(raw, resolver, options.at ?? new Date()),
    refusal ? { ...noArc, comment: refusal } : checkArc(raw, header, resolver, options.at ?? new Date()),
  ])
  const dkim = [...checks, ...believedSignatures(believed ?? [], checks)]
  const dmarc = await evaluate({
    from,
    fromFields,
    spf: spf.result === 'pass' && spf.domain ? [spf.domain] : [],
    dkim: dkim.flatMap(({ result, weak, domain }) => (result === 'pass' && !weak && domain ? [domain] : [])),
    resolver,
  })
  return report({ spf, dkim, arc, dmarc: refusal ? { ...dmarc, verdict: 'permerror' } : dmarc, temporary, options })
}

/** The same resolver, which tells where a question was not answered. */
const watched = (resolver: Resolver, onSilence: () => void): Resolver =>
  (async (name: string, type: string) => {
    try {
      return await resolver(name, type)
    } catch (error) {
      if (isTemporary(error)) onSilence()
      throw error
    }
  }) as Resolver

type Spf = Omit<Authentication['spf'], 'aligned'>
type Arc = Authentication['arc']
type DkimFindings = { checks: DkimCheck[]; from: string[]; fromFields: number }

const noArc: Arc = { result: 'none', instance: 0, sealedBy: null, comment: '' }
const lower = (name: string | null | undefined) => name?.toLowerCase() ?? null

async function checkSpf({ ip, helo, mailFrom }: Envelope, resolver: Resolver): Promise<Spf> {
  if (!ip) return { result: 'none', domain: null, comment: 'the address of the peer is not known' }
  try {
    const { status, domain } = await verifySpf({ ip, helo, sender: mailFrom, resolver, strict: true, mta: 'rapport' })
    return { result: status.result as SpfVerdict, domain: lower(domain), comment: status.comment?.replace(/^rapport: /, '') ?? '' }
  } catch (error) {
    return { result: 'permerror', domain: null, comment: (error as Error).message }
  }
}

const SPF_VERDICTS = ['none', 'pass', 'fail', 'softfail', 'neutral', 'temperror', 'permerror']
// The second and third are older habits of Microsoft and Google.
const senderOf = (facts: AuthResult['properties']) => facts['smtp.mailfrom'] ?? facts['smtp.mfrom'] ?? facts['smtp.mail']

function believedSpf(believed: AuthResult[], { mailFrom, helo, trustedAuthserv }: AuthenticateOptions): Spf {
  // Only where there is no sender does the name in HELO stand for it (RFC 7208 §2.4).
  const speaks = (facts: AuthResult['properties']) => !mailFrom || senderOf(facts) !== undefined || facts['smtp.helo'] === undefined
  const found = believed.find(({ method, properties }) => method === 'spf' && speaks(properties))
  if (!found || !SPF_VERDICTS.includes(found.result)) return { result: 'none', domain: null, comment: `not reported by ${trustedAuthserv}` }
  const identity = senderOf(found.properties) ?? found.properties['smtp.helo'] ?? (mailFrom || helo) ?? ''
  return {
    result: found.result as SpfVerdict,
    domain: lower(identity.replace(/^.*@/, '')) || null,
    comment: `reported by ${trustedAuthserv}`,
  }
}

function believedSignatures(believed: AuthResult[], checks: DkimCheck[]): DkimCheck[] {
  return believed.flatMap(({ method, result, properties }) => {
    const domain = lower(properties['header.d'] ?? properties['header.i']?.replace(/^.*@/, ''))
    if (method !== 'dkim' || result !== 'pass' || !domain) return []
    if (checks.some((check) => check.result === 'pass' && check.domain === domain)) return []
    const facts = { selector: properties['header.s'] ?? null, algorithm: properties['header.a'] ?? null }
    return [{ ...unsigned, result, domain, ...facts, comment: 'reported' }]
  })
}

async function checkDkim(raw: Uint8Array, resolver: Resolver, at: Date): Promise<DkimFindings> {
  try {
    const { checks, found } = await verifyDkim(raw, resolver, at)
    return { checks, from: found.headerFrom, fromFields: found.fromFields }
  } catch (error) {
    return unreadable((error as Error).message)
  }
}

const unreadable = (comment: string): DkimFindings => ({ checks: [{ ...unsigned, result: 'permerror', comment }], from: [], fromFields: 0 })

/** A chain whose keys the DNS does not tell is asked for so often: who seals it as broken breaks it for all who come after. */
const arcTries = 3

async function checkArc(raw: Uint8Array, header: string, resolver: Resolver, at: Date): Promise<Arc> {
  if (!fieldsOf(header).some(({ name }) => name.startsWith('arc-'))) return noArc
  let silent = false
  const asked = watched(resolver, () => {
    silent = true
  })
  for (let tried = 1; ; tried++) {
    silent = false
    const found = await checkChain(raw, asked, at)
    if (found.result !== 'fail' || !silent) return found
    if (tried === arcTries) return { ...found, unanswered: true }
  }
}

/** By the letter of the RFC, unlike the signatures: a chain is what others build on. */
async function checkChain(raw: Uint8Array, resolver: Resolver, at: Date): Promise<Arc> {
  try {
    const strict = { resolver, minBitLength: MIN_KEY_BITS, strict: true }
    const { arc: chain } = await dkimVerify(toVerify(raw), { ...strict, curTime: at })
    if (!chain) return noArc
    const { status } = await verifyArc(chain as ARCData, strict)
    const sealedBy = chain.lastEntry?.['arc-seal']?.parsed?.d?.value
    return {
      result: status.result as ArcVerdict,
      instance: chain.lastEntry?.i ?? 0,
      sealedBy: typeof sealedBy === 'string' ? lower(sealedBy) : null,
      comment: status.result === 'pass' ? '' : (status.comment ?? ''),
    }
  } catch (error) {
    return { ...noArc, result: 'fail', comment: (error as Error).message }
  }
}

interface Findings {
  spf: Spf
  dkim: DkimCheck[]
  dmarc: DmarcAnswer
  arc: Arc
  temporary: boolean
  options: AuthenticateOptions
}

function report({ spf, dkim, dmarc, arc, temporary, options }: Findings): Authentication {
  const usesHelo = !options.mailFrom
  const found: Omit<Authentication, 'header'> = {
    spf: { ...spf, aligned: spf.domain !== null && dmarc.alignedSpf.includes(spf.domain) },
    dkim: dkim.map((check) => ({ ...check, aligned: check.domain !== null && dmarc.alignedDkim.includes(check.domain) })),
    dmarc: {
      result: dmarc.verdict,
      policy: dmarc.published?.policy ?? null,
      policyDomain: dmarc.published?.domain ?? null,
      comment: dmarc.comment,
    },
    arc,
    fromDomain: lower(dmarc.fromDomain),
    temporary,
  }
  const signatures = dkim.map(({ result, domain, selector, algorithm }) => ({
    method: 'dkim',
    result,
    properties: { 'header.d': domain ?? '', 'header.s': selector ?? '', 'header.a': algorithm ?? '' },
  }))
  const header = formatAuthResults(options.authserv, [
    ...signatures,
    { method: 'spf', result: spf.result, properties: { [usesHelo ? 'smtp.helo' : 'smtp.mailfrom']: spf.domain ?? '' } },
    { method: 'arc', result: arc.result, properties: { 'smtp.remote-ip': options.ip ?? '' } },
    { method: 'dmarc', result: dmarc.verdict, properties: { 'header.from': dmarc.fromDomain ?? '' } },
  ])
  return { ...found, header }
}
