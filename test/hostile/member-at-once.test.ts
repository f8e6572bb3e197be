import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Actor } from '../../src/actor.ts'
import { consequences } from '../../src/edges/consequences.ts'
import { ensureProduct } from '../../src/groups/actions.ts'
import { loadActor } from '../../src/groups/queries.ts'
import { insertOne, type Tx } from '../../src/lib/db/rows.ts'
import { formerName } from '../../src/lib/ui/former.ts'
import { approveByHand } from '../../src/meetings/minutes/approval-actions.ts'
import { writeItem } from '../../src/news/actions.ts'
import { matchByDomain } from '../../src/people/workplaces/actions.ts'
import { decideErasure } from '../../src/privacy/erasure-actions.ts'
import { makeRequest } from '../../src/requests/actions.ts'
import { carryOutMerge, proposeMerge } from '../../src/requests/merging-actions.ts'
import { carlaOf } from '../charter.ts'
import { openMeetings } from '../meetings-world.ts'
import { actorOf, employ } from '../requests-world.ts'
import { untilSomebodyWaits } from '../waiting.ts'
import { makeWorld, type World } from '../world.ts'

// One person asks the same of several pages at the same instant.
let world: World
let susi: Awaited<ReturnType<World['as']>>
beforeAll(async () => {
  world = await makeWorld()
  susi = await world.as(world.susi)
})
afterAll(() => world.end())

const thrice = <T>(ask: () => Promise<T>): Promise<T[]> => Promise.all([ask(), ask(), ask()])

test('of several addresses of a calendar one alone opens it', async () => {
  const pages = await Promise.all((await thrice(() => susi.post('/me/calendar'))).map((answer) => answer.text()))
  const paths = pages.map((page) => /\/calendar\/[\w-]+\.ics/.exec(page)?.[0] ?? '')
  const opened = await Promise.all(paths.map(async (path) => (await world.app.request(`http://rapport.test${path}`)).status))
  expect([new Set(paths).size, opened.toSorted()]).toEqual([3, [200, 404, 404]])
})

test('what programs may do is said once, and nothing fails', async () => {
  const said = { listRequests: 'never', listTasks: 'never' }
  expect((await thrice(() => susi.post('/me/assistants', said))).map(({ status }) => status)).toEqual([303, 303, 303])
})

const waits = sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`

/** What is asked while a transaction that did something before it is not over yet: it waits for that, or goes past it. */
async function askBehind(act: (tx: Tx) => Promise<unknown>, ask: () => Promise<Response>): Promise<Response> {
  const [held, go] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const first = world.write(async (tx) => {
    await act(tx)
    held.resolve()
    await go.promise
  })
  await held.promise
  let done = false
  const asked = ask().finally(() => {
    done = true
  })
  await vi.waitUntil(async () => done || (await waits.execute(world.db)).rows.length > 0, 60_000)
  go.resolve()
  await first
  return asked
}

test('who was overtaken by another begins anew, and does not fail for it', async () => {
  const [carla, actor] = [await world.as(world.carla), await carlaOf(world)]
  const item = { title: 'Two at once', text: 'It works.', language: 'en', visibility: 'public' as const }
  // It takes the same address, for nobody sees the other one yet.
  const second = await askBehind(
    (tx) => writeItem(tx, actor, world.group.groupId, item),
    () => carla.post('/news', { ...item, group: 'lectio', embargoZone: 'UTC' }),
  )
  expect(second.headers.get('location')).toBe('/news/two-at-once-2/edit')
})

test('a vendor whose products are added at once is one vendor', async () => {
  const [ada, actor] = [await world.as(world.ada), await carlaOf(world)]
  const second = await askBehind(
    (tx) => ensureProduct(tx, actor, { vendor: 'Codexa', product: 'Folio' }),
    () => ada.post('/admin/products/new', { vendor: 'Codexa', product: 'Quarto' }),
  )
  expect(second.status).toBe(303)
  expect(await world.db.selectFrom('organisation').select('id').where('name', '=', 'Codexa').execute()).toHaveLength(1)
})

test('workplaces that two look for at once are found once', async () => {
  const { clock, db } = world
  const [keeper, ada] = [await loadActor(db, world.ada.personId, clock.now, 'web'), await world.as(world.ada)]
  const made = { name: 'Susi College', kind: 'institution' as const }
  const organisationId = await world.write((tx) => insertOne(tx.insertInto('organisation'), made))
  await db.insertInto('organisationDomain').values({ organisationId, domain: 'susi.example' }).execute()
  await askBehind(
    (tx) => matchByDomain(tx, keeper as Actor),
    () => ada.post('/affiliations/basis/match'),
  )
  expect(await db.selectFrom('affiliation').select('personId').execute()).toEqual([{ personId: world.susi.personId }])
})

test('who supports a request while it goes into another supports that one', async () => {
  await employ(world)
  const carla = await actorOf(world, world.carla)
  const make = (title: string) =>
    world.write((tx) => makeRequest(tx, carla, world.group.groupId, { kind: 'idea', title, text: title, visibility: 'subscribers' }, {}))
  const [source, target] = [await make('Print a list'), await make('Lists on paper')]
  const proposal = await world.write((tx) => proposeMerge(tx, carla, source, target, ''))
  await askBehind(
    (tx) => carryOutMerge(tx, carla, proposal),
    () => susi.post(`/requests/${source}/voice`, { strength: 'must', reason: '' }),
  )
  expect(await world.db.selectFrom('supportVoice').select('requestId').execute()).toEqual([{ requestId: target }])
})

test('what somebody does while they are erased goes as well', async () => {
  const { clock, db } = world
  const rosalind = await world.addPerson('Rosalind')
  const [hers, ada] = [await world.as(rosalind), await loadActor(db, world.ada.personId, clock.now, 'web')]
  await hers.post('/me/erasure', { scope: 'name' })
  const { id } = await db.selectFrom('erasureRequest').select('id').executeTakeFirstOrThrow()
  // It waits for what erases her, and comes behind it.
  await askBehind(
    (tx) => decideErasure(tx, ada as Actor, consequences, id, { erase: true, reason: '' }),
    () => hers.post('/me', { name: 'Rosalind', locale: 'en', zone: 'UTC', theme: 'system' }),
  )
  await world.settle()
  const { name } = await db.selectFrom('person').select('name').where('id', '=', rosalind.personId).executeTakeFirstOrThrow()
  expect(name).toBe(formerName)
})

test('what somebody writes while minutes are approved is in what is approved, or is refused', async () => {
  await openMeetings(world)
  world.clock.now = new Date('2026-12-11T09:00:00Z')
  const path = '/meetings/2026-12-10'
  const [carla, maria] = [await world.as(world.carla), await world.as(world.maria)]
  await carla.post(`${path}/minutes/circulate`)
  const line = await world.db.selectFrom('minuteLine').selectAll().where('decisionId', 'is not', null).executeTakeFirstOrThrow()

  const [held, go] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const holding = world.write(async (tx) => {
    await tx.selectFrom('minuteLine').select('id').where('id', '=', line.id).forUpdate().execute()
    held.resolve()
    await go.promise
  })
  await held.promise
  const written = maria.post(`${path}/lines`, { key: line.key, text: 'We decide otherwise.', version: String(line.version) })
  await untilSomebodyWaits(world)
  let done = false
  const coordinator = await carlaOf(world)
  const approved = world
    .write((tx) => approveByHand(tx, coordinator, '2026-12-10'))
    .finally(() => {
      done = true
    })
  const waiting = (many: number) => vi.waitUntil(async () => done || (await waits.execute(world.db)).rows.length >= many, 60_000)
  await waiting(2)
  // What comes behind the approval finds it.
  const sentAgain = carla.post(`${path}/minutes/circulate`)
  await waiting(3)
  const asked = maria.post(`${path}/corrections`, { text: 'We decided something else.' })
  await waiting(4)
  go.resolve()
  await Promise.all([approved, holding])
  expect((await written).status).toBe(303)
  expect([(await sentAgain).status, (await asked).status]).toEqual([409, 409])

  const { text } = await world.db.selectFrom('minutesVersion').select('text').where('kind', '=', 'approved').executeTakeFirstOrThrow()
  const decision = await world.db.selectFrom('decision').select('text').where('id', '=', line.decisionId).executeTakeFirstOrThrow()
  expect(text).toContain(decision.text)
  const late = await maria.post(`${path}/lines`, { key: line.key, text: 'And again.', version: '2' })
  expect(late.status).toBe(409)
})
