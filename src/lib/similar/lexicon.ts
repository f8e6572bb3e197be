import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { stemOf } from './words.ts'

/** Written by locale/tool/lexicon.ts; the compiled program finds it where it was made, too. */
export const lexiconFile = resolve(import.meta.dirname, '../../../src/lib/similar/lexicon.txt')

/** The words of a language as the file has them, in order: to put them into a map and stem them all takes a hundred times as long. */
class Words {
  readonly #language: string
  readonly #lines: readonly string[]
  readonly #byStem = new Map<string, string | undefined>()

  constructor(language: string, lines: readonly string[]) {
    this.#language = language
    this.#lines = lines
  }

  /** The first line that is not before a text. */
  #from(text: string): number {
    let [low, high] = [0, this.#lines.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#lines[middle] as string) < text) low = middle + 1
      else high = middle
    }
    return low
  }

  get(word: string): string | undefined {
    const line = this.#lines[this.#from(`${word} `)]
    return line?.startsWith(`${word} `) ? line.slice(word.length + 1) : undefined
  }

  /** What the first word is that has this stem and is not written like it. All that have begin as the stem does, but for its last two letters. */
  stemmed(stem: string): string | undefined {
    if (this.#byStem.has(stem)) return this.#byStem.get(stem)
    const beginning = stem.slice(0, Math.max(2, stem.length - 2))
    let found: string | undefined
    for (let at = this.#from(beginning); found === undefined && this.#lines[at]?.startsWith(beginning); at++) {
      const line = this.#lines[at] as string
      const word = line.slice(0, line.indexOf(' '))
      if (word !== stem && stemOf(word, this.#language) === stem) found = line.slice(word.length + 1)
    }
    if (this.#byStem.size > 100_000) this.#byStem.clear()
    this.#byStem.set(stem, found)
    return found
  }
}

/** Of each language its part of the file, and its words when it is first asked for. */
const sections = new Map<string, string>()
const languages = new Map<string, Words>()

function wordsOf(language: string): Words | undefined {
  if (sections.size === 0)
    for (const part of readFileSync(lexiconFile, 'utf8').split('\n= ').slice(1)) sections.set(part.slice(0, 2), part.slice(3))
  const known = languages.get(language)
  const section = sections.get(language)
  if (known || section === undefined) return known
  const words = new Words(language, section.split('\n').filter(Boolean))
  languages.set(language, words)
  return words
}

const stemsOf = (english: string): string[] => [...new Set(english.split(' ').map((one) => stemOf(one, 'en')))]

interface Compounding {
  /** The letters of a compound, of its last part, and of a part before that without what joins it. */
  whole: number
  last: number
  before: number
}

// The languages that write several words as one. The words of the North are short: årsmöte, sommartid.
const [western, northern]: [Compounding, Compounding] = [
  { whole: 8, last: 4, before: 4 },
  { whole: 7, last: 3, before: 2 },
]
const compounding: Record<string, Compounding> = { de: western, nl: western, sv: northern, nb: northern }
const joints = ['', 's', 'es', 'n', 'en', 'e', 'er']

/** The two or three words that a compound is made of, the fewest first: Literaturlisten is literatur and listen. */
function partsOf(words: Words, folded: string, language: string, depth = 2): string[] | undefined {
  const { last, before } = compounding[language] ?? western
  for (let at = folded.length - last; at >= last; at--) {
    const head = folded.slice(0, at)
    const joint = joints.find(
      (one) => head.endsWith(one) && head.length - one.length >= before && words.get(head.slice(0, head.length - one.length)) !== undefined,
    )
    const first = joint === undefined ? undefined : words.get(head.slice(0, head.length - joint.length))
    if (!first) continue
    const rest = lookUp(words, folded.slice(at), language)
    if (rest) return [first, rest]
    const more = depth > 1 ? partsOf(words, folded.slice(at), language, depth - 1) : undefined
    if (more) return [first, ...more]
  }
  return undefined
}

// German makes of its verbs what no stemmer brings back: gelöscht, abgelehnt, abzulehnen, Lehrende, Ablehnung; each with the verb that it comes of.
const before = '(ab|an|auf|aus|bei|ein|fest|her|hin|hinzu|mit|nach|um|vor|weg|wieder|zu|zuruck|zusammen)'
const verbs: [RegExp, string][] = [
  [new RegExp(`^${before}?ge(.{3,}?)(?:e?te?[nrsm]?|ene?[nrsm]?)$`), '$1$2'],
  [new RegExp(`^${before}zu(.{3,}?)e?n$`), '$1$2'],
  [/^(.{3,})end(?:e[nrsm]?)?$/, '$1'],
  [/^(.{3,})ung(?:en)?$/, '$1'],
  [/^(.{3,}?)e?t(?:e[nrst]?)?$/, '$1'],
]

// Dutch: gekopieerd, afgerond, toont, kiest, geeft; of kopieren, afronden, tonen, kiezen, geven.
const dutchBefore = '(aan|achter|af|bij|door|in|mee|na|om|onder|op|over|samen|terug|toe|uit|vast|voor|weg)'
const dutchForms = [new RegExp(`^${dutchBefore}?ge(.{2,}?)(?:de?|te?|en)?$`), /^()(.{2,}?)(?:t|dt|te|de|ten|den)$/]

/** The infinitives that a Dutch stem may have: its long vowel is written once before -en, a short one doubles what follows. */
const infinitives = (stem: string): string[] => [
  `${stem}en`,
  `${stem.replace(/([aeou])\1([^aeiou])$/, '$1$2')}en`,
  `${stem}${stem.at(-1)}en`,
  `${stem
    .replace(/([aeou])\1s$/, '$1z')
    .replace(/([aeou])\1f$/, '$1v')
    .replace(/s$/, 'z')
    .replace(/f$/, 'v')}en`,
]

function verbsOf(folded: string, language: string): string[] {
  if (language === 'de')
    return verbs.flatMap(([form, root]) => {
      const verb = form.test(folded) ? folded.replace(form, root) : undefined
      return verb === undefined ? [] : [`${verb}en`, `${verb}n`]
    })
  if (language !== 'nl') return []
  return dutchForms.flatMap((form) => {
    const [, first = '', stem] = form.exec(folded) ?? []
    return stem === undefined ? [] : infinitives(stem).map((verb) => first + verb)
  })
}

const lookUp = (words: Words, folded: string, language: string): string | undefined => {
  const stem = stemOf(folded, language)
  // A word that is written like the stem of another one goes after it.
  const found = words.get(folded) ?? words.stemmed(stem) ?? words.get(stem)
  return (
    found ??
    verbsOf(folded, language)
      .map((verb) => words.get(verb))
      .find((english) => english !== undefined)
  )
}

const asked = new Map<string, string[][]>()

/**
 * What a folded word is in English, as stems: a list for each word that it is made of, the likeliest first; nothing for English and where no
 * dictionary knows it.
 */
export function inEnglish(folded: string, language: string): string[][] {
  const words = wordsOf(language)
  if (!words) return []
  const key = `${language}:${folded}`
  const before = asked.get(key)
  if (before) return before
  const whole = lookUp(words, folded, language)
  const parts = whole
    ? [whole]
    : folded.length >= (compounding[language]?.whole ?? Number.POSITIVE_INFINITY)
      ? (partsOf(words, folded, language) ?? [])
      : []
  const found = parts.map(stemsOf)
  if (asked.size > 100_000) asked.clear()
  asked.set(key, found)
  return found
}
