import { formatDay } from '../../lib/ui/format.ts'
import { Thing, Things } from '../../lib/ui/lists.tsx'
import { type Button, PostButton, Section } from '../../lib/ui/parts.tsx'
import { useReader } from '../../lib/ui/reader.ts'
import { Day } from '../../lib/ui/time.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import type { Line } from './queries.ts'

const t = textsOf('charter', 'findingsPage')
const words = textsOf('charter', 'findings').records

/** What a part of a page shows. */
type Shown = Parameters<typeof Button>[0]['children']

/** When a line of a charter was waived, and why. */
export function Waivers({ line, forms }: { line: Line; forms: Shown }) {
  const { waivers, mayKeep } = line
  const reader = useReader()
  return (
    <Section title={words.waivers}>
      {waivers.length === 0 && <p class="soft">{words.neverWaived}</p>}
      <Things label={words.waivers} of={waivers} none={null}>
        {(one) => (
          <Thing
            title={one.reason}
            meta={
              <>
                <Day on={one.fromOn} /> {words.to({ day: formatDay(reader, one.endedOn ?? one.toOn) })}
                {one.endedOn && ` · ${words.endedEarly}`}
                {one.decisionNumber !== null && (
                  <>
                    {' '}
                    · <a href={`/decisions/${one.decisionId}`}>D-{one.decisionNumber}</a>
                  </>
                )}
              </>
            }
            act={
              mayKeep &&
              one.endedOn === undefined && (
                <PostButton
                  action={`/charter/waivers/${one.id}/end`}
                  kind="quiet"
                  label={t.endIt({ reason: one.reason })}
                  text={t.endIt2}
                />
              )
            }
          />
        )}
      </Things>
      {mayKeep && forms}
    </Section>
  )
}

/** The records that people pointed to as evidence of a line. */
export function Links({ line, mine, form }: { line: Line; mine: number | null; form: Shown }) {
  // A heading with nothing below it tells a visitor nothing.
  if (line.attestations.length === 0 && !form) return null
  return (
    <Section title={words.elsewhere}>
      <Things label={words.links} of={line.attestations} none={null}>
        {(one) => (
          <Thing
            title={one.title}
            href={one.link}
            meta={
              <>
                <Day on={one.onDay} />
                {one.by && ` · ${words.recordedBy({ name: one.by })}`}
              </>
            }
            act={
              (line.mayKeep || (mine !== null && one.madeBy === mine)) && (
                <PostButton
                  action={`/charter/links/${one.id}/remove`}
                  kind="quiet"
                  label={t.remove({ title: one.title })}
                  text={t.remove2}
                />
              )
            }
          />
        )}
      </Things>
      {form}
    </Section>
  )
}
