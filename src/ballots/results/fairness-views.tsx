// How fair a result is: under other rules, by parts of the electorate, for each institution.
import { Bars } from '../../ui/figures.tsx'
import { formatShare } from '../../ui/format.ts'
import { Table } from '../../ui/lists.tsx'
import { Section } from '../../ui/parts.tsx'
import { ruleNames } from '../rules.ts'
import { figuresOf, gotOf, type Segment } from './count.ts'
import type { KeptCount, Results } from './queries.ts'

/** The same papers by every rule, side by side. */
export function SideBySide({ results }: { results: Results }) {
  const { counts, options } = results
  if (counts.length < 2) return null
  const any = options.filter(({ number }) => counts.some(({ result }) => result.winners.includes(String(number))))
  const name = ({ rule, chosen }: KeptCount) => `${ruleNames[rule] ?? rule}${chosen ? ' (the rule)' : ''}`
  return (
    <Section title="The same papers under other rules">
      <Table
        caption="What each rule would have chosen"
        hideCaption
        terse
        columns={[{ label: 'Wish' }, ...counts.map((count) => ({ label: name(count) }))]}
        rows={any.map(({ number, title }) => [
          `${number}. ${title}`,
          ...counts.map(({ result }) => (result.winners.includes(String(number)) ? 'chosen' : '')),
        ])}
      />
    </Section>
  )
}

/** Who got how much: by region, size, consortium and area. */
export function Segments({ results }: { results: Results }) {
  const { account, options, count, papers } = results
  const areas = areaShares(results)
  const parts: [string, Segment[]][] = [
    ['By region', account.segments?.region ?? []],
    ['By size', account.segments?.size ?? []],
    ['By consortium', account.segments?.consortium ?? []],
  ]
  const shown = parts.filter(([, segments]) => segments.length > 0)
  if (papers.length === 0 || (shown.length === 0 && areas.length < 2)) return null
  return (
    <Section title="Who got how much">
      <p class="meta">
        Of what each part of the electorate gave, how much went to what is chosen. Parts with fewer than five papers are told together.
      </p>
      <div class="columns">
        {shown.map(([label, segments]) => (
          <div class="stack">
            <h3>{label}</h3>
            <Bars
              label={label}
              max={100}
              items={segments.map((segment) => ({
                label: `${segment.name} (${segment.papers})`,
                value: Math.round(segment.onWinners * 100),
                shown: formatShare('en', segment.onWinners),
              }))}
            />
          </div>
        ))}
        {areas.length > 1 && (
          <div class="stack">
            <h3>By area</h3>
            <Table
              caption="Areas: points given, and wishes chosen"
              hideCaption
              terse
              columns={[{ label: 'Area' }, { label: 'Of the points', numeric: true }, { label: 'Chosen', numeric: true }]}
              rows={areas.map(({ area, share }) => [
                area || 'No area',
                formatShare('en', share),
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
  const { account, papers, count, askers, options, ballot } = results
  const won = new Set(count.result.winners)
  const labels = ['none', 'up to a quarter', 'up to half', 'up to three quarters', 'more']
  const named =
    ballot.secrecy === 'public' ? papers.flatMap((paper) => (paper.name ? [{ name: paper.name, got: gotOf(paper.vote, won) }] : [])) : []
  return (
    <Section title="How far each got what it asked for">
      <Bars
        label="Papers by how much of their points went to what is chosen"
        items={(account.got ?? []).map((value, place) => ({ label: `${labels[place]} of its points`, value }))}
      />
      {named.length > 0 && (
        <Table
          caption="By institution"
          columns={[{ label: 'Institution' }, { label: 'Of its points on what is chosen', numeric: true }]}
          rows={named
            .sort((a, b) => (b.got ?? 0) - (a.got ?? 0))
            .map(({ name, got }) => [name, got === undefined ? 'blank' : formatShare('en', got)])}
        />
      )}
      {askers.length > 0 && (
        <Table
          caption="Wishes brought in, and chosen"
          terse
          columns={[{ label: 'Institution' }, { label: 'On the ballot', numeric: true }, { label: 'Chosen', numeric: true }]}
          rows={askers.map(({ id, name }) => {
            const own = options.filter(({ askedBy }) => askedBy.some((one) => Number(one) === id))
            return [name, own.length, own.filter(({ number }) => won.has(String(number))).length]
          })}
        />
      )}
    </Section>
  )
}
