import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createAuth } from '../src/auth.ts'
import { makeWorld, openWorld, type World } from './world.ts'

let world: World
beforeEach(async () => {
  world = await makeWorld()
})
afterEach(() => world.end())

/** The newest letter to this address, decoded. */
async function letterTo(email: string): Promise<string> {
  const letters = (await world.postbox()).filter((letter) => letter.email === email)
  return letters.at(-1)?.bytes?.toString('utf8').replaceAll('=\r\n', '').replaceAll('=3D', '=') ?? ''
}

const ask = async (email: string, next = '/today') => {
  const browser = await world.as()
  const answer = await browser.post('/sign-in', { email, next })
  await world.settle()
  return { browser, answer, letter: await letterTo(email) }
}

test('somebody known gets a mail with a link and a code; somebody unknown sees the same page and gets nothing', async () => {
  const known = await ask('susi@susi.example')
  const unknown = await ask('nobody@elsewhere.example')
  expect([known.answer.status, unknown.answer.status]).toEqual([303, 303])
  expect(known.answer.headers.get('location')).toBe('/sign-in/code?email=susi%40susi.example&next=%2Ftoday')
  expect(known.letter).toMatch(/sign-in\/code\?email=susi/)
  expect(known.letter).toMatch(/^\d{10}$/m)
  expect(unknown.letter).toBe('')
  expect((await known.browser.get('/sign-in/code?email=susi%40susi.example')).status).toBe(200)
  // Who waits in vain hears what to do.
  const page = await (await unknown.browser.get(unknown.answer.headers.get('location') ?? '')).text()
  expect(page).toMatch(/Look in your spam folder.*<a href="\/lists">Join a mailing list<\/a>/)
})

test('opening the link changes nothing, its button signs in, once', async () => {
  const { browser, letter } = await ask('susi@susi.example')
  const code = /^(\d{10})\r?$/m.exec(letter)?.[1] ?? ''
  const link = `/sign-in/code?email=susi%40susi.example&code=${code}`
  for (let scan = 0; scan < 3; scan++) expect((await browser.get(link)).status).toBe(200)

  const signedIn = await browser.post('/sign-in/code', { email: 'susi@susi.example', code, next: '/me' })
  expect([signedIn.status, signedIn.headers.get('location')]).toEqual([303, '/me'])
  const settings = await browser.get('/me')
  expect(settings.status).toBe(200)
  // How much mail comes first, what only programs need last.
  const parts = [...(await settings.text()).matchAll(/<h2>(?:<a[^>]*>)?([^<]+)/g)].map(([, title]) => title)
  expect(parts.slice(0, 3)).toEqual(['General', 'My subscriptions', 'Notifications'])
  expect(parts.slice(-2)).toEqual(['Access tokens', 'AI assistants'])
  const again = await (await world.as()).post('/sign-in/code', { email: 'susi@susi.example', code })
  expect(again.status).toBe(422)

  await browser.post('/sign-out')
  expect((await browser.get('/me')).headers.get('location')).toBe('/sign-in?next=%2Fme')
  // A letter's address of one part of the settings leads to that part, also for who signs in first.
  expect((await browser.get('/me/subscriptions')).headers.get('location')).toBe('/sign-in?next=%2Fme%2Fsubscriptions')
  // From the front page they come to what waits for them.
  expect(await (await browser.get('/')).text()).toContain('href="/sign-in?next=%2Ftoday"')
})

test('who comes in for the first time goes on in the language of that page; later it is theirs to change', async () => {
  const languageOf = async () =>
    (await world.db.selectFrom('person').select('locale').where('id', '=', world.susi.personId).executeTakeFirstOrThrow()).locale
  const signIn = async (language?: string) => {
    const { browser, letter } = await ask('susi@susi.example')
    const code = /^(\d{10})\r?$/m.exec(letter)?.[1] ?? ''
    const headers: Record<string, string> = language === undefined ? {} : { 'accept-language': language }
    expect((await browser.post('/sign-in/code', { email: 'susi@susi.example', code }, headers)).status).toBe(303)
  }
  // One who was imported, by somebody who reads German.
  await world.db.deleteFrom('journal').where('action', '=', 'person.signed-in').execute()
  await world.db.updateTable('person').set({ locale: 'de' }).where('id', '=', world.susi.personId).execute()
  await signIn('es-ES,es;q=0.9,en;q=0.8')
  expect(await languageOf()).toBe('es')
  await signIn('fr')
  expect(await languageOf()).toBe('es')
})

test.each([
  ['sl', undefined, 'de'],
  [undefined, undefined, 'de'],
  // Chosen on a page of the site.
  ['sl', 'fr', 'fr'],
])('a browser that asks for %s changes nobody’s language; %s, where it was chosen there, does', async (language, chosen, locale) => {
  await world.db.deleteFrom('journal').where('action', '=', 'person.signed-in').execute()
  await world.db.updateTable('person').set({ locale: 'de' }).where('id', '=', world.susi.personId).execute()
  const { browser, letter } = await ask('susi@susi.example')
  const code = /^(\d{10})\r?$/m.exec(letter)?.[1] ?? ''
  if (chosen) await browser.get(`/?lang=${chosen}`)
  const headers: Record<string, string> = language === undefined ? {} : { 'accept-language': language }
  expect((await browser.post('/sign-in/code', { email: 'susi@susi.example', code }, headers)).status).toBe(303)
  expect(await world.db.selectFrom('person').select('locale').where('id', '=', world.susi.personId).executeTakeFirstOrThrow()).toEqual({
    locale,
  })
})

test('a code cannot be guessed: after five wrong tries from a network it takes the right one no more', async () => {
  const { browser, letter } = await ask('susi@susi.example')
  const code = /^(\d{10})\r?$/m.exec(letter)?.[1] ?? ''
  const wrong = code === '11111111' ? '22222222' : '11111111'
  for (let guess = 0; guess < 6; guess++)
    expect((await browser.post('/sign-in/code', { email: 'susi@susi.example', code: wrong })).status).toBe(422)
  expect((await browser.post('/sign-in/code', { email: 'susi@susi.example', code })).status).toBe(422)
})

test('a link that was used leads on in the browser that it let in, and offers a new one in another', async () => {
  const { browser, letter } = await ask('susi@susi.example')
  const link = new URL(/http:\/\/rapport\.test(\/sign-in\/code\S+)/.exec(letter)?.[0] ?? '')
  const typed = { email: 'susi@susi.example', code: link.searchParams.get('code') ?? '', next: '/meetings' }
  expect((await browser.post('/sign-in/code', typed)).status).toBe(303)
  const again = await browser.get(`${link.pathname}${link.search}`)
  expect([again.status, again.headers.get('location')]).toEqual([303, '/today'])
  // Somebody else who is signed in decides whether to go on as her.
  expect((await (await world.as(world.carla)).get(`${link.pathname}${link.search}`)).status).toBe(200)
  const late = await (await world.as()).post('/sign-in/code', typed)
  const page = await late.text()
  expect([late.status, /<h1[^>]*>([^<]*)/.exec(page)?.[1]]).toEqual([422, 'Sign-in link no longer valid'])
  expect(page).toMatch(
    /action="\/sign-in"[\s\S]*name="email" value="susi@susi.example"[\s\S]*name="next" value="\/meetings"[\s\S]*Send another email/,
  )
})

test('nobody is mailed more than three codes an hour, and the page does not tell', async () => {
  for (let i = 0; i < 9; i++) expect((await ask('susi@susi.example')).answer.status).toBe(303)
  expect((await world.postbox()).filter((letter) => letter.kind === 'people.sign-in').length).toBe(3)
})

test('after sign-in one comes back to a page of this site, never to another', async () => {
  const browser = await world.as()
  for (const next of ['https://evil.example/', '//evil.example/', '/\\evil.example/', 'javascript:alert(1)'])
    expect((await browser.post('/sign-in', { email: 'susi@susi.example', next })).headers.get('location')).toContain('next=%2Ftoday')
})

test('a form that another site posts is refused', async () => {
  const browser = await world.as(world.carla)
  const answer = await browser.post(
    '/me',
    { name: 'Mallory', locale: 'en', zone: 'UTC', theme: 'dark' },
    { origin: 'https://evil.example' },
  )
  expect(answer.status).toBe(403)
  expect(await world.db.selectFrom('person').select('name').where('id', '=', world.carla.personId).executeTakeFirstOrThrow()).toEqual({
    name: 'Carla',
  })
})

test('an address that does not look like one is said beside the field, and stays typed', async () => {
  const answer = await (await world.as()).post('/sign-in', { email: 'susi at home' })
  const page = await answer.text()
  expect(answer.status).toBe(422)
  expect(page).toContain('Enter an email address, for example name@example.org.')
  expect(page).toContain('value="susi at home"')
})

test('a code whose session could not be kept is not spent: it opens once there is room again', async () => {
  const { browser, letter } = await ask('susi@susi.example')
  const code = /^(\d{10})\r?$/m.exec(letter)?.[1] ?? ''
  const typed = { email: 'susi@susi.example', code, next: '/me' }
  await sql`create function refuse() returns trigger language plpgsql as $$ begin
    raise exception using errcode = '53100', message = 'No space left on device'; end $$`.execute(world.db)
  // The session itself, and what is noted of it.
  for (const table of ['auth_session', 'journal']) {
    await sql`create trigger refuse before insert on ${sql.table(table)} for each row execute function refuse()`.execute(world.db)
    expect((await browser.post('/sign-in/code', typed)).status).toBe(503)
    expect((await browser.get('/me')).status).toBe(303)
    await sql`drop trigger refuse on ${sql.table(table)}`.execute(world.db)
  }
  // Overtaken by another, it is done again.
  await sql`create sequence lost`.execute(world.db)
  await sql`create or replace function refuse() returns trigger language plpgsql as $$ begin
    if nextval('lost') = 1 then raise exception using errcode = '40P01'; end if; return new; end $$`.execute(world.db)
  await sql`create trigger refuse before insert on journal for each row execute function refuse()`.execute(world.db)
  expect((await browser.post('/sign-in/code', typed)).status).toBe(303)
  expect((await browser.get('/me')).status).toBe(200)
})

test('an account of before gets in whose address no form takes any more', async () => {
  await world.db.updateTable('address').set({ email: 'otto@house' }).where('personId', '=', world.otto.personId).execute()
  const { browser, letter } = await ask('otto@house')
  const code = /^\d{10}$/m.exec(letter)?.[0] ?? ''
  expect((await browser.post('/sign-in/code', { email: 'otto@house', code })).headers.get('location')).toBe('/today')
})

test('the tables of sessions are what the library that keeps them wants', async () => {
  await world.context.auth.checkTables()
  await sql`alter table auth_session drop column user_agent`.execute(world.db)
  const later = openWorld(world.url)
  await expect(later.context.auth.checkTables()).rejects.toThrow(/user_agent/)
  await later.leave()
})

test('over https a session’s cookie is of this host alone, one of the name before is good until it ends, and both go with the session', async () => {
  const { db, write, site, clock } = world
  const auth = createAuth({ db, write, site: { ...site, baseUrl: 'https://rapport.test' }, now: () => clock.now })
  const made = await auth.createCode('susi@susi.example')
  const { headers } = await auth.signIn('susi@susi.example', made?.code ?? '', new Headers())
  const given = headers.get('set-cookie') ?? ''
  expect(given).toMatch(/^__Host-rapport\.session_token=[^;]+;.*Path=\/;.*Secure/)
  expect(given).not.toMatch(/domain=/i)
  const cookie = given.split(';')[0] ?? ''
  for (const one of [cookie, cookie.replace('__Host-', '__Secure-')]) {
    const sent = new Headers({ cookie: `rapport-lang=de; ${one}` })
    expect((await auth.findToken(sent))?.token).toBeTruthy()
    expect(await auth.findSession(sent)).toMatchObject({ personId: world.susi.personId })
  }
  // What a neighbouring host could have set is not heard beside it.
  const both = new Headers({ cookie: `${cookie}; __Secure-rapport.session_token=forged` })
  expect(await auth.findSession(both)).toMatchObject({ personId: world.susi.personId })
  const gone = (await auth.signOut(new Headers({ cookie: cookie.replace('__Host-', '__Secure-') }))).getSetCookie()
  for (const name of ['__Host-', '__Secure-'])
    expect(gone.some((one) => one.startsWith(`${name}rapport.session_token=;`) && /max-age=0/i.test(one))).toBe(true)
  expect(await auth.findSession(new Headers({ cookie }))).toBeUndefined()
})
