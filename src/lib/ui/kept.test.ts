import { expect, test } from 'vitest'
import { keptOf, sayKept, together } from './kept.ts'
import { inLanguage, unsaid } from './language.ts'
import { textsOf } from './words.ts'

const privacy = keptOf('privacy', 'places')

test('what is kept is said in the language of its reader', () => {
  const kept = privacy('in', { thing: 'x', part: 'y' })
  expect(sayKept(kept)).toBe('x (y)')
  const other = privacy('other')
  expect(sayKept(other)).toBe('other texts of the group or the list')
  expect(sayKept(other, 'de')).toBe('andere Texte der Arbeitsgruppe oder der Liste')
  expect(inLanguage('es', () => sayKept(other))).toBe('otros textos del grupo o de la lista')
})

test('what it is kept with may be kept itself', () => {
  expect(sayKept(privacy('in', { thing: privacy('other'), part: '1' }), 'fr')).toBe('autres textes du groupe ou de la liste (1)')
})

test('numbers that an older version kept as texts are counted as each language counts', () => {
  const adopted = JSON.stringify({ say: 'ballots.outcomes.adopted', with: { yes: '1200', no: '0', abstain: '1', voters: '2000' } })
  expect(sayKept(adopted)).toBe('Adopted: 1,200 yes, 0 no, 1 abstained, of 2,000.')
  expect(sayKept(adopted, 'de')).toBe('Angenommen: 1.200 ja, 0 nein, 1 Enthaltung, von 2.000.')
})

test('several sentences are kept in one place', () => {
  const both = together([privacy('other'), '', 'As somebody wrote.'])
  expect(sayKept(both, 'de')).toBe('andere Texte der Arbeitsgruppe oder der Liste As somebody wrote.')
})

test.each(['A sentence of before.', 'Two lines\nof before.', '', '{"say":', '{"say":"privacy', '{"say":7}', '["say"]'])(
  'a text that is no kept message is said as it is: %s',
  (text) => {
    expect(sayKept(text)).toBe(text)
  },
)

test.each([
  'privacy.places.gone',
  'nowhere.places.in',
  '../../secrets.x.y',
  'privacy.constructor.name',
  'privacy.places.constructor',
  'privacy.places.things',
])('a message that is no more leaves what it was kept with: %s', (say) => {
  expect(sayKept(JSON.stringify({ say, with: { a: 'one', b: 2 } }), 'de')).toBe('one · 2')
})

test('a text that a message is kept with is no longer than it need be', () => {
  expect(privacy('in', { thing: 'x'.repeat(2_000), part: 'y' }).length).toBeLessThan(600)
})

test('what a job refuses with is kept by its name, and said to its reader', () => {
  const t = textsOf('privacy', 'removal')
  const kept = inLanguage(unsaid, () => t.errors.long({ most: 60 }))
  expect(JSON.parse(kept)).toEqual({ say: 'privacy.removal.errors.long', with: { most: 60 } })
  expect(inLanguage(unsaid, () => sayKept(kept))).toBe(kept)
  for (const locale of ['en', 'de', 'fr', 'es', 'it'] as const) {
    const now = inLanguage(locale, () => t.errors.long({ most: 60 }))
    expect(sayKept(kept, locale)).toBe(now)
  }
})
