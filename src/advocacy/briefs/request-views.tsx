// The requests of a brief: which are in it, and the page of each.
import type { RequestStage } from '../../lib/db/schema.ts'
import { Choices, Field, Form, TextArea } from '../../lib/ui/form.tsx'
import { Cancel, Empty, PostButton, Submit, Titled } from '../../lib/ui/parts.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { stageNames } from '../../requests/rules.ts'
import { type listCasesOf, mayQuote } from './compose-queries.ts'
import type { Brief, listChoices } from './queries.ts'

const t = textsOf('advocacy', 'briefs')

interface AddProps {
  brief: Brief
  choices: Awaited<ReturnType<typeof listChoices>>
  search: string
  /** What was ticked before somebody looked for more. */
  chosen?: { id: number; title: string }[]
}

/** Requests to choose from: what is ticked stays so while one looks for more, so that several come in one go. */
export function AddPage({ brief, choices, search, chosen = [] }: AddProps) {
  const there = new Set(brief.requests.map(({ requestId }) => requestId))
  const ticked = chosen.filter(({ id }) => !there.has(id))
  const picked = new Set(ticked.map(({ id }) => id))
  const open = choices.filter(({ id }) => !there.has(id) && !picked.has(id))
  return (
    <Titled title={t.addRequests} meta={<a href={`/briefs/${brief.id}`}>{brief.title}</a>}>
      <Form action={`/briefs/${brief.id}/requests`} values={{ q: search, requestId: [...picked].map(String) }}>
        <Field name="q" type="search" label={t.wordsOrNumber} optional />
        <div class="row">
          <button type="submit" class="button" formaction={`/briefs/${brief.id}/add`} formmethod="get">
            {t.find}
          </button>
        </div>
        {open.length === 0 && <Empty title={t.noOtherRequestsMatch}>{t.cantAddRequestsMergedSet}</Empty>}
        {open.length + ticked.length > 0 && (
          <>
            <Choices
              name="requestId"
              label={t.requests}
              many
              options={[
                ...ticked.map(({ id, title }) => ({ value: String(id), label: `#${id} ${title}` })),
                ...open.map((one) => ({
                  value: String(one.id),
                  label: `#${one.id} ${one.title}`,
                  hint: [
                    t.counts.institutions({ n: one.institutions }),
                    t.counts.cases({ n: one.cases }),
                    stageNames[one.stage as RequestStage],
                  ].join(' · '),
                })),
              ]}
            />
            <Submit kind="primary">{t.addRequests}</Submit>
          </>
        )}
      </Form>
    </Titled>
  )
}

const consentWords: Record<string, string> = t.consentWords

/** One page of a brief: what we ask, the evidence, who is quoted. */
export function RequestPage(props: { brief: Brief; request: Brief['requests'][number]; cases: Awaited<ReturnType<typeof listCasesOf>> }) {
  const { brief, request, cases } = props
  const quoted = brief.quotes.filter(({ requestId }) => requestId === request.requestId).map(({ caseId }) => String(caseId))
  const place = brief.requests.findIndex(({ requestId }) => requestId === request.requestId) + 1
  return (
    <Titled
      title={`#${request.requestId} ${request.title}`}
      meta={<a href={`/briefs/${brief.id}`}>{brief.title}</a>}
      lead={<a href={`/requests/${request.requestId}`}>{t.viewRequest}</a>}
      actions={<PostButton kind="quiet" action={`/briefs/${brief.id}/requests/${request.requestId}/remove`} text={t.removeRequest} />}
    >
      <Form
        keeps
        action={`/briefs/${brief.id}/requests/${request.requestId}`}
        values={{ ask: request.ask, evidence: request.evidence, position: String(place), caseIds: quoted }}
      >
        <TextArea name="ask" label={t.whatWeAsk} hint={t.oneOrTwoSentencesThatCan} rows={4} />
        <TextArea name="evidence" label={t.evidence} optional hint={t.numbersVotesWhatWasTriedLinks} rows={5} />
        {cases.length > 0 && (
          <Choices
            name="caseIds"
            label={t.userCasesToQuote}
            many
            options={cases.map((one) => ({
              value: String(one.id),
              label: `${one.author ?? (one.authorName || t.someone)}${one.institution ? `, ${one.institution}` : ''}: ${one.title}`,
              hint: mayQuote(one.consent) ? (one.excerpt ?? one.problem).slice(0, 220) : consentWords[one.consent],
              disabled: !mayQuote(one.consent),
            }))}
          />
        )}
        <Field name="position" label={t.page} type="number" min={1} max={brief.requests.length} short inputmode="numeric" />
        <Submit kind="primary" beside={<Cancel href={`/briefs/${brief.id}`}>{t.back}</Cancel>} text={t.save} />
      </Form>
    </Titled>
  )
}
