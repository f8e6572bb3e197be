import { mkdtempSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { program } from '../src/actor.ts'
import { openList } from '../src/list/actions.ts'
import { findListsByName } from '../src/list/queries.ts'
import { allowed, readConfigPickle } from '../src/moving/mailman2/config.ts'
import { moveIn, planOf } from '../src/moving/run.ts'
import { openMembers, openSource, type Source } from '../src/moving/source.ts'
import { readPickles } from '../src/pickle/read.ts'
import { PickleObject, type PickleValue } from '../src/pickle/value.ts'
import { sharedData } from './shared.ts'
import { makeWorld, type World } from './world.ts'

const data = sharedData('mailman-migration')

let world: World
let lists = 0
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.end())

const actor = () => ({ ...program(world.clock.now), via: 'cli' as const })

async function emptyList(name = `moved-${++lists}`) {
  await world.write((tx) => openList(tx, actor(), { groupId: world.group.groupId, communityIds: [], name, title: name }))
  const [list] = await findListsByName(world.db, [name])
  if (!list) throw new Error('no list')
  return list
}

async function bring(source: Source, name?: string, choices = { settings: true, sync: false }) {
  const list = name === undefined ? await emptyList() : ((await findListsByName(world.db, [name]))[0] ?? (await emptyList(name)))
  const plan = planOf(source, true, choices)
  const moved = await moveIn(world.database, actor(), list, source, plan, { choices, mailDomain: world.site.mailDomain })
  return { list, plan, moved, counts: Object.fromEntries(moved.counts.map(({ kind, outcome, items }) => [`${kind} ${outcome}`, items])) }
}

const membersOf = (listId: number) =>
  world.db
    .selectFrom('subscription')
    .innerJoin('address', 'address.id', 'subscription.addressId')
    .innerJoin('person', 'person.id', 'subscription.personId')
    .select(['address.email', 'person.name', 'receiving', 'ownPosts', 'whenAddressed', 'posting', 'suspendedAt'])
    .where('listId', '=', listId)
    .where('endedAt', 'is', null)
    .orderBy('address.email')
    .execute()

/** A pickle as JSON tells it, classes and all. */
function toJson(value: PickleValue): unknown {
  if (Array.isArray(value)) return value.map(toJson)
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, item]) => [String(key), toJson(item)]))
  if (value instanceof PickleObject) return { __class__: value.className, ...(toJson(value.state) as object) }
  return value
}

describe.skipIf(!data)('a config.pck of Mailman 2.1', () => {
  const file = `${data}/config-pck/config-with-instances.pck`

  test('is read value for value', () => {
    const [config] = readPickles(readFileSync(file), { allow: allowed })
    expect(toJson(config as PickleValue)).toEqual(JSON.parse(readFileSync(`${file}.decoded.json`, 'utf8')))
  })

  test('becomes a list with its members, each as she was, and the table says what becomes what', async () => {
    const source = await openSource(file)
    const { list, plan, counts } = await bring(source)
    const says = (what: string) => plan.rows.filter((row) => row.what === what).map(({ was, how }) => `${was}: ${how}`)
    expect(says('Name')).toEqual(['eclipse-sig: taken'])
    expect(says('Members')).toContain('3 with each mail: taken')
    expect(says('Strangers')).toEqual(['5 with “accept”: taken'])
    expect(says('Mail of strangers')).toEqual(['accept: left'])
    expect(says('Prefix of subjects')).toEqual(['[eclipse-sig]: left'])
    expect(counts).toMatchObject({ 'member added': 3 })
    expect((await membersOf(list.id)).map(({ email, name, receiving, whenAddressed }) => [email, name, receiving, whenAddressed])).toEqual([
      ['xxxxxx@examplexxxxxx.org', 'Mat Xxxxx', 'each', false],
      ['xxxxxxx@examplexxxxxx.org', 'Gerard Xxxx', 'each', false],
      ['xxxxxxxx@exampl.com', 'Mikolaj Xxxxxxxx', 'each', false],
    ])
    const settings = await world.db.selectFrom('list').selectAll().where('id', '=', list.id).executeTakeFirstOrThrow()
    expect(settings).toMatchObject({
      title: 'eclipse-sig',
      description: 'Eclipse Special Interest Group',
      archive: 'public',
      joinPolicy: 'confirm',
      repliesTo: 'list',
      maxSize: 1024 * 1024,
    })
    expect(JSON.stringify(await world.db.selectFrom('listMove').selectAll().execute())).not.toContain('baomapme')
    expect(await world.postbox()).toEqual([])
  })

  test('a second time, nothing is added, and who has left stays away', async () => {
    const source = await openSource(file)
    const { list } = await bring(source, 'again-l')
    await world.write((tx) =>
      tx
        .updateTable('subscription')
        .set({ endedAt: world.clock.now, endedHow: 'link' })
        .where('listId', '=', list.id)
        .where('addressId', 'in', (query) => query.selectFrom('address').select('id').where('email', '=', 'xxxxxxxx@exampl.com'))
        .execute(),
    )
    const second = await bring(await openSource(file), 'again-l')
    expect(second.counts).toMatchObject({ 'member known': 2, 'member left': 1, 'stranger known': 4 })
    expect(await membersOf(list.id)).toHaveLength(2)
  })

  test('cut off at every byte it is refused with a sentence, and nothing else happens', () => {
    const bytes = readFileSync(file)
    for (let end = 0; end < bytes.length; end += 7)
      expect(() => readConfigPickle(bytes.subarray(0, end)), `at ${end}`).toThrow(/cut off|empty|is missing|expected|no real_name/)
  })
})
