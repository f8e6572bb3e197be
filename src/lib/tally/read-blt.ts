import { textsOf } from '../ui/words.ts'
import { BadElection, checkElection } from './check.ts'
import type { Option, Paper } from './election.ts'
import { firstTwice, type Reading } from './reading.ts'

const t = textsOf('lib', 'readBlt')

interface Line {
  number: number
  text: string
  /** It begins with blanks: it goes on with the line before, where that has not ended. */
  indented?: boolean
}

interface Header {
  seats: number
  /** Ids by what the ballots call a candidate: number or nickname. */
  ids: Map<string, string>
  withdrawn: Set<string>
  drawn?: string[]
}

/**
 * Reads a .blt file (Hill, Wichmann, Woodall 1987) with the extensions of OpenSTV and Droop.py: nicknames, equal preferences
 * (`a=b`), skipped ones (`-`), ballot ids, `[nick …]`, `[tie …]`, `[withdrawn …]`, comments (`#`, and C's), names in
 * `# ALTERNATIVE NAME n: …` comments, and Hill's brackets round equals (`(a b)`). The format knows no lines: several things may stand in one; a
 * ballot that goes on in the next is believed where that is indented, since else it is more likely that its 0 is missing. Without `[tie …]`
 * ties are drawn in the order of the candidates, as those programs do.
 * @throws BadElection with the line
 */
export function readBlt(text: string): Reading {
  const { lines, names } = strip(text)
  const source = new Source(lines, text.split('\n').length)
  const header = readHeader(source.take((line) => /^\d+\s+\d+(?!\S)/.exec(line)?.[0], 'the numbers of candidates and seats'))
  while (/^[[-]/.test(source.next))
    readExtra(
      source.take((line) => /^(?:-\d+(?!\S)|\[[^\]]*\])/.exec(line)?.[0]),
      header,
    )

  const papers: Paper[] = []
  const inLine = new Map<number, number>()
  for (let line = takeBallot(source); line.text !== '0'; line = takeBallot(source)) {
    const place = (inLine.get(line.number) ?? 0) + 1
    inLine.set(line.number, place)
    papers.push(readBallot(line, header, place === 1 ? `line ${line.number}` : `line ${line.number}, ${place}`))
  }
  const ids = [...new Set(header.ids.values())]
  const below = source.rest()
  const rest = below.flatMap(({ text }) => namesIn(text, below.length <= ids.length))
  const named = names.size > 0 ? ids.map((_, i) => names.get(i + 1)) : rest.splice(0, ids.length)
  const options = ids.map((id, i): Option => ({ id, name: named[i] ?? id, cost: 1, ...(header.withdrawn.has(id) && { withdrawn: true }) }))
  const [title] = rest
  const election = { ...(title && { title }), options, papers, seats: header.seats }
  checkElection(election)
  return { election, named: { why: 'a .blt file names no rule' }, ties: { by: 'drawn', order: header.drawn ?? ids }, meta: {} }
}

/** The lines, of which each call takes as much as belongs together. */
class Source {
  readonly #lines: Line[]
  readonly #end: number
  #at = 0

  constructor(lines: Line[], end: number) {
    this.#lines = lines
    this.#end = end
  }

  /** What comes next, to the end of its line. */
  get next(): string {
    return this.#lines[this.#at]?.text ?? ''
  }

  /** Takes the beginning of the line that is looked for, or else the line. */
  take(look: (text: string) => string | undefined, what = 'the closing 0'): Line {
    const line = this.#lines[this.#at] ?? refuse({ number: this.#end }, t.theFileEndsBefore({ what }))
    const text = look(line.text) ?? line.text
    const left = line.text.slice(text.length).trim()
    if (left === '') this.#at++
    else this.#lines[this.#at] = { ...line, text: left }
    return { ...line, text }
  }

  /** Whether what comes next goes on with what was taken last. */
  get goesOn(): boolean {
    return this.#lines[this.#at]?.indented === true
  }

  rest = (): Line[] => this.#lines.slice(this.#at)
}

/** What ends with the first 0 that stands for itself; a 0 in the name of a ballot does not. */
function toZero(text: string): string | undefined {
  const zero = /(?<!\S)0(?!\S)/g
  zero.lastIndex = /^\([^)]*\)/.exec(text)?.[0].length ?? 0
  return zero.test(text) ? text.slice(0, zero.lastIndex) : undefined
}

/** A ballot to its 0, or the closing one. */
function takeBallot(source: Source): Line {
  const ballot = source.take(toZero)
  const parts = [ballot.text]
  while (toZero(parts.at(-1) as string) === undefined && source.goesOn) parts.push(source.take(toZero).text)
  return { ...ballot, text: parts.join(' ') }
}

/**
 * A name a line, in quotation marks or without; where there are fewer lines than candidates and the title, several that are each in their own. In
 * them, \" is one of their letters.
 */
function namesIn(text: string, several: boolean): string[] {
  const quoted = several && /^(?:"(?:[^"\\]|\\.)*"\s*)+$/.test(text) ? text.match(/"(?:[^"\\]|\\.)*"/g) : null
  const names = quoted?.map((name) => name.slice(1, -1)) ?? [/^(["'])(.*)\1$/.exec(text)?.[2] ?? text]
  return names.map((name) => name.replace(/\\(["\\])/g, '$1'))
}

function refuse({ number }: Pick<Line, 'number'>, why: string): never {
  throw new BadElection(`line ${number}: ${why}`)
}

/** Takes comments and empty lines away; names may stand in comments. */
function strip(text: string): { lines: Line[]; names: Map<number, string> } {
  const names = new Map<number, string>()
  // A comment over several lines leaves its line breaks, so that the numbers of lines hold.
  const [before = '', ...commented] = text.replace(/^\uFEFF/, '').split('/*')
  const after = commented.map((part) => {
    const end = part.includes('*/') ? part.indexOf('*/') + 2 : part.length
    return part.slice(0, end).replace(/[^\n]/g, '') + part.slice(end)
  })
  const plain = before + after.join('')
  const lines = plain.split(/\r\n?|\n/).map((line, i) => {
    const name = /^#\s*ALTERNATIVE NAME (\d+):(.*)$/i.exec(line)
    if (name) names.set(Number(name[1]), (name[2] as string).trim())
    // A # inside quotation marks belongs to a name.
    return { number: i + 1, indented: /^[ \t]/.test(line), text: line.replace(/^((?:[^"#]|"(?:[^"\\]|\\.)*")*)#.*$/, '$1').trim() }
  })
  return { lines: lines.filter((line) => line.text !== ''), names }
}

function readHeader(line: Line): Header {
  const [, candidates, seats] = /^(\d+)\s+(\d+)$/.exec(line.text) ?? refuse(line, t.aBltFileBeginsWithThe)
  if (Number(candidates) < 1 || Number(candidates) > 10_000) refuse(line, t.thereAreCandidates({ candidates }))
  const ids = new Map(Array.from({ length: Number(candidates) }, (_, i) => [String(i + 1), String(i + 1)]))
  return { seats: Number(seats), ids, withdrawn: new Set() }
}

function readExtra(line: Line, header: Header): void {
  if (/^(-\d+\s*)+$/.test(line.text)) {
    for (const number of line.text.split(/\s+/)) header.withdrawn.add(idOf(line, header, number.slice(1)))
    return
  }
  const [, key, words = ''] = /^\[(\w+)(?!\w)\s*(?!\s)(.*?)\]$/.exec(line.text) ?? refuse(line, t.isNotUnderstood({ text: line.text }))
  const items = words.split(/\s+/).filter((word) => word !== '')
  if (key === 'nick') nickname(line, header, items)
  else if (key === 'tie') header.drawn = items.map((item) => idOf(line, header, item))
  else if (key === 'withdrawn') for (const item of items) header.withdrawn.add(idOf(line, header, item))
  // Other options, as [droop …], are for other programs.
}

function nickname(line: Line, header: Header, nicknames: string[]): void {
  if (nicknames.length !== header.ids.size || new Set(nicknames).size !== nicknames.length)
    refuse(line, t.thereAreNicknamesForCandidatesOr({ nicknames: nicknames.length, ids: header.ids.size }))
  const withdrawn = [...header.withdrawn].map((number) => nicknames[Number(number) - 1] as string)
  header.withdrawn = new Set(withdrawn)
  header.ids = new Map(nicknames.flatMap((nickname, i) => [[String(i + 1), nickname] as const, [nickname, nickname] as const]))
}

const idOf = (line: Line, { ids }: Header, called: string): string => ids.get(called) ?? refuse(line, t.notACandidate({ called }))

function readBallot(line: Line, header: Header, place: string): Paper {
  const [, ballotId, rest] = /^(?:\(([^)]*)\)\s*)?(.*)$/s.exec(line.text) as unknown as [string, string | undefined, string]
  const words = rest
    .replace(/\(([^()]*)\)/g, (_, equals: string) => ` ${equals.trim().replace(/\s+/g, '=')} `)
    .replace(/\s+/g, ' ')
    .replace(/ ?= ?/g, '=')
    .trim()
    .split(' ')
  const times = ballotId === undefined ? words.shift() : '1'
  if (!times || !/^\d+$/.test(times)) refuse(line, t.notVoteVoteBeginsNumber({ text: line.text }))
  if (words.pop() !== '0') refuse(line, t.aBallotMustEndWith0)
  const ranks = words.filter((word) => word !== '-').map((word) => word.split('=').map((called) => idOf(line, header, called)))
  const twice = firstTwice(ranks.flat())
  if (twice !== undefined) refuse(line, t.voteNamesTwice({ twice }))
  if (Number(times) < 1) refuse(line, t.theBallotStandsForPapers({ times }))
  return { id: ballotId ?? place, count: Number(times), ranks }
}
