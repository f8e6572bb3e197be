/** Numbers from 0 that hang together, four bytes each: union-find with halved paths. */
export class Sets {
  readonly #parent: Int32Array

  constructor(size: number) {
    this.#parent = Int32Array.from({ length: size }, (_, n) => n)
  }

  get size(): number {
    return this.#parent.length
  }

  /** The number that stands for the set of `n`. */
  find(n: number): number {
    let at = n
    for (;;) {
      const up = this.#parent[at] as number
      if (up === at) return at
      this.#parent[at] = this.#parent[up] as number
      at = up
    }
  }

  join(a: number, b: number): void {
    this.#parent[this.find(a)] = this.find(b)
  }
}
