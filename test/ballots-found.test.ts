import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { putMotion } from '../src/ballots/motions/actions.ts'
import { alarm } from '../src/ballots/overdue-jobs.ts'
import { listOverdue } from '../src/ballots/overdue-queries.ts'
import { addInstitution, addWishes, carlaOf, openCycle, passTo } from './ballots.ts'
import { letterTo, makeVendorWorld, type VendorWorld } from './vendor-world.ts'
import { carriedOut } from './week-world.ts'
import type { Person } from './world.ts'

let world: VendorWorld
beforeAll(async () => {
  world = await makeVendorWorld()
})
afterAll(() => world.end())

const finds = async (person: Person | undefined, words: string): Promise<string[]> => {
  const answer = await (await world.as(person)).get(`/search?q=${encodeURIComponent(words)}`)
  return [...(await answer.text()).matchAll(/class="title" href="([^"]+)"/g)].map(([, href = '']) => href)
}

describe('search finds', () => {
  test('cycles and their rounds for everybody, motions for the group alone', async () => {
    const { cycleId, roundOne, at } = await openCycle(world, { title: 'Zimtstern cycle', note: 'A round for cinnamon.' })
    expect(await finds(undefined, 'Zimtstern')).toEqual([`/cycles/${cycleId}`])
    await addInstitution(world, 'Old Harbour Library', [world.susi])
    await addWishes(world, cycleId, ['Quittengelee in the reader'])
    expect(await finds(undefined, 'Quittengelee')).toEqual([])
    await passTo(world, at(20))
    // What is put to the vote is a request from then on, too.
    const { id } = await world.db.selectFrom('request').select('id').where('title', 'like', 'Quittengelee%').executeTakeFirstOrThrow()
    expect(await finds(undefined, 'Quittengelee')).toEqual([`/requests/${id}`, `/ballots/${roundOne}`])

    const actor = { ...carlaOf(world), grants: [{ role: 'coordinator' as const, groupId: world.group.groupId, communityId: null }] }
    const motion = await world.write((tx) =>
      putMotion(tx, actor, {
        groupId: world.group.groupId,
        title: 'Meet in Mirabell',
        question: 'Shall we?',
        closesAt: new Date(world.clock.now.getTime() + 86_400_000),
        byConsent: false,
        secrecy: 'public',
        zone: 'UTC',
      }),
    )
    await passTo(world, world.clock.now)
    expect(await finds(world.maria, 'Mirabell')).toEqual([`/ballots/${motion}`])
    for (const person of [undefined, world.susi, world.vera, world.otto]) expect(await finds(person, 'Mirabell')).toEqual([])
  })

  test('single wishes for who is on the lists, in the words that hold, until they are withdrawn', async () => {
    const { cycleId } = await openCycle(world, { title: 'Wishing cycle' })
    const { id: place } = await world.db
      .selectFrom('organisation')
      .select('id')
      .where('name', '=', 'Old Harbour Library')
      .executeTakeFirstOrThrow()
    const susi = await world.as(world.susi)
    const brought = await susi.post(`/cycles/${cycleId}/submit`, {
      title: 'Marzipan on the shelf',
      text: 'We cannot see Pfeffernuss today.',
      area: 'Lists',
      organisationId: String(place),
    })
    const wish = brought.headers.get('location') ?? ''
    // The form once more puts nothing forward twice.
    const again = await susi.post(`/cycles/${cycleId}/submit`, {
      title: 'Marzipan on the shelf',
      text: 'We cannot see Pfeffernuss today.',
      area: 'Lists',
      organisationId: String(place),
    })
    expect(again.headers.get('location')).toBe(wish)
    expect(await finds(world.susi, 'Pfeffernuss')).toEqual([wish])
    expect(await finds(world.maria, 'is:wish Marzipan')).toEqual([wish])
    expect(await finds(undefined, 'Pfeffernuss')).toEqual([])
    await (await world.as(world.carla)).post(`${wish}/reword`, { title: 'Spekulatius on the shelf', text: 'In other words.', why: '' })
    expect(await finds(world.susi, 'Spekulatius')).toEqual([])
    const { id: rewording } = await world.db.selectFrom('rewording').select('id').orderBy('id', 'desc').limit(1).executeTakeFirstOrThrow()
    expect((await susi.post(`${wish}/answer`, { rewording: String(rewording), agreed: 'yes' })).status).toBe(303)
    expect(await carriedOut(world, world.susi)).toBe(303)
    expect(await finds(world.susi, 'Spekulatius')).toEqual([wish])
    expect(await finds(world.susi, 'Pfeffernuss')).toEqual([])
    expect((await susi.post(`${wish}/withdraw`)).status).toBe(303)
    expect(await finds(world.susi, 'Spekulatius')).toEqual([])
  })

  test('briefs for the group alone; commitments for those who may hear of them, and not before', async () => {
    const [request = 0] = await world.askFor({ title: 'Holunder export' })
    const made = await (await world.as(world.carla)).post('/briefs', { title: 'Sanddorn brief', purpose: 'What hurts.' })
    const brief = made.headers.get('location') ?? ''
    await (await world.as(world.carla)).post(`${brief}/requests`, { requestId: String(request) })
    await (await world.as(world.carla)).post(`${brief}/requests/${request}`, { ask: 'Please export Preiselbeere.', evidence: '' })
    expect(await finds(world.maria, 'Sanddorn')).toEqual([brief])
    expect(await finds(world.maria, 'Preiselbeere')).toEqual([brief])
    for (const person of [undefined, world.susi, world.vera]) expect(await finds(person, 'Sanddorn')).toEqual([])

    const rule = await (await world.as(world.carla)).post('/desk/rule', {
      group: 'lectio',
      answerMonths: '3',
      remindDays: '14, 3',
      readers: 'subscribers',
      holdDays: '2',
    })
    expect(rule.status).toBe(303)
    const kept = await (await world.as(world.carla)).post('/commitments', {
      group: 'lectio',
      requestId: String(request),
      productId: '1',
      year: '2027',
      points: '8',
    })
    const commitment = kept.headers.get('location') ?? ''
    expect(await finds(world.maria, 'Holunder')).toContain(commitment)
    expect(await finds(world.susi, 'Holunder')).toEqual([`/requests/${request}`])
    world.clock.now = new Date(world.clock.now.getTime() + 3 * 86_400_000)
    await world.settle()
    expect(await finds(world.susi, 'Holunder')).toContain(commitment)
    expect(await finds(undefined, 'Holunder')).toEqual([])
  })

  test('nothing of what the vendor said once the request itself is the group’s again', async () => {
    const { id } = await world.db.selectFrom('request').select('id').where('title', '=', 'Holunder export').executeTakeFirstOrThrow()
    const carla = await world.as(world.carla)
    await carla.post('/answers', {
      group: 'lectio',
      requestId: String(id),
      door: 'call',
      givenOn: '2026-10-15',
      class: 'Planned',
      release: '2027 R1',
      reason: 'With the Wacholder team.',
      readers: 'subscribers of the list',
    })
    world.clock.now = new Date(world.clock.now.getTime() + 3 * 86_400_000)
    await world.settle()
    expect(await finds(world.susi, 'Wacholder')).toHaveLength(1)
    const changed = await carla.post(`/requests/${id}`, {
      kind: 'idea',
      title: 'Holunder export',
      text: 'The need behind it.',
      visibility: 'group',
      seen: '1',
    })
    expect(changed.status).toBe(303)
    await world.settle()
    expect(await finds(world.susi, 'Wacholder')).toEqual([])
    expect(await finds(world.susi, 'Holunder')).toEqual([])
    expect(await finds(world.maria, 'Wacholder')).toHaveLength(1)
  })
})

test('a phase that has not turned is seen by the operator, who gets one letter', async () => {
  const admin = await world.addPerson('Ada', { email: 'ada@northfield.example' })
  await world.give(admin, 'administrator')
  await world.db.updateTable('person').set({ locale: 'de' }).where('id', '=', world.ada.personId).execute()
  await passTo(world, world.clock.now)
  await alarm({}, world.context)
  const letters = async () => (await world.postbox()).filter(({ kind, email }) => kind === 'ballots.alarm' && email === admin.email)
  expect(await letters()).toHaveLength(0)
  const { cycleId, roundTwo, at } = await openCycle(world, { title: 'Stuck cycle' })
  world.clock.now = new Date(at(10).getTime() + 20 * 60_000)
  await alarm({}, world.context)
  await alarm({}, world.context)
  expect(await letters()).toHaveLength(1)
  const { text } = await letterTo(world, admin, 'ballots.alarm')
  expect(text).toContain('Stuck cycle: Call for requests')
  expect(text).toContain(`/cycles/${cycleId}`)
  // Each reader finds the phase by the name that it has in their language, in the letter and on Today.
  expect((await letterTo(world, world.ada, 'ballots.alarm')).text).toContain('Stuck cycle: Einreichung')
  // A ballot that could not open is late from when it should have: that its end passes as well is nothing new.
  const isLate = async (on: Date) =>
    (await listOverdue(world.db, new Date(on.getTime() + 20 * 60_000))).some(({ href }) => href === `/ballots/${roundTwo}`)
  expect([await isLate(at(40)), await isLate(at(50))]).toEqual([true, false])
  const others = world.db.updateTable('cyclePhase').set({ closedAt: world.clock.now })
  await others.where((e) => e.or([e('cycleId', '<>', cycleId), e('kind', '<>', 'submission')])).execute()
  await world.db.updateTable('ballot').set({ state: 'closed' }).where('state', 'in', ['open', 'preparing']).execute()
  expect(await (await (await world.as(world.ada)).get('/today')).text()).toContain('Stuck cycle: Einreichung')
})
