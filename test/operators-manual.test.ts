import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { settingNames } from '../src/config.ts'
import { root } from './embedded-world.ts'

const folder = join(root, 'docs/operators')

test('the table of settings names exactly those that there are', () => {
  const table = readFileSync(join(folder, 'configuration.md'), 'utf8').matchAll(/^\| `(RAPPORT_[A-Z_]+)`/gm)
  expect([...table].map((match) => match[1]).toSorted()).toEqual(settingNames.toSorted())
})

test('every setting that a page or a file of contrib names is one', () => {
  const pages = [
    ...readdirSync(folder).map((name) => join(folder, name)),
    ...readdirSync(join(root, 'contrib'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name)),
  ]
  const named = pages.flatMap((page) => readFileSync(page, 'utf8').match(/\bRAPPORT_[A-Z_]+\b/g) ?? [])
  expect(named.filter((name) => !settingNames.includes(name))).toEqual([])
})

test('every file that a page points to is there', () => {
  for (const name of readdirSync(folder))
    for (const [, link = ''] of readFileSync(join(folder, name), 'utf8').matchAll(/\]\(([^)#:]+)\)/g))
      expect([name, link, existsSync(join(folder, link))]).toEqual([name, link, true])
})
