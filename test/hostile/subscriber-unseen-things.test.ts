import { afterAll, beforeAll, expect, test } from 'vitest'
import { startSeries } from '../../src/meetings/core/series-actions.ts'
import { makeRequest } from '../../src/requests/actions.ts'
import { adoptTemplate, carlaOf, lineOf } from '../charter.ts'
import { lettersTo } from '../letters.ts'
import { actorOf } from '../requests-world.ts'
import { makeWorld, type World } from '../world.ts'

// What somebody may not see does not exist for them: whose an address is, what a request became, what a group meets for, who was never asked.
let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.end())

test('who nominates somebody does not learn whether their address is anybody’s here', async () => {
  const carla = await world.as(world.carla)
  const election = {
    ...{ title: 'One seat', role: 'deputy', seats: '1', electorate: 'group', zone: 'UTC', secrecy: 'anonymous' },
    ...{ recordOn: '2026-10-16', nominationsUntil: '2026-10-25T12:00', opensAt: '2026-11-01T12:00', closesAt: '2026-11-15T12:00' },
    ...{ termFrom: '2027-01-01', termTo: '2028-12-31' },
  }
  const made = await carla.post('/elections', election)
  const path = made.headers.get('location') as string
  const maria = await world.as(world.maria)
  const answerFor = async (email: string) => {
    const answer = await maria.post(`${path}/nominations`, { email })
    const [page, today] = [await (await maria.get(path)).text(), await (await maria.get('/today')).text()]
    return {
      status: answer.status,
      to: answer.headers.get('location'),
      page: page.replaceAll(/[?&]t=[^"]*/g, ''),
      open: today.includes(path),
    }
  }
  const nobody = await answerFor('nobody@nowhere.example')
  expect(nobody.status).toBe(303)
  // Otto is on no list: Maria meets him nowhere.
  expect(await answerFor(world.otto.email)).toEqual(nobody)
  expect(await answerFor(world.otto.email)).toEqual(nobody)
  await world.settle()
  expect(await lettersTo(world, world.otto.email, 'ballots.nominated')).toHaveLength(1)
  // Who runs it sees whom it waits for, and everybody who stands.
  expect(await (await carla.get(path)).text()).toContain('>Otto<')
  const otto = await world.as(world.otto)
  expect((await otto.post(`${path}/nomination`, { stands: 'yes', statement: 'I have time.' })).status).toBe(303)
  expect(await (await maria.get(path)).text()).toContain('>Otto<')
})

test('what a request was merged into is told to who may read that alone', async () => {
  const carla = await actorOf(world, world.carla)
  const make = (title: string, visibility: 'public' | 'group') =>
    world.write((tx) => makeRequest(tx, carla, world.group.groupId, { kind: 'idea', title, text: '', visibility }))
  const [open, closed] = [await make('Open to all', 'public'), await make('The group’s own', 'group')]
  await world.db.updateTable('request').set({ stage: 'merged', mergedIntoId: closed, rootId: closed }).where('id', '=', open).execute()
  const readBy = async (person?: typeof world.susi) => {
    const reader = await world.as(person)
    const shown = await (await reader.get(`/requests/${open}`)).text()
    const listed = await reader.ask('GET', '/api/v1/requests?group=lectio')
    const items = listed.status === 200 ? ((await listed.json()) as { items: { id: number; mergedInto: number | null }[] }).items : []
    const full = (await (await reader.ask('GET', `/api/v1/requests/${open}`)).json()) as { stage: string; mergedInto: number | null }
    return [full.stage, full.mergedInto, items.find(({ id }) => id === open)?.mergedInto, shown.includes(`/requests/${closed}"`)]
  }
  expect(await readBy()).toEqual(['merged', null, null, false])
  expect(await readBy(world.susi)).toEqual(['merged', null, null, false])
  expect(await readBy(world.maria)).toEqual(['merged', closed, closed, true])
})

test('a clause that everybody reads does not name a series of meetings that is the group’s own', async () => {
  const carla = await carlaOf(world)
  const hosts = { groupIds: [world.group.groupId], communityIds: [] }
  const regular = { everyN: 2, everyUnit: 'month', weekday: 5, nth: 1, startsAt: '10:00', minutes: 60, zone: 'UTC' } as const
  const more = { firstOn: '2027-01-01', place: '', agendaDays: 7, silentDays: 14, quorumPercent: 0 }
  await world.write((tx) => startSeries(tx, carla, { ...regular, ...more, hosts, title: 'How to leave Quillon', public: false } as never))
  await adoptTemplate(world)
  const { id: seriesId } = await world.db.selectFrom('meetingSeries').select('id').executeTakeFirstOrThrow()
  await world.db.updateTable('clauseMeasure').set({ seriesId }).where('subject', '=', 'meetings').execute()
  const line = await lineOf(world, 'M1')
  await (await world.as(world.carla)).post(`/charter/clauses/${line}/readers`, { readers: 'public' })
  const readBy = async (person?: typeof world.susi) => {
    const reader = await world.as(person)
    const page = await reader.get(`/charter/clauses/${line}`)
    const said = await page.text()
    const charter = await (await reader.ask('GET', '/api/v1/groups/lectio/charter')).text()
    return [
      page.status,
      said.includes('How to leave'),
      said.includes('Only a private meeting series'),
      charter.includes(`"seriesId":${seriesId}`),
    ]
  }
  expect(await readBy()).toEqual([200, false, true, false])
  expect(await readBy(world.susi)).toEqual([200, false, true, false])
  expect(await readBy(world.maria)).toEqual([200, true, false, true])
})

test('an account alone reads on the page of an organisation only the referents whom a roster would name to it', async () => {
  const [nora, nils] = [await world.addPerson('Nora Nobodyasked', { email: 'nora@place.example' }), await world.addPerson('Nils Named')]
  await world.db.updateTable('address').set({ verifiedAt: null }).where('personId', '=', nora.personId).execute()
  const { id: organisationId } = await world.db
    .insertInto('organisation')
    .values({ name: 'Northfield', kind: 'institution', country: 'GB' })
    .returning('id')
    .executeTakeFirstOrThrow()
  const { id: communityId } = await world.db.selectFrom('community').select('id').executeTakeFirstOrThrow()
  for (const { personId } of [nora, nils])
    await world.db
      .insertInto('appointment')
      .values({
        personId,
        organisationId,
        communityId,
        role: 'referent',
        fromOn: '2026-01-01',
        formal: true,
        standIn: personId === nils.personId,
      })
      .execute()
  const readBy = async (person: typeof world.susi) => {
    const reader = await world.as(person)
    const said = await (await reader.get(`/organisations/${organisationId}`)).text()
    const api = await (await reader.ask('GET', `/api/v1/organisations/${organisationId}`)).text()
    return [said, api].flatMap((text) => [text.includes('Nora Nobodyasked'), text.includes('Nils Named')])
  }
  expect(await readBy(world.otto)).toEqual([false, true, false, true])
  expect(await readBy(world.susi)).toEqual([true, true, true, true])
})
