import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeFurnishedWorld } from '../access/furnished.ts'
import { access } from '../access/table.ts'

// Bruno leads another group and its list. What waits, was said or is kept on this one he does not reach through the addresses of his own.
let world: Awaited<ReturnType<typeof makeFurnishedWorld>>
let browser: Awaited<ReturnType<typeof world.as>>
beforeAll(async () => {
  world = await makeFurnishedWorld()
  browser = await world.as(world.bruno)
})
afterAll(() => world.end())

const numbered =
  /\/lists\/:list\/.*:(?:ban|edit|held|id|import|incident|invitation|message|request|subscription)\b|\/groups\/:group\/.*:holding\b/
// The table asks these with a form that is refused before anybody looks for the thing.
const forms: Record<string, Record<string, string>> = {
  'POST /lists/:list/held/:held': { decision: 'discard' },
  'POST /lists/:list/held/:held/alike': { decision: 'discard' },
  'POST /lists/:list/requests/:request': { decision: 'reject', reason: 'No.' },
  'POST /lists/:list/requests/:request/claim': { take: 'yes' },
}

test.each(Object.entries(access).filter(([address]) => numbered.test(address)))('%s', async (address, row) => {
  const [method = ''] = address.split(' ')
  await world.db.deleteFrom('rateWindow').execute()
  await row.renew?.(world)
  const path = row.path(world).replace('/lectio-l/', '/catalogo-l/').replace('/lectio/', '/catalogo/')
  const answer = await browser.request(method, path, method === 'GET' ? undefined : (forms[address] ?? row.form), row.headers)
  expect([path, answer.status]).toEqual([expect.stringContaining('/catalogo'), 404])
})
