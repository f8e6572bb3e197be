import { randomBytes } from 'node:crypto'
import type { Profile, SAML } from '@node-saml/node-saml'
import { affiliationsOf, emailOf, type Provider, type Statement, Untrusted } from './statement.ts'

/** What must be remembered between the way out and the way back. */
export interface SamlFacts {
  requestId: string
}

const minute = 60_000
const skew = 2 * minute

/** Our name to identity providers, where our metadata is too. */
export const entityId = (baseUrl: string): string => `${baseUrl}/sign-in/saml/metadata`
const callbackOf = (baseUrl: string): string => `${baseUrl}/sign-in/saml`

/** One exchange: the only request that an answer may answer is the one of `requestId`. */
async function exchange(baseUrl: string, provider: Pick<Provider, 'issuer' | 'client' | 'certificates'>, requestId: string): Promise<SAML> {
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
  })
}

/** The address at the identity provider to send somebody to. `relay` comes back with the answer. */
export async function beginSaml(baseUrl: string, provider: Provider, relay: string): Promise<{ url: string; facts: SamlFacts }> {
  const requestId = `_${randomBytes(20).toString('hex')}`
  const url = await (await exchange(baseUrl, provider, requestId)).getAuthorizeUrlAsync(relay, undefined, {})
  return { url, facts: { requestId } }
}

const oid = {
  mail: ['urn:oid:0.9.2342.19200300.100.1.3', 'mail', 'email', 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress'],
  name: ['urn:oid:2.16.840.1.113730.3.1.241', 'displayName', 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name'],
  affiliation: ['urn:oid:1.3.6.1.4.1.5923.1.1.1.9', 'eduPersonScopedAffiliation'],
  subject: ['urn:oasis:names:tc:SAML:attribute:subject-id', 'urn:oasis:names:tc:SAML:attribute:pairwise-id'],
}
const persistent = 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent'

const pick = (profile: Profile, names: string[]): unknown => names.map((name) => profile[name]).find((value) => value !== undefined)

function subjectOf(profile: Profile): string | undefined {
  const [lasting] = [pick(profile, oid.subject)].flat()
  if (typeof lasting === 'string' && lasting !== '') return lasting
  return profile.nameIDFormat === persistent && profile.nameID ? profile.nameID : undefined
}

/** As much of a parsed assertion as is compared here. */
interface Said {
  Assertion?: { Subject?: { SubjectConfirmation?: { SubjectConfirmationData?: { $?: Record<string, string> }[] }[] }[] }
}

/** The attributes of the outermost element of an answer. It is not always signed: what it says may only refuse. */
const rootOf = (xml: string): string => /<(?:[\w.-]+:)?Response\s((?:[^"'>]|"[^"]*"|'[^']*')*)>/.exec(xml)?.[1] ?? ''

/** Why a signed answer is none for us, in words for the log: another says it, or it was made for another address (SAML Profiles 4.1.4.3). */
function whyNotOurs(profile: Profile, here: string, issuer: string): string | undefined {
  if (profile.issuer !== issuer) return `The answer is of ${profile.issuer}.`
  const answer = profile.getSamlResponseXml?.() ?? ''
  const destination = /(?:^|\s)Destination\s*=\s*["']([^"']*)["']/.exec(rootOf(answer))?.[1]
  if (destination !== undefined && destination !== here) return 'The answer was sent to another address.'
  const { Assertion } = (profile.getAssertion?.() ?? {}) as Said
  const confirmed = (Assertion?.Subject ?? []).flatMap(({ SubjectConfirmation = [] }) => SubjectConfirmation)
  const recipients = confirmed.flatMap(({ SubjectConfirmationData = [] }) => SubjectConfirmationData).map(({ $ }) => $?.Recipient)
  if (recipients.length === 0 || recipients.some((one) => one !== here)) return 'The answer is meant for another recipient.'
  return undefined
}

/**
 * Reads the answer of an identity provider.
 * @throws Untrusted when its signature is another's, it is not for us, out of time, or answers another request
 */
export async function finishSaml(baseUrl: string, provider: Provider, response: string, { requestId }: SamlFacts): Promise<Statement> {
  const { profile } = await (await exchange(baseUrl, provider, requestId))
    .validatePostResponseAsync({ SAMLResponse: response })
    .catch((error: Error) => {
      throw new Untrusted(error.message, { cause: error })
    })
  if (!profile) throw new Untrusted('The answer says nothing of a person.')
  const wrong = whyNotOurs(profile, callbackOf(baseUrl), provider.issuer)
  if (wrong) throw new Untrusted(wrong)
  const [name] = [pick(profile, oid.name)].flat()
  return {
    provider: provider.slug,
    issuer: provider.issuer,
    subject: subjectOf(profile),
    email: emailOf(provider.domains, pick(profile, oid.mail)),
    name: typeof name === 'string' ? name : '',
    affiliations: affiliationsOf(provider.domains, pick(profile, oid.affiliation)),
  }
}

/** Our metadata (SAML 2.0), which an identity provider is given. */
export async function metadata(baseUrl: string): Promise<string> {
  // A certificate is asked for by the library and written nowhere: we sign no requests and decrypt nothing.
  const ours = await exchange(baseUrl, { issuer: '', client: `${baseUrl}/sign-in`, certificates: ['none'] }, '_metadata')
  return ours.generateServiceProviderMetadata(null)
}
