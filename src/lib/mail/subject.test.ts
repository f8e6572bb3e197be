import fc from 'fast-check'
import { expect, test } from 'vitest'
import { expectLinear } from '../../../test/growth.ts'
import { baseSubject, readSubject } from './subject.ts'

test.each([
  ['Minutes', 'Minutes', false],
  ['  Minutes \t of   May ', 'Minutes of May', false],
  ['Re: Minutes', 'Minutes', true],
  ['re : Minutes', 'Minutes', true],
  ['RE: Re: re: Minutes', 'Minutes', true],
  ['Fwd: Minutes', 'Minutes', true],
  ['FW: Minutes', 'Minutes', true],
  ['Minutes (fwd)', 'Minutes', true],
  ['Minutes (fwd) (fwd) ', 'Minutes', true],
  ['[Fwd: Minutes]', 'Minutes', true],
  ['[Fwd: Re: [list] Minutes]', 'Minutes', true],
  ['[list] Minutes', 'Minutes', false],
  ['[list] Re: Minutes', 'Minutes', true],
  ['Re: [list] Minutes', 'Minutes', true],
  ['Re: [list] AW: [list] Minutes', 'Minutes', true],
  ['Re[2]: Minutes', 'Minutes', true],
  ['RE(3): Minutes', 'Minutes', true],
  ['Re^2: Minutes', 'Minutes', true],
  ['AW: Minutes', 'Minutes', true],
  ['WG: Minutes', 'Minutes', true],
  ['Antw: Minutes', 'Minutes', true],
  ['SV: VS: Minutes', 'Minutes', true],
  ['TR: Minutes', 'Minutes', true],
  ['RÉF : Minutes', 'Minutes', true],
  ['Ответ: Протокол', 'Протокол', true],
  ['回复：会议纪要', '会议纪要', true],
  ['Відп: Отг: Протокол', 'Протокол', true],
  ['İLT: Ynt: Tutanak', 'Tutanak', true],
  ['השב: פרוטוקול', 'פרוטוקול', true],
  ['رد: محضر', 'محضر', true],
  ['회신: Trả lời: 회의록', '회의록', true],
  ['[list]', '[list]', false],
  ['Re: [list]', '[list]', true],
  ['Rerun: Minutes', 'Rerun: Minutes', false],
  ['Treasurer: Minutes', 'Treasurer: Minutes', false],
  ['Re Minutes', 'Re Minutes', false],
  ['Re:', '', true],
  ['', '', false],
])('"%s" is about "%s"', (subject, base, isReply) => {
  expect(readSubject(subject)).toEqual({ base, isReply })
})

test('a subject without marks is about itself', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (subject) => {
      const base = baseSubject(subject)
      expect(baseSubject(base)).toBe(base)
    }),
  )
})

test.each(['Re: ', '[x] ', '[', '[Fwd: ', ' (fwd)', 'Re ['])('a subject of marks takes time that grows as it is long: %j', (mark) =>
  expectLinear(125_000, (n) => baseSubject(mark.repeat(n))),
)
