import { afterAll, beforeAll, expect, test } from 'vitest'
import { program } from '../src/actor.ts'
import { pruneInbound } from '../src/archive/inbound-actions.ts'
import { keptDays } from '../src/archive/rules.ts'
import { RateLimit } from '../src/edges/http/rate-limit.ts'
import { startWeb } from '../src/edges/http/server.ts'
import { drainJobs } from '../src/edges/jobs/worker.ts'
import { acceptMail } from '../src/edges/mailroom/actions.ts'
import { inSteps } from '../src/lib/db/steps.ts'
import { sendLetter } from '../src/outbox/actions.ts'
import { eraseLettersOf } from '../src/outbox/erasure-actions.ts'
import { prune } from '../src/outbox/jobs.ts'
import { onErrand } from '../src/outbox/once.ts'
import { ensurePerson } from '../src/people/actions.ts'
import { mail } from './mail.ts'
import { makeWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld({ env: { RAPPORT_HTTP: '127.0.0.1:0', RAPPORT_TRUST_PROXY: '127.0.0.1' } })
})
afterAll(() => world.end())

const letter = { kind: 'test.said' as const, subject: 'Said', text: 'Once.', to: { email: 'susi@susi.example' } }
const send = () => world.write((tx) => sendLetter(tx, world.site, world.clock.now, letter))
const letters = async () => (await world.db.selectFrom('letter').select('id').where('kind', '=', letter.kind).execute()).length

test('a job that runs again after its commit sends no letter twice', async () => {
  const first = await onErrand('7@1', async () => [await send(), await send()])
  const again = await onErrand('7@1', async () => [await send(), await send(), await send()])
  expect(again.slice(0, 2)).toEqual(first)
  expect(await letters()).toBe(3)
  await onErrand('8@1', send)
  await send()
  await send()
  expect(await letters()).toBe(6)
  expect((await world.postbox()).filter((one) => one.kind === letter.kind)).toHaveLength(6)
})

test('a job that goes on where it was cut off writes the letters that are left, also to who got one of them', async () => {
  const write = (about: string) =>
    world.write((tx) => sendLetter(tx, world.site, world.clock.now, { ...letter, text: `The ballot of ${about} is open.` }))
  const before = await letters()
  await onErrand('9@1', () => write('North'))
  await onErrand('9@1', () => write('South'))
  expect((await letters()) - before).toBe(2)
  await onErrand('9@1', async () => [await write('North'), await write('South')])
  expect((await letters()) - before).toBe(2)
})

test('what a letter is known by tells nothing of whom it went to, and goes with them', async () => {
  const { personId } = world.susi
  const keys = () => world.db.selectFrom('letter').select('key').where('personId', '=', personId).execute()
  await onErrand('10@1', () => world.write((tx) => sendLetter(tx, world.site, world.clock.now, { ...letter, personId })))
  expect(await keys()).toEqual([{ key: expect.stringMatching(/^10@1 [\w-]{43} 0$/) }])
  await world.write((tx) => eraseLettersOf(tx, personId, world.clock.now))
  expect(await keys()).toEqual([{ key: null }])
})

test('the worker gives each job a key of its own', async () => {
  const ask = async () => {
    const visitor = await world.as()
    await visitor.post('/sign-in', { email: world.susi.email })
    await drainJobs(world.database, world.context)
  }
  await ask()
  await ask()
  const keys = await world.db.selectFrom('letter').select('key').where('kind', 'like', 'people.%').execute()
  expect(keys).toHaveLength(2)
  expect(new Set(keys.map(({ key }) => key)).size).toBe(2)
  expect(keys.every(({ key }) => key !== null)).toBe(true)
})

test('two that add the same new address at one instant add one person', async () => {
  const add = () =>
    world.write((tx) => ensurePerson(tx, program(world.clock.now), { name: 'Nora', email: 'Nora@nora.example', verified: false }))
  const added = await Promise.all(Array.from({ length: 6 }, add))
  expect(new Set(added.map(({ personId }) => personId)).size).toBe(1)
  expect(await world.db.selectFrom('person').select('id').where('name', '=', 'Nora').execute()).toHaveLength(1)
})

test('a mail to the owners that comes back to them goes no further', async () => {
  const to = 'lectio-l-owner@lists.localhost'
  const raw = mail({ from: 'Otto <otto@otto.example>', id: 'owner1@otto.example', subject: 'To the owners', text: 'Hello.' })
  const accept = async (bytes: Uint8Array) => {
    await acceptMail(world.write, { raw: Buffer.from(bytes), mailFrom: 'otto@otto.example', rcptTo: [to], via: 'mail', peer: '192.0.2.7' })
    await world.settle()
    return (await world.db.selectFrom('inbound').select('fate').orderBy('id', 'desc').executeTakeFirstOrThrow()).fate
  }
  expect(await accept(raw)).toContain('forwarded')
  const kept = await world.db.selectFrom('letter').select(['bytes', 'sealed']).where('kind', '=', 'list.owner').executeTakeFirstOrThrow()
  expect(world.open(kept).toString('latin1')).toBe(`X-Rapport-Passed: ${to}\r\n${raw.toString('latin1')}`)
  expect(await accept(world.open(kept))).toContain('going round')
  // Lines that a careless program ended with LF alone: as they are, no server would take them.
  await accept(Buffer.from(raw.toString('latin1').replaceAll('\r\n', '\n').replace('owner1', 'owner2')))
  const mended = (await world.postbox()).findLast(({ kind }) => kind === 'list.owner')
  expect(mended?.bytes?.toString('latin1')).not.toMatch(/(?<!\r)\n/)
  const hops = Buffer.from('Received: from a.example by b.example; Fri, 16 Oct 2026 09:00:00 +0000\r\n'.repeat(51))
  expect(await accept(Buffer.concat([hops, raw]))).toContain('going round')
})

test('whoever writes to the owners without end is passed on a few times an hour, and others still are', async () => {
  const write = async (name: string, count: number) => {
    for (let i = 0; i < count; i++) {
      const raw = mail({ from: `${name}@flood.example`, id: `${name}${i}@flood.example`, subject: `Flood of ${name}`, text: 'Read this.' })
      const rcptTo = ['lectio-l-owner@lists.localhost']
      await acceptMail(world.write, { raw, mailFrom: `${name}@flood.example`, rcptTo, via: 'mail', peer: '192.0.2.7' })
    }
    await world.settle()
    return (await world.db.selectFrom('letter').select('id').where('subject', '=', `Flood of ${name}`).execute()).length
  }
  expect([await write('nora', 25), await write('nils', 2)]).toEqual([20, 2])
})

test('of what comes for the administrators a bounce reaches them, and that somebody is away does not', async () => {
  const accept = async (id: string, header: string) => {
    const raw = mail({
      from: 'Otto <otto@otto.example>',
      id: `${id}@otto.example`,
      subject: 'Re: Your news',
      text: 'Hello.',
      headers: [header],
    })
    const rcptTo = ['postmaster@lists.localhost']
    await acceptMail(world.write, { raw, mailFrom: 'otto@otto.example', rcptTo, via: 'mail', peer: '192.0.2.7' })
    await world.settle()
    return (await world.db.selectFrom('inbound').select('fate').orderBy('id', 'desc').executeTakeFirstOrThrow()).fate
  }
  expect(await accept('away', 'Auto-Submitted: auto-replied')).toContain('dropped')
  expect(await accept('bounce', 'Auto-Submitted: auto-generated')).toContain('forwarded')
})

test('deliveries of posts are forgotten after 90 days, but for what waits and what bounces stand on', async () => {
  for (const id of ['p1', 'p2', 'p3']) {
    const raw = mail({ from: 'Maria <maria@maria.example>', id: `${id}@maria.example`, subject: id, text: 'Hello all.' })
    await acceptMail(world.write, { raw, mailFrom: 'maria@maria.example', rcptTo: ['lectio-l@lists.localhost'], via: 'cli' })
  }
  await world.settle()
  const at = (days: number) => new Date(world.clock.now.getTime() - days * 86_400_000)
  await world.db
    .updateTable('delivery')
    .set({ state: 'sent', queuedAt: at(91), settledAt: at(91) })
    .execute()
  const standing = () => world.db.selectFrom('delivery').select('id').where('messageId', 'is not', null).orderBy('id').execute()
  const all = await standing()
  expect(all.length).toBeGreaterThan(5)
  const [waits, bounced, young] = all.map(({ id }) => id) as [number, number, number]
  await world.db.updateTable('delivery').set({ state: 'deferred', settledAt: null }).where('id', '=', waits).execute()
  await world.db
    .updateTable('delivery')
    .set({ settledAt: at(89) })
    .where('id', '=', young)
    .execute()
  await world.db
    .insertInto('bounce')
    .values({ deliveryId: bounced, kind: 'bounce', email: 'a@a.example', class: 'address', permanent: true, at: at(90) })
    .execute()
  const letters = (await world.db.selectFrom('delivery').select('id').where('letterId', 'is not', null).execute()).length
  await prune({}, world.context)
  expect(await standing()).toEqual([waits, bounced, young].map((id) => ({ id })))
  expect((await world.db.selectFrom('delivery').select('id').where('letterId', 'is not', null).execute()).length).toBe(letters)
})

test('what has become of nothing goes after two years, letters with who got them, mails with their envelopes; what something stands on stays', async () => {
  const accept = (id: string, to: string) =>
    acceptMail(world.write, {
      raw: mail({ from: 'Maria <maria@maria.example>', id: `${id}@maria.example`, subject: id, text: 'Hello all.' }),
      mailFrom: 'maria@maria.example',
      rcptTo: [to],
      via: 'cli',
    })
  await accept('stays', 'lectio-l@lists.localhost')
  await accept('goes', 'nobody-knows@lists.localhost')
  await accept('young', 'nobody-knows-either@lists.localhost')
  await world.settle()
  const at = (days: number) => new Date(world.clock.now.getTime() - days * 86_400_000)
  const old = at(keptDays + 1)
  await world.db.updateTable('inbound').set({ receivedAt: old, settledAt: old }).execute()
  const { id: young } = await world.db.selectFrom('inbound').select('id').orderBy('id', 'desc').limit(1).executeTakeFirstOrThrow()
  await world.db
    .updateTable('inbound')
    .set({ settledAt: at(keptDays - 1) })
    .where('id', '=', young)
    .execute()
  const posts = (await world.db.selectFrom('message').select('rawId').execute()).map(({ rawId }) => rawId)
  await inSteps((after) => world.write((tx) => pruneInbound(tx, at(keptDays), after)))
  const left = await world.db.selectFrom('inbound').select(['id', 'rawId']).execute()
  expect(left.filter(({ rawId }) => !posts.includes(rawId)).map(({ id }) => id)).toEqual([young])
  expect(left.length).toBeGreaterThan(1)
  expect(
    await world.db
      .selectFrom('rawMail')
      .select('id')
      .where(
        'id',
        'not in',
        left.map(({ rawId }) => rawId),
      )
      .execute(),
  ).toEqual([])

  const letters = await world.db.selectFrom('letter').select('id').orderBy('id').execute()
  expect(letters.length).toBeGreaterThan(3)
  const [fresh, bounced] = letters.map(({ id }) => id) as [number, number]
  await world.db.updateTable('delivery').set({ state: 'sent', settledAt: old, queuedAt: old }).where('letterId', 'is not', null).execute()
  await world.db.updateTable('letter').set({ createdAt: old }).execute()
  await world.db
    .updateTable('letter')
    .set({ createdAt: at(729) })
    .where('id', '=', fresh)
    .execute()
  const { id: delivery } = await world.db.selectFrom('delivery').select('id').where('letterId', '=', bounced).executeTakeFirstOrThrow()
  await world.db
    .insertInto('bounce')
    .values({ deliveryId: delivery, kind: 'bounce', email: 'a@a.example', class: 'address', permanent: true, at: old })
    .execute()
  await prune({}, world.context)
  expect((await world.db.selectFrom('letter').select('id').orderBy('id').execute()).map(({ id }) => id)).toEqual([fresh, bounced])
  const kept = await world.db.selectFrom('delivery').select('letterId').where('letterId', 'is not', null).execute()
  expect(new Set(kept.map(({ letterId }) => letterId))).toEqual(new Set([fresh, bounced]))
})

test('a network gets three hundred pages at once and five a second', () => {
  const limit = new RateLimit()
  const take = (at: number, network = '203.0.113.0/24') => limit.take(network, at)
  expect(Array.from({ length: 300 }, () => take(0)).every((wait) => wait === 0)).toBe(true)
  expect(take(0)).toBe(1)
  expect(take(0, '198.51.100.0/24')).toBe(0)
  expect([take(400), take(400), take(401)]).toEqual([0, 0, 1])
  expect(Array.from({ length: 301 }, () => take(120_000)).filter((wait) => wait > 0)).toHaveLength(1)
})

test('a stranger who asks for too many pages is told to wait, who is signed in is not', async () => {
  const web = await startWeb(world.ground)
  const get = (headers: Record<string, string>) =>
    fetch(`http://127.0.0.1:${web.port}/roster`, { headers: { 'x-forwarded-for': '203.0.113.9', ...headers }, redirect: 'manual' })
  const answers: number[] = []
  for (let i = 0; i < 302; i++) {
    const answer = await get({})
    await answer.arrayBuffer()
    answers.push(answer.status)
  }
  expect([answers[0], answers[299], answers[301]]).toEqual([200, 200, 429])
  const limited = await get({})
  expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '1'])
  const said = await get({ accept: 'text/html', 'accept-language': 'de' })
  expect(await said.text()).toMatch(/<html[^>]* lang="de"[\s\S]*<h1>Jetzt nicht möglich<\/h1>/)
  const cookies = Object.entries(Object.fromEntries((await world.as(world.susi)).cookies))
  expect((await get({ cookie: cookies.map(([name, value]) => `${name}=${value}`).join('; ') })).status).toBe(200)
  expect((await get({ 'x-forwarded-for': '198.51.100.9' })).status).toBe(200)
  await web.close()
})
