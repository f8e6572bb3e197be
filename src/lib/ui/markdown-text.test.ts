import { expect, test } from 'vitest'
import { textOfMarkdown, textOfPost } from './markdown-text.ts'

test.each([
  ['It is **promised**, and *meant*, `so` ~~not~~.', 'It is promised, and meant, so ~~not~~.'],
  ['# News\n\nFirst\nsecond\n\n## More', 'News\n\nFirst\nsecond\n\nMore'],
  ['See [the request](/requests/3).', 'See the request <https://ug.example/requests/3>.'],
  ['See [**the** page](https://a.example/x_y "A page").', 'See the page <https://a.example/x_y>.'],
  ['https://a.example/x_y and <https://b.example>', 'https://a.example/x_y and https://b.example'],
  ['[write](mailto:a@b.example) or a@b.example', 'write <a@b.example> or a@b.example'],
  ['![A dot](/files/a/dot.png) ![Far](https://a.example/far.png)', 'A dot <https://ug.example/files/a/dot.png> Far'],
  ['![A *red* dot](/files/a/dot.png)', 'A red dot <https://ug.example/files/a/dot.png>'],
  ['* one\n* two\n  lines\n  * below', '- one\n- two\n  lines\n  - below'],
  ['3. three\n4. four', '3. three\n4. four'],
  ['1) one\n2) two', '1) one\n2) two'],
  ['+ for\n\n- against', '+ for\n\n- against'],
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
  ['Two things:\n\n* **first**\n* second\n\nSusi\n-- \n*Library*', 'Two things:\n\n- first\n- second\n\nSusi\n-- \nLibrary'],
  ['Done\n--\nno heading', 'Done\n--\nno heading'],
  ['> *You* asked\nMy answer\n> and again', '> You asked\n\nMy answer\n\n> and again'],
  ['![A screen](screen%20shot.png) ![](a.png) ![a.png](a.png)', 'A screen (screen shot.png) a.png a.png'],
  ['![Far](https://a.example/far.png)', 'Far <https://a.example/far.png>'],
  ['[the page](https://a.example/x)', 'the page <https://a.example/x>'],
  ['', ''],
])('the post %j leaves as %j', (text, plain) => {
  expect(textOfPost(text, 'https://ug.example')).toBe(plain)
})

test.each([
  ['quotations', '>'.repeat(97)],
  ['lists', '- '.repeat(48)],
  ['numbers', '1. '.repeat(48)],
])('is not many times as long where %s are within each other', (_, marks) => {
  const text = `${marks} a\n${'a\n'.repeat(5_000)}`
  expect(textOfMarkdown(text, 'https://ug.example').length).toBeLessThan(20 * text.length)
})
