import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createBallot } from '../src/ballots/actions.ts'
import { callOff } from '../src/ballots/calling-off/actions.ts'
import { nominate } from '../src/ballots/elections/actions.ts'
import { castPaper, openInnerPoll } from '../src/ballots/papers/actions.ts'
import { acceptMail } from '../src/edges/mailroom/actions.ts'
import { loadActor } from '../src/groups/queries.ts'
import { affiliate } from '../src/people/actions.ts'
import { addInstitution, addWishes, carlaOf, keeper, openCycle, passTo, setUpElection, voterOf } from './ballots.ts'
import { lettersTo } from './letters.ts'
import { mail } from './mail.ts'
import { withoutWeek } from './week-world.ts'
import { makeWorld, type Person, type World } from './world.ts'

const day = 86_400_000
const spf = { TXT: ['v=spf1 ip4:203.0.113.5 -all'] }

let world: World
let rosa: Person
let sven: Person
let nora: Person
let paul: Person
let harbour: number
let cycle: Awaited<ReturnType<typeof openCycle>>

beforeAll(async () => {
  world = await makeWorld({ answers: { 'rosa.example': spf } })
  const add = (name: string) => world.addPerson(name)
  rosa = await add('Rosa')
  sven = await add('Sven')
  nora = await add('Nora')
  paul = await add('Paul')
  harbour = await addInstitution(world, 'Old Harbour Library', [rosa, sven])
  // Rosa speaks for two institutions, and is written to once.
  await addInstitution(world, 'Lighthouse', [rosa])
  await addInstitution(world, 'Northfield', [nora])
  await world.write((tx) => affiliate(tx, keeper(world), { personId: paul.personId, organisationId: harbour, fromOn: '2020-01-01' }))
  await world.db.updateTable('person').set({ locale: 'de' }).where('id', '=', nora.personId).execute()
  await withoutWeek(world)
  cycle = await openCycle(world)
  await addWishes(world, cycle.cycleId, ['Alpha', 'Beta', 'Gamma'], 'Lists')
  await passTo(world, cycle.at(20))
})
afterAll(() => world.end())

const see = async (path: string, person?: Person) => (await (await world.as(person)).get(path)).text()
const stateOf = async (id: number) =>
  (await world.db.selectFrom('ballot').select('state').where('id', '=', id).executeTakeFirstOrThrow()).state
const open = (path: string) => `/ballots/${cycle.roundOne}${path}`
const reason = 'The wishes of one institution were left out.'

describe('a round that is called off', () => {
  test('needs a reason and who runs it; nobody else finds a way to it', async () => {
    const carla = await world.as(world.carla)
    expect(await see(open(''), world.carla)).toContain(open('/call-off'))
    expect(await see(open(''), rosa)).not.toContain(open('/call-off'))
    for (const person of [rosa, world.maria, world.bruno])
      expect((await (await world.as(person)).post(open('/call-off'), { reason })).status).toBe(404)
    const silent = await carla.post(open('/call-off'), { reason: '  ' })
    expect([silent.status, (await silent.text()).includes('Enter a reason')]).toEqual([422, true])
    expect(await stateOf(cycle.roundOne)).toBe('open')
  })

  test('takes papers, drafts, voices and key along, and says so to everybody once, each in her language', async () => {
    const voter = await voterOf(world, cycle.roundOne, harbour)
    const cast = await (await world.as(sven)).post(open(`/papers/${voter}`), { act: 'cast', 'v-1': '20' })
    expect(cast.status).toBe(303)
    const actor = await loadActor(world.db, rosa.personId, world.clock.now, 'web')
    const closesAt = new Date(world.clock.now.getTime() + day)
    await world.write((tx) => openInnerPoll(tx, actor!, { ballotId: cycle.roundOne, voterId: voter, closesAt, note: '' }))
    await (await world.as(paul)).post(open(`/papers/${voter}/voice`), { 'n-2': 'must' })
    await (await world.as(rosa)).post(open(`/papers/${voter}`), { act: 'save', 'v-2': '10' })
    await world.settle()
    const sheet = await see(open('/call-off'), world.carla)
    expect(sheet).toMatch(/Who can vote<\/dt>\s*<dd[^>]*>3</)
    expect(sheet).toMatch(/Votes so far<\/dt>\s*<dd[^>]*>1</)

    // A referent who cast and speaks for nobody any more hears of it, too.
    await world.db.deleteFrom('appointment').where('personId', '=', sven.personId).execute()
    expect((await (await world.as(world.carla)).post(open('/call-off'), { reason })).status).toBe(303)
    await world.settle()

    for (const table of ['paper', 'paperDraft', 'voice', 'ballotKey'] as const)
      expect(await world.db.selectFrom(table).selectAll().execute()).toEqual([])
    expect(await world.db.selectFrom('innerPoll').select('closedAt').execute()).toEqual([{ closedAt: world.clock.now }])
    for (const person of [rosa, sven, paul]) {
      const letters = await lettersTo(world, person.email, 'ballots.called-off')
      expect([person.name, letters.map(({ subject }) => subject)]).toEqual([person.name, ['Ballot cancelled: Cycle 2027, round one']])
      // What happened and why, then what there is to do.
      expect(letters[0]?.text).toContain(`will not be counted.\nReason: ${reason}\n\nYou don’t have to do anything. We deleted the votes`)
    }
    const [german] = await lettersTo(world, nora.email, 'ballots.called-off')
    expect(german?.subject).toBe('Abstimmung abgesagt: Cycle 2027, round one')
    // The job that runs again writes to nobody again.
    const before = (await world.postbox()).length
    const { calledOff } = await import('../src/ballots/calling-off/jobs.ts')
    await calledOff({ ballotId: cycle.roundOne, personIds: [] }, world.context)
    expect((await world.postbox()).length).toBe(before)
  })

  test('says on its page that it was, when, why and by whom; of its voters it stays who had voted', async () => {
    const page = await see(open(''))
    expect(page).toContain('Cancelled on Thursday 5 November 2026')
    expect(page).toContain(reason)
    expect(page).toContain('Cancelled by Carla')
    expect(page).toContain('1 of 3, 33')
    expect(page).not.toContain(open('/call-off'))
    expect(await see('/ballots')).toMatch(/cancelled on/)
    expect(await see(`/cycles/${cycle.cycleId}`)).toContain('Cancelled')
    const told = await (await world.as()).get(`/api/v1/ballots/${cycle.roundOne}`)
    expect(await told.json()).toMatchObject({ state: 'called_off', calledOffReason: reason, turnout: { voters: 3, voted: 1 } })
    const line = await world.db
      .selectFrom('journal')
      .select(['action', 'details', 'personId'])
      .where('action', '=', 'ballot.called-off')
      .execute()
    expect(line).toEqual([{ action: 'ballot.called-off', details: { voters: 3, voted: 1 }, personId: world.carla.personId }])
  })

  test('takes nothing any more: no paper, no voice, no answer by mail, no result, no second calling off', async () => {
    const voter = await voterOf(world, cycle.roundOne, harbour)
    const late = await (await world.as(rosa)).post(open(`/papers/${voter}`), { act: 'cast', 'v-1': '20' })
    expect([late.status, (await late.text()).includes('This ballot was cancelled.')]).toEqual([403, true])
    // The link of the first letter leads to the reason, and not to a form.
    const paper = await (await world.as(rosa)).get(open(`/papers/${voter}`))
    expect([paper.status, paper.headers.get('location')]).toEqual([303, open('')])
    const program = await (await world.as(rosa)).ask('PUT', `/api/v1/ballots/${cycle.roundOne}/papers/${voter}`, { points: { 1: 5 } })
    expect(program.status).toBe(403)
    const ballotMail = (await world.postbox()).filter((one) => one.kind === 'ballots.opened' && one.email === rosa.email)[0]
    const to = /^reply-to:\s*<?([^>\r\n]+)>?/im.exec(String(ballotMail?.bytes))?.[1] ?? ''
    const raw = mail({ from: 'Rosa <rosa@rosa.example>', to, subject: 'Re: ballot', id: 'late@rosa.example', text: '1: 50' })
    await acceptMail(world.write, { raw, mailFrom: rosa.email, rcptTo: [to], via: 'mail', peer: '203.0.113.5', helo: 'mail.rosa.example' })
    await world.settle()
    expect((await lettersTo(world, rosa.email, 'ballots.refused')).at(-1)?.text).toContain('The ballot was cancelled')
    expect(await world.db.selectFrom('paper').selectAll().execute()).toEqual([])
    expect((await (await world.as(world.carla)).get(open('/results'))).status).toBe(404)
    expect((await (await world.as(world.carla)).post(open('/call-off'), { reason })).status).toBe(409)
    expect((await (await world.as(world.carla)).post(open('/extend'), { closesAt: '2026-12-24T12:00', reason: 'x' })).status).toBe(409)
  })

  test('waits for nobody: no reminder, no count, nothing on Today, no day in the calendar, nothing overdue', async () => {
    expect(await see('/today', nora)).not.toContain('Cycle 2027, round one')
    const dates = await see('/ballots.ics')
    expect(dates).not.toContain(`cycle-${cycle.cycleId}-round_one`)
    expect(dates).toContain(`cycle-${cycle.cycleId}-round_two`)
    const before = (await world.postbox()).length
    const now = world.clock.now
    await passTo(world, new Date(cycle.at(30).getTime() - 1.5 * day))
    expect((await world.postbox()).length).toBe(before)
    const { listOverdue } = await import('../src/ballots/overdue-queries.ts')
    expect((await listOverdue(world.db, cycle.at(35))).map(({ href }) => href)).not.toContain(open(''))
    expect(await stateOf(cycle.roundOne)).toBe('called_off')
    world.clock.now = now
  })

  test('is prepared anew once its place in the cycle is free: options are frozen again, voters vote, and it is counted', async () => {
    const carla = await world.as(world.carla)
    expect(await see(open(''), world.carla)).toContain(open('/anew'))
    expect((await (await world.as(rosa)).get(open('/anew'))).status).toBe(404)
    expect(await see(open('/anew'), world.carla)).toMatch(
      /name="opensAt"[^>]*value="2026-11-12T12:00"|value="2026-11-12T12:00"[^>]*name="opensAt"/,
    )
    const typo = await carla.post(open('/anew'), { opensAt: '2026-11-06T12:00', closesAt: '20226-11-14T12:00' })
    expect([typo.status, (await typo.text()).includes('Enter a date and time')]).toEqual([422, true])
    const past = await carla.post(open('/anew'), { opensAt: '2026-11-01T12:00', closesAt: '2026-11-10T12:00' })
    expect([past.status, (await past.text()).includes('Choose an opening date in the future.')]).toEqual([422, true])
    const tooLong = await carla.post(open('/anew'), { opensAt: '2026-11-07T12:00', closesAt: '2026-11-20T12:00' })
    expect([
      tooLong.status,
      (await tooLong.text()).includes('Costs: choose a start after the end of the previous phase (Round one).'),
    ]).toEqual([422, true])
    const made = await carla.post(open('/anew'), { opensAt: '2026-11-06T12:00', closesAt: '2026-11-14T12:00' })
    expect(made.status).toBe(303)
    const anew = Number(made.headers.get('location')?.split('/').at(-1))
    expect((await carla.post(open('/anew'), { opensAt: '2026-11-06T12:00', closesAt: '2026-11-14T12:00' })).status).toBe(409)
    await world.settle()
    expect((await lettersTo(world, rosa.email, 'ballots.extended')).at(-1)?.subject).toBe('Dates changed: Cycle 2027: Round one')
    const moved = await world.db.selectFrom('journal').select(['subject', 'personId']).where('action', '=', 'cycle.moved').execute()
    expect(moved).toEqual([{ subject: `cycle:${cycle.cycleId}`, personId: world.carla.personId }])
    expect(await see(open(''))).toContain(`/ballots/${anew}`)
    expect(await see(`/ballots/${anew}`)).toContain(open(''))
    const feed = await see('/ballots.ics')
    expect(feed).toContain(`cycle-${cycle.cycleId}-round_one`)
    const german = await world.app.request('http://rapport.test/ballots.ics', { headers: { 'accept-language': 'de' } })
    expect([german.headers.get('vary'), await german.text()]).toEqual([
      expect.stringContaining('accept-language'),
      expect.stringContaining('X-WR-CALNAME:Abstimmungen'),
    ])

    // Until it opens wishes are decided on again.
    const gamma = await world.db.selectFrom('wish').select('id').where('title', '=', 'Gamma').executeTakeFirstOrThrow()
    const aside = { to: 'set_aside', reason: 'bug', note: 'It is mended.' }
    expect((await carla.post(`/wishes/${gamma.id}/decide`, aside)).status).toBe(303)
    await passTo(world, new Date('2026-11-06T12:00:00Z'))
    expect(await stateOf(anew)).toBe('open')
    const options = await world.db.selectFrom('ballotOption').select('title').where('ballotId', '=', anew).orderBy('number').execute()
    expect(options.map(({ title }) => title)).toEqual(['Alpha', 'Beta'])
    const voter = await voterOf(world, anew, harbour)
    expect((await (await world.as(rosa)).post(`/ballots/${anew}/papers/${voter}`, { act: 'cast', 'v-2': '50' })).status).toBe(303)
    await passTo(world, new Date('2026-11-14T12:00:00Z'))
    expect(await stateOf(anew)).toBe('counted')
    expect((await carla.post(`/ballots/${anew}/call-off`, { reason })).status).toBe(409)
    // Round two has what was chosen, and tells of the round that was counted.
    await world.db.updateTable('ballotOption').set({ cost: 3 }).where('ballotId', '=', cycle.roundTwo).execute()
    await passTo(world, cycle.at(40))
    const second = await see(`/ballots/${cycle.roundTwo}/papers/${await voterOf(world, cycle.roundTwo, harbour)}`, rosa)
    expect(second).toContain('Beta')
    expect(second).toMatch(/50 points/)
  })
})

test('a paper and the calling off at the same instant: never both', async () => {
  const now = world.clock.now
  for (const turn of [1, 2, 3, 4, 5, 6]) {
    const id = await world.write((tx) =>
      createBallot(tx, carlaOf(world), {
        groupId: world.group.groupId,
        kind: 'motion',
        title: `Race ${turn}`,
        form: 'yes_no',
        seats: 1,
        rule: 'score',
        ties: 'chair',
        secrecy: 'public',
        electorate: 'group',
        communityIds: [],
        recordOn: '2026-10-01',
        zone: 'UTC',
        opensAt: now,
        closesAt: new Date(now.getTime() + 7 * day),
      }),
    )
    await world.db.insertInto('ballotOption').values({ ballotId: id, number: 1, title: 'Race' }).execute()
    await passTo(world, now)
    const voter = await world.db
      .selectFrom('voter')
      .select('id')
      .where('ballotId', '=', id)
      .where('personId', '=', world.maria.personId)
      .executeTakeFirstOrThrow()
    const maria = (await loadActor(world.db, world.maria.personId, now, 'web'))!
    const cast = () =>
      world.write((tx) => castPaper(tx, maria, world.site.secret, { ballotId: id, voterId: voter.id, vote: { choice: 'yes' }, seen: 0 }))
    const stop = () => world.write((tx) => callOff(tx, carlaOf(world), id, 'Not now.'))
    await Promise.allSettled(turn % 2 === 0 ? [cast(), stop()] : [stop(), cast()])
    // Whoever was first: it is called off, and no paper outlives that.
    expect(await stateOf(id)).toBe('called_off')
    expect(await world.db.selectFrom('paper').select('version').where('voterId', '=', voter.id).execute()).toEqual([])
    await world.settle()
  }
})

describe('before the opening', () => {
  test('an election is called off with its nominees told, and prepared anew with them', async () => {
    const now = world.clock.now
    const opensAt = new Date(now.getTime() + 7 * day)
    const id = await setUpElection(world, carlaOf(world), { opensAt, closesAt: new Date(opensAt.getTime() + 7 * day) })
    await world.write((tx) => nominate(tx, { ...carlaOf(world), personId: world.susi.personId }, id, { statement: 'I have time.' }))
    const carla = await world.as(world.carla)
    await carla.post(`/ballots/${id}/nominations`, { email: nora.email })
    await world.settle()
    // As a program does it.
    const program = await carla.ask('POST', `/api/v1/acts/ballots/${id}/call-off`, { reason: 'Two seats are vacant.' })
    expect(program.status).toBeLessThan(300)
    await world.settle()
    const [letter] = await lettersTo(world, world.susi.email, 'ballots.called-off')
    expect(letter?.text).toContain('Two seats are vacant.')
    expect(letter?.text).not.toContain('Papers')
    expect(await see('/ballots.ics')).not.toContain(`ballot-${id}@`)
    expect(await see(`/ballots/${id}`, world.carla)).not.toContain('when nominations close')
    await passTo(world, opensAt)
    expect(await stateOf(id)).toBe('called_off')
    const over = await carla.post(`/ballots/${id}/anew`, { opensAt: '2028-12-01T12:00', closesAt: '2028-12-31T12:00' })
    expect([over.status, (await over.text()).includes('The term would be over by then.')]).toEqual([422, true])
    const made = await carla.post(`/ballots/${id}/anew`, { opensAt: '2027-03-01T12:00', closesAt: '2027-03-08T12:00' })
    expect(made.status).toBe(303)
    const anew = Number(made.headers.get('location')?.split('/').at(-1))
    await world.settle()
    // Nobody stands without knowing of it, and who has not answered is asked again, where she can answer.
    const [stands] = await lettersTo(world, world.susi.email, 'ballots.anew')
    expect(stands?.text).toMatch(/opens on Monday 1 March 2027/)
    expect(stands?.text).toContain(`/ballots/${anew}/nomination`)
    expect(await lettersTo(world, nora.email, 'ballots.anew')).toEqual([])
    expect(
      (await lettersTo(world, nora.email, 'ballots.nominated')).map(({ text }) => /ballots\/(\d+)\/nomination/.exec(text)?.[1]),
    ).toEqual([String(id), String(anew)])
    await passTo(world, new Date('2027-03-01T12:00:00Z'))
    const options = await world.db.selectFrom('ballotOption').select(['title', 'personId']).where('ballotId', '=', anew).execute()
    expect(options).toEqual([{ title: 'Susi', personId: world.susi.personId }])
    const { role, termTo } = await world.db.selectFrom('ballot').select(['role', 'termTo']).where('id', '=', anew).executeTakeFirstOrThrow()
    expect([role, termTo]).toEqual(['member', '2028-12-31'])
  })

  test('a second round that was called off before the first had chosen has its winners on the ballot that is held instead', async () => {
    const next = await openCycle(world, { title: 'Cycle 2028', recordOn: '2027-02-01' })
    await addWishes(world, next.cycleId, ['Delta', 'Epsilon'], 'Lists')
    await passTo(world, next.at(20))
    const carla = await world.as(world.carla)
    expect((await carla.post(`/ballots/${next.roundTwo}/call-off`, { reason: 'The vendor is late.' })).status).toBe(303)
    const voter = await voterOf(world, next.roundOne, harbour)
    expect((await (await world.as(rosa)).post(`/ballots/${next.roundOne}/papers/${voter}`, { act: 'cast', 'v-2': '50' })).status).toBe(303)
    await passTo(world, next.at(30))
    const local = (days: number) => next.at(days).toISOString().slice(0, 16)
    const made = await carla.post(`/ballots/${next.roundTwo}/anew`, { opensAt: local(41), closesAt: local(48) })
    expect(made.status).toBe(303)
    const anew = Number(made.headers.get('location')?.split('/').at(-1))
    const options = await world.db.selectFrom('ballotOption').select('title').where('ballotId', '=', anew).execute()
    expect(options.map(({ title }) => title)).toContain('Epsilon')
    expect(await see(`/cycles/${next.cycleId}/costing`, world.carla)).toContain('Epsilon')
  })
})

test('a cycle whose rounds were all called off is shown as cancelled, and nothing of it goes on until one is held after all', async () => {
  const lost = await openCycle(world, { title: 'Cycle in vain', recordOn: '2027-02-01' })
  const carla = await world.as(world.carla)
  const path = `/cycles/${lost.cycleId}`
  const told = async () => (await (await (await world.as()).get(`/api/v1${path}`)).json()) as { calledOff: boolean }
  const inList = async () => /Cycle in vain[\s\S]*?class="state[^>]*>(?:<span>)?([^<]*)/.exec(await see('/cycles'))?.[1]
  expect((await carla.post(`/ballots/${lost.roundOne}/call-off`, { reason: 'Nobody came.' })).status).toBe(303)
  expect([await told(), await inList()]).toMatchObject([{ calledOff: false }, 'Running'])
  expect((await carla.post(`/ballots/${lost.roundTwo}/call-off`, { reason: 'Nobody came.' })).status).toBe(303)
  expect([await told(), await inList()]).toMatchObject([{ calledOff: true }, 'Cancelled'])
  expect(await see(path)).toContain('This cycle was cancelled, because all its rounds were cancelled.')
  expect(await see(path)).not.toContain('repeat the ballot')
  expect(await see(path, world.carla)).toContain('repeat the ballot on the page of one of its rounds')
  const late = await carla.post(`${path}/submit`, { title: 'Zeta', text: 'What Zeta is for.' })
  expect([late.status, (await late.text()).includes('This cycle was cancelled')]).toEqual([403, true])
  expect(await see('/ballots.ics')).not.toContain(`cycle-${lost.cycleId}-`)
  const before = (await world.postbox()).filter(({ kind }) => kind === 'ballots.submission').length
  const now = world.clock.now
  await passTo(world, new Date(lost.at(10).getTime() + 3_600_000))
  expect((await world.postbox()).filter(({ kind }) => kind === 'ballots.submission')).toHaveLength(before)
  const { listOverdue } = await import('../src/ballots/overdue-queries.ts')
  expect((await listOverdue(world.db, world.clock.now)).map(({ href }) => href)).not.toContain(path)
  world.clock.now = now
  const local = (days: number) => lost.at(days).toISOString().slice(0, 16)
  expect((await carla.post(`/ballots/${lost.roundOne}/anew`, { opensAt: local(21), closesAt: local(29) })).status).toBe(303)
  expect([await told(), await inList()]).toMatchObject([{ calledOff: false }, 'Running'])
})

/** Puts a question to the group, as somebody does it on the page. */
async function ask(client: Awaited<ReturnType<World['as']>>, how: { way: 'consent' | 'vote'; closesAt: string }): Promise<number> {
  const motion = { title: 'Meet monthly', question: 'Shall we meet each month?', secrecy: 'public', zone: 'UTC' }
  const made = await client.post('/motions', { ...motion, ...how })
  return Number(made.headers.get('location')?.split('/').at(-1))
}

test('who put a motion calls it off and puts it again; other members do not', async () => {
  const maria = await world.as(world.maria)
  const modesto = await world.addPerson('Mona')
  await world.give(modesto, 'member', world.group.groupId)
  const id = await ask(maria, { way: 'consent', closesAt: '2027-04-30T12:00' })
  await passTo(world, world.clock.now)
  expect((await (await world.as(modesto)).post(`/ballots/${id}/call-off`, { reason: 'No.' })).status).toBe(404)
  expect((await maria.post(`/ballots/${id}/call-off`, { reason: 'I meant each quarter.' })).status).toBe(303)
  expect((await (await world.as(modesto)).post(`/ballots/${id}/objection`, { reason: 'Late.' })).status).toBe(403)
  await world.settle()
  expect((await lettersTo(world, modesto.email, 'ballots.called-off'))[0]?.text).toContain('I meant each quarter.')
  // It is open at once, and as long as it would have been.
  expect(await see(`/ballots/${id}/anew`, world.maria)).toContain('value="2027-04-30T12:00"')
  const again = await maria.post(`/ballots/${id}/anew`, { closesAt: '2027-05-30T12:00' })
  expect(again.status).toBe(303)
  const anew = Number(again.headers.get('location')?.split('/').at(-1))
  await passTo(world, world.clock.now)
  expect(await stateOf(anew)).toBe('open')
  await passTo(world, new Date('2027-06-01T12:00:00Z'))
  expect(await stateOf(id)).toBe('called_off')
  const decided = await world.db.selectFrom('decision').select('sourcePath').execute()
  expect(decided).toEqual([{ sourcePath: `/ballots/${anew}` }])
})

test('the first ballot is undone from the checklist until the step is confirmed', async () => {
  const fresh = await makeWorld()
  try {
    const carla = await fresh.as(fresh.carla)
    const page = async () => (await carla.get('/first-weeks')).text()
    const id = await ask(carla, { way: 'vote', closesAt: '2026-10-30T12:00' })
    await passTo(fresh, fresh.clock.now)
    const voter = await fresh.db.selectFrom('voter').select('id').where('personId', '=', fresh.carla.personId).executeTakeFirstOrThrow()
    await carla.post(`/ballots/${id}/papers/${voter.id}`, { act: 'cast', choice: 'yes', seen: '0' })
    const done = await page()
    expect(done).toContain('First ballot opened')
    expect(done).toMatch(/Can vote<\/dt>\s*<dd[^>]*>2<[\s\S]*Asked by email<\/dt>\s*<dd[^>]*>2<[\s\S]*Voted<\/dt>\s*<dd[^>]*>1</)
    expect(done).toContain(`href="/ballots/${id}/call-off"`)
    await carla.post('/first-weeks/lectio/ballot', { verdict: 'confirmed' })
    expect(await page()).not.toContain('/call-off')
    await carla.post('/first-weeks/lectio/ballot/reopen')
    expect((await carla.post(`/ballots/${id}/call-off`, { reason: 'A trial.' })).status).toBe(303)
    expect(await page()).not.toContain('First ballot opened')
  } finally {
    await fresh.end()
  }
})
