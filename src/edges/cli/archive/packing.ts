import { deflateRawSync } from 'node:zlib'

// 32,768 characters in a row that stand for fifteen bits each: none of them ends a line, a text or a pair.
const first = 0x3000

/**
 * Bytes as a script that a browser reads from a disk as well, where it may fetch nothing: in UTF-16, which its first two bytes say to whatever
 * reads it, fifteen bits of each sixteen are the content.
 * @param call what takes them: `archive.pack` and the name of the pack
 */
function scriptOf(name: string, bytes: Uint8Array): Buffer {
  const head = `﻿archive.pack(${JSON.stringify(name)},${bytes.length},"`
  const length = Math.ceil((bytes.length * 8) / 15)
  const out = Buffer.alloc((head.length + length + 2) * 2)
  out.write(head, 0, 'utf16le')
  let at = head.length * 2
  let [held, bits] = [0, 0]
  for (const byte of bytes) {
    held = (held << 8) | byte
    bits += 8
    if (bits < 15) continue
    bits -= 15
    at = out.writeUInt16LE(first + (held >> bits), at)
    held &= (1 << bits) - 1
  }
  if (bits > 0) at = out.writeUInt16LE(first + (held << (15 - bits)), at)
  out.write('")', at, 'utf16le')
  return out
}

/** A text, compressed, as a script of an archive; `offline.js` and `verify-archive.py` open it. */
export const packed = (name: string, text: string): Buffer => scriptOf(name, deflateRawSync(text, { level: 9, memLevel: 9 }))
