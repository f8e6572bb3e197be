import { keptOf } from '../ui/kept.ts'
import { inLanguage, unsaid } from '../ui/language.ts'
import { callBounded } from './bounded.ts'
import { readingLimits } from './limits.ts'
import type { Words } from './words.ts'

const kept = keptOf('lib', 'reading')

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
  if (bytes.length > largestRead) return { words: '', note: kept('notRead', { mb: largestRead / 1024 ** 2 }) }
  try {
    const call = { module, reader: 'wordsOf', given: [bytes, type], refusal: Unread, ...bounds }
    const { words, note } = await inLanguage(unsaid, () => callBounded<Words>(call))
    return { words: words.toWellFormed().replaceAll('\0', ''), note }
  } catch (error) {
    if (error instanceof Unread) return { words: '', note: error.message }
    throw error
  }
}
