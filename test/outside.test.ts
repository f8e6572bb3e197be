import { resolve } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { flat, treeOf } from '../locale/tool/read.ts'
import type { Letter } from '../src/outbox/rules.ts'
import { makeFurnishedWorld } from './access/furnished.ts'
import { access } from './access/table.ts'
import { listLetterKinds } from './letter-kinds.ts'
import { speakPseudo, telling, toldIn } from './pseudo.ts'
import type { World } from './world.ts'

/**
 * What is said to the outside: on pages that everybody may read, and in letters. Which messages these are is found out: all pages are read, and
 * every kind of letter is written, in a language in which each message says its name.
 */
const said = new Map<string, string>()
const note = (text: string, where: string) => {
  for (const name of toldIn(text)) if (!said.has(name)) said.set(name, where)
}

let world: World
beforeAll(async () => {
  world = await makeFurnishedWorld()
  speakPseudo()
})
afterAll(() => world.end())

test('pages for everybody are read', async () => {
  const visitor = await world.as()
  let read = 0
  for (const [address, row] of Object.entries(access)) {
    const status = row.expect.visitor ?? row.expect.others
    if (!address.startsWith('GET ') || address.includes('/api/') || (status !== 200 && status !== 404)) continue
    await world.db.deleteFrom('rateWindow').execute()
    await row.renew?.(world)
    const answer = await visitor.request('GET', row.path(world), undefined, { 'accept-language': telling })
    if (!/^text\/(?:html|plain)/.test(answer.headers.get('content-type') ?? '')) continue
    read += 1
    note(await answer.text(), address)
  }
  expect(read).toBeGreaterThan(40)
  expect(said.size).toBeGreaterThan(400)
})

test('letters of every kind are written', async () => {
  const before = said.size
  for (const { file, name, facts } of listLetterKinds([telling])) {
    const module = await import(/* @vite-ignore */ resolve(file))
    // The same letters in each run.
    for (const told of fc.sample(facts, { numRuns: 60, seed: 1 })) note(JSON.stringify(module[name](...told) as Letter), `${file} ${name}`)
  }
  expect(said.size).toBeGreaterThan(before + 400)
})

/** What waits for somebody stands in the letter of each Monday. */
const waits = /^\w+\.waiting\.|^today\.groups\.|^people\.(?:returned|drafted)\./

// German, French and Spanish are whole; a language that has only begun is none of these.
test.each(['it'])('%s lacks nothing of it', (language) => {
  const own = flat(treeOf(language))
  const all = new Map(said)
  for (const name of flat(treeOf('en')).keys()) if (waits.test(name)) all.set(name, 'the letter of each Monday')
  expect([...all].filter(([name]) => !own.has(name)).map(([name, where]) => `${name} (${where})`)).toEqual([])
})

if (process.env.RAPPORT_SAID)
  afterAll(() => process.stdout.write(`${[...said].map(([name, where]) => `SAID ${name} ${where}`).join('\n')}\n`))
