import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { acceptMail } from '../src/edges/mailroom/actions.ts'
import { readMessage } from '../src/lib/mail/parse.ts'
import { lettersTo, linkTo } from './letters.ts'
import { mail } from './mail.ts'
import { nowOf, partsOf } from './parts.ts'
import { makeWorld, type World } from './world.ts'

const answers: Record<string, unknown> = {}
let world: World
beforeEach(async () => {
  for (const name of Object.keys(answers)) delete answers[name]
  world = await makeWorld({ answers })
})
afterEach(() => world.end())

const otto = 'otto@otto.example'
const susi = 'susi@susi.example'
async function receive(raw: Buffer, to: string, from: string, peer = '203.0.113.9') {
  await acceptMail(world.write, { raw, mailFrom: from, rcptTo: [`${to}@lists.localhost`], peer, helo: 'mx.example', via: 'mail' })
  await world.settle()
}
const replyTo = async (email: string, kind: string): Promise<string> => {
  const letter = (await world.postbox()).findLast((one) => one.email === email && one.kind === kind)
  return readMessage(letter?.bytes ?? Buffer.alloc(0)).replyTo[0]?.address.split('@')[0] ?? ''
}
const onList = async (email: string, listId = world.listId) =>
  (
    await world.db
      .selectFrom('subscription')
      .innerJoin('address', 'address.id', 'subscription.addressId')
      .select(['subscription.id', 'subscription.receiving', 'subscription.ownPosts'])
      .where('email', '=', email)
      .where('listId', '=', listId)
      .where('endedAt', 'is', null)
      .execute()
  )[0]
const prove = (domain: string) => {
  answers[`_dmarc.${domain}`] = { TXT: ['v=DMARC1; p=reject'] }
  answers[domain] = { TXT: ['v=spf1 ip4:192.0.2.1 -all'] }
}

test('the form to join knows who is signed in', async () => {
  await world.db.updateTable('list').set({ joinPolicy: 'vetted' }).where('id', '=', world.listId).execute()
  const form = async (reader: Awaited<ReturnType<typeof world.as>>) => {
    const page = await (await reader.get('/lists/lectio-l')).text()
    return ['name', 'email'].map((name) => new RegExp(`name="${name}"[^>]* value="([^"]+)"`).exec(page)?.[1])
  }
  expect(await form(await world.as(world.otto))).toEqual(['Otto', world.otto.email])
  expect(await form(await world.as())).toEqual([undefined, undefined])
})

describe('invitations', () => {
  const invite = async (people: string, words = '') => {
    const page = await (await world.as(world.modesto)).post('/lists/lectio-l/invitations', { people, words })
    await world.settle()
    return page
  }

  test('that nobody has answered in thirty days is shown as what it is', async () => {
    await invite('late@elsewhere.example')
    const before = world.clock.now
    const shown = async () => (await (await world.as(world.modesto)).get('/lists/lectio-l/invitations')).text()
    expect(await shown()).toMatch(/late@elsewhere\.example.*Not answered yet/s)
    world.clock.now = new Date(before.getTime() + 31 * 86_400_000)
    const page = await shown()
    world.clock.now = before
    expect(page).toMatch(/late@elsewhere\.example.*Expired/s)
    expect(page).not.toContain('Not answered yet')
  })

  test('one letter, and one POST accepts; looking changes nothing; nobody is written to twice', async () => {
    await world.db.updateTable('list').set({ joinPolicy: 'closed' }).execute()
    expect((await invite(`Otto Brandt <${otto}>\n${susi}`, 'Come and see.')).status).toBe(200)
    const again = await (await invite(`${otto}\nlectio-l@lists.localhost`)).text()
    expect(again).not.toContain('wait in the outbox')
    expect(again).toContain('invited in the last month')
    expect(again).toContain('address of a mailing list of this site')
    const [invited, ...more] = await lettersTo(world, otto, 'list.invitation')
    expect(more).toEqual([])
    // A list that does not describe itself is that of its group.
    expect(invited?.text).toContain('Lectio-L, the mailing list of Lectio Working Group.')
    expect(await lettersTo(world, susi, 'list.invitation')).toHaveLength(0)
    const path = await linkTo(world, otto, 'list.invitation', '/invitations/')
    const visitor = await world.as()
    expect(await (await visitor.get(path)).text()).toContain('Come and see.')
    expect(await onList(otto)).toBeUndefined()
    const welcome = await visitor.post(path, { answer: 'accept' }, { 'accept-language': 'de' })
    expect([welcome.status, await welcome.text()]).toEqual([200, expect.stringContaining('<a href="/lists/lectio-l">Zu ')])
    expect((await visitor.post(path, { answer: 'accept' })).status).toBe(200)
    await world.settle()
    expect(await onList(otto)).toBeDefined()
    expect(await lettersTo(world, otto, 'list.welcome')).toHaveLength(1)
  })

  test('who accepts on the page is welcomed in the language of their browser, who is known in theirs', async () => {
    await invite(`${otto}\nmei@mei.example`)
    for (const email of [otto, 'mei@mei.example'])
      await (await world.as()).post(
        await linkTo(world, email, 'list.invitation', '/invitations/'),
        { answer: 'accept' },
        { 'accept-language': 'de' },
      )
    await world.settle()
    const welcomes = (await world.postbox()).filter(({ kind }) => kind === 'list.welcome')
    const subjects = welcomes.map(({ email, bytes }) => [email, readMessage(bytes ?? Buffer.alloc(0)).subject])
    expect(Object.fromEntries(subjects)).toEqual({ [otto]: 'Welcome to Lectio-L', 'mei@mei.example': 'Willkommen auf Lectio-L' })
    const [said] = await lettersTo(world, otto, 'list.welcome')
    expect(said?.text).toMatch(/send an email with the line “set digest daily” to lectio-l-request@/)
  })

  test('who declined by mistake joins all the same while the invitation would have run, and the page says until when', async () => {
    expect(await (await invite('mei@mei.example\nlars@lars.example')).text()).toContain(
      '2 people invited. No mail server is set up yet: emails wait in the outbox until one is.',
    )
    const [letter] = await lettersTo(world, 'mei@mei.example', 'list.invitation')
    expect(letter?.text).toContain('we send no reminder. The list can invite each person at most once a month.')
    const paths = [await linkTo(world, 'mei@mei.example', 'list.invitation', '/invitations/')]
    paths.push(await linkTo(world, 'lars@lars.example', 'list.invitation', '/invitations/'))
    const [mei = '', lars = ''] = paths
    const visitor = await world.as()
    for (const path of paths) await visitor.post(path, { answer: 'decline' })
    expect(await (await visitor.get(mei)).text()).toContain('You have not joined Lectio-L.')
    expect(await (await visitor.get(mei)).text()).toMatch(/Declined by mistake\? You can join with this link until <time/)
    expect(await (await visitor.post(mei, { answer: 'accept' })).text()).toContain('Welcome to Lectio-L')
    await world.settle()
    expect(await onList('mei@mei.example')).toBeDefined()
    await world.db
      .updateTable('invitation')
      .set({ invitedAt: new Date('2026-08-01') })
      .where('email', '=', 'lars@lars.example')
      .execute()
    const late = await visitor.get(lars)
    expect([late.status, await late.text()]).toEqual([200, expect.not.stringContaining('Declined by mistake')])
    expect((await visitor.post(lars, { answer: 'accept' })).status).toBe(404)
    expect(await onList('lars@lars.example')).toBeUndefined()
  })

  test('or an answer by mail; declining and withdrawing end it', async () => {
    await invite(`${otto}\nmei@mei.example\nlars@lars.example\nnina@nina.example`)
    const answer = async (from: string, text: string) =>
      receive(mail({ from, subject: 'Re: invited', text }), await replyTo(from, 'list.invitation'), from)
    // A question is no yes, and neither is what a program writes while somebody is away, though it does not say that it is one.
    await answer(otto, 'What is this about?')
    await answer(otto, 'Thank you for your mail. I am out of the office until Monday.')
    expect(await onList(otto)).toBeUndefined()
    const unclear = await lettersTo(world, otto, 'inbound.not-done')
    expect(unclear[0]?.text).toContain('not a clear yes or no')
    await answer(otto, 'Oui, avec plaisir !')
    expect(await onList(otto)).toBeDefined()
    await answer('nina@nina.example', 'Hallo,\n\nnein danke.')
    expect(await onList('nina@nina.example')).toBeUndefined()
    expect(
      (await world.db.selectFrom('invitation').select('state').where('email', '=', 'nina@nina.example').executeTakeFirst())?.state,
    ).toBe('declined')
    const meis = await linkTo(world, 'mei@mei.example', 'list.invitation', '/invitations/')
    const visitor = await world.as()
    await visitor.post(meis, { answer: 'decline' })
    const { id } = await world.db.selectFrom('invitation').select('id').where('email', '=', 'lars@lars.example').executeTakeFirstOrThrow()
    await (await world.as(world.carla)).post(`/lists/lectio-l/invitations/${id}/withdraw`)
    await visitor.post(await linkTo(world, 'lars@lars.example', 'list.invitation', '/invitations/'), { answer: 'accept' })
    expect([await onList('mei@mei.example'), await onList('lars@lars.example')]).toEqual([undefined, undefined])
  })

  test('an address is invited by few lists a day, and what is no address is named', async () => {
    await invite(otto)
    const more = await (await world.as(world.bruno)).post('/lists/catalogo-l/invitations', { people: otto, words: '' })
    expect(more.status).toBe(200)
    await world.db.deleteFrom('invitation').execute()
    expect(await (await invite(otto)).text()).toContain('already invited by other lists today')
    const wrong = await invite('otto at otto')
    expect([wrong.status, await wrong.text()]).toEqual([422, expect.stringContaining('otto at otto')])
    expect((await invite(Array.from({ length: 101 }, (_, i) => `p${i}@x.example`).join('\n'))).status).toBe(422)
  })
})

describe('bans', () => {
  const ban = async (form: Record<string, string>) => (await world.as(world.modesto)).post('/lists/catalogo-l/bans', form)

  test.each([
    ['address', otto],
    ['domain', 'otto.example'],
    ['pattern', '^otto@'],
  ])('by %s: no confirmation goes out, nobody sees why, and mail is stopped', async (kind, value) => {
    const page = await (await world.as(world.bruno)).post('/lists/catalogo-l/bans', { kind, value, reason: 'Advertises.' })
    expect(page.status).toBe(303)
    const visitor = await world.as()
    const said = await (await visitor.post('/lists/catalogo-l/join', { email: otto, name: 'Otto' })).text()
    const other = await (await visitor.post('/lists/catalogo-l/join', { email: 'mei@mei.example', name: 'Mei' })).text()
    await receive(mail({ from: otto, subject: 'subscribe' }), 'catalogo-l-subscribe', otto)
    await receive(mail({ from: otto, subject: 'subscribe' }), 'catalogo-l-request', otto)
    await world.settle()
    expect(said).toBe(other.replaceAll('mei@mei.example', otto))
    expect(await lettersTo(world, otto, 'list.confirm-join')).toEqual([])
    expect(await lettersTo(world, 'mei@mei.example', 'list.confirm-join')).toHaveLength(1)
    await receive(mail({ from: otto, subject: 'Buy' }), 'catalogo-l', otto)
    expect(await world.db.selectFrom('heldMail').select(['reason', 'state']).execute()).toEqual([{ reason: 'banned', state: 'discarded' }])
    expect((await (await world.as(world.otto)).post('/lists/catalogo-l/subscribe')).status).toBe(403)
  })

  test('a ban that came between asking and confirming holds; one that is over does not', async () => {
    const visitor = await world.as()
    await visitor.post('/lists/catalogo-l/join', { email: otto, name: 'Otto' })
    await world.settle()
    const path = await linkTo(world, otto, 'list.confirm-join', '/confirm/')
    await (await world.as(world.bruno)).post('/lists/catalogo-l/bans', { kind: 'address', value: otto, until: '2030-12-31' })
    await visitor.post(path)
    expect(await onList(otto, world.otherListId)).toBeUndefined()
    world.clock.now = new Date('2031-01-01T00:00:00Z')
    expect((await (await world.as(world.otto)).post('/lists/catalogo-l/subscribe')).status).toBe(303)
    expect(await onList(otto, world.otherListId)).toBeDefined()
  })

  test('who is banned comes back by no other address of theirs', async () => {
    const other = 'otto@home.example'
    const address = { personId: world.otto.personId, verifiedAt: world.clock.now, createdAt: world.clock.now }
    await world.db
      .insertInto('address')
      .values({ ...address, email: other })
      .execute()
    await (await world.as(world.bruno)).post('/lists/catalogo-l/bans', { kind: 'address', value: otto, reason: 'Advertises.' })
    await (await world.as()).post('/lists/catalogo-l/join', { email: other, name: 'Otto' })
    await receive(mail({ from: other, subject: 'subscribe' }), 'catalogo-l-subscribe', other)
    await world.settle()
    expect(await lettersTo(world, other, 'list.confirm-join')).toEqual([])
    expect(await onList(other, world.otherListId)).toBeUndefined()
    await receive(mail({ from: other, subject: 'Buy' }), 'catalogo-l', other)
    expect(await world.db.selectFrom('heldMail').select(['reason', 'state']).execute()).toEqual([{ reason: 'banned', state: 'discarded' }])
  })

  test('nor by an invitation to another address, sent before the ban or after it', async () => {
    const other = 'otto@home.example'
    const address = { personId: world.otto.personId, verifiedAt: world.clock.now, createdAt: world.clock.now }
    await world.db
      .insertInto('address')
      .values({ ...address, email: other })
      .execute()
    const brunos = await world.as(world.bruno)
    await brunos.post('/lists/catalogo-l/invitations', { people: other, words: '' })
    await world.settle()
    const path = await linkTo(world, other, 'list.invitation', '/invitations/')
    await brunos.post('/lists/catalogo-l/bans', { kind: 'address', value: otto, reason: 'Advertises.' })
    expect((await (await world.as()).post(path, { answer: 'accept' })).status).toBe(404)
    expect(await world.db.selectFrom('subscription').select('id').where('personId', '=', world.otto.personId).execute()).toEqual([])
    await world.db.deleteFrom('invitation').execute()
    const again = await (await brunos.post('/lists/catalogo-l/invitations', { people: other, words: '' })).text()
    expect(again).toContain('blocked')
    expect(await world.db.selectFrom('invitation').select('id').execute()).toEqual([])
  })

  test('what cannot be banned is said beside the field; the whole site is for administrators', async () => {
    const brunos = await world.as(world.bruno)
    for (const [form, said] of [
      [{ kind: 'pattern', value: '(' }, 'This is not a valid pattern'],
      [{ kind: 'pattern', value: '.*' }, 'matches everyone'],
      [{ kind: 'address', value: 'otto' }, 'name@example.org'],
    ] as const) {
      const page = await brunos.post('/lists/catalogo-l/bans', form)
      expect([page.status, await page.text()]).toEqual([422, expect.stringContaining(said)])
    }
    expect((await brunos.post('/lists/catalogo-l/bans', { kind: 'address', value: otto, everywhere: 'on' })).status).toBe(403)
    expect((await ban({ kind: 'address', value: otto })).status).toBe(404)
    expect(
      (await (await world.as(world.ada)).post('/lists/catalogo-l/bans', { kind: 'address', value: otto, everywhere: 'on' })).status,
    ).toBe(303)
    await receive(mail({ from: otto, subject: 'Elsewhere' }), 'lectio-l', otto)
    expect(await world.db.selectFrom('heldMail').select('reason').execute()).toEqual([{ reason: 'banned' }])
  })
})

describe('subscription forms bomb nobody', () => {
  test('one address gets few confirmations an hour, over all lists and doors', async () => {
    const visitor = await world.as()
    for (let turn = 0; turn < 4; turn++)
      for (const list of ['lectio-l', 'catalogo-l'])
        await visitor.post(`/lists/${list}/join`, { email: 'victim@victim.example', name: 'V' })
    await world.settle()
    expect((await lettersTo(world, 'victim@victim.example', 'list.confirm-join')).length).toBeLessThanOrEqual(4)
  })
})

describe('commands by mail', () => {
  const command = (text: string, from = susi, peer?: string) => receive(mail({ from, subject: '', text }), 'lectio-l-request', from, peer)
  const results = async (email = susi) => (await lettersTo(world, email, 'list.command-results')).at(-1)?.text ?? ''

  test('from a proven address they are done at once, and the answer says what became of each', async () => {
    prove('susi.example')
    await command(
      'set digest plain\nset own off\nmute #lti\nset pause until 2026-11-01\nset colour green\nsettings\nend\nunsubscribe',
      susi,
      '192.0.2.1',
    )
    expect(await onList(susi)).toMatchObject({ receiving: 'plain_digest', ownPosts: false })
    const said = await results()
    // As it is now: what a command means need not be looked up.
    expect(said).toContain('> set digest plain\n  Done. Daily digest (one text)')
    expect(said).toContain('> set colour green\n  Not understood')
    expect(said).toContain(`To get a copy of your data, or to have it deleted, use this page:\n${world.context.site.baseUrl}/me#privacy`)
    expect(said).toContain('You mute #lti')
    expect(said).toContain('Paused until 1 November 2026')
    expect(said).not.toContain('unsubscribe')
    // It says to answer with "help": the answer is a command again.
    const told = (await world.postbox()).findLast(({ kind }) => kind === 'list.command-results')
    expect(told?.bytes?.toString()).toContain('Reply-To: lectio-l-request@')
    expect(await onList(susi)).toBeDefined()
  })

  test('a thread is muted and followed by an answer to one of its messages, at once where it is proven and else once confirmed', async () => {
    await receive(
      mail({ from: 'Carla <carla@carla.example>', subject: 'Loud', id: 'Loud@carla.example', text: 'Much' }),
      'lectio-l',
      'carla@carla.example',
    )
    const chosen = () => world.db.selectFrom('threadChoice').select('choice').where('personId', '=', world.susi.personId).execute()
    const answer = (text: string, peer?: string, references = ['Loud@carla.example']) =>
      receive(mail({ from: susi, subject: 'Re: Loud', text, references }), 'lectio-l-request', susi, peer)
    await answer('follow')
    expect(await chosen()).toEqual([])
    await (await world.as()).post(await linkTo(world, susi, 'list.confirm-commands', '/commands/'), {})
    expect(await chosen()).toEqual([{ choice: 'follow' }])
    prove('susi.example')
    await answer('mute', '192.0.2.1')
    expect(await chosen()).toEqual([{ choice: 'mute' }])
    expect(await results()).toContain('> mute\n  Done. You get no messages of this thread.')
    // What this list does not have has no thread, and says nothing of what others have.
    await answer('follow', '192.0.2.1', ['other@carla.example'])
    expect(await results()).toContain('> follow\n  Reply to a message of the list')
    expect(await chosen()).toEqual([{ choice: 'mute' }])
    await answer('unmute', '192.0.2.1')
    expect(await chosen()).toEqual([])
  })

  test('a day that somebody writes begins and ends where they are', async () => {
    prove('susi.example')
    const { personId } = world.susi
    await world.db.updateTable('person').set({ zone: 'Pacific/Auckland' }).where('id', '=', personId).execute()
    await command('set pause until 2026-11-05\nset pause until 2026-02-30\nsettings', susi, '192.0.2.1')
    const mine = world.db.selectFrom('subscription').select('pausedUntil').where('personId', '=', personId).where('endedAt', 'is', null)
    expect(await mine.execute()).toEqual([{ pausedUntil: new Date('2026-11-04T11:00:00Z') }])
    const said = await results()
    expect(said).toContain('Paused until 5 November 2026')
    expect(said).toMatch(/> set pause until 2026-02-30\n {2}(?!Done)/)
  })

  test('what is answered stands in the thread of the mail, and says that a program answers', async () => {
    const asking = mail({ from: susi, subject: 'Re: Hello', id: 'asks@susi.example', references: ['first@susi.example'], text: 'help' })
    await receive(asking, 'lectio-l-request', susi)
    const { bytes } = (await world.postbox()).findLast(({ kind }) => kind === 'list.help') ?? {}
    const { inReplyTo, references, headers } = readMessage(bytes ?? Buffer.alloc(0))
    expect({ inReplyTo, references }).toEqual({ inReplyTo: 'asks@susi.example', references: ['first@susi.example', 'asks@susi.example'] })
    expect(headers.filter(({ name }) => name === 'auto-submitted')).toEqual([{ name: 'auto-submitted', value: 'auto-replied' }])
  })

  test('who is blocked hears nothing of asking to join, and beside another command what everybody hears', async () => {
    prove('otto.example')
    await (await world.as(world.carla)).post('/lists/lectio-l/bans', { kind: 'address', value: otto, reason: 'Advertising.' })
    await command('subscribe', otto, '192.0.2.1')
    expect((await world.postbox()).filter(({ email }) => email === otto)).toEqual([])
    await command('subscribe\ninfo', otto, '192.0.2.1')
    expect((await world.postbox()).filter(({ email }) => email === otto).map(({ kind }) => kind)).toEqual(['list.command-results'])
    expect(await results(otto)).toContain('> subscribe\n  We sent you another email')
    expect(await results(otto)).not.toContain('block')
  })

  test('from a domain that proves nothing they wait for a word of the member', async () => {
    await command('set digest mime\nset own off')
    expect(await onList(susi)).toMatchObject({ receiving: 'each' })
    const path = await linkTo(world, susi, 'list.confirm-commands', '/commands/')
    const visitor = await world.as()
    expect((await visitor.get(path)).status).toBe(200)
    expect(await onList(susi)).toMatchObject({ receiving: 'each' })
    await visitor.post(path)
    expect(await onList(susi)).toMatchObject({ receiving: 'mime_digest', ownPosts: false })
    await command('set digest off')
    await receive(
      mail({ from: susi, subject: 'Re: confirm', text: 'Hello,\n\nyes please\n' }),
      await replyTo(susi, 'list.confirm-commands'),
      susi,
    )
    expect(await onList(susi)).toMatchObject({ receiving: 'each' })
  })

  test('joining and leaving ask by a mail of their own; a stranger hears that she is not on the list', async () => {
    await receive(mail({ from: otto, subject: 'subscribe' }), 'catalogo-l-request', otto)
    expect(await lettersTo(world, otto, 'list.confirm-join')).toHaveLength(1)
    await command('unsubscribe')
    expect(await lettersTo(world, susi, 'list.confirm-leave')).toHaveLength(1)
    await command('help')
    expect(await lettersTo(world, susi, 'list.help')).toHaveLength(1)
    // Each has a letter of its own, which says all.
    expect(await results()).toBe('')
    expect(await results(otto)).toBe('')
    await command('set digest mime', otto)
    expect(await results(otto)).toContain('is not on the list')
    expect(await results(otto)).not.toContain('/me#privacy')
    await command('How does this work?', otto)
    expect((await lettersTo(world, otto, 'list.help')).at(-1)?.text).toContain('set digest plain')
    for (const line of ['Give me my data', 'Geben Sie mir meine Daten', 'Donnez-moi mes données', 'Deme mis datos', 'Mi dia i miei dati']) {
      // One address gets only so many answers a day.
      world.clock.now = new Date(world.clock.now.getTime() + 86_400_000)
      const before = (await lettersTo(world, susi, 'list.help')).length
      await command(line)
      const letters = await lettersTo(world, susi, 'list.help')
      expect([line, letters.length]).toEqual([line, before + 1])
      expect(letters.at(-1)?.text).toContain(`use this page:\n${world.context.site.baseUrl}/me#privacy`)
    }
  })

  test('an open list takes at once who is proven, and asks everybody else', async () => {
    await world.db.updateTable('list').set({ joinPolicy: 'open' }).where('id', '=', world.otherListId).execute()
    prove('otto.example')
    await receive(mail({ from: otto, subject: 'subscribe' }), 'catalogo-l-request', otto, '192.0.2.1')
    expect(await onList(otto, world.otherListId)).toBeDefined()
    await receive(mail({ from: 'mei@mei.example', subject: 'subscribe' }), 'catalogo-l-request', 'mei@mei.example')
    expect(await onList('mei@mei.example', world.otherListId)).toBeUndefined()
    expect(await lettersTo(world, 'mei@mei.example', 'list.confirm-join')).toHaveLength(1)
  })
})

describe('notices in words of a list', () => {
  const at = '/lists/catalogo-l/notices/confirm-join?language=en'

  test('are checked, previewed, used and taken back', async () => {
    const brunos = await world.as(world.bruno)
    const lame = await brunos.post(at, { subject: 'Hello', body: 'Press the button.', do: 'save' })
    expect([lame.status, await lame.text()]).toEqual([422, expect.stringContaining('Add {link}')])
    const wrong = await brunos.post(at, { subject: '{nonsense}', body: '{link}', do: 'save' })
    expect([wrong.status, await wrong.text()]).toEqual([422, expect.stringContaining('Remove {nonsense}')])
    const own = { subject: 'Join {list}?', body: 'Please open {link} for {list}.' }
    const preview = await (await brunos.post(at, { ...own, do: 'preview' })).text()
    expect(preview).toContain('Join Catalogo-L?')
    expect(await world.db.selectFrom('noticeTemplate').select('notice').execute()).toEqual([])
    expect((await brunos.post(at, { ...own, do: 'save' })).status).toBe(303)

    await (await world.as()).post('/lists/catalogo-l/join', { email: otto, name: 'Otto' })
    await world.settle()
    const [letter] = await lettersTo(world, otto, 'list.confirm-join')
    expect(letter?.subject).toBe('Join Catalogo-L?')
    expect(letter?.text).toMatch(/^Hello Otto,\n\nPlease open http:\/\/rapport\.test\/confirm\/\w+ for Catalogo-L\.\n\nCatalogo-L/)

    await brunos.post('/lists/catalogo-l/notices/confirm-join/reset', { language: 'en' })
    await (await world.as()).post('/lists/catalogo-l/join', { email: 'mei@mei.example', name: 'Mei' })
    await world.settle()
    expect((await lettersTo(world, 'mei@mei.example', 'list.confirm-join'))[0]?.subject).toBe('Confirm that you want to join Catalogo-L')
    const history = await (await brunos.get('/lists/catalogo-l/settings/history')).text()
    expect(history).toContain('Automatic email “Confirm joining” (English)')
  })
})

describe('settings and rules on the web', () => {
  const form = { title: 'Lectio-L', archive: 'subscribers', joinPolicy: 'vetted', maxSizeMb: '9' }

  test('each part is a line that says how it stands; the one that was refused stands open', async () => {
    const carlas = await world.as(world.carla)
    await carlas.post('/lists/lectio-l/settings', {
      ...form,
      subjectPrefix: '[Lectio]',
      provenSenders: 'on',
      expireDays: '14',
      remindDays: '2',
    })
    const lines = await (await carlas.get('/lists/lectio-l/settings')).text()
    expect(['joining', 'incoming', 'outgoing'].map((part) => nowOf(lines, part))).toEqual([
      'A moderator approves who joins · subscribers can read the archive',
      'Up to 9 MB · only with proof of the sender · held messages expire after 14 days',
      'Replies go to the author · prefix [Lectio]',
    ])
    expect(partsOf(lines)).toEqual({ about: false, joining: false, incoming: false, outgoing: false, newcomers: false })
    const wrong = await carlas.post('/lists/lectio-l/settings', { ...form, remindDays: '9', expireDays: '8' })
    expect(partsOf(await wrong.text())).toEqual({ about: false, joining: false, incoming: true, outgoing: false, newcomers: false })
  })

  test('each change is kept with what was before; contradictions are refused beside their field, and what was typed stays', async () => {
    const carlas = await world.as(world.carla)
    await carlas.post('/lists/lectio-l/settings', { ...form, subjectPrefix: '[Lectio]', emergency: 'on' })
    const wrong = await carlas.post('/lists/lectio-l/settings', { ...form, archive: 'group', joinPolicy: 'open', subjectPrefix: '[Other]' })
    const page = await wrong.text()
    expect(wrong.status).toBe(422)
    expect(page).toContain('Now only the group can read the archive')
    expect(page).toContain('[Other]')
    const never = await carlas.post('/lists/lectio-l/settings', { ...form, remindDays: '9', expireDays: '8' })
    expect([never.status, await never.text()]).toEqual([422, expect.stringContaining('Enter fewer days')])
    const history = await (await carlas.get('/lists/lectio-l/settings/history')).text()
    expect(history).toContain('Subject prefix')
    expect(history).toContain('[Lectio]')
    expect(history).not.toContain('[Other]')
    // In the words of the form, not as they are kept.
    await carlas.post('/lists/lectio-l/settings', {
      ...form,
      joinPolicy: 'closed',
      remindDays: '3',
      digestHour: '7',
      digestZone: 'Europe/Lisbon',
    })
    await carlas.post('/lists/lectio-l/rules', { do: 'save', kind0: 'too-large', place0: '1', action0: 'reject', on0: 'on' })
    const words = await (await carlas.get('/lists/lectio-l/settings/history')).text()
    for (const said of [
      'By invitation only',
      'after 3 days',
      '07:00',
      'Europe/Lisbon',
      'Larger than the list allows: Reject and tell the author',
    ])
      expect(words).toContain(said)
    expect(words.slice(words.indexOf('<tbody'))).not.toMatch(/>(?:vetted|closed|subscribers|true|false|too-large[^<]*)</)
    expect((await (await world.as(world.modesto)).get('/lists/lectio-l/settings/history')).status).toBe(404)
  })

  test('the rules are put in another order, tried on recent mail without a change, and reset', async () => {
    await receive(mail({ from: 'Maria <maria@maria.example>', subject: 'Cheap casino' }), 'lectio-l', 'maria@maria.example')
    await receive(mail({ from: otto, subject: 'From outside' }), 'lectio-l', otto)
    const carlas = await world.as(world.carla)
    const page = await (await carlas.get('/lists/lectio-l/rules')).text()
    expect(page.indexOf('The author is not a subscriber')).toBeLessThan(page.indexOf('A program wrote the message'))
    const kinds = [...page.matchAll(/name="kind(\d+)" value="([a-z-]+)"/g)].map(([, at = '', kind = '']) => ({ at, kind }))
    const asShown: Record<string, string> = {}
    for (const { at, kind } of kinds) {
      Object.assign(asShown, { [`kind${at}`]: kind, [`place${at}`]: String(Number(at) + 1), [`action${at}`]: 'hold', [`on${at}`]: 'on' })
      if (kind === 'banned') asShown[`action${at}`] = 'discard'
      if (kind === 'spam' || kind === 'first-posts' || kind === 'many-recipients') asShown[`number${at}`] = '5'
      if (kind === 'attachments') asShown[`types${at}`] = '.exe'
      if (kind === 'first-posts' || kind === 'implicit') delete asShown[`on${at}`]
    }
    const pattern = { ...asShown, newField: 'Subject', newPattern: 'casino' }
    const tried = await (await carlas.post('/lists/lectio-l/rules', { ...pattern, do: 'try' })).text()
    expect(tried).toMatch(/>Held<\/span><div class="meta">A header field matches a pattern of the list\.</)
    expect(tried).toMatch(/>Held<\/span><div class="meta">This address is not on the list\.</)
    expect((await world.db.selectFrom('list').select('rules').where('id', '=', world.listId).executeTakeFirst())?.rules).toBeNull()
    expect((await carlas.post('/lists/lectio-l/rules', { ...pattern, do: 'save' })).status).toBe(303)
    await receive(mail({ from: 'maria@maria.example', subject: 'Casino again' }), 'lectio-l', 'maria@maria.example')
    expect(await world.db.selectFrom('heldMail').select(['reason']).where('subject', '=', 'Casino again').execute()).toEqual([
      { reason: 'header' },
    ])

    const endless = await carlas.post('/lists/lectio-l/rules', {
      ...asShown,
      newField: 'Subject',
      newPattern: '((a{99}){99}){99}',
      do: 'save',
    })
    expect([endless.status, await endless.text()]).toEqual([422, expect.stringContaining('repeats too often')])
    const dmarc = kinds.find(({ kind }) => kind === 'dmarc-fails')?.at ?? ''
    const late = await carlas.post('/lists/lectio-l/rules', { ...asShown, [`place${dmarc}`]: '99', do: 'save' })
    expect([late.status, await late.text()]).toEqual([422, expect.stringContaining('below the rule for forged senders')])
    await carlas.post('/lists/lectio-l/rules', { do: 'reset' })
    expect((await world.db.selectFrom('list').select('rules').where('id', '=', world.listId).executeTakeFirst())?.rules).toBeNull()
    expect((await (await world.as(world.modesto)).post('/lists/lectio-l/rules', { do: 'reset' })).status).toBe(404)
  })
})
