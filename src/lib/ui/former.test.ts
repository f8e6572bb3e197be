import { expect, test } from 'vitest'
import { formerName, namesOnPage } from './former.ts'
import { keptOf, sayKept } from './kept.ts'
import { wordsOf } from './words.ts'

test('someone whose name was erased is called so in the reader’s language, in sentences too', () => {
  const words = wordsOf('list', 'history')
  expect(words('en').list.opened({ who: formerName })).toBe('A former member created the list')
  expect(words('de').list.opened({ who: formerName })).toContain('Früheres Mitglied')
  expect(words('de').list.opened({ who: 'Otto' })).toContain('Otto')
  expect(sayKept(keptOf('privacy', 'places')('in', { thing: formerName, part: '1' }), 'fr')).toBe('Ancien membre (1)')
})

test('on a page a name is what stands alone, not what people wrote', () => {
  const page = `<title>${formerName} · Rapport</title><b>\n ${formerName}</b><p aria-label="${formerName}" data-value="${formerName}">${formerName} of our team wrote.</p>`
  expect(namesOnPage(page, 'es')).toBe(
    `<title>Miembro anterior · Rapport</title><b>\n Miembro anterior</b><p aria-label="Miembro anterior" data-value="${formerName}">${formerName} of our team wrote.</p>`,
  )
  expect(namesOnPage(page, 'en')).toBe(page)
})
