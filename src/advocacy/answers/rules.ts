import type { AnswerClass, Visibility } from '../../lib/db/schema.ts'
import { textsOf } from '../../lib/ui/words.ts'

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

/** As people write them in the languages of our letters, folded; the longest that fits wins. What we called them once is still read. */
const classWords: [string, AnswerClass][] = (
  [
    [
      'planned',
      'planned planned%for%release planned%for committed accepted scheduled on%the%roadmap roadmap geplant prevu prevue planifie planifiee planificado planificada prevista previsto',
    ],
    [
      'in_discovery',
      'looking%into%it in%discovery discovery under%investigation under%consideration under%review investigating wird%untersucht in%pruefung in%prufung a%letude en%etude en%estudio',
    ],
    ['declined', 'declined decline rejected will%not%do wont%do no%plans abgelehnt refuse refusee rechazado rechazada'],
    [
      'exists',
      'already%possible exists%already already%exists exists available already%available existing schon%moglich gibt%es%schon deja%possible existe%deja ya%es%posible ya%existe',
    ],
    [
      'needs_information',
      'needs%information need%information needs%more%information need%more%information more%information%needed needs%info information%needed braucht%mehr%angaben braucht%informationen braucht%auskunft precisions%necessaires a%preciser falta%informacion',
    ],
    [
      'not_product',
      'not%for%this%product not%a%product%matter not%a%product%issue not%product not%a%product%question local%configuration betrifft%das%produkt%nicht keine%produktfrage keine%sache%des%produkts hors%de%ce%produit hors%du%produit no%corresponde%al%producto no%es%cosa%del%producto',
    ],
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
    const named =
      /\b(?:for|für|pour|para)\s+(?:the\s+|das\s+|la\s+)?(?:release\s+|version\s+|versión\s+)?(.+?)[.,;:]*\s*$/iu.exec(text)?.[1] ?? ''
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
  if (!name.trim()) return why ? `There is a reason, but no answer. Choose one of: ${answerList}.` : 'No answer yet.'
  if (!read) return `“${clip(name)}” is not one of the answers. Choose one of: ${answerList}.`
  if (!isReason(why)) return `“${classNames[read.class]}” came without a reason. An answer without a reason does not count.`
  const releaseName = release.trim() || read.release
  if (read.class === 'planned' && !releaseName) return 'The release is missing. Give the release or its date.'
  const nextReviewOn = nextReview.trim() ? readDay(nextReview) : null
  if (nextReviewOn === undefined) return `The next review “${clip(nextReview)}” is not a date. Write it like 2027-03-31.`
  if (nextReviewOn !== null && nextReviewOn < today) return `The next review, ${nextReviewOn}, is in the past.`
  return { class: read.class, reason: why, release: releaseName, nextReviewOn }
}

/**
 * Reads one answer. It counts when it is one of the answers and says why; all else stays open, with its sentence.
 * @param today the day on which it was given, YYYY-MM-DD
 */
export function readAnswer(given: GivenAnswer, today: string): ReadAnswer {
  const result: ReadAnswer = { remarks: [] }
  const cost = readCost(given.cost)
  if (cost === 'bad') result.remarks.push(`The cost “${clip(given.cost)}” is not a whole number of points, so we left it out.`)
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
    ...(since && readDay(since) === undefined && { [given.from.trim() ? 'from' : 'readers']: t.faults.day({ text: clip(since) }) }),
  }
}

const readersWords: [RegExp, Visibility][] = [
  [/^(?:the )?(?:working )?group(?: only| alone)?$|^internal$|^confidential$/, 'group'],
  [/^(?:nur )?(?:die )?(?:arbeits)?gruppe$|^le groupe(?: de travail)?(?: seul)?$|^(?:solo )?el grupo(?: de trabajo)?$/, 'group'],
  [/^subscribers(?: of the list)?$|^(?:the )?list$|^customers$/, 'subscribers'],
  [/^listenmitglieder$|^(?:les )?personnes abonnees$|^(?:las )?personas suscritas$/, 'subscribers'],
  [/^everyone$|^everybody$|^all$|^public$|^alle$|^tout le monde$|^todo el mundo$/, 'public'],
]

const readersIn = (who: string): Visibility | undefined => readersWords.find(([words]) => words.test(who))?.[1]

/** Who may read it, folded, and from when, which may stand behind who. */
function whoAndSince({ readers, from }: Pick<GivenAnswer, 'readers' | 'from'>): { who: string; since: string } {
  const behind = /^(.*?)\s+(?:from|as of|after|ab|à partir du|desde(?: el)?)\s+(.+)$/i.exec(readers.trim())
  return { who: fold(behind?.[1] ?? readers), since: from.trim() || (behind?.[2] ?? '') }
}

/** What cannot be read narrows: better the group alone than too many. */
function readReaders({ readers, from }: GivenAnswer, result: ReadAnswer): void {
  const { who, since } = whoAndSince({ readers, from })
  if (who) {
    const found = readersIn(who)
    if (found === undefined)
      result.remarks.push(`“${clip(readers)}” does not say clearly who can read the answer. For now only the working group can.`)
    result.readers = found ?? 'group'
  }
  if (!since) return
  const day = readDay(since)
  if (day !== undefined) result.readersFrom = day
  else {
    result.readers = 'group'
    result.remarks.push(`“${clip(since)}” is not a date. For now only the working group can read the answer.`)
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
