import type { RequestStage } from '../lib/db/schema.ts'
import { reasonsInWords } from '../lib/similar/why.ts'
import { Thing, Things } from '../lib/ui/lists.tsx'
import { type Button, type Mood, State } from '../lib/ui/parts.tsx'
import { Time } from '../lib/ui/time.tsx'
import { textsOf } from '../lib/ui/words.ts'
import { usePageWords } from './page-words.ts'
import type { ListedRequest } from './queries.ts'
import type { SimilarRequest } from './similar/queries.ts'

const t = textsOf('requests', 'parts')

export const requestPath = (id: number): string => `/requests/${id}`
export const casePath = (id: number): string => `/cases/${id}`

const moods: Partial<Record<RequestStage, Mood>> = { accepted: 'good', delivered: 'wait', submitted: 'wait' }

/** Where a request stands, in a word. */
export const Stage = ({ stage }: { stage: RequestStage }) => <State mood={moods[stage]}>{usePageWords().stages[stage]}</State>

/** Requests that look like a text, each with the reasons; a person decides. */
export function SimilarList({ similar, acts }: { similar: SimilarRequest[]; acts?: (request: SimilarRequest) => unknown }) {
  if (similar.length === 0) return <p class="meta">{t.noSimilarRequestsYet}</p>
  return (
    <Things label={t.similarRequests}>
      {similar.map((request) => (
        <Thing
          title={`${request.id} ${request.title}`}
          href={requestPath(request.id)}
          meta={t.alike({
            stage: <Stage stage={request.stage} />,
            percent: Math.round(request.likeness * 100),
            reasons: reasonsInWords(request.why),
          })}
        >
          {acts && <div class="under">{acts(request) as never}</div>}
        </Thing>
      ))}
    </Things>
  )
}

/** One line about a request in a list. */
export function RequestThing({ request, showSupport }: { request: ListedRequest; showSupport: boolean }) {
  const words = usePageWords()
  return (
    <Thing
      title={request.title}
      href={requestPath(request.id)}
      meta={
        <>
          {words.kinds[request.kind]} {request.id}
          {request.severity && ` · ${words.severities[request.severity]}`}
          {request.area && ` · ${request.area}`}
          {request.cases > 0 && ` · ${words.caseCount({ n: request.cases })}`}
          {showSupport && request.supporters > 0 && ` · ${words.institutions({ n: request.supporters })}`}
          {showSupport && request.musts > 0 && ` (${words.musts({ n: request.musts })})`} ·{' '}
          {words.since({ time: <Time at={request.createdAt} style="short" /> })}
        </>
      }
      act={<Stage stage={request.stage} />}
    />
  )
}

/** What a part of a page shows. */
type Shows = Parameters<typeof Button>[0]['children']

/** For those who collate, what is ticked becomes a request; to others it is a list. */
export const Chosen = ({ collates, children }: { collates: boolean; children?: Shows }) =>
  collates ? (
    <form method="get" action="/requests/new" class="stack">
      {children}
    </form>
  ) : (
    <div class="stack">{children}</div>
  )
