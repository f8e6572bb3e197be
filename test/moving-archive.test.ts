import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { program } from '../src/actor.ts'
import { listRaw } from '../src/archive/rebuild-queries.ts'
import { reread } from '../src/edges/mailroom/actions.ts'
import { hashOf } from '../src/imports/old-addresses/actions.ts'
import { moveIn, planOf } from '../src/imports/run.ts'
import { openSource } from '../src/imports/source.ts'
import { openList } from '../src/list/actions.ts'
import { findListsByName } from '../src/list/queries.ts'
import { sharedData } from './shared.ts'
import { makeWorld, type World } from './world.ts'

const data = sharedData('mailman-migration')

let world: World
let folder: string
beforeAll(async () => {
  world = await makeWorld()
  folder = mkdtempSync(join(inject('runFolder'), 'moving-'))
})
afterAll(() => world.end())

const actor = () => ({ ...program(world.clock.now), via: 'cli' as const })
const choices = { settings: false, sync: false }

async function bring(place: string, name: string, archive: 'public' | 'subscribers' = 'subscribers') {
  await world
    .write((tx) => openList(tx, actor(), { groupId: world.group.groupId, communityIds: [], name, title: name, archive }))
    .catch(() => {})
  const [list] = await findListsByName(world.db, [name])
  if (!list) throw new Error('no list')
  const source = await openSource(place)
  return moveIn(world.database, actor(), list, source, planOf(source, true, choices), { choices, mailDomain: world.site.mailDomain })
}

/** A source that is opened already, its headers in a charset. */
async function bringWith(source: Awaited<ReturnType<typeof openSource>>, name: string, charset: string) {
  await world.write((tx) => openList(tx, actor(), { groupId: world.group.groupId, communityIds: [], name, title: name }))
  const [list] = await findListsByName(world.db, [name])
  if (!list) throw new Error('no list')
  const options = { choices, mailDomain: world.site.mailDomain, charset }
  return { list, ...(await moveIn(world.database, actor(), list, source, planOf(source, true, choices), options)) }
}

describe.skipIf(!data)('pipermail archives as Mailman 2.1 left them', () => {
  const lists = data ? readdirSync(`${data}/pipermail`).filter((name) => !name.includes('.')) : []

  test.each(lists)('%s comes in whole, and its old addresses lead on', async (name) => {
    const volumes = readdirSync(`${data}/pipermail/${name}`, { withFileTypes: true }).filter((entry) => entry.isDirectory())
    const listed = volumes.map(
      (entry) => new Set(readFileSync(`${data}/pipermail/${name}/${entry.name}/thread.html`, 'latin1').match(/"\d{6}\.html"/g)).size,
    )
    const articles = listed.reduce((sum, some) => sum + some, 0)
    const { mail, addresses } = await bring(`${data}/pipermail/${name}`, name, 'public')
    expect(mail.quarantined).toBe(0)
    // Every article that pipermail's pages list is accounted for; what is lost is not in its text files.
    expect(addresses.kept + addresses.lost).toBe(articles)
    expect(addresses.lost / articles).toBeLessThan(0.02)
  })

  test('the article behind an old address is the one that pipermail listed there', async () => {
    const visitor = await world.as()
    const page = readFileSync(`${data}/pipermail/reality/2002-June/thread.html`, 'latin1')
    let looked = 0
    for (const [, number, subject = ''] of page.matchAll(/HREF="(\d{6})\.html">([^<]*)</g)) {
      const answer = await visitor.get(`/pipermail/reality/2002-June/${number}.html`)
      expect(answer.status).toBe(301)
      const message = await (await visitor.get(answer.headers.get('location') ?? '')).text()
      const words = subject
        .replace(/\[[^\]]*\]|re:/gi, '')
        .replaceAll(/&\w+;/g, ' ')
        .trim()
        .split(/\s+/)
        .filter((word) => /^\w{4,}$/.test(word))
      for (const word of words) expect(message).toContain(word)
      looked++
    }
    expect(looked).toBe(22)
  })

  test('months, lists and their pages lead to where they are now; what was never there is not found', async () => {
    const visitor = await world.as()
    const to = async (path: string) => {
      const answer = await visitor.get(path)
      return [answer.status, answer.headers.get('location')]
    }
    expect(await to('/pipermail/reality/2002-June/thread.html')).toEqual([301, '/lists/reality/threads?month=2002-06'])
    expect(await to('/pipermail/reality/2002-June.txt.gz')).toEqual([301, '/lists/reality/threads?month=2002-06'])
    expect(await to('/pipermail/Reality')).toEqual([301, '/lists/reality/threads'])
    expect(await to('/mailman/listinfo/reality')).toEqual([301, '/lists/reality'])
    const otto = await world.as(world.otto)
    expect((await otto.get('/pipermail/reality/2002-June/999999.html')).status).toBe(404)
    expect((await otto.get('/pipermail/nothing/2002-June/000001.html')).status).toBe(404)
  })
})

const article = (number: number, subject: string, id: string) =>
  `From maria at maria.example  Mon May  2 10:0${number}:00 2016\nFrom: maria at maria.example (Maria)\nDate: Mon, 2 May 2016 10:0${number}:00 +0000\nSubject: [L] ${subject}\nMessage-ID: <${id}>\n\nText ${number}\n\n`

/** An installation with one list: archive as a mailbox, and pages that tell Message-IDs or only subjects. */
function installation(name: string) {
  const at = join(folder, name)
  mkdirSync(join(at, `archives/private/${name}.mbox`), { recursive: true })
  mkdirSync(join(at, `archives/private/${name}/2016-May`), { recursive: true })
  const mbox = [1, 2, 3].map((n) => article(n, `S${n}`, `m${n}@x.example`).replaceAll(' at ', '@')).join('')
  writeFileSync(join(at, `archives/private/${name}.mbox/${name}.mbox`), mbox)
  writeFileSync(join(at, `archives/private/${name}/2016-May.txt`), [1, 2].map((n) => article(n, `S${n}`, `m${n}@x.example`)).join(''))
  writeFileSync(
    join(at, `archives/private/${name}/2016-May/thread.html`),
    [1, 2, 3].map((n) => `<LI><A HREF="00012${n}.html">[L] S${n}\n</A><A NAME="12${n}">&nbsp;</A>\n<I>Maria\n</I>`).join('\n'),
  )
  writeFileSync(
    join(at, `archives/private/${name}/2016-May/000123.html`),
    '<LINK REL="made" HREF="mailto:l%40x.example?Subject=Re&In-Reply-To=%3Cm3%40x.example%3E">',
  )
  return at
}

test('a private archive opens its old addresses to those who may read it, and to nobody else', async () => {
  const { mail, addresses } = await bring(installation('secret-l'), 'secret-l')
  // The mailbox, not the months made from it: nothing comes twice.
  expect([mail.imported + mail.repaired, mail.duplicate, addresses.kept]).toEqual([3, 0, 3])
  for (const path of ['/pipermail/secret-l/2016-May/000123.html', '/mailman/private/secret-l/2016-May/000123.html']) {
    const [visitor, otto, carla] = [await world.as(), await world.as(world.otto), await world.as(world.carla)]
    const asked = await visitor.get(path)
    expect([asked.status, asked.headers.get('location')]).toEqual([303, `/sign-in?next=${encodeURIComponent(path)}`])
    expect((await otto.get(path)).status).toBe(404)
    const answer = await carla.get(path)
    expect([answer.status, answer.headers.get('location')]).toEqual([301, '/lists/secret-l/m/m3%40x.example'])
  }
})

test('an import that is cut off goes on, and a second one changes nothing', async () => {
  const at = installation('twice-l')
  const [first, second] = [await bring(at, 'twice-l'), await bring(at, 'twice-l')]
  expect(first.mail).toMatchObject({ imported: 3 })
  expect(second.mail).toMatchObject({ imported: 0, duplicate: 3 })
  expect(second.addresses).toEqual(first.addresses)
  expect(await world.postbox()).toEqual([])
})

test('HyperKitty’s hash of a Message-ID is SHA-1 in base32, as Mailman’s documentation gives it', () => {
  expect(hashOf('alpha')).toBe('XZ3DGG4V37BZTTLXNUX4NABB4DNQHTCP')
})

test('of archives of several lists without a config.pck, those of the list that is named come, and of none where none is', async () => {
  const at = join(folder, 'several')
  for (const [i, name] of ['alpha-l', 'beta-l'].entries()) {
    mkdirSync(join(at, name), { recursive: true })
    writeFileSync(join(at, `${name}/2016-May.txt`), article(i + 1, `Of ${name}`, `${name}@x.example`))
  }
  await expect(openSource(at)).rejects.toThrow('several lists. Name one with --from: alpha-l, beta-l')
  const one = join(folder, 'one')
  mkdirSync(join(one, 'archives/private/delta-l'), { recursive: true })
  writeFileSync(join(one, 'archives/private/delta-l/2016-May.txt'), article(1, 'Alone', 'delta-l@x.example'))
  expect((await openSource(one)).departing.name).toBe('delta-l')
  await expect(openSource(at, { from: 'gamma-l' })).rejects.toThrow('alpha-l, beta-l')
  expect((await openSource(at, { from: 'beta-l@lists.example' })).mailboxes).toEqual([join(at, 'beta-l/2016-May.txt')])
  // Nor are the mailboxes of several lists one, in the folders that Mailman has for them or side by side.
  const boxes = join(folder, 'private')
  const loose = join(folder, 'loose')
  for (const name of ['alpha-l', 'beta-l'])
    for (const to of [join(boxes, `${name}.mbox`), loose]) {
      mkdirSync(to, { recursive: true })
      writeFileSync(join(to, `${name}.mbox`), article(1, `Of ${name}`, `${name}@x.example`))
    }
  await expect(openSource(boxes)).rejects.toThrow('several lists. Name one with --from: alpha-l, beta-l')
  expect((await openSource(boxes, { from: 'beta-l' })).mailboxes).toEqual([join(boxes, 'beta-l.mbox/beta-l.mbox')])
  expect((await openSource(loose, { from: 'beta-l' })).mailboxes).toEqual([join(loose, 'beta-l.mbox')])
})

test('mailboxes that are called by a number come with all their mails, beside mails in a file each', async () => {
  const at = join(folder, 'by-year')
  const mbox = (year: number, n: number) => article(n, `${year}, ${n}`, `${year}.${n}@x.example`).replaceAll(' at ', '@')
  mkdirSync(at)
  for (const year of [2019, 2020]) writeFileSync(join(at, `${year}`), [1, 2].map((n) => mbox(year, n)).join(''))
  writeFileSync(join(at, '2021'), mbox(2021, 1).replace(/^From .*\n/, ''))
  const { list, mail: balance } = await bringWith(await openSource(at), 'years-l', '')
  expect(balance).toMatchObject({ imported: 5, quarantined: 0 })
  const kept = await world.db.selectFrom('message').select('subject').where('listId', '=', list.id).orderBy('id').execute()
  expect(kept.map(({ subject }) => subject.slice('[L] '.length))).toEqual(['2019, 1', '2019, 2', '2020, 1', '2020, 2', '2021, 1'])
})

test.each([
  ['mlmmj keeps them', 'spool/mlm-l/archive', 'mlm-l', ['1', '2', '10'], ['index']],
  ['Sympa has them', 'arc/sympa-l@x.example/2020-12/arctxt', 'sympa-l', ['1', '2', '10'], ['.mhonarc.db']],
  ['mail programs save them', 'old/saved', 'saved-l', ['Hello.eml', 'Re: Hello.eml', 'Zoë.EML'], []],
])('mails that lie in a file each, as %s, come in their order', async (_, where, list, names, others) => {
  const at = join(folder, where)
  mkdirSync(at, { recursive: true })
  const head = 'From: Anna <anna@a.example>\nDate: Mon, 2 May 2016 10:00:00 +0000\n'
  const idOf = (name: string) => Buffer.from(`${list}/${name}`).toString('hex')
  const mail = (name: string) => `${head}Message-ID: <${idOf(name)}@x.example>\nSubject: ${name}\n\nFrom here on\n`
  for (const name of [...names].toReversed()) writeFileSync(join(at, name), mail(name))
  for (const name of others) writeFileSync(join(at, name), 'No mail')
  // As the folder of the mails, and as what they lie in.
  for (const place of [at, join(at, '..')]) expect((await openSource(place)).mailboxes).toEqual([at])
  const { list: here, mail: balance } = await bringWith(await openSource(at), list, '')
  expect(balance).toMatchObject({ imported: names.length, quarantined: 0 })
  const kept = await world.db.selectFrom('message').select(['subject', 'text']).where('listId', '=', here.id).orderBy('id').execute()
  expect(kept).toEqual(names.map((subject) => ({ subject, text: 'From here on\n' })))
})

test('a Maildir comes as it is, its headers in the charset that was said, also when they are read again', async () => {
  const at = join(folder, 'dir-l')
  for (const part of ['cur', 'new', 'tmp']) mkdirSync(join(at, part), { recursive: true })
  const mail = (n: number, subject: Buffer) =>
    Buffer.concat([
      Buffer.from(`From: Anna <anna@a.example>\nDate: Mon, 2 May 2016 10:0${n}:00 +0000\nMessage-ID: <dir${n}@x.example>\nSubject: `),
      subject,
      Buffer.from('\n\nFrom here on\n'),
    ])
  writeFileSync(join(at, 'cur/1462183200.M1P1.host:2,S'), mail(1, Buffer.from('Plain')))
  // “Да” in KOI8-R: too short to be told by its bytes.
  writeFileSync(join(at, 'new/1462183260.M2P1.host'), mail(2, Buffer.from([0xe4, 0xc1])))
  writeFileSync(join(at, 'tmp/1462183270.M3P1.host'), mail(3, Buffer.from('Unfinished')))
  const source = await openSource(at)
  const { list, mail: balance } = await bringWith(source, 'dir-l', 'koi8-r')
  expect(balance).toMatchObject({ imported: 2, quarantined: 0 })
  const kept = () => world.db.selectFrom('message').select(['subject', 'text']).where('listId', '=', list.id).orderBy('id').execute()
  const both = [
    { subject: 'Plain', text: 'From here on\n' },
    { subject: 'Да', text: 'From here on\n' },
  ]
  expect(await kept()).toEqual(both)
  const again = (await listRaw(world.db, list.id, 0)).map((one) => reread(one))
  expect(again.map(({ subject }) => subject)).toEqual(['Plain', 'Да'])
})
