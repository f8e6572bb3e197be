import type { DocumentCategory, DocumentImportOutcome } from '../../lib/db/schema.ts'
import { keptOf } from '../../lib/ui/kept.ts'

const reasons = keptOf('documents', 'reasons')

const kinds: readonly (readonly [start: string, endings: readonly string[]])[] = [
  ['application/pdf', ['pdf']],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml', ['docx']],
  ['text/html', ['html', 'htm']],
  ['text/', ['txt', 'md', 'markdown', 'text']],
]

/** Why a file of a folder is no document, kept to be said; undefined where it is one. */
export function whyNotDocument(type: string, ending: string): string | undefined {
  const known = kinds.some(([start, endings]) => type.startsWith(start) && endings.includes(ending))
  return known ? undefined : reasons('notDocument')
}

/** Is it something that a program left in a folder, and no person? */
export const isClutter = (path: string): boolean => /(?:^|\/)(?:__MACOSX\/|\.|~\$|Thumbs\.db$|desktop\.ini$)/i.test(path)

const months: Record<string, number> = {}
for (const [index, names] of [
  'january jan januar jänner janvier janv enero ene gennaio genn gen',
  'february feb februar février févr fevrier febrero febbraio febbr',
  'march mar märz maerz mär mars marzo',
  'april apr avril avr abril abr aprile',
  'may mai mayo maggio magg',
  'june jun juni juin junio giugno',
  'july jul juli juillet juil julio luglio',
  'august aug août aout agosto ago',
  'september sep sept septembre septiembre settembre set',
  'october oct oktober okt octobre octubre ottobre ott',
  'november nov novembre noviembre',
  'december dec dezember dez décembre decembre diciembre dicembre dic',
].entries())
  for (const name of names.split(' ')) months[name] = index + 1

const monthWord = Object.keys(months)
  .sort((a, b) => b.length - a.length)
  .join('|')

const day = (year: number, month: number, on: number): string | undefined => {
  const full = year < 100 ? (year >= 70 ? 1900 + year : 2000 + year) : year
  if (full < 1970 || full > 2099) return undefined
  try {
    return Temporal.PlainDate.from({ year: full, month, day: on }, { overflow: 'reject' }).toString()
  } catch {
    return undefined
  }
}

const edge = '(?<![\\p{L}\\p{N}])'
const end = '(?![\\p{L}\\p{N}])'
const sep = '[\\s._,/-]*'
const pattern = (text: string) => new RegExp(text, 'iu')
const monthOf = (word = '') => months[word.toLowerCase()] ?? 0

type Reader = (match: RegExpExecArray) => string | undefined

/** How people write days, the clearest first; a month alone is its first day. */
const forms: readonly (readonly [RegExp, Reader])[] = [
  [
    pattern('(?<!\\p{N})((?:19|20)\\d\\d)[-_.\\s/](\\d{1,2})[-_.\\s/](\\d{1,2})(?!\\p{N})'),
    (m) => day(Number(m[1]), Number(m[2]), Number(m[3])),
  ],
  [pattern('(?<!\\p{N})((?:19|20)\\d\\d)(\\d\\d)(\\d\\d)(?!\\p{N})'), (m) => day(Number(m[1]), Number(m[2]), Number(m[3]))],
  // The day before the month, as most of the world writes it; the other way round only where it can be nothing else.
  [
    pattern('(?<!\\p{N})(\\d{1,2})[-_./](\\d{1,2})[-_./]((?:19|20)\\d\\d|\\d\\d)(?!\\p{N})'),
    (m) => day(Number(m[3]), Number(m[2]), Number(m[1])) ?? day(Number(m[3]), Number(m[1]), Number(m[2])),
  ],
  [
    pattern(`(?<!\\p{N})(\\d{1,2})(?:st|nd|rd|th|er|\\.)?${sep}(?:de\\s+)?(${monthWord})${sep}(?:de\\s+)?((?:19|20)\\d\\d)(?!\\p{N})`),
    (m) => day(Number(m[3]), monthOf(m[2]), Number(m[1])),
  ],
  [
    pattern(`${edge}(${monthWord})${sep}(\\d{1,2})(?:st|nd|rd|th)?[\\s._,-]+((?:19|20)\\d\\d)(?!\\p{N})`),
    (m) => day(Number(m[3]), monthOf(m[1]), Number(m[2])),
  ],
  [pattern(`${edge}(${monthWord})${sep}(?:de\\s+)?((?:19|20)\\d\\d)(?!\\p{N})`), (m) => day(Number(m[2]), monthOf(m[1]), 1)],
  [pattern(`(?<!\\p{N})((?:19|20)\\d\\d)${sep}(${monthWord})${end}`), (m) => day(Number(m[1]), monthOf(m[2]), 1)],
  [pattern(`${edge}(${monthWord})[\\s._'’-]*(\\d\\d)(?!\\p{N})`), (m) => day(Number(m[2]), monthOf(m[1]), 1)],
  [pattern('(?<!\\p{N})((?:19|20)\\d\\d)[-_.](0[1-9]|1[0-2])(?!\\p{N})'), (m) => day(Number(m[1]), Number(m[2]), 1)],
]

/** The day that a name or a line of text speaks of; a month alone is its first day. Undefined where it speaks of none. */
export function dayIn(text: string): string | undefined {
  for (const [form, read] of forms) {
    const match = form.exec(text.normalize('NFC'))
    const found = match && read(match)
    if (found) return found
  }
  return undefined
}

/** The day of a document: from its name, else from the beginning of its text, else to be asked. */
export function decideDay(path: string, words: string): { on: string | null; from: 'name' | 'text' | 'asked' } {
  const name = dayIn(path.split('/').at(-1) ?? '')
  if (name) return { on: name, from: 'name' }
  const text = dayIn(words.slice(0, 2_000))
  return text ? { on: text, from: 'text' } : { on: null, from: 'asked' }
}

/** What a document is, by its name and the folders it lies in. */
export function decideCategory(path: string): DocumentCategory {
  const plain = path.toLowerCase().replaceAll(/[_-]+/g, ' ')
  if (/minutes|protokoll|compte rendu|procès verbal|\bacta\b|\bactas\b|\bnotes of\b/.test(plain)) return 'minutes'
  if (/report|bericht|rapport|informe/.test(plain)) return 'report'
  if (/terms of reference|charter|\btor\b|satzung|mandat|statut|policy|guidelines/.test(plain)) return 'key'
  return 'other'
}

/** A title from the name of a file. */
export function titleOf(path: string): string {
  const name = (path.split('/').at(-1) ?? '').replace(/\.[a-z0-9]{1,8}$/i, '')
  const title = name.replaceAll('_', ' ').replaceAll(/\s+/g, ' ').trim()
  return (title || 'Document').slice(0, 200)
}

/** A row of the table that says of which days files are. */
export interface DayRow {
  line: number
  /** The file's place in the folder. */
  path: string
  day: string
}

/** What is wrong with such a table, a sentence for each row. */
export function whyNotDays(rows: readonly DayRow[], paths: ReadonlySet<string>): string[] {
  const seen = new Set<string>()
  return rows.flatMap(({ line, path, day: text }) => {
    const again = seen.has(path)
    seen.add(path)
    if (!paths.has(path)) return [`Line ${line}: the folder has no file “${path}”.`]
    if (again) return [`Line ${line}: “${path}” is in the table twice.`]
    const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text)
    const whole = parts && day(Number(parts[1]), Number(parts[2]), Number(parts[3]))
    return whole ? [] : [`Line ${line}: “${text}” is not a date. Write it like 2019-03-14.`]
  })
}

interface Fated {
  outcome: DocumentImportOutcome
  datedOn: string | null
}

/** What becomes of a file, in a few words. */
export function fateOf({ outcome, datedOn }: Fated): string {
  if (outcome === 'new') return datedOn ? 'comes in' : 'left out: no day'
  return { imported: 'came in', left: 'left out', duplicate: 'here already', refused: 'refused' }[outcome]
}

/** How many files have each fate; the counts add up to all files. */
export const balanceOf = (files: readonly Fated[]): [fate: string, count: number][] =>
  [...Map.groupBy(files, (file) => fateOf(file))].map(([fate, some]) => [fate, some.length])
