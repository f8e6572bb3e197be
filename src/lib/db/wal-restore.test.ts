import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { restoreFromWal } from './wal-restore.ts'

test('an archive is not restored beside the secret of another', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'restore-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const [archive, dataFolder] = [join(folder, 'archive', '712345678901234567'), join(folder, 'data')]
  const base = join(archive, 'bases', '2026-10-16T080000Z')
  for (const made of [base, dataFolder]) mkdirSync(made, { recursive: true })
  writeFileSync(join(base, 'about.json'), JSON.stringify({ name: '2026-10-16T080000Z', endedAt: '2026-10-16T08:00:00.000Z' }))
  writeFileSync(join(archive, 'secret'), 'of the archive')
  const log = { info: () => {}, warn: () => {}, error: () => {} }
  const restore = () => restoreFromWal({ from: join(folder, 'archive'), until: undefined, dataFolder, log })

  writeFileSync(join(dataFolder, 'secret'), 'of another')
  await expect(restore()).rejects.toThrow('nothing was changed')
  expect(existsSync(join(dataFolder, 'restoring'))).toBe(false)
  // Its own, left by a restore that was cut off, stops nothing: it goes on to the copy, which lacks here.
  writeFileSync(join(dataFolder, 'secret'), 'of the archive\n')
  await expect(restore()).rejects.toThrow('base.tar.zst cannot be read')
})
