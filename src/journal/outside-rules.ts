import { textsOf } from '../lib/ui/words.ts'
import { chainedText, type JournalLine, linkHash } from './rules.ts'

/** The first line of a file: which lines follow, and the hash of the link before them. */
export interface FileHead {
  format: 'rapport-journal 1'
  /** The position of the first line in the chain; 1 is the first of all. */
  first: number
  /** In hexadecimal. */
  before: string
}

/** Its last line: where it ends, and the hash of its last link. */
export interface FileFoot {
  last: number
  hash: string
}

/** A file that is not what the chain says. The message is a sentence for the operator. */
export class JournalError extends Error {}

/** What a file of these lines is called. */
export const fileName = (year: number, first: number, last: number): string => `journal-${year}-${first}-${last}.jsonl.zst`

/** A line of a file, as it was hashed, back in its parts. */
export function lineOf(text: string): JournalLine {
  const [id, at, personId, behindId, via, action, subject, groupId, details] = JSON.parse(text)
  const line = { id, at: new Date(at), personId, behindId, via, action, subject, groupId, details }
  if (chainedText(line) !== text) throw new JournalError('A line is not as Rapport writes it.')
  return line
}

/** A line where it stands in the chain. */
export interface Chained {
  position: number
  text: string
  hash: Buffer
}

/**
 * Recounts the chain of a file from its lines of text.
 * @returns where it begins and ends, when all was read
 * @throws JournalError where a link does not fit, or the end is missing
 */
export async function* recount(texts: AsyncIterable<string>): AsyncGenerator<Chained, FileHead & FileFoot> {
  let head: FileHead | undefined
  let foot: FileFoot | undefined
  let position = 0
  let hash: Buffer = Buffer.alloc(0)
  for await (const text of texts) {
    if (foot) throw new JournalError('Something follows its end.')
    if (!head) {
      head = headOf(text)
      position = head.first - 1
      hash = Buffer.from(head.before, 'hex')
    } else if (text.startsWith('{')) foot = JSON.parse(text) as FileFoot
    else {
      hash = linkHash(hash, text)
      yield { position: ++position, text, hash }
    }
  }
  if (!(head && foot)) throw new JournalError('Its end is missing.')
  if (foot.last !== position || foot.hash !== hash.toString('hex'))
    throw new JournalError(
      `Its lines are not those that were chained: at ${position} the hash is ${hash.toString('hex')}, not ${foot.hash}.`,
    )
  return { ...head, ...foot }
}

function headOf(text: string): FileHead {
  const head = text.startsWith('{') ? (JSON.parse(text) as FileHead) : undefined
  if (head?.format !== 'rapport-journal 1') throw new JournalError('It is no file of the activity log.')
  return head
}

/** What a page says of older lines of a thing that are not here. */
export const sayOutside = textsOf('journal', 'outside')
