import { renderMarkdown } from '../../lib/ui/markdown.ts'
import { Button, Empty, Facts, Titled } from '../../lib/ui/parts.tsx'
import { Time } from '../../lib/ui/time.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import type { listCasesOf } from '../cases/queries.ts'
import type { getCollatedRequest } from '../core/queries.ts'
import { requestPath, Stage } from '../parts.tsx'
import type { listSupporters } from '../support/queries.ts'
import { strengthNames } from '../support/rules.ts'

const t = textsOf('requests', 'board')
const pageWords = textsOf('requests', 'pages')

/** Requests side by side, each with what is behind it. */
export function ComparePage(props: {
  compared: {
    request: Awaited<ReturnType<typeof getCollatedRequest>>
    cases: Awaited<ReturnType<typeof listCasesOf>>
    supporters: Awaited<ReturnType<typeof listSupporters>>
  }[]
}) {
  const { compared } = props
  return (
    <Titled title={t.compareRequests} meta={<a href="/requests/board">{t.board}</a>}>
      {compared.length < 2 && <Empty title={t.tickAtLeastTwoRequestsOn} />}
      <div class="side-by-side">
        {compared.map(({ request, cases, supporters }) => (
          <section class="stack">
            <h2 class="h3">
              <a href={requestPath(request.id)}>
                {request.id} {request.title}
              </a>
            </h2>
            <Facts
              items={[
                { term: t.groupingNames.stage, value: <Stage stage={request.stage} /> },
                { term: t.groupingNames.area, value: request.area },
                { term: t.groupingNames.topic, value: request.topic },
                { term: t.since, value: <Time at={request.createdAt} style="date" /> },
                { term: t.userCases, value: cases.length },
                { term: t.institutions, value: supporters.filter(({ strength }) => strength !== 'not_for_us').length },
              ]}
            />
            <div class="prose">{renderMarkdown(request.text || `*${pageWords.record.noText}*`)}</div>
            {cases.length > 0 && (
              <ul class="links">
                {cases.map((one) => (
                  <li>
                    <a href={`/cases/${one.id}`}>{one.title}</a> <span class="meta">{one.organisation}</span>
                  </li>
                ))}
              </ul>
            )}
            {supporters.length > 0 && (
              <ul class="links">
                {supporters.map((one) => (
                  <li>
                    {one.organisation} <span class="meta">{strengthNames[one.strength]}</span>
                  </li>
                ))}
              </ul>
            )}
            {compared.length > 1 && (
              <div class="row">
                {compared
                  .filter((other) => other.request.id !== request.id)
                  .map((other) => (
                    <Button
                      href={`${requestPath(request.id)}/merge?into=${other.request.id}`}
                      text={t.mergeIntoRequest({ id: other.request.id })}
                    />
                  ))}
              </div>
            )}
          </section>
        ))}
      </div>
    </Titled>
  )
}
