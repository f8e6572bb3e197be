import { mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, onTestFinished, test } from 'vitest'
import { program } from '../src/actor.ts'
import { importMailbox, openMailbox } from '../src/archive/import/mailbox-actions.ts'
import { domains } from '../src/domains.ts'
import { rebuildFound, rebuildList } from '../src/edges/cli/rebuild.ts'
import { acceptMail } from '../src/edges/mailroom/actions.ts'
import { enqueue } from '../src/lib/db/enqueue.ts'
import { makeDemoWorld } from './demo-world.ts'
import { mail } from './mail.ts'
import { makeWorld, type World } from './world.ts'

const threads = [
  { id: 'root@a.example', subject: 'Citations', text: 'Über Zitate.', attachment: { name: 'a.pdf', content: 'pdf' } },
  { id: 'reply@a.example', subject: 'Re: Citations', references: ['root@a.example'], text: 'Yes, citations.' },
  // Two threads that an older mail, not there yet, holds together.
  { id: 'left@a.example', subject: 'Left', references: ['gone@a.example'] },
  { id: 'right@a.example', subject: 'Right', references: ['gone@a.example', 'alsogone@a.example'] },
  { id: 'alone@a.example', subject: 'Alone' },
]

async function populated(): Promise<World> {
  const world = await makeWorld()
  onTestFinished(() => world.end())
  for (const parts of threads)
    await acceptMail(world.write, {
      raw: mail({ from: 'Maria <maria@maria.example>', ...parts }),
      mailFrom: 'maria@maria.example',
      rcptTo: ['lectio-l@lists.localhost'],
      via: 'mail',
      personId: world.maria.personId,
    })
  const carla = await world.as(world.carla)
  expect((await carla.post('/lists/lectio-l/write', { subject: 'From the web', text: 'Written here.' })).status).toBe(303)
  await world.settle()
  return world
}

/**
 * All rows of the tables that rebuilding writes, in an order that does not depend on where they lie. A search document that is written anew
 * has a new number, on purpose.
 */
async function rows(world: World) {
  const [first] = (
    await world.database.pool.query<Record<string, unknown[]>>(`select
      (select json_agg(m order by m.id) from message m) as messages, (select json_agg(a order by a.id) from attachment a) as attachments,
      (select json_agg(t order by t.id) from thread t) as threads, (select json_agg(g order by g.message_id) from ghost g) as ghosts,
      (select json_agg(to_jsonb(d) - 'id' order by d.kind, d.subject_id) from search_document d) as documents`)
  ).rows
  return first!
}

const list = (world: World) => ({ id: world.listId, language: 'en' })

test('a rebuild of what is right changes nothing', async () => {
  const world = await populated()
  const before = await rows(world)
  expect([before.messages?.length, before.threads?.length, before.ghosts?.length, before.attachments?.length]).toEqual([6, 4, 2, 1])

  expect(await rebuildList(world.database, list(world))).toEqual({ messages: 6, failed: [] })
  expect(await rows(world)).toEqual(before)
})

test('a rebuild brings back what was damaged by hand', async () => {
  const world = await populated()
  const before = await rows(world)
  await world.database.pool.query(`
    update message set text = 'nonsense', subject = 'nonsense', refs = '{}', has_html = true, size = 1, content_hash = '', from_name = 'X',
      sent_at = '2001-01-01', defects = '{odd}', attachments = 7;
    update attachment set filename = 'b.pdf', size = 0;
    insert into attachment (message_id, position, filename, type, size, sha256, inline) select max(id), 3, 'x', 'y', 1, '', false from message;
    update ghost set thread_id = (select max(id) from thread);
    insert into ghost (list_id, message_id, thread_id) select list_id, 'never@a.example', id from thread limit 1;
    update message set thread_id = (select min(id) from thread) where message_id = 'right@a.example';
    update thread set subject = 'nonsense', messages = 99, root = 'nonsense', last_at = '2001-01-01';
    update search_document set body = null, title = 'nonsense', vector = '';
    insert into search_document (kind, subject_id, audience, list_id, at, title, vector) values ('message', 999999, 'public', ${world.listId}, now(), 'lost', '')`)

  await rebuildList(world.database, list(world))
  expect(await rows(world)).toEqual(before)
})

test('threads that were torn apart or run together are as they were, whatever their numbers', async () => {
  const world = await populated()
  const shape = async () =>
    (
      await world.database.pool.query(`select t.root, t.messages, array_agg(m.message_id order by m.message_id) as messages_in
        from thread t join message m on m.thread_id = t.id group by t.id order by t.root`)
    ).rows
  const before = await shape()
  await world.database.pool.query(`
    update message set thread_id = (select min(id) from thread);
    update ghost set thread_id = (select min(id) from thread);
    delete from thread where id > (select min(id) from thread)`)

  await rebuildList(world.database, list(world))
  expect(await shape()).toEqual(before)
  expect((await rows(world)).ghosts?.length).toBe(2)
})

test('a message whose bytes were erased stays as it is, and mail that arrives meanwhile finds its thread', async () => {
  const world = await populated()
  await world.database.pool.query(`update raw_mail set bytes = null, erased_at = now() where id = (select raw_id from message where message_id = 'alone@a.example');
    update message set text = '' where message_id = 'alone@a.example'`)
  const before = await rows(world)
  const [done] = await Promise.all([
    rebuildList(world.database, list(world)),
    acceptMail(world.write, {
      raw: mail({ from: 'Maria <maria@maria.example>', id: 'late@a.example', references: ['root@a.example'] }),
      mailFrom: 'maria@maria.example',
      rcptTo: ['lectio-l@lists.localhost'],
      via: 'mail',
      personId: world.maria.personId,
    }).then(() => world.settle()),
  ])
  expect(done.failed).toEqual([])
  const after = await rows(world)
  const find = (from: Record<string, unknown[]>, id: string) => (from.messages as { message_id: string }[]).find((m) => m.message_id === id)
  expect(find(after, 'alone@a.example')).toEqual(find(before, 'alone@a.example'))
  expect(find(after, 'late@a.example')).toMatchObject({
    thread_id: (find(after, 'root@a.example') as unknown as { thread_id: number }).thread_id,
  })
})

test('mail from a mailbox stays as the import mended it', async () => {
  const world = await populated()
  const path = join(mkdtempSync(join(inject('runFolder'), 'mbox-')), 'old.mbox')
  const entry = (id: string, more: string) =>
    `From maria at maria.example  Mon Oct  5 10:00:00 2015\nFrom: maria at maria.example (Maria M.)\nSubject: Old\nMessage-ID: <${id}>\n${more}\nOld text.\n\n`
  writeFileSync(
    path,
    entry('old1@m.example', 'Date: Thu, 1 Jan 1970 00:00:00 +0000\n') + entry('old2@m.example', 'In-Reply-To: <old1@m.example>\n'),
  )
  const mailbox = await openMailbox(path)
  await importMailbox(world.database, program(world.clock.now), { ...list(world), groupId: world.group.groupId }, mailbox)
  const before = await rows(world)
  expect(before.messages).toHaveLength(8)

  expect(await rebuildList(world.database, list(world))).toEqual({ messages: 8, failed: [] })
  expect(await rows(world)).toEqual(before)
})

test('search finds the same of every kind when its table was emptied and made anew', async () => {
  const world = await makeDemoWorld()
  onTestFinished(() => world.end())
  await world.write((tx) => enqueue(tx, 'people.index'))
  await world.settle()
  const documents = async () =>
    (
      await world.database.pool.query<{ kind: string }>(
        `select kind, subject_id, audience, list_id, group_id, at, author, title, body, attachment, vector::text from search_document order by 1, 2`,
      )
    ).rows
  const before = await documents()
  // Whoever adds a kind adds how it comes back.
  const kinds = [...new Set(before.map(({ kind }) => kind))].toSorted()
  expect(kinds).toEqual([...domains.flatMap(({ finders = [] }) => finders.map(({ kind }) => kind)), 'organisation', 'person'].toSorted())

  await world.database.pool.query(`delete from search_document;
    insert into search_document (kind, subject_id, audience, at, title, vector) values ('request', 999999, 'public', now(), 'lost', '')`)
  const lists = await world.db.selectFrom('list').select(['id', 'language']).execute()
  for (const list of lists) await rebuildList(world.database, list)
  await rebuildFound(world.database, world.clock.now)
  const after = await documents()
  for (const kind of kinds)
    expect(
      after.filter((one) => one.kind === kind),
      kind,
    ).toEqual(before.filter((one) => one.kind === kind))
})
