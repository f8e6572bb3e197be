const begins = /^begin [0-7]{3,4} /
const uuLine = /^[ -`]+$/

/** How many bytes a line says that it holds. */
const claimed = (line: string): number => (line.charCodeAt(0) - 32) & 63

const valueAt = (line: string, at: number): number => (line.charCodeAt(at) - 32) & 63

/** The bytes of lines, each as many as it says; blanks at the end of a line may be lost. */
function decodeLines(lines: string[], sizeOf: (line: string) => number): Buffer {
  const decoded = Buffer.alloc(lines.reduce((sum, line) => sum + sizeOf(line), 0))
  let length = 0
  for (const line of lines) {
    const size = sizeOf(line)
    for (let i = 0; i < size; i++) {
      const at = 1 + Math.floor(i / 3) * 4 + (i % 3)
      const pair = (valueAt(line, at) << 6) | valueAt(line, at + 1)
      decoded[length++] = (pair >> (4 - 2 * (i % 3))) & 0xff
    }
  }
  return decoded
}

/** The uuencode of old mailers as a transfer encoding: lines between `begin MODE NAME` and `end`. */
export function decodeUu(body: Buffer): Buffer {
  const lines = body.toString('latin1').split(/\r?\n/)
  const begin = lines.findIndex((line) => begins.test(line))
  const end = lines.indexOf('end', begin + 1)
  // A line may claim up to 63 bytes and hold none.
  return decodeLines(lines.slice(begin + 1, end < 0 ? lines.length : end), (line) =>
    Math.max(0, Math.min(claimed(line), Math.floor(((line.length - 1) * 3) / 4))),
  )
}

/** A file that somebody wrote into the text of a mail. */
export interface UuFile {
  filename: string
  content: Buffer
  /** Its lines in the text, `begin` and `end` among them. */
  from: number
  to: number
}

const mostFiles = 100

/** Whether a line is one of uuencode: as long as it says, or shorter by blanks; some programs add a sum of it. */
const isUuLine = (line: string): boolean => uuLine.test(line) && line.length <= Math.ceil(claimed(line) / 3) * 4 + 3

/** The uuencoded files in a text, of which nothing is missing. */
export function findUuFiles(text: string): UuFile[] {
  const files: UuFile[] = []
  if (!/^begin [0-7]{3,4} /m.test(text)) return files
  const lines = text.split('\n')
  for (let from = 0; from < lines.length && files.length < mostFiles; from++) {
    const first = lines[from] as string
    if (!begins.test(first)) continue
    let end = from + 1
    while (end < lines.length && (lines[end] === '' || isUuLine(lines[end] as string))) end++
    const held = lines.slice(from + 1, end).filter((line) => line !== '' && claimed(line) > 0)
    if (lines[end]?.trimEnd() !== 'end' || held.length === 0) continue
    const content = decodeLines(
      held.map((line) => line.padEnd(Math.ceil(claimed(line) / 3) * 4 + 1)),
      claimed,
    )
    files.push({ filename: first.replace(begins, '').trim(), content, from, to: end + 1 })
    from = end
  }
  return files
}

/** A text without the lines of such files. */
export function withoutUuFiles(text: string, files: readonly UuFile[]): string {
  const lines = text.split('\n')
  for (const { from, to } of files.toReversed()) lines.splice(from, to - from)
  return lines.join('\n')
}
