import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { deskAddress, openDesk } from '../desk.ts'
import { lettersTo, linkTo } from '../letters.ts'
import { mail } from '../mail.ts'
import { type MailDoor, openMailDoor, signed, signing } from '../mail-door.ts'

const list = 'lectio-l@lists.localhost'
// Maria's, Modesto's and Carla's domains disown what they have not signed; Susi's signs, and publishes nothing.
const answers: Record<string, unknown> = {
  ...signing('maria.example', 'reject'),
  ...signing('modesto.example', 'reject'),
  ...signing('carla.example', 'reject'),
  ...signing('quillon.example', 'reject'),
  ...signing('susi.example'),
  ...signing('evil.example', 'none'),
}
let door: MailDoor
beforeAll(async () => {
  door = await openMailDoor(answers)
  await openDesk(door.world)
})
afterAll(() => door.end())

const posts = async () => (await door.world.db.selectFrom('message').select('subject').execute()).map(({ subject }) => subject)
const everyLetter = async () => (await door.world.db.selectFrom('letter').select('id').execute()).length
// More header lines than anybody reads: nothing can be said of who wrote it.
const flood = Array.from({ length: 10_050 }, (_, i) => `X-Filler: ${i}`)

/** Mails that bear the address of somebody whose domain disowns them; `evil` signs what it sends, so that it is proven to be evil's. */
const forgeries: [string, (email: string) => { raw: (parts: object) => Buffer; reason: string }][] = [
  ['unsigned', (email) => ({ raw: (parts) => mail({ from: `<${email}>`, ...parts }), reason: 'dmarc-fails' })],
  [
    'signed by another domain',
    (email) => ({ raw: (parts) => signed('evil.example', mail({ from: `<${email}>`, ...parts })), reason: 'dmarc-fails' }),
  ],
  [
    'with two mailboxes in From',
    (email) => ({
      raw: (parts) => signed('evil.example', mail({ from: `<${email}>, <eve@evil.example>`, ...parts })),
      reason: 'several-authors',
    }),
  ],
  [
    'with two mailboxes in From, hers behind',
    (email) => ({
      raw: (parts) => signed('evil.example', mail({ from: `<eve@evil.example>, <${email}>`, ...parts })),
      reason: 'several-authors',
    }),
  ],
  [
    'with a group in From',
    (email) => ({
      raw: (parts) => signed('evil.example', mail({ from: `All: <${email}>, <eve@evil.example>;`, ...parts })),
      reason: 'several-authors',
    }),
  ],
  [
    'with two From fields',
    (email) => ({
      raw: (parts) => signed('evil.example', mail({ from: `<${email}>`, ...parts, headers: ['From: <eve@evil.example>'] })),
      reason: 'several-authors',
    }),
  ],
  [
    'whose own domain signs it for another mailbox than we would read',
    (email) => ({
      raw: (parts) =>
        signed(
          email.slice(email.indexOf('@') + 1),
          mail({ from: `Eve ((a) <${email}>) <eve@${email.slice(email.indexOf('@') + 1)}>`, ...parts }),
        ),
      reason: 'several-authors',
    }),
  ],
  [
    'whose domain is spelt in other signs',
    (email) => ({
      raw: (parts) =>
        mail({ from: `<${email.replace(/@./, (sign) => `@${String.fromCodePoint((sign.codePointAt(1) ?? 0) + 0xfee0)}`)}>`, ...parts }),
      reason: 'dmarc-fails',
    }),
  ],
  [
    'with 10,050 header lines',
    (email) => ({ raw: (parts) => mail({ from: `<${email}>`, ...parts, headers: flood }), reason: 'dmarc-fails' }),
  ],
]

test('what a member has signed is posted: the tests below would see a post', async () => {
  expect(await door.send('maria@maria.example', list, { subject: 'Her own', by: 'maria.example' })).toBe('posted')
  expect(await posts()).toEqual(['Her own'])
})

describe.each(forgeries)('a forged mail %s', (name, make) => {
  test('is not posted in a member’s name, also where strangers’ mail is', async () => {
    const { raw, reason } = make('maria@maria.example')
    const before = await posts()
    for (const action of ['hold', 'accept'] as const) {
      const rules = JSON.stringify([{ kind: 'not-subscribed', action, on: true }])
      await door.world.db.updateTable('list').set({ rules }).where('name', '=', 'lectio-l').execute()
      expect(await door.deliver(raw({ to: list, subject: `Forged ${name} ${action}` }), list, 'eve@evil.example')).toBe(`held: ${reason}`)
    }
    // Of somebody who is on no list, but whose domain disowns it all the same.
    const stranger = make('boss@quillon.example')
    expect(await door.deliver(stranger.raw({ to: list, subject: `Boss ${name}` }), list, 'eve@evil.example')).toBe(`held: ${reason}`)
    await door.world.db.updateTable('list').set({ rules: null }).where('name', '=', 'lectio-l').execute()
    expect(await posts()).toEqual(before)
  })

  test('is no command: nothing is changed, and she is not written to', async () => {
    const before = await everyLetter()
    const { raw } = make('maria@maria.example')
    for (const [to, text] of [
      ['lectio-l-request@lists.localhost', 'set digest'],
      ['lectio-l-unsubscribe@lists.localhost', ''],
      ['catalogo-l-subscribe@lists.localhost', ''],
      // Owners and administrators would get it under our own signature.
      ['lectio-l-owner@lists.localhost', 'Pay this'],
      ['postmaster@lists.localhost', 'Pay this'],
      ['abuse@lists.localhost', 'Pay this'],
    ] as const) {
      expect(await door.deliver(raw({ to, subject: 'A command', text }), to, 'eve@evil.example')).toBe('refused: not proven to be theirs')
    }
    expect(await everyLetter()).toBe(before)
    expect(await door.world.db.selectFrom('mailCommand').select('id').execute()).toEqual([])
  })

  test('is passed on to no role', async () => {
    const { raw } = make('boss@quillon.example')
    const fate = await door.deliver(raw({ to: deskAddress, subject: `Pay this ${name}` }), deskAddress, 'eve@evil.example')
    expect(fate).toBe('correspondence: kept back, forged')
  })

  test('decides about no held mail: the moderator hears of it', async () => {
    // Moderators get a few notices an hour.
    door.world.clock.now = new Date(door.world.clock.now.getTime() + 3_700_000)
    await door.send('otto@otto.example', list, { subject: `Let me in ${name}` })
    const held = await door.world.db.selectFrom('heldMail').select('id').orderBy('id', 'desc').limit(1).executeTakeFirstOrThrow()
    const [notice] = (await door.world.postbox())
      .filter(({ kind, email }) => kind === 'list.held-moderators' && email === 'modesto@modesto.example')
      .slice(-1)
    const to = /reply\+[a-z2-7]{31}@lists\.localhost/.exec(notice?.bytes?.toString('latin1') ?? '')?.[0] as string
    const { raw } = make('modesto@modesto.example')
    const told = (await lettersTo(door.world, 'modesto@modesto.example', 'inbound.not-taken')).length
    expect(await door.deliver(raw({ to, subject: 'Re', text: 'approve' }), to, 'eve@evil.example')).toMatch(/^refused: /)
    expect(await door.world.db.selectFrom('heldMail').select('state').where('id', '=', held.id).executeTakeFirstOrThrow()).toEqual({
      state: 'held',
    })
    expect((await lettersTo(door.world, 'modesto@modesto.example', 'inbound.not-taken')).length).toBe(told + 1)
    expect(await linkTo(door.world, 'modesto@modesto.example', 'inbound.not-taken', '/lists/')).toBe(`/lists/lectio-l/held/${held.id}`)
  })
})

describe('a list that asks for proof', () => {
  const settings = async () => {
    const form = await (await door.world.as(door.world.carla)).get('/lists/lectio-l/settings')
    return form.text()
  }
  beforeEach(async () => {
    await door.world.db.updateTable('list').set({ provenSenders: false }).where('name', '=', 'lectio-l').execute()
  })

  test('does not post what nothing proves, though the domain publishes nothing', async () => {
    expect(await door.send('susi@susi.example', list, { subject: 'Nothing claimed' })).toBe('posted')
    const carla = await door.world.as(door.world.carla)
    expect(await settings()).toContain('Send messages of a subscriber only with proof of the sender')
    expect((await carla.ask('PATCH', '/api/v1/lists/lectio-l/settings', { provenSenders: true })).status).toBeLessThan(300)
    expect(await door.send('susi@susi.example', list, { subject: 'Unsigned' })).toBe('held: not-proven')
    expect(await door.send('susi@susi.example', list, { subject: 'Signed by evil', by: 'evil.example' })).toBe('held: not-proven')
    expect(await door.send('susi@susi.example', list, { subject: 'Signed', by: 'susi.example' })).toBe('posted')
    expect(await door.send('maria@maria.example', list, { subject: 'By DMARC', by: 'maria.example' })).toBe('posted')
    const changes = await door.world.db
      .selectFrom('settingChange')
      .select(['before', 'after', 'personId'])
      .where('setting', '=', 'provenSenders')
      .execute()
    expect(changes).toEqual([{ before: false, after: true, personId: door.world.carla.personId }])
    const [line] = await door.world.db
      .selectFrom('journal')
      .select('details')
      .where('action', '=', 'list.changed')
      .orderBy('id', 'desc')
      .limit(1)
      .execute()
    expect(line?.details).toMatchObject({ settings: 'provenSenders' })
  })
})

test('while a name server is silent nothing is decided, and nothing is lost', async () => {
  const policy = answers['_dmarc.maria.example']
  answers['_dmarc.maria.example'] = { TXT: 'TIMEOUT' }
  const command = 'lectio-l-request@lists.localhost'
  expect(await door.send('maria@maria.example', list, { subject: 'Silent', by: 'maria.example' })).toBe('waiting')
  expect(await door.send('maria@maria.example', command, { subject: 'info', text: '', by: 'maria.example' })).toBe('waiting')
  expect(await posts()).not.toContain('Silent')
  answers['_dmarc.maria.example'] = policy
  door.world.clock.now = new Date(door.world.clock.now.getTime() + 3_600_000)
  await door.world.settle()
  const fates = await door.world.db.selectFrom('inbound').select('fate').orderBy('id', 'desc').limit(2).execute()
  expect(fates.map(({ fate }) => fate)).toEqual(['commands: 1', 'posted'])
})
