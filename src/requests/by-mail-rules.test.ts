import { expect, test } from 'vitest'
import { readFirst, readSaid } from './by-mail-rules.ts'

test.each([
  ['Yes', 'yes'],
  ['Yes, we do.', 'yes'],
  ['Ja – seit Montag.\n\nViele Grüße', 'yes'],
  ['Oui !', 'yes'],
  ['No, only in the test system', 'no'],
  ['Stay. They are not the same.', 'stay'],
  ['No one here has it', undefined],
  ['Yesterday, yes', undefined],
  ['Not sure, sorry', undefined],
  [', yes', undefined],
  ['', undefined],
] as const)('%j begins with %s', (text, said) => {
  expect(readFirst(text)).toBe(said)
})

test('a sentence is a text where texts are taken', () => {
  expect(readSaid('Yes, but only in the test system')).toBeUndefined()
})
