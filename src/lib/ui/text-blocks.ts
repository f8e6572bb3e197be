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
 * Reads plain mail text (not format=flowed: that is the parser's work) into blocks. Nothing is dropped and nothing is
 * added, but the line breaks that mail programs put at some 70 characters are taken out again.
 */
export const readBlocks = (text: string): Block[] => blocksOf(text.replaceAll('\r\n', '\n').split('\n'), 0)

function blocksOf(lines: string[], depth: number): Block[] {
  const { body, signature } = depth === 0 ? cutSignature(lines) : { body: lines, signature: undefined }
  const width = wrapWidth(body)
  const blocks = runs(body, depth).map((run): Block => {
    if (run.kind === 'quote') {
      return {
        kind: 'quote',
        lines: run.lines.length,
        blocks: blocksOf(
          run.lines.map((line) => line.replace(/^\s?> ?/, '')),
          depth + 1,
        ),
      }
    }
    if (looksPreformatted(run.lines)) return { kind: 'preformatted', text: run.lines.join('\n') }
    return { kind: 'paragraph', lines: unwrap(run.lines, width) }
  })
  return signature ? [...blocks, { kind: 'signature', lines: signature }] : blocks
}

/** The last "-- " line begins a signature (RFC 3676 §4.3), if little follows it. */
function cutSignature(lines: string[]): { body: string[]; signature: string[] | undefined } {
  const at = lines.findLastIndex((line) => line === '-- ' || line === '--')
  const signature = lines.slice(at + 1).filter((line) => line.trim() !== '')
  if (at === -1 || signature.length === 0 || lines.length - at > 16 || signature.some(isQuote)) return { body: lines, signature: undefined }
  return { body: lines.slice(0, at), signature }
}

const isQuote = (line: string): boolean => /^\s?>/.test(line)

/** Neighbouring lines of one kind; blank lines part them. */
function runs(lines: string[], depth: number): { kind: 'text' | 'quote'; lines: string[] }[] {
  const found: { kind: 'text' | 'quote'; lines: string[] }[] = []
  let open = false
  for (const line of lines) {
    if (line.trim() === '') {
      open = false
      continue
    }
    const kind = depth < deepestQuote && isQuote(line) ? 'quote' : 'text'
    const last = found.at(-1)
    if (open && last?.kind === kind) last.lines.push(line.trimEnd())
    else found.push({ kind, lines: [line.trimEnd()] })
    open = true
  }
  return found
}

/** Where the sender's program broke lines; undefined where it did not. */
function wrapWidth(lines: string[]): number | undefined {
  const prose = lines
    .filter((line) => line.trim().includes(' ') && !isQuote(line) && !line.includes('://'))
    .map((line) => line.trimEnd().length)
  if (prose.some((length) => length > 100)) return undefined
  const longest = prose.reduce((most, length) => Math.max(most, length), 0)
  return longest >= 55 ? longest : undefined
}

const startsAnew = (line: string): boolean => /^\s*(?:[-*•–+]\s|\(?\w{1,3}[.)]\s|https?:\/\/|[#=_-]{3})/.test(line)

/** How long the first word of a line is. */
const firstWord = (line: string): number => /\S+/.exec(line)?.[0].length ?? 0

/** Joins lines that were one: the next line's first word would not have fitted any more. */
function unwrap(lines: string[], width: number | undefined): string[] {
  const joined: string[] = []
  let before = ''
  for (const line of lines) {
    const last = joined.at(-1)
    const broken = width !== undefined && before.includes(' ') && before.length + 1 + firstWord(line) > width
    const continued = () => /^\s{2,}\S/.test(line) && startsAnew(last ?? '')
    if (last !== undefined && (broken || continued()) && !startsAnew(line)) joined[joined.length - 1] = `${last} ${line.trimStart()}`
    else joined.push(line)
    before = line
  }
  return joined
}

// Most lines hold no such blanks, and to look for them as they must stand takes ten times as long.
const isTabular = (line: string): boolean => (/ {3}|\t/.test(line) && /\S(?: {3,}|\t)\S/.test(line)) || /^\s*[|+].*[|+]\s*$/.test(line)
const isCode = (line: string): boolean => /[;{}]$|^\s*<\/?[a-z][^>]*>|^\s*(?:\$|at|import|const|def|SELECT)\s/.test(line)
const isIndented = (line: string): boolean => /^(?: {4}|\t)/.test(line)

/** Whether blanks mean something here: columns, code, indentation of all lines. */
function looksPreformatted(lines: string[]): boolean {
  if (lines.every(isIndented)) return true
  const many = (test: (line: string) => boolean) => lines.filter(test).length >= Math.max(2, lines.length / 2)
  return many(isTabular) || many(isCode)
}
