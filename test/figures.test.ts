import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openImport } from '../src/documents/importing/actions.ts'
import { addPiece, beginUpload } from '../src/files/uploads-actions.ts'
import { fillEvents } from './events-world.ts'
import { actorOf } from './requests-world.ts'
import { fillTalks } from './talks-world.ts'
import { makeWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
  await fillTalks(world)
  await fillEvents(world)
  await world.settle()
})
afterAll(() => world.end())

/** The figures of these domains, without those that are 0. */
async function figures(): Promise<string[]> {
  const text = await (await (await world.as(world.ada)).get('/metrics')).text()
  return text
    .split('\n')
    .filter((line) => /^rapport_(talks|events|uploads|document_folders|list_imports)/.test(line) && !line.endsWith(' 0'))
    .map((line) => line.replace('rapport_', ''))
}

test('nothing stalls where all goes its way', async () => {
  expect(await figures()).toEqual([])
})

test('each stage that stalls has its figure', async () => {
  const { db, write, clock, group } = world
  const carla = await actorOf(world, world.carla)
  const upload = await write((tx) => beginUpload(tx, carla, { name: 'half.txt', size: 10, largest: 100 }))
  await write((tx) => addPiece(tx, carla, upload.key, 0, Buffer.from('half')))
  await write((tx) => openImport(tx, carla, { groupId: group.groupId, visibility: 'group', source: 'old.zip' }))
  await db
    .insertInto('moveUpload')
    .values({
      ...{ personId: world.ada.personId, listName: 'old-l', groupId: group.groupId, choices: '{}' },
      ...{ state: 'running', createdAt: clock.now, begunAt: clock.now },
    })
    .execute()
  await db.updateTable('talkSpeaker').set({ askedFor: null }).execute()
  const { id: eventId } = await db.selectFrom('event').select('id').executeTakeFirstOrThrow()
  await db.insertInto('eventParticipation').values({ eventId, personId: world.maria.personId, expected: true }).execute()
  await giveOldSlot()
  const started = clock.now
  clock.now = new Date(started.getTime() + 2 * 3_600_000)
  const soon = await figures()
  expect(soon).toEqual(
    expect.arrayContaining(['uploads_open 1', 'uploads_bytes 4', 'document_folders_reading 1', 'list_imports_running 1']),
  )
  expect(soon).toContain('talks_waiting{what="untold"} 1')
  expect(soon).toContain('events_waiting{what="uninvited"} 1')
  // The session is over and nobody has turned its talk; the call has closed and nobody has decided.
  clock.now = new Date('2026-12-02T09:00:00Z')
  const later = await figures()
  expect(later).toEqual(expect.arrayContaining(['talks_waiting{what="undecided"} 1', 'talks_waiting{what="unturned"} 1']))
  expect(later).not.toContain('talks_waiting{what="untold"} 1')
  await db.updateTable('event').set({ firstOn: '2026-12-20', lastOn: '2026-12-21', callClosesOn: '2026-10-20' }).execute()
  expect(await figures()).toContain('events_waiting{what="undecided"} 1')
  clock.now = started
})

test('the page for operators names every figure that there is', async () => {
  const text = await (await (await world.as(world.ada)).get('/metrics')).text()
  const page = readFileSync(join(import.meta.dirname, '../docs/operators/watching.md'), 'utf8')
  // `rapport_inbound_waiting`, `_parked`: the second begins as the first does.
  const named = [...page.matchAll(/^\| (`rapport_.*?) \|/gm)].flatMap(([, cell = '']) => {
    const names = [...cell.matchAll(/`(\w+)/g)].map(([, name = '']) => name)
    return names.map((name) => (name.startsWith('_') ? names[0]?.replace(/_[^_]*$/, name) : name))
  })
  expect(named.toSorted()).toEqual([...text.matchAll(/^# TYPE (\w+)/gm)].map(([, name]) => name).toSorted())
})

/** Gives the talk that was given a slot in the session to come, of which nobody tells. */
async function giveOldSlot(): Promise<void> {
  const { db, clock } = world
  const session = await db
    .selectFrom('meeting')
    .select('id')
    .where('kind', '=', 'show_and_tell')
    .where('startsAt', '>', clock.now)
    .executeTakeFirstOrThrow()
  await db
    .updateTable('talk')
    .set({ state: 'scheduled', meetingId: session.id, scheduledAt: clock.now })
    .where('id', '=', db.selectFrom('talk').select('id').where('state', '<>', 'proposed').orderBy('id').limit(1))
    .execute()
}
