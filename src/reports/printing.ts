import type { Block, PrintDocument } from '../lib/print/document.ts'
import { blocksOfMarkdown } from '../lib/print/markdown.ts'
import { formatDay, formatNumber } from '../lib/ui/format.ts'
import { languageNow } from '../lib/ui/language.ts'
import { textsOf } from '../lib/ui/words.ts'
import { utcDay } from '../time.ts'
import { drawPicture } from './pictures.ts'
import type { Report, Shown } from './queries.ts'
import { readSections, stateOf, type Tell } from './rules.ts'
import { reportWords } from './words.ts'

const t = textsOf('reports', 'views')

/** A report on paper, as far as this reader may see it: figures are plain numbers there, records are links to this site. */
export function printReport(report: Report, shown: Shown, baseUrl: string): PrintDocument {
  const { standing, group, fromOn, toOn } = report
  const locale = languageNow()
  const { edition, sections, figures, title } = shown
  const day = (on: string) => formatDay({ locale }, on)
  const tell: Tell = {
    standing,
    number: (value) => formatNumber(locale, value),
    day,
    evidence: () => undefined,
    link: (href) => (href.startsWith('/') ? `${baseUrl}${href}` : href),
  }
  const words = reportWords(locale)
  const period = words.period({ from: day(fromOn), to: day(toOn) })
  const state = edition ? words.edition({ number: edition.number }) : stateOf(report) === 'frozen' ? t.print.locked : t.print.draft
  const blocks = readSections(sections, figures, tell).flatMap(({ section, parts }): Block[] => [
    { kind: 'heading', level: 1, text: section.title },
    ...(section.internal ? [{ kind: 'note', words: words.internal } as const] : []),
    ...parts.flatMap((part): Block[] =>
      part.kind === 'text' ? blocksOfMarkdown(part.text, 1) : [pictureBlock(drawPicture(part.name, part.figure, 'print'))],
    ),
  ])
  return {
    title,
    subtitle: `${group} · ${period}`,
    author: group,
    language: locale,
    footer: `${group} · ${title} · ${state}`,
    contents: true,
    date: edition?.finalAt ?? report.changedAt,
    blocks: [{ kind: 'facts', facts: factsOf(shown, period, state) }, ...blocks],
  }
}

const factsOf = ({ edition }: Shown, period: string, state: string): [string, string][] => [
  [t.print.period, period],
  [t.print.status, state],
  ...(edition ? ([[t.print.approvedOn, formatDay({ locale: languageNow() }, utcDay(edition.finalAt))]] as [string, string][]) : []),
  ...(edition?.decisionNumber ? ([[t.print.approvedBy, t.print.decision({ number: edition.decisionNumber })]] as [string, string][]) : []),
]

const pictureBlock = ({ svg, alt, caption }: { svg: string; alt: string; caption: string }): Block => ({
  kind: 'figure',
  svg,
  alt,
  ...(caption ? { caption } : {}),
})
