import { afterEach, beforeEach, expect, test } from 'vitest'
import { zoneNames } from '../src/lib/ui/zone-names.ts'
import { lettersTo, linkTo } from './letters.ts'
import { carriedOut, withoutWeek } from './week-world.ts'
import { makeWorld, type Person, type World } from './world.ts'

let world: World
beforeEach(async () => {
  world = await makeWorld()
})
afterEach(() => world.end())

const zoneOf = (email: string) =>
  world.db
    .selectFrom('person')
    .innerJoin('address', 'address.personId', 'person.id')
    .select(['person.zone', 'person.zoneFrom'])
    .where('address.email', '=', email)
    .executeTakeFirst()
const set = (person: Person, zone: string) => world.db.updateTable('person').set({ zone }).where('id', '=', person.personId).execute()

/** Signs somebody in with the code of a letter, as their browser sends its form. */
async function signIn(email: string, more: Record<string, string> = {}) {
  const browser = await world.as()
  await browser.post('/sign-in', { email })
  await world.settle()
  const code = /^(\d{10})\r?$/m.exec((await lettersTo(world, email, 'people.sign-in')).at(-1)?.text ?? '')?.[1] ?? ''
  expect((await browser.post('/sign-in/code', { email, code, ...more })).status).toBe(303)
  return browser
}
type Browser = Awaited<ReturnType<typeof signIn>>
const read = async (browser: Browser, path: string) => (await (await browser.get(path)).text()).replaceAll(/\s+/g, ' ')

/** Susi works at an institution of this country. */
async function works(country: string) {
  const { id } = await world.db
    .insertInto('organisation')
    .values({ name: 'Norrvik University', kind: 'institution', country, createdAt: world.clock.now })
    .returning('id')
    .executeTakeFirstOrThrow()
  await world.db.insertInto('affiliation').values({ personId: world.susi.personId, organisationId: id }).execute()
}

const group = () => `g${world.group.groupId}`
const meeting = { title: 'Autumn meeting', day: '2026-10-23', time: '15:00', minutes: '60', zone: 'Europe/Lisbon', public: 'on' }
const arrange = async () => (await world.as(world.carla)).post('/meetings', { ...meeting, hosts: group() })

test('the zone of a browser is taken at sign-in, and offered until they say yes', async () => {
  const browser = await signIn(world.susi.email, { browserZone: 'Europe/Kiev' })
  expect(await zoneOf(world.susi.email)).toEqual({ zone: 'Europe/Kyiv', zoneFrom: 'browser' })
  for (const page of ['/today', '/me']) expect(await read(browser, page)).toContain('Yes, use Kyiv time')
  const said = await browser.post('/me/zone', { zone: 'Europe/Kyiv', next: '/today' })
  expect([said.status, said.headers.get('location')]).toEqual([303, '/today'])
  expect(await read(browser, '/today')).toContain('Time zone saved. Times are shown in Kyiv time.')
  expect(await read(browser, '/today')).not.toContain('Yes, use')
  expect(await zoneOf(world.susi.email)).toEqual({ zone: 'Europe/Kyiv', zoneFrom: 'person' })
  // Elsewhere for a day: what they have said stays.
  await signIn(world.susi.email, { browserZone: 'Asia/Tokyo' })
  expect(await zoneOf(world.susi.email)).toEqual({ zone: 'Europe/Kyiv', zoneFrom: 'person' })
})

test('a browser that says the same again needs no answer, and one from elsewhere changes nothing', async () => {
  await signIn(world.susi.email, { browserZone: 'Europe/Lisbon' })
  await signIn(world.susi.email, { browserZone: 'Asia/Tokyo' })
  expect(await zoneOf(world.susi.email)).toEqual({ zone: 'Europe/Lisbon', zoneFrom: 'browser' })
  const browser = await signIn(world.susi.email, { browserZone: 'Europe/Lisbon' })
  expect(await zoneOf(world.susi.email)).toEqual({ zone: 'Europe/Lisbon', zoneFrom: 'person' })
  expect(await read(browser, '/today')).not.toContain('Yes, use')
})

test('another zone is chosen in the settings, or none, and nobody is asked again', async () => {
  const browser = await signIn(world.susi.email, { browserZone: 'Europe/Lisbon' })
  const settings = { name: 'Susi', locale: 'en', theme: 'system', singleKeys: 'on' }
  expect((await browser.post('/me', { ...settings, zone: 'Asia/Calcutta', locale: 'de' })).status).toBe(303)
  const german = await (await browser.get('/me')).text()
  expect(german).toContain('Einstellungen gespeichert')
  expect(german).toContain('Uhrzeit (Ortszeit Kalkutta)')
  expect((await browser.post('/me', { ...settings, zone: 'Asia/Calcutta' })).status).toBe(303)
  expect(await zoneOf(world.susi.email)).toEqual({ zone: 'Asia/Kolkata', zoneFrom: 'person' })
  expect(await read(browser, '/me')).toMatch(/<option value="Asia\/Kolkata" selected[^>]*> ?Kolkata, India \(UTC\+5:30\)/)
  const refused = await browser.post('/me', { ...settings, zone: 'Mars/Olympus' })
  expect([refused.status, await refused.text()]).toEqual([
    422,
    expect.stringMatching(/f-zone-error[^<]*>\s*Choose a time zone from the list\./),
  ])
  expect((await browser.post('/me', { ...settings, zone: '' })).status).toBe(303)
  const again = await signIn(world.susi.email, { browserZone: 'Europe/Lisbon' })
  expect(await zoneOf(world.susi.email)).toEqual({ zone: null, zoneFrom: 'person' })
  expect(await read(again, '/today')).not.toContain('zone-offer')
})

test.each([
  ['en', ['Prague, Czechia', 'Rome, Italy', 'Copenhagen, Denmark', 'Mexico City, Mexico'], 'Europe', 'Indian Ocean'],
  ['de', ['Prag, Tschechien', 'Rom, Italien', 'Kopenhagen, Dänemark', 'Mexiko-Stadt, Mexiko'], 'Europa', 'Indischer Ozean'],
  ['fr', ['Prague, Tchéquie', 'Rome, Italie', 'Copenhague, Danemark', 'Mexico, Mexique'], 'Europe', 'Océan Indien'],
  ['es', ['Praga, Chequia', 'Roma, Italia', 'Copenhague, Dinamarca', 'Ciudad de México, México'], 'Europa', 'Océano Índico'],
  ['it', ['Praga, Cechia', 'Roma, Italia', 'Copenaghen, Danimarca', 'Città del Messico, Messico'], 'Europa', 'Oceano Indiano'],
])('the choice of zones speaks %s, and each is one by its name of today, once', async (locale, labels, ...regions) => {
  await world.db.updateTable('person').set({ locale }).where('id', '=', world.susi.personId).execute()
  const page = await read(await world.as(world.susi), '/me')
  const menu = /<select[^>]*name="zone".*?<\/select>/.exec(page)?.[0] ?? ''
  const options = [...menu.matchAll(/<option value="([^"]+)"(?: selected[^ >]*)?(?: data-english="([^"]*)")?[^>]*> ?([^<]*?) ?<\/option>/g)]
  const said = new Map(options.map(([, zone, english, label]) => [zone, { english, label }]))
  expect([options.length, options.map(([, zone]) => zone).toSorted()]).toEqual([zoneNames.length, zoneNames.toSorted()])
  const zones = ['Europe/Prague', 'Europe/Rome', 'Europe/Copenhagen', 'America/Mexico_City']
  expect(zones.map((zone) => said.get(zone)?.label?.replace(/ \(.*/, ''))).toEqual(labels)
  // What English calls it is found as well.
  expect(said.get('Europe/Copenhagen')?.english?.replace(/ \(.*/, '')).toBe(locale === 'en' ? undefined : 'Copenhagen, Denmark')
  const groups = [...menu.matchAll(/<optgroup label="([^"]*)"/g)].map(([, label]) => label)
  expect([groups.length, groups]).toEqual([10, expect.arrayContaining(regions)])
})

test('an hour is said where it belongs in the reader’s language, on pages and in letters', async () => {
  await set(world.carla, 'Europe/Lisbon')
  await world.db.updateTable('person').set({ locale: 'de' }).where('id', '=', world.maria.personId).execute()
  const path = (await arrange()).headers.get('location') ?? ''
  await world.settle()
  expect(await read(await world.as(world.maria), path)).toContain('15:00 (Ortszeit Lissabon)')
  const [letter] = await lettersTo(world, world.maria.email, 'meetings.invited')
  expect(letter?.text).toContain('(Ortszeit Lissabon)')
})

test('settings that are saved while no zone is known leave it to the next browser', async () => {
  const browser = await signIn(world.susi.email)
  expect((await browser.post('/me', { name: 'Susi S', locale: 'en', theme: 'system', zone: '' })).status).toBe(303)
  await signIn(world.susi.email, { browserZone: 'Europe/Lisbon' })
  expect(await zoneOf(world.susi.email)).toMatchObject({ zone: 'Europe/Lisbon' })
})

test.each([
  ['SE', 'Europe/Stockholm', 'institution'],
  ['PT', null, null],
])('without a browser that says so, an institution in %s gives the zone %s', async (country, zone, zoneFrom) => {
  await works(country)
  const browser = await signIn(world.susi.email)
  expect(await zoneOf(world.susi.email)).toEqual({ zone, zoneFrom })
  if (zone) expect(await read(browser, '/today')).toContain('We show times in Stockholm time, because of your institution’s country.')
})

test('a browser that hides its place says nothing, and one that names it outdoes the country', async () => {
  await works('SE')
  await signIn(world.susi.email, { browserZone: 'UTC' })
  expect(await zoneOf(world.susi.email)).toEqual({ zone: 'Europe/Stockholm', zoneFrom: 'institution' })
  await signIn(world.susi.email, { browserZone: 'Europe/Helsinki' })
  expect(await zoneOf(world.susi.email)).toEqual({ zone: 'Europe/Helsinki', zoneFrom: 'browser' })
})

test('who joins a list begins with the zone of their browser, also where others decide first', async () => {
  const email = 'nora@nora.example'
  await (await world.as()).post('/lists/lectio-l/join', { email, name: 'Nora', browserZone: 'America/Toronto' })
  await world.settle()
  await (await world.as()).post(await linkTo(world, email, 'list.confirm-join', '/confirm/'), { browserZone: 'America/Vancouver' })
  const request = await world.db.selectFrom('subscriptionRequest').select(['id', 'state', 'zone']).executeTakeFirstOrThrow()
  expect(request).toMatchObject({ state: 'waiting', zone: 'America/Vancouver' })
  const moderator = await world.as(world.modesto)
  expect((await moderator.post(`/lists/lectio-l/requests/${request.id}`, { decision: 'accept' })).status).toBe(303)
  expect(await carriedOut(world, world.modesto)).toBe(303)
  expect(await zoneOf(email)).toEqual({ zone: 'America/Vancouver', zoneFrom: 'browser' })
})

test('until a zone is known, times are those of the meeting and say so, and no clock change warns anybody', async () => {
  await set(world.carla, 'Europe/Lisbon')
  const path = (await arrange()).headers.get('location') ?? ''
  await world.settle()
  const browser = await world.as(world.maria)
  const page = await read(browser, path)
  expect(page).toContain('Friday 23 October 2026, 15:00 Lisbon time')
  expect(page).not.toMatch(/for you|clocks change/)
  const [letter] = await lettersTo(world, world.maria.email, 'meetings.invited')
  expect(letter?.text).toContain('15:00 Lisbon time')
  expect(letter?.text).not.toMatch(/for you/i)
  // Everything else is in the zone of the group, and called so.
  const poll = { title: 'Which day', hosts: group(), zone: 'Asia/Tokyo', minutes: '60', closesOn: '2026-11-01' }
  const made = await (await world.as(world.carla)).post('/polls', { ...poll, slots: '2026-11-18 09:00\n2026-11-18 16:00' })
  expect(await read(browser, made.headers.get('location') ?? '')).toMatch(/open until <time[^>]*>Sun 1 Nov, 14:59 Lisbon time</)
  await world.settle()
  const [asked] = await lettersTo(world, world.maria.email, 'meetings.poll')
  expect(asked?.text).toContain('09:00 Tokyo time')
})

test('visitors read times in the place of the group, and are told of no change of clocks', async () => {
  const path = (await arrange()).headers.get('location') ?? ''
  const page = await read(await world.as(), path)
  expect(page).toContain('15:00 Lisbon time')
  expect(page).not.toContain('for you')
})

test('the ledger counts whose zone is known, and says how many it leaves out', async () => {
  await set(world.carla, 'Europe/Lisbon')
  const browser = await world.as(world.carla)
  const before = await read(browser, '/polls/new')
  const names = (page: string) => [...page.matchAll(/class="name">(\w+)</g)].map(([, name]) => name)
  expect(names(before)).toEqual(['Carla'])
  expect(before).toContain('1 person is not counted, because we do not know their time zone.')
  // At night in UTC, by day in Perth.
  const slots = '2026-11-18 03:00\n2026-11-18 04:00'
  const made = await browser.post('/polls', { title: 'Early', hosts: group(), zone: 'UTC', minutes: '60', closesOn: '2026-11-01', slots })
  const path = made.headers.get('location') ?? ''
  const said = await read(browser, path)
  expect(said).not.toMatch(/Maria \d|everyone’s working hours/i)
  const slot = /name="(s\d+)"/.exec(said)?.[1] ?? ''
  const answered = await (await world.as(world.maria)).post(path, { [slot]: 'yes', browserZone: 'Australia/Perth' })
  expect(answered.status).toBe(303)
  expect(await zoneOf(world.maria.email)).toEqual({ zone: 'Australia/Perth', zoneFrom: 'browser' })
  const after = await read(browser, path)
  expect(names(after).toSorted()).toEqual(['Carla', 'Maria'])
  expect(after).not.toContain('not counted')
})

test('where nobody’s zone is known no hour is offered as fair', async () => {
  const browser = await world.as(world.carla)
  const page = await read(browser, '/polls/new')
  expect(/<textarea[^>]*name="slots"[^>]*>([^<]*)</.exec(page)?.[1]?.trim()).toBe('')
  const series = {
    ...{ title: 'Rotating', hosts: group(), cadence: 'every month', weekday: '3', nth: '2', time: '16:00', minutes: '60' },
    ...{ zone: 'Europe/Lisbon', firstOn: '2027-03-01', agendaDays: '7', silentDays: '14', quorumPercent: '0', public: 'on' },
  }
  const made = await browser.post('/series', series)
  const shown = await read(browser, made.headers.get('location') ?? '')
  expect(shown).toContain('16:00 Lisbon time')
  expect(shown).not.toMatch(/Fair times in rotation|earlier for|later for/)
})

test('an answer to an invitation by its link brings the zone of the browser', async () => {
  await arrange()
  await world.settle()
  const link = await linkTo(world, world.maria.email, 'meetings.invited', '/rsvp/')
  expect((await (await world.as()).post(link, { answer: 'accepted', browserZone: 'Australia/Perth' })).status).toBe(303)
  expect(await zoneOf(world.maria.email)).toEqual({ zone: 'Australia/Perth', zoneFrom: 'browser' })
})

test('a program reads and sets its person’s zone, and names none where none is known', async () => {
  const browser = await world.as(world.susi)
  const me = async () => ((await (await browser.ask('GET', '/api/v1/me')).json()) as { zone: string | null }).zone
  expect(await me()).toBe(null)
  expect((await browser.ask('PATCH', '/api/v1/me', { theme: 'dark' })).status).toBe(200)
  expect(await me()).toBe(null)
  expect((await browser.ask('PATCH', '/api/v1/me', { zone: 'Asia/Calcutta' })).status).toBe(200)
  expect(await me()).toBe('Asia/Kolkata')
  expect((await browser.ask('PATCH', '/api/v1/me', { zone: '+05:30' })).status).toBe(422)
  expect((await browser.ask('PATCH', '/api/v1/me', { zone: null })).status).toBe(200)
  expect(await me()).toBe(null)
})

test('a letter of a vote says its close in the zone of the ballot to whoever has none', async () => {
  await set(world.carla, 'Europe/Lisbon')
  await withoutWeek(world)
  const motion = { title: 'Meet monthly', question: 'Shall we meet each month?', secrecy: 'public', zone: 'Asia/Tokyo', way: 'vote' }
  const made = await (await world.as(world.carla)).post('/motions', {
    ...motion,
    groupId: String(world.group.groupId),
    closesAt: '2026-10-30T12:00',
  })
  expect(made.status).toBe(303)
  await world.settle()
  const [letter] = await lettersTo(world, world.maria.email, 'ballots.opened')
  expect(letter?.text).toContain('12:00 Tokyo time')
})
