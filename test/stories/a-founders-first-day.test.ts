import { expect, onTestFinished, test } from 'vitest'
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

  // Given a fresh site, whose founder has coordinated for years
  const ada = await world.as()
  const facts = {
    ...{ code: setUpCode('a secret for tests, long enough'), name: 'Ada', email: 'ada@havelstadt.example', since: '2024' },
    ...{ community: 'Library Systems Users', communitySlug: 'lsu', vendor: 'Quillon', product: 'Leganto' },
    ...{ group: 'Leganto Working Group', groupSlug: 'leganto', list: 'leganto-l', listTitle: 'Leganto-L' },
  }
  await made(await ada.post('/set-up', facts))
  const see = async (path: string) => (await ada.get(path)).text()
  const weeks = await see('/first-weeks')
  for (const [, path = ''] of weeks.matchAll(/class="title" href="([^"]+)"/g))
    expect([path, (await ada.get(path)).status]).toEqual([path, 200])

  // the list comes with its past and its people,
  const form = new FormData()
  form.set('list', 'leganto-l')
  form.set('group', '1')
  for (const [name, content] of [
    ['config.pck', config],
    ['leganto-l.mbox', archive],
  ] as const)
    form.append('file', new File([content], name))
  const cookie = [...ada.cookies].map(([key, value]) => `${key}=${value}`).join('; ')
  const brought = await made(
    await world.app.request('http://rapport.test/admin/import', {
      method: 'POST',
      body: form,
      headers: { origin: 'http://rapport.test', cookie },
    }),
  )
  await made(await ada.post(`${brought}/begin`, { settings: 'on' }))
  await world.settle()
  const threads = await see('/lists/leganto-l/threads')
  for (const year of [2016, 2020, 2024]) expect(threads).toContain(`Rollover of ${year}`)
  expect((await world.postbox()).filter(({ email }) => members.includes(email))).toEqual([])

  // the institutions, with their contracts in three countries,
  const handedIn = async (path: string, name: string, content: string) => {
    const sheet = await made(await upload(world as unknown as World, ada, path, name, content))
    await made(await ada.post(`${sheet}/apply`, { seen: seenIn(await see(sheet)) }))
  }
  await handedIn('/organisations/import', 'register.csv', register)
  const institutions = await db
    .selectFrom('organisation')
    .select(['id', 'name', 'country'])
    .where('kind', '=', 'institution')
    .orderBy('id')
    .execute()
  expect(institutions.map(({ country }) => country)).toEqual(['DE', 'RW', 'IE'])

  // the roster, under the names that the group has for its roles,
  await made(await ada.post('/roster/leganto/role-names', { name: 'Webmaster', role: 'member' }))
  await handedIn('/roster/leganto/import', 'roster.csv', roster)
  const shown = words(await see('/roster?on=2026-10-16'))
  for (const said of ['Ada, Coordinator since 2024', 'Dev Malhotra, Webmaster', 'Yael Brenner, Member', 'September 2021'])
    expect(shown).toContain(said)

  // a referent for each institution,
  const { id: communityId } = await db.selectFrom('community').select('id').executeTakeFirstOrThrow()
  for (const [at, { id }] of institutions.entries()) {
    const referent = { email: members[at] ?? '', communityId: String(communityId), fromOn: '2026-01-01' }
    await made(await ada.post(`/organisations/${id}/referents`, referent))
  }

  // the terms of reference, as clauses that are adopted and say on the list's page who may join,
  const draft = (await made(await ada.post('/charter/drafts', { group: 'leganto', from: 'paste', text: terms }))).split('?')[0] ?? ''
  await made(await ada.post(`${draft}/measures`))
  await made(await ada.post(`${draft}/adopt`, { inForceOn: '2026-10-16', decisionText: 'We adopt it.', decidedOn: '2026-10-16' }))
  expect(words(await see('/lists/leganto-l'))).toContain('Subscription is open to customers of Quillon and to its employees.')

  // a first meeting, which each has in their calendar,
  const { id: groupId } = await db.selectFrom('workingGroup').select('id').executeTakeFirstOrThrow()
  const meeting = { title: 'First meeting', day: '2026-10-30', time: '10:00', minutes: '60', zone: 'Europe/Berlin', quorumPercent: '50' }
  await made(await ada.post('/meetings', { ...meeting, hosts: `g${groupId}` }))
  await world.settle()
  for (const email of ['dev@kivu.example', 'yael@corrib.example']) {
    const letters = (await world.postbox()).filter((one) => one.email === email && one.kind?.startsWith('meetings.'))
    expect([email, letters.length]).toEqual([email, 1])
    expect(letters[0]?.bytes?.toString()).toMatch(/text\/calendar;[^\n]*method=REQUEST/i)
    expect(readMessage(letters[0]?.bytes ?? Buffer.alloc(0)).subject).toContain('First meeting')
  }

  // and a ballot that has a voter for each institution.
  const { id: founder } = await db.selectFrom('person').select('id').where('name', '=', 'Ada').executeTakeFirstOrThrow()
  const furnished = { ...world, group: { groupId, communityId }, carla: { personId: founder } } as unknown as World
  const { cycleId, roundOne, at } = await openCycle(furnished)
  await addWishes(furnished, cycleId, ['Keyboard reordering', 'Visibility dates', 'Queues per campus'])
  await passTo(furnished, at(20))
  const voters = await db.selectFrom('voter').select('organisationId').where('ballotId', '=', roundOne).orderBy('organisationId').execute()
  expect(voters.map(({ organisationId }) => organisationId)).toEqual(institutions.map(({ id }) => id))

  // A second group stands beside it, with eight clauses to begin with, and its first post.
  const second = {
    ...{ name: 'Exams Working Group', slug: 'exams', communityId: String(communityId), product: 'Examina', vendor: 'Quillon' },
    ...{ coordinator: 'ada@havelstadt.example', list: 'exams-l', listTitle: 'Exams-L', preset: 'open' },
  }
  await made(await ada.post('/admin/groups/new', second))
  await made(await ada.post('/lists/exams-l/write', { subject: 'Welcome', text: 'The first post of our group.' }))
  await world.settle()
  expect(await see('/lists/exams-l/threads')).toContain('Welcome')
  const copied =
    (await made(await ada.post('/charter/drafts', { group: 'exams', from: 'other', other: String(groupId) }))).split('?')[0] ?? ''
  expect(words(await see(copied))).toContain('Subscription is open to customers of Quillon')
  await made(await ada.post(`${copied}/discard`))
  expect((await ada.post('/charter/drafts', { group: 'exams', from: 'other', other: '99' })).status).toBe(422)
  const few = (await made(await ada.post('/charter/drafts', { group: 'exams', from: 'few' }))).split('?')[0] ?? ''
  const begun = await see(few)
  expect(begun).toContain('8 clauses.')
  // The roster has somebody, so its clause is offered, and goes with its measures.
  expect(words(begun)).toContain('Clauses that fit your records')
  expect((await ada.post(`${few}/offers`, { number: 'O2' })).status).toBe(404)
  await made(await ada.post(`${few}/offers`, { number: 'W1' }))
  expect(await see(few)).toContain('9 clauses.')
})
