import { expect, test } from 'vitest'
import { readPastRow } from './rules.ts'

const read = (kind: string) =>
  readPastRow(2, (column) => ({ kind, title: 'Export to RIS', submittedOn: '2019-03-14' })[column as string] ?? '', '2026-11-28')

test.each([
  ['', 'idea'],
  ['Enhancement request', 'idea'],
  ['Wish', 'idea'],
  ['Idee', 'idea'],
  ['Anfrage', 'idea'],
  ['idée', 'idea'],
  ['Petición', 'idea'],
  ['richiesta', 'idea'],
  ['Bug', 'concern'],
  ['Problem', 'concern'],
  ['Schwierigkeit', 'concern'],
  ['problème', 'concern'],
  ['Anomalie', 'concern'],
  ['Incidencia', 'concern'],
  ['difetto', 'concern'],
])('a row of an old file that says “%s” is an %s', (typed, kind) => expect(read(typed)).toMatchObject({ kind }))

const portal = (cells: Partial<Record<string, string>>) =>
  readPastRow(2, (column) => ({ title: 'Export to RIS', submittedOn: '2019-03-14', ...cells })[column as string] ?? '', '2026-11-28')

test.each(['Needs review', 'Needs Review ', 'NEU', 'Reçu', 'Rec\u0327u', 'Nuova'])('a status “%s” is of a request that is new', (stage) =>
  expect(portal({ stage })).toMatchObject({ stage: 'gathering', answer: undefined }),
)

test('a portal’s status says that a request is new, or what the vendor answered', () => {
  expect(portal({ stage: 'New' })).toMatchObject({ stage: 'gathering', answer: undefined })
  expect(portal({ stage: 'Rejected', answer: 'As designed.' })).toMatchObject({ stage: undefined, answer: { class: 'Rejected' } })
  expect(portal({ stage: 'Sent to the vendor', answer: 'We look at it.' })).toMatchObject({ stage: 'submitted', answer: { class: '' } })
  expect(portal({ stage: 'Rejected' })).toEqual({ problems: [expect.stringContaining('“Rejected” is not a status.')] })
  const both = portal({ stage: 'Rejected', answer: 'As designed.', answerClass: 'Declined' })
  expect(both).toEqual({ problems: [expect.stringContaining('“Rejected” is not a status.')] })
})

test('another word is a fault that names the words to use', () =>
  expect(read('Epic')).toEqual({ problems: ['Replace “Epic” with “idea” or “concern”.'] }))
