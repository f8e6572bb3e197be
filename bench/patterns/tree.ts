// A regular expression as a tree: what bench/patterns counts the steps of and makes its texts from.

/** One sign, or a place between two. */
interface Sign {
  kind: 'sign'
  source: string
  /** By the place of a sign in the alphabet of the pattern; filled once that is known. */
  takes: Uint8Array
}
interface Edge {
  kind: 'edge'
  which: '^' | '$' | 'b' | 'B'
}
export interface Loop {
  kind: 'loop'
  min: number
  max: number
  lazy: boolean
  of: Node
}
interface Group {
  kind: 'group'
  number: number | undefined
  of: Node
}
interface Look {
  kind: 'look'
  back: boolean
  not: boolean
  of: Node
}
export type Node =
  | Sign
  | Edge
  | Loop
  | Group
  | Look
  | { kind: 'row'; of: Node[] }
  | { kind: 'either'; of: Node[] }
  | { kind: 'again'; number: number }

export interface Pattern {
  source: string
  flags: string
  node: Node
  signs: Sign[]
  loops: Loop[]
  groups: number
}

/** The end of a class in brackets, which the flag v lets nest. */
function endOfClass(source: string, from: number, nested: boolean): number {
  for (let at = from + 1, depth = 1; at < source.length; at++) {
    if (source[at] === '\\') at++
    else if (source[at] === '[' && nested) depth++
    else if (source[at] === ']' && --depth === 0) return at + 1
  }
  throw new Error(`a class without an end: ${source}`)
}

const escaped = /\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|c[A-Za-z]|[\s\S])/y
const quantifier = /([*+?]|\{(\d+)(,(\d*))?\})(\??)/y
const opening = /\((?:\?(?:(:)|(<?[=!])|<([^>=!]+)>))?/y

const matchAt = (pattern: RegExp, source: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at
  return pattern.exec(source)
}

/** Reads the source of a regular expression that the engine has accepted. */
export function readPattern(source: string, flags: string): Pattern {
  const pattern: Pattern = { source, flags, node: { kind: 'row', of: [] }, signs: [], loops: [], groups: 0 }
  const names = [...source.matchAll(/(\\[\s\S])|\((?!\?)|\(\?<([^>=!]+)>/g)].filter((one) => one[1] === undefined).map((one) => one[2])
  let at = 0

  const sign = (text: string): Node => {
    at += text.length
    const node: Sign = { kind: 'sign', source: text, takes: new Uint8Array() }
    pattern.signs.push(node)
    return node
  }

  function readEscape(): Node {
    const text = matchAt(escaped, source, at)?.[0] ?? ''
    const named = /^\\k<([^>]+)>/.exec(source.slice(at))
    const again = named ? names.indexOf(named[1]) + 1 : Number(/^\\([1-9]\d?)/.exec(source.slice(at))?.[1])
    if (text === '\\b' || text === '\\B') {
      at += 2
      return { kind: 'edge', which: text === '\\b' ? 'b' : 'B' }
    }
    if (!again) return sign(text)
    at += named ? named[0].length : 1 + String(again).length
    return { kind: 'again', number: again }
  }

  function readGroup(): Node {
    const [text = '', plain, look, name] = matchAt(opening, source, at) ?? []
    at += text.length
    const number = plain || look ? undefined : ++pattern.groups
    if (!plain && !look && !name && source[at] === '?') throw new Error(`not known here: ${source}`)
    const of = readEither()
    at++
    return look ? { kind: 'look', back: look.startsWith('<'), not: look.endsWith('!'), of } : { kind: 'group', number, of }
  }

  function readOne(): Node {
    const one = source[at] ?? ''
    if (one === '(') return readGroup()
    if (one === '\\') return readEscape()
    if (one === '[') return sign(source.slice(at, endOfClass(source, at, flags.includes('v'))))
    if (one !== '^' && one !== '$') return sign(/[uv]/.test(flags) ? String.fromCodePoint(source.codePointAt(at) ?? 0) : one)
    at++
    return { kind: 'edge', which: one }
  }

  function readRow(): Node {
    const of: Node[] = []
    while (at < source.length && source[at] !== '|' && source[at] !== ')') {
      const one = readOne()
      const [text, mark, least, comma, most, lazy] = matchAt(quantifier, source, at) ?? []
      if (text === undefined) {
        of.push(one)
        continue
      }
      at += text.length
      const min = least === undefined ? Number(mark === '+') : Number(least)
      const max =
        least === undefined ? (mark === '?' ? 1 : Number.POSITIVE_INFINITY) : comma ? Number(most || Number.POSITIVE_INFINITY) : min
      const loop: Loop = { kind: 'loop', min, max, lazy: Boolean(lazy), of: one }
      if (max > 1) pattern.loops.push(loop)
      of.push(loop)
    }
    return of.length === 1 && of[0] ? of[0] : { kind: 'row', of }
  }

  function readEither(): Node {
    const of = [readRow()]
    while (source[at] === '|') {
      at++
      of.push(readRow())
    }
    return of.length === 1 && of[0] ? of[0] : { kind: 'either', of }
  }

  pattern.node = readEither()
  if (at !== source.length) throw new Error(`not read to its end: ${source}`)
  return pattern
}
