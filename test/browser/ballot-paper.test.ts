import { expect, test } from 'vitest'
import { addInstitution, addWishes, openCycle, passTo, voterOf } from '../ballots.ts'
import { webOfWorld } from './web.ts'

let paper = ''
const site = webOfWorld(async (world) => {
  const institution = await addInstitution(world, 'Library', [world.susi])
  const { cycleId, roundOne, at } = await openCycle(world, { ruleOne: 'greedy', most: 25, shortlist: 2 })
  await addWishes(
    world,
    cycleId,
    Array.from({ length: 14 }, (_, n) => `Wish ${n + 1}`),
  )
  await passTo(world, at(20))
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
