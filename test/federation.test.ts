import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { program } from '../src/actor.ts'
import { beginOidc, finishOidc } from '../src/lib/identity/oidc.ts'
import { seal } from '../src/lib/sealed.ts'
import { addOrganisation, affiliate, ensurePerson } from '../src/people/actions.ts'
import { startOidc, startOidcThat } from './identity/oidc.ts'
import { certificatePath, makeIdp } from './identity/saml.ts'
import { makeWorld, type World } from './world.ts'

let oidc: Awaited<ReturnType<typeof startOidc>>
let world: World
beforeAll(async () => {
  oidc = await startOidc('http://rapport.test/sign-in/oidc')
})
afterAll(() => oidc.close())
beforeEach(async () => {
  world = await makeWorld({
    env: {
      RAPPORT_OIDC_ISSUER: oidc.issuer,
      RAPPORT_OIDC_CLIENT: 'rapport',
      RAPPORT_OIDC_SECRET: 'a secret of the client',
      RAPPORT_OIDC_LABEL: 'Northfield login',
      RAPPORT_OIDC_DOMAINS: 'northfield.example maria.example susi.example',
      RAPPORT_SAML_IDP: 'https://idp.northfield.example/metadata',
      RAPPORT_SAML_LOGIN: 'https://idp.northfield.example/sso',
      RAPPORT_SAML_CERT: certificatePath,
      RAPPORT_SAML_LABEL: 'Northfield University',
      RAPPORT_SAML_DOMAINS: 'northfield.example susi.example',
    },
  })
})
afterEach(() => world.end())

type Browser = Awaited<ReturnType<World['as']>>

/** Presses the button of a provider; answers with the address that the browser is led to. */
async function leave(browser: Browser, provider: string, form: Record<string, string> = {}): Promise<string> {
  const page = await browser.post(`/sign-in/with/${provider}`, { next: '/me/subscriptions', ...form })
  expect(page.status).toBe(200)
  return /http-equiv="refresh" content="0;url=([^"]+)"/.exec(await page.text())?.[1]?.replaceAll('&amp;', '&') ?? ''
}

const pathOf = (url: string): string => url.slice('http://rapport.test'.length)
const signedIn = async (browser: Browser): Promise<boolean> => (await browser.get('/me')).status === 200

const personOf = (name: string, email: string, verified: boolean) =>
  world.write((tx) => ensurePerson(tx, program(world.clock.now), { name, email, verified }))

test('both providers stand on the sign-in page; without settings there is none', async () => {
  const page = await (await (await world.as()).get('/sign-in')).text()
  expect(page).toContain('Sign in with Northfield login')
  expect(page).toContain('Sign in with Northfield University')
  const plain = await makeWorld()
  expect(await (await (await plain.as()).get('/sign-in')).text()).not.toContain('/sign-in/with/')
  await plain.end()
})

test('OIDC: who is known by a confirmed address comes in, where she wanted to go, is linked once and told', async () => {
  oidc.state.account = { sub: 'u-1', email: 'Susi@susi.example', email_verified: true, name: 'Susi' }
  const browser = await world.as()
  const back = await oidc.walk(await leave(browser, 'oidc'))
  const answer = await browser.get(pathOf(back))
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/me/subscriptions'])
  expect(await signedIn(browser)).toBe(true)

  // The second time she is known by her subject, whatever her address there is by then.
  oidc.state.account = { sub: 'u-1', email: 'susanne@elsewhere.example', email_verified: false }
  const later = await world.as()
  expect((await later.get(pathOf(await oidc.walk(await leave(later, 'oidc'))))).headers.get('location')).toBe('/me/subscriptions')
  await world.settle()
  expect((await world.postbox()).filter((letter) => letter.kind === 'people.new-way-in').length).toBe(1)
  const page = await (await later.get('/me')).text()
  expect(page).toContain('Northfield login')

  // The same answer again opens nothing, in this browser or another.
  const thief = await world.as()
  for (const who of [browser, thief]) expect((await who.get(pathOf(back))).status).toBe(403)
  expect(await signedIn(thief)).toBe(false)
})

test.each([
  ['an address that the provider has not confirmed', { email: 'susi@susi.example', email_verified: false }],
  ['an address that it says nothing about', { email: 'susi@susi.example' }],
  ['a text for a yes', { email: 'susi@susi.example', email_verified: 'true' }],
  ['an address that it may not speak of', { email: 'carla@carla.example', email_verified: true }],
  ['an address that nobody has', { email: 'nobody@northfield.example', email_verified: true }],
])('OIDC: %s opens nothing and links nothing', async (_, claims) => {
  oidc.state.account = { sub: `u-${Math.random()}`, ...claims }
  const browser = await world.as()
  const answer = await browser.get(pathOf(await oidc.walk(await leave(browser, 'oidc'))))
  expect(answer.status).toBe(403)
  expect(await signedIn(browser)).toBe(false)
  expect(await world.db.selectFrom('federatedIdentity').select('id').execute()).toEqual([])
})

test('OIDC: an address here that its person has not confirmed is no link to her', async () => {
  await personOf('Nora', 'nora@northfield.example', false)
  oidc.state.account = { sub: 'u-nora', email: 'nora@northfield.example', email_verified: true }
  const browser = await world.as()
  expect((await browser.get(pathOf(await oidc.walk(await leave(browser, 'oidc'))))).status).toBe(403)
  expect(await signedIn(browser)).toBe(false)
})

test('OIDC: an answer with another nonce, another state or in another browser is refused', async () => {
  oidc.state.account = { sub: 'u-2', email: 'susi@susi.example', email_verified: true }
  const browser = await world.as()
  const tampered = new URL(await leave(browser, 'oidc'))
  tampered.searchParams.set('nonce', 'another-nonce')
  expect((await browser.get(pathOf(await oidc.walk(tampered.href)))).status).toBe(403)

  const stated = new URL(await oidc.walk(await leave(browser, 'oidc')))
  stated.searchParams.set('state', 'another-state')
  expect((await browser.get(pathOf(stated.href))).status).toBe(403)

  const back = await oidc.walk(await leave(browser, 'oidc'))
  expect((await (await world.as()).get(pathOf(back))).status).toBe(403)
  expect(await signedIn(browser)).toBe(false)
})

test('OIDC: a provider that takes the secret in the body only gets it there; what one says no with is told', async () => {
  const callback = 'http://rapport.test/sign-in/oidc'
  const other = await startOidcThat('client_secret_post', [callback])
  other.state.account = { sub: 'u-3', email: 'susi@susi.example', email_verified: true }
  const signIn = async (secret: string) => {
    const facts = { slug: 'other', kind: 'oidc' as const, label: 'Other', enabled: true, certificates: [], domains: [] }
    const provider = { ...facts, issuer: other.issuer, client: 'rapport', secret }
    const begun = await beginOidc(provider, callback, 'a-state')
    return finishOidc(provider, await other.walk(begun.url), 'a-state', begun.facts)
  }
  expect(await signIn('a secret of the client')).toMatchObject({ subject: 'u-3', email: 'susi@susi.example' })
  await expect(signIn('another secret')).rejects.toThrow(/invalid_client/)
  await other.close()
})

test('OIDC: who is signed in links her own account, and no other', async () => {
  const browser = await world.as(world.maria)
  const link = async () => {
    const page = await browser.post('/me/providers/oidc/link')
    return oidc.walk(/url=([^"]+)"/.exec(await page.text())?.[1]?.replaceAll('&amp;', '&') ?? '')
  }
  oidc.state.account = { sub: 'u-3', email: 'susi@susi.example', email_verified: true }
  expect((await browser.get(pathOf(await link()))).status).toBe(403)
  oidc.state.account = { sub: 'u-4', email: 'maria@maria.example', email_verified: true }
  expect((await browser.get(pathOf(await link()))).headers.get('location')).toBe('/me#sign-in')
  const rows = await world.db.selectFrom('federatedIdentity').select(['personId', 'subject']).execute()
  expect(rows).toEqual([{ personId: world.maria.personId, subject: 'u-4' }])
})

const metadata = async () => (await (await world.as()).get('/sign-in/saml/metadata')).text()
const crossSite = { origin: 'https://idp.northfield.example' }

test('SAML: a signed answer to our request signs in, once, in the browser that asked', async () => {
  const answer = makeIdp(await metadata())
  const browser = await world.as()
  const posted = await answer(await leave(browser, 'saml'), { subject: 's-1', mail: 'susi@susi.example', name: 'Susi' })

  // Browsers send what another site posts without our cookies.
  const bare = await world.as()
  const taken = await bare.post('/sign-in/saml', posted, crossSite)
  expect(taken.status).toBe(303)
  const finish = taken.headers.get('location') ?? ''
  expect((await bare.get(finish)).status).toBe(403)

  const again = await answer(await leave(browser, 'saml'), { subject: 's-1', mail: 'susi@susi.example' })
  const location = (await bare.post('/sign-in/saml', again, crossSite)).headers.get('location') ?? ''
  expect((await browser.get(location)).headers.get('location')).toBe('/me/subscriptions')
  expect(await signedIn(browser)).toBe(true)
  expect((await bare.post('/sign-in/saml', again, crossSite)).status).toBe(403)
  expect((await (await world.as()).get(location)).status).toBe(403)
})

test('SAML: another key, another request, another audience, yesterday, or words changed on the way: refused', async () => {
  const sp = await metadata()
  const answer = makeIdp(sp)
  const said = { subject: 's-2', mail: 'susi@susi.example' }
  const browser = await world.as()
  const post = async (form: Record<string, string>) => (await browser.post('/sign-in/saml', form, crossSite)).status

  expect(await post(await makeIdp(sp, 'other')(await leave(browser, 'saml'), said))).toBe(403)

  const first = await answer(await leave(browser, 'saml'), said)
  const second = await answer(await leave(browser, 'saml'), said)
  expect(await post({ SAMLResponse: first.SAMLResponse, RelayState: second.RelayState })).toBe(403)

  expect(await post(await answer(await leave(browser, 'saml'), said, { audience: 'https://elsewhere.example' }))).toBe(403)
  expect(await post(await answer(await leave(browser, 'saml'), said, { at: new Date(Date.now() - 86_400_000) }))).toBe(403)

  const changed = await answer(await leave(browser, 'saml'), said)
  const xml = Buffer.from(changed.SAMLResponse, 'base64').toString('utf8')
  const forged = xml.replaceAll('susi@susi.example', 'ada@susi.example')
  expect(forged).not.toBe(xml)
  expect(await post({ ...changed, SAMLResponse: Buffer.from(forged).toString('base64') })).toBe(403)

  expect(await post({ SAMLResponse: 'rubbish', RelayState: (await answer(await leave(browser, 'saml'), said)).RelayState })).toBe(403)
  expect(await signedIn(browser)).toBe(false)
})

test('SAML: an identity provider speaks for its own domains alone', async () => {
  const answer = makeIdp(await metadata())
  const browser = await world.as()
  const posted = await answer(await leave(browser, 'saml'), { subject: 's-3', mail: 'carla@carla.example' })
  const location = (await browser.post('/sign-in/saml', posted, crossSite)).headers.get('location') ?? ''
  expect((await browser.get(location)).status).toBe(403)
  expect(await signedIn(browser)).toBe(false)
})

test('what an institution says of its staff freshens where she works, and where else it says nothing', async () => {
  const [northfield, other] = await world.write(async (tx) => {
    const actor = program(world.clock.now)
    const ids = [
      await addOrganisation(tx, actor, { name: 'Northfield University', kind: 'institution' }),
      await addOrganisation(tx, actor, { name: 'Costa Alta', kind: 'institution' }),
    ]
    await tx
      .insertInto('organisationDomain')
      .values({ domain: 'northfield.example', organisationId: ids[0] as number })
      .execute()
    for (const organisationId of ids)
      await affiliate(tx, actor, { personId: world.susi.personId, organisationId: organisationId as number })
    return ids
  })
  oidc.state.account = {
    sub: 'u-5',
    email: 'susi@susi.example',
    email_verified: true,
    eduperson_scoped_affiliation: ['staff@lib.northfield.example', 'staff@elsewhere.example', 'student@northfield.example'],
  }
  const browser = await world.as()
  await browser.get(pathOf(await oidc.walk(await leave(browser, 'oidc'))))
  const rows = await world.db.selectFrom('affiliation').select(['organisationId', 'basis', 'confirmedAt']).orderBy('id').execute()
  expect(rows).toEqual([
    { organisationId: northfield, basis: 'federated', confirmedAt: world.clock.now },
    { organisationId: other, basis: null, confirmedAt: null },
  ])
})

test('an applicant shows by her institution’s sign-on that she is staff; a student’s account shows nothing', async () => {
  const { db, write } = world
  await write(async (tx) => {
    const actor = program(world.clock.now)
    const id = await addOrganisation(tx, actor, { name: 'Northfield University', kind: 'institution' })
    await tx.insertInto('organisationDomain').values({ domain: 'northfield.example', organisationId: id }).execute()
    await tx.insertInto('contract').values({ organisationId: id, productId: 1, fromOn: '2020-01-01' }).execute()
    await tx.updateTable('list').set({ approval: 'vouched' }).where('id', '=', world.listId).execute()
  })
  const browser = await world.as()
  await browser.post('/lists/lectio-l/join', { email: 'nora@northfield.example', name: 'Nora' })
  await world.settle()
  const letter = (await world.postbox()).findLast((one) => one.email === 'nora@northfield.example')
  const text = letter?.bytes?.toString('utf8').replaceAll('=\r\n', '').replaceAll('=3D', '=') ?? ''
  const confirm = /http:\/\/rapport\.test(\/confirm\/[a-z2-7]+)/.exec(text)?.[1] ?? ''
  await browser.post(confirm)
  const { id } = await db.selectFrom('subscriptionRequest').select('id').executeTakeFirstOrThrow()
  const { sealToken } = await import('../src/lib/token/seal.ts')
  const page = `/applications/${sealToken(world.site.secret, 'application', id, new Date(world.clock.now.getTime() + 86_400_000))}`
  expect(await (await browser.get(page)).text()).toContain('Northfield login')

  const state = async () =>
    (await db.selectFrom('subscriptionRequest').select('state').where('id', '=', id).executeTakeFirstOrThrow()).state
  const show = async (claims: object) => {
    oidc.state.account = { sub: 'u-nora', email: 'nora@northfield.example', email_verified: true, ...claims }
    const back = await oidc.walk(await leave(browser, 'oidc', { next: page, purpose: 'evidence' }))
    const location = (await browser.get(pathOf(back))).headers.get('location') ?? ''
    expect(location.startsWith(`${page}?statement=`)).toBe(true)
    return { location, statement: new URL(location, 'http://rapport.test').searchParams.get('statement') ?? '' }
  }

  const student = await show({ eduperson_scoped_affiliation: ['student@northfield.example'] })
  expect((await browser.post(`${page}/statement`, { statement: student.statement })).status).toBe(422)
  const staff = await show({ eduperson_scoped_affiliation: ['staff@northfield.example', 'member@northfield.example'] })
  expect(await (await browser.get(staff.location)).text()).toContain('staff@northfield.example')
  expect((await (await world.as()).post(`${page}/statement`, { statement: staff.statement })).status).toBe(403)
  expect(await state()).toBe('waiting')
  const mine = await show({ eduperson_scoped_affiliation: ['staff@northfield.example'] })
  expect((await browser.post(`${page}/statement`, { statement: mine.statement })).status).toBe(303)
  expect(await state()).toBe('approved')
  const { proved } = await db.selectFrom('subscriptionRequest').select('proved').where('id', '=', id).executeTakeFirstOrThrow()
  expect(proved).toContain('federated')
  expect(await signedIn(browser)).toBe(false)
})

test('an administrator sets a provider up by the page; its secret is sealed and never shown again', async () => {
  const ada = await world.as(world.ada)
  const form = {
    kind: 'oidc',
    slug: 'northfield',
    label: 'Northfield staff',
    issuer: oidc.issuer,
    client: 'rapport',
    domains: 'northfield.example',
  }
  const wrong = await ada.post('/admin/sign-in', { ...form, slug: 'oidc', domains: 'not a domain', secret: 'a secret of the client' })
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).not.toContain('a secret of the client')
  expect((await ada.post('/admin/sign-in', { ...form, kind: 'saml', certificates: 'no certificate' })).status).toBe(422)

  for (const [kind, field] of [
    ['oidc', 'issuer'],
    ['saml', 'client'],
  ] as const) {
    const nowhere = await ada.post('/admin/sign-in', { ...form, kind, [field]: 'our library' })
    expect([kind, nowhere.status, await nowhere.text()]).toEqual([
      kind,
      422,
      expect.stringContaining('Enter a web address that begins with'),
    ])
  }

  expect((await ada.post('/admin/sign-in', { ...form, secret: 'a secret of the client' })).status).toBe(303)
  expect(await (await (await world.as()).get('/sign-in')).text()).not.toContain('Northfield staff')
  const { id, sealed } = await world.db.selectFrom('signInProvider').select(['id', 'sealed']).executeTakeFirstOrThrow()
  expect(sealed?.toString('latin1')).not.toContain('a secret')
  expect(await (await ada.get(`/admin/sign-in/${id}`)).text()).not.toContain('a secret of the client')

  // Saved without a secret, the one that is kept stays.
  await ada.post(`/admin/sign-in/${id}`, { ...form, enabled: 'on' })
  await ada.post(`/admin/sign-in/${id}/try`)
  expect(await (await ada.get(`/admin/sign-in/${id}`)).text()).toContain(`Test passed. The issuer is ${oidc.issuer}`)
  expect(await (await (await world.as()).get('/sign-in')).text()).toContain('Sign in with Northfield staff')
  // One that was kept before addresses were looked at: it is said that it is none.
  const kept = world.db.updateTable('signInProvider').where('id', '=', id)
  await kept.set({ issuer: 'our library' }).execute()
  expect((await ada.post(`/admin/sign-in/${id}/try`)).status).toBe(303)
  expect(await (await ada.get(`/admin/sign-in/${id}`)).text()).toContain('Invalid URL')
  await kept.set({ issuer: oidc.issuer }).execute()

  // Where the secret of the site is another one, it is off until its own is typed again; all other ways in stand.
  await world.db
    .updateTable('signInProvider')
    .set({ sealed: seal('what the site had before', 'a secret of the client') })
    .where('id', '=', id)
    .execute()
  const left = await (await (await world.as()).get('/sign-in')).text()
  expect([left.includes('Northfield staff'), left.includes('Sign in with Northfield login')]).toEqual([false, true])
  await ada.post(`/admin/sign-in/${id}`, { ...form, enabled: 'on', secret: 'a secret of the client' })
  expect(await (await (await world.as()).get('/sign-in')).text()).toContain('Sign in with Northfield staff')

  await ada.post(`/admin/sign-in/${id}/remove`)
  expect(await (await (await world.as()).get('/sign-in')).text()).not.toContain('Northfield staff')
})

test('sessions are listed and ended, one or all others; one that is over opens nothing', async () => {
  const [first, second, third] = [await world.as(world.susi), await world.as(world.susi), await world.as(world.susi)]
  expect(await (await first.get('/me')).text()).toContain('Sign out other devices')
  const sessions = await world.db.selectFrom('authSession').select(['id', 'token']).orderBy('createdAt').execute()
  const mine = (browser: Browser) =>
    sessions.find(({ token }) => [...browser.cookies.values()].some((value) => value.includes(token)))?.id ?? ''

  expect((await first.post(`/me/sessions/${mine(second)}/end`)).status).toBe(303)
  expect(await signedIn(second)).toBe(false)
  expect((await (await world.as(world.otto)).post(`/me/sessions/${mine(third)}/end`)).status).toBe(404)
  expect(await signedIn(third)).toBe(true)
  await first.post('/me/sessions/end-others')
  expect([await signedIn(first), await signedIn(third)]).toEqual([true, false])

  await world.db
    .updateTable('authSession')
    .set({ expiresAt: new Date(Date.now() - 1_000) })
    .where('id', '=', mine(first))
    .execute()
  expect((await first.get('/me/record')).headers.get('location')).toBe('/sign-in?next=%2Fme%2Frecord')
})

test('an address that nobody confirmed opens no account that has a confirmed one; the first mail confirms it otherwise', async () => {
  const { personId } = await personOf('Nora', 'nora@northfield.example', false)
  await world.db
    .insertInto('address')
    .values({ personId: world.susi.personId, email: 'typo@elsewhere.example', createdAt: world.clock.now })
    .execute()
  const codeFor = async (email: string) => {
    await (await world.as()).post('/sign-in', { email })
    await world.settle()
    const letter = (await world.postbox()).findLast((one) => one.email === email)
    return /^(\d{10})\r?$/m.exec(letter?.bytes?.toString('utf8') ?? '')?.[1]
  }
  expect(await codeFor('typo@elsewhere.example')).toBe(undefined)
  const code = await codeFor('nora@northfield.example')
  const browser = await world.as()
  expect((await browser.post('/sign-in/code', { email: 'nora@northfield.example', code: code ?? '' })).status).toBe(303)
  const { verifiedAt } = await world.db
    .selectFrom('address')
    .select('verifiedAt')
    .where('personId', '=', personId)
    .executeTakeFirstOrThrow()
  expect(verifiedAt).toEqual(world.clock.now)
})

test('whose login says no longer that they work there is asked at once, of that login’s word alone', async () => {
  const [northfield, other] = await world.write(async (tx) => {
    const actor = program(world.clock.now)
    const ids = [
      await addOrganisation(tx, actor, { name: 'Northfield University', kind: 'institution' }),
      await addOrganisation(tx, actor, { name: 'Costa Alta', kind: 'institution' }),
    ]
    await tx
      .insertInto('organisationDomain')
      .values({ domain: 'northfield.example', organisationId: ids[0] as number })
      .execute()
    for (const organisationId of ids)
      await affiliate(tx, actor, { personId: world.susi.personId, organisationId: organisationId as number })
    return ids
  })
  const enter = async (affiliations: string[]) => {
    oidc.state.account = { sub: 'u-6', email: 'susi@susi.example', email_verified: true, eduperson_scoped_affiliation: affiliations }
    const browser = await world.as()
    await browser.get(pathOf(await oidc.walk(await leave(browser, 'oidc'))))
    await world.settle()
    return browser
  }
  const asked = async () => (await world.postbox()).filter(({ kind }) => kind === 'people.still-there')
  await enter(['staff@northfield.example'])
  expect(await asked()).toEqual([])

  world.clock.now = new Date(world.clock.now.getTime() + 30 * 86_400_000)
  const browser = await enter(['alum@northfield.example'])
  const [letter, ...others] = await asked()
  expect([letter?.email, others]).toEqual(['susi@susi.example', []])
  expect(letter?.bytes?.toString('utf8').replaceAll('=\r\n', '')).toContain('no longer says that you work there')
  expect(await (await browser.get('/today')).text()).toContain('Northfield University')
  // Once is enough.
  await enter([])
  expect((await asked()).length).toBe(1)
  const rows = () =>
    world.db.selectFrom('affiliation').select(['organisationId', 'basis', 'toOn', 'doubtedAt']).orderBy('organisationId').execute()
  expect(await rows()).toEqual([
    { organisationId: northfield, basis: 'federated', toOn: null, doubtedAt: world.clock.now },
    { organisationId: other, basis: null, toOn: null, doubtedAt: null },
  ])

  // It says so again, or they say it themselves: then all is as it was.
  await enter(['employee@northfield.example'])
  expect((await rows())[0]).toMatchObject({ basis: 'federated', doubtedAt: null })
})
