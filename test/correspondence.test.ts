import { afterAll, beforeAll, expect, test } from 'vitest'
import { announceLate } from '../src/correspondence/jobs.ts'
import { startMailServer } from '../src/edges/smtp/server.ts'
import { loadActor } from '../src/groups/queries.ts'
import { seat } from '../src/groups/roster/actions.ts'
import { readMessage } from '../src/lib/mail/parse.ts'
import { isGoingRound } from '../src/lib/mail/pass-on.ts'
import { ensureSigningKeys } from '../src/outbox/actions.ts'
import { Composer } from '../src/outbox/compose.ts'
import { claimDeliveries } from '../src/outbox/delivery-actions.ts'
import { deskAddress, openDesk, sendToDesk } from './desk.ts'
import { greet } from './dialogue.ts'
import { lettersTo } from './letters.ts'
import { makeWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld({
    answers: { 'forged.example': { TXT: ['v=spf1 -all'] }, '_dmarc.forged.example': { TXT: ['v=DMARC1; p=reject'] } },
  })
  await openDesk(world)
})
afterAll(() => world.end())

/** What was queued of one kind, newest last, read. */
const queued = async (kind: string) =>
  (await world.postbox())
    .filter((one) => one.kind === kind)
    .map(({ email, bytes }) => ({ to: email, bytes, message: readMessage(bytes ?? Buffer.alloc(0)) }))
const exchanges = async () => world.db.selectFrom('correspondence').selectAll().orderBy('id').execute()
const carla = () => world.as(world.carla)

test('the coordinator’s address is taken at the door, and an unknown one is not', async () => {
  const server = await startMailServer(
    { host: '127.0.0.1', port: 0 },
    { config: world.config, database: world.database, log: world.context.log, wake: () => {} },
  )
  const client = await greet(server.port)
  expect(await client.say('MAIL FROM:<vera@quillon.example>')).toMatch(/^250/)
  const said = [await client.say(`RCPT TO:<${deskAddress}>`), await client.say('RCPT TO:<lectio-treasurer@lists.localhost>')]
  await client.say('QUIT')
  await server.close()
  expect(said[0]).toMatch(/^250/)
  expect(said[1]).toMatch(/^550 5\.1\.1 There is no lectio-treasurer/)
})

test('a mail to the role is kept, and goes to its holder under an address that will be delivered', async () => {
  const [passed] = await queued('office.passed-on')
  expect(passed?.to).toBe(world.carla.email)
  expect(passed?.message.from).toEqual({ name: 'Vera Vogel via Lectio Coordinator', address: deskAddress })
  expect(passed?.message.replyTo[0]?.address).toMatch(/^reply\+[a-z2-7]{31}@lists\.localhost$/)
  expect(passed?.message.subject).toBe('Costs of the top twenty')
  expect(await exchanges()).toMatchObject([{ counterpart: 'vera@quillon.example', state: 'open', mails: 1, answerBy: '2026-10-30' }])
  const page = await (await (await carla()).get('/correspondence/lectio-coordinator')).text()
  expect(page).toContain('Costs of the top twenty')
  expect(page).toContain('We must answer')
})

test('it leaves with our signature and an envelope of ours, so that its author’s domain cannot have it refused', async () => {
  await world.write((tx) => ensureSigningKeys(tx, world.site, world.clock.now))
  await world
    .write(async (tx) => {
      const rows = await claimDeliveries(tx, 10, world.clock.now)
      const mails = await new Composer(world.context).compose(tx, rows)
      const [mail] = [...mails.values()]
      if (!mail || typeof mail === 'string') throw new Error('nothing was composed')
      expect(mail.from).toMatch(/^bounces\+[a-z2-7]{31}@lists\.localhost$/)
      expect(Buffer.concat(mail.parts).toString()).toMatch(/^DKIM-Signature:[\s\S]*d=lists\.localhost/)
      throw new Error('enough')
    })
    .catch((error: Error) => expect(error.message).toBe('enough'))
})

test('the holder’s answer by mail goes out from the role’s address, without hers, and is kept', async () => {
  const replyTo = (await queued('office.passed-on'))[0]?.message.replyTo[0]?.address ?? ''
  await sendToDesk(world, {
    from: `Carla <${world.carla.email}>`,
    to: replyTo,
    subject: 'Re: Costs of the top twenty',
    id: 'answer@carla.example',
    inReplyTo: 'costs@quillon.example',
    text: 'By Friday, please.',
    headers: ['X-Originating-IP: 10.1.2.3'],
  })
  const [written] = await queued('office.written')
  expect(written?.to).toBe('vera@quillon.example')
  expect(written?.message.from).toEqual({ name: 'Carla, Lectio Coordinator', address: deskAddress })
  expect(written?.message.inReplyTo).toBe('costs@quillon.example')
  expect(written?.message.text).toContain('By Friday, please.')
  expect(written?.bytes?.toString()).not.toMatch(/carla@carla\.example|10\.1\.2\.3/)
  expect(await exchanges()).toMatchObject([{ state: 'answered', mails: 2, answerBy: null }])
  // The same mail once more, as a mail server that lost our 250 hands it over.
  await sendToDesk(world, {
    from: `Carla <${world.carla.email}>`,
    to: replyTo,
    subject: 'Re: Costs of the top twenty',
    id: 'answer@carla.example',
    inReplyTo: 'costs@quillon.example',
    text: 'By Friday, please.',
    headers: ['X-Originating-IP: 10.1.2.3'],
  })
  expect(await queued('office.written')).toHaveLength(1)
})

test('an answer to it comes into the same exchange, and it is ours to answer again', async () => {
  await sendToDesk(world, {
    from: 'Vera <vera@quillon.example>',
    subject: 'Re: Costs of the top twenty',
    id: 'c2@quillon.example',
    inReplyTo: 'answer@carla.example',
  })
  expect(await exchanges()).toMatchObject([{ state: 'open', mails: 3 }])
})

test('who does not hold the role answers nobody in its name', async () => {
  const replyTo = (await queued('office.passed-on'))[0]?.message.replyTo[0]?.address ?? ''
  const before = (await queued('office.written')).length
  await sendToDesk(world, { from: `Otto <${world.otto.email}>`, to: replyTo, text: 'I say so.' })
  expect((await queued('office.written')).length).toBe(before)
  expect((await world.db.selectFrom('inbound').select('fate').orderBy('id', 'desc').executeTakeFirst())?.fate).toContain(
    'refused: not from whom it was written to',
  )
})

test('an answer on the web leaves from the role’s address, and says by when theirs is expected', async () => {
  const answer = { subject: 'Re: Costs of the top twenty', text: 'Until when?', answerExpected: 'on', answerBy: '2026-10-20' }
  expect((await (await carla()).post('/correspondence/lectio-coordinator/1/answer', answer)).status).toBe(303)
  expect(await exchanges()).toMatchObject([{ state: 'waiting', answerBy: '2026-10-20' }])
  // The same form once more, as who presses twice or whose answer was lost sends it, writes to nobody outside again.
  const sent = (await queued('office.written')).length
  const again = await Promise.all([1, 2].map(async () => (await carla()).post('/correspondence/lectio-coordinator/1/answer', answer)))
  expect([again.map(({ status }) => status), (await queued('office.written')).length]).toEqual([[303, 303], sent])
  expect((await queued('office.written')).at(-1)?.message).toMatchObject({
    from: { address: deskAddress },
    inReplyTo: 'c2@quillon.example',
  })
  const empty = await (await carla()).post('/correspondence/lectio-coordinator/1/answer', { subject: 'Re: Costs', text: '' })
  expect(empty.status).toBe(422)
  expect(await empty.text()).toContain('Re: Costs')
})

test('automatic answers and forged mail are kept, and passed on to nobody; a person may pass them on', async () => {
  const before = (await queued('office.passed-on')).length
  await sendToDesk(world, {
    from: 'Vera <vera@quillon.example>',
    subject: 'Out of office: away',
    headers: ['Auto-Submitted: auto-replied'],
  })
  await sendToDesk(world, { from: 'Boss <boss@forged.example>', subject: 'Pay this invoice' })
  await sendToDesk(world, {
    from: 'Vera <vera@quillon.example>',
    subject: 'Round and round',
    headers: [`X-Rapport-Passed: ${deskAddress}`],
  })
  expect((await queued('office.passed-on')).length).toBe(before)
  const kept = await world.db
    .selectFrom('correspondenceMail')
    .select(['id', 'correspondenceId', 'keptBack'])
    .where('keptBack', '<>', '')
    .orderBy('id')
    .execute()
  expect(kept.map((one) => one.keptBack)).toEqual(['automatic', 'forged', 'loop'])
  const [, forged] = kept
  const path = `/correspondence/lectio-coordinator/${forged?.correspondenceId}`
  expect(await (await (await carla()).get(path)).text()).toContain('This email might be fake')
  expect((await (await carla()).post(`${path}/mails/${forged?.id}/pass-on`)).status).toBe(303)
  expect((await queued('office.passed-on')).length).toBe(before + 1)
  expect((await (await carla()).post(`${path}/mails/${forged?.id}/pass-on`)).status).toBe(404)
})

test('mail that went through too many hosts goes round', () => {
  expect(
    isGoingRound(
      Array.from({ length: 51 }, () => ({ name: 'received', value: 'by a' })),
      deskAddress,
    ),
  ).toBe(true)
  expect(
    isGoingRound(
      Array.from({ length: 9 }, () => ({ name: 'received', value: 'by a' })),
      deskAddress,
    ),
  ).toBe(false)
})

test('a late answer is told once, to who sees to it', async () => {
  expect(
    (
      await (
        await carla()
      ).post('/correspondence/lectio-coordinator/1', {
        state: 'waiting',
        ownerId: String(world.carla.personId),
        answerBy: '2026-10-20',
        about: '/requests/214',
      })
    ).status,
  ).toBe(303)
  expect(
    (await (await carla()).post('/correspondence/lectio-coordinator/1', { state: 'waiting', about: 'javascript:alert(1)' })).status,
  ).toBe(422)
  const now = world.clock.now
  world.clock.now = new Date('2026-10-21T07:00:00Z')
  // Who gets the weekly email reads it there, in one line.
  expect(await (await (await carla()).get('/today')).text()).toContain('Late answers: ')
  await (await carla()).post('/me/notifications/week', { weekday: '1', hour: '8' })
  await announceLate({}, world.context)
  await announceLate({}, world.context)
  const letters = await lettersTo(world, world.carla.email, 'office.answer-late')
  expect(letters.map((letter) => letter.subject)).toEqual(['Answer from Vera Vogel is late'])
  expect(letters[0]?.text).toContain('\n\nYou get this email because you hold the role of lectio-coordinator@lists.localhost.\n')
  expect(await (await (await carla()).get('/correspondence/lectio-coordinator?late=on')).text()).toContain('Costs of the top twenty')
  world.clock.now = now
})

test('a server that was off on that day tells of a late answer when it stands again, and of another day anew', async () => {
  const now = world.clock.now
  const change = async (answerBy: string) =>
    (await carla()).post('/correspondence/lectio-coordinator/1', { state: 'waiting', ownerId: String(world.carla.personId), answerBy })
  const told = async () => (await lettersTo(world, world.carla.email, 'office.answer-late')).length
  const before = await told()
  await change('2026-10-24')
  world.clock.now = new Date('2026-10-30T07:00:00Z')
  await announceLate({}, world.context)
  await announceLate({}, world.context)
  expect(await told()).toBe(before + 1)
  await change('2026-10-27')
  await announceLate({}, world.context)
  expect(await told()).toBe(before + 2)
  await change('2026-11-02')
  await announceLate({}, world.context)
  expect(await told()).toBe(before + 2)
  await change('2026-10-20')
  world.clock.now = now
})

test('words of a mail find it, for those who read the address and nobody else', async () => {
  expect(await (await (await carla()).get('/correspondence/lectio-coordinator?q=friday')).text()).toContain('Costs of the top twenty')
  expect(await (await (await carla()).get('/correspondence/lectio-coordinator?q=zeppelin')).text()).toContain('No conversations match')
  expect(await (await (await carla()).get('/search?q=friday')).text()).toContain('/correspondence/lectio-coordinator/1')
  expect(await (await (await world.as(world.maria)).get('/search?q=friday')).text()).toContain('No results')
})

test('the address follows the term: a successor gets the mail and reads what was written, the deputy too, and who has left does not', async () => {
  const actor = await loadActor(world.db, world.carla.personId, world.clock.now, 'web')
  if (!actor) throw new Error('no Carla')
  const give = (email: string, role: 'coordinator' | 'deputy') =>
    world.write((tx) => seat(tx, actor, { email, groupId: world.group.groupId, role, formal: true, from: '2026-11-01', how: '' }))
  await give(world.susi.email, 'coordinator')
  await give(world.otto.email, 'deputy')
  await world.db.updateTable('appointment').set({ toOn: '2026-10-31' }).where('personId', '=', world.carla.personId).execute()
  const now = world.clock.now
  world.clock.now = new Date('2026-11-02T09:00:00Z')
  await sendToDesk(world, { from: 'Vera <vera@quillon.example>', subject: 'To the new one' })
  expect((await queued('office.passed-on')).at(-1)?.to).toBe(world.susi.email)
  for (const [person, status] of [
    [world.susi, 200],
    [world.otto, 200],
    [world.carla, 404],
    [world.ada, 404],
    [world.bruno, 404],
  ] as const)
    expect([person.name, (await (await world.as(person)).get('/correspondence/lectio-coordinator/1')).status]).toEqual([
      person.name,
      status,
    ])
  // With nobody left it goes to those who lead, and at last to the administrators.
  await world.db
    .updateTable('appointment')
    .set({ toOn: '2026-11-02' })
    .where('personId', 'in', [world.susi.personId, world.otto.personId])
    .execute()
  world.clock.now = new Date('2026-11-03T09:00:00Z')
  await sendToDesk(world, { from: 'Vera <vera@quillon.example>', subject: 'To whom?' })
  expect((await queued('office.passed-on')).at(-1)?.to).toBe(world.ada.email)
  world.clock.now = now
})

test('a role and a list never share an address, whichever comes first', async () => {
  const ada = await world.as(world.ada)
  for (const [name, sentence] of [
    ['lectio-l', 'A mailing list uses this one'],
    ['lectio-l-owner', 'A mailing list uses this one'],
    ['lectio-coordinator', 'Another role uses or used this one'],
    ['Lectio Boss', 'Use lower-case letters'],
  ]) {
    const answer = await ada.post('/role-addresses', { name: name as string, title: 'T', role: 'deputy', owner: `g${world.group.groupId}` })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(sentence)
  }
  const { openList } = await import('../src/list/actions.ts')
  const { program } = await import('../src/actor.ts')
  const open = () =>
    world.write((tx) =>
      openList(tx, program(world.clock.now), { groupId: world.group.groupId, communityIds: [], name: 'lectio-coordinator', title: 'L' }),
    )
  await expect(open()).rejects.toThrow('This name belongs to a role mailbox')
})

test('a steering committee has one too, read by its members alone, and a closed address takes no more mail', async () => {
  const ada = await world.as(world.ada)
  const form = { name: 'lsui-steering', title: 'LSUI Steering', owner: `c${world.group.communityId}` }
  expect((await ada.post('/role-addresses', { ...form, role: 'coordinator' })).status).toBe(422)
  expect((await ada.post('/role-addresses', { ...form, role: 'steering' })).status).toBe(303)
  const { id } = await world.db.selectFrom('roleAddress').select('id').where('name', '=', 'lsui-steering').executeTakeFirstOrThrow()
  expect((await ada.post(`/role-addresses/${id}/close`)).status).toBe(303)
  expect((await ada.post(`/role-addresses/${id}/close`)).status).toBe(409)
  await sendToDesk(world, { from: 'Vera <vera@quillon.example>', to: 'lsui-steering@lists.localhost', subject: 'Late' })
  expect((await world.db.selectFrom('inbound').select('fate').orderBy('id', 'desc').executeTakeFirst())?.fate).toBe('nobody')
})

test('what answers each answer in the same words goes round no more than five times', async () => {
  for (let n = 0; n < 8; n++)
    await sendToDesk(world, {
      from: 'Robin <robin@quillon.example>',
      subject: 'Thank you for your mail',
      text: `We will come back to you.\n\n> Answer ${n}\n`,
      inReplyTo: `<answer-${n}@lists.localhost>`,
    })
  const passed = (await queued('office.passed-on')).filter(({ message }) => message.subject === 'Thank you for your mail')
  expect(passed).toHaveLength(5)
})

test('all of it can be taken along as mbox', async () => {
  const answer = await (await carla()).get('/correspondence/lectio-coordinator/mbox')
  const mbox = await answer.text()
  expect(answer.headers.get('content-type')).toBe('application/mbox')
  expect(mbox.match(/^From /gm)?.length).toBe(
    (await world.db.selectFrom('correspondenceMail').select('id').where('addressId', '=', 1).execute()).length,
  )
})

test('a letter that is sent twice at the same instant goes out once, in one exchange', async () => {
  const sent = (await queued('office.written')).length
  const fresh = { to: 'someone@elsewhere.example', subject: 'Hello', text: 'Once.' }
  const both = await Promise.all([1, 2].map(async () => (await carla()).post('/correspondence/lectio-coordinator/write', fresh)))
  expect(new Set(both.map(({ headers }) => headers.get('location'))).size).toBe(1)
  expect((await queued('office.written')).length).toBe(sent + 1)
})
