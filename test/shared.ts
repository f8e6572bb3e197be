import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..', process.env.RAPPORT_SHARED ?? '../shared')

/**
 * The folder of one topic of the real-world test data, or undefined where it is not on this machine;
 * `describe.skipIf(!folder)` then skips and the reporter says so.
 */
export function sharedData(topic: string): string | undefined {
  const folder = join(root, 'data', topic)
  return existsSync(folder) ? folder : undefined
}

/** One file of that folder as text, or undefined where it is not on this machine. */
export function sharedText(name: string): string | undefined {
  const path = join(root, name)
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}
