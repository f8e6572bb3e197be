import { createReadStream } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { packed } from './packing.ts'

/** What search shows of a page. */
export interface Found {
  title: string
  /** From the folder of the archive. */
  file: string
  /** As YYYY-MM-DD; empty where it has none. */
  day: string
  text: string
  /** How it begins. */
  start: string
}

const longestWord = 24
const scripts = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}]/u

/** Words as they are compared: the same in `offline.js`. What writes without spaces is found by pairs of its characters. */
export const wordsIn = (text: string): string[] =>
  (
    text
      .normalize('NFKD')
      .replaceAll(/\p{M}+/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).flatMap((word) => {
    if (!scripts.test(word)) return word.length > 1 && word.length <= longestWord ? [word] : []
    const letters = [...word]
    return letters.length === 1 ? letters : letters.slice(1).map((letter, at) => `${letters[at]}${letter}`)
  })

// So much of words and of pages is held at once; a run of them goes to the disk.
const mostHeld = 1_000_000
const blockOf = 96_000
const docsOf = 400

/** The index of an archive's pages, written beside them while they are. */
export class SearchIndex {
  private readonly words = new Map<string, string[]>()
  private readonly runs: string[] = []
  private held = 0
  private count = 0
  private docs: string[] = []
  private readonly days: string[] = []

  private readonly spool: string
  private readonly write: (name: string, bytes: Uint8Array) => Promise<void>

  /**
   * @param spool a folder for what waits
   * @param write lays a file into the archive
   */
  constructor(spool: string, write: (name: string, bytes: Uint8Array) => Promise<void>) {
    this.spool = spool
    this.write = write
  }

  async add({ title, file, day, text, start }: Found): Promise<void> {
    const at = this.count++
    const inTitle = new Set(wordsIn(title))
    for (const word of new Set([...inTitle, ...wordsIn(text)])) {
      const places = this.words.get(word)
      const place = at.toString(36) + (inTitle.has(word) ? '!' : '')
      if (places) places.push(place)
      else this.words.set(word, [place])
      this.held++
    }
    this.days.push(day)
    this.docs.push([title, file, day, start].map((part) => part.replaceAll(/[\t\n]/g, ' ')).join('\t'))
    if (this.docs.length === docsOf) await this.endDocs()
    if (this.held > mostHeld) await this.endRun()
  }

  private async endDocs(): Promise<void> {
    const name = `docs-${Math.ceil(this.count / docsOf) - 1}`
    await this.write(`search/${name}.js`, packed(name, this.docs.join('\n')))
    this.docs = []
  }

  private async endRun(): Promise<void> {
    const path = join(this.spool, `run-${this.runs.length}`)
    const lines = [...this.words.keys()].sort().map((word) => `${word} ${this.words.get(word)?.join(',')}\n`)
    await writeFile(path, lines.join(''), { mode: 0o600 })
    this.runs.push(path)
    this.words.clear()
    this.held = 0
  }

  /** Brings the runs together: each word once, with the pages that have it in their order. */
  private async *merged(): AsyncGenerator<[string, string[]]> {
    const open = this.runs.map((path) =>
      createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })[Symbol.asyncIterator](),
    )
    const next = async (at: number) => ((await open[at]?.next())?.value as string | undefined)?.split(' ')
    const heads = await Promise.all(open.map((_, at) => next(at)))
    for (;;) {
      const word = heads.reduce<string | undefined>(
        (least, head) => (head?.[0] !== undefined && (least === undefined || head[0] < least) ? head[0] : least),
        undefined,
      )
      if (word === undefined) return
      const places: string[] = []
      for (const [at, head] of heads.entries()) {
        if (head?.[0] !== word) continue
        places.push(...(head[1] ?? '').split(','))
        heads[at] = await next(at)
      }
      yield [word, places]
    }
  }

  /** Writes what is left, and the words in blocks, each found by its first. */
  async end(): Promise<void> {
    if (this.docs.length > 0) await this.endDocs()
    await this.endRun()
    const firsts: string[] = []
    let [block, size] = [[] as string[], 0]
    const endBlock = async () => {
      const name = `words-${firsts.length}`
      firsts.push(block[0]?.split(' ')[0] ?? '')
      await this.write(`search/${name}.js`, packed(name, block.join('\n')))
      ;[block, size] = [[], 0]
    }
    for await (const [word, places] of this.merged()) {
      let before = 0
      const steps = places.map((place) => {
        const at = Number.parseInt(place, 36)
        const step = (at - before).toString(36)
        before = at
        return step + (place.endsWith('!') ? '!' : '')
      })
      const line = `${word} ${steps.join(',')}`
      block.push(line)
      size += line.length
      if (size > blockOf) await endBlock()
    }
    if (block.length > 0) await endBlock()
    await this.write('search/index.js', packed('index', JSON.stringify({ words: firsts, docs: docsOf, days: this.days.join(',') })))
    for (const path of this.runs) await rm(path, { force: true })
  }
}
