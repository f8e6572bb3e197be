import { expect, test } from 'vitest'
import { snippet, wantedWords } from './marks-rules.ts'

const said = (text: string) =>
  snippet(
    text,
    wantedWords([], () => []),
  )
    .map((stretch) => stretch.text)
    .join('')

test.each([
  ['once a year\n\nAfter rollover all is back.', 'once a year · After rollover all is back.'],
  ['It is wrong.\n\nRollover\n\nA calmer rollover', 'It is wrong. Rollover · A calmer rollover'],
  ['Hello all,\n\nthis is\nthe order.', 'Hello all, this is the order.'],
  ['Dev \n \n\t\n(Fenland)\n\nWales\n\n', 'Dev · (Fenland) · Wales'],
  ['\n\n> quoted\n\nNo', 'No'],
  ['', ''],
])('of %j one reads %j', (text, read) => {
  expect(said(text)).toBe(read)
})
