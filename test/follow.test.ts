import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { acceptMail } from '../src/edges/mailroom/actions.ts'
import { followAddress } from '../src/imports/follow/actions.ts'
import { decideFollowed } from '../src/imports/follow/rules.ts'
import { readMessage } from '../src/lib/mail/parse.ts'
import { makeWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.end())

const there = 'lectio-l@lists.elsewhere.example'
const ours = async () => followAddress(world.site, (await world.db.selectFrom('follow').select('id').executeTakeFirstOrThrow()).id)

/** What Mailman there sends to us. */
async function comes(lines: string[], mailFrom = 'lectio-l-bounces@lists.elsewhere.example') {
  await acceptMail(world.write, { raw: Buffer.from(lines.join('\r\n')), mailFrom, rcptTo: [await ours()], via: 'mail' })
  await world.settle()
  return (await world.db.selectFrom('inbound').select('fate').orderBy('id', 'desc').executeTakeFirstOrThrow()).fate
}
const post = (id: string, subject: string, from = 'Susi <susi@susi.example>', more: string[] = []) => [
  `From: ${from}`,
  `To: ${there}`,
  `Subject: [Lectio-L] ${subject}`,
  `Message-ID: <${id}>`,
  'Date: Fri, 16 Oct 2026 08:00:00 +0000',
  'List-Id: About Lectio <lectio-l.lists.elsewhere.example>',
  ...more,
  '',
  'It works here.',
]
const carlaPosts = async (path: string, form: Record<string, string> = {}) =>
  (await world.as(world.carla)).post(`/lists/lectio-l/follow${path}`, form)
const page = async () => (await (await world.as(world.carla)).get('/lists/lectio-l/follow')).text()
const waits = async () =>
  (await world.db.selectFrom('list').select('emergency').where('id', '=', world.listId).executeTakeFirstOrThrow()).emergency

test('an owner follows the list elsewhere: our address is shown, and mail to the list here waits', async () => {
  expect((await carlaPosts('', { address: 'lectio-l@lists.localhost' })).status).toBe(422)
  expect((await carlaPosts('', { address: there })).status).toBe(303)
  expect(await page()).toContain(await ours())
  expect(await ours()).toMatch(/^follow-[a-z2-7]{31}@lists\.localhost$/)
  expect(await waits()).toBe(true)
  expect((await carlaPosts('', { address: there })).status).toBe(409)
})

test('its question whether we want to join is shown, and answered by a button, once', async () => {
  await carlaPosts('/ask')
  const fate = await comes(
    [
      'From: lectio-l-confirm+abc123@lists.elsewhere.example',
      'Reply-To: lectio-l-confirm+abc123@lists.elsewhere.example',
      'Subject: confirm abc123',
      'Message-ID: <q@lists.elsewhere.example>',
      'Precedence: bulk',
      'List-Id: <lectio-l.lists.elsewhere.example>',
      '',
      'Confirm at https://lists.elsewhere.example/confirm/abc123 or reply to this mail.',
    ],
    '',
  )
  expect(fate).toBe('a notice of the list that is followed')
  expect(await page()).toContain('https://lists.elsewhere.example/confirm/abc123')
  const { id } = await world.db.selectFrom('followNotice').select('id').executeTakeFirstOrThrow()
  expect((await carlaPosts(`/notices/${id}/answer`)).status).toBe(303)
  expect((await carlaPosts(`/notices/${id}/answer`)).status).toBe(409)
  const sent = (await world.postbox()).filter(({ kind }) => kind === 'moving.follow')
  expect(sent.map(({ email, subject }) => [email, subject])).toEqual([
    ['lectio-l-join@lists.elsewhere.example', 'subscribe'],
    ['lectio-l-confirm+abc123@lists.elsewhere.example', 'Re: confirm abc123'],
  ])
  const answer = readMessage(sent[1]?.bytes as Buffer)
  expect([answer.from?.address, answer.inReplyTo]).toEqual([await ours(), 'q@lists.elsewhere.example'])
})

test('posts come into the archive with their authors, and go to nobody', async () => {
  const before = (await world.postbox()).length
  expect(await comes(post('p1@susi.example', 'Rollover'))).toBe('followed')
  expect(
    await comes(
      post('p2@otto.example', 'Re: Rollover', '"Otto via Lectio-L" <lectio-l@lists.elsewhere.example>', [
        'Reply-To: Otto <otto@otto.example>',
        'In-Reply-To: <p1@susi.example>',
      ]),
    ),
  ).toBe('followed')
  expect(await comes(post('p1@susi.example', 'Rollover'))).toBe('followed: known')
  const kept = await world.db
    .selectFrom('message')
    .select(['fromEmail', 'threadId'])
    .where('listId', '=', world.listId)
    .orderBy('id')
    .execute()
  expect(kept.map(({ fromEmail }) => fromEmail)).toEqual(['susi@susi.example', 'otto@otto.example'])
  expect(new Set(kept.map(({ threadId }) => threadId)).size).toBe(1)
  expect((await world.postbox()).length).toBe(before)
})

test('what is neither of the list nor of its host is dropped, and a guessed address is nobody’s', async () => {
  expect(await comes(['From: Spam <spam@bad.example>', 'Subject: Buy', '', 'now'], 'spam@bad.example')).toMatch(/^dropped/)
  const forged = followAddress({ ...world.site, secret: 'another secret, long enough' }, 1)
  await acceptMail(world.write, {
    raw: Buffer.from(post('p9@x.example', 'Forged').join('\r\n')),
    mailFrom: 'x@x.example',
    rcptTo: [forged],
    via: 'mail',
  })
  await world.settle()
  expect(await world.db.selectFrom('message').select('id').where('messageId', '=', 'p9@x.example').execute()).toEqual([])
})

test('until the move mail waits, whoever looks after the list: neither a moderator nor its owner ends that', async () => {
  const modesto = await world.as(world.modesto)
  const path = '/lists/lectio-l/emergency'
  const held = await (await modesto.get('/lists/lectio-l/held')).text()
  expect(held).toContain('until the move is finished or given up')
  expect(held).not.toContain(`action="${path}"`)
  expect((await modesto.post(path, { on: 'no' })).status).toBe(422)
  const carla = await world.as(world.carla)
  expect((await carla.ask('PATCH', '/api/v1/lists/lectio-l/settings', { emergency: false })).status).toBe(422)
  expect(await waits()).toBe(true)
  // Everything else is hers to set as before, and its move was nobody's emergency.
  expect((await carla.ask('PATCH', '/api/v1/lists/lectio-l/settings', { emergency: true, title: 'Lectio-L' })).status).toBeLessThan(300)
  await world.settle()
  expect((await world.postbox()).filter(({ kind }) => kind === 'list.emergency')).toEqual([])
})

test('the move lets mail go out from here and leaves the list there, once; two at the same instant are one', async () => {
  expect(await (await (await world.as(world.carla)).get('/lists/lectio-l/follow/move')).text()).toContain('to 3 subscribers')
  const carla = await world.as(world.carla)
  const both = await Promise.all([carla.post('/lists/lectio-l/follow/move'), carla.post('/lists/lectio-l/follow/move')])
  expect(both.map(({ status }) => status).toSorted()).toEqual([303, 409])
  expect(await waits()).toBe(false)
  const leaving = (await world.postbox()).filter(({ email }) => email === 'lectio-l-leave@lists.elsewhere.example')
  expect(leaving).toHaveLength(1)
  expect(await page()).toContain('This list moved here')
  // A straggler is archived still.
  expect(await comes(post('p3@susi.example', 'Late'))).toBe('followed')
})

describe('what came over a list', () => {
  const list = 'ant@example.com'
  test.each([
    ['by its List-Id', [{ name: 'list-id', value: 'Ants <ant.example.com>' }], 'a@b.example', 'post'],
    ['by its List-Post', [{ name: 'list-post', value: '<mailto:ant@example.com>' }], 'a@b.example', 'post'],
    ['by X-BeenThere', [{ name: 'x-beenthere', value: 'ant@example.com' }], 'a@b.example', 'post'],
    ['not by another list’s id that only ends alike', [{ name: 'list-id', value: '<elephant.example.com>' }], 'a@b.example', 'drop'],
    ['not by a name in the subject', [{ name: 'subject', value: 'ant@example.com' }], 'a@b.example', 'drop'],
    ['a question of its host is a notice', [], 'ant-confirm+1@example.com', 'notice'],
    ['also one that bears the list’s id', [{ name: 'list-id', value: '<ant.example.com>' }], 'ant-request@example.com', 'notice'],
  ])('%s', (_, headers, from, decision) => {
    expect(decideFollowed(list, { headers, from, mailFrom: '' })).toBe(decision)
  })
})
