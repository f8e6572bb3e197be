import { expect, test } from 'vitest'
import { EndWatch, hidesAnEnd } from './end-watch.ts'

const bytes = ['\r', '\n', '.', 'a']

/** Every text of so many of these bytes. */
function* texts(length: number): Generator<string> {
  if (length === 0) yield ''
  else for (const text of texts(length - 1)) for (const byte of bytes) yield text + byte
}

const inPieces = (raw: Buffer, cut: number, second: number): boolean => {
  const watch = new EndWatch()
  for (const piece of [raw.subarray(0, cut), raw.subarray(cut, second), raw.subarray(second)]) watch.see(piece)
  return watch.end()
}

test('a mail that comes in pieces is judged as one that comes whole, wherever it is cut', () => {
  for (const text of texts(6)) {
    const raw = Buffer.from(`x${text}y`)
    const whole = hidesAnEnd(raw)
    for (let cut = 0; cut <= raw.length; cut++) {
      const second = Math.min(raw.length, cut + 1 + (cut % 3))
      if (inPieces(raw, cut, second) !== whole) expect.soft({ text, cut, second }).toBe(whole)
    }
  }
})

test('a mail that comes byte by byte, too', () => {
  for (const text of ['x\r\n.\r\ny', 'x\n.\r\ny', 'x\r\n.\ny', 'x\r.\ry', '\n.\n', '.\r\n', 'x\r\n..\r\n', 'x\n.\n']) {
    const raw = Buffer.from(text)
    const watch = new EndWatch()
    for (const byte of raw) watch.see(Buffer.from([byte]))
    expect(watch.end(), JSON.stringify(text)).toBe(hidesAnEnd(raw))
  }
})
