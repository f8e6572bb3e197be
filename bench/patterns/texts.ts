import type { Loop, Node, Pattern } from './tree.ts'

// Texts that cost a pattern most, made from its own parts: what it matches before a loop, then what the loop matches again and again, then
// an end.

/** What stands for the rest of all signs. */
const usual = [...'aA1 \t\n\r\u2028\u00a0\0\u0001-_.,:/"<@é漢😀']
/** A loop that ends before that many rounds costs no more than these. */
const nearEnd = 20
const mostSigns = 16
const mostChoices = 6
const mostPlaces = 60
const ends = ['', '\u0001', '\n', '\u2028', '\0', '\u0001\n\u0001']

const oneSign = (source: string, flags: string): RegExp => new RegExp(`^(?:${source})$`, flags.replaceAll(/[gym]/g, ''))

/** A sign that none of the usual ones is: of a script or a set that only this pattern names. */
function findSign(taken: RegExp): string | undefined {
  for (let code = 1; code < 0x1_f700; code += code < 0x3100 ? 1 : 0x33)
    if ((code < 0xd800 || code > 0xdfff) && taken.test(String.fromCodePoint(code))) return String.fromCodePoint(code)
  return undefined
}

type Text = readonly number[]

export interface Alphabet {
  /** The signs that a pattern tells apart, one of each kind. */
  signs: readonly string[]
  /** Ends that few think of, as places of their kinds. */
  ends: readonly Text[]
}

/** The alphabet of a pattern; each of its signs learns which it takes. */
export function alphabetOf({ signs, flags }: Pattern): Alphabet {
  const whole = /[uv]/.test(flags)
  const known = new Set(usual.filter((sign) => whole || sign.length === 1))
  const patterns = new Map(signs.map(({ source }) => [source, oneSign(source, flags)]))
  for (const [source, pattern] of patterns) {
    const own = source.startsWith('[') || source.startsWith('\\') ? (source.match(whole ? /[^[\]\\^]/gu : /[^[\]\\^]/g) ?? []) : [source]
    const taken = own.filter((sign) => pattern.test(sign))
    for (const sign of taken) known.add(sign)
    if (taken.length === 0 && ![...known].some((sign) => pattern.test(sign))) known.add(findSign(pattern) ?? '\u0001')
  }
  // What only one sign of the pattern takes by its name is told apart by that; what all take alike is one.
  const kinds = new Map<string, string>()
  const classes = [...patterns.values(), /\w/, /[\n\r\u2028]/]
  const kindOf = (sign: string): string => classes.map((one) => Number(one.test(sign))).join('')
  for (const sign of known) if (!kinds.has(kindOf(sign))) kinds.set(kindOf(sign), sign)
  const alphabet = [...kinds.values()]
  const verdicts = new Map(
    [...patterns].map(([source, pattern]) => [source, Uint8Array.from(alphabet, (sign) => Number(pattern.test(sign)))]),
  )
  for (const sign of signs) sign.takes = verdicts.get(sign.source) ?? sign.takes
  const placeOf = (sign: string): number => alphabet.indexOf(kinds.get(kindOf(sign)) ?? '')
  return { signs: alphabet, ends: ends.map((end) => [...end].map(placeOf)) }
}

/** What costs most: something before it, something again and again, an end that is refused. */
export interface Attack {
  before: Text
  again: Text
  end: Text
}

const choicesOf = (node: Node): number => {
  if (node.kind === 'either') return node.of.length
  if (node.kind === 'row') return Math.max(1, ...node.of.map(choicesOf))
  return 'of' in node && !Array.isArray(node.of) ? choicesOf(node.of) : 1
}

/** The shortest text that a node takes, or one with everything that may be there; an empty one for what only looks. */
function sample(node: Node, full: boolean, choice = 0): Text {
  if (node.kind === 'sign') return [node.takes.indexOf(1)].filter((at) => at >= 0)
  if (node.kind === 'row') return node.of.flatMap((one) => sample(one, full, choice))
  if (node.kind === 'either') return sample(node.of[choice % node.of.length] as Node, full, choice)
  if (node.kind === 'group') return sample(node.of, full, choice)
  if (node.kind !== 'loop') return []
  const one = sample(node.of, full, choice)
  return Array.from({ length: Math.max(node.min, Number(full)) }, () => one).flat()
}

interface Place {
  loop: Loop
  before: Text
}

/** Each loop without a near end, with what was taken before it. */
function* placesIn(node: Node, before: Text, full: boolean): Generator<Place> {
  if (node.kind === 'row') {
    let text = before
    for (const one of node.of) {
      yield* placesIn(one, text, full)
      text = [...text, ...sample(one, full)]
    }
  }
  if (node.kind === 'either') for (const one of node.of) yield* placesIn(one, before, full)
  if (node.kind === 'group' || node.kind === 'look' || node.kind === 'loop') yield* placesIn(node.of, before, full)
  if (node.kind === 'loop' && node.max > nearEnd) yield { loop: node, before }
}

function* signsIn(node: Node): Generator<Uint8Array> {
  if (node.kind === 'sign') yield node.takes
  else if ('of' in node) for (const one of [node.of].flat()) yield* signsIn(one)
}

/** The texts that make up the rounds of a loop. */
function roundsOf({ of }: Loop): Text[] {
  const taken = [...new Set([...signsIn(of)].flatMap((takes) => [...takes.keys()].filter((at) => takes[at] === 1)))].slice(0, mostSigns)
  const pairs = taken.slice(0, 4).flatMap((one) => taken.slice(0, 4).flatMap((other) => (one === other ? [] : [[one, other]])))
  const bodies = Array.from({ length: Math.min(mostChoices, choicesOf(of)) }, (_, choice) => [
    sample(of, false, choice),
    sample(of, true, choice),
  ])
  return [...taken.map((one) => [one]), ...pairs, ...bodies.flat()]
}

const startsWith = (text: Text, start: Text): boolean => start.every((one, i) => text[i] === one)

/** What may cost this pattern most. */
export function attacksOn({ node }: Pattern, { signs, ends }: Alphabet): Attack[] {
  const places = [...placesIn(node, [], false), ...placesIn(node, [], true)].slice(0, mostPlaces)
  const attacks = new Map<string, Attack>()
  const add = (before: Text, again: Text, endings: readonly Text[]) => {
    if (again.length > 0) for (const end of endings) attacks.set(`${before} ${again} ${end}`, { before, again, end })
  }
  for (const { loop, before } of places) {
    const taken = [...signsIn(loop.of)]
    const refused = signs.findIndex((_, at) => taken.every((takes) => takes[at] === 0))
    const endings = refused < 0 ? ends : [...ends, [refused]]
    for (const again of roundsOf(loop)) for (const start of [[], before]) add(start, again, endings)
    // A search begins anew at each of its beginnings, and one of two loops at each of what stands between them.
    for (const again of [before, [...before, ...sample(loop.of, true)]]) add([], again, endings)
    for (const other of places) if (startsWith(other.before, before)) add(before, other.before.slice(before.length), endings)
  }
  return [...attacks.values()]
}
