import type { AnswerClass, CommitmentState, DeliveryVerdict, TellingKind, Visibility } from '../../lib/db/schema.ts'
import type { Locale } from '../../lib/ui/format.ts'
import { postWords, tellingWords } from './words.ts'

/** Something that can be told, with its facts. */
export interface Event {
  id: number
  kind: TellingKind
  requestId: number
  title: string
  readers: Visibility
  readersFrom: Date
  madeAt: Date
  answerClass: AnswerClass | null
  reason: string | null
  releaseName: string | null
  points: number | null
  year: number | null
  state: CommitmentState | null
  /** The promise that was moved to a later year by it. */
  carriedFrom: number | null
  verdict: DeliveryVerdict | null
}

/**
 * What an event says to somebody of whom or before whom it is told, in their language.
 * @param between stands before the reason
 */
export function sayEventIn(locale: Locale, event: Event, between = ' '): string {
  const words = tellingWords(locale)
  const { kind, answerClass, reason, points, year, verdict } = event
  const release = event.releaseName ?? ''
  const because = reason ? `${between}${words.why({ reason })}` : ''
  if (kind === 'answer' && answerClass)
    return `${answerClass === 'planned' ? words.answers.planned({ release }) : words.answers[answerClass]}${because}`
  if (kind === 'commitment' && event.carriedFrom !== null) return `${words.carried({ year: year ?? 0 })}${because}`
  if (kind === 'commitment') return words.commitment({ points: points ?? 0, year: year ?? 0 })
  if (kind === 'dropped') return `${words.dropped}${because}`
  if (kind === 'delivery') return words.delivery({ release })
  return words[verdict ?? 'full']({ release })
}

/** May everybody on a list hear it now? A list of the group alone hears all. */
export const fitsList = (event: Pick<Event, 'readers' | 'readersFrom'>, archive: 'public' | 'subscribers' | 'group', at: Date): boolean => {
  if (archive === 'group') return true
  if (event.readersFrom > at || event.readers === 'group') return false
  return event.readers === 'public' || archive === 'subscribers'
}

/**
 * The lists that a group tells: its own is one of them where there is no other. Else what it was told would count as told, and the others would
 * never hear of it.
 */
export const listsTold = <L extends { archive: 'public' | 'subscribers' | 'group' }>(lists: readonly L[]): readonly L[] => {
  const others = lists.filter(({ archive }) => archive !== 'group')
  return others.length > 0 ? others : lists
}

/** May one of a group's lists hear an event, now or from its day on? Where more people read their archives than may hear it, those who asked alone do. */
export const isForLists = (
  { readers, readersFrom }: Pick<Event, 'readers' | 'readersFrom'>,
  lists: readonly { archive: 'public' | 'subscribers' | 'group' }[],
): boolean => listsTold(lists).some(({ archive }) => fitsList({ readers, readersFrom }, archive, readersFrom))

/**
 * Of a group's lists the one that may hear the most of what is untold, the first of several, with how much that is; undefined where none may hear
 * any. The group's own list is told where there is no other: what others may not hear yet waits for them.
 */
export function listToTell<L extends { archive: 'public' | 'subscribers' | 'group' }>(
  untold: readonly Pick<Event, 'readers' | 'readersFrom'>[],
  lists: readonly L[],
  at: Date,
): { list: L; count: number } | undefined {
  const all = listsTold(lists).map((list) => ({ list, count: untold.filter((event) => fitsList(event, list.archive, at)).length }))
  const most = Math.max(0, ...all.map(({ count }) => count))
  return most === 0 ? undefined : all.find(({ count }) => count === most)
}

/** What a batch says of one request, with its address. */
const sayRequest = (requestId: number, of: Event[], { baseUrl, locale }: { baseUrl: string; locale: Locale }): string =>
  `#${requestId} ${of[0]?.title}\n${of.map((event) => `  ${sayEventIn(locale, event)}`).join('\n')}\n  ${baseUrl}/requests/${requestId}`

/** What the thread hears in which some of the requests of a post were asked. */
export const draftReply = (
  events: Event[],
  subject: string,
  { baseUrl, locale }: { baseUrl: string; locale: Locale },
): { subject: string; text: string } => ({
  subject: /^\s*re\s*:/i.test(subject) ? subject : `Re: ${subject}`,
  text: [...Map.groupBy(events, ({ requestId }) => requestId)]
    .map(([requestId, of]) => sayRequest(requestId, of, { baseUrl, locale }))
    .join('\n\n'),
})

/** The draft of a post that tells a list, in its language, what a batch says; a person looks at it and sends it. */
export function draftPost(events: Event[], vendor: string, place: { baseUrl: string; locale: Locale }): { subject: string; body: string } {
  const { baseUrl, locale } = place
  const words = postWords(locale).post
  const requests = Map.groupBy(events, ({ requestId }) => requestId)
  const facts = { n: requests.size, title: events[0]?.title ?? '' }
  const answers = events.filter(({ kind }) => kind === 'answer').length
  const subject = answers > 0 ? words.answers({ ...facts, vendor }) : words.news(facts)
  const parts = [...requests].map(([requestId, of]) => sayRequest(requestId, of, { baseUrl, locale }))
  return { subject, body: `${words.hello({ vendor })}\n\n${parts.join('\n\n')}\n` }
}
