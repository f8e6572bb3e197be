import { afterEach, beforeEach, expect, test } from 'vitest'
import { acceptMail } from '../../src/edges/mailroom/actions.ts'
import { createSender, type Sender } from '../../src/lib/mail/smtp-client.ts'
import { weigh } from '../../src/list/bounces/jobs.ts'
import { Composer } from '../../src/outbox/compose.ts'
import { deliver } from '../../src/outbox/jobs.ts'
import { mail } from '../mail.ts'
import { type Sink, startSink } from '../sink.ts'
import { makeWorld, type World } from '../world.ts'

let world: World
let sink: Sink
let sender: Sender
beforeEach(async () => {
  world = await makeWorld({ answers: {} })
  sink = await startSink({ keep: true })
  sender = createSender(`smtp://127.0.0.1:${sink.port}`)
})
afterEach(async () => {
  await sender.close()
  await sink.close()
  await world.end()
})

const words = '550-5.7.26 Unauthenticated email from maria.example is not accepted due to domain’s DMARC policy'.replace('’', "'")

/** A delivery status notification (RFC 3464) as a provider sends it back to the envelope sender. */
function notice(to: string, recipient: string, status: string, diagnostic: string, number: number): Buffer {
  return mail({
    from: 'Mail Delivery Subsystem <mailer-daemon@provider.example>',
    to,
    subject: 'Delivery Status Notification (Failure)',
    id: `dsn${number}@provider.example`,
    headers: ['Content-Type: multipart/report; report-type=delivery-status; boundary=dsn', 'Auto-Submitted: auto-replied'],
    text: [
      '--dsn',
      'Content-Type: text/plain',
      '',
      'Your message was not delivered.',
      '--dsn',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx.provider.example',
      '',
      `Final-Recipient: rfc822; ${recipient}`,
      'Action: failed',
      `Status: ${status}`,
      `Diagnostic-Code: smtp; ${diagnostic}`,
      '',
      '--dsn--',
    ].join('\n'),
  })
}

const post = async (subject: string) => {
  await acceptMail(world.write, {
    raw: mail({ from: 'Maria <maria@maria.example>', subject }),
    mailFrom: 'maria@maria.example',
    rcptTo: ['lectio-l@lists.localhost'],
    via: 'cli',
  })
  await world.settle()
  const composer = new Composer(world.context)
  while ((await deliver(world.context, sender, composer)) > 0);
}

/** Sends back a failure for each copy that went to these recipients. */
const bounce = async (subject: string, mine: (to: string) => boolean, status: string, diagnostic: string) => {
  const copies = sink.messages.filter((copy) => copy.data.includes(`Subject: ${subject}\r\n`) && mine(copy.to[0] ?? ''))
  for (const [i, copy] of copies.entries())
    await acceptMail(world.write, {
      raw: notice(copy.from, copy.to[0] ?? '', status, diagnostic, Date.now() + i),
      mailFrom: '',
      rcptTo: [copy.from],
      peer: '203.0.113.20',
      via: 'mail',
    })
  await world.settle()
  return copies.length
}

const joinMany = (count: number, domain: string) =>
  world.write(async (tx) => {
    for (let i = 0; i < count; i++) {
      const { id } = await tx
        .insertInto('person')
        .values({ name: `Member ${i}` })
        .returning('id')
        .executeTakeFirstOrThrow()
      const address = await tx
        .insertInto('address')
        .values({ personId: id, email: `member${i}@${domain}`, verifiedAt: world.clock.now })
        .returning('id')
        .executeTakeFirstOrThrow()
      await tx.insertInto('subscription').values({ listId: world.listId, personId: id, addressId: address.id }).execute()
    }
  })

const suspended = () => world.db.selectFrom('subscription').select(['id', 'suspendedWords']).where('suspendedAt', 'is not', null).execute()

test('somebody else’s DMARC: 500 members at a provider that refuses a poster’s domain, nobody is suspended, one incident', async () => {
  await joinMany(500, 'provider.example')
  await post('Rollover')
  expect(await bounce('Rollover', (to) => to.endsWith('@provider.example'), '5.7.26', words)).toBe(500)
  for (let day = 0; day < 5; day++) {
    await weigh({}, world.context)
    world.clock.now = new Date(world.clock.now.getTime() + 86_400_000)
  }

  expect(await suspended()).toEqual([])
  const incidents = await world.db.selectFrom('incident').selectAll().execute()
  expect(incidents.map(({ kind, class: of, failures }) => [kind, of, failures])).toEqual([['post', 'policy', 500]])
  const page = await (await (await world.as(world.carla)).get('/lists/lectio-l/bounces')).text()
  expect(page).toContain('Unauthenticated email from maria.example is not accepted')
  expect(
    (await world.postbox())
      .filter((letter) => letter.kind === 'bounces.incident')
      .map((letter) => letter.email)
      .sort(),
  ).toEqual(['carla@carla.example', 'modesto@modesto.example'])
  // The archive is complete, and the next post goes to all 500 again.
  expect((await world.db.selectFrom('message').select('subject').execute()).map((message) => message.subject)).toEqual(['Rollover'])
  await post('Next')
  expect(sink.messages.filter((copy) => copy.data.includes('Subject: Next\r\n')).length).toBe(503)
})

test('a dead address is asked by a probe after three days, suspended when that comes back, and its member sees why', async () => {
  const dead = '550 5.1.1 The email account that you tried to reach does not exist'
  for (const [i, subject] of ['One', 'Two', 'Three'].entries()) {
    await post(subject)
    await bounce(subject, (to) => to === 'susi@susi.example', '5.1.1', dead)
    await weigh({}, world.context)
    const probes = (await world.postbox()).filter((letter) => letter.kind === 'bounces.probe')
    expect(probes.length).toBe(i < 2 ? 0 : 1)
    // The group asks, as it writes all other letters of its lists.
    for (const { bytes } of probes) expect(String(bytes)).toMatch(/^From: "?Lectio Working Group"? </m)
    expect(await suspended()).toEqual([])
    world.clock.now = new Date(world.clock.now.getTime() + 86_400_000)
  }
  const composer = new Composer(world.context)
  while ((await deliver(world.context, sender, composer)) > 0);
  await bounce('Test email: do you still get email from Lectio-L?', () => true, '5.1.1', dead)
  await weigh({}, world.context)
  expect((await suspended()).map(({ suspendedWords }) => suspendedWords)).toEqual([expect.stringContaining('does not exist')])

  await post('Four')
  expect(sink.messages.some((copy) => copy.data.includes('Subject: Four\r\n') && copy.to[0] === 'susi@susi.example')).toBe(false)
  const susi = await world.as(world.susi)
  const page = await (await susi.get('/me')).text()
  expect(page).toContain('does not exist')
  const [, id] = /\/me\/subscriptions\/(\d+)\/resume/.exec(page) ?? []
  expect((await (await world.as(world.maria)).post(`/me/subscriptions/${id}/resume`)).status).toBe(404)
  expect((await susi.post(`/me/subscriptions/${id}/resume`)).status).toBe(303)
  await post('Five')
  expect(sink.messages.some((copy) => copy.data.includes('Subject: Five\r\n') && copy.to[0] === 'susi@susi.example')).toBe(true)
})

test('a probe that arrives clears the address', async () => {
  for (const subject of ['One', 'Two', 'Three']) {
    await post(subject)
    await bounce(subject, (to) => to === 'susi@susi.example', '5.1.1', '550 5.1.1 No such user')
    await weigh({}, world.context)
    world.clock.now = new Date(world.clock.now.getTime() + 86_400_000)
  }
  world.clock.now = new Date(world.clock.now.getTime() + 8 * 86_400_000)
  await weigh({}, world.context)
  await weigh({}, world.context)
  expect(await suspended()).toEqual([])
  expect(await world.db.selectFrom('subscription').select('id').where('probedAt', 'is not', null).execute()).toEqual([])
})
