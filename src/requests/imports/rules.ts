import type { RequestKind, RequestStage, Severity, SupportStrength } from '../../lib/db/schema.ts'
import { utcDay } from '../../time.ts'
import { severities, severityNames, stageNames, stages } from '../rules.ts'
import { strengthNames, strengths } from '../support/rules.ts'

/** What a column may be called, in order of preference. */
export const columns = {
  number: ['number', 'no', 'id', 'request', 'request number', 'nummer', 'numéro', 'número'],
  kind: ['kind', 'type', 'art'],
  title: ['title', 'summary', 'name', 'titel', 'titre', 'título'],
  text: ['description', 'text', 'details', 'beschreibung', 'descripción'],
  area: ['product area', 'area', 'component', 'bereich', 'domaine', 'área'],
  submittedOn: ['submitted on', 'submitted', 'date', 'created', 'eingereicht', 'datum', 'date de soumission', 'fecha'],
  stage: ['stage', 'status', 'state'],
  severity: ['severity', 'priority', 'schwere', 'gravité', 'gravedad'],
  versions: ['versions', 'version'],
  caseNumber: ['support case', 'case number', 'case', 'ticket'],
  institutions: ['institutions', 'institution', 'supporters', 'submitted by', 'einrichtungen', 'établissements', 'instituciones'],
  cycle: ['cycle', 'round', 'vote', 'abstimmung'],
  votedOn: ['voted on', 'vote date'],
  points: ['points', 'votes', 'score', 'punkte', 'puntos'],
  voters: ['voters', 'institutions voting', 'voting institutions'],
  place: ['rank', 'place', 'rang', 'puesto'],
  answer: ['answer', 'vendor answer', 'response', 'antwort', 'réponse', 'respuesta'],
  answerClass: ['answer class', 'decision', 'vendor status'],
  answeredOn: ['answered on', 'answer date', 'response date'],
  release: ['release', 'planned release', 'version planned'],
} as const
export type Column = keyof typeof columns

/** What a column holds, for people. */
export const columnNames: Record<Column, string> = {
  number: 'Number',
  kind: 'Idea or concern',
  title: 'Title',
  text: 'Text',
  area: 'Product area',
  submittedOn: 'Day of submission',
  stage: 'Stage',
  severity: 'Severity of a concern',
  versions: 'Versions of the product',
  caseNumber: 'Number of the support case',
  institutions: 'Who stands behind it',
  cycle: 'Cycle in which it was voted on',
  votedOn: 'Day of the vote',
  points: 'Points',
  voters: 'How many voted',
  place: 'Rank',
  answer: 'The vendor’s words',
  answerClass: 'Which answer it is',
  answeredOn: 'Day of the answer',
  release: 'Release that was named',
}

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
  return yearAlone ? dayFrom(yearAlone[1], '1', '1') : undefined
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

const oneOf = <T extends string>(known: readonly T[], names: Record<T, string>, typed: string): T | undefined =>
  known.find((one) => plain(one) === plain(typed) || plain(names[one]) === plain(typed))

function readNumber(text: string, what: string, problems: string[]): number | null {
  if (!text.trim()) return null
  const compact = text.replaceAll(/[\s'’]/g, '')
  // 1,234 and 1.234 are thousands in a spreadsheet of votes; 12.5 is not.
  const value = Number(/^\d{1,3}(?:[.,]\d{3})+$/.test(compact) ? compact.replaceAll(/[.,]/g, '') : compact.replace(',', '.'))
  if (!Number.isFinite(value) || value < 0) {
    problems.push(`“${text}” is no number of ${what}.`)
    return null
  }
  return value
}

function readDay(text: string, what: string, today: string, problems: string[]): string | null {
  if (!text.trim()) return null
  const typed = text.trim()
  const day = readPastDay(typed)
  if (day === undefined) problems.push(`“${typed}” is no day that can be read for ${what}; write it like 2019-03-14.`)
  else if (day > today) problems.push(`“${typed}”, ${what}, lies in the future.`)
  else return day
  return null
}

function readInstitutions(text: string): PastRow['institutions'] {
  return text
    .split(/[;|\n]/)
    .map((one) => one.trim())
    .filter(Boolean)
    .map((one) => {
      const [, name = one, word = ''] = /^(.*?)\s*\(([^()]+)\)\s*$/.exec(one) ?? []
      const strength = oneOf(strengths, strengthNames, word) ?? strengths.find((known) => known === plain(word))
      return strength ? { name, strength } : { name: one, strength: 'should' as const }
    })
}

const kindOf = (text: string): RequestKind | undefined => {
  const word = plain(text)
  if (word === '' || /^(?:idea|enhancement|request|wunsch|idée|demande|idea|mejora)/.test(word)) return 'idea'
  return /^(?:concern|bug|defect|issue|problem|fehler|anomalie|incidencia|error)/.test(word) ? 'concern' : undefined
}

const stageWords = stages
  .filter((one) => one !== 'merged')
  .map((one) => stageNames[one].toLowerCase())
  .join(', ')

/**
 * Reads one row of a table of old requests.
 * @param cell what stands in a column; '' where there is none
 * @param today YYYY-MM-DD: nothing of the past lies after it
 * @returns the row, or the sentences that say what is wrong with it
 */
export function readPastRow(line: number, cell: (column: Column) => string, today: string): PastRow | { problems: string[] } {
  const problems: string[] = []
  const [number, title] = [cell('number').trim(), cell('title').trim()]
  if (!title) problems.push('It has no title.')
  if (title.length > 300) problems.push('The title has more than 300 characters.')
  if (number.length > 60) problems.push('The number has more than 60 characters.')
  const kind = kindOf(cell('kind'))
  if (!kind) problems.push(`“${cell('kind')}” is no kind; write idea or concern.`)
  const submittedOn = readDay(cell('submittedOn'), 'the day of submission', today, problems)
  if (submittedOn === null && !cell('submittedOn').trim()) problems.push('It has no day of submission.')
  const [stageTyped, severityTyped] = [cell('stage').trim(), cell('severity').trim()]
  const stage = stageTyped ? oneOf(stages, stageNames, stageTyped) : undefined
  if (stageTyped && (!stage || stage === 'merged')) problems.push(`“${stageTyped}” is no stage; write one of ${stageWords}.`)
  const severity = severityTyped ? oneOf(severities, severityNames, severityTyped) : undefined
  if (severityTyped && !severity) problems.push(`“${severityTyped}” is no severity; write critical, major, moderate or minor.`)
  const vote = readVote(cell, submittedOn, today, problems)
  const answer = readAnswer(cell, submittedOn, today, problems)
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
  const onDay = readDay(cell('votedOn'), 'the day of the vote', today, problems)
  const vote = {
    cycle: cell('cycle').trim() || (onDay ?? submittedOn ?? '').slice(0, 4),
    onDay,
    points: readNumber(cell('points'), 'points', problems),
    voters: readNumber(cell('voters'), 'voters', problems),
    place: readNumber(cell('place'), 'a rank', problems),
  }
  for (const [value, what] of [
    [vote.voters, 'how many voted'],
    [vote.place, 'the rank'],
  ] as const)
    if (value !== null && !Number.isInteger(value)) problems.push(`“${value}” is no whole number: ${what}.`)
  return vote
}

function readAnswer(cell: (column: Column) => string, submittedOn: string | null, today: string, problems: string[]): PastRow['answer'] {
  const [text, word] = [cell('answer').trim(), cell('answerClass').trim()]
  const onDay = readDay(cell('answeredOn'), 'the day of the answer', today, problems)
  if (!text && !word) {
    if (onDay) problems.push('There is a day of the answer, and no answer.')
    return undefined
  }
  if (onDay && submittedOn && onDay < submittedOn) problems.push('It was answered before it was submitted.')
  return { class: word, text, onDay, release: cell('release').trim() }
}
