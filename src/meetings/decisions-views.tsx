import type { getDecision, listDecisions } from '../groups/queries.ts'
import { excerptOf } from '../lib/ui/excerpt.ts'
import { Field, Filters, Form, Select } from '../lib/ui/form.tsx'
import { formatDay } from '../lib/ui/format.ts'
import { sayKept } from '../lib/ui/kept.ts'
import { dotted, NumberedPager, OnlyOf, Thing, Things } from '../lib/ui/lists.tsx'
import { renderMarkdown } from '../lib/ui/markdown.ts'
import { Empty, Facts, Heading, Section, Split, State, Submit, Titled, Toolbar } from '../lib/ui/parts.tsx'
import { useReader } from '../lib/ui/reader.ts'
import { Day } from '../lib/ui/time.tsx'
import { textsOf } from '../lib/ui/words.ts'
import { pageWords } from './page-words.ts'

const t = textsOf('meetings', 'decisions')
const words = textsOf('meetings', 'pages').register

type Found = Awaited<ReturnType<typeof listDecisions>>

/** A decision as the register lists it. */
export type ListedDecision = Found['decisions'][number]

type Replaced = Pick<ListedDecision, 'superseded' | 'laterNumber'>

/** By which one, as far as the reader may know of that. */
const Superseded = ({ decision: { superseded, laterNumber } }: { decision: Replaced }) =>
  superseded ? <State>{laterNumber === null ? words.replaced : words.supersededBy({ n: laterNumber })}</State> : null

/** What became of it, in a word. */
export const stateOf = ({ superseded }: ListedDecision): string => (superseded ? words.superseded : words.standing)

function DecisionState({ decision }: { decision: ListedDecision }) {
  const { superseded, reviewOn } = decision
  const { locale } = useReader()
  if (superseded) return <Superseded decision={decision} />
  return reviewOn === null ? null : <State mood="wait">{words.lookAgain({ day: formatDay({ locale }, reviewOn, 'short') })}</State>
}

/** The register of decisions across meetings. */
export function DecisionsPage(
  props: Found & { state: string; q: string | undefined; page: number; group: { slug: string; name: string } | undefined },
) {
  const { decisions, total, pages, state, q, page, group } = props
  const { locale, alone } = useReader()
  const asked = { state, ...(q ? { q } : {}), ...(group ? { group: group.slug } : {}) }
  const at = (to: number) => `/decisions?${new URLSearchParams({ ...asked, page: String(to) })}`
  return (
    <Titled title={pageWords(locale).decisions} lead={words.count({ n: total })}>
      <Filters
        action="/decisions"
        label={words.filter}
        values={{ state, q: q ?? '' }}
        narrowed={state !== 'all' || Boolean(q)}
        nothing={total === 0}
        hidden={{ group: group?.slug }}
      >
        <Select
          name="state"
          label={words.which}
          empty={false}
          options={[
            { value: 'all', label: words.all },
            { value: 'standing', label: words.standing },
            { value: 'review', label: words.review },
            { value: 'superseded', label: words.superseded },
          ]}
        />
        <Field name="q" type="search" label={words.words} />
      </Filters>
      <OnlyOf group={group} all="/decisions" />
      <Things
        label={pageWords(locale).decisions}
        none={<Empty title={q || state !== 'all' ? words.none : words.noneYet}>{!q && state === 'all' && words.how}</Empty>}
      >
        {decisions.map((decision) => (
          <Thing
            title={excerptOf(decision.text, 1_000)}
            href={`/decisions/${decision.id}`}
            meta={dotted([`D-${decision.number}`, decision.host !== alone && decision.host, <Day on={decision.decidedOn} />])}
            act={<DecisionState decision={decision} />}
          />
        ))}
      </Things>
      <NumberedPager current={page} count={pages} hrefFor={at} />
      {total > 0 && (
        <Toolbar>
          <a href={`/decisions/export.csv?${new URLSearchParams(asked)}`}>{t.csv}</a>
          <a href={`/decisions/export.xlsx?${new URLSearchParams(asked)}`}>{t.excel}</a>
        </Toolbar>
      )}
    </Titled>
  )
}

/** How it was voted on, where it was. */
function voteOf({ votesFor, votesAgainst, abstained }: ListedDecision, words: ReturnType<typeof pageWords>['register']) {
  if (votesFor === null && votesAgainst === null) return undefined
  return words.votes({ yes: votesFor ?? 0, no: votesAgainst ?? 0, abstained: abstained ?? 0 })
}

/**
 * One decision: where it was made and why, and what became of it.
 * @param props.around what the minutes say of it besides, for this reader
 */
export function DecisionPage({ decision, around }: { decision: Awaited<ReturnType<typeof getDecision>>; around: string | undefined }) {
  const { locale, alone } = useReader()
  const vote = voteOf(decision, words)
  return (
    <>
      <Heading
        title={words.decision({ n: decision.number })}
        meta={dotted([<a href="/decisions">{pageWords(locale).decisions}</a>, decision.host !== alone && decision.host])}
      >
        <Superseded decision={decision} />
      </Heading>
      <Split
        aside={
          <Facts
            items={[
              { term: words.decidedOn, value: <Day on={decision.decidedOn} /> },
              decision.meetingSlug
                ? { term: words.at, value: <a href={`/meetings/${decision.meetingSlug}`}>{decision.meetingTitle}</a> }
                : undefined,
              decision.sourcePath ? { term: words.from, value: <a href={decision.sourcePath}>{words.itsPage}</a> } : undefined,
              { term: words.vote, value: vote },
              decision.reviewOn ? { term: words.lookAgainOn, value: <Day on={decision.reviewOn} /> } : undefined,
              decision.supersededBy
                ? { term: words.by, value: <a href={`/decisions/${decision.supersededBy}`}>D-{decision.laterNumber}</a> }
                : undefined,
              decision.earlier.length > 0
                ? { term: words.placeOf, value: decision.earlier.map(({ id, number }) => <a href={`/decisions/${id}`}>D-{number} </a>) }
                : undefined,
            ]}
          />
        }
      >
        <div class="prose stack">
          {renderMarkdown(decision.text)}
          {decision.rationale && <p class="soft">{sayKept(decision.rationale)}</p>}
        </div>
        {around && (
          <Section title={t.fromTheMinutes}>
            <div class="prose stack">{renderMarkdown(around, undefined, 2)}</div>
          </Section>
        )}
        {decision.mayChange && !decision.superseded && (
          <Section title={t.reviewOfTheDecision}>
            <Form action={`/decisions/${decision.id}/review`} id="review">
              <Field name="reviewOn" type="date" label={t.nextReviewOn} hint={t.leaveEmptyIfNoReview} short optional />
              <Submit>{t.itStands}</Submit>
            </Form>
            <Form action={`/decisions/${decision.id}/supersede`} id="supersede">
              <Field name="byNumber" type="number" min={1} label={t.numberOfTheLaterDecision} hint={t.numberWithoutDExample12} short />
              <Submit>{t.replaceDecision}</Submit>
            </Form>
          </Section>
        )}
      </Split>
    </>
  )
}
