import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Entry, SimilarIndex } from '../src/lib/similar/similar.ts'
import { readGold } from '../test/similar/gold.ts'

// `npx tsx`-free: node bench/similar.ts. Reads question and report pairs from RAPPORT_SHARED (default ../shared) and the project's own set.
const shared = process.env.RAPPORT_SHARED ?? '../shared'

interface Case {
  query: Entry
  /** Ids of those that are the same need; none for a text that has no like. */
  wanted: number[]
}
interface Measured {
  name: string
  entries: Entry[]
  cases: Case[]
  synonyms?: string[][]
}

const plainText = (html: string): string =>
  html
    .replaceAll(/<blockquote>\s*<p>\s*<strong>Possible Duplicate[\s\S]*?<\/blockquote>/gi, ' ')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/&(?:lt|gt|amp|quot|#\d+|nbsp);/g, ' ')

function titled(text: string): { title: string; text: string } {
  const at = text.indexOf('<')
  return at < 0 ? { title: text, text: '' } : { title: plainText(text.slice(0, at)), text: plainText(text.slice(at)) }
}

function questions(name: string): Measured {
  const lines = readFileSync(join(shared, 'data/duplicates', name, 'pairs.jsonl'), 'utf8')
    .trim()
    .split('\n')
  const entries: Entry[] = []
  const cases: Case[] = []
  for (const [i, line] of lines.entries()) {
    const pair = JSON.parse(line) as { label: string; a: string; b: string }
    entries.push({ id: i * 2 + 1, ...titled(pair.b), language: 'en' })
    cases.push({ query: { id: i * 2, ...titled(pair.a), language: 'en' }, wanted: pair.label === 'duplicate' ? [i * 2 + 1] : [] })
  }
  return { name, entries, cases }
}

function reports(file: string): Measured[] {
  const lines = readFileSync(join(shared, 'data/duplicates/bug-reports', file), 'utf8')
    .trim()
    .split('\n')
  const pairs = lines.map((line) => JSON.parse(line) as Record<string, string> & { textually_similar: unknown })
  const entries = new Map<string, Entry>()
  const idOf = new Map<string, number>()
  const add = (id = '', title = '', text = ''): number => {
    const known = idOf.get(id)
    if (known !== undefined) return known
    const made = idOf.size + 1
    idOf.set(id, made)
    entries.set(id, { id: made, title, text, language: 'en' })
    return made
  }
  const groups: { hard: boolean; query: number; wanted: number }[] = []
  for (const pair of pairs) {
    const a = add(pair.id_a, pair.summary_a, pair.description_a)
    const b = add(pair.id_b, pair.summary_b, pair.description_b)
    groups.push({ hard: pair.textually_similar !== true, query: a, wanted: b })
  }
  const all = [...entries.values()]
  const byId = new Map(all.map((entry) => [entry.id, entry]))
  const part = (name: string, chosen: typeof groups): Measured => ({
    name,
    entries: all,
    cases: [...Map.groupBy(chosen, ({ query }) => query)].map(([query, rows]) => ({
      query: byId.get(query) as Entry,
      wanted: rows.map(({ wanted }) => wanted),
    })),
  })
  const name = `bug-reports/${file.replace('.jsonl', '')}`
  return [
    part(name, groups),
    part(
      `${name}, textually dissimilar`,
      groups.filter(({ hard }) => hard),
    ),
  ]
}

/** Plain BM25 (k1 1.2, b 0.75) over title and text as one, words as they are written. */
class Plain {
  readonly #df = new Map<string, number>()
  readonly #docs: { id: number; counts: Map<string, number>; length: number }[] = []
  put({ id, title, text }: Entry): void {
    const words = `${title} ${text}`.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
    const counts = new Map<string, number>()
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
    for (const word of counts.keys()) this.#df.set(word, (this.#df.get(word) ?? 0) + 1)
    this.#docs.push({ id, counts, length: words.length })
  }
  find({ id: own, title, text }: Entry): number[] {
    const words = new Set(`${title} ${text}`.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
    const average = this.#docs.reduce((sum, { length }) => sum + length, 0) / this.#docs.length
    const scored = this.#docs
      .filter(({ id }) => id !== own)
      .map(({ id, counts, length }) => {
        let score = 0
        for (const word of words) {
          const tf = counts.get(word)
          if (tf === undefined) continue
          const df = this.#df.get(word) ?? 0
          score += (Math.log(1 + (this.#docs.length - df + 0.5) / (df + 0.5)) * tf * 2.2) / (tf + 1.2 * (0.25 + (0.75 * length) / average))
        }
        return { id, score }
      })
    return scored.sort((a, b) => b.score - a.score).map(({ id }) => id)
  }
}

function grade(ranked: number[], wanted: number[]): { hits: number; reciprocal: number } {
  const hits = wanted.filter((id) => ranked.slice(0, 5).includes(id)).length
  const first = ranked.findIndex((id) => wanted.includes(id))
  return { hits: hits / wanted.length, reciprocal: first < 0 ? 0 : 1 / (first + 1) }
}

// As on the pages: below this nothing is suggested.
const shownFrom = 0.3

function measure({ name, entries, cases, synonyms }: Measured): void {
  const index = new SimilarIndex(synonyms)
  const plain = new Plain()
  const began = performance.now()
  for (const entry of entries) index.put(entry)
  const built = performance.now() - began
  for (const entry of entries) plain.put(entry)
  const ours = { recall: 0, mrr: 0 }
  const theirs = { recall: 0, mrr: 0 }
  let [positives, falses, negatives, shown, right] = [0, 0, 0, 0, 0]
  const times: number[] = []
  for (const { query, wanted } of cases) {
    const start = performance.now()
    const found = index.find(query, { limit: 20 })
    times.push(performance.now() - start)
    const suggested = found.slice(0, 5).filter(({ likeness }) => likeness >= shownFrom)
    shown += suggested.length
    right += suggested.filter(({ id }) => wanted.includes(id)).length
    if (wanted.length === 0) {
      negatives++
      if (suggested.length > 0) falses++
      continue
    }
    positives++
    const a = grade(
      found.map(({ id }) => id),
      wanted,
    )
    const b = grade(plain.find(query), wanted)
    ours.recall += a.hits
    ours.mrr += a.reciprocal
    theirs.recall += b.hits
    theirs.mrr += b.reciprocal
  }
  times.sort((a, b) => a - b)
  const share = (value: number) => (value / Math.max(1, positives)).toFixed(3)
  console.log(
    `${name}: ${entries.length} texts, ${positives} with a like\n  recall@5 ${share(ours.recall)} (plain BM25 ${share(theirs.recall)}), MRR ${share(ours.mrr)} (${share(theirs.mrr)})` +
      `\n  shown at ${shownFrom}: ${shown} suggestions, ${right} right${negatives > 0 ? `; a false one for ${falses} of ${negatives} texts without a like (${((100 * falses) / negatives).toFixed(0)} %)` : ''}` +
      `\n  built in ${built.toFixed(0)} ms, asked in ${times[Math.floor(times.length / 2)]?.toFixed(1)} ms (median), ${times[Math.floor(times.length * 0.95)]?.toFixed(1)} ms (95 %)`,
  )
}

/** Ten thousand requests of about a hundred words, from the words of the sets: how long does one question take? */
function measureLarge(sets: Measured[]): void {
  const texts = sets.flatMap(({ entries }) => entries)
  const index = new SimilarIndex()
  const began = performance.now()
  for (let id = 1; id <= 10_000; id++) {
    const [a, b] = [texts[id % texts.length] as Entry, texts[(id * 7) % texts.length] as Entry]
    index.put({ id, title: a.title, text: `${a.text.slice(0, 400)} ${b.text.slice(0, 300)} ${id}`, language: 'en' })
  }
  const built = performance.now() - began
  const times = texts.slice(0, 300).map((query) => {
    const start = performance.now()
    index.find({ ...query, id: 0 })
    return performance.now() - start
  })
  times.sort((a, b) => a - b)
  console.log(
    `10,000 requests: built in ${built.toFixed(0)} ms, asked in ${times[150]?.toFixed(1)} ms (median), ${times[284]?.toFixed(1)} ms (95 %), ${times.at(-1)?.toFixed(1)} ms (longest)`,
  )
}

const gold = readGold()
const sets: Measured[] = [
  {
    name: 'the project’s own set',
    entries: gold.posts,
    synonyms: gold.synonyms,
    cases: gold.posts.map((query) => ({ query, wanted: gold.likes.get(query.id) ?? [] })),
  },
  questions('meta-stackexchange'),
  questions('askubuntu'),
  ...readdirSync(join(shared, 'data/duplicates/bug-reports'))
    .filter((file) => file.endsWith('.jsonl'))
    .flatMap(reports),
]
for (const set of sets) measure(set)
measureLarge(sets.slice(1, 3))
