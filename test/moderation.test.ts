import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { acceptMail } from '../src/edges/mailroom/actions.ts'
import { sortMails } from '../src/edges/mailroom/jobs.ts'
import { readMessage } from '../src/lib/mail/parse.ts'
import { remind } from '../src/list/moderation/jobs.ts'
import { lettersTo, linkTo } from './letters.ts'
import { mail } from './mail.ts'
import { withoutWeek } from './week-world.ts'
import { makeWorld, type World } from './world.ts'

const answers: Record<string, unknown> = {}
let world: World
beforeEach(async () => {
  for (const name of Object.keys(answers)) delete answers[name]
  world = await makeWorld({ answers })
  await withoutWeek(world)
})
afterEach(() => world.end())

async function receive(raw: Buffer, { to = 'lectio-l', from = 'maria@maria.example', peer = '203.0.113.9' } = {}) {
  await acceptMail(world.write, { raw, mailFrom: from, rcptTo: [`${to}@lists.localhost`], peer, helo: 'mx.example', via: 'mail' })
  await world.settle()
}

const stranger = 'otto@otto.example'
const send = (subject: string, from = stranger, more: Partial<Parameters<typeof mail>[0]> = {}) =>
  receive(mail({ from: `Otto <${from}>`, subject, ...more }), { from })
const subjects = async () => (await world.db.selectFrom('message').select('subject').orderBy('id').execute()).map(({ subject }) => subject)
const held = () => world.db.selectFrom('heldMail').select(['id', 'reason', 'state', 'subject', 'memo', 'claimedBy']).orderBy('id').execute()
const journal = async (action: string) =>
  (await world.db.selectFrom('journal').select(['action', 'personId', 'via', 'details']).where('action', '=', action).execute()).map(
    ({ personId, via }) => ({ personId, via }),
  )
const modesto = 'modesto@modesto.example'
const later = (days: number) => {
  world.clock.now = new Date(world.clock.now.getTime() + days * 86_400_000)
}

describe('by the link in the notice', () => {
  test('looking changes nothing, one POST decides, and then the key of every moderator is spent', async () => {
    await send('By key')
    const mine = await linkTo(world, modesto, 'list.held-moderators', '/decide/')
    const hers = await linkTo(world, 'carla@carla.example', 'list.held-moderators', '/decide/')
    expect(mine).not.toBe(hers)
    const visitor = await world.as()
    const page = await visitor.get(mine)
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('By key')])
    expect(await held()).toMatchObject([{ state: 'held' }])

    expect((await visitor.post(mine, { decision: 'approve' })).status).toBe(200)
    await world.settle()
    expect(await subjects()).toEqual(['By key'])
    expect(await journal('mail.approved')).toEqual([{ personId: world.modesto.personId, via: 'web' }])
    for (const key of [mine, hers]) expect((await visitor.post(key, { decision: 'discard' })).status).toBe(404)
    expect(await held()).toMatchObject([{ state: 'approved' }])
  })

  test('who moderates no more decides no more', async () => {
    await send('Too late')
    const key = await linkTo(world, modesto, 'list.held-moderators', '/decide/')
    await world.db.updateTable('appointment').set({ toOn: '2026-02-01' }).where('personId', '=', world.modesto.personId).execute()
    const visitor = await world.as()
    expect((await visitor.get(key)).status).toBe(404)
    expect((await visitor.post(key, { decision: 'approve' })).status).toBe(404)
    expect(await held()).toMatchObject([{ state: 'held' }])
  })
})

test('who comes too late on a page is told so, and led back to it', async () => {
  await send('Decide me')
  const path = `/lists/lectio-l/held/${(await held())[0]?.id}`
  await (await world.as(world.carla)).post(path, { decision: 'discard' })
  const modest = await world.as(world.modesto)
  const late = async (referer?: string) => (await modest.post(path, { decision: 'approve' }, referer ? { referer } : {})).text()
  expect(await late(`http://rapport.test${path}`)).toContain(`<a href="${path}">Back</a>`)
  expect(await late('http://elsewhere.example/lists')).not.toContain('>Back</a>')
  expect(await late()).not.toContain('>Back</a>')
})

test('a saved reply is chosen, stands in the form and is sent as it was changed there', async () => {
  const carla = await world.as(world.carla)
  await send('Decide me')
  const path = `/lists/lectio-l/held/${(await held())[0]?.id}`
  expect(await (await carla.get(path)).text()).not.toContain('Saved reply')
  const saved = { savedReplies: 'Please join first.\n \n\nThis is <off> topic.\nTry another list.' }
  expect((await carla.ask('PATCH', '/api/v1/lists/lectio-l/settings', saved)).status).toBe(200)
  for (const one of [path, await linkTo(world, modesto, 'list.held-moderators', '/decide/')]) {
    const keeper = one === path ? carla : await world.as()
    expect(await (await keeper.get(one)).text()).toContain('<option value="1">Please join first.</option>')
    // What was typed stays, and stands before it.
    for (const [note, before] of [
      ['', ''],
      ['Dear Otto,', 'Dear Otto,\n\n'],
    ] as const) {
      const page = await (await keeper.post(`${one}/reply`, { reply: '2', note, allow: 'on' })).text()
      const [, stands] = /<textarea[^>]*name="note"[^>]*>\n?([^<]*)<\/textarea>/.exec(page) ?? []
      expect(stands).toBe(`${before}This is &lt;off&gt; topic.\nTry another list.`)
      expect([
        /<input[^>]*name="allow"[^>]*checked/.test(page),
        page.includes(`action="${new URL(one, 'http://rapport.test').pathname}"`),
      ]).toEqual([true, true])
    }
    const none = await (await keeper.post(`${one}/reply`, { reply: '7', note: 'Dear Otto,' })).text()
    expect(none).toMatch(/<textarea[^>]*name="note"[^>]*>\n?Dear Otto,<\/textarea>/)
  }
  expect(await held()).toMatchObject([{ state: 'held' }])
  await carla.post(path, { decision: 'reject', note: 'This is off topic. Try another list, Otto.' })
  later(1)
  await world.settle()
  expect((await lettersTo(world, stranger, 'list.post-rejected'))[0]?.text).toContain('Try another list, Otto.')
})

test('who moderates writes the saved replies, and nothing else of the settings', async () => {
  await send('Decide me')
  const modest = await world.as(world.modesto)
  const path = `/lists/lectio-l/held/${(await held())[0]?.id}`
  expect(await (await modest.get(path)).text()).toContain('href="/lists/lectio-l/replies"')
  expect((await modest.post('/lists/lectio-l/replies', { savedReplies: 'Please join first.' })).status).toBe(303)
  expect(await (await modest.get(path)).text()).toContain('<option value="1">Please join first.</option>')
  expect((await modest.post('/lists/lectio-l/settings', { title: 'Mine' })).status).toBe(404)
  // The link of a letter is a key to one mail alone.
  const key = await linkTo(world, modesto, 'list.held-moderators', '/decide/')
  expect(await (await (await world.as()).get(key)).text()).not.toContain('/lists/lectio-l/replies')
})

test('the list of held mail says how each begins, in its writer’s own words', async () => {
  await send('Short of words', stranger, { text: '> What do you think?\n\nWe use **two** templates <here>.' })
  const page = await (await (await world.as(world.modesto)).get('/lists/lectio-l/held')).text()
  expect(page).toContain('We use two templates &lt;here&gt;.')
  expect(page).not.toContain('What do you think?')
})

test('one of several that were decided together, and one that is seen late, can be decided again', async () => {
  for (const subject of ['Casino', 'A real question']) await send(subject)
  const modest = await world.as(world.modesto)
  const [casino, real] = await held()
  for (const { id } of [casino, real] as { id: number }[]) await modest.post(`/lists/lectio-l/held/${id}`, { decision: 'reject' })
  const path = `/lists/lectio-l/held/${real?.id}`
  expect((await modest.post(`${path}/reopen`)).status).toBe(303)
  expect((await held()).map(({ state }) => state)).toEqual(['rejected', 'held'])
  // Its writer has heard nothing, and does not.
  later(1)
  await world.settle()
  expect(await lettersTo(world, stranger, 'list.post-rejected')).toHaveLength(1)
  await modest.post(path, { decision: 'discard' })
  later(20)
  expect(await (await modest.get(path)).text()).toContain(`action="${path}/reopen"`)
  await modest.post(`${path}/reopen`)
  await world.settle()
  expect((await held())[1]?.state).toBe('held')
  await modest.post(path, { decision: 'approve' })
  later(1)
  await world.settle()
  expect(await subjects()).toEqual(['A real question'])
  expect((await modest.post(`${path}/reopen`)).status).toBe(409)
})

test('who moderates starts and ends the emergency mode, no other setting; the others who look after the list hear of it', async () => {
  const modest = await world.as(world.modesto)
  const page = async () => (await modest.get('/lists/lectio-l/held')).text()
  const path = '/lists/lectio-l/emergency'
  expect(await page()).toContain('Start emergency mode')
  expect((await modest.post(path, { on: 'yes', title: 'Mine' })).status).toBe(303)
  // Sent once more, nobody hears of it again.
  expect((await modest.post(path, { on: 'yes' })).status).toBe(303)
  await world.settle()
  expect(await page()).toMatch(/Emergency mode is on: .*End emergency mode/s)
  const { title, emergency } = await world.db.selectFrom('list').selectAll().where('id', '=', world.listId).executeTakeFirstOrThrow()
  expect([title, emergency]).toEqual(['Lectio-L', true])
  const [letter, ...more] = await lettersTo(world, 'carla@carla.example', 'list.emergency')
  expect([letter?.subject, more]).toEqual(['Emergency mode started: Lectio-L', []])
  expect(letter?.text).toContain('Modesto started the emergency mode of Lectio-L.')
  expect(await lettersTo(world, modesto, 'list.emergency')).toEqual([])
  await receive(mail({ from: 'maria@maria.example', subject: 'All wait' }))
  expect((await held()).map(({ reason }) => reason)).toEqual(['emergency'])
  await modest.post(path, { on: 'no' })
  await world.settle()
  await receive(mail({ from: 'maria@maria.example', subject: 'Goes on' }))
  expect(await subjects()).toEqual(['Goes on'])
  const mine = { personId: world.modesto.personId, via: 'web' }
  expect([await journal('list.emergency-begun'), await journal('list.emergency-ended'), await journal('list.changed')]).toEqual([
    [mine],
    [mine],
    [],
  ])
  expect((await modest.post(path, { on: 'maybe' })).status).toBe(422)
})

describe('by an answer to the notice', () => {
  const answerTo = async (email: string, kind = 'list.held-moderators') => {
    const notice = (await world.postbox()).findLast((one) => one.email === email && one.kind === kind)
    return readMessage(notice?.bytes ?? Buffer.alloc(0)).replyTo[0]?.address.split('@')[0] ?? ''
  }
  const answer = async (text: string, from = modesto, more: string[] = []) =>
    receive(mail({ from, subject: 'Re: held', text, headers: more }), { to: await answerTo(modesto), from })

  test.each([
    ['approve', 'approved', 1],
    ['Reject: please join first.', 'rejected', 0],
    ['discard\n\n> a mail waits\n> approve', 'discarded', 0],
  ])('%s', async (text, state, posted) => {
    await send('Decide me')
    await answer(text)
    expect(await held()).toMatchObject([{ state }])
    expect(await subjects()).toHaveLength(posted)
    expect(await journal(`mail.${state}`)).toEqual([{ personId: world.modesto.personId, via: 'mail' }])
    if (state === 'rejected') expect((await lettersTo(world, stranger, 'list.post-rejected'))[0]?.text).toContain('please join first.')
  })

  test('a number stands for the saved reply that has it', async () => {
    await world.db.updateTable('list').set({ savedReplies: 'Please join first.\n\nOff topic.\nTry another list.' }).execute()
    await send('Decide me')
    await answer('Reject 2')
    await send('Decide me too')
    await answer('Reject: 3')
    const told = await lettersTo(world, stranger, 'list.post-rejected')
    expect(told[0]?.text).toContain('Off topic.\nTry another list.')
    expect(told).toHaveLength(1)
    expect(await held()).toMatchObject([{ state: 'rejected' }, { state: 'held' }])
    expect(await lettersTo(world, modesto, 'list.decision-unclear')).toHaveLength(1)
  })

  test('what is not understood decides nothing and is asked back; a colleague who was faster is told of', async () => {
    await send('Decide me')
    await answer('Who is this?')
    expect(await held()).toMatchObject([{ state: 'held' }])
    expect(await lettersTo(world, modesto, 'list.decision-unclear')).toHaveLength(1)
    expect(await answerTo(modesto, 'list.decision-unclear')).toMatch(/^reply\+/)
    await (await world.as(world.carla)).post(`/lists/lectio-l/held/${(await held())[0]?.id}`, { decision: 'discard' })
    await answer('approve')
    expect(await held()).toMatchObject([{ state: 'discarded' }])
    const [told] = await lettersTo(world, modesto, 'list.decided-before')
    // It may have been they themselves: a letter that is answered twice.
    expect(told?.text).toContain(`was already decided when your answer came`)
    expect(told?.text).toContain(`/lists/lectio-l/held/${(await held())[0]?.id}`)
  })

  test('what cannot be done is told to who answered, with the reason, in their language', async () => {
    await world.db.updateTable('person').set({ locale: 'de' }).where('id', '=', world.modesto.personId).execute()
    await receive(mail({ from: '', subject: 'From nobody' }), { from: stranger })
    await answer('approve always')
    expect(await held()).toMatchObject([{ reason: 'no-from', state: 'held' }])
    const [letter] = await lettersTo(world, modesto, 'inbound.not-done')
    expect(letter?.text).toContain('Diese Nachricht hat keine Absenderadresse.')
    expect(letter?.text).toContain(`/lists/lectio-l/held/${(await held())[0]?.id}`)
    const { fate } = await world.db.selectFrom('inbound').select('fate').orderBy('id', 'desc').limit(1).executeTakeFirstOrThrow()
    expect(fate).toBe('refused: it cannot be done')
  })

  test('what waits to be told names no address that could be answered in their place; the letter has it', async () => {
    await receive(mail({ from: '', subject: 'From nobody' }), { from: stranger })
    const raw = mail({ from: modesto, text: 'approve always' })
    const rcptTo = [`${await answerTo(modesto)}@lists.localhost`]
    await acceptMail(world.write, { raw, mailFrom: modesto, rcptTo, peer: '203.0.113.9', helo: 'mx.example', via: 'mail' })
    expect(await sortMails(world.context)).toBe(1)
    const { rows } = await sql<{ task: string; payload: string }>`select task_identifier as task, payload::text as payload
      from graphile_worker.jobs join graphile_worker._private_jobs using (id)`.execute(world.db)
    const waiting = rows.find(({ task }) => task === 'inbound.notDone')
    expect(waiting?.payload).toContain('"purpose":"moderate"')
    expect(rows.filter(({ payload }) => /reply\+|[a-z2-7]{31}/.test(payload))).toEqual([])
    await world.settle()
    expect(await answerTo(modesto, 'inbound.not-done')).toMatch(/^reply\+[a-z2-7]{31}$/)
  })

  test('an absence notice, somebody else and a forger decide nothing', async () => {
    await send('Decide me')
    await answer('approve', modesto, ['Auto-Submitted: auto-replied'])
    await answer('approve', stranger)
    answers['_dmarc.modesto.example'] = { TXT: ['v=DMARC1; p=reject'] }
    answers['modesto.example'] = { TXT: ['v=spf1 ip4:192.0.2.1 -all'] }
    await answer('approve')
    expect(await held()).toMatchObject([{ state: 'held' }])
    expect(await subjects()).toEqual([])
  })
})

test('a writer who is allowed from now on is not held again; a member neither', async () => {
  await send('The first')
  const modestos = await world.as(world.modesto)
  await modestos.post(`/lists/lectio-l/held/${(await held())[0]?.id}`, { decision: 'approve', allow: 'on' })
  // What is approved can be taken back for a minute, and who is let through with it.
  await world.settle()
  await send('The second')
  expect(await subjects()).toEqual(['The first', 'The second'])
  // The key to a list is not the key to all.
  await receive(mail({ from: stranger, subject: 'Elsewhere' }), { to: 'catalogo-l', from: stranger })
  expect(await subjects()).toEqual(['The first', 'The second'])

  await world.db
    .updateTable('list')
    .set({ rules: JSON.stringify([{ kind: 'first-posts', action: 'hold', on: true, number: 5 }]) })
    .execute()
  await send('From a new member', 'maria@maria.example')
  const mine = (await held()).find(({ reason }) => reason === 'first-posts')
  await modestos.post(`/lists/lectio-l/held/${mine?.id}`, { decision: 'approve', allow: 'on' })
  await world.settle()
  await send('Her second', 'maria@maria.example')
  expect(await subjects()).toContain('Her second')
})

test('several are decided at once, and what a colleague has decided stays', async () => {
  for (const subject of ['One', 'Two', 'Three']) await send(subject)
  const ids = (await held()).map(({ id }) => String(id))
  const modestos = await world.as(world.modesto)
  await (await world.as(world.carla)).post(`/lists/lectio-l/held/${ids[0]}`, { decision: 'discard' })
  const none = await modestos.post('/lists/lectio-l/held', { decision: 'approve' })
  expect([none.status, await none.text()]).toEqual([422, expect.stringContaining('Select at least 1 message.')])
  const body = new URLSearchParams([['decision', 'approve'], ...ids.map((id) => ['held', id])])
  const response = await world.app.request('http://rapport.test/lists/lectio-l/held', {
    method: 'POST',
    headers: {
      origin: 'http://rapport.test',
      'content-type': 'application/x-www-form-urlencoded',
      cookie: [...modestos.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    },
    body: body.toString(),
  })
  expect(response.status).toBe(303)
  await world.settle()
  expect((await held()).map(({ state }) => state)).toEqual(['discarded', 'approved', 'approved'])
  expect(await subjects()).toEqual(['Two', 'Three'])
})

test('two moderators at the same instant: one decides, the other hears of it', async () => {
  await send('Both')
  const path = `/lists/lectio-l/held/${(await held())[0]?.id}`
  const [one, two] = [await world.as(world.modesto), await world.as(world.carla)]
  const answers = await Promise.all([one.post(path, { decision: 'approve' }), two.post(path, { decision: 'discard' })])
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
})

test('a claim and a word for colleagues stand beside the mail, and nobody is kept out', async () => {
  await send('Mine')
  const path = `/lists/lectio-l/held/${(await held())[0]?.id}`
  const modestos = await world.as(world.modesto)
  await modestos.post(`${path}/claim`, { take: 'yes' })
  await modestos.post(`${path}/memo`, { memo: 'I ask her institution.' })
  const carlas = await world.as(world.carla)
  const page = await (await carlas.get(path)).text()
  expect(page).toContain('Assigned to Modesto')
  expect(page).toContain('I ask her institution.')
  expect((await carlas.post(path, { decision: 'approve' })).status).toBe(303)
  expect((await modestos.post(`${path}/claim`, { take: 'yes' })).status).toBe(409)
})

describe('what nobody decides', () => {
  test('moderators are reminded once in a while, and then it expires and its writer hears so', async () => {
    await send('Forgotten')
    await remind({}, world.context)
    expect(await lettersTo(world, modesto, 'list.held-reminder')).toHaveLength(0)
    later(3)
    await remind({}, world.context)
    await remind({}, world.context)
    const reminders = await lettersTo(world, modesto, 'list.held-reminder')
    expect(reminders).toHaveLength(1)
    expect(reminders[0]?.text).toMatch(/Decide by \w+ \d+ \w+ \d{4} at \d\d:\d\d UTC [\s\S]*- Forgotten \(Otto\)/)
    later(12)
    await remind({}, world.context)
    await world.settle()
    expect(await held()).toMatchObject([{ state: 'expired' }])
    expect(await lettersTo(world, stranger, 'list.held-expired')).toHaveLength(1)
    expect(await journal('mail.expired')).toEqual([{ personId: null, via: 'job' }])
    // Late is late.
    const page = await (await world.as(world.modesto)).post(`/lists/lectio-l/held/${(await held())[0]?.id}`, { decision: 'approve' })
    expect(page.status).toBe(409)
  })

  test('whose reminders stand in the letter of their week is told at once before it expires', async () => {
    await world.db.updateTable('weekChoice').set({ wanted: true }).where('personId', '=', world.modesto.personId).execute()
    await send('Forgotten')
    later(3)
    await remind({}, world.context)
    expect(await lettersTo(world, modesto, 'list.held-reminder')).toHaveLength(0)
    later(9)
    await remind({}, world.context)
    expect(await lettersTo(world, modesto, 'list.held-reminder')).toHaveLength(1)
  })

  test('a forged mail expires in silence', async () => {
    answers['_dmarc.maria.example'] = { TXT: ['v=DMARC1; p=reject'] }
    answers['maria.example'] = { TXT: ['v=spf1 ip4:192.0.2.1 -all'] }
    await send('Forged', 'maria@maria.example')
    later(20)
    await remind({}, world.context)
    await world.settle()
    expect(await held()).toMatchObject([{ state: 'expired' }])
    expect((await world.postbox()).filter(({ email }) => email === 'maria@maria.example')).toEqual([])
  })
})

describe('rules', () => {
  const setRules = (rules: object[]) =>
    world.db
      .updateTable('list')
      .set({ rules: JSON.stringify(rules) })
      .where('id', '=', world.listId)
      .execute()

  test('reject by rule tells the writer why, but never an automaton, and never without end', async () => {
    await setRules([{ kind: 'not-subscribed', action: 'reject', on: true }])
    for (let turn = 0; turn < 6; turn++) await send(`Let me in ${turn}`)
    const told = await lettersTo(world, stranger, 'list.post-rejected')
    expect(told).toHaveLength(4)
    expect(told[0]?.text).toContain('This address is not on the list.')
    await receive(mail({ from: 'bot@bot.example', subject: 'Beep', headers: ['Precedence: bulk'] }), { from: 'bot@bot.example' })
    expect((await world.postbox()).filter(({ email }) => email === 'bot@bot.example')).toEqual([])
    expect((await held()).every(({ state }) => state === 'rejected')).toBe(true)
    expect(await journal('mail.rejected')).toHaveLength(7)
  })

  test.each<[string, object, Partial<Parameters<typeof mail>[0]>, string]>([
    [
      'many recipients',
      {},
      { to: `lectio-l@lists.localhost, ${Array.from({ length: 40 }, (_, i) => `p${i}@x.example`).join(', ')}` },
      'many-recipients',
    ],
    ['the list in Bcc', { kind: 'implicit', action: 'hold', on: true }, { to: 'friends@x.example' }, 'implicit'],
    ['a command to everybody', {}, { subject: 'unsubscribe', text: 'unsubscribe' }, 'administrivia'],
    ['the filter in front', {}, { headers: ['X-Spam-Flag: YES'] }, 'spam'],
    ['a score', {}, { headers: ['X-Spam-Status: No, score=7.3 required=9'] }, 'spam'],
    ['a program', {}, { attachment: { name: 'invoice.pdf.exe', content: 'MZ' } }, 'attachments'],
    ['two dates', {}, { headers: ['Date: Mon, 12 Oct 2026 10:00:00 +0000'] }, 'suspicious'],
    [
      'a pattern',
      { kind: 'header', action: 'hold', on: true, field: 'Subject', pattern: 'f.nf for free' },
      { subject: 'Fünf for FREE' },
      'header',
    ],
  ])('%s', async (_, rule, parts, reason) => {
    if ('kind' in rule) await setRules([{ kind: 'dmarc-fails', action: 'hold', on: true }, rule])
    await send(parts.subject ?? 'Under a rule', 'maria@maria.example', parts)
    expect((await held()).map((one) => one.reason)).toEqual([reason])
    expect(await subjects()).toEqual([])
  })

  test('an emergency holds everybody, whatever the rules say', async () => {
    await world.db.updateTable('list').set({ emergency: true }).execute()
    await send('Now', 'maria@maria.example')
    expect((await held()).map((one) => one.reason)).toEqual(['emergency'])
  })
})

test('a mail loop between two lists ends by itself', async () => {
  // Each list receives the other's mail, as a person would.
  for (const [name, to] of [
    ['lectio-l', world.otherListId],
    ['catalogo-l', world.listId],
  ] as const)
    await world.join(await world.addPerson(name, { email: `${name}@lists.localhost` }), to)
  await world.db
    .updateTable('list')
    .set({
      rules: JSON.stringify([
        { kind: 'automatic', action: 'hold', on: false },
        { kind: 'not-subscribed', action: 'accept', on: true },
        { kind: 'suspicious', action: 'hold', on: false },
      ]),
    })
    .execute()
  const { Composer } = await import('../src/outbox/compose.ts')
  await send('Round and round', 'maria@maria.example')
  const composer = new Composer(world.context, { sign: false })
  let sent = 0
  for (let round = 0; round < 6; round++) {
    const due = await world.db
      .selectFrom('delivery')
      .selectAll()
      .where('email', 'like', '%@lists.localhost')
      .where('state', '=', 'queued')
      .where('messageId', 'is not', null)
      .execute()
    await world.db
      .updateTable('delivery')
      .set({ state: 'sent' })
      .where('id', 'in', [0, ...due.map(({ id }) => id)])
      .execute()
    const mails = await composer.compose(world.db, due)
    for (const one of mails.values())
      if (typeof one !== 'string') {
        sent++
        await acceptMail(world.write, {
          raw: Buffer.concat(one.parts),
          mailFrom: one.from,
          rcptTo: [one.to],
          peer: '203.0.113.9',
          helo: 'x',
          via: 'mail',
        })
        await world.settle()
      }
  }
  expect(sent).toBe(2)
  const fates = (await world.db.selectFrom('inbound').select('fate').orderBy('id').execute()).map(({ fate }) => fate)
  expect(fates).toEqual(['posted', 'posted', 'dropped: it has been through this list before'])
})

test('moderators open the attachment that they are to check, as a download; nobody else does', async () => {
  await send('With a program', stranger, { attachment: { name: 'tidy.vbs', content: 'MsgBox 1' } })
  const [one] = await held()
  const at = `/lists/lectio-l/held/${one?.id}`
  const moderator = await world.as(world.modesto)
  expect(await (await moderator.get(at)).text()).toContain(`<a href="${at}/files/1">tidy.vbs</a>`)
  const file = await moderator.get(`${at}/files/1`)
  expect([file.status, file.headers.get('content-disposition'), await file.text()]).toEqual([
    200,
    "attachment; filename*=UTF-8''tidy.vbs",
    'MsgBox 1',
  ])
  expect((await moderator.get(`${at}/files/2`)).status).toBe(404)
  expect((await (await world.as(world.maria)).get(`${at}/files/1`)).status).toBe(404)
})
