import { describe, expect, test } from 'vitest'
import { expectLinear } from '../../../test/growth.ts'
import { frameMail, framePolicy } from './html-mail.ts'
import { renderMarkdown } from './markdown.ts'
import { postHtml } from './post-html.ts'

const body = (html: string, options?: Parameters<typeof frameMail>[1]) =>
  frameMail(html, options).page.split('<body>')[1]?.replace('</body></html>', '')

describe('an HTML mail in its frame', () => {
  test.each([
    ['a script', '<p>Hi<script>alert(1)</script></p>', '<p>Hi</p>'],
    ['a handler', '<p onclick="x()">Hi</p>', '<p>Hi</p>'],
    ['a script address', '<a href="javascript:x()">Hi</a>', '<a rel="nofollow noopener ugc" target="_blank">Hi</a>'],
    ['a form', '<form action="https://x.example"><input name="a">Hi</form>', 'Hi'],
    ['a frame', '<iframe src="https://x.example"></iframe>Hi', 'Hi'],
    ['a redirect', '<meta http-equiv="refresh" content="0;url=https://x.example">Hi', 'Hi'],
    ['a sheet', '<style>@import "https://x.example";</style><link rel="stylesheet" href="https://x.example">Hi', 'Hi'],
    ['a background', '<p style="background:url(https://x.example)">Hi</p>', '<p>Hi</p>'],
    ['what leaves its place', '<p style="position:fixed;top:0;margin:-9px;color:#333">Hi</p>', '<p style="color:#333">Hi</p>'],
    ['a drawing', '<svg><script>x()</script><a href="javascript:x()">y</a></svg>Hi', 'Hi'],
    ['a remote picture before a link', '<p><img src="//t.example/1.gif"><b>a</b> b</p>', /<b>a<\/b> b<\/p>$/],
    ['a class of ours', '<span class="note">Hi</span>', '<span>Hi</span>'],
  ])('%s is not taken over', (_, html, expected) => {
    if (typeof expected === 'string') expect(body(html)).toBe(expected)
    else expect(body(html)).toMatch(expected)
  })

  test('remote pictures are left out and counted, their words stay', () => {
    const whose = { title: 'A & B', href: '/m/1' }
    expect(frameMail('<p>x</p>', { whose }).page).toContain('<p><a href="/m/1" dir="auto">A &amp; B</a></p>')
    const { page, leftOut } = frameMail('<img src="https://t.example/1.gif" width=1><img src="//t.example/logo.png" alt="Old Harbour">')
    expect(leftOut).toBe(2)
    expect(page).toContain('<span class="left-out">Old Harbour</span>')
    expect(page).toContain('We left out 2 pictures from other sites')
    expect(page).not.toContain('t.example')
  })

  test('pictures that came with the mail are shown, if they are pictures', () => {
    const picture = (id: string) =>
      ({ 'a@b': { type: 'image/png', bytes: new Uint8Array([1, 2, 3]) }, svg: { type: 'image/svg+xml', bytes: new Uint8Array([1]) } })[id]
    expect(body('<img src="cid:a%40b" alt="Plan">', { picture })).toBe('<img src="data:image/png;base64,AQID" alt="Plan" />')
    expect(frameMail('<img src="cid:svg"><img src="cid:other"><img src="data:image/svg+xml;base64,AAAA">', { picture }).leftOut).toBe(3)
  })

  test('the policy runs nothing and fetches nothing', () => {
    expect(framePolicy).toMatch(/^default-src 'none'; img-src data:;/)
    expect(framePolicy).toContain('; sandbox ')
    expect(framePolicy).not.toMatch(/allow-(scripts|same-origin|forms|top-navigation)/)
  })

  test.each<[string, (n: number) => string]>([
    ['elements', (n) => '<div>'.repeat(n / 4)],
    ['angles', (n) => '<'.repeat(n)],
    ['styles', (n) => `<p style="${'a:b;'.repeat(n / 10)}">x</p>`],
    ['elements in elements', (n) => '<b><i>'.repeat(n / 10)],
    ['ampersands', (n) => '&'.repeat(n)],
  ])('hostile HTML is read in time that grows as it is long: %s', (_, html) => expectLinear(100_000, (n) => frameMail(html(n))))
})

describe('Markdown', () => {
  test.each([
    ['# Title', '<h2>Title</h2>\n'],
    ['<b onclick=x>raw</b>', '<p>&lt;b onclick=x&gt;raw&lt;/b&gt;</p>\n'],
    ['[x](javascript:alert(1))', '<p>[x](javascript:alert(1))</p>\n'],
    ['[x](https://a.example)', '<p><a href="https://a.example" rel="nofollow noopener ugc">x</a></p>\n'],
    ['[x](/requests/1)', '<p><a href="/requests/1" rel="nofollow noopener ugc">x</a></p>\n'],
    ['![x](https://t.example/1.png)', '<p></p>\n'],
    ['![x](//t.example/1.png)', '<p></p>\n'],
    ['![x](/files/1.png)', '<p><img src="/files/1.png" alt="x" /></p>\n'],
    ['`<i>`', '<p><code>&lt;i&gt;</code></p>\n'],
  ])('%s is safe', (text, html) => {
    expect(String(renderMarkdown(text))).toBe(html)
  })

  test.each([
    [1, '## A\n\n#### B', 'h2 h4'],
    [2, '## A\n\n#### B', 'h3 h5'],
    [2, '# A\n\n###### B', 'h3 h6'],
  ] as const)('below a heading of level %i, %j begins one lower', (below, text, levels) => {
    const html = String(renderMarkdown(text, undefined, below))
    expect([...html.matchAll(/<(h\d)/g)].map(([, level]) => level).join(' ')).toBe(levels)
  })

  test.each([
    ['emphasis', (n: number) => '*a '.repeat(n / 5) + 'b*'.repeat(n / 5)],
    ['emphasis of two kinds', (n: number) => '**a *b '.repeat(n / 12) + 'b* a**'.repeat(n / 12)],
    ['strokes in emphasis', (n: number) => '~~a _b '.repeat(n / 12) + 'b_ a~~'.repeat(n / 12)],
  ])('marks that stand in one another without end are words, in time that grows as the text is long: %s', async (_, text) => {
    for (const html of [String(renderMarkdown(text(60_000))), postHtml(text(60_000))]) expect(depthOf(html)).toBe(101)
    await expectLinear(60_000, (n) => [renderMarkdown(text(n)), postHtml(text(n))])
  })
})

/** How many elements stand in one another: a text without any ends none that it has not begun. */
function depthOf(html: string): number {
  let [depth, deepest] = [0, 0]
  for (const [, ends] of html.matchAll(/<(\/?)[a-z]/g)) {
    depth += ends ? -1 : 1
    deepest = Math.max(deepest, depth)
  }
  expect(depth).toBe(0)
  return deepest
}
