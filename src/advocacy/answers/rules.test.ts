import { describe, expect, test } from 'vitest'
import { sayKept } from '../../lib/ui/kept.ts'
import { faultsOf, fingerprintOf, type GivenAnswer, isReason, readAnswer, readClass } from './rules.ts'

test.each([
  ['Planned', 'planned', ''],
  ['planned for release 2027 R1', 'planned', '2027 R1'],
  ['Planned for 2027 R1.', 'planned', '2027 R1'],
  ['PLANNED 2027 R1', 'planned', '2027 R1'],
  ['Looking into it', 'in_discovery', ''],
  ['À l’étude', 'in_discovery', ''],
  ['in discovery', 'in_discovery', ''],
  ['In-Discovery', 'in_discovery', ''],
  ['Declined', 'declined', ''],
  ['won’t do', 'declined', ''],
  ['Already possible', 'exists', ''],
  ['Schon möglich', 'exists', ''],
  ['Exists already', 'exists', ''],
  ['Already exists', 'exists', ''],
  ['needs more information', 'needs_information', ''],
  ['not a product matter', 'not_product', ''],
  ['Not for this product', 'not_product', ''],
  ['No corresponde al producto', 'not_product', ''],
  ['Geplant für 2027 R1', 'planned', '2027 R1'],
  ['Prévue pour 2027 R1', 'planned', '2027 R1'],
  ['Prevista para 2027 R1', 'planned', '2027 R1'],
])('“%s” is %s, release “%s”', (text, name, release) => {
  expect(readClass(text)).toEqual({ class: name, release })
})

test.each(['', 'maybe', 'declined to comment on roadmap', 'no', 'Existing customers ask'])('“%s” is none of the answers', (text) => {
  expect(readClass(text)).toBeUndefined()
})

test.each([
  ['It breaks imports.', true],
  ['Siehe Handbuch', true],
  ['理由がある', true],
  ['', false],
  ['-', false],
  ['n/a', false],
  ['N.A.', false],
  ['TBD', false],
  ['…', false],
  ['12', false],
])('“%s” is a reason: %s', (text, is) => {
  expect(isReason(text)).toBe(is)
})

describe('what counts', () => {
  const given = (parts: Partial<GivenAnswer>): GivenAnswer => ({
    class: '',
    reason: '',
    release: '',
    nextReview: '',
    cost: '',
    question: '',
    readers: '',
    from: '',
    ...parts,
  })
  const read = (parts: Partial<GivenAnswer>) => readAnswer(given(parts), '2026-10-16')

  test.each([
    [{}, 'No answer yet.'],
    [{ class: 'Planned' }, 'The answer “Planned” has no reason. An answer without a reason does not count.'],
    [{ class: 'Declined', reason: 'n/a' }, 'The answer “Declined” has no reason. An answer without a reason does not count.'],
    [
      { reason: 'It is too much work.' },
      'There is a reason, but no answer. Choose one of these answers: Planned, Looking into it, Declined, Already possible, Needs more information and Not for this product.',
    ],
    [
      { class: 'perhaps', reason: 'We like it.' },
      '“perhaps” is not one of the answers. Choose one of these answers: Planned, Looking into it, Declined, Already possible, Needs more information and Not for this product.',
    ],
    [{ class: 'planned', reason: 'Agreed.' }, 'The release is missing. Enter the release or its date.'],
    [
      { class: 'declined', reason: 'Too rare.', nextReview: 'next spring' },
      'The next review “next spring” is not a date. Write it like 2027-03-31.',
    ],
    [{ class: 'declined', reason: 'Too rare.', nextReview: '2026-10-15' }, 'The next review, 15 October 2026, is in the past.'],
    [{ cost: '8' }, 'No answer yet.'],
  ])('%j stays open', (parts, sentence) => {
    const { answer, open } = read(parts)
    expect([answer, sayKept(open ?? '')]).toEqual([undefined, sentence])
  })

  test.each([
    [{}, ['class', 'reason']],
    [{ reason: 'It is too much work.' }, ['class']],
    [{ class: 'perhaps', reason: 'n/a' }, ['class', 'reason']],
    [{ class: 'planned', reason: 'Agreed.' }, ['release']],
    [{ class: 'planned for 2027 R1', reason: 'Agreed.' }, []],
    [{ class: 'declined', nextReview: 'next spring' }, ['reason', 'nextReview']],
    [{ class: 'declined', reason: 'Too rare.', nextReview: '2026-10-15' }, ['nextReview']],
  ])('a form with %j names the fields %j', (parts, fields) => {
    expect(Object.keys(faultsOf(given(parts), '2026-10-16'))).toEqual(fields)
    // One rule for forms and for rows of files: what has faults stays open, and nothing else.
    expect(read(parts).open === undefined).toBe(fields.length === 0)
  })

  test('an answer with its reason counts, with release, review, cost and question', () => {
    expect(
      read({ class: 'planned for 2027 R1', reason: 'It fits.', nextReview: '1.2.2027', cost: '8 points', question: 'How many courses?' }),
    ).toEqual({
      answer: { class: 'planned', reason: 'It fits.', release: '2027 R1', nextReviewOn: '2027-02-01' },
      cost: 8,
      question: 'How many courses?',
      remarks: [],
    })
  })

  test('a cost that is none does not take the answer with it', () => {
    const { answer, cost, remarks } = read({ class: 'declined', reason: 'Too rare.', cost: 'a lot' })
    expect([answer?.class, cost, remarks.map((one) => sayKept(one))]).toEqual([
      'declined',
      undefined,
      ['The cost “a lot” is not a whole number of points, so we left it out.'],
    ])
  })

  test.each([
    [{ readers: 'Subscribers', from: '2026-10-19' }, 'subscribers', '2026-10-19', 0],
    [{ readers: 'everyone from 19 October 2026' }, 'public', '2026-10-19', 0],
    [{ readers: 'the working group' }, 'group', undefined, 0],
    [{ readers: 'Working group only' }, 'group', undefined, 0],
    [{ readers: 'Nur die Arbeitsgruppe' }, 'group', undefined, 0],
    [{ readers: 'les personnes abonnées' }, 'subscribers', undefined, 0],
    [{ readers: 'Todo el mundo' }, 'public', undefined, 0],
    [{}, undefined, undefined, 0],
    // What cannot be read narrows.
    [{ readers: 'our friends' }, 'group', undefined, 1],
    [{ readers: 'everyone', from: 'soon' }, 'group', undefined, 1],
  ])('%j may be read by %s from %s', (parts, readers, from, remarks) => {
    const result = read({ class: 'declined', reason: 'Too rare.', ...parts })
    expect([result.answer?.class, result.readers, result.readersFrom, result.remarks.length]).toEqual(['declined', readers, from, remarks])
  })

  test('the same answer typed with other blanks is the same', () => {
    const of = (reason: string) => fingerprintOf({ class: 'declined', reason, release: '', nextReviewOn: null })
    expect(of('Too  rare.')).toBe(of('too rare'.concat('.')))
    expect(of('Too rare.')).not.toBe(of('Too costly.'))
  })
})
