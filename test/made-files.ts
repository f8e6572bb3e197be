import { strToU8, zipSync } from 'fflate'

/** Files as office programs write them, as small as they can be. */

const xml = (body: string) => strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${body}`)
const rels = 'http://schemas.openxmlformats.org/package/2006/relationships'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A PDF, a line each page. */
export function pdf(...lines: string[]): Buffer {
  const pages = lines.map((_, n) => `${4 + 2 * n} 0 R`)
  const bodies = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${lines.length} /Kids [${pages.join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...lines.flatMap((line, n) => {
      const words = `BT /F1 12 Tf 72 720 Td (${line}) Tj ET`
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${5 + 2 * n} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
        `<< /Length ${words.length} >>\nstream\n${words}\nendstream`,
      ]
    }),
  ]
  return pdfOf(bodies)
}

/** A PDF of these objects, the first of which is its catalogue. */
export function pdfOf(bodies: string[], trailer = ''): Buffer {
  let text = '%PDF-1.4\n'
  const places = bodies.map((body, index) => {
    const at = text.length
    text += `${index + 1} 0 obj\n${body}\nendobj\n`
    return at
  })
  const table = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  text += `xref\n0 ${bodies.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${bodies.length + 1} /Root 1 0 R ${trailer}>>\nstartxref\n${text.length}\n%%EOF\n`
  return Buffer.from(text, 'latin1')
}

const packed = (parts: Record<string, Uint8Array>): Buffer => Buffer.from(zipSync(parts))

const typed = (main: string, part: string, more: Record<string, Uint8Array>) =>
  packed({
    '[Content_Types].xml': xml(
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.${main}.main+xml"/></Types>`,
    ),
    '_rels/.rels': xml(
      `<Relationships xmlns="${rels}"><Relationship Id="r" Type="${office}/officeDocument" Target="${part}"/></Relationships>`,
    ),
    ...more,
  })

export const docx = (...paragraphs: string[]): Buffer =>
  typed('wordprocessingml.document', 'word/document.xml', {
    'word/document.xml': xml(
      `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraphs.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join('')}</w:body></w:document>`,
    ),
  })

const slide = (text: string) =>
  xml(
    `<p:sld xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><p:cSld><p:spTree><p:sp><p:txBody><a:p><a:r><a:t>${text}</a:t></a:r></a:p></p:txBody></p:sp></p:spTree></p:cSld></p:sld>`,
  )

/** Slides, each with a text and what its speaker notes. */
export const pptx = (...slides: { text: string; note?: string }[]): Buffer =>
  typed('presentationml.presentation', 'ppt/presentation.xml', {
    'ppt/presentation.xml': xml('<p:presentation xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"/>'),
    ...Object.fromEntries(slides.map(({ text }, n) => [`ppt/slides/slide${n + 1}.xml`, slide(text)])),
    ...Object.fromEntries(slides.flatMap(({ note }, n) => (note ? [[`ppt/notesSlides/notesSlide${n + 1}.xml`, slide(note)]] : []))),
  })

/** What OpenDocument calls its kinds, by the ending of their names. */
const kinds = { odt: 'text', ods: 'spreadsheet', odp: 'presentation' }

export function openDocument(kind: keyof typeof kinds, body: string): Buffer {
  const names = ['office', 'text', 'table', 'draw'].map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  return packed({
    mimetype: strToU8(`application/vnd.oasis.opendocument.${kinds[kind]}`),
    'content.xml': xml(`<office:document-content ${names.join(' ')}><office:body>${body}</office:body></office:document-content>`),
  })
}
