import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { listActs } from '../src/edges/http/acts.ts'
import { pages } from '../src/edges/http/addresses.ts'
import { api } from '../src/edges/http/api.ts'
import { oneLine } from '../src/lib/mail/one-line.ts'
import { line, lines, severalLines } from '../src/lib/ui/forms.ts'
import { SentForm } from '../src/lib/ui/sent-form.ts'

/**
 * Every text that a form or a program can send is one line or several, or has a shape of its own, and is bounded. What is walked here is
 * what the app serves: a field that comes with a new page or address is walked as well.
 */
interface Leaf {
  at: string
  schema: z.core.$ZodType
}

/** The strings that a schema takes in, with where they stand. */
function stringsIn(schema: z.core.$ZodType, at: string): Leaf[] {
  const def = schema._zod.def as unknown as Record<string, unknown> & { type: string }
  const inner = (name: string, as = at): Leaf[] => (def[name] ? stringsIn(def[name] as z.core.$ZodType, as) : [])
  switch (def.type) {
    case 'string':
    case 'unknown':
    case 'any':
      return [{ at, schema }]
    case 'object':
      return [
        ...Object.entries(def.shape as Record<string, z.core.$ZodType>).flatMap(([name, one]) => stringsIn(one, `${at}.${name}`)),
        ...inner('catchall', `${at}.*`),
      ]
    case 'array':
      return inner('element', `${at}[]`)
    case 'record':
      return [...inner('keyType', `${at}{key}`), ...inner('valueType', `${at}{}`)]
    case 'union':
      return (def.options as z.core.$ZodType[]).flatMap((one) => stringsIn(one, at))
    case 'pipe':
      // What a preprocessing hands on is what is taken in.
      return (def.in as z.core.$ZodType)._zod.def.type === 'transform' ? inner('out') : inner('in')
    default:
      return inner('innerType')
  }
}

const isBounded = (pattern: RegExp): boolean =>
  pattern.source.startsWith('^') &&
  pattern.source.endsWith('$') &&
  !/[*+]|\{\d+,\}/.test(pattern.source.replaceAll(/\\.|\[(?:\\.|[^\]])*\]/g, 'x'))

/** What is wrong with a string's schema; nothing where it is one line, several, or of a shape, and bounded. */
function faultOf({ schema }: Leaf): string | undefined {
  const def = schema._zod.def as unknown as { type: string; format?: string; checks?: { _zod: { def: Record<string, unknown> } }[] }
  if (def.type !== 'string') return 'takes anything'
  const checks = (def.checks ?? []).map((check) => check._zod.def)
  const hasLength = checks.some(({ check }) => check === 'max_length' || check === 'length_equals')
  if (def.format && ['date', 'time', 'datetime', 'uuid'].includes(def.format)) return undefined
  const shapes = checks.flatMap(({ check, format, pattern }) =>
    check === 'string_format' && format === 'regex' ? [pattern as RegExp] : [],
  )
  if (shapes.some(isBounded)) return undefined
  if (!hasLength) return 'has no longest length'
  const isKind = checks.some(({ check, tx }) => check === 'overwrite' && (tx === oneLine || tx === severalLines))
  return isKind || def.format || shapes.length > 0 ? undefined : 'is neither line() nor lines()'
}

const faults = (leaves: Leaf[]): string[] =>
  leaves.flatMap((leaf) => {
    const fault = faultOf(leaf)
    return fault ? [`${leaf.at} ${fault}`] : []
  })

test('every text of a form that programs may send, too, is of a kind and bounded', () => {
  const forms = listActs(pages).flatMap(({ path, act }) => (act.form ? [{ path, form: act.form }] : []))
  expect(forms.length).toBeGreaterThan(100)
  expect(faults(forms.flatMap(({ path, form }) => stringsIn(form, path)))).toEqual([])
  expect(faults(stringsIn(SentForm, 'acts'))).toEqual([])
})

test('every text that the API takes is of a kind and bounded', () => {
  const routes = api.openAPIRegistry.definitions.flatMap((one) => (one.type === 'route' ? [one.route] : []))
  // What the acts take is what their forms take.
  const own = routes.filter(({ path }) => !path.startsWith('/acts/'))
  const leaves = own.flatMap(({ method, path, request = {} }) => {
    const json = request.body?.content['application/json']
    const body = json && 'schema' in json ? json.schema : undefined
    return [request.params, request.query, body].flatMap((schema) =>
      schema && '_zod' in schema ? stringsIn(schema as z.core.$ZodType, `${method} ${path}`) : [],
    )
  })
  expect(leaves.length).toBeGreaterThan(300)
  expect(faults(leaves)).toEqual([])
})

test('no page reads a text that is of no kind', () => {
  const pages = globSync('src/**/*.tsx').filter((file) => !file.includes('.test.'))
  const bare = pages.flatMap((file) => {
    const source = readFileSync(file, 'utf8')
    return [...source.matchAll(/\.string\(\)(?!\s*\.regex\()/g)].map(({ index }) => `${file}:${source.slice(0, index).split('\n').length}`)
  })
  expect(bare).toEqual([])
})

test('a text that is of no kind would be found', () => {
  expect(faultOf({ at: '', schema: line(5) })).toBeUndefined()
  expect(faultOf({ at: '', schema: lines(5).min(1) })).toBeUndefined()
  const loose = z.object({ known: line(5) })
  expect(faults(stringsIn(loose.catchall(z.string()), 'form'))).toEqual(['form.* has no longest length'])
  expect(faults(stringsIn(z.looseObject({}), 'form'))).toEqual(['form.* takes anything'])
  expect(faults(stringsIn(z.record(line(5), z.string()), 'form'))).toEqual(['form{} has no longest length'])
  expect(faults(stringsIn(loose.catchall(line(5).optional()), 'form'))).toEqual([])
})

const hostile: [string, string, string][] = [
  ['a line break', 'Eve\r\nBcc: x@y.example', 'Eve Bcc: x@y.example'],
  ['a tab and a line separator', ' Eve\t\u2028Adams ', 'Eve Adams'],
  ['NUL and escape', 'E\0v\u001be', 'E v e'],
  ['an override of direction', '\u202eevE\u202c', 'evE'],
  ['marks that right-to-left names need', 'דנה\u200f (Dana)', 'דנה\u200f (Dana)'],
  ['half a character', 'Eve\ud800', 'Eve�'],
  ['only blanks', ' \u00a0\u2003\u200b ', ''],
  ['only fillers', '\u3164\u2800', ''],
]
test.each(hostile)('a line with %s', (_, typed, read) => {
  expect(line(100).parse(typed)).toBe(read)
})

test('a line is as long as it may be, and no longer', () => {
  expect(line(3).safeParse('abc').success).toBe(true)
  expect(line(3).safeParse('abcd').success).toBe(false)
})

test('several lines keep their breaks, and lose what PostgreSQL cannot keep', () => {
  expect(lines(100).parse(' Hello,\r\n\r\nE\0ve ')).toBe('Hello,\n\nEve')
})
