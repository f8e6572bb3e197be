import fc from 'fast-check'
import { expect, test } from 'vitest'
import { siteWords } from '../words.ts'
import { accentsOf, contrastOf, lightened, readMenu, sheetOf, whyNotAccent, whyNotLogo, withoutOwnNames, writeMenu } from './rules.ts'

const colours = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`)

test('contrast is counted as WCAG does: black and white as far as a page goes', () => {
  expect(contrastOf('#000000', 'light')).toBeCloseTo((0.86 + 0.05) / 0.05)
  expect(contrastOf('#ffffff', 'dark')).toBeCloseTo(1.05 / (0.027 + 0.05))
})

test.each([
  ['#1b5e4b', 'light', undefined],
  [
    '#ffcc00',
    'light',
    'Links in this colour are hard to read on light pages. The contrast is 1.3, but 4.5 is needed. Choose a darker colour.',
  ],
  [
    '#1b5e4b',
    'dark',
    'Links in this colour are hard to read on dark pages. The contrast is 1.7, but 4.5 is needed. Choose a lighter colour.',
  ],
  ['#ffcc00', 'dark', undefined],
  ['green', 'light', 'Enter a colour, for example #1b5e4b.'],
] as const)('%s on a %s page: %s', (colour, theme, why) => {
  expect(whyNotAccent(colour, theme)).toBe(why)
})

test('whatever colour is chosen for light pages, the one made of it can be read on dark ones', () => {
  fc.assert(fc.property(colours, (colour) => whyNotAccent(lightened(colour), 'dark') === undefined))
})

test('a colour that is lightened stays that colour: teal is no grey', () => {
  const spread = (hex: string) => {
    const parts = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))
    return Math.max(...parts) - Math.min(...parts)
  }
  // The same hue needs more spread the lighter it is; mixed with white it had 18.
  expect(spread(lightened('#1d5c63'))).toBeGreaterThan(40)
  expect(lightened('#ffcc00')).toBe('#ffcc00')
  // What is grey stays grey.
  expect(spread(lightened('#333333'))).toBeLessThanOrEqual(1)
})

test('without a colour there is no stylesheet; the one for dark pages may be chosen', () => {
  expect(accentsOf({ accent: '', accentDark: '' })).toBeUndefined()
  expect(accentsOf({ accent: '#1b5e4b', accentDark: '#99ddbb' })).toEqual({ light: '#1b5e4b', dark: '#99ddbb' })
  expect(sheetOf({ light: '#1b5e4b', dark: '#99ddbb' })).toContain('--accent:light-dark(#1b5e4b,#99ddbb)')
  // The colours of the system are left where it gives them.
  expect(sheetOf({ light: '#1b5e4b', dark: '#99ddbb' })).toMatch(/^@layer tokens\{@media \(forced-colors:none\)\{.*\}\}\}\}\n$/)
  // A browser that cannot choose between two colours gets the one for light pages.
  expect(sheetOf({ light: '#1b5e4b', dark: '#99ddbb' })).toMatch(/@supports not \(color:light-dark\(red,red\)\)\{:root\{--accent:#1b5e4b;/)
})

test.each([
  ['/charter\n\nContact | /pages/contact\nLSUI | https://lsui.example/', 3],
  ['charter', 'Line 1: Enter an address that begins with / or https:// and has no spaces.'],
  ['Evil | javascript:alert(1)', 'Line 1: Enter an address that begins with / or https:// and has no spaces.'],
  ['Elsewhere | //elsewhere.example', 'Line 1: Enter an address that begins with / or https:// and has no spaces.'],
  ['/charter\n/pages/contact', 'Line 2: “/pages/contact” needs a name. Write: Name | /pages/contact'],
  ['/charter\nTwice | /charter', 'Line 2: “/charter” is already in the menu. Remove one line.'],
])('the menu %j', (text, outcome) => {
  const read = readMenu(text)
  expect('lines' in read ? read.lines.length : read.problem).toBe(outcome)
  if ('lines' in read) {
    const back = readMenu(writeMenu(read.lines, siteWords('en').places))
    expect('lines' in back && withoutOwnNames(back.lines, [siteWords('de').places, siteWords('en').places])).toEqual(read.lines)
  }
})

test('a logo is a small picture', () => {
  expect(whyNotLogo({ type: 'image/png', size: 1_000 })).toBeUndefined()
  expect(whyNotLogo({ type: 'text/xml', size: 1_000 })).toBe('Choose a PNG, JPEG or WebP picture.')
  expect(whyNotLogo({ type: 'image/png', size: 600_000 })).toBe('Choose a picture of at most 512 KB.')
})
