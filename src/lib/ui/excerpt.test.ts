import { expect, test } from 'vitest'
import { excerptOf } from './excerpt.ts'

test.each([
  ['One moment. Write:\n\n- One problem\n- A **number**\n1. What you do', 'One moment. Write: One problem · A number · What you do'],
  ['## What counts\n\nA [link](/a) stands.\n\nHere.', 'What counts · A link stands. Here.'],
  ['a line\nthat goes on - so', 'a line that goes on - so'],
  ['![A dot](/dot)\n\n> said', 'said'],
  ['  \n\n', ''],
])('of %j one reads %j', (text, read) => {
  expect(excerptOf(text)).toBe(read)
})

test('is cut at a word', () => {
  expect(excerptOf('one two three', 9)).toBe('one two …')
})
