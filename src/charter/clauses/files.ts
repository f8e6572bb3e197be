import type { Block, PrintDocument } from '../../lib/print/document.ts'
import { blocksOfMarkdown } from '../../lib/print/markdown.ts'
import { formatDay, type Place } from '../../lib/ui/format.ts'
import { tellText } from './fields.ts'
import type { FieldFacts } from './fields-queries.ts'
import type { CharterGroup, Clause, Version } from './queries.ts'
import { clauseKinds } from './rules.ts'
import { charterWords } from './words.ts'

/** What of a version stands in its document. */
export interface Edition {
  group: CharterGroup
  version: Version
  clauses: readonly Clause[]
  facts: FieldFacts
}

/** A version as a document: its clauses by kind, with fields as they stand on the day. */
export function printCharter({ group, version, clauses, facts }: Edition, place: Place): PrintDocument {
  const words = charterWords(place.locale)
  // On paper a link within the site leads nowhere.
  const told = (text: string) => tellText(text, facts, version, place, { markdown: false })
  const sections = clauseKinds.flatMap((kind): Block[] => {
    const of = clauses.filter((one) => one.kind === kind)
    if (of.length === 0) return []
    return [
      { kind: 'heading', level: 1, text: words.kinds[kind] },
      ...of.flatMap((clause, at): Block[] => {
        const headed: Block[] =
          clause.heading !== '' && clause.heading !== of[at - 1]?.heading ? [{ kind: 'heading', level: 2, text: clause.heading }] : []
        const [first, ...rest] = blocksOfMarkdown(told(clause.text), 1)
        if (first?.kind !== 'text')
          return [...headed, { kind: 'text', words: [{ text: clause.number, strong: true }] }, ...(first ? [first] : []), ...rest]
        const runs = typeof first.words === 'string' ? [{ text: first.words }] : first.words
        return [...headed, { kind: 'text', words: [{ text: `${clause.number}  `, strong: true }, ...runs] }, ...rest]
      }),
    ]
  })
  const state = version.inForceOn ? words.inForce({ day: formatDay(place, version.inForceOn) }) : words.draft
  return {
    title: words.of({ group: group.name }),
    subtitle: `${words.version({ n: version.number })} · ${state}`,
    author: group.name,
    language: place.locale,
    footer: `${group.name} · ${words.charter}, ${words.version({ n: version.number })}`,
    date: version.adoptedAt ?? version.changedAt,
    blocks: [
      {
        kind: 'facts',
        facts: [
          ...(version.decisionNumber === null ? [] : [[words.adoptedBy, words.decision({ n: version.decisionNumber })] as const]),
          ...(version.reviewOn === null ? [] : [[words.review, formatDay(place, version.reviewOn)] as const]),
        ],
      },
      ...(version.preamble ? blocksOfMarkdown(told(version.preamble), 0) : []),
      ...sections,
    ],
  }
}

const sayClause = ({ heading, number, text }: Clause, at: number, of: readonly Clause[]): string[] => [
  ...(heading !== '' && heading !== of[at - 1]?.heading ? [`### ${heading}`] : []),
  `${number}: ${text}`,
]

/** A version as Markdown with its fields as they are written: it can be pasted back. */
export const markdownOf = ({ group, version, clauses }: Omit<Edition, 'facts'>): string =>
  [
    `# ${group.name}`,
    ...(version.preamble ? [version.preamble] : []),
    ...clauseKinds.flatMap((kind) => {
      const of = clauses.filter((one) => one.kind === kind)
      return of.length === 0 ? [] : [`## ${charterWords('en').kinds[kind]}`, ...of.flatMap(sayClause)]
    }),
  ].join('\n\n')
