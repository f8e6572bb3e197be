import { describe, expect, test } from 'vitest'
import { sayKept } from '../lib/ui/kept.ts'
import { inLanguage } from '../lib/ui/language.ts'
import { wordsOf } from '../lib/ui/words.ts'
import { readClass } from './answers/rules.ts'
import {
  briefMark,
  columns,
  listStrays,
  matchRows,
  readHeader,
  readReply,
  readRows,
  whyNotBrief,
  whyNotHeader,
} from './reply-reader-rules.ts'

describe('a reply by mail', () => {
  test('several requests, each below its number', () => {
    const text = [
      'Dear Carla,',
      '',
      '#12 Planned for 2027 R1',
      'Reason: It fits the new editor.',
      'Next review: 2027-02-01',
      'Cost: 8',
      '',
      'Request 14: declined',
      'The data model does not allow it,',
      'and only two sites have asked.',
      '',
      '#15: Needs information',
      'Question: Which browsers?',
      '#99 is not part of it',
    ].join('\n')
    const answers = readReply(text, [12, 13, 14, 15])
    expect([...answers.keys()]).toEqual([12, 14, 15])
    expect(answers.get(12)).toEqual({
      class: 'Planned for 2027 R1',
      reason: 'It fits the new editor.',
      release: '',
      nextReview: '2027-02-01',
      cost: '8',
      question: '',
      readers: '',
      from: '',
    })
    expect(answers.get(14)).toMatchObject({
      class: 'declined',
      reason: 'The data model does not allow it,\nand only two sites have asked.',
    })
    expect(answers.get(15)).toMatchObject({ class: 'Needs information', question: 'Which browsers?\n#99 is not part of it' })
  })

  test('a slip in a number is named, and what follows it goes to no other request', () => {
    const text = ['#12 Declined', 'Reason: Too rare.', '#41 Planned for 2027 R1', 'Reason: Soon.', '#42 is another matter'].join('\n')
    expect([...readReply(text, [12, 14])]).toEqual([[12, expect.objectContaining({ class: 'Declined', reason: 'Too rare.' })]])
    expect(listStrays(text, [12, 14])).toEqual([41])
  })

  test.each([
    ['Declined: only two sites have asked.', 'Declined', 'only two sites have asked.'],
    ['Declined because only two sites have asked.', 'Declined', 'only two sites have asked.'],
    ['Declined. Only two sites have asked.', 'Declined', 'Only two sites have asked.'],
    ['In discovery\n\nWe look at it with three libraries.', 'In discovery', 'We look at it with three libraries.'],
    ['Antwort: abgelehnt\nGrund: zu selten', 'abgelehnt', 'zu selten'],
    ['Looking into it\n\nWe talk to three sites.', 'Looking into it', 'We talk to three sites.'],
    ['Risposta: già possibile\nMotivo: veda il manuale', 'già possibile', 'veda il manuale'],
    ['Réponse : déjà possible\nRaison : voir le manuel', 'déjà possible', 'voir le manuel'],
    ['We like it and will think about it.', '', 'We like it and will think about it.'],
  ])('about one request: %s', (text, name, reason) => {
    expect(readReply(text, [12]).get(12)).toMatchObject({ class: name, reason })
  })

  test.each([
    ['Planned for 2027 R1. Reason: we have begun.', { class: 'Planned for 2027 R1.', reason: 'we have begun.' }],
    ['Geplant für 2027 R1; Grund: wir haben begonnen.', { class: 'Geplant für 2027 R1;', reason: 'wir haben begonnen.' }],
    ['Planned, 2027 R1. Reason: we have begun.', { class: 'Planned, 2027 R1.', reason: 'we have begun.' }],
    ['Declined. There is no reason: nobody asked.', { class: 'Declined', reason: 'There is no reason: nobody asked.' }],
    ['Which reader do you use?\n\nBest, Petra', { class: '', reason: '', question: 'Which reader do you use?\n\nBest, Petra' }],
    ['Declined: who would need it?', { class: 'Declined', reason: 'who would need it?', question: '' }],
  ])('in one line: %s', (text, expected) => {
    expect(readReply(text, [12]).get(12)).toMatchObject(expected)
  })

  test('who answers below our lines answers those', () => {
    const text =
      'Hello,\n\n> #12 Bulk-set Complete\n\nDeclined: too rare.\n\n> #13 Deep links\n> #14 Keyboard\n\nIn discovery\nWe look at it.\n'
    const answers = readReply(text, [12, 13, 14])
    expect([...answers].map(([id, given]) => [id, given.class, given.reason])).toEqual([
      [12, 'Declined', 'too rare.'],
      [14, 'In discovery', 'We look at it.'],
    ])
  })

  test('what it quotes is nobody’s answer', () => {
    const text = '> #12 Declined\n> Reason: too rare\n\nThank you, we come back to this.'
    expect(readReply(text, [12, 13]).size).toBe(0)
  })
})

describe('a returned spreadsheet', () => {
  const header = Object.values(columns)
  const row = (line: number, request: string, answer: string, reason: string, brief = 'B7.1', formulas: string[] = []) => ({
    line,
    cells: { [columns.brief]: brief, [columns.request]: request, [columns.class]: answer, [columns.reason]: reason },
    formulas,
  })

  test('names of columns may differ a little, but not be absent', () => {
    expect(whyNotHeader(header)).toBeUndefined()
    expect(whyNotHeader(['Request no.', 'Vendor answer', 'Comments'])).toBeUndefined()
    // The names that sheets had before.
    const before = ['Brief', 'Request', 'Answer', 'Reason', 'Cost in points', 'Who may read it']
    expect([...readHeader(before).keys()].sort()).toEqual(['brief', 'class', 'cost', 'readers', 'reason', 'request'])
    expect([...readHeader(['Richiesta', 'Prossimo esame']).keys()].sort()).toEqual(['nextReview', 'request'])
    expect(whyNotHeader(['Ticket', 'Foo', 'Reason'])).toBe(
      'Columns missing: “Request”, “Answer”. The file has: Ticket, Foo, Reason. Nothing was changed. Use the spreadsheet of the package, with its first row unchanged.',
    )
  })

  test.each(['de', 'fr', 'es', 'it'] as const)('goes out in the language of its reader (%s), and comes back in it', (locale) => {
    const own = inLanguage(locale, () => Object.values(columns).map(String))
    expect(own).not.toEqual(header)
    expect([...readHeader(own)].map(([column, at]) => [column, at])).toEqual([...readHeader(header)])
    const classes = Object.entries(wordsOf('advocacy', 'pages')(locale).classes)
    expect(classes.map(([, word]) => readClass(word)?.class)).toEqual(classes.map(([name]) => name))
  })

  test('each request has its row, or the sentence that it is missing', () => {
    const rows = readRows(header, [
      row(2, '12', 'Declined', 'Too rare.'),
      row(3, '#14', 'Planned', '=A1'),
      row(4, '99', 'Declined', 'Too rare.'),
      row(5, '12', 'Planned', 'Or not.'),
      row(6, 'all', 'Declined', 'Too rare.'),
      row(7, '15', 'Declined', 'A result', 'B7.1', ['Reason']),
      { line: 8, cells: { [columns.brief]: '' }, formulas: [] },
    ])
    expect(matchRows(rows, [12, 13, 14, 15]).map(({ line, requestId, problem }) => [line, requestId, problem && sayKept(problem)])).toEqual(
      [
        [2, 12, undefined],
        [null, 13, 'The file has no row for this request.'],
        [3, 14, 'The cell “Reason” contains a formula. Enter the text itself.'],
        [7, 15, 'The cell “Reason” contains a formula. Enter the text itself.'],
        [4, null, 'Request 99 is not part of this package.'],
        [5, 12, 'Request 12 is also in row 2. We used that row.'],
        [6, null, '“all” is not the number of a request.'],
      ],
    )
  })

  test('another brief’s file is told apart', () => {
    const rows = (mark: string) => readRows(header, [row(2, '12', 'Declined', 'Too rare.', mark)])
    expect(whyNotBrief(rows(briefMark(7, 3)), 7)).toBeUndefined()
    expect(whyNotBrief(rows(''), 7)).toBeUndefined()
    expect(whyNotBrief(rows('B17.1'), 7)).toBe(
      'This file belongs to another package: the first column says B17.1, but this is package 7. Nothing was changed.',
    )
  })
})
