import { lstatSync, lutimesSync, mkdtempSync, readlinkSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Linux takes 107 bytes, macOS 103. */
const longestSocketPath = 103

/**
 * The address for `pg` of a database of the server whose socket lies in its cluster folder.
 * The server itself names the socket relative to that folder, so that only we can meet the limit of its length.
 */
export function socketUrl(dataFolder: string, cluster: string): string {
  const fits = Buffer.byteLength(join(cluster, '.s.PGSQL.5432')) <= longestSocketPath
  return `postgres://rapport@localhost/rapport?host=${encodeURIComponent(fits ? cluster : shortcut(dataFolder, cluster))}`
}

/** The same address with another database. */
export const withDatabase = (url: string, name: string): string => url.replace('/rapport?', `/${name}?`)

/** A short way to a cluster folder with a long name: a link in a private temporary folder, which `shortcut` in the data folder remembers. */
function shortcut(dataFolder: string, cluster: string): string {
  const memory = join(dataFolder, 'shortcut')
  const folder = readLink(memory)
  if (folder && isPrivate(folder) && readLink(join(folder, 'db')) === cluster) return join(folder, 'db')
  rmSync(memory, { force: true })
  const made = mkdtempSync(join(tmpdir(), 'rapport-'))
  symlinkSync(cluster, join(made, 'db'))
  symlinkSync(made, memory)
  return join(made, 'db')
}

function isPrivate(folder: string): boolean {
  const found = lstatSync(folder, { throwIfNoEntry: false })
  return found?.isDirectory() === true && found.uid === process.getuid?.() && (found.mode & 0o077) === 0
}

function readLink(path: string): string | undefined {
  try {
    return readlinkSync(path)
  } catch {
    return undefined
  }
}

/** Keeps the short way young: those who clean temporary folders go by age. */
export function touchShortcut(dataFolder: string): void {
  const folder = readLink(join(dataFolder, 'shortcut'))
  if (!folder || !lstatSync(join(folder, 'db'), { throwIfNoEntry: false })) return
  lutimesSync(join(folder, 'db'), new Date(), new Date())
}

/** Takes the short way down where there is one. */
export function removeShortcut(dataFolder: string): void {
  const memory = join(dataFolder, 'shortcut')
  const folder = readLink(memory)
  if (!folder) return
  if (isPrivate(folder)) rmSync(folder, { recursive: true })
  rmSync(memory)
}
