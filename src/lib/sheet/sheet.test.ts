import { strFromU8, unzipSync } from 'fflate'
import { writeXlsx as foreignWorkbook } from 'hucre'
import { describe, expect, it } from 'vitest'
import { readTable } from './read.ts'
import { findColumn, SheetError } from './table.ts'
import { csvLine, dayCell, writeCsv, writeXlsx } from './write.ts'

const bytes = (text: string) => Buffer.from(text)

describe('CSV', () => {
  it.each([
    ['commas', 'Name,Town\nÅbo,"a, b"\n'],
    ['semicolons', 'Name;Town\r\nÅbo;a, b\r\n'],
    ['tabs', 'Name\tTown\nÅbo\ta, b\n'],
    ['a byte order mark', '\ufeffName,Town\nÅbo,"a, b"'],
  ])('is read with %s', async (_, text) => {
    const table = await readTable(bytes(text))
    expect(table.header).toEqual(['Name', 'Town'])
    expect(table.rows.map(({ cells }) => cells)).toEqual([{ Name: 'Åbo', Town: 'a, b' }])
  })

  it('is read as Windows-1252 where it is no UTF-8, and says so', async () => {
    const table = await readTable(Buffer.from('Name\nM\xfcller\n', 'latin1'))
    expect(table).toMatchObject({ encoding: 'Windows-1252', rows: [{ cells: { Name: 'Müller' } }] })
  })

  it.each([
    ['Windows-1251', 'cceef1eae2e0'],
    ['Shift_JIS', '8389834383758389838a'],
    ['EUC-KR', 'b4ebc7d0b1b3bfb5b9ae'],
  ])('is read in another alphabet where its bytes look like one, and says so: %s', async (encoding, hex) => {
    const word = new TextDecoder(encoding.toLowerCase()).decode(Buffer.from(hex, 'hex'))
    const table = await readTable(Buffer.concat([bytes('Name;Town\nA;'), Buffer.from(hex, 'hex'), bytes('\n')]))
    expect(table).toMatchObject({ encoding, rows: [{ cells: { Name: 'A', Town: word } }] })
  })

  it('is read by the separator that its first line tells Excel', async () => {
    for (const separator of [';', ',', '\t']) {
      const table = await readTable(bytes(`sep=${separator}\r\nName${separator}Town\r\nA${separator}"b;c,d"\r\n`))
      expect([table.header, table.rows]).toMatchObject([['Name', 'Town'], [{ line: 3, cells: { Name: 'A', Town: 'b;c,d' } }]])
    }
  })

  it('is read as UTF-16 without its mark', async () => {
    const text = Buffer.from('Name\tTown\nŽ\tÅrhus\n', 'utf16le')
    for (const some of [text, Buffer.from(text).swap16()])
      expect(await readTable(some)).toMatchObject({ encoding: 'UTF-16', rows: [{ cells: { Name: 'Ž', Town: 'Århus' } }] })
  })

  it('is read as UTF-16', async () => {
    const table = await readTable(Buffer.from('\ufeffName\tTown\nŽ\tÅ\n', 'utf16le'))
    expect(table).toMatchObject({ encoding: 'UTF-16', rows: [{ cells: { Name: 'Ž', Town: 'Å' } }] })
  })

  it('names the line at which a row begins, also below cells of several lines and empty rows', async () => {
    const table = await readTable(bytes('A,B\n1,"x\ny\nz"\n\n2,w\n'))
    expect(table.rows.map(({ line }) => line)).toEqual([2, 6])
  })

  it.each([
    ['an empty file', '', 'The file is empty.'],
    ['nothing but line ends', '\n\n', 'The file has no rows.'],
    ['a quotation mark that stays open', 'A,B\n1,"x\n2,y\n3,z\n', 'Line 2:'],
    ['one at the beginning of a row', 'A,B\n1,"2\nlong"\n"x,y\n3,z\n', 'Line 4:'],
    ['one that is all', '"A\nB\n', 'Line 1:'],
    ['two columns of one name', 'A, A\n1,2\n', 'Line 1: Two columns have the name “A”'],
    ['NUL bytes', 'A\0B\n', 'neither CSV nor'],
    ['too many rows', `A\n${'1\n'.repeat(101)}`, 'more than 100 rows'],
  ])('is refused with a sentence: %s', async (_, text, sentence) => {
    const refused = await readTable(bytes(text), { mostRows: 100 }).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(SheetError)
    expect((refused as Error).message).toContain(sentence)
  })

  // What stands beyond a bound would be another sentence, if anybody came so far as to read it.
  it.each([
    ['a line of commas', ','.repeat(2_000), 'more than 1,000 columns'],
    ['rows of commas', `${','.repeat(899)}\n`.repeat(5_000), 'million cells'],
  ])('is read no further than its bounds: %s', async (_, text, sentence) => {
    await expect(readTable(bytes(`${text}"never closed`))).rejects.toThrow(sentence)
  })

  it('is written so that no program takes a cell for a formula, and every row comes back', async () => {
    const text = writeCsv(
      ['Name', 'Note'],
      [
        ['=HYPERLINK("x")', 'a\nb'],
        ['+1', 'Ünï'],
        ['plain', null],
      ],
    )
    expect(text).toContain('"\'=HYPERLINK(""x"")"')
    expect((await readTable(bytes(text))).rows.map(({ cells }) => cells.Note)).toEqual(['a\nb', 'Ünï', ''])
  })

  it.each([
    ['＝1+1', "'＝1+1"],
    ['x;=HYPERLINK(1)', "x;'=HYPERLINK(1)"],
    ['x\n=1', '"x\n\'=1"'],
    ['x\n-2+3', '"x\n\'-2+3"'],
    ['x\t@SUM(1)', "x\t'@SUM(1)"],
    ['x;"=1+2;y', `"x;""'=1+2;y"`],
    ['x\n""@SUM(1)', `"x\n""""'@SUM(1)"`],
    ['Say;"so"', '"Say;""so"""'],
    ['Buy:\n- milk;- bread', '"Buy:\n- milk;- bread"'],
  ])('nor where semicolons part the cells, or signs are wide: %j', (given, written) => {
    expect(writeCsv(['Name'], [[given]])).toBe(`\uFEFFName\r\n${written}`)
    expect(csvLine([given, 'b'])).toBe(`${written},b\r\n`)
  })

  it('nothing stands before a line, and empty cells stay', () => {
    expect(csvLine(['', '+49', '-1', '@x', 'a=b', ''])).toBe(",'+49,'-1,'@x,a=b,\r\n")
  })
})

describe('XLSX', () => {
  it('comes back as it was written: text stays text, days are days', async () => {
    const workbook = await writeXlsx(
      [
        {
          name: 'Answers: 2026/27',
          columns: [
            { title: 'Nr' },
            { title: 'Answer', choices: ['planned', 'declined'], open: true },
            { title: 'Until' },
            { title: 'Sure' },
            { title: 'Since' },
          ],
          rows: [
            [1, '=1+1', new Date('2026-10-23T18:52:55.446Z'), true, dayCell('2016-09-01')],
            [2.5, 'planned', null, false, dayCell('1871-05-10')],
          ],
          locked: true,
        },
      ],
      'Brief',
    )
    const table = await readTable(workbook)
    expect(table.sheet).toBe('Answers  2026 27')
    expect(table.rows).toEqual([
      { line: 2, cells: { Nr: '1', Answer: '=1+1', Until: '2026-10-23', Sure: 'TRUE', Since: '2016-09-01' }, formulas: [] },
      { line: 3, cells: { Nr: '2.5', Answer: 'planned', Until: '', Sure: 'FALSE', Since: '1871-05-10' }, formulas: [] },
    ])
  })

  it('holds days that a program reckons by, empty cells that are empty, columns no wider than what they show, and heads for each page', async () => {
    const rows = [[dayCell('2016-09-01'), '', new Date('2026-10-23T18:52:55.446Z')]]
    const columns = [{ title: 'From' }, { title: 'To' }, { title: 'On' }]
    const files = unzipSync(await writeXlsx([{ name: "Who's in", columns, rows }], 'T'))
    const textOf = (name: string) => strFromU8(files[`xl/${name}.xml`] ?? new Uint8Array())
    const sheet = textOf('worksheets/sheet1')
    expect(sheet).toMatch(/<c r="A2"[^>]*><v>42614<\/v>/)
    expect(sheet).toMatch(/<c r="C2"[^>]*><v>46318<\/v>/)
    expect(sheet).toMatch(/<c r="B2"[^>]*\/>/)
    expect([...sheet.matchAll(/<col [^>]*width="(\d+)/g)].map(([, width]) => Number(width))).toEqual([12, 4, 12])
    expect(sheet).toMatch(/<pageSetup [^>]*fitToHeight="0"/)
    expect(textOf('workbook')).toContain(">'Who''s in'!$1:$1</definedName>")
  })

  it('tells where a formula stands and evaluates none', async () => {
    const workbook = await foreignWorkbook({
      sheets: [
        {
          name: 'S',
          rows: [['Points'], [null]],
          cells: new Map([['1,0', { value: null, type: 'formula', formula: '2+3', formulaResult: 5 }]]),
        },
      ],
    })
    expect((await readTable(workbook)).rows).toEqual([{ line: 2, cells: { Points: '5' }, formulas: ['Points'] }])
  })

  it('is refused where it is damaged, of the old kind, or lacks the sheet', async () => {
    const workbook = await writeXlsx([{ name: 'S', columns: [{ title: 'A' }], rows: [[1]] }], 'T')
    await expect(readTable(workbook.slice(0, 200))).rejects.toThrow('damaged')
    await expect(readTable(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0))).rejects.toThrow('old Excel file')
    await expect(readTable(workbook, { sheet: 'Other' })).rejects.toThrow('no sheet “Other”')
  })
})

it('finds a column by any of its names', () => {
  expect(findColumn({ header: ['Prénom', 'E-Mail address'] }, ['email', 'email address'])).toBe('E-Mail address')
  expect(findColumn({ header: ['Prénom'] }, ['prenom'])).toBe('Prénom')
  expect(findColumn({ header: ['Town'] }, ['name'])).toBeUndefined()
})
