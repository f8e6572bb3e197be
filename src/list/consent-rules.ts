import { beginningWith, saidIn, wordsOf } from '../lib/ui/words.ts'

const said = wordsOf('list', 'said')
const isYes = beginningWith(saidIn((locale) => said(locale).joins))
const isNo = beginningWith(saidIn((locale) => said(locale).declines))
const greets = beginningWith(saidIn((locale) => said(locale).greeting))

/**
 * Whether somebody wants what a letter asks them, by how their answer begins. Nobody is on a list for having asked what it is, or because a
 * program answers for them while they are away.
 * @param text what they say, without what they quote; an answer without words is a yes
 * @returns undefined where it says neither
 */
export function readConsent(text: string): 'yes' | 'no' | undefined {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const [first = ''] = lines
  const own = first.length <= 80 && greets(first) ? (lines[1] ?? first) : first
  if (own === '') return 'yes'
  return isNo(own) ? 'no' : isYes(own) ? 'yes' : undefined
}
