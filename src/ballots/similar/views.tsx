import { AlikeList } from '../../lib/ui/alike.tsx'
import { shorten } from '../../lib/ui/excerpt.ts'
import { Choices, Form, Hidden } from '../../lib/ui/form.tsx'
import { formatShare } from '../../lib/ui/format.ts'
import { languageNow } from '../../lib/ui/language.ts'
import { NumberedPager, Thing, Things } from '../../lib/ui/lists.tsx'
import { Button, Empty, PostButton, Section, Titled } from '../../lib/ui/parts.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import type { SimilarRequest } from '../../requests/queries.ts'
import { alikeThings } from '../../requests/rules.ts'
import type { Cycle } from '../cycles/queries.ts'
import type { Compared, Pair } from './queries.ts'
import { whyOf } from './rules.ts'

const t = textsOf('ballots', 'similar')

const percent = (likeness: number): string => formatShare(languageNow(), likeness)

/** Wishes of a cycle that look alike, side by side: merged by a person, or said to be different. */
export function AlikePage(props: { cycle: Cycle; pairs: Pair[]; settled: number; page: number; pages: number; total: number }) {
  const { cycle, pairs, settled, page, pages, total } = props
  const path = `/cycles/${cycle.id}/alike`
  return (
    <Titled
      title={t.alike}
      meta={
        <>
          <a href={`/cycles/${cycle.id}`}>{cycle.title}</a> · <a href={`/cycles/${cycle.id}/triage`}>{t.triage}</a>
        </>
      }
      lead={t.twoRequestsSameThingSplit}
    >
      {total === 0 ? (
        <Empty title={t.noSimilarRequests}>{settled > 0 && said(settled)}</Empty>
      ) : (
        <p class="meta">{[t.pairsToCheck({ total }), settled > 0 && said(settled)].filter(Boolean).join(' · ')}</p>
      )}
      {pairs.map((pair) => (
        <section class="stack" aria-label={t.and({ title: pair.one.title, other: pair.other.title })}>
          <div class="columns">
            <Half wish={pair.one} />
            <Half wish={pair.other} />
          </div>
          <p class="meta">{t.alike2({ percent: percent(pair.likeness), why: whyOf(pair) })}</p>
          {!cycle.frozen && <Acts pair={pair} back={path} />}
        </section>
      ))}
      <NumberedPager current={page} count={pages} hrefFor={(to) => `${path}?page=${to}`} />
    </Titled>
  )
}

const said = (settled: number) => t.pairsMarkedAsDifferent({ settled })

const Half = ({ wish }: { wish: Compared }) => (
  <div class="stack">
    <h2 class="h3">
      <a href={`/wishes/${wish.id}`}>{wish.title}</a>
    </h2>
    <p class="meta">{[wish.area, wish.organisation].filter(Boolean).join(' · ')}</p>
    <p class="snippet" dir="auto">
      {shorten(wish.text, 400)}
    </p>
  </div>
)

/** Which of two stays is chosen: at first the earlier one, as who came first was asked first. One that others went into goes nowhere. */
function Acts({ pair: { one, other }, back }: { pair: Pair; back: string }) {
  const [path, both] = [`/wishes/${one.id}`, { title: one.title, other: other.title }]
  const first = other.holds && !one.holds ? other : one
  return (
    <Form action={`${path}/merge`} id={`p${one.id}-${other.id}`} label={t.and(both)}>
      <Hidden name="other" value={String(other.id)} />
      <Hidden name="back" value={back} />
      {one.holds && other.holds ? (
        <p class="meta">{t.bothHoldOthers}</p>
      ) : (
        <Choices
          name="staying"
          label={t.whichStays}
          value={String(first.id)}
          options={[one, other].map((wish) => ({
            value: String(wish.id),
            label: wish.title,
            hint: wish.holds && t.holdsOthers,
            disabled: (wish === one ? other : one).holds,
          }))}
        />
      )}
      <div class="row">
        {!(one.holds && other.holds) && <Button label={t.mergeThese(both)}>{t.mergeRequests}</Button>}
        <Button kind="quiet" formaction={`${path}/unlike`} label={t.markAsDifferentAnd(both)} text={t.markAsDifferent} />
      </div>
    </Form>
  )
}

/** What a wish looks like: other wishes of the cycle, and requests that it may be about. */
export function Likes({ wishId, pairs, requests }: { wishId: number; pairs: Pair[]; requests: SimilarRequest[] }) {
  if (pairs.length === 0 && requests.length === 0) return null
  const path = `/wishes/${wishId}`
  return (
    <Section title={t.looksLike} aside={t.youDecide}>
      <Things label={t.looksLike} of={pairs} none={null}>
        {(pair) => {
          const other = pair.one.id === wishId ? pair.other : pair.one
          return (
            <Thing
              title={other.title}
              href={`/wishes/${other.id}`}
              meta={t.wishAlike({ percent: percent(pair.likeness), why: whyOf(pair) })}
              act={
                <PostButton
                  kind="quiet"
                  action={`${path}/unlike`}
                  fields={{ other: String(other.id) }}
                  label={t.markAsDifferent2({ title: other.title })}
                  text={t.markAsDifferent3}
                />
              }
            />
          )
        }}
      </Things>
      {requests.length > 0 && (
        <AlikeList
          things={alikeThings(requests)}
          acts={({ id }) => (
            <PostButton
              kind="quiet"
              action={`${path}/request`}
              fields={{ requestId: String(id) }}
              label={t.linkToRequest({ id })}
              text={t.linkToRequest2}
            />
          )}
        />
      )}
    </Section>
  )
}
