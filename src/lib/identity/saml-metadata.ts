import { callbackOf, entityId, type OurKeys } from './saml.ts'

/** How this site presents itself to institutions. */
export interface Ourselves {
  name: string
  about: string
  /** An address of mail. */
  contact: string
  /** The entity categories that it is registered under. */
  categories: readonly string[]
}

/** The entity categories under which institutions release what we use. */
export const ourCategories = {
  personalized: 'https://refeds.org/category/personalized',
  scholarship: 'http://refeds.org/category/research-and-scholarship',
} as const

const escaped = (text: string): string => text.replaceAll(/[<>&"']/g, (char) => `&#${char.charCodeAt(0)};`)

const certificateOf = (certificate: string, use: 'signing' | 'encryption'): string =>
  `<KeyDescriptor use="${use}"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>${certificate}</ds:X509Certificate></ds:X509Data></ds:KeyInfo>${
    use === 'encryption'
      ? '<EncryptionMethod Algorithm="http://www.w3.org/2009/xmlenc11#aes256-gcm"/><EncryptionMethod Algorithm="http://www.w3.org/2009/xmlenc11#aes128-gcm"/><EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p"/>'
      : ''
  }</KeyDescriptor>`

const attributeOf = (name: string, values: readonly string[]): string =>
  values.length === 0
    ? ''
    : `<saml:Attribute Name="${name}" NameFormat="urn:oasis:names:tc:SAML:2.0:attrname-format:uri">${values
        .map((value) => `<saml:AttributeValue>${escaped(value)}</saml:AttributeValue>`)
        .join('')}</saml:Attribute>`

const requested = [
  ['urn:oid:0.9.2342.19200300.100.1.3', 'mail', true],
  ['urn:oid:2.16.840.1.113730.3.1.241', 'displayName', false],
  ['urn:oid:1.3.6.1.4.1.5923.1.1.1.9', 'eduPersonScopedAffiliation', false],
  ['urn:oid:1.3.6.1.4.1.5923.1.1.1.11', 'eduPersonAssurance', false],
] as const

/**
 * Our metadata (SAML 2.0), which an identity provider or a federation is given.
 * @param ourselves undefined where nothing was said of it yet: then it is the least that is needed
 */
export function metadata(baseUrl: string, ourselves?: Ourselves, keys: OurKeys = []): string {
  const { name = new URL(baseUrl).hostname, about = '', contact = '', categories = [] } = ourselves ?? {}
  const shown = escaped(name)
  const service = [
    `<AssertionConsumerService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="${callbackOf(baseUrl)}" index="1" isDefault="true"/>`,
    `<AttributeConsumingService index="1"><ServiceName xml:lang="en">${shown}</ServiceName>${requested
      .map(
        ([id, friendly, required]) =>
          `<RequestedAttribute FriendlyName="${friendly}" Name="${id}" NameFormat="urn:oasis:names:tc:SAML:2.0:attrname-format:uri" isRequired="${required}"/>`,
      )
      .join('')}</AttributeConsumingService>`,
  ]
  const information = [
    `<mdui:DisplayName xml:lang="en">${shown}</mdui:DisplayName>`,
    `<mdui:Description xml:lang="en">${escaped(about || name)}</mdui:Description>`,
    `<mdui:InformationURL xml:lang="en">${baseUrl}/</mdui:InformationURL>`,
    `<mdui:PrivacyStatementURL xml:lang="en">${baseUrl}/privacy</mdui:PrivacyStatementURL>`,
    // As the first page is shown elsewhere: title and mark, drawn.
    `<mdui:Logo height="630" width="1200">${baseUrl}/card.png</mdui:Logo>`,
  ]
  const person = (kind: string, more = '') =>
    `<ContactPerson contactType="${kind}"${more}><GivenName>${shown}</GivenName><EmailAddress>mailto:${escaped(contact)}</EmailAddress></ContactPerson>`
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" xmlns:ds="http://www.w3.org/2000/09/xmldsig#" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" xmlns:mdattr="urn:oasis:names:tc:SAML:metadata:attribute" xmlns:mdui="urn:oasis:names:tc:SAML:metadata:ui" xmlns:remd="http://refeds.org/metadata" entityID="${entityId(baseUrl)}">`,
    `<Extensions><mdattr:EntityAttributes>${attributeOf('http://macedir.org/entity-category', categories)}${attributeOf('urn:oasis:names:tc:SAML:profiles:subject-id:req', ['any'])}</mdattr:EntityAttributes></Extensions>`,
    `<SPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol" AuthnRequestsSigned="false" WantAssertionsSigned="true">`,
    `<Extensions><mdui:UIInfo>${information.join('')}</mdui:UIInfo></Extensions>`,
    ...keys.slice(0, 1).flatMap(({ certificate }) => [certificateOf(certificate, 'signing'), certificateOf(certificate, 'encryption')]),
    ...service,
    '</SPSSODescriptor>',
    `<Organization><OrganizationName xml:lang="en">${shown}</OrganizationName><OrganizationDisplayName xml:lang="en">${shown}</OrganizationDisplayName><OrganizationURL xml:lang="en">${baseUrl}/</OrganizationURL></Organization>`,
    ...(contact === ''
      ? []
      : [person('technical'), person('support'), person('other', ' remd:contactType="http://refeds.org/metadata/contactType/security"')]),
    '</EntityDescriptor>',
    '',
  ].join('\n')
}
