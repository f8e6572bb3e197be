import { afterAll, beforeAll, expect, test } from 'vitest'
import { countThreads } from '../src/archive/core/actions.ts'
import { noteWriters } from '../src/archive/folds-actions.ts'
import { archiveWords } from '../src/archive/page-words.ts'
import { tasks } from '../src/edges/jobs/tasks.ts'
import { acceptMail } from '../src/edges/mailroom/actions.ts'
import type { Db, Tx } from '../src/lib/db/rows.ts'
import { readMbox } from '../src/lib/mail/mbox.ts'
import { listPageWords } from '../src/list/page-words.ts'
import { mail } from './mail.ts'
import { untilSomebodyWaits } from './waiting.ts'
import { makeWorld, type World } from './world.ts'

let world: World
const sent: Buffer[] = []
beforeAll(async () => {
  world = await makeWorld()
  await post({ id: 'one@maria.example', subject: 'Rollover & <b>more</b>', text: 'From here on, write to maria@maria.example.', month: 8 })
  await post({
    id: 'two@maria.example',
    subject: 'Re: Rollover & <b>more</b>',
    text: 'شكرا 👋\n>From the start',
    references: ['one@maria.example'],
  })
  await post({ id: 'three@maria.example', subject: 'Another matter', text: 'A\u0000B\u0008 ]]> 😀' })
})
afterAll(() => world.end())

interface Posted {
  id: string
  subject: string
  text: string
  references?: string[]
  month?: number
  from?: string
}

async function post({ month = 9, from = 'Maria', ...parts }: Posted) {
  const address = `${from.toLowerCase()}@${from.toLowerCase()}.example`
  const raw = mail({
    ...parts,
    from: `${from} <${address}>`,
    date: new Date(Date.UTC(2026, month, 1, 8, sent.length)),
    attachment: { name: '../a <b>.html', content: '<script>alert(1)</script>' },
  })
  sent.push(raw)
  await acceptMail(world.write, { raw, mailFrom: address, rcptTo: ['lectio-l@lists.localhost'], via: 'cli' })
  await world.settle()
}

async function mails(path: string): Promise<string[]> {
  const response = await (await world.as(world.susi)).get(path)
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/mbox'])
  const source = Buffer.from(await response.arrayBuffer())
  const found: string[] = []
  for await (const { raw } of readMbox(source)) found.push(Buffer.from(raw).toString('latin1'))
  return found
}
const bytes = (...which: number[]) => which.map((at) => sent[at]?.toString('latin1'))

test('a subscriber takes along a thread, a month, a search or all, byte for byte', async () => {
  expect(await mails('/lists/lectio-l/t/two%40maria.example/mbox')).toEqual(bytes(0, 1))
  expect(await mails('/lists/lectio-l/mbox?month=2026-09')).toEqual(bytes(0))
  expect(await mails('/lists/lectio-l/mbox')).toEqual(bytes(0, 1, 2))
  expect(await mails('/search/mbox?q=matter')).toEqual(bytes(2))
  expect(await mails('/search/mbox?q=')).toEqual([])
})

test('a thread that ends before the page that is asked for says so; the months below its list can be reached from the top', async () => {
  const susi = await world.as(world.susi)
  const thread = '/lists/lectio-l/t/two%40maria.example'
  const beyond = await susi.get(`${thread}?page=99`)
  expect([beyond.status, await beyond.text()]).toEqual([404, expect.stringMatching(/There is no page 99\.[^?]*\?page=1"/)])
  expect((await susi.get(`${thread}?page=1`)).status).toBe(200)
  const threads = await (await susi.get('/lists/lectio-l/threads')).text()
  expect([threads.includes('href="#by-month"'), threads.includes('id="by-month"')]).toEqual([true, true])
})

test('a stranger takes along nothing of a private list, not by search either', async () => {
  const otto = await world.as(world.otto)
  const found = await otto.get('/search/mbox?q=matter')
  expect([found.status, await found.text()]).toEqual([200, ''])
})

test('a feed tells the newest messages without addresses, whatever stands in them', async () => {
  const susi = await world.as(world.susi)
  const response = await susi.get('/lists/lectio-l/feed.atom')
  const feed = await response.text()
  expect(response.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
  expect(feed.match(/<entry>/g)).toHaveLength(3)
  expect(feed).not.toContain('maria@maria.example.')
  expect(feed).toContain('m…@maria.example')
  expect(feed).toContain('Rollover &amp; &lt;b>more&lt;/b>')
  expect(feed).toContain('😀')
  expect(feed).not.toMatch(/[^\P{Cc}\t\n\r]/u)
  const again = await susi.get('/lists/lectio-l/feed.atom', { 'if-none-match': response.headers.get('etag') ?? '' })
  expect(again.status).toBe(304)
  expect((await (await susi.get('/lists/lectio-l/t/one%40maria.example/feed.atom')).text()).match(/<entry>/g)).toHaveLength(2)
})

test('an attachment is a download, whatever it says it is', async () => {
  const response = await (await world.as(world.susi)).get('/lists/lectio-l/m/one%40maria.example/a/0')
  expect(await response.text()).toBe('<script>alert(1)</script>')
  expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''[^/<>]+$/)
  expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  expect(response.headers.get('content-security-policy')).toContain('sandbox')
})

test('what came since the last visit of a thread is marked, to who visited it alone', async () => {
  const [susi, carla, maria] = [await world.as(world.susi), await world.as(world.carla), await world.as(world.maria)]
  const thread = '/lists/lectio-l/t/three%40maria.example'
  for (const reader of [susi, maria]) expect(await (await reader.get(thread)).text()).not.toContain('>New<')
  await post({ id: 'four@maria.example', subject: 'Re: Another matter', text: 'Later', references: ['three@maria.example'] })
  expect(await (await susi.get('/lists/lectio-l/threads')).text()).toContain('1 new')
  const page = await (await susi.get(thread)).text()
  expect(page).toContain('1 new message since your last visit')
  expect(page.match(/>New</g)).toHaveLength(1)
  expect(await (await susi.get(thread)).text()).not.toContain('>New<')
  expect(await (await carla.get('/lists/lectio-l/threads')).text()).not.toContain('1 new')
  // What somebody wrote themselves is not new to them.
  expect(await (await maria.get('/lists/lectio-l/threads')).text()).not.toContain('1 new')
  expect(await (await maria.get(thread)).text()).not.toContain('new message')
})

test('a copy below an answer is folded, a quote that is answered stays', async () => {
  const copy = 'Yes.\n\nOn 2026-10-01 08:00, Maria wrote:\n\n> Who has done it?\n> And when?\n'
  await post({ id: 'top@maria.example', subject: 'Quoting', text: copy })
  await post({
    id: 'inline@maria.example',
    subject: 'VS: Quoting',
    text: '> Who has done it?\nWe have.',
    references: ['top@maria.example'],
  })
  const page = await (await (await world.as(world.susi)).get('/lists/lectio-l/t/top%40maria.example')).text()
  expect(page.match(/quoted lines<\/summary>/g)).toHaveLength(1)
  // Who is not on the list and comes by a search stands before one message, and may want to answer it.
  const message = await (await (await world.as(world.modesto)).get('/lists/lectio-l/m/top%40maria.example')).text()
  expect(message).toContain('To reply, <a href="/lists/lectio-l">join Lectio-L</a>')
  // What a subject says beyond the thread's stands above its message; that it answers, in whatever language, does not.
  expect(page).not.toMatch(/<h2 class="h3"[^>]*>VS: Quoting/)
})

test('a subject that changes stands where it changes, not above each answer to it', async () => {
  const turn = { subject: 'Numbers', text: 'Ours.', references: ['top@maria.example'] }
  await post({ id: 'turn@maria.example', ...turn })
  await post({ id: 'after@maria.example', ...turn, subject: 'Re: Numbers', references: ['top@maria.example', 'turn@maria.example'] })
  const see = async (how: string) =>
    (await (await (await world.as(world.susi)).get(`/lists/lectio-l/t/top%40maria.example${how}`)).text()).match(/<h3[^>]*>[^<]*/g)
  expect(await see('')).toEqual(['<h3 dir="auto">Numbers'])
  expect(await see('?view=flat')).toEqual(['<h3 dir="auto">Numbers'])
})

test('how a message is divided is noted when it comes, and one of which nothing is noted is shown alike', async () => {
  const page = async () => (await (await world.as(world.susi)).get('/lists/lectio-l/t/top%40maria.example?view=flat')).text()
  const noted = await page()
  const read = () => world.db.selectFrom('message').select(['id', 'folds']).orderBy('id').execute()
  const rows = await read()
  expect(rows.map(({ folds }) => folds)).not.toContain(null)
  await world.db.updateTable('message').set({ folds: null }).execute()
  expect(await page()).toBe(noted)
  // Other rules than those of today noted something, or nothing was noted: a job does it once.
  await world.db
    .updateTable('message')
    .set({ folds: '0 1q' })
    .where('id', '>', rows[0]?.id ?? 0)
    .execute()
  await tasks['archive.refold']?.({} as never, world.context)
  expect(await read()).toEqual(rows)
  expect(await page()).toBe(noted)
})

test('a name that is taken out of messages while their thread is counted, or its writers are noted, does not stay with it', async () => {
  const { threadId, fromName } = await world.db
    .selectFrom('message')
    .select(['threadId', 'fromName'])
    .orderBy('id')
    .executeTakeFirstOrThrow()
  const former = 'Former member'
  const rename = (db: Db, from: string, to: string) =>
    db.updateTable('message').set({ fromName: to }).where('threadId', '=', threadId).where('fromName', '=', from).execute()
  const keep = (names: string[] | null) => world.db.updateTable('thread').set({ names }).where('id', '=', threadId).execute()
  const kept = async () => (await world.db.selectFrom('thread').select('names').where('id', '=', threadId).executeTakeFirstOrThrow()).names
  const inTurn = async (first: (tx: Tx) => Promise<unknown>, second: (tx: Tx) => Promise<unknown>) => {
    let later: Promise<unknown> = Promise.resolve()
    await world.write(async (tx) => {
      await first(tx)
      later = world.write(second)
      await untilSomebodyWaits(world)
    })
    await later
  }
  const takeOut = (tx: Tx) => rename(tx, fromName, former)
  const noting: [string[] | null, (tx: Tx) => Promise<unknown>][] = [
    [[fromName], (tx) => countThreads(tx, [threadId])],
    [null, (tx) => noteWriters(tx, 0)],
  ]
  for (const [before, note] of noting) {
    await keep(before)
    await inTurn(takeOut, note)
    expect(await kept()).toContain(former)
    expect(await kept()).not.toContain(fromName)
    await rename(world.db, former, fromName)
    await keep(before)
    await inTurn(note, takeOut)
    expect(await kept()).toBeNull()
    await rename(world.db, former, fromName)
  }
  await world.write((tx) => countThreads(tx, [threadId]))
})

test('who wrote in a thread stands with it, those who began it first; where it is not noted, and where a name was taken out, it is told alike', async () => {
  const threads = () => world.db.selectFrom('thread').select(['id', 'names']).orderBy('id').execute()
  const list = async () => (await (await world.as(world.susi)).get('/lists/lectio-l/threads')).text()
  const [noted, shown] = [await threads(), await list()]
  expect(noted.map(({ names }) => names)).not.toContain(null)
  await world.db.updateTable('thread').set({ names: null }).execute()
  expect(await list()).toBe(shown)
  await tasks['archive.refold']?.({} as never, world.context)
  expect(await threads()).toEqual(noted)
  const { threadId, fromName } = await world.db
    .selectFrom('message')
    .select(['threadId', 'fromName'])
    .orderBy('id')
    .limit(1)
    .executeTakeFirstOrThrow()
  expect(noted.find(({ id }) => id === threadId)?.names?.[0]).toBe(fromName)
  await world.db.updateTable('message').set({ fromName: 'Somebody else' }).where('threadId', '=', threadId).execute()
  expect((await threads()).find(({ id }) => id === threadId)?.names).toBeNull()
  expect(await list()).toContain('Somebody else')
  await world.db.updateTable('message').set({ fromName }).where('threadId', '=', threadId).execute()
  await tasks['archive.refold']?.({} as never, world.context)
})

test('old addresses of messages open after two threads turn out to be one', async () => {
  await post({ id: 'five@maria.example', subject: 'One matter', text: 'Joined', references: ['one@maria.example', 'three@maria.example'] })
  const susi = await world.as(world.susi)
  expect(await (await susi.get('/lists/lectio-l/t/three%40maria.example')).text()).toContain('5 messages, ')
})

test('who wrote leads to their page and to an answer that goes to them alone, for who gets addresses and may open it', async () => {
  const [thread, message] = ['/lists/lectio-l/t/one%40maria.example', '/lists/lectio-l/m/one%40maria.example']
  const shows = async (person: typeof world.susi | undefined, path: string) => {
    const text = await (await (await world.as(person)).get(path)).text()
    return [text.includes(`<a href="/people/${world.maria.personId}">`), text.includes(`href="${message}/author"`)]
  }
  const archive = (kind: 'public' | 'subscribers') =>
    world.db.updateTable('list').set({ archive: kind }).where('name', '=', 'lectio-l').execute()
  for (const path of [thread, message]) {
    expect(await shows(world.susi, path)).toEqual([true, true])
    // Nobody writes to themselves.
    expect(await shows(world.maria, path)).toEqual([true, false])
    await archive('public')
    // Who is on no list meets nobody and gets no address, nor does a visitor.
    for (const stranger of [world.otto, undefined]) expect(await shows(stranger, path)).toEqual([false, false])
    await archive('subscribers')
  }
  const answer = await (await world.as(world.susi)).get(`${message}/author`)
  expect([answer.status, answer.headers.get('location')]).toEqual([
    303,
    'mailto:maria@maria.example?subject=Re%3A%20Rollover%20%26%20%3Cb%3Emore%3C%2Fb%3E&in-reply-to=%3Cone%40maria.example%3E',
  ])
  // Who hides their page is no link; they are answered as before.
  await world.db.updateTable('person').set({ profileShown: false }).where('id', '=', world.maria.personId).execute()
  expect(await shows(world.susi, thread)).toEqual([false, true])
  await world.db.updateTable('person').set({ profileShown: true }).where('id', '=', world.maria.personId).execute()
})

test('threads in which one person wrote alone are those without an answer', async () => {
  await post({ id: 'asks@maria.example', subject: 'Who has a script?', text: 'Anybody?' })
  await post({ id: 'asks-too@maria.example', subject: 'And a second one?', text: 'Anybody?' })
  await post({ id: 'reminds@maria.example', subject: 'Re: And a second one?', text: 'Still?', references: ['asks-too@maria.example'] })
  const listed = async () => {
    const page = await (await (await world.as(world.susi)).get('/lists/lectio-l/threads?unanswered')).text()
    return ['Who has a script?', 'And a second one?'].map((subject) => page.includes(subject))
  }
  expect(await listed()).toEqual([true, true])
  await post({ from: 'Susi', id: 'has@susi.example', subject: 'Re: Who has a script?', text: 'I do', references: ['asks@maria.example'] })
  expect(await listed()).toEqual([false, true])
})

test('a thread tells who may not write how to', async () => {
  const thread = '/lists/lectio-l/t/one%40maria.example'
  const shown = async (person?: typeof world.susi) => (await (await world.as(person)).get(thread)).text()
  const open = (archive: 'public' | 'subscribers') => world.db.updateTable('list').set({ archive }).where('name', '=', 'lectio-l').execute()
  await open('public')
  expect(await shown()).toContain('To reply, <a href="/lists/lectio-l">join Lectio-L</a>.')
  expect(await shown(world.susi)).not.toContain('To reply,')
  await open('subscribers')
})

test.each(['de', 'fr', 'es'] as const)('the pages of lists speak %s', async (language) => {
  const susi = await world.as(world.susi)
  const read = async (path: string) => {
    const page = await (await susi.get(path)).text()
    return page.slice(page.indexOf('<main'))
  }
  await world.db.updateTable('person').set({ locale: language }).where('id', '=', world.susi.personId).execute()
  const [mine, english] = [archiveWords(language), archiveWords('en')]
  const [lists, englishLists] = [listPageWords(language), listPageWords('en')]
  const spoken: [string, string[], string[]][] = [
    ['/lists', [lists.lists], [englishLists.lists, 'subscribers', 'threads,']],
    ['/lists/lectio-l/threads', [mine.about, mine.inArchive({ messages: '' }).trim(), mine.mboxAll], [english.about, 'in the archive']],
    [
      '/lists/lectio-l/t/one%40maria.example',
      [mine.tree, mine.byDate, mine.raw, mine.replyTo({ name: 'Maria' })],
      [english.tree, english.byDate, english.mbox, english.reply, 'by 1 person'],
    ],
    ['/lists/lectio-l/m/one%40maria.example', [mine.inThread], [english.inThread]],
  ]
  for (const [path, said, unsaid] of spoken) {
    const page = await read(path)
    for (const words of said) expect(page).toContain(words)
    for (const words of unsaid) expect(page).not.toContain(words)
  }
})
