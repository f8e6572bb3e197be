import { Thing, Things } from '../lists.tsx'
import { Empty } from '../parts.tsx'
import { Time } from '../time.tsx'
import { textsOf } from '../words.ts'
import { describeAction, describeDetails, type Verbs } from './words.ts'

const t = textsOf('lib', 'view')

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
export const doors = { web: '', mail: 'by mail', api: 'by a program', cli: 'on the command line', job: '' }

/** What happened to a thing, newest first, in plain words: who, what, when, by which door, and for whom an administrator acted. */
export function History({ lines, verbs, label = 'History' }: { lines: HistoryLine[]; verbs: Verbs; label?: string }) {
  if (lines.length === 0) return <Empty title={t.nothingIsRecordedYet} />
  return (
    <Things label={label}>
      {lines.map((line) => {
        const facts = describeDetails(line.details)
        return (
          <Thing
            title={`${line.name ?? 'Rapport'} ${describeAction(verbs, line.action)}`}
            meta={
              <>
                <Time at={line.at} />
                {line.behind && ` · ${line.behind} acted for them`}
                {doors[line.via] && ` · ${doors[line.via]}`}
                {facts && ` · ${facts}`}
              </>
            }
          />
        )
      })}
    </Things>
  )
}
