import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { tasks } from '../../src/edges/jobs/tasks.ts'
import { addGroupAction } from '../../src/groups/tasks/actions.ts'
import { readMessage } from '../../src/lib/mail/parse.ts'
import { openDesk } from '../desk.ts'
import { lettersTo } from '../letters.ts'
import { mail } from '../mail.ts'
import { type MailDoor, openMailDoor, signing } from '../mail-door.ts'
import { actorOf, fillRequests } from '../requests-world.ts'
import { withoutWeek } from '../week-world.ts'
import type { Person } from '../world.ts'

// Nina is subscribed, and her mail is proven to be hers. The others' domains disown what they have not signed.
const members = ['maria', 'susi', 'carla', 'modesto', 'otto', 'bruno', 'neu']
const answers = Object.assign({}, signing('nina.example', 'none'), ...members.map((name) => signing(`${name}.example`, 'reject')))

/** Reply addresses of letters, as everybody learns them who gets a copy of an answer. */
interface Leaked {
  kind: string
  to: string
  token: string
  owner: string
}

let door: MailDoor
let nina: Person
let leaked: Leaked[] = []
const own = (email: string) => email.slice(email.indexOf('@') + 1)
const sendAs = (email: string, to: string, parts: Partial<Parameters<typeof mail>[0]> = {}) =>
  door.send(email, to, { by: own(email), ...parts })

beforeAll(async () => {
  door = await openMailDoor(answers)
  const { world } = door
  nina = await world.addPerson('Nina')
  await world.join(nina)
  await withoutWeek(world)
  await world.db.updateTable('person').set({ locale: 'de' }).where('id', '=', world.susi.personId).execute()
  await sendAs('maria@maria.example', 'lectio-l@lists.localhost', { subject: 'Gaps', text: 'Students see gaps, every week in term.' })
  await fillRequests(world)
  const carla = await world.as(world.carla)
  world.clock.now = new Date(world.clock.now.getTime() + 3_600_000)
  await carla.post('/affirmations', { name: 'Cycle 2027', closesOn: '2026-11-10' })
  const form = { title: 'Autumn meeting', day: '2026-10-20', time: '10:00', minutes: '60', zone: 'Europe/Lisbon', public: 'on' }
  const made = await carla.post('/meetings', { ...form, hosts: `g${world.group.groupId}` })
  await carla.post(`${new URL(made.headers.get('location') ?? '', 'http://x').pathname}/agenda`, { title: 'Rollover', minutes: '20' })
  await carla.post('/lists/lectio-l/invitations', { people: 'neu@neu.example', words: '' })
  const action = { title: 'Ask', groupId: world.group.groupId, ownerId: world.maria.personId, dueOn: '2026-10-17' }
  const actor = await actorOf(world, world.carla)
  await world.write((tx) => addGroupAction(tx, actor, action))
  await world.settle()
  for (const name of ['meetings.agendas', 'charter.remindActions'] as const) await tasks[name]?.({} as never, world.context)
  await openDesk(world)
  await sendAs('otto@otto.example', 'catalogo-l-subscribe@lists.localhost')
  await sendAs('bruno@bruno.example', 'catalogo-l-unsubscribe@lists.localhost')
  // Where nothing proves who asks, the member is asked: as if Bruno's domain published nothing.
  await world.write(async (tx) => {
    const subscription = await tx
      .selectFrom('subscription')
      .select('id')
      .where('personId', '=', world.bruno.personId)
      .executeTakeFirstOrThrow()
    const { id } = await tx
      .insertInto('mailCommand')
      .values({ subscriptionId: subscription.id, commands: ['receive digest'], askedAt: world.clock.now })
      .returning('id')
      .executeTakeFirstOrThrow()
    await sql`select graphile_worker.add_job('list.confirmCommands', ${JSON.stringify({ commandId: id })}::json)`.execute(tx)
  })
  await sendAs('otto@otto.example', 'lectio-l@lists.localhost', { subject: 'Let me in' })
  await world.settle()
  const found = (await world.postbox()).flatMap(({ kind, email, bytes }) => {
    const message = readMessage(bytes ?? Buffer.alloc(0))
    const to = [...message.replyTo, ...(message.from ? [message.from] : [])].find(({ address }) => address.startsWith('reply+'))?.address
    return kind && to ? [{ kind, owner: email, to, token: to.slice(6, to.indexOf('@')) }] : []
  })
  leaked = found.filter(({ owner }) => owner !== nina.email)
})
afterAll(() => door.end())

const wills = [
  'user_case',
  'support',
  'support_question',
  'affirmation',
  'merge_party',
  'merge_proposal',
  'meeting_invitation',
  'agenda_item',
]
const states = ['held_mail', 'message', 'subscription', 'subscription_request', 'invitation', 'mail_command', 'request_comment', 'action']
/** All that an answer could have changed. */
async function everything(): Promise<Record<string, unknown>> {
  const rows: Record<string, unknown> = {}
  for (const table of [...wills, ...states, 'correspondence_mail', 'paper'])
    rows[table] = (
      await sql<{ rows: unknown }>`select json_agg(t order by t::text) as rows from ${sql.table(table)} t`.execute(door.world.db)
    ).rows[0]?.rows
  return rows
}

const kinds = [
  'charter.actions-due',
  'list.confirm-commands',
  'list.confirm-join',
  'list.confirm-leave',
  'list.held-moderators',
  'list.invitation',
  'meetings.agenda',
  'meetings.invited',
  'office.passed-on',
  'requests.affirm-support',
  'requests.case-captured',
  'requests.comment',
  'requests.merge-proposed',
]

test('the letters that can be answered are here, each kind of them', () => {
  expect([...new Set(leaked.map(({ kind }) => kind))].sort()).toEqual(kinds)
})

const texts = { 'list.held-moderators': 'approve', 'charter.actions-due': 'done 1' } as Record<string, string>

describe.each(kinds)('the reply address of %s, leaked', (kind) => {
  const ones = () => leaked.filter((one) => one.kind === kind).slice(0, 2)

  test('does nothing for another subscriber, who is proven to be herself', async () => {
    const before = await everything()
    for (const { to } of ones())
      for (const text of [texts[kind] ?? 'Yes', 'Withdraw', 'No'])
        expect(await sendAs(nina.email, to, { subject: 'Re', text })).toBe('refused: not from whom it was written to')
    expect(await everything()).toEqual(before)
  })

  test('does nothing for who claims its owner’s address', async () => {
    const before = await everything()
    for (const { to, owner } of ones())
      expect(await door.send(owner, to, { subject: 'Re', text: texts[kind] ?? 'Yes', by: 'nina.example' })).toBe(
        'refused: not proven to be theirs',
      )
    expect(await everything()).toEqual(before)
  })

  test('opens no page', async () => {
    const visitor = await door.world.as()
    const before = await everything()
    const forms = [
      ['/case', { act: 'withdraw', why: '' }],
      ['/case', { act: 'consent', consent: 'public' }],
      ['/support', { answer: 'yes' }],
      ['/support', { answer: 'all' }],
      ['/merge', { answer: 'stay' }],
      ['/rsvp', { answer: 'declined' }],
      ['/decide', { decision: 'approve' }],
      ['/confirm', {}],
      ['/unsubscribe', {}],
      ['/invitations', { answer: 'accept' }],
      ['/commands', {}],
      ['/requests/follow', {}],
    ] as const
    for (const { token } of ones()) for (const [path, form] of forms) await visitor.post(`${path}/${token}`, form)
    expect(await everything()).toEqual(before)
  })
})

describe('an answer that was not taken', () => {
  const leakedOf = (kind: string, owner: string) => leaked.find((one) => one.kind === kind && one.owner === owner) as Leaked
  const told = (email: string, kind = 'inbound.not-taken') => lettersTo(door.world, email, kind)

  test('is told to its owner with a link, in their language, twice an hour at most, and to a proven writer', async () => {
    door.world.clock.now = new Date(door.world.clock.now.getTime() + 3 * 3_600_000)
    const [before, writers] = [(await told('susi@susi.example')).length, (await told(nina.email, 'inbound.not-yours')).length]
    const { to } = leakedOf('requests.affirm-support', 'susi@susi.example')
    for (const _ of [1, 2, 3, 4]) await sendAs(nina.email, to, { text: 'Yes' })
    const letters = (await told('susi@susi.example')).slice(before)
    expect(letters).toHaveLength(2)
    expect(letters[0]?.subject).toBe('Eine Antwort in Ihrem Namen zählt nicht')
    expect(letters[0]?.text).toContain('nina@nina.example')
    expect(letters[0]?.text).toContain('http://rapport.test/requests')
    expect((await told(nina.email, 'inbound.not-yours')).length).toBe(writers + 4)
  })

  test('is not told to an address that only claims to have written', async () => {
    const { to } = leakedOf('meetings.invited', 'maria@maria.example')
    expect(await door.send('victim@carla.example', to, { text: 'Yes' })).toBe('refused: not from whom it was written to')
    expect((await door.world.postbox()).filter(({ email }) => email === 'victim@carla.example')).toEqual([])
  })
})

test('a calendar program’s answer counts from nobody else, though it names who was invited', async () => {
  const { to } = leaked.find(({ kind, owner }) => kind === 'meetings.invited' && owner === 'maria@maria.example') as Leaked
  const { uid } = await door.world.db.selectFrom('meeting').select('uid').executeTakeFirstOrThrow()
  const stamp = '20261016T090000Z'
  const reply = (email: string) =>
    mail({
      from: `<${email}>`,
      to,
      text: [
        ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//x//EN', 'METHOD:REPLY', 'BEGIN:VEVENT', `UID:${uid}`, `DTSTAMP:${stamp}`],
        ...[`ORGANIZER:mailto:${to}`, 'ATTENDEE;PARTSTAT=DECLINED:mailto:maria@maria.example', 'END:VEVENT', 'END:VCALENDAR'],
      ].join('\n'),
    })
      .toString()
      .replace('Content-Type: text/plain; charset=utf-8', 'Content-Type: text/calendar; method=REPLY; charset=utf-8')
  const partstat = async () =>
    (
      await door.world.db
        .selectFrom('meetingInvitation')
        .select('partstat')
        .where('personId', '=', door.world.maria.personId)
        .executeTakeFirstOrThrow()
    ).partstat
  const { signed } = await import('../mail-door.ts')
  const before = await partstat()
  const from = async (email: string, by: string) => door.deliver(signed(by, Buffer.from(reply(email))), to, email)
  expect(await from(nina.email, 'nina.example')).toBe('refused: not from whom it was written to')
  expect(await from('maria@maria.example', 'nina.example')).toBe('refused: not proven to be theirs')
  expect(await partstat()).toBe(before)
  expect(await from('maria@maria.example', 'maria.example')).toBe('declined')
  expect(await partstat()).toBe('declined')
})

test('each address still takes the word of its owner', async () => {
  const fates: Record<string, string> = {}
  for (const kind of kinds) {
    const one = leaked.find((letter) => letter.kind === kind) as Leaked
    fates[kind] = await sendAs(one.owner, one.to, { subject: 'Re', text: texts[kind] ?? 'Yes' })
  }
  expect(Object.entries(fates).filter(([, fate]) => /refused|dropped/.test(fate))).toEqual([])
})
