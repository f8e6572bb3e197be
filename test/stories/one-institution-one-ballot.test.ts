import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { foundGroup } from '../../src/groups/actions.ts'
import { addInstitution, addWishes, keeper, openCycle, passTo, voterOf } from '../ballots.ts'
import { axe } from '../browser/browser.ts'
import { webOfWorld } from '../browser/web.ts'
import type { Person } from '../world.ts'

const web = webOfWorld()

const root = new URL('../../', import.meta.url).pathname

test('One institution, one ballot', async () => {
  const { world } = web
  // Given an institution in both user groups
  const sister = await world.write((tx) =>
    foundGroup(tx, keeper(world), {
      community: { slug: 'elsu', name: 'Eastern Library Systems Users' },
      vendor: 'Quillon',
      product: 'Lectio',
      group: { slug: 'lectio-east', name: 'Lectio Group East' },
    }),
  )
  const both = [world.group.communityId, sister.communityId]
  const rosa: Person = await world.addPerson('Rosa')
  const sven: Person = await world.addPerson('Sven')
  const harbour = await addInstitution(world, 'Old Harbour Library', [rosa, sven], { communityIds: both })
  for (const name of ['Northfield', 'Corrib', 'Minato']) await addInstitution(world, name, [await world.addPerson(`Ref${name}`)])
  const { cycleId, roundOne, at } = await openCycle(world, { communityIds: both })
  await addWishes(world, cycleId, [
    'Keyboard reordering',
    'Visibility dates',
    'Permission warnings',
    'Queues per campus',
    'Broken-link report',
  ])
  await passTo(world, at(20))
  expect(
    await world.db.selectFrom('voter').select('id').where('ballotId', '=', roundOne).where('organisationId', '=', harbour).execute(),
  ).toHaveLength(1)
  const voter = await voterOf(world, roundOne, harbour)

  // when its referent spends 50 points with a screen reader, hearing what is left
  const page = await web.open('/today', rosa)
  await page.getByRole('link', { name: 'Cast vote' }).first().click()
  const left = page.locator('output[aria-live="polite"]')
  expect(await left.textContent()).toBe('50 of 50 points left')
  const points = page.getByRole('textbox', { name: 'Points for option 1: Keyboard reordering' })
  await points.focus()
  await page.keyboard.type('30')
  await left.filter({ hasText: '20 of 50 points left' }).waitFor()
  const more = page.getByRole('button', { name: 'More points for option 2', exact: true })
  for (let i = 0; i < 20; i++) await more.press('Enter')
  await left.filter({ hasText: '0 of 50 points left' }).waitFor()
  await more.press('Enter')
  await left.filter({ hasText: 'Points over the limit: 1' }).waitFor()
  await page.getByRole('button', { name: 'Fewer points for option 2', exact: true }).press('Enter')
  await left.filter({ hasText: '0 of 50 points left' }).waitFor()
  expect(await axe(page)).toEqual([])
  await page.getByRole('button', { name: 'Send vote', exact: true }).last().press('Enter')
  await page.getByText('Vote sent.').waitFor()
  const receipt = (await page.locator('.receipt').textContent()) ?? ''
  expect(receipt).toMatch(/^[a-z2-7]{4}-[a-z2-7]{4}-[a-z2-7]{4}$/)
  await page.close()

  // then its second contact finds the ballot cast
  const second = await world.as(sven)
  expect(await (await second.get(`/ballots/${roundOne}/papers/${voter}`)).text()).toContain('Rosa voted')

  // one paper counts
  for (const name of ['Northfield', 'Corrib']) {
    const id = (await world.db.selectFrom('organisation').select('id').where('name', '=', name).executeTakeFirstOrThrow()).id
    const referent = await world.as({ name: '', email: `ref${name}@ref${name}.example`.toLowerCase(), personId: 0, addressId: 0 })
    const answer = await referent.post(`/ballots/${roundOne}/papers/${await voterOf(world, roundOne, id)}`, {
      act: 'cast',
      'v-3': '25',
      'v-1': '6',
      seen: '0',
    })
    expect(answer.status).toBe(303)
  }
  await passTo(world, at(30))
  const papers = await world.db.selectFrom('publishedPaper').selectAll().where('ballotId', '=', roundOne).execute()
  expect(papers).toHaveLength(3)
  expect(papers.every(({ organisationId, personId }) => organisationId === null && personId === null)).toBe(true)

  // her receipt finds it among the published papers
  const visitor = await world.as()
  const shown = await (await visitor.get(`/ballots/${roundOne}/papers?receipt=${receipt}`)).text()
  expect(shown).toContain(
    'Your vote is one of the 3 votes counted. It says: 30 points for “1 Keyboard reordering”; 20 points for “2 Visibility dates”',
  )

  // the second contact hears the result on a phone: what won in its order, and for each option in one row what it got and why
  const heard = await web.open(`/ballots/${roundOne}/results`, sven)
  await heard.setViewportSize({ width: 390, height: 800 })
  const main = heard.getByRole('main')
  const chosen = main.getByRole('list', { name: 'Sent to the vendor', exact: true }).getByRole('listitem')
  expect(await chosen.allTextContents()).toHaveLength(3)
  expect(await chosen.first().textContent()).toMatch(/^3\. Permission warnings/)
  const row = main.getByRole('row').filter({ has: heard.getByRole('rowheader', { name: '1. Keyboard reordering' }) })
  expect(
    await row
      .getByRole('cell')
      .filter({ hasText: /^Chosen$/ })
      .count(),
  ).toBe(1)
  expect(await row.getByRole('cell').last().textContent()).toMatch(/^[A-Z0-9].{10,}\.$/)
  expect(await main.getByRole('heading', { level: 1 }).count()).toBe(1)
  expect(await axe(heard)).toEqual([])
  await heard.close()

  // and the bundle recounted with `rapport tally` on another machine gives the same winners
  const answer = await visitor.get(`/ballots/${roundOne}/export/bundle.zip`)
  const files = unzipSync(new Uint8Array(await answer.arrayBuffer()))
  const folder = await mkdtemp(join(tmpdir(), 'rapport-recount-'))
  await writeFile(join(folder, 'ballot.pb'), files['ballot.pb']!)
  const readme = strFromU8(files['README.txt']!)
  const command = /rapport tally ballot\.pb .*/.exec(readme)?.[0].replaceAll("'", '').split(' ').slice(1) ?? []
  const { stdout } = await promisify(execFile)(process.execPath, [join(root, 'src/edges/cli/main.ts'), ...command], { cwd: folder })
  await rm(folder, { recursive: true })
  const result = await world.db
    .selectFrom('ballotResult')
    .select('result')
    .where('ballotId', '=', roundOne)
    .where('chosen', '=', true)
    .executeTakeFirstOrThrow()
  const { winners } = result.result as { winners: string[] }
  expect(JSON.parse(stdout).winners).toEqual(winners)
  expect(winners).toEqual(['3', '1', '2'])
})
