import { Difference } from '../../lib/ui/difference.tsx'
import { Empty, Section, Titled } from '../../lib/ui/parts.tsx'
import { Time } from '../../lib/ui/time.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import type { listVersions, Request } from '../core/queries.ts'
import { requestPath } from '../parts.tsx'

const pageWords = textsOf('requests', 'pages')

type Version = Awaited<ReturnType<typeof listVersions>>[number]

type HistoryWords = (typeof pageWords)['history']

/** The other facts that a version changed, in words. */
function changedFacts(words: HistoryWords, version: Version, before: Version | undefined): { name: string; from: string; to: string }[] {
  if (!before) return []
  const [now, then] = [version.fields as Record<string, unknown>, before.fields as Record<string, unknown>]
  return Object.entries(words.fields).flatMap(([key, name]) => {
    const [from, to] = [String(then[key] ?? ''), String(now[key] ?? '')]
    return from === to ? [] : [{ name, from, to }]
  })
}

/** The versions of a request's text, each against the one before. */
export function HistoryPage({ request, versions }: { request: Request; versions: Version[] }) {
  const { history: words, record } = pageWords
  return (
    <Titled
      title={record.history}
      meta={<a href={requestPath(request.id)}>{words.request({ n: request.id, title: request.title })}</a>}
      lead={words.lead}
    >
      {versions.length === 0 && <Empty title={words.none} />}
      {versions.map((version, at) => {
        const before = versions[at + 1]
        return (
          <Section
            title={words.version({ n: version.number })}
            id={`v${version.number}`}
            aside={
              <>
                {version.changer ?? words.program}, <Time at={version.changedAt} />
              </>
            }
          >
            {version.note && <p>{version.note}</p>}
            <Difference title before={before?.title ?? version.title} after={version.title} />
            <div class="prose">
              <Difference before={before?.text ?? version.text} after={version.text} />
            </div>
            {changedFacts(words, version, before).map(({ name, from, to }) => (
              <div>
                <span class="meta">{name}</span>
                <Difference before={from} after={to} />
              </div>
            ))}
          </Section>
        )
      })}
    </Titled>
  )
}
