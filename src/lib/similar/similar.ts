import { fold } from '../fold.ts'
import { trimReply } from '../mail/reply.ts'
import { easeOf, expectedOf } from './chance.ts'
import { Cosine } from './cosine.ts'
import type { Entry, Reason, Suggestion } from './entry.ts'
import { countsOf, type Features, featuresOf, meansOf, type Read } from './features.ts'
import { type PackedIndex, type Posting, Postings, packSlots, type Slot, unpackSlots } from './postings.ts'
import { Senses } from './senses.ts'
import { type SynonymSet, synonymSet, synonymsIn } from './synonyms.ts'
import { Vocabulary } from './vocabulary.ts'
import { guessLanguage, isJoining, namesIn, type Token, tokensOf } from './words.ts'

export type { Entry, Reason, Suggestion } from './entry.ts'

// Robertson and Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond (2009), §3.6.
const k1 = 1.4
const fields = [
  { weight: 2.2, b: 0.5 },
  { weight: 1, b: 0.72 },
] as const
// What a long text says again and again adds little, and its rarest words say the most.
const mostTerms = 48
// What each way to compare has to say; bench/README.md tells how it was chosen, and what other choices would change.
const parts = {
  said: 0.5,
  title: 0.3,
  pairs: 0.3,
  grams: 1,
  all: 2,
  foreign: 1.6,
  foreignRest: 2,
  sense: 0.15,
  learnt: 0.8,
}
// How near two texts must stand to be looked at, and to tell of the same in other words; what more says of how sure that is, and from where it
// is a reason.
const told = { near: 0.25, from: 0.5, weight: 1.5, said: 0.1 }
// A translation may be another sense of the word.
const translated = 0.8
// Beside one that is much more alike nobody looks at the others.
const besideBest = 0.6
const signals = { area: 0.05, number: 0.6, thread: 0.35 }
// Of a handful of texts nothing can be said of how common a word is.
const common = { share: 0.2, from: 20 }

const kinds = ['words', 'meaning', 'title', 'grams', 'pairs'] as const

// How many emptied places may stay beside the texts.
const roomForGone = 64

interface Term {
  stem: string
  shown: string
  weight: number
  idf: number
  /** What stands for it: itself, synonyms, what is written almost alike. */
  forms: Form[]
}

interface Form {
  stem: string
  factor: number
  how: 'same' | 'synonym' | 'translation' | 'spelling'
}

/** The words of a mail that its author says here and now. */
const ownWords = (text: string): string => trimReply(text).visible

const key = (text: string): string => fold(text).replaceAll(/[^\p{L}\p{N}]/gu, '')

/** A collection of texts in which those like another one are found. Pure: what it holds is what was put in. */
export class SimilarIndex {
  readonly #postings = new Postings()
  readonly #slots: (Slot | undefined)[] = []
  readonly #slotOf = new Map<number, number>()
  readonly #vocabulary = new Vocabulary()
  readonly #totals: [number, number] = [0, 0]
  readonly #near: Record<(typeof kinds)[number], Cosine> = {
    words: new Cosine(0.8),
    meaning: new Cosine(0.8),
    title: new Cosine(),
    grams: new Cosine(),
    pairs: new Cosine(),
  }
  readonly #senses = new Senses()
  readonly #synonyms: SynonymSet[]

  /** @param synonyms sets of words or phrases that mean the same, in any language */
  constructor(synonyms: readonly (readonly string[])[] = []) {
    this.#synonyms = synonyms.map(synonymSet)
  }

  get size(): number {
    return this.#slotOf.size
  }

  /** Puts a text in, or in the place of what was there under its id. */
  put(entry: Entry): void {
    this.remove(entry.id)
    const slot = this.#slots.length
    const read = this.#read(entry)
    const counts = countsOf(read)
    const lengths: [number, number] = [read.fields[0].length, read.fields[1].length]
    const features = featuresOf(read)
    for (const kind of kinds) this.#near[kind].put(slot, features[kind])
    this.#senses.put(slot, features.spoken)
    for (const [stem, { count }] of counts) if (this.#postings.put(stem, slot, count) && !stem.startsWith('~')) this.#vocabulary.add(stem)
    this.#slots.push({
      id: entry.id,
      lengths,
      stems: new Map([...counts].map(([stem, { shown }]) => [stem, shown])),
      area: entry.area ?? null,
      numbers: new Set((entry.numbers ?? []).map(key)),
      threads: new Set(entry.threads),
      language: read.language,
    })
    this.#slotOf.set(entry.id, slot)
    this.#totals[0] += lengths[0]
    this.#totals[1] += lengths[1]
  }

  /** Takes a text out. */
  remove(id: number): void {
    const at = this.#slotOf.get(id)
    const slot = at === undefined ? undefined : this.#slots[at]
    if (at === undefined || !slot) return
    for (const stem of slot.stems.keys()) {
      const posting = this.#postings.get(stem)
      if (posting) posting.live--
    }
    this.#totals[0] -= slot.lengths[0]
    this.#totals[1] -= slot.lengths[1]
    for (const kind of kinds) this.#near[kind].remove(at)
    this.#senses.remove(at)
    this.#slots[at] = undefined
    this.#slotOf.delete(id)
    if (this.#slots.length > 2 * this.size + roomForGone) this.#close()
  }

  /** Takes what was emptied out for good, so that an index whose texts change for years grows no longer than they do. */
  #close(): void {
    const slots = this.#slots.flatMap((slot, from) => (slot ? [{ slot, from }] : []))
    const places = new Map(slots.map(({ from }, to) => [from, to]))
    for (const kind of kinds) this.#near[kind].move(places)
    this.#senses.move(places)
    this.#postings.move(places)
    this.#slots.splice(0, this.#slots.length, ...slots.map(({ slot }) => slot))
    for (const [to, { slot }] of slots.entries()) this.#slotOf.set(slot.id, to)
  }

  /** All that it holds but the synonyms, for one in another process. */
  pack(): PackedIndex {
    if (this.#slots.length > this.size) this.#close()
    const slots = this.#slots as Slot[]
    return {
      ...packSlots(slots),
      postings: this.#postings.pack(slots),
      near: kinds.map((kind) => this.#near[kind].pack()),
      senses: this.#senses.pack(),
    }
  }

  /** An index of what was packed, with the synonyms that it was made with. */
  static of(packed: PackedIndex, synonyms: readonly (readonly string[])[]): SimilarIndex {
    const made = new SimilarIndex(synonyms)
    const { stems, stemsOf } = made.#postings.unpack(packed.postings, packed.ids.length)
    for (const stem of stems) if (!stem.startsWith('~')) made.#vocabulary.add(stem)
    for (const [at, kind] of kinds.entries()) made.#near[kind].unpack(packed.near[at] as PackedIndex['near'][number])
    made.#senses.unpack(packed.senses)
    made.#slots.push(...unpackSlots(packed, stemsOf))
    for (const [at, slot] of (made.#slots as Slot[]).entries()) {
      made.#slotOf.set(slot.id, at)
      made.#totals[0] += slot.lengths[0]
      made.#totals[1] += slot.lengths[1]
    }
    return made
  }

  /**
   * The texts most like this one, the most alike first; itself (by its id) is not among them.
   * @param atLeast the least likeness worth showing
   * @param except texts that are left out besides
   */
  find(
    query: Entry,
    { limit = 5, atLeast = 0, except = [] }: { limit?: number; atLeast?: number; except?: readonly number[] } = {},
  ): Suggestion[] {
    const read = this.#read(query)
    const terms = this.#termsOf(read)
    const features = featuresOf(read)
    const hits = this.#merge(read, features, terms)
    const left = [query.id, ...except].flatMap((id) => this.#slotOf.get(id) ?? [])
    for (const at of left) hits.delete(at)
    // What the collection says by chance of a text like this one; only what stands out from it says something.
    const chance = expectedOf([...hits.values()])
    for (const [at, score] of hits) hits.set(at, (Math.max(0, score - chance) + score / 1_000) / easeOf(this.size))
    this.#signal(query, hits)
    for (const at of left) hits.delete(at)
    // What a text speaks of says which comes first; how sure that is, only where it speaks of what was learnt from.
    const { near, reliance } = this.#senses.near(features.spoken, this.#slots.length)
    const inOtherWords = (at: number): number => reliance * told.weight * Math.max(0, (near[at] as number) - told.from)
    if (reliance > 0)
      for (const [at, slot] of this.#slots.entries())
        if (slot && (near[at] as number) > told.near && !hits.has(at) && !left.includes(at)) hits.set(at, 0)
    const found = [...hits].map(([at, byWords]) => ({
      ...{ at, byWords, score: byWords + inOtherWords(at) },
      placed: byWords + (parts.sense + parts.learnt * reliance) * (near[at] as number),
    }))
    const best = found.filter(({ placed }) => placed > 0).sort((a, b) => b.placed - a.placed || a.at - b.at)
    const most = best.reduce((high, { score }) => Math.max(high, score), 0)
    const least = atLeast > 0 ? Math.max(atLeast, most * besideBest) : 0
    return best
      .slice(0, limit)
      .filter(({ score }) => score >= least)
      .map(({ at, score, byWords }) => {
        const why = this.#explain(query, terms, at)
        if (inOtherWords(at) > told.said) why.push({ kind: 'sense' })
        return { id: (this.#slots[at] as Slot).id, likeness: Math.min(1, score), byWords, why }
      })
  }

  /** How alike each text is that shares something with what is asked: of all ways to compare, each with its say. */
  #merge(read: Read, features: Features, terms: Term[]): Map<number, number> {
    const near = (kind: (typeof kinds)[number]) => this.#near[kind].near(features[kind], this.#slots.length)
    const [words, meaning, title, grams, pairs] = [near('words'), near('meaning'), near('title'), near('grams'), near('pairs')]
    const said = this.#score(terms)
    const most = terms.reduce((sum, { weight, idf }) => sum + weight * idf, 0) * (k1 + 1) * 0.6 || 1
    const hits = new Map<number, number>()
    for (const [at, slot] of this.#slots.entries()) {
      const [spoken, meant] = [(said[at] as number) / most, meaning[at] as number]
      if (!slot || (spoken <= 0 && meant <= 0)) continue
      const foreign = slot.language !== read.language
      const one = foreign ? meant * parts.foreign : ((words[at] as number) + meant) / 2
      const rest = parts.said * spoken + parts.title * (title[at] as number) + parts.pairs * (pairs[at] as number)
      const written = (foreign ? parts.foreignRest : 1) * (rest + parts.grams * (grams[at] as number))
      hits.set(at, (one + written) / parts.all)
    }
    return hits
  }

  /** The tokens of title and text, with a synonym set's own token for each of its phrases. */
  #read({ title, text, mail, language }: Pick<Entry, 'title' | 'text' | 'mail' | 'language'>): Read {
    const body = mail ? ownWords(text) : text
    const main = language ?? guessLanguage(`${title}\n${body}`) ?? 'en'
    const read = (part: string): Token[] => [...tokensOf(part, main), ...synonymsIn(part, this.#synonyms)]
    return { fields: [read(title), read(body)] as const, language: main.slice(0, 2).toLowerCase() }
  }

  /** The words of a query that tell the most, each with what may stand for it. */
  #termsOf({ fields: tokens, language }: Read): Term[] {
    const counts = new Map<string, { shown: string; count: number }>()
    for (const [field, part] of tokens.entries())
      for (const { stem, shown } of part) {
        const known = counts.get(stem) ?? { shown, count: 0 }
        known.count += field === 0 ? 2 : 1
        counts.set(stem, known)
      }
    const terms = [...counts].map(([stem, { shown, count }]): Term => {
      const { idf, forms } = this.#formsOf({ stem, shown }, language)
      return { stem, shown, weight: (count * 3) / (count + 2), idf, forms }
    })
    return terms.sort((a, b) => b.weight * b.idf - a.weight * a.idf).slice(0, mostTerms)
  }

  /** What may stand for a word in the collection, and how rare all that is. */
  #formsOf({ stem, shown }: Token, language: string): { forms: Form[]; idf: number } {
    const liveOf = (one: string) => this.#postings.live(one)
    const isSet = stem.startsWith('=')
    const forms: Form[] = [{ stem, factor: 1, how: isSet ? 'synonym' : 'same' }]
    for (const { stem: meant, share } of isSet ? [] : meansOf({ stem, shown }, language)) {
      if (meant !== stem) forms.push({ stem: meant, factor: share * translated, how: 'translation' })
      forms.push({ stem: `~${meant}`, factor: share * translated, how: 'translation' })
    }
    // A word that nobody else uses is as rare as what it was probably meant to be; one that has other words beside it, as the commonest of them.
    const known = Math.max(...forms.map((form) => (form.factor >= 0.5 ? liveOf(form.stem) : 0)))
    for (const { stem: other, likeness } of isSet ? [] : this.#vocabulary.alike(stem))
      forms.push({ stem: other, factor: likeness * 0.55, how: 'spelling' })
    const seen = forms.filter((form) => liveOf(form.stem) > 0)
    return {
      forms: seen,
      idf: known > 0 ? rareness(known, this.size) : Math.max(0, ...seen.map((form) => rareness(liveOf(form.stem), this.size))),
    }
  }

  /** The score of each slot that shares a word with the query. */
  #score(terms: Term[]): Float64Array {
    const scores = new Float64Array(this.#slots.length)
    const tfs = new Float64Array(this.#slots.length)
    for (const { weight, idf, forms } of terms) {
      const touched: number[] = []
      for (const form of forms) this.#collect(form, tfs, touched)
      for (const at of touched) {
        const tf = tfs[at] as number
        scores[at] = (scores[at] as number) + (weight * idf * tf * (k1 + 1)) / (k1 + tf)
        tfs[at] = 0
      }
    }
    return scores
  }

  /** The weighted frequency of a word in a slot (BM25F). */
  #tf({ slots, counts }: Posting, i: number, [title, body]: [number, number]): number {
    const slot = this.#slots[slots[i] as number]
    if (!slot) return 0
    const [a, b] = [counts[i * 2] as number, counts[i * 2 + 1] as number]
    const [first, second] = fields
    return (
      (a > 0 ? (first.weight * a) / (1 - first.b + (first.b * slot.lengths[0]) / title) : 0) +
      (b > 0 ? (second.weight * b) / (1 - second.b + (second.b * slot.lengths[1]) / body) : 0)
    )
  }

  #averages(): [number, number] {
    const count = Math.max(1, this.size)
    return [Math.max(1, this.#totals[0] / count), Math.max(1, this.#totals[1] / count)]
  }

  #collect({ stem, factor }: Form, tfs: Float64Array, touched: number[]): void {
    const posting = this.#postings.get(stem)
    if (!posting) return
    const averages = this.#averages()
    for (let i = 0; i < posting.slots.length; i++) {
      const at = posting.slots[i] as number
      const tf = this.#tf(posting, i, averages) * factor
      const known = tfs[at] as number
      if (tf <= known) continue
      if (known === 0) touched.push(at)
      tfs[at] = tf
    }
  }

  /** Agreement of area, support case and thread: a second signal, which alone suggests nothing but for a case number. */
  #signal(query: Entry, hits: Map<number, number>): void {
    const numbers = (query.numbers ?? []).map(key)
    const shares = (slot: Slot) => numbers.some((one) => slot.numbers.has(one))
    if (numbers.length > 0)
      this.#slots.forEach((slot, at) => {
        if (slot && shares(slot) && !hits.has(at)) hits.set(at, 0)
      })
    for (const [at, score] of hits) {
      const slot = this.#slots[at] as Slot
      const area = query.area && slot.area === query.area ? signals.area * Math.min(1, score * 4) : 0
      const number = shares(slot) ? signals.number : 0
      const thread = query.threads?.some((one) => slot.threads.has(one)) ? signals.thread : 0
      hits.set(at, score + area + number + thread)
    }
  }

  /** Does every fifth text say it? Then it says nothing of two of them. */
  #isCommon(stem: string): boolean {
    return this.size >= common.from && this.#postings.live(stem) > this.size * common.share
  }

  #explain(query: Entry, terms: Term[], at: number): Reason[] {
    const slot = this.#slots[at] as Slot
    const found = terms.flatMap((term) => {
      const form = isJoining(term.shown) || this.#isCommon(term.stem) ? undefined : term.forms.find(({ stem }) => slot.stems.has(stem))
      return form ? [{ term, form, part: term.weight * term.idf * form.factor }] : []
    })
    const best = found.sort((a, b) => b.part - a.part).slice(0, 8)
    const pairs = (how: Form['how']): [string, string][] =>
      best
        .filter(({ form }) => form.how === how)
        .map(({ term, form }): [string, string] => [term.shown, slot.stems.get(form.stem) ?? form.stem])
        // That both say the very same word is said already.
        .filter(([a, b]) => fold(a) !== fold(b) && !isJoining(b))
        .slice(0, 3)
    const [synonyms, spelling] = [[...pairs('synonym'), ...pairs('translation')].slice(0, 3), pairs('spelling')]
    const text = query.mail ? ownWords(query.text) : query.text
    const known = namesIn({ title: query.title, text }, guessLanguage(text) ?? query.language ?? 'en')
    const same = best.filter(({ form }) => form.how === 'same').map(({ term }) => term.shown)
    const names = same.filter((shown) => known.has(fold(shown)))
    const words = same.filter((shown) => !known.has(fold(shown)))
    const number = (query.numbers ?? []).find((one) => slot.numbers.has(key(one)))
    return [
      ...(number ? [{ kind: 'number' as const, number }] : []),
      ...(query.threads?.some((thread) => slot.threads.has(thread)) ? [{ kind: 'thread' as const }] : []),
      ...(names.length > 0 ? [{ kind: 'names' as const, names: names.slice(0, 3) }] : []),
      ...(words.length > 0 ? [{ kind: 'words' as const, words: words.slice(0, 4) }] : []),
      ...(synonyms.length > 0 ? [{ kind: 'synonyms' as const, pairs: synonyms }] : []),
      ...(spelling.length > 0 ? [{ kind: 'spelling' as const, pairs: spelling }] : []),
      ...(query.area && slot.area === query.area ? [{ kind: 'area' as const, area: query.area }] : []),
    ]
  }
}

const rareness = (live: number, size: number): number => Math.log(1 + (size - live + 0.5) / (live + 0.5))
