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

test('another word is a fault that names the words to use', () =>
  expect(read('Epic')).toEqual({ problems: ['Replace “Epic” with “idea” or “concern”.'] }))
