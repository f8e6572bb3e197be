import { PickleError } from '../../lib/pickle/value.ts'
import { callBounded } from '../../lib/reading/bounded.ts'
import { readingLimits } from '../../lib/reading/limits.ts'

// Beside this file: .ts from source, .js when compiled.
const moduleOf = (name: string): string => import.meta.url.replace(/within\.([jt]s)$/, `${name}.$1`)
const modules = { readConfigPickle: moduleOf('config'), readRequestsIn: moduleOf('requests') }

/**
 * Reads a pickle of Mailman in a worker with bounded time and memory.
 * @throws PickleError with a sentence
 */
export const readPickle = <T>(reader: keyof typeof modules, given: unknown[]): Promise<T> =>
  callBounded<T>({ module: modules[reader], reader, given, refusal: PickleError, milliseconds: readingLimits.pickle.time })
