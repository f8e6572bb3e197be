import { strToU8, unzipSync, zipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { putMotion } from '../../src/ballots/motions/actions.ts'
import { addInstitution, addWishes, carlaOf, openCycle, passTo, voterOf } from '../ballots.ts'
import type { World } from '../world.ts'
import { axe, overflow, screenshot } from './browser.ts'
import { webOfWorld } from './web.ts'

const titles = ['Keep tags', 'Due dates; a calendar', 'Cite "quoted" words', 'Dark mode']

/** Three institutions vote in round one of a cycle by a rule, which is counted. */
async function countRound(world: World, institutions: number[], rule: string, papers: Record<string, string>[]): Promise<void> {
  const { cycleId, roundOne, at } = await openCycle(world, { title: rule, ruleOne: rule, most: 25, shortlist: 2 })
  await addWishes(world, cycleId, titles)
  await passTo(world, at(20))
  for (const [i, person] of [world.susi, world.maria, world.carla].entries()) {
    const voter = await voterOf(world, roundOne, institutions[i] ?? 0)
    await (await world.as(person)).post(`/ballots/${roundOne}/papers/${voter}`, { act: 'cast', ...papers[i] })
  }
  await passTo(world, at(30))
}

/** A motion that Carla has said yes to. */
async function countMotion(world: World): Promise<void> {
  const closesAt = new Date(world.clock.now.getTime() + 86_400_000)
  const leader = { ...carlaOf(world), grants: [{ role: 'coordinator' as const, groupId: world.group.groupId, communityId: null }] }
  const motion = { title: 'Meet monthly', question: 'Shall we?', byConsent: false, secrecy: 'public' as const, zone: 'UTC' }
  const id = await world.write((tx) => putMotion(tx, leader, { ...motion, groupId: world.group.groupId, closesAt }))
  await passTo(world, world.clock.now)
  const { personId } = world.carla
  const voter = await world.db
    .selectFrom('voter')
    .select('id')
    .where('ballotId', '=', id)
    .where('personId', '=', personId)
    .executeTakeFirstOrThrow()
  await (await world.as(world.carla)).post(`/ballots/${id}/papers/${voter.id}`, { act: 'cast', choice: 'yes' })
  await passTo(world, closesAt)
}

/** A ballot by each rule that pages offer. */
async function countAll(world: World): Promise<void> {
  const institutions: number[] = []
  for (const [i, person] of [world.susi, world.maria, world.carla].entries())
    institutions.push(await addInstitution(world, `Library ${i + 1}`, [person]))
  const points: Record<string, string>[] = [{ 'v-1': '25', 'v-2': '20' }, { 'v-2': '10', 'v-3': '5' }, { 'v-1': '8' }]
  await countRound(world, institutions, 'greedy', points)
  await countRound(world, institutions, 'equal-shares-add1', points)
  await countRound(world, institutions, 'scottish-stv', [{ 'v-1': '1', 'v-2': '2' }, { 'v-2': '1' }, { 'v-4': '1', 'v-3': '2' }])
  await countMotion(world)
}

const site = webOfWorld(countAll)
const idOf = async (rule = 'greedy') =>
  (await site.world.db.selectFrom('ballot').select('id').where('state', '=', 'counted').where('rule', '=', rule).executeTakeFirstOrThrow())
    .id
const receipts = async () => {
  const rows = await site.world.db
    .selectFrom('publishedPaper')
    .select('receipt')
    .where('ballotId', '=', await idOf())
    .orderBy('receipt')
    .execute()
  return rows.map(({ receipt }) => receipt)
}

const count = (page: Page) => page.getByRole('button', { name: 'Count votes in this browser' }).click()
const said = (page: Page) => page.locator('[data-part="said"]')

/** The bundle with some of its files changed, as somebody who would have another result might give it on. */
async function changed(files: Record<string, (text: string) => string>): Promise<Buffer> {
  const answer = await (await site.world.as(site.world.susi)).get(`/ballots/${await idOf()}/export/bundle.zip`)
  const bundle = unzipSync(new Uint8Array(await answer.arrayBuffer()))
  for (const [name, change] of Object.entries(files)) bundle[name] = strToU8(change(new TextDecoder().decode(bundle[name])))
  return Buffer.from(zipSync(bundle))
}

/** What the page says of a bundle that one has. */
async function check(page: Page, buffer: Buffer): Promise<string[]> {
  await page.getByLabel('Or check a ZIP file').setInputFiles({ name: 'bundle.zip', mimeType: 'application/zip', buffer })
  await page.locator('ballot-recount[aria-busy=false]').waitFor()
  return [(await said(page).textContent()) ?? '', ...(await page.locator('[data-part="differences"] li').allTextContents())]
}

test('the published bundle is counted in the browser and matches; a receipt is found there, and asks nobody', async () => {
  const page = await site.open(`/ballots/${await idOf()}/results`)
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  const complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  await count(page)
  await expect.poll(() => said(page).textContent()).toBe('Match. Votes counted: 3. Steps compared: 5. Chosen as published: 2.')
  expect(asked.map((path) => path.replace(/\.[\w-]{12}\./, '.').replace(/\d+/, 'N'))).toEqual([
    '/ballots/N/export/bundle.zip',
    '/assets/recount-worker.js',
  ])
  expect(complaints).toEqual([])
  const [receipt = ''] = await receipts()
  const field = page.getByLabel('Your receipt')
  await field.fill(receipt.toUpperCase().replace(/(.{4})(?=.)/g, '$1-'))
  await page.getByRole('button', { name: 'Find vote' }).click()
  await expect
    .poll(() => page.locator('[data-part="found"]').textContent())
    .toMatch(/^Your vote is one of the 3 votes that this browser counted\. It says: \d/)
  await field.fill('aaaa-bbbb-cccc')
  await page.keyboard.press('Enter')
  await expect.poll(() => page.locator('[data-part="found"]').textContent()).toMatch(/^No vote has this receipt\./)
  expect(asked).toHaveLength(2)
  expect(await axe(page)).toEqual([])
  await screenshot(page, 'recount')
  await page.setViewportSize({ width: 390, height: 800 })
  expect(await overflow(page)).toBe(0)
  await page.close()
})

test.each([
  ['equal-shares-add1', 3],
  ['scottish-stv', 3],
  ['score', 1],
])('a ballot by %s matches as well, and its receipts are found', async (rule, votes) => {
  const id = await idOf(rule)
  const page = await site.open(`/ballots/${id}/results`, site.world.carla)
  await count(page)
  await expect.poll(() => said(page).textContent()).toContain(`Match. Votes counted: ${votes}.`)
  const { receipt } = await site.world.db
    .selectFrom('publishedPaper')
    .select('receipt')
    .where('ballotId', '=', id)
    .executeTakeFirstOrThrow()
  await page.getByLabel('Your receipt').fill(receipt)
  await page.keyboard.press('Enter')
  await expect
    .poll(() => page.locator('[data-part="found"]').textContent())
    .toMatch(/^Your vote is (one of the 3 votes|the only one) that this browser counted\. It says: (\d\. \w|yes)/)
  await page.close()
})

test('a bundle with another paper in it is named, with the round and the option', async () => {
  const page = await site.open(`/ballots/${await idOf()}/results`)
  // The sums in the file are made to fit, as somebody would who knows the format.
  const other = await changed({
    'ballot.pb': (text) =>
      text
        .replace(/;2,3;10,5\n/, ';2,3;3,12\n')
        .replace(/^2;1;2;30;/m, '2;1;2;23;')
        .replace(/^3;1;1;5;/m, '3;1;1;12;'),
  })
  const [verdict, ...differences] = await check(page, other)
  expect(verdict).toMatch(/^No match\./)
  expect(differences[0]).toBe('ballot.pb was changed. Its SHA-256 is not the one on this page.')
  expect(differences.join('\n')).toMatch(/The vote with the receipt [a-z2-7]{12} is not the same in ballot\.pb and papers\.csv\./)
  expect(differences.join('\n')).toContain('First difference in step 3.')
  expect(differences.join('\n')).toContain('3. Cite "quoted" words: published 5, counted 12')
  expect(await axe(page)).toEqual([])
  await screenshot(page, 'recount-tampered')
  await page.close()
})

test('a bundle with another result in it is named: the round, the total and who is chosen', async () => {
  const page = await site.open(`/ballots/${await idOf()}/results`)
  const result = await changed({
    'result.json': (text) => {
      const result = JSON.parse(text)
      result.winners = ['1', '3']
      result.figures.totals['3'] = '31'
      result.steps[2].text = 'Cite "quoted" words (3) has 31 points: chosen. 0 seats left.'
      return JSON.stringify(result)
    },
  })
  const differences = (await check(page, result)).join('\n')
  expect(differences).toMatch(/^No match\./)
  expect(differences).toContain('First difference in step 3. Published: “Cite "quoted" words (3) has 31 points: chosen.')
  expect(differences).toContain('3. Cite "quoted" words: published 31, counted 5')
  expect(differences).toContain(
    'Source: result.json. Published: 1. Keep tags, 3. Cite "quoted" words. Counted: 1. Keep tags, 2. Due dates; a calendar.',
  )
  await page.close()
})

test.each([
  ['no ZIP file', async () => Buffer.from('no'), 'The file is damaged'],
  ['a bundle without its votes', async () => Buffer.from(zipSync({ 'result.json': strToU8('{}') })), 'Missing file: ballot.pb'],
  [
    'a paper that gives more points than there are',
    () => changed({ 'ballot.pb': (text) => text.replace('10,5', '10,95') }),
    'gives 95 points to "3", more than the 25',
  ],
  [
    'another rule',
    () => changed({ 'result.json': (text) => text.replace('"rule": "greedy"', '"rule": "cstv"') }),
    'Rule and settings differ',
  ],
  [
    'a list of votes with one more',
    () => changed({ 'papers.csv': (text) => `${text}\r\nzzzz-zzzz-zzzz,,,,1\r\n` }),
    'receipt zzzzzzzzzzzz',
  ],
  ['a result that cannot be read', () => changed({ 'result.json': () => '{' }), 'Error in result.json'],
])('%s is told apart from the published bundle', async (_, make, why) => {
  const page = await site.open(`/ballots/${await idOf()}/results`)
  expect((await check(page, await make())).join('\n')).toContain(why)
  await page.close()
})

test('ten thousand votes are counted while the page stays at hand, and the count can be stopped', async () => {
  const page = await site.open(`/ballots/${await idOf()}/results`)
  const many = await changed({
    'ballot.pb': (text) => {
      const letters = 'abcdefghijklmnopqrstuvwxyz234567'
      const receipt = (n: number) => Array.from({ length: 12 }, (_, place) => letters[Math.floor(n / 32 ** place) % 32]).join('')
      const rows = Array.from({ length: 10_000 }, (_, n) => `${receipt(n)};1,2,3;${(n % 25) + 1},${(n % 7) + 1},${(n % 13) + 1}`)
      return text.replace(/num_votes;3/, 'num_votes;10000').replace(/VOTES\n.*/s, `VOTES\nvoter_id;vote;points\n${rows.join('\n')}\n`)
    },
  })
  // The page answers between the stages of the worker: each click below is heard while it counts, or after it.
  const [verdict] = await check(page, many)
  expect(verdict).toMatch(/^No match\./)
  await page.getByLabel('Your receipt').fill('aaaaaaaaaaaa')
  await page.getByRole('button', { name: 'Find vote' }).click()
  await expect
    .poll(() => page.locator('[data-part="found"]').textContent())
    .toBe(
      'Your vote is one of the 10,000 votes that this browser counted. It says: 1. Keep tags: 1; 2. Due dates; a calendar: 1; 3. Cite "quoted" words: 1',
    )
  // Both in one breath, so that no count is fast enough.
  await page.evaluate(`for (const part of ['count', 'stop']) document.querySelector('[data-part="' + part + '"]').click()`)
  expect(await said(page).textContent()).toBe('Count stopped')
  await page.close()
})

test('without script the page says how it is done by rapport tally, and answers a receipt in a sentence', async () => {
  const page = await site.open(`/ballots/${await idOf()}/results`, undefined, { javaScript: false })
  expect(await page.locator('ballot-recount').getByRole('button').count()).toBe(1)
  expect(await page.getByText('rapport tally ballot.pb --rule greedy').count()).toBe(1)
  expect(await page.getByText(/^SHA-256 of ballot.pb: [0-9a-f]{64}$/).count()).toBe(1)
  const [receipt = ''] = await receipts()
  await page.getByLabel('Your receipt').fill(receipt)
  await page.getByRole('button', { name: 'Find vote' }).click()
  await page.waitForURL(/\/papers\?receipt=/)
  expect(await page.getByText(/^Your vote is one of the 3 votes counted\. It says: \d+ points? for/).count()).toBe(1)
  await page.close()
})
