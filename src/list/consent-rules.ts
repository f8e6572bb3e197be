import { saidIn, wordsOf } from '../lib/ui/words.ts'

const said = wordsOf('list', 'said')
const phrases = (pick: Parameters<typeof saidIn>[0]) =>
  saidIn(pick)
    .sort((a, b) => b.length - a.length)
    .join('|')
    .replaceAll(' ', '[ ,]+')
const alone = String.raw`(?=\s*(?:$|[^\p{L}\s’]))`
const isYes = new RegExp(
  `^(?:(?:${phrases((locale) => said(locale).joins)})(?!\\p{L})|(?:${phrases((locale) => said(locale).joinsAlone)})${alone})`,
  'iu',
)
const isNo = new RegExp(`^(?:${phrases((locale) => said(locale).declines)})${alone}`, 'iu')
const greeting = new RegExp(
  `^(?:${phrases((locale) => said(locale).greeting)})(?!\\p{L})(?:[^,!.:;\\n]{0,40}[,!.:;]+|[^,!.:;\\n]{0,60}(?=\\n|$))`,
  'iu',
)
const turns = new Set(saidIn((locale) => said(locale).turns))

// What is longer says more than a yes or a no.
const longest = 100

/**
 * Whether somebody wants what a letter asks them, by how their answer begins. Nobody is on a list for having asked what it is, or because a
 * program answers for them while they are away: what is no plain yes and no plain no is neither.
 * @param text what they say, without what they quote
 * @returns undefined where it says neither
 */
export function readConsent(text: string): 'yes' | 'no' | undefined {
  const own = text
    .slice(0, 5_000)
    .normalize('NFC')
    .replaceAll("'", '’')
    .replace(/^[^\p{L}]+/u, '')
    .replace(greeting, '')
  const line = /\p{L}[^\n]*/u.exec(own)?.[0].trim() ?? ''
  if (line === '' || line.length > longest) return undefined
  if (isNo.test(line)) return 'no'
  const yes = isYes.exec(line)?.[0]
  const more =
    yes === undefined
      ? []
      : line
          .slice(yes.length)
          .toLowerCase()
          .split(/[^\p{L}’]+/u)
  return yes !== undefined && !line.includes('?') && !more.some((word) => turns.has(word)) ? 'yes' : undefined
}
