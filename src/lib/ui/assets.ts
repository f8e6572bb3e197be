import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

/** A file as the web server sends it. `br` and `gzip` are there where they are smaller. */
export interface Asset {
  bytes: Buffer
  type: string
  etag: string
  cacheControl: string
  br?: Buffer
  gzip?: Buffer
}

interface Source {
  type: string
  read: () => Buffer
}

interface Kept extends Source {
  path: string
  asset?: Asset
}

const prefix = '/assets/'
const require = createRequire(import.meta.url)
// From src/lib/ui and from dist/lib/ui alike: what is not TypeScript is not compiled and stays in src.
const own = fileURLToPath(new URL('../../../src/lib/ui/assets/', import.meta.url))
// What bin/browser.mjs made of our own modules.
const built = fileURLToPath(new URL('../../../dist/browser/', import.meta.url))
const types = { css: 'text/css; charset=utf-8', js: 'text/javascript; charset=utf-8', svg: 'image/svg+xml', woff2: 'font/woff2' }

const fontSheets = [
  require.resolve('@fontsource-variable/source-sans-3/wght.css'),
  require.resolve('@fontsource-variable/source-sans-3/wght-italic.css'),
  require.resolve('@fontsource-variable/source-serif-4/wght.css'),
  require.resolve('@fontsource-variable/source-serif-4/wght-italic.css'),
]

const ownScripts = 'ballot board combobox dates editor embed minutes offline passkeys push push-worker rapport recount ticks upload'

const file = (path: string, type: string): Source => ({ type, read: () => readFileSync(path) })
const ownFile = (name: string, type: string): [string, Source] => [name, file(join(own, name), type)]

/** A sheet without what only its writers read. */
const bare = (sheet: string): string => sheet.replaceAll(/\/\*[\s\S]*?(?:\*\/|$)\s*/g, '').replaceAll(/\n\s*/g, '\n')

const ownSheet = (name: string): [string, Source] => {
  const sheet = Buffer.from(bare(readFileSync(join(own, name), 'utf8')))
  return [name, { type: types.css, read: () => sheet }]
}

/** The packages' own @font-face rules, with our addresses; each script is its own file, fetched when a text needs it. */
function fontSheet(assets: Map<string, Kept>): string {
  return bare(fontSheets.map((sheet) => readFileSync(sheet, 'utf8')).join('\n')).replace(
    /url\(\.\/files\/([\w-]+\.woff2)\)/g,
    (_, font: string) => `url(${assets.get(font)?.path ?? font})`,
  )
}

function fontFiles(): [string, Source][] {
  return fontSheets.flatMap((sheet) => {
    const fonts = readFileSync(sheet, 'utf8').matchAll(/files\/([\w-]+\.woff2)/g)
    return [...fonts].map(([inside, font = '']): [string, Source] => [font, file(join(dirname(sheet), inside), types.woff2)])
  })
}

/** Without them, where only the compiler ran, pages do without: `hasAsset` says so. */
function builtFiles(): [string, Source][] {
  return ['recount-worker.js'].flatMap((name): [string, Source][] => {
    const path = join(built, name)
    return existsSync(path) ? [[name, file(path, types.js)]] : []
  })
}

function hashedPath(name: string, bytes: Buffer): string {
  const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 12)
  return prefix + name.replace(/\.(\w+)$/, `.${hash}.$1`)
}

function load(): Map<string, Kept> {
  const sources: [string, Source][] = [
    ...fontFiles(),
    ownSheet('rapport.css'),
    ...ownScripts.split(' ').map((name) => ownFile(`${name}.js`, types.js)),
    ownFile('mark.svg', types.svg),
    ['webauthn.js', file(join(dirname(require.resolve('@simplewebauthn/browser')), '../dist/bundle/index.umd.min.js'), types.js)],
    ...builtFiles(),
    ['htmx.js', file(require.resolve('htmx.org/dist/htmx.min.js'), types.js)],
    // The package's bundle is not among its exports; it lies beside the module that is.
    ['relative-time.js', file(join(dirname(require.resolve('@github/relative-time-element')), 'bundle.js'), types.js)],
  ]
  const assets = new Map<string, Kept>()
  for (const [name, source] of sources) assets.set(name, { ...source, path: hashedPath(name, source.read()) })
  const fonts = Buffer.from(fontSheet(assets))
  assets.set('fonts.css', { type: types.css, read: () => fonts, path: hashedPath('fonts.css', fonts) })
  return assets
}

let loaded: Map<string, Kept> | undefined
const all = () => {
  loaded ??= load()
  return loaded
}

/**
 * The address of a file of the interface, with a hash of its content: `rapport.css` is at `/assets/rapport.<hash>.css`.
 * Names: `rapport.css`, `fonts.css`, `rapport.js`, `ballot.js`, `passkeys.js`, `webauthn.js`, `relative-time.js`, `htmx.js`, `mark.svg` and
 * the fonts' files.
 * @throws where there is no such file: that is a mistake in a page
 */
export function assetPath(name: string): string {
  const kept = all().get(name)
  if (!kept) throw new Error(`No asset ${name}`)
  return kept.path
}

/** Whether there is such a file: one that is built may be missing. */
export const hasAsset = (name: string): boolean => all().has(name)

function prepare(kept: Kept): Asset {
  const bytes = kept.read()
  const asset: Asset = {
    bytes,
    type: kept.type,
    etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 16)}"`,
    cacheControl: 'public, max-age=31536000, immutable',
  }
  // woff2 is compressed already.
  if (kept.type !== types.woff2) {
    asset.br = brotliCompressSync(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    })
    asset.gzip = gzipSync(bytes, { level: 9 })
  }
  return asset
}

/**
 * The file at an address, read and compressed once. An address with the hash of another release (a page that was open
 * while the server changed) gets today's file, but not for ever.
 */
export function findAsset(path: string): Asset | undefined {
  if (!path.startsWith(prefix)) return undefined
  const name = path.slice(prefix.length).replace(/\.[\w-]{12}\.(\w+)$/, '.$1')
  const kept = all().get(name)
  if (!kept) return undefined
  kept.asset ??= prepare(kept)
  return kept.path === path ? kept.asset : { ...kept.asset, cacheControl: 'no-cache' }
}
