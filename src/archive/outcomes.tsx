import { Button } from '../lib/ui/parts.tsx'
import { useReader } from '../lib/ui/reader.ts'
import type { Outcome } from '../offers.ts'
import { archiveWords } from './page-words.ts'

/** Below a message: what became of it, and, for who may collect it, the button that makes a user case of it. */
export function Outcomes(props: { outcomes: Outcome[]; messageId: number; from: string; mayCapture: boolean }) {
  const { outcomes, messageId, from, mayCapture } = props
  const words = archiveWords(useReader().locale)
  const cases = [...new Map(outcomes.filter(({ mayOpen }) => mayOpen).map((one) => [one.caseId, one])).values()]
  const requests = [...new Map(outcomes.filter(({ requestId }) => requestId !== null).map((one) => [one.requestId, one])).values()]
  if (cases.length + requests.length === 0 && !mayCapture) return null
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
          {one.stage && `, ${words.stages[one.stage]}`}
          {one.said && <>. {one.said}</>}
        </span>
      ))}
      {mayCapture && cases.length === 0 && (
        <>
          <Button kind="quiet" href={`/cases/capture?message=${messageId}`} label={words.captureOf({ name: from })}>
            {words.capture}
          </Button>
          <Button kind="quiet" href={`/stories/new?message=${messageId}`} label={words.storyOf({ name: from })}>
            {words.story}
          </Button>
          <Button kind="quiet" href={`/show-and-tell/propose?message=${messageId}`} label={words.talkOf({ name: from })}>
            {words.talk}
          </Button>
        </>
      )}
    </div>
  )
}
