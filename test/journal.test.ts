import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { program } from '../src/actor.ts'
import { bringJournalBack, moveJournal } from '../src/edges/cli/journal.ts'
import { listNotes } from '../src/imports/site-queries.ts'
import { chainJournal } from '../src/journal/actions.ts'
import { takeOutside, writeJournalFile } from '../src/journal/outside-actions.ts'
import { bytesAt, checkJournalFile, compareJournalFile, type JournalFile, nextPortion } from '../src/journal/outside-queries.ts'
import { listCheckpoints, listJournalFiles, verifyJournal } from '../src/journal/queries.ts'
import { onSnapshot } from '../src/lib/db/connect.ts'
import { checkJournal } from '../src/operations/doctor/database.ts'
import { makeWorld, type World } from './world.ts'

let world: World
beforeEach(async () => {
  world = await makeWorld()
})
afterEach(() => world.end())

test('a line can be neither changed nor removed', async () => {
  await expect(sql`update journal set action = 'nothing'`.execute(world.db)).rejects.toThrow('append-only')
  await expect(sql`delete from journal`.execute(world.db)).rejects.toThrow('append-only')
  await expect(sql`truncate journal cascade`.execute(world.db)).rejects.toThrow('append-only')
})

test('the chain holds, and shows where somebody changed a line behind our back', async () => {
  while ((await world.write((tx) => chainJournal(tx, 5))) > 0);
  const whole = await verifyJournal(world.db)
  expect([whole.unchained, whole.brokenAt]).toEqual([0, null])
  expect(whole.chained).toBeGreaterThan(10)

  const { id } = await world.db.selectFrom('journal').select('id').orderBy('id').offset(6).limit(1).executeTakeFirstOrThrow()
  await sql`alter table journal disable trigger journal_append_only`.execute(world.db)
  await sql`update journal set subject = 'person:999' where id = ${id}`.execute(world.db)
  expect((await verifyJournal(world.db)).brokenAt).toBe(id)
})

test('a line that commits late is chained late, and the chain still holds', async () => {
  const late = Promise.withResolvers<void>()
  const begun = Promise.withResolvers<void>()
  const slow = world.write(async (tx) => {
    await tx.insertInto('journal').values({ at: world.clock.now, via: 'job', action: 'slow.begun', subject: 'test:1' }).execute()
    begun.resolve()
    await late.promise
  })
  await begun.promise
  await world.write((tx) =>
    tx.insertInto('journal').values({ at: world.clock.now, via: 'job', action: 'quick.done', subject: 'test:2' }).execute(),
  )
  await world.write((tx) => chainJournal(tx))
  late.resolve()
  await slow
  await world.write((tx) => chainJournal(tx))
  const { unchained, brokenAt } = await verifyJournal(world.db)
  expect([unchained, brokenAt]).toEqual([0, null])
})

test('old years move into files: the chain holds with them and without, each changed byte is found, and they come back', async () => {
  const folder = mkdtempSync(join(inject('runFolder'), 'journal-'))
  const target = { store: undefined, folder }
  const quiet = () => {}
  const hands = { db: world.db, write: world.write }
  const list = 'list:1'
  for (const [at, count] of [
    ['2027-03-01', 1_200],
    ['2028-02-01', 5],
  ] as const)
    await sql`insert into journal (at, person_id, via, action, subject, group_id, details)
      select ${at}::timestamptz + n * interval '1 minute', ${world.maria.personId}, 'web', 'list.changed', ${list}, 1, jsonb_build_object('n', n, 'text', E'\\u2028')
      from generate_series(1, ${count}) n`.execute(world.db)
  const chain = async () => {
    while ((await world.write((tx) => chainJournal(tx))) > 0);
  }
  await chain()
  const whole = await verifyJournal(world.db)
  const rowsOf = async () => [
    await sql`select j.*, l.position, l.hash from journal j join journal_link l on l.journal_id = j.id where l.position <= ${whole.chained} order by l.position`.execute(
      world.db,
    ),
    await listCheckpoints(world.db).then((links) => links.filter(({ position }) => position % 1_000 === 0)),
  ]
  const before = await rowsOf()
  expect((await listCheckpoints(world.db)).map(({ position }) => position)).toEqual([1_000, whole.chained])
  const bound = new Date('2028-01-01')

  // A line of which a program is still to be told stays, and all that follows.
  const { id: hook } = await world.db
    .insertInto('webhook')
    .values({
      personId: world.maria.personId,
      name: 'x',
      url: 'https://x.example',
      events: ['list.changed'],
      sealed: Buffer.from('x'),
      ...{ createdAt: bound, position: 0 },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const { journalId } = await world.db.selectFrom('journalLink').select('journalId').where('position', '=', 10).executeTakeFirstOrThrow()
  await world.db
    .insertInto('webhookDelivery')
    .values({ webhookId: hook, journalId, kind: 'list.changed', queuedAt: bound, nextAt: bound })
    .execute()
  expect(await nextPortion(world.db, bound)).toMatchObject({ year: 2026, first: 1, last: 9, heldAt: 10 })
  await world.db.deleteFrom('webhookDelivery').execute()

  // Ended after the file was written, in its writing, and while its lines were going: all lines are here, and the next run goes on.
  const portion = await nextPortion(world.db, bound)
  if (!portion) throw new Error('nothing can go')
  const beyond = writeJournalFile(world.db, { ...portion, last: whole.chained + 1 }, folder)
  await expect(beyond).rejects.toThrow(`The activity log ends at ${whole.chained}, not at ${whole.chained + 1}: nothing is moved.`)
  const written = await writeJournalFile(world.db, portion, folder)
  writeFileSync(join(folder, written.name), 'half of it')
  const ended = world.write(async (tx) => {
    await takeOutside(tx, program(world.clock.now), written, folder, false)
    throw new Error('killed')
  })
  await expect(ended).rejects.toThrow('killed')
  expect(await rowsOf()).toEqual(before)
  await moveJournal(hands, bound, target, quiet)
  await moveJournal(hands, bound, target, quiet)
  const files = await listJournalFiles(world.db)
  expect(readdirSync(folder)).toEqual(files.map(({ name }) => name))
  expect(files.map(({ toAt }) => toAt.getUTCFullYear())).toEqual([2026, 2027])
  expect(await world.write((tx) => takeOutside(tx, program(world.clock.now), written, folder, false))).toBe(false)
  await chain()
  expect(await verifyJournal(world.db)).toEqual({ chained: whole.chained + 2, unchained: 0, outside: whole.chained - 5, brokenAt: null })
  expect((await rowsOf())[1]).toEqual(before[1])
  await expect(sql`delete from journal`.execute(world.db)).rejects.toThrow('append-only')

  // Who looks at a page hears where the rest is; the operator, who keeps the files, in which folder.
  const [old, newer] = files as [JournalFile, JournalFile]
  const shown = async (person: World['ada'], path: string) => (await (await world.as(person)).get(path)).text()
  expect(await shown(world.ada, '/history/list:1')).toContain(`1,200 older entries are in the file ${newer.name}, in ${folder}.`)
  expect(await shown(world.maria, `/history/person:${world.maria.personId}`)).toMatch(
    new RegExp(`older entr(y is|ies are) in the file ${old.name}\\. The administrators`),
  )
  expect(await shown(world.maria, '/history/list:1')).toContain(`in the file ${old.name}. The administrators`)
  expect((await (await world.as(world.otto)).get('/history/list:1')).status).toBe(404)
  expect((await onSnapshot(world.database, (_, client) => listNotes(client))).join()).toContain(`${old.name} in ${folder}`)

  // Any byte that changed, went or was added.
  const path = (file: JournalFile) => join(folder, file.name)
  const bytes = readFileSync(path(old))
  const check = (content: Buffer) => checkJournalFile('It', Readable.from([content]))
  expect(await check(bytes)).toMatchObject({ first: 1, last: old.last, hash: old.hash.toString('hex') })
  for (let at = 0; at < bytes.length; at++) {
    const changed = Buffer.from(bytes)
    changed.writeUInt8((changed[at] ?? 0) ^ 1, at)
    const compared = compareJournalFile(world.db, old, () => Readable.from([changed]))
    await expect(compared, `byte ${at}`).rejects.toThrow(old.name)
  }
  await expect(check(bytes.subarray(0, -1))).rejects.toThrow('damaged')
  await expect(compareJournalFile(world.db, old, () => Readable.from([bytes, Buffer.from('x')]))).rejects.toThrow(old.name)
  await expect(compareJournalFile(world.db, old, () => bytesAt(path(newer)))).rejects.toThrow('not the file')
  // Without the file, who changes what stayed is found out as well.
  const hashed = (file: JournalFile) => sql`update journal_file set hash = sha256(hash) where id = ${file.id}`.execute(world.db)
  await hashed(newer)
  expect((await verifyJournal(world.db)).brokenAt).not.toBeNull()
  await world.db.updateTable('journalFile').set({ hash: newer.hash }).where('id', '=', newer.id).execute()
  for (const change of [{ hashBefore: newer.hash }, { first: newer.first + 1 }]) {
    await world.db.updateTable('journalFile').set(change).where('id', '=', newer.id).execute()
    expect((await verifyJournal(world.db)).brokenAt).not.toBeNull()
    const { hashBefore, first } = newer
    await world.db.updateTable('journalFile').set({ hashBefore, first }).where('id', '=', newer.id).execute()
  }
  rmSync(path(old))
  expect((await verifyJournal(world.db)).brokenAt).toBeNull()
  expect((await checkJournal(world.database)).map(({ level }) => level)).toEqual(['ok', 'note', 'ok'])

  // A file that is not as it was brings nothing back.
  const place = (file: JournalFile) => ({ where: path(file), open: () => bytesAt(path(file)) })
  writeFileSync(path(old), Buffer.concat([bytes, Buffer.from('x')]))
  await expect(bringJournalBack(hands, 2026, place, quiet)).rejects.toThrow(old.name)
  expect((await listJournalFiles(world.db)).map(({ name }) => name)).toEqual([old.name])
  writeFileSync(path(old), bytes)
  expect(await bringJournalBack(hands, 2026, place, quiet)).toBe(1)
  await chain()
  expect(await rowsOf()).toEqual(before)
  expect(await verifyJournal(world.db)).toMatchObject({ unchained: 0, outside: 0, brokenAt: null })
})
