import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, onTestFinished, test } from 'vitest'
import { program } from '../../src/actor.ts'
import { importMailbox, openMailbox } from '../../src/archive/import/mailbox-actions.ts'
import { found } from '../../src/archive/import/rules.ts'
import { importCorrespondence } from '../../src/correspondence/import.ts'
import { moveIn, planOf } from '../../src/imports/run.ts'
import { openSource } from '../../src/imports/source.ts'
import { mboxEntry } from '../../src/lib/mail/mbox-write.ts'
import { openList } from '../../src/list/actions.ts'
import { findListsByName } from '../../src/list/queries.ts'
import { findAddressesByName } from '../../src/list/role-addresses/queries.ts'
import { deskAddress, openDesk } from '../desk.ts'
import { mail } from '../mail.ts'
import { seenIn, upload } from '../upload.ts'
import { makeWorld } from '../world.ts'

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']
const years = Array.from({ length: 10 }, (_, i) => 2016 + i)

const pickle = (value: unknown): string => {
  if (typeof value === 'number') return `I${value}\n`
  if (typeof value === 'string') return `S'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'\n`
  return `(d${Object.entries(value as object)
    .map(([key, item]) => `${pickle(key)}${pickle(item)}s`)
    .join('')}`
}

/** Ten years of a list in Mailman 2.1: a thread of three in each month, the pages of pipermail, members in digests and without mail. */
function mailman(folder: string) {
  const lists = join(folder, 'lists/leganto-l')
  const archive = join(folder, 'archives/private/leganto-l')
  for (const path of [lists, archive, `${archive}.mbox`]) mkdirSync(path, { recursive: true })
  const config = {
    real_name: 'Leganto-L',
    description: 'Reading lists',
    archive_private: 1,
    subscribe_policy: 2,
    members: { 'ann@old.example': 0, 'bo@old.example': 0 },
    digest_members: { 'cy@old.example': 0 },
    usernames: { 'ann@old.example': 'Ann Old' },
    user_options: { 'bo@old.example': 128 },
  }
  writeFileSync(join(lists, 'config.pck'), `${pickle(config)}.`)
  let number = 0
  let mbox = ''
  const addresses = new Map<string, string>()
  for (const year of years)
    for (const [month, name] of months.entries()) {
      const volume = `${year}-${name}`
      mkdirSync(join(archive, volume))
      let index = ''
      for (let n = 0; n < 3; n++) {
        const id = `${volume}-${n}@old.example`.toLowerCase()
        const day = new Date(Date.UTC(year, month, 3 + n, 10))
        const parent = n > 0 ? `In-Reply-To: <${volume.toLowerCase()}-0@old.example>\n` : ''
        const subject = `${n > 0 ? 'Re: ' : ''}Rollover in ${name} ${year}`
        mbox += `From ann@old.example ${day.toUTCString().replace(/(\w+), (\d+) (\w+) (\d+) ([\d:]+) GMT/, '$1 $3 $2 $5 $4')}\nFrom: Ann Old <ann@old.example>\nSubject: ${subject}\nMessage-ID: <${id}>\nDate: ${day.toUTCString()}\n${parent}\nIt is ${name}.\n\n`
        const page = String(number++).padStart(6, '0')
        index += `<LI><A HREF="${page}.html">[Leganto-L] ${subject}\n</A><A NAME="${number}">&nbsp;</A>\n<I>Ann Old\n</I>\n`
        writeFileSync(
          join(archive, volume, `${page}.html`),
          `<LINK REL="made" HREF="mailto:l@old.example?Subject=x&In-Reply-To=${encodeURIComponent(`<${id}>`)}">`,
        )
        addresses.set(`/pipermail/leganto-l/${volume}/${page}.html`, id)
      }
      writeFileSync(join(archive, volume, 'thread.html'), index)
    }
  writeFileSync(`${archive}.mbox/leganto-l.mbox`, mbox)
  return addresses
}

test('First day: ten years of Mailman and an old mailbox come in, old links open, each balance adds up, and no subscriber was mailed', async () => {
  const world = await makeWorld()
  onTestFinished(() => world.end())
  const { database, db, clock, site, group } = world
  const folder = mkdtempSync(join(inject('runFolder'), 'first-day-'))
  const addresses = mailman(folder)
  const actor = { ...program(clock.now), via: 'cli' as const }

  // The list of Mailman, with its archive and its old pages.
  const source = await openSource(folder)
  const choices = { settings: true }
  await world.write((tx) => openList(tx, actor, { groupId: group.groupId, communityIds: [], name: 'leganto-l', title: 'Leganto-L' }))
  const [list] = await findListsByName(db, ['leganto-l'])
  if (!list) throw new Error('no list')
  const moved = await moveIn(database, actor, list, source, planOf(source, false, choices), { choices, mailDomain: site.mailDomain })
  expect([found(moved.mail), moved.mail.quarantined, moved.mail.duplicate]).toEqual([addresses.size, 0, 0])
  expect(moved.addresses).toEqual({ kept: addresses.size, lost: 0 })
  expect(moved.counts).toContainEqual({ kind: 'member', outcome: 'added', items: 3 })

  // The coordinator's old mailbox: half of it is in the list already.
  const mailbox = join(folder, 'old-mailbox')
  const known = `From ann@old.example Sun Jan  3 10:00:00 2016\nFrom: Ann Old <ann@old.example>\nSubject: Rollover in January 2016\nMessage-ID: <2016-january-0@old.example>\nDate: Sun, 03 Jan 2016 10:00:00 GMT\n\nIt is January.\n\n`
  writeFileSync(
    mailbox,
    `${known}From x@y.example Mon Jan  4 10:00:00 2016\nFrom: Dee <dee@old.example>\nSubject: Before the list\nMessage-ID: <dee@old.example>\nDate: Mon, 4 Jan 2016 10:00:00 +0000\n\nHello.\n\n`,
  )
  const { balance } = await importMailbox(database, actor, list, await openMailbox(mailbox))
  expect(balance).toEqual({ imported: 1, repaired: 0, duplicate: 1, quarantined: 0 })

  // Old links open, for those who may read the archive.
  const carla = await world.as(world.carla)
  const visitor = await world.as()
  for (const [path, id] of [...addresses].filter((_, i) => i % 37 === 0)) {
    const answer = await carla.get(path)
    expect([answer.status, answer.headers.get('location')]).toEqual([301, `/lists/leganto-l/m/${encodeURIComponent(id)}`])
    expect((await carla.get(answer.headers.get('location') ?? '')).status).toBe(200)
    expect((await visitor.get(path)).headers.get('location')).toMatch(/^\/sign-in/)
  }
  expect(await (await carla.get('/lists/leganto-l/threads?month=2016-05')).text()).toContain('Rollover in May 2016')

  await world.settle()
  expect(await world.postbox()).toEqual([])
})

test('First day: the roster with years only and the mailbox of the role come in, past members show their years, and the checklist knows it', async () => {
  const world = await makeWorld()
  onTestFinished(() => world.end())
  await openDesk(world)
  await world.settle()
  const before = await world.postbox()
  await world.db.updateTable('workingGroup').set({ createdAt: world.clock.now }).execute()
  const carla = await world.as(world.carla)
  expect(await (await carla.get('/today')).text()).toContain('First steps: 11 steps left for Lectio Working Group')

  // The roster, with years and no days.
  const roster = 'Name,Role,Years,Institution\nAgnes Bergström,Coordinator,2016-2018,Norrvik University\nDev Malhotra,Member,2017,\n'
  const handed = await upload(world, carla, '/roster/lectio/import', 'roster.csv', roster)
  const sheet = handed.headers.get('location') ?? ''
  const plan = await (await carla.get(sheet)).text()
  expect((await carla.post(`${sheet}/apply`, { seen: seenIn(plan) })).status).toBe(303)
  expect(await (await (await world.as()).get('/roster')).text()).toContain('2016–2018')

  // The old mailbox of the coordinators: each letter is somewhere in the balance.
  const folder = mkdtempSync(join(inject('runFolder'), 'mailbox-'))
  const box = join(folder, 'old.mbox')
  const letter = (id: string, from: string, to: string) =>
    mboxEntry({ raw: mail({ from, to, subject: 'Of old', id, text: 'As it was.' }), date: new Date('2018-03-01T10:00:00Z') })
  writeFileSync(
    box,
    Buffer.concat([
      letter('a@old.example', 'Vera <vera@quillon.example>', deskAddress),
      letter('a@old.example', 'Vera <vera@quillon.example>', deskAddress),
    ]),
  )
  const [desk] = await findAddressesByName(world.db, [deskAddress.split('@')[0] ?? ''])
  if (!desk) throw new Error('no desk')
  const done = await importCorrespondence(world.database, program(world.clock.now), desk, box, { own: new Set([deskAddress]) })
  expect(found(done.balance)).toBe(2)

  const page = await (await carla.get('/first-weeks')).text()
  expect(page).toContain('1 old email')
  expect(page).toMatch(/\d+ terms in the roster · from roster\.csv/)
  for (const [, path = ''] of page.matchAll(/class="title" href="([^"]+)"/g))
    expect([path, (await carla.get(path)).status]).toEqual([path, 200])
  for (const step of ['roster', 'mailbox'])
    expect((await carla.post(`/first-weeks/lectio/${step}`, { verdict: 'confirmed' })).status).toBe(303)
  expect(await (await carla.get('/today')).text()).toContain('9 steps left')
  await world.settle()
  expect(await world.postbox()).toEqual(before)
})
