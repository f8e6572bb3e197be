import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readingLimits } from '../src/lib/reading/limits.ts'

const page = readFileSync(join(import.meta.dirname, '../docs/operators/limits.md'), 'utf8')
const units: Record<string, number> = { '': 1, KB: 1024, MB: 1024 * 1024, s: 1_000 }

test('the operators’ table of limits says what the program holds to, each once', () => {
  const rows = [...page.matchAll(/^\| `([\w.]+)` \| ([\d,]+) ?([A-Za-z]*) \|/gm)].map(([, name, number, unit = '']) => [
    name,
    Number(number?.replaceAll(',', '')) * (units[unit] ?? Number.NaN),
  ])
  const held = Object.entries(readingLimits).flatMap(([group, limits]) =>
    Object.entries(limits).map(([name, value]) => [`${group}.${name}`, value]),
  )
  expect(rows).toEqual(held)
})
