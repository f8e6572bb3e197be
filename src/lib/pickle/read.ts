import { readingLimits } from '../reading/limits.ts'
import { textsOf } from '../ui/words.ts'
import { Cursor } from './cursor.ts'
import { integerOf, longOf, unescapeUnicode, unquote } from './text.ts'
import { PickleError, PickleName, PickleObject, type PickleValue } from './value.ts'

const t = textsOf('lib', 'pickle')

/** What a pickle may cost and name. */
interface PickleOptions {
  /** Is a class or function of this full name (`module.name`) expected? Any other one ends the reading. */
  allow: (name: string) => boolean
  /** Default 64 MB. */
  mostBytes?: number
  /** Values and steps; default 5 million. */
  mostSteps?: number
}

const megabyte = 1024 * 1024
const limits = readingLimits.pickle
/** Marks that may stand open: a list of Mailman has four. */
const deepest = limits.depth

type Slot = PickleValue | typeof mark
const mark = Symbol('mark')

/** The machine that a pickle is a program for (PEP 307, PEP 3154, pickletools.py), without the one step that runs foreign code. */
class Machine {
  readonly #stack: Slot[] = []
  readonly #marks: number[] = []
  // A map: an index of two thousand million costs one entry.
  readonly #memo = new Map<number, PickleValue>()
  readonly #in: Cursor
  readonly #allow: (name: string) => boolean

  constructor(cursor: Cursor, allow: (name: string) => boolean) {
    this.#in = cursor
    this.#allow = allow
  }

  run(mostSteps: number): PickleValue {
    for (let steps = 0; ; steps++) {
      if (steps > mostSteps) throw new PickleError(t.tooMany({ most: mostSteps }))
      const at = this.#in.at
      const code = String.fromCharCode(this.#in.byte())
      if (code === '.') return this.#pop()
      const step = this.#steps[code]
      if (!step) throw new PickleError(this.#refusal(code, at))
      step(at)
    }
  }

  #refusal(code: string, at: number): string {
    // What stands beside the file: persistent ids, and the buffers of protocol 5.
    return 'PQ\x97\x98'.includes(code) ? t.outside({ at }) : t.damaged({ at })
  }

  #push(value: Slot): void {
    this.#stack.push(value)
  }

  #pop(): PickleValue {
    const value = this.#stack.pop()
    if (value === undefined || value === mark) throw new PickleError(t.damaged({ at: this.#in.at }))
    return value
  }

  #top(): PickleValue {
    const value = this.#pop()
    this.#push(value)
    return value
  }

  #toMark(): PickleValue[] {
    const at = this.#marks.pop()
    if (at === undefined || at >= this.#stack.length) throw new PickleError(t.damaged({ at: this.#in.at }))
    const items = this.#stack.splice(at).slice(1)
    return items as PickleValue[]
  }

  #take(count: number): PickleValue[] {
    return Array.from({ length: count }, () => this.#pop()).reverse()
  }

  #named(name: string): PickleName {
    if (!this.#allow(name)) throw new PickleError(t.foreign({ name: name.slice(0, 100) }))
    return new PickleName(name)
  }

  #list(): PickleValue[] {
    const list = this.#top()
    if (!Array.isArray(list)) throw new PickleError(t.damaged({ at: this.#in.at }))
    return list
  }

  #append(): void {
    const items = this.#toMark()
    const list = this.#list()
    for (const item of items) list.push(item)
  }

  #fill(items: PickleValue[]): void {
    const map = this.#top()
    // An instance may be a dictionary with more to it; its entries are data too.
    if (map instanceof PickleObject && !(map.state instanceof Map)) map.state = new Map()
    const target = map instanceof PickleObject ? map.state : map
    if (!(target instanceof Map) || items.length % 2 === 1) throw new PickleError(t.damaged({ at: this.#in.at }))
    for (let i = 0; i < items.length; i += 2) target.set(items[i] as PickleValue, items[i + 1] as PickleValue)
  }

  #make(callable: PickleValue, args: PickleValue): PickleValue {
    if (!(callable instanceof PickleName) || !Array.isArray(args)) throw new PickleError(t.damaged({ at: this.#in.at }))
    // What Python 2 writes for an instance of a new-style class: the class itself is the first argument.
    if (/^copy_?reg\._reconstructor$/.test(callable.name) && args[0] instanceof PickleName)
      return new PickleObject(args[0].name, args.slice(2))
    // Bytes, as Python 3 writes them for Python 2: text of one character a byte.
    if (callable.name === '_codecs.encode' && typeof args[0] === 'string') return args[0]
    return new PickleObject(callable.name, args)
  }

  /** A text of the length that stands before it in eight bytes (protocol 4). */
  #long(encoding: 'utf8' | 'latin1'): void {
    const length = this.#in.take(8).readBigUInt64LE()
    this.#push(this.#in.take(Number(length)).toString(encoding))
  }

  #build(): void {
    const state = this.#pop()
    const object = this.#top()
    if (!(object instanceof PickleObject)) throw new PickleError(t.damaged({ at: this.#in.at }))
    object.state = state
  }

  #recall(index: number): void {
    const value = this.#memo.get(index)
    if (value === undefined) throw new PickleError(t.damaged({ at: this.#in.at }))
    this.#push(value)
  }

  #remember(index: number): void {
    this.#memo.set(index, this.#top())
  }

  #setMark(): void {
    if (this.#marks.length >= deepest) throw new PickleError(t.tooDeep({ most: deepest }))
    this.#marks.push(this.#stack.length)
    this.#push(mark)
  }

  readonly #steps: Record<string, (at: number) => void> = {
    '(': () => this.#setMark(),
    '0': () => {
      if (this.#stack.pop() === mark) this.#marks.pop()
    },
    '1': () => {
      this.#toMark()
    },
    '2': () => this.#push(this.#top()),
    N: () => this.#push(null),
    '\x88': () => this.#push(true),
    '\x89': () => this.#push(false),
    I: (at) => this.#push(integerOf(this.#in.line(), at)),
    L: (at) => this.#push(integerOf(this.#in.line(), at)),
    J: () => this.#push(this.#in.int32()),
    K: () => this.#push(this.#in.byte()),
    M: () => this.#push(this.#in.uint16()),
    '\x8a': () => this.#push(longOf(this.#in.take(this.#in.byte()))),
    '\x8b': (at) => {
      const length = this.#in.int32()
      if (length > 1_000) throw new PickleError(t.damaged({ at }))
      this.#push(longOf(this.#in.take(length)))
    },
    F: (at) => {
      const text = this.#in.line()
      // Python writes numbers without end, and what is none, as words.
      if (Number.isNaN(Number(text)) && !/^[+-]?(?:inf|nan)$/.test(text)) throw new PickleError(t.damaged({ at }))
      this.#push(Number.isFinite(Number(text)) ? Number(text) : null)
    },
    G: () => this.#push(this.#in.take(8).readDoubleBE()),
    S: (at) => this.#push(unquote(this.#in.line(), at)),
    T: () => this.#push(this.#in.take(this.#in.int32()).toString('latin1')),
    U: () => this.#push(this.#in.take(this.#in.byte()).toString('latin1')),
    V: () => this.#push(unescapeUnicode(this.#in.line())),
    X: () => this.#push(this.#in.take(this.#in.uint32()).toString('utf8')),
    ']': () => this.#push([]),
    l: () => this.#push(this.#toMark()),
    a: () => {
      const value = this.#pop()
      this.#list().push(value)
    },
    e: () => this.#append(),
    ')': () => this.#push([]),
    t: () => this.#push(this.#toMark()),
    '\x85': () => this.#push(this.#take(1)),
    '\x86': () => this.#push(this.#take(2)),
    '\x87': () => this.#push(this.#take(3)),
    '}': () => this.#push(new Map()),
    d: () => {
      const items = this.#toMark()
      this.#push(new Map())
      this.#fill(items)
    },
    s: () => this.#fill(this.#take(2)),
    u: () => this.#fill(this.#toMark()),
    p: (at) => this.#remember(Number(integerOf(this.#in.line(), at))),
    q: () => this.#remember(this.#in.byte()),
    r: () => this.#remember(this.#in.uint32()),
    g: (at) => this.#recall(Number(integerOf(this.#in.line(), at))),
    h: () => this.#recall(this.#in.byte()),
    j: () => this.#recall(this.#in.uint32()),
    c: () => this.#push(this.#named(`${this.#in.line()}.${this.#in.line()}`)),
    i: () => {
      const name = this.#named(`${this.#in.line()}.${this.#in.line()}`)
      this.#push(this.#make(name, this.#toMark()))
    },
    o: () => {
      const [name = null, ...args] = this.#toMark()
      this.#push(this.#make(name, args))
    },
    R: () => {
      const args = this.#pop()
      this.#push(this.#make(this.#pop(), args))
    },
    '\x81': () => {
      const args = this.#pop()
      this.#push(this.#make(this.#pop(), args))
    },
    b: () => this.#build(),
    '\x80': () => {
      const protocol = this.#in.byte()
      if (protocol > 5) throw new PickleError(t.protocol({ protocol: String(protocol) }))
    },
    // Python 3: protocols 3 to 5.
    B: () => this.#push(this.#in.take(this.#in.uint32()).toString('latin1')),
    C: () => this.#push(this.#in.take(this.#in.byte()).toString('latin1')),
    '\x8c': () => this.#push(this.#in.take(this.#in.byte()).toString('utf8')),
    '\x8d': () => this.#long('utf8'),
    '\x8e': () => this.#long('latin1'),
    '\x96': () => this.#long('latin1'),
    '\x8f': () => this.#push([]),
    '\x90': () => this.#append(),
    '\x91': () => this.#push(this.#toMark()),
    '\x92': () => {
      // Arguments by name; no class of a list has any.
      this.#pop()
      const args = this.#pop()
      this.#push(this.#make(this.#pop(), args))
    },
    '\x93': () => {
      const [module, name] = this.#take(2)
      if (typeof module !== 'string' || typeof name !== 'string') throw new PickleError(t.damaged({ at: this.#in.at }))
      this.#push(this.#named(`${module}.${name}`))
    },
    '\x94': () => this.#remember(this.#memo.size),
    // How long what follows is: we read it byte by byte.
    '\x95': () => {
      this.#in.take(8)
    },
  }
}

/**
 * Reads the pickles that stand one behind the other in a file, of Python 2 and 3 (protocols 0 to 5). Nothing is imported, called or run:
 * classes are names, instances are data. Size, steps and nesting are bounded.
 * @throws PickleError with a sentence
 */
export function readPickles(
  bytes: Uint8Array,
  { allow, mostBytes = limits.size, mostSteps = limits.values }: PickleOptions,
): PickleValue[] {
  if (bytes.length === 0) throw new PickleError(t.empty)
  if (bytes.length > mostBytes) throw new PickleError(t.tooLarge({ most: Math.round(mostBytes / megabyte) }))
  const cursor = new Cursor(bytes)
  const values: PickleValue[] = []
  while (cursor.at < bytes.length) values.push(new Machine(cursor, allow).run(mostSteps))
  return values
}
