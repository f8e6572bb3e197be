import { Thing, Things } from '../../../lib/ui/lists.tsx'
import { Section, State } from '../../../lib/ui/parts.tsx'
import { Time } from '../../../lib/ui/time.tsx'
import type { listRosterImports } from './queries.ts'

/** The sheets that were applied to a roster before. */
export const RosterImports = ({ group, imports }: { group: { slug: string }; imports: Awaited<ReturnType<typeof listRosterImports>> }) =>
  imports.length === 0 ? null : (
    <Section title="Brought in before">
      <Things label="Files that were brought in">
        {imports.map(({ id, filename, by, appliedAt, undoneAt }) => (
          <Thing
            title={<span class="break">{filename}</span>}
            href={`/roster/${group.slug}/import/${id}`}
            meta={
              <>
                {by ?? 'The command line'}
                {appliedAt && (
                  <>
                    , <Time at={appliedAt} />
                  </>
                )}
              </>
            }
            act={<State mood={undoneAt ? undefined : 'good'}>{undoneAt ? 'Taken back' : 'Done'}</State>}
          />
        ))}
      </Things>
    </Section>
  )
