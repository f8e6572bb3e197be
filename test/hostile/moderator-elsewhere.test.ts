import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { program } from '../../src/actor.ts'
import { appoint } from '../../src/groups/actions.ts'
import { makeFurnishedWorld } from '../access/furnished.ts'
import { linkTo } from '../letters.ts'
import { holdMail } from '../week-world.ts'
import type { Person } from '../world.ts'

// What moderators of a list do with its threads, its held mail and their saved replies, and whom its group names: others do none of it, from
// wherever they come, and nobody does it twice.
let world: Awaited<ReturnType<typeof makeFurnishedWorld>>
let attackers: Record<string, Person | undefined>
let heldId = 0
const thread = `/t/${encodeURIComponent('first@maria.example')}`
const ours = '/lists/lectio-l'

beforeAll(async () => {
  world = await makeFurnishedWorld()
  const { clock, write, db } = world
  const gone = await world.addPerson('Gone')
  await world.give(gone, 'moderator', world.group.groupId)
  const elsewhere = await db
    .insertInto('community')
    .values({ slug: 'elsewhere', name: 'Elsewhere' })
    .returning('id')
    .executeTakeFirstOrThrow()
  const petra = await world.addPerson('Petra')
  await write((tx) =>
    appoint(tx, program(clock.now), { personId: petra.personId, role: 'steering', communityId: elsewhere.id, fromOn: '2026-01-01' }),
  )
  const { otto, susi, bruno, vera } = world
  // The letter with his key reaches him while he still moderates.
  await holdMail(world, 'A question of a stranger')
  const row = await db.selectFrom('heldMail').select('id').orderBy('id', 'desc').executeTakeFirstOrThrow()
  heldId = row.id
  await db
    .updateTable('appointment')
    .set({ toOn: new Date(clock.now.getTime() - 86_400_000).toISOString().slice(0, 10) })
    .where('personId', '=', gone.personId)
    .execute()
  attackers = { visitor: undefined, otto, susi, bruno, petra, vera, gone }
})
afterAll(() => world.end())
beforeEach(() => world.db.deleteFrom('rateWindow').execute())

/** What each gets who posts a form there, on the page and, where they have a token, as an act of a program. */
async function answersTo(path: string, form: Record<string, string> = {}): Promise<Record<string, number[]>> {
  const got: Record<string, number[]> = {}
  for (const [name, person] of Object.entries(attackers)) {
    const browser = await world.as(person)
    const acted = await browser.ask('POST', `/api/v1/acts${path}`, form)
    got[name] = [(await browser.post(path, form)).status, acted.status]
  }
  return got
}
const nobody = {
  visitor: [404, 401],
  otto: [404, 404],
  susi: [404, 404],
  bruno: [404, 404],
  petra: [404, 404],
  vera: [404, 404],
  gone: [404, 404],
}
/** How often something was done to the lists and groups. */
const journal = async () =>
  (await world.db.selectFrom('journal').select('action').execute()).filter(({ action }) => /^(?:thread|mail|list|roster)\./.test(action))
    .length
/** Two do the same at the same moment. */
const atOnce = async (people: readonly Person[], path: string, form: Record<string, string> = {}) => {
  const browsers = await Promise.all(people.map((person) => world.as(person)))
  return (await Promise.all(browsers.map((browser) => browser.post(path, form)))).map(({ status }) => status).sort()
}

describe('the answers in a thread', () => {
  const edits = () => world.db.selectFrom('threadEdit').select(['id', 'undoneAt']).where('kind', '=', 'hold').orderBy('id').execute()

  test('are held by nobody else, and by nobody through another list', async () => {
    const before = await journal()
    expect(await answersTo(`${ours}${thread}/hold`)).toEqual(nobody)
    const bruno = await world.as(world.bruno)
    expect((await bruno.post(`/lists/catalogo-l${thread}/hold`)).status).toBe(404)
    expect((await bruno.post(`/lists/catalogo-l/../lectio-l${thread}/hold`)).status).toBe(404)
    expect([await edits(), await journal()]).toEqual([[], before])
  })

  test('are held once by two at once, and let go by nobody else, nor twice', async () => {
    expect(await atOnce([world.modesto, world.carla], `${ours}${thread}/hold`)).toEqual([303, 303])
    const [edit, ...more] = await edits()
    expect(more).toEqual([])
    const undo = `${ours}/t/edits/${edit?.id}/undo`
    expect(await answersTo(undo)).toEqual(nobody)
    expect((await (await world.as(world.bruno)).post(undo.replace('lectio-l', 'catalogo-l'))).status).toBe(404)
    // An administrator moderates both lists: the address says which.
    expect((await (await world.as(world.ada)).post(undo.replace('lectio-l', 'catalogo-l'))).status).toBe(404)
    expect((await edits()).map(({ undoneAt }) => undoneAt)).toEqual([null])
    expect(await atOnce([world.modesto, world.carla], undo)).toEqual([303, 404])
    expect((await (await world.as(world.modesto)).post(undo)).status).toBe(404)
  })
})

describe('a held message', () => {
  const path = () => `${ours}/held/${heldId}`
  const state = async () => (await world.db.selectFrom('heldMail').select('state').where('id', '=', heldId).executeTakeFirstOrThrow()).state
  const decide = async (decision: string) => (await (await world.as(world.modesto)).post(path(), { decision })).status

  test('that was discarded is decided again by nobody else, through no other list, and once by two at once', async () => {
    expect(await decide('discard')).toBe(303)
    const before = await journal()
    expect(await answersTo(`${path()}/reopen`)).toEqual(nobody)
    for (const person of [world.bruno, world.ada])
      expect((await (await world.as(person)).post(`/lists/catalogo-l/held/${heldId}/reopen`)).status).toBe(404)
    for (const id of ['0', '-1', '1e3', '999999', '99999999999999999999', `${heldId}x`])
      expect([id, (await (await world.as(world.modesto)).post(`${ours}/held/${id}/reopen`)).status]).toEqual([id, 404])
    expect([await state(), await journal()]).toEqual(['discarded', before])
    expect(await atOnce([world.modesto, world.carla], `${path()}/reopen`)).toEqual([303, 409])
    expect([await state(), await journal()]).toEqual(['held', before + 1])
  })

  test('is decided by no key of who moderates no more, after it was opened again either', async () => {
    const gone = attackers.gone as Person
    const key = await linkTo(world, gone.email, 'list.held-moderators', '/decide/')
    for (const browser of [await world.as(), await world.as(gone)])
      expect([(await browser.get(key)).status, (await browser.post(key, { decision: 'approve' })).status]).toEqual([404, 404])
    expect(await state()).toBe('held')
  })

  test('is not sent to a list that has closed since', async () => {
    expect(await decide('discard')).toBe(303)
    const closed = (closedAt: Date | null) => world.db.updateTable('list').set({ closedAt }).where('name', '=', 'lectio-l').execute()
    await closed(world.clock.now)
    const modesto = await world.as(world.modesto)
    expect(await (await modesto.get(path())).text()).not.toContain('/reopen"')
    expect([(await modesto.post(`${path()}/reopen`)).status, await state()]).toEqual([409, 'discarded'])
    await closed(null)
    expect([(await modesto.post(`${path()}/reopen`)).status, await state()]).toEqual([303, 'held'])
  })

  test('that went to the list stays there', async () => {
    expect(await decide('approve')).toBe(303)
    world.clock.now = new Date(world.clock.now.getTime() + 120_000)
    await world.settle()
    expect((await (await world.as(world.modesto)).post(`${path()}/reopen`)).status).toBe(409)
    expect(await state()).toBe('approved')
  })
})

describe('saved replies', () => {
  const kept = async () =>
    (await world.db.selectFrom('list').select(['name', 'savedReplies', 'emergency', 'title']).orderBy('name').execute()).map((list) => ({
      ...list,
    }))

  test('are read and written by nobody else', async () => {
    const before = await kept()
    expect(await answersTo(`${ours}/replies`, { savedReplies: 'Mine now.' })).toEqual(nobody)
    for (const [name, person] of Object.entries(attackers)) {
      const answer = await (await world.as(person)).get(`${ours}/replies`)
      expect([name, answer.status]).toEqual([name, name === 'visitor' ? 303 : 404])
    }
    expect(await kept()).toEqual(before)
  })

  test('bring no other setting along, and stay with their list', async () => {
    const before = await kept()
    const modesto = await world.as(world.modesto)
    const form = { savedReplies: 'Please join first.', title: 'Mine', emergency: 'on', list: 'catalogo-l', listId: '2' }
    expect((await modesto.post(`${ours}/replies`, form)).status).toBe(303)
    expect(await kept()).toEqual(before.map((one) => (one.name === 'lectio-l' ? { ...one, savedReplies: 'Please join first.' } : one)))
    expect((await modesto.post('/lists/catalogo-l/replies', form)).status).toBe(404)
    // Sent again, nothing is kept of it.
    const lines = await journal()
    expect((await modesto.post(`${ours}/replies`, form)).status).toBe(303)
    expect(await journal()).toBe(lines)
  })

  test('of another list are put into no form', async () => {
    const path = `/lists/catalogo-l/held/${heldId}/reply`
    const answer = await (await world.as(world.bruno)).post(path, { reply: '1' })
    expect([answer.status, (await answer.text()).includes('Please join first.')]).toEqual([404, false])
    expect(Object.values(await answersTo(`${ours}/held/${heldId}/reply`, { reply: '1' })).map(([page]) => page)).toEqual(
      Object.values(attackers).map(() => 404),
    )
  })
})

test('the emergency mode is started and ended by nobody else, nor through another list', async () => {
  const on = async () => (await world.db.selectFrom('list').select('emergency').orderBy('name').execute()).map(({ emergency }) => emergency)
  const before = await on()
  for (const want of ['yes', 'no']) expect(await answersTo(`${ours}/emergency`, { on: want })).toEqual(nobody)
  expect((await (await world.as(world.modesto)).post('/lists/catalogo-l/emergency', { on: 'yes' })).status).toBe(404)
  expect(await on()).toEqual(before)
  const lines = await journal()
  expect(await atOnce([world.modesto, world.carla], `${ours}/emergency`, { on: 'yes' })).toEqual([303, 303])
  expect(await journal()).toBe(lines + 1)
})

describe('whom a group names', () => {
  const shown = async () =>
    (await world.db.selectFrom('workingGroup').select(['slug', 'unaskedShown']).orderBy('slug').execute()).map(
      ({ unaskedShown }) => unaskedShown,
    )

  test('is for who leads it to say, and for no member, moderator or guest', async () => {
    const before = [await shown(), await journal()]
    const path = '/roster/lectio/unasked'
    expect(await answersTo(path, { shown: 'off' })).toEqual(nobody)
    for (const person of [world.maria, world.modesto, world.lena])
      expect((await (await world.as(person)).post(path, { shown: 'off' })).status).toBe(404)
    const bruno = await world.as(world.bruno)
    for (const group of ['', '1', 'lectio/', '..%2flectio', 'LECTIO'])
      expect([group, (await bruno.post(`/roster/${group}/unasked`, { shown: 'off' })).status]).toEqual([group, 404])
    expect([await shown(), await journal()]).toEqual(before)
  })

  test('is said once by two at once, and a form that is sent again changes nothing', async () => {
    const lines = await journal()
    expect(await atOnce([world.carla, world.ada], '/roster/lectio/unasked', { shown: 'off' })).toEqual([303, 303])
    expect(await journal()).toBe(lines + 1)
    expect((await (await world.as(world.carla)).post('/roster/lectio/unasked', { shown: 'off' })).status).toBe(303)
    expect([await journal(), (await shown()).filter((one) => !one)]).toEqual([lines + 1, [false]])
  })
})
