import { createHash } from 'node:crypto'
import { statSync } from 'node:fs'
import { promisify } from 'node:util'
import { deserialize, serialize } from 'node:v8'
import { constants, zstdCompress, zstdDecompress } from 'node:zlib'
import { lexiconFile } from './lexicon.ts'
import type { PackedIndex } from './postings.ts'
import { sensesFile } from './senses.ts'
import { SimilarIndex } from './similar.ts'

const [compress, decompress] = [promisify(zstdCompress), promisify(zstdDecompress)]
// Whoever waits reads it; a tenth less would take three times as long.
const params = { [constants.ZSTD_c_compressionLevel]: 1 }

/** An index as bytes, in some parts that are read beside each other. */
export function toParts({ near, postings, ...texts }: PackedIndex): Promise<Buffer[]> {
  return Promise.all([texts, postings, ...near].map((part) => compress(serialize(part), { params })))
}

/** @throws where these are not all parts of one */
export async function fromParts(parts: readonly Buffer[]): Promise<PackedIndex> {
  const [texts, postings, ...near] = await Promise.all(parts.map(async (part) => deserialize(await decompress(part))))
  return { ...texts, postings, near }
}

let mark: string | undefined

/** Tells those who read texts alike from those who do not: an index that another release made is made anew where that reads otherwise. */
export function readingMark(): string {
  if (mark !== undefined) return mark
  const index = new SimilarIndex()
  index.put({
    id: 1,
    title: 'Lists that were copied lose their notes',
    text: 'After the rollover in August, all 1,200 lists for ISO27001 at https://a.example are missing; cancelled orders cannot be re-ordered.',
    language: 'en',
  })
  mark = createHash('sha256')
    .update(serialize(index.pack()))
    .update(`${statSync(lexiconFile).size} ${statSync(sensesFile).size}`)
    .digest('base64url')
    .slice(0, 16)
  return mark
}
