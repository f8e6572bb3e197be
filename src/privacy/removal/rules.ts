import { normalise } from '../../lib/mail/find-words.ts'
import { textsOf } from '../../lib/ui/words.ts'

const t = textsOf('privacy', 'removal')

/** What an owner takes out: a message, words wherever they stand in the list, or an attachment. */
export type Wanted =
  | { kind: 'message'; subject: boolean }
  /** In lower case with one blank between them. */
  | { kind: 'words'; words: string }
  | { kind: 'attachment'; sha256: string }

/** How much of what a removal takes. */
export interface Figures {
  /** Messages of the archive that lose something. */
  messages: number
  /** Those among them in other lists, which keep the same mail. */
  elsewhere: number
  /** Mails that came in and are in no archive: held, dropped, parked. */
  incoming: number
  /** Letters of the outbox. */
  letters: number
  /** Deliveries that wait and will not leave. */
  deliveries: number
  /** Other texts by their place, each with how many. */
  places: Record<string, number>
}

/** Nothing yet. */
export const none = (): Figures => ({ messages: 0, elsewhere: 0, incoming: 0, letters: 0, deliveries: 0, places: {} })

// One short word stands in too many texts for anybody to see in a preview what goes.
const fewestLetters = 4
const mostWords = 60

/** Why these words cannot be taken out; undefined means they can. */
export function whyNotWords(text: string): string | undefined {
  const words = normalise(text)
  if (words === '') return t.errors.noWords
  if (words.replaceAll(' ', '').length < fewestLetters) return t.errors.short
  if (words.split(' ').length > mostWords) return t.errors.long({ most: mostWords })
}

/** Why this reason cannot be kept; undefined means it can: it stays for everybody to read. */
export function whyNotReason(reason: string, words: string | undefined): string | undefined {
  if (words && ` ${normalise(reason)} `.includes(` ${words} `)) return t.errors.reason
}

/** The words as a pattern that PostgreSQL looks for, whatever stands between them. */
export const patternOf = (words: string): string => words.split(' ').join('[^[:alnum:]]+')
