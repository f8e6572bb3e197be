import type { RequestKind, RequestStage, Severity, SupportStrength } from '../../lib/db/schema.ts'
import { foldWords } from '../../lib/fold.ts'
import { readTypedDay } from '../../lib/typed-day.ts'
import { locales } from '../../lib/ui/format.ts'
import { inLanguage } from '../../lib/ui/language.ts'
import { saidIn, textsOf, wordsOf } from '../../lib/ui/words.ts'
import { utcDay } from '../../time.ts'
import { severities, severityNames, stageNames, stages } from '../core/rules.ts'
import { strengths } from '../support/rules.ts'

const t = textsOf('requests', 'imports')

const { heads } = t
export type Column = keyof typeof heads

// A member may be called what the columns are called anyway.
const spoken = (written: string): string[] => [...new Set(written.split(', '))]

/** What a column may be called, by what it holds: in the language of whoever is answered, in order of preference. */
export const headsNow = (): [Column, string[]][] => Object.entries(heads).map(([column, written]) => [column as Column, spoken(written)])

/** The same in all of our languages, as files have it; last what it holds, as our page says it. */
export const allHeads = (): [Column, string[]][] => {
  const all = locales.map((locale) => wordsOf('requests', 'imports')(locale))
  const called = (column: Column) => [
    ...all.flatMap((words) => spoken(words.heads[column])),
    ...all.map((words) => words.columnNames[column]),
  ]
  // For nobody's eyes: what a language lacks is not said to whoever is answered.
  return inLanguage('en', () => headsNow().map(([column]) => [column, called(column)]))
}

/** What a column holds, for people, in the language of whoever is answered. */
export const columnNames: Record<Column, string> = textsOf('requests', 'imports').columnNames

export interface PastRow {
  line: number
  number: string
  kind: RequestKind
  title: string
  text: string
  area: string
  submittedOn: string
  stage: RequestStage | undefined
  severity: Severity | undefined
  versions: string
  caseNumbers: string[]
  institutions: { name: string; strength: SupportStrength }[]
  vote: { cycle: string; onDay: string | null; points: number | null; voters: number | null; place: number | null } | undefined
  answer: { class: string; text: string; onDay: string | null; release: string } | undefined
}

export interface Fault {
  line: number
  problem: string
}

/** A day as people write it; undefined where it is none or could be two. A year alone is its first day. */
export function readPastDay(text: string): string | undefined {
  const typed = text.trim()
  const parts = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/.exec(typed) ?? undefined
  const [, year, month, day] = parts ?? []
  if (parts) return dayFrom(year, month, day)
  const dotted = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(typed)
  if (dotted) return dayFrom(dotted[3], dotted[2], dotted[1])
  const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(typed)
  if (slashed) {
    const [a, b] = [Number(slashed[1]), Number(slashed[2])]
    // 3/4/2019 is March to one and April to another.
    if (a <= 12 && b <= 12 && a !== b) return undefined
    return a > 12 ? dayFrom(slashed[3], slashed[2], slashed[1]) : dayFrom(slashed[3], slashed[1], slashed[2])
  }
  const yearAlone = /^(\d{4})$/.exec(typed)
  if (yearAlone) return dayFrom(yearAlone[1], '1', '1')
  // 12. März 2024: with the month in words it is one day alone.
  return /\p{L}/u.test(typed) ? readTypedDay(typed) : undefined
}

function dayFrom(year = '', month = '', day = ''): string | undefined {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const date = new Date(`${text}T00:00:00Z`)
  return Number.isNaN(date.getTime()) || utcDay(date) !== text || Number(year) < 1980 ? undefined : text
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** What a word of a cell may be called: in each of our languages, and as spreadsheets of earlier years have it. */
function namesOf<T extends string>(
  namesIn: (locale: (typeof locales)[number]) => Record<T, string>,
  earlier: Partial<Record<T, string>> = {},
) {
  const all = [...locales.map(namesIn), earlier]
  return (one: T): string[] => all.flatMap((names) => plain(names[one] ?? ''))
}
const stagesCalled = namesOf<RequestStage>((locale) => wordsOf('requests', 'pages')(locale).stages, {
  gathering: 'Gathering',
  ready: 'Ready',
  submitted: 'With the vendor',
  committed: 'Committed',
  delivered: 'Delivered, to be checked',
})
const severitiesCalled = namesOf<Severity>((locale) => wordsOf('requests', 'pages')(locale).severities)
const strengthsCalled = namesOf<SupportStrength>((locale) => wordsOf('requests', 'support')(locale).strengths)

const oneOf = <T extends string>(known: readonly T[], called: (one: T) => string[], typed: string): T | undefined =>
  plain(typed) === '' ? undefined : known.find((one) => plain(one) === plain(typed) || called(one).includes(plain(typed)))

function readNumber(text: string, column: Column, problems: string[]): number | null {
  if (!text.trim()) return null
  const compact = text.replaceAll(/[\s'’]/g, '')
  // 1,234 and 1.234 are thousands in a spreadsheet of votes; 12.5 is not.
  const value = Number(/^\d{1,3}(?:[.,]\d{3})+$/.test(compact) ? compact.replaceAll(/[.,]/g, '') : compact.replace(',', '.'))
  if (!Number.isFinite(value) || value < 0) {
    problems.push(t.faults.number({ column: columnNames[column], typed: text }))
    return null
  }
  return value
}

function readDay(text: string, column: Column, today: string, problems: string[]): string | null {
  if (!text.trim()) return null
  const typed = text.trim()
  const day = readPastDay(typed)
  if (day === undefined) problems.push(t.faults.day({ column: columnNames[column], typed }))
  else if (day > today) problems.push(t.faults.future({ column: columnNames[column], typed }))
  else return day
  return null
}

function readInstitutions(text: string): PastRow['institutions'] {
  return text
    .split(/[;|\n]/)
    .map((one) => one.trim())
    .filter(Boolean)
    .map((one) => {
      const [, name = one, word = ''] = /^(.*?)(?<!\s)\s*\(([^()]+)\)\s*$/.exec(one) ?? []
      const strength = oneOf(strengths, strengthsCalled, word)
      return strength ? { name, strength } : { name: one, strength: 'should' as const }
    })
}

const said = wordsOf('requests', 'said')
const kindWords = (['idea', 'concern'] as const).flatMap((kind) =>
  saidIn((locale) => said(locale)[kind]).map((word): [string, RequestKind] => [plain(word), kind]),
)

/** What it is, by the word that the cell begins with in any of our languages; an idea where nothing is said. */
const kindOf = (text: string): RequestKind | undefined => {
  const typed = plain(text.normalize('NFC'))
  return typed === '' ? 'idea' : kindWords.find(([word]) => typed.startsWith(word))?.[1]
}

const namesFor = <T extends string>(known: readonly T[], names: Record<T, string>): string[] => known.map((one) => names[one])

/** What portals of vendors call a request that nobody has looked at. */
const unread: ReadonlySet<string> = new Set(
  [
    'new, submitted, received, acknowledged, needs review',
    'neu, eingegangen',
    'nouveau, nouvelle, reçu, reçue',
    'nuevo, nueva, recibido, recibida',
    'nuovo, nuova, ricevuto, ricevuta',
  ].flatMap((words) => words.split(', ').map(foldWords)),
)
const isNew = (typed: string): boolean => unread.has(foldWords(typed))

/**
 * The status of a row, and the type of the vendor's answer: where no column says that, the status does in which a vendor's portal has a
 * request that it answered.
 */
function readStage(cell: (column: Column) => string, problems: string[]): { stage: RequestStage | undefined; answerClass: string } {
  const [typed, answerClass] = [cell('stage').trim(), cell('answerClass').trim()]
  const stage = oneOf(stages, stagesCalled, typed) ?? (isNew(typed) ? 'gathering' : undefined)
  if (typed === '' || (stage && stage !== 'merged')) return { stage, answerClass }
  if (!stage && answerClass === '' && cell('answer').trim()) return { stage, answerClass: typed }
  const others = stages.filter((one) => one !== 'merged')
  problems.push(t.faults.stage({ typed, stages: namesFor(others, stageNames) }))
  return { stage, answerClass }
}

/**
 * Reads one row of a table of old requests.
 * @param cell what stands in a column; '' where there is none
 * @param today YYYY-MM-DD: nothing of the past lies after it
 * @returns the row, or the sentences that say what is wrong with it
 */
export function readPastRow(line: number, cell: (column: Column) => string, today: string): PastRow | { problems: string[] } {
  const problems: string[] = []
  const [number, title] = [cell('number').trim(), cell('title').trim()]
  if (!title) problems.push(t.faults.title)
  if (title.length > 300) problems.push(t.faults.longTitle)
  if (number.length > 60) problems.push(t.faults.longNumber)
  const kind = kindOf(cell('kind'))
  if (!kind) problems.push(t.faults.kind({ typed: cell('kind') }))
  const submittedOn = readDay(cell('submittedOn'), 'submittedOn', today, problems)
  if (submittedOn === null && !cell('submittedOn').trim()) problems.push(t.faults.submittedOn)
  const { stage, answerClass } = readStage(cell, problems)
  const severityTyped = cell('severity').trim()
  const severity = severityTyped ? oneOf(severities, severitiesCalled, severityTyped) : undefined
  if (severityTyped && !severity)
    problems.push(t.faults.severity({ typed: severityTyped, severities: namesFor(severities, severityNames) }))
  const vote = readVote(cell, submittedOn, today, problems)
  const answer = readAnswer((column) => (column === 'answerClass' ? answerClass : cell(column)), submittedOn, today, problems)
  if (problems.length > 0 || !kind || submittedOn === null) return { problems }
  return {
    line,
    number,
    kind,
    title,
    text: cell('text').trim(),
    area: cell('area').trim(),
    submittedOn,
    stage,
    severity,
    versions: cell('versions').trim(),
    caseNumbers: cell('caseNumber')
      .split(/[;,\s]+/)
      .filter(Boolean),
    institutions: readInstitutions(cell('institutions')),
    vote,
    answer,
  }
}

function readVote(cell: (column: Column) => string, submittedOn: string | null, today: string, problems: string[]): PastRow['vote'] {
  const filled = (['cycle', 'points', 'voters', 'place'] as const).some((column) => cell(column).trim())
  if (!filled) return undefined
  const onDay = readDay(cell('votedOn'), 'votedOn', today, problems)
  const vote = {
    cycle: cell('cycle').trim() || (onDay ?? submittedOn ?? '').slice(0, 4),
    onDay,
    points: readNumber(cell('points'), 'points', problems),
    voters: readNumber(cell('voters'), 'voters', problems),
    place: readNumber(cell('place'), 'place', problems),
  }
  for (const column of ['voters', 'place'] as const) {
    const value = vote[column]
    if (value !== null && !Number.isInteger(value)) problems.push(t.faults.whole({ column: columnNames[column], typed: String(value) }))
  }
  return vote
}

function readAnswer(cell: (column: Column) => string, submittedOn: string | null, today: string, problems: string[]): PastRow['answer'] {
  const [text, word] = [cell('answer').trim(), cell('answerClass').trim()]
  const onDay = readDay(cell('answeredOn'), 'answeredOn', today, problems)
  if (!text && !word) {
    if (onDay) problems.push(t.faults.noAnswer)
    return undefined
  }
  if (onDay && submittedOn && onDay < submittedOn) problems.push(t.faults.early)
  return { class: word, text, onDay, release: cell('release').trim() }
}
