/** What an identity provider says of somebody, checked: signed by it, for us, for this browser, just now. */
export interface Statement {
  /** The slug of the provider. */
  provider: string
  /** Who says so: what is linked to one issuer is not another's. */
  issuer: string
  /** Stays the same for this person at this provider; undefined where the provider gives nothing that lasts. */
  subject?: string
  /** In lower case, and only where the provider may vouch for it. */
  email?: string
  name: string
  /** `staff@example.edu`: only those whose scope is a domain that the provider may speak for. */
  affiliations: string[]
  /** What the institution says of how well it knows its accounts (REFEDS Assurance Framework), without the common beginning: `ATP/ePA-1m`. */
  assurance?: string[]
  /** What the institution is called, where the provider is a federation. */
  institution?: string
}

/** Where a provider is and what it may say. */
export interface Provider {
  slug: string
  kind: 'oidc' | 'saml'
  label: string
  enabled: boolean
  /** OIDC: the issuer. SAML: the entity id of the identity provider. */
  issuer: string
  /** OIDC: the client's id. SAML: the address of its sign-in page. */
  client: string
  /** OIDC only. */
  secret?: string
  /** OIDC: its answers come to an address of its own, not to the one that is for all. */
  returnsApart?: boolean
  /** SAML only: PEM or base64 of DER. */
  certificates: string[]
  /** The domains that it may speak for; `*` is every domain. */
  domains: string[]
  /** SAML: it takes signed requests alone. */
  signs?: boolean
  /** What the institution is called, where `slug` is a federation's. */
  institution?: string
  /** Affiliations count only where the institution takes them back within a month. */
  assured?: boolean
}

/** What the metadata of a federation says of an identity provider. */
export interface Institution {
  entityId: string
  /** By language, two letters. */
  names: Record<string, string>
  keywords: string[]
  /** The domains that it speaks for, as the federation has checked. */
  scopes: string[]
  /** Its sign-in page; '' where only its name is known. */
  login: string
  /** It takes signed requests alone. */
  signs: boolean
  /** With which it signs, as base64. */
  certificates: string[]
  /** Entity categories, those that it supports, and certifications such as Sirtfi. */
  categories: string[]
  /** Its own, as ISO 8601, where it is not the federation's. */
  validUntil?: string
}

/** Signed metadata that was checked. */
export interface Metadata {
  /** As ISO 8601. */
  validUntil: string
  /** Seconds after which to ask again. */
  cacheFor: number | undefined
  institutions: Institution[]
}

/** What a provider's answer could not be taken for, as a sentence for the log; people are told less. */
export class Untrusted extends Error {
  override name = 'Untrusted'
}

/** What a library of a protocol threw, as that; of a connection that failed, why, and of a provider that said no, what it said (RFC 6749 5.2). */
export const refused = (error: Error): never => {
  const why = error.message === 'fetch failed' && error.cause instanceof Error ? error.cause.message : error.message
  const { error: code, error_description: more } = error as { error?: unknown; error_description?: unknown }
  throw new Untrusted([why, ...texts([code, more])].join(': ').slice(0, 500), { cause: error })
}

/** May a provider say something about this domain? It may about its own ones and those below them. */
export const speaksFor = (domains: readonly string[], domain: string): boolean =>
  domains.some((own) => own === '*' || domain === own || domain.endsWith(`.${own}`))

const domainOf = (text: string): string => text.slice(text.lastIndexOf('@') + 1).toLowerCase()

const texts = (value: unknown): string[] => [value].flat().filter((one): one is string => typeof one === 'string')

/** The scoped affiliations (eduPerson §2.2.2) in a claim or attribute that this provider may speak of, in lower case. */
export const affiliationsOf = (domains: readonly string[], value: unknown): string[] => [
  ...new Set(
    texts(value)
      .map((text) => text.trim().toLowerCase())
      .filter((text) => /^[a-z-]+@[^\s@]+$/.test(text) && speaksFor(domains, domainOf(text))),
  ),
]

/** The address in a claim or attribute that this provider may speak of. */
export function emailOf(domains: readonly string[], value: unknown): string | undefined {
  const email = texts(value)[0]?.trim().toLowerCase()
  return email && /^[^\s@<>"]+@[^\s@<>"]+$/.test(email) && email.length <= 254 && speaksFor(domains, domainOf(email)) ? email : undefined
}

/** The scopes for which an affiliation says that somebody is staff or an employee; students, alumni and members are none. */
export const staffScopes = (affiliations: readonly string[]): string[] => [
  ...new Set(affiliations.flatMap((one) => (/^(?:staff|employee)@/.test(one) ? [domainOf(one)] : []))),
]
