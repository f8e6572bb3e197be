import { describe, expect, test } from 'vitest'
import type { SigningAct, VendorSide } from '../../lib/db/schema.ts'
import { mayUndo, readWords, type SignedKind, type Signing, standingOf, turnOf, whyNotSign } from './rules.ts'

const at = new Date('2026-10-16T09:00:00Z')
const said = (...words: [VendorSide, SigningAct, person?: number][]) =>
  words.map(([side, act, personId = side === 'group' ? 1 : 2], i) => ({ id: i + 1, side, act, personId, at }))

describe('where a thing stands', () => {
  test.each<[string, ReturnType<typeof said>, SigningAct, VendorSide | undefined, VendorSide]>([
    ['said by one side', said(['group', 'claimed']), 'claimed', 'vendor', 'group'],
    ['confirmed by the other', said(['group', 'claimed'], ['vendor', 'confirmed']), 'confirmed', undefined, 'group'],
    ['corrected: the other words are to be confirmed', said(['group', 'claimed'], ['vendor', 'corrected']), 'corrected', 'group', 'vendor'],
    ['disputed', said(['vendor', 'claimed'], ['group', 'disputed']), 'disputed', 'vendor', 'vendor'],
    ['said anew', said(['group', 'claimed'], ['vendor', 'confirmed'], ['group', 'claimed']), 'claimed', 'vendor', 'group'],
  ])('%s', (_, words, state, turn, whose) => {
    const standing = standingOf(words)
    expect([standing.state, turnOf(standing), standing.claim.side]).toEqual([state, turn, whose])
  })

  test('what nobody has claimed is nothing', () => expect(() => standingOf([])).toThrow())
})

describe('nobody signs for the other side, and nobody their own words', () => {
  const claimed = standingOf(said(['group', 'claimed']))
  const answered = standingOf(said(['vendor', 'claimed']))
  const why = (standing: typeof claimed, kind: SignedKind, act: Signing, side: VendorSide, personId = side === 'group' ? 1 : 2) =>
    whyNotSign(standing, kind, act, { side, personId })
  test.each([
    ['the other side confirms', why(claimed, 'commitment', 'confirmed', 'vendor'), undefined],
    ['the other side disputes', why(claimed, 'commitment', 'disputed', 'vendor'), undefined],
    [
      'one’s own side confirms',
      why(claimed, 'commitment', 'confirmed', 'group', 9),
      'Your side made this statement. The other side must confirm the statement.',
    ],
    [
      'one’s own side disputes',
      why(claimed, 'commitment', 'disputed', 'group', 9),
      'Your side made this statement. The other side must confirm the statement.',
    ],
    [
      'who said it, on the other side today',
      why(claimed, 'commitment', 'confirmed', 'vendor', 1),
      'You made this statement yourself. Someone else must confirm the statement.',
    ],
    [
      'both correct a commitment',
      why(claimed, 'commitment', 'corrected', 'vendor') ?? why(claimed, 'commitment', 'corrected', 'group'),
      undefined,
    ],
    ['the vendor corrects what the group took down', why(claimed, 'answer', 'corrected', 'vendor'), undefined],
    [
      'the group corrects what the vendor wrote',
      why(answered, 'answer', 'corrected', 'group'),
      'The vendor wrote this answer. Say what is wrong, and the vendor corrects it.',
    ],
    [
      'confirmed twice',
      why(standingOf(said(['group', 'claimed'], ['vendor', 'confirmed'])), 'answer', 'confirmed', 'vendor', 3),
      'This statement is already confirmed.',
    ],
  ])('%s', (_, whyNot, expected) => expect(whyNot).toBe(expected))
})

test('one’s own last word is taken back for ten minutes, a claim never', () => {
  const later = (minutes: number) => new Date(at.getTime() + minutes * 60_000)
  const confirmed = standingOf(said(['group', 'claimed'], ['vendor', 'confirmed']))
  expect([
    mayUndo(confirmed, 2, later(9)),
    mayUndo(confirmed, 2, later(10)),
    mayUndo(confirmed, 1, at),
    mayUndo(confirmed, null, at),
  ]).toEqual([true, false, false, false])
  expect(mayUndo(standingOf(said(['group', 'claimed'])), 1, at)).toBe(false)
})

describe('what a mail says of what it was asked to sign', () => {
  const one = ['commitment'] as const
  const two = ['answer', 'commitment'] as const
  test.each<[string, string, readonly SignedKind[], [number, object][]]>([
    ['yes', 'Yes.\n\nPetra', one, [[1, { act: 'confirmed' }]]],
    ['ja, in capitals', 'JA', one, [[1, { act: 'confirmed' }]]],
    [
      'yes to all',
      'Sí\n',
      two,
      [
        [1, { act: 'confirmed' }],
        [2, { act: 'confirmed' }],
      ],
    ],
    ['no and why', 'Nein, das waren 5 Punkte.', one, [[1, { act: 'disputed', note: 'das waren 5 Punkte.' }]]],
    ['no alone says nothing', 'no', one, [[1, { act: 'unclear' }]]],
    ['no that disputes nothing', 'No problem, thank you.', one, [[1, { act: 'unclear' }]]],
    ['no, and why on the next line', 'falsch\nEs waren 5 Punkte.', one, [[1, { act: 'disputed', note: 'Es waren 5 Punkte.' }]]],
    [
      'words that are right',
      'Punti: 5\nScadenza: 2027-06-30',
      one,
      [[1, { act: 'corrected', fields: { points: '5', dueOn: '2027-06-30' } }]],
    ],
    [
      'each by its number',
      '1: oui\n2: non, parce que 5',
      two,
      [
        [1, { act: 'confirmed' }],
        [2, { act: 'disputed', note: 'parce que 5' }],
      ],
    ],
    ['one of several', '2 yes', two, [[2, { act: 'confirmed' }]]],
    [
      'an answer that is right',
      '1: Declined\nReason: it breaks the import\n2: Points: 3',
      two,
      [
        [1, { act: 'corrected', fields: { class: 'Declined', reason: 'it breaks the import' } }],
        [2, { act: 'corrected', fields: { points: '3' } }],
      ],
    ],
    [
      'below what is quoted',
      '> 1. #4 Rollover\nyes\n> 2. #5 Export\nno: never',
      two,
      [
        [1, { act: 'confirmed' }],
        [2, { act: 'disputed', note: 'never' }],
      ],
    ],
    ['a number that begins no line of ours', '3 weeks ago we spoke', two, []],
    ['a sentence', 'Thank you, we will look at it.', one, [[1, { act: 'unclear' }]]],
    ['nothing', '', one, []],
  ])('%s', (_, text, asked, expected) => expect([...readWords(text, asked)]).toEqual(expected))
})
