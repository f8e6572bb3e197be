import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lastWord, letterTo, makeSigningWorld, promise, replyTo, say } from './signing-world.ts'
import type { VendorWorld } from './vendor-world.ts'
import { letters, numberOf, tenMinutesLater, weekBegins, withoutWeek } from './week-world.ts'

let world: VendorWorld
beforeAll(async () => {
  world = await makeSigningWorld()
  await withoutWeek(world)
})
afterAll(() => world.end())

const page = async (person: VendorWorld['vera'] | undefined, path: string) => (await (await world.as(person)).get(path)).text()
const later = (minutes: number) => {
  world.clock.now = new Date(world.clock.now.getTime() + minutes * 60_000)
}

/** A request that Vera was handed, and the promise that Carla says she made. */
async function promised(title: string, visibility: 'subscribers' | 'public' = 'public') {
  const [id = 0] = await world.askFor({ title, visibility })
  const submission = await world.handOver([id], title)
  return { id, submission, path: await promise(world, id) }
}

describe('a promise that the group records', () => {
  test('is confirmed by the vendor in one click, which can be undone for ten minutes', async () => {
    const { path } = await promised('One click')
    expect(await page(world.carla, path)).toContain('Waiting for Quillon.')
    expect(await page(world.vera, '/desk')).toContain('1 answer or promise to check')
    expect(await page(world.vera, '/today')).toContain('Confirm what Lectio Working Group said: One click')
    expect((await say(world, world.vera, path, 'confirmed')).status).toBe(303)
    for (const person of [world.carla, world.vera])
      expect(await page(person, path)).toMatch(/Confirmed by both sides[\s\S]*Confirmed by Vera \(Quillon\)/)
    expect(await page(world.vera, path)).toContain('Undo')
    expect(await page(world.carla, path)).not.toContain('Undo')
    expect((await say(world, world.vera, path, 'undo')).status).toBe(303)
    expect((await lastWord(world, path)).act).toBe('claimed')
    await say(world, world.vera, path, 'confirmed')
    later(11)
    expect((await say(world, world.vera, path, 'undo')).status).toBe(409)
    expect((await lastWord(world, path)).act).toBe('confirmed')
  })

  test('waits for nobody while its request was not sent to the vendor, and says so', async () => {
    const [id = 0] = await world.askFor({ title: 'Never sent', visibility: 'public' })
    const path = await promise(world, id)
    const said = await page(world.carla, path)
    expect(said).toContain('Quillon does not see this: the request was not sent.')
    expect(said).not.toContain('Waiting for Quillon.')
    expect((await (await world.as(world.vera)).get(path)).status).toBe(404)
    expect(await page(world.vera, '/desk')).not.toContain('Never sent')
  })

  test('is confirmed where it waits, and by the letter of the week only where it is proven who wrote', async () => {
    const { path } = await promised('In the week')
    const { id } = await lastWord(world, path)
    const today = world.clock.now
    await world.db.updateTable('weekChoice').set({ wanted: true }).where('personId', '=', world.vera.personId).execute()
    await weekBegins(world)
    const [letter] = await letters(world, world.vera)
    await withoutWeek(world)
    const n = numberOf(letter?.text ?? '', 'Confirm what Lectio Working Group said: In the week')
    expect(letter?.text).toMatch(/8 development points in 2027[\s\S]*yes: Confirm statement · no: Mark as wrong, with a reason · later/)
    const otto = { ...world.vera, email: 'vera@otto.example' }
    await replyTo(world, otto, letter?.replyTo ?? '', `${n} yes`)
    expect((await lastWord(world, path)).act).toBe('claimed')
    await replyTo(world, world.vera, letter?.replyTo ?? '', `${n} no: it is six points`)
    await tenMinutesLater(world)
    expect((await lastWord(world, path)).act).toBe('disputed')
    // The word of the letter is not the newest any more.
    expect((await (await world.as(world.vera)).post('/today/decide', { key: `vendorWord:${id}`, choice: 'yes' })).status).toBe(409)
    world.clock.now = today
  })

  test('is corrected, and the old words stay beside the new ones with who changed them', async () => {
    const { path } = await promised('Corrected')
    expect((await say(world, world.vera, path, 'corrected', { points: 'many', year: '2027' })).status).toBe(422)
    expect((await say(world, world.vera, path, 'corrected', { points: '5', year: '2027', dueOn: '2027-06-30' })).status).toBe(303)
    const shown = await page(world.carla, path)
    expect(shown).toMatch(/Corrected by Vera \(Quillon\)[\s\S]*Before:[\s\S]*8 development points in 2027, due by/)
    expect(shown).toContain('Corrected, not confirmed')
    expect(await page(world.carla, '/desk')).toContain('5 development points in 2027')
    expect((await say(world, world.carla, path, 'confirmed')).status).toBe(303)
    expect((await lastWord(world, path)).side).toBe('group')
  })

  test('a correction that is undone puts back what was there', async () => {
    const { path } = await promised('Put back')
    await say(world, world.vera, path, 'corrected', { points: '3', year: '2028' })
    await say(world, world.vera, path, 'undo')
    const id = Number(/\d+/.exec(path)?.[0])
    const row = await world.db.selectFrom('commitment').select(['points', 'year']).where('id', '=', id).executeTakeFirstOrThrow()
    expect(row).toEqual({ points: 8, year: 2027 })
  })

  test('is disputed with a reason, of which the other side gets a mail, and never without one', async () => {
    const { path } = await promised('Disputed')
    expect((await say(world, world.vera, path, 'disputed')).status).toBe(422)
    expect((await say(world, world.vera, path, 'disputed', { note: 'We spoke of 2028.' })).status).toBe(303)
    later(11)
    await world.settle()
    const letter = await letterTo(world, world.carla, 'vendor.sign')
    expect(letter.text).toContain('Marked as wrong by Vera (Quillon)')
    expect(letter.text).toContain('We spoke of 2028.')
    expect(await page(world.maria, path)).toContain('We spoke of 2028.')
  })

  test('says nothing of persons to strangers, and where it stands', async () => {
    const { path } = await promised('For everybody')
    await world.db.updateTable('tellingEvent').set({ readers: 'public' }).execute()
    await say(world, world.vera, path, 'confirmed')
    later(20)
    const shown = await page(undefined, path)
    expect(shown).toContain('Confirmed by Quillon')
    expect(shown).not.toContain('Vera')
    expect(await page(undefined, '/commitments')).toMatch(/What is coming[\s\S]*For everybody[\s\S]*Confirmed by both sides/)
  })

  test('names who tries it first, to strangers only how many', async () => {
    const { path } = await promised('A pilot')
    await world.db.updateTable('tellingEvent').set({ readers: 'public' }).execute()
    const { id } = await world.db
      .insertInto('organisation')
      .values({ name: 'Harbour Library', kind: 'institution' })
      .returning('id')
      .executeTakeFirstOrThrow()
    expect((await (await world.as(world.vera)).post(`${path}/pilots`, { organisationId: String(id) })).status).toBe(303)
    expect(await page(world.carla, path)).toContain('Harbour Library')
    later(1)
    const shown = await page(undefined, path)
    expect(shown).toContain('1 pilot site')
    expect(shown).not.toContain('Harbour Library')
    expect((await (await world.as(world.carla)).post(`${path}/pilots`, { organisationId: String(id), named: 'no' })).status).toBe(303)
    expect(await page(undefined, path)).not.toContain('pilot site')
  })
})

describe('an answer', () => {
  const answer = { class: 'Planned', release: '2027 R1', reason: 'It goes with the new editor.' }
  const answerOf = async (requestId: number) =>
    (await world.db.selectFrom('answer').select('id').where('requestId', '=', requestId).executeTakeFirstOrThrow()).id

  test('of the vendor’s is confirmed by the group, which cannot put other words into it', async () => {
    const [id = 0] = await world.askFor({ title: 'Their words' })
    const submission = await world.handOver([id], 'Their words')
    await (await world.as(world.vera)).post(`${submission}/requests/${id}`, answer)
    const path = `/answers/${await answerOf(id)}`
    const words = { class: 'Declined', reason: 'They never said so.' }
    expect((await say(world, world.carla, path, 'corrected', words)).status).toBe(403)
    expect((await say(world, world.carla, path, 'confirmed')).status).toBe(303)
    expect(await page(world.maria, '/answers')).toContain('Confirmed by both sides')
    expect(await page(world.maria, `/requests/${id}`)).toContain('Confirmed by both sides')
  })

  test('that the group took down is put right by the vendor; both readings stay', async () => {
    const [id = 0] = await world.askFor({ title: 'Taken down' })
    await world.handOver([id], 'Taken down')
    const carla = await world.as(world.carla)
    const record = { group: 'lectio', requestId: String(id), door: 'call', givenOn: '2026-10-16', ...answer }
    expect((await carla.post('/answers', record)).status).toBe(303)
    const path = `/answers/${await answerOf(id)}`
    const right = { class: 'Looking into it', reason: 'We have promised nothing yet.' }
    expect((await say(world, world.vera, path, 'corrected', right)).status).toBe(303)
    const shown = await page(world.carla, path)
    for (const words of ['We have promised nothing yet.', 'Before:', 'It goes with the new editor.', 'Corrected by Vera (Quillon)'])
      expect(shown).toContain(words)
  })
})

describe('by mail', () => {
  test('one letter asks for all that waits; a yes confirms it, and the receipt says so', async () => {
    const [first, second] = [await promised('By mail, one'), await promised('By mail, two')]
    await say(world, world.vera, first.path, 'confirmed')
    await world.settle()
    later(11)
    await world.settle()
    const letter = await letterTo(world, world.vera, 'vendor.sign')
    expect(letter.text).toContain('By mail, two')
    expect(letter.text.split('\n').filter((line) => line.trim() !== '')[1]).toMatch(/^Confirm .*Reply “yes”/)
    expect(await replyTo(world, world.vera, letter.answerTo, 'Yes\n\nVera')).toBe('a word on what the other side has said')
    expect(await lastWord(world, second.path)).toMatchObject({ act: 'confirmed', side: 'vendor' })
    expect((await letterTo(world, world.vera, 'vendor.signed')).text).toContain('By mail, two\n  Confirmed.')
  })

  test('a no gives its reason, in any of our languages; a correction names what is right', async () => {
    const [one = 0, two = 0] = await world.askFor({ title: 'Mail A' }, { title: 'Mail B' })
    await world.handOver([one, two], 'Two of them')
    const [a, b] = [await promise(world, one), await promise(world, two)]
    later(11)
    await world.settle()
    const letter = await letterTo(world, world.vera, 'vendor.sign')
    const number = (title: string) => new RegExp(`(\\d+)\\. #\\d+ ${title}`).exec(letter.text)?.[1]
    await replyTo(world, world.vera, letter.answerTo, `${number('Mail A')}: nein, das war 2028\n${number('Mail B')}: Puntos: 4\n`)
    expect((await lastWord(world, a)).act).toBe('disputed')
    expect((await lastWord(world, b)).act).toBe('corrected')
    const row = await world.db
      .selectFrom('commitment')
      .select('points')
      .where('id', '=', Number(/\d+/.exec(b)?.[0]))
      .executeTakeFirstOrThrow()
    expect(row.points).toBe(4)
  })

  test('what the vendor answers on its desk is told and asked in one letter', async () => {
    const [id = 0] = await world.askFor({ title: 'Told and asked' })
    const submission = await world.handOver([id], 'Told and asked')
    await (await world.as(world.vera)).post(`${submission}/requests/${id}`, { class: 'Declined', reason: 'Two sites have asked.' })
    later(11)
    await world.settle()
    const letter = await letterTo(world, world.carla, 'vendor.answered')
    expect(letter.text).toContain(`1. #${id} Told and asked`)
    await replyTo(world, world.carla, letter.answerTo, 'yes')
    const { id: answerId } = await world.db.selectFrom('answer').select('id').where('requestId', '=', id).executeTakeFirstOrThrow()
    expect(await lastWord(world, `/answers/${answerId}`)).toMatchObject({ act: 'confirmed', side: 'group' })
  })

  test('an old letter signs nothing that was said since', async () => {
    const { path } = await promised('Changed since')
    later(11)
    await world.settle()
    const letter = await letterTo(world, world.vera, 'vendor.sign')
    await say(world, world.carla, path, 'corrected', { points: '20', year: '2027' })
    await replyTo(world, world.vera, letter.answerTo, 'yes')
    expect(await lastWord(world, path)).toMatchObject({ act: 'corrected', side: 'group' })
    expect((await letterTo(world, world.vera, 'vendor.signed')).text).toContain('This statement has changed since you read it.')
  })
})

test('the public figures say how many promises both sides have confirmed, everywhere the same', async () => {
  const [confirmed, waiting] = [await promised('Counted, confirmed'), await promised('Counted, waiting')]
  await world.db.updateTable('tellingEvent').set({ readers: 'public', readersFrom: world.clock.now }).execute()
  await say(world, world.vera, confirmed.path, 'confirmed')
  await (await world.as(world.carla)).post('/site/figures', { group: 'lectio', shown: 'on' })
  const visitor = await world.as()
  const figures = (await (await visitor.get('/api/v1/groups/lectio/relationship')).json()) as Record<string, number>
  const signed = await Promise.all([confirmed, waiting].map(({ path }) => lastWord(world, path)))
  expect(signed.map(({ act }) => act)).toEqual(['confirmed', 'claimed'])
  expect(figures.commitmentsConfirmed).toBeGreaterThan(0)
  expect(figures.commitmentsConfirmed).toBeLessThan(figures.commitments ?? 0)
  const shown = await (await visitor.get('/relationship')).text()
  expect(shown).toMatch(
    new RegExp(`>${figures.commitmentsConfirmed}<[\\s\\S]*of ${figures.commitments} public promises confirmed by both sides`),
  )
})
