import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { preparePost } from '../src/lib/mail/compose.ts'
import { readMessage } from '../src/lib/mail/parse.ts'
import { dailyDigests } from '../src/list/digests/jobs.ts'
import { Composer } from '../src/outbox/compose.ts'
import { underPost } from '../src/outbox/content.ts'
import { sweepDrafts } from '../src/people/drafts-actions.ts'
import { makeWorld, type World } from './world.ts'

let world: World
beforeEach(async () => {
  world = await makeWorld()
})
afterEach(() => world.end())

const write = '/lists/lectio-l/write'
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64')

async function bring(browser: Awaited<ReturnType<World['as']>>, name: string, bytes: Buffer): Promise<string> {
  const { key } = (await (await browser.post('/uploads', { name, size: String(bytes.length) })).json()) as { key: string }
  const headers = { cookie: [...browser.cookies].map(([one, value]) => `${one}=${value}`).join('; '), origin: 'http://rapport.test' }
  await world.app.request(`http://rapport.test/uploads/${key}/0`, { method: 'PUT', body: new Uint8Array(bytes), headers })
  await browser.post(`/uploads/${key}/finish`)
  return key
}
const rawOf = async (subject: string) => {
  const message = await world.db.selectFrom('message').selectAll().where('subject', '=', subject).executeTakeFirstOrThrow()
  const page = await (await world.as(world.carla)).get(`/lists/lectio-l/m/${encodeURIComponent(message.messageId)}/raw`)
  return { message, raw: Buffer.from(await page.arrayBuffer()) }
}

test('a post leaves as text and as HTML, and its archive page shows what was meant', async () => {
  const susi = await world.as(world.susi)
  const text = 'Two things:\n\n- **first**\n- second\n\nSusi\n-- \nLibrary'
  await susi.post(write, { subject: 'Marked', text })
  await world.settle()
  const { message, raw } = await rawOf('Marked')
  expect(raw.toString()).toMatch(/content-type: multipart\/alternative/i)
  const read = readMessage(raw)
  expect(read.text.trim()).toBe(text)
  expect(read.html).toContain('<strong>first</strong>')
  // Dashes begin a signature, they make no heading of the line above.
  expect(read.html).not.toMatch(/<h\d/)
  expect(await (await susi.get(`/lists/lectio-l/m/${encodeURIComponent(message.messageId)}`)).text()).toContain('<strong>first</strong>')
  // Who answers quotes what was said, not who said it.
  const answer = await (await susi.get(`${write}?reply=${encodeURIComponent(message.messageId)}`)).text()
  expect(answer).toContain('&gt; Susi\n')
  expect(answer).not.toContain('&gt; Library')
})

test('who reads no HTML gets a post without marks, each mail or in a digest, while its kept bytes stay as they were written', async () => {
  const marias = { personId: world.maria.personId, listId: world.listId }
  await world.db
    .updateTable('subscription')
    .set({ receiving: 'plain_digest' })
    .where((e) => e.and(marias))
    .execute()
  const text = '**Please** read [the plan](https://plan.example/x_y).\n\n> *Asked*\nAnswered\n-- \nSusi'
  const plain = 'Please read the plan <https://plan.example/x_y>.\n\n> Asked\n\nAnswered\n-- \nSusi'
  await (await world.as(world.susi)).post(write, { subject: 'Unmarked', text })
  await world.settle()
  const { message, raw } = await rawOf('Unmarked')
  expect(readMessage(raw).text.trim()).toBe(text)

  const delivery = await world.db.selectFrom('delivery').selectAll().where('messageId', '=', message.id).executeTakeFirstOrThrow()
  const mail = (await new Composer(world.context).compose(world.db, [delivery])).get(delivery.id)
  if (!mail || typeof mail === 'string') throw new Error('not composed')
  const sent = readMessage(Buffer.concat(mail.parts))
  expect([sent.defects, sent.text.trim()]).toEqual([[], plain])
  expect(sent.html).toContain('<strong>Please</strong>')

  await world.db.updateTable('list').set({ digestedAt: null }).execute()
  await dailyDigests({}, world.context)
  const digest = (await world.postbox()).find(({ kind, email }) => kind === 'list.digest' && email === world.maria.email)
  expect(readMessage(digest?.bytes ?? Buffer.alloc(0)).text).toContain('Please read the plan <https://plan.example/x_y>.')
})

test('a post is gone by a job ten seconds later, and is taken back before by a form: then it is a draft again', async () => {
  // Ahead of the database's own clock, so that what is for later waits.
  world.clock.now = new Date('2099-01-01T09:00:00Z')
  const susi = await world.as(world.susi)
  const path = (await susi.post(write, { subject: 'Too soon', text: 'I was too quick.' })).headers.get('location') ?? ''
  const { rows } = await sql<{ at: Date }>`select run_at as at from graphile_worker.jobs where task_identifier = 'list.leave'`.execute(
    world.db,
  )
  expect(rows).toEqual([{ at: new Date('2099-01-01T09:00:10Z') }])
  await world.settle()
  expect(await world.db.selectFrom('message').select('id').where('subject', '=', 'Too soon').execute()).toEqual([])
  const waits = await (await susi.get(path)).text()
  expect(waits).toContain(`action="${path}/back"`)
  // Once it has left there is nothing to take back: the page leads on by itself.
  expect(waits).toContain('<meta http-equiv="refresh" content="12"/>')
  const back = await susi.post(`${path}/back`)
  expect(back.headers.get('location')).toBe(write)
  expect(await (await susi.get(write)).text()).toContain('I was too quick.')
  expect((await susi.post(`${path}/back`)).status).toBe(409)
})

test('a post that may no longer leave is a draft above what was begun there since, which stays', async () => {
  const susi = await world.as(world.susi)
  await susi.post(write, { subject: 'First', text: 'Sent too late.' })
  await susi.post('/drafts', { draft: write, subject: 'Second', text: 'Begun since.' })
  await world.db.updateTable('list').set({ closedAt: world.clock.now }).where('id', '=', world.listId).execute()
  await world.settle()
  const { fields } = await world.db.selectFrom('draft').select('fields').executeTakeFirstOrThrow()
  expect(fields).toMatchObject({ subject: 'First', text: 'Sent too late.\n\nSecond\n\nBegun since.' })
  expect(await world.db.selectFrom('writtenPost').select('id').execute()).toEqual([])
  // Its author hears so, and finds it whatever list it was for.
  const read = async (path: string) => (await susi.get(path)).text()
  expect(await read('/today')).toContain('Not sent: First')
  expect(await read('/me/drafts')).toMatch(/First[\s\S]*Not sent[\s\S]*Sent too late\.\n\nSecond/)
  expect(await (await (await world.as(world.maria)).get('/me/drafts')).text()).toContain('You have no drafts')
  expect((await susi.post('/drafts/discard', { draft: write, to: '/me/drafts' })).headers.get('location')).toBe('/me/drafts')
  expect(await read('/today')).not.toContain('Not sent')
})

test('whose session ended while they wrote is told so, and led to sign in', async () => {
  const refused = await (await world.as()).post(write, { subject: 'Late', text: 'Still here.' })
  expect(refused.status).toBe(403)
  const page = await refused.text()
  expect(page).toContain('<h1>You are not signed in</h1>')
  expect(page).toContain('href="/sign-in?next=')
  expect(page).toContain('<input type="hidden" name="text" value="Still here."/>')
})

test('a draft stands in its form when its author comes back, and goes when it is sent, discarded or old', async () => {
  const susi = await world.as(world.susi)
  const has = async () => (await (await susi.get(write)).text()).includes('Half a thought')
  const keep = () => susi.post('/drafts', { draft: write, subject: 'S', text: 'Half a thought' })
  await keep()
  expect(await has()).toBe(true)
  await susi.post('/drafts/discard', { draft: write })
  expect(await has()).toBe(false)
  await keep()
  // A form that is refused keeps it.
  expect((await susi.post(write, { draft: write, subject: '', text: 'Half a thought' })).status).toBe(422)
  expect(await world.db.selectFrom('draft').select('id').execute()).toHaveLength(1)
  await susi.post(write, { draft: write, subject: 'S', text: 'A whole thought' })
  expect(await has()).toBe(false)
  await keep()
  await world.write((tx) => sweepDrafts(tx, new Date(world.clock.now.getTime() + 61 * 86_400_000)))
  expect(await has()).toBe(false)
})

test('without script a button shows how it will look, keeps the draft, and the form goes on from there', async () => {
  const susi = await world.as(world.susi)
  const form = { draft: write, subject: 'Seen first', text: 'Is it **bold**?' }
  const page = await (await susi.post(`/preview?${new URLSearchParams({ as: 'post', field: 'text', to: write })}`, form)).text()
  expect(page).toContain('<strong>bold</strong>')
  expect(page).toContain(`action="${write}"`)
  expect(page).toContain('name="subject" value="Seen first"')
  expect(page).toContain('Is it **bold**?')
  expect(await (await susi.get(write)).text()).toContain('Is it **bold**?')
})

test('a picture goes along, stands in the text of the mail and on its page, and its upload is gone', async () => {
  const susi = await world.as(world.susi)
  const key = await bring(susi, 'screen shot.png', png)
  expect((await susi.get(`/uploads/${key}/picture`)).headers.get('content-type')).toBe('image/png')
  const sent = await susi.post(write, { subject: 'Look', text: 'Here: ![Screen](screen-shot.png)', upload: `${key}/screen-shot.png` })
  expect(await (await susi.get(sent.headers.get('location') ?? '')).text()).toContain('>screen-shot.png</p>')
  await world.settle()
  const { message, raw } = await rawOf('Look')
  const read = readMessage(raw)
  expect(read.attachments.map(({ filename, type, inline }) => ({ filename, type, inline }))).toEqual([
    { filename: 'screen-shot.png', type: 'image/png', inline: true },
  ])
  expect(read.html).toContain(`src="cid:${read.attachments[0]?.contentId}"`)
  const at = `/lists/lectio-l/m/${encodeURIComponent(message.messageId)}/a/0`
  expect(await (await susi.get(`/lists/lectio-l/m/${encodeURIComponent(message.messageId)}`)).text()).toContain(`src="${at}" />`)
  expect(Buffer.from(await (await susi.get(at)).arrayBuffer())).toEqual(png)
  expect(await world.db.selectFrom('upload').select('id').execute()).toEqual([])
})

test('where the list wishes it, each post says below how to leave, as a part of its own where its author signed it', async () => {
  const { boundary, body } = { boundary: 'signed', body: 'What I signed.' }
  await world.db.updateTable('list').set({ leaveLine: true, language: 'de' }).where('id', '=', world.listId).execute()
  const signed = Buffer.from(
    [
      'From: Susi <susi@susi.example>',
      'To: lectio-l@lists.localhost',
      'Subject: Signed',
      'Date: Fri, 16 Oct 2026 08:00:00 +0000',
      'Message-ID: <signed@susi.example>',
      'MIME-Version: 1.0',
      `Content-Type: multipart/signed; boundary=${boundary}; micalg=pgp-sha256; protocol="application/pgp-signature"`,
      '',
      `--${boundary}`,
      'Content-Type: text/plain; charset=utf-8',
      '',
      body,
      `--${boundary}`,
      'Content-Type: application/pgp-signature; name=signature.asc',
      '',
      'iQ==',
      `--${boundary}--`,
      '',
    ].join('\r\n'),
  )
  const options = {
    raw: signed,
    list: {
      name: 'Lectio-L',
      id: 'lectio-l.lists.localhost',
      address: 'lectio-l@lists.localhost',
      page: 'http://rapport.test/lists/lectio-l',
    },
  }
  const under = underPost(options.list, { footer: '', leaveLine: true, language: 'de' })
  expect(under).toContain('Zum Abmelden schreiben Sie an lectio-l-unsubscribe@lists.localhost')
  const out = preparePost({ ...options, footer: under }).body.toString()
  // What was signed stands there byte for byte, and the line comes after it.
  const inside = signed.toString().slice(signed.toString().indexOf(`--${boundary}\r\n`))
  expect(out).toContain(inside.trimEnd())
  expect(out.indexOf('Abmelden')).toBeGreaterThan(out.indexOf(`--${boundary}--`))
  expect(underPost(options.list, { footer: '', leaveLine: false, language: 'de' })).toBe('')
})

test('an author whose mail has no name is called as they are known', () => {
  const raw = Buffer.from('From: maren@northfield.example\r\nTo: lectio-l@lists.localhost\r\nSubject: S\r\n\r\nText\r\n')
  const list = {
    name: 'Lectio-L',
    id: 'lectio-l.lists.localhost',
    address: 'lectio-l@lists.localhost',
    page: 'http://rapport.test/lists/lectio-l',
  }
  const from = (author?: string) =>
    /^From: .*$/m
      .exec(preparePost({ raw, list, rewriteFrom: true, ...(author === undefined ? {} : { author }) }).head.toString())?.[0]
      .trim()
  expect(from('Maren Oduya')).toBe('From: Maren Oduya via Lectio-L <lectio-l@lists.localhost>')
  expect(from()).toBe('From: maren via Lectio-L <lectio-l@lists.localhost>')
  expect(from('maren@northfield.example')).toBe('From: maren via Lectio-L <lectio-l@lists.localhost>')
})

test('letters of a list come in the name of its group', async () => {
  await world.db.updateTable('list').set({ joinPolicy: 'confirm' }).where('id', '=', world.listId).execute()
  await (await world.as()).post('/lists/lectio-l/join', { email: 'new@elsewhere.example' })
  await world.settle()
  const [letter] = (await world.postbox()).filter(({ kind }) => kind === 'list.confirm-join')
  expect(letter?.bytes?.toString()).toMatch(/^From: Lectio Working Group <lectio-l-owner@lists\.localhost>\r$/m)
})

test('an answer quotes what its author said, and not what they quoted', async () => {
  const susi = await world.as(world.susi)
  const text = 'Yes, in March.\n\nOn 2026-10-01 08:00, Maria wrote:\n\n> Who has done it?\n> And when?'
  await susi.post(write, { subject: 'Asked', text })
  await world.settle()
  const { messageId } = await world.db.selectFrom('message').select('messageId').executeTakeFirstOrThrow()
  const page = await (await (await world.as(world.carla)).get(`${write}?reply=${encodeURIComponent(messageId)}`)).text()
  expect(/<textarea[^>]*>([^<]*)/.exec(page)?.[1]).toMatch(/wrote:\n&gt; Yes, in March\.\n\n$/)
  expect(page).toContain('Send reply')
})

test('the page of a message that has left leads to its thread', async () => {
  const susi = await world.as(world.susi)
  await susi.post(write, { subject: 'A question', text: 'Who?' })
  await world.settle()
  const { messageId } = await world.db.selectFrom('message').select('messageId').executeTakeFirstOrThrow()
  const carla = await world.as(world.carla)
  const sent = (await carla.post(write, { reply: messageId, subject: 'Re: A question', text: 'Me.' })).headers.get('location') ?? ''
  expect((await carla.get(sent)).status).toBe(200)
  await world.settle()
  expect((await carla.get(sent)).headers.get('location')).toBe(`/lists/lectio-l/t/${encodeURIComponent(messageId)}`)
})

test('a post from the web waits where the list holds all, or its writer; what a rule says of newcomers, files and blocked addresses holds for it too', async () => {
  const susi = await world.as(world.susi)
  const own = { listId: world.listId, personId: world.susi.personId }
  const fateOf = async (subject: string, text = 'From the web.') => {
    await susi.post(write, { subject, text })
    world.clock.now = new Date(world.clock.now.getTime() + 600_000)
    await world.settle()
    const held = await world.db
      .selectFrom('heldMail')
      .select(['reason', 'state', 'fromEmail'])
      .where('subject', '=', subject)
      .executeTakeFirst()
    const posted = await world.db.selectFrom('message').select('id').where('subject', '=', subject).execute()
    return [posted.length, held && `${held.reason} ${held.state} ${held.fromEmail}`]
  }
  const list = (set: { emergency?: boolean; rules?: string }) =>
    world.db.updateTable('list').set(set).where('id', '=', world.listId).execute()
  const posting = (action: 'hold' | 'accept' | null) =>
    world.db
      .updateTable('subscription')
      .set({ posting: action })
      .where((e) => e.and(own))
      .execute()
  await list({ emergency: true })
  expect(await fateOf('All wait')).toEqual([0, `emergency held ${world.susi.email}`])
  await list({ emergency: false })
  await posting('hold')
  expect(await fateOf('Hers wait')).toEqual([0, `writer held ${world.susi.email}`])
  await posting(null)
  await list({ rules: JSON.stringify([{ kind: 'first-posts', action: 'hold', on: true, number: 1 }]) })
  expect(await fateOf('The first')).toEqual([0, `first-posts held ${world.susi.email}`])
  await posting('accept')
  expect(await fateOf('Always hers')).toEqual([1, undefined])
  await posting(null)
  const ban = { listId: world.listId, kind: 'address', value: world.susi.email, createdAt: world.clock.now } as const
  await world.db.insertInto('ban').values(ban).execute()
  expect(await fateOf('Blocked')).toEqual([0, `banned discarded ${world.susi.email}`])
})
