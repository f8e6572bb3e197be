// A worker is made for each file: it loads what its kind needs, and nothing else.

import { decodeText } from '../sheet/encoding.ts'
import { SheetError } from '../sheet/table.ts'
import { keptOf } from '../ui/kept.ts'
import { measured } from '../unzip.ts'
import { readingLimits } from './limits.ts'

const kept = keptOf('lib', 'reading')

/** What a file says. */
export interface Words {
  words: string
  /** Why there are none, or not all, kept to be said; '' where all is there. */
  note: string
}

const { characters: mostWords, pages: mostPages, rows: mostRows, unpacked: mostUnpacked } = readingLimits.document

const clipped = (words: string, note = ''): Words =>
  words.length > mostWords ? { words: words.slice(0, mostWords), note: kept('beginning') } : { words, note }

const none = (note: string): Words => ({ words: '', note })

async function ofPdf(bytes: Uint8Array): Promise<Words> {
  const { getDocumentProxy } = await import('unpdf')
  const pdf = await getDocumentProxy(bytes, { useSystemFonts: false, disableFontFace: true })
  const pages: string[] = []
  const last = Math.min(pdf.numPages, mostPages)
  for (let n = 1, size = 0; n <= last && size < mostWords; n++) {
    const page = await pdf.getPage(n)
    const { items } = await page.getTextContent()
    const text = items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join('')
    page.cleanup()
    size += text.length
    pages.push(text.trim())
  }
  const words = pages.join('\n\n').trim()
  if (words === '') return none(kept('pictures'))
  return clipped(words, pdf.numPages > last ? kept('pages', { shown: last, of: pdf.numPages }) : '')
}

async function ofDocx(bytes: Uint8Array): Promise<Words> {
  const { extractRawText } = await import('mammoth')
  const { value } = await extractRawText({ buffer: Buffer.from(bytes) })
  const words = value.replaceAll(/\n{3,}/g, '\n\n').trim()
  return words === '' ? none(kept('noWords')) : clipped(words)
}

async function ofTable(bytes: Uint8Array, sheet?: string): Promise<Words> {
  const { parseTable } = await import('../sheet/parse.ts')
  try {
    const { header, rows } = await parseTable(bytes, sheet === undefined ? {} : { sheet })
    const lines = [header.join('\t'), ...rows.slice(0, mostRows).map(({ cells }) => header.map((name) => cells[name] ?? '').join('\t'))]
    return clipped(lines.join('\n'), rows.length > mostRows ? kept('rows', { shown: mostRows, of: rows.length }) : '')
  } catch (error) {
    if (error instanceof SheetError) return none(error.message)
    throw error
  }
}

const ofOffice = async (bytes: Uint8Array, reader: 'wordsOfSlides' | 'wordsOfOpenDocument'): Promise<Words> => {
  const words = (await import('./office.ts'))[reader](bytes, mostWords, mostUnpacked)
  return words === '' ? none(kept('noWords')) : clipped(words)
}

// So many sheets of a workbook are read: each is unpacked on its own.
const mostSheets = 20

/** The words of a workbook: of its first sheet, or why there are none, and of the others as far as they can be read. */
async function ofWorkbook(bytes: Uint8Array): Promise<Words> {
  const { listSheets } = await import('../sheet/parse.ts')
  try {
    const [, ...others] = await listSheets(bytes)
    const first = await ofTable(bytes)
    const parts = [first.words]
    for (const sheet of others.slice(0, mostSheets - 1)) {
      const { words } = await ofTable(bytes, sheet)
      if (words) parts.push(`${sheet}\n${words}`)
    }
    return clipped(parts.filter(Boolean).join('\n\n'), first.note)
  } catch (error) {
    if (error instanceof SheetError) return none(error.message)
    throw error
  }
}

// Scripts, styles and pictures are no words; links are shown by their text.
async function ofHtml(bytes: Uint8Array): Promise<Words> {
  const { convert } = await import('html-to-text')
  return clipped(
    convert(decodeText(bytes.subarray(0, 4 * mostWords)).text, {
      wordwrap: false,
      limits: { maxInputLength: 4 * mostWords, maxDepth: 100, maxChildNodes: 50_000 },
      selectors: [
        { selector: 'a', options: { ignoreHref: true } },
        ...['img', 'script', 'style', 'noscript', 'template', 'iframe', 'object'].map((selector) => ({ selector, format: 'skip' })),
      ],
    }).trim(),
  )
}

/**
 * The words of a file, told by its type: PDF, Word, PowerPoint, Excel, OpenDocument, CSV, HTML and plain text. It may take long or much memory; `readWithin` bounds it.
 * @param type as told from the content
 */
export async function wordsOf(bytes: Uint8Array, type: string): Promise<Words> {
  if (!type.includes('officedocument') && !type.includes('opendocument')) return wordsIn(bytes, type)
  const known = measured(bytes, mostUnpacked)
  return known === undefined ? none(kept('tooLarge')) : wordsIn(known, type)
}

/** The same of a file that may be unpacked. */
async function wordsIn(bytes: Uint8Array, type: string): Promise<Words> {
  if (type === 'application/pdf') return ofPdf(bytes)
  if (type.includes('wordprocessingml')) return ofDocx(bytes)
  if (type.includes('presentationml')) return ofOffice(bytes, 'wordsOfSlides')
  if (type.includes('opendocument')) return ofOffice(bytes, 'wordsOfOpenDocument')
  if (type.includes('spreadsheetml')) return ofWorkbook(bytes)
  if (type === 'text/csv') return ofTable(bytes)
  if (type === 'text/html') return ofHtml(bytes)
  if (type.startsWith('text/')) return clipped(decodeText(bytes.subarray(0, 4 * mostWords)).text.replaceAll('\0', ''))
  if (type.startsWith('image/')) return none(kept('picture'))
  if (type.startsWith('video/') || type.startsWith('audio/')) return none(kept('recording'))
  return none(kept('otherKind'))
}
