import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeFurnishedWorld } from './access/furnished.ts'
import { access } from './access/table.ts'
import { pageOf, writer } from './pieces.ts'
import { untranslatedIn, wholeLanguages } from './untranslated.ts'
import type { World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await makeFurnishedWorld()
})
afterAll(() => world.end())

test('every page for everybody is whole in the language of who reads it', async () => {
  const isWritten = await writer(world)
  const visitor = await world.as()
  const leftovers: Record<string, string[]> = {}
  let asked = 0
  for (const [address, row] of Object.entries(access)) {
    if (!address.startsWith('GET ') || (row.expect.visitor ?? row.expect.others) !== 200) continue
    const path = row.path(world)
    const english = await pageOf(world, visitor, path, 'en')
    // What others took away meanwhile has to be made anew, and is no page here.
    if (!english || (row.renew && english.status === 404)) continue
    asked += 1
    for (const language of ['en', ...wholeLanguages] as const) {
      const page = await pageOf(world, visitor, path, language)
      const said = /<html lang="(\w+)"/.exec(page?.html ?? '')?.[1]
      expect({ address, status: page?.status, said }).toEqual({ address, status: 200, said: language })
      const left = page && language !== 'en' ? untranslatedIn(english, page, language, isWritten) : []
      if (left.length > 0) leftovers[`${language} ${address} (${path})`] = left
    }
  }
  expect(asked).toBeGreaterThan(40)
  expect(leftovers).toEqual({})
})
