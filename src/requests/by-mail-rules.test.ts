import { expect, test } from 'vitest'
import { readFirst, readSaid, sentAlong } from './by-mail-rules.ts'

test.each([
  ['Yes', 'yes'],
  ['Yes, we do.', 'yes'],
  ['Ja – seit Montag.\n\nViele Grüße', 'yes'],
  ['Oui !', 'yes'],
  ['No, only in the test system', 'no'],
  ['Stay. They are not the same.', 'stay'],
  ['No one here has it', undefined],
  ['No-one here has it', undefined],
  ['Public-facing only', undefined],
  ['Yes - since Monday', 'yes'],
  ['No –', 'no'],
  ['Yesterday, yes', undefined],
  ['Not sure, sorry', undefined],
  [', yes', 'yes'],
  ['', undefined],
] as const)('%j begins with %s', (text, said) => {
  expect(readFirst(text)).toBe(said)
})

test('a sentence is a text where texts are taken', () => {
  expect(readSaid('Yes, but only in the test system')).toBeUndefined()
})

test('a screenshot and a document are sent along; a logo, a signature and a date are added by mail programs', () => {
  const file = (filename: string, type: string, more: { size?: number; inline?: boolean } = {}) => ({
    filename,
    type,
    size: 90_000,
    inline: false,
    ...more,
  })
  const sent = [
    file('screen.png', 'image/png', { inline: true }),
    file('logo.png', 'image/png', { size: 6_000, inline: true }),
    file('small.png', 'image/png', { size: 6_000 }),
    file('table.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'),
    file('smime.p7s', 'application/pkcs7-signature'),
    file('smime.p7s', 'application/x-pkcs7-signature'),
    file('signature.asc', 'application/pgp-signature'),
    file('susi.vcf', 'text/vcard'),
    file('susi.vcf', 'text/x-vcard'),
    file('date.ics', 'text/calendar'),
    file('Re.eml', 'message/rfc822'),
    file('', 'text/plain'),
    file('empty.txt', 'text/plain', { size: 0 }),
  ]
  expect(sentAlong(sent).map(({ filename }) => filename)).toEqual(['screen.png', 'small.png', 'table.xlsx'])
  expect(sentAlong(Array.from({ length: 30 }, (_, i) => file(`${i}.pdf`, 'application/pdf')))).toHaveLength(10)
})
