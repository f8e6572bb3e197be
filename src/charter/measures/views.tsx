import { shorten } from '../../lib/ui/excerpt.ts'
import { Field, Form, Hidden, optionsOf, Select } from '../../lib/ui/form.tsx'
import { Listing, Thing } from '../../lib/ui/lists.tsx'
import { Button, Panel, PostButton, Titled } from '../../lib/ui/parts.tsx'
import { useReader } from '../../lib/ui/reader.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { spokenIn, tellText } from '../clauses/fields.ts'
import type { FieldFacts } from '../clauses/fields-queries.ts'
import type { getClause } from '../clauses/queries.ts'
import { plainText } from '../clauses/rules.ts'
import type { Finding } from '../findings/rules.ts'
import { sayFinding } from '../findings/say.ts'
import { FoundState } from '../findings/state.tsx'
import type { listSeries } from './queries.ts'
import { type Measure, measuredRoles, measureKinds, needsSpan, ofSeries, subjectsFor, suggestMeasures } from './rules.ts'
import { sayMeasure } from './say.ts'

const t = textsOf('charter', 'measuresPage')
const kindNames = textsOf('charter', 'measureKinds')
const subjectNames = textsOf('charter', 'subjects')
const measureWords = textsOf('charter', 'measures')

type OfClause = Awaited<ReturnType<typeof getClause>>

/** A measure as the fields of a form. */
export const measureFields = ({ kind, subject, everyN, everyUnit, target, graceDays, role, seriesId }: Measure): Record<string, string> =>
  Object.fromEntries(
    Object.entries({ kind, subject, everyN, everyUnit, target, graceDays, role, seriesId }).flatMap(([name, value]) =>
      value === null ? [] : [[name, String(value)]],
    ),
  )

/** Where a clause is worked on: its draft, or what it finds. */
export const clauseHome = ({ version, number, lineId }: OfClause): string =>
  version.adoptedAt === null ? `/charter/drafts/${version.id}#${number}` : `/charter/clauses/${lineId}`

function Back({ clause, facts }: { clause: OfClause; facts: FieldFacts }) {
  const words = plainText(tellText(clause.text, facts, clause.version, useReader(), { markdown: false }))
  return (
    <a href={clauseHome(clause)}>
      {clause.number}: <span lang={spokenIn(clause.text)}>{shorten(words, 80)}</span>
    </a>
  )
}

/** Which kind of measure: each with a sentence, and what the clause's own words speak for. */
export function ChooseKindPage({ clause, facts }: { clause: OfClause; facts: FieldFacts }) {
  const reader = useReader()
  const suggestions = suggestMeasures(clause.text)
  return (
    <Titled title={t.addMeasure} meta={<Back clause={clause} facts={facts} />}>
      <Listing title={t.suggestionsFromTheText} label={t.suggested} of={suggestions} none={null}>
        {({ measure, why }) => (
          <Thing
            title={sayMeasure(measure, reader.locale)}
            meta={why}
            act={
              <PostButton
                action="/charter/measures"
                fields={{ clause: String(clause.id), ...measureFields(measure) }}
                label={t.addMeasure2({ measure: sayMeasure(measure, reader.locale) })}
                text={t.addMeasure3}
              />
            }
          />
        )}
      </Listing>
      <Listing title={t.anotherWay} label={t.typesOfMeasures}>
        {measureKinds.map((kind) => (
          <Thing
            title={kindNames[kind].name}
            href={`/charter/measures/new?clause=${clause.id}&kind=${kind}`}
            meta={kindNames[kind].explain}
          />
        ))}
      </Listing>
    </Titled>
  )
}

const hundred = (kind: Measure['kind']): boolean => kind === 'share' || kind === 'attendance'

function TargetField({ kind }: { kind: Measure['kind'] }) {
  if (['cadence', 'freshness', 'wait'].includes(kind)) return null
  if (hundred(kind)) return <Field name="target" label={t.percentAtLeast} inputmode="numeric" short />
  if (kind === 'seat' || kind === 'existence')
    return <Field name="target" label={t.atLeast} hint={t.leaveEmptyAsk1} inputmode="numeric" short optional />
  return <Field name="target" label={t.atLeast} hint={t.leaveEmptyCountOnlyThen} inputmode="numeric" short optional />
}

function RoleField({ kind }: { kind: Measure['kind'] }) {
  const options = measuredRoles.map((role) => ({ value: role, label: measureWords.role({ role }) }))
  if (kind === 'attendance') return <Select name="role" label={t.ofWhom} empty={t.allFormalRoles} options={options} optional />
  if (kind === 'existence')
    return <Select name="role" label={t.role} hint={t.chooseRoleOnlyCheckIts} empty={t.none} options={options} optional />
  return kind === 'seat' ? <Select name="role" label={t.whichRole} options={options} /> : null
}

function SpanFields({ kind }: { kind: Measure['kind'] }) {
  if (!needsSpan(kind)) return null
  const label = { cadence: t.every, freshness: t.notOlderThan }[kind as string] ?? t.within
  return (
    <>
      <Field name="everyN" label={label} hint={t.aWholeNumber} inputmode="numeric" short />
      <Select
        name="everyUnit"
        label={t.ofThese}
        empty={false}
        options={[
          { value: 'month', label: t.months },
          { value: 'year', label: t.years },
          { value: 'week', label: t.weeks },
          { value: 'day', label: t.days },
        ]}
      />
    </>
  )
}

/** A measure's parameters, with what it would find today. */
export function MeasurePage(props: {
  clause: OfClause
  facts: FieldFacts
  kind: Measure['kind']
  action: string
  measureId?: number
  values: Record<string, string>
  series: Awaited<ReturnType<typeof listSeries>>
  shown?: { measure: Measure; finding: Finding } | undefined
}) {
  const { clause, facts, kind, action, measureId, values, series, shown } = props
  const reader = useReader()
  const defaults = { everyN: '1', everyUnit: 'year', graceDays: '0', ...values }
  return (
    <Titled title={kindNames[kind].name} meta={<Back clause={clause} facts={facts} />} lead={kindNames[kind].explain}>
      {shown && (
        <Panel title={t.resultToday}>
          <div class="row apart">
            <p>{sayFinding(shown.measure, shown.finding, reader)}</p>
            <FoundState state={shown.finding.state} />
          </div>
        </Panel>
      )}
      <Form keeps={measureId !== undefined} action={action} values={defaults}>
        <Hidden name="clause" value={String(clause.id)} />
        <Hidden name="kind" value={kind} />
        <Select name="subject" label={t.subject} options={optionsOf(subjectNames, subjectsFor(kind))} />
        <SpanFields kind={kind} />
        <TargetField kind={kind} />
        <RoleField kind={kind} />
        {series.length > 0 && subjectsFor(kind).some(ofSeries) && (
          <Select
            name="seriesId"
            label={t.meetingSeries}
            hint={t.chooseOneSeriesCountAll}
            empty={t.allMeetings}
            options={series.map(({ id, title, endedAt }) => ({ value: String(id), label: endedAt === null ? title : t.ended({ title }) }))}
            optional
          />
        )}
        <Field name="graceDays" label={t.gracePeriodInDays} hint={t.duringTheseDaysStatusRisk} inputmode="numeric" short optional />
        <div class="row">
          <Button kind="primary">{t.saveMeasure({ isNew: measureId === undefined })}</Button>
          <Button name="act" value="preview" text={t.previewResult} />
        </div>
      </Form>
      {measureId !== undefined && <PostButton action={`/charter/measures/${measureId}/remove`} kind="danger" text={t.removeMeasure} />}
    </Titled>
  )
}
