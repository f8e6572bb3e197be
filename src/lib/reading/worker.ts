import { parentPort } from 'node:worker_threads'
import { inLanguage, unsaid } from '../ui/language.ts'

/** What the worker is to do: see `bounded.ts`. */
export interface Call {
  module: string
  reader: string
  given: unknown[]
}

/** What came of it: a value, or the kind and the words of the error. */
export type Answer = { value: unknown } | { thrown: string; message: string }

// The worker's side of bounded.ts: one file after another, each by a reader of our own.
parentPort?.on('message', async ({ module, reader, given }: Call) => {
  try {
    const readers = (await import(module)) as Record<string, (...args: unknown[]) => unknown>
    // It does not know whose file it is: whoever asked says what it refuses with.
    const answer: Answer = { value: await inLanguage(unsaid, () => readers[reader]?.(...given)) }
    parentPort?.postMessage(answer)
  } catch (error) {
    const refused = error as Error
    parentPort?.postMessage({ thrown: refused.constructor.name, message: refused.message } satisfies Answer)
  }
})
