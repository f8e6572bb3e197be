import { expect, test } from 'vitest'
import { suggestMeasures } from './rules.ts'

const suggested = (text: string) =>
  suggestMeasures(text).map(({ measure: { kind, subject, everyN, everyUnit, target } }) => [kind, subject, everyN, everyUnit, target])

test.each([
  ['Twice a year the group ranks the open requests by ballot.', [['count', 'ballots', 1, 'year', 2]]],
  ['Every hospital with a contract may send up to three people. A hospital has one vote.', []],
  ['Two thirds of the hospitals that vote must agree.', []],
  ['These terms are reviewed every two years.', [['attested', 'attested', 2, 'year', null]]],
  ['Once a year the Chair reports to all hospitals what was asked.', [['attested', 'attested', 1, 'year', null]]],
  ['Minutes are sent to all members within two weeks.', [['share', 'minutes_approved', null, null, 80]]],
  ['The group meets six times a year.', [['cadence', 'meetings', 2, 'month', null]]],
  [
    'Who joins is approved by a moderator.',
    [
      ['existence', 'list_vetted', null, null, null],
      ['share', 'with_basis', null, null, 80],
    ],
  ],
  [
    'Il Gruppo si riunisce ogni due mesi in videoconferenza. Il verbale è inviato entro dieci giorni.',
    [
      ['cadence', 'meetings', 2, 'month', null],
      ['share', 'minutes_approved', null, null, 80],
    ],
  ],
  ['El grupo se reúne cada dos meses.', [['cadence', 'meetings', 2, 'month', null]]],
  ['Le compte rendu est envoyé sous dix jours.', [['share', 'minutes_approved', null, null, 80]]],
  [
    'Il Gruppo è composto da un coordinatore e da un vicecoordinatore.',
    [
      ['seat', 'seats', null, null, 1],
      ['seat', 'seats', null, null, 1],
    ],
  ],
  ['Il gruppo raccoglie i casi d’uso delle aziende.', [['count', 'user_cases', 1, 'year', null]]],
  [
    "L'iscrizione alla lista è riservata al personale delle aziende clienti.",
    [
      ['existence', 'list_open', null, null, null],
      ['existence', 'register', null, null, null],
    ],
  ],
])('%s', (text, measures) => expect(suggested(text)).toEqual(measures))
