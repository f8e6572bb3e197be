/** A mail's plain text, in the pieces that a reader sees. */
export type Block =
  /** Lines that belong together; where the sender's program broke them they are whole again. */
  | { kind: 'paragraph'; lines: string[] }
  /** Tables, code, drawings: every blank counts. */
  | { kind: 'preformatted'; text: string }
  | { kind: 'quote'; lines: number; blocks: Block[] }
  | { kind: 'signature'; lines: string[] }

// Deeper quotes stay as they were typed: nobody reads them, and nesting must end somewhere.
const deepestQuote = 6

/**
 * Reads plain mail text (format=flowed or not) into blocks. Nothing is dropped and nothing is
 * added, but the line breaks that mail programs put at some 70 characters are taken out again.
 */
export const readBlocks = (text: string): Block[] => blocksOf((text.includes('\r\n') ? text.replaceAll('\r\n', '\n') : text).split('\n'), 0)

function blocksOf(lines: string[], depth: number): Block[] {
  const { body, signature } = depth === 0 ? cutSignature(lines) : { body: lines, signature: undefined }
  const width = wrapWidth(body)
  const blocks: Block[] = []
  for (const run of runs(body, depth)) {
    if (run.quoted) {
      const within = run.lines.map((line) => line.replace(/^\s?> ?/, ''))
      blocks.push({ kind: 'quote', lines: run.lines.length, blocks: blocksOf(within, depth + 1) })
    } else if (looksPreformatted(run.lines)) blocks.push({ kind: 'preformatted', text: run.lines.join('\n') })
    else blocks.push({ kind: 'paragraph', lines: unwrap(run.lines, width) })
  }
  if (signature) blocks.push({ kind: 'signature', lines: signature })
  return blocks
}

/** The last "-- " line begins a signature (RFC 3676 §4.3), if little follows it. */
function cutSignature(lines: string[]): { body: string[]; signature: string[] | undefined } {
  const at = lines.findLastIndex((line) => line === '-- ' || line === '--')
  if (at === -1 || lines.length - at > 16) return { body: lines, signature: undefined }
  const signature = lines.slice(at + 1).filter((line) => line.trim() !== '')
  if (signature.length === 0 || signature.some(isQuote)) return { body: lines, signature: undefined }
  return { body: lines.slice(0, at), signature }
}

const isQuote = (line: string): boolean => /^\s?>/.test(line)

interface Run {
  quoted: boolean
  lines: string[]
}

/** Neighbouring lines of one kind; blank lines part them. */
function runs(lines: string[], depth: number): Run[] {
  const found: Run[] = []
  let last: Run | undefined
  for (const whole of lines) {
    const line = whole.trimEnd()
    if (line === '') {
      last = undefined
      continue
    }
    const quoted = depth < deepestQuote && isQuote(line)
    if (last?.quoted === quoted) last.lines.push(line)
    else {
      last = { quoted, lines: [line] }
      found.push(last)
    }
  }
  return found
}

/** Where the sender's program broke lines; undefined where it did not. */
function wrapWidth(lines: string[]): number | undefined {
  let longest = 0
  for (const whole of lines) {
    const line = whole.trimEnd()
    // What is no longer than another says nothing.
    if (line.length <= longest || !line.trimStart().includes(' ') || isQuote(line) || line.includes('://')) continue
    if (line.length > 100) return undefined
    longest = line.length
  }
  return longest >= 55 ? longest : undefined
}

const startsAnew = (line: string): boolean => /^\s*(?:[-*•–+]\s|\(?\w{1,3}[.)]\s|https?:\/\/|[#=_-]{3})/.test(line)

/** How long the first word of a line is. */
function firstWord(line: string): number {
  const from = line.search(/\S/)
  const length = line.slice(from).search(/\s/)
  return length < 0 ? line.length - from : length
}

/** Joins lines that were one: the next line's first word would not have fitted any more. */
function unwrap(lines: string[], width = Number.POSITIVE_INFINITY): string[] {
  const joined: string[] = []
  let before = ''
  for (const line of lines) {
    const last = joined.at(-1)
    // What would have fitted as a whole needs no looking at its first word.
    const fits = before.length + 1 + line.length <= width || !before.includes(' ') || before.length + 1 + firstWord(line) <= width
    const belongs = last !== undefined && (!fits || (/^\s{2,}\S/.test(line) && startsAnew(last)))
    if (belongs && !startsAnew(line)) joined[joined.length - 1] = `${last} ${line.trimStart()}`
    else joined.push(line)
    before = line
  }
  return joined
}

const endsIn = (characters: string, line: string): boolean => characters.includes(line.at(-1) as string)
// Most lines hold no such blanks, and to look for them as they must stand takes ten times as long. No line has blanks at its end.
const isTabular = (line: string): boolean =>
  ((line.includes('   ') || line.includes('\t')) && /\S(?: {3,}|\t)\S/.test(line)) || (endsIn('|+', line) && /^\s*[|+]./.test(line))
const isCode = (line: string): boolean => endsIn(';{}', line) || /^\s*(?:<\/?[a-z][^>]*>|(?:\$|at|import|const|def|SELECT)\s)/.test(line)
const isIndented = (line: string): boolean => /^(?: {4}|\t)/.test(line)

/** Whether blanks mean something here: columns, code, indentation of all lines. */
function looksPreformatted(lines: string[]): boolean {
  if (lines.every(isIndented)) return true
  const enough = Math.max(2, lines.length / 2)
  if (lines.length < enough) return false
  const many = (test: (line: string) => boolean) => {
    let count = 0
    for (const line of lines) if (test(line)) count++
    return count >= enough
  }
  return many(isTabular) || many(isCode)
}
