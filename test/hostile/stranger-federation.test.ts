import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { makeKeyPair } from '../../src/lib/identity/certificate.ts'
import { choose, entityIdOf, entityXml, type Federation, join, openFederation, signedBy, walkIn } from '../identity/federation.ts'
import { makeWorld, type World } from '../world.ts'

let world: World
let federation: Federation
let other: Awaited<ReturnType<typeof makeKeyPair>>
const day = 86_400_000
const said = { subject: 'x', mail: 'susi@susi.example', subjectId: 's@susi.example' }
beforeAll(async () => {
  world = await makeWorld({ env: { RAPPORT_WEBHOOK_NETWORKS: '127.0.0.0/8' } })
  other = await makeKeyPair('elsewhere.example', world.clock.now)
  federation = await openFederation(
    [
      { domain: 'susi.example', name: 'Northfield', encrypts: {} },
      { domain: 'elsewhere.example', name: 'Elsewhere' },
    ],
    () => world.clock.now,
  )
  await join(world, federation)
})
afterAll(async () => {
  await federation.close()
  await world.end()
})
beforeEach(async () => {
  delete federation.state.answer
  // What was read before is an hour old: it is asked for anew.
  world.clock.now = new Date(world.clock.now.getTime() + 2 * 3_600_000)
})

const enter = (more: object = {}) =>
  world.as().then((browser) => walkIn(world, federation, browser, { domain: 'susi.example', said, ...more }))
const member = () => federation.members[0] as Federation['members'][number]
const own = () => federation.keyOf('susi.example').certificate
const until = (days: number) => ` ID="_a1" validUntil="${new Date(world.clock.now.getTime() + days * day).toISOString()}"`

test('with what the federation signed one comes in', async () => {
  expect((await enter()).location).toBe('/me')
})

test.each<[string, () => string]>([
  ['is not signed', () => federation.one(member())],
  ['is signed by somebody else', () => signedBy(other, federation.one(member()))],
  ['was changed after it was signed', () => signedBy(federation.key, federation.one(member())).replace(own(), other.certificate)],
  ['is signed with SHA-1', () => signedBy(federation.key, federation.one(member()), 'sha1')],
  ['has expired', () => signedBy(federation.key, entityXml(member(), own(), until(-1)))],
  ['does not say until when it is valid', () => signedBy(federation.key, entityXml(member(), own(), ' ID="_a1"'))],
  ['is of another institution', () => signedBy(federation.key, federation.one(federation.members[1] as Federation['members'][number]))],
  [
    'has the signed one wrapped in a forged one',
    () =>
      entityXml(member(), other.certificate, until(7)).replace(
        '<Extensions>',
        () => `${signedBy(federation.key, federation.one(member()))}<Extensions>`,
      ),
  ],
  [
    'unfolds entities',
    () =>
      `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>${signedBy(federation.key, federation.one(member()))}`,
  ],
  ['is as deep as the sea', () => `${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}`],
  ['has thirty thousand attributes', () => `<a ${Array.from({ length: 30_000 }, (_, i) => `a${i}="1"`).join(' ')}/>`],
  ['is no XML', () => '{"entityID": "https://idp.susi.example/idp/shibboleth"}'],
])('metadata that %s opens nothing, and what was kept stays as it was', async (_, body) => {
  const kept = () =>
    world.db.selectFrom('federationIdp').select(['certificates', 'validUntil']).where('entityId', '=', entityIdOf('susi.example')).execute()
  const before = await kept()
  const forged = body()
  federation.state.answer = () => forged
  const browser = await world.as()
  expect(await choose(browser, 'susi.example')).toBe('')
  expect(await kept()).toEqual(before)
  // Neither does a list of them.
  const { id } = await world.db.updateTable('federation').set({ nextAt: world.clock.now }).returning('id').executeTakeFirstOrThrow()
  const { readFederation } = await import('../../src/people/federations/jobs.ts')
  if (!forged.startsWith('<EntityDescriptor') || !forged.includes('idp.elsewhere'))
    await readFederation({ federationId: id }, world.context)
  expect(await kept()).toEqual(before)
})

test.each<[string, object]>([
  ['encrypted with CBC', { encrypts: { data: 'http://www.w3.org/2001/04/xmlenc#aes256-cbc' } }],
  ['encrypted with Triple DES', { encrypts: { data: 'http://www.w3.org/2001/04/xmlenc#tripledes-cbc' } }],
  ['whose key is encrypted with RSA 1.5', { encrypts: { key: 'http://www.w3.org/2001/04/xmlenc#rsa-1_5' } }],
])('an answer %s opens nothing', async (_, more) => {
  expect((await enter(more)).status).toBe(403)
})

/** What an identity provider answers, before it is posted. */
async function answered(pair?: Parameters<Federation['idp']>[3], more: object = {}) {
  const browser = await world.as()
  const metadata = await (await browser.get('/sign-in/saml/metadata')).text()
  const url = await choose(browser, 'susi.example')
  const posted = await federation.idp(metadata, 'susi.example', {}, pair)(url, said, more)
  const post = async (form: Record<string, string>) => {
    const taken = await browser.post('/sign-in/saml', form, { origin: 'https://idp.susi.example' })
    if (taken.status !== 303) return taken.status
    return (await browser.get(taken.headers.get('location') ?? '')).headers.get('location')
  }
  return { posted, post }
}

test('an answer signed with another institution’s key, for another recipient, of another issuer, or twice opens nothing', async () => {
  const elsewhere = await answered(federation.keyOf('elsewhere.example'))
  expect(await elsewhere.post(elsewhere.posted)).toBe(403)
  for (const more of [
    { recipient: 'https://elsewhere.example/acs' },
    { issuer: entityIdOf('elsewhere.example') },
    { audience: 'https://elsewhere.example' },
  ]) {
    const one = await answered(undefined, more)
    expect([more, await one.post(one.posted)]).toEqual([more, 403])
  }
  const twice = await answered()
  expect(await twice.post(twice.posted)).toBe('/me')
  expect(await twice.post(twice.posted)).toBe(403)
})

test('an answer that is made to be dear is refused at once', async () => {
  const encoded = (xml: string) => Buffer.from(xml).toString('base64')
  for (const xml of [
    '<!DOCTYPE x [<!ENTITY a "a">]><a>&a;</a>',
    `${'<a>'.repeat(20_000)}${'</a>'.repeat(20_000)}`,
    `<a ${Array.from({ length: 20_000 }, (_, i) => `a${i}="1"`).join(' ')}/>`,
    `<a>${' '.repeat(400_000)}</a>`,
    '<a><!--',
  ]) {
    const one = await answered()
    expect(await one.post({ ...one.posted, SAMLResponse: encoded(xml) })).toBe(403)
  }
})
