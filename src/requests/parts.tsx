import type { RequestStage } from '../lib/db/schema.ts'
import { Share } from '../lib/ui/figures.tsx'
import { Thing } from '../lib/ui/lists.tsx'
import { type Button, PostButton, State } from '../lib/ui/parts.tsx'
import { Time } from '../lib/ui/time.tsx'
import { textsOf } from '../lib/ui/words.ts'
import type { ListedRequest } from './core/queries.ts'
import { stageMoods } from './core/rules.ts'

const words = textsOf('requests', 'pages')
const record = textsOf('requests', 'record')

/** Where a request stands. */
export const requestPath = (id: number): string => `/requests/${id}`

/** Where a user case stands. */
export const casePath = (id: number): string => `/cases/${id}`

/** Where a request stands, in a word. */
export const Stage = ({ stage }: { stage: RequestStage }) => <State mood={stageMoods[stage]}>{words.stages[stage]}</State>

/** In the place of what is said, for a visitor, who reads none of it: how to. */
export const SignInToComment = ({ next }: { next: string }) => (
  <p class="soft">{words.record.signInToComment({ link: (said) => <a href={`/sign-in?${new URLSearchParams({ next })}`}>{said}</a> })}</p>
)

/** How many institutions stand behind a request, beside a bar, whose stronger part are those that must have it; `most` is the longest. */
export const Supported = ({ supporters, musts, most }: Pick<ListedRequest, 'supporters' | 'musts'> & { most: number }) =>
  supporters > 0 ? (
    <Share whole={supporters} part={musts} of={most}>
      {words.supportedBy({ n: supporters })}
      {musts > 0 && ` (${words.musts({ n: musts })})`}
    </Share>
  ) : null

interface RequestThingProps {
  request: ListedRequest
  showSupport: boolean
  /** How many stand behind the one that has most: its bar is the longest. */
  most: number
  /** Whoever may support it from here comes back there. */
  next?: string | undefined
}

/** One line about a request in a list. */
export const RequestThing = ({ request, showSupport, most, next }: RequestThingProps) => (
  <Thing
    title={request.title}
    href={requestPath(request.id)}
    meta={
      <>
        {words.kinds[request.kind]} {request.id}
        {request.severity && ` · ${words.severities[request.severity]}`}
        {request.area && ` · ${request.area}`}
        {request.cases > 0 && ` · ${words.caseCount({ n: request.cases })}`}
        {' · '}
        {words.since({ time: <Time at={request.createdAt} style="short" /> })}
      </>
    }
    act={
      next === undefined ? (
        <Stage stage={request.stage} />
      ) : (
        <PostButton
          action={`${requestPath(request.id)}/voice`}
          fields={{ strength: 'should', next }}
          label={`${record.supportRequest({ hasOwn: false })}: ${request.title}`}
          text={record.supportRequest({ hasOwn: false })}
        />
      )
    }
  >
    {showSupport && <Supported {...request} most={most} />}
  </Thing>
)

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
