import { Drawn } from '../../lib/ui/figures.tsx'
import { Field, Filters, Hidden, optionsById, optionsOf, Select } from '../../lib/ui/form.tsx'
import { NumberedPager, Table, Thing, Things } from '../../lib/ui/lists.tsx'
import { Button, Empty, FormFold, type Mood, Section, Split, State, Submit, Titled } from '../../lib/ui/parts.tsx'
import { withQuery } from '../../lib/ui/paths.ts'
import { type Pickable, Picker } from '../../lib/ui/picker.tsx'
import { Day } from '../../lib/ui/time.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { groupChoice } from '../group-choice.tsx'
import type { DeskGroup } from '../queries.ts'
import { SignedWord } from '../signing/views.tsx'
import type { CommitmentRow } from './queries.ts'
import { isLate, type LedgerYear, lastDayOf } from './rules.ts'

const t = textsOf('advocacy', 'commitments')
const pageWords = textsOf('advocacy', 'pages')

type Standing = Pick<CommitmentRow, 'state' | 'stage' | 'dueOn' | 'year'>

const stateOf = (row: Standing, today: string): [Mood | undefined, CommitmentRow['state'] | 'late' | 'unchecked'] => {
  if (row.state === 'delivered') return ['good', 'delivered']
  if (row.state === 'dropped') return ['late', 'dropped']
  if (row.state === 'carried') return [undefined, 'carried']
  if (row.stage === 'delivered') return ['wait', 'unchecked']
  return isLate(row, today) ? ['late', 'late'] : ['wait', 'committed']
}

/** Where a commitment stands, as a word. */
export const StateOf = ({ row, today }: { row: Standing; today: string }) => {
  const [mood, state] = stateOf(row, today)
  return <State mood={mood}>{pageWords.commitment.states[state]}</State>
}

/** What became of points: its shade. */
const parts: ['delivered' | 'open' | 'carried' | 'dropped', shade: number][] = [
  ['delivered', 1],
  ['open', 0.55],
  ['carried', 0.35],
  ['dropped', 0.18],
]

// As wide as a phone, so that its words stay readable there.
const [row, bar, left, wide] = [34, 18, 40, 360]

/** Years of a product, each a bar: what became of the points that were promised, and what was agreed. */
export function LedgerPlot({ years, label }: { years: LedgerYear[]; label: string }) {
  const shown = years.slice(0, 12)
  const most = Math.max(1, ...shown.map(({ committed, capacity }) => Math.max(committed, capacity ?? 0)))
  const scale = (points: number) => (points / most) * (wide - left - 40)
  return (
    <svg class="plot ledger" viewBox={`0 0 ${wide} ${shown.length * row + 46}`} role="img" aria-label={label}>
      <Drawn>
        {shown.map((year, i) => {
          let x = left
          return (
            <g>
              <text x={0} y={i * row + 15}>
                {year.year}
              </text>
              {parts.map(([key, opacity]) => {
                const width = scale(year[key])
                const from = x
                x += width
                return width > 0 ? <rect x={from} y={i * row + 2} width={width} height={bar} fill="currentColor" opacity={opacity} /> : null
              })}
              <text
                x={Math.max(x, year.capacity !== null && x > left + scale(year.capacity) - 30 ? left + scale(year.capacity) : x) + 6}
                y={i * row + 15}
              >
                {year.committed}
              </text>
              {year.capacity !== null && (
                <line
                  class="base"
                  x1={left + scale(year.capacity)}
                  x2={left + scale(year.capacity)}
                  y1={i * row - 1}
                  y2={i * row + bar + 5}
                  stroke-width={2}
                />
              )}
            </g>
          )
        })}
        {parts.map(([key, opacity], i) => {
          // Two in a line: in every language there is room for their words.
          const [x, y] = [(i % 2) * (wide / 2), shown.length * row + 6 + Math.floor(i / 2) * 20]
          return (
            <g>
              <rect x={x} y={y} width={12} height={12} fill="currentColor" opacity={opacity} />
              <text x={x + 18} y={y + 10}>
                {t.legend[key]}
              </text>
            </g>
          )
        })}
      </Drawn>
    </svg>
  )
}

export const commitmentStates = ['committed', 'delivered', 'dropped', 'carried'] as const satisfies CommitmentRow['state'][]

/** What is promised about a request: fields for both sides. Of one product alone nobody is asked. */
export function PromiseFields({ products }: { products: { id: number; name: string }[] }) {
  const [only, ...others] = products
  return (
    <>
      {only && others.length === 0 ? (
        <Hidden name="productId" value={String(only.id)} />
      ) : (
        <Select name="productId" label={t.product} empty={false} options={optionsById(products)} />
      )}
      <Field name="year" label={t.year} short inputmode="numeric" />
      <Field name="points" label={t.points} optional short inputmode="numeric" hint={t.pointsHint} />
      <Field name="dueOn" type="date" label={t.due} optional short hint={t.elseTheEndOfTheYear} />
    </>
  )
}

/** Which commitments are shown. */
interface Shown {
  year: string | undefined
  state: string | undefined
  years: string[]
  page: number
  pages: number
  total: number
}

/** The numbers of the plot; what happened in no year, such as a promise that was moved, has no column. */
function YearsTable({ product, years }: { product: string; years: LedgerYear[] }) {
  const counted = [
    { label: t.delivered, of: 'delivered' },
    { label: t.ofItLate, of: 'deliveredLate' },
    { label: t.open, of: 'open' },
    { label: t.overdue, of: 'late' },
    { label: t.dropped, of: 'dropped' },
    { label: t.carriedOver, of: 'carried' },
  ] as const
  const shown = counted.filter(({ of }) => of === 'delivered' || years.some((one) => one[of] > 0))
  return (
    <Table
      caption={t.promisesFor({ product })}
      terse
      columns={[
        { label: t.year },
        ...[t.agreed, t.committed, ...shown.map(({ label }) => label)].map((label) => ({ label, numeric: true })),
      ]}
      rows={years.map((one) => [
        String(one.year),
        one.capacity ?? '–',
        one.over > 0 ? t.over({ committed: one.committed, over: one.over }) : String(one.committed),
        ...shown.map(({ of }) => one[of]),
      ])}
    />
  )
}

/** What the vendor has promised: an account by years, and each commitment. */
export function CommitmentsPage(props: {
  group: DeskGroup
  products: { id: number; name: string }[]
  picks: Pickable[]
  ledgers: { product: string; years: LedgerYear[] }[]
  /** A page of those that fit. */
  rows: CommitmentRow[]
  shown: Shown
  /** What the form for a new promise begins with, where an answer led here. */
  begun: { requestId?: string | undefined; year?: string | undefined }
  today: string
}) {
  const { group, products, picks, ledgers, rows, shown, begun, today } = props
  const options = optionsById(products)
  const year = today.slice(0, 4)
  const narrowed = Boolean(shown.year || shown.state)
  const { states } = pageWords.commitment
  return (
    <Titled
      title={t.commitments}
      meta={groupChoice(group, '/commitments')}
      lead={t.whatPromisedDevelopment({ vendor: group.vendor })}
      actions={
        <>
          {/* Its form stands beside the list, on a phone below all of it. */}
          {group.leads && <Button kind="primary" href="#commit" text={t.recordPromise} />}
          <Button href="/commitments?as=everybody">{t.publicPage}</Button>
          <Button href={`/releases?group=${group.slug}`}>{t.releases}</Button>
        </>
      }
    >
      {ledgers.map(({ product, years }) => (
        <Section title={t.promisesFor({ product })}>
          <LedgerPlot years={years} label={t.pointsOfByYearDeliveredOpen({ product })} />
          <YearsTable product={product} years={years} />
        </Section>
      ))}
      <Split
        aside={
          group.leads && (
            <>
              <FormFold
                title={t.recordPromise}
                id="commit"
                action="/commitments"
                values={{ requestId: begun.requestId ?? '', year: begun.year ?? year, productId: String(group.productId) }}
                label={t.recordPromise}
              >
                <Hidden name="group" value={group.slug} />
                <Picker name="requestId" label={t.request} group={group.id} best={picks} />
                <PromiseFields products={products} />
                <Submit kind="primary">{t.recordPromise}</Submit>
              </FormFold>
              <FormFold
                title={t.capacityOfAYear}
                id="capacity"
                action="/commitments/capacity"
                values={{ year, productId: String(group.productId) }}
                label={t.capacityOfAYear}
              >
                <Hidden name="group" value={group.slug} />
                <Select name="productId" label={t.product} empty={false} options={options} />
                <Field name="year" label={t.year} short inputmode="numeric" />
                <Field name="points" label={t.points} short inputmode="numeric" hint={t.forExample50} />
                <Field name="note" label={t.asAgreed} optional maxlength={300} />
                <Submit>{t.save}</Submit>
              </FormFold>
            </>
          )
        }
      >
        <Section title={t.eachCommitment}>
          {shown.years.length > 0 && (
            <Filters
              action="/commitments"
              label={t.narrow}
              values={{ year: shown.year ?? '', state: shown.state ?? '' }}
              hidden={{ group: group.slug }}
              found={shown.total}
            >
              <Select name="year" label={t.year} empty={t.everyYear} options={shown.years.map((one) => ({ value: one, label: one }))} />
              <Select name="state" label={t.state} empty={t.all} options={optionsOf(states, commitmentStates)} />
            </Filters>
          )}
          <Things
            label={t.commitments}
            of={rows}
            none={
              <Empty title={narrowed ? t.noPromisesMatch : t.noPromisesYet}>
                {narrowed && <a href={`/commitments?group=${group.slug}`}>{t.clear}</a>}
              </Empty>
            }
          >
            {(one) => (
              <Thing
                title={`#${one.requestId} ${one.title}`}
                href={`/commitments/${one.id}`}
                meta={
                  <>
                    {t.ofDue({ points: one.points, year: one.year, product: one.product, day: <Day on={lastDayOf(one)} /> })} ·{' '}
                    <SignedWord act={one.signed} />
                  </>
                }
                act={<StateOf row={one} today={today} />}
              />
            )}
          </Things>
          <NumberedPager
            current={shown.page}
            count={shown.pages}
            hrefFor={(to) => withQuery('/commitments', { group: group.slug, year: shown.year, state: shown.state, page: to })}
          />
        </Section>
      </Split>
    </Titled>
  )
}
