import { describe, expect, test } from 'vitest'
import { isAsShown } from './as-shown.ts'
import { Check, Choices, Field, Form, Select, TextArea } from './form.tsx'
import type { Refused } from './forms.ts'
import { anyone, ReaderContext } from './reader.ts'

const one = (value: string) => ({ value, label: value.toUpperCase() })

const shown = (more: { refused?: Refused; draft?: { place: string; fields: Record<string, string> } } = {}) =>
  String(
    <ReaderContext.Provider value={{ ...anyone, refused: more.refused }}>
      <Form action="/things" values={{ name: 'A “b” & <c>', many: ['x', 'z'], text: 'one\ntwo', of: 'b' }} draft={more.draft} keeps>
        <Field name="name" label="Name" />
        <Field name="file" type="file" label="File" optional />
        <TextArea name="text" label="Text" />
        <Select name="of" label="Of" options={['a', 'b'].map(one)} />
        <Select name="first" label="First" empty={false} options={['a', 'b'].map(one)} />
        <Choices name="many" label="Many" options={['x', 'y', 'z'].map(one)} many />
        <Choices name="none" label="None" options={['x', 'y'].map(one)} />
        <Check name="on" label="On" checked />
        <Check name="off" label="Off" />
      </Form>
    </ReaderContext.Provider>,
  )
const markIn = (html: string): string | undefined => /name="as-shown" value="([^"]+)"/.exec(html)?.[1]

describe('a form that is sent as it was shown', () => {
  const mark = markIn(shown()) ?? ''
  const sent = { name: 'A “b” & <c>', text: 'one\r\ntwo', of: 'b', first: 'a', many: ['x', 'z'], on: 'on', 'as-shown': mark }

  test('is known by what a browser sends of it', () => {
    expect(mark).not.toBe('')
    expect(isAsShown(sent)).toBe(true)
    expect(isAsShown({ ...sent, file: new File([], '') })).toBe(true)
  })

  test.for([
    ['a letter', { name: 'A “b” & <d>' }],
    ['a choice', { first: 'b' }],
    ['one of several', { many: ['x', 'y', 'z'] }],
    ['a tick', { off: 'on' }],
    ['a file', { file: new File(['x'], 'x.txt') }],
    ['a button that says something', { do: 'publish' }],
  ] as const)('is another with %s', ([, change]) => {
    expect(isAsShown({ ...sent, ...change } as Parameters<typeof isAsShown>[0])).toBe(false)
  })

  test('is none where it holds what is not kept yet', () => {
    const { 'as-shown': _, ...unmarked } = sent
    expect(isAsShown(unmarked)).toBe(false)
    expect(markIn(shown({ refused: { message: 'No.', fields: {}, typed: {}, path: '/things' } }))).toBeUndefined()
    expect(markIn(shown({ draft: { place: '/things', fields: { name: 'Begun' } } }))).toBeUndefined()
  })
})
