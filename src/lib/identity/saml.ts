import { randomBytes } from 'node:crypto'
import type { Profile, SAML } from '@node-saml/node-saml'
import { callBounded } from '../reading/bounded.ts'
import { readingLimits } from '../reading/limits.ts'
import { guardAlgorithms, guardXml } from '../reading/saml-guard.ts'
import type { KeyPair } from './certificate.ts'
import { affiliationsOf, emailOf, type Provider, refused, type Statement, speaksFor, Untrusted } from './statement.ts'

/** What must be remembered between the way out and the way back. */
export interface SamlFacts {
  requestId: string
}

const minute = 60_000
const skew = 2 * minute

/** Our name to identity providers, where our metadata is too. */
export const entityId = (baseUrl: string): string => `${baseUrl}/sign-in/saml/metadata`

/** Where identity providers send people back to. */
export const callbackOf = (baseUrl: string): string => `${baseUrl}/sign-in/saml`

/** Our keys, newest first; none where no federation was ever set up. */
export type OurKeys = readonly KeyPair[]

type Asked = Pick<Provider, 'issuer' | 'client' | 'certificates' | 'signs'>

/** One exchange: the only request that an answer may answer is the one of `requestId`. */
async function exchange(baseUrl: string, provider: Asked, requestId: string, key?: KeyPair): Promise<SAML> {
  // Most sites have no such provider: the library is read when one is asked, and keeps no start waiting.
  const { SAML, ValidateInResponseTo } = await import('@node-saml/node-saml')
  const asked = new Date().toISOString()
  return new SAML({
    issuer: entityId(baseUrl),
    audience: entityId(baseUrl),
    callbackUrl: callbackOf(baseUrl),
    entryPoint: provider.client,
    idpIssuer: provider.issuer,
    idpCert: provider.certificates,
    identifierFormat: null,
    disableRequestedAuthnContext: true,
    // Some sign the response, some the assertion in it; one of the two signatures must hold in any case.
    wantAssertionsSigned: false,
    wantAuthnResponseSigned: false,
    acceptedClockSkewMs: skew,
    maxAssertionAgeMs: 10 * minute,
    validateInResponseTo: ValidateInResponseTo.always,
    generateUniqueId: () => requestId,
    cacheProvider: {
      saveAsync: async () => null,
      getAsync: async (key) => (key === requestId ? asked : null),
      removeAsync: async (key) => key,
    },
    ...(key ? { decryptionPvk: key.privateKey } : {}),
    ...(key && provider.signs ? { privateKey: key.privateKey, publicCert: key.certificate, signatureAlgorithm: 'sha256' as const } : {}),
  })
}

/**
 * The address at the identity provider to send somebody to. `relay` comes back with the answer.
 * @param keys the newest signs, where the provider takes nothing else
 */
export async function beginSaml(
  baseUrl: string,
  provider: Provider,
  relay: string,
  [key]: OurKeys = [],
): Promise<{ url: string; facts: SamlFacts }> {
  const requestId = `_${randomBytes(20).toString('hex')}`
  const url = await (await exchange(baseUrl, provider, requestId, key)).getAuthorizeUrlAsync(relay, undefined, {})
  return { url, facts: { requestId } }
}

const oid = {
  mail: ['urn:oid:0.9.2342.19200300.100.1.3', 'mail', 'email', 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress'],
  name: ['urn:oid:2.16.840.1.113730.3.1.241', 'displayName', 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name'],
  given: ['urn:oid:2.5.4.42', 'givenName'],
  family: ['urn:oid:2.5.4.4', 'sn'],
  affiliation: ['urn:oid:1.3.6.1.4.1.5923.1.1.1.9', 'eduPersonScopedAffiliation'],
  assurance: ['urn:oid:1.3.6.1.4.1.5923.1.1.1.11', 'eduPersonAssurance'],
  // The first that comes is who somebody is: what is made for it, then what was so before.
  subject: ['urn:oasis:names:tc:SAML:attribute:subject-id', 'urn:oasis:names:tc:SAML:attribute:pairwise-id'],
  unique: ['urn:oid:1.3.6.1.4.1.5923.1.1.1.13', 'eduPersonUniqueId'],
  principal: ['urn:oid:1.3.6.1.4.1.5923.1.1.1.6', 'eduPersonPrincipalName'],
}
const persistent = 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent'
const refeds = 'https://refeds.org/assurance/'
/** With it, the name that somebody signs in by there is never given to somebody else. */
const notReassigned = 'ID/eppn-unique-no-reassign'
/** Who leaves is staff no more within a month, or a day. */
const takenBack = ['ATP/ePA-1m', 'ATP/ePA-1d']

const pick = (profile: Profile, names: string[]): unknown => names.map((name) => profile[name]).find((value) => value !== undefined)
const textOf = (profile: Profile, names: string[]): string => {
  const [first] = [pick(profile, names)].flat()
  return typeof first === 'string' ? first.trim() : ''
}

/** A number with a scope (SAML subject identifiers), in lower case; undefined where the provider may not speak of its scope. */
function scoped(domains: readonly string[], value: string): string | undefined {
  const [, scope = ''] = /^[^\s@]{1,127}@([^\s@]{1,127})$/.exec(value.toLowerCase()) ?? []
  return scope !== '' && speaksFor(domains, scope) ? value.toLowerCase() : undefined
}

function subjectOf(profile: Profile, { domains }: Provider, assurance: string[]): string | undefined {
  const named = [...oid.subject, ...oid.unique.slice(0, 1)].map((name) => scoped(domains, textOf(profile, [name]))).find(Boolean)
  if (named) return named
  if (profile.nameIDFormat === persistent && profile.nameID) return profile.nameID
  return assurance.includes(notReassigned) ? scoped(domains, textOf(profile, oid.principal)) : undefined
}

/** As much of a parsed assertion as is compared here. */
interface Said {
  Assertion?: { Subject?: { SubjectConfirmation?: { SubjectConfirmationData?: { $?: Record<string, string> }[] }[] }[] }
}

/** The attributes of the outermost element of an answer. It is not always signed: what it says may only refuse. */
const rootOf = (xml: string): string => /<(?:[\w.-]+:)?Response\s((?:[^"'<>]|"[^"<]*"|'[^'<]*')*)>/.exec(xml)?.[1] ?? ''

/**
 * Why a signed answer is none for us, in words for the log: another says it, or it was made for another address or for no request of ours (SAML
 * Profiles 4.1.4.3). What is not signed around an assertion may name our request; the assertion has to name it itself.
 */
function whyNotOurs(
  profile: Profile,
  { here, issuer, requestId }: { here: string; issuer: string; requestId: string },
): string | undefined {
  if (profile.issuer !== issuer) return `The answer is of ${profile.issuer}.`
  const answer = profile.getSamlResponseXml?.() ?? ''
  const destination = /(?:^|\s)Destination\s*=\s*["']([^"']*)["']/.exec(rootOf(answer))?.[1]
  if (destination !== undefined && destination !== here) return 'The answer was sent to another address.'
  const { Assertion } = (profile.getAssertion?.() ?? {}) as Said
  const confirmed = (Assertion?.Subject ?? []).flatMap(({ SubjectConfirmation = [] }) => SubjectConfirmation)
  const facts = confirmed.flatMap(({ SubjectConfirmationData = [] }) => SubjectConfirmationData).map(({ $ }) => $)
  if (facts.length === 0 || facts.some((one) => one?.Recipient !== here)) return 'The answer is meant for another recipient.'
  if (facts.some((one) => one?.InResponseTo !== requestId)) return 'The answer answers no request of ours.'
  return undefined
}

/** Which of our keys opens an answer, where it is encrypted. What it opens is held to the same algorithms. */
async function keyFor(xml: string, keys: OurKeys): Promise<KeyPair | undefined> {
  const { decryptXml, parseDomFromString, xpath } = await import('@node-saml/node-saml/lib/xml.js')
  const dom = await parseDomFromString(xml).catch(refused)
  const [sealed] = xpath.selectElements(dom, "/*[local-name()='Response']/*[local-name()='EncryptedAssertion']")
  if (!sealed) return undefined
  for (const key of keys) {
    const opened = await decryptXml(sealed.toString(), key.privateKey).catch(() => undefined)
    if (opened === undefined) continue
    guardXml(opened, readingLimits.answer)
    guardAlgorithms(opened)
    return key
  }
  throw new Untrusted('The answer is encrypted for another key.')
}

/** The reader that the worker calls; see `finishSaml`. */
export async function answerIn(
  baseUrl: string,
  provider: Provider,
  response: string,
  { requestId }: SamlFacts,
  keys: OurKeys,
): Promise<Statement> {
  const xml = Buffer.from(response, 'base64').toString('utf8')
  guardXml(xml, readingLimits.answer)
  guardAlgorithms(xml)
  const key = await keyFor(xml, keys)
  const { profile } = await (await exchange(baseUrl, provider, requestId, key))
    .validatePostResponseAsync({ SAMLResponse: response })
    .catch(refused)
  if (!profile) throw new Untrusted('The answer says nothing of a person.')
  const wrong = whyNotOurs(profile, { here: callbackOf(baseUrl), issuer: provider.issuer, requestId })
  if (wrong) throw new Untrusted(wrong)
  const assurance = [pick(profile, oid.assurance)]
    .flat()
    .flatMap((one) => (typeof one === 'string' && one.startsWith(refeds) ? [one.slice(refeds.length, 200)] : []))
  const believed = !provider.assured || takenBack.some((one) => assurance.includes(one))
  return {
    provider: provider.slug,
    issuer: provider.issuer,
    subject: subjectOf(profile, provider, assurance),
    email: emailOf(provider.domains, pick(profile, oid.mail)),
    name: textOf(profile, oid.name) || `${textOf(profile, oid.given)} ${textOf(profile, oid.family)}`.trim(),
    affiliations: believed ? affiliationsOf(provider.domains, pick(profile, oid.affiliation)) : [],
    assurance,
    ...(provider.institution === undefined ? {} : { institution: provider.institution }),
  }
}

/**
 * Reads the answer of an identity provider, in a worker with bounded time and memory.
 * @param keys ours, with which it may be encrypted
 * @throws Untrusted when its signature is another's or weak, it is not for us, out of time, answers another request, or is made to be dear
 */
export async function finishSaml(
  baseUrl: string,
  provider: Provider,
  response: string,
  facts: SamlFacts,
  keys: OurKeys = [],
): Promise<Statement> {
  const { size, time: milliseconds } = readingLimits.answer
  if (response.length > size * 1.4) throw new Untrusted('The answer is too long.')
  const { secret: _, ...told } = provider
  const given = [baseUrl, told, response, facts, keys]
  return callBounded({ module: import.meta.url, reader: answerIn.name, given, refusal: Untrusted, milliseconds })
}
