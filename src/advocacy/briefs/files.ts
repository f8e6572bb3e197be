import type { Block, PrintDocument } from '../../lib/print/document.ts'
import { blocksOfMarkdown } from '../../lib/print/markdown.ts'
import { writeXlsx } from '../../lib/sheet/write.ts'
import { formatDay } from '../../lib/ui/format.ts'
import { utcDay } from '../../time.ts'
import { answerClasses, classNames } from '../answers/rules.ts'
import { briefMark, columns } from '../reply-reader/rules.ts'
import { type BriefContent, type BriefPage, segmentLine, withdrawnWords } from './rules.ts'

/** Which version of which brief a file is of, and until when an answer is due, where it was handed over. */
export interface Edition {
  briefId: number
  number: number
  madeAt: Date
  dueOn?: string
}

const day = (on: string) => formatDay({ locale: 'en' }, on)

const fact = (label: string, value: string): [string, string][] => (value.trim() ? [[label, value.trim()]] : [])

/** Who stands behind a request, by segment. */
function behind({ institutions, cases }: BriefPage): Block[] {
  const { total, must, regions, sizes, consortia, stages } = institutions
  const onRecord = cases === 1 ? 'One user case is on record.' : `${cases} user cases are on record.`
  if (total === 0) return [{ kind: 'text', words: `No institution has spoken for it yet. ${onRecord}` }]
  const whole = total === 1 ? 'One institution stands behind it' : `${total} institutions stand behind it`
  return [
    { kind: 'text', words: `${whole}${must > 0 ? `, for ${must} of them it is a must` : ''}. ${onRecord}` },
    {
      kind: 'table',
      caption: 'Institutions by segment',
      columns: [
        { title: 'Segment', width: 1 },
        { title: 'Institutions', width: 3 },
      ],
      rows: [
        ['Region', segmentLine(regions)],
        ['Size', segmentLine(sizes)],
        ['Consortium', segmentLine(consortia)],
        ['Stage with the product', segmentLine(stages)],
      ],
    },
  ]
}

/** One request as a page: need, user cases, institutions, evidence, past answers, the ask. */
function pageOf(page: BriefPage, last: boolean): Block[] {
  const concern = page.kind === 'concern'
  const facts = [
    ...fact('Kind', concern ? 'Technical concern' : 'Idea'),
    ...fact('Severity', page.severity ?? ''),
    ...fact('Versions', page.versions),
    ...fact('Your support cases', page.caseNumbers.join(', ')),
  ]
  const section = (title: string, blocks: Block[]): Block[] =>
    blocks.length > 0 ? [{ kind: 'heading', level: 2, text: title }, ...blocks] : []
  return [
    { kind: 'heading', level: 1, text: `#${page.requestId} ${page.title}` },
    { kind: 'facts', facts },
    ...section('The ask', page.ask ? blocksOfMarkdown(page.ask, 2) : []),
    ...section('The need', page.need ? blocksOfMarkdown(page.need, 2) : []),
    ...section('How to see it', page.reproduction ? blocksOfMarkdown(page.reproduction, 2) : []),
    ...section('What people do instead', page.workaround ? blocksOfMarkdown(page.workaround, 2) : []),
    ...section(
      'In their words',
      page.quotes.map(
        (quote): Block =>
          quote.withdrawn
            ? { kind: 'note', words: withdrawnWords }
            : { kind: 'quote', words: quote.text, source: [quote.who, quote.institution, day(quote.on)].filter(Boolean).join(', ') },
      ),
    ),
    ...section('Who stands behind it', behind(page)),
    ...section('Evidence', page.evidence ? blocksOfMarkdown(page.evidence, 2) : []),
    ...section(
      'Your earlier answers',
      page.past.map(
        (one): Block => ({
          kind: 'text',
          words: [
            { text: `${day(one.on)}: ${classNames[one.class]}${one.release ? ` for ${one.release}` : ''}. `, strong: true },
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
    subtitle: `For ${content.vendor}, about ${content.product}`,
    author: content.group,
    language: 'en',
    footer: `${content.group} · brief ${briefId}, version ${number} of ${made} (UTC)`,
    // Each request has the same parts: its title is enough to find it.
    contents: 'first',
    date: madeAt,
    blocks: [
      ...(content.purpose ? blocksOfMarkdown(content.purpose, 0) : []),
      {
        kind: 'facts',
        facts: [
          ...fact('Champion', content.champion),
          ...fact('Requests', String(content.pages.length)),
          ...(dueOn ? fact('Answer due', day(dueOn)) : []),
        ],
      },
      { kind: 'page-break' },
      ...content.pages.flatMap((page, i) => pageOf(page, i === content.pages.length - 1)),
    ],
  }
}

const readersChoices = ['The group', 'Subscribers', 'Everyone']

/** A brief as a spreadsheet that comes back filled: what we ask is locked, what the vendor answers is open. */
export function sheetOfBrief(content: BriefContent, { briefId, number }: Edition): Promise<Uint8Array> {
  const mark = briefMark(briefId, number)
  return writeXlsx(
    [
      {
        name: 'Answers',
        locked: true,
        columns: [
          { title: columns.brief, width: 8 },
          { title: columns.request, width: 9 },
          { title: columns.title, width: 40 },
          { title: columns.ask, width: 50 },
          { title: columns.institutions, width: 12 },
          { title: columns.class, width: 22, choices: answerClasses.map((one) => classNames[one]), open: true },
          { title: columns.reason, width: 50, open: true },
          { title: columns.release, width: 14, open: true },
          { title: columns.nextReview, width: 14, open: true },
          { title: columns.cost, width: 14, open: true },
          { title: columns.question, width: 40, open: true },
          { title: columns.readers, width: 18, choices: readersChoices, open: true },
          { title: columns.from, width: 14, open: true },
        ],
        rows: content.pages.map((page) => [
          ...[mark, page.requestId, page.title, page.ask, page.institutions.total],
          ...['', '', '', '', '', '', '', ''],
        ]),
      },
      {
        name: 'How to answer',
        columns: [{ title: 'How to answer', width: 100 }],
        rows: [
          ['Choose an answer for each request and say why: an answer counts with its reason only.'],
          ['“Planned” needs the release, or its date. Days are written like 2027-03-31.'],
          ['A question to the group stops the clock until the group has answered it.'],
          ['Who may read an answer, and from which day on, is up to you; where you say nothing, the group’s rule holds.'],
          ['Save the file and send it back as a reply to our mail, or upload it on your desk. Rows that you leave empty stay open.'],
        ],
      },
    ],
    `${content.title} (${mark})`,
  )
}

/** How a file of a brief is called. */
export const fileName = ({ briefId, number }: Edition, extension: string): string => `brief-${briefId}-v${number}.${extension}`
