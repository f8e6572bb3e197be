import { expect, test } from 'vitest'
import { listLikeDomains } from './alike.ts'

const known = [
  { domain: 'lib.northfield.example', organisationId: 1, name: 'Northfield' },
  { domain: 'xn--kln-sna.example', organisationId: 2, name: 'Köln' },
  { domain: 'ab.example', organisationId: 3, name: 'Short' },
]

test.each([
  ['the same look', 'n0rthfield.example', 'northfield.example'],
  ['an accent more', 'nórthfield.example', 'northfield.example'],
  ['an accent less', 'koln.example', 'köln.example'],
  ['another letter', 'northfeeld.example', 'northfield.example'],
  ['a letter less', 'northfild.example', 'northfield.example'],
  ['a letter more', 'northfields.example', 'northfield.example'],
  ['the last letter', 'northfield.examplf', 'northfield.example'],
  ['below it', 'mail.northfeld.example', 'northfield.example'],
  ['two letters', 'nortfeld.example', undefined],
  ['a part of the same domain', 'history.northfield.example', undefined],
  ['the domain itself', 'lib.northfield.example', undefined],
  ['a letter of a short name', 'ac.exampl', undefined],
  ['another domain', 'southfield.example', undefined],
])('%s', (_, domain, like) => {
  expect(listLikeDomains([domain], known).map((one) => one.like)).toEqual(like === undefined ? [] : [like])
})

test('an organisation’s own domains may look alike', () => {
  expect(listLikeDomains(['n0rthfield.example'], known, 1)).toEqual([])
})
