import { bounded } from './bounded.ts'
import type { Found } from './found.ts'
import { type Counted, countable, type Signs, TooMany } from './steps.ts'
import { type Attack, alphabetOf, attacksOn } from './texts.ts'
import { readPattern } from './tree.ts'

// Does the work of a pattern grow linearly with its text? Steps are counted, so a few hundred characters are enough to tell.

const [small, large] = [24, 96]
const [sure, surer] = [500, 2_000]
/** What is as long again as four times as much may take, a little more for what happens once. */
const mostGrowth = 5.5
/** Milliseconds, about: what a text that is cut to a length may take. */
const mostSteps = 3_000_000

interface Slow {
  growth: number
  text: string
  stepsFor: (n: number) => number
}

function textOf({ before, again, end }: Attack, n: number): Signs {
  const rounds = Math.ceil(n / again.length)
  const text = new Uint16Array(before.length + rounds * again.length + end.length)
  text.set(before)
  for (let i = 0; i < rounds; i++) text.set(again, before.length + i * again.length)
  text.set(end, text.length - end.length)
  return text
}

function stepsOf(counted: Counted, attack: Attack, n: number): number {
  try {
    return counted.count(textOf(attack, n), 2 * n * n + 100_000)
  } catch (error) {
    if (error instanceof TooMany) return Number.POSITIVE_INFINITY
    throw error
  }
}

function growthOf(counted: Counted, attack: Attack, less: number, more: number): number {
  const whole = stepsOf(counted, attack, more)
  return whole === Number.POSITIVE_INFINITY ? whole : whole / stepsOf(counted, attack, less)
}

/** The text that shows that a pattern takes longer than its text is long, if there is one. */
export function findSlow(source: string, flags: string): Slow | undefined {
  const pattern = readPattern(source, flags)
  if (pattern.loops.length === 0) return undefined
  const alphabet = alphabetOf(pattern)
  const counted = countable(pattern, alphabet.signs)
  for (const attack of attacksOn(pattern, alphabet)) {
    if (growthOf(counted, attack, small, large) < mostGrowth) continue
    const growth = growthOf(counted, attack, sure, surer)
    if (growth < mostGrowth) continue
    const written = (text: readonly number[]): string => JSON.stringify(text.map((at) => alphabet.signs[at]).join(''))
    const text = `${written(attack.before)}, ${written(attack.again)} again and again, ${written(attack.end)}`
    return { growth, text, stepsFor: (n) => stepsOf(counted, attack, n) }
  }
  return undefined
}

const shown = (source: string): string => (source.length > 160 ? `${source.slice(0, 160)}…` : source)

/**
 * What is wrong with these patterns, a line for each: one that takes longer than its text is long, unless that is known to be short; and what
 * is said to be known without need.
 */
export function judgePatterns(patterns: readonly Found[], whole: boolean, say: (now: string) => void): { count: number; faults: string[] } {
  const faults: string[] = []
  const needed = new Set<unknown>()
  for (const [written, places] of Map.groupBy(patterns, ({ source, flags }) => `/${source}/${flags}`)) {
    const [{ source, flags }] = places as [Found]
    say(`${places[0]?.place}: ${shown(written)}`)
    const slow = findSlow(source, flags)
    if (!slow) continue
    // What only a page makes is known by what was built.
    const here = places.filter(({ place }) => place.startsWith('src/'))
    for (const place of new Set((here.length > 0 ? here : places).map((one) => one.place))) {
      const known = bounded.find(({ file, begins }) => place.startsWith(`${file}:`) && source.startsWith(begins))
      needed.add(known)
      if (known && slow.stepsFor(known.most) <= mostSteps) continue
      faults.push(`${place}: ${shown(written)}: ${slow.growth.toFixed(1)} times the steps for four times the text: ${slow.text}`)
    }
  }
  if (whole)
    for (const one of bounded) if (!needed.has(one)) faults.push(`${one.file}: ${one.begins}: is no longer slow, or no longer there`)
  return { count: new Set(patterns.map(({ source, flags }) => `/${source}/${flags}`)).size, faults }
}
