import type { Kind, Parameter } from './found.ts'
import { hostileMails, hostileTexts } from './shapes.ts'
import type { Shape } from './types.ts'

// What the parameters of a function are given.

/** Where nothing hostile is given, by the type. */
const benign: readonly (readonly [type: RegExp, value: unknown])[] = [
  [/^Locale$/, 'en'],
  [/^Address$/, 'https://rapport.example'],
  [/=>/, () => undefined],
  // Of numbers that are known there are some, or nothing is looked for.
  [/^(?:readonly )?number\[\]$/, [1, 2]],
  [/Set<number>/, new Set([1, 2])],
  [/^number/, 10],
  [/^boolean/, false],
  [/^Date/, new Date(0)],
  [/^(?:readonly )?.*\[\]$/, []],
  [/Set</, new Set()],
  [/Map</, new Map()],
]

const usualOf = (type: string): unknown => benign.find(([pattern]) => pattern.test(type))?.[1] ?? 'en'

/** Something of this shape, with these texts in it. */
function filled(shape: Shape, text: string): unknown {
  if (shape.kind === 'other') return usualOf(shape.type)
  if (!('fields' in shape)) return shape.kind === 'text' ? text : [text]
  const object = Object.fromEntries(Object.entries(shape.fields).map(([name, field]) => [name, filled(field, text)]))
  return shape.kind === 'object' ? object : [object]
}

const textsIn = (shape: Shape): number =>
  'fields' in shape ? Object.values(shape.fields).reduce((sum, field) => sum + textsIn(field), 0) : Number(shape.kind !== 'other')

/** What a parameter is given while another is tried. */
export function usual({ kind, type, shape, optional }: Parameter): unknown {
  if (optional) return undefined
  if (kind === 'bytes') return Buffer.from('en')
  return kind === 'object' ? filled(shape, 'en') : usualOf(type)
}

export interface Value {
  shape: string
  make: (n: number) => unknown
}

/** Each value is made once. */
function kept(shape: string, make: (n: number) => unknown): Value {
  const made = new Map<number, unknown>()
  return {
    shape,
    make: (n) => {
      if (!made.has(n)) made.set(n, make(n))
      return made.get(n)
    },
  }
}

const texts = hostileTexts.map(({ shape, make }) => ({ shape, make: kept(shape, make).make as (n: number) => string }))

/** The values of a parameter, by their length. */
export function valuesBy(readMessage: (raw: Uint8Array) => unknown): Record<Kind, (parameter: Parameter) => Value[]> {
  const bytes = [...hostileTexts, ...hostileMails].map(({ shape, make }) => kept(shape, (n) => Buffer.from(make(n))))
  const lines = hostileTexts.filter(({ shape }) => shape.includes('\\n')).map(({ shape, make }) => kept(shape, (n) => make(n).split('\n')))
  const mails = hostileMails.map(({ shape, make }) => kept(shape, (n) => readMessage(Buffer.from(make(n)))))
  return {
    text: () => texts,
    bytes: () => bytes,
    lines: () => lines,
    mail: () => mails,
    // Their texts are as long together.
    object: ({ shape: wanted }) =>
      texts.map(({ shape, make }) => ({ shape, make: (n) => filled(wanted, make(Math.ceil(n / textsIn(wanted)))) })),
  }
}
