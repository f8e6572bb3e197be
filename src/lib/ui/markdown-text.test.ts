import { expect, test } from 'vitest'
import { textOfMarkdown } from './markdown-text.ts'

test.each([
  ['It is **promised**, and *meant*, `so` ~~not~~.', 'It is promised, and meant, so not.'],
  ['# News\n\nFirst\nsecond\n\n## More', 'News\n\nFirst\nsecond\n\nMore'],
  ['See [the request](/requests/3).', 'See the request <https://ug.example/requests/3>.'],
  ['See [**the** page](https://a.example/x_y "A page").', 'See the page <https://a.example/x_y>.'],
  ['https://a.example/x_y and <https://b.example>', 'https://a.example/x_y and https://b.example'],
  ['[write](mailto:a@b.example) or a@b.example', 'write <a@b.example> or a@b.example'],
  ['![A dot](/files/a/dot.png) ![Far](https://a.example/far.png)', 'A dot <https://ug.example/files/a/dot.png> Far'],
  ['![A *red* dot](/files/a/dot.png)', 'A red dot <https://ug.example/files/a/dot.png>'],
  ['* one\n* two\n  lines\n  * below', '- one\n- two\n  lines\n  - below'],
  ['3. three\n4. four', '3. three\n4. four'],
  ['- one\n\n- two\n\n  more', '- one\n\n- two\n\n  more'],
  ['> said\n>\n> > twice', '> said\n>\n> > twice'],
  ['| a | b |\n| - | - |\n| 1 | *2* |', 'a | b\n1 | 2'],
  ['```\nGET  /api\n```\n\n---\n\nend', 'GET  /api\n\n* * *\n\nend'],
  ['snake_case, 2 * 3 \\* 4 &amp; <b>tag</b>', 'snake_case, 2 * 3 * 4 & <b>tag</b>'],
  ['', ''],
])('%j is mailed as %j', (text, plain) => {
  expect(textOfMarkdown(text, 'https://ug.example')).toBe(plain)
})

test.each([
  ['quotations', '>'.repeat(97)],
  ['lists', '- '.repeat(48)],
  ['numbers', '1. '.repeat(48)],
])('is not many times as long where %s are within each other', (_, marks) => {
  const text = `${marks} a\n${'a\n'.repeat(5_000)}`
  expect(textOfMarkdown(text, 'https://ug.example').length).toBeLessThan(20 * text.length)
})
