import mammoth from 'mammoth'
import { describe, expect, it } from 'vitest'
import type { PrintDocument } from './document.ts'
import { renderDocx } from './docx.ts'
import { blocksOfMarkdown } from './markdown.ts'
import { renderPdf } from './pdf.ts'

const document: PrintDocument = {
  title: 'Minutes of 23 October 2026',
  subtitle: 'Lectio Working Group',
  author: 'Lectio Working Group',
  language: 'en',
  footer: 'Lectio Working Group · 23 October 2026, UTC',
  date: new Date('2026-10-23T10:00:00Z'),
  contents: true,
  blocks: [
    {
      kind: 'facts',
      facts: [
        ['When', '23 October 2026, 10:00 UTC'],
        ['Who', [{ text: 'Ana', strong: true }, { text: ' and 11 others' }]],
      ],
    },
    { kind: 'heading', level: 1, text: 'Hostile words' },
    { kind: 'text', words: '#panic("x") $x$ *not strong* \\ <label> @ref "quotes" ]) }' },
    ...blocksOfMarkdown(
      '## Agenda\n\n- one\n  - inner *soft*\n- **two** `code` [web](https://a.example) [no](javascript:x)\n\n1. a\n2. b\n\n> said\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\n```\nx = 1\n```\n\n---\n',
    ),
    {
      kind: 'table',
      caption: 'Points',
      columns: [
        { title: 'Wish', width: 3 },
        { title: 'Points', align: 'end', width: 'narrow' },
      ],
      rows: [
        ['Rollover', '42'],
        ['Labels', '7'],
      ],
    },
    { kind: 'quote', words: 'It takes three days.', source: 'Ana, 3 March 2023' },
    {
      kind: 'figure',
      svg: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 340 80"><rect x="0" y="0" width="300" height="40" fill="teal"/><text x="4" y="60">bars</text></svg>',
      alt: 'A bar of 300',
      caption: 'One bar',
    },
    { kind: 'page-break' },
    { kind: 'note', words: 'Made from the record.' },
  ],
}

describe('PDF', () => {
  it('is tagged, has title and language, and survives words that look like markup', () => {
    const pdf = renderPdf(document)
    const text = pdf.toString('latin1')
    expect(text.startsWith('%PDF-1.')).toBe(true)
    expect(text).toContain('/StructTreeRoot')
    expect(text).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(text).toContain('/Lang')
  })

  it('is made of an empty document too', () => {
    expect(renderPdf({ ...document, contents: false, blocks: [] }).length).toBeGreaterThan(1000)
  })

  it('is refused where a figure is no SVG', () => {
    expect(() => renderPdf({ ...document, blocks: [{ kind: 'figure', svg: 'no', alt: 'x' }] })).toThrow('cannot be printed')
  })
})

it('DOCX holds the same words', async () => {
  const { value } = await mammoth.extractRawText({ buffer: await renderDocx(document) })
  for (const words of ['Minutes of 23 October 2026', '#panic("x") $x$', 'inner soft', 'Rollover', 'It takes three days.', 'A bar of 300'])
    expect(value).toContain(words)
})

describe('Markdown', () => {
  it('keeps structure, words and safe links', () => {
    expect(blocksOfMarkdown('# T\n\ntext **b** [l](https://x.example)\nnext', 1)).toEqual([
      { kind: 'heading', level: 2, text: 'T' },
      {
        kind: 'text',
        words: [
          { text: 'text ' },
          { text: 'b', strong: true },
          { text: ' ' },
          { text: 'l', href: 'https://x.example' },
          { text: ' ' },
          { text: 'next' },
        ],
      },
    ])
  })

  it('reads a paragraph of any number of words', () => {
    const [paragraph] = blocksOfMarkdown('*b* a '.repeat(70_000))
    expect(paragraph?.kind === 'text' && paragraph.words.length).toBe(140_000)
  })

  it('makes no jump in the outline', () => {
    expect(blocksOfMarkdown('### Deep\n\n# Top\n\n#### Deeper').map((block) => block.kind === 'heading' && block.level)).toEqual([1, 1, 2])
  })

  it('reads lists in lists, and what a link to a script says', () => {
    expect(blocksOfMarkdown('- a\n  1. b\n- [c](javascript:alert)')).toEqual([
      {
        kind: 'list',
        ordered: false,
        items: [
          [
            { kind: 'text', words: [{ text: 'a' }] },
            { kind: 'list', ordered: true, items: [[{ kind: 'text', words: [{ text: 'b' }] }]] },
          ],
          [{ kind: 'text', words: [{ text: '[c](javascript:alert)' }] }],
        ],
      },
    ])
  })
})
