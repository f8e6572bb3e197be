import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { expectLinear } from '../../../test/growth.ts'
import { type MboxEntry, type MboxOptions, readMbox } from './mbox.ts'
import { MboxError } from './mbox-source.ts'
import { writeMbox } from './mbox-write.ts'

async function read(bytes: string | Uint8Array, options: MboxOptions = {}, pieces = 1 << 16): Promise<MboxEntry[]> {
  const all = Buffer.from(bytes as string, 'latin1')
  async function* chunks() {
    for (let at = 0; at < all.length; at += pieces) yield all.subarray(at, at + pieces)
  }
  return Array.fromAsync(readMbox(chunks(), options))
}
const raws = async (text: string, options?: MboxOptions) => (await read(text, options)).map((entry) => entry.raw.toString('latin1'))

const line = 'From maria@uni.example Tue May  4 10:00:00 2004\n'
const mail = (n: number, body = `text ${n}\n`) => `Subject: ${n}\n\n${body}`

test('a packed mailbox holds no more than it may', async () => {
  const packed = gzipSync(`${line}${mail(1)}\n${line}${mail(2, 'x'.repeat(100_000))}`)
  expect(await Array.fromAsync(readMbox(packed, { unpacked: 200_000 }))).toHaveLength(2)
  await expect(Array.fromAsync(readMbox(packed, { unpacked: 50_000 }))).rejects.toThrow(
    new MboxError('Unpacked, the mailbox has more than 0.05 MB.'),
  )
})

test('of a mailbox no more is read than its head, where that is all that is looked at', async () => {
  let pulled = 0
  async function* chunks() {
    for (; pulled < 100; pulled++) yield Buffer.alloc(1_000, 'x')
  }
  const entries = await Array.fromAsync(readMbox(chunks(), { head: 10_000 }))
  expect(entries.map(({ kind, length }) => [kind, length])).toEqual([['stray', 10_000]])
  expect(pulled).toBeLessThan(12)
})

describe('the messages of a mailbox', () => {
  test('are what stands between the From lines, without the empty line', async () => {
    const entries = await read(`${line}${mail(1)}\n${line}${mail(2)}\n`)
    expect(entries).toEqual([
      {
        kind: 'message',
        offset: 0,
        length: line.length + mail(1).length + 1,
        envelopeLine: line.trim(),
        raw: Buffer.from(mail(1)),
        repairs: [],
      },
      {
        kind: 'message',
        offset: line.length + mail(1).length + 1,
        length: line.length + mail(2).length + 1,
        envelopeLine: line.trim(),
        raw: Buffer.from(mail(2)),
        repairs: [],
      },
    ])
  })
  test('of an old Mac end in carriage returns alone, however they come', async () => {
    const text = `${line}${mail(1)}\n${line}${mail(2)}`.replaceAll('\n', '\r')
    for (const pieces of [1, 7, 1 << 16])
      expect((await read(text, {}, pieces)).map(({ raw }) => raw.toString())).toEqual([mail(1), mail(2)])
  })

  test('keep their CRLF', async () => {
    const dos = `${line}${mail(1)}\n${line}${mail(2)}\n`.replaceAll('\n', '\r\n')
    expect(await raws(dos)).toEqual([mail(1), mail(2)].map((text) => text.replaceAll('\n', '\r\n')))
  })
  test.each([
    'From maria@uni.example  Tue May  4 10:00:00 2004',
    'From maria at uni.example  Tue May  4 10:00:00 2004',
    'From lu\xe7a at uni.example  Tue May  4 10:00:00 2004',
    'From - Tue May  4 10:00:00 2004',
    'From MAILER-DAEMON Tue May  4 10:00:00 2004',
    'From ???@??? Tue May 04 10:00:00 2004',
    'From maria@uni.example Tue May  4 10:00:00 MET DST 2004',
    'From maria@uni.example Tue May  4 10:00 2004',
    'From maria@uni.example Tue May  4 10:00:00 2004 +0200',
    'From maria Tue May  4 10:00:00 2004 remote from uni',
    'From "Maria M." <maria@uni.example> Tue May  4 10:00:00 2004',
    'From maria@uni.example Tue, 4 May 2004 10:00:00 +0200',
    'From maria@uni.example 2004-05-04T10:00:00Z',
    'From maria@uni.example',
  ])('begin at "%s"', async (from) => {
    expect(await raws(`${from}\n${mail(1)}\n${from}\n${mail(2)}\n`)).toEqual([mail(1), mail(2)])
  })
  test.each([
    'From Tuesday on we meet at ten.\nAgenda: the usual\n',
    'From Tue May  4 10:00:00 2004 on it was broken, says the log.\nand so on\n',
    'From maria@uni.example Tue May  4 10:00:00 2004\nhttp://www.example.org/\n',
    'From maria@uni.example\nI got this: nothing\n',
    'From here\n\nTo there: far\n',
    'From 0123456789012345678901234567890123456789 Mon Sep 17 00:00:00 2001\nFrom: A <a@b.example>\nSubject: [PATCH] x\n\n',
  ])('do not begin in the text %j', async (text) => {
    const body = `before\n\n${text}\nafter\n`
    const [first, ...others] = await read(`${line}${mail(1, body)}\n${line}${mail(2)}\n`)
    expect([first!.raw.toString(), others.length]).toEqual([mail(1, body), 1])
    expect(first!.repairs).toEqual([{ fault: 'unquotedFrom' }])
  })
  test('begin at a From line without an empty line before it, too', async () => {
    expect(await raws(`${line}${mail(1)}${line}${mail(2)}`)).toEqual([mail(1), mail(2)])
  })
  test('made by git are its patches', async () => {
    const patch = (n: number) => `From 012345678901234567890123456789012345678${n} Mon Sep 17 00:00:00 2001\n${mail(n)}`
    expect(await raws(`${patch(1)}\n${patch(2)}\n`)).toEqual([mail(1), mail(2)])
  })
  test('without a From line at the beginning of the file are read, with a note', async () => {
    const [first, second] = await read(`\n\n${mail(1)}\n${line}${mail(2)}`)
    expect(first).toMatchObject({
      kind: 'message',
      offset: 2,
      envelopeLine: null,
      repairs: [{ fault: 'noFromLine' }],
    })
    expect(second).toMatchObject({ kind: 'message', repairs: [] })
  })
  test('that were cut off are read as far as they go, with a note', async () => {
    expect(await read(`${line}${mail(1)}\n${line}Subject: 2\n\nthis en`)).toMatchObject([
      { repairs: [] },
      { kind: 'message', raw: Buffer.from('Subject: 2\n\nthis en'), repairs: [{ fault: 'cutLine' }] },
    ])
    expect(await read(`${line}${mail(1)}\n${line}`)).toMatchObject([{ kind: 'message' }, { kind: 'stray', raw: Buffer.from('') }])
  })
  test('are apart from bytes that are no mail', async () => {
    expect(await read(`garbage\nand more\n${line}${mail(1)}`)).toMatchObject([
      { kind: 'stray', offset: 0, length: 17, raw: Buffer.from('garbage\nand more\n') },
      { kind: 'message', raw: Buffer.from(mail(1)) },
    ])
    expect(await read('')).toEqual([])
    expect(await read('\n\r\n\n')).toEqual([])
  })
  test('may be one without any From line', async () => {
    const eml = `Received: by x\n${mail(1, `text\n\n\nReceived: by y\nFrom: a@b\nDate: x\n\n${line}Subject: 3\n\n`)}`
    expect(await raws(eml, { single: true })).toEqual([eml])
    expect(await raws(mail(1))).toEqual([mail(1)])
  })
  test('in a notebook of LISTSERV stand between rules', async () => {
    const rule = `${'='.repeat(73)}\r\n`
    const dated = (n: number) => `Date: x\r\n${mail(n, `a\r\n${'='.repeat(73)}\r\nb\r\n`)}`
    expect(await raws(`${rule}${dated(1)}\r\n${rule}${dated(2)}`)).toEqual([`${dated(1)}\r\n`, dated(2)])
  })
})

describe('quoted lines', () => {
  const text = `${line}${mail(1, 'a\n>From b\n>>From c\n> From d\n x>From e\n')}\n`
  test('lose one quote each', async () => {
    expect(await raws(text)).toEqual([mail(1, 'a\nFrom b\n>From c\n> From d\n x>From e\n')])
  })
  test('lose theirs only where the writer quoted, in mboxo', async () => {
    expect(await raws(text, { quoting: 'mboxo' })).toEqual([mail(1, 'a\nFrom b\n>>From c\n> From d\n x>From e\n')])
  })
  test('of a header are not text', async () => {
    const forwarded = '>From other@uni.example Tue May  4 10:00:00 2004\nSubject: 1\n\nx\n'
    expect(await raws(`${line}${forwarded}`)).toEqual([forwarded])
  })
})

describe('Content-Length', () => {
  const body = `one\n\n${line}Subject: inner\n\n>From here\n`
  const counted = (length: number) => `Content-Length: ${length}\n${mail(1, body)}`
  test('is believed where a message ends there, and then nothing was quoted', async () => {
    const right = counted(body.length)
    expect(await raws(`${line}${right}\n${line}${mail(2)}`)).toEqual([right, mail(2)])
    expect(await raws(`${line}${right}${line}${mail(2)}`)).toEqual([right, mail(2)])
    expect(await raws(`${line}${right}\n`)).toEqual([right])
    expect(await raws(`${line}${right}`)).toEqual([right])
  })
  test.each([0, 3, body.length - 1, body.length + 3, 10_000, 999_999_999_999])(
    'of %d bytes, where no message ends, is not',
    async (length) => {
      const [first, inner, last] = await raws(`${line}${counted(length)}\n${line}${mail(2)}`)
      expect([first, inner, last]).toEqual([`Content-Length: ${length}\nSubject: 1\n\none\n`, 'Subject: inner\n\nFrom here\n', mail(2)])
    },
  )
})

test('a message that is too large is cut, counted, and does not hide the next one', async () => {
  const large = mail(1, 'x'.repeat(98).concat('\n').repeat(50_000))
  const entries = await read(`${line}${large}\n${line}${mail(2)}`, { maxMessage: 100_000 })
  expect(entries).toMatchObject([
    {
      kind: 'oversized',
      offset: 0,
      length: line.length + large.length + 1,
      repairs: [expect.objectContaining({ fault: 'partRead', read: 100_000 })],
    },
    { kind: 'message', raw: Buffer.from(mail(2)), repairs: [] },
  ])
  expect(entries[0]!.raw.length).toBe(100_000 - line.length)
})

describe('a compressed mailbox', () => {
  const text = Array.from({ length: 2000 }, (_, i) => `${line}${mail(i, `${Math.random()}\n`)}\n`).join('')
  test('is read from a file whatever it is called', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'mbox-'))
    await writeFile(join(folder, 'a.mbox'), gzipSync(text))
    expect(await Array.fromAsync(readMbox(join(folder, 'a.mbox')))).toHaveLength(2000)
    await rm(folder, { recursive: true })
  })
  test('that is cut short is read as far as it goes, with a note', async () => {
    const whole = gzipSync(text)
    const entries = await read(whole.subarray(0, whole.length / 2), {}, 777)
    expect(entries.length).toBeGreaterThan(900)
    expect(entries.at(-1)!.repairs.at(-1)).toMatchObject({ fault: 'damagedFile' })
    expect(
      text.startsWith(
        entries
          .slice(0, -1)
          .map(({ raw }) => `${line}${raw}\n`)
          .join(''),
      ),
    ).toBe(true)
  })
  test('that is damaged in the middle is read up to there', async () => {
    const whole = gzipSync(text)
    const middle = Math.floor(whole.length / 2)
    whole.fill(0xff, middle, middle + 100)
    expect((await read(whole)).at(-1)!.repairs.at(-1)).toMatchObject({ fault: 'damagedFile' })
    await expect(read(Buffer.from([0x1f, 0x8b, 0xff, 0xff]))).rejects.toThrow(/damaged/)
  })
})

test('thousands of lines that almost separate are read in linear time', async () => {
  const almost = [
    'From '.repeat(190),
    `From ${'a'.repeat(900)}`,
    `From ${'a '.repeat(450)}`,
    `From a Tue May  4 ${'1'.repeat(900)}`,
    `From a ${'4 May '.repeat(150)}`,
  ]
  // Few enough that a processor's cache holds the double of it: what does not fit costs more, whoever reads it.
  await expectLinear(2_000, async (length) => {
    const text = Array.from({ length }, (_, i) => `${almost[i % almost.length]}\n`).join('')
    expect(await read(`${line}${mail(1, text)}`)).toHaveLength(1)
  })
})

test('a file that is not there is an error', async () => {
  await expect(Array.fromAsync(readMbox('/nowhere/a.mbox'))).rejects.toThrow('ENOENT')
})

// Bytes of which many lines begin like From lines, quoted or not, and end in every way.
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'From ',
        '>From ',
        '>',
        '\n',
        '\r\n',
        '\r',
        line,
        'From mboxrd@z x\n',
        'Content-Length: 3\n',
        'Subject: x\n',
        '\n\n',
        'a',
      ),
      fc.string({ maxLength: 3 }),
    ),
    { maxLength: 20 },
  )
  .map((parts) => Buffer.from(parts.join(''), 'latin1'))

describe('whatever the bytes are', () => {
  test('messages that were written are read back to the byte', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(hostile, fc.uint8Array({ maxLength: 40 })), { maxLength: 6 }),
        fc.integer({ min: 1, max: 50 }),
        async (list, pieces) => {
          const written = Buffer.concat(
            await Array.fromAsync(writeMbox(list.map((raw) => ({ raw, date: new Date('2004-05-04T10:00:00Z') })))),
          )
          const entries = await read(written, {}, pieces)
          expect(entries.map((entry) => entry.raw.toString('latin1'))).toEqual(list.map((raw) => Buffer.from(raw).toString('latin1')))
          expect(entries.every((entry) => entry.kind === 'message')).toBe(true)
        },
      ),
      { numRuns: 500 },
    )
  })
  test('each of them is in one entry, however they come', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(hostile, { maxLength: 8 }), fc.integer({ min: 1, max: 50 }), async (parts, pieces) => {
        const bytes = Buffer.concat(parts)
        const entries = await read(bytes, {}, pieces)
        const blank = /^[\r\n]*/.exec(bytes.toString('latin1'))![0].length
        let at = blank
        for (const entry of entries) {
          expect(entry.offset).toBe(at)
          at += entry.length
        }
        expect(entries.length === 0 ? blank : at).toBe(bytes.length)
        expect(await read(bytes)).toEqual(entries)
        const small = await read(bytes, { maxMessage: 16 }, pieces)
        expect(small.reduce((sum, entry) => sum + entry.length, blank)).toBe(bytes.length)
      }),
      { numRuns: 500 },
    )
  })
})

test('MMDF: four times ^A before and behind each message belong to neither', async () => {
  const message = (n: number) => `From: a@a.example\nSubject: ${n}\nMessage-ID: <${n}@a.example>\n\nFrom here on\n${n}\n`
  const mark = '\u0001\u0001\u0001\u0001\n'
  const file = [1, 2, 3].map((n) => mark + message(n) + mark).join('')
  const entries = []
  for await (const entry of readMbox(Buffer.from(file))) entries.push(entry)
  expect(entries.map(({ kind, raw }) => [kind, raw.toString()])).toEqual([1, 2, 3].map((n) => ['message', message(n)]))
  expect(entries.reduce((sum, { length }) => sum + length, 0)).toBe(file.length)
})
