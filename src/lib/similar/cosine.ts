/** What a text holds: how much of each token. */
export type Weights = Map<string, number>

/** Numbers that grow at their end. */
class Growing<Kind extends Int32Array | Float32Array> {
  values: Kind
  length = 0
  readonly #make: (size: number) => Kind

  constructor(make: (size: number) => Kind) {
    this.#make = make
    this.values = make(4)
  }
  push(value: number): void {
    if (this.length === this.values.length) {
      const wider = this.#make(this.length * 2)
      wider.set(this.values)
      this.values = wider
    }
    this.values[this.length++] = value
  }
}

interface Posting {
  slots: Growing<Int32Array>
  weights: Growing<Float32Array>
  live: number
}

// How much of the collection may be new before lengths are measured anew; they shift slowly, with how rare the words are.
const drift = 0.1

/** Texts as directions in the space of their tokens, rare ones weighing more; the cosine says how near two are. It grows text by text. */
export class Cosine {
  readonly #ids = new Map<string, number>()
  readonly #postings: Posting[] = []
  readonly #texts: ({ tokens: Int32Array; weights: Float32Array } | undefined)[] = []
  #lengths = new Float64Array(0)
  #size = 0
  #changes = 0
  readonly #power: number

  /** @param power how much rareness counts */
  constructor(power = 1) {
    this.#power = power
  }

  put(slot: number, counts: Weights): void {
    const tokens = new Int32Array(counts.size)
    const weights = new Float32Array(counts.size)
    let at = 0
    for (const [token, count] of counts) {
      let id = this.#ids.get(token)
      if (id === undefined) {
        id = this.#postings.length
        this.#ids.set(token, id)
        this.#postings.push({
          slots: new Growing((size) => new Int32Array(size)),
          weights: new Growing((size) => new Float32Array(size)),
          live: 0,
        })
      }
      const weight = damped(count)
      const posting = this.#postings[id] as Posting
      posting.slots.push(slot)
      posting.weights.push(weight)
      posting.live++
      tokens[at] = id
      weights[at++] = weight
    }
    this.#texts[slot] = { tokens, weights }
    this.#size++
    this.#changes++
  }

  remove(slot: number): void {
    const text = this.#texts[slot]
    if (!text) return
    for (const id of text.tokens) (this.#postings[id] as Posting).live--
    this.#texts[slot] = undefined
    this.#size--
    this.#changes++
  }

  /** Gives slots new places: those that were emptied go. */
  move(places: ReadonlyMap<number, number>): void {
    for (const { slots, weights } of this.#postings) {
      let kept = 0
      for (let i = 0; i < slots.length; i++) {
        const place = places.get(slots.values[i] as number)
        if (place === undefined) continue
        slots.values[kept] = place
        weights.values[kept++] = weights.values[i] as number
      }
      slots.length = kept
      weights.length = kept
    }
    const [texts, lengths] = [[...this.#texts], this.#lengths.slice()]
    this.#texts.length = 0
    this.#lengths.fill(0)
    for (const [from, to] of places) {
      this.#texts[to] = texts[from]
      this.#lengths[to] = lengths[from] ?? 0
    }
  }

  #rareness(id: number): number {
    const { live } = this.#postings[id] as Posting
    return Math.log(1 + (this.#size - live + 0.5) / (live + 0.5)) ** this.#power
  }

  #measure(): void {
    if (this.#changes === 0) return
    const all = this.#changes > this.#size * drift
    const before = this.#lengths
    const lengths = before.length >= this.#texts.length ? before : new Float64Array(Math.ceil(this.#texts.length * 1.2))
    if (lengths !== before) lengths.set(before)
    const rareness = Float64Array.from(this.#postings, (_, id) => (all ? this.#rareness(id) : 0))
    for (const [slot, text] of this.#texts.entries())
      if (text && (all || lengths[slot] === 0))
        lengths[slot] = this.#lengthOf(text, (id) => (all ? (rareness[id] as number) : this.#rareness(id)))
    this.#lengths = lengths
    if (all) this.#changes = 0
  }

  #lengthOf({ tokens, weights }: { tokens: Int32Array; weights: Float32Array }, rareness: (id: number) => number): number {
    let sum = 0
    for (let i = 0; i < tokens.length; i++) sum += ((weights[i] as number) * rareness(tokens[i] as number)) ** 2
    return Math.sqrt(sum) || 1
  }

  /** How near each slot is to these, from 0 to 1; only the tokens that say the most are asked for. */
  near(counts: Weights, slots: number, most = 200): Float64Array {
    this.#measure()
    const found = new Float64Array(slots)
    const asked: { id: number; weight: number }[] = []
    let sum = 0
    for (const [token, count] of counts) {
      const id = this.#ids.get(token)
      if (id === undefined) continue
      const weight = damped(count) * this.#rareness(id)
      sum += weight * weight
      asked.push({ id, weight })
    }
    const length = Math.sqrt(sum) || 1
    asked.sort((a, b) => b.weight - a.weight)
    for (const { id, weight } of asked.slice(0, most)) {
      const { slots: at, weights } = this.#postings[id] as Posting
      const part = (weight * this.#rareness(id)) / length
      for (let i = 0; i < at.length; i++) {
        const slot = at.values[i] as number
        found[slot] = (found[slot] as number) + (part * (weights.values[i] as number)) / (this.#lengths[slot] as number)
      }
    }
    return found
  }
}

// What is said often counts more than what is said once, but not as often more.
const damped = (count: number): number => (count >= 1 ? 1 + Math.log(count) : count)
