import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { text as readText } from 'node:stream/consumers'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { program } from '../src/actor.ts'
import { storeBatch } from '../src/archive/import/actions.ts'
import { beginMailUndo, undoMail } from '../src/archive/import/undo-actions.ts'
import { keepMail } from '../src/archive/inbound-actions.ts'
import { mail } from './mail.ts'
import { makeWorld, type Person, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.end())

const at = (response: Response) => response.headers.get('location') ?? ''
const text = async (person: Person | undefined, path: string) => (await (await world.as(person)).get(path)).text()

/** Brings files by the form, begins the import and lets the worker carry it out. @returns the address of its balance */
async function bring(person: Person, path: string, form: Record<string, string>, files: Record<string, string>): Promise<string> {
  const browser = await world.as(person)
  const body = new FormData()
  for (const [name, value] of Object.entries(form)) body.append(name, value)
  for (const [name, content] of Object.entries(files)) body.append('file', new File([content], name))
  const sent = await world.app.request(`http://rapport.test${path}`, {
    method: 'POST',
    body,
    headers: { origin: 'http://rapport.test', cookie: [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
  })
  expect((await browser.post(`${at(sent)}/begin`, {})).status).toBe(303)
  await world.settle()
  const upload = await world.db.selectFrom('moveUpload').select(['state', 'step', 'error']).orderBy('id', 'desc').executeTakeFirst()
  expect(upload).toMatchObject({ state: 'done', error: null })
  const move = await world.db.selectFrom('listMove').select('id').orderBy('id', 'desc').executeTakeFirstOrThrow()
  return `/lists/lectio-l/imports/move-${move.id}`
}

const bringMail = (mbox: string) =>
  bring(world.ada, '/admin/import', { list: 'lectio-l', group: String(world.group.groupId) }, { 'old.mbox': mbox })

const old = (id: string, { refs = '', body = 'Elderflower.', from = 'maria@maria.example', date = 'Mon, 5 Oct 2020' } = {}) =>
  `From ${from} Mon Oct  5 10:00:00 2020\nFrom: Somebody <${from}>\nTo: lectio-l@lists.localhost\nSubject: About ${id}\nMessage-ID: <${id}@old.example>\nDate: ${date} 10:00:00 +0000\n${refs ? `In-Reply-To: <${refs}@old.example>\n` : ''}\n${body}\n\n`

const found = async (words: string) => (await text(world.carla, `/search?q=${words}`)).includes('About ')

/** A mail that comes in by the door. */
async function arrive(content: Parameters<typeof mail>[0]): Promise<void> {
  await world.write((tx) =>
    keepMail(tx, { raw: mail(content), mailFrom: content.from.replace(/.*<|>/g, ''), rcptTo: ['lectio-l@lists.localhost'], via: 'mail' }),
  )
  await world.settle()
}

const messages = async () =>
  (await world.db.selectFrom('message').select('messageId').where('listId', '=', world.listId).orderBy('messageId').execute()).map(
    ({ messageId }) => messageId,
  )

/** Where a message is read. */
async function placeOf(messageId: string): Promise<string> {
  const { root } = await world.db
    .selectFrom('message')
    .innerJoin('thread', 'thread.id', 'message.threadId')
    .select('thread.root')
    .where('messageId', '=', messageId)
    .executeTakeFirstOrThrow()
  return `/lists/lectio-l/t/${root}`
}

describe('a mailbox', () => {
  test('goes with its threads and what search finds; what people did with it stays; it comes again the same', async () => {
    const mbox = `no mail at all\n\n${old('a') + old('b', { refs: 'a' }) + old('c', { body: 'Rhubarb.' }) + old('d')}`
    const page = await bringMail(mbox)
    expect(await found('elderflower')).toBe(true)
    const months = await world.db.selectFrom('listMonth').select('messages').where('messages', '>', 0).execute()

    // Somebody answers b, and somebody makes a user case of c.
    await arrive({ from: 'Susi <susi@susi.example>', id: 'answer@susi.example', subject: 'Re: About b', inReplyTo: 'b@old.example' })
    const c = await world.db.selectFrom('message').select('id').where('messageId', '=', 'c@old.example').executeTakeFirstOrThrow()
    const carla = await world.as(world.carla)
    const opened = await carla.post('/cases/capture', { messageId: String(c.id) })
    expect([opened.status, at(opened)]).toEqual([303, expect.stringContaining('/cases/')])

    expect((await carla.get(`${page}/undo`)).status).toBe(200)
    expect(await text(world.carla, `${page}/undo`)).toContain('Only an administrator can undo this import.')
    expect((await carla.post(`${page}/undo`)).status).toBe(403)
    const ada = await world.as(world.ada)
    const shown = await (await ada.get(`${page}/undo`)).text()
    expect(shown).toMatch(
      /Will be removed[\s\S]*Messages[\s\S]*>3<[\s\S]*could not be imported[\s\S]*>1<[\s\S]*Will be kept[\s\S]*someone has quoted, moderated or shortened these messages/,
    )
    expect(await messages()).toHaveLength(5)

    expect((await ada.post(`${page}/undo`)).status).toBe(303)
    expect(await text(world.ada, page)).toContain('Being undone')
    await world.settle()

    expect(await messages()).toEqual(['answer@susi.example', 'c@old.example'])
    expect(await found('elderflower')).toBe(false)
    expect(await found('rhubarb')).toBe(true)
    const thread = await text(world.carla, await placeOf('answer@susi.example'))
    expect(thread).toContain('Message not in this archive')
    const ghosts = await world.db.selectFrom('ghost').select('messageId').execute()
    expect(ghosts.map(({ messageId }) => messageId)).toEqual(['b@old.example'])
    const threads = await world.db.selectFrom('thread').select(['messages', 'subject']).orderBy('id').execute()
    expect(threads.map((one) => one.messages)).toEqual([1, 1])
    expect(await world.db.selectFrom('listMonth').select('messages').where('messages', '>', 0).execute()).not.toEqual(months)
    // Raw mails: of what stays alone.
    const { raws } = await world.db
      .selectFrom('rawMail')
      .select((e) => e.fn.countAll<number>().as('raws'))
      .executeTakeFirstOrThrow()
    expect(raws).toBe(2)
    const done = await text(world.ada, page)
    for (const words of ['Undone', 'Messages: removed', 'Messages: kept', 'Ada']) expect(done).toContain(words)
    expect((await ada.post(`${page}/undo`)).status).toBe(409)
    const lines = await world.db.selectFrom('journal').select('details').where('action', '=', 'archive.import-undone').execute()
    expect(lines.map(({ details }) => details)).toEqual([expect.objectContaining({ gone: 3, stayed: 1 })])

    // The same file again: what went comes, what stayed is there, and the answer finds what it answers.
    await bringMail(mbox)
    expect(await messages()).toEqual(['a@old.example', 'answer@susi.example', 'b@old.example', 'c@old.example', 'd@old.example'])
    expect((await world.db.selectFrom('ghost').select('messageId').execute()).length).toBe(0)
    const again = await world.db.selectFrom('thread').select('messages').orderBy('messages').execute()
    expect(again.map((one) => one.messages)).toEqual([1, 1, 3])
    const balance = await world.db
      .selectFrom('mailImport')
      .select(['imported', 'duplicate', 'quarantined'])
      .orderBy('id', 'desc')
      .executeTakeFirst()
    expect(balance).toEqual({ imported: 3, duplicate: 1, quarantined: 1 })
  })

  test('leaves what another file has, and what came by itself meanwhile', async () => {
    const date = 'Thu, 15 Oct 2026'
    const first = await bringMail(old('e') + old('f') + old('g', { date }))
    await bringMail(old('f'))
    // The very mail that the mailbox had comes in by the door, too.
    await world.write((tx) =>
      keepMail(tx, {
        raw: Buffer.from(old('g', { date }).split('\n').slice(1).join('\r\n').trimEnd().concat('\r\n')),
        mailFrom: 'maria@maria.example',
        rcptTo: ['lectio-l@lists.localhost'],
        via: 'mail',
      }),
    )
    await world.settle()
    await (await world.as(world.ada)).post(`${first}/undo`)
    await world.settle()
    const left = await messages()
    expect(left).toEqual(expect.arrayContaining(['f@old.example', 'g@old.example']))
    expect(left).not.toContain('e@old.example')
  })

  test('is not taken back once its step is confirmed, and is again when that is taken back', async () => {
    const page = await bringMail(old('h'))
    const [carla, ada] = [await world.as(world.carla), await world.as(world.ada)]
    expect((await carla.post('/first-weeks/lectio/list', { verdict: 'confirmed' })).status).toBe(303)
    expect(await text(world.ada, page)).toContain('This first step is confirmed')
    expect(await text(world.ada, page)).not.toContain('Undo import')
    const refused = await ada.post(`${page}/undo`)
    expect([refused.status, await refused.text()]).toEqual([409, expect.stringContaining('This first step is confirmed')])
    await carla.post('/first-weeks/lectio/list/reopen')
    expect((await ada.post(`${page}/undo`)).status).toBe(303)
    await world.settle()
    expect(await messages()).not.toContain('h@old.example')
  })

  test('is taken back in portions that begin again where they were cut off, and a mail that comes meanwhile keeps its thread', async () => {
    const many = Array.from({ length: 1_200 }, (_, i) => old(`m${i}`, { refs: i === 0 ? '' : `m${i - 1}` })).join('')
    await bringMail(many)
    const { id } = await world.db.selectFrom('mailImport').select('id').orderBy('id', 'desc').executeTakeFirstOrThrow()
    const actor = program(world.clock.now)
    await world.write((tx) => beginMailUndo(tx, actor, id))
    let portions = 0
    // The database goes away in the second portion.
    const cut: typeof world.write = (part) => {
      if (++portions === 2) throw new Error('gone')
      return world.write(part)
    }
    await expect(undoMail(cut, actor, id)).rejects.toThrow('gone')
    expect((await messages()).filter((one) => one.startsWith('m'))).toHaveLength(700)
    // In the midst of it somebody answers a mail that is gone and one that still stands: at once with the next portions.
    const comes = arrive({ from: 'Susi <susi@susi.example>', id: 'late@susi.example', references: ['m3@old.example', 'm1199@old.example'] })
    const [done] = await Promise.all([undoMail(world.write, actor, id), comes])
    expect(done).toEqual({ gone: 1_200, stayed: 0 })
    expect((await messages()).filter((one) => one.startsWith('m'))).toEqual([])
    const late = await world.db
      .selectFrom('message')
      .innerJoin('thread', 'thread.id', 'message.threadId')
      .select(['thread.id', 'thread.messages'])
      .where('message.messageId', '=', 'late@susi.example')
      .executeTakeFirstOrThrow()
    expect(late.messages).toBe(1)
    const ghosts = await world.db.selectFrom('ghost').select('messageId').where('threadId', '=', late.id).orderBy('messageId').execute()
    expect(ghosts.map(({ messageId }) => messageId)).toEqual(['m1199@old.example', 'm3@old.example'])
    const empty = await sql`select t.id from thread t where not exists (select from message m where m.thread_id = t.id)`.execute(world.db)
    expect(empty.rows).toEqual([])
    // An import that is taken back brings nothing more.
    const run = { id, list: { id: world.listId, groupId: world.group.groupId, language: 'en' }, readTo: 0, lastDate: world.clock.now }
    const balance = { imported: 0, repaired: 0, duplicate: 0, quarantined: 0 }
    await expect(world.write((tx) => storeBatch(tx, { ...run, balance }, []))).rejects.toThrow('Someone has already undone this import')
  })
})

describe('members of a file', () => {
  const people = ['new@brought.example', 'stays@brought.example', 'reads@brought.example', 'otto@otto.example'].join('\n')
  const subscribed = async () =>
    (
      await world.db
        .selectFrom('subscription')
        .innerJoin('address', 'address.id', 'subscription.addressId')
        .select('address.email')
        .where('listId', '=', world.listId)
        .where('endedAt', 'is', null)
        .orderBy('email')
        .execute()
    ).map(({ email }) => email)

  test('go, but for who was here herself or was changed; who was taken off comes back; people nobody knows are forgotten', async () => {
    const before = await subscribed()
    const page = await bring(
      world.carla,
      '/lists/lectio-l/import',
      { sync: 'on' },
      { 'members.txt': `${people}\ncarla@carla.example\nmaria@maria.example` },
    )
    expect(await subscribed()).not.toContain('susi@susi.example')
    // A post goes out to all; one signs in, the moderation of another is changed.
    await arrive({ from: 'Maria <maria@maria.example>', id: 'to-all@maria.example' })
    const someone = (email: string) =>
      world.db
        .selectFrom('address')
        .select(['personId', 'id as addressId', 'email', 'email as name'])
        .where('email', '=', email)
        .executeTakeFirstOrThrow()
    await world.as(await someone('reads@brought.example'))
    const stays = await world.db
      .selectFrom('subscription')
      .innerJoin('address', 'address.id', 'subscription.addressId')
      .select('subscription.id')
      .where('email', '=', 'stays@brought.example')
      .executeTakeFirstOrThrow()
    const carla = await world.as(world.carla)
    await carla.post('/lists/lectio-l/subscribers/change', { of: 'chosen', act: 'posting:hold', subscription: String(stays.id) })

    const shown = await text(world.carla, `${page}/undo`)
    expect(shown).toMatch(/Subscriptions[\s\S]*>2<[\s\S]*come back[\s\S]*>1<[\s\S]*Will be kept[\s\S]*Subscriptions[\s\S]*>2</)
    const asked = await carla.ask('GET', `/api/v1${page}/undo`)
    expect(await asked.json()).toMatchObject({ stays: [{ what: 'Subscriptions from this import', count: 2 }] })
    expect((await carla.post(`${page}/undo`)).status).toBe(303)
    await world.settle()

    expect(await subscribed()).toEqual([...before, 'reads@brought.example', 'stays@brought.example'].sort())
    // Mail went out to her, so that it stays known where it went.
    expect(await world.db.selectFrom('address').select('email').where('email', '=', 'new@brought.example').execute()).toHaveLength(1)
    const journal = await world.db
      .selectFrom('journal')
      .select('details')
      .where('action', '=', 'move.undone')
      .orderBy('id', 'desc')
      .executeTakeFirst()
    expect(journal?.details).toMatchObject({ gone: 3, stayed: 2 })

    // The same file again subscribes those who went.
    await bring(world.carla, '/lists/lectio-l/import', {}, { 'members.txt': people })
    expect(await subscribed()).toEqual([...before, ...people.split('\n')].sort())
  })

  test('who never had a mail leaves nothing behind', async () => {
    const page = await bring(world.carla, '/lists/lectio-l/import', {}, { 'members.txt': 'nobody@brought.example' })
    await (await world.as(world.carla)).post(`${page}/undo`)
    await world.settle()
    expect(await world.db.selectFrom('address').select('id').where('email', '=', 'nobody@brought.example').execute()).toEqual([])
    expect(await text(world.carla, '/lists/lectio-l/imports')).toContain('Undone')
  })
})

test('the command line takes back what it brought, after it has said what goes', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'rapport-undo-'))
  const file = join(folder, 'cli.mbox')
  await writeFile(file, old('cli1', { body: 'Whitecurrant.' }) + old('cli2', { refs: 'cli1' }))
  const rapport = async (...args: string[]) => {
    const env = { ...process.env, RAPPORT_DATABASE_URL: world.url, RAPPORT_DATA: folder, RAPPORT_SECRET: world.config.secret }
    const child = spawn(process.execPath, [resolve(import.meta.dirname, '../src/edges/cli/main.ts'), 'import', ...args], { env })
    const [out, err] = await Promise.all([child.stdout, child.stderr].map((stream) => readText(stream)))
    const [status] = child.exitCode === null ? await once(child, 'exit') : [child.exitCode]
    return { status, out: out ?? '', err: err ?? '' }
  }
  const brought = await rapport('mbox', file, '--list', 'lectio-l')
  expect(brought).toMatchObject({ status: 0 })
  const key = /\((mail-\d+)\)/.exec(brought.out)?.[1] ?? ''
  const tried = await rapport('undo', key, '--dry-run')
  expect([tried.status, tried.out]).toEqual([0, expect.stringMatching(/Removed\s+2 {2}Messages[\s\S]*nothing was changed/)])
  expect(await messages()).toContain('cli1@old.example')
  expect(await rapport('undo', key)).toMatchObject({ status: 0, out: expect.stringContaining('Import undone. No one gets an email.') })
  expect(await messages()).not.toContain('cli1@old.example')
  expect(await found('whitecurrant')).toBe(false)
  const refused = await rapport('undo', key)
  expect([refused.status, refused.err]).toEqual([2, expect.stringContaining('already been undone')])
  expect(await rapport('undo', 'mail-999999')).toMatchObject({ status: 2, err: expect.stringContaining('Import not found.') })
  await rm(folder, { recursive: true })
})
