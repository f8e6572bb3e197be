import { afterEach, beforeEach, expect, test } from 'vitest'
import { countArchives } from '../src/archive/queries.ts'
import { rethread } from '../src/archive/rebuild-actions.ts'
import { removeMessages } from '../src/archive/removal-actions.ts'
import { acceptMail } from '../src/edges/mailroom/actions.ts'
import { mail } from './mail.ts'
import { makeWorld, type World } from './world.ts'

let world: World
beforeEach(async () => {
  world = await makeWorld()
})
afterEach(() => world.end())

const domain = 'susi.example'
const arrive = async (id: string, subject: string, ...references: string[]) => {
  const raw = mail({
    from: 'Susi <susi@susi.example>',
    subject,
    id: `${id}@${domain}`,
    ...(references.length > 0 ? { references: references.map((one) => `${one}@${domain}`) } : {}),
  })
  await acceptMail(world.write, {
    raw,
    mailFrom: 'susi@susi.example',
    rcptTo: ['lectio-l@lists.localhost'],
    peer: '203.0.113.9',
    helo: 'mx.example',
    via: 'mail',
  })
  await world.settle()
}
const at = (id: string, verb = '') => `/lists/lectio-l/t/${encodeURIComponent(`${id}@${domain}`)}${verb}`
/** The threads, each by the ids of its messages. */
const threads = async () => {
  const messages = await world.db.selectFrom('message').select(['threadId', 'messageId']).orderBy('id').execute()
  const found = Object.values(Object.groupBy(messages, ({ threadId }) => String(threadId)))
    .map((messages) => (messages ?? []).map(({ messageId }) => messageId.split('@')[0]).join(' '))
    .sort()
  // What the list says of them is counted as they come and go.
  const counts = await countArchives(world.db, [world.listId])
  expect(counts.get(world.listId)).toEqual({ messages: messages.length, threads: found.length })
  return found
}
const raws = () => world.db.selectFrom('rawMail').select(['id', 'sha256']).orderBy('id').execute()
const undo = async (id: string) => {
  const page = await (await (await world.as(world.modesto)).get(at(id))).text()
  const [, path = ''] = /action="(\/lists\/lectio-l\/t\/edits\/\d+\/undo)"/.exec(page) ?? []
  return (await world.as(world.modesto)).post(path)
}

test('a message begins a thread of its own with all that answers it, later answers too, also when threads are made anew', async () => {
  await arrive('a', 'Rollover')
  await arrive('b', 'Re: Rollover', 'a')
  await arrive('c', 'Re: Rollover', 'a', 'b')
  const before = await raws()
  const modesto = await world.as(world.modesto)
  expect((await modesto.post(at('b', '/split'))).status).toBe(303)
  expect(await threads()).toEqual(['a', 'b c'])
  await arrive('d', 'Re: Rollover', 'a', 'b', 'c')
  expect(await threads()).toEqual(['a', 'b c d'])
  await world.write((tx) => rethread(tx, world.listId))
  expect(await threads()).toEqual(['a', 'b c d'])
  // Mail programs leave out some of what they answer.
  await arrive('e', 'Re: Rollover', 'a', 'c')
  await arrive('f', 'Re: Rollover', 'a', 'e')
  expect(await threads()).toEqual(['a', 'b c d e f'])
  await world.write((tx) => rethread(tx, world.listId))
  expect(await threads()).toEqual(['a', 'b c d e f'])
  await world.write(async (tx) => {
    const { id } = await tx
      .selectFrom('message')
      .select('id')
      .where('subject', '=', 'Re: Rollover')
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow()
    // As those are that an import brought.
    for (const table of ['delivery', 'messageAuthentication', 'post'] as const) await tx.deleteFrom(table).execute()
    await removeMessages(tx, world.listId, [id])
  })
  expect(await threads()).toEqual(['a', 'b c d e'])
  // Old addresses lead on: each by the message that it names.
  for (const id of ['a', 'b', 'd']) expect((await modesto.get(at(id))).status).toBe(200)
  expect((await modesto.post(at('b', '/split'))).status).toBe(409)
  expect((await undo('b')).status).toBe(303)
  expect(await threads()).toEqual(['a b c d e'])
  expect((await raws()).slice(0, before.length)).toEqual(before)
})

test('two threads are joined by the address of one, and parted again', async () => {
  await arrive('a', 'Rollover')
  await arrive('b', 'Re: Rollover', 'a')
  await arrive('x', 'Rollover, once more')
  await arrive('y', 'Re: Rollover, once more', 'x')
  const modesto = await world.as(world.modesto)
  expect((await modesto.post(at('a', '/join'), { other: `http://rapport.test${at('y')}` })).status).toBe(303)
  expect(await threads()).toEqual(['a b x y'])
  expect(await (await modesto.get(at('x'))).text()).toContain('Merged by Modesto')
  await world.write((tx) => rethread(tx, world.listId))
  expect(await threads()).toEqual(['a b x y'])
  for (const other of ['nowhere@x.example', at('b')]) expect((await modesto.post(at('a', '/join'), { other })).status).toBe(422)
  expect((await undo('a')).status).toBe(303)
  expect(await threads()).toEqual(['a b', 'x y'])
})

test('threads are joined where something that never came was only referred to by what is in neither any more', async () => {
  await arrive('x', 'Rollover, once more')
  await arrive('a', 'Rollover')
  await arrive('b', 'Re: Rollover', 'gone', 'a')
  const modesto = await world.as(world.modesto)
  await modesto.post(at('b', '/split'))
  expect(await threads()).toEqual(['a', 'b', 'x'])
  expect((await modesto.post(at('a', '/join'), { other: at('x') })).status).toBe(303)
  expect(await threads()).toEqual(['b', 'x a'])
  expect((await modesto.post(at('x', '/join'), { other: at('gone') })).status).toBe(422)
})

test('a thread that was chosen is named no more to whom its list no longer shows it', async () => {
  await arrive('a', 'Inner matters')
  const susi = await world.as(world.susi)
  await susi.post(at('a', '/choose'), { choice: 'follow' })
  const named = async () => (await (await susi.get('/me')).text()).includes('Inner matters')
  expect(await named()).toBe(true)
  await world.db.updateTable('list').set({ archive: 'group', joinPolicy: 'closed' }).where('id', '=', world.listId).execute()
  expect(await named()).toBe(false)
})

test('a thread is renamed, its mails are not, and the history says who did it', async () => {
  await arrive('a', 'Help!!')
  const modesto = await world.as(world.modesto)
  await modesto.post(at('a', '/rename'), { subject: 'Rollover stops at loans' })
  await arrive('b', 'Re: Help!!', 'a')
  const page = await (await modesto.get(at('a'))).text()
  expect(page).toContain('Rollover stops at loans')
  expect(page).toContain('Help!!')
  const verbs = await world.db.selectFrom('journal').select('action').where('action', 'like', 'thread.%').execute()
  expect(verbs.map(({ action }) => action)).toEqual(['thread.renamed'])
  await modesto.post(at('a', '/rename'), { subject: 'Rollover stops at loans' })
  expect(await (await modesto.get(at('a'))).text()).toContain('Nothing changed.')
  expect(await world.db.selectFrom('threadEdit').select('id').execute()).toHaveLength(1)
  await undo('a')
  expect(await world.db.selectFrom('thread').select('subject').execute()).toEqual([{ subject: 'Help!!' }])
})

test('answers in a thread wait for a moderator while that is wanted, by mail and from the web, also those of its other branches', async () => {
  await arrive('a', 'Weekend rollover')
  await arrive('b', 'Re: Weekend rollover', 'a')
  await arrive('other', 'Another matter')
  const [modesto, susi] = [await world.as(world.modesto), await world.as(world.susi)]
  expect((await modesto.post(at('b', '/hold'))).status).toBe(303)
  expect(await (await modesto.post(at('a', '/hold'))).text()).toBe('')
  expect(await world.db.selectFrom('threadEdit').select('id').execute()).toHaveLength(1)
  const page = await (await susi.get(at('a'))).text()
  expect(page).toContain('A moderator reads your reply before it goes to the list.')
  expect(page).not.toContain('All subscribers get your reply')
  expect(await (await susi.get(at('other'))).text()).toContain('All subscribers get your reply')
  await arrive('c', 'Re: Weekend rollover', 'a', 'b')
  await arrive('d', 'Re: Another matter', 'other')
  expect(await threads()).toEqual(['a b', 'other d'])
  await susi.post('/lists/lectio-l/write', { subject: 'Re: Weekend rollover', text: 'From the web.', reply: `a@${domain}` })
  world.clock.now = new Date(world.clock.now.getTime() + 600_000)
  await world.settle()
  const held = await world.db.selectFrom('heldMail').select(['id', 'reason', 'fromEmail', 'state']).orderBy('id').execute()
  expect(held).toMatchObject([
    { reason: 'thread-held', fromEmail: world.susi.email, state: 'held' },
    { reason: 'thread-held', fromEmail: world.susi.email, state: 'held' },
  ])
  // A moderator lets one through; the others go on waiting.
  await modesto.post(`/lists/lectio-l/held/${held[1]?.id}`, { decision: 'approve' })
  world.clock.now = new Date(world.clock.now.getTime() + 600_000)
  await world.settle()
  expect((await world.db.selectFrom('message').select('subject').where('subject', '=', 'Re: Weekend rollover').execute()).length).toBe(2)
  await undo('a')
  await arrive('e', 'Re: Weekend rollover', 'a')
  expect((await threads())[0]).toContain('e')
  const verbs = await world.db.selectFrom('journal').select('action').where('action', 'like', 'thread.%').orderBy('id').execute()
  expect(verbs.map(({ action }) => action)).toEqual(['thread.held', 'thread.editUndone'])
})

test('who does not moderate changes no thread, from this site or another', async () => {
  await arrive('a', 'Rollover')
  await arrive('b', 'Re: Rollover', 'a')
  const [susi, modesto] = [await world.as(world.susi), await world.as(world.modesto)]
  for (const [verb, form] of [
    ['/rename', { subject: 'Mine' }],
    ['/split', {}],
    ['/join', { other: at('b') }],
    ['/hold', {}],
  ] as [string, Record<string, string>][]) {
    expect((await susi.post(at('b', verb), form)).status).toBe(404)
    expect((await modesto.post(at('b', verb), form, { origin: 'https://evil.example' })).status).toBe(403)
  }
  expect(await threads()).toEqual(['a b'])
})

test('a muted thread brings no mail, a followed one each, whatever the list does; both are undone at the notifications', async () => {
  await arrive('a', 'Rollover')
  const [maria, carla] = [await world.as(world.maria), await world.as(world.carla)]
  await maria.post(at('a', '/choose'), { choice: 'mute' })
  await world.db.updateTable('subscription').set({ receiving: 'none' }).where('personId', '=', world.carla.personId).execute()
  await carla.post(at('a', '/choose'), { choice: 'follow' })
  const posted = async () => (await world.postbox()).flatMap(({ email, post }) => (post === 'Re: Rollover' ? [email] : [])).sort()
  await arrive('b', 'Re: Rollover', 'a')
  expect(await posted()).toEqual([world.carla.email, world.susi.email].sort())
  const page = await (await maria.get('/me')).text()
  expect(page).toContain('You get no messages.')
  await maria.post(at('a', '/choose'), { choice: 'none' })
  await carla.post(at('a', '/choose'), { choice: 'none' })
  await world.db.deleteFrom('delivery').execute()
  await arrive('c', 'Re: Rollover', 'a', 'b')
  expect(await posted()).toEqual([world.maria.email, world.susi.email].sort())
})

test('who moderates and may not delete what a message says asks whoever may, by a mail that names the message', async () => {
  await arrive('a', 'Rollover')
  const message = `/lists/lectio-l/m/${encodeURIComponent(`a@${domain}`)}`
  const shown = async (person: typeof world.susi, path: string) => (await (await world.as(person)).get(path)).text()
  const letter = await shown(world.modesto, at('a'))
  expect(letter).toContain(`href="${message}#ask"`)
  const page = await shown(world.modesto, message)
  expect(page).toContain('These people can delete content here: Carla')
  const [, href = ''] = /id="ask"[\s\S]*?href="(mailto:[^"]+)"/.exec(page) ?? []
  const asked = new URL(href.replaceAll('&amp;', '&'))
  expect(asked.pathname.split(',')).toContain(world.carla.email)
  expect(asked.searchParams.get('subject')).toBe('Please delete content: Rollover')
  expect(asked.searchParams.get('body')).toContain(`${world.context.site.baseUrl}${message}\n`)
  // Who can do it themselves is led there; who moderates nothing is asked for nothing.
  for (const person of [world.carla, world.susi])
    for (const path of [at('a'), message]) expect(await shown(person, path)).not.toMatch(/#ask"|id="ask"/)
  expect(await shown(world.carla, message)).toContain('Delete content')
})
