import { afterAll, beforeAll, expect, test } from 'vitest'
import { stopIdOf } from '../../src/letter-subjects.ts'
import { sealToken } from '../../src/lib/token/seal.ts'
import { makeWorld, type World } from '../world.ts'

// Links that end letters need no session: whoever has one may press it, and nothing else opens with it.
let world: World
const kinds = ['today', 'letters', 'telling'] as const
const pathOf = { today: 'today', letters: 'letters', telling: 'results' }
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.end())

const idFor = (kind: (typeof kinds)[number]) =>
  kind === 'letters' ? (stopIdOf('requests.comment', world.maria.personId) ?? 0) : world.maria.personId
const sealed = (kind: (typeof kinds)[number], id = idFor(kind)) => sealToken(world.site.secret, kind, id)
const chosen = async () =>
  Promise.all([
    world.db.selectFrom('weekChoice').selectAll().execute(),
    world.db.selectFrom('letterChoice').selectAll().execute(),
    world.db.selectFrom('tellingPreference').selectAll().execute(),
  ])
const press = async (path: string) => (await world.as()).post(path, { 'List-Unsubscribe': 'One-Click' }, { origin: '' })

test('a link for one thing, one that was changed, or one of no kind opens none of them', async () => {
  const before = await chosen()
  for (const kind of kinds) {
    const path = `/unsubscribe/${pathOf[kind]}`
    const own = sealed(kind)
    const changed = (own.startsWith('a') ? 'b' : 'a') + own.slice(1)
    const others = kinds.filter((other) => other !== kind).map((other) => sealed(other))
    const none = kind === 'letters' ? [sealed(kind, world.maria.personId * 16 + 15)] : []
    for (const token of [...others, changed, ...none, own.slice(1), `${own}a`]) {
      expect((await (await world.as()).get(`${path}/${token}`)).status).toBe(404)
      expect((await press(`${path}/${token}`)).status).toBe(404)
    }
    // Whoever looks presses nothing: programs open every link of a mail.
    expect((await (await world.as()).get(`${path}/${own}`)).status).toBe(200)
  }
  expect(await chosen()).toEqual(before)
})

test('the link of somebody whose data were erased writes nothing', async () => {
  await world.db.updateTable('person').set({ erasedAt: world.clock.now }).where('id', '=', world.maria.personId).execute()
  const before = await chosen()
  const lines = () => world.db.selectFrom('journal').select('id').execute()
  const journal = (await lines()).length
  for (const kind of kinds) await press(`/unsubscribe/${pathOf[kind]}/${sealed(kind)}`)
  expect(await chosen()).toEqual(before)
  expect(await lines()).toHaveLength(journal)
})
