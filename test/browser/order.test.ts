import { expect, test } from 'vitest'
import { addInstitution, addWishes, openCycle, passTo, voterOf } from '../ballots.ts'
import { cargo, noteCargo } from './browser.ts'
import { webOfWorld } from './web.ts'

const site = webOfWorld()

test('an order is dragged with a mouse, and the places follow', async () => {
  const { world } = site
  const rosa = await world.addPerson('Rosa')
  const harbour = await addInstitution(world, 'Old Harbour Library', [rosa])
  const { cycleId, roundOne, at } = await openCycle(world, { ruleOne: 'scottish-stv', ruleTwo: 'greedy' })
  await addWishes(world, cycleId, ['Alpha', 'Beta', 'Gamma'])
  await passTo(world, at(20))
  const path = `/ballots/${roundOne}/papers/${await voterOf(world, roundOne, harbour)}`
  const rosas = await world.as(rosa)
  await rosas.post(path, { act: 'save', 'v-1': '1', 'v-2': '2', 'v-3': '3' })
  const page = await site.open(path, rosa)
  const lines = page.locator('.order li')
  await noteCargo(page)
  await lines.nth(2).dragTo(lines.nth(0), { targetPosition: { x: 20, y: 2 } })
  const places = async () => Promise.all([1, 2, 3].map((number) => page.locator(`#o-${number}`).inputValue()))
  await expect.poll(places).toEqual(['2', '3', '1'])
  // Safari drags nothing that carries nothing.
  expect(await cargo(page)).toBe('Gamma')
  // What is let go elsewhere was not moved, whatever it came over.
  const dataTransfer = await page.evaluateHandle('new DataTransfer()')
  await lines.nth(0).dispatchEvent('dragstart', { dataTransfer })
  await lines.nth(2).dispatchEvent('dragover', { dataTransfer, clientY: 10_000 })
  expect(await lines.nth(0).textContent()).toContain('Alpha')
  await lines.nth(2).dispatchEvent('dragend', { dataTransfer })
  await expect.poll(() => lines.nth(0).textContent()).toContain('Gamma')
  expect(await places()).toEqual(['2', '3', '1'])
  await page.close()
})
