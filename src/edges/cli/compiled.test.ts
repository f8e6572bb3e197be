import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'rapport-compiled-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const module = JSON.stringify(new URL('./compiled.ts', import.meta.url).href)

/** Lets a Node of its own keep what it compiles in this data folder. */
function start(name: string, env: Record<string, string> = {}): string {
  const data = join(folder, name)
  const program = `import(${module}).then(({ useCompiled }) => useCompiled(${JSON.stringify(data)}))`
  mkdirSync(data)
  execFileSync(process.execPath, ['-e', program], { env })
  return join(data, 'compiled')
}

test('what is compiled stays in the data folder', () => {
  expect(readdirSync(start('own'))).toHaveLength(1)
})

test('where NODE_COMPILE_CACHE names another place, it stays there, and the program begins', () => {
  const other = join(folder, 'other')
  const own = start('elsewhere', { NODE_COMPILE_CACHE: other })
  expect(existsSync(own)).toBe(false)
  expect(readdirSync(other)).toHaveLength(1)
})
