import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { program } from '../src/actor.ts'
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
