/** What stands in the brackets before a thing's number and a line's: `[15] 3.12 Title`, `[1] Option 3.12: Title`, `[x] 3.yes`. */
const boxed = /^[>|\s]*\[([^\]]*)\]\s*(?:[\p{L}\p{M}]{1,20}\s+)?(\d{1,3})\.(\d{1,5}(?![\p{L}\p{N}])|[\p{L}\p{M}]+)/u
/** The same without brackets: `3.12: 15`. */
const typed = /^[>|\s]*(\d{1,3})\.(\d{1,5})\s*[:=]\s*(\S.*)$/su

const longestLine = 4_000

/** A line of a sheet with its number in the letter before its own. */
export const numberLine = (line: string, n: number): string => line.replace(/^(\[ *\]\s*(?:\p{L}+\s(?=\d))?)/u, `$1${n}.`)

function readLine(line: string): { n: number; filled: string } | undefined {
  const box = boxed.exec(line)
  if (box) return { n: Number(box[2]), filled: (box[1] ?? '').trim() && `[${box[1]}] ${box[3]}` }
  const pair = typed.exec(line)
  return pair ? { n: Number(pair[1]), filled: `${pair[2]}: ${pair[3]}` } : undefined
}

/**
 * Takes what was filled in beside the things of a week's letter out of an answer to it.
 * @param text as it came: the lines stand in what it quotes as well
 * @returns the lines that say something by the thing's number, without it; and the rest of the answer
 */
export function readSheets(text: string): { sheets: Map<number, string>; rest: string } {
  const sheets = new Map<number, string[]>()
  const rest: string[] = []
  for (const line of text.split('\n')) {
    const read = readLine(line.slice(0, longestLine))
    if (!read) rest.push(line)
    else if (read.filled) {
      const filled = sheets.get(read.n) ?? []
      filled.push(read.filled)
      sheets.set(read.n, filled)
    }
  }
  return { sheets: new Map([...sheets].map(([n, filled]) => [n, filled.join('\n')])), rest: rest.join('\n') }
}
