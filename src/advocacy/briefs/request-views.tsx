// The requests of a brief: which are in it, and the page of each.
import type { RequestStage } from '../../lib/db/schema.ts'
import { Choices, Field, TextArea } from '../../lib/ui/fields.tsx'
import { Filters, Form } from '../../lib/ui/form.tsx'
import type { refusedForm } from '../../lib/ui/forms.ts'
import { Button, Empty, Heading, PostButton } from '../../lib/ui/parts.tsx'
import { stageNames } from '../../requests/rules.ts'
import { count } from '../parts.tsx'
import { type Brief, type listCasesOf, type listChoices, mayQuote } from './queries.ts'

type Refused = ReturnType<typeof refusedForm>

/** Requests to choose from. */
export function AddPage({
  brief,
  choices,
  search,
  refused,
}: {
  brief: Brief
  choices: Awaited<ReturnType<typeof listChoices>>
  search: string
  refused?: Refused
}) {
  const there = new Set(brief.requests.map(({ requestId }) => requestId))
  const open = choices.filter(({ id }) => !there.has(id))
  return (
    <>
      <Heading title="Add requests" meta={<a href={`/briefs/${brief.id}`}>{brief.title}</a>} />
      <Filters action={`/briefs/${brief.id}/add`} label="Find requests" values={{ q: search }} submit="Find">
        <Field name="q" type="search" label="Words or number" optional />
      </Filters>
      {open.length === 0 ? (
        <Empty title="No other request fits.">What is merged, set aside or accepted is not offered.</Empty>
      ) : (
        <Form action={`/briefs/${brief.id}/requests`} refused={refused}>
          <Choices
            name="requestId"
            label="Requests"
            many
            options={open.map((one) => ({
              value: String(one.id),
              label: `#${one.id} ${one.title}`,
              hint: `${count(one.institutions, 'institution', 'institutions')} · ${count(one.cases, 'user case', 'user cases')} · ${stageNames[one.stage as RequestStage]}`,
            }))}
          />
          <div class="row">
            <Button kind="primary">Add</Button>
          </div>
        </Form>
      )}
    </>
  )
}

const consentWords: Record<string, string> = {
  unasked: 'The author has not been asked whether the vendor may read it.',
  asked: 'The author has been asked and has not answered yet.',
  no: 'The author does not want the vendor to read it.',
}

/** One page of a brief: what we ask, the evidence, who is quoted. */
export function RequestPage({
  brief,
  request,
  cases,
  refused,
}: {
  brief: Brief
  request: Brief['requests'][number]
  cases: Awaited<ReturnType<typeof listCasesOf>>
  refused?: Refused
}) {
  const quoted = brief.quotes.filter(({ requestId }) => requestId === request.requestId).map(({ caseId }) => String(caseId))
  const place = brief.requests.findIndex(({ requestId }) => requestId === request.requestId) + 1
  return (
    <>
      <Heading
        title={`#${request.requestId} ${request.title}`}
        meta={<a href={`/briefs/${brief.id}`}>{brief.title}</a>}
        lead={<a href={`/requests/${request.requestId}`}>The request itself</a>}
        actions={
          <PostButton kind="quiet" action={`/briefs/${brief.id}/requests/${request.requestId}/remove`}>
            Take it out
          </PostButton>
        }
      />
      <Form
        action={`/briefs/${brief.id}/requests/${request.requestId}`}
        refused={refused}
        values={{ ask: request.ask, evidence: request.evidence, position: String(place), caseIds: quoted }}
      >
        <TextArea name="ask" label="What we ask" hint="One or two sentences that can be answered. Markdown." rows={4} />
        <TextArea
          name="evidence"
          label="Evidence"
          optional
          hint="Numbers, votes, what was tried, links. Markdown; institutions and earlier answers are added by themselves."
          rows={5}
        />
        {cases.length > 0 && (
          <Choices
            name="caseIds"
            label="Quote these user cases"
            many
            options={cases.map((one) => ({
              value: String(one.id),
              label: `${one.author ?? (one.authorName || 'Somebody')}${one.institution ? `, ${one.institution}` : ''}: ${one.title}`,
              hint: mayQuote(one.consent) ? (one.excerpt ?? one.problem).slice(0, 220) : consentWords[one.consent],
              disabled: !mayQuote(one.consent),
            }))}
          />
        )}
        <Field name="position" label="Page" type="number" min={1} max={brief.requests.length} short inputmode="numeric" />
        <div class="row">
          <Button kind="primary">Save</Button>
          <Button kind="quiet" href={`/briefs/${brief.id}`}>
            Back
          </Button>
        </div>
      </Form>
    </>
  )
}
