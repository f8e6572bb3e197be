// The requests of a brief: which are in it, and the page of each.
import type { RequestStage } from '../../lib/db/schema.ts'
import { Choices, Field, Filters, Form, TextArea } from '../../lib/ui/form.tsx'
import { Cancel, Empty, PostButton, Submit, Titled } from '../../lib/ui/parts.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { stageNames } from '../../requests/rules.ts'
import { type listCasesOf, mayQuote } from './compose-queries.ts'
import type { Brief, listChoices } from './queries.ts'

const t = textsOf('advocacy', 'briefs')

/** Requests to choose from. */
export function AddPage({ brief, choices, search }: { brief: Brief; choices: Awaited<ReturnType<typeof listChoices>>; search: string }) {
  const there = new Set(brief.requests.map(({ requestId }) => requestId))
  const open = choices.filter(({ id }) => !there.has(id))
  return (
    <Titled title={t.addRequests} meta={<a href={`/briefs/${brief.id}`}>{brief.title}</a>}>
      <Filters action={`/briefs/${brief.id}/add`} label={t.findRequests} values={{ q: search }} submit={t.find}>
        <Field name="q" type="search" label={t.wordsOrNumber} optional />
      </Filters>
      {open.length === 0 ? (
        <Empty title={t.noOtherRequestsMatch}>{t.cantAddRequestsMergedSet}</Empty>
      ) : (
        <Form action={`/briefs/${brief.id}/requests`}>
          <Choices
            name="requestId"
            label={t.requests}
            many
            options={open.map((one) => ({
              value: String(one.id),
              label: `#${one.id} ${one.title}`,
              hint: [
                t.counts.institutions({ n: one.institutions }),
                t.counts.cases({ n: one.cases }),
                stageNames[one.stage as RequestStage],
              ].join(' · '),
            }))}
          />
          <Submit kind="primary">{t.addRequests}</Submit>
        </Form>
      )}
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
        <TextArea name="ask" label={t.whatWeAsk} optional hint={t.oneOrTwoSentencesThatCan} rows={4} />
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
