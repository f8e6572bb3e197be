import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join, posix } from 'node:path'
import { createInterface } from 'node:readline'
import { assetPath, findAsset, hasAsset } from '../../../lib/ui/assets.ts'
import { isFound, wanted } from './addresses.ts'
import { type Crawled, placeOf, type Spooled } from './crawl.ts'
import { type Frame, framed, framedOwn, frameOf, ownPages } from './frame.ts'
import { packed } from './packing.ts'
import { escaped, plainText, point, textOf } from './rewrite.ts'
import { SearchIndex } from './search-index.ts'

type Write = (name: string, content: string | Uint8Array) => Promise<void>

export interface Laying {
  crawled: Crawled
  folder: string
  spool: string
  baseUrl: string
  language: Frame['language']
  day: string
  write: Write
  progress: (text: string) => void
}

const bytesOf = (name: string): Buffer => findAsset(assetPath(name))?.bytes ?? Buffer.alloc(0)

/** Style, scripts and fonts, under names of their own. */
async function layAssets(write: Write): Promise<void> {
  const sheet = bytesOf('fonts.css').toString('utf8')
  for (const [, path = ''] of sheet.matchAll(/url\((\/assets\/[^)]+)\)/g)) {
    const font = findAsset(path)
    if (font) await write(`assets/${posix.basename(path)}`, font.bytes)
  }
  await write('assets/fonts.css', sheet.replaceAll('url(/assets/', 'url('))
  await write('assets/rapport.css', bytesOf('rapport.css').toString('utf8').replaceAll('url(/assets/', 'url('))
  for (const name of ['mark.svg', 'offline.js', 'recount.js']) await write(`assets/${name}`, bytesOf(name))
}

const dataUrl = (type: string, bytes: Uint8Array) => `data:${type};base64,${Buffer.from(bytes).toString('base64')}`

/** From a disk a page may fetch nothing: what counts a ballot again, and what is counted, stand in it. */
async function withCounter({ main }: Spooled, { crawled, folder, baseUrl }: Laying, at: string): Promise<string> {
  const bundle = plainText(/\sbundle="([^"]*)"/.exec(main)?.[1] ?? '')
  const file = crawled.files.get(wanted(bundle, at, baseUrl)?.address ?? '')
  if (file === undefined || !hasAsset('recount-worker.js')) return main.replace(/<ballot-recount[\s\S]*?<\/ballot-recount>/, '')
  const [zip, worker] = [
    dataUrl('application/zip', await readFile(join(folder, file))),
    dataUrl('text/javascript', bytesOf('recount-worker.js')),
  ]
  return main.replace(/\sbundle="[^"]*"/, () => ` bundle="${zip}"`).replace(/\sworker="[^"]*"/, () => ` worker="${worker}"`)
}

/** Packs as they fill: a text of JSON, a page a line. */
class Packs {
  private number = 0
  private pages: string[] = []
  private readonly write: Write

  constructor(write: Write) {
    this.write = write
  }

  async add(number: number, page: unknown): Promise<void> {
    if (number !== this.number) await this.end()
    this.number = number
    this.pages.push(JSON.stringify(page))
  }

  async end(): Promise<void> {
    if (this.pages.length > 0) await this.write(`pages/${this.number}.js`, packed(String(this.number), this.pages.join('\n')))
    this.pages = []
  }
}

const dayIn = (main: string): string => /<time datetime="(\d{4}-\d\d-\d\d)/.exec(main)?.[1] ?? ''

/** The day of each change of the roster, and where it stands as of then. */
const rosterDays = ({ files }: Crawled): [string, string][] =>
  [...files].flatMap(([address, file]): [string, string][] => {
    const day = /^\/roster\?on=(\d{4}-\d\d-\d\d)$/.exec(address)?.[1]
    return day === undefined ? [] : [[day, file]]
  })

/** What became of each address of the site that has a file of its own, for a server that leads old links on. */
const addressesOf = ({ files, moved }: Crawled): string =>
  [...files, ...[...moved].flatMap(([from, to]): [string, string][] => (files.has(to) ? [[from, files.get(to) ?? '']] : []))]
    .filter(([, file]) => !file.startsWith('page.html?'))
    .map(([address, file]) => `${address} ${file}\n`)
    .toSorted()
    .join('')

/** Lays what was walked through into the folder of an archive: pages that lead to each other, packs, search. */
export async function layPages(laying: Laying): Promise<void> {
  const { crawled, spool, baseUrl, language, day, write, progress } = laying
  const place = (link: string) => {
    const found = wanted(link, '/', baseUrl)
    return found && placeOf(crawled, found.address, found.hash)
  }
  const frame = frameOf(crawled, place, { address: baseUrl, day, language })
  const search = new SearchIndex(spool, write)
  const packs = new Packs(write)
  let laid = 0
  for await (const line of createInterface({ input: createReadStream(crawled.spool), crlfDelay: Number.POSITIVE_INFINITY })) {
    const page = JSON.parse(line) as Spooled
    const file = crawled.files.get(page.address) ?? ''
    const inPack = /^page\.html\?(\d+)\./.exec(file)
    const root = inPack ? '' : '../'.repeat(file.split('/').length - 1)
    const resolve = (address: string, hash: string) => {
      const target = placeOf(crawled, address, hash)
      if (target?.startsWith(`${file}#`)) return target.slice(file.length)
      return target === undefined ? undefined : root + target
    }
    const main = point(page.recount ? await withCounter(page, laying, page.address) : page.main, page.address, baseUrl, resolve)
    if (inPack) await packs.add(Number(inPack[1]), { title: page.title, lang: page.lang, dir: page.dir, main })
    else await write(file, framed(frame, { ...page, main }, root))
    if (isFound(page.address)) await search.add({ title: page.title, file, day: dayIn(main), ...textOf(main) })
    if (++laid % 200 === 0) progress(`${laid} of ${crawled.pages} pages laid`)
  }
  await packs.end()
  await search.end()
  await write('pages/roster.js', packed('roster', JSON.stringify(rosterDays(crawled))))
  await write('addresses.txt', addressesOf(crawled))
  for (const { name, html } of ownPages(frame)) await write(name, html)
  if (!crawled.files.has('/')) await write('index.html', contents(frame))
  await layAssets(write)
}

/** Where the site has no first page for its reader: the menu. */
const contents = (frame: Frame): string => {
  const links = frame.menu.map(({ href, label }) => `<li><a href="${escaped(href)}">${escaped(label)}</a></li>`).join('')
  return framedOwn(frame, frame.brand.name, `<h1>${escaped(frame.brand.name)}</h1><ul class="links">${links}</ul>`)
}
