import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { stemOf } from './words.ts'

// Written by locale/tool/lexicon.ts; the compiled program finds it where it was made, too.
const file = resolve(import.meta.dirname, '../../../src/lib/similar/lexicon.txt')

/** Of each language its part of the file, and, when it is first asked for, what its words and the stems of its words are in English. */
const sections = new Map<string, string>()
const languages = new Map<string, Map<string, string>>()

function wordsOf(language: string): Map<string, string> | undefined {
  if (sections.size === 0)
    for (const part of readFileSync(file, 'utf8').split('\n= ').slice(1)) sections.set(part.slice(0, 2), part.slice(3))
  const known = languages.get(language)
  const section = sections.get(language)
  if (known || section === undefined) return known
  const words = new Map<string, string>()
  languages.set(language, words)
  for (const line of section.split('\n')) {
    const at = line.indexOf(' ')
    if (at > 0) words.set(line.slice(0, at), line.slice(at + 1))
  }
  // A word that is written like the stem of another one goes before it.
  for (const [word, english] of [...words]) {
    const stem = stemOf(word, language)
    if (stem !== word && !words.has(`~${stem}`)) words.set(`~${stem}`, english)
  }
  return words
}

const stemsOf = (english: string): string[] => [...new Set(english.split(' ').map((one) => stemOf(one, 'en')))]

const compounding = new Set(['de', 'nl'])
const joints = ['', 's', 'es', 'n', 'en', 'e', 'er']

/** The two or three words that a compound is made of, the fewest first: Literaturlisten is literatur and listen. */
function partsOf(words: Map<string, string>, folded: string, language: string, depth = 2): string[] | undefined {
  for (let at = folded.length - 4; at >= 4; at--) {
    const head = folded.slice(0, at)
    const joint = joints.find(
      (one) => head.endsWith(one) && head.length - one.length >= 4 && words.has(head.slice(0, head.length - one.length)),
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

const lookUp = (words: Map<string, string>, folded: string, language: string): string | undefined => {
  const found = words.get(folded) ?? words.get(`~${stemOf(folded, language)}`) ?? words.get(stemOf(folded, language))
  if (found || language !== 'de') return found
  for (const [form, root] of verbs) {
    if (!form.test(folded)) continue
    const verb = folded.replace(form, root)
    const of = words.get(`${verb}en`) ?? words.get(`${verb}n`)
    if (of) return of
  }
  return undefined
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
  const parts = whole ? [whole] : compounding.has(language) && folded.length >= 8 ? (partsOf(words, folded, language) ?? []) : []
  const found = parts.map(stemsOf)
  if (asked.size > 100_000) asked.clear()
  asked.set(key, found)
  return found
}
