/** What a text holds: how much of each token. */
export type Weights = Map<string, number>

/** Numbers that grow at their end, in little memory. */
class Numbers {
  at: Int32Array | Float32Array
  length = 0
  readonly #make: (size: number) => Int32Array | Float32Array

  constructor(make: (size: number) => Int32Array | Float32Array) {
    this.#make = make
    this.at = make(64)
  }
  /** Takes numbers as they are, without a copy. */
  take(numbers: Int32Array | Float32Array): void {
    this.at = numbers.length > 0 ? numbers : this.#make(64)
    this.length = numbers.length
  }
  push(value: number): void {
    if (this.length === this.at.length) {
      const wider = this.#make(this.length * 2)
      wider.set(this.at)
      this.at = wider
    }
    this.at[this.length++] = value
  }
}
const whole = () => new Numbers((size) => new Int32Array(size))

// How much of the collection may be new before lengths are measured anew; they shift slowly, with how rare the words are.
const drift = 0.1

/** FNV-1a: millions of tokens are kept, and none of their letters. */
function hashOf(token: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < token.length; i++) hash = Math.imul(hash ^ token.charCodeAt(i), 0x01000193)
  return hash
}

/** A collection as it is kept elsewhere: the tokens by their places, and of each text how many it has, which, and how much of each. */
export interface PackedCosine {
  hashes: Int32Array
  /** How many texts hold each. */
  live: Int32Array
  counts: Int32Array
  tokens: Int32Array
  weights: Float32Array
}

/** Texts as directions in the space of their tokens, rare ones weighing more; the cosine says how near two are. It grows text by text. */
export class Cosine {
  /** By hash the place of a token: of those that were unpacked they stand in order, the others come after them. */
  #sortedHashes: Int32Array = new Int32Array(0)
  readonly #ids = new Map<number, number>()
  /** By token: how many texts hold it, and its newest entry. */
  readonly #live = whole()
  #newest = whole()
  /** By entry, those of one text beside each other: token, text, weight, and the entry of the same token before. */
  #tokens = whole()
  #slots = whole()
  #weights = new Numbers((size) => new Float32Array(size))
  #before = whole()
  /** By slot: from which entry on its text stands, and how many it has. */
  #texts: ({ from: number; count: number } | undefined)[] = []
  #lengths = new Float64Array(0)
  /** The entries before `until` once more, those of one token beside each other and by the lengths of their texts: to be read fast. */
  #sorted = { until: 0, starts: new Int32Array(1), slots: new Int32Array(0), parts: new Float32Array(0) }
  #size = 0
  #changes = 0
  readonly #power: number

  /** @param power how much rareness counts */
  constructor(power = 1) {
    this.#power = power
  }

  put(slot: number, counts: Weights): void {
    const from = this.#tokens.length
    for (const [token, count] of counts) {
      const hash = hashOf(token)
      let id = this.#idOf(hash)
      if (id === undefined) {
        id = this.#live.length
        this.#ids.set(hash, id)
        this.#live.push(0)
        this.#newest.push(-1)
      }
      this.#live.at[id] = (this.#live.at[id] as number) + 1
      this.#enter(id, slot, damped(count))
    }
    this.#texts[slot] = { from, count: counts.size }
    this.#size++
    this.#changes++
  }

  #enter(id: number, slot: number, weight: number): void {
    this.#before.push(this.#newest.at[id] as number)
    this.#newest.at[id] = this.#tokens.length
    this.#tokens.push(id)
    this.#slots.push(slot)
    this.#weights.push(weight)
  }

  remove(slot: number): void {
    const text = this.#texts[slot]
    if (!text) return
    for (let i = text.from; i < text.from + text.count; i++) {
      const id = this.#tokens.at[i] as number
      this.#live.at[id] = (this.#live.at[id] as number) - 1
    }
    this.#texts[slot] = undefined
    this.#size--
    this.#changes++
  }

  /** Gives slots new places; what stood in the others goes. */
  move(places: ReadonlyMap<number, number>): void {
    const [texts, tokens, weights, lengths] = [this.#texts, this.#tokens, this.#weights, this.#lengths.slice()]
    this.#texts = []
    this.#tokens = whole()
    this.#slots = whole()
    this.#weights = new Numbers((size) => new Float32Array(size))
    this.#before = whole()
    this.#newest.at.fill(-1)
    this.#lengths.fill(0)
    this.#sorted = { until: 0, starts: new Int32Array(1), slots: new Int32Array(0), parts: new Float32Array(0) }
    this.#changes = this.#size + 1
    for (const [old, place] of places) {
      const text = texts[old]
      if (!text) continue
      const from = this.#tokens.length
      for (let i = text.from; i < text.from + text.count; i++) this.#enter(tokens.at[i] as number, place, weights.at[i] as number)
      this.#texts[place] = { from, count: text.count }
      this.#lengths[place] = lengths[old] ?? 0
    }
  }

  #idOf(hash: number): number | undefined {
    let [from, to] = [0, this.#sortedHashes.length]
    while (from < to) {
      const middle = (from + to) >> 1
      if ((this.#sortedHashes[middle] as number) < hash) from = middle + 1
      else to = middle
    }
    return this.#sortedHashes[from] === hash ? from : this.#ids.get(hash)
  }

  /** All of it, where no slot is empty. */
  pack(): PackedCosine {
    const texts = this.#texts.flatMap((text) => text ?? [])
    const total = texts.reduce((sum, { count }) => sum + count, 0)
    const hashes = Int32Array.from([...this.#sortedHashes, ...this.#ids.keys()]).sort()
    const [places, live] = [new Int32Array(hashes.length), new Int32Array(hashes.length)]
    for (const [place, hash] of hashes.entries()) {
      const id = this.#idOf(hash) as number
      places[id] = place
      live[place] = this.#live.at[id] as number
    }
    const [tokens, weights] = [new Int32Array(total), new Float32Array(total)]
    let to = 0
    for (const { from, count } of texts) {
      for (let i = 0; i < count; i++) tokens[to + i] = places[this.#tokens.at[from + i] as number] as number
      weights.set(this.#weights.at.subarray(from, from + count), to)
      to += count
    }
    return { hashes, live, counts: Int32Array.from(texts, ({ count }) => count), tokens, weights }
  }

  /** What was packed, into an empty one: its slots are numbered from 0 on. */
  unpack({ hashes, live, counts, tokens, weights }: PackedCosine): void {
    this.#sortedHashes = hashes
    const slots = new Int32Array(tokens.length)
    for (let slot = 0, from = 0; slot < counts.length; slot++) {
      const count = counts[slot] as number
      this.#texts.push({ from, count })
      slots.fill(slot, from, from + count)
      from += count
    }
    this.#live.take(live)
    this.#newest.take(new Int32Array(hashes.length).fill(-1))
    this.#tokens.take(tokens)
    this.#slots.take(slots)
    this.#weights.take(weights)
    // They are laid beside each other before anybody asks.
    this.#before.take(new Int32Array(tokens.length))
    this.#size = counts.length
    this.#changes = this.#size + 1
  }

  #rareness(id: number): number {
    const live = this.#live.at[id] as number
    return Math.log(1 + (this.#size - live + 0.5) / (live + 0.5)) ** this.#power
  }

  #measure(): void {
    if (this.#changes === 0) return
    const all = this.#changes > this.#size * drift
    if (this.#lengths.length < this.#texts.length) {
      const before = this.#lengths
      this.#lengths = new Float64Array(Math.ceil(this.#texts.length * 1.2))
      this.#lengths.set(before)
    }
    const rareness = all ? new Float64Array(this.#live.length).map((_, id) => this.#rareness(id)) : undefined
    for (const [slot, text] of this.#texts.entries())
      if (text && (all || this.#lengths[slot] === 0)) this.#lengths[slot] = this.#lengthOf(text, rareness)
    if (all) this.#sort()
  }

  /** Lays the entries of each token beside each other. */
  #sort(): void {
    // Millions of entries: arrays of one kind at hand are read several times as fast.
    const [tokens, weights, live, lengths] = [this.#tokens.at as Int32Array, this.#weights.at as Float32Array, this.#live.at, this.#lengths]
    const starts = new Int32Array(this.#live.length + 1)
    for (let id = 0; id + 1 < starts.length; id++) starts[id + 1] = (starts[id] as number) + (live[id] as number)
    const next = starts.slice()
    const slots = new Int32Array(starts.at(-1) as number)
    const parts = new Float32Array(slots.length)
    for (let slot = 0; slot < this.#texts.length; slot++) {
      const { from, count } = this.#texts[slot] ?? { from: 0, count: 0 }
      const length = lengths[slot] as number
      for (let i = from; i < from + count; i++) {
        const id = tokens[i] as number
        const at = next[id] as number
        next[id] = at + 1
        slots[at] = slot
        parts[at] = (weights[i] as number) / length
      }
    }
    this.#sorted = { until: this.#tokens.length, starts, slots, parts }
    this.#changes = 0
  }

  #lengthOf({ from, count }: { from: number; count: number }, rareness?: Float64Array): number {
    const [tokens, weights] = [this.#tokens.at as Int32Array, this.#weights.at as Float32Array]
    let sum = 0
    for (let i = from; i < from + count; i++) {
      const id = tokens[i] as number
      const weight = (weights[i] as number) * (rareness === undefined ? this.#rareness(id) : (rareness[id] as number))
      sum += weight * weight
    }
    return Math.sqrt(sum) || 1
  }

  /** How near each slot is to these, from 0 to 1; only the tokens that say the most are asked for. */
  near(counts: Weights, slots: number, most = 200): Float64Array {
    this.#measure()
    const found = new Float64Array(slots)
    const { until, starts, slots: sortedSlots, parts } = this.#sorted
    const asked: { id: number; weight: number }[] = []
    let sum = 0
    for (const [token, count] of counts) {
      const id = this.#idOf(hashOf(token))
      if (id === undefined) continue
      const weight = damped(count) * this.#rareness(id)
      sum += weight * weight
      asked.push({ id, weight })
    }
    const length = Math.sqrt(sum) || 1
    asked.sort((a, b) => b.weight - a.weight)
    for (const { id, weight } of asked.slice(0, most)) {
      const part = (weight * this.#rareness(id)) / length
      for (let i = starts[id] ?? 0; i < (starts[id + 1] ?? 0); i++) {
        const slot = sortedSlots[i] as number
        found[slot] = (found[slot] as number) + part * (parts[i] as number)
      }
      for (let i = this.#newest.at[id] as number; i >= until; i = this.#before.at[i] as number) {
        const slot = this.#slots.at[i] as number
        found[slot] = (found[slot] as number) + (part * (this.#weights.at[i] as number)) / (this.#lengths[slot] as number)
      }
    }
    return found
  }
}

// What is said often counts more than what is said once, but not as often more.
const damped = (count: number): number => (count >= 1 ? 1 + Math.log(count) : count)
