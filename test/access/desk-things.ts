import type { Person, World } from '../world.ts'
import { things } from './things.ts'

/**
 * What stands between the group and its vendor, for the rows of the access table: a brief that is written (`brief`), one that Vera was
 * handed (`handedBrief`, `submission`) and answered, her question, a returned sheet, a commitment, a release with a delivery, and one post
 * for all. Each is made on the pages, by whose it is to make it.
 */
export async function fillVendor(world: World, vera: Person): Promise<void> {
  const { db, clock } = world
  const [carla, guest] = [await world.as(world.carla), await world.as(vera)]
  const made = async (browser: typeof carla, path: string, form: Record<string, string>): Promise<string> => {
    const answer = await browser.post(path, form)
    if (answer.status !== 303) throw new Error(`POST ${path}: ${answer.status} ${(await answer.text()).slice(0, 2_000)}`)
    return answer.headers.get('location') ?? ''
  }
  const idIn = (path: string): number => Number(/\d+/.exec(path)?.[0])

  const handed = await made(carla, '/briefs', { group: 'lectio', title: 'For the October meeting', purpose: 'What hurts most.' })
  const written = await made(carla, '/briefs', { group: 'lectio', title: 'For the spring', purpose: 'What hurts next.' })
  const taken = await made(carla, '/briefs', { group: 'lectio', title: 'Too early', purpose: 'It is taken back.' })
  for (const [brief, request] of [
    [handed, '1'],
    [written, '1'],
    [taken, '3'],
  ] as const) {
    await made(carla, `${brief}/requests`, { requestId: request })
    await made(carla, `${brief}/requests/${request}`, { ask: 'Please do it.', evidence: 'Counted.' })
  }
  await made(carla, `${handed}/hand-over`, { personIds: String(vera.personId), on: '2026-10-16', dueOn: '2027-01-16' })
  await world.settle()
  things.brief = idIn(written)
  things.handedBrief = idIn(handed)
  things.submission = (await db.selectFrom('submission').select('id').executeTakeFirstOrThrow()).id
  await made(carla, `${taken}/hand-over`, { personIds: String(vera.personId), on: '2026-10-16', dueOn: '2027-01-16' })
  things.takenBack = (await db.selectFrom('submission').select('id').orderBy('id', 'desc').executeTakeFirstOrThrow()).id
  const desk = `/submissions/${things.submission}`
  await made(guest, `${desk}/requests/1/questions`, { question: 'How many are there?' })
  await made(guest, `${desk}/requests/1`, { class: 'planned', reason: 'It goes with the new editor.', release: '2027 R1' })
  things.question = (await db.selectFrom('vendorQuestion').select('id').executeTakeFirstOrThrow()).id
  things.answer = (await db.selectFrom('answer').select('id').executeTakeFirstOrThrow()).id
  const sheet = { door: 'sheet' as const, filename: 'answers.xlsx', personId: vera.personId, at: clock.now, rows: '[]' }
  things.return = (
    await db
      .insertInto('answerReturn')
      .values({ submissionId: things.submission, ...sheet })
      .returning('id')
      .executeTakeFirstOrThrow()
  ).id
  // Another guest, whose visit ends.
  const gast = await world.addPerson('Gast', { email: 'gast@quillon.example' })
  await world.give(gast, 'vendor_guest', world.group.groupId)
  const guesthood = db.selectFrom('appointment').select('id').where('personId', '=', gast.personId).where('role', '=', 'vendor_guest')
  things.guest = (await guesthood.executeTakeFirstOrThrow()).id
  // A colleague who stands in for Vera next year.
  const wanda = await world.addPerson('Wanda', { email: 'wanda@quillon.example' })
  await world.give(wanda, 'vendor_guest', world.group.groupId)
  await made(guest, '/desk/stand-ins', { group: 'lectio', personId: String(wanda.personId), fromOn: '2027-02-01', toOn: '2027-02-05' })
  const standIn = db.selectFrom('appointment').select('id').where('standsFor', 'is not', null)
  things.standIn = (await standIn.executeTakeFirstOrThrow()).id
  const commitment = { group: 'lectio', requestId: '1', productId: '1', year: '2027', points: '5' }
  things.commitment = idIn(await made(carla, '/commitments', commitment))
  const release = await made(carla, '/releases', { group: 'lectio', productId: '1', name: '2027 R1' })
  things.release = idIn(release)
  things.delivery = idIn(await made(carla, `${release}/deliveries`, { requestId: '1', delivers: 'yes' }))
  things.post = idIn(await made(carla, '/telling', { group: 'lectio', listId: String(world.listId) }))
  await fillPortal(world)
}

/** An entry of the vendor's portal that is request 2, and has changed there; an address that is read, in time. */
async function fillPortal({ db, group: { groupId }, clock }: World): Promise<void> {
  const entry = { groupId, requestId: 2, number: 'P-2', label: 'A hint on the portal', link: 'https://ideas.example/2' }
  things.portalEntry = (await db.insertInto('portalCase').values(entry).returning('id').executeTakeFirstOrThrow()).id
  const said = { portalCaseId: things.portalEntry, onDay: '2026-10-15', recordedAt: clock.now }
  await db
    .insertInto('portalStatus')
    .values({ ...said, status: 'Under review' })
    .execute()
  const changed = db.insertInto('portalStatus').values({ ...said, status: 'Not planned', isChange: true })
  things.portalChange = (await changed.returning('id').executeTakeFirstOrThrow()).id
  const brought = { groupId, source: 'ideas.csv', at: clock.now, changed: 1 }
  things.portalImport = (await db.insertInto('portalImport').values(brought).returning('id').executeTakeFirstOrThrow()).id
  const feed = { groupId, kind: 'entries' as const, url: 'https://ideas.example/feed', madeAt: clock.now, nextAt: new Date('2030-01-01') }
  things.portalFeed = (await db.insertInto('portalFeed').values(feed).returning('id').executeTakeFirstOrThrow()).id
}

/** What the portal has changed, unseen, and its address, read. */
export async function portalAgain({ db }: World): Promise<void> {
  await db.updateTable('portalStatus').set({ settledAt: null, settledBy: null }).execute()
  await db.updateTable('portalFeed').set({ closedAt: null }).execute()
  await db.updateTable('portalImport').set({ confirmedAt: null, confirmedBy: null, undoneAt: null, undoneBy: null, undone: null }).execute()
}
