import { createHash } from 'node:crypto'
import { domainToASCII } from 'node:url'
import type { DKIMResult, DKIMVerifyResult } from 'mailauth'
import { dkimVerify } from 'mailauth/lib/dkim/verify.js'
import { getPublicKey, KEY_ERROR_COMMENTS } from 'mailauth/lib/tools.js'
import { evaluate } from './dmarc.ts'
import type { Resolver } from './dns.ts'
import { fieldsOf, splitMessage, toVerify } from './header-block.ts'

/** RFC 8601 §2.7.1. */
export type DkimVerdict = 'none' | 'pass' | 'fail' | 'policy' | 'neutral' | 'temperror' | 'permerror'

/** What one DKIM signature is worth. */
export interface DkimCheck {
  result: DkimVerdict
  /** Who signed (`d=`), lower case, in ASCII; null where there is no signature to speak of. */
  domain: string | null
  selector: string | null
  algorithm: string | null
  /** A number of the signature itself: another mail has another one, and the same mail keeps it, whatever is added to it. */
  number: string | null
  /** Why, in a few words; '' for a pass. */
  comment: string
  /** A pass to build nothing on: rsa-sha1 (RFC 8301 §3.1), the form of a draft, or `l=` with text after what is signed (RFC 6376 §8.2). */
  weak: boolean
  /** `x=`: from then on it fails. */
  expiresAt: Date | null
  /** Names of the fields that it signs, in lower case; null where only the server in front has told of it. */
  signs: readonly string[] | null
  /** Whether it speaks for the domain in From; known once DMARC has been looked up. */
  aligned: boolean
}

/** RSA keys below this are no proof (RFC 8301 §3.2). */
export const MIN_KEY_BITS = 1024

/** Each signature costs a hash of the body, a DNS question and a verification; a mail of more was not made to be read. */
const MAX_SIGNATURES = 12

/**
 * Verifies the DKIM signatures of a message as of `at`, the topmost twelve. Signatures of the drafts before RFC 4871 and rsa-sha1 are
 * verified too, so that old archives keep their proofs; they are `weak`. `found` is what mailauth saw besides.
 * @throws Error where the header is none that a verifier can read
 */
export async function verifyDkim(
  message: Uint8Array,
  resolver: Resolver,
  at: Date,
): Promise<{ checks: DkimCheck[]; found: DKIMVerifyResult }> {
  const found = await dkimVerify(withoutSurplusSignatures(message), { resolver, curTime: at, minBitLength: MIN_KEY_BITS })
  const ambiguous = signaturesWithTwins(message)
  const checks = await Promise.all(found.results.map((result) => checkOf(result, resolver, ambiguous)))
  const isUnsigned = checks.every(({ result }) => result === 'none')
  if (isUnsigned && found.headers?.parsed.some(({ key }) => key === 'dkim-signature')) {
    const comment = 'signature in a form that nobody knows'
    return { found, checks: [{ ...unsigned, result: 'neutral', comment }] }
  }
  return { found, checks }
}

/** A mail without a signature. */
export const unsigned: DkimCheck = {
  result: 'none',
  domain: null,
  selector: null,
  algorithm: null,
  number: null,
  comment: 'message not signed',
  weak: false,
  expiresAt: null,
  signs: null,
  aligned: false,
}

/** Of what mailauth lets pass, that which a verifier of today refuses. */
const isGrave = (warning: string) => warning === 'rsa-sha1' || warning === 'invalid-v' || warning.startsWith('missing-')

/** What a verifier ignores a signature for (RFC 6376 §6.1.1), and mailauth lets pass: `i=` beside `d=`, or below it against the key's `t=s`; another `q=`. */
const ignored: Record<string, string> = { 'identity-domain': 'domain mismatch', 'query-method': 'unsupported query method' }

/** Signatures (`b=`) whose fields name a tag twice, and so say two things at once: RFC 6376 §3.2 has none of it count. mailauth takes the last. */
function signaturesWithTwins(message: Uint8Array): Set<string> {
  const twins = new Set<string>()
  for (const { name: field, line } of fieldsOf(splitMessage(message).header)) {
    if (field !== 'dkim-signature') continue
    const tags = line.slice(line.indexOf(':') + 1).split(';')
    const names = tags.filter((tag) => tag.includes('=')).map((tag) => tag.slice(0, tag.indexOf('=')).trim())
    if (new Set(names).size === names.length) continue
    for (const tag of tags) if (/^\s*b\s*=/.test(tag)) twins.add(bare(tag.slice(tag.indexOf('=') + 1)))
  }
  return twins
}

const bare = (signature = '') => signature.replace(/\s/g, '')

// Of its bytes, as the same can be written in several ways.
const numberOf = (signature = ''): string | null =>
  signature === '' ? null : createHash('sha256').update(Buffer.from(signature, 'base64')).digest('hex')

const fieldsIn = ({ signingHeaders }: DKIMResult): string[] => (signingHeaders?.keys ?? '').toLowerCase().split(/[\s:]+/)

async function checkOf(found: DKIMResult, resolver: Resolver, ambiguous: ReadonlySet<string>): Promise<DkimCheck> {
  const { status } = found
  const domain = domainToASCII(found.signingDomain ?? '') || null
  const verdict = { result: status.result as DkimVerdict, comment: status.comment ?? status.policy?.['dkim-rules'] ?? '' }
  if (verdict.comment === 'body hash did not verify') Object.assign(verdict, await whyBodyFails(found, resolver))
  // A signature of another version that does not hold says nothing (RFC 6376 §6.1.1).
  if (verdict.result === 'fail' && status.warnings?.includes('invalid-v'))
    Object.assign(verdict, { result: 'neutral', comment: 'unknown version' })
  if (verdict.result === 'pass' && ambiguous.has(bare(found.signature)))
    Object.assign(verdict, { result: 'neutral', comment: 'a tag of the signature is there twice' })
  const weak = Boolean(status.underSized || status.warnings?.some(isGrave))
  // Signatures of the drafts had other ways to ask (`q=dns`).
  const reason = weak ? undefined : status.warnings?.map((warning) => ignored[warning]).find(Boolean)
  if (verdict.result === 'pass' && reason) Object.assign(verdict, { result: 'neutral', comment: reason })
  return {
    ...verdict,
    domain,
    selector: found.selector ?? null,
    algorithm: found.algo ?? null,
    number: numberOf(found.signature),
    weak,
    expiresAt: found.expiresAfter ? new Date(found.expiresAfter) : null,
    signs: fieldsIn(found),
    aligned: Boolean(status.aligned),
  }
}

/**
 * mailauth spares itself the key where the body has changed, and calls it neutral. By RFC 6376 §6.1 the key comes first: without one
 * there is no signature that could fail; with one it has failed.
 */
async function whyBodyFails(found: DKIMResult, resolver: Resolver): Promise<{ result: DkimVerdict; comment: string }> {
  const [type, hashAlgo] = found.algo?.toLowerCase().split('-') ?? []
  // Ed25519 keys have no past to be lenient with.
  const options = { hashAlgo, strict: type === 'ed25519' }
  try {
    await getPublicKey('DKIM', `${found.selector}._domainkey.${found.signingDomain}`, MIN_KEY_BITS, resolver, options)
    return { result: 'fail', comment: 'body hash did not verify' }
  } catch (error) {
    const code = (error as { code?: string }).code ?? ''
    if (code === 'ESHORTKEY') return { result: 'policy', comment: 'weak-key' }
    const comment = KEY_ERROR_COMMENTS.get(code)
    return comment ? { result: 'neutral', comment } : { result: 'temperror', comment: `DNS failure: ${code}` }
  }
}

function withoutSurplusSignatures(message: Uint8Array): Buffer {
  const { header, body } = splitMessage(message)
  const fields = fieldsOf(header)
  let seen = 0
  const kept = fields.filter(({ name }) => name !== 'dkim-signature' || ++seen <= MAX_SIGNATURES)
  if (seen <= MAX_SIGNATURES) return toVerify(message)
  return toVerify(Buffer.concat([Buffer.from(kept.map(({ line }) => `${line}\r\n`).join(''), 'latin1'), Buffer.from('\r\n'), body]))
}

/** A signature that ends sooner than this would fail where delivery takes its time. */
const MIN_LIFE_MS = 24 * 60 * 60 * 1000

/**
 * Whether a signature that speaks for the From domain holds in the message as it will go out, so that From may stay as it is under a
 * policy of quarantine or reject. False too where the DNS does not answer. Never rejects.
 */
export async function alignedSignatureSurvives(
  message: Uint8Array,
  fromDomain: string,
  resolver: Resolver,
  at = new Date(),
): Promise<boolean> {
  try {
    const { checks } = await verifyDkim(message, resolver, at)
    const isLasting = ({ expiresAt }: DkimCheck) => !expiresAt || expiresAt.getTime() - at.getTime() > MIN_LIFE_MS
    const dkim = checks.flatMap((check) =>
      check.result === 'pass' && !check.weak && check.domain && isLasting(check) ? [check.domain] : [],
    )
    const { alignedDkim } = await evaluate({ from: [fromDomain], fromFields: 1, spf: [], dkim, resolver })
    return alignedDkim.length > 0
  } catch {
    return false
  }
}
