import { afterAll, beforeAll, expect, test } from 'vitest'
import { program } from '../src/actor.ts'
import { addOrganisation } from '../src/people/actions.ts'
import { choose, type Federation, join, openFederation, signedBy, walkIn } from './identity/federation.ts'
import { makeWorld, type World } from './world.ts'

/** Several identity providers behind one MDQ server: one encrypts, one takes signed requests alone, one hides. */
let world: World
let federation: Federation
const day = 86_400_000
beforeAll(async () => {
  world = await makeWorld({ env: { RAPPORT_WEBHOOK_NETWORKS: '127.0.0.0/8' } })
  federation = await openFederation(
    [
      { domain: 'susi.example', name: 'Northfield University', names: { de: 'Universität Nordfeld' }, encrypts: {} },
      { domain: 'maria.example', name: 'Costa Alta', names: { es: 'Biblioteca de Peñíscola' }, encrypts: {}, signs: true },
      {
        domain: 'carla.example',
        name: 'Carla College',
        scopes: '<shibmd:Scope xmlns:shibmd="urn:mace:shibboleth:metadata:1.0" regexp="true">^.*$</shibmd:Scope>',
      },
      { domain: 'hidden.example', name: 'Hidden Northfield', hidden: true },
    ],
    () => world.clock.now,
  )
})
afterAll(async () => {
  await federation.close()
  await world.end()
})

type Browser = Awaited<ReturnType<World['as']>>
const read = async (browser: Browser, path: string) => (await browser.get(path)).text()
const signedIn = async (browser: Browser): Promise<boolean> => (await browser.get('/me')).status === 200
const ours = async () => read(await world.as(), '/sign-in/saml/metadata')
const row = () => world.db.selectFrom('federation').selectAll().executeTakeFirstOrThrow()
const later = (milliseconds: number) => {
  world.clock.now = new Date(world.clock.now.getTime() + milliseconds)
}

test('an administrator sets a federation up; its institutions are found by name in any language and by domain', async () => {
  const visitor = await world.as()
  expect((await (await world.as(world.susi)).get('/sign-in/institutions')).status).toBe(404)
  expect(await read(visitor, '/sign-in')).not.toContain('/sign-in/institutions')
  expect(await (await join(world, federation, { certificates: 'none' })).text()).toContain('Paste the certificate')
  expect((await join(world, federation, { address: 'http://10.0.0.1' })).status).toBe(422)
  const answer = await join(world, federation)
  expect([answer.status, (await row()).problem]).toEqual([303, ''])
  expect(await read(await world.as(world.ada), answer.headers.get('location') ?? '')).toContain('4 organisations')

  expect(await read(visitor, '/sign-in')).toContain('Sign in with your organisation')
  const found = async (words: string, language = 'en') => {
    const page = await read(visitor, `/sign-in/institutions?${new URLSearchParams({ q: words, lang: language })}`)
    return ['Northfield University', 'Universität Nordfeld', 'Costa Alta', 'Carla College', 'Hidden'].filter((name) => page.includes(name))
  }
  expect(await found('')).toEqual(['Northfield University', 'Costa Alta', 'Carla College'])
  expect(await found('northfield')).toEqual(['Northfield University'])
  expect(await found('universitat NORD', 'de')).toEqual(['Universität Nordfeld'])
  expect(await found('peniscola')).toEqual(['Costa Alta'])
  expect(await found('carla.example')).toEqual(['Carla College'])
  expect(await read(visitor, '/sign-in/institutions?q=nowhere')).toContain('No organisation found')
})

test('an encrypted answer signs in, is linked by subject-id, and the choice is remembered; the server is asked for that one', async () => {
  const browser = await world.as()
  federation.state.asked = []
  later(2 * 3_600_000)
  const said = { subject: 'x', mail: 'susi@susi.example', subjectId: 'S-1@susi.example', name: 'Susi' }
  expect(await walkIn(world, federation, browser, { domain: 'susi.example', said })).toEqual({ status: 303, location: '/me' })
  expect(await signedIn(browser)).toBe(true)
  expect(federation.state.asked).toEqual(['/entities/https://idp.susi.example/idp/shibboleth'])
  const links = await world.db.selectFrom('federatedIdentity').select(['provider', 'issuer', 'subject']).execute()
  expect(links).toEqual([{ provider: 'testgain', issuer: 'https://idp.susi.example/idp/shibboleth', subject: 's-1@susi.example' }])
  await world.settle()
  const letter = (await world.postbox()).find(({ kind }) => kind === 'people.new-way-in')
  expect(letter?.bytes?.toString('utf8')).toContain('Northfield University')

  // By that number she is known, whatever her address there is by now; within the hour nobody is asked again.
  const page = await read(browser, '/sign-in/institutions')
  expect(page).toContain('Chosen before')
  expect(
    await walkIn(world, federation, await world.as(), { domain: 'susi.example', said: { ...said, mail: 'other@susi.example' } }),
  ).toEqual({
    status: 303,
    location: '/me',
  })
  expect(federation.state.asked.length).toBe(1)
  await browser.post('/sign-in/institutions/forget', { next: '/me' })
  expect(await read(browser, '/sign-in/institutions')).not.toContain('Chosen before')
})

test('a subject-id or an address of another domain than the federation has checked is nobody’s', async () => {
  const browser = await world.as()
  const said = { subject: '', subjectId: 's-1@susi.example', mail: 'susi@susi.example' }
  expect((await walkIn(world, federation, browser, { domain: 'carla.example', said })).status).toBe(403)
  expect(await signedIn(browser)).toBe(false)
  // A name that is given again to others is no number, unless the institution says that it is not.
  const named = { subject: 'x', pairwiseId: 'p@carla.example', mail: 'carla@carla.example' }
  expect((await walkIn(world, federation, browser, { domain: 'carla.example', said: named })).location).toBe('/me')
  const subjects = await world.db.selectFrom('federatedIdentity').select('subject').orderBy('id').execute()
  expect(subjects.map((one) => one.subject)).toEqual(['s-1@susi.example', 'p@carla.example'])
})

test('where requests must be signed they are; who is signed in links her account there', async () => {
  const maria = await world.as(world.maria)
  const said = { subject: 'm', mail: 'maria@maria.example', subjectId: 'm@maria.example' }
  const linked = await walkIn(world, federation, maria, { domain: 'maria.example', said, purpose: 'link', next: '/me#sign-in' })
  expect(linked).toEqual({ status: 303, location: '/me#sign-in' })
  expect(await read(maria, '/me')).toContain('Testgain')
  expect(await choose(await world.as(), 'maria.example')).toContain('Signature=')
})

test('our metadata says who we are, in which categories, and how to encrypt; a key that was changed opens once more', async () => {
  const ada = await world.as(world.ada)
  const before = await ours()
  const form = { name: 'Lectio <users>', about: 'Lists & requests', contact: 'help@rapport.example', personalized: 'on', scholarship: 'on' }
  expect((await ada.post('/admin/sign-in/federations/self', form)).status).toBe(303)
  const metadata = await ours()
  for (const part of [
    '<mdui:DisplayName xml:lang="en">Lectio &#60;users&#62;</mdui:DisplayName>',
    '<mdui:PrivacyStatementURL xml:lang="en">http://rapport.test/privacy',
    '<mdui:Logo height="630" width="1200">http://rapport.test/card.png</mdui:Logo>',
    'https://refeds.org/category/personalized',
    'http://refeds.org/category/research-and-scholarship',
    'urn:oasis:names:tc:SAML:profiles:subject-id:req',
    'xmlenc11#aes128-gcm',
    'mailto:help@rapport.example',
  ])
    expect(metadata).toContain(part)
  const enter = async (as: string) => {
    const browser = await world.as()
    const url = await choose(browser, 'susi.example')
    const posted = await federation.idp(as, 'susi.example')(url, { subject: 'x', subjectId: 's-1@susi.example' })
    const taken = await browser.post('/sign-in/saml', posted, { origin: 'https://idp.susi.example' })
    return (await browser.get(taken.headers.get('location') ?? '/none')).headers.get('location')
  }
  await ada.post('/admin/sign-in/federations/key')
  expect([await enter(before), await enter(await ours())]).toEqual(['/me', '/me'])
  await ada.post('/admin/sign-in/federations/key')
  expect(await enter(before)).not.toBe('/me')
})

test('while the server is away what it signed counts, until its end; whom it drops is closed', async () => {
  federation.state.down = true
  later(day)
  await world.settle()
  expect((await row()).problem).toBe('')
  const said = { subject: 'x', subjectId: 's-1@susi.example' }
  const enter = async () => (await walkIn(world, federation, await world.as(), { domain: 'susi.example', said })).location
  expect(await enter()).toBe('/me')
  later(7 * day)
  expect(await enter()).toBe('')
  federation.state.down = false
  expect(await enter()).toBe('/me')

  // Whom the server knows no longer is closed at once, and back when the list has it again.
  later(2 * 3_600_000)
  federation.state.gone = 'susi.example'
  expect(await enter()).toBe('')
  delete federation.state.gone
  expect(await enter()).toBe('')
  const readLists = async () => {
    const { readFederations } = await import('../src/people/federations/jobs.ts')
    later(day)
    await readFederations({}, world.context)
    await world.settle()
  }
  await readLists()
  expect(await enter()).toBe('/me')
  const without = federation.all().replace(/<EntityDescriptor [^>]*entityID="https:\/\/idp\.susi\..*?<\/EntityDescriptor>/s, '')
  federation.state.answer = (path) => (path === '/entities' ? signedBy(federation.key, without) : undefined)
  await readLists()
  expect(await enter()).toBe('')
  delete federation.state.answer
  await readLists()
  expect(await enter()).toBe('/me')
})

test('one file with all of them does as well, and names alone where each is asked for', async () => {
  const { id } = await row()
  const ada = await world.as(world.ada)
  const form = { label: 'Testgain', slug: 'testgain', certificates: federation.certificate, enabled: 'on' }
  const said = { subject: 'x', subjectId: 's-1@susi.example' }
  const enter = async () => (await walkIn(world, federation, await world.as(), { domain: 'susi.example', said })).location
  for (const where of [
    { kind: 'file', address: `${federation.address}/entities`, directory: '' },
    { kind: 'mdq', address: federation.address, directory: `${federation.address}/names.json` },
  ]) {
    await world.db.deleteFrom('federationIdp').execute()
    federation.state.asked = []
    expect((await ada.post(`/admin/sign-in/federations/${id}`, { ...form, ...where })).status).toBe(303)
    await world.settle()
    expect([where.kind, await enter(), federation.state.asked.length]).toEqual([where.kind, '/me', where.kind === 'file' ? 1 : 2])
  }
  expect((await ada.post(`/admin/sign-in/federations/${id}/remove`)).status).toBe(303)
  expect((await (await world.as(world.susi)).get('/sign-in/institutions')).status).toBe(404)
  expect(await world.db.selectFrom('federatedIdentity').select('id').execute()).toEqual([])
})

test('most who ask to join are decided by what their institution says of them; the others wait for a person', async () => {
  const { db, write } = world
  later(2 * 3_600_000)
  await join(world, federation)
  const [contracted, without] = await write(async (tx) => {
    const actor = program(world.clock.now)
    const ids = [
      await addOrganisation(tx, actor, { name: 'Northfield University', kind: 'institution' }),
      await addOrganisation(tx, actor, { name: 'Costa Alta', kind: 'institution' }),
      await addOrganisation(tx, actor, { name: 'Carla College', kind: 'institution' }),
    ] as [number, number, number]
    for (const [at, domain] of ['susi.example', 'maria.example', 'carla.example'].entries())
      await tx
        .insertInto('organisationDomain')
        .values({ domain, organisationId: ids[at] as number })
        .execute()
    for (const organisationId of ids.slice(0, 2))
      await tx.insertInto('contract').values({ organisationId, productId: 1, fromOn: '2020-01-01' }).execute()
    await tx.updateTable('list').set({ approval: 'vouched' }).where('id', '=', world.listId).execute()
    return [ids[0], ids[2]]
  })
  /** Who asks, from where, and what their institution says: of twenty, as they come at a list of libraries. */
  const applicants: [email: string, domain: string, affiliation: string, decided: boolean][] = [
    ...Array.from({ length: 9 }, (_, n): [string, string, string, boolean] => [
      `staff${n}@susi.example`,
      'susi.example',
      'staff@susi.example',
      true,
    ]),
    ...Array.from({ length: 3 }, (_, n): [string, string, string, boolean] => [
      `employee${n}@maria.example`,
      'maria.example',
      'employee@maria.example',
      true,
    ]),
    ['nora@gmail.com', 'susi.example', 'staff@susi.example', true],
    ['olga@gmail.com', 'maria.example', 'employee@maria.example', true],
    ['tess@lib.susi.example', 'susi.example', 'staff@lib.susi.example', true],
    ['student@susi.example', 'susi.example', 'student@susi.example', false],
    ['alum@gmail.com', 'maria.example', 'alum@maria.example', false],
    ['member@maria.example', 'maria.example', 'member@maria.example', false],
    ['none@carla.example', 'carla.example', 'staff@carla.example', false],
    ['two@maria.example', 'susi.example', 'staff@susi.example', false],
  ]
  const { sealToken } = await import('../src/lib/token/seal.ts')
  const decided = new Map<string, string>()
  for (const [email, domain, affiliation] of applicants) {
    const browser = await world.as()
    const { id } = await db
      .insertInto('subscriptionRequest')
      .values({
        listId: world.listId,
        email,
        name: email,
        locale: 'en',
        state: 'waiting',
        askedAt: world.clock.now,
        confirmedAt: world.clock.now,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const page = `/applications/${sealToken(world.site.secret, 'application', id, new Date(world.clock.now.getTime() + day))}`
    expect(await read(browser, page)).toContain('/sign-in/institutions?for=evidence')
    const said = { subject: email, subjectId: `${email.split('@')[0]}@${domain}`, mail: email.endsWith(domain) ? email : '', affiliation }
    const { location } = await walkIn(world, federation, browser, { domain, said, next: page, purpose: 'evidence' })
    const statement = new URL(location, 'http://rapport.test').searchParams.get('statement') ?? ''
    await browser.post(`${page}/statement`, { statement })
    const { state } = await db.selectFrom('subscriptionRequest').select('state').where('id', '=', id).executeTakeFirstOrThrow()
    decided.set(email, state)
  }
  expect(Object.fromEntries(decided)).toEqual(
    Object.fromEntries(applicants.map(([email, , , alone]) => [email, alone ? 'approved' : 'waiting'])),
  )
  const alone = [...decided.values()].filter((state) => state === 'approved').length
  expect(alone / applicants.length).toBeGreaterThanOrEqual(0.7)
  const works = await db.selectFrom('affiliation').select(['organisationId', 'issuer']).where('basis', 'like', '%federated%').execute()
  expect(works.length).toBe(alone)
  expect(works.filter(({ organisationId }) => organisationId === contracted).length).toBe(11)
  expect(works.filter(({ organisationId }) => organisationId === without)).toEqual([])
  expect(new Set(works.map(({ issuer }) => issuer)).size).toBe(2)
})

test('where the federation asks for assurance, an affiliation counts only with it', async () => {
  later(2 * 3_600_000)
  const { id } = await row()
  const ada = await world.as(world.ada)
  const form = { label: 'Testgain', slug: 'testgain', kind: 'mdq', address: federation.address, certificates: federation.certificate }
  await ada.post(`/admin/sign-in/federations/${id}`, { ...form, enabled: 'on', assured: 'on' })
  await world.settle()
  const shown = async (assurance: string) => {
    const browser = await world.as()
    const said = { subject: 'x', subjectId: 'q@susi.example', affiliation: 'staff@susi.example', assurance }
    const { location } = await walkIn(world, federation, browser, {
      domain: 'susi.example',
      said,
      next: '/applications/x',
      purpose: 'evidence',
    })
    const { facts } = await world.db
      .selectFrom('signInFlow')
      .select('facts')
      .where('id', '=', new URL(location, 'http://rapport.test').searchParams.get('statement') ?? '')
      .executeTakeFirstOrThrow()
    return (facts as { affiliations: string[] }).affiliations
  }
  expect(await shown('https://refeds.org/assurance/IAP/medium')).toEqual([])
  expect(await shown('https://refeds.org/assurance/ATP/ePA-1m')).toEqual(['staff@susi.example'])
})
