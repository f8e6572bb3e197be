import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { sayKept } from '../../lib/ui/kept.ts'
import { utcDay } from '../../time.ts'
import { dayIn, decideCategory, decideDay, isClutter, titleOf, whyNotDocument } from './rules.ts'

describe('a day in a name', () => {
  it.each([
    ['2019-03-14 minutes.pdf', '2019-03-14'],
    ['Minutes 14.3.2019.docx', '2019-03-14'],
    ['Minutes_20190314_final.pdf', '2019-03-14'],
    ['Minutes March 2019.pdf', '2019-03-01'],
    ['Minutes_Mar_19.pdf', '2019-03-01'],
    ['14 March 2019.pdf', '2019-03-14'],
    ['March 14, 2019.pdf', '2019-03-14'],
    ['3rd May 2021 call.txt', '2021-05-03'],
    ['Protokoll 3. März 2020.pdf', '2020-03-03'],
    ['Compte rendu 1er août 2018.pdf', '2018-08-01'],
    ['Acta 5 de junio de 2017.docx', '2017-06-05'],
    ['12-31-2018 notes.txt', '2018-12-31'],
    ['2019-03 Minutes.pdf', '2019-03-01'],
    ['2019_March.pdf', '2019-03-01'],
    ['minutes 31.2.2019.pdf', undefined],
    ['Room 1204 rules.pdf', undefined],
    ['Terms of reference.pdf', undefined],
    ['summary12.pdf', undefined],
    ['martini 20.txt', undefined],
  ])('%s', (name, expected) => {
    expect(dayIn(name)).toBe(expected)
  })

  test('is found however ISO days are put into a name', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('1971-01-01'), max: new Date('2098-12-31'), noInvalidDate: true }), (date) => {
        const on = utcDay(date)
        expect(dayIn(`Minutes ${on}.pdf`)).toBe(on)
        expect(dayIn(`Minutes_${on.replaceAll('-', '')}.pdf`)).toBe(on)
      }),
    )
  })

  it('comes from the text where the name has none, and is asked where neither has', () => {
    expect(decideDay('old/minutes.pdf', 'Minutes of the call on 14 March 2019')).toEqual({ on: '2019-03-14', from: 'text' })
    expect(decideDay('2018-01-02.pdf', '14 March 2019')).toEqual({ on: '2018-01-02', from: 'name' })
    expect(decideDay('minutes.pdf', 'Nothing')).toEqual({ on: null, from: 'asked' })
  })
})

it.each([
  ['Minutes/2019.pdf', 'minutes'],
  ['Annual_Report_2018.docx', 'report'],
  ['Terms-of-Reference.pdf', 'key'],
  ['Room plan.pdf', 'other'],
])('what a document is by its name: %s', (path, category) => {
  expect(decideCategory(path)).toBe(category)
})

it('leaves out what programs left behind, and what is no document', () => {
  expect(isClutter('__MACOSX/a.pdf')).toBe(true)
  expect(isClutter('a/.DS_Store')).toBe(true)
  expect(isClutter('a/b.pdf')).toBe(false)
  expect(whyNotDocument('application/pdf', 'pdf')).toBeUndefined()
  expect(sayKept(whyNotDocument('image/png', 'png') ?? '')).toContain('Choose a PDF')
  expect(titleOf('a/Minutes_of_May.pdf')).toBe('Minutes of May')
})
