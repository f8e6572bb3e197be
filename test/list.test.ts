import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { acceptMail } from '../src/edges/mailroom/actions.ts'
import { LOOP_FIELD } from '../src/lib/mail/compose.ts'
import { readMessage } from '../src/lib/mail/parse.ts'
import { sealToken } from '../src/lib/token/seal.ts'
import { lettersTo, linkTo } from './letters.ts'
import { mail } from './mail.ts'
import { makeWorld, type World } from './world.ts'

const answers: Record<string, unknown> = {}
let world: World

beforeEach(async () => {
  for (const name of Object.keys(answers)) delete answers[name]
  world = await makeWorld({ answers })
})
afterEach(() => world.end())

interface Sent {
  to?: string
  from?: string
  mailFrom?: string
  peer?: string
}

/** A mail comes in from outside and is dealt with. */
async function receive(raw: Buffer, { to = 'lectio-l', from = 'maria@maria.example', mailFrom = from, peer = '203.0.113.9' }: Sent = {}) {
  await acceptMail(world.write, { raw, mailFrom, rcptTo: [`${to}@lists.localhost`], peer, helo: 'mx.example', via: 'mail' })
  await world.settle()
}

const fates = async () => (await world.db.selectFrom('inbound').select('fate').orderBy('id').execute()).map(({ fate }) => fate)
const subjects = async () => (await world.db.selectFrom('message').select('subject').orderBy('id').execute()).map(({ subject }) => subject)
const held = () => world.db.selectFrom('heldMail').select(['id', 'reason', 'state']).orderBy('id').execute()
const isSubscribed = async (email: string) =>
  Boolean(
    await world.db
      .selectFrom('subscription')
      .innerJoin('address', 'address.id', 'subscription.addressId')
      .select('subscription.id')
      .where('address.email', '=', email)
      .where('subscription.listId', '=', world.otherListId)
      .where('subscription.endedAt', 'is', null)
      .executeTakeFirst(),
  )

/** The reply address of the newest letter of a kind. */
async function replyTo(email: string, kind: string): Promise<string> {
  const letter = (await world.postbox()).filter((one) => one.email === email && one.kind === kind).at(-1)
  return readMessage(letter?.bytes ?? Buffer.alloc(0)).replyTo[0]?.address.split('@')[0] ?? ''
}

describe('joining and leaving', () => {
  const otto = 'otto@otto.example'
  const ask = () => receive(mail({ from: `Otto <${otto}>`, subject: 'subscribe' }), { to: 'catalogo-l-subscribe', from: otto })

  test('somebody joins by mail: a mail asks, one reply confirms', async () => {
    await ask()
    expect(await isSubscribed(otto)).toBe(false)
    await receive(mail({ from: otto, subject: 'Re: confirm', text: 'Yes' }), { to: await replyTo(otto, 'list.confirm-join'), from: otto })
    expect(await isSubscribed(otto)).toBe(true)
    expect(await lettersTo(world, otto, 'list.welcome')).toHaveLength(1)
  })

  test('or one POST confirms; looking at the page changes nothing, and confirming twice neither', async () => {
    await ask()
    const path = await linkTo(world, otto, 'list.confirm-join', '/confirm/')
    // Until when, on a clock: the letter may be read days later.
    expect((await lettersTo(world, otto, 'list.confirm-join')).at(-1)?.text).toMatch(/Confirm by \w+day,? .* that you want to join/)
    const visitor = await world.as()
    expect((await visitor.get(path)).status).toBe(200)
    expect(await isSubscribed(otto)).toBe(false)
    await visitor.post(path)
    await visitor.post(path)
    expect(await isSubscribed(otto)).toBe(true)
    await world.settle()
    expect(await lettersTo(world, otto, 'list.welcome')).toHaveLength(1)
  })

  test('an absence notice confirms nothing', async () => {
    await ask()
    const to = await replyTo(otto, 'list.confirm-join')
    await receive(mail({ from: otto, subject: 'Out of office', headers: ['Auto-Submitted: auto-replied'] }), { to, from: otto })
    await receive(mail({ from: otto, subject: 'Undeliverable' }), { to, from: otto, mailFrom: '' })
    expect(await isSubscribed(otto)).toBe(false)
    expect((await fates()).slice(1)).toEqual(['dropped: automatic', 'dropped: automatic'])
  })

  test('a token of another purpose, a changed one and one out of date confirm nothing', async () => {
    await ask()
    const to = await replyTo(otto, 'list.confirm-join')
    const bounce = sealToken(world.site.secret, 'bounce', 1)
    for (const wrong of [`reply+${bounce}`, to.replace(/.(?=.{8}$)/, (one) => (one === 'a' ? 'b' : 'a'))])
      await receive(mail({ from: otto }), { to: wrong, from: otto })
    world.clock.now = new Date(world.clock.now.getTime() + 9 * 86_400_000)
    await receive(mail({ from: otto }), { to, from: otto })
    expect(await isSubscribed(otto)).toBe(false)
  })

  test('a subscriber leaves by mail, and is asked first, since anybody can write in her name', async () => {
    const bruno = 'bruno@bruno.example'
    await receive(mail({ from: bruno, subject: 'unsubscribe' }), { to: 'catalogo-l-unsubscribe', from: bruno })
    expect(await isSubscribed(bruno)).toBe(true)
    await receive(mail({ from: bruno, text: 'No, I did not ask for this.' }), {
      to: await replyTo(bruno, 'list.confirm-leave'),
      from: bruno,
    })
    expect(await isSubscribed(bruno)).toBe(true)
    const address = await replyTo(bruno, 'list.confirm-leave')
    for (let i = 0; i < 35; i++) await receive(mail({ from: bruno, id: `no${i}@bruno.example`, text: 'No' }), { to: address, from: bruno })
    const { n } = await world.db
      .selectFrom('inbound')
      .select((e) => e.fn.countAll<number>().as('n'))
      .where('fate', '=', 'dropped: too many answers')
      .executeTakeFirstOrThrow()
    expect(n).toBe(6)
    world.clock.now = new Date(world.clock.now.getTime() + 3_600_000)
    // What says that they stay can be answered as the letter itself.
    await receive(mail({ from: bruno, text: 'Yes' }), { to: await replyTo(bruno, 'inbound.not-done'), from: bruno })
    expect(await isSubscribed(bruno)).toBe(false)
  })

  describe('the button of Apple Mail', () => {
    const bruno = 'bruno@bruno.example'
    const press = (headers: string[] = []) =>
      receive(
        mail({
          from: bruno,
          to: 'catalogo-l-unsubscribe@lists.localhost',
          subject: 'unsubscribe',
          headers: ['Auto-Submitted: auto-replied', 'X-Apple-Unsubscribe: true', ...headers],
        }),
        {
          to: 'catalogo-l-unsubscribe',
          from: bruno,
        },
      )

    test('takes whoever is proven off the list at once', async () => {
      answers['bruno.example'] = { TXT: ['v=spf1 ip4:203.0.113.9 -all'] }
      await press()
      expect(await isSubscribed(bruno)).toBe(false)
    })

    test('asks whoever is not proven, and forgets about it where they do not answer', async () => {
      await press()
      expect(await isSubscribed(bruno)).toBe(true)
      await receive(mail({ from: bruno }), { to: await replyTo(bruno, 'list.confirm-leave'), from: bruno })
      expect(await isSubscribed(bruno)).toBe(false)
    })

    test('does nothing at another address', async () => {
      const headers = ['Auto-Submitted: auto-replied', 'X-Apple-Unsubscribe: true']
      for (const to of ['catalogo-l', 'catalogo-l-request'])
        await receive(mail({ from: bruno, subject: 'unsubscribe', headers }), { to, from: bruno })
      expect(await fates()).toEqual([expect.stringMatching(/^dropped: /), expect.stringMatching(/^dropped: /)])
    })
  })

  test.each([
    ['Mailman', 'catalogo-l-leave', 'catalogo-l-join'],
    ['Groups.io', 'catalogo-l+unsubscribe', 'catalogo-l+subscribe'],
  ])('the addresses that %s gave its lists do the same, as mails of before the move name them', async (_, leave, join) => {
    const bruno = 'bruno@bruno.example'
    await receive(mail({ from: bruno, subject: '' }), { to: leave, from: bruno })
    expect(await isSubscribed(bruno)).toBe(true)
    await receive(mail({ from: bruno }), { to: await replyTo(bruno, 'list.confirm-leave'), from: bruno })
    expect(await isSubscribed(bruno)).toBe(false)
    await receive(mail({ from: otto, subject: '' }), { to: join, from: otto })
    await receive(mail({ from: otto, text: 'OK.' }), { to: await replyTo(otto, 'list.confirm-join'), from: otto })
    expect(await isSubscribed(otto)).toBe(true)
    expect((await fates()).filter((fate) => fate?.startsWith('asked'))).toEqual(['asked to leave', 'asked to join'])
  })

  test('or by the one-click POST of RFC 8058; a GET changes nothing', async () => {
    const bruno = 'bruno@bruno.example'
    const { id } = await world.db.selectFrom('subscription').select('id').where('listId', '=', world.otherListId).executeTakeFirstOrThrow()
    const path = `/unsubscribe/${sealToken(world.site.secret, 'unsubscribe', id)}`
    const visitor = await world.as()
    await visitor.get(path)
    expect(await isSubscribed(bruno)).toBe(true)
    // A mail provider posts without cookies and from nowhere.
    const answer = await visitor.post(path, { 'List-Unsubscribe': 'One-Click' }, { origin: '' })
    expect(answer.status).toBeLessThan(400)
    expect(await isSubscribed(bruno)).toBe(false)
  })
})

describe('a mail that may not go straight to the list', () => {
  const stranger = 'otto@otto.example'
  const holdOne = async () => {
    await receive(mail({ from: `Otto <${stranger}>`, subject: 'From outside' }), { from: stranger })
    const [mine] = await held()
    return { id: mine?.id, path: `/lists/lectio-l/held/${mine?.id}` }
  }

  test('is held, the moderators hear of it, and approved it is posted like any other', async () => {
    const { path } = await holdOne()
    expect(await held()).toMatchObject([{ reason: 'not-subscribed', state: 'held' }])
    expect(await lettersTo(world, 'modesto@modesto.example', 'list.held-moderators')).toHaveLength(1)
    expect(await subjects()).toEqual([])

    expect((await (await world.as(world.modesto)).post(path, { decision: 'approve' })).status).toBe(303)
    await world.settle()
    expect(await subjects()).toEqual(['From outside'])
    expect((await world.postbox()).filter(({ post }) => post === 'From outside')).toHaveLength(3)
    // A colleague who comes later is told so, and nothing is posted twice.
    expect((await (await world.as(world.carla)).post(path, { decision: 'reject' })).status).toBe(409)
  })

  test.each(['reject', 'discard'])('%s: it is never posted', async (decision) => {
    const { path } = await holdOne()
    await (await world.as(world.modesto)).post(path, { decision, note: 'Please join first.' })
    await world.settle()
    expect(await subjects()).toEqual([])
    const told = await lettersTo(world, stranger, 'list.post-rejected')
    expect(told.length).toBe(decision === 'reject' ? 1 : 0)
  })

  test('in the name of a subscriber, and refused by her domain, it is held and she is not written to', async () => {
    answers['_dmarc.maria.example'] = { TXT: ['v=DMARC1; p=reject'] }
    answers['maria.example'] = { TXT: ['v=spf1 ip4:192.0.2.1 -all'] }
    await receive(mail({ from: 'Maria <maria@maria.example>', subject: 'Forged' }))
    expect(await held()).toMatchObject([{ reason: 'dmarc-fails' }])
    expect(await subjects()).toEqual([])
    expect((await world.postbox()).filter(({ email }) => email === 'maria@maria.example')).toEqual([])
    // The same from her own server.
    await receive(mail({ from: 'Maria <maria@maria.example>', subject: 'Mine' }), { peer: '192.0.2.1' })
    expect(await subjects()).toEqual(['Mine'])
  })

  test('while her name servers are silent it waits, and after an hour people decide', async () => {
    answers['_dmarc.maria.example'] = 'TIMEOUT'
    await receive(mail({ from: 'Maria <maria@maria.example>', subject: 'Patience' }))
    expect([await held(), await subjects()]).toEqual([[], []])
    for (let tries = 0; tries < 8; tries++) {
      world.clock.now = new Date(world.clock.now.getTime() + 70 * 60_000)
      await world.settle()
    }
    expect(await held()).toMatchObject([{ reason: 'dmarc-unknown' }])
  })

  test('the name servers come back, and it is posted', async () => {
    answers['_dmarc.maria.example'] = 'TIMEOUT'
    await receive(mail({ from: 'Maria <maria@maria.example>', subject: 'Patience' }))
    delete answers['_dmarc.maria.example']
    world.clock.now = new Date(world.clock.now.getTime() + 5 * 60_000)
    await world.settle()
    expect(await subjects()).toEqual(['Patience'])
  })
})

describe('programs', () => {
  test('a mail that has been through the list ends there', async () => {
    await receive(mail({ from: 'maria@maria.example', subject: 'Again', headers: [`${LOOP_FIELD}: lectio-l@lists.localhost`] }))
    await receive(mail({ from: 'maria@maria.example', subject: 'First' }))
    const posted = await subjects()
    expect(posted).not.toContain('Again')
    expect(posted).toContain('First')
  })

  test.each([
    ['an absence notice', { headers: ['Auto-Submitted: auto-replied'] }, 'maria@maria.example'],
    ['a mail from nobody', {}, ''],
  ])('%s is never posted and never answered', async (_, extra, mailFrom) => {
    for (const to of ['lectio-l', 'lectio-l-request', 'lectio-l-subscribe', 'lectio-l-unsubscribe'])
      await receive(mail({ from: 'maria@maria.example', subject: 'Away', ...extra }), { to, mailFrom })
    expect(await subjects()).toEqual([])
    expect(await world.postbox()).toEqual([])
    for (const fate of await fates()) expect(fate).toMatch(/^dropped: /)
  })

  test('a bounce is kept as evidence against the delivery that it answers', async () => {
    await receive(mail({ from: 'maria@maria.example', subject: 'To all' }))
    const delivery = await world.db
      .selectFrom('delivery')
      .select(['id', 'email'])
      .where('email', '=', 'susi@susi.example')
      .executeTakeFirstOrThrow()
    const bounce = Buffer.from(
      [
        'From: MAILER-DAEMON@susi.example',
        'To: lectio-l-bounces@lists.localhost',
        'Subject: Undelivered Mail Returned to Sender',
        'MIME-Version: 1.0',
        'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
        '',
        '--b',
        'Content-Type: text/plain',
        '',
        'The address does not exist.',
        '--b',
        'Content-Type: message/delivery-status',
        '',
        'Reporting-MTA: dns; mx.susi.example',
        '',
        'Final-Recipient: rfc822; somebody-else@susi.example',
        'Action: failed',
        'Status: 5.1.1',
        'Diagnostic-Code: smtp; 550 5.1.1 user unknown',
        '',
        '--b--',
        '',
      ].join('\r\n'),
    )
    await receive(bounce, { to: `lectio-l-bounces+${sealToken(world.site.secret, 'bounce', delivery.id)}`, mailFrom: '' })
    const kept = await world.db.selectFrom('bounce').select(['deliveryId', 'email', 'class', 'permanent', 'status']).execute()
    // Whom it is about says our own token, not what the bounce claims.
    expect(kept).toEqual([{ deliveryId: delivery.id, email: 'susi@susi.example', class: 'address', permanent: true, status: '5.1.1' }])
    await receive(bounce, { to: 'lectio-l-bounces+aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', mailFrom: '' })
    expect(await world.db.selectFrom('bounce').select('id').execute()).toHaveLength(1)
  })

  test('mail to the postmaster reaches the administrator', async () => {
    await receive(mail({ from: 'somebody@elsewhere.example', subject: 'Your server' }), {
      to: 'Postmaster',
      from: 'somebody@elsewhere.example',
    })
    const letters = await world.postbox()
    expect(letters.map(({ email, subject }) => [email, subject])).toEqual([['ada@ada.example', 'Your server']])
  })

  test('the same mail twice is archived and delivered once', async () => {
    const twice = mail({ from: 'maria@maria.example', subject: 'Once', id: 'once@maria.example' })
    await receive(twice)
    await receive(twice)
    expect(await subjects()).toEqual(['Once'])
    expect((await world.postbox()).filter(({ post }) => post === 'Once')).toHaveLength(3)
  })
})
