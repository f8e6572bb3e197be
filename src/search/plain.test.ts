import { expect, test } from 'vitest'
import { plainOf } from './plain.ts'

test.each([
  ['The vendor has **promised** it, and *means* it.', 'The vendor has promised it, and means it.'],
  ['## A heading\n\nA [link](https://a.example/b) and a [request](/requests/3).', 'A heading\n\nA link and a request.'],
  ['- one\n- `two`\n\n1. three', 'one\n\ntwo\n\nthree'],
  ['> said\n> twice', 'said\ntwice'],
  ['| a | b |\n| - | - |\n| 1 | 2 |', 'a\n\nb\n\n1\n\n2'],
  ['![A dot](/news/a/picture) stands', 'A dot stands'],
  ['```\nGET /api\n```', 'GET /api'],
  ['snake_case_word, 2 * 3 * 4 and a <b>tag</b>', 'snake_case_word, 2 * 3 * 4 and a <b>tag</b>'],
  ['https://a.example/x_y_z', 'https://a.example/x_y_z'],
  ['', ''],
])('%j is found as %j', (text, plain) => {
  expect(plainOf(text)).toBe(plain)
})
