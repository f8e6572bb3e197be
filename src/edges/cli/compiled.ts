import { existsSync, readdirSync, rmSync } from 'node:fs'
import { enableCompileCache, flushCompileCache, getCompileCacheDir } from 'node:module'
import { basename, join } from 'node:path'

/**
 * Keeps what Node compiles of the program in the data folder, so that a start after a kill need not compile it again: on a busy machine that
 * is what everybody waits for. Only where the folder is there: the one that may make it gives it to its owner alone, and nobody else may
 * write what is run.
 */
export function useCompiled(dataFolder: string): void {
  if (!existsSync(dataFolder)) return
  const folder = join(dataFolder, 'compiled')
  enableCompileCache(folder)
  const used = getCompileCacheDir()
  // NODE_COMPILE_CACHE names another place, which is its owner's to clear.
  if (!used || !existsSync(join(folder, basename(used)))) return
  // Each Node has a folder of its own there; those of earlier ones serve nobody any more.
  for (const name of readdirSync(folder)) if (name !== basename(used)) rmSync(join(folder, name), { recursive: true, force: true })
}

/** Writes it down now: Node itself does so at an orderly end, which a kill is not. */
export const keepCompiled = (): void => flushCompileCache()
