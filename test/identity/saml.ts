import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

/** As much of samlify as is used; its own types bring those of browsers to the whole project. */
interface Samlify {
  setSchemaValidator(validator: { validate(xml: string): Promise<string> }): void
  SamlLib: {
    defaultLoginResponseTemplate: { context: string }
    replaceTagsByValue(template: string, values: Record<string, string>): string
  }
  IdentityProvider(settings: object): {
    getMetadata(): string
    parseLoginRequest(
      sp: object,
      binding: string,
      request: { query: Record<string, string>; octetString: string },
    ): Promise<{ extract: { request: { id: string } } }>
    createLoginResponse(
      sp: object,
      request: object,
      binding: string,
      user: object,
      options: { customTagReplacement(template: string): { id: string; context: string } },
    ): Promise<{ context: string }>
  }
  ServiceProvider(settings: { metadata: string }): { entityMeta: { getEntityID(): string } }
}

const require = createRequire(import.meta.url)
const samlify = require('samlify') as Samlify

const read = (name: string): string => readFileSync(fileURLToPath(new URL(name, import.meta.url)), 'utf8')
export const certificate = read('idp.crt.pem')
export const certificatePath = fileURLToPath(new URL('idp.crt.pem', import.meta.url))

// The answers are read by another library; what samlify reads are requests that were just made.
samlify.setSchemaValidator({ validate: async () => 'not validated' })

const attribute = (name: string, valueTag: string) => ({
  name,
  valueTag,
  nameFormat: 'urn:oasis:names:tc:SAML:2.0:attrname-format:uri',
  valueXsiType: 'xs:string',
})

/** Keys in the folder of the tests, by name, or a pair of one's own in PEM. */
type Key = 'idp' | 'other' | { privateKey: string; certificate: string }
const pairOf = (key: Key) => (typeof key === 'string' ? { privateKey: read(`${key}.key.pem`), certificate: read(`${key}.crt.pem`) } : key)

/** What is otherwise about an identity provider. */
export interface IdpOptions {
  entityId?: string
  login?: string
  /** By which algorithms it encrypts what it says; without, it does not. */
  encrypts?: { data?: string; key?: string }
  /** It takes signed requests alone. */
  signs?: boolean
}

/** What an identity provider says of somebody. */
export interface IdpSaid {
  subject: string
  mail?: string
  name?: string
  affiliation?: string
  subjectId?: string
  pairwiseId?: string
  assurance?: string
}

/** A SAML identity provider; `key` says with which of two keys it signs. */
export function makeIdp(metadata: string, key: Key = 'idp', options: IdpOptions = {}) {
  const {
    entityId = 'https://idp.northfield.example/metadata',
    login = 'https://idp.northfield.example/sso',
    encrypts,
    signs = false,
  } = options
  const pair = pairOf(key)
  const idp = samlify.IdentityProvider({
    entityID: entityId,
    signingCert: pair.certificate,
    privateKey: pair.privateKey,
    isAssertionEncrypted: encrypts !== undefined,
    dataEncryptionAlgorithm: encrypts?.data ?? 'http://www.w3.org/2009/xmlenc11#aes128-gcm',
    keyEncryptionAlgorithm: encrypts?.key ?? 'http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p',
    wantAuthnRequestsSigned: signs,
    nameIDFormat: ['urn:oasis:names:tc:SAML:2.0:nameid-format:persistent'],
    singleSignOnService: [
      { Binding: 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect', Location: login },
      { Binding: 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST', Location: login },
    ],
    loginResponseTemplate: {
      context: samlify.SamlLib.defaultLoginResponseTemplate.context,
      attributes: [
        attribute('urn:oid:0.9.2342.19200300.100.1.3', 'mail'),
        attribute('urn:oid:2.16.840.1.113730.3.1.241', 'name'),
        attribute('urn:oid:1.3.6.1.4.1.5923.1.1.1.9', 'affiliation'),
        attribute('urn:oasis:names:tc:SAML:attribute:subject-id', 'subjectId'),
        attribute('urn:oasis:names:tc:SAML:attribute:pairwise-id', 'pairwiseId'),
        attribute('urn:oid:1.3.6.1.4.1.5923.1.1.1.11', 'assurance'),
      ],
    },
  })
  const sp = samlify.ServiceProvider({ metadata })

  /** What the provider would post, in answer to the request in `url`, for whom it has signed in. */
  return async function answer(
    url: string,
    said: IdpSaid,
    {
      at = new Date(),
      audience = sp.entityMeta.getEntityID(),
      issuer = entityId,
      destination = 'http://rapport.test/sign-in/saml',
      recipient = 'http://rapport.test/sign-in/saml',
      /** What is signed says which request it answers. */
      solicited = true,
    } = {},
  ): Promise<{ SAMLResponse: string; RelayState: string }> {
    const query = Object.fromEntries(new URL(url).searchParams)
    const octetString = new URL(url).search.slice(1).replace(/&Signature=.*$/, '')
    const { extract } = await idp.parseLoginRequest(sp, 'redirect', { query, octetString })
    const until = new Date(at.getTime() + 300_000).toISOString()
    const { context } = await idp.createLoginResponse(sp, { extract }, 'post', said, {
      customTagReplacement: (template: string) => {
        const values = {
          ID: `_${crypto.randomUUID()}`,
          AssertionID: `_${crypto.randomUUID()}`,
          Destination: destination,
          Audience: audience,
          SubjectRecipient: recipient,
          Issuer: issuer,
          IssueInstant: at.toISOString(),
          StatusCode: 'urn:oasis:names:tc:SAML:2.0:status:Success',
          ConditionsNotBefore: new Date(at.getTime() - 1_000).toISOString(),
          ConditionsNotOnOrAfter: until,
          SubjectConfirmationDataNotOnOrAfter: until,
          NameIDFormat: 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent',
          NameID: said.subject,
          InResponseTo: extract.request.id,
          AuthnStatement: '',
          attrMail: said.mail ?? '',
          attrName: said.name ?? '',
          attrAffiliation: said.affiliation ?? '',
          attrSubjectId: said.subjectId ?? '',
          attrPairwiseId: said.pairwiseId ?? '',
          attrAssurance: said.assurance ?? '',
        }
        const asked = solicited ? template : template.replace(/(<saml:SubjectConfirmationData[^>]*?) InResponseTo="[^"]*"/, '$1')
        return { id: values.ID, context: samlify.SamlLib.replaceTagsByValue(asked, values) }
      },
    })
    return { SAMLResponse: context, RelayState: query.RelayState ?? '' }
  }
}
