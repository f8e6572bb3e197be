import { expect, test } from 'vitest'
import { hideAddresses, hideInHtml } from './hidden.ts'

test.each([
  ['Write to maria.b+x@maria.example, please', 'Write to m…@maria.example, please'],
  ['<maria@maria.example>', '<m…@maria.example>'],
  ['mailto:maria@maria.example?subject=x', 'mailto:m…@maria.example?subject=x'],
  ['https://a.example/?to=maria%40maria.example', 'https://a.example/?to=m…%40maria.example'],
  ['maria@maria.example,susi@susi.example', 'm…@maria.example,s…@susi.example'],
  ['@home and 5 @ 3', '@home and 5 @ 3'],
  ['jürgen@bücher.example', 'j…@bücher.example'],
])('%j is shown to strangers as %j', (text, shown) => {
  expect(hideAddresses(text)).toBe(shown)
})

test('no local part of any length is left behind', () => {
  for (const length of [1, 63, 64, 65, 200]) {
    const hidden = hideAddresses(`x ${'a'.repeat(length)}@b.example`)
    expect(hidden).toBe('x a…@b.example')
  }
})

test.each([
  ['maria<b>@maria.example</b>', 'm…<b>@maria.example</b>'],
  [
    '<p>ma<i>ria.b</i>x<u>@</u>maria<wbr />.example, and susi@susi.example</p>',
    '<p>m…<i></i><u>@</u>maria<wbr />.example, and s…@susi.example</p>',
  ],
  ['<i>&lt;maria</i>@maria.example&gt;', '<i>&lt;m…</i>@maria.example&gt;'],
  ['<td>5</td><td>@ 3</td>', '<td>5</td><td>@ 3</td>'],
  ['no <b>address</b>', 'no <b>address</b>'],
])('HTML %j is shown to strangers as %j', (html, shown) => {
  expect(hideInHtml(html)).toBe(shown)
})
