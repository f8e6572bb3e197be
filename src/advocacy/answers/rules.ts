import type { AnswerClass, Visibility } from '../../lib/db/schema.ts'
import { fold } from '../../lib/fold.ts'
import { readTypedDay } from '../../lib/typed-day.ts'
import { keptOf } from '../../lib/ui/kept.ts'
import { unsaid } from '../../lib/ui/language.ts'
import { saidIn, textsOf, wordsOf } from '../../lib/ui/words.ts'

const notes = keptOf('advocacy', 'notes')

const t = textsOf('advocacy', 'answers')
const { classes } = textsOf('advocacy', 'pages')

export const answerClasses = [
  'planned',
  'in_discovery',
  'declined',
  'exists',
  'needs_information',
  'not_product',
] as const satisfies AnswerClass[]

/** As sheets offer them, files keep them and forms send them: in English, whoever reads. Pages say them in the reader's language. */
export const classNames: Record<AnswerClass, string> = {
  planned: 'Planned',
  in_discovery: 'Looking into it',
  declined: 'Declined',
  exists: 'Already possible',
  needs_information: 'Needs more information',
  not_product: 'Not for this product',
}

const plain = (text: string): string =>
  fold(text)
    .replaceAll(/[’'`]/g, '')
    .replaceAll(/[^\p{L}\p{N}.]+/gu, ' ')
    .trim()

const said = wordsOf('advocacy', 'said')
/** As people write them in the languages of our letters, folded; the longest that fits wins. What we called them once is still read. */
const classWords = answerClasses
  .flatMap((name) => saidIn((locale) => said(locale).classes[name]).map((word): [string, AnswerClass] => [plain(word), name]))
  .sort((a, b) => b[0].length - a[0].length)

/**
 * Reads which answer is meant: `Planned`, `planned for release 2027 R1`, `Exists already`.
 * @returns the class, and the release where it is named behind it; undefined for what is none of the answers
 */
export function readClass(text: string): { class: AnswerClass; release: string } | undefined {
  const folded = plain(text)
  for (const [word, name] of classWords) {
    if (folded !== word && !folded.startsWith(`${word} `)) continue
    const rest = folded === word ? '' : folded.slice(word.length).trim()
    if (rest !== '' && name !== 'planned') continue
    const closed = text
      .replaceAll('\n', ' ')
      .trimEnd()
      .replace(/(?<![.,;:])[.,;:]+$/, '')
    const named =
      /\b(?:for|für|pour|para|per)\s+(?:the\s+|das\s+|la\s+)?(?:release\s+|versione?\s+|versión\s+)?(.+)$/isu.exec(closed)?.[1] ?? ''
    return { class: name, release: name === 'planned' && rest !== '' ? named || lastWords(closed, rest) : '' }
  }
  return undefined
}

/** The end of the text as it was typed that the folded rest stands for. */
const lastWords = (text: string, rest: string): string => text.trim().split(/\s+/).slice(-rest.split(' ').length).join(' ')

const noReasons = new Set(['tbd', 'tba', 'na', 'n a', 'none', 'no', 'yes', 'see above', 'pending', 'unknown', 'no reason', 'todo'])

/** Does this say why? Signs, blanks and “n/a” do not. */
export const isReason = (text: string): boolean => {
  const folded = plain(text).replaceAll('.', '').trim()
  return /\p{L}/u.test(folded) && folded.length >= 3 && !noReasons.has(folded)
}

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

/** Nothing was given. */
export const noAnswer: GivenAnswer = {
  ...{ class: '', reason: '', release: '', nextReview: '', cost: '', question: '' },
  ...{ readers: '', from: '' },
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

/** Why it is no answer, though something or nothing was given, kept to be said; else what counts. */
function weigh({ class: name, reason, release, nextReview }: GivenAnswer, today: string, history: boolean): string | ReadAnswer['answer'] {
  const read = readClass(name)
  const why = reason.trim()
  if (!name.trim()) return why ? notes('reasonOnly', { answers }) : notes('noAnswer')
  if (!read) return notes('unknownAnswer', { text: clip(name), answers })
  if (!isReason(why)) return notes('noReason', { answer: keptClasses[read.class] })
  const releaseName = release.trim() || read.release
  if (read.class === 'planned' && !releaseName && !history) return notes('noRelease')
  const nextReviewOn = nextReview.trim() ? readTypedDay(nextReview) : null
  if (nextReviewOn === undefined) return notes('reviewNoDate', { text: clip(nextReview) })
  if (nextReviewOn !== null && nextReviewOn < today) return notes('reviewPast', { day: nextReviewOn })
  return { class: read.class, reason: why, release: releaseName, nextReviewOn }
}

/**
 * Reads one answer. It counts when it is one of the answers and says why; all else stays open, with its sentence.
 * @param today the day on which it was given, YYYY-MM-DD
 * @param history it is of the years before: what was planned then may have had no release
 */
export function readAnswer(given: GivenAnswer, today: string, { history = false }: { history?: boolean | undefined } = {}): ReadAnswer {
  const result: ReadAnswer = { remarks: [] }
  const cost = readCost(given.cost)
  if (cost === 'bad') result.remarks.push(notes('cost', { text: clip(given.cost) }))
  else if (cost !== undefined) result.cost = cost
  if (given.question.trim()) result.question = given.question.trim()
  readReaders(given, result)
  const weighed = weigh(given, today, history)
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
  const day = nextReview.trim() ? readTypedDay(nextReview) : null
  return {
    ...(!name.trim() && { class: t.form.class }),
    ...(name.trim() &&
      !read && { class: t.form.unknown({ text: clip(name), answers: answerClasses.map((one) => classes[one]).join(', ') }) }),
    ...(!isReason(reason.trim()) && { reason: t.form.reason }),
    ...(read?.class === 'planned' && !release.trim() && !read.release && { release: t.form.release }),
    ...(day === undefined && { nextReview: t.faults.day({ text: clip(nextReview) }) }),
    ...(typeof day === 'string' && day < today && { nextReview: t.form.past }),
  }
}

/** What a form says of cost and readers that cannot be read, beside each field; in a file or mail it is a remark. */
export function unreadOf(given: GivenAnswer): Partial<Record<keyof GivenAnswer, string>> {
  const { who, since } = whoAndSince(given)
  return {
    ...(readCost(given.cost) === 'bad' && { cost: t.form.cost }),
    ...(who && !readersIn(who) && { readers: t.form.readers }),
    ...(since && readTypedDay(since) === undefined && { [given.from.trim() ? 'from' : 'readers']: t.faults.day({ text: clip(since) }) }),
  }
}

const readersWords: [RegExp, Visibility][] = [
  [/^(?:the )?(?:working )?group(?: only| alone)?$|^internal$|^confidential$/, 'group'],
  [/^(?:nur )?(?:die )?(?:arbeits)?gruppe$|^le groupe(?: de travail)?(?: seul)?$/, 'group'],
  [/^(?:solo )?el grupo(?: de trabajo)?$|^(?:solo )?il gruppo(?: di lavoro)?$/, 'group'],
  [/^subscribers(?: of the list)?$|^(?:the )?list$|^customers$/, 'subscribers'],
  [/^listenmitglieder$|^(?:les )?personnes abonnees$|^(?:las )?personas suscritas$|^(?:le )?persone iscritte$/, 'subscribers'],
  [/^everyone$|^everybody$|^all$|^public$|^alle$|^tout le monde$|^todo el mundo$|^tutti$/, 'public'],
]

const readersIn = (who: string): Visibility | undefined => readersWords.find(([words]) => words.test(who))?.[1]

/** Who may read it, folded, and from when, which may stand behind who. */
function whoAndSince({ readers, from }: Pick<GivenAnswer, 'readers' | 'from'>): { who: string; since: string } {
  const behind = /^(.*?)(?<!\s)\s+(?:from|as of|after|ab|à partir du|desde(?: el)?|dal)\s+(.+)$/is.exec(readers.trim())
  return { who: plain(behind?.[1] ?? readers), since: from.trim() || (behind?.[2] ?? '') }
}

/** What cannot be read narrows: better the group alone than too many. */
function readReaders({ readers, from }: GivenAnswer, result: ReadAnswer): void {
  const { who, since } = whoAndSince({ readers, from })
  if (who) {
    const found = readersIn(who)
    if (found === undefined) result.remarks.push(notes('readers', { text: clip(readers) }))
    result.readers = found ?? 'group'
  }
  if (!since) return
  const day = readTypedDay(since)
  if (day !== undefined) result.readersFrom = day
  else {
    result.readers = 'group'
    result.remarks.push(notes('since', { text: clip(since) }))
  }
}

const keptClasses = wordsOf('advocacy', 'pages')(unsaid).classes
const answers = answerClasses.map((one) => keptClasses[one])
const clip = (text: string): string => (text.trim().length > 60 ? `${text.trim().slice(0, 59)}…` : text.trim())

function readCost(text: string): number | 'bad' | undefined {
  const trimmed = text.trim()
  if (trimmed === '') return undefined
  const match = /^(\d{1,6})(?:[.,]0+)?\s*(?:points?|pts?|p|punkte?|puntos?|punt[io])?$/i.exec(trimmed)
  const points = match ? Number(match[1]) : Number.NaN
  return points <= 100_000 ? points : 'bad'
}

/** Whether the same answer came already: who sends a file twice has answered once. */
export const fingerprintOf = ({ class: name, reason, release, nextReviewOn }: NonNullable<ReadAnswer['answer']>): string =>
  [name, plain(reason), plain(release), nextReviewOn ?? ''].join('|').slice(0, 2_000)
