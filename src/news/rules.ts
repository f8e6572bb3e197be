import type { ArchiveAccess, NewsState, Visibility } from '../lib/db/schema.ts'
import { foldAddress, freeAddress } from '../lib/fold.ts'
import { laterDay } from '../lib/typed-day.ts'
import { textsOf } from '../lib/ui/words.ts'
import { isWebAddress } from '../lib/web-address.ts'

const t = textsOf('news', 'publishing')
const refusals = textsOf('news', 'actions')
const rhythm = textsOf('news', 'rhythm')

/** What decides what may be done with an item or an issue. */
export interface NewsFacts {
  state: NewsState
  embargoAt: Date | null
  scheduledBy: number | null
}

/** Names that addresses below /news have of their own. */
const reserved = new Set(['new', 'issues', 'drafts', 'outlets', 'imports', 'contributions', 'feed'])

/**
 * The address of an item, from its title.
 * @param taken addresses that are used already
 */
export function slugOf(title: string, taken: ReadonlySet<string> = new Set()): string {
  const words = foldAddress(title)
  const base = words === '' || reserved.has(words) ? `news${words ? `-${words}` : ''}` : words
  return freeAddress(base, taken)
}

/** Why somebody who writes news cannot edit it now, in words for the page: what is out is changed by who lets it out. Nothing to say means yes. */
export function whyNotEdit({ state, mayPublish }: Pick<NewsFacts, 'state'> & { mayPublish: boolean }): string | undefined {
  if (state === 'withdrawn') return t.errors.withdrawn
  return state === 'published' && !mayPublish ? refusals.onlyCoordinatorDeputyCan : undefined
}

/** Why it cannot be marked as ready. */
export function whyNotReady({ state }: Pick<NewsFacts, 'state'>): string | undefined {
  if (state === 'draft') return undefined
  return state === 'ready' ? t.errors.ready : t.errors.published
}

/** Why it cannot go out: now, or when its embargo ends. */
export function whyNotPublish({ state, scheduledBy }: NewsFacts): string | undefined {
  if (state === 'published') return t.errors.published
  if (state === 'withdrawn') return t.errors.withdrawn
  return scheduledBy === null ? undefined : t.errors.scheduled
}

/** Why it cannot be withdrawn. */
export function whyNotWithdraw({ state }: Pick<NewsFacts, 'state'>): string | undefined {
  if (state === 'published') return undefined
  return state === 'withdrawn' ? t.errors.withdrawn : t.errors.notPublished
}

/** Why an embargo cannot be set: it is over before it begins. */
export const whyNotEmbargo = (embargoAt: Date | null, now: Date): string | undefined =>
  embargoAt !== null && embargoAt <= now ? t.errors.embargo : undefined

/** Does it go out later, by itself? */
export const isLater = ({ embargoAt }: Pick<NewsFacts, 'embargoAt'>, now: Date): boolean => embargoAt !== null && embargoAt > now

const width: Record<Visibility, number> = { group: 0, subscribers: 1, public: 2 }
const archiveWidth: Record<ArchiveAccess, number> = { group: 0, subscribers: 1, public: 2 }

/** Why it cannot be mailed to a list: more people read the list than may read it. */
export const whyNotMailTo = (visibility: Visibility, list: { archive: ArchiveAccess; title: string }): string | undefined =>
  archiveWidth[list.archive] > width[visibility] ? t.errors.wider({ list: list.title }) : undefined

/** May everybody who reads the one read the other? */
export const isWithin = (inner: Visibility, outer: Visibility): boolean => width[inner] >= width[outer]

/** The period of the issue that follows one, up to the day before `today`; the first one tells of the last three months. */
export function nextPeriod(lastTo: string | undefined, today: string): { fromOn: string; toOn: string } {
  const yesterday = Temporal.PlainDate.from(today).subtract({ days: 1 })
  const from = lastTo ? Temporal.PlainDate.from(laterDay(lastTo, { days: 1 })) : Temporal.PlainDate.from(today).subtract({ months: 3 })
  const to = Temporal.PlainDate.compare(from, yesterday) > 0 ? from : yesterday
  return { fromOn: from.toString(), toOn: to.toString() }
}

/** How often a newsletter comes; `every` is null where it has no rhythm. */
export interface NewsRhythm {
  every: number | null
  unit: 'week' | 'month'
}

/** A rhythm as a sentence. */
export function rhythmInWords({ every, unit }: NewsRhythm): string {
  if (every === null) return rhythm.none
  return unit === 'week' ? rhythm.everyWeeks({ every }) : rhythm.everyMonths({ every })
}

/** The day on which the issue after a period is due; undefined where there is no newsletter yet, or no rhythm. */
export const issueDueOn = (lastTo: string | null | undefined, { every, unit }: NewsRhythm): string | undefined =>
  lastTo && every !== null ? laterDay(lastTo, { [`${unit}s`]: every }) : undefined

/** How many days the next issue is late; 0 on the day when it is due, undefined before and where none is. */
export function daysDue(lastTo: string | null | undefined, rhythm: NewsRhythm, today: string): number | undefined {
  const on = issueDueOn(lastTo, rhythm)
  const days = on === undefined ? -1 : Temporal.PlainDate.from(on).until(today).days
  return days < 0 ? undefined : days
}

/** A path of this site, or an address of the web; anything else is no link. */
export const isLink = (text: string): boolean => /^\/(?![/\\])\S*$/.test(text) || isWebAddress(text)

/** Links as they are typed: one a line, words after the address. */
export function readLinks(text: string): { path: string; title: string }[] | undefined {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  const links = lines.map((line) => {
    const [path = '', ...words] = line.split(/\s+/)
    return { path, title: words.join(' ') }
  })
  if (links.some(({ path }) => !isLink(path))) return undefined
  return [...new Map(links.map((link) => [link.path, link])).values()]
}

/** Links as they stand in a text field, a line each. */
export const writeLinks = (links: readonly { path: string; title: string }[]): string =>
  links.map(({ path, title }) => `${path} ${title}`.trim()).join('\n')
