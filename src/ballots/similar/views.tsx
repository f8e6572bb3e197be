import { reasonsInWords } from '../../lib/similar/why.ts'
import { plural } from '../../lib/ui/format.ts'
import { NumberedPager, Thing, Things } from '../../lib/ui/lists.tsx'
import { Empty, Heading, PostButton, Section } from '../../lib/ui/parts.tsx'
import type { SimilarRequest } from '../../requests/similar/queries.ts'
import type { Cycle } from '../cycles/queries.ts'
import type { Compared, Pair } from './queries.ts'
import { whyOf } from './rules.ts'

const percent = (likeness: number): string => `${Math.round(likeness * 100)} %`

/** Wishes of a cycle that look alike, side by side: merged by a person, or said to be different. */
export function AlikePage(props: { cycle: Cycle; pairs: Pair[]; settled: number; page: number; pages: number; total: number }) {
  const { cycle, pairs, settled, page, pages, total } = props
  const path = `/cycles/${cycle.id}/alike`
  return (
    <>
      <Heading
        title="Alike"
        meta={
          <>
            <a href={`/cycles/${cycle.id}`}>{cycle.title}</a> · <a href={`/cycles/${cycle.id}/triage`}>Triage</a>
          </>
        }
        lead="Votes are split where two wishes ask for the same. The program says which look alike, and why; you decide."
      />
      {total === 0 ? (
        <Empty title="No two wishes look alike.">{settled > 0 && said(settled)}</Empty>
      ) : (
        <p class="meta">
          {plural('en', total, { one: '# pair', other: '# pairs' })} to look at{settled > 0 && `; ${said(settled)}`}
        </p>
      )}
      {pairs.map((pair) => (
        <section class="stack" aria-label={`${pair.one.title} and ${pair.other.title}`}>
          <div class="columns">
            <Half wish={pair.one} />
            <Half wish={pair.other} />
          </div>
          <p class="meta">
            {percent(pair.likeness)} alike: {whyOf(pair)}
          </p>
          {!cycle.frozen && <Acts pair={pair} back={path} />}
        </section>
      ))}
      <NumberedPager current={page} count={pages} hrefFor={(to) => `${path}?page=${to}`} />
    </>
  )
}

const said = (settled: number) =>
  plural('en', settled, { one: '# pair was said to be different', other: '# pairs were said to be different' })

const Half = ({ wish }: { wish: Compared }) => (
  <div class="stack">
    <h2 class="h3">
      <a href={`/wishes/${wish.id}`}>{wish.title}</a>
    </h2>
    <p class="meta">{[wish.area, wish.organisation].filter(Boolean).join(' · ')}</p>
    <p class="snippet" dir="auto">
      {wish.text.length > 400 ? `${wish.text.slice(0, 400)}…` : wish.text}
    </p>
  </div>
)

/** The later one goes into the earlier one, as who came first was asked first; the other way round is on the wish's own page. */
const Acts = ({ pair: { one, other }, back }: { pair: Pair; back: string }) => (
  <div class="row">
    <PostButton
      action={`/wishes/${other.id}/decide`}
      fields={{ to: 'merge', into: String(one.id), note: `Both ask for the same: “${one.title}”.`, back }}
      label={`Merge into the first: “${other.title}” into “${one.title}”`}
    >
      Merge into the first
    </PostButton>
    <PostButton
      kind="quiet"
      action={`/wishes/${one.id}/unlike`}
      fields={{ other: String(other.id), back }}
      label={`They are different: “${one.title}” and “${other.title}”`}
    >
      They are different
    </PostButton>
  </div>
)

/** What a wish looks like: other wishes of the cycle, and requests that it may be about. */
export function Likes({ wishId, pairs, requests }: { wishId: number; pairs: Pair[]; requests: SimilarRequest[] }) {
  if (pairs.length === 0 && requests.length === 0) return null
  const path = `/wishes/${wishId}`
  return (
    <Section title="Looks like" aside="You decide">
      <Things label="What it looks like">
        {pairs.map((pair) => {
          const other = pair.one.id === wishId ? pair.other : pair.one
          return (
            <Thing
              title={other.title}
              href={`/wishes/${other.id}`}
              meta={`Wish, ${percent(pair.likeness)} alike: ${whyOf(pair)}`}
              act={
                <PostButton
                  kind="quiet"
                  action={`${path}/unlike`}
                  fields={{ other: String(other.id) }}
                  label={`It is different: “${other.title}”`}
                >
                  It is different
                </PostButton>
              }
            />
          )
        })}
        {requests.map((request) => (
          <Thing
            title={`Request ${request.id}, ${request.title}`}
            href={`/requests/${request.id}`}
            meta={`${percent(request.likeness)} alike: ${reasonsInWords(request.why)}`}
            act={
              <PostButton
                kind="quiet"
                action={`${path}/request`}
                fields={{ requestId: String(request.id) }}
                label={`It is about this: request ${request.id}`}
              >
                It is about this
              </PostButton>
            }
          />
        ))}
      </Things>
    </Section>
  )
}
