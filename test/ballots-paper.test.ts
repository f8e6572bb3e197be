import { afterAll, beforeAll, expect, test } from 'vitest'
import { addInstitution, addWishes, openCycle, passTo, voterOf } from './ballots.ts'
import { lettersTo } from './letters.ts'
import { makeWorld, type World } from './world.ts'

let world: World
let cycle: Awaited<ReturnType<typeof openCycle>>
let paper: string

beforeAll(async () => {
  world = await makeWorld()
  const harbour = await addInstitution(world, 'Old Harbour Library', [world.susi, world.maria])
  cycle = await openCycle(world, { most: 25 })
  await addWishes(world, cycle.cycleId, ['One', 'Two', 'Three', 'Four'])
  await passTo(world, cycle.at(20))
  paper = `/ballots/${cycle.roundOne}/papers/${await voterOf(world, cycle.roundOne, harbour)}`
})
afterAll(() => world.end())

const see = async (path: string): Promise<string> => (await (await world.as(world.susi)).get(path)).text()
const words = (html: string): string => html.replaceAll(/<[^>]*>/g, '').replaceAll(/\s+/g, ' ')
const receiptLetters = async () => (await world.postbox()).filter(({ kind }) => kind === 'ballots.receipt')

test('a paper says before its first field which vote it is, for whom, what may be filled in, how many win and by which rule', async () => {
  const [, main = ''] = (await see(paper)).split('<main')
  const page = words(main.split('<form class="ballot')[0] ?? '')
  const said = [
    'Cycle 2027, round one',
    'You vote on behalf of Old Harbour Library',
    'Give up to 25 of your 50 points to one option. You can leave points unused. If you give no points, your vote counts as blank. Up to 3 options are chosen. Counting rule: Most points first.',
  ]
  for (const one of said) expect(page).toContain(one)
})

test('there is no receipt before there is a vote', async () => {
  const susi = await world.as(world.susi)
  expect(await see(paper)).not.toContain('Email me the receipt')
  expect((await susi.post(`${paper}/receipt`, {})).status).toBe(409)
})

test('until when something waits stands before what it is, not after its full stop', async () => {
  const page = await see('/today')
  expect(words(page)).toMatch(/Until [^·]+ · Lectio Working Group · You have not voted yet/)
  // The dot ends its line, on however narrow a screen.
  expect(page).toContain('\u00a0· You have not voted yet')
})

test('to vote is the one first thing to do among the ballots, also while something can be put forward', async () => {
  await openCycle(world, { title: 'A small cycle' })
  const firsts = async () => [...(await see('/ballots')).matchAll(/<a class="button primary" href="([^"]*)"/g)].map(([, href]) => href)
  expect(await firsts()).toEqual([paper])
  expect(await see('/ballots')).toContain('>Put a request forward<')
})

test('what a voter has to do says until when, and what few need is folded below the vote', async () => {
  expect(words(await see('/ballots'))).toMatch(/closes on [^·]+ · Lectio Working Group · You vote on behalf of/)
  const page = await see(paper)
  for (const title of ['Use a spreadsheet or paper', 'Ask your colleagues what they need', 'About Old Harbour Library'])
    expect(page).toContain(`<details class="fold"><summary>${title}</summary>`)
})

test('who gave no points is told that their vote is blank', async () => {
  const susi = await world.as(world.susi)
  expect((await susi.post(paper, { act: 'cast' })).status).toBe(303)
  const page = words(await (await susi.get(paper)).text())
  expect(page).toContain('Vote sent. Write down the receipt. Your vote is blank.')
  expect(page).toContain('This vote is blank: it gives no points.')
})

test('once somebody has voted, nobody is told any more that they vote', async () => {
  expect((await (await world.as(world.susi)).post(paper, { act: 'cast', 'v-1': '20' })).status).toBe(303)
  const page = words(await see(paper))
  expect(page).not.toContain('You vote on behalf of')
  expect(page).toContain('Vote of Old Harbour Library')
  expect([page.includes('Send vote'), page.match(/Change vote/g)?.length]).toEqual([false, 2])
})

test('who saves a draft is told whether a vote stands', async () => {
  const susi = await world.as(world.susi)
  expect((await susi.post(paper, { act: 'save', 'v-1': '10' })).status).toBe(303)
  const page = words(await (await susi.get(paper)).text())
  expect(page).toContain('Draft saved. The vote stays as it is until you vote again.')
  expect(page).not.toContain('You have not voted yet')
})

test('the receipt goes by mail to who asks for it, and to nobody else', async () => {
  const susi = await world.as(world.susi)
  const code = /class="receipt">([a-z2-7-]+)</.exec(await see(paper))?.[1] ?? ''
  expect((await susi.post(`${paper}/receipt`, {})).status).toBe(303)
  await world.settle()
  expect((await lettersTo(world, world.susi.email, 'ballots.receipt')).map(({ text }) => text)).toEqual([expect.stringContaining(code)])
  expect((await world.postbox()).filter(({ kind, email }) => kind === 'ballots.receipt' && email !== world.susi.email)).toEqual([])
  // The stand-in may ask as well; who has nothing to do with the vote finds no such page.
  expect((await (await world.as(world.maria)).post(`${paper}/receipt`, {})).status).toBe(303)
  expect((await (await world.as(world.otto)).post(`${paper}/receipt`, {})).status).toBe(404)
})

test('after the close nobody knows the receipt any more', async () => {
  await passTo(world, cycle.at(30))
  const letters = (await receiptLetters()).length
  expect((await (await world.as(world.susi)).post(`${paper}/receipt`, {})).status).toBe(403)
  await world.settle()
  expect(await receiptLetters()).toHaveLength(letters)
})
