import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'
import { printAST } from '@formatjs/icu-messageformat-parser/printer.js'
import type { Tree } from '../src/lib/ui/message.ts'

const accents = new Map(
  Object.entries({
    a: 'á',
    c: 'ç',
    e: 'é',
    i: 'î',
    n: 'ñ',
    o: 'ö',
    u: 'û',
    y: 'ý',
    A: 'Á',
    C: 'Ç',
    E: 'É',
    I: 'Î',
    N: 'Ñ',
    O: 'Ö',
    U: 'Û',
  }),
)

/** Longer by 40 %, as translations are, and accented: a page shows at once what did not come from a message. */
const accented = (text: string) =>
  text.replaceAll(/[A-Za-z]+/g, (word) => {
    const said = [...word].map((letter) => accents.get(letter) ?? letter).join('')
    return said + '·'.repeat(Math.ceil(word.length * 0.4))
  })

// Right-to-left override and its end: Latin letters that run from the right.
const turned = (text: string) => text.replaceAll(/[A-Za-z]+/g, '\u202e$&\u202c')

function change(elements: MessageFormatElement[], make: (text: string) => string): void {
  for (const element of elements) {
    if (element.type === TYPE.literal) element.value = make(element.value)
    if ('children' in element) change(element.children, make)
    if ('options' in element) for (const { value } of Object.values(element.options)) change(value, make)
  }
}

function pseudo(english: Tree, make: (text: string) => string): Tree {
  return Object.fromEntries(
    Object.entries(english).map(([name, text]) => {
      if (typeof text === 'object') return [name, pseudo(text, make)]
      const elements = parse(text)
      change(elements, make)
      return [name, printAST(elements)]
    }),
  )
}

/** English with accents and 40 % longer (`en-XA`), and English that runs from the right (`ar-XB`). */
export const pseudoLanguages: Record<string, (english: Tree) => Tree> = {
  'en-XA': (english) => pseudo(english, accented),
  'ar-XB': (english) => pseudo(english, turned),
}
