import { domainOf } from './domain.ts'

/** What waits, by the address it goes to. */
interface Waiting {
  to: string
}

/** Messages that wait for a connection: first come, first served, except that a domain with its number under way is passed over. */
export class WaitingLine<Item extends Waiting> {
  #queue: (Item | undefined)[] = []
  #head = 0
  /** These go first. */
  #again: Item[] = []
  readonly #domains = new Map<string, { active: Set<Item>; held: Item[] }>()
  #held = 0

  readonly perDomain: number

  constructor(perDomain = Number.POSITIVE_INFINITY) {
    this.perDomain = perDomain
  }

  /** All that wait. */
  get length(): number {
    return this.ready + this.#held
  }

  /** Those that may be sent now, as far as is known. */
  get ready(): number {
    return this.#queue.length - this.#head + this.#again.length
  }

  add(item: Item): void {
    this.#queue.push(item)
  }

  /** The next one that may be sent; it counts for its domain until `release` or `putBack`. */
  next(): Item | undefined {
    for (let item = this.#first(); item; item = this.#first()) {
      if (this.perDomain === Number.POSITIVE_INFINITY) return item
      const domain = this.#domain(item)
      if (domain.active.size < this.perDomain) {
        domain.active.add(item)
        return item
      }
      domain.held.push(item)
      this.#held++
    }
  }

  /** It is settled: the next one to its domain may go. */
  release(item: Item): void {
    if (this.perDomain === Number.POSITIVE_INFINITY) return
    const domain = this.#domain(item)
    if (!domain.active.delete(item)) return
    const next = domain.held.shift()
    if (next) {
      this.#held--
      this.#again.push(next)
    } else if (domain.active.size === 0) this.#domains.delete(domainOf(item.to))
  }

  /** It was not sent after all and goes before the others. */
  putBack(item: Item): void {
    this.release(item)
    this.#again.push(item)
  }

  /** Empties the line. */
  takeAll(): Item[] {
    const all = [...this.#again, ...this.#queue.slice(this.#head).filter((item) => item !== undefined)]
    for (const domain of this.#domains.values()) all.push(...domain.held.splice(0))
    this.#queue = []
    this.#head = 0
    this.#again = []
    this.#held = 0
    return all
  }

  #first(): Item | undefined {
    const again = this.#again.pop()
    if (again) return again
    const item = this.#queue[this.#head]
    if (!item) return undefined
    // Let go of at once: a mail of megabytes must not stay until the line is made short.
    this.#queue[this.#head++] = undefined
    if (this.#head > 1000 && this.#head * 2 > this.#queue.length) {
      this.#queue = this.#queue.slice(this.#head)
      this.#head = 0
    }
    return item
  }

  #domain(item: Item) {
    const name = domainOf(item.to)
    const domain = this.#domains.get(name) ?? { active: new Set<Item>(), held: [] }
    this.#domains.set(name, domain)
    return domain
  }
}
