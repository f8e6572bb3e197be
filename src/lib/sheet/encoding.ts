import { guessCharset } from '../mail/guess-charset.ts'

// Spreadsheet programs write in the code page of Windows, and the name is shown to people.
const names: Record<string, string> = {
  'windows-1251': 'Windows-1251',
  'koi8-r': 'KOI8-R',
  shift_jis: 'Shift_JIS',
  'euc-jp': 'EUC-JP',
  'euc-kr': 'EUC-KR',
  gb18030: 'GB18030',
}

/** UTF-16 without its mark: text of mostly Latin letters has a zero in every second place. */
function unmarked(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const some = bytes.subarray(0, 1_000)
  const zeros = [0, 1].map((from) => some.filter((byte, at) => byte === 0 && at % 2 === from).length)
  if (some.length < 4 || Math.max(...zeros) < some.length * 0.3 || Math.min(...zeros) > 0) return undefined
  return zeros[1] ? 'utf-16le' : 'utf-16be'
}

/**
 * Text of bytes whose encoding nobody has said: by the byte order mark, else UTF-8 where it is valid, else the alphabet that its bytes look
 * most like, else Windows-1252, which is what spreadsheet programs write in western Europe and the Americas. The mark is left out.
 * @returns the text and the encoding's name, for the person to judge
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: string } {
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : unmarked(bytes)
  if (wide) return { text: new TextDecoder(wide).decode(bytes), encoding: 'UTF-16' }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'UTF-8' }
  } catch {
    const guessed = guessCharset(bytes)
    const [charset, encoding] = names[guessed] ? [guessed, names[guessed]] : ['windows-1252', 'Windows-1252']
    return { text: new TextDecoder(charset).decode(bytes), encoding }
  }
}
