import { unzipSync, zipSync } from 'fflate'
import { writeXlsx as workbook } from 'hucre'
import { expect, test } from 'vitest'
import { readWithin } from '../../src/lib/reading/within.ts'
import { readTable } from '../../src/lib/sheet/read.ts'

// A workbook has its directory at its end, found by a mark. With the mark once more behind it, one reader finds no directory and another the
// real one: what was measured as nothing was then unpacked, as large as it is, by whoever was sent the file.
const mark = Buffer.from('PK\x05\x06', 'latin1')
const sheets = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const blanks = 150 * 1024 ** 2

/** A workbook with a part that becomes large; packed fast, since a hundred megabytes of blanks are small in any case. */
async function bomb(part: string): Promise<Buffer> {
  const parts = unzipSync(await workbook({ sheets: [{ name: 'S', rows: [['Name'], ['Maria']] }] }))
  const said = Buffer.from(parts[part] as Uint8Array).toString()
  const at = said.lastIndexOf('</')
  const large = Buffer.concat([Buffer.from(said.slice(0, at)), Buffer.alloc(blanks, 0x20), Buffer.from(said.slice(at))])
  return Buffer.from(zipSync({ ...parts, [part]: new Uint8Array(large) }, { level: 1 }))
}

/** The same archive with a remark at its end. */
function remarkedWith(archive: Buffer, remark: Buffer): Uint8Array {
  const remarked = Buffer.concat([archive, remark])
  remarked.writeUInt16LE(remark.length, archive.length - 2)
  return new Uint8Array(remarked)
}

for (const part of ['xl/workbook.xml', 'xl/worksheets/sheet1.xml'])
  test(`${part} that becomes too large is not unpacked, whatever stands behind the archive`, async () => {
    const packed = await bomb(part)
    for (const behind of [Buffer.of(), mark, Buffer.concat([mark, Buffer.alloc(20)])]) {
      const file = remarkedWith(packed, behind)
      await expect(readTable(file)).rejects.toThrow('too large when it is unpacked')
      expect((await readWithin(file, sheets)).words).toBe('')
    }
  })

test('an honest workbook is read as before, with such a mark in the remark behind it as well', async () => {
  const honest = Buffer.from(await workbook({ sheets: [{ name: 'S', rows: [['Name'], ['Maria']] }] }))
  for (const file of [remarkedWith(honest, Buffer.of()), remarkedWith(honest, mark)]) {
    expect((await readTable(file)).rows).toHaveLength(1)
    expect((await readWithin(file, sheets)).words).toContain('Maria')
  }
})
