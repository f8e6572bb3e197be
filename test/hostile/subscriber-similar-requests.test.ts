import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeRequest } from '../../src/requests/actions.ts'
import { writeCase } from '../../src/requests/cases/actions.ts'
import { actorOf, employ } from '../requests-world.ts'
import { makeWorld, type Person, type World } from '../world.ts'

// Somebody on the list types what a request may hide, word by word, and reads the reasons for what is like it. The user case behind the
// request was told to the group alone, with the number of a ticket.
const hidden = {
  title: 'Litigation about the incunabula vault',
  problem: 'At the Zeppelinbibliothek the dean threatens litigation about the overdue catastrophe of the incunabula vault.',
}
const ticket = 'CS0099887'

let world: World
let request: number
beforeAll(async () => {
  world = await makeWorld()
  await employ(world)
  const [carla, maria] = [await actorOf(world, world.carla), await actorOf(world, world.maria)]
  const { groupId } = world.group
  const story = { ...hidden, numbers: [ticket], language: 'en' as const, visibility: 'group' as const, consent: 'no' as const }
  const told = await world.write((tx) => writeCase(tx, maria, groupId, story))
  const make = (title: string, text: string, caseIds: number[] = []) =>
    world.write((tx) => makeRequest(tx, carla, groupId, { kind: 'idea', title, text, visibility: 'public' }, { caseIds }))
  for (const title of [
    'Due dates in the calendar',
    'Export of statistics',
    'A hint while an item is processed',
    'Single sign-on for guests',
  ])
    await make(title, `${title}, please.`)
  request = await make('Rollover for terms that begin in February', 'The defaults are wrong in the south.', [told])
})
afterAll(() => world.end())

const guesses: Record<string, string>[] = [
  { title: hidden.title, text: hidden.problem },
  { title: 'Litigation about the incunabla vault', text: 'The dean of the Zepelinbibliothek threatens litigation about a catastrophe.' },
  { title: 'Something else', text: 'Nothing of this', numbers: ticket },
]

const likeTo = async (person: Person, typed: Record<string, string>) =>
  (await (await world.as(person)).post('/requests/similar', typed)).text()
const names = (page: string) => page.includes(`/requests/${request}"`)

test('no word, near word or ticket of a user case that is not for them leads somebody to its request', async () => {
  for (const typed of guesses) {
    const page = await likeTo(world.susi, typed)
    expect([typed, names(page), /incunabula|Zeppelinbibliothek|CS0099887/.exec(page)?.[0]]).toEqual([typed, false, undefined])
    // Who collates it looks for the same need by its words.
    expect([typed, names(await likeTo(world.carla, typed))]).toEqual([typed, true])
  }
})

test('nor on the page where they tell a user case of their own', async () => {
  const susi = await world.as(world.susi)
  for (const typed of guesses) {
    const { title = '', text: problem = '', numbers = '' } = typed
    expect([typed, names(await (await susi.post('/cases', { title, problem, numbers, look: '1' })).text())]).toEqual([typed, false])
  }
})

test('what the request says itself is found as before, and what its user cases say once they are for everybody on the list', async () => {
  expect(names(await likeTo(world.susi, { title: 'Rollover in February', text: 'Terms begin in February' }))).toBe(true)
  await world.db.updateTable('userCase').set({ consent: 'public', visibility: 'subscribers' }).execute()
  for (const typed of guesses) expect([typed, names(await likeTo(world.susi, typed))]).toEqual([typed, true])
})
