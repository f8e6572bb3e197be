import type { AnswerClass, Visibility } from '../../lib/db/schema.ts'

export const answerClasses = [
  'planned',
  'in_discovery',
  'declined',
  'exists',
  'needs_information',
  'not_product',
] as const satisfies AnswerClass[]

export const classNames: Record<AnswerClass, string> = {
  planned: 'Planned',
  in_discovery: 'In discovery',
  declined: 'Declined',
  exists: 'Exists already',
  needs_information: 'Needs information',
  not_product: 'Not a product matter',
}

/** As people write them, folded; the longest that fits wins. */
const classWords: [string, AnswerClass][] = (
  [
    [
      'planned',
      'planned planned%for%release planned%for committed accepted scheduled on%the%roadmap roadmap geplant prevu planifie planificado',
    ],
    [
      'in_discovery',
      'in%discovery discovery under%investigation under%consideration under%review investigating in%pruefung en%etude en%estudio',
    ],
    ['declined', 'declined decline rejected will%not%do wont%do no%plans abgelehnt refuse rechazado'],
    ['exists', 'exists%already already%exists exists available already%available existing gibt%es%schon existe%deja ya%existe'],
    [
      'needs_information',
      'needs%information need%information needs%more%information need%more%information more%information%needed needs%info information%needed braucht%informationen',
    ],
    ['not_product', 'not%a%product%matter not%a%product%issue not%product not%a%product%question local%configuration keine%produktfrage'],
  ] as [AnswerClass, string][]
)
  .flatMap(([name, words]) => words.split(' ').map((word): [string, AnswerClass] => [word.replaceAll('%', ' '), name]))
  .sort((a, b) => b[0].length - a[0].length)

const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[’'`]/g, '')
    .replaceAll(/[^\p{L}\p{N}.]+/gu, ' ')
    .trim()

/**
 * Reads which answer is meant: `Planned`, `planned for release 2027 R1`, `Exists already`.
 * @returns the class, and the release where it is named behind it; undefined for what is none of the answers
 */
export function readClass(text: string): { class: AnswerClass; release: string } | undefined {
  const folded = fold(text)
  for (const [word, name] of classWords) {
    if (folded !== word && !folded.startsWith(`${word} `)) continue
    const rest = folded === word ? '' : folded.slice(word.length).trim()
    if (rest !== '' && name !== 'planned') continue
    const named = /\bfor\s+(?:the\s+)?(?:release\s+)?(.+?)[.,;:]*\s*$/i.exec(text)?.[1] ?? ''
    return { class: name, release: name === 'planned' && rest !== '' ? named || lastWords(text, rest) : '' }
  }
  return undefined
}

/** The end of the text as it was typed that the folded rest stands for. */
const lastWords = (text: string, rest: string): string => text.trim().split(/\s+/).slice(-rest.split(' ').length).join(' ')

const noReasons = new Set(['tbd', 'tba', 'na', 'n a', 'none', 'no', 'yes', 'see above', 'pending', 'unknown', 'no reason', 'todo'])

/** Does this say why? Signs, blanks and “n/a” do not. */
export const isReason = (text: string): boolean => {
  const folded = fold(text).replaceAll('.', '').trim()
  return /\p{L}/u.test(folded) && folded.length >= 3 && !noReasons.has(folded)
}

/** Reads a day as people type it: 2027-03-01, 1.3.2027, 01/03/2027 (day first), 1 March 2027; undefined for what is none. */
export function readDay(text: string): string | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/.exec(text.trim())
  const dotted = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(text.trim())
  const named = /^(\d{1,2})\.?\s+(\p{L}{3,})\.?,?\s+(\d{4})$/u.exec(text.trim())
  const month = named ? months.findIndex((name) => fold(named[2] ?? '').startsWith(name)) + 1 : 0
  const parts = iso
    ? [iso[1], iso[2], iso[3]]
    : dotted
      ? [dotted[3], dotted[2], dotted[1]]
      : named && month > 0
        ? [named[3], month, named[1]]
        : undefined
  if (!parts) return undefined
  try {
    const [year, monthOf, day] = parts.map(Number)
    return Temporal.PlainDate.from({ year: year ?? 0, month: monthOf ?? 0, day: day ?? 0 }, { overflow: 'reject' }).toString()
  } catch {
    return undefined
  }
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** What somebody gave as an answer, by whatever door; all as typed. */
export interface GivenAnswer {
  class: string
  reason: string
  release: string
  nextReview: string
  cost: string
  question: string
  /** Who may read it, and from which day on; the group's rule where nothing is said. */
  readers: string
  from: string
}

/** What counts of it, and in one sentence each what does not. */
export interface ReadAnswer {
  answer?: { class: AnswerClass; reason: string; release: string; nextReviewOn: string | null }
  /** As the answer itself says it. */
  readers?: Visibility
  /** YYYY-MM-DD. */
  readersFrom?: string
  cost?: number
  question?: string
  /** Why the request stays open; absent where it is answered. */
  open?: string
  /** What else could not be taken. */
  remarks: string[]
}

/** Why it is no answer, though something or nothing was given; else what counts. */
function weigh({ class: name, reason, release, nextReview }: GivenAnswer, today: string): string | ReadAnswer['answer'] {
  const read = readClass(name)
  const why = reason.trim()
  if (!name.trim()) return why ? 'There is a reason, but no answer: say which one it is.' : 'There is no answer.'
  if (!read) return `“${clip(name)}” is none of the answers: ${answerList}.`
  if (!isReason(why)) return `“${classNames[read.class]}” came without a reason. An answer counts with its reason only.`
  const releaseName = release.trim() || read.release
  if (read.class === 'planned' && !releaseName) return 'It is planned, but for which release? Name the release or its date.'
  const nextReviewOn = nextReview.trim() ? readDay(nextReview) : null
  if (nextReviewOn === undefined) return `The next review “${clip(nextReview)}” is no day: write it like 2027-03-31.`
  if (nextReviewOn !== null && nextReviewOn < today) return `The next review, ${nextReviewOn}, lies in the past.`
  return { class: read.class, reason: why, release: releaseName, nextReviewOn }
}

/**
 * Reads one answer. It counts when it is one of the answers and says why; all else stays open, with its sentence.
 * @param today the day on which it was given, YYYY-MM-DD
 */
export function readAnswer(given: GivenAnswer, today: string): ReadAnswer {
  const result: ReadAnswer = { remarks: [] }
  const cost = readCost(given.cost)
  if (cost === 'bad') result.remarks.push(`The cost “${clip(given.cost)}” is no whole number of points, so it was left out.`)
  else if (cost !== undefined) result.cost = cost
  if (given.question.trim()) result.question = given.question.trim()
  readReaders(given, result)
  const weighed = weigh(given, today)
  if (typeof weighed === 'string') result.open = weighed
  else if (weighed) result.answer = weighed
  return result
}

/**
 * What a form lacks of an answer, or says wrongly, beside each field; empty where it is one. A file or mail has no fields: there one
 * sentence says why the request stays open.
 */
export function faultsOf(
  { class: name, reason, release, nextReview }: GivenAnswer,
  today: string,
): Partial<Record<keyof GivenAnswer, string>> {
  const read = readClass(name)
  const day = nextReview.trim() ? readDay(nextReview) : null
  return {
    ...(!name.trim() && { class: 'The answer is missing: choose one.' }),
    ...(name.trim() && !read && { class: `“${clip(name)}” is none of the answers: ${answerList}.` }),
    ...(!isReason(reason.trim()) && { reason: 'The reason is missing: an answer counts with its reason only.' }),
    ...(read?.class === 'planned' && !release.trim() && !read.release && { release: 'The release is missing: name it, or its date.' }),
    ...(day === undefined && { nextReview: `“${clip(nextReview)}” is no day: write it like 2027-03-31.` }),
    ...(typeof day === 'string' && day < today && { nextReview: `The next review, ${day}, lies in the past.` }),
  }
}

const readersWords: [RegExp, Visibility][] = [
  [/^(?:the )?(?:working )?group(?: only| alone)?$|^internal$|^confidential$/, 'group'],
  [/^subscribers(?: of the list)?$|^(?:the )?list$|^customers$/, 'subscribers'],
  [/^everyone$|^everybody$|^all$|^public$/, 'public'],
]

/** What cannot be read narrows: better the group alone than too many. */
function readReaders({ readers, from }: GivenAnswer, result: ReadAnswer): void {
  const behind = /^(.*?)\s+(?:from|as of|after|ab)\s+(.+)$/i.exec(readers.trim())
  const [who, since] = [fold(behind?.[1] ?? readers), from.trim() || (behind?.[2] ?? '')]
  if (who) {
    const found = readersWords.find(([words]) => words.test(who))?.[1]
    if (found === undefined) result.remarks.push(`“${clip(readers)}” says not clearly who may read it, so the group alone may for now.`)
    result.readers = found ?? 'group'
  }
  if (!since) return
  const day = readDay(since)
  if (day !== undefined) result.readersFrom = day
  else {
    result.readers = 'group'
    result.remarks.push(`“${clip(since)}” is no day from which it may be read, so the group alone may for now.`)
  }
}

const answerList = answerClasses.map((one) => classNames[one].toLowerCase()).join(', ')
const clip = (text: string): string => (text.trim().length > 60 ? `${text.trim().slice(0, 59)}…` : text.trim())

function readCost(text: string): number | 'bad' | undefined {
  const trimmed = text.trim()
  if (trimmed === '') return undefined
  const match = /^(\d{1,6})(?:[.,]0+)?\s*(?:points?|pts?|p|punkte|points|puntos)?$/i.exec(trimmed)
  const points = match ? Number(match[1]) : Number.NaN
  return points <= 100_000 ? points : 'bad'
}

/** Whether the same answer came already: who sends a file twice has answered once. */
export const fingerprintOf = ({ class: name, reason, release, nextReviewOn }: NonNullable<ReadAnswer['answer']>): string =>
  [name, fold(reason), fold(release), nextReviewOn ?? ''].join('|').slice(0, 2_000)
