import { expect, test } from 'vitest'
import { titleFrom } from './excerpt.ts'
import { needFrom, saysIn } from './need-rules.ts'

test.each([
  [
    'Rollover',
    'Hello all,\n\nWe moved on Friday. When a list is duplicated the notes are not copied.',
    'When a list is duplicated the notes are not copied',
  ],
  ['Students can’t see citations that are only sent', 'Same here.\n\nJun', 'Students can’t see citations that are only sent'],
  ['Undo for lists', 'No.', 'Undo for lists'],
  ['Draft: undo for deleted lists', 'No.', 'Undo for deleted lists'],
  ['Dark mode', 'It should be there. Students ask for it every week.', 'Students ask for it every week'],
  ['Listen', 'Liebe Alle, wir müssen 340 Listen von Hand ändern.', 'Wir müssen 340 Listen von Hand ändern'],
  ['Liens', 'Bonjour, les liens ne marchent pas depuis lundi.', 'Les liens ne marchent pas depuis lundi'],
  ['Enlaces', 'Hola a todas: hay que volver a crear los enlaces a mano.', 'Hay que volver a crear los enlaces a mano'],
  ['Help', 'Our counsel asks for the wording of the page.', 'Our counsel asks for the wording of the page'],
  ['Help', '', 'Help'],
])('%s: %j is called %j', (subject, text, title) => {
  expect(needFrom(subject, text)).toBe(title)
})

test.each([
  ['Re: Deep links after the upgrade #lti #moodle', 'Deep links after the upgrade'],
  ['Issue #12 is back', 'Issue #12 is back'],
  ['#lti', '#lti'],
])('the subject %j becomes the title %j, without the topics of its list', (subject, title) => {
  expect(titleFrom(subject)).toBe(title)
})

test('a long one is cut at a clause, or at a word', () => {
  const clause = needFrom(
    'Notes',
    `Every time a list is duplicated for the next term the notes are gone, ${'and nobody knows why '.repeat(6)}.`,
  )
  expect(clause).toBe('Every time a list is duplicated for the next term the notes are gone …')
  const word = needFrom('Notes', `Every list must ${'keep the notes of librarians '.repeat(6)}.`)
  expect([word.length <= 112, word.endsWith(' …')]).toEqual([true, true])
  expect(saysIn(clause, 'Every time a list\nis duplicated for the next term the notes are gone, and so on')).toBe(true)
  expect(saysIn('The notes of Ann', clause)).toBe(false)
})
