import { textsOf } from '../../lib/ui/words.ts'

const t = textsOf('list', 'writing')

/** A post that was written here leaves so long after it was sent, in milliseconds; until then it can be taken back. */
export const leavesAfter = 10_000

/** The page on which a post, or the answer to one, is written: that of its draft. */
export const placeOf = (list: string, reply: string | null | undefined): string =>
  `/lists/${list}/write${reply ? `?reply=${encodeURIComponent(reply)}` : ''}`

const mostFiles = 20
const megabyte = 1024 * 1024
/** Of all files of a post together, in bytes: what most servers take as one mail. */
const mostBytes = 20 * megabyte

/** Why these files cannot go with one post, as a sentence; undefined where they can. */
export function whyNotFiles(files: readonly { size: number }[]): string | undefined {
  if (files.length > mostFiles) return t.tooMany({ most: mostFiles })
  if (files.reduce((sum, { size }) => sum + size, 0) > mostBytes) return t.tooLarge({ megabytes: mostBytes / megabyte })
  return undefined
}

/** A file beside a post as it is kept until the post leaves: `KEY/name`. */
export function readFile(kept: string): { key: string; name: string } {
  const at = kept.indexOf('/')
  return { key: kept.slice(0, at), name: kept.slice(at + 1) }
}
