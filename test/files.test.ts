import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eraseContent, keepFile } from '../src/files/actions.ts'
import { listFiles, lookAt, readFileBytes } from '../src/files/queries.ts'
import { chunkSize, fileName } from '../src/files/rules.ts'
import { againWhereOvertaken } from '../src/lib/db/again.ts'
import { writeXlsx } from '../src/lib/sheet/write.ts'
import { makeEmptyWorld } from './world.ts'

let world: Awaited<ReturnType<typeof makeEmptyWorld>>
beforeAll(async () => {
  world = await makeEmptyWorld()
})
afterAll(() => world.end())

const at = new Date('2026-10-16T09:00:00Z')
const keep = async (name: string, content: Uint8Array) => {
  const file = await lookAt({ name, content })
  return world.write((tx) => keepFile(tx, { ...file, personId: null, at }))
}

const bytesOf = async (id: number) => Buffer.concat(await Array.fromAsync(readFileBytes(world.db, id)))
const count = async () =>
  Number(
    (
      await world.db
        .selectFrom('fileContent')
        .select((e) => e.fn.countAll().as('n'))
        .executeTakeFirstOrThrow()
    ).n,
  )

describe('a file', () => {
  it('comes back byte for byte, whatever the pieces it came in', async () => {
    const content = Buffer.alloc(2 * chunkSize + 12_345, 'Rollover ')
    async function* pieces() {
      for (let at = 0; at < content.length; at += 700_001) yield content.subarray(at, at + 700_001)
    }
    const brought = { name: 'notes.txt', content: pieces(), type: 'text/plain', personId: null, at }
    const file = await world.write((tx) => keepFile(tx, brought))
    expect(file).toMatchObject({ name: 'notes.txt', type: 'text/plain', size: content.length })
    expect((await bytesOf(file.id)).equals(content)).toBe(true)
  })

  it('is kept once when it is brought twice, under both names', async () => {
    const before = await count()
    const files = [await keep('a.txt', Buffer.from('the same')), await keep('b.md', Buffer.from('the same'))]
    expect(await count()).toBe(before + 1)
    expect(
      (
        await listFiles(
          world.db,
          files.map(({ id }) => id),
        )
      ).map(({ name }) => name),
    ).toEqual(['a.txt', 'b.md'])
  })

  it('is looked at before the transaction that keeps it, so that a slow one holds no connection', async () => {
    await expect(world.write(() => lookAt({ name: 'a.txt', content: Buffer.from('a') }))).rejects.toThrow('before the transaction')
  })

  it('is whole where the transaction that keeps it begins anew', async () => {
    const looked = await lookAt(new File(['Of a form.'], 'form.txt'))
    let tries = 0
    const file = await againWhereOvertaken(world.write)(async (tx) => {
      const kept = await keepFile(tx, { ...looked, personId: null, at })
      if (++tries === 1) throw Object.assign(new Error('Another one was first.'), { code: '40001' })
      return kept
    })
    expect(String(await bytesOf(file.id))).toBe('Of a form.')
  })

  it('is kept once when four bring it at the same instant', async () => {
    const before = await count()
    await Promise.all([1, 2, 3, 4].map((n) => keep(`${n}.txt`, Buffer.from('at once'))))
    expect(await count()).toBe(before + 1)
  })

  it('has the type that its content has', async () => {
    const workbook = await writeXlsx([{ name: 'S', columns: [{ title: 'A' }], rows: [[1]] }], 'T')
    expect((await keep('roster.xlsx', workbook)).type).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
    expect((await keep('roster', Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj'))).type).toBe('application/pdf')
  })

  it.each([
    ['minutes.pdf', 'PK\x03\x04 something', 'ends in .pdf, but its content has another type'],
    ['list.csv', '\x7fELF\x02\x01\x01\0\0\0', 'ends in .csv, but its content has another type'],
    ['empty.txt', '', '“empty.txt” is empty.'],
  ])('is refused when its name lies or it is empty: %s', async (name, content, sentence) => {
    const before = await count()
    await expect(keep(name, Buffer.from(content, 'latin1'))).rejects.toThrow(sentence)
    expect(await count()).toBe(before)
  })

  it('is gone after erasure, and cannot be brought back', async () => {
    const file = await keep('name.txt', Buffer.from('a name too much'))
    await world.write((tx) => eraseContent(tx, file.id, at))
    await expect(bytesOf(file.id)).rejects.toThrow('File not found')
    expect(await listFiles(world.db, [file.id])).toEqual([])
    await expect(keep('again.txt', Buffer.from('a name too much'))).rejects.toThrow('deleted for good')
  })

  it('is said to be damaged when its bytes have changed', async () => {
    const file = await keep('x.txt', Buffer.from('whole'))
    await world.db
      .updateTable('fileChunk')
      .set({ bytes: Buffer.from('holes') })
      .where('bytes', '=', Buffer.from('whole'))
      .execute()
    await expect(bytesOf(file.id)).rejects.toThrow('damaged')
  })
})

it.each([
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\ana\\notes.txt', 'notes.txt'],
  ['a\u202egpj.exe', 'agpj.exe'],
  ['', 'file'],
  [`${'x'.repeat(300)}.pdf`, `${'x'.repeat(196)}.pdf`],
])('a name is kept without folders and hidden characters: %s', (given, kept) => {
  expect(fileName(given)).toBe(kept)
})
