import { expect, onTestFinished, test } from 'vitest'
import { Effort, screens } from '../../bench/year/effort.ts'
import { wordsOf } from '../../bench/year/page.ts'
import { readMessage } from '../../src/lib/mail/parse.ts'
import { setUpCode } from '../../src/operations/set-up-rules.ts'
import { addWishes, openCycle, passTo } from '../ballots.ts'
import { seenIn, upload, words } from '../upload.ts'
import { makeEmptyWorld, type World } from '../world.ts'

const terms = `1. Purpose

The Leganto Working Group represents the users of Leganto towards Quillon.

2. Meetings

The group meets every two months online and keeps minutes.

3. Membership of the list

Subscription is open to customers of Quillon and to its employees.
`

const roster = `Leganto Working Group;;;;
as of 2026;;;;
Name;Vorname;E-Mail;Funktion;Amtszeit
Bergström;Agnes;agnes@havelstadt.example;Koordination;Sept 2021 – Aug 2024
Malhotra;Dev;dev@kivu.example;Webmaster;seit 2023
Brenner;Yael;yael@corrib.example;Mitglied;seit 2024
`

const register = `Institution;Country;Domain;Member since;Product;Contract start
Universität Havelstadt;Deutschland;havelstadt.example;2020;Leganto;2020
Kivu Lakes University;Rwanda;kivu.example;2020;Leganto;2020
Corrib Institute;Ireland;corrib.example;2020;Leganto;2020
`

const members = ['agnes@havelstadt.example', 'dev@kivu.example', 'yael@corrib.example']

const pickle = (value: unknown): string => {
  if (typeof value === 'number') return `I${value}\n`
  if (typeof value === 'string') return `S'${value}'\n`
  return `(d${Object.entries(value as object)
    .map(([key, item]) => `${pickle(key)}${pickle(item)}s`)
    .join('')}`
}
const config = `${pickle({
  real_name: 'Leganto-L',
  description: 'Reading lists',
  archive_private: 1,
  subscribe_policy: 2,
  members: Object.fromEntries(members.map((email) => [email, 0])),
  usernames: { 'agnes@havelstadt.example': 'Agnes', 'dev@kivu.example': 'Dev Malhotra', 'yael@corrib.example': 'Yael Brenner' },
})}.`
const archive = [2016, 2020, 2024]
  .map(
    (year) =>
      `From agnes@havelstadt.example Mon May  2 10:00:00 ${year}\nFrom: Agnes <agnes@havelstadt.example>\nSubject: Rollover of ${year}\nMessage-ID: <${year}@old.example>\nDate: Mon, 2 May ${year} 10:00:00 +0000\n\nIt works.\n\n`,
  )
  .join('')

test('A founder’s first day', async () => {
  const world = await makeEmptyWorld()
  onTestFinished(() => world.end())
  const { db } = world
  // What is made in a form leads to its page; a refusal says here what it was.
  const made = async (answer: Response): Promise<string> => {
    if (answer.status >= 400) throw new Error(words(await answer.text()))
    return answer.headers.get('location') ?? ''
  }
  // What her eyes, hands and mind need for it, by the keystroke-level model: reading each page that she works on, typing each field, each click.
  const hand = new Effort()
  hand.begin()

  // Given a fresh site, whose founder has coordinated for years
  const ada = await world.as()
  const facts = {
    ...{ code: setUpCode('a secret for tests, long enough'), name: 'Ada', email: 'ada@havelstadt.example', since: '2024' },
    ...{ community: 'Library Systems Users', communitySlug: 'lsu', vendor: 'Quillon', product: 'Leganto' },
    ...{ group: 'Leganto Working Group', groupSlug: 'leganto', list: 'leganto-l', listTitle: 'Leganto-L' },
  }
  const see = async (path: string) => (await ada.get(path)).text()
  const look = async (path: string): Promise<string> => {
    hand.click()
    hand.wait()
    const page = await see(path)
    hand.read(wordsOf(page), screens.work)
    return page
  }
  const press = async (answer: Promise<Response>): Promise<string> => {
    hand.click()
    hand.wait()
    const at = await made(await answer)
    hand.read(wordsOf(at ? await see(at) : ''), screens.glance)
    return at
  }
  /** Opens a page, fills its form in and sends it; a long text is pasted. */
  const send = async (page: string, path: string, values: Record<string, string>): Promise<string> => {
    await look(page)
    for (const value of Object.values(values)) {
      hand.think()
      hand.click()
      hand.type(value.length > 100 ? '^V' : value)
    }
    return press(ada.post(path, values))
  }
  /** Chooses files on a page. */
  const choose = async (page: string, files: number) => {
    await look(page)
    for (let i = 0; i < files * 4; i++) hand.click()
  }
  await send('/set-up', '/set-up', facts)
  const weeks = await look('/first-weeks')
  for (const [, path = ''] of weeks.matchAll(/class="title" href="([^"]+)"/g))
    expect([path, (await ada.get(path)).status]).toEqual([path, 200])

  // the list comes with its past and its people, not with its people alone,
  expect(await look('/admin/import?list=leganto-l')).toContain('value="leganto-l"')
  expect(weeks).toContain('href="/admin/import?list=leganto-l"')
  const form = new FormData()
  form.set('list', 'leganto-l')
  form.set('group', '1')
  for (const [name, content] of [
    ['config.pck', config],
    ['leganto-l.mbox', archive],
  ] as const)
    form.append('file', new File([content], name))
  const cookie = [...ada.cookies].map(([key, value]) => `${key}=${value}`).join('; ')
  await choose('/admin/import', 2)
  const brought = await press(
    world.app.request('http://rapport.test/admin/import', {
      method: 'POST',
      body: form,
      headers: { origin: 'http://rapport.test', cookie },
    }) as Promise<Response>,
  )
  await send(brought, `${brought}/begin`, { settings: 'on' })
  await world.settle()
  const threads = await look('/lists/leganto-l/threads')
  for (const year of [2016, 2020, 2024]) expect(threads).toContain(`Rollover of ${year}`)
  expect((await world.postbox()).filter(({ email }) => members.includes(email))).toEqual([])

  // the institutions, with their contracts in three countries,
  const handedIn = async (path: string, name: string, content: string) => {
    await choose(path, 1)
    const sheet = await press(upload(world as unknown as World, ada, path, name, content))
    await press(ada.post(`${sheet}/apply`, { seen: seenIn(await look(sheet)) }))
  }
  await handedIn('/organisations/import', 'register.csv', register)
  const institutions = await db
    .selectFrom('organisation')
    .select(['id', 'name', 'country'])
    .where('kind', '=', 'institution')
    .orderBy('id')
    .execute()
  expect(institutions.map(({ country }) => country)).toEqual(['DE', 'RW', 'IE'])
  // which without anybody who speaks for them could not vote, and that is said,
  expect(await see('/first-weeks')).toContain('3 organisations with a contract · none of them can vote')

  // the roster, under the names that the group has for its roles,
  await send('/roster/leganto/edit', '/roster/leganto/role-names', { name: 'Webmaster', role: 'member' })
  await handedIn('/roster/leganto/import', 'roster.csv', roster)
  const shown = words(await look('/roster?on=2026-10-16'))
  for (const said of ['Ada, Coordinator since 2024', 'Dev Malhotra, Webmaster', 'Yael Brenner, Member', 'September 2021'])
    expect(shown).toContain(said)

  // its people in their own zones, as their institutions have them,
  await look('/affiliations/basis?view=unknown')
  await press(ada.post('/affiliations/basis/match'))
  const zones = await db.selectFrom('person').innerJoin('address', 'address.personId', 'person.id').select(['email', 'zone']).execute()
  const zoneOf = new Map(zones.map(({ email, zone }) => [email, zone]))
  expect(members.map((email) => zoneOf.get(email))).toEqual(['Europe/Berlin', 'Africa/Kigali', 'Europe/Dublin'])

  // a referent for each institution,
  const { id: communityId } = await db.selectFrom('community').select('id').executeTakeFirstOrThrow()
  for (const [at, { id }] of institutions.entries()) {
    const referent = { email: members[at] ?? '', communityId: String(communityId), fromOn: '2026-01-01' }
    await send(`/organisations/${id}`, `/organisations/${id}/referents`, referent)
  }

  // the terms of reference, as clauses that are adopted and say on the list's page who may join,
  const draft =
    (await send('/groups/leganto/charter', '/charter/drafts', { group: 'leganto', from: 'paste', text: terms })).split('?')[0] ?? ''
  await look(draft)
  await press(ada.post(`${draft}/measures`))
  const adopted = { inForceOn: '2026-10-16', decisionText: 'We adopt it.', decidedOn: '2026-10-16' }
  await send(`${draft}/adopt`, `${draft}/adopt`, adopted)
  expect(words(await look('/lists/leganto-l'))).toContain('Subscription is open to customers of Quillon and to its employees.')

  // a first meeting, which each has in their calendar,
  const { id: groupId } = await db.selectFrom('workingGroup').select('id').executeTakeFirstOrThrow()
  const meeting = { title: 'First meeting', day: '2026-10-30', time: '10:00', minutes: '60', zone: 'Europe/Berlin', quorumPercent: '50' }
  await send('/meetings/new', '/meetings', { ...meeting, hosts: `g${groupId}` })
  await world.settle()
  for (const [email, hers] of [
    ['dev@kivu.example', '11:00'],
    ['yael@corrib.example', '09:00'],
  ] as const) {
    const letters = (await world.postbox()).filter((one) => one.email === email && one.kind?.startsWith('meetings.'))
    expect([email, letters.length]).toEqual([email, 1])
    expect(letters[0]?.bytes?.toString()).toMatch(/text\/calendar;[^\n]*method=REQUEST/i)
    const { subject, text } = readMessage(letters[0]?.bytes ?? Buffer.alloc(0))
    expect(subject).toContain('First meeting')
    expect(text).toContain(hers)
  }

  // and a ballot that has a voter for each institution.
  const { id: founder } = await db.selectFrom('person').select('id').where('name', '=', 'Ada').executeTakeFirstOrThrow()
  const furnished = { ...world, group: { groupId, communityId }, carla: { personId: founder } } as unknown as World
  const { cycleId, roundOne, at } = await openCycle(furnished)
  await addWishes(furnished, cycleId, ['Keyboard reordering', 'Visibility dates', 'Queues per campus'])
  await passTo(furnished, at(20))
  const voters = await db.selectFrom('voter').select('organisationId').where('ballotId', '=', roundOne).orderBy('organisationId').execute()
  expect(voters.map(({ organisationId }) => organisationId)).toEqual(institutions.map(({ id }) => id))

  // It took her less than half an hour.
  expect(hand.week.seconds / 60).toBeLessThan(30)
  const before = hand.week.seconds

  // A second group stands beside it ten minutes later, with its first post, and eight clauses to begin with.
  const second = {
    ...{ name: 'Exams Working Group', slug: 'exams', communityId: String(communityId), product: 'Examina', vendor: 'Quillon' },
    ...{ coordinator: 'ada@havelstadt.example', list: 'exams-l', listTitle: 'Exams-L', preset: 'open' },
  }
  await send('/admin/groups/new', '/admin/groups/new', second)
  await send('/lists/exams-l/write', '/lists/exams-l/write', { subject: 'Welcome', text: 'The first post of our group.' })
  await world.settle()
  expect((hand.week.seconds - before) / 60).toBeLessThan(10)
  expect(await see('/lists/exams-l/threads')).toContain('Welcome')
  const copied =
    (await made(await ada.post('/charter/drafts', { group: 'exams', from: 'other', other: String(groupId) }))).split('?')[0] ?? ''
  expect(words(await see(copied))).toContain('Subscription is open to customers of Quillon')
  await made(await ada.post(`${copied}/discard`))
  expect((await ada.post('/charter/drafts', { group: 'exams', from: 'other', other: '99' })).status).toBe(422)
  const few = (await made(await ada.post('/charter/drafts', { group: 'exams', from: 'few' }))).split('?')[0] ?? ''
  const begun = await see(few)
  expect(begun).toContain('7 clauses.')
  // What it does not have is no part of it: no liaison, no committee, no founding date that nobody has said.
  for (const missing of ['liaison', 'steering', 'not recorded yet'])
    expect(begun.split('fit your records')[0]?.split('<ol')[1]).not.toContain(missing)
  // The roster has somebody, so its clause is offered, and goes with its measures.
  expect(words(begun)).toContain('Clauses that fit your records')
  expect((await ada.post(`${few}/offers`, { number: 'O2' })).status).toBe(404)
  await made(await ada.post(`${few}/offers`, { number: 'W1' }))
  expect(await see(few)).toContain('8 clauses.')
})
