import type { Block, PrintDocument } from '../../lib/print/document.ts'
import { blocksOfMarkdown } from '../../lib/print/markdown.ts'
import { formatDay, formatNumber, type Locale } from '../../lib/ui/format.ts'
import { type Section, sections } from '../compose/rules.ts'
import { reportWords } from '../compose/words.ts'
import { absolute } from '../mails.ts'
import { newsWords } from '../words.ts'
import type { Issue, Line, listIssueItems } from './queries.ts'

/** An issue on paper: the frank word, the report with its sources, the items. */
export function printIssue(issue: Issue, lines: Line[], items: Awaited<ReturnType<typeof listIssueItems>>, baseUrl: string): PrintDocument {
  const locale = issue.language as Locale
  const words = newsWords(locale)
  const titles = reportWords(locale).sections
  const period = words.period({ from: formatDay({ locale }, issue.fromOn), to: formatDay({ locale }, issue.toOn) })
  const counted = lines.filter(({ amount }) => amount !== null).slice(0, 8)
  const bySection = Map.groupBy(lines, (line) => line.section as Section)
  const report = sections.flatMap((name): Block[] => {
    const told = bySection.get(name)
    if (!told) return []
    const items = told.map((line): Block[] => [
      { kind: 'text', words: [{ text: `${line.text} ` }, { text: words.source, href: absolute(baseUrl, line.sourcePath) }] },
    ])
    return [
      { kind: 'heading', level: 1, text: titles[name] },
      { kind: 'list', items },
    ]
  })
  return {
    title: issue.title,
    subtitle: `${words.number({ n: issue.number })} · ${period}`,
    author: issue.groupName,
    language: issue.language,
    footer: `${issue.groupName} · ${baseUrl}/news/issues/${issue.number}`,
    date: issue.publishedAt ?? issue.changedAt,
    blocks: [
      ...blocksOfMarkdown(issue.lead),
      ...(counted.length > 0
        ? [{ kind: 'facts' as const, facts: counted.map(({ amount, label }) => [label, formatNumber(locale, Number(amount))] as const) }]
        : []),
      ...report,
      ...items.flatMap(({ title, text }): Block[] => [{ kind: 'heading', level: 1, text: title }, ...blocksOfMarkdown(text, 1)]),
    ],
  }
}
