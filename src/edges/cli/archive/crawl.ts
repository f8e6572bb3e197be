import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { appendFile, mkdir, open } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fileOfDownload, fileOfPage, isMessage, isPacked, offeredName, wanted } from './addresses.ts'
import { type Kept, keep, linksOf, menuOf, messagesOf, plainText } from './rewrite.ts'

/** Asks the site for an address, as whoever the archive is for. */
export type Ask = (address: string) => Promise<Response>

/** A page as it waits to be laid into the archive. */
export interface Spooled extends Kept {
  address: string
}

/** Where things lie, from the folder of the archive, by their addresses. */
export interface Places {
  files: Map<string, string>
  /** Messages: the page of their thread, and where they stand on it. */
  messages: Map<string, string>
  /** Redirects of the site. */
  moved: Map<string, string>
}

export interface Crawled extends Places {
  spool: string
  pages: number
  downloads: number
  menu: { href: string; label: string }[]
  /** The site's own colours, if it has any. */
  sheet: string | undefined
  logo: string | undefined
  brand: { name: string; sub: string }
  /** What answered with an error of ours: an archive without it would not be whole. */
  failed: string[]
}

// So many pages are made at a time.
const atOnce = 6
/** So much of pages is in one pack. */
const packSize = 400_000

/** Walks through all that a reader may see, from the map of the site and along all links, and keeps it on the disk. */
export class Crawl {
  private readonly queue: { address: string; picture: boolean }[] = []
  private readonly seen = new Set<string>()
  private readonly taken = new Set<string>()
  private pack = { number: 0, size: 0, pages: 0 }
  private buffered: string[] = []
  private bufferedSize = 0
  private readonly result: Crawled

  private readonly ask: Ask
  private readonly baseUrl: string
  private readonly folder: string
  private readonly progress: (text: string) => void

  /**
   * @param folder of the archive: files to take away are laid there at once
   * @param spool a folder for what waits
   */
  constructor(
    ask: Ask,
    { baseUrl, folder, spool, progress }: { baseUrl: string; folder: string; spool: string; progress: (text: string) => void },
  ) {
    this.ask = ask
    this.baseUrl = baseUrl
    this.folder = folder
    this.progress = progress
    this.result = {
      ...{ files: new Map(), messages: new Map(), moved: new Map(), spool: join(spool, 'pages'), pages: 0, downloads: 0 },
      ...{ menu: [], sheet: undefined, logo: undefined, brand: { name: '', sub: '' }, failed: [] },
    }
  }

  /** @param addresses where to begin */
  async walk(addresses: readonly string[]): Promise<Crawled> {
    await (await open(this.result.spool, 'wx', 0o600)).close()
    for (const address of addresses) this.want(address, '/', false)
    let busy = 0
    await new Promise<void>((resolve, reject) => {
      const go = () => {
        if (busy === 0 && this.queue.length === 0) resolve()
        while (busy < atOnce) {
          const next = this.queue.shift()
          if (!next) return
          busy++
          this.fetch(next).then(() => {
            busy--
            go()
          }, reject)
        }
      }
      go()
    })
    await this.flush()
    return this.result
  }

  private want(link: string, at: string, picture: boolean): void {
    const found = wanted(link, at, this.baseUrl)
    // A message is read in its thread.
    if (!found || isMessage(found.address) || this.seen.has(found.address)) return
    this.seen.add(found.address)
    this.queue.push({ address: found.address, picture })
  }

  private async fetch({ address, picture }: { address: string; picture: boolean }): Promise<void> {
    const answer = await this.ask(address)
    const { status, headers } = answer
    if (status >= 300 && status < 400) return this.follow(address, headers.get('location') ?? '')
    // What goes on without an end is no page.
    if (status !== 200 || headers.get('content-type') === 'text/event-stream') {
      await answer.body?.cancel()
      if (status >= 500 || status === 429) this.result.failed.push(`${address} answered ${status}`)
      return
    }
    const disposition = headers.get('content-disposition')
    if (headers.get('content-type')?.startsWith('text/html') && !disposition?.startsWith('attachment'))
      return this.page(address, await answer.text())
    await this.download(address, answer, fileOfDownload(address, offeredName(disposition), picture))
  }

  private follow(address: string, location: string): void {
    const found = wanted(location, address, this.baseUrl)
    if (!found) return
    this.result.moved.set(address, found.address)
    this.want(found.address, '/', false)
  }

  private async download(address: string, answer: Response, file: string): Promise<void> {
    const path = join(this.folder, file)
    await mkdir(dirname(path), { recursive: true })
    const body = answer.body ? Readable.fromWeb(answer.body as Parameters<typeof Readable.fromWeb>[0]) : Readable.from([])
    await pipeline(body, createWriteStream(path))
    this.result.files.set(address, file)
    this.result.downloads++
  }

  private async page(address: string, html: string): Promise<void> {
    if (this.result.menu.length === 0) this.surroundings(html)
    const kept = keep(html, address)
    const file = isPacked(address) ? this.inPack(kept.main.length) : this.alone(address)
    this.result.files.set(address, file)
    for (const { address: link, picture } of linksOf(kept.main, address, this.baseUrl)) this.want(link, '/', picture)
    for (const message of messagesOf(kept.main, address, this.baseUrl)) this.result.messages.set(message.address, file + message.hash)
    this.result.pages++
    if (this.result.pages % 50 === 0) this.progress(`${this.result.pages} pages, ${this.queue.length} known to come`)
    await this.spool({ address, ...kept })
  }

  /** What stands around all pages, read off the first. */
  private surroundings(html: string): void {
    this.result.menu = menuOf(html)
    for (const { href } of this.result.menu) this.want(href, '/', false)
    const sheet = /<link rel="stylesheet" href="(\/site\/[^"]*)"/.exec(html)?.[1]
    const brand = /<a class="brand"[^>]*>([\s\S]*?)<\/a>/.exec(html)?.[1] ?? ''
    const logo = /<img class="logo" src="([^"]*)"/.exec(brand)?.[1]
    this.result.brand = { name: plainText(/<span>([^<]*)/.exec(brand)?.[1] ?? ''), sub: plainText(/<small>([^<]*)/.exec(brand)?.[1] ?? '') }
    for (const [name, link] of [
      ['sheet', sheet],
      ['logo', logo],
    ] as const) {
      if (link === undefined) continue
      this.result[name] = plainText(link)
      this.want(plainText(link), '/', true)
    }
  }

  private alone(address: string): string {
    const file = fileOfPage(address)
    const own = this.taken.has(file)
      ? file.replace(/\.html$/, `-${createHash('sha256').update(address).digest('hex').slice(0, 12)}.html`)
      : file
    this.taken.add(own)
    return own
  }

  private inPack(size: number): string {
    if (this.pack.size + size > packSize && this.pack.pages > 0) this.pack = { number: this.pack.number + 1, size: 0, pages: 0 }
    this.pack.size += size
    return `page.html?${this.pack.number}.${this.pack.pages++}`
  }

  private async spool(page: Spooled): Promise<void> {
    const line = `${JSON.stringify(page)}\n`
    this.buffered.push(line)
    this.bufferedSize += line.length
    if (this.bufferedSize > 2_000_000) await this.flush()
  }

  private async flush(): Promise<void> {
    const lines = this.buffered.join('')
    this.buffered = []
    this.bufferedSize = 0
    // One after another, in the order of the packs.
    this.writing = this.writing.then(() => appendFile(this.result.spool, lines))
    await this.writing
  }
  private writing: Promise<void> = Promise.resolve()
}

/** Where something of the site lies from the folder of the archive; undefined where it was not kept. */
export function placeOf({ files, messages, moved }: Places, address: string, hash: string): string | undefined {
  const message = messages.get(address)
  if (message !== undefined) return message
  const target = files.get(moved.get(address) ?? address)
  return target === undefined ? undefined : target + hash
}
