import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join, relative, resolve } from 'node:path'
import type { Result } from '../../src/lib/tally/election.ts'
import { readElection } from '../../src/lib/tally/read.ts'
import { tally } from '../../src/lib/tally/tally.ts'
import { readExpectations } from './abcvoting.ts'

/** One line of docs/ballots/conformance.md: what was compared for a file, and how it came out. */
export interface Row {
  file: string
  rule: string
  compared: string
  agrees: boolean
  ties: number
}

/** Files that hold nothing to compare with, and why. */
export const nothingToCompare: [RegExp, string][] = [
  [/^PROVENANCE\.md$/, 'where the files come from'],
  [/expected\.json$/, 'the expectations for the files beside it'],
  [/^caritat\/(badBallot1|ballot|ballots_\/.*)\.yml$/, 'single papers of a pool, for its cryptography; no outcome is expected'],
  [/^abcvoting\/expected_output\/test_abcbook_example01_py$/, 'a profile only; the examples after it say what is expected of it'],
  [/^abcvoting\/expected_output\/test_generating_random_profiles_py$/, 'random profiles; no committee is printed'],
  [
    /^abcvoting\/expected_output\/test_abcbook_(example0[348]_py|example14_py|remark02_py)$/,
    'only rules that are none of ours (Chamberlin-Courant, PAV, Greedy Monroe, SAV, minimax)',
  ],
  [/^stv-rs-meek\/meek\/(crashes\/rand_|random\/|vegetables)/, 'the ballots of this count are not in the collection'],
]

/** Where we differ, and why. */
export const differences: Record<string, string> = {
  'caritat/tests_votes.json: winner of example 4':
    'The two papers, Charlie > Bob > Alice and Bob > Alice > Charlie, leave Bob and Charlie level: nobody beats either. We tell the tie and take Bob by the order of the options; the file names Charlie',
  'stv-rs-meek/meek/crashes/elect_too_many.approx.log: tallies':
    'The log was counted in fractions; with nine decimals, as here, the suite itself has no log, because its program stops. The same two are elected, the tie between Apple and Cherry is broken alike, and the tallies differ in the last decimals',
  'stv-rs-meek/meek/crashes/elect_too_many.equalize.approx.log: tallies': 'as above',
}

let counted: { folder: string; rows: Row[] } | undefined

/** Counts every file of the collection for which something is expected; the same collection once. */
export function compareAll(folder: string): Row[] {
  if (counted?.folder !== folder) counted = { folder, rows: countAll(folder) }
  return counted.rows
}

function countAll(folder: string): Row[] {
  const read = (file: string) => readFileSync(join(folder, file), 'utf8')
  return filesOf(folder)
    .filter((file) => !nothingToCompare.some(([pattern]) => pattern.test(file)))
    .flatMap((file) => {
      if (file.endsWith('.pb')) return comparePb(file, read(file))
      if (file.startsWith('scottish-stv/')) return compareScottish(file, read(file), JSON.parse(read('scottish-stv/expected.json')))
      if (file.startsWith('stv-rs-meek/meek/')) return compareMeek(file, read(file), folder)
      if (file.startsWith('stv-rs-meek/ballots/')) return parses(file, read(file))
      if (file === 'caritat/tests_votes.json') return compareSchulze(file, JSON.parse(read(file)))
      if (file.startsWith('abcvoting/expected_output/')) return compareAbc(file, read(file), folder)
      return comparePrinted(file, read(file))
    })
}

/** Every file below the folder, in order. */
export function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort()
}

const read = (file: string, text: string) => readElection(basename(file), Buffer.from(text))
const same = (a: string[], b: string[]) => JSON.stringify([...a].sort()) === JSON.stringify([...b].sort())

function row(file: string, result: Result, compared: string, agrees: boolean): Row {
  return { file, rule: result.rule, compared, agrees, ties: result.ties.length }
}

function comparePb(file: string, text: string): Row[] {
  const { election, named, chosen = [], meta } = read(file, text)
  if (!('rule' in named)) throw new Error(`${file}: ${named.why}`)
  const result = tally(named.rule, election, named.settings)
  return [row(file, result, `winners recorded there (${meta.rule})`, same(result.winners, chosen))]
}

type Glasgow = Record<string, { quota: number; nontransferable: string; elected: { number: number; final_tally: string }[] }>

function compareScottish(file: string, text: string, expected: Glasgow): Row[] {
  const { elected, quota, nontransferable } = expected[basename(file)]!
  const { election, ties } = read(file, text)
  const result = tally('scottish-stv', election, { ...(ties && { ties }) })
  const totals = result.figures.totals
  return [
    row(
      file,
      result,
      'winners',
      same(
        result.winners,
        elected.map(({ number }) => String(number)),
      ),
    ),
    row(
      file,
      result,
      'final tallies, quota and nontransferable votes',
      elected.every(({ number, final_tally }) => totals[number] === final_tally) &&
        Number(result.figures.quota) === quota &&
        result.figures.nontransferable === nontransferable,
    ),
  ]
}

function compareMeek(file: string, log: string, folder: string): Row[] {
  const ballots = join('stv-rs-meek/ballots', file.replace('stv-rs-meek/meek/', '').replace(/\..*$/, '.blt'))
  const { election, ties } = read(ballots, readFileSync(join(folder, ballots), 'utf8'))
  const equals = file.includes('.equalize.') ? 'split' : 'droop'
  const result = tally('meek', election, { ...(ties && { ties }), equals })
  const end = log.slice(log.indexOf('Action: Count Complete'))
  const expected = [...end.matchAll(/(Elected|Defeated): +(.+) \((.*)\)/g)].flatMap(([, status, names, votes]) =>
    names!.split(', ').map((name) => ({ name, elected: status === 'Elected', votes })),
  )
  const id = (name: string) => election.options.find((option) => option.name === name)!.id
  const value = (name: string) => new RegExp(`${name}: (.*)`).exec(end)![1]
  return [
    row(
      file,
      result,
      'winners',
      same(
        result.winners,
        expected.filter(({ elected }) => elected).map(({ name }) => id(name)),
      ),
    ),
    row(
      file,
      result,
      'tallies',
      expected.every(({ name, votes }) => result.figures.totals[id(name)] === votes) &&
        result.figures.quota === value('Quota') &&
        result.figures.exhausted === value('Residual'),
    ),
  ]
}

function parses(file: string, text: string): Row[] {
  const { election } = read(file, text)
  return [{ file, rule: '', compared: 'can be read; for its counts see the logs below', agrees: election.papers.length > 0, ties: 0 }]
}

type Caritat = { candidates: string[]; examples: { winner: string; ballots: { voter: string; preferences: Record<string, number> }[] }[] }[]

function compareSchulze(file: string, suites: Caritat): Row[] {
  return suites.flatMap(({ candidates, examples }) =>
    examples.map(({ winner, ballots }, i) => {
      const options = candidates.map((name) => ({ id: name, name, cost: 1 }))
      const papers = ballots.map(({ voter, preferences }) => ({ id: voter, points: preferences }))
      const result = tally('schulze', { options, papers })
      return row(file, result, `winner of example ${i + 1}`, same(result.winners, [winner]))
    }),
  )
}

function compareAbc(file: string, text: string, folder: string): Row[] {
  if (file.endsWith('test_handling_preflib_files_py')) return comparePreflib(file, text, folder)
  return readExpectations(text).map(({ rule, settings, election, committee }, i) => {
    const result = tally(rule, election, settings)
    return row(file, result, `committee ${i + 1}: {${committee.join(', ')}}`, same(result.winners, committee))
  })
}

// The third computation there: Phragmén, two seats, and from each ranking only the first place is approved.
function comparePreflib(file: string, text: string, folder: string): Row[] {
  const printed = text.slice(text.indexOf("Phragmen's sequential rule"))
  const expected = /\{(\d+), (\d+)\}\n\n\*/.exec(printed)!.slice(1)
  const data = 'abcvoting/data/test1.toi'
  const { election } = read(data, readFileSync(join(folder, data), 'utf8'))
  const result = tally('phragmen', { ...election, seats: 2 }, { approve: 1 })
  const numbers = result.winners.map((id) => String(election.options.findIndex((option) => option.id === id)))
  return [row(file, result, 'committee of test1.toi', same(numbers, expected))]
}

function comparePrinted(file: string, text: string): Row[] {
  const { election, named, chosen } = read(file, text)
  if (chosen && 'rule' in named) {
    const result = tally(named.rule, election, named.settings)
    return [row(file, result, 'committee that the file expects', same(result.winners, chosen))]
  }
  return [{ file, rule: '', compared: 'can be read; it expects no outcome', agrees: election.papers.length > 0, ties: 0 }]
}

/** The page, as it must stand in docs/ballots/conformance.md. */
export function conformancePage(folder: string): string {
  const rows = compareAll(folder).map(({ file, rule, compared, agrees, ties }) => {
    const why = differences[`${file}: ${compared}`]
    const outcome = agrees ? `agrees${ties > 0 ? `; ties told: ${ties}` : ''}` : (why ?? 'DIFFERS')
    return `| ${file} | ${rule} | ${compared} | ${outcome} |`
  })
  const others = filesOf(folder).flatMap((file) => {
    const why = nothingToCompare.find(([pattern]) => pattern.test(file))?.[1]
    return why ? [`| ${file} | ${why} |`] : []
  })
  return `# How our counts compare with published ones

This page compares our counts with the outcomes of real elections and public test suites. [rules.md](rules.md) explains the
rules. \`node test/tally/conformance.ts\` writes the page, and a test checks that it is up to date. "Ties told" is the number of
ties that the count met. The rule set before the round breaks them; for the files of public suites, this is the order that
their own programs use.

| file | rule | compared | outcome |
| --- | --- | --- | --- |
${rows.join('\n')}

Nothing to compare:

| file | why |
| --- | --- |
${others.join('\n')}
`
}

if (import.meta.main) {
  const folder = resolve(import.meta.dirname, '../..', process.env.RAPPORT_SHARED ?? '../shared', 'data/ballots')
  process.stdout.write(existsSync(folder) ? conformancePage(folder) : 'the collection is not on this machine\n')
}
