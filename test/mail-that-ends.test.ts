import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { keepMails } from '../src/archive/inbound-actions.ts'
import { sendLetter } from '../src/outbox/actions.ts'
import { mail } from './mail.ts'
import { type Sink, startSink } from './sink.ts'
import { makeWorld, type World } from './world.ts'

let world: World
let sink: Sink
beforeEach(async () => {
  world = await makeWorld({ answers: {} })
  sink = await startSink({ keep: true })
})
afterEach(async () => {
  await sink.close()
  await world.end()
})

/** A process that sorts and sends until nothing is left, or until it dies of a mail. */
function run(): Promise<{ said: string; status: number | null }> {
  const env = {
    RAPPORT_DATA: '/nonexistent',
    RAPPORT_DATABASE_URL: world.url,
    RAPPORT_SECRET: world.site.secret,
    RAPPORT_LOG: 'silent',
    RAPPORT_BASE_URL: world.site.baseUrl,
  }
  const args = [join(import.meta.dirname, 'ending-mail.ts'), JSON.stringify(env), `smtp://127.0.0.1:${sink.port}`]
  return new Promise((answer) => {
    const child = execFile(process.execPath, args, (_, said) => answer({ said, status: child.exitCode }))
  })
}

const dies = { said: 'ends\n', status: 9 }
const done = { said: 'done\n', status: 0 }
const bring = (subject: string, from = 'maria@maria.example') =>
  keepMails(world.db, [{ raw: mail({ from, subject }), mailFrom: from, rcptTo: [`lectio-l@${world.site.mailDomain}`], via: 'mail' }])
const states = async () => (await world.db.selectFrom('inbound').select('state').orderBy('id').execute()).map(({ state }) => state)
const subjects = () => sink.messages.map(({ data }) => /^Subject: (.*)\r$/m.exec(data.toString())?.[1]).toSorted()

test('a mail that ended the process twice as it was sorted is parked and shown; those beside it are sorted', async () => {
  for (const subject of ['One', 'Two']) await bring(subject)
  await bring('Poison', 'eve@poison.example')
  for (const subject of ['Three', 'Four']) await bring(subject)

  expect(await run()).toEqual(dies)
  expect(await states()).toEqual(['waiting', 'waiting', 'waiting', 'waiting', 'waiting'])
  // Each alone: those before it are done.
  expect(await run()).toEqual(dies)
  expect(await states()).toEqual(['settled', 'settled', 'waiting', 'waiting', 'waiting'])
  expect(await run()).toEqual(done)
  expect(await states()).toEqual(['settled', 'settled', 'parked', 'settled', 'settled'])

  const ada = await world.as(world.ada)
  expect(await (await ada.get('/admin/queue')).text()).toContain('The program or its database stopped twice while it processed this email.')
  // Tried again, it may end the process twice again, and not for ever.
  const { id } = await world.db.selectFrom('inbound').select('id').where('state', '=', 'parked').executeTakeFirstOrThrow()
  for (let times = 0; times < 2; times++) {
    expect((await ada.post(`/admin/queue/${id}/retry`)).status).toBe(303)
    expect([await run(), await run(), await run()]).toEqual([dies, dies, done])
    expect((await states())[2]).toBe('parked')
  }
})

test('a post that ended the process twice as it was sent is parked for all its readers; other posts and letters leave', async () => {
  await world.join(await world.addPerson('Eve', { email: 'eve@poison.example' }))
  await bring('One')
  await bring('Poison', 'eve@poison.example')
  await bring('Two')
  // It is sorted by a process that it does not end.
  await world.settle()
  const letter = { kind: 'list.help' as const, to: { email: 'otto@otto.example' }, subject: 'A letter', text: 'Hello.' }
  await world.write((tx) => sendLetter(tx, world.site, world.clock.now, letter))
  const of = (subject: string) =>
    world.db
      .selectFrom('delivery')
      .innerJoin('message', 'message.id', 'delivery.messageId')
      .select(['delivery.id', 'delivery.state', 'delivery.answer'])
      .where('message.subject', '=', subject)
      .orderBy('delivery.id')
      .execute()
  const readers = (await of('Poison')).length
  expect(readers).toBeGreaterThan(1)

  expect([await run(), await run(), await run()]).toEqual([dies, dies, done])
  const parked = await of('Poison')
  expect(new Set(parked.map(({ state, answer }) => `${state} ${answer}`))).toEqual(
    new Set(['failed Parked: the process ended twice while this was sent. It is not tried again by itself.']),
  )
  expect(subjects()).toEqual(['A letter', ...Array(readers).fill('One'), ...Array(readers).fill('Two')])

  const ada = await world.as(world.ada)
  expect(await (await ada.get('/admin/outbox?state=failed')).text()).toContain(
    'The program or its database stopped again and again while it sent this email.',
  )
  expect(await (await ada.get(`/admin/outbox/${parked[0]?.id}`)).text()).toContain('Send email again')
  expect((await ada.post(`/admin/outbox/${parked[0]?.id}/retry`)).status).toBe(303)
  expect((await of('Poison')).map(({ state }) => state)).toEqual(Array(readers).fill('queued'))
  expect([await run(), await run(), await run()]).toEqual([dies, dies, done])
  expect((await of('Poison')).map(({ state }) => state)).toEqual(Array(readers).fill('failed'))
})
