import { join } from 'node:path'
import type { Found } from './found.ts'
import { usual, type Value, valuesBy } from './values.ts'

// Does a function take time linear to its input? Each parameter gets hostile values of n and of 2n characters.

const sizes = [64, 1_000, 8_000, 32_000, 128_000]
/** Below it, in milliseconds, a difference says nothing. */
const floor = 12
const mostGrowth = 2.5

type Run = () => unknown

/** What it costs this thread, in milliseconds: the least of several runs, since only what disturbs can make it more. */
async function timeOf(run: Run, runs: number): Promise<number> {
  let least = Number.POSITIVE_INFINITY
  for (let i = 0; i < runs; i++) {
    const began = process.threadCpuUsage()
    try {
      await run()
    } catch {
      // A refusal with a sentence is an answer too.
    }
    const { user, system } = process.threadCpuUsage(began)
    least = Math.min(least, (user + system) / 1_000)
  }
  return least
}

interface Growth {
  growth: number
  n: number
  took: number
}

/** How much longer it takes for twice the length; undefined where it takes too little time to be judged. */
async function growthOf(make: (n: number) => Run, most: number): Promise<Growth | undefined> {
  for (const n of sizes.filter((one) => one <= most)) {
    const took = await timeOf(make(n), 1)
    // Even if it grows with the square, the next size stays below what can be judged.
    if (n === 8_000 && took * 16 < floor) return undefined
    if (took < floor) continue
    // Seen once may be a pause of the collector: several runs of both decide.
    const runs = took > 400 ? 1 : 2
    const [whole, half] = [await timeOf(make(n), runs), await timeOf(make(n / 2), runs)]
    if (whole < floor) return undefined
    const growth = whole / half
    // What is linear where it takes as long as that is not looked at any longer.
    if (growth <= mostGrowth && whole > 8 * floor) return undefined
    // Caches and the collector make such a step once, and what is cut to a length grows up to it: what grows without end goes on.
    if (growth > mostGrowth && (whole > 400 || (await timeOf(make(8 * n), 2)) / whole > mostGrowth ** 3)) return { growth, n, took: whole }
  }
  return undefined
}

/** What grows shows it each time; on a machine that is busy with other things, what does not may show it once. */
const looks = 4
/** In milliseconds: what takes so long is seen at once. */
const longEnough = 2_000

async function surelyGrows(make: (n: number) => Run, most: number): Promise<Growth | undefined> {
  let found: Growth | undefined
  for (let look = 0; look < looks; look++) {
    found = await growthOf(make, most)
    if (!found || found.took > longEnough) return found
  }
  return found
}

/** Sampled, a function is given one shape in so many, each other ones, the longest of few, and fewer once it has taken so many milliseconds. */
const turns = { text: 3, bytes: 3, lines: 2, mail: 3, object: 6 }
const enough = 400
const turnsAfter = 16
const longestOf = (at: number): number => (at % 16 === 0 ? 128_000 : at % 8 === 4 ? 32_000 : 8_000)

type Call = (...given: unknown[]) => unknown

/**
 * Calls functions with what costs them most.
 * @param say is told what is tried now
 */
export async function judgeFunctions(root: string, sampled: boolean, say: (now: string) => void) {
  const { readMessage } = (await import(join(root, 'src/lib/mail/parse.ts'))) as { readMessage: (raw: Uint8Array) => unknown }
  const values = valuesBy(readMessage)

  async function judgeOne({ file, name, parameters }: Found, at: number, call: Call, tried: readonly (readonly [Value, number])[]) {
    const began = process.threadCpuUsage().user
    for (const [i, [{ shape, make }, longest]] of tried.entries()) {
      if (sampled && i % turnsAfter > 0 && process.threadCpuUsage().user - began > enough * 1_000) continue
      const run = (n: number): Run => {
        const value = make(n)
        return () => call(...parameters.map((parameter, i) => (i === at ? value : usual(parameter))))
      }
      const where = `${file}#${name}(${at}): ${shape}`
      say(where)
      const found = await surelyGrows(run, longest)
      if (!found) continue
      const { growth, n, took } = found
      return `${where}: ${growth.toFixed(1)} times as long for ${n} as for ${n / 2} (${Math.round(took)} ms)`
    }
    return undefined
  }

  /** What is wrong with one function, a line for each parameter at which it shows. */
  return async (found: Found, call: Call): Promise<string[]> => {
    const faults: string[] = []
    const turn = found.name.length
    for (const [at, parameter] of found.parameters.entries()) {
      const { kind } = parameter
      if (!kind) continue
      const tried = values[kind](parameter).flatMap((value, i): [Value, number][] => {
        const place = i + turn
        return sampled && place % turns[kind] > 0 ? [] : [[value, sampled ? longestOf(place) : 128_000]]
      })
      // Another begins for each, so that each comes before it is enough somewhere.
      tried.unshift(...tried.splice((turn * 7) % Math.max(1, tried.length)))
      const fault = await judgeOne(found, at, call, tried)
      if (fault) faults.push(fault)
    }
    return faults
  }
}
