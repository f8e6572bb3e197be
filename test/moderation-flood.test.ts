import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { acceptMail } from '../src/edges/mailroom/actions.ts'
import { mendApprovals, postApproved, summary } from '../src/list/moderation/jobs.ts'
import { lettersTo } from './letters.ts'
import { mail } from './mail.ts'
import { makeWorld, type World } from './world.ts'

let world: World
beforeEach(async () => {
  world = await makeWorld()
})
afterEach(() => world.end())

const modesto = 'modesto@modesto.example'
const susi = 'susi@susi.example'
const spammer = 'offers@cheap.example'
const accept = (raw: Buffer, from: string) =>
  acceptMail(world.write, {
    raw,
    mailFrom: from,
    rcptTo: ['lectio-l@lists.localhost'],
    peer: '203.0.113.9',
    helo: 'mx.example',
    via: 'mail',
  })
const flood = async (count: number, from = spammer) => {
  for (let n = 0; n < count; n++) await accept(mail({ from: `Offers <${from}>`, subject: `Offer ${n}`, id: `offer-${n}@${from}` }), from)
  await world.settle()
}
const states = async () =>
  Object.fromEntries(
    (
      await world.db
        .selectFrom('heldMail')
        .select(['state'])
        .select((e) => e.fn.countAll<number>().as('count'))
        .groupBy('state')
        .execute()
    ).map(({ state, count }) => [state, Number(count)]),
  )
const page = async () => (await (await world.as(world.modesto)).get('/lists/lectio-l/held')).text()
const later = (minutes: number) => {
  world.clock.now = new Date(world.clock.now.getTime() + minutes * 60_000)
}

test('320 mails of one writer are gone by one click, the writer is kept out, and one click brings all back', async () => {
  await flood(320)
  await accept(mail({ from: 'Otto <otto@otto.example>', subject: 'A question' }), 'otto@otto.example')
  await world.settle()
  expect(await page()).toContain('320 messages from Offers')
  const browser = await world.as(world.modesto)
  expect((await browser.post('/lists/lectio-l/held/writer', { email: spammer, decision: 'block' })).status).toBe(303)
  expect(await states()).toEqual({ discarded: 320, held: 1 })
  expect(await world.db.selectFrom('ban').select('value').execute()).toEqual([{ value: spammer }])

  const shown = await page()
  expect(shown).toContain('You decided on 320 messages')
  const at = /name="at" value="([^"]+)"/.exec(shown)?.[1] ?? ''
  // Nobody takes back what another decided.
  expect((await (await world.as(world.carla)).post('/lists/lectio-l/held/undo', { at })).status).toBe(409)
  expect((await browser.post('/lists/lectio-l/held/undo', { at })).status).toBe(303)
  expect(await states()).toEqual({ held: 321 })
  expect(await world.db.selectFrom('ban').select('value').execute()).toEqual([])
})

test('what waits under one subject is decided together beside the mail, its writers are kept out, and one click brings all back', async () => {
  for (const from of ['a@cheap.example', 'b@cheap.example', 'c@other.example'])
    await accept(
      mail({ from: `Seller <${from}>`, subject: `Cheap watches ${from.length}${from[0]}`.replace(/[a-c]$/, ''), id: `w-${from}` }),
      from,
    )
  await accept(mail({ from: 'Otto <otto@otto.example>', subject: 'A question' }), 'otto@otto.example')
  await world.settle()
  const { id } = await world.db.selectFrom('heldMail').select('id').where('fromEmail', '=', 'a@cheap.example').executeTakeFirstOrThrow()
  const browser = await world.as(world.modesto)
  expect(await (await browser.get(`/lists/lectio-l/held/${id}`)).text()).toContain('3 messages with this subject')
  expect((await (await world.as(world.susi)).post(`/lists/lectio-l/held/${id}/alike`, { decision: 'discard' })).status).toBe(404)
  // One writes in the name of a subscriber: that says nothing of her.
  await world.db.updateTable('heldMail').set({ fromEmail: world.susi.email }).where('fromEmail', '=', 'c@other.example').execute()
  expect((await browser.post(`/lists/lectio-l/held/${id}/alike`, { decision: 'block' })).status).toBe(303)
  expect(await states()).toEqual({ discarded: 3, held: 1 })
  const bans = await world.db.selectFrom('ban').select('value').orderBy('value').execute()
  expect(bans.map(({ value }) => value)).toEqual(['a@cheap.example', 'b@cheap.example'])
  const at = /name="at" value="([^"]+)"/.exec(await page())?.[1] ?? ''
  await browser.post('/lists/lectio-l/held/undo', { at })
  expect(await states()).toEqual({ held: 4 })
  expect(await world.db.selectFrom('ban').select('value').execute()).toEqual([])
})

test('one mail is discarded and its writer kept out, beside the mail', async () => {
  await accept(mail({ from: `Offers <${spammer}>`, subject: 'Offer' }), spammer)
  await world.settle()
  const { id } = await world.db.selectFrom('heldMail').select('id').executeTakeFirstOrThrow()
  expect((await (await world.as(world.modesto)).post(`/lists/lectio-l/held/${id}`, { decision: 'block' })).status).toBe(303)
  expect(await states()).toEqual({ discarded: 1 })
  expect(await world.db.selectFrom('ban').select('value').execute()).toEqual([{ value: spammer }])
})

test.each([
  ['for good', null],
  ['for a while', '2030-12-31'],
])('whom a colleague has blocked %s stays so when a decision with a block is taken back', async (_, until) => {
  await accept(mail({ from: `Offers <${spammer}>`, subject: 'Offer' }), spammer)
  await world.settle()
  const { id } = await world.db.selectFrom('heldMail').select('id').executeTakeFirstOrThrow()
  const carla = await world.as(world.carla)
  await carla.post('/lists/lectio-l/bans', { kind: 'address', value: spammer, reason: 'Years of it.', until: until ?? '' })
  const browser = await world.as(world.modesto)
  await browser.post(`/lists/lectio-l/held/${id}`, { decision: 'block' })
  const at = /name="at" value="([^"]+)"/.exec(await page())?.[1] ?? ''
  expect((await browser.post('/lists/lectio-l/held/undo', { at })).status).toBe(303)
  expect(await states()).toEqual({ held: 1 })
  expect(await world.db.selectFrom('ban').select(['value', 'reason', 'until']).execute()).toEqual([
    { value: spammer, reason: 'Years of it.', until },
  ])
})

test('two moderators who block the same writer at once block them once', async () => {
  for (const subject of ['One', 'Two']) await accept(mail({ from: `Offers <${spammer}>`, subject }), spammer)
  await world.settle()
  const ids = (await world.db.selectFrom('heldMail').select('id').orderBy('id').execute()).map(({ id }) => id)
  const browsers = [await world.as(world.modesto), await world.as(world.carla)]
  const pages = await Promise.all(ids.map((id, n) => browsers[n]?.post(`/lists/lectio-l/held/${id}`, { decision: 'block' })))
  expect(pages.map((one) => one?.status)).toEqual([303, 303])
  expect(await world.db.selectFrom('ban').select('value').execute()).toEqual([{ value: spammer }])
})

test('a rejection reaches its writer when it cannot be taken back any more, and never when it was', async () => {
  const otto = 'otto@otto.example'
  for (const subject of ['One', 'Two']) await accept(mail({ from: `Otto <${otto}>`, subject }), otto)
  await world.settle()
  const browser = await world.as(world.modesto)
  const [one, two] = await world.db.selectFrom('heldMail').select('id').orderBy('id').execute()
  await browser.post(`/lists/lectio-l/held/${one?.id}`, { decision: 'reject', note: 'Not for this list.' })
  const at = /name="at" value="([^"]+)"/.exec(await page())?.[1] ?? ''
  await browser.post('/lists/lectio-l/held/undo', { at })
  later(5)
  await browser.post(`/lists/lectio-l/held/${two?.id}`, { decision: 'reject', note: 'Not for this list.' })
  later(11)
  const stale = await browser.post('/lists/lectio-l/held/undo', { at: new Date(world.clock.now.getTime() - 11 * 60_000).toISOString() })
  expect(stale.status).toBe(409)
  await world.settle()
  expect((await lettersTo(world, otto, 'list.post-rejected')).map(({ subject }) => subject)).toEqual(['Message not sent to the list: Two'])
})

test('an approved mail goes to the list after a minute; until then it is taken back, and never after', async () => {
  // Ahead of the database's own clock, so that what is for later waits.
  world.clock.now = new Date('2099-01-01T09:00:00Z')
  const otto = 'otto@otto.example'
  for (const subject of ['One', 'Two']) await accept(mail({ from: `Otto <${otto}>`, subject }), otto)
  await world.settle()
  const browser = await world.as(world.modesto)
  const [one, two] = await world.db.selectFrom('heldMail').select('id').orderBy('id').execute()
  const posted = async () => (await world.db.selectFrom('message').select('subject').execute()).map(({ subject }) => subject)
  await browser.post(`/lists/lectio-l/held/${one?.id}`, { decision: 'approve', allow: 'on' })
  await world.settle()
  expect([await states(), await posted()]).toEqual([{ approved: 1, held: 1 }, []])
  const shown = await page()
  expect(shown).toContain('You can undo this for 1 minute.')
  const at = /name="at" value="([^"]+)"/.exec(shown)?.[1] ?? ''
  expect((await browser.post('/lists/lectio-l/held/undo', { at })).status).toBe(303)
  expect(await states()).toEqual({ held: 2 })
  expect(await world.db.selectFrom('listSender').select('value').execute()).toEqual([])

  world.clock.now = new Date('2026-01-01T09:00:00Z')
  await browser.post(`/lists/lectio-l/held/${two?.id}`, { decision: 'approve', allow: 'on' })
  await world.settle()
  expect([await states(), await posted()]).toEqual([{ approved: 1, held: 1 }, ['Two']])
  expect(await world.db.selectFrom('listSender').select('value').execute()).toEqual([{ value: otto }])
  expect((await browser.post('/lists/lectio-l/held/undo', { at: '2026-01-01T09:00:00.000Z' })).status).toBe(409)
})

test('an approved mail whose job has used its last try waits for a moderator again', async () => {
  world.clock.now = new Date('2099-01-01T09:00:00Z')
  const otto = 'otto@otto.example'
  await accept(mail({ from: `Otto <${otto}>`, subject: 'One' }), otto)
  await world.settle()
  const { id } = await world.db.selectFrom('heldMail').select('id').executeTakeFirstOrThrow()
  await (await world.as(world.modesto)).post(`/lists/lectio-l/held/${id}`, { decision: 'approve' })
  const mend = async (minutes: number) => {
    later(minutes)
    await mendApprovals({}, world.context)
    return states()
  }
  expect(await mend(20)).toEqual({ approved: 1 })
  await sql`update graphile_worker._private_jobs set attempts = max_attempts where key = ${`list.postApproved:${id}`}`.execute(world.db)
  expect(await mend(1)).toEqual({ held: 1 })
  expect(await (await (await world.as(world.carla)).get('/lists/lectio-l/close')).text()).toContain('Held messages: 1')
})

test('a mail that waits at two lists leaves for each after its own minute, and one whose job has begun is not taken back', async () => {
  // Ahead of the database's own clock, so that what is for later waits.
  world.clock.now = new Date('2099-01-01T09:00:00Z')
  const otto = 'otto@otto.example'
  await acceptMail(world.write, {
    raw: mail({ from: `Otto <${otto}>`, subject: 'Both', to: 'lectio-l@lists.localhost, catalogo-l@lists.localhost' }),
    mailFrom: otto,
    rcptTo: ['lectio-l@lists.localhost', 'catalogo-l@lists.localhost'],
    peer: '203.0.113.9',
    helo: 'mx.example',
    via: 'mail',
  })
  await world.settle()
  const mails = await world.db.selectFrom('heldMail').select(['id', 'listId']).execute()
  const [mine, his] = [world.listId, world.otherListId].map((listId) => mails.find((one) => one.listId === listId)?.id ?? 0)
  const postedAt = async () => (await world.db.selectFrom('post').select('listId').orderBy('listId').execute()).map(({ listId }) => listId)
  const [modestos, brunos] = [await world.as(world.modesto), await world.as(world.bruno)]
  await modestos.post(`/lists/lectio-l/held/${mine}`, { decision: 'approve' })
  await brunos.post(`/lists/catalogo-l/held/${his}`, { decision: 'approve' })
  await postApproved({ heldId: mine ?? 0, allow: false }, world.context)
  await world.settle()
  expect(await postedAt()).toEqual([world.listId])
  const undo = () => brunos.post('/lists/catalogo-l/held/undo', { at: world.clock.now.toISOString() })
  expect((await undo()).status).toBe(303)
  expect(await states()).toEqual({ approved: 1, held: 1 })

  await brunos.post(`/lists/catalogo-l/held/${his}`, { decision: 'approve' })
  const key = `list.postApproved:${his}`
  await sql`update graphile_worker._private_jobs set locked_at = now(), locked_by = 'a worker' where key = ${key}`.execute(world.db)
  expect((await undo()).status).toBe(409)
  // The worker fails at it once.
  await sql`update graphile_worker._private_jobs set locked_at = null, locked_by = null, run_at = now() where key = ${key}`.execute(
    world.db,
  )
  await world.settle()
  expect(await postedAt()).toEqual([world.listId, world.otherListId].sort((a, b) => a - b))
  expect((await undo()).status).toBe(409)
})

test('who is rejected, taken back and rejected again hears of it once, when the second cannot be taken back', async () => {
  // Ahead of the database's own clock, so that what is for later waits.
  world.clock.now = new Date('2099-01-01T09:00:00Z')
  const otto = 'otto@otto.example'
  await accept(mail({ from: `Otto <${otto}>`, subject: 'One' }), otto)
  await world.settle()
  const browser = await world.as(world.modesto)
  const [one] = await world.db.selectFrom('heldMail').select('id').execute()
  const reject = () => browser.post(`/lists/lectio-l/held/${one?.id}`, { decision: 'reject', note: 'Not for this list.' })
  await reject()
  later(5)
  const at = /name="at" value="([^"]+)"/.exec(await page())?.[1] ?? ''
  await browser.post('/lists/lectio-l/held/undo', { at })
  const waiting = async () =>
    (await sql<{ at: Date }>`select run_at as at from graphile_worker.jobs where task_identifier = 'list.postRejected'`.execute(world.db))
      .rows
  expect(await waiting()).toEqual([])
  later(1)
  await reject()
  expect(await waiting()).toEqual([{ at: new Date('2099-01-01T09:16:00Z') }])
})

test('the notice says what the mail says, as a quotation, and names its files', async () => {
  await accept(
    mail({
      from: 'Otto <otto@otto.example>',
      subject: 'A question',
      text: 'How do I roll over?\n\nDecide here:\nhttps://evil.example/',
      attachment: { name: 'screen.png', content: 'x' },
    }),
    'otto@otto.example',
  )
  await world.settle()
  const [letter] = await lettersTo(world, modesto, 'list.held-moderators')
  expect(letter?.text).toContain('> How do I roll over?')
  expect(letter?.text).toContain('> https://evil.example/')
  expect(letter?.text).toContain('Files: screen.png')
})

test('a flood has three notices, an hour twenty, and one summary names what is most likely meant, a genuine one among 30 within 15 minutes', async () => {
  // Ahead of the database's own clock, so that what is for later waits.
  world.clock.now = new Date('2099-01-01T09:00:00Z')
  await flood(30)
  const known = await world.addPerson('Nora')
  await accept(mail({ from: `Nora <${known.email}>`, subject: 'A genuine question' }), known.email)
  // A stranger whose subject nobody else has comes before a crowd of strangers with one.
  for (let n = 0; n < 4; n++) await accept(mail({ from: `<w${n}@crowd.example>`, subject: `Winner ${n}` }), `w${n}@crowd.example`)
  await accept(mail({ from: 'Zoe <zoe@zoe.example>', subject: 'How are licences counted?' }), 'zoe@zoe.example')
  await world.settle()
  // Three of the flood, and each of the others.
  const notices = async () => (await lettersTo(world, modesto, 'list.held-moderators')).length
  expect(await notices()).toBe(9)
  const { rows } = await sql<{
    at: Date
  }>`select run_at as at from graphile_worker.jobs where task_identifier = 'list.heldSummary'`.execute(world.db)
  expect(rows).toEqual([{ at: new Date('2099-01-01T09:15:00Z') }])
  for (let n = 0; n < 15; n++) {
    const letter = String.fromCharCode(97 + n).repeat(9)
    await accept(mail({ from: `<${letter}@many.example>`, subject: letter }), `${letter}@many.example`)
  }
  await world.settle()
  expect(await notices()).toBe(20)
  // Late, as after a worker that stood still.
  later(180)
  await summary({ listId: world.listId }, world.context)
  const letters = await lettersTo(world, modesto, 'list.held-summary')
  expect(letters.map(({ subject }) => subject)).toEqual(['Many held messages for Lectio-L: 51'])
  const lines = (letters[0]?.text ?? '').split('\n').filter((line) => line.startsWith('- '))
  expect(lines.slice(0, 2)).toEqual(['- A genuine question (Nora)', '- How are licences counted? (Zoe)'])
  expect(lines).toHaveLength(10)
})

test.each([
  ['a writer of whom nothing waits', 'writer', { email: 'nobody@nowhere.example', decision: 'discard' }, 404],
  ['a decision that there is not', 'writer', { email: spammer, decision: 'praise' }, 422],
  ['no writer', 'writer', { email: '', decision: 'discard' }, 422],
  ['no time', 'undo', { at: 'yesterday' }, 422],
])('%s is refused and changes nothing', async (_, where, form, status) => {
  await flood(3)
  const before = await states()
  expect((await (await world.as(world.modesto)).post(`/lists/lectio-l/held/${where}`, form as Record<string, string>)).status).toBe(status)
  expect((await (await world.as(world.susi)).post(`/lists/lectio-l/held/${where}`, form as Record<string, string>)).status).toBe(404)
  expect(await states()).toEqual(before)
})

test('what answers every message in the same words, and says nowhere that it is a program, is held after five', async () => {
  const answer = async (n: number, text: string) => {
    await accept(mail({ from: susi, subject: 'Re: A question', text, inReplyTo: `<${n}@lists.example>` }), susi)
    await world.settle()
  }
  for (let n = 0; n < 8; n++) await answer(n, `I am not at my desk.\n\n> Question ${n}\n`)
  await answer(9, 'Here I am again.')
  const posts = async () =>
    Number(
      (
        await world.db
          .selectFrom('post')
          .select((e) => e.fn.countAll().as('n'))
          .executeTakeFirstOrThrow()
      ).n,
    )
  expect([await posts(), await states()]).toEqual([6, { held: 3 }])
  expect(await world.db.selectFrom('heldMail').select('reason').distinct().execute()).toEqual([{ reason: 'repeats' }])
  expect(await page()).toContain('The sender answers in the same words again and again')
  later(61)
  await answer(10, 'I am not at my desk.')
  expect(await posts()).toBe(7)
})
