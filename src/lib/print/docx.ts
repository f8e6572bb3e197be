import {
  AlignmentType,
  BorderStyle,
  Document,
  ExternalHyperlink,
  Footer,
  HeadingLevel,
  type ISectionOptions,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { type Block, type PrintDocument, plainOf, runsOf, type Words } from './document.ts'

const quiet = '5B6462'
const line = { style: BorderStyle.SINGLE, size: 4, color: 'D5DBD9' }
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const levels = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 }

/**
 * A document as DOCX (ECMA-376), for those who go on writing. Figures stand as the sentence that says what they show: a word processor
 * shows no SVG without a picture of points beside it.
 */
export function renderDocx(document: PrintDocument): Promise<Buffer> {
  const children: ISectionOptions['children'] = [
    new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(document.title)] }),
    ...(document.subtitle ? [new Paragraph({ children: [new TextRun({ text: document.subtitle, color: quiet, size: 24 })] })] : []),
    ...document.blocks.flatMap((block) => parts(block, 0)),
  ]
  return Packer.toBuffer(
    new Document({
      title: document.title,
      creator: document.author,
      styles: { default: { document: { run: { font: 'Georgia', size: 21, language: { value: document.language } } } } },
      numbering: {
        config: [
          {
            reference: 'ordered',
            levels: [0, 1, 2, 3].map((level) => ({
              level,
              format: LevelFormat.DECIMAL,
              text: `%${level + 1}.`,
              style: { paragraph: { indent: { left: 480 * (level + 1), hanging: 360 } } },
            })),
          },
        ],
      },
      sections: [
        {
          footers: {
            default: new Footer({
              children: [
                new Paragraph({
                  children: [
                    new TextRun({ text: `${document.footer}   `, size: 16, color: quiet }),
                    new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES], size: 16, color: quiet }),
                  ],
                }),
              ],
            }),
          },
          children,
        },
      ],
    }),
  )
}

type Part = Paragraph | Table

function runs(words: Words, style: { color?: string; size?: number; italics?: boolean } = {}) {
  return runsOf(words).map(({ text, strong, emphasis, code, href }) => {
    const run = new TextRun({
      ...style,
      children: text.split('\n').flatMap((piece, i) => (i === 0 ? [piece] : ['\n', piece])),
      bold: strong ?? false,
      italics: emphasis ?? style.italics ?? false,
      ...(code ? { font: 'Courier New' } : {}),
      ...(href ? { style: 'Hyperlink' } : {}),
    })
    return href ? new ExternalHyperlink({ link: href, children: [run] }) : run
  })
}

let instance = 0

function parts(block: Block, depth: number): Part[] {
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ heading: levels[block.level], children: [new TextRun(block.text)] })]
    case 'text':
      return [new Paragraph({ children: runs(block.words), spacing: { after: 160 } })]
    case 'note':
      return [new Paragraph({ children: runs(block.words, { color: quiet, size: 18 }), spacing: { after: 160 } })]
    case 'quote':
      return [
        new Paragraph({
          children: runs(block.words, { italics: true }),
          indent: { left: 480 },
          spacing: { after: block.source ? 0 : 160 },
        }),
        ...(block.source ? [new Paragraph({ children: runs(block.source, { color: quiet, size: 18 }), indent: { left: 480 } })] : []),
      ]
    case 'list':
      return list(block.items, block.ordered ?? false, depth)
    case 'table':
      return table(block)
    case 'facts':
      return block.facts.map(
        ([label, value]) => new Paragraph({ children: [new TextRun({ text: `${label}: `, bold: true }), ...runs(value)] }),
      )
    case 'figure':
      return [
        new Paragraph({ children: runs(block.alt, { italics: true }) }),
        ...(block.caption ? [new Paragraph({ children: runs(block.caption, { color: quiet, size: 18 }) })] : []),
      ]
    case 'code':
      return block.text.split('\n').map((text) => new Paragraph({ children: [new TextRun({ text, font: 'Courier New', size: 19 })] }))
    case 'rule':
      return [new Paragraph({ border: { bottom: line } })]
    case 'page-break':
      return [new Paragraph({ pageBreakBefore: true })]
  }
}

function list(items: readonly (readonly Block[])[], ordered: boolean, depth: number): Part[] {
  const number = ordered
    ? { numbering: { reference: 'ordered', level: Math.min(depth, 3), instance: ++instance } }
    : { bullet: { level: Math.min(depth, 8) } }
  return items.flatMap((item) =>
    item.flatMap((block, i) =>
      block.kind === 'text'
        ? [new Paragraph({ children: runs(block.words), ...(i === 0 ? number : { indent: { left: 480 * (depth + 1) } }) })]
        : parts(block, depth + 1),
    ),
  )
}

function table({ columns, rows, caption }: Extract<Block, { kind: 'table' }>): Part[] {
  const cell = (words: Words, i: number, strong = false) =>
    new TableCell({
      borders: { top: none, left: none, right: none, bottom: line },
      margins: { top: 60, bottom: 60, left: 80, right: 80 },
      children: [
        new Paragraph({
          alignment: columns[i]?.align === 'end' ? AlignmentType.END : AlignmentType.START,
          children: strong ? [new TextRun({ text: plainOf(words), bold: true })] : runs(words),
        }),
      ],
    })
  return [
    ...(caption ? [new Paragraph({ children: runs(caption, { color: quiet, size: 18 }), keepNext: true })] : []),
    new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      rows: [
        new TableRow({ tableHeader: true, children: columns.map(({ title }, i) => cell(title, i, true)) }),
        ...rows.map((row) => new TableRow({ cantSplit: true, children: columns.map((_, i) => cell(row[i] ?? '', i)) })),
      ],
    }),
    new Paragraph({}),
  ]
}
