import { existsSync, globSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { freePort } from '../ports.ts'
import { ensureBuilt, Rapport } from './rapport.ts'

test('a start after a kill compiles nothing again', async () => {
  ensureBuilt()
  const folder = join(inject('runFolder'), 'again')
  mkdirSync(folder, { recursive: true })
  const port = await freePort()
  const env = {
    RAPPORT_DATA: folder,
    RAPPORT_HTTP: `127.0.0.1:${await freePort()}`,
    RAPPORT_SMTP: `127.0.0.1:${port}`,
    RAPPORT_LOG: 'info',
    // Of this run: here it is the program's own that matters.
    NODE_COMPILE_CACHE: '',
  }
  mkdirSync(join(folder, 'compiled', 'v0-of-an-earlier-node'), { recursive: true })
  /** The names of what is kept of the compiled program. */
  const kept = () =>
    globSync('compiled/*/*', { cwd: folder, withFileTypes: true })
      .filter((one) => one.isFile())
      .map(({ name }) => name)
      .sort()
  const start = async () => {
    const rapport = await Rapport.start(env, port)
    await expect.poll(() => rapport.said).toContain('"msg":"smtp"')
    return rapport
  }
  const first = await start()
  await first.kill()
  expect(existsSync(join(folder, 'compiled', 'v0-of-an-earlier-node'))).toBe(false)
  const before = kept()
  expect(before.length).toBeGreaterThan(1_000)
  const second = await start()
  await second.stop()
  expect(kept()).toEqual(before)
})
