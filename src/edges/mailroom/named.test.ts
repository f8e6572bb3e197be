import { expect, test } from 'vitest'
import { isMeantFor } from './named.ts'

type Mail = Parameters<typeof isMeantFor>[0]

const mail = (fields: [name: 'to' | 'cc', address: string][], spf = { result: 'fail', aligned: true }): Mail => {
  const of = (field: string) => fields.filter(([name]) => name === field).map(([, address]) => ({ address }))
  const message = {
    headers: ['received', 'received', ...fields.map(([name]) => name)].map((name) => ({ name })),
    to: of('to'),
    cc: of('cc'),
  }
  return { message, authentication: { spf } } as unknown as Mail
}

test.each<[string, Mail, boolean]>([
  ['that names it in To', mail([['to', 'reply+abc@site.example']]), true],
  ['that names it in Cc, in other letters', mail([['cc', 'Reply+ABC@site.example']]), true],
  ['that names nobody', mail([]), false],
  ['that names another', mail([['to', 'reply+abd@site.example']]), false],
  ['that names one that begins alike', mail([['to', 'reply+abcd@site.example']]), false],
  [
    'with a second To',
    mail([
      ['to', 'lectio-l@site.example'],
      ['to', 'reply+abc@site.example'],
    ]),
    false,
  ],
  [
    'with a second Cc',
    mail([
      ['to', 'reply+abc@site.example'],
      ['cc', 'a@site.example'],
      ['cc', 'b@site.example'],
    ]),
    false,
  ],
  ['of a host that speaks for another domain', mail([], { result: 'pass', aligned: false }), false],
  ['of a host that speaks for its sender', mail([], { result: 'pass', aligned: true }), true],
  ['that nobody looked at: it was made here', { ...mail([]), authentication: undefined } as unknown as Mail, true],
])('a mail %s', (_, read, meant) => {
  expect(isMeantFor(read, 'reply+abc')).toBe(meant)
})
