import { afterAll, beforeAll, expect, test } from 'vitest'
import { program } from '../../src/actor.ts'
import { addDecision } from '../../src/groups/actions.ts'
import { readTable } from '../../src/lib/sheet/read.ts'
import { makeWorld, type World } from '../world.ts'

let world: World
const ids = { inner: 0, open: 0 }
beforeAll(async () => {
  world = await makeWorld()
  const add = (text: string, internal: boolean) =>
    world.write((tx) =>
      addDecision(tx, program(world.clock.now), {
        ...{ groupId: world.group.groupId, communityId: null, text, internal, decidedOn: '2026-10-01' },
      }),
    )
  ids.inner = (await add('We give the vendor until May, and tell nobody.', true)).id
  ids.open = (await add('The vendor has time until June.', false)).id
  await world.db.updateTable('decision').set({ supersededBy: ids.open }).where('id', '=', ids.inner).execute()
})
afterAll(() => world.end())

test.each(['visitor', 'otto', 'susi', 'bruno'] as const)(
  'what was decided among few is not read by %s where it was replaced in the open',
  async (name) => {
    const reader = await world.as(name === 'visitor' ? undefined : world[name])
    for (const path of [
      `/decisions/${ids.open}`,
      '/decisions?state=all',
      '/decisions/export.csv',
      '/decisions/export.csv?state=superseded&q=nobody&group=lectio',
      `/api/v1/decisions/${ids.open}`,
      '/api/v1/decisions',
      '/search?q=vendor',
    ])
      expect(await (await reader.get(path)).text(), path).not.toContain('tell nobody')
    const page = await (await reader.get(`/decisions/${ids.open}`)).text()
    expect([page.includes('until June'), page.includes(`/decisions/${ids.inner}"`)]).toEqual([true, false])
    const sheet = await readTable(new Uint8Array(await (await reader.get('/decisions/export.xlsx')).arrayBuffer()))
    const table = JSON.stringify(sheet.rows)
    expect([table.includes('until June'), table.includes('tell nobody')]).toEqual([true, false])
    const maria = await world.as(world.maria)
    expect(await (await maria.get(`/decisions/${ids.open}`)).text()).toContain(`/decisions/${ids.inner}"`)
    expect(await (await maria.get('/decisions/export.csv')).text()).toContain('tell nobody')
  },
)

test('the files hold more than one page of what everybody may read', async () => {
  const added = { groupId: world.group.groupId, communityId: null, internal: false, decidedOn: '2026-10-01' }
  await world.write(async (tx) => {
    for (let n = 0; n < 31; n++) await addDecision(tx, program(world.clock.now), { ...added, text: `Page after page ${n}.` })
  })
  const csv = await (await (await world.as()).get('/decisions/export.csv?q=page+after+page')).text()
  expect(csv.match(/Page after page/g)).toHaveLength(31)
})
