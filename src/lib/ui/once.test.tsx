import { expect, test } from 'vitest'
import { inLanguage, noteEnglish, saidInEnglish } from './language.ts'
import { once } from './once.ts'
import { anyone, ReaderContext, useReader } from './reader.ts'

const Hello = ({ says }: { says: () => string }) => <b>{`${says()} ${useReader().locale}`}</b>

test('a part is made once for what it is made of and a language, and says on each page what is English', () => {
  let made = 0
  const says = () => {
    made++
    noteEnglish('a & b')
    return 'a & b'
  }
  const Part = ({ of, name }: { of: object; name: string }) => once(of, name, () => <Hello says={says} />)
  const page = (locale: 'en' | 'de', of: object, name = 'part') =>
    inLanguage(locale, () => {
      const html = String(
        <ReaderContext.Provider value={{ ...anyone, locale }}>
          <Part of={of} name={name} />
        </ReaderContext.Provider>,
      )
      return { html, english: [...saidInEnglish()] }
    })
  const around = {}
  expect(page('de', around)).toEqual({ html: '<b>a &amp; b de</b>', english: ['a & b'] })
  expect(page('de', around)).toEqual({ html: '<b>a &amp; b de</b>', english: ['a & b'] })
  expect(made).toBe(1)
  expect(page('en', around).html).toBe('<b>a &amp; b en</b>')
  page('de', around, 'another')
  page('de', {})
  expect(made).toBe(4)
})
