import { afterAll, beforeAll, expect, test } from 'vitest'
import { acceptMail } from '../../src/inbound/actions.ts'
import { makeRequest } from '../../src/requests/actions.ts'
import { captureMessage, changeCase, setConsent } from '../../src/requests/cases/actions.ts'
import { tell } from '../../src/vendor/telling/jobs.ts'
import { mail } from '../mail.ts'
import { letterTo, makeVendorWorld, type VendorWorld } from '../vendor-world.ts'
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

  // a brief is handed over
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

  // from Monday on, subscribers do, and those who are none do not
  world.clock.now = monday
  await world.settle()
  expect((await subscriber.get(answer)).status).toBe(200)
  expect((await stranger.get(answer)).status).toBe(404)
  expect((await (await world.as()).get(answer)).status).toBe(303)
  const found = (await (await subscriber.get('/api/v1/answers')).json()) as { items: { class: string; release: string }[] }
  expect(found.items.map((one) => [one.class, one.release])).toEqual([['planned', '2027 R1']])

  // commits points
  await lead.post('/commitments/capacity', { group: 'lectio', productId: String(1), year: '2026', points: '50' })
  const committed = await lead.post('/commitments', {
    group: 'lectio',
    requestId: String(requestId),
    productId: '1',
    year: '2026',
    points: '8',
  })
  expect(committed.status).toBe(303)

  // and the three authors get one mail each that quotes their own words
  world.clock.now = minutes(30)
  await tell({}, world.context)
  await tell({}, world.context)
  const told = (await world.postbox()).filter(({ kind }) => kind === 'telling.became')
  expect(told.map(({ email }) => email).sort()).toEqual([dora.email, emil.email, susi.email].sort())
  const letter = await letterTo(world, susi, 'telling.became')
  expect(letter.text).toContain('You wrote on 3 March 2026:')
  expect(letter.text).toContain('> Each term we set four hundred lists to Complete by hand.')
  expect(letter.text).toContain('The vendor plans it for 2027 R1.')
  expect(letter.text).toContain('8 points of its capacity of 2026')

  // the list hears it in one post that the coordinator sends
  const drafted = await lead.post('/telling', { group: 'lectio', listId: String(world.listId) })
  const post = drafted.headers.get('location') ?? ''
  const { subject, body } = await world.db.selectFrom('tellingPost').select(['subject', 'body']).executeTakeFirstOrThrow()
  expect(body).toContain('Planned for 2027 R1. It goes with the new list overview.')
  expect((await lead.post(post, { subject, body, act: 'send' })).status).toBe(303)
  expect((await lead.post(post, { subject, body, act: 'send' })).status).toBe(409)
  await world.settle()
  expect((await world.postbox()).filter((one) => one.post === subject && one.email === susi.email)).toHaveLength(1)

  // releases, and a tester accepts
  const release = await lead.post('/releases', {
    group: 'lectio',
    productId: '1',
    name: '2027 R1',
    onDay: '2026-10-18',
    notes: '## Lists\n\n- Bulk-set Complete after rollover for a whole department\n- Links open in a new tab by default',
  })
  const releasePath = release.headers.get('location') ?? ''
  expect(await (await lead.get(releasePath)).text()).toContain('Does it deliver this?')
  const delivered = await lead.post(`${releasePath}/deliveries`, { requestId: String(requestId), delivers: 'yes' })
  const delivery = delivered.headers.get('location') ?? ''
  const tester = await world.as(maria)
  expect((await tester.post(`${delivery}/close`)).status).toBe(403)
  for (const { caseId } of await world.db.selectFrom('requestCase').select('caseId').execute())
    expect((await tester.post(`${delivery}/cases/${caseId}`, { verdict: 'full' })).status).toBe(303)
  expect((await tester.post(`${delivery}/close`)).status).toBe(303)
  const request = await world.db.selectFrom('request').select('stage').where('id', '=', requestId).executeTakeFirstOrThrow()
  expect(request.stage).toBe('accepted')
  expect(await (await lead.get('/commitments')).text()).toContain('Delivered')

  // then every step links to the one before
  const chain = await (await lead.get(answer)).text()
  for (const href of [`/requests/${requestId}`, `${submission}#r${requestId}`, answer, '/commitments/1', delivery, '/lists/lectio-l/t/'])
    expect(chain).toContain(`href="${href}`)
  expect(chain).toContain('3 messages')
  expect(chain).toContain('3 user cases')
  const thread = await (await subscriber.get(`/lists/lectio-l/t/${encodeURIComponent(messages[0]?.messageId ?? '')}`)).text()
  expect(thread).toContain('Delivered with 2027 R1, tried and accepted.')

  // nobody gets two mails for one event
  world.clock.now = minutes(60)
  await tell({}, world.context)
  const all = (await world.postbox()).filter(({ kind, email }) => kind === 'telling.became' && email === susi.email)
  expect(all).toHaveLength(2)
})
