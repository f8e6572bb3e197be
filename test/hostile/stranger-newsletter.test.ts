import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeFurnishedWorld } from '../access/furnished.ts'

// An issue of the newsletter is out. Its sentences were suggested by the record, and an editor has taken something out of one.
let world: Awaited<ReturnType<typeof makeFurnishedWorld>>
beforeAll(async () => {
  world = await makeFurnishedWorld()
  await world.db
    .updateTable('newsLine')
    .set({ suggested: 'Old Harbour asked for it.', text: 'A library asked for it.', state: 'taken' })
    .execute()
})
afterAll(() => world.end())

test('nobody but its editors reads what a sentence said before it was edited', async () => {
  const { carla, susi, bruno, vera } = world
  const read: string[] = []
  for (const [name, person] of Object.entries({ visitor: undefined, susi, bruno, vera, carla })) {
    const browser = await world.as(person)
    const said = await Promise.all(['/api/v1/news-issues/1', '/news/issues/1'].map(async (path) => (await browser.get(path)).text()))
    expect(
      said.map((one) => one.includes('A library asked for it.')),
      name,
    ).toEqual([true, true])
    if (said.some((one) => one.includes('Old Harbour'))) read.push(name)
  }
  expect(read).toEqual(['carla'])
})
