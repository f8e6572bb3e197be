import { createPublicKey } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { authenticate } from 'mailauth'
import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest'
import { drainJobs } from '../src/edges/jobs/worker.ts'
import { acceptMail } from '../src/edges/mailroom/actions.ts'
import { isLost, lost } from '../src/lib/db/away.ts'
import type { Write } from '../src/lib/db/rows.ts'
import { dkimDnsRecord } from '../src/lib/mail/dkim.ts'
import { readMessage } from '../src/lib/mail/parse.ts'
import { createSender, type Sender } from '../src/lib/mail/smtp-client.ts'
import { ensureSigningKeys, sendLetter } from '../src/outbox/actions.ts'
import { Composer } from '../src/outbox/compose.ts'
import { deliver } from '../src/outbox/jobs.ts'
import { findSigningKeys } from '../src/outbox/queries.ts'
import { Courier, type Lane } from '../src/outbox/sending.ts'
import { watchCouriers } from '../src/outbox/sending-actions.ts'
import { mail } from './mail.ts'
import { type Sink, type SinkOptions, startSink } from './sink.ts'
import { makeWorld, type World } from './world.ts'

const answers: Record<string, unknown> = {}
let world: World
let sink: Sink
let sender: Sender

/** Both keys are made, and the domain publishes them. */
async function publishKeys() {
  const keys = await world.write((tx) => ensureSigningKeys(tx, world.site, world.clock.now))
  for (const { selector, publicKey } of Object.values(keys)) {
    const record = dkimDnsRecord(createPublicKey(publicKey), selector, world.site.mailDomain)
    answers[record.name] = { TXT: [record.value] }
  }
}

async function relay(options: SinkOptions = {}) {
  sink = await startSink({ keep: true, ...options })
  sender = createSender(`smtp://127.0.0.1:${sink.port}`)
}

beforeEach(async () => {
  for (const name of Object.keys(answers)) delete answers[name]
  world = await makeWorld({ answers })
})
afterEach(async () => {
  await sender.close()
  await sink.close()
  await world.end()
})

const post = async (raw: Buffer, from = 'maria@maria.example') => {
  await acceptMail(world.write, {
    raw,
    mailFrom: from,
    rcptTo: ['lectio-l@lists.localhost'],
    peer: '203.0.113.9',
    helo: 'mx.maria.example',
    via: 'mail',
  })
  await world.settle()
}

/** Runs the lanes until nothing is due. */
const send = async (quota?: number) => {
  const composer = new Composer(world.context)
  while ((await deliver(world.context, sender, composer, quota)) > 0);
}

const header = (data: Buffer, name: string) =>
  new RegExp(`^${name}: (.*(?:\\r\\n[ \\t].*)*)`, 'im')
    .exec(data.toString('latin1').split('\r\n\r\n')[0] ?? '')?.[1]
    ?.replaceAll(/\r\n/g, '')

test('a letter of the site comes from its user groups, one that a group writes from that', async () => {
  const letter = { kind: 'test' as const, to: { email: 'maria@maria.example' }, subject: 'S', text: 'T' }
  const write = async (group?: string) => {
    await world.write((tx) => sendLetter(tx, world.site, world.clock.now, { ...letter, ...(group === undefined ? {} : { group }) }))
    const last = (await world.postbox()).at(-1)
    return header(last?.bytes ?? Buffer.alloc(0), 'From')
  }
  await relay()
  expect(await write()).toBe('Library Systems Users <no-reply@lists.localhost>')
  expect(await write('Folio Working Group')).toBe('Folio Working Group <no-reply@lists.localhost>')
})

describe('a post on its way out', () => {
  test('leaves with many others at once: no post is forgotten before its deliveries are composed', async () => {
    await relay()
    for (let number = 0; number < 30; number++)
      await acceptMail(world.write, {
        raw: mail({ from: 'Maria <maria@maria.example>', subject: `Post ${number}` }),
        mailFrom: 'maria@maria.example',
        rcptTo: ['lectio-l@lists.localhost'],
        via: 'mail',
      })
    await world.settle()
    await send()
    expect(sink.accepted).toBe(90)
  })

  test('is remembered for its other subscribers, with no more than fit beside it', async () => {
    await relay()
    await world.db.updateTable('list').set({ maxSize: 40_000_000 }).execute()
    const megabytes = (count: number) => `${'y'.repeat(74)}\r\n`.repeat((count * 1024 * 1024) / 76)
    const composer = new Composer(world.context)
    for (const [number, size] of [3, 3, 3, 3, 3, 3, 3].entries()) {
      await post(mail({ from: 'Maria <maria@maria.example>', subject: `Post ${number}`, text: megabytes(size) }))
      while ((await deliver(world.context, sender, composer)) > 0);
      expect(composer.remembered).toBeLessThanOrEqual(16 * 1024 * 1024)
    }
    expect(composer.remembered).toBeGreaterThan(12 * 1024 * 1024)
    expect(sink.accepted).toBe(7 * 3)
  })

  test('has its header in ASCII for all but those whose address is beyond it, and these get it where the relay takes them', async () => {
    const wide = 'süsi@bücher.example'
    await world.db.updateTable('address').set({ email: wide }).where('email', '=', 'susi@susi.example').execute()
    const offers = ['8BITMIME', 'SIZE 10485760']
    const wrote = (to: string, subject: string) =>
      acceptMail(world.write, {
        ...{ raw: mail({ from: `Süsi <${wide}>`, to, subject }), mailFrom: wide, rcptTo: [to], peer: '203.0.113.9', via: 'mail' as const },
      })
    await relay({ offers: [...offers, 'SMTPUTF8'] })
    await wrote('lectio-l@lists.localhost', 'Grüße')
    await wrote('lectio-l-owner@lists.localhost', 'Größe')
    await world.settle()
    await send()
    const bySubject = (subject: string) => sink.messages.filter(({ data }) => parsed(data).subject === subject)
    const parsed = (data: Buffer) => readMessage(data)
    const headOf = (data: Buffer) => data.toString().split('\r\n\r\n')[0] ?? ''
    const [own, ...others] = bySubject('Grüße').toSorted((a, b) => b.to.join().localeCompare(a.to.join()))
    expect([own?.to, own?.parameters.endsWith(' SMTPUTF8')]).toEqual([['süsi@xn--bcher-kva.example'], true])
    expect(parsed(own?.data ?? Buffer.alloc(0)).from).toEqual({ name: 'Süsi', address: wide })
    expect(headOf(own?.data ?? Buffer.alloc(0))).toContain('Subject: Grüße')
    const passed = bySubject('Größe')
    expect([others.length, passed.length > 0]).toEqual([2, true])
    for (const { data, parameters } of [...others, ...passed]) {
      expect([parameters.includes('SMTPUTF8'), headOf(data).replace(/[\t\r\n -~]/g, '')]).toEqual([false, ''])
      // What has no name in ASCII is not answered: answers go to the list, or to those who look after it.
      expect([parsed(data).from?.name, parsed(data).from?.address.endsWith('@lists.localhost')]).toEqual([
        expect.stringMatching(/^Süsi via /),
        true,
      ])
      expect(headOf(data)).not.toMatch(/^Reply-To:.*bcher/im)
    }
    await sink.close()
    await sender.close()

    await relay({ offers })
    await wrote('lectio-l@lists.localhost', 'Füße')
    await world.settle()
    await send()
    expect(
      bySubject('Füße')
        .map(({ to }) => to[0])
        .sort(),
    ).toEqual(['carla@carla.example', 'maria@maria.example'])
    const [failed] = await world.db.selectFrom('delivery').select(['email', 'code', 'answer']).where('state', '=', 'failed').execute()
    expect(failed).toEqual({ email: wide, code: 553, answer: expect.stringContaining('lacks SMTPUTF8') })
    const counted = await world.db.selectFrom('bounce').select('class').execute()
    expect(counted.filter((bounce) => bounce.class === 'address')).toEqual([])
  })

  test('leaves for each subscriber with her own envelope, her own link, and a signature that others verify', async () => {
    await relay()
    await publishKeys()
    await post(mail({ from: 'Maria <maria@maria.example>', subject: 'Rollover', text: 'It works.' }))
    await send()

    const copies = sink.messages.filter((copy) => header(copy.data, 'Subject') === 'Rollover')
    expect(copies.map((copy) => copy.to[0]).sort()).toEqual(['carla@carla.example', 'maria@maria.example', 'susi@susi.example'])
    expect(new Set(copies.map((copy) => copy.from)).size).toBe(3)
    expect(new Set(copies.map((copy) => header(copy.data, 'List-Unsubscribe'))).size).toBe(3)
    for (const copy of copies) {
      expect(copy.from).toMatch(/^lectio-l-bounces\+[a-z2-7]+@lists\.localhost$/)
      expect(header(copy.data, 'List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click')
      expect(header(copy.data, 'From')).toBe('Maria <maria@maria.example>')
      const verdict = await authenticate(copy.data, {
        ip: '203.0.113.5',
        sender: copy.from,
        trustReceived: false,
        resolver: world.context.resolver as never,
      })
      expect(verdict.dkim.results.map((result) => [result.signingDomain, result.algo, result.status.result])).toEqual([
        ['lists.localhost', 'rsa-sha256', 'pass'],
        ['lists.localhost', 'ed25519-sha256', 'pass'],
      ])
      expect(verdict.arc && typeof verdict.arc === 'object' ? verdict.arc.status.result : undefined).toBe('pass')
    }
  })

  test('keeps From where its domain asks for nothing, and changes it where an unsigned mail would be refused', async () => {
    await relay()
    answers['_dmarc.maria.example'] = { TXT: ['v=DMARC1; p=none'] }
    answers['maria.example'] = { TXT: ['v=spf1 ip4:203.0.113.9 -all'] }
    answers['_dmarc.carla.example'] = { TXT: ['v=DMARC1; p=reject'] }
    answers['carla.example'] = { TXT: ['v=spf1 ip4:203.0.113.9 -all'] }
    await post(mail({ from: 'Maria <maria@maria.example>', subject: 'From Maria' }))
    await post(mail({ from: 'Carla <carla@carla.example>', subject: 'From Carla' }), 'carla@carla.example')
    await send()

    const [fromMaria, fromCarla] = ['From Maria', 'From Carla'].map((subject) =>
      sink.messages.find((copy) => header(copy.data, 'Subject') === subject),
    )
    expect(header(fromMaria?.data ?? Buffer.alloc(0), 'From')).toBe('Maria <maria@maria.example>')
    expect(header(fromCarla?.data ?? Buffer.alloc(0), 'From')).toContain('<lectio-l@lists.localhost>')
    expect(header(fromCarla?.data ?? Buffer.alloc(0), 'Reply-To')).toContain('carla@carla.example')
  })

  test('waits while the writer’s name servers are silent, and goes out changed when they stay so', async () => {
    await relay()
    await post(mail({ from: 'Maria <maria@maria.example>', subject: 'Silence' }))
    answers['_dmarc.maria.example'] = 'TIMEOUT'
    await send()
    expect(sink.accepted).toBe(0)

    world.clock.now = new Date(Date.now() + 2 * 3_600_000)
    await send()
    expect(
      sink.messages
        .filter((copy) => header(copy.data, 'Subject') === 'Silence')
        .map((copy) => header(copy.data, 'From')?.includes('lectio-l@lists.localhost')),
    ).toEqual([true, true, true])
  })
})

describe('a post that is none as others know it', () => {
  const copiesOf = (subject: string) => sink.messages.filter((copy) => header(copy.data, 'Subject') === subject)

  beforeEach(async () => {
    await relay()
    await world.write((tx) => ensureSigningKeys(tx, world.site, world.clock.now))
  })

  test('leaves in the name of the list where a moderator lets it through without From', async () => {
    const [, ...others] = mail({ from: 'Nobody', subject: 'Nameless' })
      .toString('latin1')
      .split(/(?<=\r\n)/)
    await post(Buffer.from(others.join(''), 'latin1'))
    const { id } = await world.db.selectFrom('heldMail').select('id').executeTakeFirstOrThrow()
    await (await world.as(world.modesto)).post(`/lists/lectio-l/held/${id}`, { decision: 'approve', note: '' })
    await world.settle()
    await send()

    const copies = copiesOf('Nameless')
    expect(copies.map(({ data }) => header(data, 'From'))).toEqual(Array(3).fill('Lectio-L <lectio-l@lists.localhost>'))
    for (const { data } of copies) expect(header(data, 'DKIM-Signature')).toContain('d=lists.localhost')
  })

  test('leaves where the secret is another one: other keys sign, and those from before do when it comes back', async () => {
    const later = (seconds: number) => new Date(world.clock.now.getTime() + seconds * 1_000)
    const site = { ...world.site, secret: 'what the site was given since' }
    const before = await world.write((tx) => ensureSigningKeys(tx, world.site, later(0)))
    const since = await world.write((tx) => ensureSigningKeys(tx, site, later(1)))
    expect([since.rsa.selector, since.ed25519.selector]).toEqual([`${before.rsa.selector}-2`, `${before.ed25519.selector}-2`])
    expect((await world.write((tx) => ensureSigningKeys(tx, site, later(2)))).rsa.selector).toBe(since.rsa.selector)

    // What another secret sealed costs no mail.
    await post(mail({ from: 'Maria <maria@maria.example>', subject: 'As ever' }))
    await send()
    expect(copiesOf('As ever').map(({ data }) => header(data, 'DKIM-Signature'))).toEqual(
      Array(3).fill(expect.stringContaining(`s=${before.rsa.selector};`)),
    )
    const back = await world.write((tx) => ensureSigningKeys(tx, world.site, later(3)))
    expect(back.rsa.selector).toBe(before.rsa.selector)
    // What is to be published is what signs.
    expect((await findSigningKeys(world.db, world.site.mailDomain)).rsa?.selector).toBe(before.rsa.selector)
  })

  test('waits where its bytes cannot be read, and no other waits for it', async () => {
    await post(mail({ from: 'Maria <maria@maria.example>', subject: 'Broken' }))
    const { id, bytes } = await world.db
      .selectFrom('rawMail')
      .innerJoin('message', 'message.rawId', 'rawMail.id')
      .select(['rawMail.id', 'rawMail.bytes'])
      .executeTakeFirstOrThrow()
    const put = (to: Buffer | null) => world.db.updateTable('rawMail').set({ bytes: to }).where('id', '=', id).execute()
    await put(Buffer.from('Nothing that was ever packed.'))
    await post(mail({ from: 'Maria <maria@maria.example>', subject: 'Whole' }))
    await send()
    expect([copiesOf('Broken').length, copiesOf('Whole').length]).toEqual([0, 3])
    const waiting = await world.db.selectFrom('delivery').select(['state', 'answer']).where('state', '!=', 'sent').execute()
    expect(waiting).toEqual(Array(3).fill({ state: 'deferred', answer: expect.stringContaining('undelivered.notComposed') }))

    await put(bytes)
    world.clock.now = new Date(world.clock.now.getTime() + 10 * 60_000)
    await send()
    expect(copiesOf('Broken')).toHaveLength(3)
  })

  test('does not leave where its bytes were erased while it waited, and no other waits for it', async () => {
    await post(mail({ from: 'Maria <maria@maria.example>', subject: 'Erased' }))
    await world.db.updateTable('rawMail').set({ bytes: null }).execute()
    await post(mail({ from: 'Maria <maria@maria.example>', subject: 'Whole' }))
    await send()
    expect([copiesOf('Erased').length, copiesOf('Whole').length]).toEqual([0, 3])
    const gone = await world.db.selectFrom('delivery').select(['state', 'answer']).where('state', '!=', 'sent').execute()
    expect(gone).toEqual(Array(3).fill({ state: 'failed', answer: expect.stringContaining('undelivered.removedBefore') }))
  })

  test('leaves unsigned where its header is longer than servers take: each signature would hold all of it', async () => {
    const lines = (count: number) => Array<string>(count).fill('X-More: text of a header field')
    await post(mail({ from: 'Maria <maria@maria.example>', subject: 'Usual', headers: lines(2_000) }))
    await post(mail({ from: 'Maria <maria@maria.example>', subject: 'Endless', headers: lines(40_000) }))
    await world.settle()
    // A header that cannot be judged waits for a moderator.
    const held = await world.db.selectFrom('heldMail').select('id').where('state', '=', 'held').executeTakeFirstOrThrow()
    await (await world.as(world.carla)).post(`/lists/lectio-l/held/${held.id}`, { decision: 'approve' })
    await world.settle()
    await send()
    for (const [subject, signed] of [
      ['Usual', true],
      ['Endless', false],
    ] as const) {
      const fields = copiesOf(subject).map(({ data }) => data.toString('latin1').split('\r\n\r\n')[0] ?? '')
      const found = fields.map((head) => [/^DKIM-Signature:/m.test(head), /^ARC-Seal:/m.test(head)])
      expect([subject, ...found]).toEqual([subject, ...Array(3).fill([signed, signed])])
    }
  })
})

test('where the relay takes no From but ours, every author stands as `Name via List`, also in what is passed on', async () => {
  await relay()
  await publishKeys()
  await post(mail({ from: 'Maria <maria@maria.example>', subject: 'To all' }))
  await acceptMail(world.write, {
    raw: mail({ from: 'Otto <otto@otto.example>', to: 'lectio-l-owner@lists.localhost', subject: 'To the owners' }),
    mailFrom: 'otto@otto.example',
    rcptTo: ['lectio-l-owner@lists.localhost'],
    via: 'mail',
  })
  await world.settle()
  const composer = new Composer(world.context, { sign: true, ownFrom: true })
  while ((await deliver(world.context, sender, composer)) > 0);
  expect(sink.messages.length).toBeGreaterThanOrEqual(4)
  for (const copy of sink.messages) {
    expect(header(copy.data, 'From')).toMatch(/@lists\.localhost>$/)
    expect(copy.from).toMatch(/@lists\.localhost$/)
    const { dkim } = await authenticate(copy.data, { trustReceived: false, resolver: world.context.resolver as never })
    expect(dkim.results.map(({ signingDomain, status }) => [signingDomain, status.result])).toEqual(
      Array(2).fill(['lists.localhost', 'pass']),
    )
  }
  const named = (subject: string) => sink.messages.find((copy) => header(copy.data, 'Subject') === subject)?.data ?? Buffer.alloc(0)
  expect([header(named('To all'), 'From'), header(named('To all'), 'Reply-To')]).toEqual([
    'Maria via Lectio-L <lectio-l@lists.localhost>',
    expect.stringContaining('maria@maria.example'),
  ])
  expect(header(named('To the owners'), 'Reply-To')).toContain('otto@otto.example')
})

describe('a relay with limits', () => {
  const joinMany = async (count: number, domain = 'many.example') => {
    for (let i = 0; i < count; i++) await world.join(await world.addPerson(`Member ${i}`, { email: `member${i}@${domain}` }))
  }
  const alarms = async () => (await world.postbox()).filter((letter) => letter.kind === 'outbox.paused')

  test('takes its quota a day; the rest follows by itself, and the operator hears of it once', async () => {
    await relay()
    await joinMany(9)
    await post(mail({ from: 'Maria <maria@maria.example>', subject: 'Twelve copies' }))
    const copies = () => sink.messages.filter((copy) => header(copy.data, 'Subject') === 'Twelve copies').length
    await send(5)
    expect(copies()).toBe(5)
    await drainJobs(world.database, world.context)
    await send(5)
    expect([copies(), (await alarms()).length]).toEqual([5, 1])

    for (let hour = 1; hour <= 48 && copies() < 12; hour++) {
      world.clock.now = new Date(world.clock.now.getTime() + 3_600_000)
      await send(5)
      await drainJobs(world.database, world.context)
    }
    expect(copies()).toBe(12)
    expect((await world.db.selectFrom('delivery').select('state').where('state', 'not in', ['sent', 'queued']).execute()).length).toBe(0)
    expect((await alarms()).length).toBeLessThanOrEqual(2)
  })

  test('says in its own words that it is enough: everything waits an hour, nobody has failed', async () => {
    let left = 2
    await relay({ answer: () => (left-- > 0 ? undefined : '450 4.7.0 Daily sending quota exceeded, try again later') })
    await joinMany(5)
    await post(mail({ from: 'Maria <maria@maria.example>', subject: 'Enough' }))
    await send()
    await drainJobs(world.database, world.context)
    const read = sink.read
    await send()
    expect(sink.read).toBe(read)
    expect((await world.db.selectFrom('delivery').select('state').where('state', '=', 'failed').execute()).length).toBe(0)
    expect((await alarms()).length).toBe(1)
  })

  test('a domain that puts several off is left alone for a while; other domains go on', async () => {
    await relay({ recipients: { 'many.example': '450 4.2.0 Try again later' } })
    await joinMany(120)
    await post(mail({ from: 'Maria <maria@maria.example>', subject: 'A crowd' }))
    await send()
    const tried = sink.commands.filter((command) => command.includes('@many.example')).length
    expect(tried).toBeLessThanOrEqual(100)
    expect(sink.messages.filter((copy) => header(copy.data, 'Subject') === 'A crowd').length).toBe(3)
    expect(
      (
        await world.db
          .selectFrom('delivery')
          .select('id')
          .where('domain', '=', 'many.example')
          .where('state', 'in', ['queued', 'deferred'])
          .where('nextAt', '>', world.clock.now)
          .execute()
      ).length,
    ).toBe(120)
  })

  test('an address that the relay refuses for good has failed, with the server’s own words', async () => {
    await relay({ recipients: { 'susi.example': '550 5.1.1 There is no susi here' } })
    await post(mail({ from: 'Maria <maria@maria.example>', subject: 'To all' }))
    await send()
    const failed = await world.db.selectFrom('delivery').select(['email', 'code', 'answer']).where('state', '=', 'failed').execute()
    expect(failed).toEqual([{ email: 'susi@susi.example', code: 550, answer: expect.stringContaining('There is no susi here') }])
  })
})

test('looking for an address ends after so many mails, and goes on where one says so', async () => {
  await relay()
  const admin = await world.as(world.ada)
  await (await world.as()).post('/sign-in', { email: 'maria@maria.example' })
  await world.settle()
  await world.database.pool.query(`insert into delivery (email, domain, state, queued_at, next_at, letter_id)
    select case when n = 1 then 'needle@haystack.example' else 'straw' || n || '@field.example' end, 'field.example', 'sent', now(), now(),
      (select max(id) from letter) from generate_series(1, 100050) n`)
  const first = await (await admin.get('/admin/outbox?q=needle%40haystack')).text()
  expect(first).toContain('No match among 100,000 emails')
  const [, older = ''] = /href="(\?q=needle[^"]*before=\d+)"/.exec(first) ?? []
  expect(await (await admin.get(`/admin/outbox${older.replaceAll('&amp;', '&')}`)).text()).toContain('needle@haystack.example')
  expect(await (await admin.get('/admin/outbox?q=nobody-at-all&state=failed')).text()).toContain('No emails found')
})

describe('what was sent when the database went away', () => {
  const folder = () => mkdtempSync(join(inject('runFolder'), 'sending-'))
  const courier = (at = folder()) => new Courier(at, { lanes: 1, lapses: () => 0, log: world.context.log })
  const lane = (of: Courier) => of.lanes[0] as Lane
  /** The relay has it all, and no word of it was written down. */
  const loseWord = async (by: Courier) => {
    const away: Write = (act) =>
      world.write(async (tx) => {
        await act(tx)
        throw lost('The server went.')
      })
    const { context } = world
    await expect(deliver({ ...context, write: away }, sender, new Composer(context), undefined, lane(by))).rejects.toSatisfy(isLost)
  }
  const sendBy = (one: Courier) => deliver(world.context, sender, new Composer(world.context), undefined, lane(one))
  const states = async () => (await world.db.selectFrom('delivery').select('state').execute()).map(({ state }) => state)
  const sending = async () => (await world.db.selectFrom('sending').select('holder').execute()).length

  test('is sent by nobody else while its worker lives, which writes it down as soon as it can', async () => {
    await relay()
    await post(mail({ from: 'Maria <maria@maria.example>' }))
    const [first, second] = [courier(), courier()]
    await loseWord(first)
    expect([sink.accepted, await states()]).toEqual([3, ['queued', 'queued', 'queued']])
    expect([await sendBy(second), sink.accepted]).toEqual([0, 3])
    // The server may not have noticed yet that the connection is gone, which holds the rows.
    const stuck: Write = () => Promise.reject(Object.assign(new Error('canceling statement due to lock timeout'), { code: '55P03' }))
    const { context } = world
    const tried = deliver({ ...context, write: stuck }, sender, new Composer(context), undefined, lane(first))
    await expect(tried).rejects.toThrow('lock timeout')
    expect(await sendBy(first)).toBe(0)
    expect([sink.accepted, await states()]).toEqual([3, ['sent', 'sent', 'sent']])
  })

  test('is written down after the end of its worker by the next one there; elsewhere it is in doubt, and sent again after a while', async () => {
    await relay()
    await post(mail({ from: 'Maria <maria@maria.example>' }))
    const here = folder()
    await loseWord(courier(here))
    const next = courier(here)
    // Two containers may share a folder, and each has the same number. A lease is free for a moment after each failover.
    const { title } = process
    process.title = 'rapport serve'
    const look = watchCouriers(world.context, next, false)
    for (const at of [0, 29_000]) await look(at)
    expect(await states()).toEqual(['queued', 'queued', 'queued'])
    await look(30_000)
    process.title = title
    expect([await states(), await sending(), readdirSync(here)]).toEqual([['sent', 'sent', 'sent'], 0, [next.name]])
    expect([await sendBy(next), sink.accepted]).toEqual([0, 3])

    await post(mail({ from: 'Maria <maria@maria.example>' }))
    await loseWord(courier())
    // So it is here where nobody can read what it noted.
    await post(mail({ from: 'Maria <maria@maria.example>' }))
    const unread = courier(here)
    await loseWord(unread)
    const book = join(here, unread.name, '0')
    rmSync(book)
    mkdirSync(book)
    await look(40_000)
    // Another worker asks for the lease at the same instant.
    await world.write(async (tx) => {
      await sql`select pg_try_advisory_xact_lock(7271831, hashtext(holder)) from sending`.execute(tx)
      await look(100_000)
    })
    await look(159_000)
    expect([await sendBy(next), sink.accepted]).toEqual([0, 9])
    await look(160_000)
    expect([await sendBy(next), sink.accepted]).toEqual([6, 15])

    // One that ended in order was sending nothing, and nothing is said of it.
    next.close()
    const said: string[] = []
    const log = pino({ level: 'warn' }, { write: (line: string) => said.push(line) })
    await watchCouriers({ ...world.context, log }, courier(), true)(0)
    expect([await sending(), said]).toEqual([0, []])
  })

  test('is no more than was under way when its worker lost its lease: the rest is not begun', async () => {
    await relay()
    await post(mail({ from: 'Maria <maria@maria.example>' }))
    const { context } = world
    const away: Lane = { ...lane(courier()), lapses: () => undefined }
    expect(await deliver(context, sender, new Composer(context), undefined, away)).toBe(0)
    expect([sink.accepted, await states()]).toEqual([0, ['queued', 'queued', 'queued']])
    let lapses = 0
    const late: Lane = { ...lane(courier()), lapses: () => lapses++ }
    await deliver(context, sender, new Composer(context), undefined, late)
    expect([sink.accepted, await states()]).toEqual([0, ['deferred', 'deferred', 'deferred']])
  })
})
