import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { program } from '../src/actor.ts'
import { acceptMail } from '../src/edges/mailroom/actions.ts'
import { readMessage } from '../src/lib/mail/parse.ts'
import { dailyDigests, digestAlarm, fullDigests, weeklySummaries } from '../src/list/digests/jobs.ts'
import { changeReceiving, chooseTopic, type ReceivingChange } from '../src/list/receiving/actions.ts'
import { ensureSigningKeys } from '../src/outbox/actions.ts'
import { Composer } from '../src/outbox/compose.ts'
import { mail } from './mail.ts'
import { makeWorld, type World } from './world.ts'

let world: World
beforeEach(async () => {
  world = await makeWorld()
})
afterEach(() => world.end())

const susi = 'susi@susi.example'
const post = async (subject: string, more: Partial<Parameters<typeof mail>[0]> & { size?: number } = {}) => {
  const raw = mail({ from: 'Maria <maria@maria.example>', subject, ...more })
  await acceptMail(world.write, {
    raw,
    mailFrom: 'maria@maria.example',
    rcptTo: ['lectio-l@lists.localhost'],
    via: 'mail',
    peer: '203.0.113.9',
    helo: 'x',
  })
  await world.settle()
}
const subscriptionOf = async (email: string) =>
  world.db
    .selectFrom('subscription')
    .innerJoin('address', 'address.id', 'subscription.addressId')
    .select(['subscription.id', 'subscription.personId'])
    .where('email', '=', email)
    .executeTakeFirstOrThrow()
const change = async (email: string, to: ReceivingChange) => {
  const { id } = await subscriptionOf(email)
  await world.write((tx) => changeReceiving(tx, program(world.clock.now), id, to))
  await world.settle()
}
const topic = async (email: string, text: string, choice: 'follow' | 'mute' | null) => {
  const { id } = await subscriptionOf(email)
  await world.write((tx) =>
    chooseTopic(tx, program(world.clock.now), { id, listId: world.listId, groupId: world.group.groupId }, text, choice),
  )
}
const later = (days: number) => {
  world.clock.now = new Date(world.clock.now.getTime() + days * 86_400_000)
}
/** What went out to somebody: posts by subject, digests as they read. */
const got = async (email = susi) => (await world.postbox()).filter((one) => one.email === email).map((one) => one.post ?? one.subject)
const digests = async (email = susi) =>
  (await world.postbox())
    .filter((one) => one.email === email && one.kind === 'list.digest')
    .map((one) => readMessage(one.bytes ?? Buffer.alloc(0)))
/** The hour of all lists has come. */
const daily = async () => {
  await world.db.updateTable('list').set({ digestedAt: null }).execute()
  await dailyDigests({}, world.context)
}

describe('each mail, with wishes', () => {
  test('my own posts come or not', async () => {
    await post('One')
    await change('maria@maria.example', { ownPosts: false })
    await post('Two')
    expect(await got('maria@maria.example')).toEqual(['One'])
    expect(await got()).toEqual(['One', 'Two'])
  })

  test('no second copy for whom the mail is addressed to, at whatever address of hers', async () => {
    await world.db
      .insertInto('address')
      .values({ personId: (await subscriptionOf(susi)).personId, email: 'susi@home.example', verifiedAt: new Date() })
      .execute()
    await change(susi, { whenAddressed: false })
    await post('To her', { to: 'lectio-l@lists.localhost, Susi@Home.example' })
    await post('To all')
    expect(await got()).toEqual(['To all'])
  })

  test('post from any of my addresses, receive at the one that I choose', async () => {
    const { personId } = await subscriptionOf(susi)
    const { id: addressId } = await world.db
      .insertInto('address')
      .values({ personId, email: 'susi@home.example', verifiedAt: new Date() })
      .returning('id')
      .executeTakeFirstOrThrow()
    const unproven = await world.db
      .insertInto('address')
      .values({ personId, email: 'susi@new.example' })
      .returning('id')
      .executeTakeFirstOrThrow()
    await change(susi, { addressId })
    await expect(change('susi@home.example', { addressId: unproven.id })).rejects.toThrow(/confirmed/)
    const raw = mail({ from: 'Susi <susi@susi.example>', subject: 'From my desk' })
    await acceptMail(world.write, {
      raw,
      mailFrom: susi,
      rcptTo: ['lectio-l@lists.localhost'],
      via: 'mail',
      peer: '203.0.113.9',
      helo: 'x',
    })
    await world.settle()
    expect(await got('susi@home.example')).toEqual(['From my desk'])
    expect(await got(susi)).toEqual([])
  })

  test('paused until a day, and then again', async () => {
    await change(susi, { pausedUntil: new Date(world.clock.now.getTime() + 5 * 86_400_000) })
    await post('Away')
    // Among their subscriptions it says so, beside what they would get.
    expect(await (await (await world.as(world.susi)).get('/me')).text()).toContain('Paused until')
    later(6)
    await post('Back')
    expect(await got()).toEqual(['Back'])
  })

  test('topics of the subject: muted ones do not come, followed ones may be all that comes', async () => {
    await topic(susi, '#LTI', 'mute')
    await post('Moodle again #lti')
    await post('Rolling over #Rollover')
    expect(await got()).toEqual(['Rolling over #Rollover'])
    await change(susi, { onlyTopics: true })
    await topic(susi, 'rollover', 'follow')
    await post('Nothing special')
    await post('Re: Rolling over #Rollover')
    await post('Ticket #1234')
    expect(await got()).toEqual(['Rolling over #Rollover', 'Re: Rolling over #Rollover'])
    await topic(susi, 'lti', null)
    await change(susi, { onlyTopics: false })
    await post('Once more #lti')
    expect((await got()).at(-1)).toBe('Once more #lti')
  })
})

describe('digests', () => {
  test('MIME: every post whole in a multipart/digest, once, numbered, with one click to leave, signed', async () => {
    await world.write((tx) => ensureSigningKeys(tx, world.site, world.clock.now))
    await change(susi, { receiving: 'mime_digest' })
    await post('Ümläute', { text: 'Für alle: 50 €', id: 'one@maria.example' })
    await post('Zwei', { attachment: { name: 'a.txt', content: 'An attachment' } })
    expect(await got()).toEqual([])
    await daily()
    await daily()
    const [digest, ...more] = await digests()
    expect(more).toEqual([])
    expect(digest?.subject).toBe('Lectio-L: daily digest, volume 1, issue 1')
    expect(digest?.text).toContain('1. Ümläute (Maria)')
    const inside = digest?.attachments.filter(({ type }) => type === 'message/rfc822').map(({ content }) => readMessage(content)) ?? []
    expect(inside.map(({ subject }) => subject)).toEqual(['Ümläute', 'Zwei'])
    expect(inside[0]).toMatchObject({
      messageId: 'one@maria.example',
      text: 'Für alle: 50 €',
      from: { name: 'Maria', address: 'maria@maria.example' },
    })
    expect(inside[1]?.attachments[0]).toMatchObject({ filename: 'a.txt' })

    const [delivery] = await world.db
      .selectFrom('delivery')
      .selectAll()
      .where('letterId', 'is not', null)
      .where('email', '=', susi)
      .execute()
    if (!delivery) throw new Error('nothing to deliver')
    const mails = await new Composer(world.context).compose(world.db, [delivery])
    const sent = mails.get(delivery.id)
    if (!sent || typeof sent === 'string') throw new Error('not composed')
    // Text in base64 without need is what spam filters hold against a mail.
    expect(Buffer.concat(sent.parts).toString()).not.toContain('base64\r\nContent-Disposition: inline')
    const header = Object.fromEntries(readMessage(Buffer.concat(sent.parts)).headers.map(({ name, value }) => [name, value]))
    expect(header['list-unsubscribe-post']).toBe('List-Unsubscribe=One-Click')
    expect(header['list-id']).toContain('lectio-l.lists.localhost')
    expect(header['dkim-signature']).toContain('list-unsubscribe:list-unsubscribe')
    expect(sent.from).toMatch(/^lectio-l-bounces\+/)
    const way = /<http:\/\/rapport\.test(\/unsubscribe\/[^>]+)>/.exec(header['list-unsubscribe'] ?? '')?.[1] ?? ''
    await (await world.as()).post(way, { 'List-Unsubscribe': 'One-Click' }, { origin: '' })
    expect(
      await world.db.selectFrom('subscription').select('endedHow').where('id', '=', delivery.subscriptionId).executeTakeFirst(),
    ).toEqual({ endedHow: 'link' })
  })

  test('plain: as RFC 1153 says, and a post cannot end itself for its reader', async () => {
    await change(susi, { receiving: 'plain_digest' })
    await post('Rules', { text: `above\n${'-'.repeat(30)}\nbelow` })
    await post('A file', { attachment: { name: 'plan.pdf', content: 'x' } })
    await daily()
    const text = (await digests())[0]?.text ?? ''
    expect(text).toContain(`\n\n${'-'.repeat(70)}\n\nDate: `)
    expect(text.split(`\n\n${'-'.repeat(30)}\n\n`)).toHaveLength(3)
    expect(text).toContain(`above\n ${'-'.repeat(30)}\nbelow`)
    expect(text).toMatch(/plan\.pdf \(\d+ bytes?\)\nhttp:\/\/rapport\.test\/lists\/lectio-l\/m\/.*\/a\/0/)
    expect(text.trimEnd()).toMatch(/End of the Lectio-L digest\n\*{26}$/)
  })

  test('a summary once a week: threads with their first words and links', async () => {
    await change(susi, { receiving: 'weekly' })
    await post('How do you roll over?', { id: 'q@maria.example', text: 'Four hundred lists wait.' })
    await post('Re: How do you roll over?', { inReplyTo: 'q@maria.example' })
    await daily()
    expect(await digests()).toEqual([])
    await weeklySummaries({}, world.context)
    await weeklySummaries({}, world.context)
    const [summary, ...more] = await digests()
    expect(more).toEqual([])
    expect(summary?.text).toContain('2 messages in 1 thread')
    expect(summary?.text).toContain('Four hundred lists wait.')
    expect(summary?.text).toContain('http://rapport.test/lists/lectio-l/t/q%40maria.example')
  })

  test('which does not leave in its reader’s night', async () => {
    const before = world.clock.now
    await change(susi, { receiving: 'weekly' })
    await post('Before Monday')
    await world.db.updateTable('person').set({ zone: 'America/Denver' }).where('id', '=', world.susi.personId).execute()
    // Sunday, 23:25 in Denver.
    world.clock.now = new Date('2026-10-19T05:25:00Z')
    await weeklySummaries({}, world.context)
    const left = world.db.selectFrom('delivery').select('nextAt').where('email', '=', susi).where('letterId', 'is not', null)
    const { nextAt } = await left.orderBy('id', 'desc').executeTakeFirstOrThrow()
    world.clock.now = before
    await world.db.updateTable('person').set({ zone: null }).where('id', '=', world.susi.personId).execute()
    expect(nextAt.toISOString()).toBe('2026-10-19T13:00:00.000Z')
  })

  test('what waits when somebody changes comes as a last digest: nothing is lost, nothing comes twice', async () => {
    await change(susi, { receiving: 'plain_digest' })
    await post('One')
    await change(susi, { receiving: 'each' })
    await post('Two')
    await change(susi, { receiving: 'mime_digest' })
    await post('Three')
    await change(susi, { receiving: 'plain_digest' })
    await daily()
    await change(susi, { receiving: 'none' })
    await post('Four')
    await daily()
    const said = (await digests()).map(({ text }) => ['One', 'Two', 'Three', 'Four'].filter((word) => text.includes(`${word} (Maria)`)))
    expect(said).toEqual([['One'], ['Three']])
    expect((await got()).filter((one) => one === 'Two')).toHaveLength(1)
  })

  test('what came before, while paused, or of muted topics is not in it', async () => {
    await post('Before')
    await change(susi, { receiving: 'plain_digest' })
    await topic(susi, 'lti', 'mute')
    await post('Muted #lti')
    await post('Wanted')
    await change(susi, { pausedUntil: new Date(world.clock.now.getTime() + 2 * 86_400_000) })
    await post('Away')
    await daily()
    later(3)
    await post('Back')
    await daily()
    const text = (await digests()).map((one) => one.text).join()
    expect(['Before', 'Muted', 'Wanted', 'Away', 'Back'].filter((word) => text.includes(`${word} (Maria)`))).toEqual(['Wanted', 'Back'])
  })

  test('a post at the same instant as a change is either hers as it is or in her digest', async () => {
    const { id } = await subscriptionOf(susi)
    for (let round = 0; round < 6; round++) {
      const receiving = round % 2 === 0 ? 'plain_digest' : 'each'
      await acceptMail(world.write, {
        raw: mail({ from: 'maria@maria.example', subject: `Race${round}x` }),
        mailFrom: 'maria@maria.example',
        rcptTo: ['lectio-l@lists.localhost'],
        via: 'mail',
        peer: '203.0.113.9',
        helo: 'x',
      })
      await Promise.all([world.settle(), world.write((tx) => changeReceiving(tx, program(world.clock.now), id, { receiving }))])
    }
    await world.settle()
    await change(susi, { receiving: 'none' })
    const text = `${(await digests()).map((one) => one.text.split('-'.repeat(70))[0]).join()} ${(await got()).join()}`
    for (let round = 0; round < 6; round++) expect(text.split(`Race${round}x`).length - 1).toBe(1)
  })

  test('two processes that make the digests at the same instant make them once', async () => {
    await change(susi, { receiving: 'plain_digest' })
    await post('Once')
    await Promise.all([daily(), daily(), fullDigests({}, world.context)])
    expect(await digests()).toHaveLength(1)
  })

  test('800 posts: several issues, each within its bounds, every post once', async () => {
    await change(susi, { receiving: 'mime_digest' })
    await change('maria@maria.example', { receiving: 'none' })
    await change('carla@carla.example', { receiving: 'plain_digest' })
    const text = 'A line of text that says something.\n'.repeat(20)
    await world.write(async (tx) => {
      const { keepMails } = await import('../src/archive/inbound-actions.ts')
      for (let from = 0; from < 800; from += 200)
        await keepMails(
          tx,
          Array.from({ length: 200 }, (_, i) => ({
            raw: mail({ from: 'Maria <maria@maria.example>', subject: `Post ${from + i}.`, id: `p${from + i}@maria.example`, text }),
            mailFrom: 'maria@maria.example',
            rcptTo: ['lectio-l@lists.localhost'],
            via: 'cli' as const,
          })),
        )
    })
    await world.settle()
    await fullDigests({}, world.context)
    await daily()
    for (const email of [susi, 'carla@carla.example']) {
      const all = await digests(email)
      expect(all.length).toBeGreaterThan(10)
      expect(all.at(-1)?.subject).toBe(`Lectio-L: daily digest, volume 1, issue ${all.length}`)
      const subjects = all.flatMap(({ text: said }) =>
        [...(said.split('-'.repeat(70))[0] ?? '').matchAll(/Post (\d+)\. \(Maria\)/g)].map(([, number]) => Number(number)),
      )
      expect(subjects.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 800 }, (_, i) => i))
    }
    const sizes = await world.db
      .selectFrom('letter')
      .select((e) => e.fn<number>('length', ['bytes']).as('size'))
      .where('kind', '=', 'list.digest')
      .execute()
    for (const { size } of sizes) expect(size).toBeLessThan(700 * 1_024)
  })
})

describe('the hour of the digest', () => {
  const hourly = () => dailyDigests({}, world.context)
  beforeEach(async () => {
    await change(susi, { receiving: 'plain_digest' })
    await world.db.updateTable('list').set({ digestHour: 18, digestZone: 'America/New_York' }).where('id', '=', world.listId).execute()
    await post('Gathered')
  })

  test('is the list’s own, by the clock of its zone, once a day; what was missed is made up for', async () => {
    world.clock.now = new Date('2026-10-16T21:59:00Z')
    await hourly()
    expect(await digests()).toHaveLength(0)
    world.clock.now = new Date('2026-10-16T22:05:00Z')
    await hourly()
    await hourly()
    expect(await digests()).toHaveLength(1)
    await post('Next')
    world.clock.now = new Date('2026-10-17T21:00:00Z')
    await hourly()
    expect(await digests()).toHaveLength(1)
    // Nobody ran at the hour.
    world.clock.now = new Date('2026-10-18T03:00:00Z')
    await hourly()
    expect(await digests()).toHaveLength(2)
  })

  test('that passed two hours ago without a digest is told to the administrators, once a day, and to the operator’s programs', async () => {
    const metric = async () => /^rapport_digests_late (\d+)$/m.exec(await (await (await world.as()).get('/metrics')).text())?.[1]
    const alarms = async () => (await world.postbox()).filter(({ kind }) => kind === 'list.digestAlarm').length
    world.clock.now = new Date('2026-10-16T23:30:00Z')
    await digestAlarm({}, world.context)
    expect([await metric(), await alarms()]).toEqual(['0', 0])
    world.clock.now = new Date('2026-10-17T00:30:00Z')
    await digestAlarm({}, world.context)
    await digestAlarm({}, world.context)
    expect([await metric(), await alarms()]).toEqual(['1', 1])
    await hourly()
    expect(await metric()).toBe('0')
  })

  test('is set by the owners; a zone that is none is refused beside its field', async () => {
    const carla = await world.as(world.carla)
    const page = await (await carla.get('/lists/lectio-l/settings')).text()
    expect(page).toContain('America/New_York')
    const form = { title: 'Lectio-L', archive: 'subscribers', joinPolicy: 'confirm', maxSizeMb: '10', digestHour: '7' }
    const refused = await carla.post('/lists/lectio-l/settings', { ...form, digestZone: 'Mars/Olympus' })
    expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining('Choose a time zone from the list.')])
    expect((await carla.post('/lists/lectio-l/settings', { ...form, digestHour: '24', digestZone: 'UTC' })).status).toBe(422)
    expect((await carla.post('/lists/lectio-l/settings', { ...form, digestZone: 'Europe/Berlin' })).status).toBe(303)
    const list = await world.db.selectFrom('list').select(['digestHour', 'digestZone']).where('id', '=', world.listId).executeTakeFirst()
    expect(list).toEqual({ digestHour: 7, digestZone: 'Europe/Berlin' })
  })
})
