import { WithAlike } from '../lib/ui/alike.tsx'
import { Check, Field, Form, Hidden } from '../lib/ui/form.tsx'
import { dotted } from '../lib/ui/lists.tsx'
import { Cancel, Heading, Submit } from '../lib/ui/parts.tsx'
import { unlessAlone } from '../lib/ui/reader.ts'
import { textsOf } from '../lib/ui/words.ts'
import type { Request, RequestGroup } from './core/queries.ts'
import { RequestFields, RequestTitle } from './forms.tsx'
import { GroupTabs, inGroup } from './group-choice.tsx'
import { requestPath } from './parts.tsx'
import type { SimilarRequest } from './similar-queries.ts'
import { alikeThings } from './similar-rules.ts'
import type { Choices } from './views.tsx'

const t = textsOf('requests', 'views')

/** What the form holds of a request. */
const valuesOf = ({ kind, title, text, areaId, topicId, visibility, severity, versions, reproduction, workaround }: Request) => ({
  ...{ kind, title, text, visibility, versions, reproduction, workaround },
  areaId: areaId?.toString(),
  topicId: topicId?.toString(),
  severity: severity ?? undefined,
})

/** The form for a new request, or for changing one; similar ones appear while one types. */
export function RequestFormPage(props: {
  group: RequestGroup
  choices: Choices
  request?: Request
  numbers?: string[]
  /** What was said of it while the group alone reads it. */
  comments?: number
  cases?: { id: number; title: string }[]
  /** What was typed before they looked at similar ones, or what a new one begins with. */
  values?: Record<string, string>
  similar?: SimilarRequest[]
}) {
  const { group, choices, request, numbers = [], comments = 0, cases = [], values = {}, similar } = props
  const filled: Record<string, string | undefined> = request ? { ...valuesOf(request), numbers: numbers.join('\n') } : values
  return (
    <>
      <Heading
        title={request ? t.changeRequest({ id: request.id }) : t.newRequest}
        meta={
          request &&
          dotted([
            unlessAlone(group.name),
            <a href={requestPath(request.id)}>{request.title}</a>,
            <a href={`/history/request:${request.id}`}>{t.history}</a>,
          ])
        }
        lead={request ? t.historyKeepsEarlierText : undefined}
      >
        {!request && <GroupTabs group={group} path="/requests/new" />}
      </Heading>
      <Form keeps={request !== undefined} action={request ? requestPath(request.id) : inGroup(group, '/requests')} values={values}>
        {cases.map(({ id, title }) => (
          <p>
            <Hidden name="cases" value={String(id)} />
            {t.userCase({ link: <a href={`/cases/${id}`}>{title}</a> })}
          </p>
        ))}
        {request && <Hidden name="seen" value={String(request.version)} />}
        <WithAlike group={group.id} of={request?.id} first={<RequestTitle values={filled} />} things={similar && alikeThings(similar)} look>
          <RequestFields areas={choices.areas} topics={choices.topics} values={filled} />
          {comments > 0 && (
            <Check
              name="keepComments"
              label={t.keepComments({ count: comments })}
              hint={t.keepCommentsHint}
              checked={similar === undefined || values.keepComments !== undefined}
            />
          )}
          {request && <Field name="note" label={t.reasonForTheChange} optional />}
        </WithAlike>
        <Submit
          kind="primary"
          beside={<Cancel href={request ? requestPath(request.id) : '/requests'} />}
          text={t.createRequest({ hasRequest: Boolean(request) })}
        />
      </Form>
    </>
  )
}
