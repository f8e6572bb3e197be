import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { readMessage } from '../../src/lib/mail/parse.ts'
import { mail } from '../mail.ts'
import { type MailDoor, openMailDoor, signed, signing } from '../mail-door.ts'

// Maria's domain signs what she writes. Whoever gets a copy of such a mail can bring it, and it is still proven to be hers.
const maria = 'maria@maria.example'
const eve = 'eve@evil.example'
let door: MailDoor
/** Reply addresses of invitations to her. */
let [first, second] = ['', '']

beforeAll(async () => {
  door = await openMailDoor(signing('maria.example', 'reject'))
  const { world } = door
  const carla = await world.as(world.carla)
  const form = { title: 'Meeting', time: '10:00', minutes: '60', zone: 'Europe/Lisbon', public: 'on', hosts: `g${world.group.groupId}` }
  // Each with a letter of its own.
  for (const day of ['2026-10-20', '2026-10-27']) {
    await carla.post('/meetings', { ...form, day })
    await world.settle()
  }
  const addresses = (await world.postbox()).flatMap(({ kind, email, bytes }) => {
    const message = readMessage(bytes ?? Buffer.alloc(0))
    const from = [...message.replyTo, ...(message.from ? [message.from] : [])]
    const to = from.find(({ address }) => address.startsWith('reply+'))?.address
    return kind === 'meetings.invited' && email === maria && to ? [to] : []
  })
  ;[first = '', second = ''] = addresses
})
afterAll(() => door.end())

const answers = async () =>
  (
    await door.world.db
      .selectFrom('meetingInvitation')
      .select('partstat')
      .where('personId', '=', door.world.maria.personId)
      .orderBy('id')
      .execute()
  ).map(({ partstat }) => partstat)
const signedBy = (parts: Partial<Parameters<typeof mail>[0]>) =>
  signed('maria.example', mail({ from: `Maria <${maria}>`, subject: 'Re', ...parts }))
const again = () => door.world.db.updateTable('meetingInvitation').set({ partstat: 'needs-action' }).execute()
beforeEach(again)

test('an answer that she has given counts once: who brings a copy of it later does not give it again', async () => {
  const no = signedBy({ to: first, text: 'No' })
  expect(await door.deliver(no, first, maria)).toBe('declined')
  expect((await answers())[0]).toBe('declined')
  // She has changed her mind since.
  await again()
  for (const copy of [no, Buffer.concat([Buffer.from('X-Added: 1\r\n'), no])])
    expect(await door.deliver(copy, first, eve)).toBe('dropped: taken before')
  expect(await answers()).toEqual(['needs-action', 'needs-action'])
})

test('what she has signed for one question answers no other', async () => {
  const no = signedBy({ to: first, text: 'No, this one not' })
  expect(await door.deliver(no, second, eve)).toBe('refused: not proven to be theirs')
  // What stands above the signed fields is not signed.
  expect(await door.deliver(Buffer.concat([Buffer.from(`To: ${second}\r\n`), no]), second, eve)).toBe('refused: not proven to be theirs')
  expect(await answers()).toEqual(['needs-action', 'needs-action'])
})

test('what she has signed for somebody else answers nothing', async () => {
  const no = signedBy({ to: eve, text: 'No' })
  expect(await door.deliver(no, first, eve)).toBe('refused: not proven to be theirs')
  expect(await answers()).toEqual(['needs-action', 'needs-action'])
})

test('each answer of hers counts, whatever she said before', async () => {
  expect(await door.deliver(signedBy({ to: first, text: 'Yes' }), first, maria)).toBe('accepted')
  expect(await door.deliver(signedBy({ to: first, text: 'No' }), first, maria)).toBe('declined')
  expect((await answers())[0]).toBe('declined')
})

const machine = 'lectio-l-request@lists.localhost'
const receiving = async () =>
  (await door.world.db.selectFrom('subscription').select('receiving').where('personId', '=', door.world.maria.personId).execute()).map(
    ({ receiving }) => receiving,
  )

test('a command that she has signed is obeyed once', async () => {
  const off = signedBy({ to: machine, text: 'set delivery off' })
  expect(await door.deliver(off, machine, maria)).toBe('commands: 1')
  const set = await receiving()
  expect(await door.deliver(signedBy({ to: machine, text: 'set delivery on' }), machine, maria)).toBe('commands: 1')
  expect(await receiving()).not.toEqual(set)
  const before = await receiving()
  expect(await door.deliver(off, machine, eve)).toBe('dropped: taken before')
  expect(await receiving()).toEqual(before)
})

test('the words of a command that she has signed for somebody else only ask her', async () => {
  const before = await receiving()
  expect(await door.deliver(signedBy({ to: eve, text: 'set delivery off' }), machine, eve)).toBe('commands: 1')
  expect(await receiving()).toEqual(before)
  await door.world.settle()
  expect((await door.world.postbox()).filter(({ kind, email }) => kind === 'list.confirm-commands' && email === maria)).toHaveLength(1)
})

test('what she wrote to somebody is not published by who got it', async () => {
  const list = 'lectio-l@lists.localhost'
  const posts = () => door.world.db.selectFrom('message').select('id').where('subject', '=', 'Between us').execute()
  const between = signedBy({ to: eve, subject: 'Between us', text: 'The figures are not public yet.' })
  expect(await door.deliver(between, list, eve)).toBe('held: passed-on')
  const readdressed = Buffer.concat([Buffer.from(`To: ${list}\r\n`), between])
  expect(await door.deliver(readdressed, list, eve)).toBe('held: dmarc-fails')
  expect(await posts()).toEqual([])
  expect(await door.deliver(signedBy({ to: list, subject: 'Between us', text: 'Now they are.' }), list, maria)).toBe('posted')
  expect(await posts()).toHaveLength(1)
})

test('a command that she has signed for a list of that name elsewhere only asks her', async () => {
  const elsewhere = machine.replace('localhost', 'elsewhere.example')
  const before = await receiving()
  await door.deliver(signedBy({ to: elsewhere, text: 'set delivery off' }), machine, eve)
  expect(await receiving()).toEqual(before)
})

test('what she wrote to somebody becomes no user case of hers, and what she forwarded becomes one once', async () => {
  const place = 'lectio-l+case@lists.localhost'
  const cases = async () => (await door.world.db.selectFrom('userCase').select('id').execute()).length
  const words = { subject: 'Our budget', text: 'We cannot pay for it this year, but do not say so to anybody.' }
  for (const to of [eve, place.replace('localhost', 'elsewhere.example')])
    expect(await door.deliver(signedBy({ to, ...words }), place, eve)).toBe('refused: not proven to be theirs')
  expect(await cases()).toBe(0)
  const told = signedBy({ to: place, subject: 'Gaps', text: 'Students see gaps, every week in term.' })
  expect(await door.deliver(told, place, maria)).toBe('a user case')
  expect(await door.deliver(told, place, eve)).toBe('dropped: taken before')
  expect(await cases()).toBe(1)
})

test('the button that she has pressed once leaves once', async () => {
  const place = 'lectio-l-unsubscribe@lists.localhost'
  const list = door.world.listId
  const isOn = async () =>
    (
      await door.world.db
        .selectFrom('subscription')
        .select('id')
        .where('personId', '=', door.world.maria.personId)
        .where('listId', '=', list)
        .where('endedAt', 'is', null)
        .execute()
    ).length
  await door.world.db.deleteFrom('rateWindow').execute()
  const pressed = signedBy({ to: place, headers: ['X-Apple-Unsubscribe: true'], text: '' })
  expect(await door.deliver(pressed, place, maria)).toBe('left')
  await door.world.join(door.world.maria, list)
  expect(await door.deliver(pressed, place, eve)).toBe('asked to leave')
  expect(await isOn()).toBe(1)
})
