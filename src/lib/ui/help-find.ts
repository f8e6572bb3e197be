import { type HelpSection, readTopic, topicNames } from './help-manual.ts'

/** A section of the help that was found. */
export interface HelpHit {
  href: string
  /** Of its page, and its own below it. */
  topic: string
  title: string
  /** Where it says what was asked for. */
  snippet: string
  language: string
  /** Its title, with that of its page, holds everything that was asked for. */
  named: boolean
}

const fold = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
const cut = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? []
const longest = 180

const cutAlready = new WeakMap<HelpSection, { own: string[]; text: string[] }>()
/** The words of a section; the manual is the same for everybody who types. */
function wordsOf(section: HelpSection): { own: string[]; text: string[] } {
  const known = cutAlready.get(section)
  if (known) return known
  const words = { own: cut(section.title), text: cut(section.text) }
  cutAlready.set(section, words)
  return words
}

/** How often words begin with this. */
const countIn = (words: readonly string[], asked: string): number => words.reduce((sum, word) => sum + (word.startsWith(asked) ? 1 : 0), 0)

function snippetOf(text: string, asked: readonly string[]): string {
  const flat = text.replaceAll(/\s+/g, ' ').trim()
  const lower = flat.toLowerCase()
  const at = asked.map((word) => lower.search(new RegExp(`(?<![\\p{L}\\p{N}])${word}`, 'u'))).filter((index) => index >= 0)
  const first = Math.max(0, Math.min(...at, flat.length) - 60)
  const from = at.length === 0 || first === 0 ? 0 : flat.indexOf(' ', first) + 1
  const piece = flat.slice(from, from + longest)
  return `${from > 0 ? '… ' : ''}${from + longest < flat.length ? `${piece.slice(0, piece.lastIndexOf(' '))} …` : piece}`
}

/**
 * Sections of the help that hold all that was asked for, each word from its beginning, the likeliest first.
 * @param most so many at most
 */
export function findHelp(asked: string, language: string, most: number): HelpHit[] {
  const words = [...new Set(cut(asked.slice(0, 200)))].slice(0, 8)
  if (words.length === 0) return []
  const found = topicNames().flatMap((name) => {
    const topic = readTopic(name, language)
    if (!topic) return []
    const above = cut(topic.title)
    return topic.sections.flatMap((section) => {
      const { own, text } = wordsOf(section)
      const scores = words.map((word) => {
        const titled = Math.min(countIn(own, word), 1) * 12 + Math.min(countIn(above, word), 1) * (section.anchor ? 4 : 14)
        return titled + Math.min(countIn(text, word), 5)
      })
      if (scores.includes(0)) return []
      const hit: HelpHit = {
        href: `/help/${name}${section.anchor && `#${section.anchor}`}`,
        topic: topic.title,
        title: section.title,
        snippet: snippetOf(section.text, words),
        language: topic.language,
        named: words.every((word) => countIn(own, word) > 0 || (section.anchor === '' && countIn(above, word) > 0)),
      }
      return [{ hit, score: scores.reduce((sum, score) => sum + score, 0) }]
    })
  })
  return found
    .toSorted((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ hit }) => hit)
}
