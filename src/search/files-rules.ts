import { cutWords, wordsBeside } from './cut-rules.ts'

/** A file that hangs on a thing that is found. */
export interface FoundFile {
  name: string
  /** The hash of its content, where all who may see the thing may have the file, and so may find the thing by its words. */
  sha256?: Buffer | undefined
  /** Nobody may have it yet: its words are not found, whatever is known of them. */
  held?: boolean
}

// PostgreSQL refuses a tsvector over 1 MB: each word takes its letters and some bytes once, and two for each place where it stands. There
// must be room for what stands beside (`wordsBeside`), too.
const largestVector = 700_000
const perWord = 8
const perPlace = 2
const mostPlaces = 256

const bytesOf = (word: string): number => Buffer.byteLength(word)

/** As many of further words as fit into so many bytes of an index beside the words that it has. */
function fitting(own: string, further: string, most: number): string {
  const places = new Map<string, number>()
  let size = 0
  const take = (word: string): number => {
    const before = places.get(word) ?? 0
    places.set(word, before + 1)
    size += before === 0 ? bytesOf(word) + perWord : before < mostPlaces ? perPlace : 0
    return size
  }
  for (const word of own.split(' ')) take(word)
  for (let at = 0; at < further.length; ) {
    const border = further.indexOf(' ', at)
    const end = border < 0 ? further.length : border
    if (take(further.slice(at, end)) > most) return further.slice(0, at).trimEnd()
    at = end + 1
  }
  return further
}

/**
 * The words of files as they are indexed beside those of the thing that they hang on: as many as there is room for.
 * @param own the words of the thing, cut
 * @param forms under how many forms each word may stand there
 * @param longest of all texts together, in characters
 */
export function wordsOfFiles(
  texts: readonly string[],
  own: string,
  { forms, longest }: { forms: number; longest: number },
): { words: string; beside: string } {
  const all = texts.join('\n').slice(0, longest)
  return { words: fitting(own, cutWords(all, longest), largestVector / forms), beside: wordsBeside(all) }
}

const none = '-'

/** Hashes as one parameter of a statement holds them; `hashesFrom` reads it there. */
export const hashesAs = (files: readonly FoundFile[]): string => files.map(({ sha256 }) => sha256?.toString('hex') ?? none).join(',')

/** The files of a document as its row has them: a name in each line, and as many hashes. */
export const filesFrom = ({ files, hashes }: { files: string; hashes: (Buffer | null)[] }): FoundFile[] =>
  files === '' && hashes.length === 0 ? [] : files.split('\n').map((name, at) => ({ name, sha256: hashes[at] ?? undefined }))
