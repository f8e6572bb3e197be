import { describeAction, describeDetails, type Verbs } from './history-words.ts'
import { Thing, Things } from './lists.tsx'
import { Empty } from './parts.tsx'
import { Time } from './time.tsx'
import { textsOf } from './words.ts'

const t = textsOf('lib', 'history')

/** A line of the journal as it is shown. */
export interface HistoryLine {
  at: Date
  via: 'web' | 'mail' | 'api' | 'cli' | 'job'
  action: string
  details: unknown
  /** Who did it; null for the program. */
  name: string | null
  /** The administrator who acted as that person. */
  behind: string | null
}

/** By which door somebody came to do a thing; the web says nothing of itself. */
export const sayDoor = (door: HistoryLine['via']): string => (door === 'web' || door === 'job' ? '' : t.doors[door])

/** What happened to a thing, newest first, in the reader’s language: who, what, when, by which door, and for whom an administrator acted. */
export function History({ lines, verbs, label = t.label }: { lines: HistoryLine[]; verbs: Verbs; label?: string }) {
  if (lines.length === 0) return <Empty title={t.nothingYet} />
  return (
    <Things label={label}>
      {lines.map((line) => {
        const facts = describeDetails(line.details)
        return (
          <Thing
            title={describeAction(verbs, line.action, line.name ?? 'Rapport')}
            meta={
              <>
                <Time at={line.at} />
                {line.behind && ` · ${t.behind({ behind: line.behind })}`}
                {sayDoor(line.via) && ` · ${sayDoor(line.via)}`}
                {facts && ` · ${facts}`}
              </>
            }
          />
        )
      })}
    </Things>
  )
}
