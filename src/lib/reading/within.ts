import { callBounded } from './bounded.ts'
import { readingLimits } from './limits.ts'
import type { Words } from './words.ts'

/** What reading one file may cost. */
interface Bounds {
  milliseconds?: number
  megabytes?: number
}

/** Larger files are not read, in bytes. */
export const largestRead = readingLimits.document.size

// Beside this file: .ts from source, .js when compiled.
const module = import.meta.url.replace(/within\.([jt]s)$/, 'words.$1')

class Unread extends Error {}

/**
 * The words of a file, read in a worker that is ended when it takes too long or too much memory; whatever happens, the answer is words or
 * a sentence.
 * @param type as told from the content
 */
export async function readWithin(bytes: Uint8Array, type: string, bounds: Bounds = {}): Promise<Words> {
  if (bytes.length > largestRead) return { words: '', note: 'It is larger than 50 MB and is not read.' }
  try {
    const { words, note } = await callBounded<Words>({ module, reader: 'wordsOf', given: [bytes, type], refusal: Unread, ...bounds })
    return { words: words.toWellFormed().replaceAll('\0', ''), note }
  } catch (error) {
    if (error instanceof Unread) return { words: '', note: error.message }
    throw error
  }
}
