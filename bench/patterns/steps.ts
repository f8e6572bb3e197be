import type { Node, Pattern } from './tree.ts'

// How many steps a backtracking engine takes to look for a pattern in a text: counted, so that neither the machine nor its load says anything.

type Next = (at: number) => boolean
type Matcher = (at: number, next: Next) => boolean

/** Thrown where a pattern takes more steps than anybody waits for. */
export class TooMany extends Error {}

/** A text, sign by sign as places in the alphabet of the pattern. */
export type Signs = Uint16Array

const lineEnds = new Set(['\n', '\r', '\u2028', '\u2029'])

export interface Counted {
  /** The steps of a search, or of a search for all where the pattern is global, in this text. */
  count: (text: Signs, most: number) => number
}

/** Compiles a pattern whose signs know what they take of the alphabet. */
export function countable({ node, flags, groups }: Pattern, alphabet: readonly string[]): Counted {
  let text: Signs = new Uint16Array()
  let steps = 0
  let limit = 0
  const starts = new Int32Array(groups + 1).fill(-1)
  const ends = new Int32Array(groups + 1).fill(-1)
  const ofWord = Uint8Array.from(alphabet, (sign) => Number(/^\w$/.test(sign)))
  const ofLine = Uint8Array.from(alphabet, (sign) => Number(lineEnds.has(sign)))
  const lines = flags.includes('m')
  const step = () => {
    if (++steps > limit) throw new TooMany()
  }
  const inWord = (at: number): boolean => ofWord[text[at] ?? -1] === 1
  const edges = {
    '^': (at: number) => at === 0 || (lines && ofLine[text[at - 1] ?? 0] === 1),
    $: (at: number) => at === text.length || (lines && ofLine[text[at] ?? 0] === 1),
    b: (at: number) => inWord(at - 1) !== inWord(at),
    B: (at: number) => inWord(at - 1) === inWord(at),
  }

  /** A run of one sign, without a call for each. */
  function runOf(takes: Uint8Array, min: number, max: number, lazy: boolean, move: 1 | -1): Matcher {
    const is = (at: number) => {
      step()
      return takes[text[move === 1 ? at : at - 1] ?? -1] === 1
    }
    if (lazy)
      return (at, next) => {
        for (let times = 0; ; times++, at += move) {
          if (times >= min && next(at)) return true
          if (times >= max || !is(at)) return false
        }
      }
    return (at, next) => {
      let times = 0
      for (; times < max && is(at); times++) at += move
      for (; times >= min; times--, at -= move) {
        step()
        if (next(at)) return true
      }
      return false
    }
  }

  function loopOf(of: Matcher, min: number, max: number, lazy: boolean): Matcher {
    const turn = (at: number, times: number, next: Next): boolean => {
      step()
      const more = () => times < max && of(at, (end) => (end !== at || times < min) && turn(end, times + 1, next))
      if (times < min) return more()
      return lazy ? next(at) || more() : more() || next(at)
    }
    return (at, next) => turn(at, 0, next)
  }

  function groupOf(of: Matcher, number: number, move: 1 | -1): Matcher {
    return (at, next) => {
      const before = [starts[number] ?? -1, ends[number] ?? -1] as const
      const found = of(at, (end) => {
        const inner = [starts[number] ?? -1, ends[number] ?? -1] as const
        starts[number] = move === 1 ? at : end
        ends[number] = move === 1 ? end : at
        if (next(end)) return true
        starts[number] = inner[0]
        ends[number] = inner[1]
        return false
      })
      if (!found) [starts[number], ends[number]] = before
      return found
    }
  }

  function againOf(number: number, move: 1 | -1): Matcher {
    return (at, next) => {
      const [from, length] = [starts[number] ?? -1, (ends[number] ?? -1) - (starts[number] ?? -1)]
      const begin = move === 1 ? at : at - length
      for (let i = 0; from >= 0 && i < length; i++) {
        step()
        if (text[begin + i] !== text[from + i]) return false
      }
      return next(at + (from < 0 ? 0 : move * length))
    }
  }

  function rowOf(of: Matcher[]): Matcher {
    return of.reduceRight<Matcher>(
      (rest, one) => (at, next) => one(at, (end) => rest(end, next)),
      (at, next) => next(at),
    )
  }

  function compile(one: Node, move: 1 | -1): Matcher {
    if (one.kind === 'sign') return runOf(one.takes, 1, 1, false, move)
    if (one.kind === 'edge') return (at, next) => edges[one.which](at) && next(at)
    if (one.kind === 'again') return againOf(one.number, move)
    if (one.kind === 'row') {
      const of = one.of.map((part) => compile(part, move))
      return rowOf(move === 1 ? of : of.toReversed())
    }
    if (one.kind === 'either') {
      const of = one.of.map((part) => compile(part, move))
      return (at, next) => of.some((part) => part(at, next))
    }
    if (one.kind === 'look') {
      const of = compile(one.of, one.back ? -1 : 1)
      return (at, next) => of(at, () => true) !== one.not && next(at)
    }
    if (one.kind === 'loop' && one.of.kind === 'sign') return runOf(one.of.takes, one.min, one.max, one.lazy, move)
    const of = compile(one.of, move)
    if (one.kind === 'loop') return loopOf(of, one.min, one.max, one.lazy)
    return one.number === undefined ? of : groupOf(of, one.number, move)
  }

  const matcher = compile(node, 1)
  const [all, here] = [flags.includes('g'), flags.includes('y')]

  /** The end of the first match from there on. */
  function search(from: number): number {
    let end = -1
    for (let at = from; at <= text.length; at++) {
      step()
      starts.fill(-1)
      if (
        matcher(at, (to) => {
          end = to
          return true
        })
      )
        return end === at ? at + 1 : end
      if (here) return -1
    }
    return -1
  }

  return {
    count: (given, most) => {
      text = given
      steps = 0
      limit = most
      for (let at = search(0); all && at >= 0 && at <= text.length; ) at = search(at)
      return steps
    },
  }
}
