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
    parseLoginRequest(
      sp: object,
      binding: string,
      request: { query: Record<string, string> },
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

/** A SAML identity provider; `key` says with which of two keys it signs. */
export function makeIdp(metadata: string, key: 'idp' | 'other' = 'idp') {
  const idp = samlify.IdentityProvider({
    entityID: 'https://idp.northfield.example/metadata',
    signingCert: read(`${key}.crt.pem`),
    privateKey: read(`${key}.key.pem`),
    isAssertionEncrypted: false,
    nameIDFormat: ['urn:oasis:names:tc:SAML:2.0:nameid-format:persistent'],
    singleSignOnService: [
      { Binding: 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect', Location: 'https://idp.northfield.example/sso' },
      { Binding: 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST', Location: 'https://idp.northfield.example/sso' },
    ],
    loginResponseTemplate: {
      context: samlify.SamlLib.defaultLoginResponseTemplate.context,
      attributes: [
        attribute('urn:oid:0.9.2342.19200300.100.1.3', 'mail'),
        attribute('urn:oid:2.16.840.1.113730.3.1.241', 'name'),
        attribute('urn:oid:1.3.6.1.4.1.5923.1.1.1.9', 'affiliation'),
      ],
    },
  })
  const sp = samlify.ServiceProvider({ metadata })

  /** What the provider would post, in answer to the request in `url`, for whom it has signed in. */
  return async function answer(
    url: string,
    said: { subject: string; mail: string; name?: string; affiliation?: string },
    {
      at = new Date(),
      audience = sp.entityMeta.getEntityID(),
      issuer = 'https://idp.northfield.example/metadata',
      destination = 'http://rapport.test/sign-in/saml',
      recipient = 'http://rapport.test/sign-in/saml',
    } = {},
  ): Promise<{ SAMLResponse: string; RelayState: string }> {
    const query = Object.fromEntries(new URL(url).searchParams)
    const { extract } = await idp.parseLoginRequest(sp, 'redirect', { query })
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
          attrMail: said.mail,
          attrName: said.name ?? '',
          attrAffiliation: said.affiliation ?? '',
        }
        return { id: values.ID, context: samlify.SamlLib.replaceTagsByValue(template, values) }
      },
    })
    return { SAMLResponse: context, RelayState: query.RelayState ?? '' }
  }
}
