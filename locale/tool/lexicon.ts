// Makes src/lib/similar/lexicon.txt: the English for words of other languages. It comes from the dictionaries of WikDict (CC BY-SA 3.0) in
// Debian's packages dict-freedict-*-* (source freedict-wikdict).
// node locale/tool/lexicon.ts FOLDER, where FOLDER holds their *.dict.dz.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { fold } from '../../src/lib/fold.ts'

const [folder = '.', out = join(import.meta.dirname, '../../src/lib/similar/lexicon.txt')] = process.argv.slice(2)
const short: Record<string, string> = { deu: 'de', eng: 'en', spa: 'es', fra: 'fr', ita: 'it', nld: 'nl', por: 'pt', swe: 'sv', nor: 'nb' }
const wanted = ['de', 'es', 'fr', 'it', 'nl', 'pt', 'sv', 'nb']

/** language:word → what it is in others, with how often dictionaries say so. */
const graph = new Map<string, Map<string, number>>()
const link = (from: string, to: string, weight: number): void => {
  const known = graph.get(from) ?? new Map<string, number>()
  known.set(to, (known.get(to) ?? 0) + weight)
  graph.set(from, known)
}
const isWord = (text: string): boolean => /^\p{L}{2,}$/u.test(text)

function read(file: string): void {
  const [, from = '', to = ''] = /freedict-(\w{3})-(\w{3})/.exec(file) ?? []
  const [a, b] = [short[from] ?? from, short[to] ?? to]
  const lines = gunzipSync(readFileSync(join(folder, file)))
    .toString('utf8')
    .split('\n')
  let head: string | undefined
  let first = false
  for (const line of lines) {
    const headed = /^(\S[^/<]*?)(?: \/.*\/)? <[^>]+>$/.exec(line)
    if (headed) {
      head = isWord(headed[1] ?? '') ? fold(headed[1] ?? '') : undefined
      first = true
      continue
    }
    if (!head || !(first || /^\d+\. /.test(line))) continue
    first = false
    const words = line
      .replace(/^\d+\. /, '')
      .replace(/ \d+\.$/, '')
      .split(', ')
      .map((one) =>
        one
          .replace(/\s*[([].*?[)\]]/g, '')
          .replace(/^(?:to|se|sich|s'|de|a|la|le|el|il|de|het|der|die|das) (?=\S+$)/i, '')
          .trim(),
      )
    words.forEach((word, rank) => {
      if (!isWord(word)) return
      link(`${a}:${head}`, `${b}:${fold(word)}`, 1 / (1 + rank))
      link(`${b}:${fold(word)}`, `${a}:${head}`, 1 / (1 + rank))
    })
  }
}

for (const file of readdirSync(folder).filter((name) => name.endsWith('.dict.dz'))) read(file)

/** What a word is in another language: what dictionaries say of it, and what they say by way of a third language, which counts the more of them agree. */
function translate(word: string, to: string): [string, number][] {
  const from = word.slice(0, word.indexOf(':'))
  const found = new Map<string, number>()
  const ways = new Map<string, Set<string>>()
  const steps = graph.get(word) ?? new Map<string, number>()
  const totals = new Map<string, number>()
  for (const [other, weight] of steps)
    totals.set(other.slice(0, other.indexOf(':')), (totals.get(other.slice(0, other.indexOf(':'))) ?? 0) + weight)
  const add = (target: string, weight: number, way: string) => {
    found.set(target, (found.get(target) ?? 0) + weight)
    ways.set(target, (ways.get(target) ?? new Set()).add(way))
  }
  for (const [other, weight] of steps) {
    const language = other.slice(0, other.indexOf(':'))
    const share = weight / (totals.get(language) ?? 1)
    if (language === to) add(other, 3 * share, to)
    else if (language !== from) {
      const next = [...(graph.get(other) ?? [])].filter(([target]) => target.startsWith(`${to}:`))
      const sum = next.reduce((all, [, value]) => all + value, 0)
      for (const [target, value] of next) add(target, (share * value) / sum, language)
    }
  }
  return [...found]
    .map(([target, weight]): [string, number] => [
      target,
      weight * ((ways.get(target)?.size ?? 0) > 1 || ways.get(target)?.has(to) ? 1 : 0.3),
    ])
    .sort((x, y) => y[1] - x[1])
}

// Words that many dictionaries know are those that people use; the rest would only make the file long.
const mostEnglish = 15_000
const used = new Set(
  [...graph]
    .filter(([word]) => word.startsWith('en:'))
    .map(([word, others]) => ({ word, count: others.size }))
    .sort((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1))
    .slice(0, mostEnglish)
    .map(({ word }) => word),
)
const sure = 0.2

const lines: string[] = []
for (const language of wanted) {
  lines.push(`= ${language}`)
  for (const word of [...graph.keys()].filter((one) => one.startsWith(`${language}:`)).sort()) {
    const all = translate(word, 'en')
    const kept = all.slice(0, 4).filter(([target, weight]) => weight >= (all[0]?.[1] ?? 0) * 0.3 && used.has(target))
    if (kept.length > 0 && (kept[0]?.[1] ?? 0) >= sure) lines.push(`${word.slice(3)} ${kept.map(([target]) => target.slice(3)).join(' ')}`)
  }
}
lines.push('= en')
for (const word of [...used].sort()) {
  const all = translate(word, 'en')
  const self = all.find(([target]) => target === word)?.[1] ?? 0
  const kept = all.filter(([target, weight]) => target !== word && used.has(target) && weight >= self * 0.12).slice(0, 4)
  if (self > 0 && kept.length > 0) lines.push(`${word.slice(3)} ${kept.map(([target]) => target.slice(3)).join(' ')}`)
}
writeFileSync(
  out,
  `# What words of eight languages are in English, the likeliest first. Made by locale/tool/lexicon.ts from the dictionaries of WikDict (wikdict.com),\n# which come from Wiktionary and its authors; licence of this file: CC BY-SA 3.0, creativecommons.org/licenses/by-sa/3.0\n${lines.join('\n')}\n`,
)
