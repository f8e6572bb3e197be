import { afterAll, beforeAll, expect, test } from 'vitest'
import { foundGroup } from '../src/groups/actions.ts'
import { addInstitution, keeper } from './ballots.ts'
import { adoptTemplate } from './charter.ts'
import { upload, words } from './upload.ts'
import { makeWorld, type Person, type World } from './world.ts'

// Two groups of one site, of which Maria is a member of both: what each has is called alike, and the pages say whose it is.
const [lectio, catalogo] = ['Lectio Working Group', 'Catalogo Working Group']
let world: World
let other: number
beforeAll(async () => {
  world = await makeWorld()
  other = (await world.db.selectFrom('workingGroup').select('id').where('slug', '=', 'catalogo').executeTakeFirstOrThrow()).id
  await world.give(world.maria, 'member', other)
})
afterAll(() => world.end())

const post = async (person: Person, path: string, form: Record<string, string>) => {
  const answer = await (await world.as(person)).post(path, form)
  return { status: answer.status, to: answer.headers.get('location') ?? '', page: await answer.text() }
}
const see = async (path: string, person?: Person): Promise<string> => (await (await world.as(person)).get(path)).text()

const meeting = { title: 'Monthly call', kind: 'meeting', day: '2026-12-10', minutes: '60', zone: 'UTC', place: '', public: 'on' }
const leaders = () => [
  { person: world.carla, id: world.group.groupId, slug: 'lectio', name: lectio, time: '08:00' },
  { person: world.bruno, id: other, slug: 'catalogo', name: catalogo, time: '09:00' },
]

test('Today, its letter and its API say of each thing whose it is', async () => {
  for (const { person, id, time } of leaders()) {
    expect((await post(person, '/meetings', { ...meeting, hosts: `g${id}`, time, quorumPercent: '0' })).status).toBe(303)
    const motion = { title: 'Meet monthly', question: 'Shall we?', way: 'vote', secrecy: 'public', zone: 'UTC' }
    expect((await post(person, '/motions', { ...motion, groupId: String(id), closesAt: '2026-12-05T12:00' })).status).toBe(303)
  }
  await world.settle()
  const page = words(await see('/today', world.maria))
  for (const { name, time } of leaders()) {
    expect(page).toContain(`${name} · You have not voted yet`)
    expect(page).toMatch(new RegExp(`Invitation: Monthly call ${name} · [^·]*${time}`))
  }
  expect(page).toMatch(new RegExp(`Next meeting .*Monthly call [^·]*08:00 UTC · ${lectio}`))
  const { items } = (await (await (await world.as(world.maria)).get('/api/v1/me/today')).json()) as { items: { meta: string }[] }
  const metas = items.map(({ meta }) => meta).filter((meta) => meta.endsWith('You have not voted yet'))
  expect(metas.toSorted()).toEqual([catalogo, lectio].map((name) => `${name} · You have not voted yet`))
  // Calendars as well, where both are called alike.
  const feed = await see('/meetings.ics')
  for (const { name } of leaders()) expect(feed).toMatch(new RegExp(`SUMMARY:Monthly call\r\nDESCRIPTION:${name}\\\\n`))
  // So do the ballots that wait for her, and their papers.
  const ballots = await see('/ballots', world.maria)
  const [, papers = ''] = /<ul class="things" aria-label="Your ballots">([\s\S]*?)<\/ul>/.exec(ballots) ?? []
  expect(words(papers)).toMatch(new RegExp(`Meet monthly [^·]*· (${lectio}|${catalogo}) .*Meet monthly [^·]*· (${lectio}|${catalogo}) `))
  const [paper = ''] = /\/ballots\/\d+\/papers\/\d+/.exec(papers) ?? []
  expect(words(await see(paper, world.maria))).toMatch(new RegExp(`(${lectio}|${catalogo}) · `))
})

test('a request, a user case and a story say whose they are, and the places beside stay with that group', async () => {
  const shared = { title: 'Labels for icons', text: 'They have none.', visibility: 'public' }
  const made = [
    await post(world.maria, '/requests?group=catalogo', { ...shared, kind: 'idea' }),
    await post(world.maria, '/cases?group=catalogo', { title: 'No label', problem: 'None.', visibility: 'public', consent: 'public' }),
    await post(world.maria, '/stories?group=catalogo', { ...shared, kind: 'success' }),
  ]
  for (const [at, path] of ['/requests', '/cases', '/stories'].entries()) {
    const page = await see(made[at]?.to ?? '', world.maria)
    expect([path, /<header class="heading"><p class="meta">Catalogo Working Group/.test(page)]).toEqual([path, true])
    // The tab, the board and all others of the section.
    expect([path, page.includes(`href="${path}?group=catalogo"`)]).toEqual([path, true])
    expect([path, page.includes('href="/topics?group=catalogo"')]).toEqual([path, true])
  }
  // What is made of a user case is of its group, and says so where none can be chosen.
  const [told] = /\d+/.exec(made[1]?.to ?? '') ?? []
  const form = words(await see(`/requests/new?case=${told}&group=${other}`, world.maria))
  expect(form).toMatch(new RegExp(`Create a request .*${catalogo} .*User case: `))
  // Who is only on the list of a group is not led to where it collates.
  await world.join(world.bruno)
  for (const path of ['/requests/board', '/requests/import', '/requests/new'])
    expect([path, (await see(path, world.bruno)).includes(`href="${path}?group=lectio"`)]).toEqual([path, false])
})

test('the menu speaks of all groups, and in every language', async () => {
  expect(await see('/news')).toContain('<a href="/charter">About the groups</a>')
  expect(await see('/news?lang=de')).toContain('<a href="/charter">Über die Gruppen</a>')
  // Whoever keeps the site finds it so in the form, and keeps it in all languages by leaving it.
  const ada = await world.as(world.ada)
  expect(await (await ada.get('/site/menu')).text()).toContain('About the groups | /charter')
  expect((await ada.post('/site/menu', { menu: 'About the groups | /charter\nMeetings | /meetings' })).status).toBe(303)
  expect(await see('/news?lang=de')).toContain('<a href="/charter">Über die Gruppen</a>')
})

test('news, the newsletter, the front page and what is found say whose they are; product areas are called by their group', async () => {
  for (const { person, slug, id } of leaders()) {
    expect((await post(person, `/topics/areas?group=${slug}`, { name: 'Reports' })).status).toBe(303)
    const item = { title: 'We begin', text: 'At last.', language: 'en', visibility: 'public', embargoZone: 'UTC', group: slug }
    const { to } = await post(person, '/news', item)
    expect((await post(person, to.replace(/\/edit.*/, '/publish'), {})).status, String(id)).toBe(303)
  }
  await world.settle()
  for (const path of ['/news', '/', '/search?q=begin']) {
    const page = words(await see(path))
    for (const name of [lectio, catalogo]) expect([path, page]).toEqual([path, expect.stringMatching(new RegExp(`· ${name}`))])
  }
  expect(await see('/news/we-begin')).toContain(`<a href="/news?group=lectio">${lectio}</a>`)
  // Who writes for both chooses among the areas of both.
  const areas = [...(await see('/news/new', world.maria)).matchAll(/<option value="\d+"[^>]*>([^<]*Reports)</g)].map(([, name]) => name)
  expect(areas.toSorted()).toEqual([`${catalogo}: Reports`, `${lectio}: Reports`])
})

test('an election is of the user groups that its group belongs to, whatever else the form offers', async () => {
  const { groupId, communityId } = await world.write((tx) =>
    foundGroup(tx, keeper(world), {
      community: { slug: 'southern', name: 'Southern Users' },
      vendor: 'Quillon',
      product: 'Archivo',
      group: { slug: 'archivo', name: 'Archivo Working Group' },
    }),
  )
  await world.give(world.carla, 'coordinator', groupId)
  await addInstitution(world, 'Northfield', [world.susi], { communityIds: [communityId] })
  const form = {
    title: 'One seat',
    role: 'member',
    seats: '1',
    termFrom: '2027-06-01',
    recordOn: '2026-10-16',
    zone: 'UTC',
    secrecy: 'public',
  }
  const days = { nominationsUntil: '2027-02-01T12:00', opensAt: '2027-02-02T12:00', closesAt: '2027-03-01T12:00' }
  const southern = { ...form, ...days, electorate: `community-${communityId}` }
  const refused = await post(world.carla, '/elections', { ...southern, groupId: String(world.group.groupId) })
  expect([refused.status, words(refused.page)]).toEqual([422, expect.stringContaining('does not belong to this user group')])
  expect((await post(world.carla, '/elections', { ...southern, groupId: String(groupId) })).status).toBe(303)
})

test('from the status of one charter one goes to that of the other, and a report that is due begins with its own group', async () => {
  await adoptTemplate(world)
  const status = await see('/charter/overview', world.maria)
  expect(status).toMatch(/<a href="\/charter\/overview\?group=catalogo"[^>]*>Catalogo Working Group<\/a>/)
  // Who is in one group alone goes nowhere else.
  expect(await see('/charter/overview', world.carla)).not.toContain('?group=catalogo')
  await world.db.updateTable('workingGroup').set({ foundedOn: '2020-01-01' }).execute()
  await world.give(world.bruno, 'coordinator', world.group.groupId)
  const due = await see('/today', world.bruno)
  for (const { slug } of leaders()) expect(due).toContain(`href="/reports/new?group=${slug}"`)
  const begins = await see('/reports/new?group=catalogo', world.bruno)
  expect(/<option value="[^"]*"/.exec(begins.split('name="group"')[1] ?? '')?.[0]).toBe('<option value="catalogo"')
  expect(begins).toContain('href="/reports/new?group=catalogo&amp;from=')
  // What is done with the vendor for one of them says for which.
  const guests = await see('/desk/guests?group=catalogo', world.bruno)
  expect(words(guests)).toContain(`${catalogo} · Sent to the vendor`)
})

test('a list is imported into its own group alone, and a register says which user group and product it is about', async () => {
  const mbox = 'From maria@maria.example Mon Oct  5 10:00:00 2020\nFrom: maria@maria.example\nSubject: Old\n\nOld.\n'
  const bring = async (group: number) => {
    const ada = await world.as(world.ada)
    const body = new FormData()
    for (const [name, value] of Object.entries({ list: 'lectio-l', group: String(group) })) body.append(name, value)
    body.append('file', new File([mbox], 'old.mbox'))
    const cookie = [...ada.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { origin: 'http://rapport.test', cookie }
    return world.app.request('http://rapport.test/admin/import', { method: 'POST', body, headers })
  }
  const wrong = await bring(other)
  expect([wrong.status, words(await wrong.text())]).toEqual([422, expect.stringContaining(`The list lectio-l belongs to ${lectio}.`)])
  expect((await bring(world.group.groupId)).status).toBe(303)

  const sheet =
    'Name;Domains;User group;Member from;Product;Contract from\nHavelstadt;havelstadt.example;Southern Users;2024-01-01;Catalogo;2024-02-01\n'
  const ada = await world.as(world.ada)
  const sent = await upload(world, ada, '/organisations/import', 'register.csv', sheet)
  const plan = words(await (await ada.get(sent.headers.get('location') ?? '')).text())
  expect(plan).toContain('Membership: Southern Users · since 1 January 2024 · Contract: Catalogo · since 1 February 2024')
})
