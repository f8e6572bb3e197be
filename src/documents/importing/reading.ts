import { lookAt } from '../../files/queries.ts'
import { endingOf } from '../../files/rules.ts'
import { readingLimits } from '../../lib/reading/limits.ts'
import { readWithin } from '../../lib/reading/within.ts'
import { keptOf } from '../../lib/ui/kept.ts'
import { isClutter, whyNotDocument } from './rules.ts'

const reasons = keptOf('documents', 'reasons')

/** A file of the folder. */
export interface FolderFile {
  path: string
  bytes: Uint8Array
  /** Where it is too large to be read at all. */
  size?: number
}

/** A file of the folder as it was read: with its words, or why it is no document. */
export type FolderRead = { path: string; size: number } & (
  | { refused: string }
  | { file: Awaited<ReturnType<typeof lookAt>>; words: string; note: string }
)

/** Reads one file of a folder, before the transaction in which it comes in: reading may take its time. */
export async function readFolderFile({ path, bytes, size = bytes.length }: FolderFile): Promise<FolderRead> {
  if (isClutter(path)) return { path, size, refused: reasons('clutter') }
  if (size > readingLimits.folder.each) return { path, size, refused: reasons('large', { mb: readingLimits.folder.each / 1024 ** 2 }) }
  const file = await lookAt({ name: path, content: bytes })
  const isDocument = whyNotDocument(file.type, endingOf(file.name)) === undefined
  return { path, size, file, ...(isDocument ? await readWithin(bytes, file.type) : { words: '', note: '' }) }
}
