import { foldWords } from '../lib/fold.ts'
import { keptOf } from '../lib/ui/kept.ts'
import { saidIn, textsOf, wordsOf } from '../lib/ui/words.ts'
import { type GivenAnswer, noAnswer, readClass } from './answers/rules.ts'

const notes = keptOf('advocacy', 'notes')

const t = textsOf('advocacy', 'sheet')

type Field = keyof GivenAnswer

const said = wordsOf('advocacy', 'said')

// What starts a line of an answer by mail, in the languages of our letters.
const fields = ['class', 'reason', 'release', 'nextReview', 'cost', 'question', 'readers', 'from'] as const
const labelled = fields.map((field): [Field, RegExp] => {
  const words = saidIn((locale) => said(locale).labels[field])
  return [field, new RegExp(`^\\s*[*_]?(?:${words.join('|')})[*_]?\\s*[:=]\\s*(.*)$`, 'isu')]
})

const request = saidIn((locale) => said(locale).request).join('|')
// Blanks are taken in one place each, so that a line of them takes no longer than any other.
const heading = new RegExp(`^[*_[(]*\\s*(?:(?:${request})\\.?\\s*)?(?:#\\s*)?(\\d{1,9})[\\])*_]*(?:\\s*[:.)–—-]\\s*|\\s+|$)(.*)$`, 'isu')

/** The field that a line begins by its label, and what stands behind it. */
function labelOf(line: string): [Field, string] | undefined {
  for (const [field, pattern] of labelled) {
    const match = pattern.exec(line)
    if (match) return [field, match[1] ?? '']
  }
}

// “Declined: it would break …”, “Planned for 2027 R1 – because …”.
const sentence = /^(.*?)(?:(?<!\s)(?:\s*[:;,–—]|\s+-|\s+because)\s|\.\s)\s*(.*)$/isu
/** No answer is called by more; what is behind it is reason. */
const longestClass = 200

/** Words without a label: the first are the answer, where they are one; the rest is its reason. */
function readFree(given: GivenAnswer, words: string): GivenAnswer {
  const [first = '', ...rest] = words.split('\n')
  if (given.class) return { ...given, reason: joined([given.reason, words]) }
  if (readClass(first)) return { ...given, class: first, reason: joined([given.reason, rest.join('\n')]) }
  const cut = sentence.exec(first.slice(0, longestClass))
  if (cut && readClass(cut[1] ?? ''))
    return { ...given, class: cut[1] ?? '', reason: joined([given.reason, `${cut[2]}${first.slice(longestClass)}`, rest.join('\n')]) }
  // Nothing but a question is one, also without its label.
  if (/^[^\n]*\?(?:\n|$)/.test(words) && given.reason === '' && given.question === '') return { ...given, question: words }
  return { ...given, reason: joined([given.reason, words]) }
}

// “Planned for 2027 R1. Reason: …”: a label behind the end of a sentence begins a line too.
const inner = new RegExp(
  `(?<=[.;])[ \\t]+(?=(?:${['reason', 'release', 'nextReview', 'cost', 'question'].flatMap((field) => saidIn((locale) => said(locale).labels[field as Field])).join('|')})[ \\t]?:)`,
  'giu',
)

/** Lines of one answer: labelled ones go where they say, with the lines below them; the others are read as words. */
export function readBlock(lines: string[]): GivenAnswer {
  const said = new Map<Field, string[]>()
  const free: string[] = []
  let open: string[] | undefined
  for (const line of lines.flatMap((one) => one.split(inner))) {
    const label = labelOf(line)
    if (label) {
      open = said.get(label[0]) ?? []
      open.push(label[1])
      said.set(label[0], open)
    } else if (line.trim() === '') {
      open = undefined
      free.push(line)
    } else if (open) open.push(line)
    else free.push(line)
  }
  const given = { ...noAnswer, ...Object.fromEntries([...said].map(([field, parts]) => [field, joined(parts)])) }
  return readFree(given, free.join('\n').trim())
}

const joined = (parts: readonly string[]): string =>
  parts
    .map((part) => part.trim())
    .filter(Boolean)
    .join('\n')

/** The request that a line begins, whether our words are quoted in it, and what is said behind the number. */
function beginningOf(line: string, known: Set<number>): { id: number; quoted: boolean; rest: string } | undefined {
  const quoted = isQuote(line)
  const match = heading.exec(line.replace(quoted ? /^[\s>]+/ : /^\s+/, ''))
  const id = Number(match?.[1])
  return match && known.has(id) ? { id, quoted, rest: quoted ? '' : (match[2]?.trim() ?? '') } : undefined
}

/** The number of a request that is none of those, where an answer follows it: it is a slip, and no more of what stands above it. */
function strayOf(line: string, known: Set<number>): number | undefined {
  const match = /^[\s*_[(]*#/.test(line) ? heading.exec(line.trimStart()) : undefined
  const id = Number(match?.[1])
  return match && !known.has(id) && readFree(noAnswer, match[2] ?? '').class !== '' ? id : undefined
}

/** Numbers of a reply that answer none of the requests that were handed over. */
export function listStrays(visible: string, requestIds: number[]): number[] {
  const known = new Set(requestIds)
  return [...new Set(visible.split('\n').flatMap((line) => strayOf(line, known) ?? []))]
}

// A quote that the words answer stays in a reply; it is not the author's.
const isQuote = (line: string): boolean => /^\s*>/.test(line)

const isEmpty = (given: GivenAnswer): boolean => Object.values(given).every((value) => value === '')

/**
 * Reads the answers in a reply. Who writes below our lines answers them; who only quotes them has said nothing.
 * @param visible what its author has written, without what was said before and without signature
 * @param requestIds which requests were handed over: a number that is none of them answers nothing
 * @returns by request; a reply about a single request needs no number
 */
export function readReply(visible: string, requestIds: number[]): Map<number, GivenAnswer> {
  const known = new Set(requestIds)
  const blocks = new Map<number, { below: boolean; lines: string[] }>()
  let current = requestIds.length === 1 ? requestIds[0] : undefined
  const blockOf = (id: number) => {
    const block = blocks.get(id) ?? { below: false, lines: [] }
    blocks.set(id, block)
    return block
  }
  for (const line of visible.split('\n')) {
    const begun = beginningOf(line, known)
    if (begun) {
      current = begun.id
      const block = blockOf(begun.id)
      block.below ||= begun.quoted
      if (begun.rest) block.lines.push(begun.rest)
    } else if (strayOf(line, known) !== undefined) current = undefined
    else if (current !== undefined && !isQuote(line)) blockOf(current).lines.push(line)
  }
  const answers = [...blocks].flatMap(([id, { below, lines }]): [number, GivenAnswer][] => {
    const given = readBlock(lines)
    return isEmpty(given) || (below && given.class === '') ? [] : [[id, given]]
  })
  return new Map(answers)
}

/** The columns of a brief's spreadsheet, in the language of whoever is answered. */
export const columns = t.heads
type Column = keyof typeof columns

const sheet = wordsOf('advocacy', 'sheet')

// What files call them besides.
const aliases: Record<Column, string[]> = {
  brief: ['package', 'package no', 'package number', 'brief', 'brief no', 'brief number', 'rapport brief'],
  request: ['request', 'request no', 'request number', 'no', 'number', 'id', 'nr'],
  title: ['title', 'request title', 'summary'],
  ask: ['what we ask for', 'what we ask', 'ask'],
  institutions: ['institutions'],
  class: ['answer', 'your answer', 'status', 'response', 'vendor answer', 'decision'],
  reason: ['reason', 'your reason', 'comment', 'comments', 'explanation', 'rationale', 'why'],
  release: ['release', 'planned release', 'target release', 'version'],
  // The last: Italian sheets of before.
  nextReview: ['next review', 'next review date', 'review', 'review date', 'prossimo esame'],
  cost: ['development points', 'cost in points', 'cost', 'points', 'effort'],
  question: ['question to the group', 'question', 'questions'],
  readers: ['who can read this', 'who can read it', 'who may read it', 'readers'],
  from: ['readable from', 'from'],
}

/** Which column is what; what is named otherwise is told apart by its words, and what is unknown is left alone. */
export function readHeader(header: string[]): Map<Column, number> {
  const found = new Map<Column, number>()
  const names = header.map(foldWords)
  for (const [column, others] of Object.entries(aliases) as [Column, string[]][]) {
    const words = [...others, ...saidIn((locale) => sheet(locale).heads[column]).map(foldWords)]
    const at = words.map((word) => names.indexOf(word)).find((index) => index >= 0)
    if (at !== undefined) found.set(column, at)
  }
  return found
}

/** Why a file cannot be taken at all; undefined where its rows can be read. */
export function whyNotHeader(header: string[]): string | undefined {
  const found = readHeader(header)
  const missing = (['request', 'class', 'reason'] as const).filter((column) => !found.has(column))
  if (missing.length === 0) return undefined
  const names = missing.map((column) => `“${columns[column]}”`).join(', ')
  return t.columns({ names, header: header.filter(Boolean).slice(0, 12).join(', ') || '–' })
}

export interface ReturnRow {
  line: number
  requestId: number | undefined
  given: GivenAnswer
  /** What the row says it belongs to, and why it cannot be read, where it cannot. */
  brief: string
  problem?: string
}

/** A formula, or the error of one: what it shows is not in the file for certain. */
const isFormula = (value: string): boolean =>
  /^=\s*[\p{L}+("'-]/u.test(value) || /^#(?:REF|VALUE|NAME|N\/A|DIV\/0|NULL|NUM)[!?]?/.test(value)

/** A row as `src/lib/sheet` reads it: cells by the header's words, and the headers of those that hold a formula. */
export interface SheetRow {
  line: number
  cells: Record<string, string>
  formulas: string[]
}

/** The rows of a returned file as they were filled in; empty lines are no rows. */
export function readRows(header: string[], rows: SheetRow[]): ReturnRow[] {
  const at = readHeader(header)
  const nameOf = (column: Column): string => header[at.get(column) ?? -1] ?? ''
  const cell = (cells: Record<string, string>, column: Column): string => (cells[nameOf(column)] ?? '').trim()
  return rows
    .filter(({ cells }) => Object.values(cells).some((value) => value.trim() !== ''))
    .map(({ line, cells, formulas }) => {
      const given = Object.fromEntries(fields.map((field) => [field, cell(cells, field)])) as Record<Field, string>
      const number = /^\s*(?:request\s*)?(?:#\s*)?(\d{1,9})(?:\.0+)?\s*$/i.exec(cell(cells, 'request'))
      const formula = (Object.entries(given) as [Field, string][]).find(
        ([field, value]) => isFormula(value) || formulas.includes(nameOf(field)),
      )
      const row: ReturnRow = { line, requestId: number ? Number(number[1]) : undefined, given, brief: cell(cells, 'brief') }
      if (formula) row.problem = notes('formula', { column: columns[formula[0]] })
      else if (!number) row.problem = cell(cells, 'request') ? notes('noNumber', { text: cell(cells, 'request') }) : notes('rowNoNumber')
      return row
    })
}

/** What stands in the first column, so that another brief's file is told apart: brief and version. */
export const briefMark = (briefId: number, version: number): string => `B${briefId}.${version}`

export interface Returned {
  line: number | null
  requestId: number | null
  given?: GivenAnswer
  /** Why it does not count, kept to be said. */
  problem?: string
}

/**
 * What a returned file says about each request that was handed over, in their order; then the rows that belong to none.
 * @throws nothing: a file of another brief is told by `whyNotBrief`
 */
export function matchRows(rows: ReturnRow[], requestIds: number[]): Returned[] {
  const taken = new Map<number, ReturnRow>()
  const strays: Returned[] = []
  for (const row of rows) {
    if (row.requestId === undefined || !requestIds.includes(row.requestId)) {
      const problem = row.requestId === undefined ? row.problem : notes('notInPackage', { id: String(row.requestId) })
      strays.push({ line: row.line, requestId: null, problem: problem ?? notes('rowNoNumber') })
      continue
    }
    const before = taken.get(row.requestId)
    const { line, requestId } = row
    if (before) strays.push({ line, requestId, problem: notes('twice', { id: String(requestId), line: String(before.line) }) })
    else taken.set(requestId, row)
  }
  const found = requestIds.map((requestId): Returned => {
    const row = taken.get(requestId)
    if (!row) return { line: null, requestId, problem: notes('noRow') }
    return row.problem ? { line: row.line, requestId, problem: row.problem } : { line: row.line, requestId, given: row.given }
  })
  return [...found, ...strays]
}

/** Why rows of another brief are not taken, by their first column; rows that lost it are judged by their numbers. */
export function whyNotBrief(rows: ReturnRow[], briefId: number): string | undefined {
  const others = new Set(
    rows.map(({ brief }) => brief).filter((mark) => mark !== '' && !new RegExp(`^B?${briefId}(?:\\.\\d+)?$`, 'i').test(mark)),
  )
  if (others.size === 0) return undefined
  return t.other({ others: [...others].slice(0, 3).join(', '), briefId })
}
