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

/** Texts as directions in the space of their tokens, rare ones weighing more; the cosine says how near two are. It grows text by text. */
export class Cosine {
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
      let id = this.#ids.get(hash)
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
    const rareness = all ? Float64Array.from({ length: this.#live.length }, (_, id) => this.#rareness(id)) : undefined
    for (const [slot, text] of this.#texts.entries())
      if (text && (all || this.#lengths[slot] === 0)) this.#lengths[slot] = this.#lengthOf(text, rareness)
    if (all) this.#sort()
  }

  /** Lays the entries of each token beside each other. */
  #sort(): void {
    const starts = new Int32Array(this.#live.length + 1)
    for (let id = 0; id < this.#live.length; id++) starts[id + 1] = (starts[id] as number) + (this.#live.at[id] as number)
    const next = starts.slice()
    const slots = new Int32Array(starts.at(-1) as number)
    const parts = new Float32Array(slots.length)
    for (const [slot, text] of this.#texts.entries())
      for (let i = text?.from ?? 0; i < (text ? text.from + text.count : 0); i++) {
        const id = this.#tokens.at[i] as number
        const at = next[id] as number
        next[id] = at + 1
        slots[at] = slot
        parts[at] = (this.#weights.at[i] as number) / (this.#lengths[slot] as number)
      }
    this.#sorted = { until: this.#tokens.length, starts, slots, parts }
    this.#changes = 0
  }

  #lengthOf({ from, count }: { from: number; count: number }, rareness?: Float64Array): number {
    let sum = 0
    for (let i = from; i < from + count; i++) {
      const id = this.#tokens.at[i] as number
      sum += ((this.#weights.at[i] as number) * (rareness?.[id] ?? this.#rareness(id))) ** 2
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
      const id = this.#ids.get(hashOf(token))
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
