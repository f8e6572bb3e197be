import { readdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Authentication } from './authenticate.ts'
import { countAuthors } from './authors.ts'
import { readMessage } from './parse.ts'
import { isDoubtful, judgeSender, mayWait, patience } from './proof-rules.ts'

type Facts = Pick<Authentication, 'dmarc' | 'spf' | 'dkim' | 'fromDomain'>

const unsigned: Facts = {
  dmarc: { result: 'none', policy: null, policyDomain: null, comment: '' },
  spf: { result: 'none', domain: null, comment: '', aligned: false },
  dkim: [],
  fromDomain: 'library.example.edu',
}
const dmarc = (result: Facts['dmarc']['result']): Facts => ({ ...unsigned, dmarc: { ...unsigned.dmarc, result } })
const spf = (aligned: boolean): Facts => ({ ...unsigned, spf: { ...unsigned.spf, result: 'pass', aligned } })
const dkim = (aligned: boolean, weak = false): Facts => {
  const check = {
    result: 'pass',
    domain: 'x.example',
    selector: 'k',
    algorithm: 'rsa-sha256',
    number: null,
    comment: '',
    signs: null,
    expiresAt: null,
  } as const
  return { ...unsigned, dkim: [{ ...check, aligned, weak }] }
}
const maria = 'maria@library.example.edu'

test.each<[string, Facts | undefined, string]>([
  ['what was written on the web', undefined, 'proven'],
  ['DMARC passes', dmarc('pass'), 'proven'],
  ['no DMARC, SPF speaks for the domain', spf(true), 'proven'],
  ['no DMARC, a signature speaks for it', dkim(true), 'proven'],
  ['no DMARC, SPF for another domain', spf(false), 'nothing claimed'],
  ['no DMARC, a signature of another domain', dkim(false), 'nothing claimed'],
  ['no DMARC, a signature that proves nothing', dkim(true, true), 'nothing claimed'],
  ['nothing at all', unsigned, 'nothing claimed'],
  ['DMARC fails', dmarc('fail'), 'not proven'],
  ['nobody can tell', dmarc('permerror'), 'not proven'],
  ['DMARC passes, for another than the one who is taken for the writer', { ...dmarc('pass'), fromDomain: 'evil.example' }, 'not proven'],
  ['the name server is silent', dmarc('temperror'), 'unanswered'],
])('%s', (_, facts, proof) => {
  expect(judgeSender(facts, maria, 1)).toBe(proof)
})

test('several in From are never proven, and no name in it claims nothing', () => {
  for (const facts of [dmarc('pass'), unsigned, dmarc('temperror')]) expect(judgeSender(facts, maria, 2)).toBe('not proven')
  expect(judgeSender({ ...unsigned, fromDomain: null }, '', 0)).toBe('nothing claimed')
})

test('a domain is the same in either way of writing it', () => {
  expect(judgeSender({ ...dmarc('pass'), fromDomain: 'xn--mnchen-3ya.example' }, 'ute@münchen.example', 1)).toBe('proven')
})

test('an unanswered question gets its hour, and is no proof then', () => {
  expect([mayWait('unanswered', 0), mayWait('unanswered', patience), mayWait('not proven', 0)]).toEqual([true, false, false])
  expect((['proven', 'nothing claimed', 'not proven', 'unanswered'] as const).filter(isDoubtful)).toEqual(['not proven', 'unanswered'])
})

test.each([
  ['From: Maria <maria@x.example>', 1],
  ['From: "maria@x.example" <eve@y.example>', 1],
  ['From: maria@x.example, Maria <MARIA@x.example>', 1],
  ['From: maria@x.example, eve@y.example', 2],
  ['From: All: maria@x.example, eve@y.example;', 2],
  ['From: maria@x.example\r\nFrom: eve@y.example', 2],
  ['From: Maria (Library (North)) <maria@x.example>', 1],
  ['From: maria@x.example (Maria <maria@home.example>)', 1],
  ['From: eve@y.example <maria@x.example>', 1],
  ['From: "Eve <eve@y.example> via Lectio" <lectio@lists.example>', 1],
  ['From: "Eve \\" <eve@y.example> (" <maria@x.example>', 1],
  // What one reader of headers takes for Maria's is Eve's to another.
  ['From: a ((b) <maria@x.example>) <eve@x.example>', 2],
  ['From: ((b) <maria@x.example>) eve@x.example', 2],
  ['From: a (\\) <maria@x.example> () <eve@x.example>', 2],
  ['From: a (\\) <maria@x.example> ( <eve@x.example>', 2],
  ['From: a (" ) <maria@x.example> (" ) <eve@x.example>', 2],
  ['From: <maria@x.example> <eve@x.example>', 2],
  ['From: a [<maria@x.example>] <eve@x.example>', 2],
  [`From: ${'('.repeat(200_000)}`, 0],
  [`From: ${'<'.repeat(200_000)}`, 0],
  ['Subject: nobody', 0],
])('%s: %i', (header, count) => {
  expect(countAuthors(readMessage(Buffer.from(`${header}\r\n\r\nx`)).headers)).toBe(count)
})

describe('nothing else judges a sender', async () => {
  const src = resolve(import.meta.dirname, '../..')
  const files = (await readdir(src, { recursive: true }))
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
    // The library that finds verdicts, what doctor says of our own domain, what others report of our mail, and the command that prints them.
    .filter(
      (file) =>
        !/^(?:lib\/mail\/|lib\/reading\/delivery-report\.ts|operations\/doctor\/|edges\/cli\/(?:doctor|inspect-auth\.ts))/.test(file),
    )
  const read = async (file: string) => ({ file, text: await readFile(join(src, file), 'utf8') })

  test('no code outside src/lib/mail compares a verdict', async () => {
    const compares = /\b(?:permerror|softfail|temperror)\b|\b(?:dmarc|spf|dkim)\b[\w.?]*\s*[!=]==|[!=]==\s*'fail'|\.(?:dmarc|spf|dkim)\b/
    const found = (await Promise.all(files.map(read))).filter(({ text }) => compares.test(text))
    expect(found.map(({ file }) => file)).toEqual([])
  })

  test('only the gate opens the token of a reply address', async () => {
    const found = (await Promise.all(files.map(read))).filter(({ text }) => text.includes('openMailed'))
    expect(found.map(({ file }) => file).sort()).toEqual(['edges/mailroom/gate/actions.ts', 'lib/token/open.ts'])
    const made = (await Promise.all(files.map(read))).filter(({ text }) => /as (?:unknown as )?MailedAnswer/.test(text))
    expect(made.map(({ file }) => file)).toEqual(['edges/mailroom/gate/actions.ts'])
  })
})
