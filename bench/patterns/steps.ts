import type { Node, Pattern } from './tree.ts'

// How many steps a backtracking engine takes to look for a pattern in a text. Counted, so that machine and load do not matter.

/** Does the pattern match from there on? What comes after a part is known when the part is compiled, so that a search makes nothing anew. */
type Matcher = (at: number) => boolean

/** Thrown where a pattern takes more steps than anybody waits for. */
export class TooMany extends Error {}

/** A text, sign by sign as places in the alphabet of the pattern. */
export type Signs = Uint16Array

const lineEnds = new Set(['\n', '\r', '\u2028', '\u2029'])

export interface Counted {
  /** The steps of a search, or of a search for all where the pattern is global, in this text. */
  count: (text: Signs, most: number) => number
}

/** What the first sign may be that a part reads; undefined where it may read none, or that takes more than a look. */
function firstOf(one: Node, move: 1 | -1): Uint8Array | undefined {
  if (one.kind === 'sign') return one.takes
  if (one.kind === 'loop') return one.min > 0 && one.of.kind === 'sign' ? one.of.takes : undefined
  if (one.kind === 'group') return firstOf(one.of, move)
  const first = one.kind === 'row' ? one.of.at(move === 1 ? 0 : -1) : undefined
  return first && firstOf(first, move)
}

type Bounds = Pick<Extract<Node, { kind: 'loop' }>, 'min' | 'max' | 'lazy'>

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
  const take = (some: number) => {
    steps += some
    if (steps > limit) throw new TooMany()
  }
  const inWord = (at: number): boolean => ofWord[text[at] ?? -1] === 1
  const edges = {
    '^': (at: number) => at === 0 || (lines && ofLine[text[at - 1] ?? 0] === 1),
    $: (at: number) => at === text.length || (lines && ofLine[text[at] ?? 0] === 1),
    b: (at: number) => inWord(at - 1) !== inWord(at),
    B: (at: number) => inWord(at - 1) === inWord(at),
  }

  const signAt = (at: number): number => (at >= 0 && at < text.length ? (text[at] as number) : -1)

  function signOf(takes: Uint8Array, move: 1 | -1, next: Matcher): Matcher {
    const [before, after] = move === 1 ? [0, 1] : [-1, -1]
    return (at) => {
      step()
      if (takes[signAt(at + before)] !== 1) return false
      step()
      return next(at + after)
    }
  }

  /** A run of one sign, without a call for each. */
  function runOf(takes: Uint8Array, { min, max, lazy }: Bounds, move: 1 | -1, next: Matcher): Matcher {
    if (min === 1 && max === 1) return signOf(takes, move, next)
    const before = move === 1 ? 0 : -1
    const is = (at: number) => {
      step()
      return takes[signAt(at + before)] === 1
    }
    if (lazy)
      return (begin) => {
        for (let at = begin, times = 0; ; times++, at += move) {
          if (times >= min && next(at)) return true
          if (times >= max || !is(at)) return false
        }
      }
    return (begin) => {
      let at = begin
      let times = 0
      for (; times < max && is(at); times++) at += move
      for (; times >= min; times--, at -= move) {
        step()
        if (next(at)) return true
      }
      return false
    }
  }

  function loopOf(one: Node, { min, max, lazy }: Bounds, move: 1 | -1, next: Matcher): Matcher {
    // Of the turn that is being taken. Whoever takes another one within it puts these back.
    let times = 0
    let from = 0
    const within = (act: () => boolean): boolean => {
      const [timesBefore, fromBefore] = [times, from]
      const found = act()
      times = timesBefore
      from = fromBefore
      return found
    }
    const of = compile(one, move, (end) => (end !== from || times < min) && within(() => turn(end, times + 1)))
    const more = (at: number, taken: number): boolean => {
      if (taken >= max) return false
      times = taken
      from = at
      return of(at)
    }
    const turn = (at: number, taken: number): boolean => {
      step()
      if (taken < min) return more(at, taken)
      return lazy ? next(at) || more(at, taken) : more(at, taken) || next(at)
    }
    return (at) => within(() => turn(at, 0))
  }

  function groupOf(one: Node, number: number, move: 1 | -1, next: Matcher): Matcher {
    // Where it began that time; put back like the turns of a loop.
    let begin = 0
    const of = compile(one, move, (end) => {
      const [start, stop] = [starts[number] ?? -1, ends[number] ?? -1]
      starts[number] = move === 1 ? begin : end
      ends[number] = move === 1 ? end : begin
      if (next(end)) return true
      starts[number] = start
      ends[number] = stop
      return false
    })
    return (at) => {
      const [start, stop, outer] = [starts[number] ?? -1, ends[number] ?? -1, begin]
      begin = at
      const found = of(at)
      begin = outer
      if (found) return true
      starts[number] = start
      ends[number] = stop
      return false
    }
  }

  function againOf(number: number, move: 1 | -1, next: Matcher): Matcher {
    return (at) => {
      const [from, length] = [starts[number] ?? -1, (ends[number] ?? -1) - (starts[number] ?? -1)]
      const begin = move === 1 ? at : at - length
      for (let i = 0; from >= 0 && i < length; i++) {
        step()
        if (text[begin + i] !== text[from + i]) return false
      }
      return next(at + (from < 0 ? 0 : move * length))
    }
  }

  function eitherOf(nodes: readonly Node[], move: 1 | -1, next: Matcher): Matcher {
    const of = nodes.map((one) => ({ takes: firstOf(one, move), matches: compile(one, move, next) }))
    // To find that a part begins with another sign takes a step: it is counted, and nothing called.
    const planFor = (sign: number) => {
      const tried: { passed: number; matches: Matcher }[] = []
      let passed = 0
      for (const { takes, matches } of of) {
        if (takes && takes[sign] !== 1) {
          passed++
          continue
        }
        tried.push({ passed, matches })
        passed = 0
      }
      return { tried, passed }
    }
    const plans: ReturnType<typeof planFor>[] = []
    const before = move === 1 ? 0 : -1
    return (at) => {
      const sign = signAt(at + before)
      const plan = plans[sign + 1] ?? planFor(sign)
      plans[sign + 1] = plan
      for (const { passed, matches } of plan.tried) {
        take(passed)
        if (matches(at)) return true
      }
      take(plan.passed)
      return false
    }
  }

  function compile(one: Node, move: 1 | -1, next: Matcher): Matcher {
    if (one.kind === 'sign') return signOf(one.takes, move, next)
    if (one.kind === 'edge') {
      const is = edges[one.which]
      return (at) => is(at) && next(at)
    }
    if (one.kind === 'again') return againOf(one.number, move, next)
    if (one.kind === 'row') {
      const row = move === 1 ? one.of : one.of.toReversed()
      return row.reduceRight<Matcher>((rest, part) => compile(part, move, rest), next)
    }
    if (one.kind === 'either') return eitherOf(one.of, move, next)
    if (one.kind === 'look') {
      const { not } = one
      const of = compile(one.of, one.back ? -1 : 1, () => true)
      return (at) => of(at) !== not && next(at)
    }
    if (one.kind === 'loop') return one.of.kind === 'sign' ? runOf(one.of.takes, one, move, next) : loopOf(one.of, one, move, next)
    return one.number === undefined ? compile(one.of, move, next) : groupOf(one.of, one.number, move, next)
  }

  let end = -1
  const matcher = compile(node, 1, (at) => {
    end = at
    return true
  })
  const [all, here] = [flags.includes('g'), flags.includes('y')]

  /** The end of the first match from there on. */
  function search(from: number): number {
    for (let at = from; at <= text.length; at++) {
      step()
      starts.fill(-1)
      if (matcher(at)) return end === at ? at + 1 : end
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
