import { expect, test } from 'vitest'
import { sayKept } from '../ui/kept.ts'
import { readWithin } from './within.ts'

/** A PDF by hand, each page with one line, as a scanner's program writes them: all pages in one flat list. */
function pdfOf(pages: number, line: (n: number) => string): Uint8Array {
  const bodies = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages} /Kids [${Array.from({ length: pages }, (_, n) => `${4 + 2 * n} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...Array.from({ length: pages }, (_, n) => {
      const words = `BT /F1 12 Tf 72 720 Td (${line(n + 1)}) Tj ET`
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${5 + 2 * n} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
        `<< /Length ${words.length} >>\nstream\n${words}\nendstream`,
      ]
    }).flat(),
  ]
  let text = '%PDF-1.4\n'
  const places = bodies.map((body, index) => {
    const at = text.length
    text += `${index + 1} 0 obj\n${body}\nendobj\n`
    return at
  })
  const table = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  text += `xref\n0 ${bodies.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${bodies.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`
  return Buffer.from(text, 'latin1')
}

test('a PDF of 10,000 pages is read to its 300th, within its memory', async () => {
  const { words, note } = await readWithin(
    pdfOf(10_000, (n) => `Minutes of day ${n}`),
    'application/pdf',
    // A quarter of its usual time where nothing else runs: a slow machine that is busy needs more.
    { milliseconds: 240_000 },
  )
  expect(sayKept(note)).toBe('The preview shows the first 300 of 10,000 pages.')
  expect(words).toContain('Minutes of day 1\n')
  expect(words).toContain('Minutes of day 300')
  expect(words).not.toContain('Minutes of day 301')
})

test('what takes too long or too much memory is ended, and says so', async () => {
  const pdf = pdfOf(10_000, (n) => `Minutes of day ${n}`)
  const slow = await readWithin(pdf, 'application/pdf', { milliseconds: 1 })
  expect([slow.words, sayKept(slow.note)]).toEqual(['', 'Reading the file took too long.'])
  const { words, note } = await readWithin(pdf, 'application/pdf', { megabytes: 12 })
  expect([words, sayKept(note)]).toEqual(['', expect.stringMatching(/too much memory|could not read|damaged/)])
})
