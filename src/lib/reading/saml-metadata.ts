import sax from 'sax'
import { pemOf } from '../identity/certificate.ts'
import { type Institution, type Metadata, Untrusted } from '../identity/statement.ts'
import { readingLimits } from './limits.ts'
import { guardAlgorithms, guardXml } from './saml-guard.ts'

const md = 'urn:oasis:names:tc:SAML:2.0:metadata'
const ds = 'http://www.w3.org/2000/09/xmldsig#'
const mdui = 'urn:oasis:names:tc:SAML:metadata:ui'
const shibmd = 'urn:mace:shibboleth:metadata:1.0'
const saml2 = 'urn:oasis:names:tc:SAML:2.0:protocol'
const redirect = 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect'

const attributesOfEntities = new Set([
  'http://macedir.org/entity-category',
  'http://macedir.org/entity-category-support',
  'urn:oasis:names:tc:SAML:attribute:assurance-certification',
])

// The types lack what keeps entities of HTML out.
const options: sax.SAXOptions & { strictEntities: boolean } = { xmlns: true, strictEntities: true, trim: false }

const domain = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/
const mostText = 20_000
const mostNames = 60

/** Is it a page that a browser may be sent to? Plain HTTP is for a provider on this machine: for tries and tests. */
const isLogin = (address: string): boolean =>
  address.length <= 1_000 && /^(?:https:\/\/[^\s"'<>]+|http:\/\/127\.0\.0\.1(?::\d+)?\/[^\s"'<>]*)$/.test(address)

type Draft = Omit<Institution, 'validUntil'> & { saml: boolean; until: string | undefined }

type Attributes = Record<string, sax.QualifiedAttribute>

/** Collects the identity providers of metadata while it is read. */
class Collector {
  readonly institutions: Institution[] = []
  root: Record<string, string> | undefined
  #path: string[] = []
  #draft: Draft | undefined
  #text = ''
  #use = ''
  #attribute = ''
  #language = ''
  #counts = false

  open({ local, uri, attributes }: { local: string; uri: string; attributes: Attributes }): void {
    const said = Object.fromEntries(Object.values(attributes).map(({ name, value }) => [name, value]))
    this.root ??= said
    const name = `${uri}|${local}`
    this.#path.push(name)
    this.#text = ''
    this.#language = (said['xml:lang'] ?? 'en').toLowerCase().slice(0, 2)
    if (name === `${md}|EntityDescriptor`) this.#begin(said)
    else if (this.#draft) this.#note(this.#draft, name, said)
  }

  #begin({ entityID = '', validUntil }: Record<string, string>): void {
    if (this.#draft) throw new Untrusted('One institution stands in another.')
    const lists = { keywords: [], scopes: [], certificates: [], categories: [] }
    this.#draft = { entityId: entityID, names: {}, login: '', signs: false, saml: false, until: validUntil, ...lists }
  }

  #note(draft: Draft, name: string, said: Record<string, string>): void {
    const inProvider = this.#path.includes(`${md}|IDPSSODescriptor`)
    if (name === `${md}|IDPSSODescriptor`) {
      draft.saml = (said.protocolSupportEnumeration ?? '').split(/\s+/).includes(saml2)
      draft.signs = /^(?:true|1)$/.test(said.WantAuthnRequestsSigned ?? '')
    } else if (name === `${md}|KeyDescriptor`) this.#use = said.use ?? ''
    else if (name === `${md}|SingleSignOnService` && inProvider && said.Binding === redirect && isLogin(said.Location ?? ''))
      draft.login ||= said.Location ?? ''
    else if (name.endsWith('|Attribute')) this.#attribute = said.Name ?? ''
    // A scope that is a pattern is everybody's who writes the pattern: it is not believed.
    else if (name === `${shibmd}|Scope`) this.#counts = !/^(?:true|1)$/.test(said.regexp ?? '')
  }

  text(text: string): void {
    const room = mostText - this.#text.length
    if (this.#draft && room > 0) this.#text += text.slice(0, room)
  }

  close(now: Date): void {
    const name = this.#path.pop() ?? ''
    const draft = this.#draft
    if (!draft) return
    if (name === `${md}|EntityDescriptor`) {
      this.#end(draft, now)
      this.#draft = undefined
    } else this.#take(draft, name, this.#text.replaceAll(/\s+/g, ' ').trim())
    this.#text = ''
  }

  #take(draft: Draft, name: string, text: string): void {
    if (text === '') return
    const inProvider = this.#path.includes(`${md}|IDPSSODescriptor`)
    const named = Object.keys(draft.names).length < mostNames
    if (name === `${mdui}|DisplayName` && inProvider && named) draft.names[this.#language] = text.slice(0, 200)
    else if (name === `${md}|OrganizationDisplayName` && named) draft.names[this.#language] ??= text.slice(0, 200)
    else if (name === `${mdui}|Keywords` && inProvider) draft.keywords.push(text.slice(0, 500))
    else if (name === `${shibmd}|Scope` && this.#counts && domain.test(text.toLowerCase())) draft.scopes.push(text.toLowerCase())
    else if (name === `${ds}|X509Certificate` && inProvider && this.#use !== 'encryption') draft.certificates.push(text.replaceAll(' ', ''))
    else if (name.endsWith('|AttributeValue') && attributesOfEntities.has(this.#attribute)) draft.categories.push(text.slice(0, 300))
  }

  #end({ saml, until, ...draft }: Draft, now: Date): void {
    const fits = saml && draft.login !== '' && draft.certificates.length > 0 && /^\S{1,1024}$/.test(draft.entityId)
    const over = until !== undefined && !(new Date(until) > now)
    if (!fits || over) return
    if (this.institutions.length >= readingLimits.metadata.institutions) throw new Untrusted('There are too many institutions.')
    if (Object.keys(draft.names).length === 0) draft.names.en = draft.scopes[0] ?? draft.entityId.slice(0, 200)
    this.institutions.push({ ...draft, ...(until === undefined ? {} : { validUntil: new Date(until).toISOString() }) })
  }
}

function collect(xml: string, now: Date): Collector {
  const collector = new Collector()
  const parser = sax.parser(true, options)
  parser.onerror = (error) => {
    throw new Untrusted(error.message)
  }
  parser.ondoctype = () => {
    throw new Untrusted('The XML has a document type.')
  }
  parser.onopentag = (node) => collector.open(node as unknown as Parameters<Collector['open']>[0])
  parser.ontext = (words) => collector.text(words)
  parser.oncdata = (words) => collector.text(words)
  parser.onclosetag = () => collector.close(now)
  const piece = 64 * 1024
  for (let at = 0; at < xml.length; at += piece) parser.write(xml.slice(at, at + piece))
  parser.close()
  return collector
}

const part = { D: 86_400, H: 3_600, M: 60, S: 1 } as const

/** A `cacheDuration` (ISO 8601) in seconds; months and years, which nobody caches for, count as a day. */
function secondsOf(duration: string | undefined): number | undefined {
  if (duration === undefined || !/^P[\dYMWDTHS.]{1,40}$/.test(duration)) return undefined
  const [date = '', time = ''] = duration.slice(1).split('T')
  if (/[YMW]/.test(date)) return part.D
  return [...`${date}${time}`.matchAll(/(?<!\d)(\d+(?:\.\d+)?)([DHMS])/g)].reduce(
    (sum, [, n, unit]) => sum + Number(n) * part[unit as 'D'],
    0,
  )
}

/**
 * The reader that the worker calls: checks the signature of metadata and reads what was signed, and nothing else.
 * @param certificates one of which must have signed it
 * @param at now, as ISO 8601
 */
export async function metadataIn(bytes: Uint8Array, certificates: string[], at: string): Promise<Metadata> {
  const now = new Date(at)
  const xml = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  guardXml(xml, readingLimits.metadata)
  const { getVerifiedXml, parseDomFromString, xpath } = await import('@node-saml/node-saml/lib/xml.js')
  const failed = (error: Error): never => {
    throw new Untrusted(error.message)
  }
  const dom = await parseDomFromString(xml).catch(failed)
  const root = dom.documentElement
  if (root.namespaceURI !== md || !/^Entit(?:y|ies)Descriptor$/.test(root.localName)) throw new Untrusted('This is no metadata.')
  const [signature] = xpath.selectElements(root, `./*[local-name(.)='Signature' and namespace-uri(.)='${ds}']`)
  if (!signature) throw new Untrusted('The metadata is not signed.')
  guardAlgorithms(signature.toString())
  const signed = getVerifiedXml(xml, root, certificates.map(pemOf))
  if (signed === null) throw new Untrusted('The metadata is signed by somebody else, or was changed.')
  const { root: said = {}, institutions } = collect(signed, now)
  const validUntil = new Date(said.validUntil ?? '')
  // Without an end, what was true once could be shown for ever.
  if (Number.isNaN(validUntil.getTime())) throw new Untrusted('The metadata does not say until when it is valid.')
  if (validUntil <= now) throw new Untrusted(`The metadata was valid until ${validUntil.toISOString()}.`)
  return { validUntil: validUntil.toISOString(), cacheFor: secondsOf(said.cacheDuration), institutions }
}

const text = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 500) : '')

/** Texts of a directory by language: `[{ value, lang }]` of Shibboleth, `{ lang: value }` of pyFF. */
function textsIn(value: unknown): [language: string, text: string][] {
  const pairs: [unknown, unknown][] = Array.isArray(value)
    ? value.map((one: { value?: unknown; lang?: unknown } | null) => [one?.lang ?? 'en', one?.value])
    : Object.entries((value as object | null) ?? {})
  return pairs
    .slice(0, mostNames)
    .map(([language, one]): [string, string] => [text(language).slice(0, 2).toLowerCase() || 'en', text(one).slice(0, 200)])
    .filter(([, one]) => one !== '')
}

/** One institution of a directory; undefined where it is none, or shall not be shown. */
function listedIn(value: unknown): Institution | undefined {
  const one = (value ?? {}) as Record<string, unknown>
  const entityId = text(one.entityID)
  if (!/^\S{1,500}$/.test(entityId) || one.type === 'sp' || one.hidden === 'true') return undefined
  const names = Object.fromEntries([
    ['en', text(one.title).slice(0, 200)],
    ...textsIn(one.title_langs),
    ...textsIn(one.DisplayNames),
  ]) as Record<string, string>
  if (names.en === '') delete names.en
  if (Object.keys(names).length === 0) names.en = entityId
  const scopes = text(one.scope)
    .toLowerCase()
    .split(',')
    .filter((scope) => domain.test(scope))
  const keywords = [text(one.keywords), ...textsIn(one.Keywords).map(([, word]) => word)].filter(Boolean)
  return { entityId, names, keywords, scopes, login: '', signs: false, certificates: [], categories: [] }
}

/**
 * The reader that the worker calls for the list of institutions of a server that gives metadata one by one, as JSON. It is not signed and
 * says only how institutions are called: whom to believe, the metadata of each says.
 */
export function directoryIn(bytes: Uint8Array): Institution[] {
  let listed: unknown
  try {
    listed = JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    throw new Untrusted('The list of institutions is no JSON.')
  }
  if (!Array.isArray(listed)) throw new Untrusted('The list of institutions is no list.')
  if (listed.length > readingLimits.metadata.institutions) throw new Untrusted('There are too many institutions.')
  const found = listed.map(listedIn).filter((one) => one !== undefined)
  return [...new Map(found.map((one) => [one.entityId, one])).values()]
}
