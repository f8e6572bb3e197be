import { readFile } from 'node:fs/promises'
import { BadElection } from '../../lib/tally/check.ts'
import { type Rule, rules, type TallyOptions } from '../../lib/tally/election.ts'
import { readTieRule } from '../../lib/tally/pb-rules.ts'
import { readElection } from '../../lib/tally/read.ts'
import type { Reading } from '../../lib/tally/reading.ts'
import { tally as count } from '../../lib/tally/tally.ts'
import { flags, readArguments, texts, Usage } from './inspect.ts'

const usage =
  'usage: rapport tally FILE --rule RULE [--ties order|order:ID,…|lot:SEED|drawn:ID,…] [--seats N | --capacity N] [--misfit skip|stop] [--min-score N] [--utility points|approval|cost] [--completion none|phragmen] [--comparison] [--increment N] [--next ratio|excess] [--equals split|droop] [--approve N]'

const options = {
  ...texts('rule', 'ties', 'seats', 'capacity', 'misfit', 'min-score', 'utility', 'completion', 'increment', 'next', 'equals', 'approve'),
  ...flags('comparison'),
}
type Flags = ReturnType<typeof parse>['values']

/**
 * `rapport tally FILE --rule RULE`: counts the election of a file and prints one JSON document, `{rule, winners, ties, steps, …}`.
 * Ties are broken as `--ties` says, else as the file says, else by the order of the options; whatever breaks them, they are told. So is each
 * paper that cannot be counted, and each total of the file that is not the sum of its papers.
 */
export async function tally(args: string[]): Promise<number> {
  const { values, positionals } = parse(args)
  const [file, ...others] = positionals
  if (file === undefined || others.length > 0) throw new Usage(usage)
  const asked = values.rule
  if (asked !== 'file' && !isRule(asked)) throw new Usage(`tally: --rule must be one of ${rules.join(', ')}, file`)
  try {
    const reading = readElection(file, await readFile(file))
    const { rule, settings, note } = asked === 'file' ? namedRule(reading) : { rule: asked, settings: {}, note: undefined }
    const election = resize(reading.election, values)
    const chosen = { ...(reading.ties && { ties: reading.ties }), ...settings, ...settingsOf(values) }
    const result = count(rule, election, chosen)
    const names = Object.fromEntries(election.options.map(({ id, name }) => [id, name]))
    const told = toldOf(reading)
    const steps = [...result.steps, ...[...(note === undefined ? [] : [note]), ...told].map((text) => ({ text }))]
    for (const text of told) process.stderr.write(`rapport: ${file}: ${text}\n`)
    const { aside, notes } = reading
    process.stdout.write(`${JSON.stringify({ ...result, steps, names, settings: chosen, aside, notes })}\n`)
    return 0
  } catch (error) {
    if (error instanceof Usage) throw error
    if (error instanceof BadElection || isSystemError(error)) throw new Usage(`${file}: ${error.message}`)
    throw error
  }
}

/** What a file has that is not counted, a sentence each. */
const toldOf = ({ aside = [], notes = [] }: Reading): string[] => [
  ...aside.map(({ line, why }) => `line ${line}: ${why} This vote is set aside.`),
  ...notes,
]

const parse = (args: string[]) => readArguments(args, options, (error) => `tally: ${error.message}; ${usage}`)

const isRule = (name: string | undefined): name is Rule => rules.some((rule) => rule === name)

const isSystemError = (error: unknown): error is NodeJS.ErrnoException => error instanceof Error && 'syscall' in error

function namedRule({ named }: Reading): { rule: Rule; settings: TallyOptions; note?: string } {
  if ('why' in named) throw new BadElection(`${named.why}; choose one with --rule.`)
  return named
}

/** The election with the seats or the capacity of the command line, where they are given. */
function resize(election: Reading['election'], values: Flags): Reading['election'] {
  if (values.seats === undefined && values.capacity === undefined) return election
  const { seats: _seats, capacity: _capacity, ...rest } = election
  const seats = whole(values, 'seats')
  const capacity = whole(values, 'capacity')
  return {
    ...rest,
    ...(seats !== undefined && { seats }),
    ...(capacity !== undefined && { capacity: capacity * 10 ** (rest.decimals ?? 0) }),
  }
}

function settingsOf(values: Flags): TallyOptions {
  const settings: TallyOptions = {
    ties: values.ties === undefined ? undefined : readTieRule(values.ties),
    misfit: oneOf(values, 'misfit', ['skip', 'stop']),
    minScore: whole(values, 'min-score'),
    utility: oneOf(values, 'utility', ['points', 'approval', 'cost']),
    completion: oneOf(values, 'completion', ['none', 'phragmen']),
    comparison: values.comparison,
    increment: whole(values, 'increment'),
    next: oneOf(values, 'next', ['ratio', 'excess']),
    equals: oneOf(values, 'equals', ['split', 'droop']),
    approve: whole(values, 'approve'),
  }
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined))
}

function oneOf<Choice extends string>(values: Flags, name: keyof Flags, choices: Choice[]): Choice | undefined {
  const given = values[name]
  if (given === undefined) return
  return choices.find((choice) => choice === given) ?? fail(`--${name} must be one of ${choices.join(', ')}`)
}

function whole(values: Flags, name: keyof Flags): number | undefined {
  const given = values[name]
  if (given === undefined) return
  const number = Number(given)
  return typeof given === 'string' && /^\d+$/.test(given) && Number.isSafeInteger(number)
    ? number
    : fail(`--${name} must be a whole number from 0`)
}

function fail(why: string): never {
  throw new Usage(`tally: ${why}`)
}
