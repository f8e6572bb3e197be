import { describe, expect, onTestFinished, test } from 'vitest'
import { classOfStatus, isNews, nextReading } from '../src/advocacy/portal/rules.ts'
import { enqueue } from '../src/lib/db/enqueue.ts'
import { portalIn } from '../src/lib/reading/portal/read.ts'
import { raiseVoice } from '../src/requests/support/actions.ts'
import { type Idea, openPortal, portalOptions } from './portal-server.ts'
import { employ } from './requests-world.ts'
import { makeVendorWorld, type VendorWorld } from './vendor-world.ts'

const minutes = 60_000

async function newWorld() {
  const world = await makeVendorWorld(portalOptions)
  onTestFinished(() => world.end())
  return world
}

/** Time goes on by so many minutes, and what is due is done. */
async function pass(world: VendorWorld, n: number) {
  world.clock.now = new Date(world.clock.now.getTime() + n * minutes)
  await world.write((tx) => enqueue(tx, 'vendor.portalDue'))
  await world.settle()
}

const changesOf = (world: VendorWorld) =>
  world.db.selectFrom('portalStatus').selectAll().where('isChange', '=', true).orderBy('id').execute()

/** A request that was handed over, which the vendor calls by a number and an address of its portal. */
async function handOver(world: VendorWorld, tracker: { number?: string; link?: string }, title = 'Keep notes in a rollover') {
  const [id = 0] = await world.askFor({ title })
  const submission = await world.handOver([id], title)
  const vera = await world.as(world.vera)
  const set = await vera.post(`${submission}/requests/${id}/tracker`, {
    trackerNumber: tracker.number ?? '',
    trackerLink: tracker.link ?? '',
  })
  expect(set.status).toBe(303)
  return id
}

const addFeed = async (world: VendorWorld, url: string, kind = 'entries') => {
  const carla = await world.as(world.carla)
  const added = await carla.post('/answers/portal/feeds', { group: 'lectio', url, kind })
  expect([added.status, await added.text()]).toEqual([303, ''])
  await world.settle()
  return carla
}

describe('a portal of a thousand ideas', () => {
  test('tells of a change on the request and on Today within 15 minutes, and never twice', async () => {
    const world = await newWorld()
    const portal = await openPortal(1_000)
    await employ(world)
    const id = await handOver(world, { link: 'https://ideas.example/p/idea-417' })
    const [maria, susi] = [await world.actorOf(world.maria), await world.actorOf(world.susi)]
    for (const actor of [maria, susi]) await world.write((tx) => raiseVoice(tx, actor, id, { strength: 'should', reason: '' }))
    const carla = await addFeed(world, portal.url)
    expect(await world.db.selectFrom('portalCase').select('id').execute()).toHaveLength(1_000)
    expect(await (await carla.get('/answers/portal?group=lectio')).text()).toContain('We have 1,000 entries of the portal. 1 is linked to')
    expect(await (await carla.get('/today')).text()).not.toContain('The vendor’s portal says')

    Object.assign(portal.posts[416] as Idea, { status: 'closed as not planned', changed: '2026-10-16T09:05:00Z' })
    // An idea that is nobody's request changes as well.
    Object.assign(portal.posts[10] as Idea, { status: 'planned', changed: '2026-10-16T09:05:00Z' })
    await pass(world, 12)
    const today = await (await carla.get('/today')).text()
    expect(today).toContain('The vendor’s portal says “closed as not planned”: Keep notes in a rollover')
    expect(today).toContain('2 institutions support this request. No reason given.')
    const record = await (await carla.get(`/requests/${id}`)).text()
    expect(record).toContain(': <b>closed as not planned</b>')
    expect(record).toContain('No reason given.')

    for (let round = 0; round < 3; round++) await pass(world, 12)
    // The same as a file changes nothing, and neither does an older one.
    const whole = JSON.stringify({ posts: portal.posts })
    const old = JSON.stringify({ posts: [{ ...portal.posts[416], status: 'open', statusChangedAt: '2026-10-01T08:00:00Z' }] })
    for (const pasted of [whole, old]) expect((await carla.post('/answers/portal', { group: 'lectio', pasted })).status).toBe(200)
    expect((await changesOf(world)).map(({ status }) => status)).toEqual(['planned', 'closed as not planned'])
    const times = (page: string) => page.match(/The vendor’s portal says/g)?.length
    expect(times(await (await carla.get('/today')).text())).toBe(times(today))
    // Asked politely: what was seen is named, and not sent again.
    expect(portal.heard.length).toBeGreaterThan(3)
    expect(portal.heard.slice(2).every((headers) => headers['if-none-match'])).toBe(true)
  })

  test('publishes nobody’s answer: it is the portal’s word, until the group takes it as the vendor’s answer in one click', async () => {
    const world = await newWorld()
    const portal = await openPortal(30)
    const id = await handOver(world, { number: 'idea-7' })
    const carla = await addFeed(world, portal.url)
    Object.assign(portal.posts[6] as Idea, { status: 'Closed: not planned', changed: '2026-10-16T09:01:00Z' })
    await pass(world, 12)
    expect(await world.db.selectFrom('answer').select('id').execute()).toEqual([])
    for (const person of [world.susi, world.vera, world.bruno, undefined]) {
      const visitor = await world.as(person)
      expect(await (await visitor.get(`/requests/${id}`)).text()).not.toContain('Closed: not planned')
    }

    const page = await (await carla.get('/answers/portal?group=lectio')).text()
    const [change] = (await changesOf(world)).map((one) => one.id)
    // All that one click sends is filled in.
    expect(page).toContain('<option value="declined" selected')
    const reason = 'The portal gives no reason. Status on the portal: Closed: not planned.'
    expect(page).toContain(reason)
    const taken = await carla.post(`/answers/portal/changes/${change}`, { class: 'declined', reason, release: '' })
    expect(taken.status).toBe(303)
    const answer = await world.db.selectFrom('answer').selectAll().executeTakeFirstOrThrow()
    expect([answer.requestId, answer.class, answer.door, answer.reason]).toEqual([id, 'declined', 'portal', reason])
    // The group claims it; the vendor is asked to sign.
    const words = await world.db.selectFrom('signingWord').select(['side', 'act', 'quiet']).execute()
    expect(words).toEqual([{ side: 'group', act: 'claimed', quiet: false }])
    expect(await (await carla.get('/today')).text()).not.toContain('The vendor’s portal says')
    expect((await carla.post(`/answers/portal/changes/${change}`, { class: 'declined', reason, release: '' })).status).toBe(409)
    expect(await world.db.selectFrom('answer').select('id').execute()).toHaveLength(1)
  })

  test('proposes a request that an entry reads like, and a person says whether it is', async () => {
    const world = await newWorld()
    const [id = 0, other = 0] = await world.askFor(
      { title: 'Students see gaps when the course rollover loses library notes' },
      { title: 'Export citations to a spreadsheet with their chapters' },
    )
    const carla = await world.as(world.carla)
    const csv = [
      'Reference Num,Idea name,Description,Workflow status,Votes,URL',
      'LEC-I-1,Course rollover loses library notes,Students see gaps when the course rollover loses library notes,Under review,12,https://x.example/1',
      'LEC-I-2,Export citations to a spreadsheet,Export citations with their chapters to a spreadsheet,Shipped,3,https://x.example/2',
    ].join('\n')
    expect((await carla.post('/answers/portal', { group: 'lectio', pasted: csv })).status).toBe(200)
    await world.settle()
    const cases = () => world.db.selectFrom('portalCase').select(['id', 'number', 'requestId', 'proposedId']).orderBy('number').execute()
    const [first, second] = await cases()
    expect([first?.requestId, first?.proposedId, second?.requestId, second?.proposedId]).toEqual([null, id, null, other])
    expect(await (await carla.get(`/requests/${id}`)).text()).not.toContain('Under review')
    const yes = await carla.post(`/answers/portal/entries/${first?.id}`, { requestId: String(id), join: 'yes' })
    const no = await carla.post(`/answers/portal/entries/${second?.id}`, { join: 'no' })
    expect([yes.status, no.status]).toEqual([303, 303])
    expect((await cases()).map(({ requestId, proposedId }) => [requestId, proposedId])).toEqual([
      [id, null],
      [null, null],
    ])
    expect(await (await carla.get(`/requests/${id}`)).text()).toContain('Under review')
    // Said once, it is not asked again.
    await carla.post('/answers/portal', { group: 'lectio', pasted: csv.replace('Shipped', 'Planned') })
    await world.settle()
    expect((await cases())[1]).toMatchObject({ requestId: null, proposedId: null })
  })

  test('is taken back as it came until somebody confirms it; what was decided about since stays', async () => {
    const world = await newWorld()
    const [id = 0] = await world.askFor({ title: 'Course rollover loses library notes' })
    const carla = await world.as(world.carla)
    const row = (n: number, status: string) => `LEC-I-${n},Idea ${n},Text ${n},${status},12,https://x.example/${n}`
    const bring = async (...rows: string[]) => {
      const csv = ['Reference Num,Idea name,Description,Workflow status,Votes,URL', ...rows].join('\n')
      const page = await (await carla.post('/answers/portal', { group: 'lectio', pasted: csv })).text()
      return /\/answers\/portal\/imports\/\d+/.exec(page.split('<h2')[0] ?? '')?.[0] ?? ''
    }
    const said = async () =>
      (
        await world.db
          .selectFrom('portalStatus')
          .innerJoin('portalCase', 'portalCase.id', 'portalStatus.portalCaseId')
          .select(['number', 'status'])
          .orderBy('portalStatus.id')
          .execute()
      ).map(({ number, status }) => `${number} ${status}`)
    const first = await bring(row(1, 'Under review'), row(2, 'Under review'))
    const second = await bring(row(1, 'Planned'), row(2, 'Under review'), row(3, 'New'), row(4, 'New'))
    expect(await bring(row(3, 'New'))).toBe('')
    const third = await world.db.selectFrom('portalCase').select('id').where('number', '=', 'LEC-I-3').executeTakeFirstOrThrow()
    await carla.post(`/answers/portal/entries/${third.id}`, { requestId: String(id), join: 'yes' })
    // The portal has said more of what the first brought: that stays with it.
    expect(await (await carla.get(`${first}/undo`)).text()).toMatch(/Will be removed[\s\S]*>1<[\s\S]*Will be kept[\s\S]*>1</)
    expect((await carla.post(`${second}/undo`)).status).toBe(303)
    expect(await said()).toEqual(['LEC-I-1 Under review', 'LEC-I-2 Under review', 'LEC-I-3 New'])
    expect((await carla.post(`${second}/undo`)).status).toBe(409)
    // Taken back, it may come again, and then stay.
    const again = await bring(row(1, 'Planned'), row(4, 'New'))
    expect((await carla.post(`${again}/confirm`)).status).toBe(303)
    expect((await carla.post(`${again}/undo`)).status).toBe(409)
    expect(await (await carla.get(again)).text()).not.toContain(`${again}/undo`)
    expect(await said()).toContain('LEC-I-4 New')
  })

  test('gives back the titles, links and votes of entries that were known, unless something changed them since', async () => {
    const world = await newWorld()
    const carla = await world.as(world.carla)
    const bring = async (...rows: string[]) => {
      const csv = ['Reference Num,Idea name,Description,Workflow status,Votes,URL', ...rows].join('\n')
      const page = await (await carla.post('/answers/portal', { group: 'lectio', pasted: csv })).text()
      return /\/answers\/portal\/imports\/\d+/.exec(page.split('<h2')[0] ?? '')?.[0] ?? ''
    }
    const row = (n: number, title: string, votes: number, status = 'New', host = 'x') =>
      `LEC-I-${n},${title},Text ${n},${status},${votes},https://${host}.example/${n}`
    const said = async () =>
      (await world.db.selectFrom('portalCase').select(['label', 'link', 'votes', 'requestId']).orderBy('number').execute()).map((one) =>
        Object.values(one).join(' '),
      )
    const undo = async (path: string) => (await carla.post(`${path}/undo`)).status
    await bring(row(1, 'One', 1), row(2, 'Two', 2), row(3, 'Three', 3))
    const before = await said()
    // Another title or number is no news, and yet can be taken back; said twice in a file, too.
    const second = await bring(row(1, 'Uno', 11), row(1, 'Eins', 12), row(2, 'Due', 2, 'Planned'), row(3, 'Three', 3, 'New', 'y'))
    expect(await said()).toEqual(['Eins https://x.example/1 12 ', 'Due https://x.example/2 2 ', 'Three https://y.example/3 3 '])
    expect(await (await carla.get(`${second}/undo`)).text()).toMatch(/another title, link or number of votes[\s\S]{0,200}>3</)
    expect(await undo(second)).toBe(303)
    expect(await said()).toEqual(before)
    expect(await undo(second)).toBe(409)

    // What a later file says stays; taken back as well, it leaves what was before both.
    const third = await bring(row(1, 'Eins', 12), row(2, 'Due', 5))
    const fourth = await bring(row(1, 'Ein', 12))
    expect(await undo(third)).toBe(303)
    expect(await said()).toEqual(['Ein https://x.example/1 1 ', 'Two https://x.example/2 2 ', 'Three https://x.example/3 3 '])
    expect(await undo(fourth)).toBe(303)
    expect(await said()).toEqual(before)

    // So does an entry that somebody typed, its link, and a request that it was joined with by its number.
    const [id = 0] = await world.askFor({ title: 'Course rollover loses library notes' })
    const table = (link: string) => `request,entry,date,status,link\n${id},LEC-I-2,2026-09-01,Open,${link}`
    const bringTable = async (text: string) => {
      const page = await (await carla.post('/answers/portal', { group: 'lectio', pasted: text })).text()
      return /\/answers\/portal\/imports\/\d+/.exec(page.split('<h2')[0] ?? '')?.[0] ?? ''
    }
    await bringTable(table('https://a.example/2'))
    const typed = await bringTable(table('https://b.example/2'))
    const joined = await bring(row(2, 'Two', 2))
    expect((await said()).map((one) => one.split(' ').slice(1).join(' '))).toContain(`https://x.example/2 2 ${id}`)
    expect([await undo(joined), await undo(typed)]).toEqual([303, 303])
    expect(await said()).toEqual([`LEC-I-2 https://a.example/2  ${id}`, ...before])
  })

  test('two readings at once tell of a change once', async () => {
    const world = await newWorld()
    await handOver(world, { number: 'idea-1' })
    const carla = await world.as(world.carla)
    const says = (status: string) => ({ text: JSON.stringify({ posts: [{ id: 'idea-1', title: 'One', status, score: 1 }] }) })
    await carla.ask('POST', '/api/v1/portal', says('open'))
    const both = await Promise.all([1, 2, 3].map(() => carla.ask('POST', '/api/v1/portal', says('planned'))))
    expect(both.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(await changesOf(world)).toHaveLength(1)
    // “Planned” is an answer with its release: the page fills in that it is a later one.
    expect(await (await carla.get('/answers/portal')).text()).toContain('value="a later release"')
    const listed = (await (await carla.ask('GET', '/api/v1/portal')).json()) as { items: { status: string; class: string }[] }
    expect(listed.items.map(({ status, class: name }) => [status, name])).toEqual([['planned', 'planned']])
    // Who leads several groups comes back to the one whose change it was.
    const [change] = await changesOf(world)
    const seen = await carla.post(`/answers/portal/changes/${change?.id}/leave`, {})
    expect([seen.status, seen.headers.get('location')]).toEqual([303, '/answers/portal?group=lectio'])
  })
})

test('release notes of a feed become releases, once, with what they seem to deliver', async () => {
  const world = await newWorld()
  const portal = await openPortal(0)
  const [id = 0] = await world.askFor({ title: 'Course rollover keeps library notes' })
  portal.state.answer = (response) =>
    response.writeHead(200, { 'content-type': 'application/atom+xml' }).end(`<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom">
      <title>Lectio</title><entry><id>r2</id><title>Lectio 2026 R2</title><link href="https://vendor.example/r2"/><updated>2026-10-12T10:00:00Z</updated>
      <content type="html">&lt;p&gt;The course rollover keeps library notes.&lt;/p&gt;</content></entry></feed>`)
  const carla = await addFeed(world, portal.url, 'releases')
  await pass(world, 12)
  const releases = await world.db.selectFrom('release').select(['id', 'name', 'onDay', 'link']).execute()
  expect(releases.map(({ name, onDay, link }) => [name, onDay, link])).toEqual([
    ['Lectio 2026 R2', '2026-10-12', 'https://vendor.example/r2'],
  ])
  const page = await (await carla.get(`/releases/${releases[0]?.id}`)).text()
  expect(page).toContain(`#${id} Course rollover keeps library notes`)
})

describe('what is read', () => {
  const read = (text: string) =>
    portalIn(new TextEncoder().encode(text)).entries.map(({ number, title, status, reason, votes, changedOn }) => ({
      ...{ number, title, status, reason, votes, changedOn },
    }))

  test.each([
    [
      'UserVoice, CSV',
      'Id,Title,Description,Supporters Count,Status,Admin response,Updated At,Portal URL\n77,"Notes, kept",x,14,Declined,,2026-09-30T10:00:00Z,https://uv.example/77',
      { number: '77', title: 'Notes, kept', status: 'Declined', reason: '', votes: 14, changedOn: '2026-09-30' },
    ],
    [
      'Aha!, CSV with semicolons',
      'Idea reference;Idea name;Idea status;Idea votes;Admin response\nLEC-I-9;Keep notes;Planned;5;In the spring',
      { number: 'LEC-I-9', title: 'Keep notes', status: 'Planned', reason: 'In the spring', votes: 5, changedOn: '' },
    ],
    [
      'Jira, CSV with two columns of one name',
      "Summary,Issue key,Status,Resolution,Updated,Comment,Comment\nKeep notes,LEC-12,Closed,Won't Do,2026-09-01 10:00,a,b",
      { number: 'LEC-12', title: 'Keep notes', status: "Closed: Won't Do", reason: '', votes: null, changedOn: '2026-09-01' },
    ],
    [
      'Canny, JSON',
      '{"posts":[{"id":"5f","title":"Keep notes","status":"complete","score":3,"statusChangedAt":"2026-09-02T00:00:00.000Z","statusChanges":[{"created":"2026-09-02","changeComment":{"value":"With R2"}}]}]}',
      { number: '5f', title: 'Keep notes', status: 'complete', reason: 'With R2', votes: 3, changedOn: '2026-09-02' },
    ],
    [
      'Jira, JSON',
      '{"issues":[{"key":"LEC-12","self":"https://j.example/rest/api/3/issue/1","fields":{"summary":"Keep notes","status":{"name":"Done"},"resolution":{"name":"Fixed"},"votes":{"votes":8},"updated":"2026-09-03T10:00:00.000+0000","description":{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"In a rollover"}]}]}}}]}',
      { number: 'LEC-12', title: 'Keep notes', status: 'Done: Fixed', reason: '', votes: 8, changedOn: '2026-09-03' },
    ],
    [
      'Aha!, JSON',
      '{"ideas":[{"reference_num":"LEC-I-9","name":"Keep notes","workflow_status":{"name":"Future consideration"},"votes":2,"updated_at":"2026-09-04T00:00:00Z"}]}',
      { number: 'LEC-I-9', title: 'Keep notes', status: 'Future consideration', reason: '', votes: 2, changedOn: '2026-09-04' },
    ],
    [
      'UserVoice, JSON',
      '{"suggestions":[{"id":77,"title":"Keep notes","supporters_count":14,"updated_at":"2026-09-05T00:00:00Z","links":{"status":3}}],"statuses":[{"id":3,"name":"Under review"}]}',
      { number: '77', title: 'Keep notes', status: 'Under review', reason: '', votes: 14, changedOn: '2026-09-05' },
    ],
    [
      'RSS',
      '<rss version="2.0"><channel><title>Ideas</title><item><title>Keep notes</title><guid>https://i.example/9</guid><category>Planned</category><pubDate>Tue, 06 Sep 2026 10:00:00 GMT</pubDate></item></channel></rss>',
      { number: 'https://i.example/9', title: 'Keep notes', status: 'Planned', reason: '', votes: null, changedOn: '2026-09-06' },
    ],
    [
      'Atom, with the status in the title',
      '<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>9</id><title>[Declined] Keep notes</title><updated>2026-09-07T00:00:00Z</updated></entry></feed>',
      { number: '9', title: 'Keep notes', status: 'Declined', reason: '', votes: null, changedOn: '2026-09-07' },
    ],
  ])('%s', (_, text, entry) => {
    expect(read(text)).toEqual([entry])
  })

  test('a status is an answer where it says one', () => {
    const answers = (...statuses: string[]) => statuses.map(classOfStatus)
    expect(answers('Closed as not planned', "Won't Do", 'Done: Won’t Fix', 'Unlikely to implement', 'Closed')).toEqual(
      Array(5).fill('declined'),
    )
    expect(answers('Planned', 'In Progress', 'started', 'On the roadmap')).toEqual(Array(4).fill('planned'))
    expect(answers('Under review', 'Future consideration', 'Gathering feedback')).toEqual(Array(3).fill('in_discovery'))
    expect(answers('Shipped', 'Complete', 'Done: Fixed', 'Already exists')).toEqual(Array(4).fill('exists'))
    expect(answers('Needs more information', 'Out of scope')).toEqual(['needs_information', 'not_product'])
    expect(answers('New', 'Open', 'Reopened', '', '🙂')).toEqual(Array(5).fill(undefined))
  })

  test('news is another status or reason, never signs, capitals or what is older', () => {
    const before = { status: 'Under review', reason: '', onDay: '2026-10-01' }
    const now = { status: 'Planned', reason: '', changedOn: '2026-10-02' }
    expect(isNews(undefined, now)).toBe(true)
    expect(isNews(before, now)).toBe(true)
    expect(isNews(before, { ...now, changedOn: '' })).toBe(true)
    expect(isNews(before, { ...now, changedOn: '2026-09-30' })).toBe(false)
    expect(isNews(before, { ...now, status: 'under-review' })).toBe(false)
    expect(isNews(before, { ...now, status: '' })).toBe(false)
    expect(isNews(before, { ...now, status: 'Under review', reason: 'We look at it' })).toBe(true)
  })

  test('an address is read every ten minutes, later after each try in vain, and as late as it asks', () => {
    const at = new Date('2026-10-16T09:00:00Z')
    const wait = (fails: number, asked?: number) => Math.floor((nextReading(3, fails, at, asked).getTime() - at.getTime()) / minutes)
    expect([0, 1, 2, 3, 6, 900].map((fails) => wait(fails))).toEqual([10, 20, 40, 80, 360, 360])
    expect([wait(0, 3_600), wait(1, 999_999_999)]).toEqual([60, 1_440])
    for (const id of [1, 2, 3, 59, 1_000]) expect(nextReading(id, 0, at).getTime() - at.getTime()).toBeLessThan(11 * minutes)
  })
})
