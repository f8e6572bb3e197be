import { globSync } from 'node:fs'
import fc from 'fast-check'
import ts from 'typescript'
import { locales } from '../src/lib/ui/format.ts'

/**
 * Every kind of letter there is: the functions of every `mails.ts` that answer with a `Letter`, found by the compiler. What they are told
 * is made up from the types of their parameters, so that a letter that comes with a new domain is tried like all others.
 */
export interface LetterKind {
  file: string
  name: string
  facts: fc.Arbitrary<unknown[]>
}

const injected = '\r\nX-Injected: yes\r\nBcc: eve@evil.example\r\n\r\n'

/** What nobody is called, and what somebody says she is. */
export const hostile = fc.oneof(
  fc.constantFrom(
    `Eve${injected}`,
    `Eve\n${injected}`,
    'Eve\r',
    'E\0v\0e',
    '\u202eevE\u2066',
    'דנה כהן',
    '=?utf-8?Q?Eve=0D=0ABcc:_eve@evil.example?=',
    '"Eve" <eve@evil.example>, Adam',
    '\u2028X-Injected: yes',
    '\u0085X-Injected: yes',
    '\ud800Eve',
    '   ',
    '',
    'x'.repeat(10_000),
    'Eve Adams '.repeat(1_000),
    'ж'.repeat(10_000),
  ),
  fc.string({ unit: 'binary', maxLength: 60 }),
)

let spoken: readonly string[] = locales

// What the program itself makes or has checked by its shape before it comes to a letter.
const own: [RegExp, fc.Arbitrary<string>][] = [
  [/locale|language/i, fc.nat().map((at) => spoken[at % spoken.length] as string)],
  [/zone$/i, fc.constantFrom('Europe/Lisbon', 'Europe/Vienna', 'UTC')],
  [/email|replyTo|^address$|proposeTo|correctTo/i, fc.constant('reader@library.example')],
  [/mailDomain/, fc.constant('lists.example.org')],
  [/baseUrl|link|url|page|unsubscribe|stop$/i, fc.constant('https://lists.example.org/x')],
  [/path$/i, fc.constant('/x')],
  [/(?:On|day|today|Until)$|^on$/, fc.constantFrom('2026-10-14', '2027-01-01')],
  [/^type$/, fc.constant('application/pdf')],
  [/token|key$|code|slug|uid|^kind$|^reply$/i, fc.constant('abc')],
]

const checkerOf = (files: string[]) => {
  const { config } = ts.readConfigFile('tsconfig.json', ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, '.')
  const program = ts.createProgram(files, { ...options, noEmit: true, incremental: false })
  return { program, checker: program.getTypeChecker() }
}

type Made = fc.Arbitrary<unknown>

/** Values of a type, with hostile words wherever a person may have written them. */
function valuesOf(checker: ts.TypeChecker, type: ts.Type, name: string, depth = 0): Made {
  if (depth > 8) throw new Error(`The facts of a letter are nested too deep at ${name}.`)
  const inner = (of: ts.Type, as = name) => valuesOf(checker, of, as, depth + 1)
  // A day that may be missing goes with what is said beside it.
  if (type.isUnion() && /On$/.test(name)) return inner(checker.getNonNullableType(type))
  if (type.isUnion()) return fc.oneof(...type.types.map((one) => inner(one)))
  if (type.isStringLiteral() || type.isNumberLiteral()) return fc.constant(type.value)
  const { flags } = type
  if (flags & ts.TypeFlags.StringLike) return own.find(([pattern]) => pattern.test(name))?.[1] ?? hostile
  if (flags & ts.TypeFlags.NumberLike) return fc.integer({ min: 0, max: 1_000 })
  if (flags & ts.TypeFlags.BooleanLiteral) return fc.constant(checker.typeToString(type) === 'true')
  if (flags & ts.TypeFlags.Null) return fc.constant(null)
  if (flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Void)) return fc.constant(undefined)
  // Words that a kind says in its own way, of facts that are told here already.
  if (type.getCallSignatures().length > 0) return fc.constant(() => 'Said.')
  const called = type.getSymbol()?.getName()
  if (called === 'Date') return fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
  if (called === 'Uint8Array' || called === 'Buffer') return fc.constant(Buffer.from('%PDF'))
  if (checker.isTupleType(type)) return fc.tuple(...checker.getTypeArguments(type as ts.TypeReference).map((one) => inner(one)))
  const element = checker.isArrayLikeType(type) ? checker.getIndexTypeOfType(type, ts.IndexKind.Number) : undefined
  if (element) return fc.array(inner(element), { minLength: 1, maxLength: 3 })
  const keyed = checker.getIndexTypeOfType(type, ts.IndexKind.String)
  const properties = checker.getPropertiesOfType(type)
  if (keyed && properties.length === 0) return fc.dictionary(fc.constantFrom('reason', 'subject', 'name', 'title'), inner(keyed))
  // A list is called by a name that is part of its address, and by a title that people chose.
  const isList = properties.some((one) => one.getName() === 'title') && properties.some((one) => one.getName() === 'mailDomain')
  const facts = properties.map((property): [string, Made] => {
    const key = property.getName()
    const of = checker.getTypeOfSymbol(property)
    return [key, (isList || name === 'list') && key === 'name' ? fc.constant('lectio-l') : inner(of, key)]
  })
  return fc.record(Object.fromEntries(facts))
}

/** All kinds of letters, in these languages. */
export function listLetterKinds(languages: readonly string[] = locales): LetterKind[] {
  spoken = languages
  const files = globSync('src/**/*mails.ts').sort()
  const { program, checker } = checkerOf(files)
  const typeOf = (parameter: ts.Symbol): string => checker.typeToString(checker.getTypeOfSymbol(parameter))
  const isLetter = (type: ts.Type): boolean => ['subject', 'headers', 'calendar'].every((name) => type.getProperty(name) !== undefined)
  /** A letter in parts, or what writes it. */
  const makes = (parameter: ts.Symbol): boolean => {
    const type = checker.getTypeOfSymbol(parameter)
    return isLetter(type) || type.getCallSignatures().some((call) => isLetter(call.getReturnType()))
  }
  return files.flatMap((file) => {
    const source = program.getSourceFile(file)
    const module = source && checker.getSymbolAtLocation(source)
    if (!module) return []
    return checker.getExportsOfModule(module).flatMap((symbol) => {
      const declaration = symbol.valueDeclaration
      const signature = declaration && checker.getTypeOfSymbolAtLocation(symbol, declaration).getCallSignatures()[0]
      if (!signature || checker.typeToString(signature.getReturnType()) !== 'Letter') return []
      // What takes words, or a letter in parts, is what the kinds beside it are made by.
      if (signature.getParameters().some((parameter) => /Words|Notice\b/.test(typeOf(parameter)) || makes(parameter))) return []
      const facts = signature.getParameters().map((parameter) => valuesOf(checker, checker.getTypeOfSymbol(parameter), parameter.getName()))
      return [{ file, name: symbol.getName(), facts: fc.tuple(...facts) }]
    })
  })
}
