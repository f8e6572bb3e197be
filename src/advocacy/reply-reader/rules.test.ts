import { describe, expect, test } from 'vitest'
import { briefMark, columns, matchRows, readReply, readRows, whyNotBrief, whyNotHeader } from './rules.ts'

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

  test.each([
    ['Declined: only two sites have asked.', 'Declined', 'only two sites have asked.'],
    ['Declined because only two sites have asked.', 'Declined', 'only two sites have asked.'],
    ['Declined. Only two sites have asked.', 'Declined', 'Only two sites have asked.'],
    ['In discovery\n\nWe look at it with three libraries.', 'In discovery', 'We look at it with three libraries.'],
    ['Antwort: abgelehnt\nGrund: zu selten', 'abgelehnt', 'zu selten'],
    ['We like it and will think about it.', '', 'We like it and will think about it.'],
  ])('about one request: %s', (text, name, reason) => {
    expect(readReply(text, [12]).get(12)).toMatchObject({ class: name, reason })
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
    expect(whyNotHeader(['Ticket', 'Foo', 'Reason'])).toBe(
      'The file has no column “Request” and “Answer”. Its columns are: Ticket, Foo, Reason. Nothing was changed; fill in the spreadsheet of the brief, with its first line as it was.',
    )
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
    expect(matchRows(rows, [12, 13, 14, 15]).map(({ line, requestId, problem }) => [line, requestId, problem])).toEqual([
      [2, 12, undefined],
      [null, 13, 'Its row is missing from the file.'],
      [3, 14, 'The cell “Reason” holds a formula or its error: write the text itself.'],
      [7, 15, 'The cell “Reason” holds a formula or its error: write the text itself.'],
      [4, null, 'Request 99 is not part of this brief.'],
      [5, 12, 'Request 12 stands in line 2 too; that line was taken.'],
      [6, null, '“all” is no number of a request.'],
    ])
  })

  test('another brief’s file is told apart', () => {
    const rows = (mark: string) => readRows(header, [row(2, '12', 'Declined', 'Too rare.', mark)])
    expect(whyNotBrief(rows(briefMark(7, 3)), 7)).toBeUndefined()
    expect(whyNotBrief(rows(''), 7)).toBeUndefined()
    expect(whyNotBrief(rows('B17.1'), 7)).toBe(
      'This is the file of another brief: its first column says B17.1, and this is brief 7. Nothing was changed.',
    )
  })
})
