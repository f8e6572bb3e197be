import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keepOrder } from '../src/ballots/elections/actions.ts'
import { listSeatOffers } from '../src/ballots/elections/queries.ts'
import { waitsFor } from '../src/ballots/elections/rules.ts'
import { sayKept } from '../src/lib/ui/kept.ts'
import { keeper, passTo, setUpElection } from './ballots.ts'
import { lettersTo } from './letters.ts'
import { carriedOut, withoutWeek } from './week-world.ts'
import { makeWorld, type Person, type World } from './world.ts'

let world: World
let mona: Person
let nils: Person
beforeAll(async () => {
  world = await makeWorld()
  mona = await world.addPerson('Mona')
  nils = await world.addPerson('Nils')
  for (const person of [mona, nils]) await world.give(person, 'member', world.group.groupId)
  await withoutWeek(world)
})
afterAll(() => world.end())

const post = async (person: Person, path: string, form: Record<string, string> = {}) => {
  const answer = await (await world.as(person)).post(path, form)
  return { status: answer.status, to: answer.headers.get('location') ?? '', page: answer.status === 303 ? '' : await answer.text() }
}
const see = async (path: string, person = world.carla) => (await (await world.as(person)).get(path)).text()
const voterOf = async (ballotId: number, person: Person) =>
  (
    await world.db
      .selectFrom('voter')
      .select('id')
      .where('ballotId', '=', ballotId)
      .where('personId', '=', person.personId)
      .executeTakeFirstOrThrow()
  ).id
const vote = async (ballotId: number, person: Person, form: Record<string, string>) =>
  post(person, `/ballots/${ballotId}/papers/${await voterOf(ballotId, person)}`, { act: 'cast', seen: '0', ...form })
/** What the history says of a ballot. */
const linesOf = async (ballotId: number) => {
  const lines = await world.db.selectFrom('journal').select('action').where('subject', '=', `ballot:${ballotId}`).execute()
  return lines.map(({ action }) => action)
}
const idIn = (path: string) => Number(path.split('/').at(-1))

test('an election: nominations, statements, the count, appointments, and a runner-up for a later vacancy', async () => {
  const form = {
    title: 'One seat',
    role: 'deputy',
    seats: '1',
    termFrom: '2027-01-01',
    termTo: '2028-12-31',
    electorate: 'group',
    recordOn: '2026-10-16',
    nominationsUntil: '2026-10-25T12:00',
    opensAt: '2026-11-01T12:00',
    closesAt: '2026-11-15T12:00',
    zone: 'Europe/Lisbon',
    secrecy: 'anonymous',
  }
  // Nobody holds a role before the votes are counted, nor until a day before it begins.
  for (const [term, sentence] of [
    [{ termFrom: '2026-11-14' }, 'Choose a first day that is not before the ballot closes.'],
    [{ nominationsUntil: '2026-10-16T09:30' }, 'so that people can be nominated.'],
    [{ termTo: '2026-12-31' }, 'The term must end after its first day and after the ballot closes.'],
  ] as const) {
    const refused = await post(world.carla, '/elections', { ...form, ...term })
    expect([refused.status, refused.page]).toEqual([422, expect.stringContaining(sentence)])
  }
  const made = await post(world.carla, '/elections', { ...form, closesAt: '2026-11-14T12:00' })
  expect(made.status).toBe(303)
  const id = idIn(made.to)
  // Its days can be changed until it opens, and are looked at again.
  const kept = { title: form.title, ties: 'lot', secrecy: form.secrecy, recordOn: form.recordOn, seats: '1' }
  const wrong = await post(world.carla, `/ballots/${id}/change`, { ...kept, closesAt: '2026-10-31T12:00' })
  expect([wrong.status, /<input[^>]*name="closesAt"[^>]*aria-invalid="true"/.test(wrong.page)]).toEqual([422, true])
  for (const field of ['closesAt', 'opensAt', 'nominationsUntil', 'termFrom', 'seats']) {
    const emptied = await post(world.carla, `/ballots/${id}/change`, { ...kept, [field]: ' ' })
    expect([field, emptied.status]).toEqual([field, 422])
    expect(emptied.page).toMatch(new RegExp(`<input[^>]*name="${field}"[^>]*aria-invalid="true"`))
  }
  expect((await post(world.carla, `/ballots/${id}/change`, { ...kept, closesAt: form.closesAt, termTo: '' })).status).toBe(303)
  expect((await post(world.carla, `/ballots/${id}/change`, { ...kept, termTo: form.termTo })).status).toBe(303)
  const page = await (await (await world.as(mona)).get(`/ballots/${id}`)).text()
  for (const said of ['Deputy coordinator. Term from 1 January 2027 to 31 December 2028', 'Closes on Sunday 15 November 2026'])
    expect(page).toContain(said)
  const change = await (await (await world.as(world.carla)).get(`/ballots/${id}`)).text()
  expect(change).toContain('<option value="chair"')
  expect(change).not.toContain('the older request wins')
  // Who may nominate hears of it until they have; so does who is nominated, until they have answered.
  const waits = async (person: Person) => {
    const today = await see('/today', person)
    return [`href="/ballots/${id}"`, `href="/ballots/${id}/nomination"`].map((href) => today.includes(href))
  }
  expect([await waits(mona), await waits(world.otto)]).toEqual([
    [true, false],
    [false, false],
  ])
  expect(await see('/ballots')).toMatch(/nominations until[\s\S]*Nominations open/)
  expect((await post(mona, `/ballots/${id}/nominations`, { statement: '' })).page).toContain(
    'Say in a few sentences why you want this role.',
  )
  expect((await post(mona, `/ballots/${id}/nominations`, { statement: 'I know the vendor well.' })).status).toBe(303)
  expect((await post(mona, `/ballots/${id}/nominations`, { email: nils.email, statement: 'Nils is kind.' })).page).toContain(
    'Other people write their own statement.',
  )
  expect((await post(mona, `/ballots/${id}/nominations`, { email: nils.email })).status).toBe(303)
  expect((await post(mona, `/ballots/${id}/nominations`, { email: world.maria.email })).status).toBe(303)
  // Whether somebody was asked before is theirs to know.
  expect((await post(world.carla, `/ballots/${id}/nominations`, { email: nils.email })).status).toBe(303)
  expect([await waits(mona), await waits(nils)]).toEqual([
    [false, false],
    [false, true],
  ])
  // An account that belongs to no list and no group does not learn whose an address is: each is nobody's.
  const asked = [world.susi.email, nils.email, 'nobody@nobody.example']
  for (const email of asked) expect((await post(world.otto, `/ballots/${id}/nominations`, { email })).status).toBe(422)
  await world.settle()
  expect(await lettersTo(world, nils.email, 'ballots.nominated')).toHaveLength(1)
  expect((await post(nils, `/ballots/${id}/nomination`, { stands: 'yes', statement: 'I have time.' })).status).toBe(303)
  expect((await post(world.maria, `/ballots/${id}/nomination`, { stands: 'no' })).status).toBe(303)
  // Who stands is said once; that there are no candidates, nowhere beside them.
  expect(await waits(nils)).toEqual([false, false])
  const nominated = await see(`/ballots/${id}`)
  expect([nominated.match(/>Candidate</g)?.length, nominated.includes('No candidates')]).toEqual([2, false])

  world.clock.now = new Date('2026-10-26T09:00:00Z')
  expect((await post(world.maria, `/ballots/${id}/nomination`, { stands: 'yes', statement: 'Late.' })).status).toBe(403)
  await passTo(world, new Date('2026-11-01T12:00:00Z'))
  // Mona is 1 and Nils is 2; Maria, who declined, does not stand.
  expect(await see(`/ballots/${id}`)).not.toContain('3. Maria')
  for (const person of [world.carla, world.maria, nils]) expect((await vote(id, person, { 'v-2': '1', 'v-1': '2' })).status).toBe(303)
  const refused = (await vote(id, mona, { 'v-1': '1', 'v-2': '1' })).page
  for (const words of ['Option 1 already has place 1.', 'Up to 1 candidate is elected.']) expect(refused).toContain(words)
  // Nils holds the seat already, without an end: elected again, that term ends the day before the new one.
  await world.give(nils, 'deputy', world.group.groupId)
  await passTo(world, new Date('2026-11-15T12:00:00Z'))
  const result = await see(`/ballots/${id}/results`)
  // An order has no points, of which a share could be told.
  expect(result).not.toContain('points of each vote')
  expect(result).toMatch(/Elected[\s\S]*Nils[\s\S]*Appointed[\s\S]*Runners-up[\s\S]*1\. Mona/)
  const seats = await world.db
    .selectFrom('appointment')
    .select(['personId', 'fromOn', 'toOn', 'how'])
    .where('role', '=', 'deputy')
    .orderBy('fromOn')
    .execute()
  expect(seats).toMatchObject([
    { personId: nils.personId, toOn: '2026-12-31' },
    { personId: nils.personId, fromOn: '2027-01-01', toOn: '2028-12-31', how: expect.stringContaining('groups.hows.elected') },
  ])
  expect((await lettersTo(world, nils.email, 'ballots.elected'))[0]?.text).toContain('1 January 2027')

  // Who cannot be appointed is told as what went wrong, not as what was done.
  const offer = world.db.updateTable('seatOffer').where('ballotId', '=', id).where('elected', '=', true)
  const { appointmentId } = await world.db
    .selectFrom('seatOffer')
    .select('appointmentId')
    .where('ballotId', '=', id)
    .where('elected', '=', true)
    .executeTakeFirstOrThrow()
  await offer.set({ appointmentId: null }).execute()
  const failed = await post(world.carla, `/ballots/${id}/seats/appoint`)
  expect([failed.status, failed.page]).toEqual([409, expect.stringContaining('Nils')])
  await offer.set({ appointmentId }).execute()

  // A year later the seat falls vacant.
  await passTo(world, new Date('2027-11-02T09:00:00Z'))
  expect((await post(mona, `/ballots/${id}/seats/offer`)).status).toBe(404)
  expect((await post(world.carla, `/ballots/${id}/seats/offer`)).status).toBe(303)
  expect((await post(world.carla, `/ballots/${id}/seats/offer`)).status).toBe(409)
  const results = () => see(`/ballots/${id}/results`, world.carla)
  const early = await results()
  expect([early.includes('Mona can answer until'), early.includes('seats/offer"')]).toEqual([true, false])
  world.clock.now = new Date('2027-12-02T09:00:00Z')
  const late = await results()
  expect([late.includes('No answer'), late.includes('seats/offer"')]).toEqual([true, true])
  world.clock.now = new Date('2027-11-02T09:00:00Z')
  await world.settle()
  const offers = await lettersTo(world, mona.email, 'ballots.offered')
  expect(offers.map(({ text }) => text)).toEqual([expect.stringMatching(/vacant seat of “[^”]+” by [^.]+ 2027 at /)])
  expect(await see('/today', mona)).toContain('Vacant seat offered to you')
  expect((await post(mona, `/ballots/${id}/seats/answer`, { takes: 'yes' })).status).toBe(303)
  expect(await carriedOut(world, mona)).toBe(303)
  expect((await post(mona, `/ballots/${id}/seats/answer`, { takes: 'yes' })).status).toBe(404)
  const taken = await world.db
    .selectFrom('appointment')
    .select('fromOn')
    .where('personId', '=', mona.personId)
    .where('role', '=', 'deputy')
    .execute()
  expect(taken).toEqual([{ fromOn: '2027-11-02' }])
  expect(await linesOf(id)).toContain('seat.taken')
  expect(await results()).toContain('No runners-up are left.')
  world.clock.now = new Date('2026-10-16T09:00:00Z')
})

test('days of an election that cannot be are said beside each, before anybody is nominated', async () => {
  const answer = await (await world.as(world.carla)).post('/elections', {
    title: 'Wrong days',
    role: 'member',
    seats: '1',
    termFrom: '2027-06-01',
    termTo: '2027-05-31',
    electorate: 'group',
    recordOn: '2026-10-16',
    nominationsUntil: '2027-02-01T12:00',
    opensAt: '2020-11-01T12:00',
    closesAt: '2020-10-15T12:00',
    zone: 'Europe/Lisbon',
    secrecy: 'anonymous',
  })
  const wrong = [...(await answer.text()).matchAll(/name="([^"]+)"[^>]*aria-invalid="true"/g)].map(([, name]) => name)
  expect([answer.status, wrong]).toEqual([422, ['termTo', 'nominationsUntil', 'opensAt', 'closesAt']])
})

describe('a motion', () => {
  const put = async (form: Record<string, string>) => {
    const made = await post(world.maria, '/motions', {
      title: 'Meet monthly',
      question: 'Shall we meet each month?',
      way: 'vote',
      secrecy: 'public',
      closesAt: '2026-10-30T12:00',
      zone: 'UTC',
      ...form,
    })
    expect(made.status).toBe(303)
    // It can be answered at once, whatever the worker is at.
    expect(await see(made.to)).toContain('Open until')
    await world.settle()
    await passTo(world, world.clock.now)
    return idIn(made.to)
  }
  const decision = async (id: number) =>
    sayKept((await world.db.selectFrom('ballot').select('decision').where('id', '=', id).executeTakeFirstOrThrow()).decision)

  test('needs its quorum, and more yes than no', async () => {
    const [passes, fails] = [await put({ quorum: '50' }), await put({ quorum: '75' })]
    for (const id of [passes, fails]) {
      expect((await vote(id, world.carla, { choice: 'yes' })).status).toBe(303)
      expect((await vote(id, world.maria, { choice: 'abstain' })).status).toBe(303)
    }
    expect((await vote(passes, nils, {})).page).toContain('Choose yes, no or abstain.')
    // Who votes for themselves is not asked to do so in somebody's name.
    expect((await lettersTo(world, nils.email, 'ballots.opened')).at(-1)?.text).toContain('Vote in “Meet monthly” by')
    expect(await see('/today', nils)).toContain('Your vote: Meet monthly')
    // Whoever is against it votes no: what is decided by votes meets no objections.
    expect(await see(`/ballots/${passes}`)).not.toContain('Objections')
    expect((await post(nils, `/ballots/${passes}/objection`, { reason: 'Too often.' })).page).toContain('Vote no if you object.')
    await passTo(world, new Date('2026-10-30T12:00:00Z'))
    expect(await decision(passes)).toBe('Adopted: 1 yes, 0 no, 1 abstained, of 4.')
    expect(await decision(fails)).toBe('Not adopted: 2 voted, but the quorum is 3 (1 yes, 0 no, 1 abstained, of 4).')
    // What was adopted stands in the group's register, with its vote; what was not does not.
    const decided = await world.db.selectFrom('decision').selectAll().execute()
    expect(decided).toMatchObject([{ text: 'Meet monthly', votesFor: 1, votesAgainst: 0, abstained: 1, sourcePath: `/ballots/${passes}` }])
    expect((await see('/decisions', world.maria)).includes('Meet monthly')).toBe(true)
    expect((await see('/decisions', world.otto)).includes('Meet monthly')).toBe(false)
    world.clock.now = new Date('2026-10-16T09:00:00Z')
  })

  test('by consent stands unless an objection does, which has its reason and can be withdrawn; then it is put to the vote', async () => {
    const [stopped, free] = [await put({ way: 'consent' }), await put({ way: 'consent' })]
    expect((await post(nils, `/ballots/${stopped}/objection`, { reason: '' })).status).toBe(422)
    expect((await post(nils, `/ballots/${stopped}/objection`, { reason: 'Too often.' })).status).toBe(303)
    expect((await post(nils, `/ballots/${stopped}/objection`, { reason: 'Really.' })).status).toBe(409)
    expect((await post(nils, `/ballots/${free}/objection`, { reason: 'Hm.' })).status).toBe(303)
    expect((await post(nils, `/ballots/${free}/objection/withdraw`)).status).toBe(303)
    expect((await post(world.otto, `/ballots/${stopped}/objection`, { reason: 'Me too.' })).status).toBe(404)
    // Who has objected has said their word: nothing waits for them there.
    const today = await see('/today', nils)
    expect([stopped, free].map((id) => today.includes(`href="/ballots/${id}"`))).toEqual([false, true])
    await world.settle()
    expect((await lettersTo(world, mona.email, 'ballots.objection'))[0]?.text).toContain('Too often.')
    await passTo(world, new Date('2026-10-30T12:00:00Z'))
    expect(await decision(stopped)).toBe('Not adopted, because there is 1 objection.')
    expect(await decision(free)).toBe('Adopted: no one objected.')
    const open = await (await world.as(world.carla)).post(`/ballots/${stopped}/vote`, { closesAt: '', quorum: '20' })
    expect([open.status, /<input[^>]*name="closesAt"[^>]*aria-invalid="true"/.test(await open.text())]).toEqual([422, true])
    const again = await post(world.carla, `/ballots/${stopped}/vote`, { closesAt: '2026-11-10T12:00', quorum: '20' })
    expect(await see(again.to)).toContain('Shall we meet each month?')
    // Once: who comes second is led to the vote.
    expect((await post(world.carla, `/ballots/${stopped}/vote`, { closesAt: '2026-11-10T12:00', quorum: '20' })).status).toBe(409)
    const vote = again.to.replace(/\?.*/, '')
    const shown = async (motion: number) => {
      const page = await see(`/ballots/${motion}`)
      return [page.includes(`href="${vote}"`), page.includes('Put motion to the vote')]
    }
    expect(await shown(stopped)).toEqual([true, false])
    // Whatever the vote is called; and of two motions with the same words each has its own.
    await world.db
      .updateTable('ballot')
      .set({ title: 'Another name' })
      .where('id', '=', Number(vote.split('/').at(-1)))
      .execute()
    expect(await shown(stopped)).toEqual([true, false])
    expect((await post(world.carla, `/ballots/${stopped}/vote`, { closesAt: '2026-11-10T12:00' })).status).toBe(409)
    expect(await shown(free)).toEqual([false, false])
  })
})

test('who was erased stands no more, and keeps no other runner-up from being asked', async () => {
  const at = (days: number) => new Date(world.clock.now.getTime() + days * 86_400_000)
  const id = await setUpElection(world, keeper(world), { opensAt: at(1), closesAt: at(2) })
  const [pia, rita, tom] = [await world.addPerson('Pia'), await world.addPerson('Rita'), await world.addPerson('Tom')]
  for (const person of [pia, rita, tom])
    expect((await post(person, `/ballots/${id}/nominations`, { statement: 'I have time.' })).status).toBe(303)
  const erase = ({ personId }: Person) =>
    world.db.updateTable('person').set({ erasedAt: world.clock.now }).where('id', '=', personId).execute()
  await erase(pia)
  await passTo(world, at(1))
  const options = world.db.selectFrom('ballotOption').select(['title', 'personId']).where('ballotId', '=', id).orderBy('number')
  expect((await options.execute()).map(({ title }) => title)).toEqual(['Rita', 'Tom'])
  await world.db.updateTable('ballot').set({ state: 'counted' }).where('id', '=', id).execute()
  await world.write((tx) => keepOrder(tx, id, [], ['1', '2']))
  const offer = () => post(world.carla, `/ballots/${id}/seats/offer`)
  expect([(await offer()).status, (await offer()).status]).toEqual([303, 409])
  await erase(rita)
  expect(waitsFor(await listSeatOffers(world.db, id), world.clock.now)).toBeUndefined()
  expect((await offer()).status).toBe(303)
  expect((await post(tom, `/ballots/${id}/seats/answer`, { takes: 'no' })).status).toBe(303)
})

test('who does not answer keeps nobody else from the seat: after thirty days the next one is asked, and it is theirs', async () => {
  world.clock.now = new Date('2026-10-16T09:00:00Z')
  const at = (days: number) => new Date(world.clock.now.getTime() + days * 86_400_000)
  const id = await setUpElection(world, keeper(world), { opensAt: at(1), closesAt: at(2) })
  const people = []
  for (const name of ['Uta', 'Vic', 'Wim', 'Xia']) people.push(await world.addPerson(name))
  const [uta, vic, wim] = people as [Person, Person, Person, Person]
  for (const person of people) await post(person, `/ballots/${id}/nominations`, { statement: 'I have time.' })
  await passTo(world, at(1))
  await world.db.updateTable('ballot').set({ state: 'counted' }).where('id', '=', id).execute()
  await world.write((tx) => keepOrder(tx, id, [], ['1', '2', '3', '4']))
  const offer = async () => (await post(world.carla, `/ballots/${id}/seats/offer`)).status
  const answers = async (person: Person, takes = 'no') => (await post(person, `/ballots/${id}/seats/answer`, { takes })).status
  expect(await offer()).toBe(303)
  const asked = world.clock.now.getTime()
  world.clock.now = new Date(asked + 29 * 86_400_000)
  expect(await offer()).toBe(409)
  world.clock.now = new Date(asked + 30 * 86_400_000)
  expect(await offer()).toBe(303)
  expect(await see('/today', uta)).not.toContain('Vacant seat offered to you')
  expect(await answers(uta)).toBe(404)
  expect(await answers(vic)).toBe(303)
  expect(await carriedOut(world, vic)).toBe(303)
  const lines = await linesOf(id)
  expect([lines.includes('seat.taken'), lines.includes('seat.declined')]).toEqual([false, true])

  // Whoever moves up before the term has begun begins with it.
  expect([await offer(), await answers(wim, 'yes'), await carriedOut(world, wim)]).toEqual([303, 303, 303])
  const seats = world.db.selectFrom('appointment').select(['fromOn', 'toOn']).where('personId', '=', wim.personId)
  expect(await seats.execute()).toEqual([{ fromOn: '2027-01-01', toOn: '2028-12-31' }])
  // Nobody moves up once it is over, or where nobody is left.
  const closed = async (why: string) => {
    const { status, page } = await post(world.carla, `/ballots/${id}/seats/offer`)
    return [status, page.includes(why)]
  }
  world.clock.now = new Date('2029-01-01T09:00:00Z')
  expect(await closed('The term of this election is over.')).toEqual([409, true])
  world.clock.now = new Date('2028-12-31T09:00:00Z')
  expect(await offer()).toBe(303)
  world.clock.now = new Date(world.clock.now.getTime() + 31 * 86_400_000)
  expect(await closed('No runners-up are left.')).toEqual([409, true])
})
