import type { AnswerClass, CommitmentState, DeliveryVerdict, TellingKind, Visibility } from '../../lib/db/schema.ts'
import type { Locale } from '../../lib/ui/format.ts'
import { classNames } from '../answers/rules.ts'
import { verdictNames } from '../commitments/rules.ts'
import { tellingWords } from './words.ts'

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
  verdict: DeliveryVerdict | null
}

/** What an event says, in one English sentence or two: for the group's pages and its post to a list. */
export function sayEvent(event: Event): string {
  const { kind, answerClass, reason, releaseName, points, year, verdict } = event
  if (kind === 'answer' && answerClass) {
    const release = releaseName && answerClass === 'planned' ? ` for ${releaseName}` : ''
    return `${classNames[answerClass]}${release}. ${reason ?? ''}`.trim()
  }
  if (kind === 'commitment') return `The vendor is committed to it: ${points === 1 ? '1 point' : `${points} points`} of ${year}.`
  if (kind === 'dropped') return `The vendor has dropped its commitment. ${reason ?? ''}`.trim()
  if (kind === 'delivery') return `${releaseName} is said to deliver it; the group checks that now.`
  if (verdict === 'full') return `Delivered with ${releaseName}, tried and accepted.`
  return `Tried with ${releaseName}: ${verdict ? verdictNames[verdict].toLowerCase() : ''}. The rest is open again.`
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

/** The draft of a post that tells a list what a batch says; a person looks at it and sends it. */
export function draftPost(events: Event[], vendor: string, baseUrl: string): { subject: string; body: string } {
  const requests = Map.groupBy(events, ({ requestId }) => requestId)
  const answers = events.filter(({ kind }) => kind === 'answer').length
  const subject =
    answers > 0
      ? `What ${vendor} answered to ${requests.size === 1 ? `“${events[0]?.title}”` : `${requests.size} requests`}`
      : `News of ${requests.size === 1 ? `“${events[0]?.title}”` : `${requests.size} requests`}`
  const parts = [...requests].map(
    ([requestId, of]) =>
      `#${requestId} ${of[0]?.title}\n${of.map((event) => `  ${sayEvent(event)}`).join('\n')}\n  ${baseUrl}/requests/${requestId}`,
  )
  return { subject, body: `Dear all,\n\nthis is what became of what we took to ${vendor}.\n\n${parts.join('\n\n')}\n` }
}
