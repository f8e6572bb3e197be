import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { submitWish } from '../src/ballots/wishes/actions.ts'
import { inLanguage } from '../src/lib/ui/language.ts'
import { addInstitution, openCycle, passTo } from './ballots.ts'
import { letterTo, makeVendorWorld, type VendorWorld } from './vendor-world.ts'
import { carriedOut, withoutWeek } from './week-world.ts'
import type { Person } from './world.ts'

let world: VendorWorld
let cycle: Awaited<ReturnType<typeof openCycle>>
let greta: Person
beforeAll(async () => {
  world = await makeVendorWorld()
  await withoutWeek(world)
  greta = await world.addPerson('Greta', { email: 'greta@lindental.example' })
  await world.db.updateTable('person').set({ locale: 'de' }).where('id', '=', greta.personId).execute()
  await addInstitution(world, 'Old Harbour Library', [world.susi])
  await addInstitution(world, 'Hochschule Lindental', [greta], { country: 'DE' })
  cycle = await openCycle(world)
})
afterAll(() => world.end())

const bring = async (who: Person, title: string, text = `Why we need “${title}”.`, area = ''): Promise<number> => {
  const actor = await world.actorOf(who)
  return world.write((tx) => submitWish(tx, actor, cycle.cycleId, { title, text, area }))
}
const decide = async (id: number, form: Record<string, string>) => {
  const answer = await (await world.as(world.carla)).post(`/wishes/${id}/decide`, form)
  await world.settle()
  return { status: answer.status, page: await answer.text() }
}
const stateOf = (id: number) =>
  world.db.selectFrom('wish').select(['state', 'title', 'text', 'reason', 'mergedInto']).where('id', '=', id).executeTakeFirstOrThrow()

describe('a wish is set aside', () => {
  test('with a reason in words, which its submitter reads in her language', async () => {
    const id = await bring(greta, 'Lists in the app')
    const silent = await decide(id, { to: 'set_aside', reason: 'exists' })
    expect([silent.status, silent.page.includes('Enter a reason')]).toEqual([422, true])
    expect((await stateOf(id)).state).toBe('submitted')
    expect((await decide(id, { to: 'set_aside', reason: 'exists', note: 'Since 2026 R1, under Settings.' })).status).toBe(303)
    const letter = await letterTo(world, greta, 'ballots.wish')
    expect(letter.subject).toBe('Anfrage zurückgestellt: Lists in the app')
    expect(letter.text).toContain('Das Produkt kann das schon.')
    expect(letter.text).toContain('Since 2026 R1, under Settings.')
  })

  test.each([
    ['roadmap', 'The vendor already plans this.'],
    ['bug', 'This is an error in the product. We follow up errors without a vote.'],
    ['other_product', 'This is about another product.'],
    ['out_of_scope', 'This ballot cannot decide on a request of this kind.'],
  ])('as %s, and it says so', async (reason, words) => {
    const id = await bring(world.susi, `Set aside as ${reason}`)
    expect((await decide(id, { to: 'set_aside', reason, note: `Because of ${reason}.` })).status).toBe(303)
    const letter = await letterTo(world, world.susi, 'ballots.wish')
    expect(letter.subject).toBe(`Request set aside: Set aside as ${reason}`)
    expect(letter.text).toContain(words)
    expect(letter.text).toContain(`Because of ${reason}.`)
  })

  test('and taken back before the letter would go out, nobody is told', async () => {
    const id = await bring(greta, 'A wish that comes back')
    const carla = await world.as(world.carla)
    await carla.post(`/wishes/${id}/decide`, { to: 'set_aside', reason: 'bug', note: 'A slip of the hand.' })
    world.clock.now = new Date(world.clock.now.getTime() + 1_000)
    expect(await (await carla.get(`/cycles/${cycle.cycleId}/triage`)).text()).toContain('Decision saved: “A wish that comes back”.')
    await carla.post(`/wishes/${id}/decide`, { to: 'back' })
    await world.settle()
    expect((await stateOf(id)).state).toBe('submitted')
    expect((await world.postbox()).filter(({ subject }) => String(subject).includes('A wish that comes back'))).toEqual([])
  })
})

describe('a request that is there already', () => {
  test('is shown in the list before somebody sends a wish like it to the vote, and in the form that brings one', async () => {
    const [request = 0] = await world.askFor({ title: 'Warn before a copyright permission of a chapter expires' })
    await bring(greta, 'A warning before the permission of a chapter expires', 'Copyright permissions expire unseen.')
    const carla = await world.as(world.carla)
    const list = await (await carla.get(`/cycles/${cycle.cycleId}/triage`)).text()
    expect(list).toContain(`Similar: <a href="/requests/${request}">`)
    const form = await (await carla.get(`/cycles/${cycle.cycleId}/submit`)).text()
    expect(form).toContain(`data-hx-post="/requests/similar?group=${world.group.groupId}"`)
    expect(form).toMatch(/<noscript><select name="requestId"[\s\S]*Warn before a copyright/)
    // Greta is on no list: her form has the field alone.
    expect(await (await (await world.as(greta)).get(`/cycles/${cycle.cycleId}/submit`)).text()).not.toContain('/requests/similar')
  })
})

test('the rounds of a cycle are called in the language of who makes it', async () => {
  const { roundOne, roundTwo } = await inLanguage('it', () => openCycle(world, { title: 'Miglioramenti' }))
  const titles = await world.db.selectFrom('ballot').select('title').where('id', 'in', [roundOne, roundTwo]).orderBy('id').execute()
  expect(titles.map(({ title }) => title)).toEqual(['Miglioramenti, primo turno', 'Miglioramenti, secondo turno'])
})

test('the page of an open request leads to the cycle that takes requests, until it is in it', async () => {
  const [request = 0] = await world.askFor({ title: 'Print a list with its notes' })
  const carla = await world.as(world.carla)
  const see = async () => (await carla.get(`/requests/${request}`)).text()
  const door = `/cycles/${cycle.cycleId}/submit?request=${request}`
  expect(await see()).toContain(`<a href="${door}">Put a request forward: Cycle 2027</a>`)
  expect(await (await carla.get(door)).text()).toContain('value="Print a list with its notes"')
  const said = { requestId: String(request), title: 'Print a list with its notes', text: 'With notes.' }
  expect((await carla.post(`/cycles/${cycle.cycleId}/submit`, said)).status).toBe(303)
  expect(await see()).not.toContain(door)
})

test('cycles of other groups, however many, do not stand before that of a request', async () => {
  const [request = 0] = await world.askFor({ title: 'Sort a list by its notes' })
  const { groupId } = world.group
  const { productId } = await world.db.selectFrom('workingGroup').select('productId').where('id', '=', groupId).executeTakeFirstOrThrow()
  const other = await world.db
    .insertInto('workingGroup')
    .values({ slug: 'elsewhere', name: 'Elsewhere', productId })
    .returning('id')
    .executeTakeFirstOrThrow()
  const { now } = world.clock
  const cycles = await world.db
    .insertInto('cycle')
    .values([1, 2, 3].map((n) => ({ groupId: other.id, title: `Elsewhere ${n}`, zone: 'UTC', createdAt: now })))
    .returning('id')
    .execute()
  const phase = { kind: 'submission', opensAt: now, closesAt: new Date(now.getTime() + 60_000) } as const
  await world.db
    .insertInto('cyclePhase')
    .values(cycles.map(({ id }) => ({ cycleId: id, ...phase })))
    .execute()
  const page = await (await (await world.as(world.carla)).get(`/requests/${request}`)).text()
  expect(page).toContain(`/cycles/${cycle.cycleId}/submit?request=${request}`)
  const ids = cycles.map(({ id }) => id)
  await world.db.deleteFrom('cyclePhase').where('cycleId', 'in', ids).execute()
})

describe('wishes that look alike', () => {
  test('are shown with the reason; who says that they are different is not asked again', async () => {
    const first = await bring(
      world.susi,
      'Mark all citations of a list as complete',
      'After the rollover we set each citation to complete by hand.',
      'Rollover',
    )
    const twin = await bring(
      greta,
      'Set citations of a list to complete at once',
      'Each citation is set to complete by hand after rollover.',
      'Rollover',
    )
    const other = await bring(
      greta,
      'Complete citations of a list in bulk',
      'Citations of a list are set to complete one by one after rollover.',
      'Rollover',
    )
    const carla = await world.as(world.carla)
    const path = `/cycles/${cycle.cycleId}/alike`
    expect(await (await carla.get(`/cycles/${cycle.cycleId}/triage`)).text()).toContain(`href="${path}"`)
    const page = await (await carla.get(path)).text()
    expect(page).toContain('Mark all citations of a list as complete')
    expect(page).toMatch(/\d+% similar: both say “/)
    expect(page).toContain('same product area: Rollover')
    expect(await (await carla.get(`/wishes/${twin}`)).text()).toContain('Similar requests')
    expect(await (await (await world.as(greta)).get(`/wishes/${twin}`)).text()).not.toContain('Similar requests')

    const told = await (await carla.get(`/api/v1${path}`)).json()
    expect(told).toMatchObject({
      items: expect.arrayContaining([expect.objectContaining({ one: expect.objectContaining({ id: first }) })]),
    })
    expect((told as { items: { why: string }[] }).items[0]?.why).toContain('same product area: Rollover')

    expect((await carla.post(`/wishes/${first}/unlike`, { other: String(other) })).status).toBe(303)
    expect((await carla.post(`/wishes/${other}/unlike`, { other: String(first) })).status).toBe(303)
    const after = await (await carla.get(path)).text()
    expect(after).not.toContain(`action="/wishes/${first}/unlike"><input type="hidden" name="other" value="${other}"`)
    expect(after).toContain('1 pair marked as different')
    expect(await world.db.selectFrom('wishUnlike').select(['wishId', 'otherId']).execute()).toEqual([{ wishId: first, otherId: other }])

    // A merge, told to who brought in what goes along, with its reason.
    expect((await decide(twin, { to: 'merge', into: String(twin), note: '' })).status).toBe(422)
    expect((await decide(twin, { to: 'merge', into: String(first), note: 'Both spare the same clicks.' })).status).toBe(303)
    expect(await stateOf(twin)).toMatchObject({ state: 'merged', mergedInto: first })
    const letter = await letterTo(world, greta, 'ballots.wish')
    expect(letter.text).toContain('Mark all citations of a list as complete')
    expect(letter.text).toContain('Both spare the same clicks.')
    // What others were merged into is not merged itself, and its submitter does not take it away from them.
    expect((await decide(first, { to: 'set_aside', reason: 'bug', note: 'B' })).status).toBe(409)
    expect((await (await world.as(world.susi)).post(`/wishes/${first}/withdraw`)).status).toBe(409)
    // Nor is anything merged into it; into what is accepted it is, and can be taken out again.
    expect((await decide(other, { to: 'merge', into: String(twin), note: '' })).status).toBe(422)
    expect((await decide(first, { to: 'accept' })).status).toBe(303)
    expect((await decide(other, { to: 'merge', into: String(first), note: '' })).status).toBe(303)
    expect((await decide(other, { to: 'accept' })).status).toBe(303)
  })

  test('are merged from their list into the one that stays, which is chosen there', async () => {
    const words = (name: string) => ({
      title: `Renew ${name} loans of a reading list by themselves`,
      text: 'Loans of a reading list end unseen.',
    })
    const ids: number[] = []
    for (const name of ['all', 'short', 'long']) ids.push(await bring(greta, words(name).title, words(name).text))
    const [first = 0, second = 0, third = 0] = ids
    const carla = await world.as(world.carla)
    const path = `/cycles/${cycle.cycleId}/alike`
    const formOf = (page: string, one: number, other: number) =>
      new RegExp(`<form[^>]*id="p${one}-${other}".*?</form>`, 's').exec(page)?.[0] ?? ''
    const merge = (one: number, other: number, stays: number) =>
      carla.post(`/wishes/${one}/merge`, { other: String(other), staying: String(stays), back: path })
    const form = formOf(await (await carla.get(path)).text(), first, second)
    expect(form).toMatch(new RegExp(`name="staying" value="${first}" checked`))
    expect(form).toMatch(new RegExp(`name="staying" value="${second}"(?! checked)`))

    expect((await merge(first, second, third)).status).toBe(422)
    expect(
      (await (await world.as(world.susi)).post(`/wishes/${first}/merge`, { other: String(second), staying: String(first) })).status,
    ).toBe(404)
    const merged = await merge(first, second, second)
    expect([merged.status, merged.headers.get('location')]).toEqual([303, path])
    expect([await stateOf(first), await stateOf(second)]).toMatchObject([{ state: 'merged', mergedInto: second }, { state: 'submitted' }])
    // What others were merged into stays: the other one goes.
    const next = formOf(await (await carla.get(path)).text(), second, third)
    expect(next).toMatch(new RegExp(`name="staying" value="${second}" checked`))
    expect(next).toMatch(new RegExp(`name="staying" value="${third}" disabled`))
    expect((await merge(second, third, third)).status).toBe(409)
    expect((await merge(second, third, second)).status).toBe(303)
    expect(await stateOf(third)).toMatchObject({ state: 'merged', mergedInto: second })
    await world.settle()
  })

  test('a wish may be about a request, whose supporters then stand behind it', async () => {
    const [request = 0] = await world.askFor({ title: 'Warn before the permission for a digitised chapter ends' })
    const id = await bring(
      world.susi,
      'Warn before a chapter’s permission ends',
      'The permission for a digitised chapter ends and nobody is warned.',
    )
    const carla = await world.as(world.carla)
    const page = await (await carla.get(`/wishes/${id}`)).text()
    expect(page).toContain(`Link to request #${request}`)
    expect((await carla.post(`/wishes/${id}/request`, { requestId: '999999' })).status).toBe(422)
    expect((await carla.post(`/wishes/${id}/request`, { requestId: String(request) })).status).toBe(303)
    expect(await (await carla.get(`/wishes/${id}`)).text()).toContain(`href="/requests/${request}"`)
    expect((await decide(id, { to: 'accept' })).status).toBe(303)
  })
})

describe('other words for a wish', () => {
  test('hold only once who brought it in agrees', async () => {
    const id = await bring(greta, 'Besser', 'Alles soll besser werden.')
    const carla = await world.as(world.carla)
    const words = {
      title: 'Links open in a new tab',
      text: 'Links of a citation open in a new tab.',
      why: 'So that all know what is meant.',
    }
    expect((await carla.post(`/wishes/${id}/reword`, words)).status).toBe(303)
    await world.settle()
    const asked = await letterTo(world, greta, 'ballots.reword')
    expect(asked.text).toContain('Links of a citation open in a new tab.')
    expect(asked.text).toContain('So that all know what is meant.')
    expect((await stateOf(id)).title).toBe('Besser')
    const { id: rewording } = await world.db.selectFrom('rewording').select('id').where('wishId', '=', id).executeTakeFirstOrThrow()
    const answer = { rewording: String(rewording), agreed: 'yes' }
    // Nobody agrees in her place.
    expect((await carla.post(`/wishes/${id}/answer`, answer)).status).toBe(404)
    expect((await (await world.as(greta)).post(`/wishes/${id}/answer`, { ...answer, agreed: 'no' })).status).toBe(303)
    expect(await carriedOut(world, greta)).toBe(303)
    expect((await stateOf(id)).title).toBe('Besser')
    expect((await (await world.as(greta)).post(`/wishes/${id}/answer`, answer)).status).toBe(409)

    await carla.post(`/wishes/${id}/reword`, words)
    const again = await world.db
      .selectFrom('rewording')
      .select('id')
      .where('wishId', '=', id)
      .where('agreed', 'is', null)
      .executeTakeFirstOrThrow()
    expect((await (await world.as(greta)).post(`/wishes/${id}/answer`, { rewording: String(again.id), agreed: 'yes' })).status).toBe(303)
    expect(await carriedOut(world, greta)).toBe(303)
    expect(await stateOf(id)).toMatchObject({ title: words.title, text: words.text })
  })
})

test('a phase that runs can only end later, with a reason that all who would vote are told', async () => {
  const carla = await world.as(world.carla)
  const path = `/cycles/${cycle.cycleId}/dates`
  const sooner = await carla.post(path, { kind: 'submission', closesAt: '2026-10-20T12:00', reason: 'Enough came in.' })
  expect([sooner.status, (await sooner.text()).includes('This phase has begun. Choose a later end.')]).toEqual([422, true])
  const over = await carla.post(path, { kind: 'submission', closesAt: '2026-11-20T12:00', reason: 'R' })
  expect([
    over.status,
    (await over.text()).includes('Selection: choose a start after the end of the previous phase (Call for requests).'),
  ]).toEqual([422, true])
  const silent = await carla.post(path, { kind: 'triage', opensAt: '2026-10-27T12:00', closesAt: '2026-11-04T12:00', reason: '' })
  expect(silent.status).toBe(422)
  const moved = await carla.post(path, {
    kind: 'triage',
    opensAt: '2026-10-28T12:00',
    closesAt: '2026-11-04T12:00',
    reason: 'Half of us are ill.',
  })
  expect(moved.status).toBe(303)
  await world.settle()
  const page = await (await carla.get(`/cycles/${cycle.cycleId}`)).text()
  expect(page).toContain('Half of us are ill.')
  for (const person of [world.susi, greta])
    expect((await letterTo(world, person, 'ballots.extended')).text).toContain('Half of us are ill.')
  // What had not begun is told with its beginning, and not as if it were open for longer.
  const { subject, text } = await letterTo(world, world.susi, 'ballots.extended')
  expect(subject).toContain('Dates changed')
  expect(text).toMatch(/New dates: Wednesday 28 October 2026 at 12:00.* to Wednesday 4 November 2026 at 12:00/)
  // Where the beginning alone is moved, nothing is said of the end.
  const later = { kind: 'triage', opensAt: '2026-10-29T12:00', closesAt: '2026-11-04T12:00', reason: 'One day more.' }
  expect((await carla.post(path, later)).status).toBe(303)
  const item = (await (await carla.get(`/cycles/${cycle.cycleId}`)).text()).split('One day more.')[1]?.split('</li>')[0]
  expect([item?.includes('changed to'), item?.includes('end:')]).toEqual([true, false])
})

test('once round one is open the list is frozen: nothing is decided, merged, reworded or withdrawn', async () => {
  const late = await bring(greta, 'Too late to decide')
  await passTo(world, cycle.at(20))
  const refused = await decide(late, { to: 'accept' })
  expect([refused.status, refused.page.includes('Round one is open')]).toEqual([403, true])
  const carla = await world.as(world.carla)
  expect((await carla.post(`/wishes/${late}/reword`, { title: 'T', text: 'T' })).status).toBe(403)
  expect((await carla.post(`/wishes/${late}/unlike`, { other: '1' })).status).toBe(403)
  expect((await (await world.as(greta)).post(`/wishes/${late}/withdraw`)).status).toBe(403)
  const options = await world.db
    .selectFrom('ballotOption')
    .select(['title', 'askedBy'])
    .where('ballotId', '=', cycle.roundOne)
    .orderBy('number')
    .execute()
  // What was merged stands behind what it was merged into: both institutions asked for it.
  expect(options.map(({ title, askedBy }) => [title, askedBy.length])).toContainEqual(['Mark all citations of a list as complete', 2])
})
