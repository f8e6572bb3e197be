import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadActor } from '../../src/groups/queries.ts'
import { noteAttendance } from '../../src/meetings/actions.ts'
import { startSeries } from '../../src/meetings/core/series-actions.ts'
import { listInvitations } from '../../src/meetings/queries.ts'
import { adoptTemplate } from '../charter.ts'
import { makeWorld, type Person, type World } from '../world.ts'

let world: World
let lia: Person
beforeAll(async () => {
  world = await makeWorld()
  lia = await world.addPerson('Lia')
  await world.give(lia, 'liaison', world.group.groupId)
})
afterAll(() => world.end())

const actorOf = async (person: Person, day: string) => {
  const actor = await loadActor(world.db, person.personId, new Date(`${day}T12:00:00Z`), 'web')
  if (!actor) throw new Error(`${person.name} is not there.`)
  return actor
}

/** A year of a group that meant to meet six times and met four. */
async function liveAYear() {
  await adoptTemplate(world, '2020-01-01')
  const carla = await actorOf(world.carla, '2026-01-05')
  await world.write((tx) =>
    startSeries(tx, carla, {
      title: 'Lectio Working Group',
      hosts: { groupIds: [world.group.groupId], communityIds: [] },
      everyN: 2,
      everyUnit: 'month',
      weekday: 4,
      nth: 3,
      firstOn: '2026-01-06',
      lastOn: null,
      startsAt: '10:00',
      minutes: 60,
      zone: 'Europe/Lisbon',
      place: '',
      agendaDays: 7,
      silentDays: 14,
      quorumPercent: 0,
      public: true,
    }),
  )
  world.clock.now = new Date('2027-01-08T09:00:00Z')
  await world.settle()
  const meetings = await world.db
    .selectFrom('meeting')
    .select(['id', 'slug', 'startsAt'])
    .where('startsAt', '<', world.clock.now)
    .orderBy('startsAt')
    .execute()
  expect(meetings.map(({ slug }) => slug)).toEqual(['2026-01-15', '2026-03-19', '2026-05-21', '2026-07-16', '2026-09-17', '2026-11-19'])
  const held = ['2026-01-15', '2026-05-21', '2026-09-17', '2026-11-19']
  for (const { id, slug, startsAt } of meetings.filter((one) => held.includes(one.slug))) {
    const then = await actorOf(world.carla, startsAt.toISOString().slice(0, 10))
    await world.write(async (tx) => {
      const people = await listInvitations(tx, id)
      await noteAttendance(
        tx,
        then,
        slug,
        people.map(({ personId }) => ({ personId, attendance: 'present' as const })),
      )
    })
  }
  return held
}

/** The rows of the overview by the number of their clause, as text. */
const rowsOf = (html: string): Map<string, string> =>
  new Map(
    [...html.matchAll(/<li id="([A-Z]\d+)">(.*?)<\/li>/gs)].map(([, number = '', row = '']) => [
      number,
      row
        .replaceAll(/<svg.*?<\/svg>/gs, '')
        .replaceAll(/<[^>]*>/g, ' ')
        .replaceAll(/\s+/g, ' '),
    ]),
  )

const wordsOf = (html: string): string =>
  html
    .replaceAll(/<svg.*?<\/svg>/gs, '')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/\s+/g, ' ')

const said: Record<string, string> = {
  kept: 'Met',
  at_risk: 'At risk',
  not_kept: 'Not met',
  waiting: 'Waiting for the vendor',
  waived: 'Paused',
  not_measured: 'Not measured',
  too_early: 'Too early to say',
}

test('The charter tells', async () => {
  // Given a year in which the group met four times of six
  const held = await liveAYear()

  // When the liaison opens the overview
  const browser = await world.as(lia)
  const overview = await (await browser.get('/charter/overview?group=lectio')).text()
  const rows = rowsOf(overview)

  // Then the clause shows four of six with the meetings behind it
  expect(rows.size).toBe(29)
  expect(rows.get('M1')).toContain('Meetings: 4 of 6 since 8 January 2026')
  expect(rows.get('M1')).toContain('Not met')
  const [, line = ''] = /<li id="M1">.*?href="(\/charter\/clauses\/\d+)"/s.exec(overview) ?? []
  const page = await (await browser.get(line)).text()
  const behind = [...page.matchAll(/class="title" href="\/meetings\/([^"]+)"/g)].map(([, slug]) => slug)
  expect(behind).toEqual(held.toReversed())
  expect((await browser.get(`/meetings/${held[0]}`)).status).toBe(200)

  // and nothing without records is called "not kept"
  for (const [number, row] of rows)
    if (row.includes('nothing found yet')) expect([number, row]).toEqual([number, expect.not.stringContaining('Not met')])
  const { items: findings } = (await (await browser.get('/api/v1/groups/lectio/charter/findings?limit=100')).json()) as { items: Found[] }
  expect(findings.filter(({ state }) => state === 'not_measured').map(({ number }) => number)).toEqual(
    expect.arrayContaining(['A1', 'O6', 'O7']),
  )
  for (const { lineId, found } of findings)
    for (const { measure, state } of found)
      if (state === 'not_kept') {
        const answer = await browser.get(`/api/v1/charter/clauses/${lineId}/evidence?measure=${measure}`)
        expect(((await answer.json()) as { total: number }).total).toBeGreaterThan(0)
      }

  // and the annual report opens as a draft with the same figures
  const carla = await world.as(world.carla)
  const begun = await carla.post('/reports', { group: 'lectio', fromOn: '2026-01-09', toOn: '2027-01-08' })
  expect(begun.status).toBe(303)
  const report = await browser.get(begun.headers.get('location') ?? '')
  const draft = wordsOf(await report.text())
  expect(draft).toContain('The group held 4 of 6 meetings.')
  expect(draft).toContain('M1: Not met (Meetings: 4 of 6 since 8 January 2026')
  for (const { number, state } of findings) expect(draft).toContain(`${number}: ${said[state]}`)
  const glance = wordsOf(await (await browser.get('/overview')).text())
  expect(glance).toContain('4 of 6 since 8 January 2026')

  // and so does the report of the calendar year, with the meetings behind its number
  const year = await carla.post('/reports', { group: 'lectio', fromOn: '2026-01-01', toOn: '2026-12-31' })
  const annual = await (await browser.get(year.headers.get('location') ?? '')).text()
  expect(wordsOf(annual)).toContain('The group held 4 of 6 meetings.')
  expect([...annual.matchAll(/href="\/meetings\/(\d{4}-\d\d-\d\d)"/g)].map(([, slug]) => slug)).toEqual(held)
})

interface Found {
  lineId: number
  number: string
  state: string
  found: { measure: number; state: string }[]
}
