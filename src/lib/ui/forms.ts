import * as z from 'zod'
import { Invalid } from '../../errors.ts'
import { foldAddress } from '../fold.ts'
import { oneSpelling } from '../mail/domain.ts'
import { plainAddress } from '../mail/is-address.ts'
import { oneLine, showsSomething } from '../mail/one-line.ts'
import { formWords } from './form-words.ts'
import type { Locale } from './format.ts'
import { languageNow } from './language.ts'
import { textsOf } from './words.ts'

/** What a program sends as false, or as a list of nothing: a form sends neither. A body that has this came from a program. */
export const saidNo: unique symbol = Symbol('said no')

/** A body as Hono's `parseBody({ all: true })` gives it, or as a program sends it in place of one. */
export type FormBody = Record<string, string | File | (string | File)[]> & { [saidNo]?: ReadonlySet<string> }

/** What somebody typed, by field; files cannot be shown again. */
export type Typed = Record<string, string | string[]>

/** What a form is shown again with. */
export interface Refused {
  message: string
  fields: Record<string, string>
  typed: Typed
  /** Which form of the page it is, by its id; undefined where it is the one that is sent to this path. */
  form?: string | undefined
  path?: string
}

/** A form that cannot be taken, with what was typed. http makes it a 422; its page shows the form again. */
export class InvalidForm extends Invalid {
  override name = 'InvalidForm'
  readonly typed: Typed
  constructor(message: string, fields: Record<string, string>, typed: Typed) {
    super(message, fields)
    this.typed = typed
  }
}

/**
 * A text as a person meant it: line ends are LF, no blanks around it, no characters that PostgreSQL or a page cannot
 * keep. Nothing left is nothing said, nor is what nobody can see.
 */
function clean(value: string | File): string | File | undefined {
  if (typeof value !== 'string') return value.size > 0 || value.name ? value : undefined
  const text = value.replaceAll('\r\n', '\n').replaceAll('\0', '').toWellFormed().trim()
  return showsSomething(text) ? text : undefined
}

function cleanBody(body: FormBody): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.map(clean).filter((one) => one !== undefined) : clean(value),
    ]),
  )
}

/** What was typed, for the form that is shown again. */
export function typedIn(body: FormBody): Typed {
  const text = (value: string | File) => (typeof value === 'string' ? [value.toWellFormed()] : [])
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]): [string, string | string[]][] => {
      if (Array.isArray(value)) return [[name, value.flatMap(text)]]
      return text(value).map((one) => [name, one])
    }),
  )
}

/** What a field is that was emptied: null, or an empty text; of one that is needed, what it has to be. */
const whenEmptied = new WeakMap<z.core.$ZodType, z.ZodType | '' | null>()

function emptied<S extends z.ZodType>(field: S, is: z.ZodType | '' | null): S {
  whenEmptied.set(field, is)
  return field
}

/** A value that stands for what a program leaves out. Whoever empties its field is asked for one: nothing else would say that it is another now. */
export const usually = <S extends z.ZodType>(field: S, usual: z.util.NoUndefined<z.output<S>>) => emptied(field.default(usual), field)

/** What says no of a field of which a form then sends nothing: a box that is unticked, several values of which none is chosen. */
const silent = new WeakMap<z.core.$ZodType, false | readonly []>()

function silently<S extends z.ZodType>(field: S, no: false | readonly []): S {
  silent.set(field, no)
  return field
}

// Of what is there already: a field that is left out, by a program or by a form without it, stays as it is. A box that a form does not send
// is unticked; a program says so.
/** One that is needed: whoever empties it is asked for something. Of a `tick()` or `many()`: none. */
export const ifSent = <S extends z.ZodType>(field: S) => emptied(field.optional(), field)

/** One that may be nothing: null where it was emptied. */
export const orNone = <S extends z.ZodType>(field: S) => emptied(field.nullish(), null)

/** A text that may be empty. */
export const orEmpty = <S extends z.ZodType<string>>(field: S) => emptied(field.optional(), '')

type Kept<F> =
  F extends z.ZodDefault<infer I extends z.ZodType>
    ? z.ZodOptional<I>
    : F extends z.ZodOptional<infer I extends z.ZodType>
      ? z.ZodOptional<z.ZodNullable<I>>
      : F extends z.ZodPreprocess<z.ZodBoolean | z.ZodArray>
        ? z.ZodOptional<F>
        : F

function kept(field: unknown): unknown {
  if (field instanceof z.ZodPreprocess && silent.has(field)) return ifSent(field)
  if (field instanceof z.ZodOptional) return orNone(field.unwrap() as z.ZodType)
  if (!(field instanceof z.ZodDefault)) return field
  const inner = field.unwrap() as z.ZodType
  return field.def.defaultValue === '' ? orEmpty(inner as z.ZodType<string>) : ifSent(inner)
}

/** What a field of what is there already becomes where it is sent empty; undefined for one that does not stay where it is left out. */
export function emptiedTo(field: unknown): 'nothing' | 'no' | 'asked' | undefined {
  const is = whenEmptied.get(field as z.ZodType)
  if (is === '' || is === null) return 'nothing'
  if (is === undefined || !(field instanceof z.ZodOptional)) return undefined
  return silent.has(is) ? 'no' : 'asked'
}

/** The fields by which something is made, for a form that changes it: what need not be said when it is made stays as it is where it is left out. */
export const keeping = <Shape extends z.ZodRawShape>(shape: Shape) =>
  Object.fromEntries(Object.entries(shape).map(([name, field]) => [name, kept(field)])) as { [Name in keyof Shape]: Kept<Shape[Name]> }

/** Does a program leave as it is what a form says no of by its silence? */
const isLeft = (name: string, body: FormBody): boolean => !(name in body) && body[saidNo] !== undefined && !body[saidNo].has(name)

/** What a field is of which a form sends nothing, by being emptied or not ticked; or what it has to be. Undefined where it says something, or stays. */
function emptyOf(name: string, field: z.core.$ZodType, body: FormBody, cleaned: Record<string, unknown>) {
  if (cleaned[name] !== undefined) return undefined
  const is = whenEmptied.get(field)
  const no = is instanceof z.ZodType ? silent.get(is) : undefined
  if (no !== undefined) return isLeft(name, body) ? undefined : { value: no }
  if (is === undefined || !(name in cleaned)) return undefined
  return is === '' || is === null ? { value: is } : { needed: is }
}

/** What the fields are that were emptied or not ticked, and what is wrong with those of them that are needed. */
function readEmptied(schema: z.ZodType, body: FormBody, cleaned: Record<string, unknown>, locale: Locale) {
  const values: Record<string, '' | null | false | readonly []> = {}
  const faults: Record<string, string> = {}
  const words = formWords(locale)
  for (const [name, field] of Object.entries(schema instanceof z.ZodObject ? schema.shape : {})) {
    const empty = emptyOf(name, field, body, cleaned)
    if (empty?.needed) faults[name] = empty.needed instanceof z.ZodEnum ? words.notOffered : words.missing
    else if (empty?.value !== undefined) values[name] = empty.value
  }
  return { values, faults }
}

/**
 * The values of a form.
 * @param schema zod; an empty field arrives as undefined, so `z.string()` is required and `.optional()` is not
 * @throws InvalidForm with a sentence for each field; the schema's own messages come first
 */
export function readForm<S extends z.ZodType>(schema: S, body: FormBody, locale: Locale = languageNow()): z.output<S> {
  const words = formWords(locale)
  const cleaned = cleanBody(body)
  const { values, faults: fields } = readEmptied(schema, body, cleaned, locale)
  const result = schema.safeParse(cleaned, { error: (issue) => sentence(issue, locale) })
  if (result.success && Object.keys(fields).length === 0)
    return Object.keys(values).length > 0 ? ({ ...(result.data as object), ...values } as z.output<S>) : result.data
  for (const issue of result.error?.issues ?? []) {
    const name = String(issue.path[0] ?? '')
    fields[name] ??= issue.message
  }
  // What is wrong with the whole form has no field to stand beside.
  const { '': whole, ...named } = fields
  throw new InvalidForm(whole ?? words.again, named, typedIn(body))
}

/**
 * What to show a form again with, whoever refused: readForm, or an action with Invalid.
 * @returns undefined for any other error, which is the caller's to throw on
 */
export function refusedForm(error: unknown, body: FormBody): Refused | undefined {
  if (!(error instanceof Invalid)) return undefined
  return { message: error.message, fields: error.fields, typed: error instanceof InvalidForm ? error.typed : typedIn(body) }
}

const textWords = textsOf('lib', 'texts')

// The texts that forms and programs send. Each is of one of these two kinds, and bounded; a test walks all of them.
/** Several lines as a person meant them: line ends are LF, no blanks around them, no characters that PostgreSQL cannot keep. */
export const severalLines = (text: string): string => text.replaceAll('\r\n', '\n').replaceAll('\0', '').toWellFormed().trim()

/**
 * A text of one line: a name, a title, a place, an address. What somebody pastes over several lines, or with control characters in it,
 * is folded into one; what would turn the text around it is taken out; what shows nothing is nothing.
 */
export const line = (longest: number) => z.string().overwrite(oneLine).max(longest)

/** A text of several lines. */
export const lines = (longest: number) => z.string().overwrite(severalLines).max(longest)

/** The part of an address by which a thing is called: lower-case letters, digits and hyphens. */
export const shortName = (longest = 40) =>
  z
    .string()
    .regex(/^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/, { error: () => textWords.shortName })
    .max(longest)

/** The same, where nothing stands for one that is made of a name: see `shortNamesOf`. */
export const shortNameIfAny = (longest = 40) => z.union([z.literal(''), shortName(longest)]).default('')

interface ShortNamed {
  typed: string
  /** What the short name is made of where none was typed. */
  name: string
  longest?: number
}

/**
 * Short names as somebody typed them or, where they typed none, made of names.
 * @param named by the fields of the short names
 * @throws Invalid beside each of whose name nothing can be made: it has no letters from a to z and no digits
 */
export function shortNamesOf(named: Record<string, ShortNamed | undefined>): Record<string, string> {
  const all = Object.entries(named).flatMap(([field, one]) => (one ? [[field, one.typed || foldAddress(one.name, one.longest ?? 40)]] : []))
  const faults = all.filter(([, short]) => short === '').map(([field]) => [field, textWords.shortName])
  if (faults.length > 0) throw new Invalid(formWords(languageNow()).again, Object.fromEntries(faults))
  return Object.fromEntries(all)
}

/** A mail address that a header and an envelope can carry. */
export const mailAddress = () =>
  line(254)
    .overwrite(oneSpelling)
    .regex(plainAddress, { error: () => textWords.address })

/** The same as it may be kept from before: at a domain without a dot, which an import brought or which a house has for itself. */
export const keptAddress = () =>
  line(254)
    .overwrite(oneSpelling)
    .regex(/^[^\s@<>()[\]\\,;:"\p{Cc}]{1,64}@[^\s@<>()[\]\\,;:"\p{Cc}]{1,253}$/u, { error: () => textWords.address })

/** A checkbox: true where ticked. */
export const tick = () =>
  silently(
    z.preprocess((value) => value !== undefined && value !== 'off' && value !== 'false', z.boolean()).meta({ type: 'boolean' }),
    false,
  )

/** Several values of one name: none, one or more. */
export const many = <S extends z.ZodType>(each: S) =>
  silently(
    z
      .preprocess((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]), z.array(each))
      .meta({ type: 'array', items: { type: 'string', ...(each instanceof z.ZodEnum && { enum: each.options }) } }),
    [],
  )

const formTexts = textsOf('lib', 'forms')

/** A whole number typed in a field. */
export const whole = () =>
  z
    .string()
    .regex(/^[+-]?\d{1,15}$/, { error: () => formTexts.format.whole })
    .transform(Number)
    .meta({ type: 'integer' })

const pickerWords = textsOf('lib', 'picker')

const number = () =>
  z
    .string()
    .regex(/^#?\d{1,9}$/, { error: () => pickerWords.none })
    .transform((text) => Number(text.replace('#', '')))

// Without script a menu and a field are sent under one name: what was typed counts.
const last = (value: unknown) => (Array.isArray(value) ? value.at(-1) : value)

/** The number of what was picked with a `Picker`. */
export const picked = () => z.preprocess(last, number()).meta({ type: 'integer' })

/** The same where nothing may be picked. */
export const maybePicked = () => z.preprocess(last, number().optional()).meta({ type: 'integer' })

/** A calendar day, as `<input type=date>` sends it. */
export const day = () => z.iso.date().transform((text) => Temporal.PlainDate.from(text))

type Issue = Parameters<z.core.$ZodErrorMap>[0]

function sentence(issue: Issue, locale: Locale): string {
  const words = formWords(locale)
  if ((issue.input === undefined || issue.input === '') && issue.code !== 'invalid_value') return words.missing
  switch (issue.code) {
    case 'too_small':
      return limit(issue.origin, Number(issue.minimum), words.tooSmall)
    case 'too_big':
      return limit(issue.origin, Number(issue.maximum), words.tooBig)
    case 'invalid_format':
      return format(issue.format, locale)
    case 'invalid_value':
      return words.notOffered
    case 'invalid_type':
      return issue.expected === 'number' || issue.expected === 'int' ? words.format.number : words.invalid
    default:
      return words.invalid
  }
}

function limit(origin: string, bound: number, words: Record<'text' | 'choices' | 'number', (facts: { n: number }) => string>) {
  if (origin === 'string') return words.text({ n: bound })
  if (origin === 'array' || origin === 'set') return words.choices({ n: bound })
  return words.number({ n: bound })
}

function format(name: string, locale: Locale): string {
  const words = formWords(locale).format
  if (name === 'email') return words.email
  if (name === 'url') return words.url
  if (name === 'date') return words.date
  if (name === 'datetime' || name === 'time') return words.time
  return words.other
}
