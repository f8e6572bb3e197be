import { afterAll, beforeAll, expect, test } from 'vitest'
import { acceptMail } from '../../src/edges/mailroom/actions.ts'
import { enqueue } from '../../src/lib/db/enqueue.ts'
import { mail } from '../mail.ts'
import { makeWorld, type Person, type World } from '../world.ts'

let world: World
const post = async (id: string, text: string, from = 'Maria <maria@maria.example>') => {
  const raw = mail({ from, subject: `About ${id}`, id: `${id}@x.example`, text })
  await acceptMail(world.write, { raw, mailFrom: 'maria@maria.example', rcptTo: ['lectio-l@lists.localhost'], via: 'cli' })
  await world.settle()
}
const access = (archive: 'public' | 'group' | 'subscribers') =>
  world.db.updateTable('list').set({ archive }).where('id', '=', world.listId).execute()
const read = async () => {
  await world.write((tx) => enqueue(tx, 'search.words'))
  await world.settle()
}
beforeAll(async () => {
  world = await makeWorld()
  await post('one', 'The embargoed merger with Zanzibarium is settled. Write to quokkamaster@hidden.example about kangaroos.')
})
afterAll(() => world.end())

const page = async (q: string, person?: Person) => {
  const html = await (await (await world.as(person)).get(`/search?${new URLSearchParams({ q })}`)).text()
  return html.replaceAll(q, '')
}
const strangers = () => [undefined, world.otto, world.bruno]

for (const when of ['before the words are read', 'after the words are read'])
  test(`a search with a slip does not say what word stands in a list that is closed to who asks, ${when}`, async () => {
    await access('subscribers')
    if (when.startsWith('after')) await read()
    expect(await page('Zanzibarum', world.susi)).toMatch(/zanzibarium/i)
    for (const person of strangers())
      for (const q of ['Zanzibarum', 'zanzib', 'embargoedmerger', 'barium', 'kangaro', 'zanzibarlum'])
        expect(await page(q, person)).not.toMatch(/zanzibarium|kangaroos|embargoed/i)
  })

test('nor once a list was closed, though the words were read while it was open', async () => {
  await access('public')
  await read()
  expect(await page('Zanzibarum')).toMatch(/zanzibarium/i)
  await access('group')
  for (const person of strangers()) expect(await page('Zanzibarum', person)).not.toMatch(/zanzibarium/i)
  expect(await page('Zanzibarum', world.maria)).toMatch(/zanzibarium/i)
  await access('public')
})

test('what is hidden of an address is neither suggested nor found letter by letter', async () => {
  await access('public')
  await read()
  for (const q of ['quokkamastr', 'quok', 'quokka', 'master', 'quokkamasterr', 'from:quokka'])
    for (const person of [undefined, world.susi]) expect(await page(q, person)).not.toMatch(/quokkamaster/i)
  for (const q of ['quok', 'quokka', 'master']) expect(await page(q)).toContain('No results')
  const { items } = (await (await (await world.as()).ask('GET', '/api/v1/search?q=quokkamastr')).json()) as { items: unknown[] }
  expect(items).toEqual([])
})

test('words of what is gone are suggested to nobody, and are forgotten with the next turn', async () => {
  await read()
  const known = () => world.db.selectFrom('searchWord').select('word').where('word', '=', 'zanzibarium').execute()
  expect(await known()).toHaveLength(1)
  await world.db.deleteFrom('searchDocument').where('kind', '=', 'message').execute()
  expect(await page('Zanzibarum', world.susi)).not.toMatch(/zanzibarium/i)
  await world.write((tx) => enqueue(tx, 'search.turn'))
  await world.settle()
  expect(await known()).toEqual([])
})
