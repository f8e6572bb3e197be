import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { tasks } from '../../src/edges/jobs/tasks.ts'
import { acceptMail } from '../../src/edges/mailroom/actions.ts'
import { readMessage } from '../../src/lib/mail/parse.ts'
import { sendLetter } from '../../src/outbox/actions.ts'
import { parkLetter } from '../../src/outbox/parked-actions.ts'
import { makeRequest } from '../../src/requests/actions.ts'
import { mail } from '../mail.ts'
import { openMeetings } from '../meetings-world.ts'
import { actorOf } from '../requests-world.ts'
import { withoutWeek } from '../week-world.ts'
import { makeWorld, type Person, type World } from '../world.ts'

/** Maria calls herself what would end a header field and begin another; those who come after her in a loop must not lose their mail by it. */
const hostile = 'Maria\r\nBcc: eve@evil.example\r\n\r\nHello'
const folded = 'Maria Bcc: eve@evil.example Hello'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.end())

const nameOf = async ({ personId }: Pick<Person, 'personId'>): Promise<string> =>
  (await world.db.selectFrom('person').select('name').where('id', '=', personId).executeTakeFirstOrThrow()).name
const askedAs = async (email: string): Promise<string> =>
  (await world.db.selectFrom('subscriptionRequest').select('name').where('email', '=', email).executeTakeFirstOrThrow()).name
const post = async (person: Person | undefined, path: string, form: Record<string, string>) => (await world.as(person)).post(path, form)

/** How many letters of a kind are on their way to somebody. */
const count = async ({ email }: Person, kind: string): Promise<number> =>
  (await world.postbox()).filter((one) => one.email === email && one.kind === kind && (one.bytes?.length ?? 0) > 0).length

describe('a name of several lines is kept as one line', () => {
  test('from the settings', async () => {
    const answer = await post(world.maria, '/me', { name: hostile, locale: 'en', zone: 'Europe/Lisbon', theme: 'system' })
    expect([answer.status, await nameOf(world.maria)]).toEqual([303, folded])
  })

  test('from the settings, which ask again for one that shows nothing', async () => {
    for (const name of ['\u3164', '\u200b\u2800', '\u202e', ' \u115f ']) {
      const answer = await post(world.maria, '/me', { name, locale: 'en', zone: 'Europe/Lisbon', theme: 'system' })
      expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining('Fill in this field.')])
    }
    expect(await nameOf(world.maria)).toBe(folded)
  })

  test('from the API, which refuses one that shows nothing', async () => {
    const maria = await world.as(world.maria)
    const answer = await maria.request('PATCH', '/api/v1/me', { name: `${hostile}\0\u202e` } as never)
    expect([answer.status, await nameOf(world.maria)]).toEqual([200, folded])
    expect((await maria.request('PATCH', '/api/v1/me', { name: '\u3164\u200b ' } as never)).status).toBe(422)
  })

  test('from the join form, and from the From of a mail', async () => {
    await post(undefined, '/lists/lectio-l/join', { email: 'eve@place.example', name: hostile })
    expect(await askedAs('eve@place.example')).toBe(folded)
    await acceptMail(world.write, {
      raw: mail({ from: '=?utf-8?Q?Eve=0D=0ABcc=3A_x?= <eva@place.example>', subject: 'subscribe' }),
      mailFrom: 'eva@place.example',
      rcptTo: ['lectio-l-subscribe@lists.localhost'],
      via: 'mail',
    })
    await world.settle()
    expect(await askedAs('eva@place.example')).not.toMatch(/\p{Cc}/u)
  })

  test('from an import, a program or an identity provider', async () => {
    // An address in a name is no name: it is not shown to those who may not see addresses.
    expect(await nameOf(await world.addPerson(hostile, { email: 'brought@place.example' }))).toBe(folded.replace('eve@', 'e…@'))
    expect(await nameOf(await world.addPerson(' \u3164', { email: 'nameless@place.example' }))).toBe('nameless')
  })
})

describe.each([
  ['a name of several lines', 'maria@maria.example'],
  ['a name and an address of several lines', 'maria\nbcc@maria.example'],
])('%s that stands in the database already keeps nobody from their mail:', (_, email) => {
  beforeAll(async () => {
    await world.end()
    world = await makeWorld()
    await world.db.updateTable('person').set({ name: hostile }).where('id', '=', world.maria.personId).execute()
    await world.db.updateTable('address').set({ email }).where('personId', '=', world.maria.personId).execute()
    // Otto comes after her in every loop.
    await world.give(world.otto, 'member', world.group.groupId)
    await openMeetings(world)
    await withoutWeek(world)
  })

  test('neither from invitations and minutes', async () => {
    expect(await count(world.otto, 'meetings.minutes')).toBe(1)
    expect((await count(world.otto, 'meetings.invited')) + (await count(world.otto, 'meetings.several'))).toBeGreaterThan(0)
    // Her own letters reach her where there is an address.
    expect(await count(world.maria, 'meetings.minutes')).toBe(email === world.maria.email ? 1 : 0)
  })

  test('nor from a ballot', async () => {
    const motion = { title: 'Meet monthly', question: 'Shall we?', way: 'vote', secrecy: 'public', zone: 'Europe/Lisbon' }
    expect((await post(world.carla, '/motions', { ...motion, closesAt: '2026-12-20T09:00' })).status).toBe(303)
    await tasks['ballots.turn']?.({} as never, world.context)
    await world.settle()
    expect(await count(world.otto, 'ballots.opened')).toBeGreaterThan(0)
  })

  test('nor from an agenda', async () => {
    world.clock.now = new Date('2026-12-04T09:00:00Z')
    await tasks['meetings.agendas']?.({} as never, world.context)
    expect(await count(world.otto, 'meetings.agenda')).toBeGreaterThan(0)
  })

  test('nor from comments', async () => {
    const carla = await actorOf(world, world.carla)
    const facts = { kind: 'idea' as const, title: 'A hint', text: 'Please.', visibility: 'subscribers' as const }
    const id = await world.write((tx) => makeRequest(tx, carla, world.group.groupId, facts))
    // With an address that is none she cannot sign in.
    const writers = [...(email === world.maria.email ? [world.maria] : []), world.susi, world.carla]
    for (const person of writers) expect((await post(person, `/requests/${id}/comments`, { text: 'We miss it, too.' })).status).toBe(303)
    await world.settle()
    expect(await count(world.susi, 'requests.comment')).toBeGreaterThan(0)
  })

  test('and what cannot be written to her is told to the administrator, with the reason', async () => {
    const failed = await (await (await world.as(world.ada)).get('/admin/outbox?state=failed')).text()
    if (email === world.maria.email) expect(failed).not.toContain('Not composed')
    else expect(failed).toContain('Not composed: The address holds a line break or a control character.')
    for (const { email: to, bytes } of await world.postbox())
      if (bytes && bytes.length > 0) expect(readMessage(bytes).to.map(({ address }) => address)).toEqual([to])
  })
})

test('a parked letter is tried again by one press, and nobody reads it from the database', async () => {
  const letter = {
    kind: 'test' as const,
    to: { name: 'Maria', email: 'maria@maria.example' },
    subject: 'A letter',
    text: 'The code is 4711.',
  }
  const { id, sealed } = await world.write(async (tx) => {
    const letterId = await sendLetter(tx, world.site, world.clock.now, { ...letter, to: { email: 'maria@@maria.example\n' } })
    await tx.deleteFrom('parkedLetter').where('letterId', '=', letterId).execute()
    await tx.deleteFrom('delivery').where('letterId', '=', letterId).execute()
    await parkLetter(tx, world.site, letterId, letter, new Error('A fault that was mended.'), world.clock.now)
    const delivery = await tx.selectFrom('delivery').select('id').where('letterId', '=', letterId).executeTakeFirstOrThrow()
    return {
      ...delivery,
      ...(await tx.selectFrom('parkedLetter').select('sealed').where('letterId', '=', letterId).executeTakeFirstOrThrow()),
    }
  })
  expect(sealed.toString('latin1')).not.toContain('4711')
  const ada = await world.as(world.ada)
  expect(await (await ada.get(`/admin/outbox/${id}`)).text()).toContain('Send email again')
  expect((await ada.post(`/admin/outbox/${id}/retry`)).status).toBe(303)
  const delivery = await world.db
    .selectFrom('delivery')
    .innerJoin('letter', 'letter.id', 'letterId')
    .select(['state', 'bytes', 'letter.sealed'])
    .where('delivery.id', '=', id)
    .executeTakeFirstOrThrow()
  expect([delivery.state, delivery.sealed, readMessage(world.open(delivery)).text]).toEqual([
    'queued',
    true,
    expect.stringContaining('4711'),
  ])
  expect((await ada.post(`/admin/outbox/${id}/retry`)).status).toBe(404)
})

test('a subject of several lines is one line, on the web and by the API', async () => {
  const subject = 'Hello\r\nBcc: eve@evil.example'
  // Behind the database's own clock, so that what was sent leaves now.
  world.clock.now = new Date('2026-10-16T09:00:00Z')
  const carla = await world.as(world.carla)
  expect((await carla.post('/lists/lectio-l/write', { subject, text: 'Hello\0 all' })).status).toBe(303)
  await world.settle()
  const { subject: kept } = await world.db.selectFrom('message').select('subject').orderBy('id', 'desc').executeTakeFirstOrThrow()
  expect(kept).toBe('Hello Bcc: eve@evil.example')
})
