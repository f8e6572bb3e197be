import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readMigrations } from '../src/lib/db/migrate.ts'
import { arrangeMeeting } from '../src/meetings/core/actions.ts'
import { keeper } from './ballots.ts'
import { upload, words } from './upload.ts'
import { makeVendorWorld, type VendorWorld } from './vendor-world.ts'

let world: VendorWorld
beforeAll(async () => {
  world = await makeVendorWorld()
})
afterAll(() => world.end())

const header = 'Number,Title,Submitted on,Answer class,Answer,Answered on,Release'
const bring = async (lines: string[]) => {
  const browser = await world.as(world.carla)
  const answer = await upload(world, browser, '/requests/import', 'old.csv', `${header}\n${lines.join('\n')}\n`)
  return { status: answer.status, page: await answer.text() }
}

test('answers of the years before stand among all the others; what has no reason is kept, and counts for nothing', async () => {
  const brought = await bring([
    'E-1,Bulk edit,2021-03-14,Planned,It goes with the new list overview.,2021-06-01,2022 R1',
    'E-2,Dark mode,2021-03-15,Declined,,2021-06-01,',
    'E-3,Undo,2021-03-16,,We will think about it.,2021-06-02,',
  ])
  expect(brought.status).toBe(303)
  const answers = await world.db
    .selectFrom('answer')
    .innerJoin('request', 'request.id', 'answer.requestId')
    .select(['request.oldNumber', 'answer.class', 'answer.reason', 'answer.releaseName', 'answer.givenAt', 'answer.door', 'request.stage'])
    .execute()
  expect(answers).toEqual([
    {
      oldNumber: 'E-1',
      class: 'planned',
      reason: 'It goes with the new list overview.',
      releaseName: '2022 R1',
      givenAt: new Date('2021-06-01T12:00:00Z'),
      door: 'import',
      stage: 'answered',
    },
  ])
  // Each stands in one place.
  const rest = await world.db
    .selectFrom('pastAnswer')
    .innerJoin('request', 'request.id', 'pastAnswer.requestId')
    .select(['request.oldNumber', 'pastAnswer.class', 'pastAnswer.text'])
    .orderBy('request.id')
    .execute()
  expect(rest).toEqual([
    { oldNumber: 'E-2', class: 'Declined', text: '' },
    { oldNumber: 'E-3', class: '', text: 'We will think about it.' },
  ])
  const carla = await world.as(world.carla)
  expect(await (await carla.get('/answers')).text()).toContain('It goes with the new list overview.')
  // Nobody is told of what is years old.
  await world.settle()
  expect((await world.postbox()).filter(({ kind }) => String(kind).startsWith('telling'))).toEqual([])
})

test('faulty rows are named by their lines, and nothing was changed', async () => {
  const before = await world.db.selectFrom('request').select('id').execute()
  const { status, page } = await bring([
    'F-1,Good,2021-03-14,,,,',
    'F-2,,2021-03-14,,,,',
    'F-3,No day,3/4/2021,,,,',
    'F-4,In the future,2031-03-14,,,,',
  ])
  expect(status).toBe(422)
  expect(page).toContain('Nothing was imported. Rows with errors: 3. Rows without errors: 1.')
  for (const words of ['Enter a title.', '“3/4/2021” is not a date', 'Date of the request: “2031-03-14” is in the future.'])
    expect(page).toContain(words)
  expect(await world.db.selectFrom('request').select('id').execute()).toEqual(before)
})

test('meetings with the vendor stand in the picture: where its people were invited, or somebody says so', async () => {
  const meet = (title: string, daysAgo: number) =>
    world.write((tx) =>
      arrangeMeeting(tx, keeper(world), {
        title,
        hosts: { groupIds: [world.group.groupId], communityIds: [] },
        startsAt: new Date(world.clock.now.getTime() - daysAgo * 86_400_000),
        endsAt: new Date(world.clock.now.getTime() - daysAgo * 86_400_000 + 3_600_000),
        zone: 'UTC',
        place: '',
        public: true,
      }),
    )
  const [withVera, call] = [await meet('October meeting', 20), await meet('A call about costs', 50)]
  await meet('Our own meeting', 10)
  await world.db.insertInto('meetingInvitation').values({ meetingId: withVera.id, personId: world.vera.personId }).execute()
  const carla = await world.as(world.carla)
  const picture = async () => (await carla.get('/relationship')).text()
  const before = await picture()
  expect(before).toContain(`href="/meetings/${withVera.slug}"`)
  expect(before).toContain('Meeting with 1 guest of the vendor')
  expect(before).not.toContain(`href="/meetings/${call.slug}"`)
  expect((await carla.post('/relationship/meetings', { group: 'lectio', meetingId: '999999' })).status).toBe(422)
  expect((await (await world.as(world.maria)).post('/relationship/meetings', { group: 'lectio', meetingId: String(call.id) })).status).toBe(
    404,
  )
  expect((await carla.post('/relationship/meetings', { group: 'lectio', meetingId: String(call.id) })).status).toBe(303)
  const after = await picture()
  expect(after).toContain(`href="/meetings/${call.slug}"`)
  expect(after).toContain('median gap: 30 days')
  // The timeline can be narrowed down to one kind.
  const only = async (kind: string) => (await carla.get(`/relationship?kind=${kind}`)).text()
  expect(await only('meeting')).toContain(`href="/meetings/${call.slug}"`)
  expect(await only('answer')).not.toContain(`href="/meetings/${call.slug}"`)
  expect(await only('told')).toContain('Nothing of this type yet')
  await carla.post('/relationship/meetings', { group: 'lectio', meetingId: String(call.id), with: 'no' })
  expect(await picture()).not.toContain(`href="/meetings/${call.slug}"`)
})

test('a file in German is understood by the words of our page; a column with no place here is named', async () => {
  const carla = await world.as(world.carla)
  const rows =
    'Nummer;Titel;Datum;Text der Antwort des Herstellers;Datum der Antwort;Bemerkung\nG-1;Sammelvormerkung;12. März 2024;Kommt;1.5.2024;x\n'
  const file = (name: string, text: string) => upload(world, carla, '/requests/import', name, text)
  const refused = await (await file('faulty.csv', rows.replace('Sammelvormerkung', ''))).text()
  expect(refused).toContain('Unknown columns, not imported: Bemerkung.')
  const done = await file('german.csv', rows)
  expect(decodeURIComponent(done.headers.get('set-cookie') ?? '')).toContain('Unknown columns, not imported: Bemerkung.')
  const { id, createdAt } = await world.db
    .selectFrom('request')
    .select(['id', 'createdAt'])
    .where('oldNumber', '=', 'G-1')
    .executeTakeFirstOrThrow()
  expect(createdAt.toISOString()).toContain('2024-03-12')
  const answer = await world.db.selectFrom('pastAnswer').select('text').where('requestId', '=', id).executeTakeFirstOrThrow()
  expect(answer.text).toBe('Kommt')
  // What was planned then had no release, and none is made up.
  await carla.post('/answers/import', { group: 'lectio', pasted: `Anfrage;Datum;Antwort;Grund\n${id};2024-06-01;Geplant;Kommt im Herbst.` })
  const page = await (await carla.get(`/requests/${id}`)).text()
  expect(page).toContain('Kommt im Herbst.')
  expect(page).not.toMatch(/not named|Planned for/)
})

test.each(['javascript:alert(1)', 'https://[', 'data:text/html,x'])(
  'an answer of before leads nowhere but to the web: %s',
  async (link) => {
    const carla = await world.as(world.carla)
    const { id } = await world.db.selectFrom('request').select('id').where('oldNumber', '=', 'G-1').executeTakeFirstOrThrow()
    const pasted = `Request;Date;Answer;Reason;Link\n${id};2024-06-02;Planned;It comes.;${link}`
    expect(words(await (await carla.post('/answers/import', { group: 'lectio', pasted })).text())).toContain(
      `“${link}” is not a web address.`,
    )
    expect(await world.db.selectFrom('answer').select('id').where('link', '=', link).execute()).toEqual([])
  },
)

test('an upgrade takes “not named” off old answers, of one that was kept by another door as well too', async () => {
  const [step] = (await readMigrations()).filter(({ name }) => name.endsWith('_no_release_named.sql'))
  const { id: _, ...twin } = await world.db.selectFrom('answer').selectAll().where('releaseName', '=', '').executeTakeFirstOrThrow()
  const fingerprint = twin.fingerprint.replace('||', '|not named|')
  await world.db
    .insertInto('answer')
    .values([
      { ...twin, releaseName: 'not named', fingerprint },
      { ...twin, releaseName: 'not named', fingerprint: fingerprint.replace('planned', 'exists'), class: 'exists' },
    ])
    .execute()
  await sql.raw(step?.sql ?? '').execute(world.db)
  const rows = await world.db.selectFrom('answer').select(['releaseName', 'fingerprint']).where('requestId', '=', twin.requestId).execute()
  expect(rows.map(({ releaseName }) => releaseName)).toEqual(['', '', ''])
  expect(rows.map((row) => row.fingerprint.includes('not named')).toSorted()).toEqual([false, false, true])
})

test('a portal’s own columns and words are read; where no row is good, each says why', async () => {
  const browser = await world.as(world.carla)
  const hand = async (rows: string[], more = {}) =>
    upload(
      world,
      browser,
      '/requests/import',
      'portal.csv',
      `CR No.,Summary,Module,Institution,Opened,State,Vendor comment\n${rows.join('\n')}\n`,
      more,
    )
  const bad = await hand(['P-1,,Loans,,2024-03-01,New,', 'P-2,Batches,Loans,,yesterday,New,'], { goodOnes: 'on' })
  expect([bad.status, await bad.text()]).toEqual([422, expect.stringMatching(/Enter a title\.[\s\S]*“yesterday” is not a date/)])
  const half = await hand(['P-1,Labels,Loans,,2024-03-01,Rejected,Works as designed.', 'P-2,,Loans,,2024-03-01,New,'], { goodOnes: 'on' })
  // It leads to the rows that were left out.
  const path = half.headers.get('location') ?? ''
  expect([half.status, path]).toEqual([303, expect.stringMatching(/^\/requests\/imports\/\d+$/)])
  expect(await (await browser.get(path)).text()).toContain('Enter a title.')
  const answer = await world.db.selectFrom('answer').select(['class', 'reason']).where('reason', '=', 'Works as designed.').execute()
  expect(answer).toEqual([{ class: 'declined', reason: 'Works as designed.' }])
})
