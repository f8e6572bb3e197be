import { expect, test } from 'vitest'
import { nameOfSite } from './site-name.ts'

const group = (name: string, communities: string[], closedAt: Date | null = null) => ({ name, communities, closedAt })
const [lectio, catalogo, exams] = [group('Lectio', ['LSU']), group('Catalogo', ['LSU', 'CSU']), group('Exams', ['ESU'])]

test.each([
  ['its own name', 'Ours', [lectio, catalogo], 'Ours'],
  ['nothing yet', '', [], 'Rapport'],
  ['its one group', '', [lectio], 'Lectio'],
  ['the one that still works', '', [group('Old', ['LSU'], new Date(0)), lectio], 'Lectio'],
  ['one that is over', '', [group('Old', ['LSU'], new Date(0))], 'Old'],
  ['the user group that they share', '', [lectio, group('Exams', ['LSU'])], 'LSU'],
  ['their user groups', '', [lectio, catalogo, exams], 'LSU · CSU · ESU'],
  ['more of them than a name holds', '', [lectio, catalogo, exams, group('More', ['XSU'])], 'Rapport'],
  ['groups of none', '', [group('One', []), group('Two', [])], 'Rapport'],
])('a site is called by %s', (_, given, groups, name) => {
  expect(nameOfSite(given, groups)).toBe(name)
})
