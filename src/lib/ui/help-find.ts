import { fold } from '../fold.ts'
import { type HelpSection, type HelpTopic, readTopic, topicNames } from './help-manual.ts'

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

const cut = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? []
const longest = 180

/** A section with its words, of which it is known how often they stand where. */
interface Place {
  name: string
  topic: HelpTopic
  section: HelpSection
}

/** Where one word of the manual stands, and how often: in the title of a section, in that of its page, in the text. */
interface Standing {
  place: number
  own: number
  above: number
  text: number
}

interface Index {
  places: Place[]
  /** All words in order, and beside each where it stands: what begins alike stands together. */
  words: string[]
  standings: Standing[][]
}

const indexes = new Map<string, Index>()

/** The words of the manual in a language; it is the same for everybody who types. */
function indexOf(language: string): Index {
  const known = indexes.get(language)
  if (known) return known
  const places = topicNames().flatMap((name): Place[] => {
    const topic = readTopic(name, language)
    return topic ? topic.sections.map((section) => ({ name, topic, section })) : []
  })
  const standing = new Map<string, Map<number, Standing>>()
  for (const [place, { topic, section }] of places.entries())
    for (const [part, text] of [['own', section.title] as const, ['above', topic.title] as const, ['text', section.text] as const])
      for (const word of cut(text)) {
        const of = standing.get(word) ?? new Map<number, Standing>()
        const here = of.get(place) ?? { place, own: 0, above: 0, text: 0 }
        here[part]++
        standing.set(word, of.set(place, here))
      }
  const words = [...standing.keys()].sort()
  const index = { places, words, standings: words.map((word) => [...(standing.get(word)?.values() ?? [])]) }
  indexes.set(language, index)
  return index
}

/** How often words that begin so stand in each place. */
function countsOf({ words, standings }: Index, asked: string): Map<number, Standing> {
  const counts = new Map<number, Standing>()
  let [from, to] = [0, words.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((words[middle] as string) < asked) from = middle + 1
    else to = middle
  }
  for (let at = from; words[at]?.startsWith(asked); at++)
    for (const { place, own, above, text } of standings[at] ?? []) {
      const before = counts.get(place) ?? { place, own: 0, above: 0, text: 0 }
      counts.set(place, { place, own: before.own + own, above: before.above + above, text: before.text + text })
    }
  return counts
}

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
  const index = indexOf(language)
  const [first = new Map<number, Standing>(), ...others] = words.map((word) => countsOf(index, word))
  const found = [...first.keys()].flatMap((at) => {
    const place = index.places[at]
    const counts = [first, ...others].flatMap((of) => of.get(at) ?? [])
    if (!place || counts.length < words.length) return []
    const whole = place.section.anchor === ''
    const score = counts.reduce(
      (sum, { own, above, text }) => sum + Math.min(own, 1) * 12 + Math.min(above, 1) * (whole ? 14 : 4) + Math.min(text, 5),
      0,
    )
    return [{ at, place, score, named: counts.every(({ own, above }) => own > 0 || (whole && above > 0)) }]
  })
  return found
    .toSorted((a, b) => b.score - a.score || a.at - b.at)
    .slice(0, most)
    .map(({ place: { name, topic, section }, named }) => ({
      href: `/help/${name}${section.anchor && `#${section.anchor}`}`,
      topic: topic.title,
      title: section.title,
      // Few of them are shown with it.
      get snippet() {
        return snippetOf(section.text, words)
      },
      language: topic.language,
      named,
    }))
}
