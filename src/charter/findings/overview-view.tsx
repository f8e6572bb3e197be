import { shorten } from '../../lib/ui/excerpt.ts'
import { Figures, Sparkbars } from '../../lib/ui/figures.tsx'
import { formatDay, type Place } from '../../lib/ui/format.ts'
import { Button, Heading, Section, State, Tabs } from '../../lib/ui/parts.tsx'
import { useReader } from '../../lib/ui/reader.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { spokenIn, tellText } from '../clauses/fields.ts'
import type { FieldFacts } from '../clauses/fields-queries.ts'
import type { CharterGroup, Version } from '../clauses/queries.ts'
import { clauseKinds, plainText } from '../clauses/rules.ts'
import { charterPath } from '../clauses/views.tsx'
import { StatesStrip } from './plot.tsx'
import type { Assessed } from './queries.ts'
import { type FindingState, moods } from './rules.ts'
import { sayFinding } from './say.ts'
import { FoundState } from './state.tsx'
import { linePath } from './views.tsx'

const t = textsOf('charter', 'findingsPage')
const charterWords = textsOf('charter', 'clauses')
const findingWords = textsOf('charter', 'findings')
const shown: readonly FindingState[] = ['kept', 'at_risk', 'not_kept', 'waiting', 'waived', 'too_early', 'not_measured']

/** The sentence that matters most of a clause: of the measure that decides its state, or why it is waived. */
function sentencesOf({ found, state, waiver }: Assessed, place: Place): string[] {
  if (waiver) return [`${findingWords.until({ day: formatDay(place, waiver.toOn) })}: ${waiver.reason}`]
  const deciding = found.filter(({ finding }) => finding.state === state)
  return (deciding.length > 0 ? deciding : found).slice(0, 2).map(({ measure, finding }) => sayFinding(measure, finding, place))
}

function ClauseRow({ assessed, facts, version }: { assessed: Assessed; facts: FieldFacts; version: Version }) {
  const reader = useReader()
  const { clause, state, months } = assessed
  const words = plainText(tellText(clause.text, facts, version, reader, { markdown: false }))
  return (
    <li id={clause.number}>
      <b class="number">{clause.number}</b>
      <div class="what">
        <a class="title" href={linePath(clause.lineId)} lang={spokenIn(clause.text)} dir="auto">
          {shorten(words, 150)}
        </a>
        {sentencesOf(assessed, reader).map((sentence) => (
          <div class="meta">{sentence}</div>
        ))}
      </div>
      <div>{months.length > 0 && <Sparkbars values={months} />}</div>
      <div>
        <FoundState state={state} />
      </div>
    </li>
  )
}

/** All clauses of a group at a glance. */
export function OverviewPage(props: {
  group: CharterGroup
  /** The reader's own groups, to go from one to another. */
  own: readonly CharterGroup[]
  version: Version
  clauses: readonly Assessed[]
  facts: FieldFacts
  state: FindingState | undefined
  mayKeep: boolean
}) {
  const { group, own, version, clauses, facts, state, mayKeep } = props
  const here = `/charter/overview?group=${group.slug}`
  const counts = shown.flatMap((one) => {
    const value = clauses.filter((clause) => clause.state === one).length
    return value > 0 ? [{ value, label: findingWords.states[one], href: `${here}&state=${one}` }] : []
  })
  const seen = state ? clauses.filter((one) => one.state === state) : clauses
  return (
    <>
      <Heading
        title={findingWords.title}
        meta={
          <>
            <a href={charterPath(group.slug)}>{charterWords.of({ group: group.name })}</a> · {charterWords.version({ n: version.number })}
          </>
        }
        actions={mayKeep && <Button href={`/charter/edit?group=${group.slug}`}>{t.editCharter}</Button>}
      >
        {own.length > 1 && (
          <Tabs
            label={charterWords.groups}
            items={own.map(({ slug, name }) => ({
              href: `/charter/overview?group=${slug}`,
              label: name,
              current: slug === group.slug,
            }))}
          />
        )}
        <StatesStrip clauses={clauses} />
      </Heading>
      <Figures items={counts} />
      {state && (
        <p>
          <State mood={moods[state]}>{findingWords.states[state]}</State>{' '}
          <a href={here}>
            {charterWords.charter}: {clauses.length}
          </a>
        </p>
      )}
      {clauseKinds.map((kind) => {
        const of = seen.filter(({ clause }) => clause.kind === kind)
        return (
          of.length > 0 && (
            <Section title={charterWords.kinds[kind]}>
              <ul class="things clauses" aria-label={charterWords.kinds[kind]}>
                {of.map((assessed) => (
                  <ClauseRow assessed={assessed} facts={facts} version={version} />
                ))}
              </ul>
            </Section>
          )
        )
      })}
    </>
  )
}
