import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { program } from '../src/actor.ts'
import { acceptMail } from '../src/edges/mailroom/actions.ts'
import { lookAt } from '../src/files/queries.ts'
import { appoint } from '../src/groups/actions.ts'
import { enqueue } from '../src/lib/db/enqueue.ts'
import { readMessage } from '../src/lib/mail/parse.ts'
import { emptyExcerpts, makeRequest } from '../src/requests/actions.ts'
import { listConcerned } from '../src/requests/cases/queries.ts'
import { keepCommentFiles } from '../src/requests/comments-actions.ts'
import { listRequestChoices } from '../src/requests/core/queries.ts'
import { carryOutMerge, proposeMerge, undoMerge } from '../src/requests/merging-actions.ts'
import { decideParty } from '../src/requests/merging-parties-actions.ts'
import { raiseVoice, recordSupport } from '../src/requests/support/actions.ts'
import { listSupporters } from '../src/requests/support/queries.ts'
import { lettersTo, linkTo } from './letters.ts'
import { mail } from './mail.ts'
import { actorOf, employ } from './requests-world.ts'
import { withoutWeek } from './week-world.ts'
import { makeWorld, type Person, type World } from './world.ts'

let world: World
let places: Awaited<ReturnType<typeof employ>>
beforeAll(async () => {
  world = await makeWorld({ answers: {} })
  places = await employ(world)
  await withoutWeek(world)
})
afterAll(() => world.end())

let count = 0
/** A mail to an address of the list, from somebody whose mail program is believed. */
async function send(person: Person, parts: { subject?: string; text?: string; to?: string; headers?: string[]; id?: string } = {}) {
  const { to = 'lectio-l@lists.localhost', id = `m${++count}@${person.name.toLowerCase()}.example`, ...rest } = parts
  const raw = mail({ from: `${person.name} <${person.email}>`, to, id, ...rest })
  await acceptMail(world.write, { raw, mailFrom: person.email, rcptTo: [to], via: 'mail', peer: '192.0.2.7', helo: 'mail.example' })
  await world.settle()
  return { raw, message: await world.db.selectFrom('message').select(['id', 'messageId']).where('messageId', '=', id).executeTakeFirst() }
}

const casesOf = (messageId: number) =>
  world.db
    .selectFrom('userCaseSource')
    .innerJoin('userCase', 'userCase.id', 'userCaseSource.caseId')
    .selectAll('userCase')
    .select('userCaseSource.excerpt')
    .where('userCaseSource.messageId', '=', messageId)
    .orderBy('userCase.id')
    .execute()

const make = async (
  title: string,
  more: { visibility?: 'group' | 'subscribers' | 'public'; kind?: 'idea' | 'concern'; caseIds?: number[] } = {},
) => {
  const carla = await actorOf(world, world.carla)
  const { visibility = 'subscribers', kind = 'idea', caseIds } = more
  return world.write((tx) => makeRequest(tx, carla, world.group.groupId, { kind, title, text: `${title}.`, visibility }, { caseIds }))
}

const see = async (path: string, person?: Person) => {
  const response = await (await world.as(person)).get(path)
  return { status: response.status, text: await response.text() }
}
const press = async (path: string, form: Record<string, string>, person?: Person) => (await world.as(person)).post(path, form)

const need = 'Every term forty students call our help desk, because the list shows gaps while items are processed'
const complaint = `${need}.

We would like a hint that says how many are on their way. Support case 00412345.

On 3 March 2026 Carla wrote:
> Could somebody count the calls?

-- 
Susi
Corrib Institute`

describe('a message becomes a user case', () => {
  test('by the button in the archive: once, with its excerpt, and its author is told', async () => {
    const { message } = await send(world.susi, { subject: 'Re: [Lectio-L] Gaps in lists', text: complaint })
    const id = message?.id ?? 0
    expect((await see(`/lists/lectio-l/m/${encodeURIComponent(message?.messageId ?? '')}`, world.maria)).text).toContain('Make a user case')
    // First what will be made and who is told; nothing is made or mailed by looking.
    const before = (await world.postbox()).length
    const plan = await see(`/cases/capture?message=${id}`, world.maria)
    expect(plan.text).toContain(`value="${need}"`)
    expect(plan.text).toContain('Susi gets one email.')
    expect(plan.text).toContain('Create user case and send email')
    await world.settle()
    expect([await casesOf(id), (await world.postbox()).length]).toEqual([[], before])
    const own = await see(`/cases/capture?message=${id}`, world.susi)
    expect(own.text).toContain('No one gets an email.')
    const first = await press('/cases/capture', { messageId: String(id) }, world.maria)
    expect(first.status).toBe(303)
    const again = await press('/cases/capture', { messageId: String(id) }, world.carla)
    const [one, ...others] = await casesOf(id)
    expect(others).toEqual([])
    expect(again.headers.get('location')).toBe(`/cases/${one?.id}`)
    expect(one).toMatchObject({ title: need, state: 'draft', authorId: world.susi.personId, organisationId: places.corrib })
    // What is quoted and how it is signed are not her words.
    expect(one?.excerpt).toContain('forty students')
    expect(one?.excerpt).not.toContain('count the calls')
    expect(one?.excerpt).not.toContain('Corrib Institute')
    expect(
      await world.db
        .selectFrom('caseNumber')
        .select('number')
        .where('caseId', '=', one?.id ?? 0)
        .execute(),
    ).toEqual([{ number: '00412345' }])
    await world.settle()
    const letters = await lettersTo(world, world.susi.email, 'requests.case-captured')
    expect(letters).toHaveLength(1)
    expect(letters[0]?.text).toContain('> Every term forty students')
    // It stands below their own message.
    const sent = (await world.postbox()).findLast(({ kind }) => kind === 'requests.case-captured')
    expect(sent?.bytes?.toString()).toMatch(/^In-Reply-To: <m\d+@susi\.example>\r$/m)
  })

  test('with the title that whoever makes it gives it; when the message is removed, what it said goes with it', async () => {
    const { message } = await send(world.susi, { subject: 'Names', text: 'Jane Roe cannot open the lists of her course.' })
    await press('/cases/capture', { messageId: String(message?.id) }, world.maria)
    const { message: other } = await send(world.susi, { subject: 'More names', text: 'John Roe cannot open them either, every day.' })
    await press('/cases/capture', { messageId: String(other?.id), title: 'Lists open for all of a course' }, world.maria)
    const [proposed] = await casesOf(message?.id ?? 0)
    const [given] = await casesOf(other?.id ?? 0)
    expect([proposed?.title, given?.title]).toEqual(['Jane Roe cannot open the lists of her course', 'Lists open for all of a course'])
    await world.write((tx) => emptyExcerpts(tx, [message?.id ?? 0, other?.id ?? 0]))
    const titles = await world.db
      .selectFrom('userCase')
      .select('title')
      .where('id', 'in', [proposed?.id ?? 0, given?.id ?? 0])
      .orderBy('id')
      .execute()
    expect(titles).toEqual([{ title: '[removed]' }, { title: 'Lists open for all of a course' }])
    const versions = await world.db
      .selectFrom('userCaseVersion')
      .select('fields')
      .where('caseId', '=', proposed?.id ?? 0)
      .execute()
    expect(JSON.stringify(versions)).not.toContain('Jane')
  })

  test('two who press the button at once make one', async () => {
    const { message } = await send(world.susi, { subject: 'At once', text: 'We need an export of a list for accreditation, every year.' })
    const form = { messageId: String(message?.id) }
    await Promise.all([press('/cases/capture', form, world.maria), press('/cases/capture', form, world.carla)])
    expect(await casesOf(message?.id ?? 0)).toHaveLength(1)
  })

  test('by #usercase in a post, and not by one in what it quotes', async () => {
    const { message } = await send(world.susi, {
      subject: 'Broken links',
      text: 'A report of broken links for a department, please.\n\n#usercase',
    })
    const [one] = await casesOf(message?.id ?? 0)
    expect(one).toMatchObject({ origin: 'hashtag', excerpt: 'A report of broken links for a department, please.' })
    const quoting = await send(world.maria, {
      subject: 'Re: Broken links',
      text: 'I agree.\n\n> A report of broken links, please.\n> #usercase',
    })
    expect(await casesOf(quoting.message?.id ?? 0)).toEqual([])
  })

  test('by forwarding to the list’s +case address: the message is found again, and captured twice it is one', async () => {
    const { message, raw } = await send(world.susi, {
      subject: 'Keyboard',
      text: 'Dragging does not work with the keyboard.',
      id: 'keyboard@susi.example',
    })
    const inline = `Worth keeping.

---------- Forwarded message ---------
From: Susi <${world.susi.email}>
Date: Fri, 16 Oct 2026 08:00:00 +0000
Subject: Keyboard
To: lectio-l@lists.localhost

Dragging does not work with the keyboard.`
    await send(world.maria, { to: 'lectio-l+case@lists.localhost', subject: 'Fwd: Keyboard', text: inline })
    const found = await casesOf(message?.id ?? 0)
    expect(found).toMatchObject([{ origin: 'forward', title: 'Dragging does not work with the keyboard', authorId: world.susi.personId }])
    const attached = Buffer.concat([
      Buffer.from(
        `From: Carla <${world.carla.email}>\r\nTo: lectio-l+case@lists.localhost\r\nSubject: Fwd: Keyboard\r\nMessage-ID: <att@carla.example>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nSee below.\r\n--b\r\nContent-Type: message/rfc822\r\n\r\n`,
      ),
      raw,
      Buffer.from('\r\n--b--\r\n'),
    ])
    await acceptMail(world.write, { raw: attached, mailFrom: world.carla.email, rcptTo: ['lectio-l+case@lists.localhost'], via: 'cli' })
    await world.settle()
    expect(await casesOf(message?.id ?? 0)).toHaveLength(1)
    const [answer] = await lettersTo(world, world.carla.email, 'requests.case-forwarded')
    expect(answer?.subject).toContain('already')
  })

  test('a mail that is in no archive keeps its bytes and stays with the group until its author agrees', async () => {
    const text = `---------- Forwarded message ---------\nFrom: Petra <petra@elsewhere.example>\nDate: 3 Mar 2025 10:00:00 +0000\nSubject: Copyright\n\nPermissions expire without a warning and we pay fines.`
    await send(world.maria, { to: 'lectio-l+case@lists.localhost', subject: 'Fwd: Copyright', text })
    const one = await world.db.selectFrom('userCase').selectAll().where('title', 'like', 'Permissions expire%').executeTakeFirstOrThrow()
    expect(one).toMatchObject({ visibility: 'group', authorEmail: 'petra@elsewhere.example', state: 'draft' })
    expect((await see(`/cases/${one.id}`, world.susi)).status).toBe(404)
    expect((await see(`/cases/${one.id}`, world.maria)).text).toContain('pay fines')
  })

  test('a stranger’s forward and an automatic one make nothing', async () => {
    const before = await world.db.selectFrom('userCase').select('id').execute()
    await send(world.otto, { to: 'lectio-l+case@lists.localhost', subject: 'Fwd: Buy', text: 'Buy this' })
    await send(world.maria, {
      to: 'lectio-l+case@lists.localhost',
      subject: 'Away',
      text: 'I am away',
      headers: ['Auto-Submitted: auto-replied'],
    })
    expect(await world.db.selectFrom('userCase').select('id').execute()).toEqual(before)
  })

  test('is written in few fields; the others are behind one line until one of them holds something', async () => {
    const details = (page: string) => /<details class="fold"( open="")?><summary>More details<\/summary>(.*?)<\/details>/s.exec(page)
    const fresh = details(await (await (await world.as(world.susi)).get('/cases/new')).text())
    expect(fresh?.[1]).toBeUndefined()
    for (const name of ['workaround', 'cost', 'versions', 'numbers']) expect(fresh?.[2]).toContain(`name="${name}"`)
    const typed = { problem: 'No deep links', visibility: 'subscribers' }
    expect(details(await (await press('/cases', typed, world.susi)).text())?.[1]).toBeUndefined()
    expect(details(await (await press('/cases', { ...typed, cost: 'An hour a day' }, world.susi)).text())?.[1]).toBe(' open=""')
    expect(details(await (await press('/cases', { ...typed, versions: 'x'.repeat(600) }, world.susi)).text())?.[1]).toBe(' open=""')
  })

  test('written on the web, what was typed stays when something is missing', async () => {
    const refused = await press('/cases', { problem: 'No deep links to a section', visibility: 'subscribers' }, world.susi)
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('No deep links to a section')
    const made = await press(
      '/cases',
      { title: 'Deep links', problem: 'No deep links to a section', visibility: 'subscribers', consent: 'public' },
      world.susi,
    )
    expect(made.status).toBe(303)
    expect(
      await world.db
        .selectFrom('userCase')
        .select(['state', 'origin', 'consent', 'organisationId'])
        .where('title', '=', 'Deep links')
        .execute(),
    ).toEqual([{ state: 'open', origin: 'web', consent: 'public', organisationId: places.corrib }])
  })
})

describe('its author', () => {
  const capture = async (subject: string, text = 'We need visibility dates for each section, every term.') => {
    const { message } = await send(world.susi, { subject, text })
    await press('/cases/capture', { messageId: String(message?.id) }, world.maria)
    await world.settle()
    const [one] = await casesOf(message?.id ?? 0)
    const link = await linkTo(world, world.susi.email, 'requests.case-captured', '/case/')
    return { id: one?.id ?? 0, link, reply: `reply+${link.slice('/case/'.length)}@lists.localhost` }
  }
  const row = (id: number) => world.db.selectFrom('userCase').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

  test('corrects, says who may quote her, and takes back, by her link alone; opening it changes nothing', async () => {
    const { id, link } = await capture('Visibility dates')
    const before = await row(id)
    expect((await see(link)).status).toBe(200)
    expect(await row(id)).toEqual(before)
    await press(link, { act: 'consent', consent: 'vendor' })
    await press(link, { act: 'correct', title: 'Dates by section', problem: 'Whole lists only' })
    expect(await row(id)).toMatchObject({
      consent: 'vendor',
      title: 'Dates by section',
      version: 2,
      state: 'open',
      organisationId: places.corrib,
    })
    await press(link, { act: 'withdraw', why: 'Solved' })
    expect(await row(id)).toMatchObject({ state: 'withdrawn', withdrawnWhy: 'Solved' })
    expect((await see(`/cases/${id}`, world.maria)).text).toContain('Withdrawn')
    expect((await see(`/cases/${id}/edit`, world.maria)).status).toBe(409)
    expect((await see(`/requests/new?case=${id}`, world.maria)).text).not.toContain('Dates by section')
    expect((await press(link, { act: 'consent', consent: 'public' })).status).toBe(409)
  })

  test.each([
    ['Yes\n\nBest\nSusi', { consent: 'public' }],
    ['Nein.', { consent: 'no' }],
    ['withdraw', { state: 'withdrawn' }],
  ])('answers by mail: %j', async (text, wanted) => {
    const { id, reply } = await capture('Answered by mail')
    await send(world.susi, { to: reply, subject: 'Re: Your words', text })
    expect(await row(id)).toMatchObject(wanted)
  })

  test('adds words by mail, without what she quotes, once', async () => {
    const { id, reply } = await capture('More words')
    const text =
      'It is worse for us in September.\n\nOn Friday the group wrote:\n> Your words have become a user case\n> We need visibility dates'
    await send(world.susi, { to: reply, subject: 'Re: Your words', text })
    await send(world.susi, { to: reply, subject: 'Re: Your words', text })
    const sources = await world.db.selectFrom('userCaseSource').select('excerpt').where('caseId', '=', id).orderBy('id').execute()
    expect(sources.map(({ excerpt }) => excerpt)).toEqual([
      'We need visibility dates for each section, every term.',
      'It is worse for us in September.',
    ])
  })

  test('whose withdrawn case is no longer counted in a request, whose champion hears of it', async () => {
    const { id, link } = await capture('Counted no more')
    const requestId = await make('Dates for sections', { caseIds: [id] })
    await press(`/requests/${requestId}/champion`, { personId: String(world.maria.personId) }, world.carla)
    await press(link, { act: 'withdraw' })
    await world.settle()
    const page = await see(`/requests/${requestId}`, world.maria)
    expect(page.text).toContain('No user cases yet')
    expect((await lettersTo(world, world.maria.email, 'requests.case-withdrawn')).at(-1)?.text).toContain('Dates for sections')
    expect((await press(`/requests/${requestId}/cases`, { caseId: String(id) }, world.carla)).status).toBe(409)
  })
})

describe('who sees what', () => {
  test('a public request shows nothing from a private message without its author’s yes', async () => {
    const { message } = await send(world.susi, {
      subject: 'A private story',
      text: 'Our provost shouted about the zebra numbers, every week.',
    })
    await press('/cases/capture', { messageId: String(message?.id) }, world.maria)
    await world.settle()
    const [one] = await casesOf(message?.id ?? 0)
    const requestId = await make('Numbers for provosts', { visibility: 'public', caseIds: [one?.id ?? 0] })
    const everywhere = async () =>
      [
        await see(`/requests/${requestId}`),
        await see('/requests'),
        await see('/search?q=zebra'),
        await see(`/api/v1/requests/${requestId}`),
      ]
        .map(({ text }) => text)
        .join('\n')
    const before = await everywhere()
    expect(before).toContain('Numbers for provosts')
    expect(before).not.toContain('provost shouted')
    expect(before).not.toContain('A private story')
    expect((await see(`/requests/${requestId}`, world.susi)).text).toContain('provost shouted')
    await press(await linkTo(world, world.susi.email, 'requests.case-captured', '/case/'), { act: 'consent', consent: 'public' })
    expect((await see(`/requests/${requestId}`)).text).toContain('provost shouted')
  })

  test('vendor staff on the list see the request, not support, triage or notes', async () => {
    const vera = await world.addPerson('Vera')
    const vendor = await world.db
      .selectFrom('organisation')
      .select('id')
      .where('kind', '=', 'vendor')
      .orderBy('id')
      .executeTakeFirstOrThrow()
    await world.db.insertInto('affiliation').values({ personId: vera.personId, organisationId: vendor.id }).execute()
    await world.join(vera)
    const requestId = await make('Seen by the vendor')
    await press(`/requests/${requestId}/voice`, { strength: 'must', reason: 'An elephant of a reason' }, world.susi)
    await press(`/requests/${requestId}/notes`, { text: 'A walrus of a note' }, world.carla)
    const page = await see(`/requests/${requestId}`, vera)
    expect(page.status).toBe(200)
    for (const hidden of ['elephant', 'walrus', 'id="support"', 'Internal notes']) expect(page.text).not.toContain(hidden)
    for (const path of [
      '/requests/board',
      '/cases/queue',
      `/requests/${requestId}/history`,
      '/requests/export.xlsx',
      '/merges',
      '/synonyms',
    ])
      expect((await see(path, vera)).status, path).toBe(404)
    const listed = await see('/api/v1/requests', vera)
    expect(listed.text).toContain('Seen by the vendor')
    expect(listed.text).not.toContain('"supporters":1')
    expect((await press(`/requests/${requestId}/voice`, { strength: 'must' }, vera)).status).toBe(404)
    expect((await see('/search?q=walrus', vera)).text).not.toContain('A walrus')
    expect((await see('/search?q=walrus', world.carla)).text).not.toContain('walrus of')
  })
})

describe('support', () => {
  test('of several people of an institution counts once; the referent’s word is the institution’s', async () => {
    const requestId = await make('Support once')
    const colleague = await world.addPerson('Nuala')
    await world.db.insertInto('affiliation').values({ personId: colleague.personId, organisationId: places.corrib }).execute()
    await world.join(colleague)
    await press(`/requests/${requestId}/voice`, { strength: 'must', reason: 'Calls' }, world.susi)
    const said = async () => {
      const answer = await press(`/requests/${requestId}/voice`, { strength: 'would_like', reason: '' }, colleague)
      return decodeURIComponent(answer.headers.get('set-cookie') ?? '')
    }
    // Who gets email about it from now on is told so, once.
    expect(await said()).toContain('Support saved. You now follow this request and get its comments by email.')
    expect(await said()).not.toContain('follow this request')
    // Of two words that are as frequent the weaker is the institution's.
    expect(await listSupporters(world.db, requestId)).toMatchObject([{ organisationId: places.corrib, strength: 'would_like', voices: 2 }])
    await press(`/requests/${requestId}/voice/withdraw`, {}, colleague)
    expect(await listSupporters(world.db, requestId)).toMatchObject([{ strength: 'must', voices: 1, reason: 'Calls' }])
  })

  test('stands with the institution that supports it, for who reads who supports what', async () => {
    const [theirs, other, closed] = [await make('Yak theirs'), await make('Yak other'), await make('Yak closed')]
    await press(`/requests/${theirs}/voice`, { strength: 'must' }, world.susi)
    await press(`/requests/${other}/voice`, { strength: 'not_for_us' }, world.susi)
    await press(`/requests/${closed}/voice`, { strength: 'should' }, world.susi)
    await world.db.updateTable('request').set({ visibility: 'group' }).where('id', '=', closed).execute()
    await press(`/requests/${theirs}/stage`, { stage: 'accepted', why: '' }, world.carla)
    const vera = await world.addPerson('Vera of the vendor')
    const vendor = await world.db
      .selectFrom('organisation')
      .select('id')
      .where('kind', '=', 'vendor')
      .orderBy('id')
      .executeTakeFirstOrThrow()
    await world.db.insertInto('affiliation').values({ personId: vera.personId, organisationId: vendor.id }).execute()
    await world.join(vera)
    const outside = await world.addPerson('Outi of no list')
    const named = (text: string) => [...text.matchAll(/class="title" href="\/requests\/(\d+)"[^>]*>\s*Yak/g)].map(([, id]) => Number(id))
    const both = async (person?: Person) => [
      named((await see(`/organisations/${places.corrib}`, person)).text),
      named((await see(`/requests?order=title&q=Yak&institution=${places.corrib}`, person)).text),
    ]
    expect(await both(world.susi)).toEqual([[theirs], [theirs]])
    expect(await both(world.carla)).toEqual([
      [closed, theirs],
      [closed, theirs],
    ])
    for (const who of [vera, outside, undefined]) expect(await both(who)).toEqual([[], []])
    expect((await see('/requests', world.susi)).text).toContain(`<option value="${places.corrib}">Corrib Institute</option>`)
    expect((await see('/requests', outside)).text).not.toContain('Corrib Institute')
  })

  test('is looked for by what it is to oneself, and said from the list of what nothing was said of', async () => {
    const [ours, open, followed, ended] = [
      await make('Zebra ours'),
      await make('Zebra open'),
      await make('Zebra followed'),
      await make('Zebra ended'),
    ]
    await press(`/requests/${ours}/voice`, { strength: 'must' }, world.susi)
    await press(`/requests/${followed}/follow`, { following: 'yes' }, world.susi)
    await press(`/requests/${ended}/stage`, { stage: 'accepted', why: '' }, world.carla)
    const listed = async (mine: string, person = world.susi) => {
      const { text } = await see(`/requests?q=Zebra&order=title&mine=${mine}`, person)
      return [...text.matchAll(/class="title" href="\/requests\/(\d+)"/g)].map(([, id]) => Number(id))
    }
    expect(await listed('supported')).toEqual([ours])
    expect(await listed('followed')).toEqual([followed, ours])
    expect(await listed('unsaid')).toEqual([followed, open])
    expect(await listed('cases')).toEqual([])
    // What no page offers narrows nothing, and for a stranger there is nothing that is theirs.
    expect(await listed('all')).toHaveLength(4)
    const next = '/requests?q=Zebra&mine=unsaid'
    expect((await see(next, world.susi)).text).toContain('says “Should have” for Corrib')
    expect((await see('/requests?q=Zebra', world.susi)).text).not.toContain('/voice')
    const said = await press(`/requests/${open}/voice`, { strength: 'should', next }, world.susi)
    expect([said.status, said.headers.get('location')]).toEqual([303, next])
    expect(await listSupporters(world.db, open)).toMatchObject([{ organisationId: places.corrib, strength: 'should' }])
    expect(await listed('unsaid')).toEqual([followed])
    // The last of a page takes its page along.
    expect((await see(`${next}&page=1`, world.susi)).text).toContain(`name="next" value="${next.replaceAll('&', '&amp;')}"`)
    // Where to come back is a page of this site alone.
    const away = await press(`/requests/${open}/voice`, { strength: 'must', next: 'https://elsewhere.example/' }, world.susi)
    expect(away.headers.get('location')).toBe(`/requests/${open}`)
  })

  test('waits for the referent where the group wants it, and is confirmed by one button or by mail', async () => {
    const rita = await world.addPerson('Rita')
    await world.write((tx) =>
      appoint(tx, program(world.clock.now), {
        personId: rita.personId,
        role: 'referent',
        communityId: world.group.communityId,
        organisationId: places.northfield,
        fromOn: '2026-01-01',
      } as never),
    )
    for (const mergeDays of ['-5', '121']) {
      const refused = await press('/affirmations/rule', { referentConfirms: 'on', mergeDays }, world.carla)
      expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining('Enter a number from 0 to 120.')])
    }
    await press('/affirmations/rule', { referentConfirms: 'on', mergeDays: '14' }, world.carla)
    // Titles are named to who may read them.
    const open = { visibility: 'public' } as const
    const [first, second] = [await make('Confirmed by button', open), await make('Confirmed by mail', open)]
    for (const id of [first, second]) await press(`/requests/${id}/voice`, { strength: 'must', reason: 'Needed' }, world.maria)
    expect(await listSupporters(world.db, first)).toEqual([])
    await world.settle()
    const letters = await lettersTo(world, rita.email, 'requests.confirm-support')
    expect(letters.map(({ subject }) => subject)).toEqual([
      expect.stringContaining('Confirmed by button'),
      expect.stringContaining('Confirmed by mail'),
    ])
    // Where an institution has no referent, nobody is asked what none of its people could answer.
    await press(`/requests/${second}/voice`, { strength: 'must' }, world.carla)
    await world.settle()
    expect(await lettersTo(world, world.carla.email, 'requests.confirm-support')).toEqual([])
    const links = letters.map(({ text }) => /\/support\/(\S+)/.exec(text)?.[1] ?? '')
    expect((await see(`/support/${links[0]}`)).status).toBe(200)
    expect(await listSupporters(world.db, first)).toEqual([])
    await press(`/support/${links[0]}`, { answer: 'yes' })
    await send(rita, { to: `reply+${links[1]}@lists.localhost`, subject: 'Re', text: 'Yes' })
    for (const id of [first, second]) expect(await listSupporters(world.db, id)).toMatchObject([{ strength: 'must', confirmedBy: 'Rita' }])
    await press('/affirmations/rule', { mergeDays: '14' }, world.carla)
  })

  test('is affirmed each cycle by one click from a mail, or becomes history', async () => {
    const [kept, lost] = [await make('Still wanted'), await make('Wanted no more')]
    await press(`/requests/${kept}/voice`, { strength: 'must' }, world.susi)
    await press(`/requests/${lost}/voice`, { strength: 'should' }, world.carla)
    world.clock.now = new Date('2026-10-20T09:00:00Z')
    expect((await press('/affirmations', { name: 'Cycle 2027', closesOn: '2026-11-10' }, world.carla)).status).toBe(303)
    expect((await press('/affirmations', { name: 'Another', closesOn: '2026-11-10' }, world.carla)).status).toBe(409)
    await world.settle()
    const link = await linkTo(world, world.susi.email, 'requests.affirm-support', '/support/')
    expect((await see(link)).text).toContain('Still wanted')
    // Today leads to the same page, and nobody else there.
    const entry = /href="(\/support\/questions\/\d+)"/.exec((await see('/today', world.susi)).text)?.[1] ?? ''
    const onward = (await (await world.as(world.susi)).get(entry)).headers.get('location') ?? ''
    expect((await see(onward)).text).toContain('Still wanted')
    expect((await (await world.as(world.carla)).get(entry)).status).toBe(404)
    expect((await see(link)).text).toMatch(/Support that you do not confirm by .*no longer counts/)
    const none = await press(link, { answer: 'chosen' })
    expect([none.status, await none.text()]).toEqual([422, expect.stringContaining('Select at least one request.')])
    await press(link, { answer: 'all' })
    await press(link, { answer: 'all' })
    world.clock.now = new Date('2026-11-11T02:00:00Z')
    await world.write(async (tx) => {
      const { closeAffirmations } = await import('../src/requests/support/actions.ts')
      await closeAffirmations(tx, world.clock.now)
    })
    expect(await listSupporters(world.db, kept)).toMatchObject([{ organisationId: places.corrib }])
    expect(await listSupporters(world.db, lost)).toEqual([])
    expect((await see(`/requests/${lost}`, world.carla)).text).toContain('No longer counts')
  })
})

test('who is named with an @ in a comment gets it and follows, unless they stopped; who may not read the request is nobody to name', async () => {
  const requestId = await make('Names named', { visibility: 'group' })
  const letters = async ({ email }: Person) =>
    (await lettersTo(world, email, 'requests.comment')).filter(({ text }) => text.includes('quokka')).length
  await press(`/requests/${requestId}/comments`, { text: 'A quokka for @Maria and @Susi, says Carla.' }, world.carla)
  await world.settle()
  expect([await letters(world.maria), await letters(world.susi)]).toEqual([1, 0])
  await press(`/requests/${requestId}/follow`, { following: 'no' }, world.maria)
  await press(`/requests/${requestId}/comments`, { text: 'Another quokka, @Maria?' }, world.carla)
  await world.settle()
  expect(await letters(world.maria)).toBe(1)
})

describe('a comment by mail', () => {
  test('keeps what is new, not the thread that it quotes; the same mail twice is one; an absence notice is none', async () => {
    const requestId = await make('Talked about')
    await press(`/requests/${requestId}/follow`, { following: 'yes' }, world.susi)
    await press(`/requests/${requestId}/comments`, { text: `Who **could** [test](/requests/${requestId}) it?` }, world.maria)
    await world.settle()
    const letter = (await lettersTo(world, world.susi.email, 'requests.comment')).at(-1)
    expect(letter?.text).toContain(`Who could test <http://rapport.test/requests/${requestId}> it?`)
    const { bytes } = (await world.postbox()).findLast(({ kind }) => kind === 'requests.comment') ?? {}
    expect(readMessage(bytes ?? Buffer.alloc(0)).references).toEqual([`requests.${requestId}@lists.localhost`])
    const token = /\/requests\/follow\/(\S+)/.exec(letter?.text ?? '')?.[1]
    const quoted = (letter?.text ?? '')
      .split('\n')
      .map((line) => `> ${line}`)
      .join('\n')
    const to = `reply+${token}@lists.localhost`
    await send(world.susi, { to, subject: 'Re: Talked about', text: `We could, in May.\n\nOn Friday Maria wrote:\n${quoted}` })
    await send(world.susi, { to, subject: 'Re', text: quoted })
    await send(world.susi, { to, subject: 'Away', text: 'I am away', headers: ['Auto-Submitted: auto-replied'] })
    const comments = await world.db
      .selectFrom('requestComment')
      .select(['text', 'via', 'personId'])
      .where('requestId', '=', requestId)
      .orderBy('id')
      .execute()
    expect(comments).toEqual([
      { text: `Who **could** [test](/requests/${requestId}) it?`, via: 'web', personId: world.maria.personId },
      { text: 'We could, in May.', via: 'mail', personId: world.susi.personId },
    ])
    await world.settle()
    expect((await lettersTo(world, world.maria.email, 'requests.comment')).at(-1)?.text).toContain('We could, in May.')
    expect((await see(`/requests/follow/${token}`)).status).toBe(200)
    await press(`/requests/follow/${token}`, {})
    await press(`/requests/${requestId}/comments`, { text: 'Once more' }, world.maria)
    await world.settle()
    expect((await lettersTo(world, world.susi.email, 'requests.comment')).filter(({ text }) => text.includes('Once more'))).toEqual([])
  })
})

test('what is sent along with a comment by mail stands beside it, once; a file that is not what its name says is left out', async () => {
  const requestId = await make('Sent along')
  await press(`/requests/${requestId}/follow`, { following: 'yes' }, world.susi)
  await press(`/requests/${requestId}/comments`, { text: 'How does it look?' }, world.maria)
  await world.settle()
  const letter = (await lettersTo(world, world.susi.email, 'requests.comment')).at(-1)
  const to = `reply+${/\/requests\/follow\/(\S+)/.exec(letter?.text ?? '')?.[1]}@lists.localhost`
  const part = (type: string, name: string, text: string) =>
    `--b\r\nContent-Type: ${type}\r\nContent-Disposition: attachment; filename="${name}"\r\n\r\n${text}\r\n`
  const raw = Buffer.from(
    `From: Susi <${world.susi.email}>\r\nTo: ${to}\r\nSubject: Re: Sent along\r\nMessage-ID: <along@susi.example>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nLike this.\r\n${part('text/plain', 'steps.txt', 'Open the list.')}${part('application/pdf', 'fake.pdf', 'No PDF.')}--b--\r\n`,
  )
  await acceptMail(world.write, { raw, mailFrom: world.susi.email, rcptTo: [to], via: 'mail', peer: '192.0.2.7', helo: 'mail.example' })
  await world.settle()
  const comment = await world.db
    .selectFrom('requestComment')
    .select('id')
    .where('requestId', '=', requestId)
    .where('via', '=', 'mail')
    .executeTakeFirstOrThrow()
  const { rawId } = await world.db.selectFrom('inbound').select('rawId').orderBy('id', 'desc').executeTakeFirstOrThrow()
  await world.write((tx) => enqueue(tx, 'requests.commentFiles', { commentId: comment.id, rawId }))
  await world.settle()
  const files = await world.db
    .selectFrom('requestFile')
    .innerJoin('file', 'file.id', 'requestFile.fileId')
    .select(['file.id', 'file.name', 'file.personId', 'requestFile.commentId'])
    .where('requestFile.requestId', '=', requestId)
    .execute()
  expect(files).toMatchObject([{ name: 'steps.txt', personId: world.susi.personId, commentId: comment.id }])
  expect((await see(`/requests/${requestId}/files/${files[0]?.id}`, world.maria)).text).toContain('Open the list.')
  // Who may not read the request any more brings nothing to it, and that is the end of it.
  await world.db.deleteFrom('requestFile').where('commentId', '=', comment.id).execute()
  await world.db.updateTable('request').set({ visibility: 'group' }).where('id', '=', requestId).execute()
  const susi = await actorOf(world, world.susi)
  const looked = await lookAt({ name: 'steps.txt', content: Buffer.from('Open the list.') })
  await world.write((tx) => keepCommentFiles(tx, susi, comment.id, [looked]))
  expect(await world.db.selectFrom('requestFile').select('fileId').where('commentId', '=', comment.id).execute()).toEqual([])
})

test('an example is written from the page of a request: the group finds it meant for it, and whoever collates has put it there', async () => {
  const [id, other] = [await make('Deep links'), await make('Something else')]
  expect((await see(`/requests/${id}`, world.susi)).text).toContain(`href="/cases/new?request=${id}`)
  const form = await see(`/cases/new?request=${id}`, world.susi)
  expect(form.text).toMatch(new RegExp(`An example for the request[^]*#${id} Deep links`))
  const facts = { title: 'Links into week three', problem: 'They end on top.', consent: 'public' }
  const refused = await press('/cases', { ...facts, title: '', requestId: String(id) }, world.susi)
  const again = await refused.text()
  expect([refused.status, again.includes(`name="requestId" value="${id}"`)]).toEqual([422, true])
  // What is like it is looked for again.
  expect([form.text, again].map((text) => /data-hx-trigger="([^"]*)"/.exec(text)?.[1])).toEqual([
    'input delay:50ms',
    'load, input delay:50ms',
  ])
  const write = async (person: Person, requestId: number) =>
    (await press('/cases', { ...facts, requestId: String(requestId) }, person)).headers.get('location')?.replace(/\?.*/, '') ?? ''
  const path = await write(world.susi, id)
  const page = (await see(path, world.carla)).text
  expect(page).toMatch(new RegExp(`name="requestId"[^>]*value="${id}"`))
  expect(page).toContain('Not part of a request yet')
  expect((await see(await write(world.carla, other), world.carla)).text).toContain(`href="/requests/${other}"`)
  const lines = await world.db
    .selectFrom('journal')
    .select('action')
    .where('subject', '=', `request:${id}`)
    .where('action', '=', 'likeness.same')
    .execute()
  expect(lines).toHaveLength(1)
  // Merged since the form was opened: it is an example for what that one is part of now.
  await world.db.updateTable('request').set({ stage: 'merged', mergedIntoId: other, rootId: other }).where('id', '=', id).execute()
  expect((await see(await write(world.carla, id), world.carla)).text).toContain(`href="/requests/${other}"`)
  expect((await see(await write(world.susi, id), world.carla)).text).toMatch(new RegExp(`name="requestId"[^>]*value="${other}"`))
})

describe('two requests become one', () => {
  test('by consent: those concerned are told what would go along, and one click keeps it', async () => {
    const [source, target] = [await make('Export a list'), await make('Lists for accreditation')]
    const shared = await press(
      '/cases',
      { title: 'One document each spring', problem: 'They ask for it.', visibility: 'subscribers', consent: 'public' },
      world.susi,
    )
    const caseId = /cases\/(\d+)/.exec(shared.headers.get('location') ?? '')?.[1] ?? ''
    expect((await press(`/requests/${source}/cases`, { caseId }, world.carla)).status).toBe(303)
    // Those who collate see who may quote it, named as that.
    expect((await see(`/requests/${source}`, world.carla)).text).toContain('· Who can quote the author: Everyone')
    await press(`/requests/${source}/voice`, { strength: 'must', reason: 'Accreditation' }, world.susi)
    await press(`/requests/${source}/voice`, { strength: 'should', reason: '' }, world.maria)
    const proposed = await press(`/requests/${source}/merge`, { targetId: String(target), reason: 'One need' }, world.carla)
    const merge = proposed.headers.get('location') ?? ''
    await world.settle()
    const link = await linkTo(world, world.susi.email, 'requests.merge-proposed', '/merge/')
    // Susi hears once of all that is hers, with what stands behind both sides.
    const told = await lettersTo(world, world.susi.email, 'requests.merge-proposed')
    expect(told).toHaveLength(1)
    expect(told[0]?.text).toMatch(
      /Export a list: 2 institutions, 1 user case\n +→ Lists for accreditation: 0 institutions, 0 user cases\n += together: 2 institutions, 1 user case/,
    )
    expect(told[0]?.text).toContain('- the support of Corrib Institute\n- your user case “')
    // Nothing has moved, and opening the link moves nothing.
    expect(await listSupporters(world.db, target)).toEqual([])
    expect((await press(merge, { act: 'carry-out' }, world.carla)).status).toBe(403)
    const parts = [...(await (await (await world.as()).get(link)).text()).matchAll(/name="part" value="(\d+)"/g)].map(
      ([, part]) => part as string,
    )
    expect(parts).toHaveLength(2)
    await press(link, { stays: 'yes' })
    await press(link, { stays: 'no', part: parts[1] as string })
    expect((await press(link, { stays: 'no', part: '999' })).status).toBe(404)
    world.clock.now = new Date(world.clock.now.getTime() + 15 * 86_400_000)
    expect((await press(merge, { act: 'carry-out' }, world.carla)).status).toBe(303)
    expect((await listSupporters(world.db, target)).map(({ organisationId }) => organisationId)).toEqual([places.northfield])
    expect((await listSupporters(world.db, source)).map(({ organisationId }) => organisationId)).toEqual([places.corrib])
    expect((await see(`/requests/${source}`, world.susi)).text).toContain('Export a list.')
    expect((await press(link, { stays: 'no' })).status).toBe(409)
    await press(merge, { act: 'undo' }, world.carla)
    expect(await listSupporters(world.db, target)).toEqual([])
    expect(await listSupporters(world.db, source)).toHaveLength(2)
    await world.settle()
    expect(await lettersTo(world, world.susi.email, 'requests.unmerged')).toHaveLength(1)
  })

  test('not after all: those who were told hear that, too', async () => {
    const [source, target] = [await make('Print a list'), await make('Paper lists')]
    await press(`/requests/${source}/voice`, { strength: 'must', reason: '' }, world.susi)
    const merge = (await press(`/requests/${source}/merge`, { targetId: String(target) }, world.carla)).headers.get('location') ?? ''
    await world.settle()
    await press(merge, { act: 'drop' }, world.carla)
    await world.settle()
    const [told] = await lettersTo(world, world.susi.email, 'requests.merge-dropped')
    expect(told?.text).toContain('Your support and your user cases stay with “Print a list”.')
  })

  test('never into itself and never in a ring', async () => {
    const [a, b] = [await make('A ring, one'), await make('A ring, two')]
    const propose = async (from: number, to: number) => press(`/requests/${from}/merge`, { targetId: String(to) }, world.carla)
    expect([(await propose(a, a)).status, await (await propose(a, a)).text()]).toEqual([
      422,
      expect.stringContaining('cannot merge a request into itself'),
    ])
    const merge = (await propose(a, b)).headers.get('location') ?? ''
    expect((await propose(b, a)).status).toBe(422)
    await press(merge, { act: 'carry-out' }, world.carla)
    const ring = await propose(b, a)
    expect([ring.status, await ring.text()]).toEqual([422, expect.stringContaining('was merged into request')])
    expect((await propose(a, b)).status).toBe(422)
    expect((await press(`/requests/${a}/links`, { toId: String(a), kind: 'part_of' }, world.carla)).status).toBe(422)
  })

  test('at the same instant in both directions, one of the two is refused', async () => {
    const [a, b] = [await make('At once, one'), await make('At once, two')]
    const answers = await Promise.all([
      press(`/requests/${a}/merge`, { targetId: String(b) }, world.carla),
      press(`/requests/${b}/merge`, { targetId: String(a) }, world.maria),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422])
  })

  test('and are what they were before when that is undone, whatever was said and merged', async () => {
    const carla = await actorOf(world, world.carla)
    const organisations = await Promise.all(
      Array.from(
        { length: 5 },
        async (_, i) =>
          (
            await world.db
              .insertInto('organisation')
              .values({ name: `House ${i}`, kind: 'institution' })
              .returning('id')
              .executeTakeFirstOrThrow()
          ).id,
      ),
    )
    const strengths = ['must', 'should', 'would_like', 'not_for_us'] as const
    const picture = async (ids: number[]) => ({
      support: await Promise.all(
        ids.map(async (id) =>
          (await listSupporters(world.db, id)).map(({ organisationId, strength, saidOfId }) => [organisationId, strength, saidOfId]),
        ),
      ),
      concerned: await Promise.all(ids.map((id) => listConcerned(world.db, id))),
      rows: await world.db
        .selectFrom('request')
        .select(['id', 'stage', 'rootId', 'mergedIntoId'])
        .where('id', 'in', ids)
        .orderBy('id')
        .execute(),
      followers: await world.db
        .selectFrom('requestFollower')
        .select(['requestId', 'personId', 'mutedAt'])
        .where('requestId', 'in', ids)
        .orderBy('id')
        .execute(),
    })
    const plan = fc.record({
      support: fc.array(fc.tuple(fc.nat(3), fc.nat(4), fc.constantFrom(...strengths)), { maxLength: 12 }),
      voices: fc.array(fc.tuple(fc.nat(3), fc.constantFrom('susi', 'maria', 'carla'), fc.constantFrom(...strengths)), { maxLength: 4 }),
      merges: fc.array(fc.tuple(fc.nat(3), fc.nat(3), fc.array(fc.nat(9), { maxLength: 3 })), { minLength: 1, maxLength: 3 }),
    })
    await fc.assert(
      fc.asyncProperty(plan, async ({ support, voices, merges }) => {
        const ids = [await make('P'), await make('Q'), await make('R'), await make('S')]
        for (const [at, house, strength] of support)
          await world.write((tx) => recordSupport(tx, carla, ids[at] as number, organisations[house] as number, { strength, reason: '' }))
        for (const [at, name, strength] of voices) {
          const actor = await actorOf(world, world[name as 'susi'])
          await world.write((tx) => raiseVoice(tx, actor, ids[at] as number, { strength, reason: name }))
        }
        const later = { ...carla, at: new Date(carla.at.getTime() + 20 * 86_400_000) }
        const done: { id: number; before: Awaited<ReturnType<typeof picture>> }[] = []
        for (const [from, to, staying] of merges) {
          const before = await picture(ids)
          const id = await world.write((tx) => proposeMerge(tx, carla, ids[from] as number, ids[to] as number, '')).catch(() => undefined)
          if (id === undefined) continue
          const parties = await world.db.selectFrom('mergeParty').select('id').where('proposalId', '=', id).orderBy('id').execute()
          for (const at of staying) {
            const party = parties[at % Math.max(1, parties.length)]
            if (!party) continue
            const notice = await world.db
              .insertInto('mergeNotice')
              .values({ partyId: party.id, personId: world.carla.personId })
              .onConflict((conflict) => conflict.columns(['partyId', 'personId']).doUpdateSet({ personId: world.carla.personId }))
              .returning('id')
              .executeTakeFirstOrThrow()
            await world.write((tx) => decideParty(tx, carla.at, 'mail', notice.id, true))
          }
          await world.write((tx) => carryOutMerge(tx, later, id))
          const total = (await picture(ids)).support.flat().map(([organisationId]) => organisationId)
          // Nobody's support is lost by it: each institution that stood somewhere stands somewhere.
          expect(new Set(total)).toEqual(new Set(before.support.flat().map(([organisationId]) => organisationId)))
          done.push({ id, before })
        }
        for (const { id, before } of done.reverse()) {
          await world.write((tx) => undoMerge(tx, later, id))
          expect(await picture(ids)).toEqual(before)
        }
      }),
      { numRuns: 15 },
    )
  })
})

describe('the queue', () => {
  test('suggests what reads like a user case, says why, and learns from yes and no', async () => {
    const { message } = await send(world.susi, {
      subject: 'Rollover',
      text: 'After each rollover we have to set the status of 400 lists by hand, one by one. It takes us two days. It would be great to do it in bulk.',
    })
    await send(world.maria, {
      subject: 'Thanks',
      text: 'Thanks to everyone who came to the webinar, registration is open for the next one.',
    })
    const queue = await see('/cases/queue', world.carla)
    expect(queue.text).toContain('Rollover')
    expect(queue.text).toContain('describes a workaround')
    expect(queue.text).not.toContain('registration is open')
    const yes = await press(`/cases/queue/${message?.id}/verdict`, { verdict: 'yes' }, world.carla)
    expect(yes.headers.get('location')).toMatch(/^\/cases\/\d+\/edit$/)
    const word = await world.db.selectFrom('caseWord').select(['yes', 'no']).where('word', '=', 'rollover').executeTakeFirst()
    expect(word).toEqual({ yes: 1, no: 0 })
    await press(`/cases/queue/${message?.id}/verdict`, { verdict: 'yes' }, world.maria)
    expect(await world.db.selectFrom('caseWord').select(['yes', 'no']).where('word', '=', 'rollover').executeTakeFirst()).toEqual({
      yes: 1,
      no: 0,
    })
  })
})

test('who can collate is who is of the group on the day that is asked about, whatever the clock of the database says', async () => {
  const { personId } = await world.addPerson('Petra')
  const term = { personId, role: 'member' as const, groupId: world.group.groupId, fromOn: '2020-01-01', toOn: '2020-12-31' }
  await world.write((tx) => appoint(tx, program(world.clock.now), term))
  const namesOn = async (at: string) =>
    (await listRequestChoices(world.db, world.group.groupId, new Date(at))).members.map(({ name }) => name)
  expect(await namesOn('2020-12-31T12:00:00Z')).toContain('Petra')
  expect(await namesOn('2021-01-01T12:00:00Z')).not.toContain('Petra')
})
