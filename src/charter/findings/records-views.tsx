import { formatDay } from '../../lib/ui/format.ts'
import { Thing, Things } from '../../lib/ui/lists.tsx'
import { type Button, PostButton, Section } from '../../lib/ui/parts.tsx'
import { useReader } from '../../lib/ui/reader.ts'
import { Day } from '../../lib/ui/time.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import type { Line } from './queries.ts'
import { findingWords } from './words.ts'

const t = textsOf('charter', 'findingsPage')

/** What a part of a page shows. */
type Shown = Parameters<typeof Button>[0]['children']

export function Waivers({ line, forms }: { line: Line; forms: Shown }) {
  const { waivers, mayKeep } = line
  const reader = useReader()
  const words = findingWords(reader.locale).records
  return (
    <Section title={words.waivers}>
      {waivers.length === 0 && <p class="soft">{words.neverWaived}</p>}
      {waivers.length > 0 && (
        <Things label={words.waivers}>
          {waivers.map((one) => (
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
                  <PostButton action={`/charter/waivers/${one.id}/end`} kind="quiet" label={t.endIt({ reason: one.reason })}>
                    {t.endIt2}
                  </PostButton>
                )
              }
            />
          ))}
        </Things>
      )}
      {mayKeep && forms}
    </Section>
  )
}

export function Links({ line, mine, form }: { line: Line; mine: number | null; form: Shown }) {
  const words = findingWords(useReader().locale).records
  // A heading with nothing below it tells a visitor nothing.
  if (line.attestations.length === 0 && !form) return null
  return (
    <Section title={words.elsewhere}>
      {line.attestations.length > 0 && (
        <Things label={words.links}>
          {line.attestations.map((one) => (
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
                  <PostButton action={`/charter/links/${one.id}/remove`} kind="quiet" label={t.remove({ title: one.title })}>
                    {t.remove2}
                  </PostButton>
                )
              }
            />
          ))}
        </Things>
      )}
      {form}
    </Section>
  )
}
