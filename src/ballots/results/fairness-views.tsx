// How fair a result is: under other rules, by parts of the electorate, for each institution.
import { Bars } from '../../lib/ui/figures.tsx'
import { formatShare } from '../../lib/ui/format.ts'
import { Table } from '../../lib/ui/lists.tsx'
import { Section, State } from '../../lib/ui/parts.tsx'
import { useReader } from '../../lib/ui/reader.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { offeredRules } from '../rules.ts'
import { nameOfRule } from '../views.tsx'
import { figuresOf, gotOf, type Segment } from './count.ts'
import type { KeptCount, Results } from './queries.ts'

const words = textsOf('ballots', 'results')

/** The same papers by the other rules that pages offer: side by side only where they decide otherwise. */
export function SideBySide({ results }: { results: Results }) {
  const { options, ballot } = results
  const offered: readonly string[] = offeredRules[ballot.form]
  const counts = results.counts.filter(({ rule, chosen }) => chosen || offered.includes(rule))
  if (counts.length < 2) return null
  const wins = (number: number) => counts.filter(({ result }) => result.winners.includes(String(number))).length
  const differing = options.filter(({ number }) => wins(number) > 0 && wins(number) < counts.length)
  const name = ({ rule, chosen }: KeptCount) => `${nameOfRule(rule)}${chosen ? ` (${words.theRule})` : ''}`
  if (differing.length === 0)
    return (
      <Section title={words.otherRules}>
        {counts
          .filter(({ chosen }) => !chosen)
          .map(({ rule }) => (
            <p class="prose">{words.sameByOthers({ rules: nameOfRule(rule) })}</p>
          ))}
      </Section>
    )
  return (
    <Section title={words.otherRules}>
      <p class="meta">{words.onlyDiffering}</p>
      <Table
        caption={words.otherRules}
        terse
        columns={[{ label: words.wish }, ...counts.map((count) => ({ label: name(count) }))]}
        rows={differing.map(({ number, title }) => [
          `${number}. ${title}`,
          ...counts.map(({ result }) =>
            result.winners.includes(String(number)) ? <State mood="good">{words.chosen}</State> : words.notChosen,
          ),
        ])}
      />
    </Section>
  )
}

/** How the kinds of institutions voted, side by side. */
export function Segments({ results }: { results: Results }) {
  const { locale } = useReader()
  const nameOf = (name: string) => (words.segments as Record<string, string>)[name] ?? name
  const { account, ballot, options, count, papers } = results
  const areas = areaShares(results)
  const parts: [string, Segment[]][] = [
    [words.byRegion, account.segments?.region ?? []],
    [words.bySize, account.segments?.size ?? []],
    [words.byConsortium, account.segments?.consortium ?? []],
  ]
  const shown = parts.filter(([, segments]) => segments.length > 0)
  // An order gives no points, of which a share could be told.
  if (ballot.form !== 'points' || papers.length === 0 || (shown.length === 0 && areas.length < 2)) return null
  return (
    <Section title={words.whoGot}>
      <p class="meta">{words.whoGotHow}</p>
      <div class="columns">
        {shown.map(([label, segments]) => (
          <div class="stack">
            <h3>{label}</h3>
            <Bars
              label={label}
              max={100}
              items={segments.map((segment) => ({
                label: `${nameOf(segment.name)} (${segment.papers})`,
                value: Math.round(segment.onWinners * 100),
                shown: formatShare(locale, segment.onWinners),
              }))}
            />
          </div>
        ))}
        {areas.length > 1 && (
          <div class="stack">
            <h3>{words.byArea}</h3>
            <Table
              caption={words.byArea}
              terse
              columns={[{ label: words.area }, { label: words.ofPoints, numeric: true }, { label: words.chosen, numeric: true }]}
              rows={areas.map(({ area, share }) => [
                area || words.noArea,
                formatShare(locale, share),
                options.filter((option) => option.area === area && count.result.winners.includes(String(option.number))).length,
              ])}
            />
          </div>
        )}
      </div>
    </Section>
  )
}

/** Which part of all points went to each area. */
function areaShares({ options, papers }: Results): { area: string; share: number }[] {
  const figures = figuresOf(options, papers)
  const total = figures.reduce((sum, one) => sum + one.total, 0)
  const areas = [...new Set(options.map(({ area }) => area))]
  return areas
    .map((area) => {
      const own = figures.filter((_, place) => options[place]?.area === area).reduce((sum, one) => sum + one.total, 0)
      return { area, share: total === 0 ? 0 : own / total }
    })
    .sort((a, b) => b.share - a.share)
}

/** How far each institution got what it asked for: by its paper where papers are public, by its wishes always. */
export function Got({ results }: { results: Results }) {
  const { locale } = useReader()
  const { account, papers, count, options, ballot } = results
  // Without a cycle nobody has put anything forward.
  const askers = ballot.cycleId === null ? [] : results.askers
  const won = new Set(count.result.winners)
  const labels = words.shares.split('|')
  const ofPoints = ballot.form === 'points'
  if (!ofPoints && askers.length === 0) return null
  const named =
    ofPoints && ballot.secrecy === 'public'
      ? papers.flatMap((paper) => (paper.name ? [{ name: paper.name, got: gotOf(paper.vote, won) }] : []))
      : []
  return (
    <Section title={ofPoints ? words.howFar : words.broughtIn}>
      {ofPoints && (
        <Bars label={words.howFarBars} items={(account.got ?? []).map((value, place) => ({ label: labels[place] ?? '', value }))} />
      )}
      {named.length > 0 && (
        <Table
          caption={words.byInstitution}
          showCaption
          columns={[{ label: words.institution }, { label: words.onChosen, numeric: true }]}
          rows={named
            .sort((a, b) => (b.got ?? 0) - (a.got ?? 0))
            .map(({ name, got }) => [name, got === undefined ? words.blank : formatShare(locale, got)])}
        />
      )}
      {askers.length > 0 && (
        <Table
          caption={words.broughtIn}
          showCaption={ofPoints}
          terse
          columns={[{ label: words.institution }, { label: words.onBallot, numeric: true }, { label: words.chosen, numeric: true }]}
          rows={askers.map(({ id, name }) => {
            const own = options.filter(({ askedBy }) => askedBy.some((one) => Number(one) === id))
            return [name, own.length, own.filter(({ number }) => won.has(String(number))).length]
          })}
        />
      )}
    </Section>
  )
}
