import { type KyselyPlugin, sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lookOf } from '../src/lib/mail/alike.ts'
import { domainOf, showDomain } from '../src/lib/mail/domain.ts'
import { findWritersLikenesses } from '../src/list/core/alike-queries.ts'
import { makeWorld, type World } from './world.ts'

// For whom a stranger can be taken is found by an index: among a few as among thousands, with what every one of them looks like.
let world: World
const subscribers = [
  ...['mona@northfield.example', 'rnona@northfield.example', 'anna@vvest.example', 'ann4@west.example', 'lou10@west.example'],
  ...[
    'nora@köln.example',
    'nora@xn--kln-sna.example',
    'søren@nord.example',
    'ада@пример.example',
    'o’hara@west.example',
    'il@1and1.example',
  ],
  ...['anna+lists@west.example', 'corn.vvalI@west.example'].map((email) => email.toLowerCase()),
]
const strangers = [
  ...['mona@n0rthfield.example', 'mоna@northfield.example', 'anna@west.example', 'anna@wеst.example', 'loulo@west.example'],
  ...['nora@koln.example', 'nora@kőln.example', 'soren@nord.example', 'nora\u200d@köln.example', 'ада@пpимер.example'],
  ...[
    'o’hara@vvest.example',
    'il@landl.example',
    'com.wall@west.example',
    'com.wali@west.example',
    'eve@place.example',
    '',
    'eve',
    '@',
    'a@b@west.example',
  ],
]

beforeAll(async () => {
  world = await makeWorld()
  const { db, listId } = world
  await sql`with p as (insert into person (name) select email from unnest(${subscribers}::text[]) email returning id, name),
    a as (insert into address (person_id, email, verified_at) select id, name, now() from p returning id, person_id)
    insert into subscription (list_id, person_id, address_id, since) select ${listId}, person_id, id, now() from a`.execute(db)
})
afterAll(() => world.end())

const spelt = (address: string) => address.slice(0, address.lastIndexOf('@') + 1) + showDomain(domainOf(address))

test('what the database says of a look the program says, too; of what is not in ASCII alone it says nothing', async () => {
  let seed = 7
  const letters = ['r', 'n', 'v', 'v', 'm', 'w', '0', '1', 'o', 'l', 'A', 'x', '-', '.', '_', '%', '+', '@', 'é', 'о', '\u200d']
  const next = () => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed
  }
  const random = Array.from({ length: 3_000 }, () =>
    Array.from({ length: 1 + (next() % 16) }, () => letters[next() % letters.length]).join(''),
  )
  const texts = [
    ...subscribers,
    ...strangers,
    ...random,
    'west.example',
    'rnvv.example',
    '1.2.3.4',
    '0x7f.1',
    'a@[127.0.0.1]',
    'XN--kln-sna.de',
  ]
  const { rows } = await sql<{ text: string; look: string | null }>`
    select text, plain_look(text) as look from unnest(${texts}::text[]) text`.execute(world.db)
  const said = rows.filter(({ look }) => look !== null)
  expect(said.map(({ text, look }) => [text, look])).toEqual(said.map(({ text }) => [text, lookOf(spelt(text))]))
  expect(said.length).toBeGreaterThan(300)
  expect(rows.filter(({ text, look }) => look !== null && /[^\0-\x7f]|xn--/i.test(text))).toEqual([])
})

test('the same warnings come as when each is compared with each', async () => {
  const { db, listId } = world
  const found = await findWritersLikenesses(
    db,
    strangers.map((fromEmail, id) => ({ id, listId, fromEmail })),
  )
  const own = new Set(subscribers)
  const wanted = strangers.flatMap((email, id) => {
    const like = own.has(email) ? undefined : subscribers.find((one) => email !== '' && lookOf(spelt(one)) === lookOf(spelt(email)))
    return like ? [[id, like]] : []
  })
  const addresses = [...found].flatMap(([id, one]) => (one.kind === 'address' ? [[id, one.like]] : []))
  expect(addresses).toEqual(wanted)
  expect(wanted).toHaveLength(13)
})

test('among thousands it reads no more than among a few', async () => {
  const { db, listId } = world
  let read = 0
  const counting: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      read += result.rows.length
      return result
    },
  }
  const mails = strangers.map((fromEmail, id) => ({ id, listId, fromEmail }))
  const work = async () => {
    read = 0
    await findWritersLikenesses(db.withPlugin(counting), mails)
    return read
  }
  const among = await work()
  expect(among).toBeGreaterThan(10)
  await sql`with p as (insert into person (name) select 'p' || g from generate_series(1, 3000) g returning id),
    a as (insert into address (person_id, email, verified_at) select id, 'p' || id || '@crowd.example', now() from p returning id, person_id),
    o as (insert into organisation (name, kind) select 'o' || g, 'institution' from generate_series(1, 300) g returning id),
    d as (insert into organisation_domain (domain, organisation_id) select 'o' || id || '.example', id from o)
    insert into subscription (list_id, person_id, address_id, since) select ${listId}, person_id, id, now() from a`.execute(db)
  expect(await work()).toBe(among)
})
