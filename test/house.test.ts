import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { domains } from '../src/domains.ts'

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

test('no two domains queue a job under one name', () => {
  const jobs = domains.flatMap((domain) => Object.keys(domain.jobs ?? {}))
  expect(jobs.filter((job, at) => jobs.indexOf(job) !== at)).toEqual([])
})

test('the picture of the house shows each domain as its nameplate says it', () => {
  const picture = readFileSync(join(root, 'docs/images/house.svg'), 'utf8')
  const shown = [...picture.matchAll(/<text class="name"[^>]*>(\w+)<\/text><text class="about"[^>]*>([^<]*)<\/text><text class="figures"/g)]
  expect(shown.map(([, name, about]) => [name, about])).toEqual(domains.map(({ name, about }) => [name, about]))
})
