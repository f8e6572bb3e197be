const cr = 13
const lf = 10
const dot = 46
// A dot is judged by two bytes before it and two behind.
const around = 2

/**
 * Looks for a dot on a line of its own, set off by a bare CR or LF: the end of the mail to a careless server that we hand it on to, which
 * then takes what follows for commands (CVE-2023-51764). No mail program writes it.
 */
export class EndWatch {
  #hides = false
  // What was seen last: its last bytes are judged when more is known.
  #tail = Buffer.alloc(0)

  see(chunk: Buffer): void {
    const seen = Buffer.concat([this.#tail, chunk])
    this.#judge(seen, seen.length - around)
    this.#tail = Buffer.from(seen.subarray(-2 * around))
  }

  /** Whether there was one. */
  end(): boolean {
    this.#judge(this.#tail, this.#tail.length)
    return this.#hides
  }

  #judge(seen: Buffer, to: number): void {
    // Those in the first half of a full tail are judged already, and what was before them is gone.
    const from = this.#tail.length < 2 * around ? 1 : around
    for (let at = seen.indexOf(dot, from); at >= 0 && at < to && !this.#hides; at = seen.indexOf(dot, at + 1))
      this.#hides = isHiddenEnd(seen, at)
  }
}

function isHiddenEnd(bytes: Buffer, at: number): boolean {
  const [before, after] = [bytes[at - 1], bytes[at + 1]]
  if ((before !== cr && before !== lf) || (after !== cr && after !== lf)) return false
  const begins = before === lf && bytes[at - 2] === cr
  const ends = after === cr && bytes[at + 2] === lf
  return !begins || !ends
}

/** Whether a whole mail hides such an end. */
export function hidesAnEnd(raw: Buffer): boolean {
  for (let at = raw.indexOf(dot, 1); at >= 0; at = raw.indexOf(dot, at + 1)) if (isHiddenEnd(raw, at)) return true
  return false
}
