import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { signXml } from '@node-saml/node-saml/lib/xml.js'
import { type KeyPair, makeKeyPair, pemOf } from '../../src/lib/identity/certificate.ts'
import type { World } from '../world.ts'
import { type IdpOptions, type IdpSaid, makeIdp } from './saml.ts'

/** An identity provider of the tests' federation. */
export interface Member {
  /** Its domain, for which it speaks. */
  domain: string
  name: string
  /** By other languages. */
  names?: Record<string, string>
  encrypts?: IdpOptions['encrypts']
  signs?: boolean
  hidden?: boolean
  /** Other scopes than its domain, as XML. */
  scopes?: string
}

const day = 86_400_000
export const entityIdOf = (domain: string) => `https://idp.${domain}/idp/shibboleth`
const loginOf = (domain: string) => `https://idp.${domain}/sso`

const attributes = (name: string, value: string) =>
  `<mdattr:EntityAttributes xmlns:mdattr="urn:oasis:names:tc:SAML:metadata:attribute"><saml:Attribute xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" Name="${name}" NameFormat="urn:oasis:names:tc:SAML:2.0:attrname-format:uri"><saml:AttributeValue>${value}</saml:AttributeValue></saml:Attribute></mdattr:EntityAttributes>`

/** Metadata of one, as a federation writes it. */
export const entityXml = (
  { domain, name, names = {}, signs, hidden, scopes }: Member,
  certificate: string,
  attributesOfRoot = '',
): string =>
  `<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata"${attributesOfRoot} entityID="${entityIdOf(domain)}"><Extensions>${
    hidden
      ? attributes('http://macedir.org/entity-category', 'http://refeds.org/category/hide-from-discovery')
      : attributes('http://macedir.org/entity-category-support', 'http://refeds.org/category/research-and-scholarship')
  }</Extensions><IDPSSODescriptor${signs ? ' WantAuthnRequestsSigned="true"' : ''} protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol"><Extensions><shibmd:Scope xmlns:shibmd="urn:mace:shibboleth:metadata:1.0" regexp="false">${domain}</shibmd:Scope>${scopes ?? ''}<mdui:UIInfo xmlns:mdui="urn:oasis:names:tc:SAML:metadata:ui"><mdui:DisplayName xml:lang="en">${name}</mdui:DisplayName>${Object.entries(
    names,
  )
    .map(([language, one]) => `<mdui:DisplayName xml:lang="${language}">${one}</mdui:DisplayName>`)
    .join(
      '',
    )}</mdui:UIInfo></Extensions><KeyDescriptor use="signing"><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data><ds:X509Certificate>${certificate}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></KeyDescriptor><SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="${loginOf(domain)}"/></IDPSSODescriptor></EntityDescriptor>`

/** Signs metadata whose root has an `ID`. */
export const signedBy = ({ privateKey, certificate }: KeyPair, xml: string, algorithm: 'sha256' | 'sha1' = 'sha256'): string =>
  signXml(
    xml,
    '/*',
    { reference: '/*/*[1]', action: 'before' },
    { privateKey, publicCert: pemOf(certificate), signatureAlgorithm: algorithm, digestAlgorithm: algorithm },
  )

/**
 * A federation on this machine: an MDQ server that signs what it says of identity providers, one by one and all together, and those identity
 * providers. What it answers may be changed while the test runs.
 */
export async function openFederation(members: Member[], now: () => Date) {
  const key = await makeKeyPair('federation.example', now())
  const keys = new Map<string, KeyPair>()
  for (const { domain } of members) keys.set(domain, await makeKeyPair(domain, now()))
  const rootOf = () =>
    ` ID="_${crypto.randomUUID()}" validUntil="${new Date(now().getTime() + 7 * day).toISOString()}" cacheDuration="PT6H"`
  const one = (member: Member) => entityXml(member, keys.get(member.domain)?.certificate ?? '', rootOf())
  const all = () =>
    `<EntitiesDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata"${rootOf()}>${members.map((member) => entityXml(member, keys.get(member.domain)?.certificate ?? '')).join('')}</EntitiesDescriptor>`
  const state: { asked: string[]; answer?: (path: string) => string | undefined; down?: boolean; gone?: string } = { asked: [] }
  const server = createServer((request, response) => {
    const path = decodeURIComponent(request.url ?? '')
    state.asked.push(path)
    const said = state.answer?.(path)
    const member = members.find(({ domain }) => path === `/entities/${entityIdOf(domain)}` && domain !== state.gone)
    const body =
      said ??
      (path === '/entities'
        ? signedBy(key, all())
        : path === '/names.json'
          ? JSON.stringify(
              members.map(({ domain, name }) => ({ entityID: entityIdOf(domain), DisplayNames: [{ value: name, lang: 'en' }] })),
            )
          : member && signedBy(key, one(member)))
    response.statusCode = state.down ? 503 : body === undefined ? 404 : 200
    response.setHeader('content-type', 'application/samlmetadata+xml')
    response.end(body)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  /** One of its identity providers, as it knows the site by its metadata. */
  function idp(metadata: string, domain: string, more: Partial<IdpOptions> = {}, pair?: KeyPair) {
    const member = members.find((entry) => entry.domain === domain)
    const own = pair ?? (keys.get(domain) as KeyPair)
    return makeIdp(
      metadata,
      { ...own, certificate: pemOf(own.certificate) },
      {
        ...{ entityId: entityIdOf(domain), login: loginOf(domain), encrypts: member?.encrypts, signs: member?.signs },
        ...more,
      },
    )
  }
  return {
    ...{ address, state, key, members, one, all, rootOf, idp },
    certificate: pemOf(key.certificate),
    keyOf: (domain: string) => keys.get(domain) as KeyPair,
    close: () => new Promise((done) => server.close(done)),
  }
}

export type Federation = Awaited<ReturnType<typeof openFederation>>
type Browser = Awaited<ReturnType<World['as']>>

/** Sets a federation up by the page, as an administrator, and reads its list. */
export async function join(world: World, federation: Federation, more: Record<string, string> = {}) {
  const ada = await world.as(world.ada)
  const form = { label: 'Testgain', slug: 'testgain', kind: 'mdq', address: federation.address, certificates: federation.certificate }
  const answer = await ada.post('/admin/sign-in/federations', { ...form, enabled: 'on', ...more })
  await world.settle()
  return answer
}

/** Looks an institution up and goes there; answers with the address that the browser is led to. */
export async function choose(browser: Browser, words: string, { next = '/me', purpose = 'sign-in' } = {}): Promise<string> {
  const page = await (await browser.get(`/sign-in/institutions?${new URLSearchParams({ q: words, next, for: purpose })}`)).text()
  const institution = /name="institution" value="(\d+)"/.exec(page.slice(page.indexOf('name="q"')))?.[1] ?? '0'
  const answer = await browser.post('/sign-in/institutions', { institution, next, purpose })
  return /http-equiv="refresh" content="0;url=([^"]+)"/.exec(await answer.text())?.[1]?.replaceAll('&amp;', '&') ?? ''
}

/** Walks a sign-in to its end: chooses, answers, comes back. Answers with the last address and status. */
export async function walkIn(
  world: World,
  federation: Federation,
  browser: Browser,
  {
    domain,
    said,
    next = '/me',
    purpose = 'sign-in',
    ...more
  }: { domain: string; said: IdpSaid; next?: string; purpose?: string } & Partial<IdpOptions>,
): Promise<{ status: number; location: string }> {
  const metadata = await (await (await world.as()).get('/sign-in/saml/metadata')).text()
  const url = await choose(browser, domain, { next, purpose })
  if (url === '') return { status: 0, location: '' }
  const posted = await federation.idp(metadata, domain, more)(url, said)
  // Browsers send what another site posts without our cookies.
  const taken = await (await world.as()).post('/sign-in/saml', posted, { origin: `https://idp.${domain}` })
  if (taken.status !== 303) return { status: taken.status, location: '' }
  const last = await browser.get(taken.headers.get('location') ?? '')
  return { status: last.status, location: last.headers.get('location') ?? '' }
}
