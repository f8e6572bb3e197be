import type { Block, PrintDocument } from '../../lib/print/document.ts'
import { blocksOfMarkdown } from '../../lib/print/markdown.ts'
import { writeXlsx } from '../../lib/sheet/write.ts'
import { formatDay } from '../../lib/ui/format.ts'
import { languageNow } from '../../lib/ui/language.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { severityNames, visibilities } from '../../requests/rules.ts'
import { utcDay } from '../../time.ts'
import { answerClasses } from '../answers/rules.ts'
import { briefMark, columns } from '../reply-reader-rules.ts'
import { type BriefContent, type BriefPage, segmentLine } from './rules.ts'

/** Which version of which brief a file is of, and until when an answer is due, where it was handed over. */
export interface Edition {
  briefId: number
  number: number
  madeAt: Date
  dueOn?: string
}

const t = textsOf('advocacy', 'briefs')
const said = textsOf('advocacy', 'pages')

const day = (on: string) => formatDay({ locale: languageNow() }, on)

const fact = (label: string, value: string): [string, string][] => (value.trim() ? [[label, value.trim()]] : [])

/** Who stands behind a request, by segment. */
function behind({ requestId, institutions, cases }: BriefPage): Block[] {
  const { total, must, regions, sizes, consortia, stages } = institutions
  const whole: Block = { kind: 'text', words: `${t.institutionsSupportRequest({ institutions: total, must })} ${t.caseCount({ cases })}` }
  if (total === 0) return [whole]
  return [
    whole,
    {
      kind: 'table',
      caption: t.supportRequestSegment({ requestId }),
      columns: [
        { title: t.segment, width: 1 },
        { title: t.institutions, width: 3 },
      ],
      rows: [
        [t.region, segmentLine(regions)],
        [t.size, segmentLine(sizes)],
        [t.consortium, segmentLine(consortia)],
        [t.stageWithTheProduct, segmentLine(stages)],
      ],
    },
  ]
}

/** One request as a page: need, user cases, institutions, evidence, past answers, the ask. */
function pageOf(page: BriefPage, last: boolean): Block[] {
  const concern = page.kind === 'concern'
  const facts = [
    ...fact(t.kind, concern ? t.technicalConcern : t.idea),
    ...fact(t.severity, page.severity ? severityNames[page.severity] : ''),
    ...fact(t.productVersions, page.versions),
    ...fact(t.yourSupportTickets, page.caseNumbers.join(', ')),
  ]
  const section = (title: string, blocks: Block[]): Block[] =>
    blocks.length > 0 ? [{ kind: 'heading', level: 2, text: title }, ...blocks] : []
  return [
    { kind: 'heading', level: 1, text: `#${page.requestId} ${page.title}` },
    { kind: 'facts', facts },
    ...section(t.whatWeAsk, page.ask ? blocksOfMarkdown(page.ask, 2) : []),
    ...section(t.theNeed, page.need ? blocksOfMarkdown(page.need, 2) : []),
    ...section(t.howToReproduce, page.reproduction ? blocksOfMarkdown(page.reproduction, 2) : []),
    ...section(t.workaround, page.workaround ? blocksOfMarkdown(page.workaround, 2) : []),
    ...section(
      t.userCases,
      page.quotes.map(
        (quote): Block =>
          quote.withdrawn
            ? { kind: 'note', words: t.withdrawn }
            : { kind: 'quote', words: quote.text, source: [quote.who, quote.institution, day(quote.on)].filter(Boolean).join(', ') },
      ),
    ),
    ...section(t.support, behind(page)),
    ...section(t.evidence, page.evidence ? blocksOfMarkdown(page.evidence, 2) : []),
    ...section(
      t.earlierAnswers,
      page.past.map(
        (one): Block => ({
          kind: 'text',
          words: [
            {
              text: `${day(one.on)}: ${said.classes[one.class]}${one.release ? ` ${said.forRelease({ release: one.release })}` : ''}. `,
              strong: true,
            },
            { text: one.reason },
          ],
        }),
      ),
    ),
    ...(last ? [] : [{ kind: 'page-break' } as Block]),
  ]
}

/** A brief as a document: a first page with its purpose and contents, then a page for each request. */
export function printBrief(content: BriefContent, { briefId, number, madeAt, dueOn }: Edition): PrintDocument {
  const made = day(utcDay(madeAt))
  return {
    title: content.title,
    subtitle: t.forAbout({ vendor: content.vendor, product: content.product }),
    author: content.group,
    language: languageNow(),
    footer: t.footer({ group: content.group, briefId, number, day: made }),
    // Each request has the same parts: its title is enough to find it.
    contents: 'first',
    date: madeAt,
    blocks: [
      ...(content.purpose ? blocksOfMarkdown(content.purpose, 0) : []),
      {
        kind: 'facts',
        facts: [
          ...fact(t.champion, content.champion),
          ...fact(t.requests, String(content.pages.length)),
          ...(dueOn ? fact(t.answersDue, day(dueOn)) : []),
        ],
      },
      { kind: 'page-break' },
      ...content.pages.flatMap((page, i) => pageOf(page, i === content.pages.length - 1)),
    ],
  }
}

const sheet = textsOf('advocacy', 'sheet')

/**
 * A brief as a spreadsheet that comes back filled: what we ask is locked, what the vendor answers is open. It speaks the language of whoever
 * gets it, and comes back in any of ours.
 */
export function sheetOfBrief(content: BriefContent, { briefId, number }: Edition): Promise<Uint8Array> {
  const mark = briefMark(briefId, number)
  return writeXlsx(
    [
      {
        name: sheet.answers,
        locked: true,
        columns: [
          { title: columns.brief, width: 8 },
          { title: columns.request, width: 9 },
          { title: columns.title, width: 40 },
          { title: columns.ask, width: 50 },
          { title: columns.institutions, width: 12 },
          { title: columns.class, width: 22, choices: answerClasses.map((one) => said.classes[one]), open: true },
          { title: columns.reason, width: 50, open: true },
          { title: columns.release, width: 14, open: true },
          { title: columns.nextReview, width: 14, open: true },
          { title: columns.cost, width: 14, open: true },
          { title: columns.question, width: 40, open: true },
          { title: columns.readers, width: 18, choices: visibilities.map((one) => said.readers[one]), open: true },
          { title: columns.from, width: 14, open: true },
        ],
        rows: content.pages.map((page) => [
          ...[mark, page.requestId, page.title, page.ask, page.institutions.total],
          ...['', '', '', '', '', '', '', ''],
        ]),
      },
      {
        name: sheet.howToAnswer,
        columns: [{ title: sheet.howToAnswer, width: 100 }],
        rows: [
          [sheet.how.choose],
          [sheet.how.planned({ answer: said.classes.planned })],
          [sheet.how.ask],
          [sheet.how.readers],
          [sheet.how.send],
        ],
      },
    ],
    `${content.title} (${mark})`,
  )
}

/** How a file of a brief is called. */
export const fileName = ({ briefId, number }: Edition, extension: string): string => `brief-${briefId}-v${number}.${extension}`
