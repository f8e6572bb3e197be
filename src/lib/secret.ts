import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'

/** The secret that signs links and sessions: made once, readable by its owner alone. */
export async function loadSecret(dataFolder: string): Promise<string> {
  const path = join(dataFolder, 'secret')
  await mkdir(dataFolder, { recursive: true, mode: 0o700 })
  try {
    const file = await open(path, 'wx', 0o600)
    await file.writeFile(`${randomBytes(32).toString('base64url')}\n`)
    await file.sync()
    await file.close()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return (await readFile(path, 'utf8')).trim()
}

/** Puts a backup's secret in the place of the data folder's own, which is kept beside it where it is another one. */
export async function replaceSecret(dataFolder: string, secret: string): Promise<void> {
  const mine = await loadSecret(dataFolder)
  if (mine === secret) return
  const path = join(dataFolder, 'secret')
  const fresh = await open(`${path}.restored`, 'w', 0o600)
  await fresh.writeFile(`${secret}\n`)
  await fresh.sync()
  await fresh.close()
  await rename(path, `${path}.before-restore`)
  await rename(`${path}.restored`, path)
}
