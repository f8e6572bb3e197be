import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { program } from '../src/actor.ts'
import { importCorrespondence } from '../src/correspondence/import.ts'
import { mboxEntry } from '../src/lib/mail/mbox-write.ts'
import { findAddressesByName } from '../src/list/role-addresses/queries.ts'
import { arrangeMeeting } from '../src/meetings/core/actions.ts'
import { deskAddress, openDesk } from './desk.ts'
import { mail } from './mail.ts'
import { words as said, seenIn, upload } from './upload.ts'
import { makeVendorWorld, type VendorWorld } from './vendor-world.ts'

let world: VendorWorld
beforeAll(async () => {
  world = await makeVendorWorld()
  await openDesk(world)
})
afterAll(() => world.end())

const carla = () => world.as(world.carla)
const text = async (path: string) => (await (await carla()).get(path)).text()
const journal = async (action: string) =>
  (await world.db.selectFrom('journal').select('details').where('action', '=', action).orderBy('id', 'desc').execute()).map(
    ({ details }) => details,
  )
const found = async (words: string, title: string) => said(await text(`/search?q=${words}`)).includes(title)

test('old requests go with their votes and answers; one that somebody commented on stays; the file comes again', async () => {
  const file = [
    'Number,Title,Submitted on,Answer class,Answer,Answered on,Release',
    'U-1,Elderflower lists,2021-03-14,Planned,It goes with the new list overview.,2021-06-01,2022 R1',
    'U-2,Rhubarb lists,2021-03-15,,,,',
    'U-3,Gooseberry lists,2021-03-16,,We will think about it.,2021-06-02,',
  ].join('\n')
  const bring = async () => {
    const answer = await upload(world, await carla(), '/requests/import', 'old.csv', `${file}\n`)
    expect(answer.status).toBe(303)
    const row = await world.db.selectFrom('requestImport').select('id').orderBy('id', 'desc').executeTakeFirstOrThrow()
    return `/requests/imports/${row.id}`
  }
  const numbers = async () =>
    (await world.db.selectFrom('request').select('oldNumber').where('oldNumber', 'like', 'U-%').orderBy('oldNumber').execute()).map(
      ({ oldNumber }) => oldNumber,
    )
  const answers = async () => (await world.db.selectFrom('answer').select('id').where('door', '=', 'import').execute()).length
  const page = await bring()
  const before = await answers()
  expect(await found('elderflower', 'Elderflower lists')).toBe(true)
  const rhubarb = await world.db.selectFrom('request').select('id').where('oldNumber', '=', 'U-2').executeTakeFirstOrThrow()
  const commented = await (await carla()).post(`/requests/${rhubarb.id}/comments`, { text: 'We miss it, too.' })
  expect(commented.status).toBe(303)

  expect(await text(`${page}/undo`)).toMatch(
    /Will be removed[\s\S]*Requests[\s\S]*>2<[\s\S]*Answers[\s\S]*>2<[\s\S]*Will be kept[\s\S]*>1</,
  )
  expect((await (await carla()).post(`${page}/undo`)).status).toBe(303)
  expect(await numbers()).toEqual(['U-2'])
  expect(await answers()).toBe(before - 1)
  expect(await found('elderflower', 'Elderflower lists')).toBe(false)
  expect(await text(page)).toContain('Requests: removed')
  expect(await journal('requests.import-undone')).toEqual([expect.objectContaining({ stayed: 1 })])
  expect((await (await carla()).post(`${page}/undo`)).status).toBe(409)

  // The number that stayed is named; without it the others come in again.
  const again = await upload(world, await carla(), '/requests/import', 'old.csv', `${file}\n`)
  expect([again.status, await again.text()]).toEqual([422, expect.stringContaining('Number U-2 already exists')])
  await world.db.deleteFrom('requestComment').where('requestId', '=', rhubarb.id).execute()
  await world.db.updateTable('request').set({ oldNumber: 'X-2' }).where('id', '=', rhubarb.id).execute()
  await bring()
  expect(await numbers()).toEqual(['U-1', 'U-2', 'U-3'])
})

test('nothing of a confirmed step is taken back, until the confirmation is', async () => {
  const row = await world.db.selectFrom('requestImport').select('id').orderBy('id', 'desc').executeTakeFirstOrThrow()
  const page = `/requests/imports/${row.id}`
  expect(await text('/first-weeks')).toMatch(/Rows imported[\s\S]*href="\/requests\/imports\/\d+\/undo"/)
  expect((await (await carla()).post('/first-weeks/lectio/requests', { verdict: 'confirmed' })).status).toBe(303)
  expect(await text('/first-weeks')).not.toContain(`${page}/undo`)
  expect(await text(page)).not.toContain('Undo import')
  const refused = await (await carla()).post(`${page}/undo`)
  expect([refused.status, await refused.text()]).toEqual([409, expect.stringContaining('This first step is confirmed')])
  await (await carla()).post('/first-weeks/lectio/requests/reopen')
  expect((await (await carla()).post(`${page}/undo`)).status).toBe(303)
})

test('a roster goes with the people and institutions whom it alone knew; a term that was changed stays', async () => {
  const sheet =
    'Name,Role,Years,Institution\nAgnes Bergström,Coordinator,2016-2018,Norrvik University\nYael Brenner,Member,2016-2017,Westvale University\n'
  const bring = async () => {
    const handed = await upload(world, await carla(), '/roster/lectio/import', 'roster.csv', sheet)
    const path = handed.headers.get('location') ?? ''
    expect((await (await carla()).post(`${path}/apply`, { seen: seenIn(await text(path)) })).status).toBe(303)
    return path
  }
  const names = async () =>
    (
      await world.db.selectFrom('person').select('name').where('name', 'in', ['Agnes Bergström', 'Yael Brenner']).orderBy('name').execute()
    ).map(({ name }) => name)
  const path = await bring()
  expect(await text(path)).toMatch(/Terms added[\s\S]*>2</)
  const yael = await world.db
    .selectFrom('appointment')
    .innerJoin('person', 'person.id', 'appointment.personId')
    .select('appointment.id')
    .where('person.name', '=', 'Yael Brenner')
    .executeTakeFirstOrThrow()
  await world.db.updateTable('appointment').set({ how: 'elected' }).where('id', '=', yael.id).execute()

  expect(await text(`${path}/undo`)).toMatch(
    /Terms[\s\S]*>1<[\s\S]*People only in this file[\s\S]*>1<[\s\S]*Institutions[\s\S]*>1<[\s\S]*Someone changed them later/,
  )
  expect((await (await carla()).post(`${path}/undo`)).status).toBe(303)
  expect(await names()).toEqual(['Yael Brenner'])
  const institutions = await world.db
    .selectFrom('organisation')
    .select('name')
    .where('name', 'in', ['Norrvik University', 'Westvale University'])
    .execute()
  expect(institutions).toEqual([{ name: 'Westvale University' }])
  expect(await journal('roster.import-undone')).toEqual([expect.objectContaining({ gone: 3, stayed: 1 })])
  expect((await (await carla()).post(`${path}/undo`)).status).toBe(409)
  await bring()
  expect(await names()).toEqual(['Agnes Bergström', 'Yael Brenner'])
})

test('an old mailbox goes; an exchange that somebody took over keeps its letters; the file comes again', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'rapport-undo-'))
  const path = join(folder, 'old.mbox')
  const letter = (id: string, subject: string) =>
    mboxEntry({
      raw: mail({ from: `${id} <${id}@else.example>`, to: deskAddress, subject, id: `${id}@else.example`, text: `Of ${subject}.` }),
      date: new Date('2018-03-01T10:00:00Z'),
    })
  await writeFile(path, Buffer.concat([letter('ann', 'Quince'), letter('ben', 'Medlar')]))
  const [desk] = await findAddressesByName(world.db, [deskAddress.split('@')[0] ?? ''])
  if (!desk) throw new Error('no desk')
  const bring = () => importCorrespondence(world.database, program(world.clock.now), desk, path, { own: new Set([deskAddress]) })
  await bring()
  const box = await world.db.selectFrom('correspondenceImport').select('id').executeTakeFirstOrThrow()
  const page = `/correspondence/${desk.name}/imports/${box.id}`
  const medlar = await world.db.selectFrom('correspondence').select('id').where('subject', '=', 'Medlar').executeTakeFirstOrThrow()
  const taken = await (await carla()).post(`/correspondence/${desk.name}/${medlar.id}`, {
    state: 'open',
    ownerId: String(world.carla.personId),
  })
  expect(taken.status).toBe(303)

  expect(await text(`${page}/undo`)).toMatch(/Emails[\s\S]*>1<[\s\S]*Will be kept[\s\S]*>1<[\s\S]*Someone has used these conversations/)
  expect((await (await carla()).post(`${page}/undo`)).status).toBe(303)
  const left = await world.db.selectFrom('correspondence').select('subject').where('subject', 'in', ['Quince', 'Medlar']).execute()
  expect(left).toEqual([{ subject: 'Medlar' }])
  expect(await found('quince', 'Quince')).toBe(false)
  const raws = await world.db.selectFrom('rawMail').leftJoin('correspondenceMail as m', 'm.rawId', 'rawMail.id').select('m.id').execute()
  expect(raws.filter(({ id }) => id === null)).toEqual([])
  const { balance } = await bring()
  expect(balance).toMatchObject({ repaired: 1, duplicate: 1 })
  expect(await found('quince', 'Quince')).toBe(true)
  await rm(folder, { recursive: true })
})

test('an adoption is taken back to a draft with its decision, unless something was decided on it', async () => {
  const browser = await carla()
  const begun = await browser.post('/charter/drafts', {
    group: 'lectio',
    from: 'paste',
    text: 'Purpose\n1. The group speaks for the libraries.\n2. It meets often.\n',
  })
  const path = begun.headers.get('location') ?? ''
  const id = Number(/drafts\/(\d+)/.exec(path)?.[1])
  const adopt = () => browser.post(`/charter/drafts/${id}/adopt`, { inForceOn: '2026-10-01', decisionText: 'We adopt our charter.' })
  expect((await adopt()).status).toBe(303)
  const decisions = () => world.db.selectFrom('decision').select('text').where('text', '=', 'We adopt our charter.').execute()
  expect(await decisions()).toHaveLength(1)
  expect(await found('libraries', 'Charter, ')).toBe(true)
  expect(await text('/first-weeks')).toMatch(/Clauses[\s\S]*without a measure[\s\S]*href="\/charter\/versions\/\d+\/undo"/)

  expect(await text(`/charter/versions/${id}/undo`)).toMatch(/Adoption[\s\S]*Decision entered with the adoption/)
  const undone = await browser.post(`/charter/versions/${id}/undo`)
  expect([undone.status, undone.headers.get('location')]).toEqual([303, `/charter/drafts/${id}`])
  expect(await decisions()).toEqual([])
  expect(await found('libraries', 'Charter, ')).toBe(false)
  expect((await browser.get(`/charter/drafts/${id}`)).status).toBe(200)
  expect(await journal('charter.adoption-undone')).toHaveLength(1)
  expect((await browser.post(`/charter/versions/${id}/undo`)).status).toBe(409)

  expect((await adopt()).status).toBe(303)
  const line = await world.db.selectFrom('charterClause').select('lineId').where('versionId', '=', id).executeTakeFirstOrThrow()
  await world.db
    .insertInto('clauseWaiver')
    .values({ lineId: line.lineId, fromOn: '2026-10-01', toOn: '2026-12-31', reason: 'No meeting room.', madeAt: world.clock.now })
    .execute()
  const refused = await browser.post(`/charter/versions/${id}/undo`)
  expect([refused.status, await refused.text()]).toEqual([409, expect.stringContaining('You cannot undo this adoption')])
})

test('the first meeting is undone by its own cancellation, and the invited are told', async () => {
  const actor = { ...program(world.clock.now), grants: [{ role: 'administrator' as const, groupId: null, communityId: null }] }
  const { slug } = await world.write((tx) =>
    arrangeMeeting(tx, actor, {
      title: 'First call',
      hosts: { groupIds: [world.group.groupId], communityIds: [] },
      startsAt: new Date('2026-11-18T10:00:00Z'),
      endsAt: new Date('2026-11-18T11:00:00Z'),
      zone: 'Europe/Lisbon',
      place: '',
      public: true,
    }),
  )
  await world.settle()
  expect(await text('/first-weeks')).toMatch(/People invited[\s\S]*href="\/meetings\/[^"]+\/cancel"/)
  // The invitations have left; of those that had not, nobody would be told.
  await world.db.updateTable('delivery').set({ state: 'sent', settledAt: world.clock.now }).execute()
  const before = (await world.postbox()).length
  expect((await (await carla()).post(`/meetings/${slug}/cancel`, { reason: 'Too early.' })).status).toBe(303)
  await world.settle()
  expect((await world.postbox()).length).toBeGreaterThan(before)
  expect(await text('/first-weeks')).not.toContain(`/meetings/${slug}/cancel`)
})

test('requests go as well whose product area was merged since, and came back; one that was changed otherwise stays', async () => {
  const { db } = world
  const sheet = 'Number,Title,Submitted on,Product area\nM-1,Quince lists,2021-03-14,Orchard\nM-2,Medlar lists,2021-03-15,Orchard\n'
  expect((await upload(world, await carla(), '/requests/import', 'areas.csv', sheet)).status).toBe(303)
  const row = await db.selectFrom('requestImport').select('id').orderBy('id', 'desc').executeTakeFirstOrThrow()
  const page = `/requests/imports/${row.id}`
  await (await carla()).post('/topics/areas', { name: 'Fruit trees' })
  const idOf = async (name: string) =>
    String((await db.selectFrom('productArea').select('id').where('name', '=', name).executeTakeFirstOrThrow()).id)
  const [areaId, intoId] = [await idOf('Orchard'), await idOf('Fruit trees')]
  const pass = () => world.clock.now.setTime(world.clock.now.getTime() + 60_000)
  const act = async (what: string) => {
    pass()
    return (await (await carla()).post(`/topics/areas/${what}`, { areaId, intoId })).status
  }
  const goes = async (count: number) =>
    expect(await text(`${page}/undo`)).toMatch(new RegExp(`Will be removed[\\s\\S]*?Requests[\\s\\S]*?>${count}<`))
  expect(await act('merge')).toBe(303)
  await goes(2)
  await world.settle()
  expect(await found('quince trees', 'Quince lists')).toBe(true)
  expect([await act('unmerge'), await act('merge')]).toEqual([303, 303])
  await goes(2)
  const { id } = await db.selectFrom('request').select('id').where('oldNumber', '=', 'M-2').executeTakeFirstOrThrow()
  pass()
  const changed = await (await carla()).post('/requests/board', { act: 'area', areaId: '', ids: String(id) })
  expect(changed.status).toBe(303)
  await (await carla()).post('/requests/board', { act: 'area', areaId: intoId, ids: String(id) })
  expect(await act('unmerge')).toBe(303)
  await goes(1)
  expect((await (await carla()).post(`${page}/undo`)).status).toBe(303)
  expect(
    (await db.selectFrom('request').select('oldNumber').where('oldNumber', 'like', 'M-%').execute()).map((one) => one.oldNumber),
  ).toEqual(['M-2'])
})
