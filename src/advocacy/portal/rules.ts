import type { AnswerClass } from '../../lib/db/schema.ts'
import { fold } from '../../lib/fold.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { isReason } from '../answers/rules.ts'

const t = textsOf('advocacy', 'portal')

const kinds: readonly (readonly [AnswerClass, RegExp])[] = [
  // “Not planned” is no plan, so what is refused comes first.
  [
    'declined',
    /\b(?:not planned|not planning|unplanned|declined?|won'?t (?:do|fix|implement)|will not (?:do|fix|implement|be)|wont ?fix|rejected?|unlikely|no plans?|not (?:feasible|under consideration|at this time)|cannot reproduce|abandoned|abgelehnt|nicht geplant|refuse|non (?:prevu|retenu)e?|rechazad[oa]|no (?:previst[oa]|planificad[oa]))\b/,
  ],
  ['not_product', /\b(?:out of scope|not a product (?:matter|issue)|working as (?:designed|intended)|by design|not a bug|invalid)\b/],
  [
    'needs_information',
    /\b(?:needs? (?:more )?info(?:rmation)?|more information|waiting for (?:customer|reporter|support)|feedback (?:needed|requested|required))\b/,
  ],
  [
    'in_discovery',
    /\b(?:(?:under|in) (?:review|consideration|investigation|discovery)|future consideration|consider(?:ing|ed)?|exploring|investigating|discovery|researching|gathering|needs review|wird untersucht|a l'etude|en estudio)\b/,
  ],
  [
    'exists',
    /\b(?:shipped|released|completed?|done|delivered|implemented|launched|fixed|resolved|already (?:exists|possible|available)|available|geliefert|umgesetzt|livree?|entregad[oa])\b/,
  ],
  [
    'planned',
    /\b(?:planned|in progress|started|scheduled|in development|under development|building|on (?:the )?roadmap|will implement|accepted|coming soon|geplant|prevue?|previst[oa])\b/,
  ],
  ['declined', /\bclosed\b/],
]

const plain = (text: string): string =>
  fold(text)
    .replaceAll('’', "'")
    .replaceAll(/[^\p{L}\p{N}']+/gu, ' ')
    .trim()

/** What a portal's status says as an answer, where it says one: “Closed: not planned” declines, “New” answers nothing. */
export const classOfStatus = (status: string): AnswerClass | undefined => {
  const folded = plain(status.slice(0, 200))
  return kinds.find(([, words]) => words.test(folded))?.[0]
}

/** What is known of an entry from before. */
export interface Known {
  status: string
  reason: string
  /** YYYY-MM-DD. */
  onDay: string
}

/**
 * Is what a portal says now news? Signs and capitals are none, a status that it does not name is none, and an export that was made before
 * the last reading tells nothing.
 * @param now with the day on which the portal changed it; '' where it does not say
 */
export function isNews(before: Known | undefined, now: { status: string; reason: string; changedOn: string }): boolean {
  if (now.status === '') return false
  if (!before) return true
  if (now.changedOn !== '' && now.changedOn < before.onDay) return false
  const said = plain(now.status) !== plain(before.status)
  return said || (now.reason !== '' && plain(now.reason) !== plain(before.reason))
}

/** How an address is compared: without what may differ and leads to the same. */
export function sameAddress(link: string): string {
  const [path = ''] = link
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .split(/[?#]/, 1)
  let end = path.length
  while (path[end - 1] === '/') end -= 1
  return path.slice(0, end)
}

/** A number as it is compared. */
export const sameNumber = (number: string): string => number.trim().toLowerCase().replace(/^#/, '')

const minute = 60_000
const every = 10 * minute
const longest = 6 * 60 * minute
const mostWait = 24 * 60 * minute

/**
 * When an address is read next: every ten minutes (RRULE:FREQ=MINUTELY;INTERVAL=10) and up to a minute later, by its number, so that not all are
 * read at once; after each try in vain twice as late, up to six hours. What the site asks for counts, up to a day.
 */
export function nextReading(feedId: number, fails: number, at: Date, asked?: number): Date {
  const jitter = ((feedId * 37) % 60) * 1_000
  const wait = fails === 0 ? every : Math.min(longest, every * 2 ** Math.min(fails, 10))
  return new Date(at.getTime() + Math.max(wait, Math.min(mostWait, (asked ?? 0) * 1_000)) + jitter)
}

/** The reason of an answer that is taken from a portal: its own, else that it names none. */
export const reasonFrom = ({ status, reason }: { status: string; reason: string }): string =>
  isReason(reason) ? reason : t.noReasonGiven({ status })
