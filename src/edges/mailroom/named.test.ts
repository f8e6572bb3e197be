import { expect, test } from 'vitest'
import { isMeantFor } from './named.ts'

type Mail = Parameters<typeof isMeantFor>[0]

const holds = { result: 'pass', aligned: true, weak: false, signs: ['from', 'to', 'cc'] as string[] | null }
const mail = (fields: [name: 'to' | 'cc', address: string][], spf = { result: 'fail', aligned: true }, signature = holds): Mail => {
  const of = (field: string) => fields.filter(([name]) => name === field).map(([, address]) => ({ address }))
  const message = {
    headers: ['received', 'received', ...fields.map(([name]) => name)].map((name) => ({ name })),
    to: of('to'),
    cc: of('cc'),
  }
  return { message, authentication: { spf, dkim: [signature] } } as unknown as Mail
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
  ...[
    { signs: ['from', 'subject', 'cc'], meant: false, what: 'whose signature leaves To out' },
    { signs: null, meant: true, what: 'of which the server in front has told alone' },
  ].map(({ what, signs, meant }): [string, Mail, boolean] => [
    what,
    mail([['to', 'reply+abc@site.example']], undefined, { ...holds, signs }),
    meant,
  ]),
  ['that another domain signed', mail([['to', 'reply+abc@site.example']], undefined, { ...holds, aligned: false }), false],
  ['of a host that speaks for another domain', mail([], { result: 'pass', aligned: false }), false],
  ['of a host that speaks for its sender', mail([], { result: 'pass', aligned: true }), true],
  ['that nobody looked at: it was made here', { ...mail([]), authentication: undefined } as unknown as Mail, true],
])('a mail %s', (_, read, meant) => {
  expect(isMeantFor(read, 'reply+abc')).toBe(meant)
})

test('a mail to a command names the list of this site, in whichever spelling of its domain', () => {
  const to = (address: string) => isMeantFor(mail([['to', address]]), 'news-request', 'bücher.example')
  expect(['news-request@xn--bcher-kva.example', 'News-Request@Bücher.example', 'news-request@elsewhere.example'].map(to)).toEqual([
    true,
    true,
    false,
  ])
})
