import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { rules } from '../tally/election.ts'
import { assetPath, findAsset } from './assets.ts'

const first = ['rapport.css', 'fonts.css', 'rapport.js', 'relative-time.js', 'htmx.js']

describe('the files of the interface', () => {
  test('a first page costs at most 100 kB of style and script', () => {
    const sizes = first.map((name) => findAsset(assetPath(name))?.gzip?.length ?? Number.POSITIVE_INFINITY)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(100_000)
  })

  test('counting a ballot again costs at most 60 kB of script, every rule in it', () => {
    const sizes = ['recount.js', 'recount-worker.js'].map((name) => findAsset(assetPath(name))?.gzip?.length ?? Number.POSITIVE_INFINITY)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(60_000)
    const script = findAsset(assetPath('recount-worker.js'))?.bytes.toString() ?? ''
    for (const rule of rules) expect(script).toContain(rule)
  })

  test.each(first)('%s is the same compressed, and may be kept for ever', (name) => {
    const asset = findAsset(assetPath(name))
    expect(asset?.cacheControl).toContain('immutable')
    expect(asset?.br && brotliDecompressSync(asset.br).equals(asset.bytes)).toBe(true)
    expect(asset?.gzip && gunzipSync(asset.gzip).equals(asset.bytes)).toBe(true)
  })

  test('every font that the sheet names is there, in the scripts that members write', () => {
    const sheet = findAsset(assetPath('fonts.css'))?.bytes.toString() ?? ''
    const fonts = [...sheet.matchAll(/url\(([^)]+)\)/g)].map(([, path]) => path ?? '')
    expect(fonts.every((path) => findAsset(path)?.type === 'font/woff2')).toBe(true)
    for (const script of ['latin', 'latin-ext', 'cyrillic', 'greek', 'vietnamese']) {
      for (const family of ['source-sans-3', 'source-serif-4']) expect(sheet).toContain(`/${family}-${script}-wght-normal.`)
    }
    expect(sheet.match(/unicode-range/g)).toHaveLength(fonts.length)
  })

  test('an address of another release gets today’s file, but not for ever', () => {
    expect(findAsset('/assets/rapport.AAAAAAAAAAAA.css')?.cacheControl).toBe('no-cache')
  })

  test.each(['/assets/', '/assets/other.css', '/assets/../assets.ts', '/assets/%2e%2e/assets.ts', '/rapport.css'])(
    '%s is nothing',
    (path) => {
      expect(findAsset(path)).toBe(undefined)
    },
  )

  test('the style asks nobody else for anything', () => {
    const sheet = findAsset(assetPath('rapport.css'))?.bytes.toString() ?? ''
    expect(sheet).not.toMatch(/url\(|@import|https?:/)
  })

  test('a browser that cannot choose between two colours gets those of the light page', () => {
    const sheet = findAsset(assetPath('rapport.css'))?.bytes.toString() ?? ''
    const [root = '', fallback = ''] = [/:root \{[^}]*\}/, /@supports not \(color: light-dark[^@]*/].map((part) => part.exec(sheet)?.[0])
    const colours = [...root.matchAll(/(--[\w-]+:) *light-dark\((oklch\([^)]*\)),/g)].map(([, name, light]) => `${name} ${light};`)
    expect(colours.length).toBeGreaterThan(10)
    expect(colours.filter((one) => !fallback.includes(one))).toEqual([])
  })

  test('no rule of it is dropped as a whole: a browser takes no :has() within another', () => {
    const sheet = findAsset(assetPath('rapport.css'))?.bytes.toString() ?? ''
    const nested = [...sheet.matchAll(/:has\(/g)].filter(({ index }) => {
      let depth = 1
      let at = index + 5
      for (; depth > 0 && at < sheet.length; at++) depth += sheet[at] === '(' ? 1 : sheet[at] === ')' ? -1 : 0
      return sheet.slice(index + 5, at).includes(':has(')
    })
    expect(nested.map(({ index }) => sheet.slice(index, index + 60))).toEqual([])
  })
})
