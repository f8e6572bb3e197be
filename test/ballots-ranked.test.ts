import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Visibility } from '../src/lib/db/schema.ts'
import { changeRequest, makeRequest } from '../src/requests/actions.ts'
import { addInstitution, inPairs, passTo } from './ballots.ts'
import { lettersTo } from './letters.ts'
import { actorOf } from './requests-world.ts'
import { withoutWeek } from './week-world.ts'
import { makeWorld, type Person, type World } from './world.ts'

const day = 86_400_000
let world: World
let rosa: Person
let ids: number[]

const ask = async (title: string, visibility: Visibility = 'public') => {
  const carla = await actorOf(world, world.carla)
  const facts = { kind: 'idea' as const, title, text: title === 'Gamma' ? 'What **Gamma** is for.' : `What ${title} is for.`, visibility }
  return world.write((tx) => makeRequest(tx, carla, world.group.groupId, facts))
}

beforeAll(async () => {
  world = await makeWorld()
  await withoutWeek(world)
  rosa = await world.addPerson('Rosa')
  await addInstitution(world, 'Old Harbour Library', [rosa])
  ids = []
  for (const title of ['Alpha', 'Beta', 'Gamma', 'Delta']) ids.push(await ask(title, title === 'Delta' ? 'group' : 'public'))
  await world.settle()
})
afterAll(() => world.end())

const local = (at: Date) => at.toISOString().slice(0, 16)
const inDays = (days: number) => new Date(world.clock.now.getTime() + days * day)
const form = (more: Record<string, string | string[]> = {}) => ({
  title: 'What first?',
  requestId: ids.map(String),
  electorate: 'group',
  closesAt: local(inDays(4)),
  zone: 'UTC',
  rule: 'scottish-stv',
  seats: '1',
  ...more,
})
const rank = async (more: Record<string, string | string[]> = {}, person = world.carla) =>
  (await world.as(person)).post('/ballots', inPairs(form(more)))
const idOf = (answer: Response) => Number(answer.headers.get('location')?.split('/').at(-1))
const countBallots = async () => (await world.db.selectFrom('ballot').select('id').execute()).length
const page = async (path: string, person?: Person) => (await (await world.as(person)).get(path)).text()
const status = async (path: string, person?: Person) => (await (await world.as(person)).get(path)).status
const voterOf = async (ballotId: number, person: Person) =>
  (
    await world.db
      .selectFrom('voter')
      .select('id')
      .where('ballotId', '=', ballotId)
      .where('personId', '=', person.personId)
      .executeTakeFirstOrThrow()
  ).id

describe('what the group votes on', () => {
  let ballot: number

  test('goes from the list of requests to one form, for who leads the group', async () => {
    expect(await page('/requests?stage=open', world.carla)).toContain('/ballots/new?stage=open&amp;group=lectio')
    for (const person of [undefined, world.maria, world.susi]) expect(await page('/requests', person)).not.toContain('/ballots/new')
    expect(await page('/ballots/new?q=zzzz&group=lectio', world.carla)).toContain('href="/requests/new?group=lectio"')
    // None of a status that is over can be put to the vote: its list does not offer it, and the address says so.
    const over = world.db.updateTable('request').where('id', '=', Number(ids[3]))
    await over.set({ stage: 'set_aside' }).execute()
    expect(await page('/requests?stage=set_aside', world.carla)).not.toContain('/ballots/new')
    await over.set({ stage: 'gathering' }).execute()
    expect(await page('/ballots/new?stage=set_aside&group=lectio', world.carla)).toContain('href="/requests/new?group=lectio"')
    const shown = await page('/ballots/new?q=a&group=lectio', world.carla)
    for (const id of ids) expect(shown).toMatch(new RegExp(`name="requestId" value="${id}" checked`))
    expect(shown).toContain('Members of Lectio Working Group (2)')
    // From the board with those that are ticked, and nothing is ticked that was not.
    const ticked = await (await world.as(world.carla)).post('/requests/board', inPairs({ act: 'rank', ids: ids.slice(0, 2).map(String) }))
    const chosen = await page(ticked.headers.get('location') ?? '', world.carla)
    expect([...chosen.matchAll(/name="requestId" value="(\d+)" checked/g)].map(([, id]) => Number(id)).sort()).toEqual(ids.slice(0, 2))
    expect(chosen).not.toContain('Gamma')
    const none = await (await world.as(world.carla)).post('/requests/board', { act: 'rank' })
    expect([none.status, await none.text()]).toEqual([422, expect.stringContaining('Select at least one request.')])
  })

  test('is open at once, with the texts as they stand, and those who vote are told', async () => {
    const answer = await rank()
    expect(answer.status).toBe(303)
    ballot = idOf(answer)
    await world.settle()
    const shown = await page(`/ballots/${ballot}`, world.maria)
    for (const word of [
      'Open until',
      '1. Alpha',
      '4. Delta',
      'What Beta is for.',
      'What <strong>Gamma</strong> is for.',
      'Members of the group',
      'Options that are chosen',
    ])
      expect(shown).toContain(word)
    const { state, cycleId, openedAt } = await world.db.selectFrom('ballot').selectAll().where('id', '=', ballot).executeTakeFirstOrThrow()
    expect({ state, cycleId, openedAt }).toEqual({ state: 'open', cycleId: null, openedAt: world.clock.now })
    for (const person of [world.carla, world.maria]) expect(await lettersTo(world, person.email, 'ballots.opened')).toHaveLength(1)
    for (const person of [world.modesto, rosa]) expect(await lettersTo(world, person.email, 'ballots.opened')).toEqual([])
    expect(await page('/today', world.maria)).toContain('What first?')
  })

  test('has one list where it has few options, each with its area', async () => {
    const paper = () => page(`/ballots/${ballot}/papers/${voterOfMaria}`, world.maria)
    const voterOfMaria = await voterOf(ballot, world.maria)
    const areas = (area: string) => world.db.updateTable('ballotOption').set({ area }).where('ballotId', '=', ballot)
    await areas('Reports').execute()
    await areas('Loans').where('number', '=', 1).execute()
    const shown = await paper()
    expect(shown).toMatch(/<h2[^>]*>Options</)
    expect(shown.match(/<h2[^>]*>(?:Loans|Reports)</g)).toBeNull()
    expect([...shown.matchAll(/<span class="meta">(Loans|Reports)/g)].map(([, area]) => area)).toEqual([
      'Loans',
      'Reports',
      'Reports',
      'Reports',
    ])
    await areas('').execute()
  })

  test('is the group’s own: to all others there is no such ballot, wherever they look', async () => {
    for (const path of [`/ballots/${ballot}`, `/api/v1/ballots/${ballot}`]) {
      for (const person of [world.maria, world.modesto]) expect([path, await status(path, person)]).toEqual([path, 200])
      for (const person of [world.susi, world.otto, world.ada, world.bruno, rosa])
        expect([path, await status(path, person)]).toEqual([path, 404])
    }
    for (const person of [undefined, world.susi, world.ada])
      for (const path of ['/ballots', '/ballots.ics', '/search?q=first', '/api/v1/ballots'])
        expect(await page(path, person)).not.toContain('What first?')
    expect(await page('/search?q=%22what+first%22', world.maria)).toContain(`/ballots/${ballot}`)
    expect(await page('/ballots.ics')).not.toContain('What first?')
  })

  test('says of a request that was closed meanwhile where it stands now, and keeps it from moving away', async () => {
    const [alpha, beta] = ids
    const carla = await world.as(world.carla)
    await carla.post(`/requests/${beta}/stage`, { stage: 'set_aside', why: 'It is there.' })
    expect(await page(`/ballots/${ballot}`, world.maria)).toContain('Set aside')
    expect(await page(`/ballots/${ballot}/papers/${await voterOf(ballot, world.maria)}`, world.maria)).toContain('Set aside')
    const catalogo = await world.db.selectFrom('workingGroup').select('id').where('slug', '=', 'catalogo').executeTakeFirstOrThrow()
    const moved = await carla.post(`/requests/${alpha}/move`, { groupId: String(catalogo.id) })
    expect([moved.status, await moved.text()]).toEqual([409, expect.stringContaining('This request is on an open ballot.')])
    // One that nobody votes on goes.
    expect((await carla.post(`/requests/${await ask('Epsilon')}/move`, { groupId: String(catalogo.id) })).status).toBe(303)
    // The form says where a request is voted on already; it may be put to the vote twice.
    expect(await page(`/ballots/new?request=${alpha}`, world.carla)).toContain('on an open ballot: What first?')
    expect(await page('/ballots/new', world.carla)).not.toContain('Beta')
  })

  test('reminds, closes and shows an order, from which a package for the vendor is made', async () => {
    const { closesAt } = await world.db.selectFrom('ballot').select('closesAt').where('id', '=', ballot).executeTakeFirstOrThrow()
    for (const [person, places] of [
      [world.carla, { 'v-1': '2', 'v-3': '1' }],
      [world.maria, { 'v-1': '3', 'v-3': '1', 'v-4': '2' }],
    ] as const) {
      if (person === world.maria) {
        await passTo(world, new Date(closesAt.getTime() - 1.5 * day))
        expect(await lettersTo(world, world.maria.email, 'ballots.remind')).toHaveLength(1)
        expect(await lettersTo(world, world.carla.email, 'ballots.remind')).toEqual([])
      }
      const cast = await (await world.as(person)).post(`/ballots/${ballot}/papers/${await voterOf(ballot, person)}`, {
        act: 'cast',
        ...places,
      })
      expect(cast.status).toBe(303)
    }
    await passTo(world, closesAt)
    const path = `/ballots/${ballot}/results`
    const shown = await page(path, world.carla)
    const rows = [...shown.matchAll(/(\d)\. (?:Alpha|Beta|Gamma|Delta)<\/t[dh]>\s*<td[^>]*>(?:<[^>]*>)*(\d)/g)].map(([, number, place]) => [
      number,
      place,
    ])
    expect(rows[0]).toEqual(['3', '1'])
    expect(rows.map(([, place]) => place)).toEqual(['1', '2', '3', '4'])
    expect(shown).toContain(`/briefs/new?group=lectio&amp;request=${ids[2]}`)
    expect(await page(path, world.maria)).toContain('/briefs/new')
    for (const person of [world.susi, world.ada, rosa]) expect(await status(path, person)).toBe(404)
    for (const person of [world.carla, world.maria]) {
      const letters = await lettersTo(world, person.email, 'ballots.counted')
      expect(letters).toHaveLength(1)
      expect(letters[0]?.text).toMatch(/has been counted\. \w+.*Gamma/s)
    }
  })

  test('stands on the way of its requests for those alone who may see it', async () => {
    const [, , gamma] = ids
    expect(await page(`/requests/${gamma}`, world.maria)).toContain(`/ballots/${ballot}/results`)
    for (const person of [undefined, world.susi, world.ada]) expect(await page(`/requests/${gamma}`, person)).not.toContain('/ballots/')
    const lines = await world.db
      .selectFrom('journal')
      .select('action')
      .where('subject', '=', `ballot:${ballot}`)
      .where('action', 'like', 'ballot.%')
      .orderBy('id')
      .execute()
    expect(lines.map(({ action }) => action)).toEqual(['ballot.set-up', 'ballot.opened', 'ballot.counted'])
  })

  test('can become a promise, waits for none, and is not told with it to those who may not see it', async () => {
    expect(await page('/today', world.carla)).not.toContain('Record 1 chosen option')
    const recorded = await (await world.as(world.carla)).post(`/ballots/${ballot}/commitments`, {
      year: '2027',
      'take-3': 'on',
      'points-3': '5',
    })
    expect(recorded.status).toBe(303)
    await passTo(world, inDays(30))
    const { id } = await world.db.selectFrom('commitment').select('id').orderBy('id', 'desc').executeTakeFirstOrThrow()
    expect(await page(`/commitments/${id}`, world.maria)).toContain(`/ballots/${ballot}/results`)
    expect(await page(`/commitments/${id}`, world.susi)).not.toContain(`/ballots/${ballot}`)
  })
})

describe('what the institutions vote on', () => {
  test('is for everybody, as a round of a cycle is', async () => {
    const title = 'What the institutions want'
    const answer = await rank({ title, electorate: 'institutions', requestId: [ids[0], ids[3]].map(String) })
    expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining(`Request #${ids[3]} is not public.`)])
    const ballot = idOf(
      await rank({ title, electorate: 'institutions', requestId: [ids[0], ids[2]].map(String), rule: 'greedy', budget: '10' }),
    )
    await world.settle()
    expect(await lettersTo(world, rosa.email, 'ballots.opened')).toHaveLength(1)
    expect(await page(`/ballots/${ballot}`)).toContain(title)
    for (const path of ['/ballots.ics', '/ballots', '/search?q=institutions+want'])
      expect([path, await page(path)]).toEqual([path, expect.stringContaining(`/ballots/${ballot}`)])
    expect(await page(`/requests/${ids[0]}`)).toContain(`/ballots/${ballot}`)
    // The form remembers how the group did it last.
    const form = await page('/ballots/new', world.carla)
    expect(form).toMatch(/value="institutions" checked/)
    expect(form).toMatch(/<option value="greedy" selected/)
    // Called off, its dates and its days are free again; it can be repeated.
    await (await world.as(world.carla)).post(`/ballots/${ballot}/call-off`, { reason: 'Too early.' })
    await world.settle()
    expect(await lettersTo(world, rosa.email, 'ballots.called-off')).toHaveLength(1)
    expect(await page('/ballots.ics')).not.toContain(title)
    const again = await (await world.as(world.carla)).post(`/ballots/${ballot}/anew`, {
      opensAt: local(inDays(2)),
      closesAt: local(inDays(9)),
    })
    expect(again.status).toBe(303)
    await passTo(world, inDays(3))
    expect(await page(`/ballots/${idOf(again)}`)).toContain('Open until')
  })
})

describe('what the institutions cannot read yet', () => {
  test('becomes public with the ballot, in one step, and what the group said of it stays within', async () => {
    const { carla } = world
    const [open, hidden, left] = [await ask('Epsilon', 'public'), await ask('Zeta', 'group'), await ask('Eta', 'group')]
    await (await world.as(carla)).post(`/requests/${hidden}/comments`, { text: 'Among ourselves.' })
    expect(await page(`/ballots/new?request=${open}&request=${hidden}`, carla)).toContain(`Request #${hidden} is not public. If it is on`)
    expect(await page(`/ballots/new?request=${open}`, carla)).not.toContain('name="publish"')
    // The members of the group read them anyway: among them nothing becomes public.
    const among = idOf(await rank({ requestId: [open, left].map(String), publish: 'on' }))
    expect([among > 0, await status(`/requests/${left}`)]).toEqual([true, 404])
    const title = 'What all can read'
    const ballot = idOf(await rank({ title, electorate: 'institutions', requestId: [open, hidden].map(String), publish: 'on' }))
    await world.settle()
    expect(await page(`/ballots/${ballot}`)).toContain('Zeta')
    expect(await page(`/requests/${hidden}`)).toContain('Zeta')
    expect(await page(`/requests/${hidden}`, world.susi)).not.toContain('Among ourselves.')
    expect(await page(`/requests/${hidden}`, world.maria)).toContain('Among ourselves.')
  })

  test('is undone in one step: what the ballot made public alone, and for those who put it to the vote', async () => {
    const { carla, maria } = world
    const [open, hidden, second, third] = [
      await ask('Theta', 'public'),
      await ask('Iota', 'group'),
      await ask('Kappa', 'subscribers'),
      await ask('Lambda', 'group'),
    ]
    const requestId = [open, hidden, second, third].map(String)
    const ballot = idOf(await rank({ title: 'Made public', electorate: 'institutions', requestId, publish: 'on' }))
    const undo = async (person: Person) => (await world.as(person)).post(`/ballots/${ballot}/undo-public`, {})
    const told = await page(`/ballots/${ballot}`, carla)
    expect(told).toContain(`This ballot made requests #${hidden}, #${second}, #${third} public.`)
    // Nothing waits, and the button alone says what it undoes.
    expect(told).toMatch(/<div class="note good"><p>This ballot made requests/)
    expect(told).toMatch(/<button[^>]*>Undo making the requests public<\/button>/)
    for (const person of [maria, world.susi, undefined]) expect(await page(`/ballots/${ballot}`, person)).not.toContain('undo-public')
    expect((await undo(maria)).status).toBe(404)
    // What somebody hid and showed again meanwhile is theirs; what was only reworded is not.
    const request = (id: number) =>
      world.db.selectFrom('request').select(['version', 'visibility', 'text']).where('id', '=', id).executeTakeFirstOrThrow()
    const change = async (id: number, facts: object) =>
      world.write(async (tx) => changeRequest(tx, await actorOf(world, carla), id, facts, { seen: (await request(id)).version }))
    await change(third, { visibility: 'group' })
    await change(third, { visibility: 'public' })
    await change(second, { text: 'Said better.' })
    expect(await page(`/ballots/${ballot}`, carla)).toContain(`This ballot made requests #${hidden}, #${second} public.`)
    expect((await undo(carla)).status).toBe(303)
    await world.settle()
    expect([await request(open), await request(hidden), await request(second), await request(third)]).toMatchObject([
      { visibility: 'public', version: 1 },
      { visibility: 'group' },
      { visibility: 'subscribers', text: 'Said better.' },
      { visibility: 'public' },
    ])
    for (const id of [hidden, second]) expect([await status(`/requests/${id}`), await status(`/requests/${id}`, maria)]).toEqual([404, 200])
    expect(await page('/search?q=Iota')).not.toContain(`/requests/${hidden}`)
    // The ballot keeps what is voted on, and there is nothing left to undo.
    expect(await page(`/ballots/${ballot}`)).toContain('Iota')
    expect(await page(`/ballots/${ballot}`, carla)).not.toContain('undo-public')
    expect((await undo(carla)).status).toBe(409)
  })
})

describe('nothing is put to the vote', () => {
  test('says of all fields at once what is wrong with them', async () => {
    const answer = await (await rank({ title: '', requestId: [] })).text()
    for (const fault of ['Title: Fill in this field.', 'Requests: Choose at least two requests.']) expect(answer).toContain(fault)
  })

  test.each([
    ['of one request', () => ({ requestId: [String(ids[0])] }), 'Choose at least two requests.'],
    ['that is over already', () => ({ closesAt: local(inDays(-1)) }), 'Choose a closing date in the future.'],
    ['that chooses all', () => ({ requestId: [ids[0], ids[2]].map(String), seats: '2' }), 'Enter a number below 2.'],
    ['of what is not there', () => ({ requestId: [String(ids[0]), '999999'] }), 'The group has no request #999999.'],
    ['of what is closed', () => ({ requestId: ids.slice(0, 3).map(String) }), `is no longer open. Leave it out.`],
    ['by a rule that there is not', () => ({ rule: 'score' }), 'score'],
  ])('%s', async (_, more, said) => {
    const before = await countBallots()
    const answer = await rank(more())
    const text = await answer.text()
    expect(answer.status).toBe(422)
    if (said !== 'score') expect(text).toContain(said)
    // What was typed stays.
    expect(text).toContain('value="What first?"')
    expect(await countBallots()).toBe(before)
  })

  test('in which nobody could vote', async () => {
    await world.db.updateTable('contract').set({ toOn: '2021-01-01' }).execute()
    const before = await countBallots()
    const answer = await rank({ electorate: 'institutions', requestId: [ids[0], ids[2]].map(String) })
    expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining('No one can vote today.')])
    expect(await countBallots()).toBe(before)
  })
})

test('where nothing is said of how many are chosen, that fits what is ticked, and not what could be', async () => {
  expect(await page('/ballots/new', world.carla)).toMatch(/<input(?![^>]*value="\d)[^>]*name="seats"/)
  const answer = await rank({ title: 'One of two', requestId: [ids[0], ids[2]].map(String), seats: '' })
  expect([answer.status, (await answer.text()).match(/Check .*?<\/ul>/s)?.[0]]).toEqual([303, undefined])
  expect(await world.db.selectFrom('ballot').select('seats').where('title', '=', 'One of two').executeTakeFirstOrThrow()).toEqual({
    seats: 1,
  })
})
