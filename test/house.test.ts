import { globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { visitor } from '../src/actor.ts'
import { domains } from '../src/domains.ts'
import { figures } from '../src/figure.ts'
import { record } from '../src/journal/actions.ts'
import type { Tx } from '../src/lib/db/connect.ts'

const root = resolve(import.meta.dirname, '..')
const tables = [...readFileSync(join(root, 'src/lib/db/schema.sql'), 'utf8').matchAll(/^create table (\w+)/gm)].map(([, name = '']) => name)
// What the database library keeps for itself.
const ofNobody = ['api_answer', 'job_end', 'migration', 'rate_window']

test('each table has one owner, and each nameplate names tables that there are', () => {
  const owned = domains.flatMap((domain) => domain.tables ?? [])
  expect(owned.filter((table, at) => owned.indexOf(table) !== at)).toEqual([])
  expect(owned.filter((table) => !tables.includes(table))).toEqual([])
  expect(tables.filter((table) => !owned.includes(table) && !ofNobody.includes(table))).toEqual([])
})

test('the border checker knows the same domains in the same order', () => {
  const written = readFileSync(join(root, '.dependency-cruiser.cjs'), 'utf8')
  const list = /const domains = \[([^\]]*)\]/.exec(written)?.[1] ?? ''
  expect([...list.matchAll(/'(\w+)'/g)].map(([, name]) => name)).toEqual(domains.map(({ name }) => name))
})

test('each domain stands in the folder of its name', () => {
  for (const { name } of domains) expect(readFileSync(join(root, 'src', name, 'domain.ts'), 'utf8')).toContain(`name: '${name}'`)
})

test.each(['jobs', 'verbs', 'answers'] as const)('no two domains sign the same of their %s', (field) => {
  const signed = domains.flatMap((domain) => Object.keys(domain[field] ?? {}))
  expect(signed.filter((name, at) => signed.indexOf(name) !== at)).toEqual([])
})

test('each reply address that a letter carries leads to a domain that takes the answer', () => {
  const sealed = globSync('src/**/*.ts', { cwd: root })
    .map((file) => readFileSync(join(root, file), 'utf8'))
    .flatMap((text) => [...text.matchAll(/seal(?:Reply|Keys)\([^,()]+, '(\w+)'/g)].map(([, purpose = '']) => purpose))
  expect(sealed.length).toBeGreaterThan(12)
  const answered = domains.flatMap((domain) => Object.keys(domain.answers ?? {}))
  expect(sealed.filter((purpose) => !answered.includes(purpose))).toEqual([])
})

test('what is done without words, and a figure that is named and not read, do not compile', () => {
  const forgotten = () => {
    // @ts-expect-error no domain has words for it
    void record({} as Tx, visitor(new Date(0), 'web'), { action: 'thing.forgotten', subject: 'thing:1' })
    // @ts-expect-error one is named and not read
    figures({ told: ['Read'], untold: ['Not read'] }, async () => ({ told: 1 }))
  }
  expect(forgotten).toBeTypeOf('function')
})
