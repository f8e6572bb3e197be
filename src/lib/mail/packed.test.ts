import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { expectLinear } from '../../../test/growth.ts'
import { attribute, mapiIds, uuencode, winmail, withWinmail } from '../../../test/tnef.ts'
import { cutMail } from './cut.ts'
import { contentHash } from './identity.ts'
import { rtfToText, unpackRtf } from './packed-rtf.ts'
import { readTnef } from './packed-tnef.ts'
import { findUuFiles } from './packed-uuencode.ts'
import { readMessage } from './parse.ts'

const pdf = Buffer.from('%PDF-1.7 agenda\0\xff', 'latin1')
const rtfOf = (rtf: string): Buffer => {
  const bytes = Buffer.alloc(16)
  bytes.writeUInt32LE(rtf.length, 4)
  return Buffer.concat([bytes.fill('MELA', 8, 12), Buffer.from(rtf, 'latin1')])
}

describe('winmail.dat', () => {
  test('its files hang on the mail, behind it; the text of the mail stays', () => {
    const packed = winmail(
      [{ id: mapiIds.body, value: 'What Outlook has, too' }],
      [
        {
          title: 'AGENDA~1.PDF',
          content: pdf,
          values: [
            { id: mapiIds.longName, value: 'Agenda Zürich.pdf' },
            { id: mapiIds.type, value: 'Application/PDF' },
          ],
        },
        { title: 'Protokoll f\xfcr alle.txt', content: Buffer.from('x') },
      ],
    )
    const message = readMessage(withWinmail('See the files.', packed))
    expect(message.text).toBe('See the files.')
    expect(message.attachments.map(({ filename, type, size, within }) => [filename, type, size, within])).toEqual([
      ['winmail.dat', 'application/ms-tnef', packed.length, undefined],
      ['Agenda Zürich.pdf', 'application/pdf', pdf.length, 0],
      ['Protokoll für alle.txt', 'application/octet-stream', 1, 0],
    ])
    expect(Buffer.from(message.attachments[1]!.content).equals(pdf)).toBe(true)
  })

  test.each<[string, Parameters<typeof winmail>[0], string, string | null]>([
    ['plain', [{ id: mapiIds.body, value: 'Grüße\r\nAnna' }], 'Grüße\nAnna', null],
    ['HTML', [{ id: mapiIds.html, value: Buffer.from('<p>Gr\xfc\xdfe</p>', 'latin1') }], 'Grüße', '<p>Grüße</p>'],
    [
      'RTF',
      [{ id: mapiIds.rtf, value: rtfOf("{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}}Gr\\'fc\\'dfe\\par \\u8364?5}") }],
      'Grüße\n€5',
      null,
    ],
  ])('its letter is shown where the mail has no other: %s', (_, letter, text, html) => {
    const raw = withWinmail('', winmail(letter, []))
    const message = readMessage(raw)
    expect([message.text.trim(), message.html]).toEqual([text, html])
    // A copy that came before such files were opened is the same mail.
    expect(contentHash(message)).toEqual(contentHash({ ...message, text: '', written: '' }))
  })

  test('a mail that was attached in it is one to open, and its files hang on the mail as well', () => {
    const inner = winmail(
      [
        { id: mapiIds.subject, value: 'The old one' },
        { id: mapiIds.body, value: 'Yes.' },
      ],
      [{ title: 'plan.pdf', content: pdf }],
    )
    const packed = winmail([], [{ title: '', content: Buffer.of(), values: [{ id: mapiIds.data, value: { mail: inner } }] }])
    const [, mail, file] = readMessage(withWinmail('See.', packed)).attachments
    expect([mail?.filename, file?.filename]).toEqual(['The old one.eml', 'plan.pdf'])
    expect(readMessage(mail!.content)).toMatchObject({ subject: 'The old one', text: 'Yes.' })
  })

  test('mails without end within one another are opened a few deep', () => {
    const nest = (packed: Buffer) =>
      winmail([], [{ title: 'x', content: Buffer.of(), values: [{ id: mapiIds.data, value: { mail: packed } }] }])
    const deep = Array.from({ length: 50 }).reduce<Buffer>(nest, winmail([], [{ title: 'x', content: pdf }]))
    expect(readTnef(deep)?.files.length).toBeLessThan(10)
    expect(readTnef(deep)?.whole).toBe(false)
  })

  test('what stands before a damage is read, and a property of a program’s own is passed over', () => {
    const number = (value: number) => Buffer.from(Uint32Array.of(value).buffer)
    const own = Buffer.concat([
      number(2),
      number(0x8001_0003),
      Buffer.alloc(16),
      number(1),
      number(6),
      Buffer.from('abc\0', 'utf16le'),
      number(7),
    ])
    const body = Buffer.concat([number(0x1000_001e), number(1), number(6), Buffer.from('Hello\0\0\0')])
    const damaged = attribute(1, 0x00069007, Buffer.of(1))
    const packed = Buffer.concat([
      winmail([], [{ title: 'a.txt', content: pdf }]),
      damaged,
      attribute(1, 0x00069003, Buffer.concat([own, body])),
    ])
    expect(readTnef(packed)).toMatchObject({ text: 'Hello', files: [{ filename: 'a.txt' }], whole: false })
    expect(readTnef(winmail([], [{ title: 'a.txt', content: pdf }]))?.whole).toBe(true)
    expect(readTnef(packed.subarray(0, packed.length - 10))?.files).toHaveLength(1)
  })

  test('any bytes behind its beginning are read as some file, and none is longer than they are', () => {
    const whole = winmail(
      [{ id: mapiIds.body, value: 'x' }],
      [{ title: 'a', content: pdf, values: [{ id: mapiIds.longName, value: 'b' }] }],
    )
    const changes = fc.array(fc.tuple(fc.nat(whole.length - 5), fc.nat(255)), { maxLength: 8 })
    fc.assert(
      fc.property(changes, fc.nat(whole.length), (bytes, length) => {
        const damaged = Buffer.from(whole)
        for (const [at, byte] of bytes) damaged[4 + at] = byte
        const read = readTnef(damaged.subarray(0, length))
        for (const { content } of read?.files ?? []) expect(content.length).toBeLessThanOrEqual(whole.length)
      }),
      { numRuns: 2_000 },
    )
  })

  test('a file that is to go takes what holds it along, and so does a word in its letter', () => {
    const packed = winmail([{ id: mapiIds.body, value: 'Call Maria' }], [{ title: 'a.pdf', content: pdf }])
    const raw = withWinmail('See.', packed)
    const file = readMessage(raw).attachments[1]!
    const left = (cut: Parameters<typeof cutMail>[1]) =>
      readMessage(cutMail(raw, cut)?.raw ?? raw).attachments.map(({ filename }) => filename)
    expect(left({ needles: [], attachments: new Set([file.sha256]) })).not.toContain('a.pdf')
    expect(left({ needles: [{ words: 1, fits: (run) => run === 'maria' }] })).not.toContain('a.pdf')
    expect(left({ needles: [{ words: 1, fits: (run) => run === 'jonas' }] })).toEqual(['winmail.dat', 'a.pdf'])
  })

  test('so does a word in a mail that lies in it', () => {
    const inner = winmail([{ id: mapiIds.html, value: '<p>Call <b>Maria</b></p>' }], [])
    const raw = withWinmail(
      'See.',
      winmail([], [{ title: 'm', content: Buffer.of(), values: [{ id: mapiIds.data, value: { mail: inner } }] }]),
    )
    const cut = (word: string) => cutMail(raw, { needles: [{ words: 1, fits: (run) => run === word }] })
    expect(readMessage(raw).attachments).toHaveLength(2)
    expect(readMessage(cut('maria')?.raw ?? raw).attachments).toHaveLength(0)
    expect(cut('jonas')).toBeUndefined()
  })
})

describe('RTF of Outlook', () => {
  // The example of MS-OXRTFCP §3.1.
  const example = Buffer.from('2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0', 'hex')

  test('is unpacked, as far as wished', () => {
    expect(unpackRtf(example, 1_000)?.toString()).toBe('{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n')
    expect(unpackRtf(example, 10)?.toString()).toBe('{\\rtf1\\ans')
    expect(unpackRtf(Buffer.from('no RTF at all, nowhere'), 1_000)).toBeUndefined()
  })

  test.each([
    ['{\\rtf1 a\\line b\\tab c\\par d}', 'a\nb\tc\nd'],
    ["{\\rtf1\\ansicpg1251 \\'cf\\'f0\\'e8\\'e2\\'e5\\'f2}", 'Привет'],
    ['{\\rtf1{\\*\\generator x;}{\\info{\\author A}}{\\colortbl;\\red0;}text \\{ \\\\ \\}}', 'text { \\ }'],
    ['{\\rtf1\\fromhtml1 {\\*\\htmltag64 <p>}\\htmlrtf {\\htmlrtf0 shown\\htmlrtf hidden}\\htmlrtf0 {\\*\\htmltag72 </p>}}', 'shown'],
    ["{\\rtf1\\uc2 \\u960\\'70\\'69 r}", 'π r'],
  ])('says %j', (rtf, text) => expect(rtfToText(Buffer.from(rtf)).trim()).toBe(text))

  test.each([
    ['groups without end', '{'],
    ['commands without end', '\\par'],
    ['characters', "\\u8364?\\'fc"],
  ])('%s: in one pass', async (_, piece) => {
    await expectLinear(1, (size) => rtfToText(Buffer.from(piece.repeat(size === 1 ? 60_000 : 120_000))))
  })
})

describe('uuencoded files in a text', () => {
  const content = Buffer.from(Array.from({ length: 1_000 }, (_, i) => (i * 7) % 256))
  const mail = (text: string) => readMessage(Buffer.from(`From: a@uni.example\nSubject: Old\n\n${text}`))

  test('are files, and the text is what stands around them', () => {
    const message = mail(`Before\n\n${uuencode('The plan.doc', content)}\nAfter\n${uuencode('b.gif', pdf)}\n-- \nAnna\n`)
    expect(message.text).toBe('Before\n\nAfter\n-- \nAnna\n')
    expect(message.attachments.map(({ filename, type }) => [filename, type])).toEqual([
      ['The plan.doc', 'application/octet-stream'],
      ['b.gif', 'application/octet-stream'],
    ])
    expect(message.attachments.map((file) => Buffer.from(file.content))).toEqual([content, pdf])
    expect(message.written).toContain('begin 644')
  })

  test('blanks that were lost at the ends of lines are there again', () => {
    const zeros = Buffer.alloc(90)
    const lines = uuencode('z', zeros).replaceAll('`', ' ')
    expect(findUuFiles(lines.replace(/ +$/gm, ''))[0]?.content.equals(zeros)).toBe(true)
  })

  test.each([
    ['that never end', uuencode('a', content).replace(/end$/, '')],
    ['with other lines in between', uuencode('a', content).replace(/\n(.*)\n`/, '\n$1\nWhat is this?\n`')],
    ['that are quoted', uuencode('a', content).replace(/^/gm, '> ')],
    ['that hold nothing', 'begin 644 a\n`\nend'],
    ['that are a sentence', 'begin 644 times more\nend'],
  ])('stay text where they are none: those %s', (_, text) => {
    expect([mail(text).text, mail(text).attachments]).toEqual([text, []])
  })

  test('a file that is to go goes out of the text', () => {
    const raw = Buffer.from(`Subject: Old\n\nBefore\n${uuencode('a', content)}\nAfter\n${uuencode('b', pdf)}\n`)
    const [first] = readMessage(raw).attachments
    const left = readMessage(cutMail(raw, { needles: [], attachments: new Set([first!.sha256]) })!.raw)
    expect(left.attachments.map(({ filename }) => filename)).toEqual(['b'])
    expect(left.text.trim().replace(/\r?\n/g, ' ')).toBe('Before After')
  })

  test.each([
    ['beginnings', 'begin 644 x\n'],
    ['lines of a file', 'M\n'],
    ['small files', `${uuencode('x', pdf)}\n`],
  ])('nothing but %s: in one pass', async (_, piece) => {
    const text = (size: number) => `begin 644 x\n${piece.repeat(size * 20_000)}`
    await expectLinear(1, (size) => findUuFiles(text(size)))
  })
})
