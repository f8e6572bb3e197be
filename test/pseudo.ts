import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'
import { printAST } from '@formatjs/icu-messageformat-parser/printer.js'
import { locales } from '../src/lib/ui/format.ts'
import type { Tree } from '../src/lib/ui/message.ts'
import { makeLanguage } from '../src/lib/ui/words.ts'

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

/** As much longer as translations are. */
const filled = (word: string) => word + '·'.repeat(Math.ceil(word.length * 0.4))

/** Accented: a page shows at once what did not come from a message. */
const accented = (text: string) =>
  text.replaceAll(/[A-Za-z]+/g, (word) => filled([...word].map((letter) => accents.get(letter) ?? letter).join('')))

// Right-to-left override and its end: Latin letters that run from the right.
const turned = (text: string) => text.replaceAll(/[A-Za-z]+/g, (word) => `\u202e${filled(word)}\u202c`)

// The printer quotes braces, and no sign that begins a tag.
const less = '\uf8fe'

function change(elements: MessageFormatElement[], make: (text: string) => string): void {
  for (const element of elements) {
    if (element.type === TYPE.literal) element.value = make(element.value).replaceAll('<', less)
    if ('children' in element) change(element.children, make)
    if ('options' in element) for (const { value } of Object.values(element.options)) change(value, make)
  }
}

type Change = (elements: MessageFormatElement[]) => void

function pseudo(english: Tree, change: Change): Tree {
  return Object.fromEntries(
    Object.entries(english).map(([name, text]) => {
      if (typeof text === 'object') return [name, pseudo(text, change)]
      const elements = parse(text)
      change(elements)
      return [name, printAST(elements).replaceAll(less, `'<'`)]
    }),
  )
}

const literal = (value: string): MessageFormatElement => ({ type: TYPE.literal, value })

/** In brackets, so that one sees where a message begins and ends: a sentence glued of two has two pairs. */
const longer: Change = (elements) => {
  change(elements, accented)
  elements.unshift(literal('['))
  elements.push(literal(']'))
}

/** Begins with a mark that says so, as a letter of such a language would. */
const fromTheRight: Change = (elements) => {
  change(elements, turned)
  elements.unshift(literal('\u200f'))
}

const made = (how: Change) => (english: Tree) => pseudo(english, how)

/** English that is longer by 40 % and accented, and Finnish in what the runtime formats: a date in English shows. */
export const long = 'fi-XA'
/** English that is as much longer and runs from the right, with Arabic dates. */
export const mirrored = 'ar-XB'

export const pseudoLanguages: Record<string, ReturnType<typeof made>> = {
  [long]: made(longer),
  [mirrored]: made(fromTheRight),
}

/** Takes these languages among ours, for as long as the process lasts: a test file that does so is run apart. */
export function speakPseudo(): void {
  for (const [language, make] of Object.entries(pseudoLanguages)) {
    makeLanguage(language, make)
    if (!(locales as readonly string[]).includes(language)) (locales as unknown as string[]).push(language)
  }
}
