import { Difference } from '../../ui/difference.tsx'
import { Empty, Heading, Section } from '../../ui/parts.tsx'
import { Time } from '../../ui/time.tsx'
import { requestPath } from '../parts.tsx'
import type { listVersions, Request } from '../queries.ts'

type Version = Awaited<ReturnType<typeof listVersions>>[number]

const fieldNames: Record<string, string> = {
  kind: 'Kind',
  visibility: 'Readers',
  severity: 'Severity',
  versions: 'Versions',
  reproduction: 'Reproduction',
  workaround: 'Workaround',
}

/** The other facts that a version changed, in words. */
function changedFacts(version: Version, before: Version | undefined): { name: string; from: string; to: string }[] {
  if (!before) return []
  const [now, then] = [version.fields as Record<string, unknown>, before.fields as Record<string, unknown>]
  return Object.entries(fieldNames).flatMap(([key, name]) => {
    const [from, to] = [String(then[key] ?? ''), String(now[key] ?? '')]
    return from === to ? [] : [{ name, from, to }]
  })
}

/** The versions of a request's text, each against the one before. */
export function HistoryPage({ request, versions }: { request: Request; versions: Version[] }) {
  return (
    <>
      <Heading
        title="History"
        meta={
          <a href={requestPath(request.id)}>
            Request {request.id}: {request.title}
          </a>
        }
        lead="Each version against the one before: what came is underlined, what went is struck out."
      />
      {versions.length === 0 && <Empty title="It has no versions." />}
      {versions.map((version, at) => {
        const before = versions[at + 1]
        return (
          <Section
            title={`Version ${version.number}`}
            id={`v${version.number}`}
            aside={
              <>
                {version.changer ?? 'The program'}, <Time at={version.changedAt} />
              </>
            }
          >
            {version.note && <p>{version.note}</p>}
            <h3>
              <Difference before={before?.title ?? version.title} after={version.title} />
            </h3>
            <div class="prose">
              <Difference before={before?.text ?? version.text} after={version.text} />
            </div>
            {changedFacts(version, before).map(({ name, from, to }) => (
              <div>
                <span class="meta">{name}</span>
                <Difference before={from} after={to} />
              </div>
            ))}
          </Section>
        )
      })}
    </>
  )
}
