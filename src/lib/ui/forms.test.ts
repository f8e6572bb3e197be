import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { Invalid, NotFound } from '../../errors.ts'
import { day, type FormBody, InvalidForm, ifSent, keeping, many, readForm, refusedForm, tick, usually, whole } from './forms.ts'
import { formOf } from './sent-form.ts'

function refusal(schema: z.ZodType, body: FormBody, locale?: 'de') {
  try {
    readForm(schema, body, locale)
  } catch (error) {
    if (error instanceof InvalidForm) return error
    throw error
  }
  throw new Error('The form was taken.')
}

describe('a form', () => {
  test('arrives as its schema says, freed of what keyboards leave behind', () => {
    const schema = z.object({
      title: z.string(),
      about: z.string().optional(),
      points: whole(),
      on: day(),
      regions: many(z.string()),
      agreed: tick(),
      other: tick(),
    })
    const body = { title: '  Two\r\nlines\0 ', about: ' ', points: '12', on: '2026-10-14', regions: 'eu', agreed: 'on' }
    expect(readForm(schema, body)).toEqual({
      title: 'Two\nlines',
      points: 12,
      on: Temporal.PlainDate.from('2026-10-14'),
      regions: ['eu'],
      agreed: true,
      other: false,
    })
  })

  test('takes what is usual where a number is left out, and asks who emptied its field', () => {
    const schema = z.object({ percent: usually(z.coerce.number().int().max(100), 50), note: z.string().default('') })
    expect(readForm(schema, { note: '' })).toEqual({ percent: 50, note: '' })
    expect(readForm(schema, { percent: '0' })).toEqual({ percent: 0, note: '' })
    expect(refusal(schema, { percent: ' ', note: '' }).fields).toEqual({ percent: 'Fill in this field.' })
    expect(refusal(schema, { percent: '101' }).fields).toEqual({ percent: 'Enter 100 or less.' })
  })

  test('of what is there already keeps what is left out, takes away what was emptied, and asks for what is needed', () => {
    const shape = keeping({ title: z.string(), note: z.string().default(''), until: day().optional(), hour: z.string().default('09:00') })
    const schema = z.object({ ...shape, language: ifSent(z.enum(['de', 'en'])) })
    expect(readForm(schema, { title: 'A' })).toEqual({ title: 'A' })
    expect(readForm(schema, { title: 'A', note: ' ', until: '' })).toEqual({ title: 'A', note: '', until: null })
    const all = { title: 'A', note: 'b', until: '2026-10-14', hour: '10:00', language: 'de' }
    expect(readForm(schema, all)).toEqual({ ...all, until: Temporal.PlainDate.from('2026-10-14') })
    expect(refusal(schema, { title: ' ', note: '', hour: '', language: '' }).fields).toEqual({
      title: 'Fill in this field.',
      hour: 'Fill in this field.',
      language: 'Choose one of the options.',
    })
  })

  test('says no of a box and of several values by its silence; a program says no, and what it leaves out stays', () => {
    const schema = z.object(keeping({ shown: tick(), areas: many(z.string()) }))
    expect(readForm(schema, {})).toEqual({ shown: false, areas: [] })
    expect(readForm(schema, formOf({}))).toEqual({})
    for (const [shown, areas] of [
      [false, []],
      [null, null],
    ])
      expect(readForm(schema, formOf({ shown, areas } as never))).toEqual({ shown: false, areas: [] })
    expect(readForm(schema, formOf({ shown: true, areas: ['a', 'b'] }))).toEqual({ shown: true, areas: ['a', 'b'] })
  })

  test.each<[string, z.ZodType, FormBody[string] | undefined, string]>([
    ['nothing', z.string(), undefined, 'Fill in this field.'],
    ['blanks', z.string(), '  ', 'Fill in this field.'],
    ['too little', z.string().min(5), 'abc', 'Write at least 5 characters.'],
    ['too much', z.string().max(3), 'abcd', 'Write at most 3 characters.'],
    ['no address', z.email(), 'abc', 'Enter an email address, for example name@example.org.'],
    ['no web address', z.url(), 'abc', 'Enter a web address that begins with https://.'],
    ['no day', day(), '2026-02-30', 'Enter a date, for example 2026-10-14.'],
    ['no number', z.coerce.number(), 'abc', 'Enter a number.'],
    ['a number too small', z.coerce.number().min(1), '0', 'Enter 1 or more.'],
    ['no whole number', whole(), '1.5', 'Enter a whole number, for example 12.'],
    ['nothing chosen', z.enum(['yes', 'no']), undefined, 'Choose one of the options.'],
    ['what was not offered', z.enum(['yes', 'no']), 'perhaps', 'Choose one of the options.'],
    ['none of many', many(z.string()).pipe(z.array(z.string()).min(1)), undefined, 'Choose at least one.'],
    ['what a rule of its own forbids', z.string().refine((text) => text !== 'x', 'Not x, please.'), 'x', 'Not x, please.'],
    ['a nested part', many(z.email()), ['a@b.example', 'no'], 'Enter an email address, for example name@example.org.'],
  ])('says what is wrong with %s', (_, schema, value, message) => {
    expect(refusal(z.object({ field: schema }), value === undefined ? {} : { field: value }).fields).toEqual({ field: message })
  })

  test('speaks the reader’s language and keeps what was typed', () => {
    const error = refusal(z.object({ name: z.string() }), { name: ' ', other: 'x\r\n', tags: ['a', 'b'] }, 'de')
    expect(error.fields).toEqual({ name: 'Füllen Sie dieses Feld aus.' })
    expect(error.typed).toEqual({ name: ' ', other: 'x\r\n', tags: ['a', 'b'] })
  })

  test('is shown again for any refusal of input, and for nothing else', () => {
    expect(refusedForm(new Invalid('The name is taken.', { name: 'Taken.' }), { name: 'x' })).toEqual({
      message: 'The name is taken.',
      fields: { name: 'Taken.' },
      typed: { name: 'x' },
    })
    expect(refusedForm(new NotFound('No such list.'), {})).toBe(undefined)
  })

  test('a rule over the whole form has a sentence of its own', () => {
    const schema = z.object({ a: z.string(), b: z.string() }).refine(({ a, b }) => a !== b, 'The two must differ.')
    const error = refusal(schema, { a: 'x', b: 'x' })
    expect([error.message, error.fields]).toEqual(['The two must differ.', {}])
  })
})
