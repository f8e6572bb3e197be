import { expect, test } from 'vitest'
import { nominate } from '../../src/ballots/elections/actions.ts'
import { addInstitution, addWishes, carlaOf, openCycle, passTo, setUpElection, voterOf } from '../ballots.ts'
import { webOfWorld } from './web.ts'

let paper = ''
let ranking = ''
const site = webOfWorld(async (world) => {
  const institution = await addInstitution(world, 'Library', [world.susi])
  const { cycleId, roundOne, at } = await openCycle(world, { ruleOne: 'greedy', most: 25, shortlist: 2 })
  await addWishes(
    world,
    cycleId,
    Array.from({ length: 14 }, (_, n) => `Wish ${n + 1}`),
  )
  const start = world.clock.now.getTime()
  const seat = await setUpElection(world, carlaOf(world), { opensAt: new Date(start + 60_000), closesAt: at(29) })
  for (const { personId } of [world.maria, world.susi])
    await world.write((tx) => nominate(tx, { ...carlaOf(world), personId }, seat, { statement: 'I have time.' }))
  await passTo(world, at(20))
  const voters = world.db.selectFrom('voter').select('id').where('ballotId', '=', seat)
  ranking = `/ballots/${seat}/papers/${(await voters.where('personId', '=', world.carla.personId).executeTakeFirstOrThrow()).id}`
  paper = `/ballots/${roundOne}/papers/${await voterOf(world, roundOne, institution)}`
})

test('what a button of a ballot did is said, and nothing that has the focus lies below the line that stays', async () => {
  const page = await site.open(paper, site.world.susi, { width: 390 })
  const field = page.locator('.points input').first()
  await page.locator('.points button').nth(1).click()
  await page
    .locator('[data-moved]')
    .filter({ hasText: `${await field.getAttribute('aria-label')}: 1` })
    .waitFor({ state: 'attached' })
  const kept = page.locator('.rest').getByRole('status').filter({ hasText: 'Draft saved' })
  await kept.waitFor()

  await page.locator('.points input').last().focus()
  const covered = `(() => {
    const line = document.querySelector('.rest')
    return !line.contains(document.activeElement) && document.activeElement.getBoundingClientRect().top < line.getBoundingClientRect().bottom - 1
  })()`
  while (await page.evaluate("document.activeElement.id !== 'find'")) {
    await page.keyboard.press('Shift+Tab')
    expect([await page.evaluate('document.activeElement.outerHTML'), await page.evaluate(covered)]).toEqual([expect.anything(), false])
  }
  await page.close()
})

test('without script, too, a phone shows which option it was that got a point', async () => {
  const page = await site.open(paper, site.world.susi, { width: 390, javaScript: false })
  await page.locator('.points').nth(7).getByRole('button').last().click()
  await page.waitForURL(/#o-\d+$/)
  const above = `(() => {
    const option = document.querySelector(location.hash).closest('li')
    return option.getBoundingClientRect().top - document.querySelector('.rest').getBoundingClientRect().bottom
  })()`
  await expect.poll(() => page.evaluate(above)).toBeGreaterThanOrEqual(-1)
  await page.close()
})

test('an order can be dragged from its first two places on, before anything is saved', async () => {
  const page = await site.open(ranking, site.world.carla)
  const order = page.locator('ol.order')
  expect(await order.isVisible()).toBe(false)
  for (const up of [0, 1]) await page.locator('.points').nth(up).getByRole('button').first().click()
  const names = await order.getByRole('listitem').allTextContents()
  expect(names).toHaveLength(2)
  await order
    .getByRole('listitem')
    .last()
    .dragTo(order.getByRole('listitem').first(), { targetPosition: { x: 5, y: 2 } })
  expect(await order.getByRole('listitem').allTextContents()).toEqual(names.toReversed())
  await page.close()
})
