import { Worker } from 'node:worker_threads'
import type { Words } from './words.ts'

/** What reading one file may cost. */
interface Bounds {
  milliseconds?: number
  megabytes?: number
}

/** Larger files are not read, in bytes. */
export const largestRead = 50 * 1024 * 1024

// The same file name as this one has: .ts from source, .js when compiled.
const workerUrl = new URL(import.meta.url.replace(/within\.([jt]s)$/, 'worker.$1'))

/**
 * The words of a file, read in a worker of its own that is ended when it takes too long or too much memory; whatever happens, the
 * answer is words or a sentence.
 * @param type as told from the content
 */
export async function readWithin(bytes: Uint8Array, type: string, { milliseconds = 20_000, megabytes = 384 }: Bounds = {}): Promise<Words> {
  if (bytes.length > largestRead) return { words: '', note: 'It is larger than 50 MB and is not read.' }
  const own = new Uint8Array(bytes)
  const worker = new Worker(workerUrl, {
    workerData: { bytes: own, type },
    transferList: [own.buffer],
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
    // What a library warns about a broken file is not for our log.
    stdout: true,
    stderr: true,
  })
  const { promise, resolve } = Promise.withResolvers<Words>()
  const timer = setTimeout(() => resolve({ words: '', note: 'Reading it took too long.' }), milliseconds)
  worker.on('message', resolve)
  worker.on('error', (error: Error & { code?: string }) =>
    resolve({
      words: '',
      note: error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'Reading it took too much memory.' : 'It is damaged, or protected by a password.',
    }),
  )
  worker.on('exit', () => resolve({ words: '', note: 'It could not be read.' }))
  const answer = await promise
  clearTimeout(timer)
  await worker.terminate()
  return { words: answer.words.toWellFormed().replaceAll('\0', ''), note: answer.note }
}
