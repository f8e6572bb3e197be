import { afterAll, beforeAll, expect, test } from 'vitest'
import { tell } from '../../src/advocacy/telling/jobs.ts'
import { submitWish } from '../../src/ballots/wishes/actions.ts'
import { acceptMail } from '../../src/edges/mailroom/actions.ts'
import { makeRequest } from '../../src/requests/actions.ts'
import { captureMessage, changeCase } from '../../src/requests/cases/actions.ts'
import { setConsent } from '../../src/requests/cases/author-actions.ts'
import { addInstitution, addWishes, openCycle, passTo, voterOf } from '../ballots.ts'
import { mail } from '../mail.ts'
import { letterTo, makeVendorWorld, type VendorWorld } from '../vendor-world.ts'
import { carriedOut } from '../week-world.ts'
import type { Person } from '../world.ts'

let world: VendorWorld
beforeAll(async () => {
  world = await makeVendorWorld()
})
afterAll(() => world.end())

const monday = new Date('2026-10-19T00:00:00Z')
const minutes = (count: number) => new Date(world.clock.now.getTime() + count * 60_000)

test('From a cry for help to a release', async () => {
  const { carla, maria, susi, vera, otto, group } = world
  const october = world.clock.now
  world.clock.now = new Date(october.getTime() - 55 * 86_400_000)
  const dora = await world.addPerson('Dora', { email: 'dora@lindental.example' })
  const emil = await world.addPerson('Emil', { email: 'emil@merwede.example' })
  await world.join(dora)
  await world.join(emil)

  // Given three messages by three institutions about one problem
  const words: [Person, string][] = [
    [susi, 'Each term we set four hundred lists to Complete by hand.'],
    [dora, 'After the rollover nobody here has a week for clicking Complete.'],
    [emil, 'Could lists be completed all at once? We pay students to click.'],
  ]
  for (const [i, [who, text]] of words.entries()) {
    const date = new Date(`2026-03-0${3 + i}T10:00:00Z`)
    const raw = mail({ from: `${who.name} <${who.email}>`, subject: 'Complete after rollover', id: `m${i}@messages.example`, text, date })
    await acceptMail(world.write, { raw, mailFrom: who.email, rcptTo: ['lectio-l@lists.localhost'], via: 'cli' })
  }
  await world.settle()
  const messages = await world.db.selectFrom('message').select(['id', 'messageId', 'fromEmail']).orderBy('id').execute()

  // when a member makes them user cases of one request
  const member = await world.actorOf(maria)
  const requestId = await world.write(async (tx) => {
    const caseIds: number[] = []
    for (const { id } of messages) {
      const { caseId } = await captureMessage(tx, member, id)
      await changeCase(tx, member, caseId, { title: 'Bulk-set Complete', problem: 'By hand, each term.' })
      await setConsent(tx, world.clock.now, 'web', caseId, 'vendor')
      caseIds.push(caseId)
    }
    return makeRequest(
      tx,
      member,
      group.groupId,
      { kind: 'idea', title: 'Bulk-set Complete after rollover', text: 'All lists of a department at once.', visibility: 'subscribers' },
      { caseIds },
    )
  })

  // the request wins a ballot: brought in, accepted by the triage, chosen, costed by the vendor's guest, chosen again
  const harbour = await addInstitution(world, 'Old Harbour Library', [susi])
  const { cycleId, roundOne, roundTwo, at } = await openCycle(world, { shortlist: 2, recordOn: '2026-08-20' })
  await addWishes(world, cycleId, ['Links in a new tab', 'Fewer clicks'])
  const coordinator = await world.as(carla)
  const wishId = await world.write(async (tx) =>
    submitWish(tx, await world.actorOf(susi), cycleId, {
      title: 'Bulk-set Complete after rollover',
      text: 'All lists of a department at once.',
      area: 'Rollover',
      requestId,
    }),
  )
  expect((await coordinator.post(`/wishes/${wishId}/decide`, { to: 'accept' })).status).toBe(303)
  const castOn = async (ballotId: number, choice: Record<string, string>) => {
    const voter = await voterOf(world, ballotId, harbour)
    return (await world.as(susi)).post(`/ballots/${ballotId}/papers/${voter}`, { act: 'cast', ...choice })
  }
  await passTo(world, at(20))
  const numberIn = async (ballotId: number) =>
    (
      await world.db
        .selectFrom('ballotOption')
        .select('number')
        .where('ballotId', '=', ballotId)
        .where('requestId', '=', requestId)
        .executeTakeFirstOrThrow()
    ).number
  const number = await numberIn(roundOne)
  expect((await castOn(roundOne, { [`v-${number}`]: '40', 'v-1': '10' })).status).toBe(303)
  await passTo(world, at(30))
  const costed = await (await world.as(vera)).post(`/cycles/${cycleId}/costing`, {
    [`cost-${number}`]: '8',
    [`solution-${number}`]: 'A menu above the list.',
    'cost-1': '3',
  })
  expect(costed.status).toBe(303)
  await passTo(world, at(40))
  expect((await castOn(roundTwo, { [`v-${number}`]: '50' })).status).toBe(303)
  await passTo(world, at(50))
  const won = await (await world.as()).get(`/ballots/${roundTwo}/results`)
  expect(await won.text()).toContain(`href="/requests/${requestId}"`)

  // a brief is handed over
  world.clock.now = october
  const submission = await world.handOver([requestId], 'For the October meeting')
  const handed = await letterTo(world, vera, 'vendor.handed')
  expect(handed.text).toContain('Bulk-set Complete after rollover')
  const guest = await world.as(vera)
  expect(await (await guest.get('/briefs/1/versions/1')).text()).toContain('Each term we set four hundred lists to Complete by hand.')

  // the vendor answers “planned” for subscribers from Monday
  world.clock.now = minutes(5)
  await guest.post(`${submission}/requests/${requestId}`, {
    class: 'Planned',
    reason: 'It goes with the new list overview.',
    release: '2027 R1',
    readers: 'subscribers of the list',
    from: '2026-10-19',
  })
  await world.settle()
  const answer = '/answers/1'
  const [lead, subscriber, stranger] = [await world.as(carla), await world.as(susi), await world.as(otto)]

  // then until Monday only the group saw the answer
  world.clock.now = new Date(monday.getTime() - 60_000)
  await tell({}, world.context)
  expect((await lead.get(answer)).status).toBe(200)
  expect((await subscriber.get(answer)).status).toBe(404)
  expect(await (await subscriber.get('/answers')).text()).not.toContain('new list overview')
  expect(await (await subscriber.get('/search?q=overview')).text()).not.toContain('new list overview')
  expect(await (await subscriber.get('/api/v1/answers')).text()).not.toContain('new list overview')
  expect((await world.postbox()).filter(({ kind }) => kind === 'telling.became')).toEqual([])
  expect((await lead.post('/telling', { group: 'lectio', listId: String(world.listId) })).status).toBe(422)
  // Nobody is asked for what is refused.
  expect(await (await lead.get('/today')).text()).not.toContain('back to the list')

  // from Monday on, subscribers do, and those who are none do not
  world.clock.now = monday
  await world.settle()
  expect((await subscriber.get(answer)).status).toBe(200)
  expect((await stranger.get(answer)).status).toBe(404)
  expect((await (await world.as()).get(answer)).status).toBe(404)
  const found = (await (await subscriber.get('/api/v1/answers')).json()) as { items: { class: string; release: string }[] }
  expect(found.items.map((one) => [one.class, one.release])).toEqual([['planned', '2027 R1']])

  // commits points
  expect(await (await lead.get('/today')).text()).toContain(`href="/ballots/${roundTwo}/commitments"`)
  const act = await (await lead.get(`/ballots/${roundTwo}/commitments`)).text()
  expect(act).toContain('The vendor’s cost: 8')
  const choice = { year: '2026', capacity: '50', [`take-${number}`]: 'on', [`points-${number}`]: '8' }
  const [first, second] = await Promise.all([
    lead.post(`/ballots/${roundTwo}/commitments`, choice),
    lead.post(`/ballots/${roundTwo}/commitments`, choice),
  ])
  expect([first.status, second.status].sort()).toEqual([303, 422])
  const commitment = await world.db.selectFrom('commitment').select(['requestId', 'points', 'year', 'answerId']).execute()
  expect(commitment).toEqual([{ requestId, points: 8, year: 2026, answerId: 1 }])
  expect(await (await lead.get('/commitments/1')).text()).toContain(`href="/ballots/${roundTwo}/results"`)
  expect(await (await lead.get(`/ballots/${roundTwo}/results`)).text()).toContain('href="/commitments/1"')

  // and the three authors get one mail each that quotes their own words
  world.clock.now = minutes(30)
  await tell({}, world.context)
  await tell({}, world.context)
  const told = (await world.postbox()).filter(({ kind }) => kind === 'telling.became')
  expect(told.map(({ email }) => email).sort()).toEqual([dora.email, emil.email, susi.email].sort())
  const letter = await letterTo(world, susi, 'telling.became')
  expect(letter.text).toContain('You wrote on 3 March 2026:')
  // In her mail program it stands where she asked.
  expect(letter.inReplyTo).toBe('m0@messages.example')
  expect(letter.text).toContain('> Each term we set four hundred lists to Complete by hand.')
  expect(letter.text).toContain('The vendor plans this for 2027 R1.')
  expect(letter.text).toContain('The vendor promised this for 2026, with 8 development points.')

  // the list hears it in one post that the coordinator sends
  expect(await (await lead.get('/today')).text()).toContain('Report 2 updates back to the list')
  const drafted = await lead.post('/telling', { group: 'lectio', listId: String(world.listId) })
  expect(await (await lead.get('/today')).text()).toMatch(/Message to [^<]* not sent yet: [\s\S]*reports 2 updates/)
  const post = drafted.headers.get('location') ?? ''
  const { subject, body } = await world.db.selectFrom('tellingPost').select(['subject', 'body']).executeTakeFirstOrThrow()
  expect(body).toContain('The vendor plans this for 2027 R1. Reason: It goes with the new list overview.')
  expect((await lead.post(post, { subject, body, threads: 'on', act: 'send' })).status).toBe(303)
  expect((await lead.post(post, { subject, body, act: 'send' })).status).toBe(409)
  expect(await (await lead.get('/today')).text()).not.toMatch(/not sent yet|back to the list/)
  await world.settle()
  expect((await world.postbox()).filter((one) => one.post === subject && one.email === susi.email)).toHaveLength(1)

  // and so does each thread in which it was asked
  const replies = await world.db.selectFrom('message').select(['refs', 'subject', 'text']).where('subject', 'like', 'Re: %').execute()
  for (const { messageId } of messages) {
    const [reply, ...more] = replies.filter(
      ({ refs, text }) => refs.includes(messageId) && text.includes('The vendor plans this for 2027 R1.'),
    )
    expect(reply?.text).toContain(`http://rapport.test/requests/${requestId}`)
    expect(more).toEqual([])
  }

  // releases, and a tester accepts
  const release = await lead.post('/releases', {
    group: 'lectio',
    productId: '1',
    name: '2027 R1',
    onDay: '2026-10-18',
    notes: '## Lists\n\n- Bulk-set Complete after rollover for a whole department\n- Links open in a new tab by default',
  })
  const releasePath = release.headers.get('location') ?? ''
  expect(await (await lead.get(releasePath)).text()).toContain('Suggested deliveries')
  const delivered = await lead.post(`${releasePath}/deliveries`, { requestId: String(requestId), delivers: 'yes' })
  const delivery = delivered.headers.get('location') ?? ''
  const tester = await world.as(maria)
  expect((await tester.post(`${delivery}/close`)).status).toBe(403)
  for (const { caseId } of await world.db.selectFrom('requestCase').select('caseId').execute())
    expect((await tester.post(`${delivery}/cases/${caseId}`, { verdict: 'full' })).status).toBe(303)
  expect((await tester.post(`${delivery}/close`)).status).toBe(303)
  expect(await carriedOut(world, maria)).toBe(303)
  const request = await world.db.selectFrom('request').select('stage').where('id', '=', requestId).executeTakeFirstOrThrow()
  expect(request.stage).toBe('accepted')
  expect(await (await lead.get('/commitments')).text()).toContain('Delivered')

  // then every step links to the one before
  const chain = await (await lead.get(answer)).text()
  for (const href of [
    `/requests/${requestId}`,
    `/ballots/${roundTwo}/results`,
    `${submission}#r${requestId}`,
    answer,
    '/commitments/1',
    delivery,
    '/lists/lectio-l/t/',
  ])
    expect(chain).toContain(`href="${href}`)
  expect(chain).toContain('chosen in round two')
  expect(chain).toContain('3 messages')
  expect(chain).toContain('3 user cases')
  const thread = await (await subscriber.get(`/lists/lectio-l/t/${encodeURIComponent(messages[0]?.messageId ?? '')}`)).text()
  expect(thread).toContain('Delivered with 2027 R1. The working group checked it: it works.')

  // nobody gets two mails for one event
  world.clock.now = minutes(60)
  await tell({}, world.context)
  const all = (await world.postbox()).filter(({ kind, email }) => kind === 'telling.became' && email === susi.email)
  expect(all).toHaveLength(2)
})
