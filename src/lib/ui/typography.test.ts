import { expect, test } from 'vitest'
import { renderPdf } from '../print/pdf.ts'
import { type Message, readMessage } from './message.ts'
import { typeset } from './typography.ts'

test.each([
  ['Quitter la liste ?', 'Quitter la liste\u202f?'],
  ['Réponse : « oui » ; sinon « non » !', 'Réponse\u00a0: «\u202foui\u202f»\u202f; sinon «\u202fnon\u202f»\u202f!'],
  ['Voir cette page :\n', 'Voir cette page\u00a0:\n'],
  ['au moins 3 % des réunions', 'au moins 3\u00a0% des réunions'],
  ['https://example.org/?a=1;b from:ana is:case ::', 'https://example.org/?a=1;b from:ana is:case ::'],
])('French does not break before its signs: %s', (text, set) => {
  expect(typeset(text, 'fr')).toBe(set)
})

test('other languages keep their ordinary spaces, but for the one before a per cent sign', () => {
  expect(typeset('Was „ja“ : nein ?', 'de')).toBe('Was „ja“ : nein ?')
  expect(typeset('3 % der Sitzungen', 'de')).toBe('3\u00a0% der Sitzungen')
  expect(typeset('3 % of it', 'en')).toBe('3 % of it')
})

test('a French message has them around what it is said with, and leaves that alone', () => {
  const say = (text: string, facts: object) => (readMessage(text, 'fr') as Message)(facts as never)
  expect(say('« {title} » : {n, plural, one {# voix ?} other {# voix !}}', { title: 'set: a ; b ?', n: 2 })).toBe(
    '«\u202fset: a ; b ?\u202f»\u00a0: 2 voix\u202f!',
  )
  expect(say('{share} % : <link>voir « tout »</link>', { share: 3, link: (words: string[]) => words.join('') })).toEqual([
    '3\u00a0%\u00a0: ',
    'voir «\u202ftout\u202f»',
  ])
  expect(say("{name} : '{'list'}' ?", { name: 'x' })).toBe('x\u00a0: {list}\u202f?')
})

test('a PDF knows these spaces', () => {
  const words = typeset('Réponse : « oui » ?', 'fr')
  const pdf = renderPdf({
    title: words,
    author: 'x',
    language: 'fr',
    footer: words,
    date: new Date('2026-10-23T10:00:00Z'),
    contents: false,
    blocks: [{ kind: 'text', words }],
  } as never)
  expect(pdf.length).toBeGreaterThan(1_000)
})
