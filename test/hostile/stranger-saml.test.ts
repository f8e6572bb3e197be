import { afterEach, beforeEach, expect, test } from 'vitest'
import { certificate, certificatePath, makeIdp } from '../identity/saml.ts'
import { makeWorld, type World } from '../world.ts'

const issuer = 'https://idp.northfield.example/metadata'
let world: World
beforeEach(async () => {
  world = await makeWorld({
    env: {
      RAPPORT_SAML_IDP: issuer,
      RAPPORT_SAML_LOGIN: 'https://idp.northfield.example/sso',
      RAPPORT_SAML_CERT: certificatePath,
      RAPPORT_SAML_LABEL: 'Northfield University',
      RAPPORT_SAML_DOMAINS: 'northfield.example susi.example',
    },
  })
})
afterEach(() => world.end())

type Said = Parameters<ReturnType<typeof makeIdp>>[2]

/** Signs in by a provider whose answer says this; answers whether that opened an account. */
async function opens(provider: string, said: Said, who = { subject: 's-1', mail: 'susi@susi.example' }): Promise<boolean> {
  const browser = await world.as()
  const page = await (await browser.post(`/sign-in/with/${provider}`, { next: '/me' })).text()
  const url = /http-equiv="refresh" content="0;url=([^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? ''
  const metadata = await (await browser.get('/sign-in/saml/metadata')).text()
  const answer = await browser.post('/sign-in/saml', await makeIdp(metadata)(url, who, said))
  const next = /content="0;url=([^"]+)"/.exec(await answer.clone().text())?.[1] ?? answer.headers.get('location')
  if (next) await browser.get(next.replaceAll('&amp;', '&').replace('http://rapport.test', ''))
  return (await browser.get('/me')).status === 200
}

test('an answer for us opens the account', async () => {
  expect(await opens('saml', {})).toBe(true)
})

test.each([
  ['another issuer says it', { issuer: 'https://other.northfield.example/metadata' }],
  ['another recipient is meant', { recipient: 'https://elsewhere.example/acs' }],
  ['what is signed was made for no request, and somebody put ours around it', { solicited: false }],
  ['it was sent to another address', { destination: 'https://elsewhere.example/acs' }],
])('an answer opens nothing where %s, though its signature holds', async (_, said) => {
  expect(await opens('saml', said)).toBe(false)
  expect(await world.db.selectFrom('federatedIdentity').select('id').execute()).toEqual([])
})

test('whoever the issuer before spoke of is nobody to the one that takes its place', async () => {
  const ada = await world.as(world.ada)
  const facts = {
    kind: 'saml',
    slug: 'north',
    label: 'North',
    client: 'https://idp.northfield.example/sso',
    certificates: certificate,
    domains: 'susi.example',
    enabled: 'on',
  }
  expect((await ada.post('/admin/sign-in', { ...facts, issuer })).status).toBe(303)
  expect(await opens('north', {})).toBe(true)
  const links = () => world.db.selectFrom('federatedIdentity').select('issuer').where('provider', '=', 'north').execute()
  expect(await links()).toEqual([{ issuer }])

  const { id } = await world.db.selectFrom('signInProvider').select('id').where('slug', '=', 'north').executeTakeFirstOrThrow()
  const other = 'https://other.example/metadata'
  expect((await ada.post(`/admin/sign-in/${id}`, { ...facts, issuer: other })).status).toBe(303)
  expect(await links()).toEqual([])
  // The same subject, of whom the new one does not say an address that is confirmed here.
  expect(await opens('north', { issuer: other }, { subject: 's-1', mail: 'nobody@susi.example' })).toBe(false)
})
