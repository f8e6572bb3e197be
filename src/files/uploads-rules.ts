import { textsOf } from '../lib/ui/words.ts'

const t = textsOf('files', 'refusals')

/** Of one piece on its way, in bytes: a piece that is lost is sent again. */
export const pieceSize = 4 * 1024 * 1024

/** Unfinished uploads wait so long for their next piece, in hours; finished ones for the form that takes them. */
export const uploadWaits = 48

/** Of uploads that one person has under way at once. */
export const mostUploads = 20

const megabytes = (bytes: number): number => Math.round(bytes / (1024 * 1024))

/**
 * Why an upload of this size is not begun, as a sentence; undefined where it is.
 * @param largest of a file here, in bytes
 */
export function whyNotUpload(size: number, largest: number): string | undefined {
  if (size <= 0) return t.empty
  if (size > largest) return t.fileHasMbChooseFile({ size: megabytes(size), largest: megabytes(largest) })
  return undefined
}

/** The sentence for a file that turns out to be larger than may be. */
export const tooLarge = (largest: number): string => t.tooLarge({ largest: megabytes(largest) })
