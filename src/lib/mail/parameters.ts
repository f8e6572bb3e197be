import { decodeText } from './charset.ts'
import { decodeWords } from './words.ts'

/** A field such as `text/plain; charset=utf-8`: its value in lower case and its parameters, decoded (RFC 2231, RFC 2047). */
export interface StructuredValue {
  value: string
  parameters: Record<string, string>
}

interface Section {
  /** Which piece it is; -1 where it is all of it. */
  index: number
  text: string
  encoded: boolean
}

const separators = /[;\s]*/y
const parameterName = /([^\s=;"]+)\s*=\s*/y
const quotedValue = /"((?:[^"\\]|\\[\s\S])*)(?:"|\\?$)/y
// Where a sender forgot a semicolon, a word that is followed by = begins the next parameter.
const bareValue = /[^\s;]*(?:[ \t]+(?![\w*-]+\s*=)[^\s;]+)*/y
const noise = /[^;]+/y
// White space around the slash is against the rules, and seen.
const leadingValue = /^\s*[^\s;/]*(?:\s*\/\s*[^\s;]*)?/
const continuation = /^([^*]+)(?:\*(\d{1,4}))?(\*)?$/

const commentToken = /"(?:[^"\\]|\\[\s\S])*"|\\[\s\S]|[^"\\()]+|[\s\S]/g

/**
 * Comments go (RFC 5322 §3.2.2); a parenthesis inside quotes is text.
 * @param isText what stands around the parentheses: is what they hold text all the same?
 */
export function stripComments(value: string, isText: (before: string, after: string) => boolean = () => false): string {
  if (!value.includes('(')) return value
  let [depth, from] = [0, 0]
  let kept = ''
  for (const { 0: token, index } of value.matchAll(commentToken)) {
    if (token === '(' && depth++ === 0) from = index
    else if (token === ')' && depth > 0) {
      if (--depth === 0 && isText(kept, value.charAt(index + 1))) kept += value.slice(from, index + 1)
    } else if (depth === 0) kept += token
  }
  // Never closed: it was no comment.
  return depth > 0 ? value : kept
}

/** `report(1).pdf` of a sender who quotes nothing: what goes on behind the parentheses, and began before them, is one word. */
const isWithinWord = (before: string, after: string): boolean => /[^\s;]/.test(after) && /[^\s=/;]\s*$/.test(before.slice(-100))

/** `%E4%F6` to bytes; what is not a percent code stands for itself. */
function percentBytes(text: string): Buffer {
  const latin = Buffer.from(text, 'utf8').toString('latin1')
  return Buffer.from(
    latin.replace(/%([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  )
}

/** Joins the sections of one parameter; neighbours are decoded together, since a character may span two (RFC 2231 §4.1). */
function joinSections(known: Map<number, Section>): string {
  const whole = known.get(-1)
  const sections = whole ? [whole] : [...known.values()].sort((a, b) => a.index - b.index)
  let charset = ''
  let pending = ''
  let joined = ''
  const flush = () => {
    if (pending !== '') joined += decodeText(percentBytes(pending), charset)
    pending = ''
  }
  for (const { text, encoded } of sections) {
    if (!encoded) {
      flush()
      joined += text
      continue
    }
    const marked = joined === '' && pending === '' ? /^([^']*)'[^']*'([\s\S]*)$/.exec(text) : null
    if (marked) charset = marked[1] as string
    pending += marked ? marked[2] : text
  }
  flush()
  return joined
}

/** What `pattern` (a sticky one) matches at `at`. */
function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

/** The parameters of a field from `at` on, as names and raw values; what is not a parameter is passed over. */
function* rawParameters(text: string, at: number): Generator<[name: string, value: string]> {
  while (at < text.length) {
    at += matchAt(separators, text, at)?.[0].length ?? 0
    const name = matchAt(parameterName, text, at)
    if (!name) {
      at += matchAt(noise, text, at)?.[0].length ?? text.length
      continue
    }
    at += name[0].length
    const quoted = matchAt(quotedValue, text, at)
    const value = quoted ?? matchAt(bareValue, text, at)
    at += value?.[0].length ?? 0
    yield [(name[1] as string).toLowerCase(), quoted ? (quoted[1] as string).replace(/\\([\s\S])/g, '$1') : (value?.[0] ?? '')]
  }
}

/** Reads a structured field value (Content-Type, Content-Disposition). Never throws. */
export function parseParameters(field: string): StructuredValue {
  const text = stripComments(field, isWithinWord)
  const type = leadingValue.exec(text)?.[0] ?? ''
  const parameters: Record<string, string> = Object.create(null)
  const sections = new Map<string, Map<number, Section>>()
  for (const [raw, value] of rawParameters(text, type.length)) {
    const named = continuation.exec(raw)
    const name = named?.[1] ?? raw
    if (named?.[2] === undefined && named?.[3] === undefined) {
      // The first of two wins, so that one mail cannot be two to two readers.
      parameters[name] ??= decodeWords(value)
      continue
    }
    const section = { index: Number(named[2] ?? -1), text: value, encoded: named[3] === '*' }
    const known = sections.get(name) ?? new Map<number, Section>()
    if (!known.has(section.index)) sections.set(name, known.set(section.index, section))
  }
  for (const [name, known] of sections) {
    // A name without its beginning says less than the plain one beside it.
    if (known.has(-1) || known.has(0) || parameters[name] === undefined) parameters[name] = joinSections(known)
  }
  return { value: type.replace(/\s+/g, '').toLowerCase(), parameters }
}
