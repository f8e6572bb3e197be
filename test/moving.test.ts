import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { program } from '../src/actor.ts'
import { acceptMail } from '../src/edges/mailroom/actions.ts'
import { allowed, readConfigPickle } from '../src/imports/mailman2/config.ts'
import { type PlanRow, planMove } from '../src/imports/plan-rules.ts'
import { unknownList } from '../src/imports/rules.ts'
import { moveIn, planOf } from '../src/imports/run.ts'
import { getAnyImport } from '../src/imports/runs-queries.ts'
import { openMembers, openSource, type Source } from '../src/imports/source.ts'
import { beginUndo, undoImport } from '../src/imports/undo-actions.ts'
import { whyNotPattern } from '../src/lib/mail/pattern.ts'
import { readPickles } from '../src/lib/pickle/read.ts'
import { PickleObject, type PickleValue } from '../src/lib/pickle/value.ts'
import { sayKept } from '../src/lib/ui/kept.ts'
import { openList } from '../src/list/actions.ts'
import { findListsByName } from '../src/list/queries.ts'
import { mail } from './mail.ts'
import { sharedData } from './shared.ts'
import { makeWorld, type World } from './world.ts'

const data = sharedData('mailman-migration')

let world: World
let lists = 0
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.end())

const actor = () => ({ ...program(world.clock.now), via: 'cli' as const })

async function emptyList(name = `moved-${++lists}`) {
  await world.write((tx) => openList(tx, actor(), { groupId: world.group.groupId, communityIds: [], name, title: name }))
  const [list] = await findListsByName(world.db, [name])
  if (!list) throw new Error('no list')
  return list
}

const said = (row: PlanRow): PlanRow => ({ ...row, what: sayKept(row.what), was: sayKept(row.was), becomes: sayKept(row.becomes) })

async function bring(source: Source, name?: string, choices = { settings: true, sync: false }) {
  const list = name === undefined ? await emptyList() : ((await findListsByName(world.db, [name]))[0] ?? (await emptyList(name)))
  const plan = planOf(source, true, choices)
  const moved = await moveIn(world.database, actor(), list, source, plan, { choices, mailDomain: world.site.mailDomain })
  return {
    list,
    plan: { ...plan, rows: plan.rows.map(said) },
    moved,
    counts: Object.fromEntries(moved.counts.map(({ kind, outcome, items }) => [`${kind} ${outcome}`, items])),
  }
}

const membersOf = (listId: number) =>
  world.db
    .selectFrom('subscription')
    .innerJoin('address', 'address.id', 'subscription.addressId')
    .innerJoin('person', 'person.id', 'subscription.personId')
    .select(['address.email', 'person.name', 'receiving', 'ownPosts', 'whenAddressed', 'posting', 'suspendedAt'])
    .where('listId', '=', listId)
    .where('endedAt', 'is', null)
    .orderBy('address.email')
    .execute()

/** A pickle as JSON tells it, classes and all. */
function toJson(value: PickleValue): unknown {
  if (Array.isArray(value)) return value.map(toJson)
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, item]) => [String(key), toJson(item)]))
  if (value instanceof PickleObject) return { __class__: value.className, ...(toJson(value.state) as object) }
  return value
}

describe.skipIf(!data)('a config.pck of Mailman 2.1', () => {
  const file = `${data}/config-pck/config-with-instances.pck`

  test('is read value for value', () => {
    const [config] = readPickles(readFileSync(file), { allow: allowed })
    expect(toJson(config as PickleValue)).toEqual(JSON.parse(readFileSync(`${file}.decoded.json`, 'utf8')))
  })

  test('becomes a list with its members, each as she was, and the table says what becomes what', async () => {
    const source = await openSource(file)
    const { list, plan, counts } = await bring(source)
    const says = (what: string) => plan.rows.filter((row) => row.what === what).map(({ was, how }) => `${was}: ${how}`)
    expect(says('Name')).toEqual(['eclipse-sig: taken'])
    expect(says('Subscribers')).toContain('3 with each message: taken')
    expect(says('People not on the list')).toEqual(['5 with “accept”: taken'])
    expect(says('Email from people not on the list')).toEqual(['accept: taken'])
    expect(says('Subject prefix')).toEqual(['[eclipse-sig]: left'])
    expect(counts).toMatchObject({ 'member added': 3 })
    expect((await membersOf(list.id)).map(({ email, name, receiving, whenAddressed }) => [email, name, receiving, whenAddressed])).toEqual([
      ['xxxxxx@examplexxxxxx.org', 'Mat Xxxxx', 'each', false],
      ['xxxxxxx@examplexxxxxx.org', 'Gerard Xxxx', 'each', false],
      ['xxxxxxxx@exampl.com', 'Mikolaj Xxxxxxxx', 'each', false],
    ])
    const settings = await world.db.selectFrom('list').selectAll().where('id', '=', list.id).executeTakeFirstOrThrow()
    expect(settings).toMatchObject({
      title: 'eclipse-sig',
      description: 'Eclipse Special Interest Group',
      archive: 'public',
      joinPolicy: 'confirm',
      repliesTo: 'list',
      maxSize: 1024 * 1024,
    })
    expect(settings.rules).toContainEqual(expect.objectContaining({ kind: 'not-subscribed', action: 'accept' }))
    expect(JSON.stringify(await world.db.selectFrom('listMove').selectAll().execute())).not.toContain('baomapme')
    expect(JSON.stringify(await world.db.selectFrom('listMoveItem').select('key').where('kind', '=', 'member').execute())).not.toContain(
      '@',
    )
    expect(await world.postbox()).toEqual([])
  })

  test('a second time, nothing is added, and who has left stays away', async () => {
    const source = await openSource(file)
    const { list } = await bring(source, 'again-l')
    await world.write((tx) =>
      tx
        .updateTable('subscription')
        .set({ endedAt: world.clock.now, endedHow: 'link' })
        .where('listId', '=', list.id)
        .where('addressId', 'in', (query) => query.selectFrom('address').select('id').where('email', '=', 'xxxxxxxx@exampl.com'))
        .execute(),
    )
    const second = await bring(await openSource(file), 'again-l')
    expect(second.counts).toMatchObject({ 'member known': 2, 'member left': 1, 'stranger known': 4 })
    expect(await membersOf(list.id)).toHaveLength(2)
  })

  test('cut off at every byte it is refused with a sentence, and nothing else happens', () => {
    const bytes = readFileSync(file)
    for (let end = 0; end < bytes.length; end += 7)
      expect(() => readConfigPickle(bytes.subarray(0, end)), `at ${end}`).toThrow(/ends too early|empty|is damaged|no real_name/)
  })
})

/** The answers of a REST API as Mailman's own documentation prints them: sorted `key: value` lines, nested by indent. */
function fromDoctest(answer: string): Record<string, unknown> {
  const root: Record<string, unknown> = {}
  let target = root
  const entries: Record<string, unknown>[] = []
  let message: string[] | undefined
  for (const line of answer.split('\n')) {
    if (/^entry \d+:$/.test(line)) {
      target = {}
      entries.push(target)
      continue
    }
    const [, indent = '', key = '', value = ''] = /^( {0,4})([a-z_]+):(?: (.*))?$/.exec(line) ?? []
    if (message && (key === '' || key === 'msg')) {
      message.push(line === '<BLANKLINE>' ? '' : line)
      continue
    }
    if (message) target.msg = message.join('\n')
    message = undefined
    if (key === '') continue
    if (indent === '') target = root
    if (key === 'msg') message = [value]
    else
      target[key] =
        value === 'True'
          ? true
          : value === 'False'
            ? false
            : /^\[(?:'|\])/.test(value)
              ? JSON.parse(value.replaceAll("'", '"'))
              : value.replace(/^"(.*)"$/, '$1')
  }
  if (entries.length > 0) root.entries = entries
  return root
}

const json = (answers: Record<string, unknown>) =>
  new Promise<{ url: string; close: () => void }>((resolve) => {
    const server = createServer((request, response) => {
      const path = new URL(request.url ?? '/', 'http://x').pathname.replace(/^\/3\.1\//, '')
      const allowed = request.headers.authorization === `Basic ${Buffer.from('restadmin:p@ss').toString('base64')}`
      const answer = answers[decodeURIComponent(path)]
      response.statusCode = !allowed ? 401 : answer === undefined ? 404 : 200
      response.end(allowed && answer !== undefined ? JSON.stringify(answer) : '{}')
    })
    server.listen(0, '127.0.0.1', () =>
      resolve({ url: `http://restadmin:p%40ss@127.0.0.1:${(server.address() as AddressInfo).port}/3.1`, close: () => server.close() }),
    )
  })

const member = (id: string, email: string, more: object = {}) => ({
  member_id: id,
  email,
  display_name: '',
  role: 'member',
  delivery_mode: 'regular',
  ...more,
})

/** What a core API answers about `ant@example.com`: the documented answers, and members of every kind. */
function ant() {
  const examples = JSON.parse(readFileSync(`${data}/mailman3-rest/examples.json`, 'utf8')) as Record<string, { answer: string }>
  const said = (name: string) => fromDoctest(examples[name]?.answer ?? '')
  return {
    lists: { entries: [{ fqdn_listname: 'ant@example.com' }] },
    'lists/ant@example.com/config': {
      ...said('listconf#00'),
      ...said('listconf#02'),
      archive_policy: 'private',
      subscription_policy: 'moderate',
      max_message_size: 40,
    },
    'lists/ant@example.com/held': said('post-moderation#01'),
    'lists/ant@example.com/requests': said('sub-moderation#02'),
    'lists/ant@example.com/header-matches': said('listconf#19'),
    'lists/ant@example.com/bans': {
      entries: [{ email: 'spam@bad.example' }, { email: '^.*@worse\\.example$' }, { email: 'anne@example.com' }],
    },
    'lists/ant@example.com/roster/owner': { entries: [member('0', 'owner@example.com')] },
    'lists/ant@example.com/roster/nonmember': {
      entries: [member('8', 'friend@out.example', { moderation_action: 'accept' }), member('9', 'any@out.example')],
    },
    'lists/ant@example.com/roster/member': {
      entries: [
        member('1', 'anne@example.com', { display_name: 'Anne Person' }),
        member('2', 'bart@example.com', { delivery_mode: 'mime_digests' }),
        member('3', 'cris@example.com', { delivery_mode: 'plaintext_digests', moderation_action: 'hold' }),
        member('4', 'dave@example.com'),
        member('5', 'elle@example.com'),
        member('6', 'not an address'),
      ],
    },
    'members/1/all/preferences': { receive_own_postings: false, preferred_language: 'fr' },
    'members/4/all/preferences': { delivery_status: 'by_user' },
    'members/5/all/preferences': { delivery_status: 'by_bounces' },
  }
}

describe.skipIf(!data)('a list of Mailman 3', () => {
  test('comes in from its REST API: members with modes and flags, who waits, who is banned', async () => {
    const api = await json(ant())
    const source = await openSource(api.url, { from: 'ant' }).finally(api.close)
    expect(source.name).not.toContain('p@ss')
    const { list, plan, counts } = await bring(source)
    expect(
      (await membersOf(list.id)).map(({ email, receiving, ownPosts, posting, suspendedAt }) => [
        email,
        receiving,
        ownPosts,
        posting,
        suspendedAt !== null,
      ]),
    ).toEqual([
      ['anne@example.com', 'each', false, null, false],
      ['bart@example.com', 'mime_digest', true, null, false],
      ['cris@example.com', 'plain_digest', true, 'hold', false],
      ['dave@example.com', 'none', true, null, false],
      ['elle@example.com', 'each', true, null, true],
    ])
    expect(counts).toEqual({ 'applicant added': 1, 'ban added': 2, 'ban left': 1, 'held added': 1, 'member added': 5, 'stranger added': 1 })
    const bans = await world.db.selectFrom('ban').select(['kind', 'value']).where('listId', '=', list.id).orderBy('value').execute()
    expect(bans).toEqual([
      { kind: 'address', value: 'spam@bad.example' },
      { kind: 'domain', value: 'worse.example' },
    ])
    expect(plan.rows.find(({ how, what }) => how === 'clash' && what === 'Blocked senders')?.was).toContain('anne@example.com')
    expect(plan.rows.find(({ what }) => what === 'Anonymous list')?.how).toBe('left')
    expect(plan.rows.filter(({ what }) => what === 'Header filter').map(({ how, was }) => [how, was])).toEqual([
      ['left', 'x-spam-status: ^No | accept'],
      ['taken', 'x-spam-flag: ^Yes'],
    ])
    expect(plan.rows.find(({ what }) => what === 'Cannot be read')?.was).toContain('not an address')
    const carla = await world.as(world.carla)
    const held = await (await carla.get(`/lists/${list.name}/held`)).text()
    expect(held).toContain('Something')
    expect(await world.postbox()).toEqual([])
  })

  test('comes in from an export of the answers just the same, and the second time nothing is new', async () => {
    const file = join(mkdtempSync(join(inject('runFolder'), 'export-')), 'ant.json')
    writeFileSync(file, JSON.stringify(ant()))
    const { list } = await bring(await openSource(file), 'ant-export')
    expect(await membersOf(list.id)).toHaveLength(5)
    const second = await bring(await openSource(file), 'ant-export')
    expect(second.counts).toMatchObject({ 'member known': 5, 'held known': 1, 'applicant known': 1 })
    expect((await world.db.selectFrom('heldMail').select('id').where('listId', '=', list.id).execute()).length).toBe(1)
  })

  test('an API that wants another password, or is none, ends with a sentence', async () => {
    const api = await json(ant())
    await expect(openSource(api.url.replace('p%40ss', 'wrong'))).rejects.toThrow('another user name or password')
    await expect(openSource(api.url, { from: 'bee' })).rejects.toThrow('has no list bee. It has: ant@example.com')
    api.close()
    await expect(openSource('http://127.0.0.1:1/3.1')).rejects.toThrow('does not answer')
  })
})

describe('a file of members', () => {
  const open = (text: string, delivery: 'each' | 'none' = 'each') => openMembers('members', Buffer.from(text), 'any-l', delivery)

  test('is the output of list_members, with and without names, in any encoding', async () => {
    const { departing, wrong } = await open(
      '# members\nanna@a.example\n"Müller, Jo" <Jo@B.example>\n\nkim@c.example (Kim K)\nno address\nanna@a.example\n',
    )
    expect(departing.members.map(({ email, name }) => [email, name])).toEqual([
      ['anna@a.example', ''],
      ['jo@b.example', 'Jo Müller'],
      ['kim@c.example', 'Kim K'],
    ])
    expect(wrong.map(({ line, reason }) => [line, sayKept(reason)])).toEqual([[6, '“no address” has no @.']])
  })

  test('is a table in the words of Mailman 3, as Rapport exports it too', async () => {
    const { departing, wrong } = await open(
      "email,display_name,delivery_mode,delivery_status,moderation_action\na@a.example,'=A,plaintext_digests,enabled,hold\nb@b.example,,regular,by_bounces,\nc@c.example,,post,,\n",
    )
    expect(departing.members).toMatchObject([
      { email: 'a@a.example', name: '=A', delivery: 'plain', moderated: true },
      { email: 'b@b.example', delivery: 'each', stopped: 'bounces' },
    ])
    expect(wrong.map(({ line, reason }) => [line, sayKept(reason)])).toEqual([[4, '“post” is not a way to get email.']])
  })

  test('of 50,000 lines, 300 of them wrong: each is named, and the others are taken only where somebody says so', async () => {
    const lines = Array.from({ length: 50_000 }, (_, i) =>
      i % 167 === 5 && i < 50_100 ? `person${i} at many.example` : `person${i}@many.example`,
    )
    const source = await open(lines.join('\n'))
    expect(source.wrong).toHaveLength(300)
    expect(source.wrong[0]?.line).toBe(6)
    expect(sayKept(source.wrong[0]?.reason ?? '')).toBe('“person5 at many.example” has no @.')
    expect(source.departing.members).toHaveLength(49_700)
    const { counts, list } = await bring(source)
    expect(counts).toEqual({ 'line wrong': 300, 'member added': 49_700 })
    const { members } = await world.db
      .selectFrom('subscription')
      .select((e) => e.fn.countAll<number>().as('members'))
      .where('listId', '=', list.id)
      .executeTakeFirstOrThrow()
    expect(members).toBe(49_700)
    expect(await world.postbox()).toEqual([])
  })

  test('takes those off the list whom it does not name, where that was chosen', async () => {
    const { list } = await bring(await open('one@x.example\ntwo@x.example\nthree@x.example'), 'sync-l')
    const { counts } = await bring(await open('two@x.example\nfour@x.example'), 'sync-l', { settings: false, sync: true })
    expect(counts).toEqual({ 'leaver added': 2, 'member added': 1, 'member known': 1 })
    expect((await membersOf(list.id)).map(({ email }) => email)).toEqual(['four@x.example', 'two@x.example'])
    expect(await world.postbox()).toEqual([])
  })

  test('gives nobody’s account an address that its owner has not confirmed', async () => {
    await world.write((tx) =>
      tx.insertInto('address').values({ personId: world.otto.personId, email: 'victim@v.example', createdAt: world.clock.now }).execute(),
    )
    const { counts } = await bring(await open('victim@v.example'))
    expect(counts).toEqual({ 'member left': 1 })
  })

  test.each([
    ['an empty file', '', 'The file is empty'],
    ['a table without addresses', 'Name,Town\nA,B\n', 'no column of addresses'],
  ])('%s is refused with a sentence', async (_, text, sentence) => {
    await expect(open(text)).rejects.toThrow(sentence)
  })
})

test('a program subscribes people, hears what became of each, and reads the balance of imports', async () => {
  const { list } = await bring(await openMembers('members', Buffer.from('one@api.example'), 'any-l', 'each'), 'api-l')
  const carla = await world.as(world.carla)
  const members = [{ email: 'One@api.example' }, { email: 'two@api.example', delivery: 'none' }, { email: 'nothing' }]
  const answer = (await (await carla.post('/api/v1/lists/api-l/members', { members } as never)).json()) as {
    items: { email: string; outcome: string }[]
  }
  expect(answer.items.map(({ email, outcome }) => [email, outcome])).toEqual([
    ['one@api.example', 'known'],
    ['two@api.example', 'added'],
    ['nothing', 'wrong'],
  ])
  expect((await membersOf(list.id)).map(({ receiving }) => receiving)).toEqual(['each', 'none'])
  const { items } = (await (await carla.get('/api/v1/lists/api-l/imports')).json()) as { items: { program: string; balance: unknown[] }[] }
  expect(items).toMatchObject([{ program: 'file', balance: [{ kind: 'member', outcome: 'added', items: 1 }] }])
  expect(await world.postbox()).toEqual([])
})

describe('settings that contradict each other', () => {
  test('are named, and the careful choice is made', () => {
    const departing = {
      ...unknownList('mailman2', 'odd-l'),
      maxSize: -5 * 1024,
      settings: { reply_goes_to_list: 2, reply_to_address: '', digestable: 0, nondigestable: 0, anonymous_list: 1 },
    }
    const { rows, settings } = planMove(departing, { exists: false, takeSettings: true, whyNotPattern })
    expect(rows.filter(({ how }) => how === 'clash').map(({ what }) => sayKept(what))).toEqual([
      'Largest email',
      'Replies',
      'Digests',
      'Owners',
    ])
    expect(settings).toMatchObject({ repliesTo: 'author', maxSize: 35 * 1024 * 1024 })
  })
})

/** A pickle of protocol 0 that Python 2 could have written. */
const pickle = (value: unknown): string => {
  if (typeof value === 'number') return Number.isInteger(value) ? `I${value}\n` : `F${value}\n`
  if (typeof value === 'string') return `S'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n')}'\n`
  if (Array.isArray(value)) return `(${value.map(pickle).join('')}t`
  if (value === null) return 'N'
  if (value instanceof Map) return `(d${[...value].map(([key, item]) => `${pickle(key)}${pickle(item)}s`).join('')}`
  return `(d${Object.entries(value as object)
    .map(([key, item]) => `${pickle(key)}${pickle(item)}s`)
    .join('')}`
}

test('what waited in Mailman 2.1 waits here: a mail that was kept as an object, and somebody who wants to join', async () => {
  const at = mkdtempSync(join(inject('runFolder'), 'mm2-'))
  mkdirSync(join(at, 'lists/pair-l'), { recursive: true })
  mkdirSync(join(at, 'lists/other-l'), { recursive: true })
  mkdirSync(join(at, 'data'))
  const config = {
    real_name: 'Pair-L',
    members: { 'ann@p.example': 0 },
    digest_members: { 'bo@p.example': 'Bo@P.example' },
    user_options: { 'bo@p.example': 8 + 128 },
    delivery_status: { 'ann@p.example': [4, 1.5] },
  }
  writeFileSync(join(at, 'lists/pair-l/config.pck'), `${pickle(config)}.`)
  writeFileSync(join(at, 'lists/other-l/config.pck'), `${pickle({ real_name: 'Other', members: {} })}.`)
  const requests = new Map<unknown, unknown>([
    ['version', [0, 1]],
    [1, [1, [1_400_000_000.5, 'Max@Out.example', 'Hello', 'Post by non-member', 'heldmsg-pair-l-1.pck', {}]]],
    [2, [2, [1_400_000_000.5, 'new@out.example', 'New One', 'secret', 0, 'en']]],
    [3, [1, [1_400_000_000.5, 'x@out.example', 'Lost', 'Too big', 'heldmsg-pair-l-9.pck', {}]]],
    [4, [1, [1_400_000_000.5, 'x@out.example', 'Away', 'Too big', '../../../../etc/passwd', {}]]],
  ])
  writeFileSync(join(at, 'lists/pair-l/request.pck'), `${pickle(requests)}.`)
  const part = (headers: string[][], payload: string) =>
    `(iMailman.Message\nMessage\n(dS'_headers'\n(l${headers.map((header) => `${pickle(header)}a`).join('')}sS'_payload'\n${payload}sS'epilogue'\nNsS'preamble'\nNsb`
  const text = part([['Content-Type', 'text/plain']], pickle('Grüße\n'.replace('ü', '\xfc').replace('ß', '\xdf')))
  const mail = part(
    [
      ['From', 'Max <max@out.example>'],
      ['Subject', 'Hello'],
      ['MIME-Version', '1.0'],
      ['Content-Type', 'multipart/mixed;\n boundary="b1"'],
    ],
    `(l${text}a${text}a`,
  )
  writeFileSync(join(at, 'data/heldmsg-pair-l-1.pck'), Buffer.from(`${mail}.`, 'latin1'))

  await expect(openSource(at)).rejects.toThrow('has several lists. Name one with --from: other-l, pair-l')
  const { list, counts } = await bring(await openSource(at, { from: 'pair-l' }))
  expect(counts).toEqual({ 'applicant added': 1, 'held added': 1, 'member added': 2 })
  expect(
    (await membersOf(list.id)).map(({ email, receiving, posting, suspendedAt }) => [email, receiving, posting, suspendedAt !== null]),
  ).toEqual([
    ['ann@p.example', 'each', null, true],
    ['bo@p.example', 'plain_digest', 'hold', false],
  ])
  const move = await world.db.selectFrom('listMove').select(['plan', 'departing']).where('listId', '=', list.id).executeTakeFirstOrThrow()
  const lost = (move.plan as unknown as PlanRow[]).map(({ was }) => sayKept(was)).join('\n')
  expect(lost).toContain('The held message “Lost” is missing')
  expect(lost).toContain('The held message “Away” is missing')
  // What was read of the other system is not kept when all is done.
  expect(move.departing).toBeNull()
  const carla = await world.as(world.carla)
  const { id } = await world.db.selectFrom('heldMail').select('id').where('listId', '=', list.id).executeTakeFirstOrThrow()
  expect(await (await carla.get(`/lists/${list.name}/held/${id}`)).text()).toContain('Gr')
  expect(await world.postbox()).toEqual([])
})

describe('how a list of Mailman 2.1 looks at mail', () => {
  const habits = {
    real_name: 'Habits-L',
    members: { 'ann@p.example': 0 },
    header_filter_rules: [
      ['^Subject:\\s*win\\b\n^X-Origin: (lottery|casino)', 3, 0],
      ['^X-Mailer:.*bulk', 7, 0],
      ['^X-Clean: yes', 6, 0],
      ['^(To|Cc): everybody', 7, 0],
      ['^From:.*a|^Subject:.*b', 7, 0],
      ['^Subject: (?=x)', 7, 0],
    ],
    require_explicit_destination: 1,
    max_num_recipients: 4,
    administrivia: 0,
    filter_content: 1,
    filter_mime_types: ['video', 'text/html', 'not a type'],
    filter_filename_extensions: ['exe', 'SCR'],
    pass_mime_types: ['multipart/mixed', 'text/plain'],
    max_days_to_hold: 5,
    digest_size_threshhold: 12,
    private_roster: 1,
    from_is_list: 2,
    welcome_msg: 'Please say who you are.',
    admin_notify_mchanges: 1,
  }
  const open = () => {
    const at = mkdtempSync(join(inject('runFolder'), 'mm2-'))
    writeFileSync(join(at, 'config.pck'), `${pickle(habits)}.`)
    return openSource(join(at, 'config.pck'))
  }
  const fateOf = async (list: { name: string }, headers: string[], to = `${list.name}@lists.localhost`) => {
    const raw = mail({ from: 'ann@p.example', to, subject: 'A question', headers })
    await acceptMail(world.write, { raw, mailFrom: 'ann@p.example', rcptTo: [`${list.name}@lists.localhost`], via: 'mail' })
    await world.settle()
    return (await world.db.selectFrom('inbound').select('fate').orderBy('id', 'desc').executeTakeFirstOrThrow()).fate
  }

  test('comes along where there is a counterpart, and the table names what does not', async () => {
    const { list, plan } = await bring(await open())
    const says = (what: string) => plan.rows.filter((row) => row.what === what).map(({ how, was }) => `${how}: ${was}`)
    expect(says('Header filter')).toEqual([
      'taken: ^Subject:\\s*win\\b',
      'taken: ^X-Origin: (lottery|casino)',
      'taken: ^X-Mailer:.*bulk',
      'left: ^X-Clean: yes',
      'left: ^(To|Cc): everybody',
      'left: ^From:.*a|^Subject:.*b',
      'left: ^Subject: (?=x)',
    ])
    expect(says('The list must be in To or Cc')).toEqual(['left: yes'])
    expect(says('Only some file types')).toEqual(['left: multipart/mixed text/plain'])
    expect(says('Largest size of a digest')).toEqual(['changed: at 12 kB'])
    expect(says('Who can see the subscribers')).toEqual(['changed: subscribers'])
    expect(says('Sender')).toEqual(['changed: rewritten or wrapped for DMARC'])

    const { rules, ...set } = await world.db
      .selectFrom('list')
      .select(['rules', 'expireDays', 'digestKb', 'html', 'dropTypes', 'tellChanges'])
      .where('id', '=', list.id)
      .executeTakeFirstOrThrow()
    expect(set).toEqual({ expireDays: 5, digestKb: 30, html: 'text', dropTypes: ['video/*', '.exe', '.scr'], tellChanges: true })
    expect(rules).toContainEqual(expect.objectContaining({ kind: 'administrivia', on: false }))
    const notices = () => world.db.selectFrom('noticeTemplate').select(['notice', 'locale', 'body']).where('listId', '=', list.id).execute()
    expect(await notices()).toEqual([
      { notice: 'welcome', locale: 'en', body: expect.stringMatching(/^Please say who you are\.\n\n[\s\S]*\{leave\}/) },
    ])

    expect(await fateOf(list, ['X-Origin: Lottery of the world'])).toBe('discarded: header')
    expect(await fateOf(list, ['X-Origin: no lottery'])).toBe('posted')
    expect(await fateOf(list, ['X-Mailer: a bulk mailer'])).toBe('held: header')
    const others = (count: number) => [`${list.name}@lists.localhost`, ...Array.from({ length: count }, (_, i) => `p${i}@p.example`)]
    expect(await fateOf(list, [], others(2).join(', '))).toBe('posted')
    expect(await fateOf(list, [], others(3).join(', '))).toBe('held: many-recipients')
  })

  test('once, however often it is imported, and it is taken back with the import', async () => {
    const { list, moved } = await bring(await open(), 'habits-l')
    const rulesOf = async () =>
      (await world.db.selectFrom('list').select('rules').where('id', '=', list.id).executeTakeFirstOrThrow()).rules
    const first = await rulesOf()
    const again = await bring(await open(), 'habits-l')
    expect(await rulesOf()).toEqual(first)
    for (const { moveId } of [again.moved, moved]) {
      const brought = await getAnyImport(world.db, `move-${moveId}`)
      await world.write((tx) => beginUndo(tx, actor(), brought))
      await undoImport(world.write, actor(), brought)
    }
    const { rules, ...set } = await world.db
      .selectFrom('list')
      .select(['rules', 'expireDays', 'dropTypes', 'html'])
      .where('id', '=', list.id)
      .executeTakeFirstOrThrow()
    expect(await world.db.selectFrom('noticeTemplate').select('notice').where('listId', '=', list.id).execute()).toEqual([])
    expect([JSON.stringify(rules ?? []).includes('X-Origin'), set]).toEqual([false, { expireDays: 14, dropTypes: [], html: 'free' }])
  })
})
