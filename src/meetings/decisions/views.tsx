import { Field, Select } from '../../ui/fields.tsx'
import { Filters, Form } from '../../ui/form.tsx'
import type { Refused } from '../../ui/forms.ts'
import { Thing, Things } from '../../ui/lists.tsx'
import { Button, Empty, Facts, Heading, Section, Split, State } from '../../ui/parts.tsx'
import { Day } from '../../ui/time.tsx'
import type { getDecision, listDecisions } from './queries.ts'

type Found = Awaited<ReturnType<typeof listDecisions>>

const stateOf = ({ supersededBy, laterNumber, reviewOn }: Found['decisions'][number]) => {
  if (supersededBy !== null) return <State>Superseded by D-{laterNumber}</State>
  return reviewOn === null ? null : (
    <State mood="wait">
      Look again on <Day on={reviewOn} style="short" />
    </State>
  )
}

/** The register of decisions across meetings. */
export function DecisionsPage(props: Found & { state: string; q: string | undefined; page: number }) {
  const { decisions, total, more, state, q, page } = props
  const at = (to: number) => `/decisions?${new URLSearchParams({ state, ...(q ? { q } : {}), page: String(to) })}`
  return (
    <>
      <Heading title="Decisions" lead={total === 1 ? '1 decision' : `${total} decisions`} />
      <Filters label="Which decisions" values={{ state, q: q ?? '' }}>
        <Select
          name="state"
          label="Which"
          empty={false}
          options={[
            { value: 'all', label: 'All' },
            { value: 'standing', label: 'In force' },
            { value: 'review', label: 'Due for another look' },
            { value: 'superseded', label: 'Superseded' },
          ]}
        />
        <Field name="q" type="search" label="With the words" />
      </Filters>
      {decisions.length === 0 && (
        <Empty title={q || state !== 'all' ? 'There is no such decision.' : 'Nothing has been decided yet.'}>
          {!q && state === 'all' && 'A line of minutes becomes a decision where it stands.'}
        </Empty>
      )}
      <Things label="Decisions">
        {decisions.map((decision) => (
          <Thing
            title={decision.text}
            href={`/decisions/${decision.id}`}
            meta={
              <>
                D-{decision.number} · {decision.host} · <Day on={decision.decidedOn} />
              </>
            }
            act={stateOf(decision)}
          />
        ))}
      </Things>
      {(page > 1 || more) && (
        <nav class="pager" aria-label="Pages">
          {page > 1 && (
            <a class="button" href={at(page - 1)} rel="prev">
              Newer
            </a>
          )}
          {more && (
            <a class="button" href={at(page + 1)} rel="next">
              Older
            </a>
          )}
        </nav>
      )}
    </>
  )
}

const votes = ({ votesFor, votesAgainst, abstained }: Awaited<ReturnType<typeof getDecision>>) =>
  votesFor === null && votesAgainst === null ? undefined : `${votesFor ?? 0} for, ${votesAgainst ?? 0} against, ${abstained ?? 0} abstained`

/** One decision: where it was made, what became of it. */
export function DecisionPage({ decision, refused }: { decision: Awaited<ReturnType<typeof getDecision>>; refused?: Refused | undefined }) {
  return (
    <>
      <Heading
        title={`Decision D-${decision.number}`}
        meta={
          <>
            <a href="/decisions">Decisions</a> · {decision.host}
          </>
        }
      >
        {decision.supersededBy !== null && <State>Superseded by D-{decision.laterNumber}</State>}
      </Heading>
      <Split
        aside={
          <Facts
            items={[
              { term: 'Decided on', value: <Day on={decision.decidedOn} /> },
              decision.meetingSlug
                ? { term: 'In', value: <a href={`/meetings/${decision.meetingSlug}`}>{decision.meetingTitle}</a> }
                : undefined,
              decision.sourcePath ? { term: 'From', value: <a href={decision.sourcePath}>its page</a> } : undefined,
              { term: 'The vote', value: votes(decision) },
              decision.reviewOn ? { term: 'Look again on', value: <Day on={decision.reviewOn} /> } : undefined,
              decision.supersededBy
                ? { term: 'Superseded by', value: <a href={`/decisions/${decision.supersededBy}`}>D-{decision.laterNumber}</a> }
                : undefined,
              decision.earlier.length > 0
                ? {
                    term: 'Takes the place of',
                    value: decision.earlier.map(({ id, number }) => <a href={`/decisions/${id}`}>D-{number} </a>),
                  }
                : undefined,
            ]}
          />
        }
      >
        <div class="prose stack">
          <p>{decision.text}</p>
          {decision.rationale && <p class="soft">{decision.rationale}</p>}
        </div>
        {decision.mayChange && decision.supersededBy === null && (
          <Section title="Does it still stand?">
            <Form action={`/decisions/${decision.id}/review`} id="review" refused={refused?.fields.reviewOn ? refused : undefined}>
              <Field name="reviewOn" type="date" label="Look at it again on" hint="Empty: it stands for good." short optional />
              <div class="row">
                <Button>It stands</Button>
              </div>
            </Form>
            <Form action={`/decisions/${decision.id}/supersede`} id="supersede" refused={refused?.fields.byNumber ? refused : undefined}>
              <Field
                name="byNumber"
                type="number"
                min={1}
                label="Number of the later decision"
                hint="Without D-. It takes the place of this one."
                short
              />
              <div class="row">
                <Button>Let it take its place</Button>
              </div>
            </Form>
          </Section>
        )}
      </Split>
    </>
  )
}
