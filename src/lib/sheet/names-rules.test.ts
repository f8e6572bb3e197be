import { expect, test } from 'vitest'
import { turnedName, wholeName } from './names-rules.ts'

test.each([
  // Vorname, Name and Prénom, Nom: beside a given name the column has the family name.
  [{ name: 'Bergström', family: '', given: 'Agnes' }, 'Agnes Bergström'],
  [{ name: 'Agnes Bergström', family: '', given: 'Agnes' }, 'Agnes Bergström'],
  // Cognome, Nome and Apellidos, Nombre: beside a family name it has the given one.
  [{ name: 'Giulia', family: 'Serafini', given: '' }, 'Giulia Serafini'],
  [{ name: 'Giulia Serafini', family: 'Serafini', given: '' }, 'Giulia Serafini'],
  [{ name: 'Serafini, Giulia', family: 'Serafini', given: '' }, 'Giulia Serafini'],
  [{ name: '', family: 'Serafini', given: '' }, 'Serafini'],
  [{ name: 'G. Serafini', family: 'Serafini', given: 'Giulia' }, 'Giulia Serafini'],
  [{ name: 'Bergström, Agnes', family: '', given: '' }, 'Agnes Bergström'],
  [{ name: 'Bergström, PhD', family: '', given: '' }, 'Bergström, PhD'],
])('%j is %s', (columns, name) => expect(wholeName(columns)).toBe(name))

test.each([
  ['Keller, Anna', 'Anna Keller'],
  ['KELLER, Anna', 'Anna KELLER'],
  ['van der Berg, Jan-Willem', 'Jan-Willem van der Berg'],
  ['O’Brien, Mary K.', 'Mary K. O’Brien'],
  ['山田, 太郎', '太郎 山田'],
  ...[
    'Anna Keller',
    'Keller, Dr. Anna',
    'Keller, Anna, Head',
    'Keller, ',
    'Keller, GmbH',
    'Medical Library, Basel',
    'Zürich, Zentralbibliothek',
    'Zürich, ETH',
    'Keller, anna@keller.example',
    'Room 4, Anna',
    'Team, Support',
    'Keller, e.V.',
    'Keller, Prof.',
    'one two three four five, Anna',
    'Keller, head of everything',
  ].map((name) => [name, name]),
] as [string, string][])('%s is shown as %s', (name, shown) => expect(turnedName(name)).toBe(shown))
