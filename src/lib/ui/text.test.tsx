import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { expectLinear } from '../../../test/growth.ts'
import { hideAddress } from './hidden.ts'
import { MailText } from './text.tsx'
import { type Block, readBlocks } from './text-blocks.ts'

const html = (text: string, props: { addresses?: 'link' | 'plain' | 'hidden'; limit?: number } = {}) =>
  String(<MailText text={text} {...props} />)
const kinds = (text: string) => readBlocks(text).map((block) => block.kind)

describe('plain mail text', () => {
  test('lines that the sender’s program broke are whole again', () => {
    const text =
      'We are in week two and the help desk has had forty calls. An instructor\nsends the list, the library has not processed a citation yet, and\nstudents see an empty week.\n\nRegards\nMaren'
    expect(readBlocks(text)).toEqual([
      {
        kind: 'paragraph',
        lines: [
          'We are in week two and the help desk has had forty calls. An instructor sends the list, the library has not processed a citation yet, and students see an empty week.',
        ],
      },
      { kind: 'paragraph', lines: ['Regards', 'Maren'] },
    ])
  })

  test('lines that the sender broke themselves stay apart: lists, addresses, verses', () => {
    const list =
      'This line is as long as a mail program makes it before it breaks, so:\n- first\n- second, which is so long that the program of the sender had to break\n  it into two\n- third'
    expect(readBlocks(list)).toEqual([
      {
        kind: 'paragraph',
        lines: [
          'This line is as long as a mail program makes it before it breaks, so:',
          '- first',
          '- second, which is so long that the program of the sender had to break it into two',
          '- third',
        ],
      },
    ])
  })

  test.each<[string, string, Block['kind'][]]>([
    ['a table', 'status        count\nsent            212\nwaiting          34', ['preformatted']],
    ['code', 'function x() {\n  return 1;\n}', ['preformatted']],
    ['an indented block', '    one\n    two', ['preformatted']],
    ['a quote and an answer', '> Does it work?\n\nYes.', ['quote', 'paragraph']],
    ['a signature', 'Yes.\n\n-- \nMaren', ['paragraph', 'signature']],
    ['dashes that begin no signature', 'Yes.\n--\n\n> quoted', ['paragraph', 'quote']],
    ['nothing', ' \n\n', []],
  ])('%s is seen as what it is', (_, text, expected) => {
    expect(kinds(text)).toEqual(expected)
  })

  test('a long quote is folded, a short one that is answered stays in sight', () => {
    expect(html('> a\n> b\n> c\n> d\n\nYes.')).toContain('<details><summary>Quoted text, 4 lines</summary>')
    expect(html('> Does it work?\n\nYes.')).not.toContain('<details>')
    expect(html('Yes.\n\n> Does it work?')).toContain('Quoted text, one line')
  })

  test('what looks like HTML stays text', () => {
    expect(html('<script>alert(1)</script> & "so on"')).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;so on&quot;')
  })

  test('only web and mail addresses become links, without the full stop behind them', () => {
    const made = html('See https://a.example/x_(y). Or javascript:alert(1), ftp://a.example, README.md, <https://b.example/?a=1&b=2>')
    expect([...made.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual([
      'https://a.example/x_(y)',
      'https://b.example/?a=1&amp;b=2',
    ])
    expect(made.match(/rel="nofollow noopener ugc"/g)).toHaveLength(2)
  })

  test('strangers do not see addresses', () => {
    const text = 'Write to maren.oduya@northfield.example or mailto:jun@minato.example?subject=x.'
    const hidden = html(text, { addresses: 'hidden' })
    expect(hidden).toContain('m…@northfield.example')
    expect(hidden).toContain('j…@minato.example')
    expect(hidden).not.toMatch(/maren|jun@|href/)
    expect(html(text, { addresses: 'plain' })).not.toContain('href')
    expect(html(text)).toContain('href="mailto:maren.oduya@northfield.example"')
    expect(hideAddress('no address')).toBe('no address')
  })

  test('strangers do not see addresses in links, or with letters that mail seldom has', () => {
    const text = 'https://a.example/options/l/maria%40a.example https://a.example/?u=susi@b.example jürgen@b.example x%40y.example'
    const hidden = html(text, { addresses: 'hidden' })
    expect(hidden).not.toMatch(/maria|susi|jürgen|x%40/)
    expect(hidden).toContain('href="https://a.example/?u=s…@b.example"')
    // The id of a message in an archive is no address.
    const link = 'https://lists.example/lists/lectio-l/m/1f24%40mail.example'
    expect(html(link, { addresses: 'hidden' })).toContain(`href="${link}"`)
  })

  test('a text without end is cut, and says so', () => {
    expect(html('a '.repeat(1000), { limit: 1000 })).toContain('1,000 more characters')
  })

  test('no word is lost and none is added, whatever was written', () => {
    const line = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 90 }),
      fc.constantFrom('', '> quoted', '>> twice', '- item', '    code;', 'a   b   c', 'https://a.example/x'),
    )
    const said = (blocks: Block[]): string =>
      blocks
        .map((block) => (block.kind === 'quote' ? said(block.blocks) : block.kind === 'preformatted' ? block.text : block.lines.join('')))
        .join('')
    const bare = (text: string) => text.replace(/[\s>]/g, '')
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const text = lines.filter((one) => !/^--\s?$/.test(one)).join('\n')
        expect(bare(said(readBlocks(text)))).toBe(bare(text))
      }),
    )
  })

  test.each(['>', '> ', '>\n', ' ', 'a@', 'http://', '<', '[('])('hostile text grows as it is long: %j', (part) =>
    expectLinear(50_000, (size) => html(part.repeat(size / part.length))),
  )
})
