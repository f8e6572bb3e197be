import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isOfTypes } from '../../lib/mail/file-types.ts'
import { decideFate, laterBy, type MailFacts, mayTellAuthor } from './fate-rules.ts'
import { actionsOf, defaultChain, findContradictions, type Rule, readChain, ruleKinds } from './rules.ts'

const good: MailFacts = {
  subscribed: true,
  writer: null,
  banned: false,
  emergency: false,
  proof: 'proven',
  passedOn: false,
  authors: 1,
  provenSenders: false,
  autoReply: false,
  looped: false,
  hasFrom: true,
  size: 1_000,
  maxSize: 10_000,
  posts: 3,
  recipients: 1,
  addressed: true,
  command: false,
  files: [],
  headers: [{ name: 'subject', value: 'Hello' }],
}
const matches = (pattern: string, text: string) => text.includes(pattern)
const all = defaultChain.map((rule) => ({ ...rule, on: true }))
const decide = (mail: Partial<MailFacts>, chain: readonly Rule[] = all, attempts = 0) =>
  decideFate(chain, { ...good, ...mail }, attempts, matches)
const held = (reason: string) => ({ fate: 'hold', reason })

test.each<[string, Partial<MailFacts>, object]>([
  ['nothing against it', {}, { fate: 'post' }],
  ['a loop', { looped: true, banned: true }, { fate: 'drop' }],
  ['an automatic answer', { autoReply: true }, { fate: 'drop' }],
  ['a banned writer', { banned: true }, { fate: 'discard', reason: 'banned' }],
  ['an emergency', { emergency: true }, held('emergency')],
  ['no From', { hasFrom: false, subscribed: false }, held('no-from')],
  ['a forged subscriber', { proof: 'not proven' }, held('dmarc-fails')],
  ['a forged stranger is but a stranger', { proof: 'not proven', subscribed: false }, held('not-subscribed')],
  ['two in From, known or not', { authors: 2, subscribed: false, proof: 'not proven' }, held('several-authors')],
  ['nothing claimed', { proof: 'nothing claimed' }, { fate: 'post' }],
  ['nothing claimed, where the list asks for proof', { proof: 'nothing claimed', provenSenders: true }, held('not-proven')],
  ['proven, where the list asks for proof', { provenSenders: true }, { fate: 'post' }],
  ['a stranger is not asked for proof', { proof: 'nothing claimed', provenSenders: true, subscribed: false }, held('not-subscribed')],
  ['a forged friend', { proof: 'not proven', subscribed: false, writer: 'accept' }, held('dmarc-fails')],
  ['passed on, by whoever got it', { passedOn: true }, held('passed-on')],
  ['passed on, of a friend', { passedOn: true, writer: 'accept' }, held('passed-on')],
  ['too large', { size: 10_001 }, held('too-large')],
  ['spam', { spamScore: 5 }, held('spam')],
  ['nearly spam', { spamScore: 4.9 }, { fate: 'post' }],
  ['a friend who is not subscribed', { subscribed: false, writer: 'accept' }, { fate: 'post' }],
  ['a member who is moderated', { writer: 'hold' }, held('writer')],
  ['somebody whom nobody wants to hear', { subscribed: false, writer: 'discard' }, { fate: 'discard', reason: 'writer' }],
  ['a stranger', { subscribed: false }, held('not-subscribed')],
  ['a program', { automatic: 'precedence: bulk' }, held('automatic')],
  ['their first mail', { posts: 0 }, held('first-posts')],
  ['a strange header', { suspicion: 'it has two dates' }, held('suspicious')],
  ['too many recipients', { recipients: 31 }, held('many-recipients')],
  ['the list in Bcc', { addressed: false }, held('implicit')],
  ['a command', { command: true }, held('administrivia')],
  ['a program as a file', { files: [{ filename: 'Invoice.PDF.exe', type: 'application/pdf' }] }, held('attachments')],
])('%s', (_, mail, fate) => {
  expect(decide(mail)).toMatchObject(fate)
})

test('silent name servers get an hour, and only where a name is claimed', () => {
  expect(decide({ proof: 'unanswered' })).toEqual({ fate: 'later' })
  expect(decide({ proof: 'unanswered' }, all, 6)).toEqual(held('dmarc-unknown'))
  expect(decide({ proof: 'unanswered', subscribed: false })).toEqual(held('not-subscribed'))
})

test('the order decides: the first rule that applies speaks', () => {
  const chain: Rule[] = [
    { kind: 'dmarc-fails', action: 'hold', on: true },
    { kind: 'header', action: 'accept', on: true, field: 'Subject', pattern: 'Hello' },
    { kind: 'not-subscribed', action: 'reject', on: true },
  ]
  expect(decide({ subscribed: false }, chain)).toEqual({ fate: 'post' })
  expect(decide({ subscribed: false }, [chain[0], chain[2], chain[1]] as Rule[])).toEqual({ fate: 'reject', reason: 'not-subscribed' })
  expect(decide({ subscribed: false, headers: [] }, chain)).toEqual({ fate: 'reject', reason: 'not-subscribed' })
})

test('a rule that is off says nothing', () => {
  for (const kind of ruleKinds.filter((one) => one !== 'header')) {
    const chain = all.map((rule) => (rule.kind === kind ? { ...rule, on: false } : rule))
    const cases: Partial<Record<string, Partial<MailFacts>>> = { 'too-large': { size: 99_999 }, implicit: { addressed: false } }
    const mail = cases[kind]
    if (mail) expect(decide(mail, chain)).toEqual({ fate: 'post' })
  }
})

describe('a stored chain', () => {
  test('nothing stored is the chain as Rapport brings it', () => {
    expect(readChain(null)).toEqual(defaultChain)
  })
  test('is made whole, and what nobody may do is not done', () => {
    const chain = readChain([{ kind: 'dmarc-fails', action: 'accept', on: false }, { kind: 'unheard-of', action: 'hold' }, null])
    expect(chain.find(({ kind }) => kind === 'dmarc-fails')).toEqual({ kind: 'dmarc-fails', action: 'hold', on: true })
    expect(new Set(chain.map(({ kind }) => kind))).toEqual(new Set(defaultChain.map(({ kind }) => kind)))
  })
  test('no stored chain whatever posts a forged mail', () => {
    const rule = fc.record({
      kind: fc.constantFrom(...ruleKinds),
      action: fc.constantFrom('accept', 'hold', 'reject', 'discard'),
      on: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(rule), (stored) => {
        const chain = readChain(stored)
        if (findContradictions(chain, () => undefined).size > 0) return
        for (const subscribed of [true, false]) {
          expect(decide({ proof: 'not proven', subscribed }, chain).fate).not.toBe('post')
          expect(decide({ proof: 'unanswered', subscribed }, chain, 6).fate).not.toBe('post')
        }
      }),
    )
  })
})

describe('contradictions', () => {
  const why = (rules: readonly Rule[]) => [...findContradictions(rules, (pattern) => (pattern === '(' ? 'No pattern.' : undefined))]
  test('the chain as Rapport brings it has none', () => {
    expect(why(defaultChain)).toEqual([])
  })
  test.each<[string, Rule, RegExp]>([
    [
      'accepting before anybody is known',
      { kind: 'header', action: 'accept', on: true, field: 'subject', pattern: 'x' },
      /below the rule for forged senders/,
    ],
    ['a bad pattern', { kind: 'header', action: 'hold', on: true, field: 'subject', pattern: '(' }, /No pattern/],
    ['no field', { kind: 'header', action: 'hold', on: true, field: 'a b', pattern: 'x' }, /one header field/],
    ['the same twice', { kind: 'spam', action: 'hold', on: true, number: 5 }, /already has it/],
  ])('%s', (_, rule, sentence) => {
    expect(
      why([rule, ...defaultChain])
        .map(([, said]) => said)
        .join(),
    ).toMatch(sentence)
  })
  test.each<[string, Partial<Rule> & Pick<Rule, 'kind'>, RegExp]>([
    ['no types', { kind: 'attachments', types: [] }, /at least 1 file type/],
    ['what is no type', { kind: 'attachments', types: ['exe files'] }, /file endings/],
    ['no number', { kind: 'many-recipients', number: undefined }, /whole number/],
    ['letting spam through', { kind: 'spam', action: 'accept' }, /cannot use it/],
  ])('%s', (_, change, sentence) => {
    const rules = defaultChain.map((rule) => (rule.kind === change.kind ? { ...rule, ...change } : rule))
    expect(
      why(rules)
        .map(([, said]) => said)
        .join(),
    ).toMatch(sentence)
  })
  test('every rule can do something', () => {
    for (const kind of ruleKinds) expect(actionsOf(kind).length).toBeGreaterThan(0)
  })
})

test.each([
  ['photo.PNG', 'application/octet-stream', ['.png'], true],
  ['x', 'image/jpeg', ['image/*'], true],
  ['x', 'imagex/jpeg', ['image/*'], false],
  ['a.pdf', 'application/pdf', ['application/pdf'], true],
  ['a.pdf ', 'text/plain', ['.pdf'], true],
  ['a.pdf.txt', 'text/plain', ['.pdf'], false],
])('%s (%s) is of %j: %s', (filename, type, types, expected) => {
  expect(isOfTypes({ filename, type }, types)).toBe(expected)
})

test.each<[string, Partial<Parameters<typeof mayTellAuthor>[0]>, boolean]>([
  ['of a proven mail', {}, true],
  ['of one of whom nothing is claimed', { proof: 'nothing claimed' }, true],
  ['of a forged one', { proof: 'not proven' }, false],
  ['of one that a program wrote', { automatic: 'it says so' }, false],
  ['of one without a sender', { mailFrom: '' }, false],
])('a writer is told what was decided %s: %o', (_, mail, may) => {
  expect(mayTellAuthor({ proof: 'proven', mailFrom: 'maria@maria.example', ...mail })).toBe(may)
})

test('what could not be decided is looked at after a minute, then after twice as long, up to a day', () => {
  expect([0, 1, 2, 10, 11].map((attempts) => laterBy(attempts) / 60_000)).toEqual([1, 2, 4, 1_024, 1_024])
})
