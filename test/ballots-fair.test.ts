import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { changeBallot } from '../src/ballots/actions.ts'
import { freezeOptions } from '../src/ballots/cycles/actions.ts'
import { Invalid } from '../src/errors.ts'
import { addInstitution, addWishes, keeper, openCycle, passTo, voterOf } from './ballots.ts'
import { makeWorld, type Person, type World } from './world.ts'

let world: World
let people: Person[]
let places: number[]
const names = ['Aram', 'Bela', 'Cleo', 'Dino', 'Ebba']
beforeAll(async () => {
  world = await makeWorld()
  people = []
  places = []
  for (const name of names) {
    const person = await world.addPerson(name)
    people.push(person)
    places.push(await addInstitution(world, `${name} College`, [person]))
  }
})
afterAll(() => world.end())

const cast = async (ballotId: number, place: number, form: Record<string, string>) => {
  const voter = await voterOf(world, ballotId, places[place]!)
  const answer = await (await world.as(people[place]!)).post(`/ballots/${ballotId}/papers/${voter}`, { act: 'cast', ...form })
  expect(answer.status).toBe(303)
}
const see = async (path: string, person?: Person) => (await (await world.as(person)).get(path)).text()
const winnersOf = async (ballotId: number) => {
  const { result } = await world.db
    .selectFrom('ballotResult')
    .select('result')
    .where('ballotId', '=', ballotId)
    .where('chosen', '=', true)
    .executeTakeFirstOrThrow()
  return (result as { winners: string[] }).winners
}
/** Counts the bundle of a result again, as the README in it says, on what might be another machine. */
async function recount(ballotId: number): Promise<string[]> {
  const answer = await (await world.as(people[0])).get(`/ballots/${ballotId}/export/bundle.zip`)
  const files = unzipSync(new Uint8Array(await answer.arrayBuffer()))
  const folder = await mkdtemp(join(tmpdir(), 'rapport-recount-'))
  await writeFile(join(folder, 'ballot.pb'), files['ballot.pb']!)
  const command = /rapport tally ballot\.pb .*/.exec(strFromU8(files['README.txt']!))?.[0].replaceAll("'", '').split(' ').slice(1) ?? []
  const main = new URL('../src/edges/cli/main.ts', import.meta.url).pathname
  const { stdout } = await promisify(execFile)(process.execPath, [main, ...command], { cwd: folder })
  await rm(folder, { recursive: true })
  return JSON.parse(stdout).winners
}

test('a rule that could not count its papers is refused before anybody votes, beside its field', async () => {
  const made = await openCycle(world, { title: 'Ranked', ruleOne: 'scottish-stv', ruleTwo: 'equal-shares-add1' })
  const costed = openCycle(world, { ruleOne: 'scottish-stv', ruleTwo: 'scottish-stv' })
  await expect(costed).rejects.toMatchObject({ fields: { ruleTwo: expect.stringContaining('ignores costs') } })
  for (const rule of ['meek', 'score', 'phragmen']) {
    await expect(openCycle(world, { ruleOne: rule })).rejects.toMatchObject({
      fields: { ruleOne: expect.stringContaining('rules offered') },
    })
  }
  const change = (id: number, rule: string) => world.write((tx) => changeBallot(tx, keeper(world), id, { rule }))
  await expect(change(made.roundTwo, 'scottish-stv')).rejects.toBeInstanceOf(Invalid)
  await expect(change(made.roundOne, 'greedy')).rejects.toBeInstanceOf(Invalid)
})

test('the form of a cycle offers for each round only rules that fit what is filled in there', async () => {
  const page = await (await (await world.as(world.carla)).get('/cycles/new')).text()
  const offered = (name: string) =>
    [...(page.split(`name="${name}"`)[1]?.split('</select>')[0] ?? '').matchAll(/value="([\w-]+)"/g)].map(([, rule]) => rule)
  expect(offered('ruleOne')).toEqual(['equal-shares-add1', 'greedy', 'scottish-stv'])
  expect(offered('ruleTwo')).toEqual(['equal-shares-add1', 'greedy'])
  const { roundOne, roundTwo } = await openCycle(world, { title: 'Both', ruleOne: 'scottish-stv', ruleTwo: 'greedy' })
  const rows = await world.db
    .selectFrom('ballot')
    .select(['form', 'budget'])
    .where('id', 'in', [roundOne, roundTwo])
    .orderBy('id')
    .execute()
  expect(rows).toEqual([
    { form: 'ranks', budget: null },
    { form: 'points', budget: 50 },
  ])
})

describe('the chair’s order of ties', () => {
  test('names options of the ballot, each once', async () => {
    const { cycleId, roundOne } = await openCycle(world, { title: 'Chaired', ties: 'chair' })
    await addWishes(world, cycleId, ['One', 'Two', 'Three'])
    await world.write((tx) => freezeOptions(tx, world.clock.now, cycleId))
    const change = (tieOrder: number[]) => world.write((tx) => changeBallot(tx, keeper(world), roundOne, { tieOrder }))
    await expect(change([2, 2])).rejects.toMatchObject({ fields: { tieOrder: 'Option 2 appears twice. Enter each number once.' } })
    await expect(change([9])).rejects.toMatchObject({ fields: { tieOrder: 'This ballot has no option 9.' } })
    await change([3])
  })

  test('may leave some out: they follow by number, and the count is no less', async () => {
    const begun = world.clock.now
    const { cycleId, roundOne, at } = await openCycle(world, { title: 'Tied', ties: 'chair', shortlist: 1 })
    await addWishes(world, cycleId, ['One', 'Two', 'Three'])
    await world.write((tx) => changeBallot(tx, keeper(world), roundOne, { tieOrder: [3] }))
    await passTo(world, at(20))
    await cast(roundOne, 0, { 'v-2': '10', 'v-3': '10', 'v-1': '10' })
    await passTo(world, at(30))
    expect(await winnersOf(roundOne)).toEqual(['3'])
    expect(await recount(roundOne)).toEqual(['3'])
    world.clock.now = begun
  })
})

test('a round by Equal Shares shows the points that were given, in its result and on the next paper; the group sets its settings', async () => {
  const begun = world.clock.now
  const { cycleId, roundOne, roundTwo, at } = await openCycle(world, { title: 'Shared', ruleOne: 'equal-shares-add1', shortlist: 2 })
  await addWishes(world, cycleId, ['One', 'Two', 'Three'], 'Lists')
  const carla = await world.as(world.carla)
  const form = { title: 'Shared, round one', rule: 'equal-shares-add1', ties: 'lot', secrecy: 'public', recordOn: '2026-10-01', seats: '2' }
  const saved = await carla.post(`/ballots/${roundOne}/change`, { ...form, budget: '50', comparison: 'on', utility: 'approval' })
  expect(saved.status).toBe(303)
  const { settings } = await world.db.selectFrom('ballot').select('settings').where('id', '=', roundOne).executeTakeFirstOrThrow()
  expect(settings).toEqual({ comparison: true, utility: 'approval' })
  await passTo(world, at(20))
  await cast(roundOne, 0, { 'v-1': '30', 'v-2': '20' })
  await cast(roundOne, 1, { 'v-1': '37' })
  await cast(roundOne, 2, { 'v-3': '1' })
  await passTo(world, at(30))
  await world.settle()
  const page = await see(`/ballots/${roundOne}/results`)
  expect(page).toMatch(/1\. One[\s\S]{0,200}67 points/)
  expect(await recount(roundOne)).toEqual(await winnersOf(roundOne))
  // Published with the name of each voter, as was chosen before the round; and then it is told how far each got what it asked for.
  const published = await see(`/ballots/${roundOne}/papers`)
  expect(published).toContain('Aram College')
  expect(published).toContain('30 points for “1 One”; 20 points for “2 Two”')
  expect(page).toContain('Points on chosen options')
  await passTo(world, at(30))
  await carla.post(`/cycles/${cycleId}/costing`, { 'cost-1': '5', 'solution-1': 'A menu.', 'cost-2': '6', 'solution-2': '', 'cost-3': '7' })
  await passTo(world, at(40))
  const voter = await voterOf(world, roundTwo, places[0]!)
  expect(await see(`/ballots/${roundTwo}/papers/${voter}`, people[0])).toContain('67 points in round one')
  world.clock.now = begun
})

describe('an order', () => {
  test('is made by buttons and typed places, counted by Scottish STV, and recounted anywhere', async () => {
    const begun = world.clock.now
    const { cycleId, roundOne, at } = await openCycle(world, {
      title: 'Ordered',
      ruleOne: 'scottish-stv',
      ruleTwo: 'greedy',
      shortlist: 2,
    })
    await addWishes(world, cycleId, ['One', 'Two', 'Three', 'Four'])
    await passTo(world, at(20))
    const voter = await voterOf(world, roundOne, places[0]!)
    const path = `/ballots/${roundOne}/papers/${voter}`
    const browser = await world.as(people[0])
    const placesIn = (page: string) => [...page.matchAll(/name="v-(\d)"[^>]*?value="(\d?)"/g)].map(([, number, place]) => [number, place])
    await browser.post(path, { act: 'up:3' })
    await browser.post(path, { act: 'up:1', 'v-3': '1' })
    expect(placesIn(await see(path, people[0]))).toEqual([
      ['1', '2'],
      ['2', ''],
      ['3', '1'],
      ['4', ''],
    ])
    await browser.post(path, { act: 'up:1', 'v-3': '1', 'v-1': '2' })
    const page = await see(path, people[0])
    expect(placesIn(page)).toEqual([
      ['1', '1'],
      ['2', ''],
      ['3', '2'],
      ['4', ''],
    ])
    expect(page).toContain('Options ranked: 2')
    const twice = await browser.post(path, { act: 'cast', 'v-1': '1', 'v-2': '1' })
    expect([twice.status, (await twice.text()).includes('Option 1 already has place 1.')]).toEqual([422, true])
    await cast(roundOne, 0, { 'v-1': '1', 'v-3': '2' })
    await cast(roundOne, 1, { 'v-1': '1', 'v-3': '2' })
    await cast(roundOne, 2, { 'v-2': '1' })
    await cast(roundOne, 3, { 'v-3': '1', 'v-1': '2' })
    await cast(roundOne, 4, { 'v-3': '1' })
    await passTo(world, at(30))
    expect((await winnersOf(roundOne)).toSorted()).toEqual(['1', '3'])
    expect(await recount(roundOne)).toEqual(await winnersOf(roundOne))
    expect(await see(`/ballots/${roundOne}/results`)).toContain('First choices')
    world.clock.now = begun
  })
})

test('a consortium’s referent says on the page of the cycle that it votes as one, and nobody else of it does', async () => {
  const [gita, hugo] = [await world.addPerson('Gita'), await world.addPerson('Hugo')]
  const consortium = await addInstitution(world, 'Lakes Consortium', [gita], { kind: 'consortium' })
  await addInstitution(world, 'Kivu', [hugo], { membership: false, parentId: consortium })
  const { cycleId } = await openCycle(world, { title: 'Chosen' })
  expect(await see(`/cycles/${cycleId}`, gita)).toContain('Let institutions vote separately')
  expect(await see(`/cycles/${cycleId}`, hugo)).not.toContain('Let institutions vote separately')
  const choice = { organisationId: String(consortium), asOne: 'no' }
  expect((await (await world.as(hugo)).post(`/cycles/${cycleId}/consortia`, choice)).status).toBe(404)
  expect((await (await world.as(gita)).post(`/cycles/${cycleId}/consortia`, choice)).status).toBe(303)
  expect(await see(`/cycles/${cycleId}`, gita)).toContain('institutions vote separately')
})

test('a ballot of ninety wishes of usual length is read and filled in within an hour', async () => {
  const begun = world.clock.now
  const { cycleId, roundOne, at } = await openCycle(world, { title: 'Long' })
  await addWishes(
    world,
    cycleId,
    Array.from({ length: 90 }, (_, i) => `Wish ${i + 1}`),
  )
  const words = 'We set four hundred lists to Complete by hand after each rollover and would like to do it for a department at once. '
  await world.db
    .updateTable('wish')
    .set({ text: words.repeat(3) })
    .where('cycleId', '=', cycleId)
    .execute()
  await passTo(world, at(20))
  const page = await see(`/ballots/${roundOne}/papers/${await voterOf(world, roundOne, places[0]!)}`, people[0])
  const minutes = Number(/90 options, about (\d+) minutes/.exec(page)?.[1])
  expect(minutes).toBeGreaterThan(20)
  expect(minutes).toBeLessThan(60)
  world.clock.now = begun
})
