import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Actor } from '../../src/actor.ts'
import { addFeed, closeFeed } from '../../src/advocacy/portal/actions.ts'
import { attest, removeAttestation } from '../../src/charter/findings/actions.ts'
import { consequences } from '../../src/edges/consequences.ts'
import { NotFound, Refusal } from '../../src/errors.ts'
import { lookAt } from '../../src/files/queries.ts'
import { ensureProduct } from '../../src/groups/actions.ts'
import { loadActor } from '../../src/groups/queries.ts'
import { beginFollow, giveUpFollow } from '../../src/imports/follow/actions.ts'
import { insertOne, type Tx } from '../../src/lib/db/rows.ts'
import { formerName } from '../../src/lib/ui/former.ts'
import { approveByHand } from '../../src/meetings/minutes/approval-actions.ts'
import { writeItem } from '../../src/news/actions.ts'
import { addOutlet, closeOutlet } from '../../src/news/outlets/actions.ts'
import { settleWaiting } from '../../src/people/ways-in/actions.ts'
import { claimWorkplace, matchByDomain } from '../../src/people/workplaces/actions.ts'
import { decideErasure } from '../../src/privacy/erasure-actions.ts'
import { agree } from '../../src/privacy/notice-actions.ts'
import { makeRequest } from '../../src/requests/actions.ts'
import { commentOnRequest, keepCommentFiles, removeComment } from '../../src/requests/comments-actions.ts'
import { carryOutMerge, proposeMerge } from '../../src/requests/merging-actions.ts'
import { adoptTemplate, carlaOf } from '../charter.ts'
import { openMeetings } from '../meetings-world.ts'
import { actorOf, employ } from '../requests-world.ts'
import { behind, untilSomebodyWaits, waits } from '../waiting.ts'
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

const askBehind = (act: (tx: Tx) => Promise<unknown>, ask: () => Promise<Response>) => behind(world, act, ask)

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

test('what is taken back, or said, twice at the same instant is so once', async () => {
  const { db, site, write, susi: person } = world
  const { groupId } = world.group
  const [carla, hers] = [await carlaOf(world), await actorOf(world, person)]
  await adoptTemplate(world)
  const { lineId } = await db.selectFrom('charterClause').select('lineId').limit(1).executeTakeFirstOrThrow()
  const seen = { onDay: '2026-10-01', title: 'Minutes', link: 'https://lsui.example/minutes' }
  const editor = { kind: 'mail' as const, name: 'News', editorName: 'Edith', editorEmail: 'edith@news.example' }
  const { link, comment, feed, outlet } = await write(async (tx) => {
    const facts = { kind: 'idea' as const, title: 'Export', text: 'Export it.', visibility: 'subscribers' as const }
    const request = await makeRequest(tx, carla, groupId, facts, {})
    await beginFollow(tx, carla, site, 'lectio-l', 'lectio@lists.elsewhere.example')
    return {
      link: await attest(tx, carla, lineId, seen),
      comment: (await commentOnRequest(tx, carla, request, 'Yes.')) ?? 0,
      feed: await addFeed(tx, carla, groupId, { url: 'https://portal.example/export', kind: 'entries' }),
      outlet: await addOutlet(tx, carla, site, groupId, editor),
    }
  })
  const claim = { organisation: 'Susi College', email: person.email, fromOn: '2026-10-01' }
  const acts: Record<string, (tx: Tx) => Promise<unknown>> = {
    'charter.attestation-removed': (tx) => removeAttestation(tx, carla, link),
    'comment.removed': (tx) => removeComment(tx, carla, comment),
    'follow.givenUp': (tx) => giveUpFollow(tx, carla, site, 'lectio-l'),
    'news-outlet.closed': (tx) => closeOutlet(tx, carla, outlet),
    'notice.agreed': (tx) => agree(tx, hers, 1),
    'portal.feed-closed': (tx) => closeFeed(tx, carla, feed),
  }
  const twice = (act: (tx: Tx) => Promise<unknown>) =>
    behind(world, act, () =>
      write(act).catch((error: unknown) => {
        if (!(error instanceof Refusal)) throw error
      }),
    )
  for (const act of Object.values(acts)) await twice(act)
  const lines = await db.selectFrom('journal').select('action').where('action', 'in', Object.keys(acts)).execute()
  expect(lines.map(({ action }) => action).toSorted()).toEqual(Object.keys(acts))
  await twice((tx) => claimWorkplace(tx, hers, person.personId, claim))
  expect(await db.selectFrom('workplaceClaim').select('email').execute()).toEqual([{ email: person.email }])
})

test('a way in that is refused opens nothing, whoever opens it at the same instant', async () => {
  const { clock, otto, write } = world
  const his = await actorOf(world, otto)
  const waiting = { verifiedAt: clock.now, opensAt: new Date(clock.now.getTime() + 86_400_000), createdAt: clock.now }
  const id = await write((tx) => insertOne(tx.insertInto('address'), { personId: otto.personId, email: 'new@otto.example', ...waiting }))
  const opening = behind(
    world,
    (tx) => settleWaiting(tx, his, id, 'refuse'),
    () => write((tx) => settleWaiting(tx, his, id, 'open')),
  )
  await expect(opening).rejects.toThrow(NotFound)
})

test('a file that comes along with a comment by mail goes with the comment', async () => {
  const carla = await carlaOf(world)
  const facts = { kind: 'idea' as const, title: 'Sort', text: 'Sort it.', visibility: 'subscribers' as const }
  const request = await world.write((tx) => makeRequest(tx, carla, world.group.groupId, facts, {}))
  const comment = (await world.write((tx) => commentOnRequest(tx, carla, request, 'As here.'))) ?? 0
  const file = await lookAt({ name: 'list.txt', content: Buffer.from('a list') })
  await behind(
    world,
    (tx) => removeComment(tx, carla, comment),
    () => world.write((tx) => keepCommentFiles(tx, carla, comment, [file])),
  )
  expect(await world.db.selectFrom('requestFile').select('fileId').where('commentId', '=', comment).execute()).toEqual([])
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
