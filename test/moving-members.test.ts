import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openMembers } from '../src/imports/source.ts'
import { readTable } from '../src/lib/sheet/read.ts'
import { sayKept } from '../src/lib/ui/kept.ts'
import { upload } from './upload.ts'
import { makeWorld, type World } from './world.ts'

const open = (text: string) => openMembers('members', Buffer.from(text), 'any-l', 'each')
const taken = (source: Awaited<ReturnType<typeof open>>) => sayKept(source.departing.remarks?.[0]?.was ?? '')
const rowsOf = (source: Awaited<ReturnType<typeof open>>) =>
  Object.fromEntries(
    source.rows.map(({ email, how, becomes }) => [email.split('@')[0], `${how}: ${becomes.map((one) => sayKept(one)).join(' ')}`]),
  )

const google = `Members for reading-lists@googlegroups.com
Email address,Nickname,Group status,Email status,Email preference,Posting permissions,Join year,Join month,Join day,Join hour,Join minute,Join second,Time zone
anna@a.example,Anna A,owner,,email,inherit,2016,5,2,9,10,11,Europe/Berlin
ben@b.example,,member,,no email,inherit,2016,5,2,9,10,11,
cleo@c.example,Cleo,member,,digest,moderate,2016,5,2,9,10,11,
dan@d.example,,member,bouncing,digest,inherit,2016,5,2,9,10,11,
eve@e.example,,member,,abridged,not allowed,2016,5,2,9,10,11,
finn@f.example,,banned,,email,inherit,2016,5,2,9,10,11,
gil@g.example,,invited,,email,inherit,2016,5,2,9,10,11,
ben@b.example,,member,,email,inherit,2016,5,2,9,10,11,
hal@h.example,,member,,fortnightly,inherit,2016,5,2,9,10,11,
`

test('members of Google Groups come with how they get email, who bounces and who is banned', async () => {
  const source = await open(google)
  expect(taken(source)).toBe('Members of Google Groups')
  expect(source.departing.members).toMatchObject([
    { email: 'anna@a.example', name: 'Anna A', delivery: 'each', moderated: false },
    { email: 'ben@b.example', delivery: 'none' },
    { email: 'cleo@c.example', delivery: 'mime', moderated: true },
    { email: 'dan@d.example', delivery: 'mime', stopped: 'bounces' },
    { email: 'eve@e.example', delivery: 'summary', moderated: true },
  ])
  expect([source.departing.bans, source.departing.owners]).toEqual([['finn@f.example'], ['anna@a.example']])
  expect(source.wrong.map(({ line, reason }) => [line, sayKept(reason)])).toEqual([[11, '“fortnightly” is not a way to get email.']])
  // Each row that can be taken has a word of its own, the second of one address too.
  expect(source.rows.map(({ line }) => line)).toEqual([3, 4, 5, 6, 7, 8, 9, 10])
  expect(rowsOf(source)).toMatchObject({
    dan: expect.stringContaining('Email came back there'),
    eve: expect.stringMatching(/^changed: .*Could not write there/),
    finn: 'taken: Blocked there, so blocked here. Not subscribed.',
    gil: 'left: Left out: invited there, not yet subscribed.',
    ben: 'left: Left out: the same address is in line 4.',
  })
})

test('members of Groups.io come by the words of its pages and of its API', async () => {
  const source = await open(`Email,Display Name,Username,Email Delivery,Message Selection,Status,Role,Post Status,Joined
anna@a.example,Anna,anna,Individual,All,Normal,Owner,Default,2019-01-02
ben@b.example,Ben,,No Email,All,Normal,,Default,
cleo@c.example,Cleo,,Full Featured Digest,All,Bouncing,,Default,
dan@d.example,Dan,,Special Notices Only,All,Normal,,Default,
eve@e.example,Eve,,Plain Digest,All,Banned,,Default,
finn@f.example,Finn,,Daily Summary,Following Only,Normal,,Moderated,
gil@g.example,Gil,,Individual,All,Pending,,Default,
hal@h.example,Hal,,Individual,All,Not Confirmed,,Default,
ida@i.example,Ida,,email_delivery_digest,message_selection_all,sub_status_bounced,sub_mod_status_none,sub_poststatus_allowed,
`)
  expect(taken(source)).toBe('Members of Groups.io')
  expect(source.wrong).toEqual([])
  expect(source.departing.members).toMatchObject([
    { email: 'anna@a.example', delivery: 'each' },
    { email: 'ben@b.example', delivery: 'none' },
    { email: 'cleo@c.example', delivery: 'mime', stopped: 'bounces' },
    { email: 'dan@d.example', delivery: 'none' },
    { email: 'finn@f.example', delivery: 'summary', moderated: true },
    { email: 'ida@i.example', delivery: 'mime', stopped: 'bounces' },
  ])
  expect([source.departing.bans, source.departing.applicants]).toEqual([
    ['eve@e.example'],
    [{ email: 'gil@g.example', name: 'Gil', at: '' }],
  ])
  expect(rowsOf(source)).toMatchObject({
    dan: 'changed: Gets no email. Got special notices only. This list does not offer that choice.',
    hal: 'left: Left out: the address was never confirmed there.',
    finn: expect.stringContaining('Had chosen topics.'),
  })
  // As its program writes it, with an account beside a subscription; what nothing here stands for is named.
  const api = await open(`email,full_name,user_name,user_status,status,mod_status,email_delivery,message_selection,approved_posts
anna@a.example,Anna,anna,user_status_confirmed,sub_status_normal,sub_mod_status_owner,email_delivery_single,message_selection_all,12
ben@b.example,Ben,,user_status_bouncing,sub_status_normal,sub_mod_status_none,email_delivery_digest,message_selection_all,
cleo@c.example,,,user_status_notconfirmed,sub_status_normal,,email_delivery_none,,
dan@d.example,,,user_status_confirmed,sub_status_banned,,email_delivery_single,,
`)
  expect([api.wrong, api.departing.owners, api.departing.bans]).toEqual([[], ['anna@a.example'], ['dan@d.example']])
  expect(api.departing.members).toMatchObject([{ delivery: 'each' }, { delivery: 'mime', stopped: 'bounces' }])
  const left = api.departing.remarks?.at(-1)
  expect([left?.was, sayKept(left?.becomes ?? '')]).toEqual(['user_name, approved_posts', 'Not imported. This site has no place for them.'])
})

test.each([
  ['an address book with names in two columns', 'First Name,Last Name,Primary Email,Phone\nAnna,Ash,anna@a.example,1\n', 'Anna Ash'],
  ['columns in words that nobody knows, by what they hold', 'Nume;Adresa;Oraș\nx;anna@a.example;Cluj\ny;ben@b.example;Iași\n', ''],
  ['an Italian table', 'Nome;Cognome;Indirizzo e-mail\nAnna;Ash;mailto:anna@a.example\n', 'Anna Ash'],
  ['a table without a header', 'anna@a.example,Anna Ash\nben@b.example,Ben\n', 'Anna Ash'],
  ['a table without a header, the name first', 'Anna Ash;anna@a.example\nBen;ben@b.example\n', 'Anna Ash'],
  ['the address field of a mail program', 'Ash, Anna <anna@a.example>; Ben <ben@b.example>;', 'Anna Ash'],
  ['another one', 'Anna <anna@a.example>, ben@b.example', 'Anna'],
  ['one with names alone', 'Anna <anna@a.example>, Ben <ben@b.example>', 'Anna'],
  ['a table without a header, with a comma in a name', '"Ash, Anna",anna@a.example\nben@b.example;"Beech; Ben"\n', 'Anna Ash'],
  ['names as in a mail', '=?iso-8859-1?q?J=F6rg?= <anna@a.example>\n', 'Jörg'],
])('%s is read', async (_, text, name) => {
  const { departing, wrong } = await open(text)
  expect([departing.members[0], wrong]).toMatchObject([{ email: 'anna@a.example', name }, []])
  expect(departing.members).toHaveLength(text.split('@').length - 1)
})

test('addresses in UTF-16 are read, with a mark and without', async () => {
  for (const text of ['\ufeff', ''])
    for (const lines of ['anna@a.example\r\nben@b.example\r\n', 'Name\tE-mail\r\nŻ\tanna@a.example\r\nB\tben@b.example\r\n']) {
      const { departing } = await openMembers('members', Buffer.from(text + lines, 'utf16le'), 'any-l', 'each')
      expect(departing.members.map(({ email }) => email)).toEqual(['anna@a.example', 'ben@b.example'])
    }
})

test('a dump of Sympa comes with reception, visibility, bounces and suspension', async () => {
  const source = await open(`# Dump of list reading-lists
date 1367244000
email anna@a.example
gecos Anna A
reception mail
update_date 1367244000
visibility noconceal

email ben@b.example
reception nomail
visibility conceal

email cleo@c.example
gecos Cléo
reception digestplain
bounce 1362391201 1364386801 4 5.1.1
bounce_score 5
subscribed 1

email dan@d.example
reception notice
email eve@e.example
reception not_me
suspend 1
colour green

email finn@f.example
reception by pigeon
`)
  expect(taken(source)).toBe('Subscribers of Sympa')
  expect(source.departing.members).toMatchObject([
    { email: 'anna@a.example', name: 'Anna A', delivery: 'each' },
    { email: 'ben@b.example', delivery: 'none' },
    { email: 'cleo@c.example', name: 'Cléo', delivery: 'plain', stopped: 'bounces' },
    { email: 'dan@d.example', delivery: 'plain' },
    { email: 'eve@e.example', delivery: 'none', stopped: 'member', notMine: true },
  ])
  expect(source.wrong.map(({ line, reason }) => [line, sayKept(reason)])).toEqual([[27, '“by pigeon” is not a way to get email.']])
  expect(rowsOf(source)).toMatchObject({
    ben: expect.stringContaining('Hidden from other subscribers'),
    dan: expect.stringContaining('subject lines only'),
    eve: expect.stringContaining('Options without a match here: colour'),
  })
})

describe('LISTSERV', () => {
  test('a REVIEW names its subscribers, with options where it has them, and what its header says of the list', async () => {
    const source = await open(`*
*  Reading lists for everybody
*
*  Review=       Private
*  Subscription= Open,Confirm
*  Send=         Private
*  Notify=       No
*  Owner=        carla@c.example (Carla C)
*  Digest=       Yes,Same,Daily
*
anna@a.example                           Anna A
ben@b.example                            Ben MacB  NOMAIL
cleo@c.example                           Cleo (DIGEST CONCEAL)
dan@d.example                            Dan  INDEX NOREPRO SHORTHDR
eve@e.example                            Eve  NOPOST
no address here
*
* Total number of users subscribed to the list:    5
* Total number of concealed subscribers:  2
`)
    expect(taken(source)).toBe('Subscribers of LISTSERV')
    expect(source.departing.members).toMatchObject([
      { email: 'anna@a.example', name: 'Anna A', delivery: 'each' },
      { email: 'ben@b.example', name: 'Ben MacB', delivery: 'none' },
      { email: 'cleo@c.example', name: 'Cleo', delivery: 'mime' },
      { email: 'dan@d.example', name: 'Dan', delivery: 'summary', notMine: true },
      { email: 'eve@e.example', delivery: 'each', moderated: true },
    ])
    expect(source.departing.owners).toEqual(['carla@c.example'])
    expect(source.wrong.map(({ line }) => line)).toEqual([16])
    expect(rowsOf(source).dan).toContain('Options without a match here: SHORTHDR')
    const settings = source.departing.remarks?.at(-1)
    expect([settings?.how, settings?.was]).toEqual([
      'left',
      expect.stringMatching(/Review= Private · Subscription= Open,Confirm[\s\S]*concealed subscribers:\s+2/),
    ])
  })

  test('a QUERY names the options of each, in the words of new and of old versions', async () => {
    const source = await open(`Subscription options for Anna A <anna@A.EXAMPLE>, list READ-L:

NOMAIL           You are not sent individual postings
  DIGEST         You would be sent digests
CONCEAL          Hidden from REVIEW

Distribution options for Ben B <ben@b.example>, list READ-L:
Ack= No, Mail= Yes, Files= No, Repro= No, Header= Short822, Renewal= Yes, Conceal= No
`)
    expect(source.wrong).toEqual([])
    expect(source.departing.members).toMatchObject([
      { email: 'anna@a.example', name: 'Anna A', delivery: 'none' },
      { email: 'ben@b.example', name: 'Ben B', delivery: 'each', notMine: true },
    ])
  })
})

describe('an owner', () => {
  let world: World
  beforeAll(async () => {
    world = await makeWorld()
  })
  afterAll(() => world.end())

  test('brings a file of Google Groups: sees what it was taken for and each row, and nobody gets what they did not want', async () => {
    const carla = await world.as(world.carla)
    const brought = await upload(world, carla, '/lists/lectio-l/import', 'members.csv', Buffer.from(google))
    const page = brought.headers.get('location') ?? ''
    const shown = await (await carla.get(page)).text()
    for (const words of ['Members of Google Groups', 'Download what happens to each row', 'Line 11']) expect(shown).toContain(words)
    const rows = await readTable(new Uint8Array(await (await carla.get(`${page}/rows.xlsx`)).arrayBuffer()))
    expect(rows.rows.map(({ cells }) => [cells.Line, cells.Result])).toContainEqual(['11', 'Error'])
    expect(rows.rows).toHaveLength(9)
    await carla.post(`${page}/begin`, { skipWrong: 'on' })
    await world.settle()
    const subscriptions = await world.db
      .selectFrom('subscription')
      .innerJoin('address', 'address.id', 'subscription.addressId')
      .select(['address.email', 'subscription.receiving'])
      .where('address.email', 'like', '%@_.example')
      .orderBy('address.email')
      .execute()
    expect(subscriptions).toEqual([
      { email: 'anna@a.example', receiving: 'each' },
      { email: 'ben@b.example', receiving: 'none' },
      { email: 'cleo@c.example', receiving: 'mime_digest' },
      { email: 'dan@d.example', receiving: 'mime_digest' },
      { email: 'eve@e.example', receiving: 'plain_digest' },
    ])
    expect(await world.db.selectFrom('ban').select('value').where('value', '=', 'finn@f.example').execute()).toHaveLength(1)
    expect(await world.postbox()).toEqual([])
  })
})
