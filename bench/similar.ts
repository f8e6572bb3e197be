// How well and how fast similar texts are found, compared with well-made plain ways. JSON, a line for each set.
// node bench/similar.ts [--set PART OF A NAME] [--quick] reads the public sets from RAPPORT_SHARED (default ../shared); --quick leaves LSA out.
import { parseArgs } from 'node:util'
import { type Entry, SimilarIndex } from '../src/lib/similar/similar.ts'
import { guessLanguage } from '../src/lib/similar/words.ts'
import { shownFrom } from '../src/requests/rules.ts'
import { readGold } from '../test/similar/gold.ts'
import { type Baseline, bm25f, lsa, tfIdf } from './likeness-baselines.ts'
import {
  blindSet,
  type Case,
  fourthBlindSet,
  type LabelledSet,
  publicSets,
  rewordedSet,
  secondBlindSet,
  thirdBlindSet,
} from './likeness-sets.ts'

const { values } = parseArgs({ options: { set: { type: 'string', default: '' }, quick: { type: 'boolean', default: false } } })

const baselines: Record<string, Baseline> = {
  bm25f,
  tfIdf: tfIdf({ sublinear: false }),
  tfIdfLog: tfIdf({ sublinear: true }),
  ...(values.quick ? {} : { lsa: lsa({ sublinear: false }), lsaLog: lsa({ sublinear: true }) }),
}

const round = (value: number): number => Number(value.toFixed(3))
const at = (times: number[], share: number): number =>
  Number((times.toSorted((a, b) => a - b)[Math.floor(times.length * share)] ?? 0).toFixed(1))

/** The share of the likes of a text that are among the first five, of those that can be. */
const recallOf = (first: number[], wanted: number[]): number =>
  wanted.filter((id) => first.slice(0, 5).includes(id)).length / Math.min(5, wanted.length)

const mean = (all: number[]): number => round(all.reduce((sum, one) => sum + one, 0) / Math.max(1, all.length))

function recalls(cases: Case[], rank: (query: Entry) => number[]): number {
  return mean(cases.filter(({ wanted }) => wanted.length > 0).map(({ query, wanted }) => recallOf(rank(query), wanted)))
}

const indexOf = (entries: readonly Entry[]): SimilarIndex => {
  const index = new SimilarIndex()
  for (const entry of entries) index.put(entry)
  return index
}

/** What somebody would be shown: how much of it is right, and how often something is shown to whom nothing is like. */
function shownIn({ entries, cases }: LabelledSet) {
  const index = indexOf(entries)
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  let [shown, right, alarmed] = [0, 0, 0]
  for (const { query, wanted } of cases) {
    const found = index.find(query, { atLeast: shownFrom })
    if (wanted.length > 0) {
      shown += found.length
      right += found.filter(({ id }) => wanted.includes(id)).length
    }
    for (const id of wanted) index.remove(id)
    if (index.find(query, { atLeast: shownFrom }).length > 0) alarmed++
    for (const id of wanted) index.put(byId.get(id) as Entry)
  }
  return { shown, right, precision: round(right / Math.max(1, shown)), falseSuggestions: round(alarmed / cases.length) }
}

function measure(set: LabelledSet) {
  const { name, entries, cases } = set
  const began = performance.now()
  const index = indexOf(entries)
  const builtMs = Math.round(performance.now() - began)
  const times: number[] = []
  const engine = recalls(cases, (query) => {
    const start = performance.now()
    const found = index.find(query)
    times.push(performance.now() - start)
    return found.map(({ id }) => id)
  })
  const languages = new Map(entries.map(({ id, language }) => [id, language]))
  const across = cases.map(({ query, wanted }) => ({ query, wanted: wanted.filter((id) => languages.get(id) !== query.language) }))
  const isMixed = new Set(languages.values()).size > 1
  const plain = Object.fromEntries(Object.entries(baselines).map(([kind, make]) => [kind, recalls(cases, make(entries))]))
  return {
    set: name,
    texts: entries.length,
    withLikes: cases.filter(({ wanted }) => wanted.length > 0).length,
    recallAt5: { engine, ...plain },
    ...(isMixed ? { acrossLanguages: recalls(across, (query) => index.find(query).map(({ id }) => id)) } : {}),
    ...shownIn(set),
    builtMs,
    askedMs: { p50: at(times, 0.5), p95: at(times, 0.95) },
  }
}

/** Requests of about a hundred words, from the words of the sets: how long does one question take, and one change with the question after it? */
function measureLarge(texts: Entry[], count: number) {
  const made = (id: number): Entry => {
    const [a, b] = [texts[id % texts.length] as Entry, texts[(id * 7) % texts.length] as Entry]
    return { id, title: a.title, text: `${a.text.slice(0, 400)} ${b.text.slice(0, 300)} ${id}`, language: 'en' }
  }
  const began = performance.now()
  const index = indexOf(Array.from({ length: count }, (_, i) => made(i + 1)))
  const builtMs = Math.round(performance.now() - began)
  index.find(made(0))
  const timed = (act: () => void): number => {
    const start = performance.now()
    act()
    return performance.now() - start
  }
  // Asked as from a form, by a title and some sentences.
  const asked = texts.slice(0, 300).map(({ title, text }) => timed(() => index.find({ id: 0, title, text: text.slice(0, 600) })))
  const changed = texts.slice(0, 100).map((text, i) => timed(() => index.put({ ...text, id: 1 + i * 7 })))
  return {
    requests: count,
    builtMs,
    askedMs: { p50: at(asked, 0.5), p95: at(asked, 0.95), most: at(asked, 0.999) },
    changedMs: { p50: at(changed, 0.5), p95: at(changed, 0.95) },
  }
}

/** The project's own posts, which shaped the engine's say on other languages and how sure is sure. */
function ownSet(): LabelledSet {
  const { posts, likes } = readGold()
  const entries = posts.map((post) => ({ ...post, language: guessLanguage(`${post.title}\n${post.text}`) ?? 'en' }))
  return { name: 'the project’s own set', entries, cases: entries.map((query) => ({ query, wanted: likes.get(query.id) ?? [] })) }
}

const sets = publicSets(process.env.RAPPORT_SHARED ?? '../shared')
const print = (figures: object): boolean => process.stdout.write(`${JSON.stringify(figures)}\n`)
for (const set of [...sets, ownSet(), blindSet(), secondBlindSet(), thirdBlindSet(), fourthBlindSet(), rewordedSet()])
  if (set.name.includes(values.set)) print(measure(set))
const texts = sets.flatMap(({ entries }) => entries)
if (values.set === '') for (const count of [2_000, 10_000]) print(measureLarge(texts, count))
