import { useReader } from '../lib/ui/reader.ts'
import type { Outcome } from '../offers.ts'
import { archiveWords } from './page-words.ts'

/** The user cases of a message that the reader may open. */
const casesOf = (outcomes: Outcome[]) => [...new Map(outcomes.filter(({ mayOpen }) => mayOpen).map((one) => [one.caseId, one])).values()]

/**
 * Below a message: what became of it.
 * @param told below which message of its thread each request is told of first: further down, where it stands is not said again
 */
export function Outcomes({ outcomes, told }: { outcomes: Outcome[]; told?: ReadonlyMap<number, number> }) {
  const words = archiveWords(useReader().locale)
  const cases = casesOf(outcomes)
  const requests = [...new Map(outcomes.filter(({ requestId }) => requestId !== null).map((one) => [one.requestId, one])).values()]
  if (cases.length + requests.length === 0) return null
  return (
    <div class="row meta outcomes">
      {cases.map((one) => (
        <span>
          {words.userCase} <a href={`/cases/${one.caseId}`}>{one.caseTitle}</a>
        </span>
      ))}
      {requests.map((one) => (
        <span>
          {words.request({ id: one.requestId ?? 0 })} <a href={`/requests/${one.requestId}`}>{one.requestTitle}</a>
          {/* What the vendor said of it tells more than its status. */}
          {(told?.get(one.requestId ?? 0) ?? one.messageId) === one.messageId &&
            (one.said ? <>. {one.said}</> : one.stage && `, ${words.stages[one.stage]}`)}
        </span>
      ))}
    </div>
  )
}

interface CapturesProps {
  outcomes: Outcome[]
  messageId: number
  from: string
}

/** Behind the answer to a message, for who may collect it: the user case that can be made of it, until one is. */
export function Captures({ outcomes, messageId, from }: CapturesProps) {
  const words = archiveWords(useReader().locale)
  if (casesOf(outcomes).length > 0) return null
  return (
    <a href={`/cases/capture?message=${messageId}`} aria-label={words.captureOf({ name: from })}>
      {words.capture}
    </a>
  )
}

/** What else can be made of it, of what the site uses. */
export function MoreCaptures({ outcomes, messageId, from }: CapturesProps) {
  const { locale, unused = [] } = useReader()
  const words = archiveWords(locale)
  if (casesOf(outcomes).length > 0) return null
  return (
    <>
      {!unused.includes('stories') && (
        <a href={`/stories/new?message=${messageId}`} aria-label={words.storyOf({ name: from })}>
          {words.story}
        </a>
      )}
      {!unused.includes('show-and-tell') && (
        <a href={`/show-and-tell/propose?message=${messageId}`} aria-label={words.talkOf({ name: from })}>
          {words.talk}
        </a>
      )}
    </>
  )
}
