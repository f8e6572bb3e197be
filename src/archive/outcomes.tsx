import { Button, PostButton } from '../ui/parts.tsx'

/** What a message has become: a user case, and the requests that it is part of. */
export interface OutcomeRow {
  messageId: number | null
  caseId: number
  caseTitle: string
  /** The reader may open the case itself. */
  mayOpen: boolean
  requestId: number | null
  requestTitle: string | null
  stageName: string | null
  /** The newest that the reader may hear of it from the vendor. */
  said?: string | undefined
}

/** Below a message: what became of it, and, for who may collect it, the button that makes a user case of it. */
export function Outcomes(props: { outcomes: OutcomeRow[]; messageId: number; from: string; mayCapture: boolean }) {
  const { outcomes, messageId, from, mayCapture } = props
  const cases = [...new Map(outcomes.filter(({ mayOpen }) => mayOpen).map((one) => [one.caseId, one])).values()]
  const requests = [...new Map(outcomes.filter(({ requestId }) => requestId !== null).map((one) => [one.requestId, one])).values()]
  if (cases.length + requests.length === 0 && !mayCapture) return null
  return (
    <div class="row meta outcomes">
      {cases.map((one) => (
        <span>
          User case: <a href={`/cases/${one.caseId}`}>{one.caseTitle}</a>
        </span>
      ))}
      {requests.map((one) => (
        <span>
          Request {one.requestId}: <a href={`/requests/${one.requestId}`}>{one.requestTitle}</a>, {one.stageName?.toLowerCase()}
          {one.said && <>. {one.said}</>}
        </span>
      ))}
      {mayCapture && cases.length === 0 && (
        <>
          <PostButton
            kind="quiet"
            action="/cases/capture"
            fields={{ messageId: String(messageId) }}
            label={`Make a user case of the message of ${from}`}
          >
            Make a user case
          </PostButton>
          <Button kind="quiet" href={`/stories/new?message=${messageId}`} label={`Tell the message of ${from} as a story`}>
            Tell it as a story
          </Button>
          <Button
            kind="quiet"
            href={`/show-and-tell/propose?message=${messageId}`}
            label={`Propose the message of ${from} for Show and Tell`}
          >
            Propose it for Show and Tell
          </Button>
        </>
      )}
    </div>
  )
}
