// Well-made implementations of plain ways to find similar texts, to compare the engine with.
import type { Entry } from '../src/lib/similar/similar.ts'
import { isJoining, stemOf } from '../src/lib/similar/words.ts'

/** Ids of a collection, the likest first. */
export type Ranker = (query: Entry) => number[]
export type Baseline = (entries: readonly Entry[]) => Ranker

const words = (text: string): string[] => (text.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? []).filter((word) => !isJoining(word))
const stems = (text: string): string[] => words(text).map((word) => stemOf(word, 'en'))

type Vector = Map<string, number>
const countOf = (tokens: readonly string[], weight = 1, into: Vector = new Map()): Vector => {
  for (const token of tokens) into.set(token, (into.get(token) ?? 0) + weight)
  return into
}
const byScore = (scores: readonly { id: number; score: number }[], own: number): number[] =>
  scores
    .filter(({ id }) => id !== own)
    .sort((a, b) => b.score - a.score || a.id - b.id)
    .map(({ id }) => id)

/** BM25F: stems, no stop words, a title counts three times, fields are made even each by its own length. */
export const bm25f: Baseline = (entries) => {
  const [k1, weights, bs] = [1.2, [3, 1], [0.5, 0.75]]
  const docs = entries.map(({ id, title, text }) => ({ id, fields: [countOf(stems(title)), countOf(stems(text))] }))
  const lengthOf = (field: Vector) => field.values().reduce((sum, count) => sum + count, 0)
  const averages = [0, 1].map((at) => docs.reduce((sum, { fields }) => sum + lengthOf(fields[at] as Vector), 0) / docs.length)
  const df = countOf(docs.flatMap(({ fields: [a, b] }) => [...new Set([...(a as Vector).keys(), ...(b as Vector).keys()])]))
  const weighted = docs.map(({ id, fields }) => {
    const tf: Vector = new Map()
    for (const [at, field] of fields.entries()) {
      const even = 1 - (bs[at] as number) + ((bs[at] as number) * lengthOf(field)) / (averages[at] as number)
      for (const [stem, count] of field) tf.set(stem, (tf.get(stem) ?? 0) + ((weights[at] as number) * count) / even)
    }
    return { id, tf }
  })
  return (query) => {
    const asked = countOf(stems(query.text), 1, countOf(stems(query.title)))
    const scores = weighted.map(({ id, tf }) => {
      let score = 0
      for (const [stem, count] of asked) {
        const there = tf.get(stem)
        const n = df.get(stem) ?? 0
        if (there) score += count * Math.log(1 + (docs.length - n + 0.5) / (n + 0.5)) * ((there * (k1 + 1)) / (there + k1))
      }
      return { id, score }
    })
    return byScore(scores, query.id)
  }
}

interface Space {
  vectorOf(entry: Entry): Vector
  docs: { id: number; vector: Vector }[]
}

/** TF-IDF over words as they are written, no stop words, titles three times; lengths made one. */
function spaceOf(entries: readonly Entry[], { sublinear }: { sublinear: boolean }): Space {
  const rawOf = ({ title, text }: Entry) => countOf(words(text), 1, countOf(words(title), 3))
  const raw = entries.map(rawOf)
  const df = countOf(raw.flatMap((one) => [...one.keys()]))
  const made = (counts: Vector): Vector => {
    const vector: Vector = new Map()
    for (const [word, count] of counts) {
      const known = df.get(word)
      if (known) vector.set(word, (sublinear ? 1 + Math.log(count) : count) * (1 + Math.log((1 + entries.length) / (1 + known))))
    }
    const length = Math.hypot(...vector.values()) || 1
    for (const [word, value] of vector) vector.set(word, value / length)
    return vector
  }
  return { vectorOf: (entry) => made(rawOf(entry)), docs: entries.map(({ id }, i) => ({ id, vector: made(raw[i] as Vector) })) }
}

/** The cosine of TF-IDF. */
export const tfIdf =
  (options: { sublinear: boolean }): Baseline =>
  (entries) => {
    const { vectorOf, docs } = spaceOf(entries, options)
    return (query) => {
      const asked = vectorOf(query)
      const scores = docs.map(({ id, vector }) => {
        let score = 0
        for (const [word, value] of asked) score += value * (vector.get(word) ?? 0)
        return { id, score }
      })
      return byScore(scores, query.id)
    }
  }

type Matrix = Float64Array<ArrayBuffer>[]

/** The columns of a matrix (rows of length k), made orthonormal one after another. */
function orthonormal(matrix: Matrix, k: number): void {
  for (let j = 0; j < k; j++) {
    for (let round = 0; round < 2; round++)
      for (let i = 0; i < j; i++) {
        let dot = 0
        for (const row of matrix) dot += (row[i] as number) * (row[j] as number)
        for (const row of matrix) row[j] = (row[j] as number) - dot * (row[i] as number)
      }
    let length = 0
    for (const row of matrix) length += (row[j] as number) ** 2
    length = Math.sqrt(length) || 1
    for (const row of matrix) row[j] = (row[j] as number) / length
  }
}

/** TF-IDF brought to its 200 strongest directions (a randomised SVD of four rounds), and the cosine there. */
export const lsa =
  (options: { sublinear: boolean }, dimensions = 200): Baseline =>
  (entries) => {
    const { vectorOf, docs } = spaceOf(entries, options)
    const columns = new Map<string, number>()
    for (const { vector } of docs) for (const word of vector.keys()) if (!columns.has(word)) columns.set(word, columns.size)
    const sparse = docs.map(({ vector }) => [...vector].map(([word, value]): [number, number] => [columns.get(word) as number, value]))
    const k = Math.min(dimensions + 20, docs.length)
    let state = 7
    const random = () => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
      return state / 2_147_483_648 - 0.5
    }
    const rows = (count: number): Matrix => Array.from({ length: count }, () => new Float64Array(k))
    const times = (right: Matrix): Matrix =>
      sparse.map((line) => {
        const sum = new Float64Array(k)
        for (const [at, value] of line)
          for (let j = 0; j < k; j++) sum[j] = (sum[j] as number) + value * ((right[at] as Float64Array)[j] as number)
        return sum
      })
    const timesTurned = (right: Matrix): Matrix => {
      const sum = rows(columns.size)
      for (const [i, line] of sparse.entries())
        for (const [at, value] of line) {
          const target = sum[at] as Float64Array
          for (let j = 0; j < k; j++) target[j] = (target[j] as number) + value * ((right[i] as Float64Array)[j] as number)
        }
      return sum
    }
    let right: Matrix = rows(columns.size).map((row) => row.map(random))
    for (let round = 0; round < 4; round++) {
      const left = times(right)
      orthonormal(left, k)
      right = timesTurned(left)
      if (round < 3) orthonormal(right, k)
    }
    // The columns of `right` are the directions, each as long as it is strong, nearly in order; the strongest are kept.
    const lengths = Array.from({ length: k }, (_, j) => Math.sqrt(right.reduce((sum, row) => sum + (row[j] as number) ** 2, 0)))
    const chosen = lengths
      .map((length, j) => ({ length, j }))
      .sort((a, b) => b.length - a.length)
      .slice(0, dimensions)
    const project = (vector: Vector): Float64Array => {
      const made = new Float64Array(chosen.length)
      for (const [word, value] of vector) {
        const row = right[columns.get(word) ?? -1]
        if (row)
          for (const [at, { j, length }] of chosen.entries()) made[at] = (made[at] as number) + (value * (row[j] as number)) / (length || 1)
      }
      const length = Math.hypot(...made) || 1
      return made.map((value) => value / length)
    }
    const projected = docs.map(({ id, vector }) => ({ id, at: project(vector) }))
    return (query) => {
      const asked = project(vectorOf(query))
      return byScore(
        projected.map(({ id, at }) => ({ id, score: at.reduce((sum, value, j) => sum + value * (asked[j] as number), 0) })),
        query.id,
      )
    }
  }
