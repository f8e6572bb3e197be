import { strToU8, zipSync } from 'fflate'

const head = '<?xml version="1.0" encoding="UTF-8"?>'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'

const parts = {
  '[Content_Types].xml': `${head}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
  '_rels/.rels': `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="Answers" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
}

/** A workbook of one sheet, by the XML of its rows: no program would write it so. */
export const workbookOf = (rows: string, more: Record<string, string> = {}): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries({
        ...parts,
        ...more,
        'xl/worksheets/sheet1.xml': `${head}<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`,
      }).map(([name, text]) => [name, strToU8(text)]),
    ),
    { level: 9 },
  )

/** Rows with one cell each, in a column of this name. */
export const farOut = (rows: number, column: string): string =>
  Array.from({ length: rows }, (_, i) => `<row r="${i + 1}"><c r="${column}${i + 1}"><v>1</v></c></row>`).join('')

/** A workbook with one text that stands once in the file, and in every cell of these rows below a header. */
const sharing = (text: string, rows: number): Uint8Array => {
  const types = parts['[Content_Types].xml'].replace(
    '</Types>',
    '<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>',
  )
  const related = parts['xl/_rels/workbook.xml.rels'].replace(
    '</Relationships>',
    `<Relationship Id="rId2" Type="${relations}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
  )
  const words = ['Brief', 'Request', 'Answer', 'Reason', text]
  const row = (r: number, shared: number[]) =>
    `<row r="${r}">${shared.map((word, i) => `<c r="${'ABCD'[i]}${r}" t="s"><v>${word}</v></c>`).join('')}</row>`
  return workbookOf(row(1, [0, 1, 2, 3]) + Array.from({ length: rows }, (_, i) => row(i + 2, [4, 4, 4, 4])).join(''), {
    '[Content_Types].xml': types,
    'xl/_rels/workbook.xml.rels': related,
    'xl/sharedStrings.xml': `${head}<sst xmlns="${main}">${words.map((word) => `<si><t>${word}</t></si>`).join('')}</sst>`,
  })
}

/** Small files that become huge for whoever reads them without bounds, and the sentence that answers each. */
export const hugeSheets: readonly (readonly [what: string, name: string, bytes: () => Uint8Array, sentence: string])[] = [
  ['60,000 rows with one cell at the last column', 'a.xlsx', () => workbookOf(farOut(60_000, 'XFD')), 'more than 1,000 columns'],
  [
    'a cell in the last row',
    'b.xlsx',
    () => workbookOf('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="ALK1048576"><v>1</v></c></row>'),
    'more than 100,000 rows',
  ],
  ['150 MB of blanks in a few kilobytes', 'c.xlsx', () => workbookOf(' '.repeat(150 * 1024 * 1024)), 'too large when it is unpacked'],
  ['a line of 900,000 columns', 'd.csv', () => Buffer.from(`a${','.repeat(900_000)}\n`), 'more than 1,000 columns'],
  ['a text of a megabyte in 1,600 cells', 'f.xlsx', () => sharing('a'.repeat(1024 * 1024), 400), 'more than 32767 characters'],
  ['a text of 30,000 letters in 400,000 cells', 'g.xlsx', () => sharing('a'.repeat(30_000), 99_000), 'more than 32 million characters'],
  ['a name of 900,000 letters for its column', 'h.csv', () => Buffer.from(`${'a'.repeat(900_000)}\n1\n`), 'longer than 200 characters'],
  ['900 columns in 5,000 rows', 'e.csv', () => Buffer.from(`${'a'.concat(','.repeat(899))}\n`.repeat(5_000)), 'million cells'],
]
