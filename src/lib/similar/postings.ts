import type { PackedCosine } from './cosine.ts'

/** Which texts hold a stem, and how often. */
export interface Posting {
  slots: number[]
  /** Frequencies by field, two for each slot. */
  counts: number[]
  live: number
}

/** What is known of one text besides. */
export interface Slot {
  id: number
  lengths: [number, number]
  /** With the word as it stands in the text. */
  readonly stems: ReadonlyMap<string, string>
  area: string | null
  numbers: Set<string>
  threads: Set<number>
  language: string
}

/** A collection as it is kept elsewhere; what it says of its texts stands in their order. */
export interface PackedIndex {
  ids: Int32Array
  lengths: Int32Array
  languages: string[]
  areas: (string | null)[]
  /** Of those texts that have some. */
  numbers: [number, string[]][]
  threads: [number, number[]][]
  postings: PackedPostings
  near: PackedCosine[]
  senses: Float32Array
}

interface PackedPostings {
  /** A line each, in the order in which they came. */
  stems: string
  /** By stem where its entries begin, and by entry its text, twice how often, and which of the words below it is. */
  starts: Int32Array
  slots: Int32Array
  counts: Float32Array
  shown: Int32Array
  words: string
}

const linesOf = (text: string): string[] => (text === '' ? [] : text.split('\n'))

/** The stems of a collection. Those that were kept elsewhere are unpacked when they are asked for. */
export class Postings {
  readonly #of = new Map<string, Posting | number>()
  #packed: PackedPostings | undefined

  /** Adds a stem of the newest text. @returns whether no text had it before */
  put(stem: string, slot: number, count: [number, number]): boolean {
    const posting = this.get(stem)
    if (!posting) {
      this.#of.set(stem, { slots: [slot], counts: [...count], live: 1 })
      return true
    }
    posting.slots.push(slot)
    posting.counts.push(...count)
    posting.live++
    return false
  }

  get(stem: string): Posting | undefined {
    const known = this.#of.get(stem)
    if (typeof known !== 'number') return known
    const { starts, slots, counts } = this.#packed as PackedPostings
    const [from, to] = [starts[known] as number, starts[known + 1] as number]
    const made = { slots: [...slots.subarray(from, to)], counts: [...counts.subarray(from * 2, to * 2)], live: to - from }
    this.#of.set(stem, made)
    return made
  }

  /** How many texts hold a stem. */
  live(stem: string): number {
    const known = this.#of.get(stem)
    if (known === undefined) return 0
    if (typeof known !== 'number') return known.live
    const { starts } = this.#packed as PackedPostings
    return (starts[known + 1] as number) - (starts[known] as number)
  }

  /** Gives slots new places; what stood in the others goes. */
  move(places: ReadonlyMap<number, number>): void {
    for (const stem of [...this.#of.keys()]) {
      const posting = this.get(stem) as Posting
      const kept = [...posting.slots.keys()].filter((i) => places.has(posting.slots[i] as number))
      if (kept.length === 0) this.#of.delete(stem)
      posting.counts = kept.flatMap((i) => posting.counts.slice(i * 2, i * 2 + 2))
      posting.slots = kept.map((i) => places.get(posting.slots[i] as number) as number)
    }
    this.#packed = undefined
  }

  /** All of them, where no slot is empty. */
  pack(slots: readonly Slot[]): PackedPostings {
    const stems = [...this.#of.keys()]
    const starts = new Int32Array(stems.length + 1)
    for (const [at, stem] of stems.entries()) starts[at + 1] = (starts[at] as number) + this.live(stem)
    const total = starts.at(-1) as number
    const packed = { starts, slots: new Int32Array(total), counts: new Float32Array(total * 2), shown: new Int32Array(total) }
    const words = new Map<string, number>()
    for (const [at, stem] of stems.entries()) {
      const posting = this.get(stem) as Posting
      const from = starts[at] as number
      packed.slots.set(posting.slots, from)
      packed.counts.set(posting.counts, from * 2)
      for (const [i, slot] of posting.slots.entries()) {
        const word = slots[slot]?.stems.get(stem) ?? ''
        packed.shown[from + i] = words.get(word) ?? words.set(word, words.size).size - 1
      }
    }
    return { stems: stems.join('\n'), ...packed, words: [...words.keys()].join('\n') }
  }

  /**
   * What was packed, into an empty one.
   * @returns the stems in their order, and those of each text with the words as they stand there
   */
  unpack(packed: PackedPostings, texts: number): { stems: string[]; stemsOf: (slot: number) => Map<string, string> } {
    const stems = linesOf(packed.stems)
    for (const [at, stem] of stems.entries()) this.#of.set(stem, at)
    this.#packed = packed
    const words = packed.words.split('\n')
    let entries: ReturnType<typeof bySlot> | undefined
    const stemsOf = (slot: number): Map<string, string> => {
      entries ??= bySlot(packed, texts)
      const found = new Map<string, string>()
      for (let i = entries.starts[slot] as number; i < (entries.starts[slot + 1] as number); i++) {
        const entry = entries.entries[i] as number
        found.set(stems[entries.stems[i] as number] as string, words[packed.shown[entry] as number] as string)
      }
      return found
    }
    return { stems, stemsOf }
  }
}

/** The entries of stems once more, those of one text beside each other. */
function bySlot({ starts: begins, slots }: PackedPostings, texts: number) {
  const starts = new Int32Array(texts + 1)
  for (const slot of slots) starts[slot + 1] = (starts[slot + 1] as number) + 1
  for (let slot = 0; slot < texts; slot++) starts[slot + 1] = (starts[slot + 1] as number) + (starts[slot] as number)
  const next = starts.slice()
  const [entries, stems] = [new Int32Array(slots.length), new Int32Array(slots.length)]
  for (let stem = 0; stem + 1 < begins.length; stem++)
    for (let entry = begins[stem] as number; entry < (begins[stem + 1] as number); entry++) {
      const slot = slots[entry] as number
      const at = next[slot] as number
      next[slot] = at + 1
      entries[at] = entry
      stems[at] = stem
    }
  return { starts, entries, stems }
}

/** What is said of each text, in their order. */
export const packSlots = (slots: readonly Slot[]): Omit<PackedIndex, 'postings' | 'near' | 'senses'> => ({
  ids: Int32Array.from(slots, ({ id }) => id),
  lengths: Int32Array.from(slots.flatMap(({ lengths }) => lengths)),
  languages: slots.map(({ language }) => language),
  areas: slots.map(({ area }) => area),
  numbers: slots.flatMap(({ numbers }, at): [number, string[]][] => (numbers.size > 0 ? [[at, [...numbers]]] : [])),
  threads: slots.flatMap(({ threads }, at): [number, number[]][] => (threads.size > 0 ? [[at, [...threads]]] : [])),
})

/** The texts that were packed; their stems are read when they are asked for. */
export function unpackSlots(
  { ids, lengths, languages, areas, numbers, threads }: PackedIndex,
  stemsOf: (slot: number) => Map<string, string>,
): Slot[] {
  const [numbersOf, threadsOf] = [new Map(numbers), new Map(threads)]
  return Array.from(ids, (id, at): Slot => {
    let stems: Map<string, string> | undefined
    return {
      id,
      lengths: [lengths[at * 2] as number, lengths[at * 2 + 1] as number],
      get stems() {
        stems ??= stemsOf(at)
        return stems
      },
      area: areas[at] ?? null,
      numbers: new Set(numbersOf.get(at)),
      threads: new Set(threadsOf.get(at)),
      language: languages[at] as string,
    }
  })
}
