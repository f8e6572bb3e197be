import { createRequire } from 'node:module'
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { type Block, type PrintDocument, runsOf, type Words } from './document.ts'
import { template } from './template.ts'

// A native program that no page needs before something is printed.
const typst = (): typeof import('@myriaddreamin/typst-ts-node-compiler') =>
  createRequire(import.meta.url)('@myriaddreamin/typst-ts-node-compiler')

let compiler: NodeCompiler | undefined

/**
 * A document as PDF: A4, tagged (PDF/UA-1, ISO 14289-1), with outline and language. About 80 ms the first time, then a few.
 * @throws Error where a figure's SVG cannot be read
 */
export function renderPdf(document: PrintDocument): Buffer {
  compiler ??= typst().NodeCompiler.create()
  try {
    return compiler.pdf(
      { mainFileContent: template, inputs: { document: JSON.stringify(dataOf(document)) } },
      { pdfStandard: typst().PdfStandard.UA_1, pdfTags: true },
    )
  } catch (error) {
    // What it throws is no Error, and says in `code` what was wrong.
    throw new Error(`The document cannot be printed: ${(error as { code?: string }).code ?? String(error)}`)
  } finally {
    // Without this each document stays in the compiler's memory.
    compiler.evictCache(10)
  }
}

const wide = 680

const dataOf = ({ date, contents, blocks, ...rest }: PrintDocument) => ({
  ...rest,
  date: [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()],
  contents: contents === 'first' ? 1 : contents ? 2 : 0,
  blocks: blocks.map(blockData),
})

const wordsData = (words: Words) => runsOf(words).map((run) => ({ ...run }))

function blockData(block: Block): object {
  switch (block.kind) {
    case 'text':
    case 'note':
    case 'quote':
      return { ...block, words: wordsData(block.words) }
    case 'list':
      return { ...block, ordered: block.ordered ?? false, items: block.items.map((item) => item.map(blockData)) }
    case 'table':
      return {
        ...block,
        columns: block.columns.map(({ title, align = 'start', width = 1 }) => ({ title, align, width })),
        rows: block.rows.map((row) => block.columns.map((_, i) => wordsData(row[i] ?? ''))),
      }
    case 'facts':
      return { ...block, facts: block.facts.map(([label, value]) => [label, wordsData(value)]) }
    case 'figure':
      return { ...block, width: Math.min(1, svgWidth(block.svg) / wide) }
    default:
      return block
  }
}

const svgWidth = (svg: string): number => Number(/viewBox="[\d.-]+ [\d.-]+ ([\d.]+)/.exec(svg)?.[1] ?? wide)
