import { Choices, Form, optionsOf } from '../../lib/ui/form.tsx'
import { formatDay } from '../../lib/ui/format.ts'
import { NumberedPager, Thing, Things } from '../../lib/ui/lists.tsx'
import { Button, Empty, Facts, Section, Split, State, Submit, Tabs, Titled } from '../../lib/ui/parts.tsx'
import { useReader, useRefused } from '../../lib/ui/reader.ts'
import { Day } from '../../lib/ui/time.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { hostOf } from '../../lib/web-address.ts'
import type { FieldFacts } from '../clauses/fields-queries.ts'
import { charterPath, Told } from '../clauses/views.tsx'
import { type Measure, subjectOf } from '../measures/rules.ts'
import { explainSubject, sayMeasure } from '../measures/say.ts'
import type { listEvidence } from '../records-queries.ts'
import { AttestForm, type Decisions, WaiverForm } from './forms.tsx'
import { monthName, TimelinePlot } from './plot.tsx'
import type { Assessed, Line } from './queries.ts'
import { Links, Waivers } from './records-views.tsx'
import { runsOf } from './rules.ts'
import { recordTitle, sayFinding, subjectName } from './say.ts'
import { FoundState } from './state.tsx'

const t = textsOf('charter', 'findingsPage')
const kinds = textsOf('charter', 'clauses')
const findingWords = textsOf('charter', 'findings')

/** Where a line of a charter stands. */
export const linePath = (lineId: number): string => `/charter/clauses/${lineId}`

type Evidence = Awaited<ReturnType<typeof listEvidence>>

const outside = (href: string): boolean => /^https?:/.test(href)

function EvidenceList(props: { evidence: Evidence; measure: Measure; page: number; hrefFor: (page: number) => string }) {
  const { evidence, measure, page, hrefFor } = props
  const reader = useReader()
  const words = findingWords.records
  return (
    <>
      <Things
        label={words.label}
        of={evidence.evidence}
        none={<Empty title={words.none}>{explainSubject(measure.subject, reader.locale)}</Empty>}
      >
        {(one) => (
          <Thing
            title={recordTitle(measure.subject, one.title, reader.locale)}
            href={one.href}
            meta={
              <>
                <Day on={one.on} />
                {one.until && ` ${words.to({ day: formatDay(reader, one.until) })}`}
                {one.dueOn && ` · ${words.due({ day: formatDay(reader, one.dueOn) })}`}
                {outside(one.href) && ` · ${hostOf(one.href)}`}
              </>
            }
            act={one.ok === null ? undefined : <State mood={one.ok ? 'good' : undefined}>{one.ok ? words.yes : words.no}</State>}
          />
        )}
      </Things>
      <NumberedPager current={page} count={evidence.pages} hrefFor={hrefFor} />
      {evidence.hidden > 0 && <p class="soft">{words.hidden({ n: evidence.hidden })}</p>}
    </>
  )
}

const readerChoices = () => optionsOf(t.readers, ['group', 'steering', 'public'] as const)

function History({ line }: { line: Line }) {
  const reader = useReader()
  const words = findingWords.records
  return (
    <Section title={words.time}>
      <section class="scroll" tabindex={0} aria-label={words.months}>
        <TimelinePlot months={line.timeline} />
      </section>
      <Things label={words.time}>
        {runsOf(line.timeline)
          .filter(({ state }) => state !== 'before')
          .map(({ state, from, to }) => (
            <Thing
              title={
                monthName(reader, from) === monthName(reader, to)
                  ? monthName(reader, from)
                  : `${monthName(reader, from)} – ${monthName(reader, to)}`
              }
              act={<FoundState state={state} />}
            />
          ))}
      </Things>
    </Section>
  )
}

function MeasureTabs({ line, chosen }: { line: Line; chosen: number }) {
  const reader = useReader()
  const { found, clause } = line.assessed
  if (found.length < 2) return null
  return (
    <Tabs
      label={findingWords.records.measuredBy}
      items={found.map(({ measure }) => ({
        href: `${linePath(clause.lineId)}?measure=${measure.id}`,
        label: subjectName(measure.subject, reader),
        current: measure.id === chosen,
      }))}
    />
  )
}

/** A clause with what it finds, the records behind each number, and what it was before. */
export function LinePage(props: {
  line: Line
  facts: FieldFacts
  chosen: Assessed['found'][number] | undefined
  evidence: Evidence | undefined
  page: number
  decisions: Decisions
  inGroup: boolean
  personId: number | null
  today: string
}) {
  const refused = useRefused()
  const { line, facts, chosen, evidence, page, decisions, inGroup, personId, today } = props
  const reader = useReader()
  const { group, version, assessed, mayKeep, mayRead } = line
  const { clause } = assessed
  const path = linePath(clause.lineId)
  return (
    <Titled
      title={`${clause.number}, ${kinds.kinds[clause.kind]}`}
      meta={
        <>
          <a href={`/charter/overview?group=${group.slug}`}>{findingWords.title}</a> · {group.name}
        </>
      }
      actions={mayRead && <FoundState state={assessed.state} />}
    >
      <Split
        aside={
          <>
            <Facts
              items={[
                {
                  term: findingWords.standsIn,
                  value: <a href={`${charterPath(group.slug, version.number)}#${clause.number}`}>{kinds.version({ n: version.number })}</a>,
                },
                line.before && { term: findingWords.clauseBefore, value: <a href={linePath(line.before.lineId)}>{line.before.number}</a> },
                line.after && { term: findingWords.clauseAfter, value: <a href={linePath(line.after.lineId)}>{line.after.number}</a> },
                mayKeep && { term: t.measures, value: <a href={`/charter/measures/new?clause=${clause.id}`}>{t.addMeasure}</a> },
              ]}
            />
            {mayKeep && (
              <Form keeps action={`${path}/readers`} id="readers" values={{ readers: line.readers }}>
                <Choices name="readers" label={t.whoCanReadStatus} options={readerChoices()} />
                <Submit>{t.save}</Submit>
              </Form>
            )}
          </>
        }
      >
        <Told text={clause.text} facts={facts} days={version} />
        {mayRead && !chosen && (
          <Empty title={findingWords.records.unmeasured}>
            {mayKeep && <Button href={`/charter/measures/new?clause=${clause.id}`}>{t.addMeasure2}</Button>}
          </Empty>
        )}
        {mayRead && chosen && evidence && (
          <div class="stack">
            <MeasureTabs line={line} chosen={chosen.measure.id} />
            <div class="row apart">
              <p class="finding">{sayFinding(chosen.measure, chosen.finding, reader)}</p>
              <FoundState state={chosen.finding.state} />
            </div>
            <p class="meta">
              {sayMeasure(chosen.measure, reader.locale)}
              {(subjectOf(chosen.measure.subject)?.page ?? '') !== '' && (
                <>
                  {' '}
                  <a href={subjectOf(chosen.measure.subject)?.page}>{findingWords.records.where}</a>
                </>
              )}
              {mayKeep && (
                <>
                  {' · '}
                  <a href={`/charter/measures/${chosen.measure.id}`}>{t.editMeasure}</a>
                </>
              )}
            </p>
            <EvidenceList
              evidence={evidence}
              measure={chosen.measure}
              page={page}
              hrefFor={(to) => `${path}?measure=${chosen.measure.id}&page=${to}`}
            />
          </div>
        )}
        {mayRead && <History line={line} />}
        {mayRead && (
          <Links
            line={line}
            mine={personId}
            form={
              inGroup && (
                <details open={refused?.form === 'attest'}>
                  <summary>{t.addLink}</summary>
                  <AttestForm lineId={clause.lineId} today={today} />
                </details>
              )
            }
          />
        )}
        {mayRead && (
          <Waivers
            line={line}
            forms={
              <details open={refused?.form === 'waive'}>
                <summary>{t.pauseThisClause2}</summary>
                <WaiverForm lineId={clause.lineId} decisions={decisions} today={today} />
              </details>
            }
          />
        )}
      </Split>
    </Titled>
  )
}
