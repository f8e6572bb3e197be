import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { certificate, certificatePath } from '../identity/saml.ts'
import { makeWorld, type World } from '../world.ts'
import { missing, run } from './programs.ts'

/** What others make of our SAML: the schemas of OASIS, Shibboleth, Lasso, on which mod_auth_mellon stands, and pysaml2. */
const idp = 'https://idp.northfield.example/metadata'
const login = 'https://idp.northfield.example/sso'
const absent = missing('xmllint', 'mdquery')
const noLasso = (await run('/usr/bin/python3', ['-c', 'import lasso'])).code === 0 ? undefined : 'python3-lasso not installed'
const noPysaml2 =
  missing('xmlsec1') ?? ((await run('/usr/bin/python3', ['-c', 'import saml2'])).code === 0 ? undefined : 'python3-pysaml2 not installed')

let world: World
let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rapport-saml-'))
  const env = { RAPPORT_SAML_IDP: idp, RAPPORT_SAML_LOGIN: login, RAPPORT_SAML_CERT: certificatePath, RAPPORT_SAML_LABEL: 'Northfield' }
  world = await makeWorld({ env: { ...env, RAPPORT_SAML_DOMAINS: 'susi.example' } })
  const form = { name: 'Lectio <users>', about: 'Lists & requests', contact: 'help@rapport.example', personalized: 'on', scholarship: 'on' }
  await (await world.as(world.ada)).post('/admin/sign-in/federations/self', form)
  writeFileSync(join(folder, 'ours.xml'), await (await (await world.as()).get('/sign-in/saml/metadata')).text())
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await world?.end()
})
const at = (name: string) => join(folder, name)

test.skipIf(absent)(`our metadata fits the schemas, and Shibboleth reads it${absent ? ` (skipped: ${absent})` : ''}`, async () => {
  const args = ['--nonet', '--noout', '--schema', resolve(import.meta.dirname, 'saml-schema.xsd')]
  expect(await run('xmllint', [...args, at('ours.xml')])).toMatchObject({ code: 0, output: expect.stringMatching(/ours\.xml validates$/m) })
  writeFileSync(
    at('shibboleth.xml'),
    `<SPConfig xmlns="urn:mace:shibboleth:3.0:native:sp:config"><ApplicationDefaults id="default" entityID="https://other.example/sp">
<Sessions lifetime="28800" timeout="3600" relayState="ss:mem"/><MetadataProvider type="XML" validate="true" path="${at('ours.xml')}"/>
</ApplicationDefaults><SecurityPolicyProvider type="XML" path="/etc/shibboleth/security-policy.xml"/></SPConfig>`,
  )
  const query = ['-e', 'http://rapport.test/sign-in/saml/metadata', '-r', 'SPSSODescriptor', '-p', 'urn:oasis:names:tc:SAML:2.0:protocol']
  const { output } = await run('mdquery', query, { env: { SHIBSP_CONFIG: at('shibboleth.xml') } })
  expect(output).toContain('Location="http://rapport.test/sign-in/saml"')
  expect(output).toContain('Lectio &lt;users&gt;')
})

/** Asks the identity provider in a browser: the query of our request. */
async function ask() {
  const browser = await world.as()
  const page = await (await browser.post('/sign-in/with/saml', { next: '/me/subscriptions' })).text()
  const asked = /http-equiv="refresh" content="0;url=([^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? ''
  return { browser, query: new URL(asked).search.slice(1) }
}

/** Brings what a program answered to our request, for us, and looks whether it signs in where somebody wanted to go. */
async function expectSignedIn({ browser }: Awaited<ReturnType<typeof ask>>, output: string) {
  const { reads, to, ...answer } = JSON.parse(output) as Record<string, string>
  expect([reads, to]).toEqual(['http://rapport.test/sign-in/saml/metadata', 'http://rapport.test/sign-in/saml'])
  const taken = await browser.post('/sign-in/saml', answer, { origin: 'https://idp.northfield.example' })
  const finish = (await browser.get(taken.headers.get('location') ?? '/none')).headers.get('location')
  expect([taken.status, finish, (await browser.get('/me')).status]).toEqual([303, '/me/subscriptions', 200])
}

const python = (script: string, ...args: string[]) => run('/usr/bin/python3', [resolve(import.meta.dirname, script), ...args])
const ourKeys = [certificatePath.replace('.crt.', '.key.'), certificatePath]

test.skipIf(noLasso)(`an identity provider of another hand signs somebody in${noLasso ? ` (skipped: ${noLasso})` : ''}`, async () => {
  const key = `<KeyDescriptor use="signing"><KeyInfo xmlns="http://www.w3.org/2000/09/xmldsig#"><X509Data><X509Certificate>${certificate.replaceAll(/-----[^-]+-----|\s/g, '')}</X509Certificate></X509Data></KeyInfo></KeyDescriptor>`
  writeFileSync(
    at('idp.xml'),
    `<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="${idp}"><IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">${key}<SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="${login}"/></IDPSSODescriptor></EntityDescriptor>`,
  )
  const asked = await ask()
  const said = JSON.stringify({ 'urn:oid:0.9.2342.19200300.100.1.3': world.susi.email, 'urn:oid:2.16.840.1.113730.3.1.241': 'Susi' })
  const { output } = await python('saml-idp.py', at('ours.xml'), at('idp.xml'), ...ourKeys, asked.query, said)
  await expectSignedIn(asked, output)
})

test.skipIf(noPysaml2).each([
  ['signs the answer', { sign_response: true }],
  ['signs what it says', { sign_assertion: true }],
  ['signs both, and encrypts what it says', { sign_response: true, sign_assertion: true, encrypt_assertion: true }],
])(`one by pysaml2 does, which %s${noPysaml2 ? ` (skipped: ${noPysaml2})` : ''}`, async (_, how) => {
  const asked = await ask()
  const said = JSON.stringify({ mail: [world.susi.email], displayName: ['Susi'] })
  const { output } = await python('saml-idp-pysaml2.py', at('ours.xml'), ...ourKeys, idp, asked.query, said, JSON.stringify(how))
  await expectSignedIn(asked, output)
})
