import { textsOf } from '../../lib/ui/words.ts'
import { longestDraft } from '../../people/rules.ts'

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

const one = (typed: string | string[] | undefined): string => [typed ?? ''].flat()[0] ?? ''

/**
 * A post that did not leave as the draft of its form, with what was begun there since below it.
 * @param since the draft that is there; what it says of the post itself, as it was being written, is not said twice
 */
export function joinDraft(
  post: { subject: string; text: string; files: readonly string[] },
  since: Readonly<Record<string, string | string[]>> = {},
): Record<string, string | string[]> {
  const [older, newer] = [post.text, one(since.text)].map((text) => text.replaceAll('\r\n', '\n')) as [string, string]
  const [subject, other] = [post.subject || one(since.subject), one(since.subject)]
  const text = older.startsWith(newer) ? older : [older, ...(other && other !== subject ? [other] : []), newer].join('\n\n')
  const upload = [...new Set([...post.files, ...[since.upload ?? []].flat()])]
  const room = longestDraft - [subject, ...upload].join('').length - 2_000
  return { ...since, subject, text: text.slice(0, room), upload }
}
