import { textsOf } from '../ui/words.ts'
import type { Reason } from './similar.ts'

const t = textsOf('lib', 'why')

/** How many words, names or pairs of words two texts share for these reasons. */
const sharedIn = (why: Reason[]): number =>
  why.reduce((sum, reason) => {
    if (reason.kind === 'words') return sum + reason.words.length
    if (reason.kind === 'names') return sum + reason.names.length
    return reason.kind === 'synonyms' || reason.kind === 'spelling' ? sum + reason.pairs.length : sum
  }, 0)

/** Would a person believe these reasons? One word that both say is a chance, unless there is hardly more to compare. */
export const isBelieved = (why: Reason[], { title, text }: { title: string; text: string }): boolean =>
  sharedIn(why) > 1 ||
  why.some(({ kind }) => kind === 'number' || kind === 'thread' || kind === 'sense') ||
  (why.length > 0 && title.length + text.length < 40)

/** Are two texts alike beyond doubt, so that it may be said unasked? Of the posts of test/similar and of bench/likeness-posts.txt none was wrong. */
export const isSure = ({ byWords, why }: { byWords: number; why: Reason[] }): boolean => byWords >= 0.6 && sharedIn(why) >= 3

/** Why two texts look alike, in the words of whoever is answered. */
export function reasonsInWords(why: Reason[]): string {
  const said = why.map((reason) => {
    switch (reason.kind) {
      case 'names':
        return t.names({ names: reason.names })
      case 'words':
        return t.words({ words: reason.words.map((word) => t.quoted({ word })) })
      case 'synonyms':
      case 'spelling':
        return t[reason.kind]({ pairs: [...new Set(reason.pairs.map(([one, other]) => t.pair({ one, other })))] })
      case 'area':
        return t.area({ area: reason.area })
      case 'number':
        return t.number({ number: reason.number })
      case 'sense':
        return t.sense
      default:
        return t.thread
    }
  })
  return said.join('; ')
}
