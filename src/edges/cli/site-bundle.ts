import { closeSync, createReadStream, createWriteStream, mkdirSync, openSync, writeSync } from 'node:fs'
import { mkdir, mkdtempDisposable, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, normalize, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

import { Unzip, UnzipInflate } from 'fflate'
import { listBelow, streamOf } from '../../imports/site-actions.ts'
import type { SiteFile } from '../../imports/site-queries.ts'
import { type BundleEntry, type Manifest, SiteError, whyNotRead } from '../../imports/site-rules.ts'
import { measured } from '../../lib/db/backup-file.ts'
import { zip } from '../../lib/zip.ts'
import { Usage } from './inspect.ts'

/** Adds the manifest behind the files, with what each of them came to. */
async function* withManifest(
  files: AsyncIterable<SiteFile>,
  finish: (entries: BundleEntry[]) => Promise<Manifest>,
): AsyncGenerator<SiteFile> {
  const entries: BundleEntry[] = []
  const done = ({ name, bytes, rows, sha256 }: { name: string; bytes: number; rows: number; sha256: string }) =>
    entries.push({ name, bytes, lines: rows, sha256 })
  for await (const { name, content } of files) yield { name, content: measured(name, streamOf(content), done) }
  yield { name: 'manifest.json', content: `${JSON.stringify(await finish(entries), null, 1)}\n` }
}

// What a ZIP without its 64-bit form can hold, and every program opens.
const largestZip = 0xffff_0000

/**
 * Passes bytes on as long as they fit a ZIP file.
 * @throws SiteError beyond
 */
export async function* within(
  bytes: AsyncIterable<Uint8Array>,
  why = 'The export is larger than a ZIP file can be: name a folder instead.',
): AsyncGenerator<Uint8Array> {
  let size = 0
  for await (const piece of bytes) {
    size += piece.length
    if (size > largestZip) throw new SiteError(why)
    yield piece
  }
}

/**
 * Writes an export into a ZIP file (a name that ends with .zip) or a folder, which gets its name when all is written.
 * @throws Usage where there is something of that name
 */
export async function writeBundle(
  target: string,
  files: AsyncIterable<SiteFile>,
  { at, finish }: { at: Date; finish: (entries: BundleEntry[]) => Promise<Manifest> },
): Promise<void> {
  if (await stat(target).catch(() => undefined)) throw new Usage(`${target} already exists; name a new file or folder`)
  const partial = `${resolve(target)}.partial-${process.pid}`
  try {
    if (target.toLowerCase().endsWith('.zip')) {
      const out = createWriteStream(partial, { flags: 'wx', mode: 0o600, flush: true })
      await pipeline(Readable.from(within(zip(withManifest(files, finish), at))), out)
    } else {
      await mkdir(partial, { recursive: true, mode: 0o700 })
      for await (const { name, content } of withManifest(files, finish)) {
        await mkdir(dirname(join(partial, name)), { recursive: true, mode: 0o700 })
        await pipeline(streamOf(content), createWriteStream(join(partial, name), { flags: 'wx', mode: 0o600, flush: true }))
      }
    }
    await rename(partial, target)
  } catch (error) {
    await rm(partial, { recursive: true, force: true })
    throw error
  }
}

/** Lays the files of a ZIP into a folder, each within it. */
async function unpack(path: string, folder: string): Promise<void> {
  let failure: Error | undefined
  const unzip = new Unzip((file) => {
    const inside = normalize(file.name)
    if (inside.startsWith('..') || inside.startsWith('/') || inside.includes('\0') || file.name.endsWith('/')) return
    mkdirSync(dirname(join(folder, inside)), { recursive: true })
    const out = openSync(join(folder, inside), 'wx', 0o600)
    file.ondata = (error, data, final) => {
      if (error) failure = error
      else writeSync(out, data)
      if (error || final) closeSync(out)
    }
    file.start()
  })
  unzip.register(UnzipInflate)
  try {
    for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) {
      unzip.push(piece)
      if (failure) throw failure
    }
    unzip.push(new Uint8Array(), true)
  } catch (error) {
    throw new SiteError(`${path} cannot be unpacked: ${(error as Error).message}`)
  }
}

async function isZip(path: string): Promise<boolean> {
  await using file = await open(path)
  const { buffer } = await file.read(Buffer.alloc(4), 0, 4, 0)
  return buffer.readUInt32LE() === 0x04034b50
}

/**
 * Opens an export, a ZIP or a folder, and compares every file with its manifest.
 * @throws SiteError naming the file that was edited, is missing or is too much
 */
export async function withBundle<T>(path: string, act: (folder: string, manifest: Manifest) => Promise<T>): Promise<T> {
  const there = await stat(path).catch(() => undefined)
  if (!there) throw new SiteError(`${path} does not exist.`)
  if (there.isDirectory()) return act(resolve(path), await checkBundle(resolve(path)))
  if (!(await isZip(path))) throw new SiteError(`${path} is not a ZIP file.`)
  await using temporary = await mkdtempDisposable(join(tmpdir(), 'rapport-site-'))
  const folder = temporary.path
  await unpack(path, folder)
  return await act(folder, await checkBundle(folder))
}

async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, 'manifest.json'), 'utf8').catch(() => {
    throw new SiteError('There is no manifest.json: this is not an export of Rapport, or a part is missing.')
  })
  try {
    return JSON.parse(text) as Manifest
  } catch (error) {
    throw new SiteError(`manifest.json cannot be read: ${(error as Error).message}`)
  }
}

/** Compares all files with what the manifest says of them. */
async function checkBundle(folder: string): Promise<Manifest> {
  const manifest = await readManifest(folder)
  const why = whyNotRead(manifest)
  if (why) throw new SiteError(why)
  const there = new Set(await listBelow(folder))
  for (const wanted of manifest.files) {
    if (!there.delete(wanted.name)) throw new SiteError(`${wanted.name} is missing from the export.`)
    const wrong = await compare(join(folder, wanted.name), wanted)
    if (wrong) throw new SiteError(wrong)
  }
  there.delete('manifest.json')
  const [extra] = there
  if (extra !== undefined) throw new SiteError(`${extra} does not belong to the export: manifest.json does not name it.`)
  return manifest
}

async function compare(path: string, wanted: BundleEntry): Promise<string | undefined> {
  let found: BundleEntry = { ...wanted, sha256: '' }
  const content = createReadStream(path) as AsyncIterable<Buffer>
  for await (const _ of measured(wanted.name, content, ({ rows, ...entry }) => (found = { ...entry, lines: rows })));
  if (found.sha256 === wanted.sha256) return undefined
  const lines = found.lines === wanted.lines ? '' : ` It has ${found.lines} lines instead of ${wanted.lines}.`
  const broken = wanted.name.endsWith('.jsonl') ? await findBrokenLine(path) : undefined
  return `${wanted.name} was edited: its SHA-256 is ${found.sha256}, the manifest says ${wanted.sha256}.${lines}${broken ? ` Line ${broken} is no JSON.` : ''}`
}

async function findBrokenLine(path: string): Promise<number | undefined> {
  let number = 0
  for (const line of (await readFile(path, 'utf8')).split('\n')) {
    number++
    if (line === '') continue
    try {
      JSON.parse(line)
    } catch {
      return number
    }
  }
  return undefined
}
