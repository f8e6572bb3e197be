import { expect, test } from 'vitest'
import { readProposal, readWords } from './by-mail-rules.ts'

test.each([
  ['Yes, with pleasure.', 'accepted'],
  ['Dear Carla,\n\nI will come.', 'accepted'],
  ['Ja', 'accepted'],
  ['No, I am away that week.', 'declined'],
  ['Nein, leider', 'declined'],
  ['Maybe, if the train is on time', 'tentative'],
  ['Attending', 'accepted'],
  ['Not attending', 'declined'],
  ['Ich nehme teil', 'accepted'],
  ['Ich komme nicht', 'declined'],
  ['Oui', 'accepted'],
  ['Je ne participe pas', 'declined'],
  ['Sí', 'accepted'],
  ['Asistiré, gracias', 'accepted'],
  ['Quizá', 'tentative'],
  ['Buongiorno Carla,\n\nSì, volentieri', 'accepted'],
  ['Non posso', 'declined'],
  ["I can't make it", 'declined'],
  ['Hello Carla, no, 7 is too early', 'declined'],
  ['Bonjour Chloé ! Oui, avec plaisir', 'accepted'],
])('“%s” is an answer', (text, partstat) => expect(readWords(text)?.partstat).toBe(partstat))

test.each(['Where is it?', '', 'Notes are attached', 'Nobody told me'])('“%s” is none', (text) => expect(readWords(text)).toBeUndefined())

test('a proposal is its first line, without a greeting', () => {
  expect(readProposal('Hello all,\n\nRollover dates\nThey differ in the south.')).toEqual({
    title: 'Rollover dates',
    note: 'They differ in the south.',
  })
  expect(readProposal('Dear Carla, please add the rollover dates.\nThey differ.')).toEqual({
    title: 'please add the rollover dates.',
    note: 'They differ.',
  })
  expect(readProposal('  \n')).toBeUndefined()
})
