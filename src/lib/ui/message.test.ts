import { describe, expect, test } from 'vitest'
import { inLanguage, saidInEnglish } from './language.ts'
import { type Message, readMessage, readMessages } from './message.ts'

const say = (text: string, facts: Parameters<Message>[0], locale: 'en' | 'de' | 'fr' = 'en') => {
  const message = readMessage(text, locale)
  return typeof message === 'string' ? message : message(facts)
}

describe('a message', () => {
  test('that is plain is its text, apostrophes and all', () => {
    expect(readMessage("It’s so, isn't it?", 'en')).toBe("It’s so, isn't it?")
    expect(readMessage("Write '{'name'}' here", 'en')).toBe('Write {name} here')
  })

  test('that cannot be read fails when it is said, not before', () => {
    const message = readMessage('Dear {name', 'en') as Message
    expect(() => message({ name: 'Maria' })).toThrow('EXPECT_ARGUMENT_CLOSING_BRACE')
  })

  test.each([
    ['Dear {name},', { name: 'C# {group} <b>' }, 'Dear C# {group} <b>,'],
    ['{n, plural, one {# wish} other {# wishes}} of {of}', { n: 1, of: 1200 }, '1 wish of 1200'],
    ['{n, plural, =0 {none} one {# wish} other {# wishes}}', { n: 0 }, 'none'],
    ['{n, plural, one {# of {of}} other {# of {of}}}', { n: 1200, of: 'C#' }, '1,200 of C#'],
    ['{n, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}', { n: 22 }, '22nd'],
    ['{n, number} papers', { n: 1200.5 }, '1,200.5 papers'],
    ['{on, select, true {on} other {off}}', { on: false }, 'off'],
    ['Moved{why, select, none {.} other {: {why}}}', { why: 'none' }, 'Moved: none'],
    ['Moved{why, select, none {.} other {: {why}}}', { why: '' }, 'Moved.'],
    ['Moved{why, select, none {.} other {: {why}}}', {}, 'Moved.'],
    ['{what, select, none {nothing} some {a few} other {all}}', { what: 'none' }, 'nothing'],
    ['By {names}.', { names: ['Carla', 'Maria', 'Otto'] }, 'By Carla, Maria and Otto.'],
  ])('%s', (text, facts, said) => {
    expect(say(text, facts)).toBe(said)
  })

  test('counts as its language counts', () => {
    const french = '{n, plural, one {# bulletin} other {# bulletins}}'
    expect([0, 1, 2].map((n) => say(french, { n }, 'fr'))).toEqual(['0 bulletin', '1 bulletin', '2 bulletins'])
  })

  test('says an instant in the zone of who reads', () => {
    const place = { locale: 'de', zone: 'America/New_York', now: new Date('2026-01-01') } as const
    const day = { when: '2026-10-14T02:00:00Z', place }
    expect(say('Bis {day, date}', { day }, 'de')).toBe('Bis 13. Oktober 2026')
    expect(say('Um {day, time}', { day }, 'de')).toBe('Um 22:00')
  })

  test('gives the words between tags to the page', () => {
    const link = (words: unknown[]) => `[${words.join('')}]`
    expect(say('Read <link>the {n, plural, one {page} other {# pages}}</link> first.', { link, n: 2 })).toEqual([
      'Read ',
      '[the 2 pages]',
      ' first.',
    ])
  })
})

test('what a language lacks is said in English, by the rules of English, and one can tell', () => {
  const english = { yes: 'Yes', inner: { wishes: '{n, plural, one {# wish} other {# wishes}}', no: 'No' } }
  const words = readMessages(english, { yes: 'Oui', inner: { no: 'Non' } }, 'fr') as unknown as {
    yes: string
    inner: { wishes: (facts: { n: number }) => string; no: string }
  }
  expect([words.yes, words.inner.no, words.inner.wishes({ n: 0 })]).toEqual(['Oui', 'Non', '0 wishes'])
  inLanguage('fr', () => {
    expect([words.yes, words.inner.wishes({ n: 1 })]).toEqual(['Oui', '1 wish'])
    expect([...saidInEnglish()]).toEqual(['1 wish'])
  })
})
