import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')

// A minute: sampled, always the same ones. Whole, minutes, with RAPPORT_LONG=1.
test('no pattern and no function that is given a text takes more than linear time', { timeout: 1_200_000 }, async () => {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [join(root, 'bench/linear.ts'), ...(process.env.RAPPORT_LONG ? [] : ['--sampled'])],
    { cwd: root },
  ).catch((error: { stdout: string }) => error)
  expect(stdout).toMatch(/^\d{4} patterns, \d{4} functions: 0 grow faster than what they read\n$/)
})
