import { saidIn, wordsOf } from '../lib/ui/words.ts'

const said = wordsOf('list', 'said')
const phrases = (pick: Parameters<typeof saidIn>[0]) =>
  saidIn(pick)
    .sort((a, b) => b.length - a.length)
    .join('|')
    .replaceAll(' ', '[ ,]+')
// A hyphen does not end a word: “no-one”.
const ended = String.raw`(?![’\-–]?\p{L})`
const alone = String.raw`(?=\s*(?:$|[^\p{L}\s’\-–]|[\-–](?!\p{L})))`
const isYes = new RegExp(
  `^(?:(?:${phrases((locale) => said(locale).joins)})${ended}|(?:${phrases((locale) => said(locale).joinsAlone)})${alone})`,
  'iu',
)
const isNo = new RegExp(`^(?:${phrases((locale) => said(locale).declines)})${alone}`, 'iu')
const isStaying = new RegExp(`^(?:${phrases((locale) => said(locale).stays)})${alone}`, 'iu')
// “Hi Otto, yes”, or a line of its own.
const greeting = new RegExp(
  `^(?:(?:${phrases((locale) => said(locale).greeting)})${ended}(?:[^,!:;\\n]{0,40}[,!:;]+|[^,!:;\\n]{0,60}(?=\\n|$))\\s*){1,2}`,
  'iu',
)
const turns = new Set(saidIn((locale) => said(locale).turns))
const doubts = (text: string): boolean =>
  text.includes('?') ||
  text
    .toLowerCase()
    .split(/[^\p{L}’]+/u)
    .some((word) => turns.has(word) || word.endsWith('n’t'))

// What is longer says more than a yes or a no.
const longest = 200

/** How an answer begins, below its greeting: the first paragraph and its first line, without what they quote. */
function beginningOf(text: string): { greeted: string; paragraph: string; line: string } {
  const own = text
    .slice(0, 5_000)
    .normalize('NFC')
    .replaceAll("'", '’')
    .replaceAll(/^>.*$/gm, '')
    .replace(/^[^\p{L}]+/u, '')
  const greeted = greeting.exec(own)?.[0] ?? ''
  // Lines are broken anywhere: what they say ends with an empty one.
  const [paragraph = ''] = own
    .slice(greeted.length)
    .replace(/^[^\p{L}]+/u, '')
    .split(/\n\s*\n/)
  return { greeted, paragraph, line: (paragraph.split('\n')[0] ?? '').trim() }
}

/**
 * Whether somebody wants what a letter asks them, by how their answer begins. Nobody is on a list for having asked what it is, or because a
 * program answers for them while they are away: what is no plain yes and no plain no is neither.
 * @param text what they say, without what they quote
 * @returns undefined where it says neither
 */
export function readConsent(text: string): 'yes' | 'no' | undefined {
  const { greeted, paragraph, line } = beginningOf(text)
  if (line === '' || paragraph.length > longest) return undefined
  if (isNo.test(line)) return 'no'
  const yes = isYes.exec(line)?.[0]
  return yes !== undefined && !doubts(greeted) && !doubts(paragraph.slice(yes.length)) ? 'yes' : undefined
}

/** Whether somebody who is asked if they want to leave stays: "unsubscribe", which declines to join, is no such word. */
export const saysToStay = (text: string): boolean => isStaying.test(beginningOf(text).line)
