import { beginningWith, saidIn, wordsOf } from '../lib/ui/words.ts'

const said = wordsOf('meetings', 'said')
const isYes = beginningWith(saidIn((locale) => said(locale).yes))
const isNo = beginningWith(saidIn((locale) => said(locale).no))
const isPerhaps = beginningWith(saidIn((locale) => said(locale).perhaps))
const greets = beginningWith(saidIn((locale) => said(locale).greeting))

/** The fate of an answer in words that says neither yes nor no. */
export const unclear = 'dropped: neither yes nor no'
/** The fate of an answer for all dates of a series, of which none is to come. */
export const over = 'dropped: the series is over or cancelled'

/** What somebody can say to an invitation. */
export type Noted = 'accepted' | 'declined' | 'tentative'

/** Was the answer taken? Its fate is what it says then. */
export const isNoted = (fate: string): fate is Noted => fate === 'accepted' || fate === 'declined' || fate === 'tentative'

function linesOf(text: string): string[] {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const [first = '', ...more] = lines
  if (first.length > 80 || !greets(first)) return lines
  // “Hello Carla, no, that is too early”: what follows the name is said.
  const end = first.search(/[,;:.!]/)
  const said = end === -1 ? '' : first.slice(end).replace(/^[,;:.!\s]+/, '')
  return said === '' ? more : [said, ...more]
}

/**
 * What somebody says to an invitation, in words: yes, no or perhaps at the beginning of the first line.
 * @returns undefined where it is neither
 */
export function readWords(text: string): { partstat: Noted; comment: string } | undefined {
  const [first = '', ...rest] = linesOf(text)
  const partstat = isNo(first) ? 'declined' : isYes(first) ? 'accepted' : isPerhaps(first) ? 'tentative' : undefined
  return partstat && { partstat, comment: [first, ...rest].join(' ').slice(0, 1_000) }
}

/** What somebody proposes for the agenda: the first line is its title, the rest a note; undefined where nothing is said. */
export function readProposal(text: string): { title: string; note: string } | undefined {
  const [first, ...rest] = linesOf(text)
  if (first === undefined) return undefined
  const more = first.length > 200 ? [first, ...rest] : rest
  return { title: first.slice(0, 200), note: more.join('\n').slice(0, 5_000) }
}
