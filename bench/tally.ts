// How long each rule takes: 200 institutions × 100 options, made up, and the largest real file. JSON, medians of three.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { type Election, type Rule, rules, type TallyOptions } from '../src/lib/tally/election.ts'
import { readElection } from '../src/lib/tally/read.ts'
import { tally } from '../src/lib/tally/tally.ts'

/** Papers as they are cast here: up to 100 points, spread over 5 to 40 of the options, the popular ones first. */
function institutions(papers: number, options: number, seed: number): Election {
  let state = seed
  const random = () => {
    // Park and Miller's generator: the same papers on every machine.
    state = (state * 48271) % 2147483647
    return state / 2147483647
  }
  return {
    options: Array.from({ length: options }, (_, i) => ({ id: `r${i}`, name: `Request ${i}`, cost: 1 + Math.floor(random() * 12) })),
    papers: Array.from({ length: papers }, (_, i) => {
      const points: Record<string, number> = {}
      let left = 100
      for (let n = 5 + Math.floor(random() * 36); n > 0 && left > 0; n--) {
        const option = `r${Math.floor(random() ** 2 * options)}`
        const given = Math.min(left, 1 + Math.floor(random() * 10))
        points[option] = (points[option] ?? 0) + given
        left -= given
      }
      return { id: `p${i}`, points }
    }),
    capacity: 50,
    limits: { maxSum: 100 },
  }
}

/** The same papers for the rules that count people: who has more points is preferred, of equals the one named first. */
function ranked({ papers, options }: Election): Election {
  const order = (points: Record<string, number>) => Object.keys(points).sort((a, b) => (points[b] ?? 0) - (points[a] ?? 0))
  return {
    options: options.map((option) => ({ ...option, cost: 1 })),
    papers: papers.map(({ id, points, approvals, ranks }) => ({
      id,
      ranks: ranks ?? (points ? order(points) : (approvals ?? [])).map((option) => [option]),
    })),
    seats: 5,
  }
}

const byPeople = new Set<Rule>(['scottish-stv', 'meek', 'schulze'])

function measure(election: Election): Record<string, { seconds: number; winners: number; ties: number }> {
  const people = ranked(election)
  const variants: [string, Rule, TallyOptions][] = [
    ...rules.map((rule): [string, Rule, TallyOptions] => [rule, rule, {}]),
    ['equal-shares-add1 with comparison', 'equal-shares-add1', { comparison: true }],
  ]
  return Object.fromEntries(
    variants.map(([name, rule, settings]) => {
      const runs = Array.from({ length: 3 }, () => {
        const start = performance.now()
        const { winners, ties } = tally(rule, byPeople.has(rule) ? people : election, settings)
        return { seconds: Math.round(performance.now() - start) / 1000, winners: winners.length, ties: ties.length }
      })
      return [name, runs.sort((a, b) => a.seconds - b.seconds)[1]!]
    }),
  )
}

const folder = resolve(import.meta.dirname, '..', process.env.RAPPORT_SHARED ?? '../shared', 'data/ballots')
const report: Record<string, unknown> = { '200 papers × 100 options, made up': measure(institutions(200, 100, 7)) }
if (existsSync(folder)) {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.pb'))
  const [largest = ''] = files.sort((a, b) => statSync(join(folder, b)).size - statSync(join(folder, a)).size)
  const { election } = readElection(largest, readFileSync(join(folder, largest)))
  report[`${basename(largest)}, ${election.papers.length} papers × ${election.options.length} options`] = measure(election)
}
console.log(JSON.stringify(report, null, 2))
