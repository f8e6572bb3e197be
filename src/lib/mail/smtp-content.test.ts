import { expect, test } from 'vitest'
import { readContent } from './smtp-content.ts'

const read = (...parts: string[]) => {
  const content = readContent(parts.map((part) => Buffer.from(part, 'latin1')))
  return (
    content && {
      ...content,
      plain: Buffer.concat(content.plain).toString('latin1'),
      stuffed: Buffer.concat(content.stuffed).toString('latin1'),
    }
  )
}

test('dots at the beginning of a line are doubled for DATA and left alone for BDAT', () => {
  const content = '.\r\n..\r\na.b\r\n.c\r\n'
  expect(read(content)).toEqual({ size: content.length, eightBit: false, plain: content, stuffed: '..\r\n...\r\na.b\r\n..c\r\n' })
})

test('the last line is ended, and bytes above 127 are told', () => {
  expect(read('A: b\r\n\r\n', 'caf\xe9')).toEqual({
    size: 14,
    eightBit: true,
    plain: 'A: b\r\n\r\ncaf\xe9\r\n',
    stuffed: 'A: b\r\n\r\ncaf\xe9\r\n',
  })
})

test.each(['\n', 'a\nb\r\n', 'a\rb\r\n', 'a\r', '\r\r\n', 'a\n'])('a line that ends otherwise is not sent: %j', (text) => {
  expect(read(text)).toBeUndefined()
})
