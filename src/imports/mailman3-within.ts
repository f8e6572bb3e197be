import { callBounded } from '../lib/reading/bounded.ts'
import { SourceError } from './folder.ts'
import type { Departing } from './rules.ts'

// Beside this file: .ts from source, .js when compiled.
const module = import.meta.url.replace(/within\.([jt]s)$/, 'export-file.$1')

/**
 * Reads a list from the file of an export in a worker with bounded time and memory: JSON takes many times its size.
 * @throws SourceError with a sentence
 */
export const readExport = (bytes: Uint8Array, path: string, from: string | undefined): Promise<Departing> =>
  callBounded<Departing>({ module, reader: 'readExportFile', given: [bytes, path, from], refusal: SourceError })
